"""Article → Document → ArticleAnalysis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..failures import part_of_work
from ..model import Article, ArticleAnalysis, Document, Mark, Measure
from ..progress import Report, part, silent
from .actors import find_actors
from .analyzers import Analyzer, registry
from .attribution import attribute
from .language import find_quotations, segment
from .reader import shared
from .voices import assign_voices

READING = 0.7
"""Share of an article's time that the Reader takes."""


def read_document(article: Article, report: Report = silent) -> Document:
    """Return the text of `article` in layers; a language that is not read gets its segmentation only."""
    with part_of_work("text"):
        paragraphs, sentences, tokens = segment(article)
        bare = Document(article, paragraphs, sentences, tokens, (), (), (), ())
        if not article.scored:
            return bare
        quoted = replace(bare, quotations=find_quotations(article.text, paragraphs))
    with part_of_work("reader"):
        reader = shared()
        if reader is not None:
            quoted = replace(quoted, reading=reader.read([quoted], report)[0])
    with part_of_work("actors"):
        named = replace(quoted, actors=find_actors(quoted))
    with part_of_work("attribution"):
        attributed = replace(named, attributions=attribute(named))
    with part_of_work("voices"):
        return replace(attributed, voices=assign_voices(attributed))


def analyze_article(
    article: Article, analyzers: Sequence[Analyzer] | None = None, report: Report = silent
) -> ArticleAnalysis:
    """Return everything found in `article`; PartError where a part of it fails."""
    document = read_document(article, part(report, 0.0, READING))
    if not article.scored:
        return ArticleAnalysis(document, (), ())
    found: list[Mark] = []
    for analyzer in analyzers if analyzers is not None else registry():
        with part_of_work(analyzer.info.id):
            found.extend(analyzer.marks(document))
    return measured(
        document, tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind, m.entry))), analyzers
    )


def measured(
    document: Document, marks: tuple[Mark, ...], analyzers: Sequence[Analyzer] | None = None
) -> ArticleAnalysis:
    """Return the analysis that these marks amount to; also what a rejection goes through."""
    measures: list[Measure] = []
    for analyzer in analyzers if analyzers is not None else registry():
        with part_of_work(analyzer.info.id):
            measures += analyzer.measures(document, tuple(m for m in marks if m.kind in analyzer.info.kinds))
    return ArticleAnalysis(document, marks, tuple(measures))
