"""requirements.lock → what an installation has, without what only developing needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
ROOT = "parallax (pyproject.toml)"
"""How the lock calls the program itself; its development group has a name of its own."""
_HEAD = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;]+)(?: ; (?P<marker>.*?))?(?: \\)?")


@dataclass(frozen=True, slots=True)
class Locked:
    """One pinned package."""

    name: str
    version: str
    marker: str
    """For which Pythons and systems it is, "" for all."""
    hashes: tuple[str, ...]
    """SHA-256 of each of its files."""
    wanted_by: tuple[str, ...]
    """Names of the packages that need it."""


def read_lock(path: Path = LOCK) -> list[Locked]:
    """Return every package of a lock, in its order; a package may stand there in several versions."""
    found: list[Locked] = []
    entries = re.split(r"^(?=[a-z0-9])", path.read_text(encoding="utf-8"), flags=re.M)
    for entry in filter(str.strip, entries):
        head, *rest = entry.splitlines()
        match = _HEAD.fullmatch(head)
        if match is None:
            raise SystemExit(f"{path.name}: this line is no pinned package: {head}")
        hashes = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)))
        comments = " ".join(line.strip().lstrip("#").strip() for line in rest if line.strip().startswith("#"))
        wanted_by = tuple(re.findall(r"parallax \([^)]*\)|[^\s,]+", comments.removeprefix("via")))
        found.append(Locked(match["name"], match["version"], match["marker"] or "", hashes, wanted_by))
    return found


def installed(locked: Sequence[Locked]) -> list[Locked]:
    """Return the packages that the program needs, and those that these need."""
    kept = {one.name for one in locked if ROOT in one.wanted_by}
    while more := {one.name for one in locked if one.name not in kept and kept.intersection(one.wanted_by)}:
        kept |= more
    return [one for one in locked if one.name in kept]
