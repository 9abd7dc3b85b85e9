"""An outlet keeps its colour and letter while it is in the story, whatever else comes and goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model import Article, Comparison, Provenance
from analysis.output.charts import ChartOptions, build_chart, outlet_role
from analysis.output.charts.scene import Rect
from gui import commands
from gui.session import Session
from gui.state import Story
from gui.widgets.groups import group_index
from tests.unit.output.builders import story

from .conftest import article, plain_analysis, plain_comparison


def compared(articles: list[Article], by: str = "outlet", labels: dict[str, str] | None = None) -> Comparison:
    """Return the comparison of these articles; grouped by another column with these labels by article."""
    found = [replace(a, outlet=(labels or {}).get(a.id, a.outlet)) for a in articles]
    made = plain_comparison([plain_analysis(a) for a in sorted(found, key=lambda a: a.label)])
    return replace(made, provenance=Provenance("test", (), None, (), (("group_by", by),), ()))


def show(session: Session, *names: str) -> dict[str, int]:
    """Make these the story's articles, compared; return the number of each."""
    session.set_story(Story(tuple(article(name) for name in names), tuple(names)))
    before = numbers(session)
    session.set_comparison(compared(list(session.articles)))
    assert numbers(session) == before, "the comparison changed what was shown before it"
    return before


def numbers(session: Session) -> dict[str, int]:
    return {a.id: group_index(session, a.id) for a in session.articles}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["CB"], {"B": 0, "C": 1}),
        (["CB", "CBA"], {"B": 0, "C": 1, "A": 2}),
        (["CBA", "CA"], {"A": 0, "C": 2}),
        (["CBA", "CA", "CAB"], {"A": 0, "B": 1, "C": 2}),
        (["CBA", "CA", "CAD"], {"A": 0, "D": 1, "C": 2}),
        (["CBA", "", "CB"], {"B": 0, "C": 1}),
    ],
    ids=["by name", "one more", "one gone", "and back", "another in its place", "a new story"],
)
def test_who_is_shown_keeps_its_number(session: Session, steps: list[str], expected: dict[str, int]) -> None:
    for names in steps:
        found = show(session, *names)
    assert found == expected


def test_an_outlet_left_out_of_the_comparison_takes_no_number_from_the_others(session: Session) -> None:
    show(session, "A", "B", "C")
    commands.set_scope(session, ("B", "C"))
    session.set_comparison(compared([a for a in session.articles if a.id != "A"]))
    assert numbers(session) == {"A": 0, "B": 1, "C": 2}


def test_an_outlet_that_is_renamed_keeps_its_number(session: Session) -> None:
    show(session, "A", "B", "C")
    session.set_story(session.state.story.with_edited({"A": replace(article("A"), outlet="Zebra")}))
    assert numbers(session)["A"] == 0


def test_groups_of_another_column_have_numbers_of_their_own(session: Session) -> None:
    show(session, "A", "B", "C")
    session.set_comparison(compared(list(session.articles), "lean", {"A": "right", "B": "left", "C": "right"}))
    assert numbers(session) == {"A": 1, "B": 0, "C": 1}
    session.set_comparison(compared(list(session.articles)))
    assert numbers(session) == {"A": 0, "B": 1, "C": 2}


def test_charts_have_the_colours_that_the_window_gave() -> None:
    comparison = story(3)
    moved = tuple((group.key, 5 + i) for i, group in enumerate(comparison.groups))
    for options, first in ((ChartOptions(), 0), (ChartOptions(places=moved), 5)):
        chart = build_chart("keyness", comparison, 660.0, options)
        used = {item.role for item in chart.scene.items if isinstance(item, Rect)}
        assert used
        assert used <= {outlet_role(first + i) for i in range(len(comparison.groups))}
