"""Sentiment by voice and outlet, and along each article."""

from __future__ import annotations

import math

from ...messages import message
from ...model import ArticleAnalysis, Comparison, Group, Measure, Voice
from ..facts import SPOKEN, analyses_of, figures, measurable, scored_sentences
from ..labels import voice_label
from ..numbers import DASH, count, decimal
from .metrics import width_of
from .scene import DEFAULT, Anchor, Cell, Chart, ChartOptions, Column, Datum, Line, Marker, Pattern, Rect, Shape
from .sheet import Key, Sheet, chart, empty_chart
from .voices import VOICE_PATTERN

VOICE_SHAPE = {Voice.NARRATOR: Shape.CIRCLE, Voice.QUOTED: Shape.SQUARE, Voice.REPORTED: Shape.DIAMOND}
STEP = 0.25
"""The scale ends at the next quarter beyond the data, so that outlets are compared and not stretched."""
MOST_ARTICLES = 60
"""Rows of the chart along the articles: what fits a page at the smallest spacing."""


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the mean compound of each outlet's sentences by voice."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.outlet"))]
    for voice in SPOKEN:
        columns.append(Column(voice_label(voice, options.language), numeric=True, decimals=2))
        columns.append(Column(sheet.say("output.column.sentences"), numeric=True))
    found = {
        (key, m.dimension("voice")): m
        for key, measures in figures(comparison, "sentiment_mean").items()
        for m in measures
        if m.dimension("section") is None and m.dimension("voice") in SPOKEN and m.value is not None
    }
    if not found:
        return empty_chart("sentiment", width, options, columns)
    sheet.legend(
        [Key(voice_label(v, options.language), f"voice.{v}", VOICE_PATTERN[v], VOICE_SHAPE[v]) for v in SPOKEN]
    )
    _dots(sheet, comparison, found)
    rows: list[tuple[Cell, ...]] = []
    for group in comparison.groups:
        mine = [found.get((group.key, voice)) for voice in SPOKEN]
        rows.append(
            (
                group.label,
                *(
                    v
                    for m in mine
                    for v in ((m.value, m.n) if m else (None, 0 if measurable(comparison, group) else None))
                ),
            )
        )
    passages = [
        tuple(p for v in SPOKEN for p in (found[g.key, v].passages if (g.key, v) in found else ()))
        for g in comparison.groups
    ]
    return chart("sentiment", sheet, columns, rows, passages)


def _dots(sheet: Sheet, comparison: Comparison, found: dict[tuple[str, str | None], Measure]) -> None:
    ends = [abs(v) for m in found.values() for v in (m.value, m.low, m.high) if v is not None]
    reach = min(math.ceil(max(ends) / STEP + 1e-9) * STEP or STEP, 1.0)
    labels = [group.label for group in comparison.groups]
    notes = [
        " · ".join(_n(found.get((g.key, v)), measurable(comparison, g)) for v in SPOKEN) for g in comparison.groups
    ]
    head = sheet.say("output.column.sentences")
    side = max(width_of(note, sheet.small) for note in [*notes, head]) + sheet.em * 1.5
    left = sheet.label_width(labels)
    right = sheet.width - side
    middle, unit = (left + right) / 2, (right - left) / 2 / reach * 0.96
    base = sheet.y + sheet.small
    sheet.text(sheet.width, base, head, size=sheet.small, role="ink.muted", anchor=Anchor.END)
    ticks = [-reach, -reach / 2, 0.0, reach / 2, reach]
    for tick in ticks:
        shown = decimal(tick, 3, signed=True).rstrip("0").rstrip(".") if tick else "0"
        sheet.text(middle + tick * unit, base, shown, size=sheet.small, role="ink.muted", anchor=Anchor.MIDDLE)
    sheet.y += sheet.small * 1.6
    top, height = sheet.y, sheet.em * (2.3 if len(labels) <= 14 else 2.0)
    for tick in ticks:
        role = "line.strong" if not tick else "line"
        sheet.add(Line(middle + tick * unit, top, middle + tick * unit, top + height * len(labels), role))
    sheet.cut([top + height * i for i in range(len(labels))])
    for i, group in enumerate(comparison.groups):
        y = top + height * (i + 0.5)
        if i:
            sheet.rule(top + height * i)
        sheet.text(left - sheet.em * 0.6, y + sheet.em * 0.36, labels[i], room=left - sheet.em, anchor=Anchor.END)
        sheet.text(sheet.width, y + sheet.em * 0.36, notes[i], size=sheet.small, role="ink.muted", anchor=Anchor.END)
        for k, voice in enumerate(SPOKEN):
            measure = found.get((group.key, voice))
            if measure is not None and measure.value is not None:
                _dot(sheet, group, voice, measure, middle, unit, y + (k - 1) * height * 0.28)
    sheet.y = top + height * len(labels)


def _n(measure: Measure | None, read: bool) -> str:
    return count(measure.n if measure else 0) if read else DASH


def _dot(sheet: Sheet, group: Group, voice: Voice, m: Measure, middle: float, unit: float, y: float) -> None:
    tip = message(
        "output.tip.mean", outlet=group.label, voice=voice_label(voice, sheet.options.language),
        value=decimal(m.value, signed=True), count=m.n,
    )  # fmt: skip
    datum = Datum(f"sentiment/{group.key}/{voice}", tip, m.passages)
    if m.low is not None and m.high is not None:
        sheet.add(Line(middle + m.low * unit, y, middle + m.high * unit, y, f"voice.{voice}", 1.4, datum=datum))
    x = middle + (m.value or 0.0) * unit
    sheet.add(Marker(x, y, sheet.em * 0.62, f"voice.{voice}", VOICE_SHAPE[voice], VOICE_PATTERN[voice], datum))


def build_along(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return every sentence's compound where it stands in its article, a row per article."""
    sheet = Sheet(width, options)
    say = sheet.say
    columns = [Column(say("output.column.outlet")), Column(say("output.column.title"))]
    columns += [Column(say(f"output.column.{k}"), numeric=True) for k in ("positive", "neutral", "negative")]
    pairs = [(g, a) for g in comparison.groups for a in analyses_of(comparison, g) if a.article.scored]
    if not any(scored_sentences(a) for _, a in pairs):
        return empty_chart("sentiment_along", width, options, columns)
    sheet.legend(
        [
            Key(say("output.column.positive"), "mark.positive"),
            Key(say("output.column.negative"), "mark.negative", Pattern.HATCH),
        ]
    )
    shown = pairs[:MOST_ARTICLES]
    labels = [_label(g, a) for g, a in shown]
    left, height = sheet.label_width(labels), sheet.em * (3.0 if len(shown) <= 14 else 2.0)
    for text, x, anchor in (
        (say("output.position.top"), left, Anchor.START),
        (say("output.position.end"), sheet.width, Anchor.END),
    ):
        sheet.text(x, sheet.y + sheet.small, text, size=sheet.small, role="ink.muted", anchor=anchor)
    sheet.y += sheet.small * 1.6
    sheet.cut([sheet.y + height * i for i in range(len(shown))])
    for (group, analysis), label in zip(shown, labels, strict=True):
        _strip(sheet, group, analysis, label, left, height)
        sheet.y += height
    if len(pairs) > len(shown):
        sheet.note(say("output.more_articles", count=len(pairs) - len(shown)))
    rows = [_balance(g, a) for g, a in pairs]
    passages = [tuple(s.passage for s in scored_sentences(a) if s.compound) for _, a in pairs]
    return chart("sentiment_along", sheet, columns, rows, passages)


def _label(group: Group, analysis: ArticleAnalysis) -> str:
    return group.label if len(group.articles) == 1 else f"{group.label}: {analysis.article.title}"


def _balance(group: Group, analysis: ArticleAnalysis) -> tuple[Cell, ...]:
    scores = [s.compound for s in scored_sentences(analysis)]
    signs = (sum(s > 0 for s in scores), sum(s == 0 for s in scores), sum(s < 0 for s in scores))
    return (group.label, analysis.article.title, *signs)


def _strip(sheet: Sheet, group: Group, analysis: ArticleAnalysis, label: str, left: float, height: float) -> None:
    """Draw a base line with a bar up or down for every sentence that carries sentiment."""
    middle, full = sheet.y + height / 2, sheet.width - left
    sheet.text(left - sheet.em * 0.6, middle + sheet.em * 0.36, label, room=left - sheet.em, anchor=Anchor.END)
    sheet.add(Line(left, middle, sheet.width, middle, "line.strong", 0.8))
    length = max(len(analysis.document.text), 1)
    for scored in scored_sentences(analysis):
        if not scored.compound:
            continue
        span, up = scored.sentence.span, scored.compound > 0
        tall = max(abs(scored.compound) * height * 0.46, 1.5)
        wide = max(full * len(span) / length - 1.0, 1.5)
        tip = message("output.tip.sentence", outlet=group.label, value=decimal(scored.compound, signed=True))
        sheet.add(
            Rect(
                left + full * span.start / length,
                middle - tall if up else middle,
                wide,
                tall,
                "mark.positive" if up else "mark.negative",
                Pattern.SOLID if up else Pattern.HATCH,
                0.0,
                Datum(f"sentiment_along/{analysis.article.id}/{span.start}", tip, (scored.passage,)),
            )
        )
