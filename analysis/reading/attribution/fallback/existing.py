"""What a wish presupposes: "the violence" in "called for an end to the violence" is there without the caller."""

from __future__ import annotations

from bisect import bisect_left

from ....model import Span
from ..found import Found
from .line import Line
from .phrases import noun_phrase_end

# What can only be done about a thing that is there, with the preposition before the thing.
_ABOUT = {
    "end": ("to",),
    "halt": ("to",),
    "stop": ("to",),
    "protection": ("for", "of"),
    "protections": ("for",),
    "release": ("of",),
    "investigation": ("into", "of"),
    "investigations": ("into",),
    "inquiry": ("into",),
    "probe": ("into",),
    "response": ("to",),
    "solution": ("to",),
    "withdrawal": ("from",),
    "justice": ("for",),
    "aid": ("for",),
    "support": ("for",),
    "sanctions": ("against", "on"),
    "repeal": ("of",),
    "reversal": ("of",),
    "resignation": ("of",),
    "identity": ("of",),
    "identities": ("of",),
    "names": ("of",),
    "whereabouts": ("of",),
    "cause": ("of",),
    "threat": ("from",),
    "threats": ("from",),
}


def existing(line: Line, one: Found) -> list[Span]:
    """Return what stands behind "an end to", "an inquiry into" and the like in the phrase that a cue leads to."""
    if not one.cue or not one.content or one.content[0].start < one.cue[-1].end:
        return []
    starts = [place.start for place in line.spans]
    first, end = bisect_left(starts, one.content[0].start), bisect_left(starts, one.content[0].end)
    last = noun_phrase_end(line, first, end) if first < end and line.tags[first] in "DNUK" else None
    if last is None or (last + 1 < end and line.tags[last + 1] in "XM"):
        return []  # a clause: "said an end to the raids was near"
    listed = next(
        (i + 1 for i in range(last + 1, end) if line.tags[i] == ":"), end
    )  # "a deal: protections for weavers"
    for i in (*range(first, min(last + 1, first + _NEAR, end - 2)), *range(listed, min(listed + _NEAR, end - 2))):
        if line.words[i + 1] in _ABOUT.get(line.words[i], ()) and line.quoted[i + 1] < 0:
            stop = end if line.tags[i + 2] in "DKNUOGVB" else i + 2
            marked = next((k for k in range(i + 2, stop) if line.quoted[k] >= 0), stop)
            return [line.range(i + 2, marked - 1)] if marked > i + 2 else []
    return []


# The noun stands among the first words of the phrase: "an immediate end to".
_NEAR = 5
