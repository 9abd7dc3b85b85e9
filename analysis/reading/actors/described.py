"""Actors that are named by description: "the Syrian army"; and what is called "the army" or "the group" later on."""

from __future__ import annotations

from ...model import ActorKind, Document, SectionKind, Span
from ...progress import checked
from ..english.nations import nations
from ..english.tables import words
from ..english.text import singular
from ..overlaps import spans_taken
from ..reader.labels import DEPRELS
from .aliases import aliases
from .candidates import Candidate
from .gather import Entry

NOT_THE_SAME = words("actors.not_the_same")


def described(document: Document, taken: list[Candidate]) -> list[Candidate]:
    """Return bodies of a nation as candidates: "Syrian army", "Iraqi forces", where no name stands already."""
    names, found = aliases(), []
    spans = spans_taken(one.span for one in taken)
    for sentence in checked(document.sentences):
        if sentence.section is SectionKind.DATELINE:
            continue
        tokens = document.tokens[slice(*sentence.tokens)]
        for i, token in enumerate(tokens[:-1]):
            noun = tokens[i + 1].text
            if noun not in names.bodies and noun not in names.plural:
                continue
            if nations().find(token.text) is None or not token.text[0].isupper():
                continue
            if i + 2 < len(tokens) and tokens[i + 2].text.lower() in (*_HEADS, *names.bodies, *names.plural):
                continue  # "Syrian army officers", "Syrian government forces": somebody else.
            span = Span(token.span.start, tokens[i + 1].span.end)
            if not spans.any(span):
                found.append(_body(" ".join(span.of(document.text).split()), span))
    return found


_HEADS = words("actors.heads")


def _body(name: str, span: Span) -> Candidate:
    return Candidate(name, span, False, "", "", "", False, "", kind=ActorKind.ORGANIZATION, sure=1.0)


def recall(document: Document, entries: list[Entry]) -> None:
    """Add mentions that go back to a body by its noun: "the army" after "the Syrian army", "the group" after a group.

    The noun must be a word of the name; "the group" is the only one of this sentence and the one before, else of the
    article.
    """
    groups = [e for e in entries if e.evidence and e.evidence.most_common(1)[0][0] is ActorKind.GROUP]
    taken = spans_taken(span for entry in entries for span in entry.mentions)
    for number, sentence in enumerate(checked(document.sentences)):
        tokens = document.tokens[slice(*sentence.tokens)]
        back = document.sentences[max(0, number - 1)].span.start
        for i, token in enumerate(tokens[:-1]):
            if token.text.lower() not in ("the", "this"):
                continue
            at = i + 1
            if tokens[at].text.islower() and at + 1 < len(tokens) and tokens[at + 1].text in aliases().generic:
                at += 1 if tokens[i + 1].text not in NOT_THE_SAME else 0  # "the extremist group"
            noun = tokens[at].text
            span = Span(token.span.start, tokens[at].span.end)
            if taken.any(span) or _goes_on(document, sentence.tokens[0] + at):
                continue
            near = [e for e in groups if any(back <= m.start < span.start for m in e.mentions)]
            entry = _meant(noun, span, entries, near if len(near) == 1 else groups, plain=at == i + 1)
            if entry is not None:
                entry.mentions.append(span)
                entry.aliases.append(f"the {noun}")


def _meant(noun: str, span: Span, entries: list[Entry], groups: list[Entry], plain: bool) -> Entry | None:
    names = aliases()
    if noun in names.generic and len(groups) == 1 and min(groups[0].mentions) < span:
        return groups[0]
    if not plain or (noun not in names.recalled and noun not in names.bodies):
        return None
    bearing = [e for e in entries if noun in e.name.lower().split() and ActorKind.PLACE not in _kinds(e)]
    before = [e for e in bearing if min(e.mentions) < span]
    return max(before, key=lambda e: max(m for m in e.mentions if m < span)) if before else None


def _kinds(entry: Entry) -> list[ActorKind]:
    return [kind for kind, _ in entry.evidence.most_common(1)]


def _goes_on(document: Document, at: int) -> bool:
    """Whether the noun is part of something longer: "the army base", "the group of students", "the party's over"."""
    if document.reading is not None:
        head = int(document.reading.heads[at])
        if head > at and head - at <= 2 and document.tokens[at + 1].text != "'s":
            return DEPRELS[int(document.reading.deprels[at])] in ("compound", "amod")
    after = document.tokens[at + 1].text.lower() if at + 1 < len(document.tokens) else ""
    return after == "of" or singular(after) in _HEADS
