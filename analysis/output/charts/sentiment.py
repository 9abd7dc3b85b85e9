"""Sentiment by voice and outlet, and along each article."""

from __future__ import annotations

from ...messages import message
from ...model import ArticleAnalysis, Comparison, Group
from ...progress import checked
from ..facts import by_group, scored_sentences
from ..labels import article_kind_label
from ..numbers import decimal
from .means import Means, by_voice
from .scene import DEFAULT, Anchor, Cell, Chart, ChartOptions, Column, Datum, Line, Pattern, Rect
from .sheet import Key, Sheet, chart, empty_chart

MOST_ARTICLES = 60
"""Rows of the chart along the articles: what fits a page at the smallest spacing."""


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the mean compound of each outlet's sentences by voice."""
    return by_voice(Means("sentiment", "sentiment_mean", "sentences"), comparison, width, options)


def build_valence(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the mean of the Reader's valence of each outlet's sentences by voice; never mixed with the compound."""
    return by_voice(Means("valence", "valence_mean", "sentences"), comparison, width, options)


def build_along(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return every sentence's compound where it stands in its article, a row per article."""
    sheet = Sheet(width, options)
    say = sheet.say
    columns = [Column(say("output.column.outlet")), Column(say("output.column.title"))]
    columns += [Column(say(f"output.column.{k}"), numeric=True) for k in ("positive", "neutral", "negative")]
    analyses = by_group(comparison)
    pairs = [(g, a) for g in comparison.groups for a in analyses[g.key] if a.article.scored]
    if not any(scored_sentences(a) for _, a in pairs):
        return empty_chart("sentiment_along", width, options, columns)
    sheet.legend(
        [
            Key(say("output.column.positive"), "mark.positive"),
            Key(say("output.column.negative"), "mark.negative", Pattern.HATCH),
        ]
    )
    shown = pairs[:MOST_ARTICLES]
    labels = [_label(comparison, g, a, options.language) for g, a in shown]
    left, height = sheet.label_width(labels), sheet.em * (3.0 if len(shown) <= 14 else 2.0)
    for text, x, anchor in (
        (say("output.position.top"), left, Anchor.START),
        (say("output.position.end"), sheet.width, Anchor.END),
    ):
        sheet.text(x, sheet.y + sheet.small, text, size=sheet.small, role="ink.muted", anchor=anchor)
    sheet.y += sheet.small * 1.6
    sheet.cut([sheet.y + height * i for i in range(len(shown))])
    for (group, analysis), label in checked(zip(shown, labels, strict=True)):
        _strip(sheet, group, analysis, label, left, height)
        sheet.y += height
    if len(pairs) > len(shown):
        sheet.note(say("output.more_articles", count=len(pairs) - len(shown)))
    rows = [_balance(g, a) for g, a in pairs]
    passages = [tuple(s.passage for s in scored_sentences(a) if s.compound) for _, a in pairs]
    return chart("sentiment_along", sheet, columns, rows, passages)


def _label(comparison: Comparison, group: Group, analysis: ArticleAnalysis, language: str) -> str:
    """Return the outlet, with the title where it has several articles and the kind where that is not the others'."""
    article = analysis.article
    label = group.label if len(group.articles) == 1 else f"{group.label}: {article.title}"
    return f"{label} ({article_kind_label(article, language)})" if article.id in comparison.apart else label


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
