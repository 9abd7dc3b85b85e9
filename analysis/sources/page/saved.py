"""What programs add to a page that they save as one file: pictures and fonts in its markup, and where it came from."""

from __future__ import annotations

import re

_INLINED = re.compile(rb"(data:[\w.+/-]{1,80}(?:;[\w=.+-]{1,80}){0,4};base64,)[A-Za-z0-9+/=_%-]+")
"""A picture, font or frame written into the markup. SingleFile writes attributes without quotation marks, so that a
space ends it."""
_SAVED = re.compile(
    rb"<!--\s*(?:Page saved with SingleFile\s+url:\s*|saved from url=\(\d{1,6}\))(https?://[^\s<>\"]{3,2000})", re.I
)
HEAD_BYTES = 20_000
"""Where programs write where a page came from: above everything or right below the page's first element."""


def without_inlined(data: bytes) -> bytes:
    """Return a page without the pictures in its markup: many megabytes that no reader of text needs."""
    return _INLINED.sub(rb"\1", data)


def address_of(data: bytes) -> str:
    """Return the address that a program says it saved the page from, "" where none does.

    The date beside it is that of the saving, and says nothing of the article.
    """
    found = _SAVED.search(data[:HEAD_BYTES])
    return found[1].decode("utf-8", "replace") if found else ""
