"""The headers of a mail → title, outlet or writer, date."""

from __future__ import annotations

import re
from email.header import decode_header
from email.message import Message as Mail
from email.utils import parseaddr, parsedate_to_datetime

from ...messages import message
from ..canonical import one_line
from ..draft import Meta
from ..metadata.bylines import read_byline
from ..metadata.outlets import MAX_NAME, outlet_name
from ..page.decode import web_encoding

MAX_HEADER = 5_000
"""Characters of a header's value that are looked at; decoding takes time in the square of broken ones."""
MAX_SENDER = 500
_PREFIX = re.compile(r"(?:(?:fwd?|fw|re|aw|wg|tr|rv|sv|vs|antw|odp)\s*(?:\[\d+\])?\s*:\s*)+", re.I)
"""What programs put before the subject of an answer or a forwarded mail, in several languages."""
_NO_NAME = re.compile(
    r"\b(?:no|do[ -]?not)[ ._-]?reply\b|^(?:info|news|mail|e-?mail|newsletter|admin|editor|team|hello|support)$", re.I
)
"""Names of accounts, not of those who write."""
_WRITER_OF = re.compile(r"(?P<writer>[^,|]{3,40}?)(?:,? (?:from|at|of|via)|,| [|@•·–—-]) (?P<outlet>.{2,60})")
_PERSON = re.compile(r"[^\W\d_][\w.’'-]+(?: [^\W\d_][\w.’'-]*){1,2}")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_OF_MANY = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID", "X-Campaign", "X-Mailgun-Sid", "X-SG-EID")
"""Headers of what goes out to many."""


def header(mail: Mail, name: str) -> str:
    """Return the value of a header as text, "" where there is none; bytes that no mail may have are read as UTF-8."""
    # As it stands: the library shows bytes that no header may have as U+FFFD.
    value = next((str(found) for known, found in mail.raw_items() if known.lower() == name.lower()), "")
    return decoded(value[:MAX_HEADER])


def decoded(value: str) -> str:
    """Return a header's value with its encoded words decoded."""
    value = _FOLD.sub("", value)  # the library drops the blank of a fold before an encoded word
    try:
        parts = decode_header(value)
    except Exception:  # the library fails on broken ones in several ways
        return one_line(value)
    found = []
    for part, charset in parts:
        if isinstance(part, str):
            found.append(_without_bytes(part))
        else:
            # What stands beside encoded words comes back in the library's own escapes.
            beside = "" if charset else part.decode("raw_unicode_escape", "replace")
            found.append(text_of(part, charset) if charset else _without_bytes(beside))
    return one_line("".join(found))


def _without_bytes(value: str) -> str:
    """Return a value in which bytes stand for characters that no header may have: UTF-8, else western ones."""
    if not any("\udc80" <= c <= "\udcff" for c in value):
        return value
    data = value.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def text_of(data: bytes, charset: str) -> str:
    """Return `data` in the charset that is said, where it is one of the web's and holds, else in the likeliest."""
    from ..plain import decode

    codec = web_encoding(charset)
    if codec and charset.lower() not in ("us-ascii", "ascii"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            pass
    return decode(data, "")[0] if data.strip() else ""


def meta_of(mail: Mail) -> Meta:
    """Return what the headers of a mail say of the article in it."""
    meta = Meta().stating("title", title_of(header(mail, "Subject")), message("sources.evidence.mail_subject"))
    meta = meta.stating("published", date_of(header(mail, "Date")), message("sources.evidence.mail_date"))
    many = any(name in mail for name in _OF_MANY)
    return sender(meta, header(mail, "From"), many)


def title_of(subject: str) -> str:
    """Return a subject without what says that it is forwarded or an answer."""
    return one_line(_PREFIX.sub("", one_line(subject), count=1) if _PREFIX.match(one_line(subject)) else subject)


def date_of(value: str) -> str:
    """Return a mail's date in ISO 8601, "" where it is none."""
    try:
        return parsedate_to_datetime(value[:100]).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def sender(meta: Meta, value: str, many: bool) -> Meta:
    """Return `meta` with whom a mail comes from: an outlet or, where the name says so, a writer of one.

    An address is no name. Of what did not go out to many, a person's name is that of whoever sent it on.
    """
    try:
        name, address = parseaddr(value[:MAX_SENDER])
    except RecursionError:  # brackets in brackets
        return meta
    name = one_line(name).strip("\"' ")
    # Of a private mail neither name nor address go into results.
    meta = meta.with_column("sender", address.lower() if many else "")
    if _NO_NAME.search(name) or len(name) > MAX_NAME:
        return meta
    why, host = message("sources.evidence.mail_sender", sender=name), address.rpartition("@")[2]
    if both := _WRITER_OF.fullmatch(name):
        people, outlet = read_byline(both["writer"]).people, outlet_name(both["outlet"], host)
        if people and outlet:
            return meta.stating("byline", people, why).stating("outlet", outlet, why)
    if not many and _is_own_name(name, address):
        return meta
    return meta.stating("outlet", outlet_name(name, host), why)


def _is_own_name(name: str, address: str) -> bool:
    """Return whether a name is a person's whose address is made of it: ada.brandt@example.org."""
    account = address.partition("@")[0].lower()
    return bool(_PERSON.fullmatch(name)) and any(len(w) > 2 and w in account for w in name.lower().split())
