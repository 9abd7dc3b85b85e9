"""Each article's answer to each statement: told, perhaps, not found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import ArticleAnalysis, Coverage, CoverageState, Nearest
from ..progress import checked
from .differences import contradict
from .places import Place
from .similarity import Similarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAREST = 2
"""Passages kept of an article that is no member: more would not be read."""


def answers(
    analyses: Sequence[ArticleAnalysis],
    places: Sequence[Place],
    alike: NDArray[np.float64],
    clusters: Sequence[Sequence[int]],
    similarity: Similarity,
) -> tuple[Coverage, ...]:
    """Return an answer for every cluster of `places` and every article, in their order.

    An article that is here in part only never answers "not found": it has no answer there, as it cannot be measured.

    An article that is a member tells the statement. Else its sentence nearest to any member decides: from
    `similarity.threshold` it is told, below `similarity.absent` not found, between them perhaps. Three things are never
    more than perhaps: what differs in a number or in being affirmed or denied, a statement of too few words to be
    compared, and a sentence of too few words that comes near by chance.
    """
    by_article: list[list[int]] = [[] for _ in analyses]
    for i, place in enumerate(places):
        by_article[place.article].append(i)
    found: list[Coverage] = []
    for n, held in enumerate(checked(clusters)):
        members = {places[i].article for i in held}
        for a, analysis in enumerate(analyses):
            id = f"s{n + 1}"
            if a in members:
                found.append(Coverage(id, analysis.article.id, CoverageState.TOLD, 1.0, ()))
                continue
            best = _best(by_article[a], places, alike, held)
            nearest = tuple(
                Nearest(places[i].sentence, analysis.document.sentences[places[i].sentence].span, value)
                for value, i, _ in best
            )
            state = _state(analyses, places, held, best, similarity)
            if state is CoverageState.NOT_FOUND and not analysis.article.complete:
                continue
            found.append(Coverage(id, analysis.article.id, state, best[0][0] if best else 0.0, nearest))
    return tuple(found)


def _best(
    mine: Sequence[int], places: Sequence[Place], alike: NDArray[np.float64], held: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Return the nearest places of `mine` as (similarity, place, the member it comes nearest to), best first."""
    candidates = [i for i in mine if not places[i].short] or list(mine)
    if not candidates:
        return []
    block = alike[list(held)][:, candidates]
    rows, values = block.argmax(axis=0), block.max(axis=0)
    ordered = sorted(range(len(candidates)), key=lambda j: (-float(values[j]), candidates[j]))
    return [(round(float(values[j]), 4), candidates[j], held[int(rows[j])]) for j in ordered[:NEAREST]]


def _state(
    analyses: Sequence[ArticleAnalysis],
    places: Sequence[Place],
    held: Sequence[int],
    best: Sequence[tuple[float, int, int]],
    similarity: Similarity,
) -> CoverageState:
    if not best:
        return CoverageState.NOT_FOUND
    value, i, member = best[0]
    if all(places[k].short for k in held) or places[i].short:
        return CoverageState.PERHAPS
    if value < similarity.absent:
        return CoverageState.NOT_FOUND
    if value < similarity.threshold or contradict(
        [(analyses[places[k].article], places[k].sentence) for k in (i, member)]
    ):
        return CoverageState.PERHAPS
    return CoverageState.TOLD
