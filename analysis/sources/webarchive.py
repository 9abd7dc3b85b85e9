"""Pages as Safari saves them (.webarchive): the page itself out of its parts, and its address."""

from __future__ import annotations

import hashlib
import plistlib
import re
from dataclasses import replace
from typing import Any

from ..errors import SourceError
from ..messages import message
from .draft import Draft


def read_webarchive(data: bytes, source: str, stem: str) -> Draft:
    """Return the article of a page saved by Safari."""
    from .mail.headers import text_of
    from .page import page
    from .page.decode import decode_page
    from .page.saved import without_inlined

    main = _main(data, source)
    content = main.get("WebResourceData")
    if not isinstance(content, bytes) or "html" not in str(main.get("WebResourceMIMEType", "")):
        raise SourceError(message("sources.no_article"), source)
    content, encoding = without_inlined(content), str(main.get("WebResourceTextEncodingName", ""))
    text = text_of(content, encoding) if encoding else decode_page(content, source)[0]
    draft = page(text, hashlib.sha256(data).hexdigest(), source, stem)
    address = str(main.get("WebResourceURL", ""))
    if re.match(r"https?://", address):
        draft = replace(draft, meta=draft.meta.with_column("url", address))
    return draft


def _main(data: bytes, source: str) -> dict[str, Any]:
    """Return the page's own part; SourceError where the file is no page of Safari's."""
    try:
        found = plistlib.loads(data)
        main = found["WebMainResource"]
    except Exception as error:  # the library fails on broken ones in every way that there is
        raise SourceError(message("sources.webarchive_broken"), source) from error
    if not isinstance(main, dict):
        raise SourceError(message("sources.webarchive_broken"), source)
    return main
