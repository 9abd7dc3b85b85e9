"""The grammar of sentences by shallow word classes, for speakers of a document that was not read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ....model import Span
from ...syntax.phrase import Place
from .line import Line
from .phrases import noun_phrase_end, noun_phrase_start
from .speaking import nearest_phrase

_SUBORDINATES = frozenset("after before when while although though because since if as until whose".split())


class Shallow:
    """Places of phrases by the word classes around them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def place(self, phrase: Span) -> Place:
        """Return the place of a phrase in its sentence."""
        line = self._line(phrase.start)
        at = [i for i, place in enumerate(line.spans) if phrase.start <= place.start < phrase.end] if line else []
        if line is None or not at:
            return Place.OBLIQUE
        first = noun_phrase_start(line, at[-1])
        first = at[0] if first is None else min(first, at[0])
        behind = line.tags[at[-1] + 1 : at[-1] + 6]
        if behind[:1] == ["N"] and any(tag in "VXM" for tag in behind):
            return Place.MODIFIER  # "the Orr administration"
        if "P" in line.tags[first : at[0]]:
            return Place.OBLIQUE  # "A source based in Halm": the source is the subject.
        set_off = first > 1 and line.tags[first - 1] == "," and line.tags[at[-1] + 1 : at[-1] + 2] in ([","], ["."])
        if set_off and (outer := noun_phrase_start(line, first - 2)) is not None:
            first = outer  # "A passer-by, Garth Penn, called": the name has the place of what it is set off from.
        return _place(line, first, at[-1])

    def opening_subject(self, sentence: int) -> Span | None:
        """Return the noun phrase or pronoun that opens a sentence as a subject."""
        line = self._lines[sentence]
        if not len(line):
            return None
        first = 1 if line.tags[0] in "CP" and len(line) > 1 else 0
        if line.tags[first] == "R":
            return line.range(first, first)
        last = noun_phrase_end(line, first, len(line)) if line.tags[first] in "DNKU" else None
        if last is None or last + 1 >= len(line) or line.tags[last + 1] not in "VXMBW":
            return None
        return line.range(first, last)

    def antecedent(self, pronoun: Span) -> Span | None:
        """Return the noun phrase that "who" or "which" goes back to, with the name that it is set off from."""
        line = self._line(pronoun.start)
        if line is None:
            return None
        at = bisect_left(line.spans, pronoun)
        last = at - 2 if at > 1 and line.tags[at - 1] == "," else at - 1
        first = nearest_phrase(line, last) if last >= 0 and line.quoted[last] < 0 else None
        if first is None:
            return None
        if first > 1 and line.tags[first - 1] == "," and line.tags[first - 2] == "K":
            named = noun_phrase_start(line, first - 2)
            first = first if named is None else named
        return line.range(first, last)

    def _line(self, offset: int) -> Line | None:
        at = bisect_right(self._lines, offset, key=lambda one: one.span.start) - 1
        return self._lines[at] if at >= 0 else None


def _place(line: Line, first: int, last: int) -> Place:
    relative = any(tag == "W" for tag in line.tags[:first]) and "," not in line.tags[first:][:1]
    before = line.tags[first - 1] if first else ""
    follows = line.tags[last + 1] if last + 1 < len(line) else "."
    clause = follows in "VXMB" or (follows in ",-" and before in ("", ",", "C", "S", '"'))
    if first == 0 or (before in "CSY" and clause) or (before == "," and follows in "VXM"):
        if relative and before not in ("", ","):
            return Place.MODIFIER
        return Place.SUBJECT if _main(line, first) else Place.INNER_SUBJECT
    if before == "P":
        return Place.OBLIQUE
    if before in "VG":
        return Place.OBJECT
    return Place.MODIFIER if relative else Place.OBLIQUE


def _main(line: Line, first: int) -> bool:
    """Whether no subordinating word opens the clause in which token `first` stands."""
    at = first - 1
    while at >= 0 and line.tags[at] not in ",":
        if line.tags[at] == "S" or line.words[at] in _SUBORDINATES:
            return False
        at -= 1
    return True
