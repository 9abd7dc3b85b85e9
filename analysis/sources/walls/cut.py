"""Whether a text is only the beginning of an article: what offers the rest, and how it breaks off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...messages import Message, message
from .words import phrases, plain

STUB_WORDS = 300
"""Words up to which a text before an offer of the rest is a stub. Above, the offer is a box at the end of a whole
article, unless the text breaks off."""
TEASER_WORDS = 120
"""The same for a mere link to the rest, which blogs also put under what they quote."""
EXCERPT_WORDS = 150
"""Words of the longest excerpt that a feed ends with "[…]"."""
SUMMARY_WORDS = 60
"""Words of the longest summary that ends with three points and nothing else."""
OFFER_WORDS = 45
"""Words of the longest paragraph that offers the rest."""
TAIL = 5
"""Paragraphs at the end among which it stands."""
SHOWN = 80
MAX_LINK = 300
"""Characters of a link to the rest with its address."""

_TO_READ = re.compile(
    r"(?:^|(?<=[.!?] ))(?:subscribe|sign up|register) (?:to|for|with) [\w' ]{1,40} to (?:read|continue|keep)\b"
)
_COUNTED = re.compile(r"\[\s?\+\s?\d[\d,.]* (?:chars|characters|words)\s?\]\s*$", re.I)
_BRACKETED = re.compile(r"\[(?:…|\.{3,})\]\s*$|\(…\)\s*$|&hellip;\s*$")
_POINTS = re.compile(r"(?:…|\.{3,})\s*$")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")


def cut_off(paragraphs: Sequence[str], removed: Sequence[str] = (), around: Sequence[str] = ()) -> Message | None:
    """Return that a text is a stub, and what shows it; None where it may be whole.

    `removed` are lines left out as furniture, `around` what else stands on the page.
    """
    tail = list(paragraphs[-TAIL:])
    offers = [line for line in (*tail, *removed, *around) if _offers(line)]
    prose = [p for p in paragraphs if not _offers(p) and not _leads_on(p)]
    words = sum(len(p.split()) for p in prose)
    last = prose[-1] if prose else ""
    for line in tail:
        if m := _COUNTED.search(line):
            return message("sources.stub.offer", line=m[0].strip())
    if offers and (words <= STUB_WORDS or not _ENDED.search(last) or _POINTS.search(last)):
        return message("sources.stub.offer", line=_short(offers[0]))
    links = [line for line in (*tail[-2:], *removed) if _leads_on(line)]
    if links and prose and (_POINTS.search(last) or _BRACKETED.search(last)) and words <= STUB_WORDS:
        return message("sources.stub.offer", line=_short(links[0]))
    if links and links[-1] in tail[-1:] and words <= TEASER_WORDS and prose:
        return message("sources.stub.offer", line=_short(links[-1]))
    if _BRACKETED.search(last) and words <= EXCERPT_WORDS:
        return message("sources.stub.broken", line=_short(last[-SHOWN:]))
    if _POINTS.search(last) and words <= SUMMARY_WORDS and len(prose) <= 2:
        return message("sources.stub.broken", line=_short(last[-SHOWN:]))
    return None


def split_offers(paragraphs: Sequence[str]) -> int:
    """Return how many paragraphs of a stub are its text; behind them stand offers of the rest."""
    end = len(paragraphs)
    for i in range(max(0, end - TAIL), end):
        rest = paragraphs[i:]
        if all(_offers(line) or _leads_on(line) or _belongs(line) for line in rest) and any(map(_offers, rest)):
            return i
    return end


def _belongs(line: str) -> bool:
    """Return whether a line has a phrase of offers: "Already a subscriber? Log in"."""
    return len(line.split()) <= OFFER_WORDS and phrases().login.search(plain(line)) is not None


@lru_cache(maxsize=1024)
def _offers(line: str) -> bool:
    """Return whether a line offers the rest of the article; not one that quotes such an offer."""
    if len(line.split()) > OFFER_WORDS:
        return False
    words = plain(line)
    m = phrases().cut.search(words) or _TO_READ.search(words)
    return m is not None and not re.search(r"[\"“„«]", words[: m.start() + 1])


@lru_cache(maxsize=1024)
def _leads_on(line: str) -> bool:
    """Return whether a line is nothing but a link to the rest."""
    return len(line) <= MAX_LINK and phrases().teaser.fullmatch(plain(line)) is not None


def _short(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
