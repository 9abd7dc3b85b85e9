"""Addresses: fetched only where the user said so for this run."""

from __future__ import annotations

import threading
import time
from urllib.parse import urlsplit

from ..errors import SourceError
from ..messages import message
from .child.process import Tick
from .naming import address_name

LIMIT_S = 30.0
"""For everything: names looked up, redirects, the answer to its last byte."""
MAX_FETCHED = 20_000_000
"""Bytes, as sent and as unpacked; news pages have 0.1 to 3 MB."""
POLL_S = 0.1
"""How often the user's Cancel and the limit are looked at."""


def fetch(address: str, tick: Tick = lambda fraction: None) -> bytes:
    """Return what stands at a web address; SourceError where it cannot be had, Cancelled where `tick` raises it.

    It is fetched in a thread of its own: neither the look-up of a name nor a server that sends a byte now and then
    could be stopped in time otherwise.
    """
    name = address_name(address)
    try:
        known = urlsplit(address).scheme.lower() in ("http", "https")
    except ValueError:
        raise SourceError(message("sources.fetch.no_address"), name) from None
    if not known:
        raise SourceError(message("sources.address_kind"), name)
    from .download import Download

    download = Download(address, MAX_FETCHED)
    deadline = time.monotonic() + LIMIT_S
    threading.Thread(target=download.run, name="fetch", daemon=True).start()
    try:
        while not download.ended.wait(POLL_S):
            tick(0.0)
            if time.monotonic() > deadline:
                raise SourceError(message("sources.fetch.slow", limit=round(LIMIT_S)), name)
    finally:
        download.stop()
    if download.failure is not None:
        raise SourceError(download.failure, name)
    return download.data
