"""The JSON others build on: valid by its schema, the same bytes whatever the order, offsets that point at the words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from analysis.messages import message
from analysis.model import Anchor, Comparison, CueStance, Decision, Difference, Dimension, SpeakerKind, Verdict, Voice
from analysis.output.json import analysis_json, comparison_json, dumps, encode, schema

from .builders import TEXTS, analysis, compare, empty, story

REGISTRY = Registry().with_resources(
    (f"{name}.json", Resource.from_contents(schema(name.replace("-", "/"))))
    for name in ("parallax.analysis-1", "parallax.comparison-1")
)


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), registry=REGISTRY)


def decided(comparison: Comparison) -> Comparison:
    """The comparison with everything that the other parts of the engine may put into it."""
    statement = comparison.statements[0]
    different = replace(statement, differences=(Difference("number", ((statement.members[0].article, "14"),)),))
    decision = Decision(Verdict.REJECT, "ab" * 32, "framing:0-3:x", Anchor("town", "the ", " is"), "no", "A. Reader")
    return replace(
        comparison,
        statements=(different, *comparison.statements[1:]),
        provenance=replace(comparison.provenance, decisions=(decision,)),
        notes=(message("comparison.note.one_group"),),
    )


@pytest.mark.parametrize("name", ["parallax.analysis/1", "parallax.comparison/1"])
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    "make",
    [lambda: story(5), empty, lambda: decided(story(3)), lambda: story(2, 3)],
    ids=["5", "none", "decided", "2x3"],
)
def test_comparisons_and_their_articles_follow_the_schema(make: Callable[[], Comparison]) -> None:
    made = json.loads(encode(comparison_json(make())))
    assert not [error.message for error in validator("parallax.comparison/1").iter_errors(made)]
    for article in made["articles"]:
        assert not [error.message for error in validator("parallax.analysis/1").iter_errors(article)]


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("sentences", 0, "voice"), "scare"),
        (("sentences", 0, "compound"), 1.5),
        (("attributions", 0, "speaker_kind"), "politician"),
        (("attributions", 0, "content", 0), [3]),
        (("framing", 0, "dimension"), "tone"),
        (("framing", 0, "stance"), {"agent": 3}),
        (("article", "sections", 0, "kind"), "footer"),
        (("article", "words"), -1),
        (("schema",), "parallax.analysis/2"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(where: tuple[str | int, ...], value: object) -> None:
    made = json.loads(dumps(analysis_json(analysis("A", TEXTS[0]))))
    inner = made
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    assert list(validator("parallax.analysis/1").iter_errors(made))


@pytest.mark.parametrize(
    ("name", "path", "members"),
    [
        ("framing", ("dimension",), Dimension),
        ("attribution", ("cue_stance",), CueStance),
    ],
)
def test_enumerations_are_the_closed_lists_of_the_model(name: str, path: tuple[str, ...], members: type) -> None:
    found = schema("parallax.analysis/1")["$defs"][name]["properties"]
    for step in path:
        found = found[step]
    assert found["enum"] == [str(m) for m in members]


def test_every_kind_of_speaker_is_in_the_schema() -> None:
    kinds = schema("parallax.analysis/1")["$defs"]["attribution"]["properties"]["speaker_kind"]["enum"]
    assert set(kinds) == {*map(str, SpeakerKind), None}


def test_the_keys_are_those_of_the_contract() -> None:
    made = analysis_json(analysis("A", TEXTS[0]))
    assert list(made) == [
        "schema", "article", "sentences", "attributions", "framing", "loaded_words", "actors", "agency", "measures",
    ]  # fmt: skip
    assert {"id", "outlet", "title", "byline", "published", "dateline", "language", "words", "source", "sha256",
            "text_sha256", "text", "sections"} <= set(made["article"])  # fmt: skip
    assert {"start", "end", "exact", "concept", "variant", "dimension", "stance", "referent", "voice", "attribution",
            "why", "why_key"} <= set(made["framing"][0])  # fmt: skip
    assert {"articles", "groups", "naming", "statements", "quotes", "wire", "sources", "wording", "measures",
            "provenance"} <= set(comparison_json(story(2)))  # fmt: skip


def test_offsets_point_at_the_words() -> None:
    made = analysis_json(analysis("A", TEXTS[0]))
    text = made["article"]["text"]
    assert [text[f["start"] : f["end"]] for f in made["framing"]] == [f["exact"] for f in made["framing"]]
    first = made["framing"][0]
    assert (first["exact"], first["voice"], first["stance"]) == ("liberated", str(Voice.QUOTED), {"agent": 2})
    (start, end), *_ = made["attributions"][first["attribution"]]["source"]
    assert text[start:end] == "the army"


def test_an_article_in_another_language_has_no_scores() -> None:
    made = analysis_json(analysis("A", TEXTS[0], language="ar"))
    assert {s["compound"] for s in made["sentences"]} == {None}


def test_the_same_bytes_whatever_the_order_of_the_articles() -> None:
    made = [analysis(name, text) for name, text in zip("ABC", TEXTS, strict=False)]
    one, other = (encode(comparison_json(compare(some))) for some in (made, made[::-1]))
    assert one == other


def test_floats_are_rounded_and_never_negative_zero_or_not_a_number() -> None:
    assert dumps({"a": 0.1 + 0.2, "b": -0.0, "c": [1e-9, 2]}) == '{"a":0.3,"b":0.0,"c":[0.0,2]}'
    with pytest.raises(ValueError, match="JSON compliant"):
        dumps({"a": float("nan")})


def test_letters_stay_letters_and_half_a_surrogate_pair_stays_json() -> None:
    assert encode({"a": "Я 中 ع"}) == '{"a":"Я 中 ع"}\n'.encode()
    assert json.loads(encode({"a": "\ud800"})) == {"a": "\ud800"}


def test_voices_of_sentences_are_those_that_the_measures_count() -> None:
    comparison = story(5)
    found = comparison_json(comparison)
    for group in comparison.groups:
        (article,) = [a for a in found["articles"] if a["article"]["id"] in group.articles]
        for voice in ("narrator", "quoted", "reported", "mixed"):
            scores = [s["compound"] for s in article["sentences"] if s["voice"] == voice]
            (measure,) = [
                m
                for m in found["measures"]
                if m["name"] == "sentiment_mean" and m["dimensions"] == {"group": group.key, "voice": voice}
            ]
            assert measure["n"] == len(scores)
            assert measure["value"] == (pytest.approx(sum(scores) / len(scores)) if scores else None)
