"""Rules and Reader put together: one attribution for one content, each kind from whom it is measured better.

On PolNeAR's dev part (strict F of content, cue, source; `python -m tests.quality.polnear`).
"""

from __future__ import annotations

from ...model import Document, Span
from .found import Found
from .learned import Learned
from .line import Line

LIKELY = 0.0
"""Attributions of the Reader's below this probability are left out."""
SAME = 0.5
"""Contents that share at least this part of their characters are one content."""


def merged(document: Document, ready: list[Line], rules: list[Found], read: list[Learned]) -> list[Found]:
    """Return the Reader's attributions and those of the rules that it has none for."""
    kept = [one for one in read if one.probability >= LIKELY]
    own = [one.found for one in kept]
    return own + [one for one in rules if _adds(document, one, own)]


def _adds(document: Document, one: Found, read: list[Found]) -> bool:
    """Whether a rule's attribution says something that the Reader's do not."""
    for other in read:
        if _share(one.cue, other.cue) > 0 or _share(one.content, other.content) > 0:
            return False
    return bool(one.quotations)


def _share(a: list[Span], b: list[Span]) -> float:
    """Return the characters in both over the characters in either (Jaccard); 0 where either is empty."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return both / (sum(map(len, a)) + sum(map(len, b)) - both) if both else 0.0
