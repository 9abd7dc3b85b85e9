"""Which lines still are a header's below a paragraph: it may be a standfirst, or the story's first."""

from __future__ import annotations

from collections.abc import Sequence

from .draft import FIELDS, Meta
from .metadata.keys import KEY, field_of
from .metadata.lines import is_byline, line_alone
from .metadata.masthead import ends_like_a_sentence, is_date

PROSE_WORDS = 8
"""A sentence that is longer than this has opened the story, or is a standfirst."""
SHORT_STANDFIRST = 15
"""Words of a sentence below which a date by itself still is that of publication."""
STANDFIRST_WORDS = 25
"""Words of the longest sentence below which a byline or a date beside one may stand."""


def prose_words(paragraph: str) -> int:
    """Return how many words a paragraph has that ends like a sentence; 0 where it does not, or opens nothing."""
    words = len(paragraph.split())
    return words if words > PROSE_WORDS and ends_like_a_sentence(paragraph) else 0


def is_below(line: str, prose: int, beside: Sequence[str]) -> bool:
    """Return whether a header line below a paragraph of `prose` words is one, by the lines `beside` it.

    A source is a credit there ("Source: Ministry of Transport"), and a date by itself may be a heading of the story.
    """
    if not prose:
        return True
    key = KEY.fullmatch(line)
    if prose > STANDFIRST_WORDS or (key and field_of(key["key"]) == "outlet"):
        return False
    return not is_date(line) or prose <= SHORT_STANDFIRST or any(is_byline(o) or _dated(o) for o in beside)


def is_kept(line: str, meta: Meta) -> bool:
    """Return whether all that a header line says is among the values of `meta`."""
    said = line_alone(line)
    if said is None or said == Meta():
        return False
    same = all(getattr(said, field) in ("", getattr(meta, field)) for field in FIELDS)
    return same and set(said.columns) <= set(meta.columns)


def _dated(line: str) -> bool:
    """Return whether a line by itself states an outlet, a writer or a date, and is not a bare date."""
    return not is_date(line) and line_alone(line) is not None
