"""Each group's answer to each statement, from the answers of its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..kept import kept
from ..model import Comparison, Coverage, CoverageState, Difference, Passage, Statement
from ..progress import checked
from .labels import say

CONTRADICTING = ("number", "polarity")
"""Kinds of differences in which two members may contradict each other."""
_ORDER = (CoverageState.TOLD, CoverageState.PERHAPS, CoverageState.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a group says of a statement."""

    state: CoverageState
    passages: tuple[Passage, ...]
    """Where it is told, else the nearest passages, best first."""
    probability: float
    """Similarity of the nearest passage, 0 … 1; 1 for a member."""


@kept
def answers(comparison: Comparison) -> dict[tuple[str, str], Answer]:
    """Return the answers by (statement id, group key): the best of the group's articles.

    A group none of whose articles was aligned has none; nor has one in whose articles a statement was not found as far
    as they are here, where one of them is here in part only.
    """
    group_of = {article: group.key for group in comparison.groups for article in group.articles}
    members: dict[tuple[str, str], list[Passage]] = {}
    for statement in comparison.statements:
        for m in statement.members:
            members.setdefault((statement.id, m.article), []).append(Passage(m.article, m.span))
    found: dict[tuple[str, str], list[Coverage]] = {}
    for one in checked(comparison.coverage):
        found.setdefault((one.statement, group_of[one.article]), []).append(one)
    partial = {group_of[a.article.id] for a in comparison.analyses if a.article.scored and not a.article.complete}
    best = {key: _best(given, members) for key, given in checked(found.items())}
    return {
        key: answer
        for key, answer in best.items()
        if answer.state is not CoverageState.NOT_FOUND or key[1] not in partial
    }


def told_by(comparison: Comparison) -> dict[str, int]:
    """Return how many groups tell each statement, by its id."""
    told = dict.fromkeys((s.id for s in comparison.statements), 0)
    for (statement, _), answer in answers(comparison).items():
        told[statement] += answer.state is CoverageState.TOLD
    return told


def _best(given: list[Coverage], members: Mapping[tuple[str, str], list[Passage]]) -> Answer:
    state = min((one.state for one in given), key=_ORDER.index)
    chosen = sorted((one for one in given if one.state is state), key=lambda one: -one.probability)
    passages: list[Passage] = []
    for one in chosen:
        passages += members.get((one.statement, one.article), [])
        # A sentence that tells it too without being a member: the nearest alone. Others are shown to be judged.
        nearest = one.nearest[:1] if state is CoverageState.TOLD else one.nearest
        passages += [Passage(one.article, n.span) for n in nearest]
    return Answer(state, tuple(passages), chosen[0].probability)


def contradicting(statement: Statement) -> tuple[Difference, ...]:
    """Return the differences in which members of a statement may contradict each other."""
    return tuple(d for d in statement.differences if d.kind in CONTRADICTING)


def contradictions(statement: Statement, article: str, language: str = "en") -> str:
    """Return what stands in one member where the members may contradict each other; "" where they do not."""
    said = []
    for difference in contradicting(statement):
        values = dict(difference.values)
        if article in values:
            nothing = say(f"output.differs.no_{difference.kind}", language)
            said.append(values[article] or nothing)
    return "; ".join(said)
