"""Who issued "the statement" and whom the words of a document are."""

from __future__ import annotations

import re

from ...model import Span
from ..english.referring import tables
from ..english.role_words import head_word
from .cast import FAR
from .coreference import Answer, Coreference
from .prominence import INNER_SUBJECT
from .referents import is_document


def issuer(c: Coreference, source: Span, noun: str) -> Answer | None:
    """Return who issued "the statement": who stands as its author where it was mentioned before."""
    text = c.document.text
    printed = re.compile(rf"\b{re.escape(noun)}s?\b", re.IGNORECASE)
    at = c.cast.sentence(source.start)
    for number in range(at, max(-1, at - FAR), -1):
        sentence = c.document.sentences[number].span
        for match in reversed(list(printed.finditer(text, sentence.start, min(sentence.end, source.start)))):
            answer = _beside(c, number, match)
            if answer is not None:
                return answer
    return _writer(c, source)


def _beside(c: Coreference, number: int, match: re.Match[str]) -> Answer | None:
    """Return who stands as the author in the sentence in which a document is mentioned."""
    text = c.document.text
    here = [
        (one, mention)
        for mention, one in c.cast.standing(number, number)
        if not is_document(head_word(one.name)) and not one.name.casefold().endswith(match.group().casefold())
    ]
    behind = [
        (r, m)
        for r, m in here
        if re.fullmatch(r"\s(?:from|by|of|issued by|released by)\s(?:the )?", text[match.end() : m.span.start])
    ]
    owner = [(r, m) for r, m in here if re.fullmatch(r"(?:'s|’s)(?:\s\w+)?\s", text[m.span.end : match.start()])]
    for one, mention in (*behind, *owner):
        return Answer(one, mention.span, "issued")
    most = max(here, key=lambda pair: pair[1].weight, default=None)
    return Answer(most[0], most[1].span, "beside") if most is not None else None


def _writer(c: Coreference, source: Span) -> Answer | None:
    """Return who last wrote, where the document itself was not mentioned: "Orr wrote on Friday"."""
    text = c.document.text
    for mention, one in c.cast.back(source.start):
        verb = _VERB.match(text, mention.span.end, mention.span.end + 120) if mention.weight >= INNER_SUBJECT else None
        if verb is not None and verb.group(1) in tables().writing:
            return Answer(one, mention.span, "wrote")
    return None


_VERB = re.compile(r"(?:,[^,.;]*,)? (?:has |had |later |then |also )*(\w+)")
