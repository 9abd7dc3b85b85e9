"""Whether the Reader's parse speaks for the sense that an entry means: the guards that a `syntax` table holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ..english.nations import nations
from ..english.text import fold, singular
from .clauses import Hung, heads_of
from .entries import Guards, Syntax
from .groups import NAME, NATION, NOUN, NUMBER, POSSESSIVE, Groups

_BY_TAG = {NAME: ("PROPN",), NOUN: ("NOUN",), NUMBER: ("NUM",), POSSESSIVE: ()}
"""What groups that are no lists are in a parse."""


def decides(syntax: Syntax, hung: Hung, groups: Groups) -> bool | None:
    """Return whether `syntax` speaks for the term that hangs there; False keeps it out.

    None where not everything that is asked for holds and word guards may still find the term: then they decide, all of
    them, so that an error in the parse costs nothing that the words give surely.
    """
    places = {name: _heads(hung, name, groups) for name in _PLACES if _asks(syntax, name)}
    if (
        hung.pos in syntax.not_pos
        or hung.relation in syntax.not_relation
        or any(_is_one(getattr(syntax, f"not_{name}"), hung, heads, groups) for name, heads in places.items())
    ):
        return False
    unnamed = False
    holds = (not syntax.pos or hung.pos in syntax.pos) and (not syntax.relation or hung.relation in syntax.relation)
    for name, heads in places.items():
        if wanted := getattr(syntax, name):
            parts = [part for head in heads for part in (head, *hung.tree.children(head, *_WITHIN))]
            holds = holds and _is_one(wanted, hung, parts, groups)
            unnamed = unnamed or not heads
    if holds:
        return True
    return None if unnamed or syntax.instead_of else False


@lru_cache(maxsize=4096)
def words_left(guards: Guards) -> Guards:
    """Return the word guards that are still asked where `syntax` speaks for the term."""
    given = guards.syntax.instead_of if guards.syntax is not None else ()
    return replace(guards, syntax=None, **dict.fromkeys(given, ()))


_PLACES = ("head", "subject", "object")
_WITHIN = ("compound", "amod", "flat", "nmod:desc", "nmod:poss", "nummod")
"""Relations of words that belong to a noun phrase beside its head: "[tax] evasion", "[300] workers"."""


def _asks(syntax: Syntax, name: str) -> bool:
    return bool(getattr(syntax, name) or getattr(syntax, f"not_{name}"))


def _heads(hung: Hung, name: str, groups: Groups) -> Sequence[int]:
    """Return the heads of the phrase that is the term's head, subject or object; none where the parse names none."""
    found: int | None = getattr(hung, name)
    if found is None:
        return ()
    partitive = groups.words.get("@partitive", frozenset())
    return (found,) if name == "head" else tuple(heads_of(hung.tree, found, partitive))


def _is_one(items: Sequence[str], hung: Hung, words: Sequence[int], groups: Groups) -> bool:
    """Return whether one of `words` is one of `items`."""
    return any(_is(item, hung, word, groups) for word in words for item in items)


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
