"""Nouns that stand for somebody's words: "the army's claim that …", "their support for …"."""

from __future__ import annotations

from ...messages import message
from ...model import Document
from .clauses import Shape, clause_end
from .cues import noun_cues
from .found import Found
from .line import Line
from .phrases import noun_phrase_start
from .speaking import speaking_part

_POSSESSIVE = frozenset("his her their its my our".split())


def find_noun(document: Document, line: Line, at: int) -> Found | None:
    """Return the attribution whose cue is the noun at `at`, or None.

    A possessive before it is the source; without one only "that" makes sure that words follow.
    """
    cue = noun_cues()[line.words[at]]
    after = at + 1
    if after >= len(line) - 1 or line.quoted[after] >= 0:
        return None
    first = at
    while first > 0 and line.tags[first - 1] in "NBU" and line.quoted[first - 1] < 0:
        first -= 1
    source = _possessor(line, first)
    if line.words[after] == "that" and "that" in cue.takes:
        start, last, shape = after, at, Shape.THAT
    elif line.words[after] in cue.takes and source is not None:
        start, last, shape = after + 1, after, Shape.PHRASE
        if line.words[after] == "to" and line.tags[start] == "V":
            start, last = after, at
    else:
        return None
    if line.tags[start] in ",." or (source is None and not _has_verb(line, start)):
        return None
    end = clause_end(line, start, shape)
    if end <= start and shape is Shape.THAT:
        return None
    held = {q for q in line.quoted[start : end + 1] if q >= 0}
    cue_first = first if source is not None else at
    why = message("attribution.why.noun", cue=line.printed(cue_first, last))
    spans = [line.range(*source)] if source else []
    return Found(line.number, [line.range(cue_first, last)], [line.range(start, end)], spans, cue.stance, why, held)


def _possessor(line: Line, first: int) -> tuple[int, int] | None:
    """Return whose noun it is: "his", "the army's"."""
    before = first - 1
    if before < 0 or line.quoted[before] >= 0:
        return None
    if line.words[before] in _POSSESSIVE:
        return before, before
    if line.tags[before] == "Z":
        start = noun_phrase_start(line, before)
        return None if start is None else speaking_part(line, (start, before))
    return None


def _has_verb(line: Line, start: int) -> bool:
    """Whether a verb follows soon: "the claim that he lied", not "the claim that year"."""
    return any(tag in "VXM" for tag in line.tags[start : start + 8])
