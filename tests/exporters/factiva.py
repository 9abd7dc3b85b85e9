"""Factiva's downloads, all articles of a search in one file: HTML as displayed or with field codes, and plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from .item import Files, Item, british_date, joined

LEAD_PARAGRAPHS = 2
"""How many paragraphs stand in LP; the others stand in TD."""


def factiva_html(items: Sequence[Item]) -> Files:
    """Return the saved page, with the codes of fields or without, as the first article tells."""
    article = _coded_article if items[0].pick(2, "factiva") else _shown_article
    return {
        "Factiva.html": (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
            ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html>\n<head>\n'
            '\t<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>\n\t<title>Factiva</title>\n'
            '<style type="text/css">body{margin:0;}.article{page-break-after:always;}</style>\n</head>\n'
            '<body class=\'\'><div id="navcontainer" class="fcpNavContainer">\n<table width="100%"><tr>\n'
            '<td class="factivalogo"><h1>Dow Jones Factiva</h1></td>\n'
            '<td class="djrlogo" align="right"><span>Dow Jones</span></td>\n</tr></table>\n</div>\n'
            '<form name="PageBaseForm" method="post" action="/hp/printsavews.aspx?pp=Save&amp;hc=Publication">\n'
            '<div id="contentWrapper"><div id="contentLeft" class="carryOverOpen"><span></span>'
            + "<br/><span></span>".join(article(item) for item in items)
            + "</div></div>\n</form>\n"
            f'<div id="pageFooter"><span>© {items[0].day.year} Factiva, Inc. All rights reserved.</span></div>\n'
            "</body>\n</html>"
        ).encode()
    }


def factiva_text(items: Sequence[Item]) -> Files:
    """Return the plain text with field codes."""
    articles = []
    for item in items:
        fields = []
        for code, value in _fields(item):
            paragraphs = value if isinstance(value, list) else [value]
            # Fields of several paragraphs begin under their code.
            opening = f"{code}  \n" if code in ("LP", "TD") else f"{code}  "
            fields.append(opening + "\n\n".join(paragraphs))
        articles.append("\n\n".join(fields))
    ending = "\n\n\n\nSearch Summary\n\nText  \n\nDate  All Dates\n\nSource  All Sources\n"
    return {"Factiva.txt": ("\n\n\n\n".join(articles) + ending).encode()}


def _fields(item: Item) -> list[tuple[str, str | list[str]]]:
    """Return the codes and values of an article in Factiva's order; a text is a list of paragraphs."""
    lead, rest = item.paragraphs[:LEAD_PARAGRAPHS], item.paragraphs[LEAD_PARAGRAPHS:]
    return [
        ("SE", (item.topic or "news").replace("_", " ").title()),
        ("HD", item.title),
        *([("BY", f"By {joined(item.names)}")] if item.names else []),
        ("WC", f"{item.words:,} words"),
        ("PD", british_date(item.day)),
        *([("ET", "14:05")] if item.pick(2, "time") else []),
        ("SN", item.outlet),
        ("SC", _code(item)),
        ("PG", str(item.pick(30) + 1)),
        ("LA", "English"),
        ("CY", f"(c) {item.day.year} {item.outlet}. All Rights Reserved."),
        ("LP", lead),
        *([("TD", rest)] if rest else []),
        ("NS", "gpol : Domestic Politics | gcat : Political/General News | ncat : Content Types"),
        ("RE", "usa : United States | namz : North America"),
        ("PUB", f"{item.outlet} Media"),
        ("AN", f"Document {_number(item)}"),
    ]


def _coded_article(item: Item) -> str:
    rows = []
    for code, value in _fields(item):
        if isinstance(value, list):
            shown = "\n".join(f'<p class="articleParagraph enarticleParagraph">{_esc(p)}</p>' for p in value)
            label = f"<p><b>{code}</b>&nbsp;</p>"
        else:
            shown = f"<span class='enHeadline'>{_esc(value)}</span>" if code == "HD" else _esc(value)
            label = f"<b>{code}</b>&nbsp;"
        rows.append(f'<tr><td align="right" valign="top" class="index">{label}</td><td>{shown}</td></tr>')
    return f'<div class="article enArticle"><table cellpadding="1" border="0">{chr(10).join(rows)}</table></div>'


def _shown_article(item: Item) -> str:
    author = f'<div class="author">By {_esc(joined(item.names))}  </div>' if item.names else ""
    head = [
        f"{item.words:,} words", british_date(item.day), item.outlet, _code(item), str(item.pick(30) + 1), "English",
        f"Copyright {item.day.year} {item.outlet}.  All Rights Reserved.  ",
    ]  # fmt: skip
    if item.pick(2, "time"):
        head.insert(2, "14:05")
    text = "\n".join(f'<p class="articleParagraph enarticleParagraph">{_esc(p)}  </p>' for p in item.paragraphs)
    return (
        f'<div id="article-{_number(item)}" class="article"><div class="article enArticle"><p>\n</p>'
        f"<div>{(item.topic or 'news').title()}</div>\n"
        f'<div id="hd"><span class="enHeadline">{_esc(item.title)}  </span>\n</div>{author}'
        + "".join(f"<div>{_esc(line)}</div>" for line in head)
        + f"\n<p></p>\n{text}\n<p>{_esc(item.outlet)} Digital (Full Text)</p>"
        f"<p>Document {_number(item)}</p></div></div>"
    )


def _code(item: Item) -> str:
    return re.sub(r"[^A-Z]", "", item.outlet.upper())[:6] or "NEWS"


def _number(item: Item) -> str:
    day = item.date[:10].replace("-", "")
    return f"{_code(item)}0000{day}ea{'0123456789abcdefghij'[item.pick(20)]}{item.pick(10**5):05d}"


def _esc(text: str) -> str:
    return html.escape(text, quote=False)
