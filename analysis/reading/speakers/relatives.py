"""Whom "who" and "which" go back to, where they open a clause that tells what somebody says."""

from __future__ import annotations

from bisect import bisect_left

from ...messages import message
from ...model import ActorKind, Span, Speaker
from ..language import word_key
from .descriptions import described_speaker
from .discourse import PRONOUNS, Discourse
from .identified import by_pronoun


def antecedent(d: Discourse, source: Span, pronoun: str) -> Speaker | None:
    """Return whom the noun phrase before "who" names."""
    at = bisect_left(d.starts, source.start) - 1
    actor, mention = d.by_mention[d.starts[at]] if at >= 0 else (None, source)
    if actor is None or actor.kind is ActorKind.PLACE or not 0 <= source.start - mention.end <= 2:
        return _noun_phrase_before(d, source, pronoun)
    return by_pronoun(d, actor, mention, source, pronoun, "beside")


def _noun_phrase_before(d: Discourse, source: Span, pronoun: str) -> Speaker | None:
    """The whole noun phrase before "who", with the name that it is set off from: "Ann Orr, a baker, who said"."""
    span = d.grammar.antecedent(source) if pronoun != "that" else None
    if span is None:
        return None
    printed = span.of(d.document.text)
    if word_key(printed) in PRONOUNS:
        return None
    speaker = described_speaker(d, span, printed)
    d.remember(speaker, printed)
    why = message("speaker.why.pronoun.beside", pronoun=pronoun, name=speaker.name)
    return Speaker(speaker.name, speaker.kind, speaker.named, (source, span), why)
