"""An article in a file of its own, as people who collect articles write them: plain text and Word."""

from __future__ import annotations

import io
from collections.abc import Sequence

from .item import Files, Item, british_date, joined, long_date, slug, wrapped


def texts(items: Sequence[Item]) -> Files:
    """Return a plain text for each article; its header and whether its lines are broken is told by the article."""
    return {f"{slug(item)}.txt": _text(item).encode() for item in items}


def _text(item: Item) -> str:
    kind = item.pick(3, "text")
    byline = [f"By {joined(item.names)}"] if item.names else []
    header = (
        [item.title, *byline, f"{item.outlet}, {long_date(item.day)}"],
        [item.outlet, british_date(item.day), item.title, *byline],
        [f"Title: {item.title}", f"Source: {item.outlet}", f"Date: {item.date}", *(f"Author: {n[3:]}" for n in byline)],
    )[kind]
    body = [wrapped(paragraph, 76) if kind == 1 else paragraph for paragraph in item.paragraphs]
    return "\n".join(header) + "\n\n" + "\n\n".join(body) + "\n"


def word_documents(items: Sequence[Item]) -> Files:
    """Return a Word file for each article, with styles or without."""
    return {f"{slug(item)}.docx": _word(item) for item in items}


def _word(item: Item) -> bytes:
    import docx

    paper = docx.Document()
    styled = item.pick(2, "styles") == 0
    if styled:
        paper.add_heading(item.title, 0)
    else:
        paper.add_paragraph().add_run(item.title).bold = True
    if item.names:
        paper.add_paragraph(f"By {joined(item.names)}")
    paper.add_paragraph(f"{item.outlet}, {long_date(item.day)}")
    for paragraph in item.paragraphs:
        paper.add_paragraph(paragraph)
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()
