"""Passages that outlets share nearly word for word: agency copy, or one outlet reprinting another."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import ArticleAnalysis, Quotation, SectionKind, Span, Token, WirePassage
from ..progress import checked
from .agencies import own_agency, whose_copy
from .numbers import numbers
from .polarity import opposed, polarity
from .runs import components, joined, shared_runs, sharing, widened
from .scope import Scope, passage

SHINGLE = 8
"""Equal words in a row that begin a shared run; fewer are formulas ("speaking on condition of anonymity because")."""

GAP = 6
"""Words that may differ between two shared runs of one passage: a small edit by a desk."""

EDGE = 3
"""Equal words in a row that carry a passage on beyond an edit at its end."""

MIN_WORDS = 16
"""Words of a passage: shorter ones are one sentence that two reporters can write alike."""

MIN_OWN = 8
"""Words of a passage outside quotation marks: two outlets quoting one speech have not copied each other."""


@dataclass(frozen=True, slots=True)
class _Piece:
    article: int
    start: int
    end: int


def wire_passages(scope: Scope) -> tuple[WirePassage, ...]:
    """Return the shared passages of different groups, in the order of the articles; `words` is the longest member's."""
    texts = [_Text.of(analysis) for analysis in checked(scope.scored)]
    pieces: list[_Piece] = []
    edges: list[tuple[int, int]] = []
    for a, b in checked(sharing([text.words for text in texts], SHINGLE)):
        if scope.group_key(texts[a].analysis.article.id) == scope.group_key(texts[b].analysis.article.id):
            continue
        one, two = texts[a].words, texts[b].words
        seeds = joined(shared_runs(one, two, SHINGLE), GAP, one, two, _contradict)
        wider = [widened(run, one, two, GAP, EDGE, _contradict) for run in seeds]
        for run in joined(wider, GAP, one, two, _contradict):
            if texts[a].is_copy(run.a, run.a_end) and texts[b].is_copy(run.b, run.b_end):
                edges.append((len(pieces), len(pieces) + 1))
                pieces += [_Piece(a, run.a, run.a_end), _Piece(b, run.b, run.b_end)]
    edges += _overlapping(pieces)
    found = [_members([pieces[i] for i in held]) for held in components(len(pieces), edges)]
    found.sort(key=lambda members: [(p.article, p.start) for p in members])
    return tuple(_wire(n, texts, members) for n, members in enumerate(found, 1))


def _contradict(one: Sequence[Hashable], two: Sequence[Hashable]) -> bool:
    """Return whether an edit is none of wording: one side denies or negates, or gives another number."""
    first, second = (" ".join(map(str, words)) for words in (one, two))
    if opposed(polarity(first), polarity(second)):
        return True
    return {n.value for n in numbers(first)} != {n.value for n in numbers(second)}


class _Text:
    """The words of an article, as wire copy is compared: in lower case."""

    def __init__(self, analysis: ArticleAnalysis, tokens: Sequence[Token], quoted: Sequence[bool]) -> None:
        self.analysis = analysis
        self.tokens = tokens
        self.words = [token.text.casefold() for token in tokens]
        self.quoted = quoted

    @classmethod
    def of(cls, analysis: ArticleAnalysis) -> _Text:
        document = analysis.document
        notes = [s.span for s in document.article.sections if s.kind is SectionKind.NOTE]
        tokens = [t for t in document.tokens if t.word and not any(note.contains(t.span) for note in notes)]
        return cls(analysis, tokens, _inside(document.quotations, tokens))

    def is_copy(self, start: int, end: int) -> bool:
        own = sum(not quoted for quoted in self.quoted[start:end])
        return end - start >= MIN_WORDS and own >= MIN_OWN

    def span(self, piece: _Piece) -> Span:
        return Span(self.tokens[piece.start].span.start, self.tokens[piece.end - 1].span.end)


def _inside(quotations: Sequence[Quotation], tokens: Sequence[Token]) -> list[bool]:
    """Return for each token whether it stands inside a quotation; both are in text order."""
    inside, at = [], 0
    for token in tokens:
        while at < len(quotations) and quotations[at].outer.end <= token.span.start:
            at += 1
        inside.append(at < len(quotations) and quotations[at].outer.contains(token.span))
    return inside


def _overlapping(pieces: Sequence[_Piece]) -> list[tuple[int, int]]:
    """Return pairs of pieces of one article that share at least half of the shorter one."""
    by_article: dict[int, list[int]] = {}
    for i, piece in enumerate(checked(pieces)):
        by_article.setdefault(piece.article, []).append(i)
    return [
        (i, j)
        for held in by_article.values()
        for i, j in combinations(held, 2)
        if 2 * _shared(pieces[i], pieces[j]) >= min(pieces[i].end - pieces[i].start, pieces[j].end - pieces[j].start)
    ]


def _shared(p: _Piece, q: _Piece) -> int:
    return min(p.end, q.end) - max(p.start, q.start)


def _members(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return the pieces in the order of the texts, those joined that overlap or stand within a small edit."""
    found: list[_Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.article, p.start, p.end)):
        last = found[-1] if found else None
        if last and last.article == piece.article and piece.start - last.end <= GAP:
            found[-1] = _Piece(last.article, last.start, max(last.end, piece.end))
        else:
            found.append(piece)
    return found


def _wire(n: int, texts: Sequence[_Text], members: Sequence[_Piece]) -> WirePassage:
    articles = dict.fromkeys(p.article for p in members)
    words = max(sum(p.end - p.start for p in members if p.article == a) for a in articles)
    passages = tuple(passage(texts[p.article].analysis, texts[p.article].span(p)) for p in members)
    return WirePassage(f"w{n}", whose_copy([texts[a].analysis.article for a in articles]), passages, words)


def later_copies(scope: Scope, wire: Sequence[WirePassage]) -> Mapping[str, list[Span]]:
    """Return what to leave out where wire copy counts once: each passage in all articles but one.

    The one that counts is the agency's own, else the first in the comparison's order: the one published first.
    """
    left_out: dict[str, list[Span]] = {}
    for shared in checked(wire):
        articles = [scope.of(p.article).article for p in shared.members]
        original = next((a.id for a in articles if shared.agency in (a.outlet, own_agency(a) or "")), articles[0].id)
        for member in shared.members:
            if member.article != original:
                left_out.setdefault(member.article, []).append(member.span)
    return left_out


def overlaps(scope: Scope, wire: Sequence[WirePassage]) -> list[tuple[str, str, float]]:
    """Return for each article the other one that holds most of its words, with the share, largest first."""
    shared: dict[tuple[str, str], set[int]] = {}
    for held in checked(wire):
        for member in held.members:
            document = scope.of(member.article).document
            tokens = range(document.token_at(member.span.start), document.token_at(member.span.end))
            words = {i for i in tokens if document.tokens[i].word}
            for other in {m.article for m in held.members} - {member.article}:
                shared.setdefault((member.article, other), set()).update(words)
    largest: dict[str, tuple[str, str, float]] = {}
    for (article, other), words in sorted(shared.items()):
        share = len(words) / scope.of(article).document.words
        if article not in largest or share > largest[article][2]:
            largest[article] = (article, other, share)
    return sorted(largest.values(), key=lambda s: (-s[2], s[0], s[1]))
