"""Descriptions as names: without article and what is set off behind, and the part that is a body's name."""

from __future__ import annotations

import re

from .kinds import is_body, known_body, nations, role_words
from .tables import words
from .text import word_key
from .titles import titles
from .wordclasses import word_classes

_SET_OFF = re.compile(
    r",\s(?:which|who|whose|whom|where|also|a|an|the|one|including|among|in|at|on|for|of|\d+|\w+(?:ed|ing))\b.*|\s*[—–].*",
    re.DOTALL,
)


def plain_name(description: str) -> str:
    """Return a description as a name: without its article and what is set off behind it, white space made plain."""
    words = _SET_OFF.sub("", " ".join(description.split())) or description
    words = _WHEN.sub("", words).removesuffix(",").removesuffix("'s").removesuffix("’s")
    for article in ("the ", "The "):
        if words.startswith(article):
            words = words[len(article) :]
            break
    return words or " ".join(description.split())  # Of "the ’s" nothing would be left.


_WHEN = re.compile(
    r"\s(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$"
    r"|\s(?:released |published |conducted )?in (?:late|early|mid)$"
)


_LINKING = words("names.linking")
COURTESY = frozenset(title.capitalize() for title in titles("commonest"))
_GOVERNS = frozenset(("administration", "government"))
_MEDIA = words("names.media")


def named_part(name: str) -> str:
    """Return the words of `name` that are a body's name, without "newspaper" behind it; "" where it names none."""
    words = name.split()
    if not words:
        return ""
    last = words[-1]
    if len(words) > 1 and last in _GOVERNS | _MEDIA:
        before = [w.removesuffix("'s").removesuffix("’s") for w in words[:-1]]
        capital = all(w[:1].isupper() for w in before) and before[0].lower() not in word_classes()
        plain = [w for w in before if w not in nations() and word_key(w) not in role_words()]
        return (name if last in _GOVERNS else " ".join(words[:-1])) if capital and plain else ""
    if len(words) in (2, 3) and words[0] in COURTESY and all(w[0].isupper() and w[-1].isalpha() for w in words[1:]):
        return name
    if len(words) == 1:
        return name if last[0].isupper() and known_body(last) is not None else ""
    if not all(w[0].isupper() or w in _LINKING for w in words) or word_key(words[0]) in word_classes():
        return ""
    head = next((words[i - 1] for i in range(1, len(words)) if words[i] in ("of", "for")), last)
    key = word_key(head)
    person = (key in role_words() and not is_body(key)) or head in nations() or head.removesuffix("s") in nations()
    return "" if person or not head[0].isupper() else name
