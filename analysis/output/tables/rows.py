"""The tables themselves. Column names are for programs: fixed, in English, lower case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ...errors import ParallaxError
from ...failures import Failure, part_of_work
from ...messages import render
from ...method import AnalyzerInfo
from ...model import ArticleAnalysis, Comparison, Group, Mark, MarkKind, Span, Voice
from ...progress import checked
from ..acts import acts_of
from ..charts.scene import Cell, Column, Table
from ..facts import own, places, scored_sentences, sentence_scores
from ..reader import framing_beside
from ..report.title import title_of

Row = tuple[Cell, ...]
UNRELIABLE = "toward_"
"""How the names of measures begin that no table shows."""


@dataclass(frozen=True, slots=True)
class NamedTable:
    name: str
    table: Table
    failure: Failure | None = None
    """Why it ends early, where it does."""


@dataclass(frozen=True, slots=True)
class _Spec:
    name: str
    columns: str
    """Names, separated by spaces; one that ends in # holds numbers."""
    rows: Callable[[Comparison], Iterator[Row]]


def tables(comparison: Comparison) -> tuple[NamedTable, ...]:
    """Return every table; each is there even where it has no row, and the last says which could not be made."""
    made = [_table(spec, comparison) for spec in _SPECS[:-1]]
    made += [_table(_marked_spec(info), comparison) for info in comparison.analyzers if not info.table]
    made.append(_guarded("measures", (), lambda: _measures(comparison)))
    failed = failures_of(made)
    last = _table(_SPECS[-1], comparison)
    rows = (*last.table.rows, *(("failed", one.name, render(one.message)) for one in failed))
    return (*made, replace(last, table=replace(last.table, rows=rows)))


def failures_of(made: Iterable[NamedTable]) -> tuple[Failure, ...]:
    """Return why tables could not be made, or not to their end."""
    return tuple(named.failure for named in made if named.failure is not None)


def _table(spec: _Spec, comparison: Comparison) -> NamedTable:
    columns = tuple(Column(name.rstrip("#"), numeric=name.endswith("#")) for name in spec.columns.split())
    rows: list[Row] = []

    def filled() -> Table:
        for row in checked(spec.rows(comparison)):
            rows.append(row)
        return Table(columns, tuple(rows))

    named = _guarded(spec.name, columns, filled)
    return named if named.failure is None else replace(named, table=Table(columns, tuple(rows)))


def _guarded(name: str, columns: tuple[Column, ...], make: Callable[[], Table]) -> NamedTable:
    try:
        with part_of_work("table"):
            return NamedTable(name, make())
    except ParallaxError as error:
        return NamedTable(name, Table(columns, ()), Failure(name, error.message))


def _each(comparison: Comparison) -> Iterator[tuple[Group, ArticleAnalysis]]:
    yield from places(comparison).values()


def _flat(text: str) -> str:
    return " ".join(text.split())


def _joined(analysis: ArticleAnalysis, spans: Sequence[Span]) -> str:
    return _flat(" … ".join(span.of(analysis.document.text) for span in spans))


def _articles(comparison: Comparison) -> Iterator[Row]:
    for group, analysis in _each(comparison):
        article, document = analysis.article, analysis.document
        scores = [s.compound for s in scored_sentences(analysis)]
        own_words = sum(document.words_in(run.span) for run in document.voices if own(run.voice) is Voice.NARRATOR)
        scored = article.scored
        yield (
            article.id, article.outlet, group.label, article.title, article.kind, "yes" if article.complete else "no",
            article.byline, article.published,
            article.dateline, article.language, document.words, own_words if scored else None,
            len(analysis.of_kind(MarkKind.FRAMING)) if scored else None,
            sum(bool(a.content) for a in document.attributions) if scored else None, len(document.sentences),
            sum(scores) / len(scores) if scores else None, article.source, article.sha256, article.text_sha256,
            " ".join(render(note) for note in article.notes),
        )  # fmt: skip


def _framing(comparison: Comparison) -> Iterator[Row]:
    for group, analysis in _each(comparison):
        text = analysis.document.text
        for mark in analysis.of_kind(MarkKind.FRAMING):
            index = analysis.document.sentence_at(mark.span.start)
            sentence = _flat(analysis.document.sentences[index].span.of(text)) if index is not None else ""
            yield (
                analysis.article.id, group.label, mark.span.start, mark.span.end, mark.span.of(text), mark.concept,
                mark.variant, mark.dimension, _stances(mark),
                mark.referent, mark.voice, _speaker(analysis, mark.attribution), render(mark.why), sentence, mark.entry,
            )  # fmt: skip


def _stances(mark: Mark) -> str:
    return "; ".join(f"{c.role} {c.stance:+d}" if c.stance else f"{c.role} 0" for c in mark.castings)


def _speaker(analysis: ArticleAnalysis, index: int | None) -> str | None:
    if index is None or index >= len(analysis.document.attributions):
        return None
    speaker = analysis.document.attributions[index].speaker
    return speaker.name if speaker else None


def _attributions(comparison: Comparison) -> Iterator[Row]:
    for group, analysis in _each(comparison):
        for i, found in enumerate(analysis.document.attributions):
            speaker = found.speaker
            yield (
                analysis.article.id, group.label, i, found.form, speaker.name if speaker else None,
                speaker.kind if speaker else None, ("yes" if speaker.named else "no") if speaker else None,
                _joined(analysis, found.source), _joined(analysis, found.cue), found.cue_stance,
                sum(analysis.document.words_in(span) for span in found.content), found.span.start, found.span.end,
                _joined(analysis, found.content), render(found.why),
            )  # fmt: skip


def _sentences(comparison: Comparison) -> Iterator[Row]:
    for group, analysis in _each(comparison):
        document, scores = analysis.document, sentence_scores(analysis)
        for i, s in enumerate(document.sentences):
            voice = document.main_voice(s.span) if analysis.article.scored else None
            score = analysis.score(i)
            yield (
                analysis.article.id, group.label, i, s.paragraph, s.section, s.span.start, s.span.end, voice,
                document.words_in(s.span), scores.get(s.span), score.valence, score.loaded,
                _flat(s.span.of(document.text)),
            )  # fmt: skip


def _loaded(comparison: Comparison) -> Iterator[Row]:
    for group, analysis in _each(comparison):
        for mark in analysis.of_kind(MarkKind.LOADED):
            index = analysis.document.sentence_at(mark.span.start)
            chance = analysis.score(index).loaded
            terms = "; ".join(term.entry for term in framing_beside(analysis, mark))
            yield (
                analysis.article.id, group.label, mark.span.start, mark.span.end, mark.span.of(analysis.document.text),
                mark.weight, index, chance, mark.voice, _speaker(analysis, mark.attribution), terms or None,
                _sentence_of(analysis, index), render(mark.why),
            )  # fmt: skip


def _marked_spec(info: AnalyzerInfo) -> _Spec:
    """Return the table of an analyzer for which none was made by hand."""
    return _Spec(
        info.id, "article group start# end# exact entry voice speaker weight# sentence why", partial(_marked, info)
    )


def _marked(info: AnalyzerInfo, comparison: Comparison) -> Iterator[Row]:
    for group, analysis in _each(comparison):
        for mark in analysis.of_kind(info.id):
            index = analysis.document.sentence_at(mark.span.start)
            yield (
                analysis.article.id, group.label, mark.span.start, mark.span.end, mark.span.of(analysis.document.text),
                mark.entry, mark.voice, _speaker(analysis, mark.attribution), mark.weight,
                _sentence_of(analysis, index), render(mark.why),
            )  # fmt: skip


def _sentence_of(analysis: ArticleAnalysis, index: int | None) -> str:
    return _flat(analysis.document.sentences[index].span.of(analysis.document.text)) if index is not None else ""


def _agency(comparison: Comparison) -> Iterator[Row]:
    for one in acts_of(comparison):
        mark, analysis = one.mark, one.analysis
        index = analysis.document.sentence_at(mark.span.start)
        yield (
            analysis.article.id, one.group.label, mark.span.start, mark.span.end, mark.span.of(analysis.document.text),
            one.act.word, mark.concept, one.act.form, _joined(analysis, one.act.actor) or None, one.actor or None,
            _joined(analysis, one.act.affected) or None, one.affected or None, mark.voice,
            _speaker(analysis, mark.attribution), _sentence_of(analysis, index),
        )  # fmt: skip


def _naming(comparison: Comparison) -> Iterator[Row]:
    for row in comparison.naming:
        for group, cell in zip(comparison.groups, row.cells, strict=True):
            for use in cell.uses:
                yield (
                    row.id, row.label, group.label, use.variant, "; ".join(use.printed), use.dimension, use.voice,
                    len(use.passages), cell.opportunities,
                )  # fmt: skip


def _sources(comparison: Comparison) -> Iterator[Row]:
    for row in comparison.sources:
        for group, cell in zip(comparison.groups, row.cells, strict=True):
            if cell.attributions:
                cues = "; ".join(f"{cue} ({stance}) {n}" for cue, stance, n in cell.cues)
                yield (
                    row.speaker, row.kind, "yes" if row.named else "no", group.label, cell.attributions, cell.words,
                    cell.first, cues,
                )  # fmt: skip


def _statements(comparison: Comparison) -> Iterator[Row]:
    known = places(comparison)
    for statement in comparison.statements:
        for member in statement.members:
            group, analysis = known[member.article]
            yield (
                statement.id, statement.confidence, group.label, member.article, member.sentence,
                member.span.start, member.span.end, _flat(member.span.of(analysis.document.text)),
            )  # fmt: skip


def _coverage(comparison: Comparison) -> Iterator[Row]:
    """A row per statement and article that is no member, with its nearest sentence."""
    known = places(comparison)
    members = {(s.id, m.article) for s in comparison.statements for m in s.members}
    for answer in comparison.coverage:
        if (answer.statement, answer.article) in members:
            continue
        group, analysis = known[answer.article]
        nearest = answer.nearest[0] if answer.nearest else None
        yield (
            answer.statement, group.label, answer.article, answer.state, answer.probability,
            nearest.span.start if nearest else None, nearest.span.end if nearest else None,
            _flat(nearest.span.of(analysis.document.text)) if nearest else None,
        )  # fmt: skip


def _differences(comparison: Comparison) -> Iterator[Row]:
    known = places(comparison)
    for statement in comparison.statements:
        for difference in statement.differences:
            for article, value in difference.values:
                yield (statement.id, difference.kind, known[article][0].label, article, value or None)


def _quotes(comparison: Comparison) -> Iterator[Row]:
    known = places(comparison)
    for quote in comparison.quotes:
        for cut in quote.cuts:
            group, analysis = known[cut.article]
            yield (
                quote.id, quote.speaker, group.label, cut.article, cut.attribution, cut.cue or None, cut.cue_stance,
                cut.words, cut.span.start, cut.span.end, _flat(cut.span.of(analysis.document.text)),
            )  # fmt: skip


def _wire(comparison: Comparison) -> Iterator[Row]:
    known = places(comparison)
    for shared in comparison.wire:
        for member in shared.members:
            group, analysis = known[member.article]
            yield (
                shared.id, shared.agency, group.label, member.article, analysis.document.words_in(member.span),
                member.span.start, member.span.end, _flat(member.span.of(analysis.document.text)),
            )  # fmt: skip


def _keywords(comparison: Comparison) -> Iterator[Row]:
    labels = {group.key: group.label for group in comparison.groups}
    for k in comparison.wording:
        yield (labels.get(k.group, k.group), k.word, k.z, k.log_odds, k.count, k.rest, k.per_1000_words)


def _measures(comparison: Comparison) -> Table:
    """One column for every dimension that any measure has.

    Sentiment toward actors is too often wrong to stand in a table: the window shows it with its passages.
    """
    shown = [m for m in comparison.measures if not m.name.startswith(UNRELIABLE)]
    names = sorted({name for m in shown for name, _ in m.dimensions} - {"group"})
    labels = {group.key: group.label for group in comparison.groups}
    columns = [Column(n) for n in ("measure", "group", *names)]
    columns += [Column(n, numeric=True) for n in ("value", "n")]
    columns += [Column("unit"), Column("low", numeric=True), Column("high", numeric=True)]
    rows = []
    for m in shown:
        dimensions = dict(m.dimensions)
        key = dimensions.get("group")
        group = labels.get(key, key) if key is not None else None
        rows.append((m.name, group, *(dimensions.get(n) for n in names), m.value, m.n, m.unit, m.low, m.high))
    return Table(tuple(columns), tuple(rows))


def _methods(comparison: Comparison) -> Iterator[Row]:
    found = comparison.provenance
    yield ("title", title_of(comparison), None)
    yield ("program", found.program, None)
    yield ("model", found.model, None)
    for name, digest in found.lexicons:
        yield ("lexicon", name, digest)
    for name, number in found.analyzers:
        yield ("analyzer", name, number)
    for name, version in found.packages:
        yield ("package", name, version)
    for name, value in found.settings:
        yield ("setting", name, value)
    for note in comparison.notes:
        yield ("note", render(note), None)
    for d in found.decisions:
        yield ("decision", f"{d.verdict}: {d.anchor.exact}", d.note or d.mark)
    yield ("reading", "An empty cell means not measurable or not applicable, never zero.", None)
    yield ("reading", "In CSV files a text that begins like a formula has an apostrophe in front.", None)
    yield ("reading", "Offsets (start, end) count Unicode code points of the article's text, half-open.", None)


_SPECS = (
    _Spec(
        "articles",
        "article outlet group title kind complete byline published dateline language words# own_words# framing_terms# "
        "attributions# sentences# mean_compound# source sha256 text_sha256 notes",
        _articles,
    ),
    _Spec(
        "framing",
        "article group start# end# exact concept variant dimension stance referent voice speaker why sentence entry",
        _framing,
    ),
    _Spec(
        "attributions",
        "article group attribution# form speaker speaker_kind named source cue cue_stance words# start# end# "
        "content why",
        _attributions,
    ),
    _Spec(
        "sentences",
        "article group sentence# paragraph# section start# end# voice words# compound# valence# loaded# text",
        _sentences,
    ),
    _Spec(
        "loaded_words",
        "article group start# end# exact probability# sentence# sentence_probability# voice speaker lexicon_entries "
        "sentence_text why",
        _loaded,
    ),
    _Spec(
        "agency",
        "article group start# end# exact word kind form actor actor_name affected affected_name voice speaker sentence",
        _agency,
    ),
    _Spec("naming", "concept label group variant printed dimension voice count# references#", _naming),
    _Spec("sources", "speaker kind named group attributions# words# first# cues", _sources),
    _Spec("statements", "statement confidence# group article sentence# start# end# text", _statements),
    _Spec("coverage", "statement group article state similarity# start# end# nearest", _coverage),
    _Spec("differences", "statement kind group article value", _differences),
    _Spec("quotes", "quote speaker group article attribution# cue cue_stance words# start# end# text", _quotes),
    _Spec("wire", "passage agency group article words# start# end# text", _wire),
    _Spec("keywords", "group word z# log_odds# count# rest# per_1000_words#", _keywords),
    _Spec("methods", "what name value", _methods),
)
