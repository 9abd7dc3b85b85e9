"""What the words beside a name call somebody: titles, appositions, "is the mayor", "leads the company"."""

from __future__ import annotations

import re
from functools import cache

from ..english.kinds import is_body, role_words, trades
from ..english.naming import COURTESY
from ..english.referring import tables
from ..english.role_words import head_word
from ..english.speaking import can_speak
from ..english.tables import words as word_list
from ..english.titles import is_title
from ..language import word_key

_STOPS = word_list("speakers.no_titles")

_DEFINITE = word_list("closed.articles") | word_list("closed.possessives")
_ARTICLES = _DEFINITE | {"one", "another"}

_LONG = 9

_TITLE = r"(?:the |a |an |one of |his |her |its |their )?"


def before_name(text: str) -> str:
    """Return the words of a title right before a name: "Chess player", "the French cyclist", "said pilot"."""
    words = text.split(" ")
    if not words or words[-1] != "":
        return ""
    found: list[str] = []
    for word in reversed(words[:-1][-7:]):
        key = word.casefold()
        if not word or (word[-1] in ',.;:"”“)' and not is_title(word, "shortened")):
            break
        if key in _STOPS or word in COURTESY:
            break
        found.append(word)
        if key in _DEFINITE:
            break
    description = " ".join(reversed(found))
    last = (found or [""])[0].casefold().rstrip(".")
    known = last in role_words() or f"{last}." in role_words() or can_speak(last) or last in tables().same
    known = known or last in trades()
    return description if known or (found and is_body(last)) or last in body_words() else ""


@cache
def body_words() -> frozenset[str]:
    return frozenset(word for words in tables().bodies.values() for word in words) | frozenset(tables().bodies)


def set_off_before(text: str) -> str:
    """Return what a name is set off behind: "The treasurer, Lena Abt", "Kesten's mayor, Owen Tarr"."""
    found = re.search(
        r"(?:^|[,;“\"]\s*|\b(?:and|but|by|from|to|of|with|met|told|asked|said|after|as|while)\s+)([^,;“”\"]{3,60}), $",
        text,
    )
    if found is None:
        return _last_phrase(text)
    words = found.group(1).split()
    while words and words[0].casefold() in _STOPS:
        words.pop(0)
    owner = next((i for i, w in enumerate(words) if w.endswith(("'s", "’s"))), None)
    description = " ".join(words if owner is None else words[owner + 1 :])
    head = head_word(description)
    known = head in role_words() or can_speak(head) or head in body_words()
    opens = bool(words) and (words[0].casefold() in _ARTICLES or owner is not None)
    return description if known and opens and len(words) < _LONG else _last_phrase(text)


def _last_phrase(text: str) -> str:
    """Return the noun phrase right before a comma: "the mayor of Kesten" of "met with the mayor of Kesten, "."""
    words = re.split(r"[,;“”\"]", text.removesuffix(", "))[-1].split() if text.endswith(", ") else []
    for at in range(len(words) - 1, max(-1, len(words) - _LONG), -1):
        opens = words[at].casefold() in _ARTICLES or words[at].endswith(("'s", "’s"))
        if not opens or (at and words[at - 1] in word_list("speakers.links_of_bodies")):
            continue
        description = " ".join(words[at + 1 :])
        head = head_word(description)
        return description if head in role_words() or can_speak(head) or head in trades() else ""
    return ""


def behind_name(text: str) -> str:
    """Return what is set off behind a name: ", the mayor of Kesten,", ", 34, a striker,", " (the mayor)"."""
    aged = re.match(r",? \(?(?:aged )?(?P<age>\d{1,3})(?=[.)]|$|,? (?:and|was|were|is|said|who|has|had)\b)", text)
    if aged is not None:
        return f"{aged.group('age')}-year-old"
    found = re.match(
        r",(?: (?P<age>\d{1,3}),?)?(?: who (?:is|was|has been|became) )? ?(?P<role>[^,;.“”\"()]{2,90})", text
    )
    if found is None:
        return ""
    role = found.group("role").strip()
    age = f"{found.group('age')}-year-old " if found.group("age") else ""
    first = role.split(" ")[0].casefold() if role else ""
    head = head_word(role)
    if first in word_list("speakers.no_roles") or not (
        head in role_words()
        or can_speak(head)
        or head in body_words()
        or head in tables().same
        or head in tables().nation
    ):
        return age.strip()
    capital = role[:1].isupper() and first not in _ARTICLES and word_key(role.split(" ")[0]) not in role_words()
    return age.strip() if capital else age + role


def copula(text: str) -> str:
    """Return what somebody is said to be: "is the mayor", "became mayor", "was elected president of"."""
    found = re.match(
        r" (?:is|was|became|remains|works as|worked as|serves as|served as|"
        r"(?:was|has been|is) (?:elected|appointed|named|sworn in as|chosen as|re-elected))"
        rf"(?: as)? (?P<role>{_TITLE}[^,;.“”\"()]{{3,60}})",
        text,
    )
    role = found.group("role") if found else ""
    head = head_word(role)
    return role if role and (head in role_words() or head in body_words() or can_speak(head)) else ""
