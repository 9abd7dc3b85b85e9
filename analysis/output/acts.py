"""Acts of force or harm for those who show them: each with its outlet, its actor and its affected by name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..comparison.actors import Subjects, subjects
from ..model import Act, ArticleAnalysis, Comparison, Group, Mark, MarkKind, Passage, Referent
from .facts import places


@dataclass(frozen=True, slots=True)
class ActHere:
    """One act as an outlet words it."""

    group: Group
    analysis: ArticleAnalysis
    mark: Mark
    act: Act
    actor: str
    """Who does it, by the name the comparison gives or as a phrase; "" where nobody is named, or by a pronoun of which
    the article's attributions do not say whom it means."""
    affected: str

    @property
    def passage(self) -> Passage:
        return Passage(self.analysis.article.id, self.mark.span)


def acts_of(comparison: Comparison) -> tuple[ActHere, ...]:
    """Return every act, in the order of articles and text; a name is spelled alike wherever it stands."""
    found = tuple(_acts(comparison))
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for act in found:
        for name in (act.actor, act.affected):
            spelled[name.casefold()][name] += 1
    # Of spellings equally common the one with fewest capitals: "army" and not the "Army" of a sentence's beginning.
    best = {key: min(names, key=lambda n: (n.isupper(), -names[n], _capitals(n), n)) for key, names in spelled.items()}
    return tuple(
        replace(act, actor=best[act.actor.casefold()], affected=best[act.affected.casefold()]) for act in found
    )


def acts_in_own_voice(comparison: Comparison) -> tuple[ActHere, ...]:
    """Return the acts that figures of the outlets' own voice are about."""
    left_out = frozenset(comparison.apart)
    return tuple(act for act in acts_of(comparison) if act.analysis.article.id not in left_out)


def _capitals(name: str) -> int:
    return sum(c.isupper() for c in name)


def _acts(comparison: Comparison) -> Iterator[ActHere]:
    named = {
        a.article.id: {
            a.document.actors[one.actor].name
            for m in a.marks
            if m.act is not None
            for one in m.act.by + m.act.to
            if one.actor is not None
        }
        for a in comparison.analyses
    }
    # Joining all names of hundreds of articles would hold a window up.
    names = subjects(comparison.analyses, lambda a, actor: actor.name in named[a.article.id])
    for group, analysis in places(comparison).values():
        for mark in analysis.of_kind(MarkKind.AGENCY):
            if mark.act is not None:
                actor, affected = (_named(analysis, who, names) for who in (mark.act.by, mark.act.to))
                yield ActHere(group, analysis, mark, mark.act, actor, affected)


def _named(analysis: ArticleAnalysis, who: Sequence[Referent], names: Subjects) -> str:
    """Return the names that the comparison has for them, else those of the article."""
    found = (names.name(analysis.article.id, one.name) or one.name for one in who)
    return ", ".join(dict.fromkeys(found))
