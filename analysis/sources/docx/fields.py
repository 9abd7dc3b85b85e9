"""Fields of a Word document: their results show, their instructions do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .markup import attribute, name

MACHINE = frozenset(
    "PAGE NUMPAGES SECTIONPAGES DATE TIME PRINTDATE SAVEDATE CREATEDATE EDITTIME FILENAME FILESIZE AUTHOR USERNAME"
    " USERINITIALS LASTSAVEDBY REVNUM TEMPLATE".split()
)
"""Fields that tell of the file, its printing and its pages, and nothing of what is printed on them."""


@dataclass(slots=True)
class _Open:
    """A field between its begin and its end."""

    instruction: str = ""
    result: bool = False


class Fields:
    """Follows the fields of one part in the order of its text.

    A begin without an end, which broken converters leave, is no field: it would hide the rest of the text.
    """

    def __init__(self, root: Any, printed_only: bool) -> None:
        self._printed_only = printed_only
        self._open: list[_Open] = []
        self._unclosed = _unclosed(root)

    def mark(self, element: Any) -> None:
        """Take in a `w:fldChar`."""
        kind = attribute(element, "fldCharType")
        if kind == "begin" and element not in self._unclosed:
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Take in a piece of an instruction."""
        if self._open and not self._open[-1].result:
            self._open[-1].instruction += text

    def shows(self, instruction: str) -> bool:
        """Return whether the result of a field shows."""
        words = instruction.split(maxsplit=1)
        return not (self._printed_only and words and words[0].upper() in MACHINE)

    @property
    def showing(self) -> bool:
        """Whether text at this place shows."""
        return all(field.result and self.shows(field.instruction) for field in self._open)


def _unclosed(root: Any) -> set[Any]:
    open_: list[Any] = []
    for element in root.iter("{*}fldChar"):
        if name(element) != "w:fldChar":
            continue
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            open_.append(element)
        elif kind == "end" and open_:
            open_.pop()
    return set(open_)
