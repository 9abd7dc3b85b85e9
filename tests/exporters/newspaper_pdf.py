"""A newspaper's page as PDF: two justified columns with divided words, running heads, numbers, several pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import furniture
from .item import Files, Item, joined, long_date, slug

if TYPE_CHECKING:
    import typst

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
TEMPLATE = rb"""
#let item = json(bytes(sys.inputs.item))
#set document(title: item.at("named", default: none), date: none)
#set page(
  width: 15cm, height: 21cm, margin: (x: 1.4cm, y: 2cm), columns: 2,
  header: context [#set text(8pt); #item.outlet #h(1fr) #item.date],
  footer: context [#set text(8pt); #h(1fr) #item.section #counter(page).display() #h(1fr)],
)
#set columns(gutter: 5mm)
#set text(font: ("Noto Serif", "Noto Sans", "Noto Emoji"), size: 9pt, lang: "en", hyphenate: true)
#set par(justify: true, first-line-indent: 1em, leading: 0.5em, spacing: 0.5em)
#place(top, scope: "parent", float: true)[
  #set par(first-line-indent: 0pt, justify: false)
  #text(20pt, weight: "bold", hyphenate: false, item.title)
  #if item.byline != "" [#v(2mm) #text(9pt, item.byline)]
  #if item.caption != "" [
    #v(2mm) #rect(width: 100%, height: 3cm, fill: luma(220)) #text(7.5pt, font: "Noto Sans", item.caption)
  ]
  #v(3mm)
]
#for paragraph in item.paragraphs [#par(paragraph)]
"""


def newspaper_pdfs(items: Sequence[Item]) -> Files:
    """Return a PDF for each article."""
    return {f"{slug(item)}.pdf": newspaper_pdf(item) for item in items}


def newspaper_pdf(item: Item) -> bytes:
    """Return the article on pages of a newspaper; half of them name their title in the file's properties."""
    import typst

    caption, credit = furniture.caption_of(item)
    data = {
        "outlet": item.outlet,
        "date": long_date(item.day),
        "section": (item.topic or "news").replace("_", " ").title(),
        "title": item.title,
        "byline": f"By {joined(item.names)}" if item.names else "",
        "caption": f"{caption} {credit}" if item.pick(2, "picture") else "",
        "paragraphs": item.paragraphs,
    }
    if item.pick(2, "properties"):
        data["named"] = item.title
    written = json.dumps(data, ensure_ascii=False)
    return bytes(typst.compile(TEMPLATE, font_paths=fonts(), sys_inputs={"item": written}, timestamp=0))


@cache
def fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
