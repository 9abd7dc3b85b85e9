"""Stretches of a text that are somebody's words by how they are set, not by a sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...model import Span


class TurnKind(StrEnum):
    LABEL = "label"
    """Behind a speaker's name and a colon: “ORR: We must go.”"""
    QUESTION = "question"
    """Behind "Q", or what an interview asks without a label: the outlet's, or nobody who is named."""
    ANSWER = "answer"
    """Behind "A", or what an interview answers without a label: whom the article interviews."""
    HEADLINE = "headline"
    """In a headline: "Orr: We must go", "'We must go': Orr"."""
    BLOCK = "block"
    """A block quotation, as the source sets it apart."""
    POST = "post"
    """A post in a network, with its author's name and handle."""
    LETTER = "letter"
    """A letter within a story, from its salutation to its signature."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's words, and the label that says whose they are. Spans are disjoint; none crosses a paragraph."""

    kind: TurnKind
    content: tuple[Span, ...]
    """One or more per paragraph, in text order; stage directions such as "[Laughter]" are left out."""
    label: Span | None = None
    """The name as this place prints it, with its title, without what stands in brackets; None where there is none."""
    marker: Span | None = None
    """The colon, stop or dash between label and words."""
    role: Span | None = None
    """What the label says about the speaker behind a comma or in brackets: "ONN ANCHOR", "Greens", "by phone"."""
    first: Span | None = None
    """The fullest label of the same speaker in this text, "MAYOR HOLT" for "HOLT"; None for a label without a name."""
    furniture: Span | None = None
    """What stands around label and words and is neither: the handle and the date of a post."""
    lead: Span | None = None
    """The sentence of the story that introduces a block, "The board said in a statement:": its subject speaks."""
    name: str = ""
    """The author whom the source's markup or byline names, where the text has no label."""

    @property
    def tells_whose(self) -> bool:
        """Whether it shows whose words it has: by a label, an author, a sentence before it, or as an interview."""
        asked = self.kind in (TurnKind.QUESTION, TurnKind.ANSWER)
        return asked or self.label is not None or self.lead is not None or bool(self.name)

    @property
    def span(self) -> Span:
        """From the first of its parts to the last."""
        parts = [
            *self.content,
            *(part for part in (self.label, self.marker, self.role, self.furniture) if part is not None),
        ]
        return Span(min(p.start for p in parts), max(p.end for p in parts))
