"""Pages as browsers save them whole (.mht, .mhtml): the page itself out of its parts, and its address."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import Message as Mail

from ..errors import SourceError
from ..messages import message
from .draft import Draft
from .mail.headers import header
from .mail.parts import content_of, leaves, parsed


def read_mhtml(data: bytes, source: str, stem: str) -> Draft:
    """Return the article of a page saved whole; the date in its head is that of the saving and is not taken."""
    import hashlib

    from .page import page

    whole = parsed(data, source)
    address = header(whole, "Snapshot-Content-Location")
    main = _main(whole, address)
    if main is None:
        raise SourceError(message("sources.no_article"), source)
    text = content_of(main)
    draft = page(text, hashlib.sha256(data).hexdigest(), source, stem)
    address = address or header(main, "Content-Location")
    if re.match(r"https?://", address):
        draft = replace(draft, meta=draft.meta.with_column("url", address))
    return draft


def page_in(data: bytes, source: str) -> str:
    """Return the HTML of the page in a file that holds it with its parts."""
    whole = parsed(data, source)
    main = _main(whole, header(whole, "Snapshot-Content-Location"))
    if main is None:
        raise SourceError(message("sources.no_article"), source)
    return content_of(main)


def _main(whole: Mail, address: str) -> Mail | None:
    """Return the part that is the page: named as the start, or of the page's address, else the first HTML."""
    pages = [part for part in leaves(whole) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = str(whole.get_param("start", "") or "").strip("<> ")
    for part in pages:
        if start and str(part.get("Content-ID", "")).strip("<> ") == start:
            return part
    for part in pages:
        if address and header(part, "Content-Location") == address:
            return part
    return pages[0] if pages else None
