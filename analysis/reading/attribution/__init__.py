"""Who said what: the Reader's relations, labels and quotation marks; by rules (`fallback`) where there is no Reader."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Document
from ..language.turns import Turn
from ..overlaps import spans_taken
from .build import attributions
from .continued import carry_on, keep_in_paragraph
from .echoes import follow
from .found import Found, keep_named_sources
from .headlines import headline_turns
from .nested import nested
from .relations import read
from .silence import silences
from .sources import with_sources
from .spans import disjoint
from .turns import of_turns, outside

__all__ = ["Found", "attributions", "complete", "find"]


def find(document: Document, turns: Sequence[Turn] = ()) -> list[Found]:
    """Return the attributions of a document that was read, before their speakers are known; see `complete`."""
    found = keep_in_paragraph(document, with_sources(document, read(document)))
    silent = silences(document)
    unsaid = spans_taken(span for one in silent for span in one.cue)
    found = [one for one in found if not any(unsaid.any(part) for part in one.cue)]
    return complete(document, turns, [*found, *nested(document, found), *silent])


def complete(document: Document, turns: Sequence[Turn], found: Sequence[Found]) -> list[Found]:
    """Return `found` with labelled turns, and with the quotations that go on or repeat it.

    Those with a source of their own come first, in text order; then those that follow another one's speaker.
    """
    turns = [*headline_turns(document), *(turn for turn in turns if turn.tells_whose)]
    kept = of_turns(document, turns) + outside(list(found), turns)
    carry_on(document, kept)
    keep_named_sources(kept, document.text)
    kept.sort(key=lambda one: one.start)
    sourced = {tuple(one.content) for one in kept if one.source}
    # "said in a statement that": the noun has the verb's words.
    kept = [one for one in kept if one.source or one.turn or one.silent or tuple(one.content) not in sourced]
    kept = sorted(kept + follow(document, kept), key=lambda one: (one.follows is not None, one.start))
    return [one for one in kept if disjoint(one) is not None]
