"""Any text → lines, and lines → groups between empty ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..draft import Draft
from ..paragraphs import WRAP_LIMIT

_LINE_ENDS = re.compile(r"\r\n|[\r\v\x85\u2028]")
_INVISIBLE = re.compile("[\ufeff\u00ad\u200b\u2060\u200e\u200f]")
_SPACES = re.compile("[\u00a0\u2002\u2003\u2009\u202f\u3000]")
TITLE_REACH = 4_000
"""In how many characters from the start a title that the file names apart is looked for in the text itself."""


def lines_of(draft: Draft) -> list[str]:
    """Return the lines of a draft without the spaces around them; runs of spaces within them stay, they part fields."""
    text = draft.text or "\n\n".join(block.text for block in draft.blocks)
    lines = lines_of_text(text)
    title = draft.meta.title.strip()
    if title and title not in text[:TITLE_REACH]:
        # Read off the text by its style: in an archive it is the first document's, or the cover's.
        return [title, "", *lines]
    return lines


def lines_of_text(text: str) -> list[str]:
    """Return the lines of a text without the spaces around them."""
    text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", _INVISIBLE.sub("", text))).replace("\u2029", "\n\n")
    # A document begins on a new page; in the middle of a paragraph a page ends without an empty line.
    return [line.strip() for page in text.split("\f") for line in page.strip("\n").split("\n")]


def are_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines are broken at a width, so that a value may run on over the next."""
    long = sum(len(line) > WRAP_LIMIT for line in lines)
    return long * 50 <= sum(1 for line in lines if line)


def groups_of(lines: Sequence[str]) -> list[list[str]]:
    """Return the runs of lines between empty ones."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def spread(groups: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of groups, with an empty one between two."""
    lines: list[str] = []
    for group in groups:
        lines += [*group, ""]
    return lines[:-1]
