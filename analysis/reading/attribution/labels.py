"""Names before a colon, as transcripts and interviews set them: "ORR: We must go."."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from ...messages import message
from ...model import CueStance, Document, SectionKind, Span
from .found import Found
from .line import Line

# One name before a colon may be a rubric ("Photo: …"); a transcript has several.
_LABELS_OF_A_TRANSCRIPT = 3
_LONGEST = 4


def find_labels(document: Document, ready: list[Line]) -> list[Found]:
    """Return one attribution per paragraph that opens with a speaker's label; none where the text is no transcript."""
    labelled = [(line, colon) for line in ready if (colon := _colon(document, line)) is not None]
    spoken = Counter(tuple(line.words[:colon]) for line, colon in labelled)
    if len(labelled) < _LABELS_OF_A_TRANSCRIPT or not any(count > 1 for count in spoken.values()):
        return []
    return [_labelled(document, line, colon) for line, colon in labelled]


def _colon(document: Document, line: Line) -> int | None:
    """Return the token of the colon behind a label, or None."""
    opens = line.span.start == document.paragraphs[line.paragraph].start
    if not opens or document.sentences[line.number].section is SectionKind.HEADLINE:
        return None
    for i in range(1, min(_LONGEST + 1, len(line))):
        if line.tags[i] == ":":
            named = all(tag == "K" for tag in line.tags[:i]) and i + 1 < len(line)
            return i if named and all(word[0].isalpha() for word in line.words[:i]) else None
    return None


def _labelled(document: Document, line: Line, colon: int) -> Found:
    end = document.paragraphs[line.paragraph].end
    start = line.spans[colon + 1].start
    if document.text[end - 1] == ".":
        end -= 1
    first = bisect_left(document.quotations, start, key=lambda q: q.outer.start)
    last = bisect_left(document.quotations, end, key=lambda q: q.outer.start)
    return Found(
        line.number,
        [line.spans[colon]],
        [Span(start, max(end, start + 1))],
        [line.range(0, colon - 1)],
        CueStance.NEUTRAL,
        message("attribution.why.label"),
        set(range(first, last)),
    )
