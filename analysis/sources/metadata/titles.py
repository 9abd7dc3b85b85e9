"""Titles with the outlet at their tail or head: what in "Headline - Section - Outlet" is the headline, what not."""

from __future__ import annotations

import re

from ..canonical import one_line
from .outlets import address_as_name, fits_host, is_section, looks_named, outlet_name, same_outlet
from .words import squeezed

_CUT = re.compile(r"\s+(?:[|•·»›]|::|//|[-–—])\s+|\s*\|\s*")
_HEAD = re.compile(r"(?P<outlet>[^:|]{2,60}?)(?:\s*[:|]|\s+[-–—])\s+(?P<rest>\S.*)")
LABEL_WORDS = 3
"""How many words a label before a headline has at most: "Exclusive", "Fact check"."""
CUT_TITLE = 20
"""Of so many letters the beginning of a title tells which headline is meant."""
TAIL_PARTS = 4
MOST_CUTS = 8
"""Signs that part a title of one page; a longer row of them is a path."""
"""How many parts of a title are looked at from its end."""


def same_title(a: str, b: str) -> bool:
    """Return whether two headlines are one: the same letters and digits, whatever the signs between them."""
    return _letters(a) == _letters(b) != ""


def ends_with_title(whole: str, title: str) -> bool:
    """Return whether a headline is the end of `whole`, which has a few words more at its beginning."""
    a, b = _letters(whole), _letters(title)
    return bool(b) and a.endswith(b) and len(whole.split()) - len(title.split()) <= LABEL_WORDS


def names_headline(title: str, line: str) -> bool:
    """Return whether a page's title, which a browser may cut off with "…", is `line` or has it at one end."""
    cut = _letters(title.rstrip("… .")) if title.rstrip().endswith(("…", "...")) else ""
    if len(cut) >= CUT_TITLE and _letters(line).startswith(cut):
        return True
    return same_title(title, line) or bool(_around(one_line(title), one_line(line)))


def likeness(a: str, b: str) -> float:
    """Return the share of the words of the shorter headline that the other has too, 0 … 1."""
    first, second = (set(re.findall(r"\w+", title.casefold())) for title in (a, b))
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def without_outlet(title: str, *outlets: str, host: str = "") -> str:
    """Return `title` without the names of outlets at its ends, and without the sections beside them."""
    text = one_line(title)
    cut = _last_cut(text, outlets, host)
    if cut:
        text = text[:cut].rstrip()
    m = _HEAD.fullmatch(text)
    if m and any(same_outlet(m["outlet"], outlet) for outlet in outlets):
        return m["rest"]
    return text


def tail_of(title: str, headlines: tuple[str, ...], host: str = "") -> str:
    """Return the outlet that a page's title names behind (or before) the headline, "" where it names none.

    The headline stands elsewhere on the page too, or the address confirms the name.
    """
    text = one_line(title)
    for headline in headlines:
        rest = _around(text, headline)
        if rest and (found := _named_in(rest, host)):
            return found
    cuts = list(_CUT.finditer(text))
    if not cuts:
        return ""
    last, first = text[cuts[-1].end() :], text[: cuts[0].start()]
    for part in (last, first):
        name = outlet_name(part, host)
        if name and fits_host(name, host):
            return name
    name = outlet_name(last, host)
    return name if name and not headlines and looks_named(name) and len(name.split()) < 6 else ""


def ends_of(title: str) -> tuple[str, ...]:
    """Return what stands before and behind each sign that parts a title, the longest first."""
    text = one_line(title)
    cuts = list(_CUT.finditer(text))[:MOST_CUTS]
    return tuple(
        sorted(
            {*(text[: m.start()] for m in cuts), *(text[m.end() :] for m in cuts)}, key=lambda part: (-len(part), part)
        )
    )


def _around(title: str, headline: str) -> str:
    """Return what a title has behind or before a headline, parted from it by a sign."""
    length = len(headline)
    if len(title) <= length or not headline:
        return ""
    if same_title(title[:length], headline) and _CUT.match(title, length):
        return title[length:].strip()
    if same_title(title[-length:], headline) and re.search(r"(?:[|•·»›:]|[-–—])\s+$", title[:-length]):
        return title[:-length].strip(" :|•·»›-–—")
    return ""


def _named_in(rest: str, host: str) -> str:
    """Return the last part that is an outlet's name, or one that the address confirms."""
    parts = [part for part in _CUT.split(f" {rest} ") if part.strip()]
    names = [name for part in parts if (name := outlet_name(part, host) or address_as_name(part))]
    return next((name for name in names if fits_host(name, host)), names[-1] if names else "")


def _last_cut(text: str, outlets: tuple[str, ...], host: str) -> int:
    """Return where the tail of a title begins, 0 where it has none."""
    cuts = list(_CUT.finditer(text))[-TAIL_PARTS:]
    at = 0
    for i in reversed(range(len(cuts))):
        end = cuts[i + 1].start() if i + 1 < len(cuts) else len(text)
        part = text[cuts[i].end() : end]
        named = any(_is_named(part, outlet) for outlet in outlets) or (at == 0 and fits_host(part, host))
        if not named and not (at and is_section(part)):
            break
        # "Headline | World | The Beacon": sections go with the outlet.
        at = cuts[i].start()
    whole = next((m for outlet in outlets if (m := _ends_with(text, outlet))), 0)
    return min(at, whole) if at and whole else at or whole


def _is_named(part: str, outlet: str) -> bool:
    """Return whether a part of a title is the outlet, or the outlet with a section: "CNNPolitics"."""
    a, b = squeezed(part), squeezed(outlet)
    return a == b != "" or (len(b) > 2 and a.startswith(b) and is_section(a.removeprefix(b)))


def _ends_with(text: str, outlet: str) -> int:
    m = re.search(rf"\s+[-–—|:·]+\s+{re.escape(outlet)}\s*$", text, re.I) if outlet else None
    return m.start() if m else 0


def _letters(title: str) -> str:
    return "".join(c for c in title.casefold() if c.isalnum())
