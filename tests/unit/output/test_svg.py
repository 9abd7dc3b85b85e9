"""A scene as SVG: well-formed whatever the texts, a title on every mark, colours from the palette alone."""

from __future__ import annotations

import re
from functools import cache

import pytest
from defusedxml.ElementTree import fromstring

from analysis.messages import message
from analysis.model import Comparison
from analysis.output.charts import CHARTS, ChartInfo, ChartOptions, Datum, Scene, palette, svg
from analysis.output.charts.scene import Line, Marker, Path, Pattern, Rect, Shape, Text
from analysis.output.text import shown

from .builders import story

SVG = "{http://www.w3.org/2000/svg}"


@cache
def five() -> Comparison:
    return story(5)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("info", CHARTS, ids=[info.id for info in CHARTS])
def test_only_colours_of_the_palette_and_a_title_on_every_mark(info: ChartInfo, name: str) -> None:
    colours = palette(name)
    scene = info.build(five(), 660.0, ChartOptions()).scene
    text = svg(scene, colours, "Chart")
    assert set(re.findall(r"#[0-9a-fA-F]{6}", text)) <= set(colours.colours.values())
    marked = [e for e in fromstring(text).iter() if e.get("data-mark")]
    assert {e.get("data-mark") for e in marked} == {datum.id for datum in scene.data}
    assert all(e.find(f"{SVG}title").text for e in marked)


@pytest.mark.parametrize(
    "text", ["<script>", "a & b", 'say "x"', "]]>", "\x00\x0b\ud800", "\uffff", "\U0001f600", "العربية 中文 Я"]
)
def test_hostile_texts_are_text(text: str) -> None:
    datum = Datum(text, message("output.tip.sentence", outlet=text, value="0"))
    scene = Scene(100, 50, (Text(0, 10, text, 12, datum=datum), Rect(0, 0, 5, 5, "ink", datum=datum)))
    root = fromstring(svg(scene, palette(), text).encode("utf-8"))
    drawn = "".join(root.find(f"{SVG}text").itertext())
    assert drawn.endswith(shown(text))


def test_every_shape_and_pattern_is_drawn() -> None:
    datum = Datum("d", message("output.tip.sentence", outlet="A", value="0"))
    items = (
        *(Rect(0, 0, 9, 9, "presence", pattern, 1.0, datum) for pattern in Pattern),
        *(Marker(5, 5, 8, "presence", shape, Pattern.HATCH) for shape in Shape),
        Line(0, 0, 9, 9, "line", dashed=True),
        Path(((0, 0), (4, 4), (9, 0)), "ink"),
    )
    root = fromstring(svg(Scene(10, 10, items), palette()))
    tags = [e.tag.removeprefix(SVG) for e in root]
    assert tags.count("polyline") == 1
    assert tags.count("circle") == 1
    assert tags.count("polygon") == 3
    assert tags.count("line") == 1
    assert root.find(f"{SVG}line").get("stroke-dasharray")
    references = set(re.findall(r"url\(#([^)]+)\)", svg(Scene(10, 10, items), palette())))
    assert references == {e.get("id") for e in root.find(f"{SVG}defs")}


def test_two_pictures_on_a_page_share_no_id() -> None:
    scene = Scene(10, 10, (Rect(0, 0, 9, 9, "presence", Pattern.HATCH),))
    ids = [re.findall(r'id="([^"]+)"', svg(scene, palette(), prefix=prefix)) for prefix in ("a-", "b-")]
    assert not set(ids[0]) & set(ids[1])
