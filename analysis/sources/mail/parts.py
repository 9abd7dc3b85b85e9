"""A mail's parts → the ones that hold its text: HTML, plain text, and what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message as Mail

from ...errors import SourceError
from ...messages import message
from ..canonical import one_line
from ..page.decode import decode_page
from ..page.saved import without_inlined
from .headers import decoded, text_of

MAX_PARTS = 200
"""Parts within parts that a mail may have; each costs a look at every line of the parts in it."""
MAX_HEADER_BYTES = 1_000_000
"""Bytes of the headers of a mail; newsletters have some 10 kB."""
MAX_PARAMETERS = 10_000
"""Bytes of a header that says what a part is; its parameters are read in time that grows with their square."""
_OF_PART = re.compile(rb"^content-(?:type|disposition)[^\n]*(?:\n[ \t][^\n]*)*", re.I | re.M)
_BOUNDARY = re.compile(rb"(?:multipart|message)/[a-z]", re.I)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a mail holds."""

    html: str
    plain: str
    attached: tuple[str, ...]
    """Names of files that belong to it."""
    inner: Mail | None = None
    """The first mail that is attached to it."""


def parsed(data: bytes, source: str) -> Mail:
    """Return the mail in `data`; SourceError where its parts are nested without end."""
    count = sum(1 for _ in _BOUNDARY.finditer(data))
    head = re.search(rb"\r?\n\r?\n", data)
    long = any(m.end() - m.start() > MAX_PARAMETERS for m in _OF_PART.finditer(data))
    if long or count > MAX_PARTS or (head.start() if head else len(data)) > MAX_HEADER_BYTES:
        raise SourceError(message("sources.mail_parts", limit=MAX_PARTS), source)
    try:
        return message_from_bytes(data)
    except Exception as error:  # the library fails on broken ones in several ways
        raise SourceError(message("sources.mail_broken"), source) from error


def leaves(mail: Mail) -> Iterator[Mail]:
    """Yield the parts of a mail that have no parts, in their order."""
    stack = [mail]
    while stack:
        part = stack.pop()
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822":
            stack += [p for p in reversed(inner) if isinstance(p, Mail)]
        else:
            yield part


def parts_of(mail: Mail) -> Parts:
    """Return the texts of a mail. Of several of a kind one after the other is its text: a list adds its footer so."""
    html: list[str] = []
    plain: list[str] = []
    attached: list[str] = []
    inner: Mail | None = None
    for part in leaves(mail):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            payload = part.get_payload()
            inner = inner or (payload[0] if isinstance(payload, list) and isinstance(payload[0], Mail) else None)
            continue
        name = _name_of(part)
        disposed = str(part.get("Content-Disposition", "")).lower().startswith("attachment")
        if kind in ("text/html", "application/xhtml+xml") and not disposed:
            html.append(content_of(part))
        elif kind == "text/plain" and not disposed:
            plain.append(content_of(part))
        elif name and not kind.startswith(("image/", "application/pgp-sig", "application/pkcs7-sig")):
            attached.append(name)
    return Parts("\n".join(html), "\n\n".join(plain), tuple(attached), inner)


def content_of(part: Mail) -> str:
    """Return a part's text, decoded; an HTML part in the encoding that it declares where its header says none."""
    data = without_inlined(bytes_of(part))
    charset = str(part.get_param("charset", "") or "")
    if not charset and part.get_content_type() != "text/plain":
        return decode_page(data, "")[0] if data.strip() else ""
    text = text_of(data, charset)
    flowed = str(part.get_param("format", "") or "").lower() == "flowed"
    return unflowed(text) if flowed else text


def unflowed(text: str) -> str:
    """Return a text whose lines go on where they end with a space (RFC 3676), a paragraph in each line."""
    found: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        line = line.removeprefix(" ") if line.startswith(" ") else line
        found[-1].append(line)
        if not line.endswith(" ") or line == "-- ":
            found.append([])
    return "\n".join("".join(lines) for lines in found if lines)


def bytes_of(part: Mail) -> bytes:
    """Return a part's content, its transfer encoding taken off as far as it holds."""
    try:
        data = part.get_payload(decode=True)
    except Exception:  # the library fails on broken ones in several ways
        data = None
    return data if isinstance(data, bytes) else b""


def _name_of(part: Mail) -> str:
    try:
        return one_line(decoded(part.get_filename() or ""))[:200]
    except Exception:  # the library fails on broken ones in several ways
        return ""
