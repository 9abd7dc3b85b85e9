"""A report as PDF, typeset by Typst: tagged (PDF/UA-1), fonts embedded, the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from ...errors import OutputError
from ...failures import Failure
from ..charts import Palette, palette, pieces, svg
from ..printable import drawable, printable
from ..typeset import typeset
from .guarded import Guard
from .outline import (
    Bullets,
    Concordance,
    Element,
    Emphasis,
    Figure,
    Grid,
    Heading,
    Legend,
    Marked,
    Outline,
    Paragraph,
    Run,
)

TEMPLATE = Path(__file__).resolve().parents[3] / "resources" / "report.typ"
TEXT_WIDTH, TEXT_HEIGHT = 464.0, 640.0
"""Points inside the margins of the template, less a caption's height."""
LOOKS = {Emphasis.NONE: "", Emphasis.TINT: "t", Emphasis.OUTLINE: "o", Emphasis.STRONG: "b"}

Data = dict[str, Any]  # Any: JSON for the template.


def pdf(outline: Outline) -> bytes:
    """Return the report as PDF; OutputError where it cannot be typeset."""
    return document(outline)[0]


def document(outline: Outline) -> tuple[bytes, tuple[Failure, ...]]:
    """Return the report as PDF, and the parts that could not be typeset, each named in its place."""
    guard = Guard(outline.language)
    data = report_data(outline, guard)
    for tagged in (True, False):
        try:
            return _compiled(data, tagged), tuple(guard.failed)
        except OutputError:
            continue
    return _compiled(_without_unsettable(outline, data, guard), tagged=False), tuple(guard.failed)


def _without_unsettable(outline: Outline, data: Data, guard: Guard) -> Data:
    """Return the data with a paragraph in place of every element that cannot be typeset alone."""
    bare = report_data(replace(outline, elements=(), contents=""), guard)

    def alone(element: Element, index: int) -> Data:
        written: Data = data["elements"][index] if element is outline.elements[index] else _plain_element(element)
        _compiled(bare | {"elements": [written]}, tagged=False)
        return written

    return data | {"elements": guard.written(outline.elements, alone)}


def _plain_element(element: Element) -> Data:
    return _element(element, palette("light"), "")


def _compiled(data: Data, tagged: bool = True) -> bytes:
    return typeset(TEMPLATE.read_bytes(), "report", data, tagged)


def report_data(outline: Outline, guard: Guard) -> Data:
    """Return what the template reads; every text is a string, none is markup."""
    colours = palette("light")
    return {
        "title": _plain(outline.title),
        "subtitle": _plain(outline.subtitle),
        "language": outline.language,
        "opening-title": _plain(outline.opening_title),
        "opening": [_plain(s) for s in outline.opening],
        "limits-title": _plain(outline.limits_title),
        "limits": [_plain(s) for s in outline.limits],
        "contents": _plain(outline.contents),
        "program": _plain(outline.program),
        "page": _plain(outline.page),
        "overview": _element(outline.overview, colours, outline.language) if outline.overview else None,
        "elements": guard.written(outline.elements, lambda e, _: _element(e, colours, outline.language)),
    }


def _plain(text: str) -> str:
    """Text on one line, what no font has by its code."""
    return printable(" ".join(text.split()))


def _element(element: Element, colours: Palette, language: str) -> Data:
    match element:
        case Heading(text, level):
            return {"is": "heading", "text": _plain(text), "level": level}
        case Paragraph(text, quiet):
            return {"is": "paragraph", "text": _plain(text), "quiet": quiet}
        case Bullets(items):
            return {"is": "bullets", "items": [_plain(i) for i in items]}
        case Figure():
            return _figure(element, colours, language)
        case Grid(caption, table, widths):
            return {
                "is": "grid",
                "caption": _plain(caption),
                "columns": [[_plain(c.title), c.numeric] for c in table.columns],
                "rows": [[_plain(cell) for cell in row] for row in table.printed()],
                "widths": list(widths),
                "groups": list(table.groups),
            }
        case Marked():
            return _article(element)
        case Concordance(rows):
            return {"is": "concordance", "rows": [[_plain(label), _parts(runs, {})] for label, runs in rows]}
        case Legend(entries):
            return {"is": "legend", "entries": [[_plain(part) for part in e] for e in entries]}


def _figure(figure: Figure, colours: Palette, language: str) -> Data:
    scene = figure.chart.scene
    return {
        "is": "figure",
        "title": _plain(figure.title),
        "caption": _plain(figure.caption),
        "alt": _plain(figure.alt),
        "pieces": [svg(piece, colours, figure.title, language, text=drawable) for piece in pieces(scene)],
        "head": bool(scene.cuts and scene.cuts[0]),
        "width": round(min(TEXT_WIDTH, TEXT_HEIGHT * scene.width / max(scene.height, 1)), 2),
    }


def _article(article: Marked) -> Data:
    speakers = dict(article.speakers)
    return {
        "is": "article",
        "title": _plain(article.title),
        "facts": [_plain(f) for f in article.facts],
        "notes": [_plain(n) for n in article.notes],
        "language": article.language,
        "blocks": [[b.kind, _parts(b.runs, speakers)] for b in article.blocks],
    }


def _parts(runs: tuple[Run, ...], speakers: dict[int, str]) -> list[list[str]]:
    """Return [text, look] pairs; "<" opens and ">" closes somebody's words, whose name is then the text."""
    parts: list[list[str]] = []
    inside: int | None = None
    for run in runs:
        if run.quotation != inside:
            if inside is not None:
                parts.append(["", ">"])
            if run.quotation is not None:
                parts.append([_plain(speakers.get(run.quotation, "")), "<"])
            inside = run.quotation
        parts.append([_body(run.text), LOOKS[run.emphasis] + ("l" if run.loaded else "")])
    if inside is not None:
        parts.append(["", ">"])
    return parts


def _body(text: str) -> str:
    """An article's text with line breaks as spaces and nothing else changed but what cannot be shown."""
    return printable("".join(" " if c.isspace() else c for c in text))
