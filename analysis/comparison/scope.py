"""What is counted: the scored articles of each group, less those and the stretches that are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..method import AnalyzerInfo, analyzers_of
from ..model import ArticleAnalysis, Attribution, Group, Mark, Passage, Sentence, Span, Token, VoiceRun
from ..progress import checkpoint


class Scope:
    """The articles of a comparison by group, and what of them counts."""

    def __init__(
        self,
        analyses: Sequence[ArticleAnalysis],
        groups: Sequence[Group],
        left_out: Mapping[str, Sequence[Span]] | None = None,
        without: Collection[str] = (),
    ) -> None:
        self.analyses = tuple(analyses)
        self.groups = tuple(groups)
        self._without = frozenset(without)
        self._left_out = {article: tuple(spans) for article, spans in (left_out or {}).items()}
        self._by_id = {analysis.article.id: analysis for analysis in self.analyses}
        self._group_of = {article: group.key for group in self.groups for article in group.articles}

    @property
    def scored(self) -> tuple[ArticleAnalysis, ...]:
        """The articles in a language that is read and not left out as a whole, in the comparison's order."""
        return tuple(a for a in self.analyses if a.article.scored and a.article.id not in self._without)

    @property
    def analyzers(self) -> tuple[AnalyzerInfo, ...]:
        """What marked the articles, in the order in which it is shown."""
        return analyzers_of(analysis.method for analysis in self.analyses)

    def of(self, article: str) -> ArticleAnalysis:
        """Return the analysis of the article with this id."""
        return self._by_id[article]

    def group_key(self, article: str) -> str:
        """Return the key of the group that holds the article."""
        return self._group_of[article]

    def members(self, group: Group) -> tuple[ArticleAnalysis, ...]:
        """Return the scored articles of `group`, in the comparison's order."""
        held = set(group.articles)
        return tuple(analysis for analysis in self.scored if analysis.article.id in held)

    def counts(self, article: str, span: Span) -> bool:
        """Return whether `span` counts: its middle is in no stretch that is left out."""
        middle = (span.start + span.end) // 2
        return not any(out.start <= middle < out.end for out in self._left_out.get(article, ()))

    def marks(self, analysis: ArticleAnalysis) -> Iterator[Mark]:
        """Yield the marks that count."""
        checkpoint()
        article = analysis.article.id
        return (mark for mark in analysis.marks if self.counts(article, mark.span))

    def sentences(self, analysis: ArticleAnalysis) -> Iterator[tuple[int, Sentence]]:
        """Yield the sentences that count, with their index."""
        checkpoint()
        article = analysis.article.id
        return ((i, s) for i, s in enumerate(analysis.document.sentences) if self.counts(article, s.span))

    def attributions(self, analysis: ArticleAnalysis) -> Iterator[tuple[int, Attribution]]:
        """Yield the attributions that count, with their index; who said nothing is none of them."""
        checkpoint()
        article = analysis.article.id
        return (
            (i, a) for i, a in enumerate(analysis.document.attributions) if a.content and self.counts(article, a.span)
        )

    def words(self, analysis: ArticleAnalysis) -> list[Token]:
        """Return the word tokens that count."""
        checkpoint()
        article = analysis.article.id
        words = [token for token in analysis.document.tokens if token.word]
        if article not in self._left_out:
            return words
        return [token for token in words if self.counts(article, token.span)]

    def voice_words(self, analysis: ArticleAnalysis) -> list[tuple[VoiceRun, int]]:
        """Return each voice run with its number of words that count."""
        document = analysis.document
        runs = document.voices or (document.voice_at(0),)
        counts = [0] * len(runs)
        at = 0
        for token in self.words(analysis):
            while at + 1 < len(runs) and runs[at + 1].span.start <= token.span.start:
                at += 1
            counts[at] += 1
        return list(zip(runs, counts, strict=True))


def passage(analysis: ArticleAnalysis, span: Span) -> Passage:
    """Return `span` as a passage of its article."""
    return Passage(analysis.article.id, span)
