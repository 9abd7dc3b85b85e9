"""Names before a colon, as transcripts, interviews and headlines set them: "ORR: We must go."."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from ...messages import message
from ...model import ActorKind, CueStance, Document, SectionKind, Span
from .fallback.line import Line
from .found import Found

# One name before a colon may be a rubric ("Photo: …"); a transcript has several.
_LABELS_OF_A_TRANSCRIPT = 3
_LONGEST = 4
# "Reports: Ferry Sinks": the headline says that others say so.
_HEARD = (["report"], ["reports"])
# What stands before a colon as often as a name does and names nobody.
_RUBRICS = frozenset(
    "photo photos picture pictures image images video videos watch read related more update updated note source "
    "sources caption opinion analysis exclusive breaking listen topics correction".split()
)


def find_labels(document: Document, ready: list[Line]) -> list[Found]:
    """Return one attribution per paragraph that opens with a speaker's label, in transcripts and headlines."""
    labelled = [(line, colon) for line in ready if (colon := _colon(document, line)) is not None]
    headlines = [(line, colon) for line, colon in labelled if _in_headline(document, line) or _opens(document, line)]
    labelled = [one for one in labelled if one not in headlines]
    found = [
        _labelled(document, line, colon)
        for line, colon in headlines
        if line.words[:colon] in _HEARD or _is_actor(document, line, colon)
    ]
    spoken = Counter(tuple(line.words[:colon]) for line, colon in labelled)
    if len(labelled) < _LABELS_OF_A_TRANSCRIPT or not any(count > 1 for count in spoken.values()):
        return found
    return found + [_labelled(document, line, colon) for line, colon in labelled]


def _in_headline(document: Document, line: Line) -> bool:
    return document.sentences[line.number].section is SectionKind.HEADLINE


def _opens(document: Document, line: Line) -> bool:
    """Whether a text opens with its headline, which hands on what others report: "Reports: …"."""
    paragraph = document.paragraphs[line.paragraph]
    alone = document.text[line.span.end : paragraph.end].strip() == ""
    return line.number == 0 and alone and line.words[:2] in ([*one, ":"] for one in _HEARD)


def _is_actor(document: Document, line: Line, colon: int) -> bool:
    """Whether a headline's label names somebody who appears below it: "Orr: We must go", not "Exclusive: …"."""
    label = line.range(0, colon - 1).of(document.text)
    last = label.split()[-1]
    return any(
        actor.kind in (ActorKind.PERSON, ActorKind.ORGANIZATION)
        and (label == actor.name or last in (actor.name.split()[-1], *actor.aliases))
        and any(mention.start >= line.span.end for mention in actor.mentions)
        for actor in document.actors
    )


def _colon(document: Document, line: Line) -> int | None:
    """Return the token of the colon behind a label, or None."""
    opens = line.span.start == document.paragraphs[line.paragraph].start
    if not opens:
        return None
    for i in range(1, min(_LONGEST + 1, len(line))):
        if line.tags[i] == ":":
            named = all(tag == "K" for tag in line.tags[:i]) or line.words[:i] == ["a"]
            named = named and not _RUBRICS & set(line.words[:i])
            return i if named and i + 1 < len(line) and all(word[0].isalpha() for word in line.words[:i]) else None
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
