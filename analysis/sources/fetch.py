"""Addresses: fetched only where the user said so for this run."""

from __future__ import annotations

import urllib.error
import urllib.request
from urllib.parse import urlsplit

from ..errors import SourceError
from ..messages import message

TIMEOUT_S = 20
MAX_FETCHED = 20_000_000
"""Bytes; news pages have 0.1 to 3 MB."""


def fetch(address: str) -> bytes:
    """Return what stands at a web address; SourceError where it cannot be had."""
    if urlsplit(address).scheme.lower() not in ("http", "https"):
        raise SourceError(message("sources.address_kind"), address)
    request = urllib.request.Request(address, headers={"User-Agent": "Parallax", "Accept": "text/html,*/*"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
            data: bytes = answer.read(MAX_FETCHED + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SourceError(message("sources.not_fetched", reason=str(reason)), address) from error
    if len(data) > MAX_FETCHED:
        raise SourceError(message("sources.too_big", size=round(len(data) / 1e6, 1), limit=20), address)
    return data
