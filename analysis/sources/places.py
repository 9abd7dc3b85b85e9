"""Where something stands in a file: the path within a zip, a row of a table, both or neither (`a/page.html#3`)."""

from __future__ import annotations

import re

from ..visible import HIDDEN, visible

MAX_PLACE = 1_000
"""Characters of a path within a zip; systems take 255 for each name and mostly 4,096 in all."""
_ROW = re.compile(r"#\d{1,12}\Z")
_HIDDEN = re.compile(f"[{HIDDEN}]")


def place_of(name: str) -> str:
    """Return a path within a zip as it is shown: never one of this machine, whatever it says; "" where it is none."""
    parts = visible(name.replace("\\", "/")).split("/")
    kept = [part for part in parts if part.strip(". ") and not re.fullmatch(r"[A-Za-z]:", part)]
    place = "/".join(kept)[-MAX_PLACE:].lstrip("/")
    return f"_{place}" if place.startswith("#") else place


def is_place(text: str) -> bool:
    """Return whether `text` is what a file's part may be called: nothing hidden, no path from the root or upwards."""
    path = _ROW.sub("", text)
    if len(path) > MAX_PLACE or _HIDDEN.search(path) or path.startswith("#"):
        return False
    return not path or all(part.strip(". ") for part in path.split("/"))


def joined(where: str, place: str) -> str:
    """Return the name of a part of the file that is called `where`."""
    return where + place if place[:1] in ("", "#") else f"{where}/{place}"
