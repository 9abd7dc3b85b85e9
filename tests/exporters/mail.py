"""An article sent by mail, as readers save it: with HTML and plain text, HTML alone, or plain text alone."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from . import furniture
from .item import Files, Item, joined, long_date, slug, wrapped


def mails(items: Sequence[Item]) -> Files:
    """Return a message for each article; which kind it is is told by the article."""
    return {f"{slug(item)}.eml": mail(item) for item in items}


def mail(item: Item, kind: int | None = None) -> bytes:
    """Return the article as a message: 0 with both forms, 1 HTML in base64, 2 plain text."""
    chosen = item.pick(3, "mail") if kind is None else kind
    message = EmailMessage(policy=SMTP)
    domain = f"{re.sub(r'[^a-z]', '', item.outlet.lower()) or 'news'}.example"
    sent = datetime.datetime.combine(item.day, datetime.time(7, 12, 40), datetime.UTC)
    message["Received"] = f"from mail.{domain} by mx.lindmark.example; {sent.ctime()}"
    message["From"] = Address(item.outlet, "newsletter", domain)
    message["To"] = Address("Ada Brandt", "ada", "lindmark.example")
    message["Subject"] = item.title
    message["Date"] = sent
    message["Message-ID"] = f"<{item.pick(10**9)}@{domain}>"
    message["List-Unsubscribe"] = f"<https://{domain}/unsubscribe>"
    if chosen != 1:
        message.set_content(_plain(item), cte="quoted-printable")
    if chosen == 0:
        message.add_alternative(_html(item), subtype="html", cte="quoted-printable")
        message.set_boundary(f"----=_Part_{item.pick(10**6, 'part'):06d}")
    if chosen == 1:
        message.set_content(_html(item), subtype="html", cte="base64")
    return message.as_bytes()


def _plain(item: Item) -> str:
    byline = [f"By {joined(item.names)}"] if item.names else []
    parts = [
        "View this email in your browser: https://news.example/view",
        item.title,
        *byline,
        long_date(item.day),
        *item.paragraphs,
        "-- \nYou are receiving this email because you signed up for our newsletter.\n"
        "Unsubscribe: https://news.example/unsubscribe | Update your preferences\n"
        f"© {item.day.year} {item.outlet}, 12 Harbour Street, Lindmark",
    ]
    return "\n\n".join(part if "\n" in part else wrapped(part, 76) for part in parts) + "\n"


def _html(item: Item) -> str:
    byline = f'<p style="font-size:13px">By {html.escape(joined(item.names))}</p>' if item.names else ""
    text = "".join(f'<p style="margin:0 0 16px">{html.escape(p, quote=False)}</p>\n' for p in item.paragraphs)
    related = "".join(f'<p><a href="https://news.example/r">{title}</a></p>' for title in furniture.related_to(item, 2))
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{html.escape(item.title)}</title><style>p{{font-family:Georgia}}</style></head><body>
<div style="display:none;max-height:0">The story of the day, in full.</div>
<table width="600" align="center"><tr><td align="center">
<a href="https://news.example/view">View in browser</a></td></tr>
<tr><td><img src="cid:logo" alt="{html.escape(item.outlet)}"></td></tr>
<tr><td><h1>{html.escape(item.title)}</h1>{byline}<p style="font-size:13px">{long_date(item.day)}</p>
{text}</td></tr>
<tr><td><h3>More from {html.escape(item.outlet)}</h3>{related}</td></tr>
<tr><td style="font-size:11px">You are receiving this email because you signed up for our newsletter.<br>
<a href="https://news.example/unsubscribe">Unsubscribe</a> | <a href="#">Update your preferences</a><br>
© {item.day.year} {html.escape(item.outlet)}, 12 Harbour Street, Lindmark</td></tr></table></body></html>
"""
