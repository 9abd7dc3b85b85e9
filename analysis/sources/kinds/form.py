"""The kind that the form of a text shows: turns of speakers, questions and answers, entries by the clock, a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...messages import message
from ...model import ArticleKind
from ..draft import Meta
from . import taglines
from .found import Found, shown
from .turns import turns_of
from .voice import argues

_ZONE = r"(?:\s?\(?(?:E[SD]?T|C[SED]{1,2}T|P[SD]?T|M[SD]T|GMT|BST|UTC|IST|AE[SD]T|local time)\)?)?"
_TIME = re.compile(
    r"\W{0,3}(?:(?:updated?|posted)?\s*(?:at\s+)?)?(?P<hour>\d{1,2})\s?[:.h]\s?(?P<minute>\d\d)"
    rf"\s?(?P<half>[ap]\.?\s?m\b\.?)?{_ZONE}(?=$|[\s:,.\])|–—-])",
    re.I,
)
LEAST_ENTRIES = 4
"""Paragraphs with their time from which a text is a live blog: a report has one or two, of updates."""
ENTRY_WORDS = 8
"""Words of an entry: a list of fixtures or programmes has fewer behind each time."""
LATER_FIRST = 0.75
"""Share of entries that are earlier than the one above: a live blog has the latest first, a chronicle of events the
earliest."""
_SALUTATION = re.compile(
    r"(?:to the editors?|dear (?:editors?|sirs?(?: or madam)?|sir/madam|madam)|(?:madam|sirs?)(?=,|\s?[–—-]|:)"
    r"|editor(?=:))\s?(?:[,:.]|[–—-]|$)",
    re.I,
)
_RUSH = r"(?:this is a rush|the following is a (?:rush |full |partial )?) ?transcript|created on a rush deadline"
_CLOSED = r"(?:this|our) live (?:blog|coverage|page) (?:is|has) (?:now )?(?:closed|ended|closing|over|finished)"
_NOTED = ((ArticleKind.TRANSCRIPT, re.compile(_RUSH, re.I)), (ArticleKind.LIVE, re.compile(_CLOSED, re.I)))
HEAD, TAIL = 3, 6
"""Paragraphs at the top and at the end in which a text says what it is."""


def seen(paragraphs: Sequence[str], meta: Meta) -> Found | None:
    """Return the kind that the build of the text shows, None where it is running prose."""
    return _letter(paragraphs) or turns_of(paragraphs, meta) or _live(paragraphs)


def noted(paragraphs: Sequence[str], removed: Sequence[str]) -> Found | None:
    """Return the kind that a note above or below the text says, or lines left out as furniture."""
    around = [*paragraphs[:HEAD], *paragraphs[-TAIL:], *removed]
    for kind, pattern in _NOTED:
        for line in around:
            if m := pattern.search(line):
                return Found(kind, message("sources.kind.note", value=shown(line[m.start() :])))
    return taglines.disclaimed(paragraphs[:HEAD], paragraphs[-TAIL:], removed)


def own_voice(paragraphs: Sequence[str], meta: Meta) -> Found | None:
    """Return that it is opinion where a line presents its author as a guest, or where it argues in its own voice."""
    return taglines.presented(paragraphs, meta) or argues(paragraphs)


def _live(paragraphs: Sequence[str]) -> Found | None:
    times: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        m = _TIME.match(paragraph)
        if m is None or int(m["hour"]) > 24 or int(m["minute"]) > 59:
            continue
        rest = len(paragraph[m.end() :].split())
        if rest >= ENTRY_WORDS or (
            rest <= 2 and i + 1 < len(paragraphs) and len(paragraphs[i + 1].split()) >= ENTRY_WORDS
        ):
            half = (m["half"] or "").replace(".", "").replace(" ", "").lower()
            hour = int(m["hour"]) % 12 + (12 if half == "pm" else 0) if half else int(m["hour"])
            times.append(60 * hour + int(m["minute"]))
    pairs = list(pairwise(times))
    falling = sum(later >= earlier for later, earlier in pairs)
    if len(times) < LEAST_ENTRIES or falling < LATER_FIRST * len(pairs):
        return None
    return Found(ArticleKind.LIVE, message("sources.kind.times", count=len(times)))


def _letter(paragraphs: Sequence[str]) -> Found | None:
    for paragraph in paragraphs[:2]:
        if m := _SALUTATION.match(paragraph):
            return Found(ArticleKind.LETTER, message("sources.kind.salutation", value=shown(m[0])))
    return None
