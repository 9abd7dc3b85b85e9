"""Which variant each group chose for the same concept, and how those choices cast whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from ..model import Dimension, Mark, MarkKind, NamingCell, NamingRow, Passage, StanceRow, VariantUse, Voice
from ..progress import checked
from .concepts import SCARE_QUOTES, describe
from .printed import forms
from .scope import Scope, passage

VOICES = (Voice.NARRATOR, Voice.SCARE, Voice.REPORTED, Voice.QUOTED, Voice.MIXED)
"""The order in which uses are listed: the outlet's own voice first."""

_Uses = dict[tuple[str, Voice], list[tuple[Mark, Passage]]]


def naming_rows(scope: Scope, known: Mapping[str, tuple[str, str]]) -> tuple[NamingRow, ...]:
    """Return a row per concept that is used at all, the sharpest contrast first (see `contrast`).

    Concepts that one group alone uses come after those that several do, scare quotes last: there is nothing to
    contrast. `known` gives label and question by concept.
    """
    uses = _collect(scope)
    rows = [(_row(scope, concept, by_group, known), _counts(by_group)) for concept, by_group in checked(uses.items())]
    rows.sort(key=lambda pair: _rank(pair[0], pair[1]))
    return tuple(row for row, _ in rows)


def contrast(counts: Sequence[Counter[str]]) -> float:
    """Return by how much the groups' choices differ, over all uses: G² of variant by group.

    G² = 2 N × the Jensen-Shannon divergence (in nats) of the groups' distributions, each weighted by its uses. It
    grows with the difference and with the number of uses. It orders the rows and is no test: one of significance would
    take the uses within an article for independent, and they are not.
    """
    overall: Counter[str] = sum(counts, Counter())
    n = overall.total()
    g2 = 2 * sum(
        k * log(k * n / (group.total() * overall[variant]))
        for group in counts
        for variant, k in sorted(group.items())
        if k
    )
    return round(g2, 6)


def _rank(row: NamingRow, counts: Sequence[Counter[str]]) -> tuple[bool, bool, float, int, str]:
    shared = sum(1 for c in counts if c.total()) >= 2
    return (row.id == SCARE_QUOTES, not shared, -contrast(counts), -sum(c.total() for c in counts), row.id)


def _collect(scope: Scope) -> dict[str, dict[str, _Uses]]:
    """Return the framing marks by concept, group, and variant with voice."""
    found: dict[str, dict[str, _Uses]] = {}
    for analysis in scope.scored:
        group = scope.group_key(analysis.article.id)
        for mark in scope.marks(analysis):
            if mark.kind == MarkKind.FRAMING and mark.concept:
                uses = found.setdefault(mark.concept, {}).setdefault(group, defaultdict(list))
                uses[mark.variant, mark.voice].append((mark, passage(analysis, mark.span)))
    return found


def _counts(by_group: dict[str, _Uses]) -> list[Counter[str]]:
    counts: list[Counter[str]] = []
    for uses in by_group.values():
        counter: Counter[str] = Counter()
        for (variant, _), found in uses.items():
            counter[variant] += len(found)
        counts.append(counter)
    return counts


def _row(scope: Scope, concept: str, by_group: dict[str, _Uses], known: Mapping[str, tuple[str, str]]) -> NamingRow:
    label, question = describe(concept, known)
    cells = tuple(_cell(scope, group.key, by_group.get(group.key, {}), by_group) for group in scope.groups)
    return NamingRow(concept, label, question, cells)


def _words(scope: Scope, uses: _Uses, variant: str) -> list[str]:
    """Return the variant as it stands in each place."""
    places = (p for (used, _), found in uses.items() if used == variant for _, p in found)
    return [p.span.of(scope.of(p.article).document.text) for p in places]


def _cell(scope: Scope, group: str, uses: _Uses, everywhere: Mapping[str, _Uses]) -> NamingCell:
    """Return the uses of one group, the most frequent variant first, its voices in a fixed order."""
    totals: Counter[str] = Counter()
    for (variant, _), found in uses.items():
        totals[variant] += len(found)
    seen = {v: [w for other in everywhere.values() for w in _words(scope, other, v)] for v in totals}
    listed = sorted(uses, key=lambda use: (-totals[use[0]], use[0], VOICES.index(use[1])))
    return NamingCell(
        group,
        tuple(
            VariantUse(
                variant,
                forms([p.span.of(scope.of(p.article).document.text) for _, p in uses[variant, voice]], seen[variant]),
                uses[variant, voice][0][0].dimension or Dimension.EVALUATION,
                voice,
                tuple(p for _, p in uses[variant, voice]),
            )
            for variant, voice in listed
        ),
        totals.total(),
    )


def stance_rows(scope: Scope) -> tuple[StanceRow, ...]:
    """Return how each group casts each role of each concept: counts of stances by voice, never an average."""
    counts: dict[tuple[str, str, str], Counter[tuple[int, Voice]]] = defaultdict(Counter)
    passages: dict[tuple[str, str, str], list[Passage]] = defaultdict(list)
    for analysis in scope.scored:
        group = scope.group_key(analysis.article.id)
        for mark in scope.marks(analysis):
            if mark.kind != MarkKind.FRAMING:
                continue
            for casting in mark.castings:
                key = (mark.concept, casting.role, group)
                counts[key][casting.stance, mark.voice] += 1
                passages[key].append(passage(analysis, mark.span))
    rank = {group.key: i for i, group in enumerate(scope.groups)}
    return tuple(
        StanceRow(*key, _stances(counts[key]), tuple(passages[key]))
        for key in sorted(counts, key=lambda k: (k[0], k[1], rank[k[2]]))
    )


def _stances(counts: Counter[tuple[int, Voice]]) -> tuple[tuple[int, Voice, int], ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[0][0], VOICES.index(item[0][1])))
    return tuple((stance, voice, count) for (stance, voice), count in ordered)
