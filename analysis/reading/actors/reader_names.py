"""The Reader's names as candidates: the name proper, without titles, modifiers and what is said behind it."""

from __future__ import annotations

from dataclasses import replace

from ...model import ActorKind, Document, Sentence, Span
from ..reader.reading import Name, Reading
from .candidates import Candidate, candidate_of, capital, run_of

SURE = 0.5
"""Least probability of a name. Below it, what the head marked is as often a title or a common noun."""
KINDS = {
    "person": ActorKind.PERSON,
    "organization": ActorKind.ORGANIZATION,
    "place": ActorKind.PLACE,
}
_ENDS = frozenset((",", "(", ")", "–", "—", "--", ";", ":", "who", "which", "that", "“", "”", '"', "/"))
"""Behind which a mention says something of its name: "Orr, the mayor"."""
_JOINED = ("-backed", "-led", "-based", "-born", "-run", "-held", "-controlled", "-era", "-owned", "-funded", "-style")


def read_candidates(document: Document, reading: Reading) -> list[Candidate]:
    """Return the Reader's names as candidates in text order; of overlapping ones the longest, then the surest."""
    found = [one for name in reading.names if name.probability >= SURE for one in _cut(document, reading, name)]
    found.sort(key=lambda c: (-len(c.span), -c.sure, c.span))
    kept: list[Candidate] = []
    for one in found:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda c: c.span)


def _cut(document: Document, reading: Reading, name: Name) -> list[Candidate]:
    """Return the name proper within one of the Reader's mentions; nothing where there is none."""
    first, last = name.range
    index = document.sentence_at(document.tokens[first].span.start)
    if index is None:
        return []
    sentence = document.sentences[index]
    last = min(_end(document, first, last), sentence.tokens[1])
    runs = _runs(document, sentence, first, last)
    if not runs:
        return []
    head = next((i for i in range(first, last) if not first <= reading.heads[i] < last), first)
    kind = KINDS[name.kind]
    own = [one for one in runs if document.token_at(one.span.start) <= head < document.token_at(one.span.end)]
    # A person's name is the last of a mention ("the club's director Ann Orr"), a body's or place's holds its head.
    chosen = runs[-1] if kind is ActorKind.PERSON or not own else own[0]
    return [replace(chosen, kind=kind, sure=name.probability)]


def _end(document: Document, first: int, last: int) -> int:
    """Return where the name ends at the latest: before a comma, a bracket or a clause about it."""
    for at in range(first + 1, last):
        low = document.tokens[at].text.lower()
        if low in _ENDS and not (low == "," and _suffix(document, at)):
            return at
    return last


def _suffix(document: Document, comma: int) -> bool:
    after = document.tokens[comma + 1].text if comma + 1 < len(document.tokens) else ""
    return after.rstrip(".") in ("Jr", "Sr", "Inc")


def _runs(document: Document, sentence: Sentence, first: int, last: int) -> list[Candidate]:
    """Return the names that runs of capitals within the mention make, titles cut off."""
    start, stop = sentence.tokens
    tokens = document.tokens[start:last]
    found: list[Candidate] = []
    at = first - start
    while at < len(tokens):
        if not capital(tokens[at].text) or tokens[at].text.endswith(_JOINED):
            at += 1
            continue
        end = max(run_of(tokens, at), at + 1)
        whole = document.tokens[start:stop]
        one = candidate_of(document.text, whole, at, end, frozenset(), headline=_headline(sentence), trusted=True)
        if one is not None:
            found.append(one)
        at = end
    return found


def _headline(sentence: Sentence) -> bool:
    return str(sentence.section) == "headline"


def repeated(document: Document, read: list[Candidate], by_rules: list[Candidate]) -> list[Candidate]:
    """Return what the rules found that bears a name which the Reader found elsewhere in the article."""
    known = {one.name for one in read}
    known |= {part for one in read if one.kind is ActorKind.PERSON for part in one.name.split()[-1:]}
    taken = [one.span for one in read]
    return [one for one in by_rules if one.name in known and not any(one.span.overlaps(span) for span in taken)]


def names_of(document: Document) -> list[tuple[Span, ActorKind]]:
    """Return the names proper of a document that was read, with the Reader's kind: what the names head is scored on."""
    if document.reading is None:
        return []
    return [(one.span, one.kind or ActorKind.OTHER) for one in read_candidates(document, document.reading)]
