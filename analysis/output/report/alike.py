"""Where outlets put one and the same thing into different words: what page one may say of their choices.

Two words of one concept are a contrast only where they stand for the same: in sentences that tell the same (one
statement), or of the same referent, called by the same name. "Massacre" here and "attack" there of two events is none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...comparison.similarity import lemma
from ...model import ArticleAnalysis, Comparison, Group, Mark, MarkKind, Passage, Voice
from ..facts import in_own_voice, own

SPELLINGS = 80
"""Likeness of letters, 0 … 100, from which two terms are spellings or forms of one word."""
STEM = 7
"""Letters at the beginning that forms of one word share ("liberated", "liberation"; not "militant", "military")."""
ACTS = frozenset({"agent", "object", "holder"})
"""Roles of terms that tell of an act."""
WORDING = frozenset({Voice.NARRATOR, Voice.REPORTED})
"""Voices whose words the outlet chose; those in quotation marks are somebody else's."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What one group wrote for the thing."""

    group: str
    label: str
    word: str
    """As it stands in the text."""
    voice: Voice
    count: int
    """References of the group to the concept in this word or a form of it, outside quoted words."""
    of: int
    """References of the group to the concept, outside quoted words."""
    passage: Passage


@dataclass(frozen=True, slots=True)
class Contrast:
    """One thing that groups put into different words."""

    concept: str
    label: str
    referent: str
    """The name of what is spoken of; "" where sentences that tell the same hold the contrast together."""
    wordings: tuple[Wording, ...]
    steps: int
    """Largest difference between the stances that two of the words give one role."""


_Used = tuple[Mark, ArticleAnalysis]


def contrasts_of_one_thing(comparison: Comparison) -> tuple[Contrast, ...]:
    """Return the contrasts, one for each concept, those furthest apart in stance first, then the most outlets."""
    known = in_own_voice(comparison)
    order = {group.key: i for i, group in enumerate(comparison.groups)}
    labels = {row.id: row.label for row in comparison.naming}
    totals = _totals(comparison)
    best: dict[str, tuple[tuple[int, int, int], Contrast]] = {}
    candidates = [*_by_statement(comparison, known), *_by_referent(known)]
    for n, (concept, referent, used) in enumerate(candidates):
        # A group that has several words here is left out: which of them stands for the others' is not known.
        chosen = {
            key: held
            for key, held in used.items()
            if _one_word([m.variant for m, _ in held]) and _usual(held[0][0].variant, totals[key, concept])
        }
        if _one_word([_printed(held[0]) for held in chosen.values()]):
            continue
        wordings = tuple(
            _wording(key, known[held[0][1].article.id][0].label, held, totals[key, concept])
            for key, held in sorted(chosen.items(), key=lambda pair: order[pair[0]])
        )
        steps = max(_steps(a[0][0], b[0][0]) for a, b in combinations(chosen.values(), 2))
        weight = (-steps, -len(wordings), n)
        if concept not in best or weight < best[concept][0]:
            best[concept] = (weight, Contrast(concept, labels.get(concept, concept), referent, wordings, steps))
    return tuple(contrast for _, contrast in sorted(best.values(), key=lambda pair: pair[0]))


def _totals(comparison: Comparison) -> dict[tuple[str, str], Counter[str]]:
    """Return the references of each group to each concept by variant, quoted words left out."""
    totals: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in comparison.naming:
        for cell in row.cells:
            for use in cell.uses:
                if own(use.voice) in WORDING:
                    totals[cell.group, row.id][use.variant] += len(use.passages)
    return totals


def _by_statement(
    comparison: Comparison, known: Mapping[str, tuple[Group, ArticleAnalysis]]
) -> Iterator[tuple[str, str, dict[str, list[_Used]]]]:
    """Yield the terms of each concept by group in the sentences of one statement."""
    groups = {article: group.key for group in comparison.groups for article in group.articles}
    for statement in comparison.statements:
        if len({groups[m.article] for m in statement.members}) < 2:
            continue
        found: dict[str, dict[str, list[_Used]]] = defaultdict(lambda: defaultdict(list))
        for member in (m for m in statement.members if m.article in known):
            analysis = known[member.article][1]
            for mark in _wordings(analysis):
                if member.span.contains(mark.span):
                    found[mark.concept][groups[member.article]].append((mark, analysis))
        for concept, by_group in sorted(found.items()):
            if len(by_group) > 1 and not _of_different(by_group):
                yield concept, "", dict(by_group)


def _by_referent(
    known: Mapping[str, tuple[Group, ArticleAnalysis]],
) -> Iterator[tuple[str, str, dict[str, list[_Used]]]]:
    """Yield the terms of each concept by group that name or describe one referent, called by the same name.

    Not those of acts: a town may be taken twice, by others.
    """
    found: dict[tuple[str, str], dict[str, list[_Used]]] = defaultdict(lambda: defaultdict(list))
    for group, analysis in known.values():
        for mark in _wordings(analysis):
            name = _name(mark, analysis)
            if name and not any(casting.role in ACTS for casting in mark.castings):
                found[mark.concept, name][group.key].append((mark, analysis))
    for (concept, name), by_group in found.items():
        if len(by_group) > 1:
            yield concept, name, dict(by_group)


def _wordings(analysis: ArticleAnalysis) -> Iterator[Mark]:
    for mark in analysis.of_kind(MarkKind.FRAMING):
        if mark.concept and own(mark.voice) in WORDING:
            yield mark


def _of_different(by_group: Mapping[str, Sequence[_Used]]) -> bool:
    """Return whether two groups name different referents beside their terms."""
    names = [{name for mark, analysis in used if (name := _name(mark, analysis))} for used in by_group.values()]
    return any(a and b and not a & b for a, b in combinations(names, 2))


def _name(mark: Mark, analysis: ArticleAnalysis) -> str:
    """Return the name at the end of what the term is said of ("the militant group [Hamas]"); "" where there is none."""
    if not mark.referent:
        return ""
    words = mark.referent.split()
    term = set(mark.span.of(analysis.document.text).split())
    kept: list[str] = []
    for word in reversed(words):
        if not word[:1].isupper() or word in term:
            break
        kept.append(word)
    return " ".join(reversed(kept)).removesuffix("'s").removesuffix("’s")


def _usual(variant: str, totals: Counter[str]) -> bool:
    """Return whether no other word is used more: who writes one word nine times and another once has the first."""
    return 2 * _uses(variant, totals) >= totals.total() or totals[variant] == max(totals.values(), default=0)


def _uses(variant: str, totals: Counter[str]) -> int:
    """Return how often a variant and others of the same word are used: "liberate" and "liberation"."""
    return sum(n for other, n in totals.items() if _same(variant, other))


def _printed(used: _Used) -> str:
    mark, analysis = used
    return " ".join(mark.span.of(analysis.document.text).split())


def _one_word(words: Sequence[str]) -> bool:
    return all(_same(one, other) for one, other in combinations(words, 2))


def _same(one: str, other: str) -> bool:
    """Return whether two terms are spellings or forms of one word: "cease-fire", "ceasefire"; "killed", "kills"."""
    from rapidfuzz.fuzz import ratio

    first, second = _stem(one), _stem(other)
    return ratio(first, second) >= SPELLINGS or (first[:STEM] == second[:STEM] and len(first) >= STEM)


def _stem(term: str) -> str:
    """Return the lemmas of a term without articles and forms of "be"."""
    return " ".join(sorted({lemma(word) for word in term.casefold().split() if word not in _AUXILIARIES}))


_AUXILIARIES = frozenset("a an the be is are was were been being had has have got get".split())


def _steps(one: Mark, other: Mark) -> int:
    """Return the largest difference of the stances that both terms give to one role."""
    mine, theirs = ({c.role: c.stance for c in mark.castings} for mark in (one, other))
    return max((abs(mine[role] - theirs[role]) for role in mine.keys() & theirs.keys()), default=0)


def _wording(group: str, label: str, held: Sequence[_Used], totals: Counter[str]) -> Wording:
    """Return the first use; of several one in small letters, since a headline may have given the others capitals."""
    mark, analysis = next((u for u in held if u[0].span.of(u[1].document.text).islower()), held[0])
    passage = Passage(analysis.article.id, mark.span)
    count = _uses(mark.variant, totals)
    return Wording(group, label, _printed((mark, analysis)), own(mark.voice), count, totals.total(), passage)
