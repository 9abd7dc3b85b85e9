"""Numbers in a sentence with what they count, whether printed in digits or in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .similarity import lemma

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = {word: n for n, word in enumerate(f"{_UNITS} seventeen eighteen nineteen".split())}
_SMALL |= {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_SUFFIXES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000, "tn": 10**12}
_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
_PARTS = {"half": 50, "a quarter": 25, "three quarters": 75, "three-quarters": 75}

_WORD = "|".join(sorted([*_SMALL, *_LARGE, "dozen"], key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    r"(?<![\w.])(?<![A-Za-z]-)(?P<money>[$€£¥₹]\s?)?(?:"
    r"(?P<clock>\d{1,2}:\d{2})(?![\w:])"
    rf"|(?P<digits>{_DIGITS})(?:(?P<suffix>k|mn|m|bn|b|tn)(?!\w)"
    r"|(?P<scale>(?:[ -](?:hundred|thousand|million|billion|trillion|dozen)\b)*)(?!\w|[.,]\d))"
    r"|(?P<part>half|a quarter|three[ -]quarters)(?= of\b| the\b)"
    rf"|\b(?P<words>(?:a )?(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*)\b"
    rf"|\b(?P<vague>{'|'.join(sorted(_VAGUE))})\b)"
    r"(?P<percent>\s?%|[ -]per[ -]?cent\b)?",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[\s-]+([^\W\d_][\w'’-]*)")
_ONE_NOT_A_NUMBER = frozenset(
    "of another day thing time side hand way who that is was such more would can could should must may might the and "
    "or to in on at for with has had will after by as if when from but it he she they we you i this these those".split()
)
"""Behind "one" these make it a pronoun or a manner of speaking: "one of them", "one day", "one who"."""
_LENGTHS = frozenset("in high tall deep wide long thick above below and or to by from at on apart away off".split())
"""Behind "2.5m" these make it metres; a noun in the plural makes it millions."""
_ZERO = re.compile(r"\b(?:(?P<no>no|zero) (?P<noun>[^\W\d_][\w'’-]*)|(?P<nobody>nobody|no one|no-one|none))\b", re.I)
PEOPLE = frozenset("people person man woman child civilian resident victim worker soldier officer passenger".split())
"""Words that count people: "nobody" counts them too."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a sentence gives it."""

    value: str
    """In digits, with % for a share; "hundreds" and the like are values of their own."""
    unit: str
    """What it counts: the lemma of the word behind it, "" where there is none."""
    printed: str


def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of `text` in its order, each value with the same unit once.

    "Two hundred", "200" and "0.2 thousand" have the value 200; "half of", "50%" and "fifty per cent" have 50%. "One"
    counts only before what can be a noun: it is a pronoun more often than a number.
    """
    found: dict[tuple[str, str], Number] = {}
    for match in _NUMBER.finditer(text):
        number = _number(match, text)
        if number is not None:
            found.setdefault((number.value, number.unit), number)
    return tuple(found.values())


def zeros(text: str) -> tuple[Number, ...]:
    """Return what `text` says there is none of: "no civilians", "nobody" (of people)."""
    found = []
    for match in _ZERO.finditer(text):
        noun = match["noun"]
        if noun is None:
            found.append(Number("0", "person", match.group()))
        elif noun.lower().endswith("s") or lemma(noun.lower()) in PEOPLE:
            found.append(Number("0", _counted(noun), match.group()))
    return tuple(found)


def _number(match: re.Match[str], text: str) -> Number | None:
    printed = match.group().strip()
    behind = _NEXT.match(text, match.end())
    word = behind.group(1) if behind else ""
    unit = "%" if match["percent"] or match["part"] else _counted(word)
    if match["clock"]:
        return Number(match["clock"], "", printed)
    if match["vague"]:
        return Number(match["vague"].lower(), unit, printed)
    if match["part"]:
        return Number(f"{_PARTS[match['part'].lower().replace('-', ' ')]}%", "%", printed)
    if match["digits"]:
        value = _scaled(float(match["digits"].replace(",", "")), match, word)
    else:
        words = match["words"].lower()
        if words == "one" and (not word or word.lower() in _ONE_NOT_A_NUMBER) and not match["percent"]:
            return None
        value = _in_words(words)
    return Number(f"{value:.10g}" + ("%" if unit == "%" else ""), unit, printed)


def _scaled(value: float, match: re.Match[str], word: str) -> float:
    suffix = (match["suffix"] or "").lower()
    if (
        suffix == "m"
        and not match["money"]
        and (word.lower() in _LENGTHS or not word.lower().endswith(("s", "people")))
    ):
        return value  # metres
    for scale in re.split(r"[ -]", (match["scale"] or "").lower()):
        value *= 12 if scale == "dozen" else _LARGE.get(scale, 1)
    return value * _SUFFIXES.get(suffix, 1)


def _in_words(printed: str) -> float:
    total, part = 0.0, 0.0
    for word in re.split(r"[ -]", printed):
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "dozen":
            part = (part or 1) * 12
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _LARGE:
            total, part = total + (part or 1) * _LARGE[word], 0.0
    return total + part


def _counted(word: str) -> str:
    base = lemma(word.lower()) if word else ""
    return "person" if base in PEOPLE else base
