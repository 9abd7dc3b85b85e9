"""What an analysis looks like in a text: which shape stands where. Knows no widget; spans are code points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from analysis.kept import kept
from analysis.method import Look
from analysis.model import ArticleAnalysis, Attribution, Comparison, CoverageState, Form, Mark, MarkKind, Span, Voice

from ..kinds import QUOTES, Kind, by_id

SIGN_FROM = 0.05
"""A sentence's compound shows a sign from here: the bound that VADER's authors give for neutral."""
STRONG_FROM = 0.5
"""From here the sign is filled: half of the scale."""


class Shape(Enum):
    """How a mark is drawn; each can be told apart without colour."""

    FILL = auto()
    OUTLINE = auto()
    DASHED = auto()
    DOTTED = auto()
    LINE = auto()
    """Under the word for an act whose actor is named."""
    BROKEN_LINE = auto()
    """Under the word for an act that names nobody who does it."""
    BAR = auto()
    """Beside the text, unbroken: quoted."""
    BROKEN_BAR = auto()
    """Beside the text, broken: reported."""
    STRUCK = auto()
    """A mark that the user rejected: it counts nowhere, and can be restored."""
    NOTE = auto()
    """At the end of a mark that the user wrote a note about."""
    SIGN = auto()
    ONLY = auto()
    WAVE = auto()
    DOUBLE = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """One shape at one place, and what it stands for."""

    kind: str
    """That of a mark, `quotes` or `only`."""
    span: Span
    shape: Shape
    role: str
    """Of its colour."""
    mark: str | None = None
    attribution: int | None = None
    label: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of the walk over the marks of a text."""

    span: Span
    mark: str | None
    attribution: int | None


SHAPES = {Look.DOTTED: Shape.DOTTED, Look.WAVE: Shape.WAVE, Look.DOUBLE: Shape.DOUBLE}
SHAPES_BY_VOICE = {
    Voice.NARRATOR: Shape.FILL,
    Voice.QUOTED: Shape.OUTLINE,
    Voice.REPORTED: Shape.OUTLINE,
    Voice.MIXED: Shape.OUTLINE,
    Voice.SCARE: Shape.DASHED,
}


def shown(analysis: ArticleAnalysis) -> tuple[Shown, ...]:
    """Return every shape of an analysis, whatever is visible, in text order."""
    known = by_id()
    found = [_mark(mark, known) for mark in analysis.marks if _has_sign(mark)]
    for index, attribution in enumerate(analysis.document.attributions):
        found.extend(_bars(index, attribution))
    return tuple(sorted(found, key=lambda s: (s.span.start, s.span.end, s.kind)))


def _has_sign(mark: Mark) -> bool:
    return mark.kind != MarkKind.SENTIMENT or abs(mark.weight) >= SIGN_FROM


def _mark(mark: Mark, known: Mapping[str, Kind]) -> Shown:
    kind = known.get(mark.kind)
    look = kind.look if kind is not None else Look.WAVE
    role = kind.colour_role if kind is not None else "ink"
    match look:
        case Look.BY_VOICE:
            shape = SHAPES_BY_VOICE[mark.voice]
        case Look.BY_ACTOR:
            shape = Shape.LINE if mark.act is not None and mark.act.actor else Shape.BROKEN_LINE
        case Look.SIGN:
            shape, role = Shape.SIGN, "mark.positive" if mark.weight > 0 else "mark.negative"
        case _:
            shape = SHAPES[look] if look is not None else Shape.WAVE
    return Shown(str(mark.kind), mark.span, shape, role, mark=mark.id, weight=mark.weight)


def _bars(index: int, attribution: Attribution) -> list[Shown]:
    shape = Shape.BROKEN_BAR if attribution.form is Form.INDIRECT else Shape.BAR
    name = attribution.speaker.name if attribution.speaker else ""
    parts = attribution.content or (attribution.span,)
    return [
        Shown("quotes", part, shape, QUOTES.colour_role, attribution=index, label=name if number == 0 else "")
        for number, part in enumerate(parts)
    ]


def not_found_elsewhere(analysis: ArticleAnalysis, comparison: Comparison | None) -> tuple[Shown, ...]:
    """Return a sign for each sentence to which every other article answers "not found"."""
    if comparison is None:
        return ()
    return tuple(
        Shown("only", span, Shape.ONLY, "only") for span in sorted(alone(comparison).get(analysis.article.id, ()))
    )


@kept
def alone(comparison: Comparison) -> dict[str, list[Span]]:
    """Return, by article, the sentences of statements to which every other article answers "not found".

    None where another article is here in part only: what is missing of it may tell anything.
    """
    partial = {a.article.id for a in comparison.analyses if a.article.scored and not a.article.complete}
    own: dict[str, str] = {}
    for statement in comparison.statements:
        articles = {member.article for member in statement.members}
        if len(articles) == 1:
            own[statement.id] = articles.pop()
    others = [answer for answer in comparison.coverage if own.get(answer.statement) not in (None, answer.article)]
    asked = {answer.statement for answer in others}
    near = {answer.statement for answer in others if answer.state is not CoverageState.NOT_FOUND}
    found: dict[str, list[Span]] = {}
    for statement in comparison.statements:
        if statement.id in asked and statement.id not in near and partial <= {own[statement.id]}:
            found.setdefault(own[statement.id], []).extend(member.span for member in statement.members)
    return found


def rejected(raw: ArticleAnalysis, ids: frozenset[str]) -> tuple[Shown, ...]:
    """Return a stroke for each mark of the analysis as it was found that the user rejected."""
    gone = (mark for mark in raw.marks if mark.id in ids and mark.kind != MarkKind.SENTIMENT)
    return tuple(Shown(str(mark.kind), mark.span, Shape.STRUCK, "ink.muted", mark=mark.id) for mark in gone)


def noted(raw: ArticleAnalysis, notes: Mapping[str, str]) -> tuple[Shown, ...]:
    """Return a sign for each mark of the analysis as it was found that has a note; its label is the note."""
    own = (mark for mark in raw.marks if mark.id in notes)
    return tuple(
        Shown(str(mark.kind), mark.span, Shape.NOTE, "ink", mark=mark.id, label=notes[mark.id]) for mark in own
    )


def stops(analysis: ArticleAnalysis, visible: frozenset[str]) -> tuple[Stop, ...]:
    """Return what Alt+Down walks over: the visible marks and attributions, in text order."""
    found = [Stop(m.span, m.id, m.attribution) for m in analysis.marks if m.kind in visible and _has_sign(m)]
    if QUOTES.id in visible:
        found += [Stop(a.span, None, i) for i, a in enumerate(analysis.document.attributions)]
    return tuple(sorted(found, key=lambda s: (s.span.start, s.span.end, s.mark or "")))


def counts(analyses: Mapping[str, ArticleAnalysis] | tuple[ArticleAnalysis, ...]) -> dict[str, int]:
    """Return how many marks of each kind these analyses hold, as the toggles count them."""
    given = analyses.values() if isinstance(analyses, Mapping) else analyses
    total = dict.fromkeys(by_id(), 0)
    for analysis in given:
        total[QUOTES.id] += len(analysis.document.attributions)
        for mark in analysis.marks:
            if mark.kind in total:
                total[mark.kind] += _has_sign(mark)
    return total


def voice_shares(analysis: ArticleAnalysis) -> dict[Voice, float] | None:
    """Return the fraction of the words in each voice; None for a text without words or without voices."""
    document = analysis.document
    if not document.voices or not document.words:
        return None
    words = dict.fromkeys((Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED), 0)
    for run in document.voices:
        voice = Voice.NARRATOR if run.voice in (Voice.SCARE, Voice.MIXED) else run.voice
        words[voice] += document.words_in(run.span)
    return {voice: number / document.words for voice, number in words.items()}
