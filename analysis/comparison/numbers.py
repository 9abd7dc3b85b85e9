"""Numbers in a sentence, whether printed in digits or in words."""

from __future__ import annotations

import re

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = {word: n for n, word in enumerate(f"{_UNITS} seventeen eighteen nineteen".split())}
_SMALL |= {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})

_WORD = "|".join(sorted([*_SMALL, *_LARGE, "dozen"], key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w.])(?<![A-Za-z]-)(?:(?:{_DIGITS})(?:[ -](?:hundred|thousand|million|billion|trillion|dozen))*(?![\w])"
    rf"|\b(?:a )?(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*\b|\b(?:{'|'.join(sorted(_VAGUE))})\b)",
    re.IGNORECASE,
)


def numbers(text: str) -> dict[str, str]:
    """Return the numbers of `text`, value → as printed, in the order of the text.

    "Two hundred", "200" and "0.2 thousand" have the value 200; "hundreds" is a value of its own. A bare "one" is
    left out: it is a pronoun more often than a number.
    """
    found: dict[str, str] = {}
    for match in _NUMBER.finditer(text):
        printed = match.group()
        if printed.lower() != "one":
            found.setdefault(_value(printed.lower()), printed)
    return found


def _value(printed: str) -> str:
    if printed in _VAGUE:
        return printed
    total, part = 0.0, 0.0
    for word in re.split(r"[ -]", printed.replace(",", "")):
        if word in ("a", "and"):
            continue
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "dozen":
            part = (part or 1) * 12
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _LARGE:
            total, part = total + (part or 1) * _LARGE[word], 0.0
        else:
            part += float(word)
    return f"{total + part:.10g}"
