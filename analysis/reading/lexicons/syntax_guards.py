"""Whether the Reader's parse speaks for the sense that an entry means: the guards that a `syntax` table holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..english.nations import nations
from ..english.text import fold, singular
from ..syntax.match import Answer, Pos, Relation, meant, ruled_out
from ..syntax.phrase import modifiers
from .clauses import Hung, heads_of
from .entries import Guards, Syntax
from .groups import NAME, NATION, NOUN, NUMBER, POSSESSIVE, Groups

_BY_TAG = {NAME: ("PROPN",), NOUN: ("NOUN",), NUMBER: ("NUM",), POSSESSIVE: ()}
"""What groups that are no lists are in a parse."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A term as patterns ask for it, with the word groups of its lexicon."""

    hung: Hung
    groups: Groups

    @property
    def pos(self) -> Pos | None:
        return self.hung.pos

    @property
    def relation(self) -> Relation | None:
        return self.hung.relation

    def heads(self, place: str) -> Sequence[int]:
        if place == "modifier":
            return modifiers(self.hung.tree, self.hung.word)
        found: int | None = getattr(self.hung, place)
        if found is None or place == "head":
            return () if found is None else (found,)
        return tuple(heads_of(self.hung.tree, found, self.groups.words.get("@partitive", frozenset())))

    def parts(self, place: str) -> Sequence[int]:
        heads = self.heads(place)
        return heads if place == "modifier" else [w for h in heads for w in (h, *modifiers(self.hung.tree, h))]

    def holds(self, item: str, word: int) -> bool:
        return _is(item, self.hung, word, self.groups)


def decides(syntax: Syntax, hung: Hung, groups: Groups) -> bool | None:
    """Return whether `syntax` speaks for the term that hangs there; False keeps it out.

    None where not everything that is asked for holds and word guards may still find the term: then they decide, all of
    them, so that an error in the parse costs nothing that the words give surely.
    """
    term = _Term(hung, groups)
    if ruled_out(syntax, term, term.holds):
        return False
    answer = meant(syntax, term, term.holds)
    if answer is Answer.YES:
        return True
    return None if answer is Answer.OPEN or syntax.instead_of else False


@lru_cache(maxsize=4096)
def words_left(guards: Guards) -> Guards:
    """Return the word guards that are still asked where `syntax` speaks for the term."""
    given = guards.syntax.instead_of if guards.syntax is not None else ()
    return replace(guards, syntax=None, **dict.fromkeys(given, ()))


def _is(item: str, hung: Hung, word: int, groups: Groups) -> bool:
    tree = hung.tree
    low = tree.low(word)
    if item in _BY_TAG:
        return tree.tag(word) in _BY_TAG[item]
    if item == NATION:
        return low in nations().folded
    forms = {fold(low), singular(fold(low))}
    members = groups.words.get(item)
    if members is None:
        return _ends_with(fold(item), hung, word, forms)
    return not forms.isdisjoint(members) or any(
        " " in member and _ends_with(member, hung, word, forms) for member in members if member.split()[-1] in forms
    )


def _ends_with(wanted: str, hung: Hung, word: int, forms: set[str]) -> bool:
    """Return whether the words that end at `word` are `wanted`, which may be a phrase."""
    parts = wanted.split()
    if not parts or parts[-1] not in forms:
        return False
    before = range(word - len(parts) + 1, word)
    return before.start >= hung.tree.words.start and all(
        hung.tree.low(i) == part for i, part in zip(before, parts, strict=False)
    )
