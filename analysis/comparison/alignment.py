"""Which sentences of different articles say the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import ArticleAnalysis, Coverage, Document, Member, SectionKind, Statement
from ..progress import Report, checked, silent
from .coverage import answers
from .differences import differences
from .places import MIN_WORDS, Place
from .similarity import Similarity, WordSimilarity
from .similarity_reader import ReaderSimilarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEFT_OUT = (SectionKind.DATELINE, SectionKind.NOTE)
"""Sections that say nothing about the event."""

MAX_SENTENCES = 2500
"""About 100 articles. The matrix of similarities grows with the square: 50 MB here. More are not one story."""

MEAN_SHARE = 0.9
"""A sentence joins a statement when its mean similarity to all members reaches this share of the threshold: one link
alone must not chain two statements together."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The statements of a story, and each article's answer to each of them."""

    statements: tuple[Statement, ...] = ()
    coverage: tuple[Coverage, ...] = ()


def align(
    analyses: Sequence[ArticleAnalysis], similarity: Similarity | None = None, report: Report = silent
) -> Aligned:
    """Return the sentences in statements, the most widely found first, then in the order of the text.

    Every sentence is in one statement, those of LEFT_OUT in none. One article alone has no statements: nothing was
    looked for in another.
    Equal sentences are one statement from the start. Others link when each is the other's best match between their
    articles and their similarity reaches the threshold. Links are taken strongest first; a statement holds at most
    one sentence of an article beside its equals.
    """
    if len(analyses) < 2:
        return Aligned()
    places = [
        Place(a, s, sum(token.word for token in analysis.document.tokens[slice(*sentence.tokens)]))
        for a, analysis in enumerate(analyses)
        for s, sentence in enumerate(analysis.document.sentences)
        if sentence.section not in LEFT_OUT
    ]
    if not places:
        return Aligned()
    chosen = similarity or _similarity(analyses, places)
    said = [_in_one_spelling(analysis.document, statements_in(analysis.document)) for analysis in checked(analyses)]
    alike = chosen.matrix([said[p.article][p.sentence] for p in places])
    report(0.6, None)
    clusters = _cluster(places, [_key(analyses, p) for p in places], alike, chosen.threshold)
    clusters.sort(key=lambda c: (-_breadth(places, c[0]), [(places[i].article, places[i].sentence) for i in c[0]]))
    report(0.8, None)
    statements = tuple(
        _statement(n, analyses, [places[i] for i in held], sure) for n, (held, sure) in enumerate(checked(clusters))
    )
    return Aligned(statements, answers(analyses, places, alike, [held for held, _ in clusters], chosen))


def _breadth(places: Sequence[Place], held: Sequence[int]) -> int:
    return len({places[i].article for i in held})


def _key(analyses: Sequence[ArticleAnalysis], place: Place) -> str:
    """Return what equal sentences share: their words and signs, whatever the case and the shape of marks and spaces."""
    document = analyses[place.article].document
    words = document.sentences[place.sentence].span.of(document.text).translate(_STRAIGHT)
    return " ".join(words.casefold().split())


_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


def statements_in(document: Document) -> list[str]:
    """Return what each sentence says, without who says it: two sentences by one speaker are not one statement.

    Source and cue of an attribution are left out where at least MIN_WORDS other words remain.
    """
    parts = sorted(part for a in document.attributions for part in a.source + a.cue)
    found = []
    for sentence in document.sentences:
        left, at = "", sentence.span.start
        for part in parts:
            if sentence.span.contains(part) and part.start >= at:
                left += document.text[at : part.start] + " "
                at = part.end
        left += document.text[at : sentence.span.end]
        enough = sum(any(c.isalnum() for c in word) for word in left.split()) >= MIN_WORDS
        found.append(" ".join((left if enough else sentence.span.of(document.text)).split()))
    return found


def _in_one_spelling(document: Document, sentences: list[str]) -> list[str]:
    """Return sentences of a document with their British spellings made American ones: they are no other words."""
    american = {token.text: token.american for token in document.tokens if token.american}
    if not american:
        return sentences
    return [_WORD.sub(lambda word: american.get(word.group(), word.group()), sentence) for sentence in sentences]


_WORD = re.compile(r"\w+")


def _statement(
    n: int, analyses: Sequence[ArticleAnalysis], places: Sequence[Place], confidence: float | None
) -> Statement:
    members = []
    firsts: dict[int, Place] = {}
    for place in places:
        document = analyses[place.article].document
        members.append(Member(document.article.id, place.sentence, document.sentences[place.sentence].span))
        firsts.setdefault(place.article, place)
    compared = [(analyses[p.article], p.sentence) for p in firsts.values()]
    found = differences(compared) if len(compared) > 1 else ()
    return Statement(f"s{n + 1}", tuple(members), confidence, found)


def _similarity(analyses: Sequence[ArticleAnalysis], places: Sequence[Place]) -> Similarity:
    """Return the measure by meaning and words where the Reader has read everything, else by words."""
    import numpy as np

    readings = [analysis.document.reading for analysis in analyses]
    vectors = [r.embeddings[p.sentence] for p in places if (r := readings[p.article]) is not None]
    return ReaderSimilarity(np.stack(vectors)) if vectors and len(vectors) == len(places) else WordSimilarity()


def _cluster(
    places: Sequence[Place], keys: Sequence[str], alike: NDArray[np.float64], threshold: float
) -> list[tuple[list[int], float | None]]:
    """Return the groups of indexes into `places`, each with the weakest similarity that holds it together."""
    equal: dict[str, list[int]] = {}
    for i, key in enumerate(keys):
        equal.setdefault(key, []).append(i)
    cluster_of = {i: same[0] for same in equal.values() for i in same}
    held = {same[0]: same for same in equal.values()}
    weakest = {same[0]: 1.0 for same in equal.values() if len(same) > 1}
    for value, i, j in checked(_links(alike, places, threshold)):
        a, b = cluster_of[i], cluster_of[j]
        if a == b or {places[k].article for k in held[a]} & {places[k].article for k in held[b]}:
            continue
        mean = float(alike[held[a]][:, held[b]].mean())
        if mean < MEAN_SHARE * threshold:
            continue
        weakest[a] = min(value, weakest.get(a, 1.0), weakest.get(b, 1.0))
        for k in held[b]:
            cluster_of[k] = a
        held[a] = sorted(held[a] + held.pop(b))
    return [(members, round(weakest[c], 4) if c in weakest else None) for c, members in held.items()]


def _links(alike: NDArray[np.float64], places: Sequence[Place], threshold: float) -> list[tuple[float, int, int]]:
    """Return the mutual best matches between articles at or above `threshold`, strongest first, ties in text order."""
    import numpy as np

    article = np.array([p.article for p in places])
    enough = np.array([p.words >= MIN_WORDS for p in places])
    rows = {a: np.flatnonzero((article == a) & enough) for a in range(int(article.max()) + 1)}
    links: list[tuple[float, int, int]] = []
    for a, mine in checked(rows.items()):
        for b, theirs in rows.items():
            if b <= a or not len(mine) or not len(theirs):
                continue
            block = alike[np.ix_(mine, theirs)]
            right, left = block.argmax(axis=1), block.argmax(axis=0)
            for x, y in enumerate(right):
                if left[y] == x and block[x, y] >= threshold:
                    links.append((float(block[x, y]), int(mine[x]), int(theirs[y])))
    return sorted(links, key=lambda link: (-link[0], link[1], link[2]))
