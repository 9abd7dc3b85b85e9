"""Whether the model's files are those that `reader.json` names: what was damaged or put in their place is not used."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

FILES = ("reader.onnx", "tokenizer.json")
CARD = "reader.json"
KEY = "sha256"
"""Where `reader.json` has the digests, by file."""


class WrongFile(ValueError):
    """A file that is not the one named; `listed` is false where none is named at all."""

    def __init__(self, name: str, listed: bool) -> None:
        super().__init__(name)
        self.name = name
        self.listed = listed


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, read a piece at a time: the model's 30 MB would stay with the process."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests_of(folder: Path) -> dict[str, str]:
    """Return the digests of the model's files, as `reader.json` is to name them."""
    return {name: digest_of(folder / name) for name in FILES}


def checked(folder: Path) -> dict[str, str]:
    """Return the digests of the model's files; WrongFile where one is not what `reader.json` says, OSError, ValueError.

    About 0.05 s, once per process: it is called when the model is loaded.
    """
    card = folder / CARD
    named = json.loads(card.read_text(encoding="utf-8")).get(KEY, {}) if card.is_file() else {}
    found = digests_of(folder)
    for name, digest in found.items():
        if named.get(name) != digest:
            raise WrongFile(name, name in named)
    return found
