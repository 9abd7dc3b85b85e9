"""Acts of force or harm by outlet: how they are worded, who is named as acting, to whom it is done."""

from __future__ import annotations

from collections import Counter, defaultdict

from ...messages import message
from ...model import ActForm, Comparison, Measure, Passage
from ..acts import acts_in_own_voice
from ..facts import figures
from ..labels import act_form_label
from ..numbers import DASH, count, percent
from .bars import Bar, Segment, stacked
from .matrix import matrix
from .metrics import width_of
from .scene import DEFAULT, Cell, Chart, ChartOptions, Column, Datum, Pattern, Rect
from .sheet import Key, Sheet, chart, empty_chart

FORM_PATTERN = {
    ActForm.ACTIVE: Pattern.SOLID,
    ActForm.PASSIVE: Pattern.HATCH,
    ActForm.AGENTLESS: Pattern.OUTLINE,
    ActForm.NOMINAL: Pattern.DOTS,
}


def build(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return the acts of each outlet by form, with the share whose wording names the actor."""
    sheet = Sheet(width, options)
    labels = {form: act_form_label(form, options.language) for form in ActForm}
    columns = [Column(sheet.say("output.column.outlet"))]
    columns += [Column(labels[form], numeric=True) for form in ActForm]
    columns.append(Column(sheet.say("output.column.named_share"), numeric=True))
    counts, named = (figures(comparison, name) for name in ("agency_count", "agency_named_share"))
    bars: list[Bar] = []
    rows: list[tuple[Cell, ...]] = []
    passages: list[tuple[Passage, ...]] = []
    for group in comparison.groups:
        by_form = {m.dimension("form"): m for m in counts[group.key] if m.dimension("voice") is None}
        share = next((m for m in named[group.key] if m.dimension("voice") is None), None)
        parts = tuple(
            Segment(
                form,
                labels[form],
                len(_passages(by_form.get(form))),
                f"form.{form}",
                FORM_PATTERN[form],
                _passages(by_form.get(form)),
            )
            for form in ActForm
        )
        known = share.value if share is not None else None
        note = f"{count(sum(p.value for p in parts))} · {DASH if known is None else percent(known, 1)}"
        bars.append(Bar(group.key, group.label, parts, note if by_form else DASH))
        shown = tuple(p.value if by_form else None for p in parts)
        rows.append((group.label, *shown, round(100 * known) if known is not None else None))
        passages.append(tuple(p for part in parts for p in part.passages))
    if not any(bar.total for bar in bars):
        return empty_chart("agency", width, options, columns)
    keys = [Key(labels[form], f"form.{form}", FORM_PATTERN[form]) for form in ActForm]
    stacked(sheet, "agency", bars, keys, sheet.say("output.column.acts_named"), share=False)
    return chart("agency", sheet, columns, rows, passages)


def _passages(measure: Measure | None) -> tuple[Passage, ...]:
    return measure.passages if measure is not None else ()


def build_actors(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return who acts, by outlet."""
    return _who("agency_actors", "actor", comparison, width, options)


def build_affected(comparison: Comparison, width: float, options: ChartOptions = DEFAULT) -> Chart:
    """Return to whom or what it is done, by outlet."""
    return _who("agency_affected", "affected", comparison, width, options)


def _who(id: str, part: str, comparison: Comparison, width: float, options: ChartOptions) -> Chart:
    """Draw names by outlets: nobody first, then the most frequent."""
    sheet = Sheet(width, options)
    columns = [Column(sheet.say("output.column.role")), Column(sheet.say("output.column.outlet"))]
    columns.append(Column(sheet.say("output.column.acts"), numeric=True))
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    total: Counter[str] = Counter()
    for act in acts_in_own_voice(comparison):
        name = act.actor if part == "actor" else act.affected
        found[name, act.group.key].append(act.passage)
        total[name] += 1
    if not total:
        return empty_chart(id, width, options, columns)
    nobody = sheet.say("output.act.nobody")
    order = sorted(total, key=lambda n: (n != "", -total[n], n.casefold(), n))
    shown = order[: options.limit]
    labels = [name or nobody for name in shown]
    heads = [group.label for group in comparison.groups]
    notes = [count(total[name]) for name in shown]
    grid = matrix(sheet, labels, heads, notes, sheet.say("output.column.acts"), share=0.36)
    most = max(len(places) for places in found.values())
    for i, name in enumerate(shown):
        for j, group in enumerate(comparison.groups):
            places = tuple(found.get((name, group.key), ()))
            if not places:
                continue
            x, y = grid.cell(i, j)
            room = grid.step - width_of(count(most), sheet.small) - sheet.em * 0.9
            wide, thick = max(room * len(places) / most, 3.0), grid.height * 0.5
            tip = message("output.tip.act", outlet=group.label, count=len(places), who=labels[i])
            datum = Datum(f"{id}/{name}/{group.key}", tip, places)
            role, pattern = ("presence", Pattern.SOLID) if name else ("line.strong", Pattern.OUTLINE)
            sheet.add(Rect(x, y + (grid.height - thick) / 2, wide, thick, role, pattern, 0.0, datum))
            if room >= sheet.em:
                middle = grid.middle(i) + sheet.small * 0.36
                sheet.text(x + wide + sheet.em * 0.25, middle, count(len(places)), size=sheet.small, datum=datum)
    if len(order) > len(shown):
        sheet.note(sheet.say("output.more_actors", count=len(order) - len(shown)))
    rows: list[tuple[Cell, ...]] = []
    passages: list[tuple[Passage, ...]] = []
    for name in order:
        for group in comparison.groups:
            if (name, group.key) in found:
                rows.append((name or nobody, group.label, len(found[name, group.key])))
                passages.append(tuple(found[name, group.key]))
    return chart(id, sheet, columns, rows, passages)
