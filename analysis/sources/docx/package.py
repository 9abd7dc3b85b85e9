"""A Word file as a zip of parts: the main one, and those it refers to."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from typing import Any

from ...errors import SourceError
from ...messages import message
from .markup import parse

MAIN = "word/document.xml"
"""Where the main part usually lies; a package may name another."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last piece of the kind's address, and the part's name."""

    kind: str
    part: str


class Package:
    """The parts of one file. Names are compared without case, as the format says."""

    def __init__(self, archive: zipfile.ZipFile, source: str) -> None:
        self._archive = archive
        self._parts = {part.filename.lower(): part.filename for part in archive.infolist()}
        main = [r.part for r in self.relations("").values() if r.kind == "officeDocument" and self.has(r.part)]
        if not main and not self.has(MAIN):
            raise SourceError(message("sources.archive_wrong", part=MAIN), source)
        self.main = main[0] if main else MAIN

    def has(self, part: str) -> bool:
        return part.lower() in self._parts

    def root(self, part: str) -> Any:  # lxml has no types
        """Return the root element of a part."""
        return parse(self.data(part))

    def data(self, part: str) -> bytes:
        """Return the content of a part."""
        return self._archive.read(self._parts[part.lower()])

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to within the file, by id; of the package itself for ""."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(path):
            return {}
        found: dict[str, Relation] = {}
        for element in self.root(path):
            target = element.get("Target", "")
            if element.get("TargetMode") != "External" and target:
                inside = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                kind = element.get("Type", "").rpartition("/")[2]
                found[element.get("Id", "")] = Relation(kind, posixpath.normpath(inside))
        return found

    def related(self, kind: str) -> Any | None:
        """Return the root of the first part of a kind that the main part refers to, None where there is none."""
        parts = [r.part for r in self.relations(self.main).values() if r.kind == kind and self.has(r.part)]
        return self.root(parts[0]) if parts else None
