"""Who the source of an attribution is: pronouns, short names, roles and documents followed back, each with evidence."""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import message
from ...model import Document, Span, Speaker, SpeakerKind
from ...progress import counted
from ..attribution.found import Found
from ..english.kinds import issued
from ..english.tables import words
from ..language import word_key
from .descriptions import described_speaker
from .discourse import PRONOUNS, Discourse
from .grammar import Grammar, parsed
from .identified import meant
from .issuers import issuer
from .labelled import labelled_speaker
from .offices import one_kind_each
from .pronouns import pronoun_speaker
from .referents import is_document

__all__ = ["Grammar", "parsed", "speakers_of"]

_POINTING = words("closed.possessives") | {"the", "that", "this"}


def speakers_of(document: Document, found: Sequence[Found], grammar: Grammar) -> list[Speaker | None]:
    """Return the speaker of each of `found`, in the order in which sources are looked up; None: not told."""
    resolver = _Speakers(document, grammar)
    return one_kind_each([resolver.resolve(one) for one in counted(found)])


class _Speakers:
    """Resolves the sources of one document, in text order."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self._discourse = Discourse(document, grammar)
        self._resolved: dict[int, Speaker | None] = {}

    def resolve(self, found: Found) -> Speaker | None:
        """Return the speaker of `found`; None where the article does not say. What follows another comes after it."""
        speaker = self._following(found) if found.follows is not None else self._own(found)
        self._resolved[id(found)] = speaker
        return speaker

    def _following(self, found: Found) -> Speaker | None:
        who = self._resolved.get(id(found.follows))
        if who is None or found.follows is None:
            return None
        evidence = tuple(dict.fromkeys((*found.follows.source[:1], *who.evidence)))
        return Speaker(who.name, who.kind, who.named, evidence, message("speaker.why.carried", name=who.name))

    def _own(self, found: Found) -> Speaker | None:
        if found.turn is not None:
            return labelled_speaker(self._discourse, found.turn)
        if not found.source:
            return None
        d, source = self._discourse, found.source[0]
        printed = source.of(d.document.text)
        key = word_key(printed)
        if " " not in key and "'" in key and key.split("'")[0] in PRONOUNS:
            key = key.split("'")[0]  # "I'll"
        if key in PRONOUNS:
            return pronoun_speaker(d, found, key)
        speaker = _issuer(d, source, printed)
        if speaker is not None:
            return speaker
        speaker = described_speaker(d, source, printed)
        nested = any(span.contains(source) for outer, _, _ in d.outer for span in outer.content)
        if nested and (speaker.name in d.people or not speaker.named):
            return speaker  # Whom somebody's words quote, "he" after them does not mean.
        d.remember(speaker, printed)
        d.outer = [one for one in d.outer if one[0].line == found.line]
        d.outer.append((found, speaker, d.known[-1]))
        return speaker


def _issuer(d: Discourse, source: Span, printed: str) -> Speaker | None:
    """Return who issued the document that a source names: "the statement"; else whoever spoke last."""
    words = word_key(printed).split()
    if words[0] not in _POINTING or not is_document(words[-1]) or not printed.split()[-1].islower():
        return None
    answer = issuer(d.coreference, source, words[-1])
    if answer is not None:
        return meant(
            d, answer, source, message(f"speaker.why.issuer.{answer.way}", document=printed, name=answer.who.name)
        )
    for known in reversed(d.known) if issued(words[-1]) else ():
        if known.speaker.kind is not SpeakerKind.DOCUMENT:
            who = known.speaker
            why = message("speaker.why.issuer.spoke", document=printed, name=who.name)
            return Speaker(who.name, who.kind, who.named, (source, who.evidence[0]), why)
    return None
