"""Paid content: what an outlet prints for somebody who pays, by the label that it has to carry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .found import shown
from .words import words

FIRST, LAST = 4, 3
"""Paragraphs at the top and at the end among which a label stands."""
LABEL_WORDS = 14
"""Longest line that is a label: "Paid content by" with a name, and what the newsroom had to do with it."""


def paid_label(title: str, paragraphs: Sequence[str], removed: Sequence[str]) -> str:
    """Return the line that says that an article is paid for, or the press release of a body; "" where none does."""
    around = [title, *paragraphs[:FIRST], *paragraphs[-LAST:], *removed]
    patterns = [re.compile(rf"\W*(?:{re.escape(label)})\b(?P<rest>.*)", re.I) for label in words().paid]
    for line in around:
        for pattern in patterns:
            m = pattern.match(line)
            if m and len(line.split()) <= LABEL_WORDS and _stands_alone(line, m["rest"]):
                return shown(line)
    return ""


def _stands_alone(line: str, rest: str) -> bool:
    """Return whether nothing but a name follows the label: "Sponsored content is on the rise" is a headline."""
    rest = rest.strip(" :|–—-.")
    return (
        not rest or bool(re.match(r"(?:by|from|for|in partnership with|presented by)\s", rest, re.I)) or line.isupper()
    )
