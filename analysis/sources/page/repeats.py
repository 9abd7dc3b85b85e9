"""What a page prints twice: pull quotes, and paragraphs for two widths of screen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .segments import Box, Role, Segment
from .story import RUN, SENTENCE_END, runs_of

REPEATED_SHARE = 0.8
"""Share of its runs of words from which a quotation in large letters is a piece of the story; it may be shortened."""

_WORD = re.compile(r"\w+")


def without_repeats(segments: Sequence[Segment], boxes: Sequence[Box]) -> list[Segment]:
    """Return the segments without those that say again, word for word, what one in another box says."""
    told = {
        run
        for s in segments
        if s.quoted is None and s.role is not Role.CAPTION
        for run in runs_of(_WORD.findall(s.text.casefold()))
    }
    seen: dict[str, int] = {}
    kept = []
    for segment in segments:
        key = "".join(segment.text.split())
        around = boxes[segment.box].parent
        again = segment.role is Role.CAPTION or (_is_told_once(segment) and seen.get(key) != around)
        again = again and key in seen
        if again or (segment.quoted is not None and _is_pulled(segment.text, told)):
            continue
        if segment.role is Role.CAPTION or _is_told_once(segment):
            seen.setdefault(key, around)
        kept.append(segment)
    return kept


def _is_told_once(segment: Segment) -> bool:
    """Return whether a paragraph is one of sentences: entries of lists and programmes may come again."""
    return segment.role is Role.HEADING or (segment.prose and bool(SENTENCE_END.search(segment.text)))


def _is_pulled(text: str, told: set[tuple[str, ...]]) -> bool:
    words = _WORD.findall(text.casefold())
    if len(words) < RUN:
        return False
    mine = runs_of(words)
    return sum(run in told for run in mine) >= REPEATED_SHARE * len(mine)
