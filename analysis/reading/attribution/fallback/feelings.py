"""Adjectives of thought and feeling: "Growers are unhappy that …", headlines' "Mayor Concerned That …"."""

from __future__ import annotations

from ....messages import message
from ....model import CueStance, Document
from ..found import Found
from .clauses import Shape, clause_end
from .line import Line
from .phrases import subject_before
from .speaking import speaking_part


def find_feeling(document: Document, line: Line, at: int) -> Found | None:
    """Return what the adjective at `at` says that somebody thinks, or None."""
    that = at + 1
    if that + 1 >= len(line) - 1 or line.words[that] != "that" or line.quoted[that] >= 0:
        return None
    first = at
    while first > 0 and line.tags[first - 1] in "BX":
        first -= 1
    if "X" not in line.tags[first:at] and not line.headline:
        return None
    if first > 0 and line.tags[first] == "B" and "X" in line.tags[first:at]:
        first = next(i for i in range(first, at) if line.tags[i] == "X")
    subject = subject_before(line, first)
    source = None if subject is None else speaking_part(line, subject)
    if source is None:
        return None
    why = message("attribution.why.before", cue=line.printed(first, at))
    content = line.range(that, clause_end(line, that, Shape.THAT))
    cue = line.range(first, at)
    return Found(line.number, [cue], [content], [line.range(*source)], CueStance.EMOTIVE, why, loose=True)
