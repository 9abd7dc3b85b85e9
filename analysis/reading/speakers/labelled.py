"""Whose words a labelled turn, block, post or letter are: by the label, the markup, or the interview."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ...messages import message
from ...model import ActorKind, Span, Speaker, SpeakerKind
from ..language.turns import Turn, TurnKind
from .descriptions import described_speaker
from .discourse import Discourse

_LETTERS = 3
"""A label of fewer letters, "A" or "Q", is nobody's name."""


def labelled_speaker(d: Discourse, turn: Turn) -> Speaker | None:
    """Return whose words a turn is; None where neither its label nor the article tells."""
    text = d.document.text
    label = turn.first or turn.label
    named = label is not None and len(label.of(text).strip(".: ")) >= _LETTERS
    if turn.kind is TurnKind.QUESTION and not named:
        why = message("speaker.why.question")
        return Speaker(_ASKING, SpeakerKind.MEDIA, False, (turn.label or turn.content[0],), why)
    if turn.kind is TurnKind.ANSWER and not named:
        return _interviewed(d, turn)
    if label is not None and named:
        speaker = described_speaker(d, label, _plain(label.of(text)))
        return replace(speaker, name=_plain(speaker.name)) if " " in speaker.name else speaker  # "BBC" stays
    if turn.name:
        return _by_name(d, turn)
    subject = _introduced_by(d, turn)
    return described_speaker(d, subject, subject.of(text)) if subject is not None else None


_ASKING = "interviewer"


def _plain(label: str) -> str:
    """Return a label in capitals as a sentence prints names: "MAYOR HOLT" → "Mayor Holt"."""
    return label.title() if label.isupper() else label


def _by_name(d: Discourse, turn: Turn) -> Speaker:
    actor = d.by_name.get(turn.name)
    kind = d.roles.kind_of_actor(actor) if actor is not None else None
    why = message("speaker.why.markup", name=turn.name)
    return Speaker(turn.name, kind or SpeakerKind.OTHER, True, turn.content[:1], why)


def _introduced_by(d: Discourse, turn: Turn) -> Span | None:
    """Return the subject of the sentence that introduces a block: "[The board] said in a statement:"."""
    number = d.document.sentence_at(turn.lead.start) if turn.lead is not None else None
    return d.grammar.opening_subject(number) if number is not None else None


def _interviewed(d: Discourse, turn: Turn) -> Speaker | None:
    """Return whom an interview is with: the person whom the text outside its turns names most often."""
    counts: Counter[str] = Counter()
    places: dict[str, Span] = {}
    for actor in d.document.actors:
        if actor.kind is not ActorKind.PERSON:
            continue
        counts[actor.name] = len(actor.mentions)
        places[actor.name] = actor.mentions[0]
    if not counts:
        return None
    name = max(counts, key=lambda one: (counts[one], -places[one].start))
    place = places[name]
    speaker = described_speaker(d, place, place.of(d.document.text))
    why = message("speaker.why.interview", name=speaker.name)
    return Speaker(speaker.name, speaker.kind, speaker.named, (turn.label or turn.content[0], place), why)
