"""What the Reader adds to the outputs: there with its figures, absent without it, never a zero in its place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from analysis.model import ActForm, ArticleAnalysis, Comparison, MarkKind, Voice
from analysis.output.acts import acts_of
from analysis.output.charts import build_chart, toward
from analysis.output.json import analysis_json, comparison_json, encode, schema
from analysis.output.report.compose import compose
from analysis.output.report.html import html
from analysis.output.report.outline import (
    Bullets,
    Concordance,
    Element,
    Emphasis,
    Heading,
    Outline,
    Paragraph,
    Profile,
)
from analysis.output.report.reader import loaded
from analysis.output.tables import tables
from analysis.reading.scores import sentence_scores
from analysis.thresholds import TOWARD_MEAN
from tests.told import DOUBTFUL, SURE, read

from .builders import TEXTS, analysis, compare, story

SECTIONS = ("Acts of force and harm", "Loaded language")


@cache
def told() -> Comparison:
    return story(3, reader=True)


def lamp() -> ArticleAnalysis:
    return read(analysis("The Lamp", TEXTS[2]))


def headings(outline: Outline) -> list[str]:
    return [e.text for e in outline.elements if isinstance(e, Heading) and e.level == 1]


def methods(outline: Outline) -> str:
    return " ".join(point for e in outline.elements if isinstance(e, Bullets) for point in e.items)


# --------------------------------------------------------------------------- JSON


def test_what_the_reader_says_follows_the_schema() -> None:
    registry = Registry().with_resources(
        (f"{name}.json", Resource.from_contents(schema(name.replace("-", "/"))))
        for name in ("parallax.analysis-1", "parallax.comparison-1")
    )
    made = json.loads(encode(comparison_json(told())))
    checks = [("parallax.comparison/1", made), *(("parallax.analysis/1", one) for one in made["articles"])]
    for name, value in checks:
        validator = Draft202012Validator(schema(name), registry=registry)
        assert not [error.message for error in validator.iter_errors(value)]


def test_every_form_of_an_act_is_in_the_schema() -> None:
    assert schema("parallax.analysis/1")["$defs"]["agency"]["properties"]["form"]["enum"] == [str(f) for f in ActForm]


def test_sentences_words_acts_and_actors_carry_the_readers_figures() -> None:
    made = analysis_json(lamp())
    text = made["article"]["text"]
    loaded = [s for s in made["sentences"] if "regime" in text[s["start"] : s["end"]]]
    assert [(s["loaded"], s["valence"]) for s in loaded] == [(pytest.approx(SURE), -0.5)]
    assert {round(s["loaded"], 6) for s in made["sentences"]} == {SURE, DOUBTFUL}
    word = next(w for w in made["loaded_words"] if w["exact"] == "regime")
    assert [f["exact"] for f in made["framing"] if f["id"] in word["framing"]] == ["regime"]
    assert next(w for w in made["loaded_words"] if w["exact"] == "horror")["framing"] == []
    seized = next(a for a in made["agency"] if text[slice(*a["act"])] == "seized")
    assert (seized["form"], [text[slice(*s)] for s in seized["actor"]]) == ("active", ["The regime"])
    actor = next(a for a in made["actors"] if a["name"] == "regime")
    assert actor["sentiment"] is None or -1 <= actor["sentiment"] <= 1
    assert (actor["sentiment"] is None) == (len(actor["mentions"]) < TOWARD_MEAN)
    assert actor["sentiment_by_voice"] == {"narrator": actor["sentiment"], "quoted": None, "reported": None}


def test_without_a_reader_nothing_is_a_zero() -> None:
    made = analysis_json(analysis("The Lamp", TEXTS[2]))
    assert {(s["valence"], s["loaded"]) for s in made["sentences"]} == {(None, None)}
    assert made["loaded_words"] == made["agency"] == []


# --------------------------------------------------------------------------- tables and charts


def test_tables_hold_a_row_per_word_and_act() -> None:
    comparison = told()
    found = {named.name: named.table for named in tables(comparison)}
    kinds = {"loaded_words": MarkKind.LOADED, "agency": MarkKind.AGENCY}
    for name, kind in kinds.items():
        assert len(found[name].rows) == sum(len(a.of_kind(kind)) for a in comparison.analyses) > 0


def test_the_charts_count_every_act_and_every_loaded_word_once() -> None:
    comparison = told()
    acts = build_chart("agency", comparison, 660.0).table
    assert sum(n for row in acts.rows for n in row[1:5]) == len(acts_of(comparison))  # type: ignore[misc]
    actors = build_chart("agency_actors", comparison, 660.0).table
    assert sum(row[2] for row in actors.rows) == len(acts_of(comparison))  # type: ignore[misc]
    words = build_chart("loaded", comparison, 660.0).table
    marked = sum(len(a.of_kind(MarkKind.LOADED)) for a in comparison.analyses)
    assert sum(n for row in words.rows for n in row[1:4]) == marked  # type: ignore[misc]


def test_a_title_before_a_name_makes_nobody_else() -> None:
    some = [read(analysis("A", "Mayor Mira Doll seized it.\n")), read(analysis("B", "Mira Doll seized the road.\n"))]
    assert {act.actor for act in acts_of(compare(some))} == {"Mira Doll"}


def test_an_actor_is_spelled_alike_in_every_outlet() -> None:
    some = [read(analysis("A", "The army seized the town.\n")), read(analysis("B", "ARMY seized the town.\n"))]
    assert {act.actor for act in acts_of(compare(some))} == {"army"}


# --------------------------------------------------------------------------- the report


def test_the_report_has_sections_passages_and_methods_of_the_reader() -> None:
    outline = compose(told())
    assert set(SECTIONS) <= set(headings(outline))
    looks = [run for e in outline.elements if isinstance(e, Concordance) for _, runs in e.rows for run in runs]
    assert any(run.emphasis is Emphasis.STRONG and run.text == "seized" for run in looks)
    assert any(run.loaded and run.text == "horror" for run in looks)
    assert "US outlets" in methods(outline)
    assert "calibrated probability of 60\u202f%" in methods(outline)
    said = " ".join(e.text for e in outline.elements if isinstance(e, Paragraph))
    assert "The Reader marks 5 words; where 2 of them stand, a framing lexicon lists a term too." in said
    assert '<mark class="strong">seized</mark>' in html(outline)


def test_the_report_counts_the_sentences_that_no_single_word_loads() -> None:
    one = read(analysis("A", "A terrible panic broke out. The army left.\n"))
    assert one.document.reading is not None
    faint = replace(one.document.reading, loaded_words=one.document.reading.loaded_words / 5)
    whole = replace(one, scores=sentence_scores(replace(one.document, reading=faint)))
    said = {
        name: texts(loaded(compare([some]), Profile.FULL, "en")) for name, some in (("a word", one), ("none", whole))
    }
    assert "as a whole" not in said["a word"]
    assert "In 1 of 1 loaded sentences no single word stands out" in said["none"]


def texts(elements: Iterable[Element]) -> str:
    return " ".join(e.text for e in elements if isinstance(e, Paragraph))


def test_a_report_of_rules_only_says_so_and_has_none_of_these_sections() -> None:
    outline = compose(story(3))
    assert not set(SECTIONS) & set(headings(outline))
    assert "found by rules only" in methods(outline)


def test_sentiment_toward_actors_stands_in_no_report_and_no_table() -> None:
    comparison = told()
    assert toward.rows(comparison)
    assert "Sentiment toward actors" not in html(compose(comparison))
    for each in tables(comparison):
        assert "toward" not in each.name
        assert not any("toward" in str(cell) for row in each.table.rows for cell in row[:1])


def test_the_handout_stays_two_pages_long() -> None:
    assert not set(SECTIONS) & set(headings(compose(told(), Profile.HANDOUT)))


def test_a_word_in_somebody_elses_mouth_counts_in_their_voice() -> None:
    one = read(analysis("A", "{s:the army} {c:said} {q:“the regime [seized|seize] it”}.\nIt was horror.\n"))
    row = build_chart("loaded", compare([one]), 660.0).table.rows[0]
    assert row[1:4] == (1, 1, 0)
    assert {m.voice for m in one.of_kind(MarkKind.AGENCY)} == {Voice.QUOTED}
