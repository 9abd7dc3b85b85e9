"""The head of an article in a text of lines: a headline, and beside it who wrote it, for whom, or when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..draft import Meta
from ..furniture import is_furniture
from ..metadata.lines import HEADLINE_WORDS, is_above, is_byline, line_alone
from ..metadata.masthead import LONGEST, ends_like_a_sentence, is_date, outlet_line

HEAD_LINES = 8
"""Title, standfirst, outlet, date, byline, office, page."""
PROSE_WORDS = 12
"""A sentence with more words is prose."""
SENTENCE_WORDS = 8
"""A shorter sentence is no paragraph of a story by itself."""
WRAPPED, GOES_ON = 60, 40
"""Characters of a line of a text wrapped at a width, and of the line that goes on below it."""
STORY_WORDS, STORY_PARAGRAPHS, SHORT_STORY_WORDS = 60, 2, 25
"""A story has so many words, or so many paragraphs and fewer words. A teaser is one short paragraph."""
LEAST_HEADLINE, MOST_HEADLINE = 2, 22
"""Words of a headline that stands in the middle of a text."""

_CLOCK = re.compile(r"\W*(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[ap]\.?m\b)", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """What opens a run of lines."""

    size: int
    """Lines, empty ones and all, above the story."""
    named: bool
    """Whether who wrote it, for whom, or when stands among them."""
    titled: bool
    """Whether a headline stands among them."""


def says_source(line: str) -> bool:
    """Return whether a line says who wrote an article, or where and when it appeared."""
    if len(line) > LONGEST or _CLOCK.match(line):  # an entry of a live blog
        return False
    if is_byline(line) or is_date(line) or outlet_line(line, Meta(), above=True) is not None:
        return True
    read = line_alone(line)
    return read is not None and bool(read.byline or read.published or read.outlet)


def is_prose(lines: Sequence[str], at: int) -> bool:
    """Return whether a line belongs to a story: a sentence, a long paragraph, a line that goes on in the next."""
    line, words = lines[at], len(lines[at].split())
    if words > HEADLINE_WORDS or (words > PROSE_WORDS and ends_like_a_sentence(line)):
        return True
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return len(line) >= WRAPPED and len(below) >= GOES_ON and not says_source(below)


def head_of(lines: Sequence[str]) -> Head:
    """Return the head of a run of lines; of size 0 where none opens it."""
    named = titled = False
    count = 0
    for at, line in enumerate(lines):
        if not line:
            continue
        if is_prose(lines, at):
            return Head(at if count else 0, named, titled)
        count += 1
        if count > HEAD_LINES or _CLOCK.match(line):
            break
        if says_source(line):
            named = True
        else:
            titled = titled or is_headline(line)
    return Head(0, named, titled)


def is_headline(line: str) -> bool:
    """Return whether a line may be a headline by its form."""
    words = len(line.split())
    bare = LEAST_HEADLINE <= words <= MOST_HEADLINE and line[-1:] != ":" and any(c.isalpha() for c in line)
    return bare and not is_above(line) and not is_furniture(line)


def is_story(lines: Sequence[str]) -> bool:
    """Return whether lines are long enough for an article's text."""
    words = paragraphs = 0
    for at, line in enumerate(lines):
        words += len(line.split())
        paragraphs += is_prose(lines, at) or (ends_like_a_sentence(line) and len(line.split()) >= SENTENCE_WORDS)
        if words >= STORY_WORDS or (words >= SHORT_STORY_WORDS and paragraphs >= STORY_PARAGRAPHS):
            return True
    return False


def headlines_in(lines: Sequence[str]) -> int:
    """Return how many headlines with a byline or date of their own, and a story below, stand in a text.

    One of them is the text's own: where a further one stands in it, what opens the text counts as one.
    """
    further = sum(_opens_article(lines, at) for at in range(1, len(lines)))
    return further + 1 if further else 0


def _opens_article(lines: Sequence[str], at: int) -> bool:
    """Return whether a headline stands at a place below a story, with its byline or date next to it."""
    line = lines[at]
    if not line or lines[at - 1] or ends_like_a_sentence(line) or line[:1].islower() or not is_headline(line):
        return False
    above = _previous(lines, at)
    if above < 0 or not ends_like_a_sentence(lines[above]) or says_source(line):
        return False
    below = lines[at + 1 : at + 60]
    nearest = next((other for other in below if other), "")
    if not nearest or not says_source(nearest):
        return False
    head = head_of(lines[at : at + 60])
    return bool(head.size) and head.named and is_story(lines[at + head.size : at + 60])


def _previous(lines: Sequence[str], at: int) -> int:
    return next((i for i in range(at - 1, max(-1, at - 4), -1) if lines[i]), -1)
