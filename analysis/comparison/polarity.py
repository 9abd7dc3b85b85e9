"""Where one sentence affirms what another denies: the words that negate, that deny, and that are each other's opposite.

It makes a difference visible and says which words make it. Whether the sentences contradict each other is for the
reader to say: a negation may stand in another clause.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .similarity import lemma
from .stopwords import STOP_WORDS

POLARITY = Path(__file__).resolve().parents[2] / "resources" / "comparison" / "polarity.toml"

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT = re.compile(r"n['’]t$")


@dataclass(frozen=True, slots=True)
class Polarity:
    """What in a sentence negates, denies or has an opposite."""

    denying: tuple[str, ...]
    """Negators, each with the word that it negates, and denials, as printed."""
    negated: frozenset[str]
    """Lemmas right behind a negator."""
    said: tuple[tuple[str, str], ...]
    """Lemma and printed form of the other words that say something."""

    @property
    def affirmed(self) -> frozenset[str]:
        return frozenset(base for base, _ in self.said) - self.negated


@dataclass(frozen=True, slots=True)
class _Table:
    negators: frozenset[str]
    denials: frozenset[str]
    not_negations: re.Pattern[str]
    opposites: frozenset[frozenset[str]]


@cache
def _table() -> _Table:
    data = tomllib.loads(POLARITY.read_text(encoding="utf-8"))
    return _Table(
        frozenset(data["negators"]),
        frozenset(data["denials"]),
        re.compile(r"\b(?:" + "|".join(map(re.escape, data["not_negations"])) + r")\b|\bno\.? ?\d", re.I),
        frozenset(frozenset(pair) for pair in data["opposites"]),
    )


def polarity(text: str) -> Polarity:
    """Return the negating and denying words of a sentence, and those that it affirms."""
    table = _table()
    plain = table.not_negations.sub(lambda match: " " * len(match.group()), text)
    denying: list[str] = []
    negated: set[str] = set()
    said: dict[str, str] = {}
    negator = False
    for match in _WORD.finditer(plain):
        printed, low = match.group(), match.group().lower().replace("’", "'")
        if _END.search(plain[match.start() - 2 : match.start()]):
            negator = False
        if low in table.negators or _NOT.search(low):
            denying.append(printed)
            negator = True
            continue
        if low in STOP_WORDS and low not in _SAYING:
            continue
        base = lemma(low)
        if negator:
            denying[-1] += f" {printed}"
            negated.add(base)
        elif base not in table.denials:
            said.setdefault(base, printed)
        if base in table.denials:
            denying.append(printed)
        negator = False
    return Polarity(tuple(denying), frozenset(negated), tuple(said.items()))


def opposed(one: Polarity, other: Polarity) -> bool:
    """Return whether the sentences may affirm and deny the same.

    They may where one denies and the other does not, or an even number of times; where one affirms the very word that
    the other negates; where each has one word of a pair of opposites.
    """
    a, b = len(one.denying), len(other.denying)
    if bool(a) != bool(b) or a % 2 != b % 2:
        return True
    return bool(one.negated & other.affirmed or other.negated & one.affirmed or _opposites(one, other))


def words_of(one: Polarity, others: Sequence[Polarity]) -> str:
    """Return the words of `one` that make the difference, as printed; "" where it only affirms."""
    printed = dict(one.said)
    pairs = (printed[base] for other in others for base in _opposites(one, other))
    return ", ".join(dict.fromkeys((*one.denying, *pairs)))


def _opposites(one: Polarity, other: Polarity) -> list[str]:
    """Return the words that `one` alone affirms whose opposites `other` alone affirms."""
    mine, theirs = one.affirmed - other.affirmed, other.affirmed - one.affirmed
    return sorted(base for base in mine if any(frozenset((base, word)) in _table().opposites for word in theirs))


_SAYING = frozenset("say says said saying tell tells told".split())
"""Words of saying can be denied too, though they carry no choice of words."""
_END = re.compile(r"[,;:.!?–—]")
"""Behind these a negator reaches no further."""
