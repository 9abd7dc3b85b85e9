"""One concept: which variant each outlet chose, in which voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...messages import message
from ...model import Comparison, NamingCell, NamingRow, Passage, VariantUse, Voice
from ..facts import SPOKEN, own, voiced
from ..labels import voice_label
from ..numbers import count
from .matrix import Matrix, matrix
from .metrics import width_of
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Datum, Rect
from .sheet import Sheet, chart, empty_chart, level_heads
from .voices import VOICE_PATTERN, voice_keys

ID = "naming"
LEAST = 4
"""Variants that have a column even where their names must stand upright for it."""
FORMS = 2
"""Forms of a variant named at the head of its column; the tooltips have them all."""
NARROWEST = 4.4
"""In em: a column that still holds a bar and its count. More variants than fit go into the last column."""


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return outlets by variants of the concept `options.subject`, or of the first in the comparison's order."""
    sheet = Sheet(width, options)
    row = next((r for r in comparison.naming if options.subject in ("", r.id)), None)
    if row is None or not any(cell.uses for cell in row.cells):
        return empty_chart(ID, width, options, _columns(sheet, ()))
    variants = _variants(row)
    shown = variants[: _columns_that_fit(sheet, [printed(row, v) for v in variants])]
    folded = variants[len(shown) - 1 :] if len(shown) < len(variants) else ()
    shown = shown[:-1] if folded else shown
    heads = [
        *(printed(row, v) for v in shown),
        *([sheet.say("output.column.other_variants", count=len(folded))] if folded else []),
    ]
    sheet.legend(voice_keys(options.language))
    measured = voiced(comparison)
    notes = [
        count(cell.opportunities if group.key in measured else None)
        for group, cell in zip(comparison.groups, row.cells, strict=True)
    ]
    labels = [group.label for group in comparison.groups]
    grid = matrix(sheet, labels, heads, notes, sheet.say("output.column.references"), italic=True)
    longest = max(_most(cell, [[v] for v in shown] + [list(folded)]) for cell in row.cells)
    for i, (label, cell) in enumerate(zip(labels, row.cells, strict=True)):
        for j, names in enumerate([*([v] for v in shown), *([folded] if folded else [])]):
            uses = [use for use in cell.uses if use.variant in names]
            _cell(sheet, grid, i, j, uses, label, longest)
    rows, passages = _rows(comparison, row, options.language)
    return chart(ID, sheet, _columns(sheet, SPOKEN), rows, passages, row.label[:1].upper() + row.label[1:])


def _columns(sheet: Sheet, voices: Sequence[Voice]) -> list[Column]:
    columns = [Column(sheet.say("output.column.outlet")), Column(sheet.say("output.column.variant"))]
    return columns + [Column(voice_label(v, sheet.options.language), numeric=True) for v in voices]


def _columns_that_fit(sheet: Sheet, variants: Sequence[str]) -> int:
    """Return how many variants have a column: fewer where their names then stand level, in full."""
    room = sheet.width * 0.6
    most = min(max(int(room / (sheet.em * NARROWEST)), 3), len(variants))
    level = (n for n in range(most, min(LEAST, most) - 1, -1) if level_heads(sheet, variants[:n], room / n))
    return next(level, most)


def _variants(row: NamingRow) -> list[str]:
    """The variants used, the most frequent first."""
    totals: Counter[str] = Counter()
    for cell in row.cells:
        for use in cell.uses:
            totals[use.variant] += len(use.passages)
    return sorted(totals, key=lambda v: (-totals[v], v))


def printed(row: NamingRow, variant: str) -> str:
    """Return a variant as the articles print it: its forms, the most used first."""
    uses = [use for cell in row.cells for use in cell.uses if use.variant == variant]
    return _together(sorted(uses, key=lambda use: -len(use.passages)))


def _together(uses: Sequence[VariantUse]) -> str:
    forms = list(dict.fromkeys(form for use in uses for form in use.printed))
    return ", ".join(forms[:FORMS]) + (" …" if len(forms) > FORMS else "")


def _most(cell: NamingCell, columns: Sequence[Sequence[str]]) -> int:
    return max((sum(len(u.passages) for u in cell.uses if u.variant in names) for names in columns), default=0)


def _cell(sheet: Sheet, grid: Matrix, i: int, j: int, uses: Sequence[VariantUse], label: str, longest: int) -> None:
    total = sum(len(use.passages) for use in uses)
    if not total:
        return
    x, y = grid.cell(i, j)
    room = grid.step - width_of(count(longest), sheet.small) - sheet.em * 1.2
    thick = grid.height * 0.5
    for voice in SPOKEN:
        mine = [use for use in uses if own(use.voice) is voice]
        for use in mine:
            wide = max(room * len(use.passages) / longest, 3.0)
            tip = message(
                "output.tip.variant", outlet=label, variant=", ".join(use.printed), count=len(use.passages),
                voice=voice_label(use.voice, sheet.options.language),
            )  # fmt: skip
            datum = Datum(f"{ID}/{label}/{use.variant}/{use.voice}", tip, use.passages)
            sheet.add(
                Rect(
                    x,
                    y + (grid.height - thick) / 2,
                    wide - 1,
                    thick,
                    f"voice.{voice}",
                    VOICE_PATTERN[voice],
                    0.0,
                    datum,
                )
            )
            x += wide
    sheet.text(x + sheet.em * 0.25, grid.middle(i) + sheet.small * 0.36, count(total), size=sheet.small)


def _rows(
    comparison: Comparison, row: NamingRow, language: str
) -> tuple[list[tuple[Cell, ...]], list[tuple[Passage, ...]]]:
    """A row per outlet and variant, with its counts by voice."""
    rows: list[tuple[Cell, ...]] = []
    passages: list[tuple[Passage, ...]] = []
    for group, cell in zip(comparison.groups, row.cells, strict=True):
        for variant in dict.fromkeys(use.variant for use in cell.uses):
            uses = [use for use in cell.uses if use.variant == variant]
            by_voice = [sum(len(u.passages) for u in uses if own(u.voice) is voice) for voice in SPOKEN]
            rows.append((group.label, _together(uses), *by_voice))
            passages.append(tuple(p for use in uses for p in use.passages))
    return rows, passages
