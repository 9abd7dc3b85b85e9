"""The hand-written passages can be read, cover what they must, and are scored as their docstrings say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.messages import message
from analysis.model import Attribution, CueStance, Form, Span, Speaker, SpeakerKind

from .reader_gold import (
    CoreferenceCase,
    GoldAttribution,
    GoldError,
    Part,
    Passage,
    Way,
    coreference_cases,
    passages,
    place,
    places,
)
from .reader_gold_score import same_name, score_attributions, score_coreference, speaker_at, trimmed

WHY = message("attribution.test")
TEXT = "The mayor said that the ferry was late. He denied it twice."


def gold_attribution(source: str, cue: str, content: str, speaker: str, stance: CueStance) -> GoldAttribution:
    return GoldAttribution(
        source=places(TEXT, source),
        cue=places(TEXT, cue),
        content=places(TEXT, content),
        forms=frozenset({Form.INDIRECT}),
        speakers=(speaker,),
        kinds=frozenset({SpeakerKind.GOVERNMENT}),
        stances=frozenset({stance}),
        nested=False,
    )


SAID = gold_attribution("The mayor", "said", "that the ferry was late", "mayor", CueStance.NEUTRAL)
DENIED = gold_attribution("He", "denied", "it", "mayor", CueStance.DOUBTING)
PASSAGE = Passage("ferry", "wire", "transport", TEXT, (SAID, DENIED))
TRAP = Passage("trap", "wire", "transport", "The ferry was called off.", ())


def as_found(gold: GoldAttribution, name: str | None = None) -> Attribution:
    """Return the gold as the program would report it."""
    speaker = Speaker(
        name or next(iter(gold.speakers), "nobody"),
        next(iter(gold.kinds), SpeakerKind.OTHER),
        False,
        gold.source,
        WHY,
    )
    form, stance = next(iter(gold.forms)), next(iter(gold.stances))
    return Attribution(form, gold.source, gold.cue, gold.content, stance, speaker, WHY)


# ------------------------------------------------------------------ what the gold holds


def test_the_passages_hold_enough_attributions_of_every_kind_and_stance() -> None:
    found = [a for passage in passages() for a in passage.attributions]
    stances = Counter(stance for a in found for stance in a.stances if len(a.stances) == 1)
    kinds = Counter(kind for a in found for kind in a.kinds if len(a.kinds) == 1)
    assert len(found) >= 100
    assert sum(bool(p.attributions) for p in passages()) >= 35
    assert sum(not p.attributions for p in passages()) >= 10
    assert {stance: stances[stance] >= 5 for stance in CueStance} == dict.fromkeys(CueStance, True), stances
    assert {kind: kinds[kind] >= 3 for kind in SpeakerKind} == dict.fromkeys(SpeakerKind, True), kinds
    assert {form for a in found for form in a.forms} == set(Form) - {Form.SILENT}  # which the annotations leave out
    assert {p.style for p in passages()} == {"wire", "tabloid", "broadsheet", "interview", "headline"}


def test_the_passages_hold_attributions_in_parts_nested_and_without_source() -> None:
    found = [a for passage in passages() for a in passage.attributions]
    assert sum(len(a.content) > 1 for a in found) >= 8
    assert sum(a.nested for a in found) >= 5
    assert any(not a.source for a in found)
    assert any(not a.cue for a in found)


def test_the_coreference_cases_hold_every_way_to_name_a_speaker() -> None:
    cases = coreference_cases()
    ways = Counter(case.way for case in cases)
    assert len(cases) >= 50
    assert {way: ways[way] >= 4 for way in Way} == dict.fromkeys(Way, True), ways
    assert sum(bool(case.trap) for case in cases) >= 20
    assert {case.trap for case in cases} >= {"two_men", "two_women", "quoted", "they", "spokesman"}


def test_the_second_part_holds_attributions_of_every_kind_and_stance() -> None:
    second = passages(part=Part.SECOND)
    found = [a for passage in second for a in passage.attributions]
    kinds = Counter(kind for a in found for kind in a.kinds if len(a.kinds) == 1)
    stances = Counter(stance for a in found for stance in a.stances if len(a.stances) == 1)
    assert len(found) >= 100
    assert sum(bool(p.attributions) for p in second) >= 30
    assert sum(not p.attributions for p in second) >= 6
    assert {kind: kinds[kind] >= 3 for kind in SpeakerKind} == dict.fromkeys(SpeakerKind, True), kinds
    assert {stance: stances[stance] >= 4 for stance in CueStance} == dict.fromkeys(CueStance, True), stances
    assert {form for a in found for form in a.forms} == set(Form) - {Form.SILENT}  # which the annotations leave out


def test_the_second_part_holds_coreference_cases_of_every_way() -> None:
    cases = coreference_cases(part=Part.SECOND)
    ways = Counter(case.way for case in cases)
    assert len(cases) >= 55
    assert {way: ways[way] >= 4 for way in Way} == dict.fromkeys(Way, True), ways
    assert sum(not case.trap for case in cases) >= 25
    assert sum(bool(case.trap) for case in cases) >= 25


def test_no_text_and_no_name_of_a_case_stands_twice() -> None:
    every_passage = [p for part in Part for p in passages(part=part)]
    every_case = [c for part in Part for c in coreference_cases(part=part)]
    for ids in ([p.id for p in every_passage], [c.id for c in every_case]):
        assert len(ids) == len(set(ids))
    texts = [p.text for p in every_passage] + [c.text for c in every_case]
    assert len(texts) == len(set(texts))


# ------------------------------------------------------------------ how it is read


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("ferry", "ferry"), ("He", "He"), ("e #1", None), ("ferry #2", None), ("tram", None), ("mayor #0", None)],
)
def test_a_place_is_whole_words_that_occur(words: str, wanted: str | None) -> None:
    if wanted is None:
        with pytest.raises(GoldError):
            place(TEXT, words)
    else:
        assert place(TEXT, words).of(TEXT) == wanted


def test_a_place_that_occurs_twice_needs_its_number() -> None:
    twice = "he said what he said"
    assert place(twice, "he said #2") == Span(13, 20)
    with pytest.raises(GoldError, match="say which one"):
        place(twice, "he said")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('cue = "said"', 'cue = "stated"'),
        ('source = "The mayor"', 'source = "The mayor said"'),
        ('speaker = "mayor"', 'speaker = "Ilse Brandt"'),
        ('stance = "neutral"', 'stance = ""'),
    ],
)
def test_a_slip_in_the_gold_is_an_error(tmp_path: Path, old: str, new: str) -> None:
    right = (
        f'[[passage]]\nid = "x"\nstyle = "wire"\ntopic = "t"\ntext = "{TEXT}"\n[[passage.attribution]]\n'
        'source = "The mayor"\ncue = "said"\ncontent = "that the ferry was late"\nform = "indirect"\n'
        'speaker = "mayor"\nkind = "government"\nstance = "neutral"\n'
    )
    path = tmp_path / "gold.toml"
    path.write_text(right, encoding="utf-8")
    assert passages(path)[0].attributions == (SAID,)
    path.write_text(right.replace(old, new), encoding="utf-8")
    with pytest.raises(GoldError):
        passages(path)


# ------------------------------------------------------------------ how it is scored


@pytest.mark.parametrize("part", Part)
def test_the_gold_itself_scores_full_marks(part: Part) -> None:
    found = {p.id: [as_found(a) for a in p.attributions] for p in passages(part=part)}
    score = score_attributions(passages(part=part), found)
    assert {c.f1 for c in (*score.strict.values(), *score.overlapping.values())} == {1.0}
    assert {share.value for share in score.matched.values()} == {1.0}
    assert (score.found.value, score.false_alarms.value) == (1.0, 0.0)


def test_nothing_found_scores_nothing_and_leaves_the_rest_open() -> None:
    score = score_attributions([PASSAGE, TRAP], {})
    assert {c.recall for c in score.strict.values()} == {0.0}
    assert {share.value for share in score.matched.values()} == {None}
    assert (score.found.value, score.false_alarms.value) == (0.0, 0.0)


def test_a_place_cut_short_overlaps_but_is_not_strict() -> None:
    found = {"ferry": [replace(as_found(SAID), content=places(TEXT, "the ferry")), as_found(DENIED)]}
    score = score_attributions([PASSAGE], found)
    assert score.strict["content"].f1 == 0.5
    assert score.overlapping["content"].f1 == 1.0
    assert score.strict["cue"].f1 == 1.0


def test_each_place_is_matched_once_and_what_is_too_many_costs_precision() -> None:
    found = {"ferry": [as_found(SAID), as_found(SAID), as_found(DENIED)]}
    for counts in (score_attributions([PASSAGE], found)).overlapping.values():
        assert (counts.right, counts.proposed, counts.gold) == (2, 3, 2)


def test_a_find_in_a_trap_is_a_false_alarm() -> None:
    alarm = replace(as_found(SAID), source=(), cue=(Span(14, 20),), content=(Span(0, 9),))
    score = score_attributions([PASSAGE, TRAP], {"trap": [alarm]})
    assert score.false_alarms.value == 1.0
    assert score.strict["cue"].proposed == 1
    assert score.strict["source"].proposed == 0


def test_speaker_kind_stance_and_form_are_judged_among_the_matched() -> None:
    wrong = replace(
        as_found(DENIED, "captain"), form=Form.DIRECT, cue_stance=CueStance.CONCEDING, content=places(TEXT, "it twice")
    )
    score = score_attributions([PASSAGE], {"ferry": [wrong]})
    assert {name: (share.right, share.of) for name, share in score.matched.items()} == {
        "form": (0, 1),
        "speaker": (0, 1),
        "kind": (1, 1),
        "stance": (0, 1),
    }
    assert (score.found.right, score.found.of) == (1, 2)


def test_a_speaker_left_open_is_not_right() -> None:
    score = score_attributions([PASSAGE], {"ferry": [replace(as_found(SAID), speaker=None)]})
    assert (score.matched["speaker"].value, score.matched["kind"].value) == (0.0, 0.0)


def test_of_two_that_share_content_the_one_with_the_cue_is_matched() -> None:
    other = replace(as_found(SAID, "captain"), cue=places(TEXT, "twice"))
    score = score_attributions([PASSAGE], {"ferry": [other, as_found(SAID)]})
    assert score.matched["speaker"].value == 1.0


@pytest.mark.parametrize(
    ("role", "text", "kept"),
    [
        ("content", "that it rains", "it rains"),
        ("content", "thatched roofs", "thatched roofs"),
        ("source", "the mayor, ", "the mayor"),
        ("cue", "says:", "says"),
        ("content", "“Go,”", "“Go,”"),
    ],
)
def test_edges_that_do_not_count(role: str, text: str, kept: str) -> None:
    ((start, end),) = trimmed(text, role, [Span(0, len(text))])
    assert text[start:end] == kept


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The army", "army", True),
        ("A club  insider", "a club insider", True),
        ("Karsk", "Bohdan Karsk", False),
        ("The", "the", True),
    ],
)
def test_names_are_one_but_for_case_spacing_and_article(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same


CASE = CoreferenceCase("ferry", Way.PRONOUN, "", TEXT, place(TEXT, "He"), ("mayor",), place(TEXT, "The mayor"))


@pytest.mark.parametrize(
    ("answers", "right"),
    [({"ferry": "The mayor"}, 1), ({"ferry": "He"}, 0), ({"ferry": None}, 0), ({}, 0)],
)
def test_a_case_is_right_when_the_speaker_is_named(answers: dict[str, str | None], right: int) -> None:
    score = score_coreference([CASE], answers)
    assert (score.speaker.right, score.speaker.of) == (right, 1)
    assert (score.by_way[Way.PRONOUN].right, score.by_way[Way.ROLE].value) == (right, None)
    assert [case for case, _ in score.wrong] == ["ferry"] * (1 - right)


def test_the_speaker_at_a_mention_is_that_of_the_attribution_with_this_source() -> None:
    found = [as_found(SAID, "captain"), as_found(DENIED, "mayor")]
    assert speaker_at(CASE.mention, found) == "mayor"
    assert speaker_at(CASE.mention, found[:1]) is None


@pytest.mark.parametrize("part", Part)
def test_the_right_names_score_full_marks_on_every_case(part: Part) -> None:
    cases = coreference_cases(part=part)
    assert score_coreference(cases, {case.id: case.speakers[0] for case in cases}).speaker.value == 1.0
