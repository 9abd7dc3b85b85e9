"""The table of losses counts what it says, on a story written for it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.sources import read_text
from tests.exporters import FORMATS
from tests.exporters.sample import STORY

from .round_trip import Row, details, line, main, matched, names_of, round_trip, words


def read(text: str):
    (article,) = read_text(text).articles
    return article


def test_words_are_compared_without_case_marks_and_invisible_signs() -> None:
    assert words("“Don’t” — DO\u200bn't, ﬁne") == {"don": 2, "t": 2, "fine": 1}
    assert names_of("By Ada Brandt and Jon Ek") == names_of("ADA BRANDT, JON EK")


def test_an_article_that_comes_back_whole_has_lost_and_added_nothing() -> None:
    trips, left = matched(STORY[:1], [read(STORY[0].text)])

    assert (trips[0].lost, trips[0].added, left) == ({}, {}, [])


def test_each_item_gets_the_article_with_most_of_its_words_and_what_is_left_is_surplus() -> None:
    longer = read(STORY[1].text + "\n\nCrews will work through the night.")
    other = read("Rain is expected over the northern valleys until Friday. Rivers may rise further.")

    trips, left = matched(STORY[:2], [other, longer])

    assert trips[0].read is None
    assert trips[1].read is longer
    assert dict(trips[1].added) == {"crews": 1, "will": 1, "work": 1, "through": 1, "night": 1, "the": 1}
    assert left == [other]


def test_a_file_read_as_one_article_is_none_of_those_in_it() -> None:
    even = [replace(STORY[0], text=" ".join(f"{name}{i}" for i in range(60))) for name in ("a", "b", "c")]

    trips, left = matched(even, [read("\n\n".join(item.text for item in even))])

    assert [trip.read for trip in trips] == [None] * 3
    assert len(left) == 1


def test_words_of_an_article_not_read_are_lost() -> None:
    row = Row()
    row.add(STORY[:1], [])

    assert row.per_mille == (1000.0, 0.0)
    assert line("x", row).startswith("x | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1000.0 | 0.0 | Cranes fall")
    assert list(details(row)) == ["  not read: The Lindmark Post: Cranes fall into harbour; “nobody hurt”"]


def test_a_table_of_articles_comes_back() -> None:
    row = round_trip(FORMATS["csv"], [STORY])

    assert [row.count(name) for name in ("outlet", "title", "date")] == [3, 3, 3]
    assert row.surplus == 0


def test_the_script_prints_a_line_for_each_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"source": i.outlet, "title": i.title, "date": i.date, "authors": i.authors, "topic": i.topic, "url": i.url,
         "text": i.text} for i in STORY
    ]  # fmt: skip
    (tmp_path / "000.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    assert main(["--stories", str(tmp_path), "--only", "csv", "--only", "html"]) == 0

    assert [line.partition(" |")[0] for line in capsys.readouterr().out.splitlines()] == ["format", "csv", "html"]
    assert main(["--stories", str(tmp_path / "none")]) == 1
