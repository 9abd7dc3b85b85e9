"""The rule engine over shallow word classes: who said what where there is no Reader. Frozen: repaired no more.

The voices ask it too, for the words that it hears as somebody's (`voices/heard.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ....messages import message
from ....model import Document, Span, Speaker
from ....progress import checked
from ...english.cues import Cue, NounCue
from ..found import Found
from .background import background
from .existing import existing
from .line import Line, lines
from .named import named_in
from .rules import find_in_line
from .shallow import Shallow
from .sift import is_evidence, said

__all__ = ["Line", "Rules", "Shallow", "find", "lines", "own_words", "said", "said_by"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules find in a document, and the sentences as they read them."""

    lines: Sequence[Line]
    found: Sequence[Found]


def find(document: Document) -> Rules:
    """Return the attributions whose cue a rule knows, sentence by sentence."""
    ready = list(lines(document))
    return Rules(ready, [one for line in checked(ready) for one in find_in_line(document, line)])


def own_words(
    document: Document, rules: Rules, cue: list[Span], content: list[Span], known: Cue | NounCue
) -> list[Span]:
    """Return what of a content the outlet says itself, by the rules: "condemned [the raid]", ", [which killed two]"."""
    at = bisect_right(rules.lines, cue[0].start, key=lambda line: line.spans[0].start) - 1
    line = rules.lines[max(0, at)]
    one = Found(line.number, cue, content, [], known.stance, _NONE)
    return named_in(line, content, cue[-1].end, known) + existing(line, one) + background(line, one)


_NONE = message("attribution.why.before", cue="")


def said_by(document: Document, found: Sequence[Found], speakers: Sequence[Speaker | None]) -> list[bool]:
    """Return for each of `found` whether somebody says it, where things merely "show" it."""
    return [not is_evidence(one, who, document.text) for one, who in zip(found, speakers, strict=True)]
