"""How much a mention draws a pronoun, by its place in its sentence."""

from __future__ import annotations

from bisect import bisect_right

from ....model import Document, Span
from ..line import Line
from ..phrases import noun_phrase_start

SUBJECT, INNER_SUBJECT, OBJECT, OBLIQUE, OWNER, ASIDE = 3.0, 2.0, 1.6, 1.2, 0.8, 0.5
"""Weights in the order of Lappin and Leass (1994); their exact sizes change no case of the tests."""


def weigh(document: Document, line: Line, span: Span) -> float:
    """Return how much a mention draws a pronoun, by the Reader's parse where there is one, else by its neighbours."""
    text = document.text
    last = document.quotations[: bisect_right(document.quotations, span.start, key=lambda q: q.outer.start)][-1:]
    if last and last[0].outer.contains(span) and len(last[0].outer) > 2 * len(span):
        return ASIDE
    if text[span.end : span.end + 2] in ("'s", "’s"):
        return OWNER
    at = [i for i, place in enumerate(line.spans) if span.start <= place.start < span.end]
    if not at:
        return OBLIQUE
    first = noun_phrase_start(line, at[-1])
    first = at[0] if first is None else min(first, at[0])
    behind = line.tags[at[-1] + 1 : at[-1] + 6]
    if behind[:1] == ["N"] and any(tag in "VXM" for tag in behind):
        return ASIDE  # "the Orr administration"
    if "P" in line.tags[first : at[0]]:
        return OBLIQUE  # "A source based in Halm": the source is the subject.
    set_off = first > 1 and line.tags[first - 1] == "," and line.tags[at[-1] + 1 : at[-1] + 2] in ([","], ["."])
    if set_off and (outer := noun_phrase_start(line, first - 2)) is not None:
        first = outer  # "A passer-by, Garth Penn, called": the name has the place of what it is set off from.
    relative = any(tag == "W" for tag in line.tags[:first]) and "," not in line.tags[first:][:1]
    before = line.tags[first - 1] if first else ""
    follows = line.tags[at[-1] + 1] if at[-1] + 1 < len(line) else "."
    clause = follows in "VXMB" or (follows in ",-" and before in ("", ",", "C", "S", '"'))
    if first == 0 or (before in "CSY" and clause) or (before == "," and follows in "VXM"):
        return ASIDE if relative and before not in ("", ",") else SUBJECT if _main(line, first) else INNER_SUBJECT
    if before == "P":
        return OBLIQUE
    if before in "VG":
        return OBJECT
    return ASIDE if relative else OBLIQUE


def _main(line: Line, first: int) -> bool:
    """Whether no subordinating word opens the clause in which token `first` stands."""
    at = first - 1
    while at >= 0 and line.tags[at] not in ",":
        if line.tags[at] == "S" or line.words[at] in _SUBORDINATES:
            return False
        at -= 1
    return True


_SUBORDINATES = frozenset("after before when while although though because since if as until whose".split())
