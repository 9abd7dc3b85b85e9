"""The lines above a story: title, outlet, byline, date; read into metadata and taken off the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .dates import MONTH, DayOrder, read_date
from .draft import Meta
from .furniture import is_furniture, is_page_line
from .wire import AGENCIES, find_dateline

FIELDS = {
    "title": ("title", "headline", "head"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "media", "site", "website", "agency"),
    "published": ("date", "published", "publication date", "pubdate", "published at", "published on", "posted",
                  "posted on", "publish date", "first published"),
    "byline": ("byline", "author", "authors", "by", "written by", "reporter"),
    "language": ("language", "lang"),
    "dateline": ("dateline", "place", "location"),
}  # fmt: skip
"""Names under which the fields go in headers, front matter and tables, in order of preference."""
OTHER_KEYS = frozenset(
    ["url", "link", "editor", "editors", "updated", "last updated", "modified", "section", "category", "topic", "tags",
     "keywords", "copyright", "id", "photographer", "edition"]
)  # fmt: skip
"""Further keys that open a header line; their values become columns."""
_KNOWN = {name: field for field, names in FIELDS.items() for name in names}
_KEY = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{0,24}?)\s*[:：]\s*(?P<value>.*)")
HEADLINE_WORDS = 30
"""Of 84 + 25 news headlines looked at the longest had 23 words."""
SENTENCE_HEADLINE_WORDS = 22
"""A first line that ends like a sentence is still a headline up to here, if a longer paragraph follows it."""
HEADER_LINES = 14
"""How many non-blank lines below the title may still belong to the header."""

_NAME = r"[^\W\d_][\w.’'-]*(?:[ ](?:[^\W\d_][\w.’'-]*)){0,4}"
_BYLINE = re.compile(
    rf"(?:By|BY|by)\s+(?P<name>{_NAME}(?:(?:,| and|,? &) {_NAME}){{0,5}})(?P<rest>\s*(?:[|,•·–—/-].*)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_DATE_LINE = re.compile(
    rf"(?:(?:{_WEEKDAY}\.?,?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
    r"|\d{1,2}[:.]\d{2}\b)",
    re.I,
)
_DATE_LABEL = re.compile(
    r"(?P<label>first published|published|posted|updated|last updated|last modified|modified)\b(?:\s+(?:on|at))?"
    r"\s*:?\s+(?=.*\d)",
    re.I,
)
_OUTLET_WORDS = re.compile(
    r"^The (?:\w+ ){0,3}\w+$|\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Daily|Guardian|Telegraph|Observer"
    r"|Chronicle|Press|Agency|Today|Mail|Express|Mirror|Star|Standard|Independent|Courier|Bulletin|Radio|TV|Television|Magazine)\b"
)
_SENTENCE_END = re.compile(r"""[.!?…。؟]["'”’»)\]]*$""")


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
    meta, lines = _front_matter(lines)
    lines, above = _without_top(lines)
    meta, lines = _key_lines(lines, meta)
    if not meta.title and not titled:
        title, lines = _title(lines)
        meta = replace(meta, title=title)
    elif lines and meta.title and same_words(lines[0], meta.title):
        lines = _below(lines, 1)
    header = _below_title(lines, meta)
    return replace(header, dropped=(*above, *header.dropped))


def _without_top(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines from the first on that is no furniture ("Skip to content", "Menu"), and those above."""
    first = next((i for i, line in enumerate(lines) if line and not is_page_line(line)), len(lines))
    return lines[first:], [line for line in lines[:first] if line]


def same_words(a: str, b: str) -> bool:
    """Return whether two lines are one title, apart from case, spaces, a markdown sign and the last full stop."""
    return _bare(a) == _bare(b) != ""


def _bare(line: str) -> str:
    return " ".join(line.lstrip("# ").rstrip(" .").casefold().split())


def _below(lines: Sequence[str], used: int) -> list[str]:
    rest = list(lines[used:])
    while rest and not rest[0]:
        rest.pop(0)
    return rest


def field_of(key: str) -> str:
    """Return the field that a key or column name stands for, "" for none."""
    return _KNOWN.get(" ".join(key.casefold().replace("_", " ").replace("-", " ").split()), "")


def with_field(meta: Meta, key: str, value: str, order: DayOrder | None = None) -> Meta:
    """Return `meta` with a printed `key: value`; what is no field, or no readable date, becomes a column.

    `order` is that of day and month in the dates of the column from which the value is.
    """
    value = value.strip().strip("\"'").strip() if value[:1] in "\"'" else value.strip()
    field = field_of(key)
    if not value:
        return meta
    if field == "published":
        found = read_date(value, order)
        return replace(meta, published=meta.published or found) if found else meta.with_column("date", value)
    if field == "language":
        code = re.fullmatch(r"([a-z]{2})(?:[-_]\w+)?", value.lower())
        return replace(meta, language=code[1]) if code else meta.with_column("language", value)
    if field and not getattr(meta, field):
        return replace(meta, **{field: value})  # type: ignore[arg-type]  # a text field, never `columns`
    if not field:
        key = key.strip().lower()
        return meta.with_column(
            key, read_date(value) or value if key in ("updated", "last updated", "modified") else value
        )
    return meta


def _front_matter(lines: list[str]) -> tuple[Meta, list[str]]:
    """Read `---`, `key: value` …, `---` at the top of a markdown file."""
    meta = Meta()
    if not lines or lines[0] != "---" or "---" not in lines[1:60]:
        return meta, lines
    end = lines.index("---", 1)
    inside = [line for line in lines[1:end] if line and not line.startswith(("#", "- "))]
    if not all(_KEY.fullmatch(line) for line in inside):
        return meta, lines
    for line in inside:
        m = _KEY.fullmatch(line)
        assert m is not None
        meta = with_field(meta, m["key"], m["value"])
    return meta, _below(lines, end + 1)


def _key_lines(lines: list[str], meta: Meta) -> tuple[Meta, list[str]]:
    """Read `Title: …`, `Outlet: …` at the very top: known keys, and unknown ones between them."""
    used = last = 0
    for line in lines[: HEADER_LINES * 2]:
        used += 1
        m = _KEY.fullmatch(line)
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
        if m := _KEY.fullmatch(line):
            meta = with_field(meta, m["key"], m["value"])
    return meta, _below(lines, last)


def _key_of(lines: Sequence[str]) -> str:
    m = _KEY.fullmatch(next((line for line in lines if line), ""))
    return m["key"] if m else ""


def is_header_key(key: str) -> bool:
    """Return whether a line that opens with `key:` is a header line."""
    return bool(field_of(key)) or " ".join(key.casefold().split()) in OTHER_KEYS


def _title(lines: list[str]) -> tuple[str, list[str]]:
    """Return the headline that the text opens with, and the rest; "" where it opens with its body."""
    if not lines or not lines[0]:
        return "", lines
    first = lines[0]
    markdown = re.match(r"#{1,3} (?=\S)", first)
    used = 1 if markdown else _title_lines(lines)
    candidate = first[markdown.end() :] if markdown else " ".join(lines[:used])
    rest = _below(lines, used)
    apart = len(lines) > used and not lines[used]
    if markdown or (rest and _is_headline(candidate, rest, apart)):
        return candidate, rest
    return "", lines


def _title_lines(lines: Sequence[str]) -> int:
    """Return over how many lines the first sentence is wrapped, if it may be a headline; otherwise 1."""
    used = 1
    while used < min(3, len(lines)) and lines[used][:1].islower() and not _SENTENCE_END.search(lines[used - 1]):
        used += 1
    short = sum(len(line.split()) for line in lines[:used]) <= HEADLINE_WORDS
    return used if short and len(lines) > used and not lines[used] else 1


def _is_headline(line: str, rest: Sequence[str], apart: bool) -> bool:
    """Return whether the first line is a headline; `apart` says that a blank line follows it."""
    words = line.split()
    if len(words) > HEADLINE_WORDS or find_dateline(line) or not any(c.isalpha() for c in line):
        return False
    if _BYLINE.fullmatch(line) or line.endswith((",", ":", ";")) or line[0] in "-*•":
        return False
    following = next((other for other in rest if other), "")
    if not _SENTENCE_END.search(line) or line.endswith(("?", "!", "?'", "?”", '?"', "!'", "!”", '!"')):
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
        if seen > HEADER_LINES or find_dateline(line):
            return Header(meta, (*kept, *lines[i:]), tuple(dropped))
        read = header_line(line, meta) or _name_line(lines, i, meta)
        if read is None:
            kept.append(line)
            # A real paragraph: the header is over.
            if len(line.split()) > 40 or (_SENTENCE_END.search(line) and len(line.split()) > 25):
                return Header(meta, (*kept, *lines[i + 1 :]), tuple(dropped))
            continue
        if read == meta:
            dropped.append(line)
        meta = read
    return Header(meta, tuple(kept), tuple(dropped))


def header_line(line: str, meta: Meta) -> Meta | None:
    """Return `meta` with what a byline, date or `key: value` line adds; None where the line is none."""
    if len(line) > 200:
        return None
    parts = [part.strip() for part in re.split(r"[|•·]", line) if part.strip()]
    found = meta
    for part in parts:
        read = _header_part(part, found)
        if read is None:
            # "Source: Agency | City desk": an unknown piece between known ones belongs to the header line.
            if found is meta or part is parts[0]:
                return None
            continue
        found = read
    return found if parts else None


def _name_line(lines: Sequence[str], i: int, meta: Meta) -> Meta | None:
    """Return `meta` with a bare name that stands next to a date or byline: an outlet's, or writers'.

    By itself such a line is kept, for it may as well be a subhead.
    """
    line = lines[i]
    near = [lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines) and lines[j]]
    if len(line.split()) > 8 or _SENTENCE_END.search(line):
        return None
    if not any(header_line(other, Meta()) or other.casefold() in AGENCIES for other in near) and not (
        line.casefold() in AGENCIES and near
    ):
        return None
    if line.casefold() in AGENCIES:
        return replace(meta, outlet=meta.outlet or line)
    if is_furniture(line):
        return None
    if _OUTLET_WORDS.search(line):
        return replace(meta, outlet=meta.outlet or line)
    names = re.split(r", | and | & ", line)
    if all(re.fullmatch(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}", name) for name in names):
        return replace(meta, byline=meta.byline or line)
    return None


def _header_part(part: str, meta: Meta) -> Meta | None:
    m = _KEY.fullmatch(part)
    if m and is_header_key(m["key"]) and len(m["value"].split()) <= HEADLINE_WORDS:
        return with_field(meta, m["key"], m["value"])
    if label := _DATE_LABEL.match(part):
        found = read_date(part[label.end() :])
        if found is None and len(part.split()) > 10:
            return None
        first = not label["label"].lower().endswith(("updated", "modified"))
        if found and first:
            return replace(meta, published=meta.published or found)
        return meta.with_column("updated", found or "") if meta.published else replace(meta, published=found or "")
    if _DATE_LINE.match(part) and len(part) <= 60 and not _SENTENCE_END.search(re.sub(r"[ap]\.m\.$", "", part)):
        found = read_date(part)
        return replace(meta, published=meta.published or found) if found else None
    return _byline(part, meta)


def _byline(part: str, meta: Meta) -> Meta | None:
    m = _BYLINE.fullmatch(part)
    if m is None or not all(w[0].isupper() or w.lower() in _SMALL for w in re.findall(r"[^\W\d_][\w.’'-]*", m["name"])):
        return None
    rest = m["rest"].strip(" |,•·–—/-")
    if rest and _SENTENCE_END.search(rest) and len(rest.split()) > 8:
        return None
    name, comma, last = m["name"].rpartition(", ")
    if comma and last.casefold() in AGENCIES:
        meta = replace(meta, outlet=meta.outlet or last, byline=meta.byline or name)
    meta = replace(meta, byline=meta.byline or m["name"])
    if rest and (found := read_date(rest)):
        return replace(meta, published=meta.published or found)
    return meta


_SMALL = frozenset(
    ["and", "de", "la", "van", "von", "der", "den", "bin", "al", "el", "ibn", "da", "dos", "du", "le", "di", "in",
     "for", "the", "of"]
)  # fmt: skip
