"""Saved pages as people keep them: all of a story in a zip file, or each with its parts in an MHTML file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP

from .html_pages import html_page, html_pages
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


def saved_pages(items: Sequence[Item]) -> Files:
    """Return each page as Chromium saves it in a single file; its date is that of the saving."""
    return {f"{name[:-5]}.mhtml": _saved(item) for item, name in zip(items, html_pages(items), strict=True)}


def _saved(item: Item) -> bytes:
    page = EmailMessage(policy=SMTP)
    page["From"] = "<Saved by Blink>"
    page["Snapshot-Content-Location"] = item.url
    page["Subject"] = item.title
    page["Date"] = "Tue, 10 Mar 2026 07:40:00 -0000"
    page.set_content(html_page(item).decode(), subtype="html", cte="quoted-printable")
    page["Content-ID"] = "<frame-1@mhtml.blink>"
    page["Content-Location"] = item.url
    page.make_related(f"----MultipartBoundary--{item.pick(10**9, 'boundary')}----")
    page.set_param("type", "text/html")
    style = MIMEPart(policy=SMTP)
    style.set_content("body { color: black }", subtype="css", cte="quoted-printable")
    style["Content-Location"] = "cid:css-1@mhtml.blink"
    page.attach(style)
    # Browsers fold no address.
    return page.as_bytes(policy=SMTP.clone(max_line_length=998))
