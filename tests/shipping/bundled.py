"""bundled.toml: what lies in resources/ and what it goes back to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TABLE = Path(__file__).resolve().with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Origin:
    """A model or data set that a bundled thing goes back to."""

    name: str
    licence: str
    """SPDX, as stated; "" where nothing is."""
    description: str = ""
    text: str = ""
    """File with the licence's text, relative to resources/."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """Files that lie in resources/ and share origin and licence."""

    name: str
    description: str
    kind: str
    """A CycloneDX type."""
    licence: str
    copyright: str
    files: tuple[str, ...]
    """Relative to resources/."""
    patterns: tuple[str, ...]
    """That `files` were found by."""
    version: str = ""
    text: str = ""
    parents: tuple[Origin, ...] = ()
    data: tuple[Origin, ...] = ()


def table() -> dict[str, Any]:  # Any: TOML.
    """Return bundled.toml as it stands."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def bundled() -> list[Bundled]:
    """Return what is bundled, each with its files; a file belongs to the first component whose patterns match it.

    A component without a file is left out.
    """
    taken: set[str] = set()
    found = []
    for entry in table()["component"]:
        files = tuple(sorted(set(_matching(entry["files"])) - taken))
        taken |= set(files)
        if not files:
            continue
        made = {
            "files": files,
            "patterns": tuple(entry["files"]),
            "parents": tuple(Origin(**one) for one in entry.pop("parent", ())),
            "data": tuple(Origin(**one) for one in entry.pop("data", ())),
        }
        found.append(Bundled(**{**entry, **made}))
    return found


def _matching(patterns: list[str]) -> Iterator[str]:
    for pattern in patterns:
        for path in RESOURCES.glob(pattern):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(RESOURCES).as_posix()
