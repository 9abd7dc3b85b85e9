"""What a source is called in results: relative to what was opened, so that no name of a user or machine goes along.

One file is called by its name, a folder's files by their paths in it, several by their paths in their nearest common
folder. The same files in another folder get the same names, whether the folder was opened or the files one by one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from urllib.parse import urlsplit

HOMES = ("/home", "/Users", "C:/Users")
"""Folders whose subfolders are named after people, besides that of the user's own home."""


def namer(paths: Sequence[str]) -> Callable[[str], str]:
    """Return what names a file by its path, when `paths`, all files and folders, are opened together."""
    opened = [_absolute(path) for path in paths]
    folders = [path if path.is_dir() else path.parent for path in opened]
    common = _common(folders)

    def name(path: str) -> str:
        file = _absolute(path)
        base = common or max((f for f in folders if file.is_relative_to(f)), key=_depth, default=file.parent)
        return file.relative_to(base).as_posix()

    return name


def _common(folders: Sequence[PurePath]) -> PurePath | None:
    """Return the nearest common folder; None where what lies below it would name the people whose files they are."""
    if len(set(folders)) <= 1:
        return folders[0] if folders else None
    try:
        common = Path(os.path.commonpath(folders))
    except ValueError:  # two drives
        return None
    above_homes = {Path(home) for home in HOMES} | set(Path.home().parents)
    return None if common in above_homes or common == Path(common.anchor) else common


def _depth(folder: PurePath) -> int:
    return len(folder.parts)


def _absolute(path: str) -> Path:
    return Path(os.path.abspath(path))


def address_name(address: str) -> str:
    """Return an address without the user's name and password for it."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address after all; fetching it says so
        return address
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else address
