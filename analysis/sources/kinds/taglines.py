"""Lines by which a page of opinion gives itself away: whose views they are, who its author is, where to write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...messages import message
from ...model import ArticleKind
from ..draft import Meta
from .found import Found, shown
from .words import words

TAGLINE_WORDS = 70
"""Longest line that presents an author."""
TAIL = 5
"""Paragraphs at the end among which it stands; below it come the lines of the page."""

_OWN_VIEWS = re.compile(
    r"\b(?:views?|opinions?)(?: and (?:views?|opinions?))?(?: that are| which are)?"
    r" (?:expressed|here|stated|presented)\b(?: here)?"
    r"(?: (?:in|by) (?:(?:this|these|the|his|her|our) )?[\w’' -]{1,40}?)?"
    r" (?:are|is|do|does|belong)\b"
    r"|\bthe (?:author|writer|columnist)['’]s (?:own )?(?:views?|opinions?)\b"
    r"|\b(?:does|do) not necessarily (?:reflect|represent) the (?:views?|opinions?|editorial|official|position)",
    re.I,
)
_PAGES = re.compile(
    r"\b(?:view|read|see) more opinions?\b|\bmore opinion (?:on|from|at)\b|diverse opinions from our"
    r"|board of contributors|committed to publishing a diversity of letters|\bsend (?:your )?letters to:? \S+@"
    r"|\b(?:copyright|©|\(c\)).{0,12}\b(?:creators(?:\.com| syndicate)|washington post writers group|king features)"
    r"|\b(?:his|her|their)\b.{0,30}\bcolumns? (?:appears?|runs?|is (?:published|syndicated))"
    r"|\b(?:sign up|subscribe|get|receive)\b.{0,60}\bopinion(?: \w+)? (?:newsletters?|emails?)\b"
    r"|\bopinion newsletter\b|@\w+opinions?\b",
    re.I,
)
_HINTS = ("view", "opinion", "necessarily", "author", "writer", "columnist", "contributors", "letters", "column",
          "creators", "king features")  # fmt: skip
"""One of these stands in whatever the two patterns find."""
_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|la|van|von|bin|al)){0,3}"
_WRITER = re.compile(
    rf"\W{{0,4}}(?:[Tt]he (?:writer|author)s? (?:is|are)\b|{_NAME}(?:,? and {_NAME})? (?:is|are) (?:[\w&’'.-]+ ){{0,7}}"
    r"(?:columnists?|opinion (?:writer|editor|contributor)s?|editorial (?:writer|page editor)s?|editorialist)\b)"
)
_TITLED = r"\W{0,4}(?:(?:Mr|Ms|Mrs|Dr|Prof|Sen|Rep|Gov|Gen)\. )?"
_PRESENTED = re.compile(
    rf"{_TITLED}(?P<name>{_NAME}), .{{3,160}}"
    rf"|{_TITLED}(?P<who>{_NAME}) (?:is (?:an?|the|one|now|currently|also|formerly|(?:co-?)?founder|president|chair\w*"
    r"|chief|ceo|senior|editor|author|professor|director|executive|managing|visiting|associate|assistant)"
    r"|serves|teaches|co-?founded|directs|chairs|represents)\b.{3}"
)
"""A name behind a comma what he is, or a name with a verb: the first holds for the byline's name alone."""
_NO_NAMES = frozenset(
    "A An And At But By For From He Her His In It Its On One She So That The Their There They This".split()
)


def disclaimed(head: Sequence[str], tail: Sequence[str], removed: Sequence[str]) -> Found | None:
    """Return that it is opinion where a note says whose views these are, or the page's own lines belong to opinion."""
    for line in dict.fromkeys((*head, *tail, *removed)):
        small = line.lower()
        if not any(hint in small for hint in _HINTS):
            continue
        pattern = _PAGES if line in removed else _OWN_VIEWS
        m = pattern.search(line) or _PAGES.search(line)
        if m and not _quoted(line, m.start()) and not _institution(line, m):
            return Found(ArticleKind.OPINION, message("sources.kind.note", value=shown(line[m.start() :])))
    for line in tail:
        if len(line.split()) <= TAGLINE_WORDS and _WRITER.match(line) and not words().staff.search(line):
            return Found(ArticleKind.OPINION, message("sources.kind.tagline", value=shown(line)))
    return None


def _quoted(line: str, at: int) -> bool:
    """Return whether the place stands between quotation marks."""
    before = line[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _institution(line: str, m: re.Match[str]) -> bool:
    """Return whether it is a publisher of studies who so speaks of all that it publishes."""
    return bool(re.search(r"publications? (?:do|does) not", line[max(0, m.start() - 40) : m.end()], re.I))


def presented(paragraphs: Sequence[str], meta: Meta) -> Found | None:
    """Return that it is opinion where a line at the end, or a note above, presents an author who is no staff.

    The name is the byline's, or one that the article has not mentioned: sources of a report are introduced as well.
    """
    note = [p for p in paragraphs[:2] if re.match(r"\W*editor['’]s note\b", p, re.I)]
    for line in (*reversed(paragraphs[-TAIL:]), *note):
        told = re.sub(r"^\W*editor['’]s note:?\s*", "", line, flags=re.I)
        m = _PRESENTED.match(told)
        if m is None or told[:1] in '"“‘':
            continue
        if len(told.split()) > TAGLINE_WORDS or words().staff.search(told) or not words().guests.search(told):
            continue
        others = None if m["name"] else [p for p in paragraphs if p != line]
        if _is_author(m["name"] or m["who"], meta.byline, others):
            return Found(ArticleKind.OPINION, message("sources.kind.tagline", value=shown(told)))
    return None


def _is_author(name: str, byline: str, others: Sequence[str] | None) -> bool:
    """Return whether a name is the byline's or, in a line that says what he is, in none of the other paragraphs."""
    last = name.split()[-1].strip(".,’'")
    if len(name.split()) < 2 or len(last) < 3:
        return False
    if byline:
        return last.casefold() in byline.casefold()
    if others is None or name.split()[0] in _NO_NAMES:
        return False
    return not any(re.search(rf"\b{re.escape(last)}\b", p) for p in others)
