"""Labelled turns, block quotations, posts and letters as attributions in the making."""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import message
from ...model import CueStance, Document
from ...progress import checked
from ..language.turns import Turn, TurnKind
from ..overlaps import Overlaps, spans_taken
from .found import Found
from .quoted import held

_WHY = {
    TurnKind.LABEL: message("attribution.why.label"),
    TurnKind.QUESTION: message("attribution.why.question"),
    TurnKind.ANSWER: message("attribution.why.answer"),
    TurnKind.HEADLINE: message("attribution.why.label"),
    TurnKind.BLOCK: message("attribution.why.block"),
    TurnKind.POST: message("attribution.why.post"),
    TurnKind.LETTER: message("attribution.why.letter"),
}


def of_turns(document: Document, turns: Sequence[Turn]) -> list[Found]:
    """Return each turn as the words of its label."""
    return [_found(document, turn) for turn in checked(turns)]


def _found(document: Document, turn: Turn) -> Found:
    content = list(turn.content)
    number = document.sentence_at(turn.span.start)
    cue = [turn.marker] if turn.marker is not None else []
    source = [turn.label] if turn.label is not None else []
    return Found(
        number or 0, cue, content, source, CueStance.NEUTRAL, _WHY[turn.kind], held(document, content), turn=turn
    )


def outside(found: list[Found], turns: Sequence[Turn]) -> list[Found]:
    """Return what of `found` no turn contradicts: a label outranks what else may introduce its words.

    What somebody reports within a turn stays; what reaches into a turn from outside is cut there.
    """
    said = Overlaps((span, turn) for turn in turns for span in turn.content)
    around = spans_taken(
        span for turn in turns for span in (turn.label, turn.marker, turn.furniture) if span is not None
    )
    kept = []
    for one in checked(found):
        if any(around.any(span) for span in one.cue):
            continue  # its cue is a label's colon or the date of a post
        home = said.at(one.cue)[:1]
        one.content = [span for span in one.content if said.at([span])[:1] in ([], home)]
        if one.content or one.silent:
            kept.append(one)
    return kept
