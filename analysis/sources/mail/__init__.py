"""Newsletters and other mail: one file (.eml) or a box of them (mbox), an article a mail."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message as Mail
from typing import IO

from ...errors import SourceError
from ...messages import message
from ..draft import Draft, Meta
from ..ledger import Ledger
from .box import mails_in
from .forwarded import in_html, in_lines
from .headers import meta_of
from .parts import Parts, parsed, parts_of
from .plain_text import readable

PLAIN_LINE = 60
"""Characters from which a line of the plain part counts as prose; links and menus have less."""
LEAST_SHARE = 0.6
"""How much of the plain part's prose the HTML part must give; with less its story was not found in its tables."""


COVERING = 1_000
"""Characters up to which a mail with another attached to it is a word about that one."""


def read_mail(data: bytes, source: str, stem: str) -> Draft:
    """Return the article in a mail: of its HTML part, or of its plain one where that says more."""
    mail = parsed(_bare(data), source)
    parts = parts_of(mail)
    while parts.inner is not None and len(parts.plain or parts.html) < COVERING:
        mail, parts = parts.inner, parts_of(parts.inner)
    draft = Draft(source, hashlib.sha256(data).hexdigest(), meta=meta_of(mail), stem=stem)
    draft = _with_text(draft, mail, parts)
    if parts.attached:
        shown = ", ".join(parts.attached[:10])
        note = message("sources.mail_attached", count=len(parts.attached), names=shown)
        draft = replace(draft, notes=(*draft.notes, note))
    return draft


def _bare(data: bytes) -> bytes:
    """Return a mail without what programs put round it: a length above it and a list below, or the line of a box."""
    if length := re.match(rb"\s*(\d{1,10}) *\r?\n(?=[!-9;-~]+:)", data[:200]):
        data = data[length.end() : length.end() + int(length[1])]
    above = re.match(rb"(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]{0,1000}\n)?", data[:2000])
    return data[above.end() :] if above else data


def _with_text(draft: Draft, mail: Mail, parts: Parts) -> Draft:
    text, meta = parts.plain, draft.meta
    if sent_on := in_lines(text):
        text, meta = sent_on.text, _over(sent_on.meta, meta)
    text, below = readable(text)
    plain = replace(draft, text=text, meta=meta, removed=below)
    try:
        page = _of_html(draft, parts.html) if parts.html.strip() else None
    except SourceError:
        if not parts.plain.strip():
            raise
        page = None
    if page is not None and _prose(page) >= LEAST_SHARE * _prose(plain):
        return page
    if not plain.text.strip():
        key = "sources.mail_only_attached" if parts.attached else "sources.empty"
        raise SourceError(message(key, names=", ".join(parts.attached[:10])), draft.source)
    return plain


def _of_html(draft: Draft, html: str) -> Draft:
    from ..page import page

    meta = draft.meta
    if sent_on := in_html(html):
        html, meta = sent_on.text, _over(sent_on.meta, meta)
    found = page(html, draft.sha256, draft.source, draft.stem)
    return replace(found, meta=meta.over(found.meta))


def _over(inner: Meta, outer: Meta) -> Meta:
    """Return what the headers of a mail that was sent on say; who sent it on is no outlet."""
    return inner.over(Meta(title=outer.title, published=outer.published, evidence=outer.evidence))


def _prose(draft: Draft) -> int:
    """Return how many characters of running text a draft has."""
    if draft.blocks:
        return sum(len(block.text) for block in draft.blocks)
    lines = re.sub(r"https?://\S+", "", draft.text).split("\n")
    return sum(len(line) for line in lines if len(line) >= PLAIN_LINE)


def read_mbox(file: IO[bytes], stem: str, ledger: Ledger) -> Iterator[Draft]:
    """Yield an article for each mail of a box, which is never in memory as a whole."""
    number = 0
    for number, data in enumerate(mails_in(file), 1):
        where = f"#{number}"
        if isinstance(data, int):
            ledger.add(SourceError(message("sources.mail_too_big", limit=data // 1_000_000), where))
            continue
        try:
            yield read_mail(data, where, f"{stem} {number}".strip())
        except SourceError as error:
            ledger.add(SourceError(error.message, where))
    if not number:
        raise SourceError(message("sources.empty"))
