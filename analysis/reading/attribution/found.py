"""An attribution in the making: where it stands, before its speaker is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...messages import Message
from ...model import CueStance, Span
from ..language.turns import Turn


@dataclass(slots=True)
class Found:
    """Source, cue and content as the Reader, a label or a rule gives them; they may overlap."""

    line: int
    """Number of the sentence in which its cue stands."""
    cue: list[Span]
    content: list[Span]
    source: list[Span]
    stance: CueStance
    why: Message
    quotations: set[int] = field(default_factory=set)
    """Indexes of the quotations whose words are its content."""
    follows: Found | None = None
    """The attribution whose speaker this one has, where no source of its own is printed."""
    turn: Turn | None = None
    """The labelled or set-apart words that it stands for."""
    silent: bool = False
    """Whether it tells that somebody said nothing."""
    verb: str = ""
    """By rules: the cue verb's dictionary form; "" where the cue is none."""
    loose: bool = False
    """By rules: whether that verb is as often a thought, a wish or a deed as words."""
    unsaid: bool = False
    """By rules: whether a modal stands before it: what somebody will or must say has not been said."""
    named: list[Span] = field(default_factory=list)
    """By rules: what of the content the outlet names itself: "the crackdown" in "condemned the crackdown"."""

    @property
    def start(self) -> int:
        """Where its cue begins; its content, where it has no cue."""
        return (self.cue or self.content)[0].start


_WORD = re.compile(r"\w")
_POSSESSIVE_END = re.compile(r"['’]s\b", re.IGNORECASE)


def keep_named_sources(found: list[Found], text: str) -> None:
    """Take out of `found` the sources that hold no word: a mark, or the ’s that a weekday left behind."""
    for one in found:
        one.source = [span for span in one.source if _WORD.search(_POSSESSIVE_END.sub("", span.of(text)))]
