"""Nexis Uni's PDF: cover, list of documents, every document from a new page, its title at the head of each page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .item import Files, Item
from .newspaper_pdf import fonts
from .nexis_uni import COVER, LISTED, NARROWED, document, titles

TEMPLATE = rb"""
#let file = json(bytes(sys.inputs.file))
#set document(title: "Files", date: none)
#set text(font: ("Noto Sans", "Noto Emoji"), size: 10pt, lang: "en")
#set par(leading: 0.59em, spacing: 1.6em)
#let running = state("running", none)
#set page(
  paper: "us-letter", margin: 2.2cm,
  header: context {
    let shown = running.get()
    if shown != none [#set text(8pt); #h(1fr) Page #shown.number of #file.documents.len() \ #align(center, shown.title)]
  },
  footer: [#set text(8pt); #align(center)[Lindmark Reader]],
)
#for (label, value) in file.cover [#par[*#label*#value]]
#par[*Documents (#file.documents.len())*]
#for title in file.titles [
  #par(title)
  #for (label, value) in file.listed [#par[#h(1em)*#label*#value]]
  #table(columns: 2, stroke: none, ..file.narrowed.flatten())
]
#for (i, lines) in file.documents.enumerate() {
  running.update((number: i + 1, title: lines.at(0).text))
  pagebreak()
  for line in lines {
    let label = if line.label == "" [] else [*#line.label*]
    if line.look == "title" { align(center, text(14pt, weight: "bold", par(leading: 0.5em, line.text))) }
    else if line.look == "centred" { align(center, line.text) }
    else if line.look == "small" { text(7pt, line.text) }
    else if line.look == "heading" { par(text(14pt, weight: "bold", line.text)) }
    else { par[#label#line.text] }
  }
}
"""


def nexis_pdf(items: Sequence[Item]) -> Files:
    """Return one file with all articles."""
    import typst

    data = {
        "cover": COVER,
        "titles": titles(items),
        "listed": LISTED,
        "narrowed": NARROWED,
        "documents": [
            [{"look": line.look.value, "text": line.text, "label": line.label} for line in document(item)]
            for item in items
        ],
    }
    written = json.dumps(data, ensure_ascii=False)
    pdf = typst.compile(TEMPLATE, font_paths=fonts(), sys_inputs={"file": written}, timestamp=0)
    return {f"Files ({len(items)}).PDF": bytes(pdf)}
