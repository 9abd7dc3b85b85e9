"""From a comparison to the outline of its report."""

from __future__ import annotations

from collections.abc import Iterator

from ...messages import render
from ...model import Comparison
from ..charts import Chart, ChartOptions
from ..charts import voices as voices_chart
from ..charts.scene import Table
from ..labels import say
from ..text import cells
from .marked import marked_article
from .opening import opening
from .outline import Element, Figure, Heading, Legend, Outline, Profile

WIDTH = 660.0
"""Pixels of a chart: at the width of a page its 12-pixel text prints at 8.5 points."""
ALT_ROWS = 12
"""Rows of a chart's table that its alternative text reads out; the rest is in the tables."""


def compose(comparison: Comparison, profile: Profile = Profile.FULL, language: str = "en") -> Outline:
    """Return everything the report says."""
    elements = list(_elements(comparison, profile, language))
    return Outline(
        title=comparison.title or say("output.untitled", language),
        subtitle=say("output.subtitle", language, outlets=", ".join(g.label for g in comparison.groups)),
        profile=profile,
        language=language,
        opening=opening(comparison, language),
        opening_title=say("output.heading.opening", language),
        limits=tuple(render(note, language) for note in comparison.notes),
        limits_title=say("output.heading.limits", language),
        elements=tuple(elements),
        contents=say("output.heading.contents", language) if profile is not Profile.HANDOUT else "",
        program=comparison.provenance.program,
        page=say("output.page", language, page="{page}", pages="{pages}"),
    )


def figure(chart: Chart, language: str) -> Figure:
    """Return the chart with its words."""
    title, caption = render(chart.title, language), render(chart.caption, language)
    return Figure(chart, title, caption, _alt(title, chart.table))


def _alt(title: str, table: Table) -> str:
    heads = [column.title for column in table.columns]
    rows = cells(table)
    spoken = [", ".join(f"{head} {cell}" for head, cell in zip(heads, row, strict=True)) for row in rows[:ALT_ROWS]]
    more = f"; … ({len(rows)})" if len(rows) > ALT_ROWS else ""
    return f"{title}. " + "; ".join(spoken) + more


def _elements(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    options = ChartOptions(language=language)
    yield Heading(say("output.heading.voices", language))
    yield figure(voices_chart.build(comparison, WIDTH, options), language)
    if profile is Profile.FULL:
        yield Heading(say("output.heading.articles", language))
        yield legend(language)
        for analysis in comparison.analyses:
            yield marked_article(analysis, language)


def legend(language: str) -> Legend:
    """Return how to read the marks."""
    return Legend(
        tuple((kind, say(f"output.legend.{kind}", language)) for kind in ("tint", "outline", "loaded", "quotation"))
    )
