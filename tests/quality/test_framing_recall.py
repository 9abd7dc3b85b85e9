"""Coded stretches are found at their places, and touched where a finding overlaps them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from analysis.model import Span

from .framing_corpus import articles
from .framing_recall import Coded, basil_spans, covered, main, newswcl50_codes, share

FIRST = "The army liberated the town."
SECOND = "Militants stormed the hall. Militants fled."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "newswcl50/1-raw-articles/event_0").mkdir(parents=True)
    (tmp_path / "newswcl50/1-raw-articles/event_0/0_L.txt").write_text(f"{FIRST}\n\n{SECOND}", "utf-8")
    columns = ("code_type", "code_name", "code_mention", "event_id", "publisher_id")
    rows = [
        ("PROPERTY", "Power", "liberated the town", "0", "L"),
        ("PROPERTY", "Calm", "the hall", "0", "L"),
        ("ACTOR", "Band", "Militants", "0", "L"),  # twice in the article: which one is coded, nobody knows
        ("ACTOR", "Band", "Militants", "7", "L"),  # an article that is not there
    ]
    with (tmp_path / "newswcl50/Annotations.csv").open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([columns, *rows])
    for folder, name, found in (
        ("articles", "a_1.json", {"title": "A day in Korva", "body-paragraphs": [[FIRST], SECOND.split("  ")]}),
        (
            "annotations",
            "a_1_ann.json",
            {
                "phrase-level-annotations": [
                    {"id": "p1", "bias": "lex", "txt": "Militants stormed", "quote": "no"},
                    {"id": "p0", "bias": "lex", "txt": "the town", "quote": "yes"},
                    {"id": "p0", "bias": "inf", "txt": "The army", "quote": "no"},
                    {"id": "title", "bias": "lex", "txt": "Korva", "quote": "no"},
                ]
            },
        ),
    ):
        (tmp_path / "basil" / folder).mkdir(parents=True)
        (tmp_path / "basil" / folder / name).write_text(json.dumps(found), "utf-8")
    return tmp_path


def test_a_code_counts_where_its_place_is_sure(corpus: Path) -> None:
    texts = {one.id: one.text for one in articles(corpus)}
    found = {(c.code, c.span.of(texts[c.article])) for c in newswcl50_codes(corpus / "newswcl50", texts)}
    assert found == {("PROPERTY/Power", "liberated the town"), ("PROPERTY/Calm", "the hall")}


def test_lexical_spans_stand_in_their_sentence(corpus: Path) -> None:
    texts = {one.id: one.text for one in articles(corpus)}
    found = {(c.code, c.span.of(texts[c.article])) for c in basil_spans(corpus / "basil", texts)}
    assert found == {("in the outlet's own words", "Militants stormed"), ("in a quotation", "the town")}


def test_a_stretch_is_touched_where_a_finding_overlaps_it() -> None:
    coded = [Coded("a", Span(0, 5), "x"), Coded("a", Span(5, 9), "x"), Coded("b", Span(0, 5), "y")]
    found = share([*coded, coded[0]], {"a": [Span(1, 2), Span(3, 5)]})
    assert (found.touched, found.n, dict(found.codes)) == (1, 3, {"x": [1, 2], "y": [0, 1]})


def test_the_words_that_findings_touch(corpus: Path) -> None:
    (one,) = articles(corpus, ["newswcl50"])
    found = covered([one], {one.id: [Span(4, 8), Span(9, 18)]})
    assert (found.touched, found.n) == (2, 11)


def test_the_command_prints_shares_with_their_n(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(corpus) == 0
    printed = capsys.readouterr().out
    assert "coded stretches that a finding touches" in printed
    assert "1/2 = 0.500" in printed
