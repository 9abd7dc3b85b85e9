"""The measures for names, aliases, loaded words, labels and agency, on predictions made by hand."""

from __future__ import annotations

import pytest

from analysis.model import Span

from . import reader_gold_words as gold
from .reader_gold_words import Act, AgencySentence, Name, read_agency, read_grouping, read_loaded, read_names
from .reader_scores_words import (
    Found,
    b_cubed,
    f_by_label,
    macro_f,
    name_spans,
    rank_words,
    same_place,
    score_agency,
    trimmed,
)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Hague", "Hague"),
        ("The U.N. envoy's", "U.N. envoy"),
        ("Prime Minister Elke Sundt", "Elke Sundt"),
        ("Gen. Vuk’s", "Vuk"),
        ("Mr. Kaya,", "Kaya"),
        ("President", "President"),
        ("Dale Kirkland Jr.", "Dale Kirkland Jr"),
        ("KENNY CARR'S", "KENNY CARR"),
        ("Theodor Vuk", "Theodor Vuk"),
    ],
)
def test_a_mention_is_trimmed_to_its_name(mention: str, name: str) -> None:
    text = "x " + mention + " y"
    assert trimmed(text, at(text, mention)).of(text) == name


def test_names_count_by_place_and_kind() -> None:
    passage = read_names("Judge [[Lena Aho|person]] of [[Korva|place]] met the [[Red Lance|group]].")
    text = passage.text
    predicted = [
        Name(at(text, "Judge Lena Aho"), "person"),
        Name(at(text, "Korva"), "person"),
        Name(at(text, "the Red Lance"), "organization"),
        Name(at(text, "met"), "place"),
    ]
    assert name_spans([passage], [predicted], typed=False) == Found(3, 4, 3)
    assert name_spans([passage], [predicted], typed=True) == Found(2, 4, 3)
    assert name_spans([passage], [predicted], typed=True, kinds={}) == Found(1, 4, 3)


def test_a_name_with_half_its_words_is_not_found() -> None:
    passage = read_names("[[Lena Aho|person]] left.")
    assert name_spans([passage], [[Name(Span(5, 8), "person")]], typed=False) == Found(0, 1, 1)


def test_shares_of_what_was_found() -> None:
    assert (Found(2, 4, 3).precision, Found(2, 4, 3).recall) == (0.5, 2 / 3)
    assert Found(2, 4, 3).f == pytest.approx(4 / 7)
    assert (Found(0, 0, 0).precision, Found(0, 0, 0).recall, Found(0, 0, 0).f) == (None, None, None)
    assert Found(0, 0, 3).f == 0


# ------------------------------------------------------------------ aliases


def test_b_cubed_of_right_split_and_lumped_actors() -> None:
    grouping = read_grouping("[[Ruth Okafor|r]] and [[Samuel Okafor|s]] met; [[Ruth|r]] smiled at [[Samuel|s]].")
    right = b_cubed([grouping], [[1, 2, 1, 2]])
    assert (right.precision, right.recall, right.f) == (1, 1, 1)
    split = b_cubed([grouping], [[1, 2, 3, 4]])
    assert (split.precision, split.recall) == (1, 0.5)
    assert b_cubed([grouping], [[None, None, None, None]]) == split
    lumped = b_cubed([grouping], [[1, 1, 1, 1]])
    assert (lumped.precision, lumped.recall) == (0.5, 1)
    assert lumped.f == pytest.approx(2 / 3)


def test_keys_of_two_passages_do_not_mix() -> None:
    grouping = read_grouping("[[Aho|a]] met [[Vuk|v]].")
    assert b_cubed([grouping, grouping], [[1, 2], [1, 2]]).f == 1


# ------------------------------------------------------------------ loaded words


def test_words_are_ranked_within_loaded_sentences_only() -> None:
    first = read_loaded("He [[rammed through]] a [[cruel]] bill", True)
    plain = read_loaded("He signed it", False)
    scores = {"He": 0.1, "rammed": 0.9, "through": 0.2, "a": 0.0, "cruel": 0.8, "bill": 0.5}
    words = [(at(first.text, word), score) for word, score in scores.items()]
    ranking = rank_words([first, plain], [words, []])
    assert ranking.r_precision == pytest.approx(2 / 3)  # rammed, cruel, bill
    assert ranking.top_1 == 1


def test_the_first_word_missed_and_no_words_at_all() -> None:
    sentence = read_loaded("A [[cruel]] bill", True)
    ranking = rank_words([sentence], [[(Span(0, 1), 0.5), (Span(2, 7), 0.5)]])  # of equals the earlier is first
    assert (ranking.r_precision, ranking.top_1) == (0, 0)
    assert rank_words([sentence], [[]]).top_1 == 0
    nothing = rank_words([], [])
    assert (nothing.r_precision, nothing.top_1) == (None, None)


# ------------------------------------------------------------------ labels


def test_macro_f_weighs_every_label_of_the_gold_alike() -> None:
    wanted, given = ["neg", "neg", "neg", "pos"], ["neg", "neg", "pos", "pos"]
    assert f_by_label(wanted, given) == {"neg": pytest.approx(0.8), "pos": pytest.approx(2 / 3)}
    assert macro_f(wanted, given) == pytest.approx((0.8 + 2 / 3) / 2)
    assert macro_f(wanted, ["neg"] * 4) == pytest.approx((6 / 7) / 2)
    assert macro_f([], []) is None


def test_labels_of_unlike_number_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        macro_f(["neg", "pos"], ["neg"])


# ------------------------------------------------------------------ agency


def test_one_noun_phrase_is_told_from_another() -> None:
    text = "The two soldiers shot three men of the village."
    assert same_place(text, at(text, "The two soldiers"), at(text, "soldiers"))
    assert same_place(text, at(text, "three men of the village"), at(text, "three men"))
    assert not same_place(text, at(text, "three men of the village"), at(text, "the village"))
    assert not same_place(text, at(text, "soldiers"), None)
    assert same_place(text, None, None)


AGENCY = read_agency(
    "[[Soldiers|actor 1]] [[shot|act 1 active]] [[a man|affected 1]]; [[two boys|affected 2]] were"
    " [[hurt|act 2 agentless]] in a raid before the [[siege|act 3 nominal]].",
    ("raid",),
)


def test_agency_counts_acts_forms_and_parts() -> None:
    text = AGENCY.text
    predicted = [
        Act(at(text, "shot"), "active", at(text, "Soldiers"), at(text, "two boys")),
        Act(at(text, "hurt"), "passive", at(text, "Soldiers"), at(text, "boys")),
        Act(at(text, "raid"), "nominal", at(text, "Soldiers"), None),
        Act(at(text, "before"), "active", at(text, "raid"), None),
    ]
    scores = score_agency([AGENCY], [predicted])
    assert scores.acts == Found(2, 3, 3)
    assert (scores.form, scores.actor, scores.affected) == (0.5, 0.5, 0.5)
    assert scores.actors == Found(1, 3, 1)
    assert scores.affecteds == Found(1, 2, 2)


def test_an_act_found_twice_is_one_too_many() -> None:
    siege = Act(at(AGENCY.text, "siege"), "nominal")
    scores = score_agency([AGENCY], [[siege, siege]])
    assert scores.acts == Found(1, 2, 3)
    assert (scores.form, scores.actor, scores.affected) == (1, 1, 1)


def test_nothing_found_is_nothing_to_measure() -> None:
    scores = score_agency([AGENCY, AgencySentence("Teachers went on strike.", ())], [[], []])
    assert scores.acts == Found(0, 0, 3)
    assert (scores.form, scores.actor, scores.affected) == (None, None, None)


# ------------------------------------------------------------------ the gold itself


def test_the_gold_scores_full_marks_against_itself() -> None:
    names = name_spans(gold.names(), [p.names for p in gold.names()], typed=True)
    assert names.f == 1
    assert names.wanted == sum(len(p.names) for p in gold.names())
    assert b_cubed(gold.groupings(), [g.actors for g in gold.groupings()]).f == 1
    agency = score_agency(gold.agency(), [s.acts for s in gold.agency()])
    assert (agency.acts.f, agency.form, agency.actor, agency.affected) == (1, 1, 1, 1)
    assert (agency.actors.f, agency.affecteds.f) == (1, 1)
