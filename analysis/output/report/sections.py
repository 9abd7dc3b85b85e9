"""The report's findings: figures with their words, passages, and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...messages import render
from ...model import Comparison, NamingRow, SharedQuote, Statement
from ..charts import Chart, ChartOptions, Column, Table, build_chart, roles
from ..charts.coverage import shared_statements
from ..charts.stance import SEPARATOR
from ..coverage import contradicting, contradictions
from ..labels import cue_label, say, short
from .alike import contrasts_of_one_thing
from .contrasts import contrasts, often, references
from .marked import context
from .outline import Concordance, Element, Figure, Grid, Heading, Paragraph, Profile, Run
from .overview import overview

WIDTH = 660.0
"""Pixels of a chart: at the width of a page its 12-pixel text prints at 8.5 points."""
ALT_ROWS = 12
"""Rows of a chart's table that its alternative text reads out; the rest is in the tables."""
CONCEPTS = {Profile.HANDOUT: 1, Profile.BRIEFING: 4, Profile.FULL: 8}
ROLES = {Profile.HANDOUT: 0, Profile.BRIEFING: 1, Profile.FULL: 3}
CAST = 3
"""Terms for or against from which a role has its chart: two or fewer are read faster in the passages."""
PASSAGES = {Profile.HANDOUT: 0, Profile.BRIEFING: 6, Profile.FULL: 8}
"""Passages printed under a concept; all are marked in the articles and listed in the tables."""
QUOTED = 320
"""Characters of a quotation in the table, about fifty words; where it goes on, the articles have it whole."""
ALONE = 3
"""Concepts shown where no two outlets differ on any: there is no contrast, only what was found more than once."""
BEGINS = 90
"""Characters of a shared passage."""
TOLD, TOLD_LENGTH = 6, 240
"""Statements printed sentence beside sentence, and characters of a sentence there."""
FEW = 3
"""Charts of concepts at least; beyond, one that is referred to two or three times in all is in the window only."""
QUOTES, WIRE = 12, 12
"""Shared quotations and passages printed; the tables have all."""


def figure(
    id: str, comparison: Comparison, language: str, subject: str = "", limit: int = 12, explained: bool = False
) -> Iterator[Element]:
    """Yield the chart with its words, or its name and the reason why there is nothing to show.

    One that is `explained` already, by a chart of the same kind above it, goes without its caption.
    """
    chart = build_chart(id, comparison, WIDTH, ChartOptions(language=language, subject=subject, limit=limit))
    title, caption = render(chart.title, language), render(chart.caption, language)
    if chart.empty:
        yield Heading(title, 2)
        yield Paragraph(caption, quiet=True)
        return
    yield Figure(chart, title, "" if explained else caption, _alt(title, chart), say("output.table_behind", language))


def _alt(title: str, chart: Chart) -> str:
    heads = [column.title for column in chart.table.columns]
    rows = chart.table.printed()
    spoken = [", ".join(f"{head} {cell}" for head, cell in zip(heads, row, strict=True)) for row in rows[:ALT_ROWS]]
    more = f"; … ({len(rows)})" if len(rows) > ALT_ROWS else ""
    return f"{title}. " + "; ".join(spoken) + more


def words(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """Choice of words: concepts with their passages, stances, and how many terms there are."""
    found = contrasts(comparison) or [row for row in comparison.naming if references(row) > 1][:ALONE]
    chosen = [row for i, row in enumerate(found) if i < FEW or often(row)]
    if profile is Profile.HANDOUT:  # nothing here says of what the words stand: only where it is one thing
        one_thing = {contrast.concept for contrast in contrasts_of_one_thing(comparison)}
        chosen = [row for row in found if row.id in one_thing]
    for i, row in enumerate(chosen[: CONCEPTS[profile]]):
        yield from figure("naming", comparison, language, row.id, explained=i > 0)
        passages = tuple(_passages(comparison, row, PASSAGES[profile], language))
        if passages:
            yield Concordance(passages)
    for i, subject in enumerate(_cast(comparison)[: ROLES[profile]]):
        yield from figure("stance", comparison, language, subject, explained=i > 0)
    if profile is not Profile.HANDOUT:
        yield from figure("framing_voices", comparison, language)
        if profile is Profile.FULL or not chosen:
            yield from figure("framing", comparison, language)


def _cast(comparison: Comparison) -> list[str]:
    """Return the roles that terms of two groups cast, often enough for or against to fill a chart."""
    cast: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for row in comparison.stances:
        subject = f"{row.concept}{SEPARATOR}{row.role}"
        groups[subject] += 1
        cast[subject] += sum(n for stance, _, n in row.counts if stance)
    return [subject for subject, _ in roles(comparison) if cast[subject] >= CAST and groups[subject] > 1]


def _passages(
    comparison: Comparison, row: NamingRow, most: int, language: str
) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Yield up to `most` passages in turn from every outlet, so that no outlet takes all the places."""
    queues = [
        (short(group.label), [(use.voice, passage) for use in cell.uses for passage in use.passages])
        for group, cell in zip(comparison.groups, row.cells, strict=True)
    ]
    picked: list[tuple[int, int]] = []
    for turn in range(most):
        picked += [(i, turn) for i, (_, places) in enumerate(queues) if turn < len(places)]
    for i, turn in sorted(picked[:most]):
        label, places = queues[i]
        voice, passage = places[turn]
        yield label, context(comparison.analysis_of(passage.article), passage.span, voice)


def voices(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """Whose words the articles are made of; the handout's first page has the shares in its table."""
    if profile is not Profile.HANDOUT or overview(comparison, language) is None:
        yield from figure("voices", comparison, language)


def sources(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """Who is heard, how early, and how introduced."""
    yield from figure("sources_ledger", comparison, language, limit=5 if profile is Profile.HANDOUT else 14)
    if profile is Profile.HANDOUT:
        return
    yield from figure("sources_kinds", comparison, language)
    yield from figure("sources_cues", comparison, language)
    shared = comparison.quotes[:QUOTES]
    if shared:
        yield Heading(say("output.heading.quotes", language), 2)
        yield Grid(say("output.caption.quotes", language), _quotes(comparison, shared, language), (1.3, 1.2, 1.2, 4))


def _quotes(comparison: Comparison, shared: tuple[SharedQuote, ...], language: str) -> Table:
    columns = tuple(Column(say(f"output.column.{k}", language)) for k in ("speaker", "outlet", "cue", "cut"))
    rows = []
    for quote in shared:
        for i, cut in enumerate(quote.cuts):
            text = comparison.analysis_of(cut.article).document.text
            cue = f"{cut.cue} ({cue_label(cut.cue_stance, language)})" if cut.cue else None
            speaker = quote.speaker if i == 0 else ""
            rows.append(
                (
                    speaker,
                    short(comparison.group_of(cut.article).label),
                    cue,
                    short(" ".join(cut.span.of(text).split()), QUOTED),
                )
            )
    return Table(columns, tuple(rows), groups=tuple(len(quote.cuts) for quote in shared))


def sentiment(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """Sentiment by voice, and along each article."""
    if profile is not Profile.HANDOUT:
        yield from figure("sentiment", comparison, language)
        if any(a.was_read for a in comparison.analyses):
            yield from figure("valence", comparison, language)
        if profile is Profile.FULL:
            yield from figure("sentiment_along", comparison, language)


def coverage(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """What is found where, and passages that outlets share word for word."""
    limit = {Profile.HANDOUT: 5, Profile.BRIEFING: 12, Profile.FULL: 12}[profile]
    yield from figure("coverage", comparison, language, limit=limit)
    shared = shared_statements(comparison)[:TOLD]
    if shared and profile is Profile.FULL:
        differ = any(contradicting(statement) for statement in shared)
        yield Heading(say("output.heading.told", language), 2)
        yield Grid(
            say("output.caption.told", language), _told(comparison, shared, language), (1.2, 4.2, 1.4)[: 2 + differ]
        )
    if comparison.wire and profile is not Profile.HANDOUT:
        yield Heading(say("output.heading.wire", language), 2)
        yield Grid(say("output.caption.wire", language), _wire(comparison, language), (1, 2.4, 0.8, 4))


def _told(comparison: Comparison, shared: list[Statement], language: str) -> Table:
    differ = any(contradicting(statement) for statement in shared)
    columns = tuple(Column(say(f"output.column.{k}", language)) for k in ("outlet", "told", "differs")[: 2 + differ])
    rows = []
    for statement in shared:
        for member in statement.members:
            text = comparison.analysis_of(member.article).document.text
            sentence = short(" ".join(member.span.of(text).split()), TOLD_LENGTH)
            differs = contradictions(statement, member.article, language)
            cells = (short(comparison.group_of(member.article).label), sentence, differs)
            rows.append(cells[: len(columns)])
    return Table(columns, tuple(rows), groups=tuple(len(s.members) for s in shared))


def _wire(comparison: Comparison, language: str) -> Table:
    columns = [Column(say(f"output.column.{k}", language)) for k in ("agency", "outlets")]
    columns += [Column(say("output.column.words", language), numeric=True)]
    columns += [Column(say("output.column.begins", language))]
    rows = []
    for passage in sorted(comparison.wire, key=lambda w: -w.words)[:WIRE]:
        first = passage.members[0]
        text = " ".join(first.span.of(comparison.analysis_of(first.article).document.text).split())
        outlets = dict.fromkeys(short(comparison.group_of(p.article).label) for p in passage.members)
        rows.append((passage.agency, ", ".join(outlets), passage.words, short(text, BEGINS)))
    return Table(tuple(columns), tuple(rows))


def vocabulary(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """Words that set outlets apart."""
    if profile is Profile.FULL:
        yield from figure("keyness", comparison, language, limit=10)
