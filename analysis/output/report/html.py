"""A report as one HTML file: charts inline, no script, nothing fetched, every text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...failures import Failure
from ..charts import palette, svg
from ..text import shown
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

STYLE = """
:root{color-scheme:light;--ink:#1d2126;--quiet:#545c66;--hair:#d9dde2;--tint:#cfe0f3;--blue:#1f5a96;--amber:#b3530b;
--red:#b0283c}
body{font:16px/1.55 "Noto Serif",Georgia,serif;color:var(--ink);background:#fff;max-width:46rem;margin:2rem auto;
padding:0 1.2rem 4rem}
h1,h2,h3,nav,table,figcaption,.facts,.quiet,.legend,.subtitle{font-family:"Noto Sans",system-ui,sans-serif}
h1{font-size:2rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.35rem;margin:2.6rem 0 .8rem}
h3{font-size:1.02rem;margin:1.8rem 0 .5rem}
.subtitle,.facts,figcaption,.quiet{color:var(--quiet);font-size:.85rem}
nav ul{columns:2;font-size:.88rem;padding-left:1.1rem}nav a{color:inherit}
figure{margin:1.5rem 0;break-inside:avoid}figure svg{max-width:100%;height:auto}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.82rem;margin:1rem 0}
caption{text-align:left;color:var(--quiet);padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--hair)}
th{color:var(--quiet)}tr.end td{border-bottom:1.5px solid var(--quiet)}.n{text-align:right}
details summary{cursor:pointer;color:var(--quiet);font:.82rem "Noto Sans",system-ui,sans-serif}
article .headline{font-weight:bold}article .caption{font-style:italic;font-size:.92em;padding-left:1rem}
article .note,article .dateline{color:var(--quiet);font-size:.92em}
mark{background:none;color:inherit}.tint{background:var(--tint);border-radius:2px;padding:0 .1em}
.strong{font-weight:700}
.outline{outline:1px solid var(--blue);outline-offset:-1px;border-radius:2px;padding:0 .1em}
.loaded{text-decoration:underline dotted var(--red) 2px;text-underline-offset:.25em}
q{quotes:none;border-left:3px solid var(--amber);padding-left:.25em}
.legend{border:1px solid var(--hair);border-radius:4px;padding:.6rem .9rem;font-size:.85rem}
.legend dt{float:left;clear:left;width:4rem}.legend dd{margin:0 0 .2rem 4.4rem}
@media print{nav{display:none}body{max-width:none}}
"""


def html(outline: Outline) -> str:
    """Return the whole page; every text is escaped."""
    return page(outline)[0]


def page(outline: Outline) -> tuple[str, tuple[Failure, ...]]:
    """Return the whole page, and the parts that could not be written, each named in its place."""
    guard = Guard(outline.language)
    body = "\n".join(_body(outline, guard))
    whole = (
        f'<!DOCTYPE html>\n<html lang="{_t(outline.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_t(outline.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return whole, tuple(guard.failed)


def _t(text: str) -> str:
    return escape(shown(text), quote=True)


def _body(outline: Outline, guard: Guard) -> Iterator[str]:
    yield f'<header><h1>{_t(outline.title)}</h1><p class="subtitle">{_t(outline.subtitle)}</p></header>'
    yield f"<h2>{_t(outline.opening_title)}</h2>"
    yield from (f"<p>{_t(sentence)}</p>" for sentence in outline.opening)
    if outline.overview:
        yield _grid(outline.overview)
    if outline.limits:
        yield f"<h3>{_t(outline.limits_title)}</h3>"
        yield _list(outline.limits)
    if outline.contents:
        links = "".join(
            f'<li><a href="#s{i}">{_t(e.text)}</a></li>'
            for i, e in enumerate(outline.elements)
            if isinstance(e, Heading) and e.level == 1
        )
        yield f"<nav><h2>{_t(outline.contents)}</h2><ul>{links}</ul></nav>"
    yield from guard.written(outline.elements, lambda element, i: _element(element, i, outline.language))
    yield f'<footer class="quiet"><p>{_t(outline.program)}</p></footer>'


def _list(items: tuple[str, ...]) -> str:
    return f'<ul class="quiet">{"".join(f"<li>{_t(item)}</li>" for item in items)}</ul>'


def _element(element: Element, index: int, language: str) -> str:
    match element:
        case Heading(text, level):
            return f'<h{level + 1} id="s{index}">{_t(text)}</h{level + 1}>'
        case Paragraph(text, quiet):
            return f'<p class="quiet">{_t(text)}</p>' if quiet else f"<p>{_t(text)}</p>"
        case Bullets(items):
            return _list(items)
        case Figure():
            return _figure(element, index, language)
        case Grid():
            return _grid(element)
        case Marked():
            return _article(element)
        case Concordance(rows):
            found = "".join(
                f'<tr><th scope="row">{_t(label)}</th><td>{_runs(runs, {})}</td></tr>' for label, runs in rows
            )
            return f'<div class="wide"><table class="concordance">{found}</table></div>'
        case Legend(entries):
            return _legend(entries)


def _figure(figure: Figure, index: int, language: str) -> str:
    drawn = svg(figure.chart.scene, palette("light"), figure.title, language, prefix=f"f{index}-")
    caption = f"<figcaption>{_t(figure.caption)}</figcaption>" if figure.caption else ""
    table = "" if figure.chart.empty else _details(figure)
    return f"<figure><h3>{_t(figure.title)}</h3>{drawn}{caption}{table}</figure>"


def _details(figure: Figure) -> str:
    return f"<details><summary>{_t(figure.table_label)}</summary>{_grid(Grid('', figure.chart.table))}</details>"


def _grid(grid: Grid) -> str:
    table = grid.table
    classes = [' class="n"' if column.numeric else "" for column in table.columns]
    head = "".join(f'<th scope="col"{k}>{_t(c.title)}</th>' for c, k in zip(table.columns, classes, strict=True))
    ends = {sum(grid.table.groups[:i]) - 1 for i in range(1, len(grid.table.groups))}
    rows = "".join(
        f"<tr{last}>{''.join(f'<td{k}>{_t(cell)}</td>' for cell, k in zip(row, classes, strict=True))}</tr>"
        for row, last in ((row, ' class="end"' if i in ends else "") for i, row in enumerate(table.printed()))
    )
    caption = f"<caption>{_t(grid.caption)}</caption>" if grid.caption else ""
    return f'<div class="wide"><table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _article(article: Marked) -> str:
    speakers = dict(article.speakers)
    blocks = "".join(f'<p class="{_t(b.kind)}">{_runs(b.runs, speakers)}</p>' for b in article.blocks)
    facts = " · ".join(_t(fact) for fact in article.facts)
    notes = "".join(f'<p class="facts">{_t(note)}</p>' for note in article.notes)
    # dir="auto": an Arabic or Hebrew article runs from right to left by its first letter.
    return (
        f'<article lang="{_t(article.language)}" dir="auto"><h3>{_t(article.title)}</h3>'
        f'<p class="facts">{facts}</p>{notes}{blocks}</article>'
    )


def _runs(runs: tuple[Run, ...], speakers: dict[int, str]) -> str:
    parts, inside = [], None
    for run in runs:
        if run.quotation != inside:
            parts.append("</q>" if inside is not None else "")
            if run.quotation is not None:
                parts.append(f'<q title="{_t(speakers.get(run.quotation, ""))}">')
            inside = run.quotation
        parts.append(_run(run))
    return "".join(parts) + ("</q>" if inside is not None else "")


def _run(run: Run) -> str:
    names = ([str(run.emphasis)] if run.emphasis is not Emphasis.NONE else []) + (["loaded"] if run.loaded else [])
    if not names:
        return _t(run.text)
    title = f' title="{_t(run.why)}"' if run.why else ""
    return f'<mark class="{" ".join(names)}"{title}>{_t(run.text)}</mark>'


def _legend(entries: tuple[tuple[str, str], ...]) -> str:
    samples = {
        "tint": '<mark class="tint">term</mark>',
        "outline": '<mark class="outline">term</mark>',
        "loaded": '<mark class="loaded">word</mark>',
        "quotation": "<q>…</q>",
    }
    return f'<dl class="legend">{"".join(f"<dt>{samples[k]}</dt><dd>{_t(v)}</dd>" for k, v in entries)}</dl>'
