"""The lines above a story: title, outlet, byline, date; read into metadata and taken off the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .above import above_title, below, is_around, is_menu_row, without_menu
from .draft import Meta
from .front_matter import front_matter
from .furniture import is_furniture, is_page_line
from .kinds.labels import is_label
from .metadata.bylines import agency_named
from .metadata.candidates import line_evidence, with_byline
from .metadata.keys import KEY, field_of, is_header_key, with_field
from .metadata.lines import (
    HEADLINE_WORDS,
    header_line,
    is_byline,
    is_stated_date,
    name_line,
)
from .metadata.masthead import ends_like_a_sentence, outlet_line
from .metadata.outlets import is_section
from .metadata.presented import presented
from .standfirst import is_below, is_kept, prose_words
from .wire import find_dateline

SENTENCE_HEADLINE_WORDS = 22
"""A first line that ends like a sentence is still a headline up to here, if a longer paragraph follows it."""
WRAPPED = 60
"""A line longer than this that ends in the middle of a sentence goes on in the next; texts are wrapped at 65 to 80."""
OPENING = 1_000
"""How many characters of a story are looked at for a name that stands beside a date above it, and may be a place's."""
TAIL_LINES = 8
"""Among which a date of publication may stand below a story."""
HEADER_LINES = 14
"""How many non-blank lines below the title may still belong to the header."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header said, the lines below it, and the header lines of which nothing was kept."""

    meta: Meta
    lines: tuple[str, ...]
    dropped: tuple[str, ...] = ()


def read_header(text: str, titled: bool = False) -> Header:
    """Return the header of a canonical text and the lines that remain: captions, standfirst and body.

    `titled` says that the title is known already, so that the first line is not taken for one.
    """
    lines = text.split("\n")
    meta, used = front_matter(lines)
    lines, above = _without_top(below(lines, used) if used else lines)
    lines, menu = without_menu(lines)
    label, lines = _without_label(lines)
    meta, lines = _key_lines(lines, meta.with_column("section", label))
    if not meta.title and not titled:
        meta, rest = above_title(lines, meta, lambda rest: bool(_title(rest)[0]))
        menu += [line for line in lines[: len(lines) - len(rest)] if line and is_around(line)]
        lines = rest
        title, lines = _title(lines)
        meta = replace(meta, title=title)
    elif lines and meta.title and same_words(lines[0], meta.title):
        lines = below(lines, 1)
    header = _signed_below(_datedbelow(_below_title(lines, meta)))
    return replace(header, dropped=(*above, *menu, *header.dropped))


def _signed_below(header: Header) -> Header:
    """Return `header` with the writer whom a line below the story presents, where none stands above it."""
    name, line = ("", "") if header.meta.byline else presented(header.lines)
    return replace(header, meta=with_byline(header.meta, name, line_evidence(line))) if name else header


def _datedbelow(header: Header) -> Header:
    """Return `header` with the date of publication that stands below the story, where none stands above it."""
    if header.meta.published:
        return header
    lines = header.lines
    for i in range(len(lines) - 1, max(0, len(lines) - TAIL_LINES) - 1, -1):
        if is_stated_date(lines[i]) and (read := header_line(lines[i], header.meta)) and read.published:
            return replace(header, meta=read, lines=(*lines[:i], *lines[i + 1 :]))
    return header


def _without_top(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines from the first on that is no furniture ("Skip to content", "Menu"), and those above."""
    first = next((i for i, line in enumerate(lines) if line and not _is_of_page(line)), len(lines))
    return lines[first:], [line for line in lines[:first] if line]


def _is_of_page(line: str) -> bool:
    return is_page_line(line) or is_menu_row(line)


def _without_label(lines: list[str]) -> tuple[str, list[str]]:
    """Return the section that stands above a headline, "OPINION" or "Letters", and the lines below it."""
    rest = below(lines, 1)
    headed = len(rest) > 1 and len(rest[0].split()) <= HEADLINE_WORDS
    return (lines[0], rest) if headed and (is_label(lines[0]) or is_section(lines[0])) else ("", lines)


def same_words(a: str, b: str) -> bool:
    """Return whether two lines are one title, apart from case, spaces, a markdown sign and the last full stop."""
    return _bare(a) == _bare(b) != ""


def _bare(line: str) -> str:
    return " ".join(line.lstrip("# ").rstrip(" .").casefold().split())


def _key_lines(lines: list[str], meta: Meta) -> tuple[Meta, list[str]]:
    """Read `Title: …`, `Outlet: …` at the very top: known keys, and unknown ones between them."""
    used = last = 0
    for line in lines[: HEADER_LINES * 2]:
        used += 1
        m = KEY.fullmatch(line)
        if m is None:
            if line:
                break
            continue
        if is_header_key(m["key"]):
            last = used
        elif not last or not re.fullmatch(r"[A-Z]\w*", m["key"]) or len(line) > 80:
            break
    if not last or not any(lines[:last]) or field_of(_key_of(lines)) == "":
        return meta, lines
    for line in lines[:last]:
        if m := KEY.fullmatch(line):
            meta = with_field(meta, m["key"], m["value"])
    return meta, below(lines, last)


def _key_of(lines: Sequence[str]) -> str:
    m = KEY.fullmatch(next((line for line in lines if line), ""))
    return m["key"] if m else ""


def _title(lines: list[str]) -> tuple[str, list[str]]:
    """Return the headline that the text opens with, and the rest; "" where it opens with its body."""
    if not lines or not lines[0]:
        return "", lines
    first = lines[0]
    markdown = re.match(r"#{1,3} (?=\S)", first)
    used = 1 if markdown else _title_lines(lines)
    candidate = first[markdown.end() :] if markdown else " ".join(lines[:used])
    rest = below(lines, used)
    apart = len(lines) > used and not lines[used]
    if markdown or (rest and _is_headline(candidate, rest, apart)):
        return candidate, rest
    return "", lines


def _title_lines(lines: Sequence[str]) -> int:
    """Return over how many lines the first sentence is wrapped, if it may be a headline; otherwise 1."""
    used = 1
    while used < min(3, len(lines)) and lines[used][:1].islower() and not ends_like_a_sentence(lines[used - 1]):
        used += 1
    short = sum(len(line.split()) for line in lines[:used]) <= HEADLINE_WORDS
    return used if short and len(lines) > used and not lines[used] else 1


def _is_headline(line: str, rest: Sequence[str], apart: bool) -> bool:
    """Return whether the first line is a headline; `apart` says that a blank line follows it."""
    words = line.split()
    if len(words) > HEADLINE_WORDS or find_dateline(line) or not any(c.isalpha() for c in line):
        return False
    if is_byline(line) or line.endswith((",", ":", ";")) or line[0] in "-*•":
        return False
    following = next((other for other in rest if other), "")
    if not ends_like_a_sentence(line) or line.endswith(("?", "!", "?'", "?”", '?"', "!'", "!”", '!"')):
        return True
    # It ends like a sentence: a headline only when a header line or a clearly longer paragraph comes next.
    if header_line(following, Meta()) is not None or find_dateline(following):
        return len(words) <= SENTENCE_HEADLINE_WORDS
    one = not re.search(r"[a-z]{2}[.!?][\"'”’]? [A-Z]", line)
    return (
        one
        and len(words) <= SENTENCE_HEADLINE_WORDS
        and max(map(len, rest)) > len(line) * 1.3
        and (apart or "" in rest[:40])
    )


def _outlet_line(line: str, below: Sequence[str], meta: Meta) -> Meta | None:
    """Return `meta` with a line "Name, date" where the name is an outlet's: the story itself does not speak of it."""
    read = outlet_line(line, meta, any_name=True)
    if read is None or not read.outlet or read.outlet == meta.outlet or agency_named(read.outlet):
        return read
    opening = " ".join(below)[:OPENING]
    place = rf"\b(?:in|of|from|at|near|to|around|outside|across)\s+{re.escape(read.outlet)}(?!\w)"
    dateline = next((found for other in below[:HEADER_LINES] if (found := find_dateline(other))), None)
    if dateline and dateline.place.casefold().startswith(read.outlet.casefold()):
        return None
    return None if re.search(place, opening) else read


def _below_title(lines: list[str], meta: Meta) -> Header:
    """Read bylines, dates and `Source: …` lines between the title and the body."""
    kept: list[str] = []
    dropped: list[str] = []
    seen = 0
    for i, line in enumerate(lines):
        if not line:
            kept.append(line)
            continue
        seen += 1
        if seen > HEADER_LINES or (find_dateline(line) and outlet_line(line, meta) is None):
            return Header(meta, (*kept, *lines[i:]), tuple(dropped))
        if kept and len(kept[-1]) > WRAPPED and not ends_like_a_sentence(kept[-1]) and kept[-1] == lines[i - 1]:
            kept.append(line)  # "… a takeover / by Ada Brandt, who": the middle of a paragraph
            continue
        prose = max(map(prose_words, kept), default=0)
        read = (
            (header_line(line, meta) if is_below(line, prose, _beside(lines, i)) else None)
            or (None if prose else _outlet_line(line, lines[i + 1 :], meta))
            or (None if is_furniture(line) else name_line(lines, i, meta))
        )
        if read is None:
            kept.append(line)
            # A real paragraph: the header is over.
            if len(line.split()) > 40 or (ends_like_a_sentence(line) and len(line.split()) > 25):
                return Header(meta, (*kept, *lines[i + 1 :]), tuple(dropped))
            continue
        if read == meta and not is_kept(line, meta):
            dropped.append(line)
        meta = read
    return Header(meta, tuple(kept), tuple(dropped))


def _beside(lines: Sequence[str], i: int) -> list[str]:
    """Return the next lines above and below one that are not empty."""
    above = next((line for line in reversed(lines[max(0, i - 3) : i]) if line), "")
    return [above, next((line for line in lines[i + 1 : i + 4] if line), "")]
