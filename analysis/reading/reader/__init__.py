"""The Reader: one small trained model that reads whole documents. Nothing heavy is imported before it is used.

One per process, loaded when the first document is read, off the window's thread like all analysis. Without the model's
files or a package they need, or with other files than `reader.json` names, there is none: `shared` gives None,
`available` the reason, and the rules answer alone.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ...messages import Message, message

if TYPE_CHECKING:
    from .reader import Reader

__all__ = ["FOLDER", "available", "folder", "shared", "use"]

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "model"
SWITCH = "PARALLAX_READER"
"""Environment variable: "off" leaves everything to the rules; a folder names another model."""

log = logging.getLogger(__name__)
_lock = threading.Lock()
_loaded: dict[Path, Reader | Message] = {}
_instead: list[Reader | None] = []


def shared() -> Reader | None:
    """Return this process's Reader, loaded on first use; None where there is none."""
    if _instead:
        return _instead[-1]
    if _reason() is not None:
        return None
    place = folder()
    with _lock:
        if place not in _loaded:
            _loaded[place] = _load(place)
        found = _loaded[place]
    return None if isinstance(found, Message) else found


def available() -> Message | None:
    """Return why there is no Reader; None where there is one. Cheap: loads nothing."""
    if _instead:
        return message("reader.off") if _instead[-1] is None else None
    found = _loaded.get(folder())
    return found if isinstance(found, Message) else _reason()


@contextmanager
def use(reader: Reader | None) -> Iterator[None]:
    """Put `reader` in the place of the shared one for a while; None leaves everything to the rules."""
    _instead.append(reader)
    try:
        yield
    finally:
        _instead.pop()


def folder() -> Path:
    """Return where the model lies."""
    given = os.environ.get(SWITCH, "")
    return Path(given) if given and given != "off" else FOLDER


def _reason() -> Message | None:
    """Return what is missing, without loading anything."""
    from importlib.util import find_spec

    if os.environ.get(SWITCH) == "off":
        return message("reader.off")
    place = folder()
    for name in ("reader.onnx", "tokenizer.json"):
        if not (place / name).is_file():
            return message("reader.no_file", name=name)
    for package in ("onnxruntime", "tokenizers"):
        if find_spec(package) is None:
            return message("reader.no_package", package=package)
    return None


def _load(place: Path) -> Reader | Message:
    from .digests import WrongFile

    try:
        from .reader import Reader

        return Reader.load(place)
    except WrongFile as wrong:
        return message("reader.wrong_file" if wrong.listed else "reader.unlisted", name=wrong.name)
    except Exception as error:  # onnxruntime raises its own kinds; a damaged file must not cost the user the rules
        log.warning("the Reader in %s could not be loaded: %s", place, error)
        # Reports print the reason: where the model lies on this machine is nobody's business.
        detail = f"{type(error).__name__}: {error}".replace(str(place), place.name)
        return message("reader.broken", detail=detail[:200])
