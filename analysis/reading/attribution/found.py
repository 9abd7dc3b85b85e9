"""What a rule finds, before its speaker is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...messages import Message
from ...model import CueStance, Span


@dataclass(slots=True)
class Found:
    """An attribution in the making; spans as the rule gave them."""

    line: int
    cue: list[Span]
    content: list[Span]
    source: list[Span]
    stance: CueStance
    why: Message
    quotations: set[int] = field(default_factory=set)
    """Indexes of the quotations whose words are its content."""
