"""A speaker's label at the start of a paragraph: its name, what it says about the speaker, its colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Span
from .label_words import label_words, opens_with

LONGEST = 120
"""Characters before a colon that may be a label: a name with a title, a body and an office."""
NAME_WORDS = 6
ROLE_WORDS = 10
"""Words of a name with its title, and of what stands behind a comma: "REINCE PRIEBUS, CHIEF OF STAFF"."""

_COLON = re.compile(r":(?=\s|$|[\"“‘'«„])")
_ASKED = re.compile(r"(?P<letter>Q|A|Question|Answer|QUESTION|ANSWER)(?:\s?\d{1,2})?(?P<mark>[.:])(?=\s|$)")
_BARE_Q = re.compile(r"Q(?=\s+[\"“A-Z])")
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,60})[)\]]$")
_OPENS = re.compile(r"[(\[]")
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*|#?\d{1,2}")


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph opens with, before anything says whether a speaker is meant."""

    paragraph: int
    name: Span
    marker: Span
    role: Span | None
    key: str
    """The last word of the name in lower case: "holt" of "MAYOR HOLT"; "q" and "a" of questions and answers."""
    words: tuple[str, ...]
    """The name's words as printed."""
    asked: bool
    """Whether it is a Q or an A."""
    capitals: bool
    titled: bool
    """Whether a title opens the name."""
    part: bool
    """Whether it is the name of a part: MODERATOR, "Interviewer", "UNIDENTIFIED MALE"."""


def label_of(text: str, paragraph: Span, number: int) -> Label | None:
    """Return the label that opens a paragraph, None where none does or it is a rubric such as "PHOTO:"."""
    start = paragraph.start
    asked = _ASKED.match(text, start, paragraph.end) or _BARE_Q.match(text, start, paragraph.end)
    if asked is not None:
        end = asked.end("mark") - 1 if "mark" in asked.re.groupindex else asked.end()
        return _asked(text, number, Span(start, end), Span(end, asked.end()))
    colon = _COLON.search(text, start, min(paragraph.end, start + LONGEST))
    if colon is None or "\n" in text[start : colon.start()]:
        return None
    name, role = _parts(text, Span(start, colon.start()))
    words = tuple(text[name.start : name.end].split())
    if not words or not _is_name(words) or (role is not None and not _is_role(role.of(text))):
        return None
    lists = label_words()
    plain = [_plain(word) for word in words]
    if opens_with(plain, lists.rubrics) or plain[0] in lists.openers or plain[-1] in lists.particles:
        return None
    letters = "".join(words)
    return Label(
        number,
        name,
        Span(colon.start(), colon.end()),
        role,
        next((word for word in reversed(plain) if word[:1].isalpha() and word not in ("jr", "sr")), plain[-1]),
        words,
        False,
        letters.isupper() and len(letters) > 1,
        len(words) > 1 and plain[0] in lists.titles,
        any(word in lists.speakers for word in (plain[0], plain[-1])) or _is_numbered(plain),
    )


def _asked(text: str, number: int, name: Span, marker: Span) -> Label:
    letter = "q" if text[name.start] == "Q" else "a"
    return Label(number, name, marker, None, letter, (name.of(text),), True, True, False, True)


def _parts(text: str, head: Span) -> tuple[Span, Span | None]:
    """Return the name and what stands behind it, at a comma or in brackets."""
    end, role = head.end, None
    while end > head.start and text[end - 1].isspace():
        end -= 1
    while (found := _BRACKETS.search(text, max(head.start, end - 64), end)) is not None:
        role, end = Span(*found.span("inside")), found.start()
    comma = text.find(",", head.start, end)
    bracket = _OPENS.search(text, head.start, end)
    cut = min((at for at in (comma, bracket.start() if bracket else -1) if at >= 0), default=-1)
    if cut < 0:
        return Span(head.start, end), role
    behind = cut + 1
    while behind < end and text[behind].isspace():
        behind += 1
    role = Span(behind, end) if behind < end else role
    while cut > head.start and text[cut - 1].isspace():
        cut -= 1
    return Span(head.start, cut), role


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether every word but small ones within has a capital, and none is the end of a sentence."""
    if len(words) > NAME_WORDS or not words[0][0].isupper():
        return False
    particles = label_words().particles
    last = len(words) - 1
    return all(
        _WORD.fullmatch(word) is not None
        and (word[0].isupper() or not word[0].isalpha() or (0 < i < last and word.lower() in particles))
        for i, word in enumerate(words)
    )


def _is_role(words: str) -> bool:
    """Whether words behind a name say what its bearer is: "climate scientist", not "who backs it, said"."""
    if len(words.split()) > ROLE_WORDS or _OPENS.search(words) or words.count(")") or words.count("]"):
        return False
    plain = [_plain(word) for word in words.replace(",", " ").split()]
    last = words.rpartition(",")[2].split()
    told = bool(last) and last[0][0].islower() and last[0].endswith("ed")
    return not told and not label_words().verbs & set(plain)


def _is_numbered(words: list[str]) -> bool:
    """Whether a number closes the name of a part: "JUROR 5", "UNIDENTIFIED MALE #2"."""
    return len(words) > 1 and words[-1].lstrip("#").isdigit() and words[-2] in label_words().speakers


def _plain(word: str) -> str:
    return word.casefold().strip(".,").replace("’", "'").removesuffix("'s")
