"""The kind that a label says: before or behind a headline, in a line above the text, in a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...messages import message
from ...model import ArticleKind
from ..draft import Meta
from .found import Found, shown
from .stated import INTERVIEW
from .words import plain, words

OPENING = 4
"""Paragraphs below the headline that may be a label or a credit."""
MAX_TITLE = 400
"""Characters of a headline; a longer one is none."""
CREDIT_WORDS = 16
"""Longest line that is a label or a credit: "Opinion by" with three names and what they are."""

_BY = re.compile(r"(?P<label>opinion|analysis|perspective|commentary|column|review|essay)s? by\b", re.I)
_BY_KIND = {"analysis": ArticleKind.ANALYSIS}
_EXPLAINED = re.compile(
    r"[,:–—-] ?explained(?: in \d+ \w+)?[.!]?$|^(?:[A-Z][\w.’']* ){0,2}fact[- ]check(?:ing)?\b(?=[:| ]\S)|^takeaways\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|key|main|biggest|top|other) (?:\w+ )?takeaways\b",
    re.I,
)
_RESULTS = re.compile(r"\b(?:results?|scores?|fixtures?|standings|odds|stream(?:ing)?|tv)\b", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    label = words().label.pattern
    before = rf"\W*(?:(?P<label>{label})\s*[\])]?\s*(?::|\||–|—|--|\s-\s|\s/\s)\s*\S|\[(?P<inside>{label})\])"
    # As agencies write it: "ANALYSIS-Banks face …". "Editorial-page editor" is none.
    capital = rf"(?P<label>{label})-(?=[A-Z“\"‘'])"
    behind = rf"(?:\s[|–—·-]\s|:\s|\[|\()\s*(?P<label>{label})\s*[\])]?\s*$"
    return re.compile(before, re.I), re.compile(capital, re.I), re.compile(behind, re.I)


def in_headline(title: str, seen: Found | None) -> Found | None:
    """Return the kind that a label in the headline says; `seen` is what the form of the text says.

    Labels that are words of headlines too ("Live:", "Letter:", "Interview:") hold where the form says the same.
    """
    if len(title) > MAX_TITLE:
        return None
    before, capital, behind = _patterns()
    parts = re.split(r"\s+[|·]\s+", title.strip())
    found = [plain(part) for part in (parts[0], *parts[-2:]) if len(parts) > 1]
    if m := before.match(title):
        found.append(plain(m["label"] or m["inside"]))
    if (m := capital.match(title)) and (m["label"].isupper() or plain(m["label"]) in ("analysis", "explainer")):
        found.append(plain(m["label"]))
    if m := behind.search(title):
        found.append(plain(m["label"]))
    for label in found:
        kind = _kind(label, title, seen)
        if kind is not None:
            return Found(kind, message("sources.kind.headline", value=shown(title)))
    if _EXPLAINED.search(title):
        return Found(ArticleKind.ANALYSIS, message("sources.kind.headline", value=shown(title)))
    return None


def _kind(label: str, title: str, seen: Found | None) -> ArticleKind | None:
    lists = words()
    kind = lists.labels.get(label)
    if kind is not None:
        return None if kind is ArticleKind.LIVE and _RESULTS.search(title) else kind
    half = lists.half_labels.get(label)
    return half if half is not None and seen is not None and seen.kind is half else None


def is_label(line: str) -> bool:
    """Return whether a line is nothing but a label: OPINION, "Letters to the editor"."""
    return len(line) <= 40 and plain(line) in words().labels


def in_opening(meta: Meta, paragraphs: Sequence[str], removed: Sequence[str]) -> Found | None:
    """Return the kind that the byline or a line below the headline says; an office that signs may have been removed."""
    stated = [value for name, value in meta.columns if name.casefold() in ("author", "authors", "byline")]
    for line in (meta.byline, *stated, *removed):
        if (kind := credited(line)) is not None and len(line.split()) <= CREDIT_WORDS:
            return Found(kind, message("sources.kind.signed", value=shown(line)))
    for line in paragraphs[:OPENING]:
        if len(line.split()) > CREDIT_WORDS:
            continue
        label = ArticleKind.INTERVIEW if INTERVIEW.fullmatch(line) else words().labels.get(plain(line))
        if label is not None:
            return Found(label, message("sources.kind.line", value=shown(line)))
        if (kind := credited(line)) is not None:
            return Found(kind, message("sources.kind.signed", value=shown(line)))
    return None


def credited(line: str) -> ArticleKind | None:
    """Return the kind that a credit says: "Analysis by …", "Editorial Board", "…, opinion contributor"."""
    name = plain(line)
    if m := _BY.match(name):
        return _BY_KIND.get(m["label"], ArticleKind.OPINION)
    name = name.removeprefix("by ")
    if name in words().signed or any(name.endswith(role) for role in words().signed if " " in role):
        return ArticleKind.OPINION
    return None
