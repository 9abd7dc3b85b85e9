"""Lines and cells of the form `key: value`: which field a key stands for, and its value."""

from __future__ import annotations

import re

from ...messages import Message
from ..dates import DayOrder, read_date
from ..draft import Meta
from .bylines import house_byline
from .candidates import line_evidence, with_agency, with_byline
from .days import because_of_date
from .masthead import outlet_line
from .outlets import address_as_name, is_address

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
KEY = re.compile(r"(?P<key>[A-Za-z][A-Za-z _-]{0,24}?)\s*[:：]\s*(?P<value>.*)")
_UPDATED = ("updated", "last updated", "modified")
_KNOWN = {name: field for field, names in FIELDS.items() for name in names}


def field_of(key: str) -> str:
    """Return the field that a key or column name stands for, "" for none."""
    return _KNOWN.get(" ".join(key.casefold().replace("_", " ").replace("-", " ").split()), "")


def is_header_key(key: str) -> bool:
    """Return whether a line that opens with `key:` is a header line."""
    return bool(field_of(key)) or " ".join(key.casefold().split()) in OTHER_KEYS


def with_field(meta: Meta, key: str, value: str, order: DayOrder | None = None, why: Message | None = None) -> Meta:
    """Return `meta` with a printed `key: value`; what is no field, or no value of it, becomes a column.

    `order` is that of day and month in the dates of the column from which the value is, `why` where it stands; without
    it the line itself is the evidence.
    """
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].strip()
    field = field_of(key)
    if not value:
        return meta
    why = why or line_evidence(f"{key.strip()}: {value}")
    if field == "published":
        found = read_date(value, order)
        if found is None:
            return meta.with_column("date", value)
        return meta.stating("published", found, because_of_date(value, why, order))
    if field == "language":
        code = re.fullmatch(r"([a-z]{2})(?:[-_]\w+)?", value.lower())
        return meta.stating("language", code[1], why) if code else meta.with_column("language", value)
    if field == "byline":
        signed = with_byline(meta, value, why)
        # The line itself says that it is the byline: where it names nobody, the house is better than nothing.
        return signed if signed != meta else meta.stating("byline", house_byline(value), why)
    if " ".join(key.casefold().split()) == "agency":
        return with_agency(meta, value, why)
    if field == "outlet" and (read := outlet_line(value, meta, why, above=True)) is not None:
        return read
    if field == "outlet" and is_address(value) and not address_as_name(value):
        return meta.with_column("site", value)
    if field:
        return meta.stating(field, value, why)
    key = key.strip().lower()
    return meta.with_column(key, read_date(value, order) or value if key in _UPDATED else value)
