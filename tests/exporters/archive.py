"""The saved pages of a story in one zip file, as a browser's or a file manager's packing leaves them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from .html_pages import html_pages
from .item import Files, Item

MADE = (2026, 3, 10, 7, 40, 0)
"""The same time in every file, so that the same articles are the same bytes."""


def zipped_pages(items: Sequence[Item]) -> Files:
    """Return one zip file with a folder of pages, and what macOS adds to it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("story/", MADE), b"")
        for name, data in html_pages(items).items():
            entry = zipfile.ZipInfo(f"story/{name}", MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
            archive.writestr(zipfile.ZipInfo(f"__MACOSX/story/._{name}", MADE), b"\x00\x05\x16\x07\x00\x02\x00\x00")
    return {"story.zip": written.getvalue()}
