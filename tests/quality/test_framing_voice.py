"""The program's voice agrees with that of blind coders as often as it did when this was written."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from analysis.model import Span, Voice
from analysis.reading import reader

from .framing_corpus import articles
from .framing_voice import COLUMNS, Coded, Judged, agreement, baseline, coded_places, judged, main, part_of, report


def test_every_coded_place_stands_once_and_without_text() -> None:
    places = coded_places()
    assert len({(one.sample, one.number) for one in places}) == len(places) == 900
    assert {one.voice for one in places} <= set(Voice)
    assert len(part_of(places, "tuned")) == 750
    assert {one.number % 2 for one in part_of(places, "held")} == {1}


def test_the_report_counts_each_voice_against_ours() -> None:
    place = Coded("third", 1, "babe/x", Span(0, 3), Voice.REPORTED)
    found = [Judged(place, Voice.REPORTED, "[[Xyz]]"), Judged(place, Voice.NARRATOR, "[[Xyz]]")]
    assert agreement(found).precision == 0.5
    row = next(line for line in report(found).splitlines() if line.startswith("reported"))
    assert sorted(row.split()[1:5]) == ["0", "0", "1", "1"]
    assert row.endswith("1/2 = 0.500  (95 % 0.095 to 0.905)")


def test_the_narrator_taken_for_every_place_stands_beside_each_share() -> None:
    voices = (Voice.NARRATOR, Voice.NARRATOR, Voice.QUOTED)
    coded = [Coded("new", i, "babe/x", Span(0, 3), voice, "island" if i else "") for i, voice in enumerate(voices)]
    found = [Judged(one, Voice.QUOTED, "[[Xyz]]") for one in coded]
    assert baseline(found).precision == pytest.approx(2 / 3)
    lines = report(found).splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["all", "new", "island"]
    assert " 1/3 = 0.333 " in lines[0]
    assert lines[0].endswith("always narrator 2/3 = 0.667")
    assert lines[2].endswith("always narrator 1/2 = 0.500")


def test_another_list_is_read_with_its_groups(tmp_path: Path) -> None:
    listed = tmp_path / "coded.csv"
    listed.write_text("sample,id,article,offset,length,group,voice\nnew,1,babe/x,4,3,island,Scare\n", "utf-8")
    assert coded_places(listed) == [Coded("new", 1, "babe/x", Span(4, 7), Voice.SCARE, "island")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sample,id,article,offset\n", "no column length, voice"),
        ("sample,id,article,offset,length,voice\nnew,1,babe/x,4,3,loud\n", "line 2"),
        ("sample,id,article,offset,length,voice\nnew,1,babe/x\n", "line 2"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    listed = tmp_path / "coded.csv"
    listed.write_text(text, "utf-8")
    with pytest.raises(SystemExit):
        main(["--file", str(listed)])
    assert said in capsys.readouterr().err


def test_places_of_news_and_of_single_words_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {"title": "A day in Korva", "text": "A day in Korva\n\nThe army liberated the town."}
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(told))
    (tmp_path / "worldwide_ner").mkdir()
    words = (
        "# doc = ko_1",
        "http://korva.example\tO",
        "",
        *(f"{w}\tO" for w in "“ The regime fell , ” Orr said .".split()),
    )
    (tmp_path / "worldwide_ner" / "train.tsv").write_text("\n".join(words), "utf-8")
    listed = tmp_path / "coded.csv"
    rows = ("new,1,news/1,25,9,narrator", "new,2,worldwide_ner/ko_1,5,6,quoted", "new,3,elsewhere/1,0,3,quoted")
    listed.write_text("\n".join((",".join(COLUMNS), *rows)), "utf-8")
    texts = {one.id: one.text for one in articles(tmp_path, ["news", "worldwide_ner"])}
    assert [one.span.of(texts[one.article]) for one in coded_places(listed)[:2]] == ["liberated", "regime"]
    assert main(["--rules", "--file", str(listed), "--data", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "2/2 = 1.000" in printed
    assert printed.rstrip().endswith(f"without their article under {tmp_path}: 1")


@pytest.mark.data
@pytest.mark.slow
def test_agreement_with_the_coders_does_not_fall(shared_data: Path) -> None:
    with reader.use(None):
        found = list(judged(coded_places(), shared_data))
    assert len(found) == 900
    score = agreement(found).precision
    assert score is not None
    assert score >= FLOOR


FLOOR = 0.95
"""Little more than a point below what the rules alone reach, 867 of 900."""
