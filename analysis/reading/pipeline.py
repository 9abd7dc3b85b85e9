"""Article → Document → ArticleAnalysis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from ..failures import part_of_work
from ..model import Article, ArticleAnalysis, Attribution, Document, Mark
from ..progress import Report, counted, following, silent, stage
from .actors import find_actors
from .analyzers import Analyzer, registry
from .analyzers.toward import actor_sentiments
from .attribution import attributions, complete, fallback, find
from .language import find_quotations, find_turns, segment, set_apart_spans
from .method import method_of
from .reader import shared
from .scores import sentence_scores
from .speakers import parsed, speakers_of
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
        quoted = replace(bare, quotations=find_quotations(article.text, paragraphs, set_apart_spans(bare)))
    with part_of_work("reader"), stage(0.0, READER):
        reader = shared()
        if reader is not None:
            quoted = replace(quoted, reading=reader.read([quoted])[0])
    with part_of_work("actors"), stage(READER, ACTORS):
        named = replace(quoted, actors=find_actors(quoted))
    with part_of_work("attribution"), stage(ACTORS, ATTRIBUTION):
        rules = fallback.find(named)
        attributed = replace(named, attributions=attribute(named, rules))
    with part_of_work("voices"), stage(ATTRIBUTION, LAYERS):
        return replace(attributed, voices=assign_voices(attributed, rules))


def attribute(document: Document, rules: fallback.Rules) -> tuple[Attribution, ...]:
    """Return who said what in `document`, whose actors are known, with the speakers, in text order.

    `rules`, what the rule engine found, answers where there is no Reader.
    """
    turns, grammar = find_turns(document), parsed(document)
    if grammar is not None:
        found = find(document, turns)
        return attributions(document, found, speakers_of(document, found, grammar))
    found = complete(document, turns, fallback.said(rules.found, document.text))
    speakers = speakers_of(document, found, fallback.Shallow(rules.lines))
    told = fallback.said_by(document, found, speakers)
    return attributions(document, list(compress(found, told)), list(compress(speakers, told)))


def analyze_article(
    article: Article, analyzers: Sequence[Analyzer] | None = None, report: Report = silent
) -> ArticleAnalysis:
    """Return everything found in `article`; PartError where a part of it fails."""
    with following(report):
        document = _read(article)
        if not article.scored:
            return ArticleAnalysis(document, ())
        with stage(LAYERS, 1.0):
            return found_in(document, registry() if analyzers is None else analyzers)


def found_in(document: Document, analyzers: Sequence[Analyzer]) -> ArticleAnalysis:
    """Return what the analyzers and the Reader find in a document."""
    marks: list[Mark] = []
    for analyzer in counted(analyzers):
        with part_of_work(analyzer.info.id):
            marks.extend(analyzer.marks(document))
    with part_of_work("scores"):
        scores = sentence_scores(document)
    with part_of_work("toward"):
        toward = actor_sentiments(document)
    ordered = tuple(sorted(marks, key=lambda m: (m.span.start, m.span.end, m.kind, m.entry)))
    return ArticleAnalysis(document, ordered, scores, toward, method_of(document, analyzers))
