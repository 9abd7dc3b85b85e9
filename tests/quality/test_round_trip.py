"""The table of losses counts what it says, on a story written for it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.model import Article
from analysis.sources import read_text
from tests.exporters import FORMATS
from tests.exporters.sample import STORY

from .losses import Losses, Written, matched, names_of, words
from .round_trip import details, line, main, round_trip

WRITTEN = [Written(item) for item in STORY]


def read(text: str) -> Article:
    (article,) = read_text(text).articles
    return article


def test_words_are_compared_without_case_marks_and_invisible_signs() -> None:
    assert words("“Don’t” — DO\u200bn't, ﬁne") == {"don": 2, "t": 2, "fine": 1}
    assert names_of("By Ada Brandt and Jon Ek") == names_of("ADA BRANDT, JON EK")


def test_an_article_that_comes_back_whole_has_lost_and_added_nothing() -> None:
    trips, left = matched(WRITTEN[:1], [read(STORY[0].text)])

    assert (trips[0].lost, trips[0].added, left) == ({}, {}, [])


def test_a_paragraph_that_is_cut_or_joined_does_not_come_back_whole() -> None:
    losses = Losses()
    losses.add(WRITTEN[:1], [read(STORY[0].text.replace("; the council", ".\n\nThe council"))])

    assert losses.trips[0].lost == {}
    assert round(losses.whole) == 50


def test_furniture_of_the_text_itself_is_no_loss() -> None:
    text = f"{STORY[0].text}\n\nADVERTISEMENT\n\n{STORY[2].text}"
    written = Written(replace(STORY[0], text=text))

    trips, _ = matched([written], [read(text.replace("ADVERTISEMENT\n\n", ""))])

    assert (trips[0].lost, trips[0].added) == ({}, {})
    assert written.furniture == {"advertisement": 1}


def test_each_item_gets_the_article_with_most_of_its_words_and_what_is_left_is_surplus() -> None:
    longer = read(STORY[1].text + "\n\nCrews will work through the night.")
    other = read("Rain is expected over the northern valleys until Friday. Rivers may rise further.")

    trips, left = matched(WRITTEN[:2], [other, longer])

    assert trips[0].read is None
    assert trips[1].read is longer
    assert dict(trips[1].added) == {"crews": 1, "will": 1, "work": 1, "through": 1, "night": 1, "the": 1}
    assert left == [other]


def test_a_file_read_as_one_article_is_none_of_those_in_it() -> None:
    even = [replace(STORY[0], text=" ".join(f"{name}{i}" for i in range(60))) for name in ("a", "b", "c")]

    trips, left = matched([Written(item) for item in even], [read("\n\n".join(item.text for item in even))])

    assert [trip.read for trip in trips] == [None] * 3
    assert len(left) == 1


def test_words_of_an_article_not_read_are_lost() -> None:
    losses = Losses()
    losses.add(WRITTEN[:1], [])

    assert losses.per_mille == (1000.0, 0.0)
    assert line("x", losses).startswith("x | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1000.0 | 0.0 | 0.0 | Cranes fall")
    assert list(details(losses)) == ["  not read: The Lindmark Post: Cranes fall into harbour; “nobody hurt”"]


def test_a_table_of_articles_comes_back() -> None:
    losses = round_trip(FORMATS["csv"], [WRITTEN])

    assert [losses.count(name) for name in ("outlet", "title", "date")] == [3, 3, 3]
    assert losses.surplus == []


def test_the_script_prints_a_line_for_each_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"source": i.outlet, "title": i.title, "date": i.date, "authors": i.authors, "topic": i.topic, "url": i.url,
         "text": i.text} for i in STORY
    ]  # fmt: skip
    (tmp_path / "000.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    assert main(["--stories", str(tmp_path), "--only", "csv", "--only", "html"]) == 0

    said, *table = capsys.readouterr().out.splitlines()
    assert said.startswith("3 articles, ")
    assert [line.partition(" |")[0] for line in table] == ["format", "csv", "html"]
    assert main(["--stories", str(tmp_path / "none")]) == 1
