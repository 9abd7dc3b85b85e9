"""Work on one article that fails: which part, why and what to try. The other articles go on."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .errors import ParallaxError
from .messages import Message, message, templates
from .progress import Cancelled

_log = logging.getLogger(__name__)
LONGEST_REASON = 200
"""Characters of what a library says of its failure; some put half a document into it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, a chart or a table that could not be made, and why; the rest was done."""

    name: str
    """What to call it: the source of an article, the title of a part of the report."""
    message: Message
    article: str = ""
    """The article's id, where it is one."""


class PartError(ParallaxError):
    """A part of the work failed in a way that nobody foresaw; `message` names the part."""


@contextmanager
def part_of_work(part: str) -> Iterator[None]:
    """Turn a failure inside into a PartError that names `part`; Cancelled and what has its own sentence pass."""
    try:
        yield
    except (ParallaxError, Cancelled, BrokenPipeError):  # The last: whoever reads our output has had enough.
        raise
    except Exception as error:
        _log.warning("%s failed", part, exc_info=True)
        key = f"failure.{part}"
        raise PartError(message(key if key in templates() else "failure.analysis", reason=reason(error))) from error


def reason(error: BaseException) -> str:
    """Return what failed for a report of it, such as "IndexError: list index out of range, naming.py:52"."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f", {os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame is not None else ""
    said = " ".join(str(error).split())[:LONGEST_REASON]
    return f"{type(error).__name__}{': ' if said else ''}{said}{place}"
