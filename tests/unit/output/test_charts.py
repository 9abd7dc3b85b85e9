"""Every chart, at every size: inside its page, nothing over anything, every mark with its passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

import pytest

from analysis.messages import render
from analysis.model import ArticleAnalysis, Comparison, Voice
from analysis.output.charts import CHARTS, Chart, ChartInfo, ChartOptions, build_chart, palette, roles
from analysis.output.charts.metrics import width_of
from analysis.output.charts.scene import Anchor, Line, Marker, Path, Rect, Text
from analysis.output.facts import by_group, measurable, voice_shares

from .builders import TEXTS, analysis, compare, empty, story

SIZES = (1, 2, 5, 12, 40)
WIDTHS = (320.0, 660.0, 1100.0)
IDS = [info.id for info in CHARTS]
SLACK = 1.5
"""Pixels a shape may stand over the edge: half a line's width and rounding."""


@cache
def told_by(outlets: int) -> Comparison:
    return story(outlets, reader=True)


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def box_of(text: Text) -> Box:
    """The ink of a text: x-height to base line, so that tight but readable lines do not count as overlapping."""
    wide = width_of(text.text, text.size, text.bold) * 0.98
    before = {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    if text.angle == -90.0:
        return Box(text.x - text.size * 0.6, text.y - wide + before, text.x, text.y + before)
    assert text.angle == 0.0, "other angles are not in use"
    return Box(text.x - before, text.y - text.size * 0.6, text.x - before + wide, text.y)


def extent(item: object) -> Box:
    match item:
        case Rect(x, y, width, height):
            return Box(x, y, x + width, y + height)
        case Line(x1, y1, x2, y2):
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        case Marker(x, y, size):
            return Box(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
        case Path(points):
            return Box(
                min(p[0] for p in points),
                min(p[1] for p in points),
                max(p[0] for p in points),
                max(p[1] for p in points),
            )
        case Text():
            return box_of(item)
    raise AssertionError(item)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("outlets", SIZES)
@pytest.mark.parametrize("info", CHARTS, ids=IDS)
def test_everything_stays_on_the_page_and_no_text_stands_on_another(
    info: ChartInfo, outlets: int, width: float
) -> None:
    scene = info.build(told_by(outlets), width, ChartOptions()).scene
    for item in scene.items:
        box = extent(item)
        assert box.left >= -SLACK, item
        assert box.top >= -SLACK, item
        assert box.right <= scene.width + SLACK, item
        assert box.bottom <= scene.height + SLACK, item
    texts = [item for item in scene.items if isinstance(item, Text)]
    for one, other in combinations(texts, 2):
        assert not box_of(one).overlaps(box_of(other)), (one.text, other.text)


@pytest.mark.parametrize("outlets", SIZES)
@pytest.mark.parametrize("info", CHARTS, ids=IDS)
def test_every_mark_opens_its_passages(info: ChartInfo, outlets: int) -> None:
    comparison = told_by(outlets)
    lengths = {a.article.id: len(a.document.text) for a in comparison.analyses}
    scene = info.build(comparison, 660.0, ChartOptions()).scene
    datums = [item.datum for item in scene.items if item.datum is not None]
    by_id = {datum.id: datum for datum in datums}
    for datum in datums:
        assert by_id[datum.id] == datum, "one id, one mark"
        assert render(datum.tooltip)
        if not datum.id.startswith("sentiment/"):  # A mean of 0 may have no sentence with sentiment behind it.
            assert datum.passages, datum.id
        for passage in datum.passages:
            assert 0 <= passage.span.start < passage.span.end <= lengths[passage.article]


@pytest.mark.parametrize("info", CHARTS, ids=IDS)
def test_the_table_behind_fits_its_columns(info: ChartInfo) -> None:
    made = info.build(told_by(5), 660.0, ChartOptions())
    assert made.table.columns
    for row, printed in zip(made.table.rows, made.table.printed(), strict=True):
        assert len(row) == len(made.table.columns) == len(printed)
    assert len(made.table.passages) in (0, len(made.table.rows))


@pytest.mark.parametrize("info", CHARTS, ids=IDS)
def test_nothing_found_is_said_in_words(info: ChartInfo) -> None:
    made = info.build(empty(), 500.0, ChartOptions())
    texts = [item.text for item in made.scene.items if isinstance(item, Text)]
    assert texts
    assert render(made.title)
    assert render(made.caption)
    if made.empty:
        assert " ".join(texts) in render(made.caption).replace("…", "")
        assert not made.scene.data


@pytest.mark.parametrize("info", CHARTS, ids=IDS)
def test_roles_are_in_both_palettes(info: ChartInfo) -> None:
    for item in info.build(told_by(12), 660.0, ChartOptions()).scene.items:
        assert palette("light")[item.role]
        assert palette("dark")[item.role]


@pytest.mark.parametrize("info", CHARTS, ids=IDS)
def test_building_twice_gives_the_same_chart(info: ChartInfo) -> None:
    assert info.build(told_by(5), 660.0, ChartOptions()) == info.build(told_by(5), 660.0, ChartOptions())


@pytest.mark.parametrize("size", [9.0, 12.0, 20.0])
@pytest.mark.parametrize("info", CHARTS, ids=IDS)
def test_the_font_size_is_honoured(info: ChartInfo, size: float) -> None:
    scene = info.build(told_by(5), 900.0, ChartOptions(size=size)).scene
    sizes = {item.size for item in scene.items if isinstance(item, Text)}
    assert sizes <= {size, round(size * 0.875, 2)}


def test_a_long_outlet_name_is_shortened_and_whole_in_its_tooltip() -> None:
    name = "The United Provinces Evening Chronicle and Commercial Advertiser"
    made = build_chart("voices", compare([analysis(name, TEXTS[0]), analysis("Post", TEXTS[1])]), 400.0)
    label = next(item for item in made.scene.items if isinstance(item, Text) and item.text.startswith("The United"))
    assert label.text.endswith("…")
    assert label.full == name


def test_voice_shares_are_the_words_of_the_documents() -> None:
    comparison = told_by(5)
    made = build_chart("voices", comparison, 660.0)
    for group, row in zip(comparison.groups, made.table.rows, strict=True):
        (one,) = [a for a in comparison.analyses if a.article.id in group.articles]
        assert row == (
            group.label,
            *(s.words for s in voice_shares(comparison)[group.key].values()),
            one.document.words,
        )


def test_the_naming_chart_fills_narrator_and_outlines_quotation() -> None:
    comparison = compare([analysis("A", TEXTS[0]), analysis("B", TEXTS[1])])
    made = build_chart("naming", comparison, 660.0, ChartOptions(subject="control of territory"))
    patterns = {i.datum.id: i.pattern for i in made.scene.items if isinstance(i, Rect) and i.datum is not None}
    assert patterns["naming/A/liberate/narrator"] == "solid"
    assert patterns["naming/A/liberate/quoted"] == "outline"
    assert patterns["naming/A/liberate/reported"] == "hatch"
    assert ("A", "liberated, liberation", 1, 1, 1) in made.table.rows


def test_many_variants_fold_into_a_last_column() -> None:
    comparison = told_by(5)
    row = comparison.naming[0]
    uses = next(cell.uses for cell in row.cells if cell.uses)
    crowded = tuple(replace(uses[0], variant=f"variant {i}", printed=(f"variant {i}",)) for i in range(20))
    cells = tuple(replace(cell, uses=crowded, opportunities=20) for cell in row.cells)
    made = build_chart("naming", replace(comparison, naming=(replace(row, cells=cells),)), 660.0)
    texts = [item.text for item in made.scene.items if isinstance(item, Text)]
    assert any(text.endswith("more") for text in texts)
    assert len(made.table.rows) == 20 * len(comparison.groups)


def test_stances_of_one_role_only_and_never_averaged() -> None:
    comparison = told_by(5)
    subject, label = roles(comparison)[0]
    made = build_chart("stance", comparison, 660.0, ChartOptions(subject=subject))
    assert label in render(made.title)
    counts = {
        row.group: sum(n for _, _, n in row.counts)
        for row in comparison.stances
        if f"{row.concept}:{row.role}" == subject
    }
    for group, row in zip(comparison.groups, made.table.rows, strict=True):
        assert sum(n for n in row[1:] if isinstance(n, int)) == counts.get(group.key, 0)


def test_a_scare_quote_counts_as_the_outlets_own_words() -> None:
    one = analysis("A", TEXTS[3])
    marks = tuple(replace(mark, voice=Voice.SCARE) for mark in one.marks)
    made = build_chart("framing_voices", compare([replace(one, marks=marks)]), 660.0)
    assert made.table.rows[0][1] == 1


def test_an_article_in_another_language_has_no_voices() -> None:
    made = build_chart("voices", compare([analysis("A", TEXTS[0], language="ar")]), 660.0)
    assert made.empty


@pytest.mark.parametrize(
    "id", ["voices", "framing", "framing_voices", "naming", "stance", "sources_kinds", "sources_cues"]
)
def test_what_is_not_read_is_a_dash_and_never_a_zero(id: str) -> None:
    made = build_chart(id, compare([analysis("A", TEXTS[0]), analysis("B", TEXTS[1], language="ar")]), 660.0)
    (unread,) = [row for row in made.table.printed() if row[0] == "B"] or [["B", "–"]]
    assert set(unread[1:]) == {"–"}
    labels = [item for item in made.scene.items if isinstance(item, Text)]
    (name,) = [item for item in labels if item.text == "B"]
    beside = [item.text for item in labels if item is not name and abs(item.y - name.y) < 2.0]
    assert beside == ["–"]


def chart_ids(made: Chart) -> set[str]:
    return {datum.id for datum in made.scene.data}


def test_marks_keep_their_ids_when_an_outlet_joins() -> None:
    before = chart_ids(build_chart("voices", compare([analysis("A", TEXTS[0])]), 660.0))
    after = chart_ids(build_chart("voices", compare([analysis("A", TEXTS[0]), analysis("B", TEXTS[1])]), 660.0))
    assert before <= after


class Counted(tuple[ArticleAnalysis, ...]):
    """Analyses that count how often somebody walks over them."""

    walks = 0

    def __iter__(self) -> Iterator[ArticleAnalysis]:
        Counted.walks += 1
        return super().__iter__()


def test_every_analysis_stands_in_its_group_in_the_comparisons_order() -> None:
    comparison = story(3, per_outlet=2)
    found = by_group(comparison)
    assert {key: tuple(a.article.id for a in some) for key, some in found.items()} == {
        group.key: tuple(a.article.id for a in comparison.analyses if a.article.id in group.articles)
        for group in comparison.groups
    }
    assert measurable(comparison) == {group.key for group in comparison.groups}


@pytest.mark.parametrize("id", IDS)
def test_more_groups_do_not_mean_more_walks_over_the_articles(id: str) -> None:
    walks = []
    for outlets in (5, 12):
        comparison = told_by(outlets)
        Counted.walks = 0
        build_chart(id, replace(comparison, analyses=Counted(comparison.analyses)), 660.0)
        walks.append(Counted.walks)
    assert walks[0] == walks[1]
