"""Letters: one that a story prints, from its salutation to its signature, and articles that are letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import ArticleKind, Document, SectionKind
from .label_words import label_words
from .turns import Turn, TurnKind

LONGEST = 60
"""Paragraphs within which a letter ends with its signature."""
SIGNATURE_WORDS = 12

_DEAR = re.compile(
    r"(?:My )?Dear(?: [A-Z][\w.’'-]*| (?:and|fellow|all|editor|sir|madam|reader|readers|friends|colleagues)){1,8}[,:]?$"
)


def find_letters(document: Document) -> Iterator[Turn]:
    """Yield each letter with its signature as label."""
    sections = {s.paragraph: s.section for s in document.sentences}
    body = [n for n in range(len(document.paragraphs)) if sections.get(n) in (SectionKind.BODY, SectionKind.LEAD)]
    if document.article.kind is ArticleKind.LETTER:
        yield from _whole(document, body)
        return
    at = 0
    while at < len(body):
        if at and _is_salutation(document, body[at]) and _before(document, body[at]).endswith(":"):
            end = _signed(document, body, at)
            if end is not None:
                label = document.paragraphs[body[end]]
                yield Turn(TurnKind.LETTER, tuple(document.paragraphs[n] for n in body[at:end]), label)
                at = end
        at += 1


def _before(document: Document, number: int) -> str:
    return document.paragraphs[number - 1].of(document.text)


def _is_salutation(document: Document, number: int) -> bool:
    return _DEAR.match(document.paragraphs[number].of(document.text)) is not None


def _signed(document: Document, body: list[int], start: int) -> int | None:
    """Return where, in `body`, the signature stands: right behind a closing such as "Sincerely,"."""
    for at in range(start + 1, min(start + LONGEST, len(body) - 1)):
        words = document.paragraphs[body[at]].of(document.text)
        if words.rstrip(" ,.").casefold() in label_words().closings:
            return at + 1
        if _is_salutation(document, body[at]):
            return None
    return None


def _whole(document: Document, body: list[int]) -> Iterator[Turn]:
    """Yield an article that is a letter; its last short line without an end is its signature."""
    held = [document.paragraphs[n] for n in body]
    if not held:
        return
    last = held[-1].of(document.text)
    signed = len(held) > 1 and len(last.split()) <= SIGNATURE_WORDS and last[-1] not in '.!?…”"'
    label = held.pop() if signed else None
    yield Turn(TurnKind.LETTER, tuple(held), label, name=document.article.byline or "")
