"""What mail programs put above a mail that is sent on: its headers, printed in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...messages import message
from ..canonical import one_line
from ..dates import read_date
from ..draft import Meta
from . import headers

MAX_ABOVE = 20
"""How many lines of a text are looked at: the sender's own words, and some ten headers."""
MAX_HTML = 8_000
"""Characters of markup that are looked at."""
_MARK = re.compile(
    r"[-_\s>]*(?:begin forwarded message|forwarded message|original message|forwarded by .*|weitergeleitete nachricht"
    r"|message transféré|mensaje reenviado)\s*:?[-_\s]*",
    re.I,
)
_HEADER = re.compile(r">?\s*\*?(?P<name>from|sent|date|to|cc|subject|reply-to)\s*:\*?\s*(?P<value>.*)", re.I)
_PIECE = re.compile(r"(?i)(?:<br\s*/?>|</(?:div|p|tr|table|li)\s*>)+\s*")
LEAST = 3
"""So many headers in a row are a forwarded mail's; fewer may be anybody's lines."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A text without the headers of the mail that was sent on, and what they said."""

    text: str
    meta: Meta


def in_lines(text: str) -> Forwarded | None:
    """Return a plain text below the headers of a forwarded mail; None where there are none at its top."""
    lines = text.split("\n")
    found = _headers([line.strip() for line in lines[: MAX_ABOVE * 2]])
    if found is None:
        return None
    end, meta = found
    below = lines[end:]
    quoted = [line for line in below if line.strip()]
    if quoted and all(line.startswith(">") for line in quoted):
        below = [re.sub(r"^> ?", "", line) for line in below]
    return Forwarded("\n".join(below), meta)


def in_html(html: str) -> Forwarded | None:
    """Return a page below the headers of a forwarded mail; None where there are none at its top."""
    body = re.search(r"<body[^>]{0,2000}>", html[:200_000], re.I)
    start = body.end() if body else 0
    top = html[start : start + MAX_HTML]
    ends = [m.end() for m in _PIECE.finditer(top)]
    pieces = [top[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    lines = [one_line(_words(piece)) for piece in pieces]
    found = _headers(lines[: MAX_ABOVE * 3])
    if found is None:
        return None
    end, meta = found
    return Forwarded(html[:start] + html[start + ends[end - 1] :], meta)


def _words(markup: str) -> str:
    from html import unescape

    return unescape(re.sub(r"<[^<>]{0,2000}>", " ", re.sub(r"(?is)<(style|script|title)\b.*?</\1>", " ", markup)))


def _headers(lines: list[str]) -> tuple[int, Meta] | None:
    """Return where the text begins below the headers of a forwarded mail, and what they say."""
    values: dict[str, str] = {}
    end = seen = 0
    for i, line in enumerate(lines):
        if not line or _MARK.fullmatch(line):
            if values and line:
                break
            continue
        m = _HEADER.match(line)
        if m is not None:
            values.setdefault(m["name"].lower(), one_line(m["value"]))
            end = i + 1
        elif values:
            break
        else:
            seen += 1
            if seen > MAX_ABOVE:
                break
    if len(values) < LEAST or "from" not in values or "subject" not in values:
        return None
    return end, _meta(values)


def _meta(values: dict[str, str]) -> Meta:
    why = message("sources.evidence.mail_forwarded")
    meta = Meta().stating("title", headers.title_of(values["subject"]), why)
    sent = values.get("date") or values.get("sent") or ""
    sent = re.sub(r"(?i)\s+at\s+(?=\d)", " ", sent)
    meta = meta.stating("published", headers.date_of(sent) or read_date(sent) or "", why)
    return headers.sender(meta, re.sub(r"\[mailto:([^\]]*)\]", r"<\1>", values["from"]), many=True)
