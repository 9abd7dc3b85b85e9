"""Sentiment toward actors: the mentions of each by outlet, and the means toward one of them by voice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...messages import message
from ...model import Comparison, Group, Measure
from ..facts import SPOKEN, figures
from ..numbers import count
from .matrix import Matrix, matrix
from .means import Means, by_voice
from .metrics import width_of
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Datum, Pattern, Rect
from .sheet import Key, Sheet, chart, empty_chart

ID = "toward"
POLARITIES = ("negative", "neutral", "positive")
POLARITY_PATTERN = {"negative": Pattern.HATCH, "neutral": Pattern.OUTLINE, "positive": Pattern.SOLID}

Mentions = dict[tuple[str, str, str], Measure]
"""Shares by actor, group and polarity."""


def actors(comparison: Comparison) -> list[tuple[str, int]]:
    """Return the actors whose mentions were judged, with their number, the most mentioned first."""
    total: Counter[str] = Counter()
    for measures in figures(comparison, "toward_mean").values():
        for m in measures:
            if m.dimension("voice") is None:
                total[m.dimension("subject") or ""] += m.n
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the mentions of the most mentioned actors by outlet: negative, neutral, positive."""
    sheet = Sheet(width, options)
    say = sheet.say
    columns = [Column(say("output.column.actor")), Column(say("output.column.outlet"))]
    columns += [Column(say(f"output.column.{p}"), numeric=True) for p in POLARITIES]
    columns.append(Column(say("output.column.mean"), numeric=True, decimals=2))
    known = actors(comparison)
    if not known:
        return empty_chart(ID, width, options, columns)
    shown = known[: options.limit]
    keys = [Key(say(f"output.column.{p}"), f"polarity.{p}", POLARITY_PATTERN[p]) for p in POLARITIES]
    sheet.legend(keys)
    found = _mentions(comparison)
    labels = [group.label for group in comparison.groups]
    notes = [count(n) for _, n in shown]
    grid = matrix(sheet, [name for name, _ in shown], labels, notes, say("output.column.mentions"))
    most = max((m.n for m in found.values()), default=1)
    for i, (actor, _) in enumerate(shown):
        for j, group in enumerate(comparison.groups):
            parts = {p: found[actor, group.key, p] for p in POLARITIES if (actor, group.key, p) in found}
            if parts:
                _cell(sheet, grid, i, j, actor, group.label, parts, most)
    if len(known) > len(shown):
        sheet.note(say("output.more_actors", count=len(known) - len(shown)))
    every = rows(comparison)
    cells: list[tuple[Cell, ...]] = [(r.actor, r.group.label, *r.counts, r.mean.value) for r in every]
    return chart(ID, sheet, columns, cells, [r.mean.passages for r in every])


def _mentions(comparison: Comparison) -> Mentions:
    return {
        (m.dimension("subject") or "", key, m.dimension("polarity") or ""): m
        for key, measures in figures(comparison, "toward_share").items()
        for m in measures
    }


def _cell(
    sheet: Sheet, grid: Matrix, i: int, j: int, actor: str, outlet: str, parts: dict[str, Measure], most: int
) -> None:
    """Draw the mentions of one actor in one outlet as a bar of three parts, with their number behind it."""
    x, y = grid.cell(i, j)
    total = max(m.n for m in parts.values())
    number = count(total)
    room = grid.step - width_of(count(most), sheet.small) - sheet.em * 0.9
    thick = grid.height * 0.5
    for polarity, m in parts.items():
        if not m.passages:
            continue
        wide = max(room * len(m.passages) / most, 2.0)
        tip = message(
            "output.tip.toward", outlet=outlet, actor=actor, part=sheet.say(f"output.column.{polarity}"),
            count=len(m.passages), of=m.n,
        )  # fmt: skip
        datum = Datum(f"{ID}/{actor}/{outlet}/{polarity}", tip, m.passages)
        top = y + (grid.height - thick) / 2
        pattern = POLARITY_PATTERN[polarity]
        sheet.add(Rect(x, top, max(wide - 1, 1.0), thick, f"polarity.{polarity}", pattern, 0.0, datum))
        x += wide
    if room >= sheet.em:
        sheet.text(x + sheet.em * 0.25, grid.middle(i) + sheet.small * 0.36, number, size=sheet.small)


@dataclass(frozen=True, slots=True)
class ActorRow:
    """What one outlet's mentions of one actor amount to."""

    actor: str
    group: Group
    mean: Measure
    counts: tuple[int, ...]
    """Mentions that are negative, neutral, positive."""
    by_voice: tuple[Measure | None, ...]
    """The means in the outlet's own words, quoted and reported; None where it does not mention the actor there."""


def rows(comparison: Comparison) -> tuple[ActorRow, ...]:
    """Return a row per actor and outlet that mentions it, the most mentioned actor first."""
    found = _mentions(comparison)
    means = {
        (m.dimension("subject"), key, m.dimension("voice")): m
        for key, measures in figures(comparison, "toward_mean").items()
        for m in measures
    }
    return tuple(
        ActorRow(
            actor,
            group,
            means[actor, group.key, None],
            tuple(len(found[actor, group.key, p].passages) for p in POLARITIES),
            tuple(means.get((actor, group.key, str(voice))) for voice in SPOKEN),
        )
        for actor, _ in actors(comparison)
        for group in comparison.groups
        if (actor, group.key, None) in means
    )


def build_voices(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the means toward `options.subject`, or the actor mentioned most, by outlet and voice."""
    known = [name for name, _ in actors(comparison)]
    actor = options.subject if options.subject in known else next(iter(known), "")
    return by_voice(Means("toward_voices", "toward_mean", "mentions", actor), comparison, width, options)


def subjects(comparison: Comparison) -> list[tuple[str, str]]:
    """Return what `options.subject` of the chart by voice can be."""
    return [(name, name) for name, _ in actors(comparison)]
