"""All turns of a document: behind labels, in headlines, in blocks, posts and letters."""

from __future__ import annotations

from bisect import bisect_left, insort

from ...model import Document, Span
from .blocks import introduced, of_markup
from .letters import find_letters
from .posts import find_posts
from .speaker_turns import find_speaker_turns
from .turns import Turn


def set_apart(document: Document) -> tuple[Turn, ...]:
    """Return the turns that the text alone shows and that stand apart as blocks: each paragraph is one quotation.

    They need paragraphs and sentences only, since quotation marks are read after them.
    """
    found = [*of_markup(document), *find_posts(document.text, document.paragraphs), *find_letters(document)]
    return _disjoint([*found, *introduced(document)])


def set_apart_spans(document: Document) -> tuple[Span, ...]:
    """Return the stretches of `set_apart` that are whole paragraphs, each with the line that names a post's author."""
    found = []
    for turn in set_apart(document):
        parts = [*turn.content, *([turn.furniture] if turn.furniture is not None else [])]
        found.append(Span(min(p.start for p in parts), max(p.end for p in parts)))
    return tuple(found)


def find_turns(document: Document) -> tuple[Turn, ...]:
    """Return every turn of a document with its actors, in text order, disjoint."""
    return _disjoint([*set_apart(document), *find_speaker_turns(document)])


def _disjoint(found: list[Turn]) -> tuple[Turn, ...]:
    """Return the turns in text order; of two that share words the one found first is kept."""
    taken: list[Span] = []
    kept: list[Turn] = []
    for turn in found:
        if not any(_is_taken(span, taken) for span in turn.content):
            for span in turn.content:
                insort(taken, span)
            kept.append(turn)
    return tuple(sorted(kept, key=lambda turn: turn.span))


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether `span` shares words with one of `taken`, which are disjoint and in order."""
    at = bisect_left(taken, span)
    return any(taken[i].overlaps(span) for i in (at - 1, at) if 0 <= i < len(taken))
