"""Posts of a network in running text, by the line that names their author: "— Ann Orr (@ann) May 3, 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Span
from ...progress import checked
from .label_words import label_words
from .turns import Turn, TurnKind

POST_LENGTH = 300
"""Characters of a post over several paragraphs, links and author not counted: networks allowed 280, and some more."""

_HANDLE = r"\(@[\w.@-]{1,60}\)"
_DATE = (
    r"(?:on\s)?(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\.?\s\d{4})"
    r"(?:\s(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?)?"
)
_CREDIT = re.compile(
    rf"(?P<dash>—|–|―|--?|\bA (?:video|photo|post|reel) (?:posted|shared) by)\s*"
    rf"(?P<name>[^—–\n@]{{1,80}}?)\s*{_HANDLE}(?:\s*{_DATE})?"
)
_AT_END = re.compile(rf"{_HANDLE}\s*(?:{_DATE})?$")
_HEAD = re.compile(rf"(?P<name>[^\W\d_][^—–()\n@:]{{0,60}}?)\s*{_HANDLE}\s*(?=[A-Z0-9@#“‘\"'.…])")
_TOLD = re.compile(r"(?:He|She|They)\b")
_LINKS = re.compile(r"(?:\s*(?:(?:https?://)?pic\.(?:twitter|x)\.com/\S+|https?://\S+))+\s*$")


def find_posts(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """Return the posts that stand in `paragraphs`, in text order."""
    found: list[Turn] = []
    free = 0  # The first paragraph that no post before holds.
    for number, paragraph in enumerate(checked(paragraphs)):
        at = paragraph.start
        for credit in _credits(text, paragraph):
            words = _words(text, Span(at, credit.start()))
            before = _earlier(text, paragraphs, number, free, credit["name"]) if at == paragraph.start else ()
            if words is not None or before:
                found.append(
                    Turn(
                        TurnKind.POST,
                        (*before, *((words,) if words is not None else ())),
                        Span(*credit.span("name")),
                        Span(*credit.span("dash")),
                        furniture=Span(credit.start(), credit.end()),
                    )
                )
            at = credit.end()
        if at > paragraph.start:
            free = number + 1
        elif (head := _HEAD.match(text, paragraph.start, paragraph.end)) is not None:
            words = _words(text, Span(head.end(), paragraph.end))
            if words is not None:
                name = Span(*head.span("name"))
                found.append(Turn(TurnKind.POST, (words,), name, furniture=Span(head.start(), head.end())))
                free = number + 1
    return tuple(found)


def _credits(text: str, paragraph: Span) -> Iterator[re.Match[str]]:
    """Yield the lines of authors in a paragraph: with their date, or at its end."""
    if "(@" not in text[paragraph.start : paragraph.end]:
        return
    for found in _CREDIT.finditer(text, paragraph.start, paragraph.end):
        dated = text[found.end() - 1].isdigit() or text[found.end() - 1] != ")"
        if dated or found.end() == paragraph.end:
            yield found


def _words(text: str, span: Span) -> Span | None:
    """Return the words of a post without links behind them; None where it has none."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    links = _LINKS.search(text, max(start, end - 200), end)
    if links is not None:
        end = links.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def _earlier(text: str, paragraphs: Sequence[Span], number: int, free: int, name: str) -> tuple[Span, ...]:
    """Return the paragraphs above that belong to the post which ends in paragraph `number`.

    A post starts behind a paragraph that introduces it with a colon, or behind another post of the same author. Where
    neither stands near, it is its own paragraph alone, or the one above where only the author stands in its own.
    """
    last = name.split()[-1] if name.split() else name
    first = number
    while first > free and paragraphs[number].end - paragraphs[first - 1].start <= POST_LENGTH + len(name) + 40:
        words = paragraphs[first - 1].of(text)
        if words.endswith(":"):
            return tuple(paragraphs[first:number])
        if last in words or _TOLD.match(words) or any(f" {verb} " in words for verb in label_words().verbs):
            break
        first -= 1
    if first == free and free and first < number and last in paragraphs[free - 1].of(text):
        return tuple(paragraphs[first:number])
    alone = _CREDIT.match(text, paragraphs[number].start) is not None
    return (paragraphs[number - 1],) if alone and number > free else ()
