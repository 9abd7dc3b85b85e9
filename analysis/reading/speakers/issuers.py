"""Who issued "the statement" and whom the words of a document are."""

from __future__ import annotations

import re

from ...model import Span
from ..english.kinds import head_word
from ..english.referring import tables
from .coreference import Answer, Coreference
from .prominence import INNER_SUBJECT
from .referents import is_document


def issuer(c: Coreference, source: Span, noun: str) -> Answer | None:
    """Return who issued "the statement": who stands as its author where it was mentioned before."""
    text = c.document.text
    noun = re.escape(noun)
    for match in reversed(list(re.finditer(rf"\b{noun}s?\b", text[: source.start], re.IGNORECASE))):
        number = c.document.sentence_at(match.start())
        if number is None:
            continue
        sentence = c.document.sentences[number].span
        here = [
            (one, m)
            for one in c.referents
            for m in one.mentions
            if sentence.contains(m.span)
            and not is_document(head_word(one.name))
            and not one.name.casefold().endswith(match.group().casefold())
        ]
        behind = [
            (r, m)
            for r, m in here
            if re.fullmatch(r"\s(?:from|by|of|issued by|released by)\s(?:the )?", text[match.end() : m.span.start])
        ]
        owner = [(r, m) for r, m in here if re.fullmatch(r"(?:'s|’s)(?:\s\w+)?\s", text[m.span.end : match.start()])]
        by_weight = sorted(here, key=lambda pair: -pair[1].weight)
        for one, mention in (*behind, *owner):
            return Answer(one, mention.span, "issued")
        for one, mention in by_weight[:1]:
            return Answer(one, mention.span, "beside")
    return _writer(c, source)


def _writer(c: Coreference, source: Span) -> Answer | None:
    """Return who last wrote, where the document itself was not mentioned: "Orr wrote on Friday"."""
    text = c.document.text
    wrote = [
        (m.span, one)
        for one in c.referents
        for m in one.mentions
        if m.span.end < source.start
        and m.weight >= INNER_SUBJECT
        and (
            verb := re.match(
                r"(?:,[^,.;]*,)? (?:has |had |later |then |also )*(\w+)", text[m.span.end : m.span.end + 120]
            )
        )
        and verb.group(1) in tables().writing
    ]
    span, one = max(wrote, key=lambda pair: pair[0], default=(None, None))
    return None if span is None or one is None else Answer(one, span, "wrote")
