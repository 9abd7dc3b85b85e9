"""Article → Document → ArticleAnalysis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..failures import part_of_work
from ..model import Article, ArticleAnalysis, Attribution, Document, Mark, Measure
from ..progress import Report, checked, counted, following, silent, stage
from .actors import find_actors
from .analyzers import Analyzer, registry
from .attribution import attributions, find
from .language import find_quotations, segment
from .reader import shared
from .speakers import speakers_of
from .voices import assign_voices

READER, ACTORS, ATTRIBUTION, LAYERS = 0.55, 0.6, 0.85, 0.88
"""Where, in an article's time, the Reader ends, the actors, the attributions with their speakers, and all layers; the
analyzers follow. Measured on an article of 20,000 words."""


def read_document(article: Article, report: Report = silent) -> Document:
    """Return the text of `article` in layers; a language that is not read gets its segmentation only."""
    with following(report):
        return _read(article)


def _read(article: Article) -> Document:
    with part_of_work("text"):
        paragraphs, sentences, tokens = segment(article)
        bare = Document(article, paragraphs, sentences, tokens, (), (), (), ())
        if not article.scored:
            return bare
        set_apart = [quote.span for quote in article.block_quotes]
        quoted = replace(bare, quotations=find_quotations(article.text, paragraphs, set_apart))
    with part_of_work("reader"), stage(0.0, READER):
        reader = shared()
        if reader is not None:
            quoted = replace(quoted, reading=reader.read([quoted])[0])
    with part_of_work("actors"), stage(READER, ACTORS):
        named = replace(quoted, actors=find_actors(quoted))
    with part_of_work("attribution"), stage(ACTORS, ATTRIBUTION):
        attributed = replace(named, attributions=attribute(named))
    with part_of_work("voices"), stage(ATTRIBUTION, LAYERS):
        return replace(attributed, voices=assign_voices(attributed))


def attribute(document: Document) -> tuple[Attribution, ...]:
    """Return who said what in `document`, whose actors are known, with the speakers, in text order."""
    found = find(document)
    return attributions(document, found, speakers_of(document, found))


def analyze_article(
    article: Article, analyzers: Sequence[Analyzer] | None = None, report: Report = silent
) -> ArticleAnalysis:
    """Return everything found in `article`; PartError where a part of it fails."""
    with following(report):
        document = _read(article)
        if not article.scored:
            return ArticleAnalysis(document, (), ())
        found: list[Mark] = []
        with stage(LAYERS, 1.0):
            for analyzer in counted(analyzers if analyzers is not None else registry()):
                with part_of_work(analyzer.info.id):
                    found.extend(analyzer.marks(document))
        marks = tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind, m.entry)))
        return measured(document, marks, analyzers)


def measured(
    document: Document, marks: tuple[Mark, ...], analyzers: Sequence[Analyzer] | None = None
) -> ArticleAnalysis:
    """Return the analysis that these marks amount to; also what a rejection goes through."""
    measures: list[Measure] = []
    for analyzer in checked(analyzers if analyzers is not None else registry()):
        with part_of_work(analyzer.info.id):
            measures += analyzer.measures(document, tuple(m for m in marks if m.kind in analyzer.info.kinds))
    return ArticleAnalysis(document, marks, tuple(measures))
