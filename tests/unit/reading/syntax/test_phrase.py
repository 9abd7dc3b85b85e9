"""How far noun phrases of hand-made parses reach, and where they stand in their sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model import Span
from analysis.reading.syntax import parse_of, phrase
from analysis.reading.syntax.phrase import Place
from tests.builders import make_article, make_document
from tests.readings import parsed

from .test_clause import at, named, tree

LONG = (
    "At/ADP/3/case the/DET/3/det gates/NOUN/12/obl of/ADP/5/case Halm/PROPN/3/nmod in/ADP/8/case the/DET/8/det "
    "south/NOUN/3/nmod ,/PUNCT/12/punct two/NUM/11/nummod men/NOUN/12/nsubj waited/VERB/0/root"
)


@pytest.mark.parametrize(
    ("head", "printed"), [("gates", "the gates of Halm"), ("men", "two men"), ("south", "the south")]
)
def test_a_phrase_reaches_as_far_as_a_reader_would_name_it(head: str, printed: str) -> None:
    document = parsed(LONG)
    asked = tree(LONG)
    assert phrase.phrase_span(asked, at(asked, head)).of(document.text) == printed


SENTENCE = (
    "The/DET/2/det mayor/NOUN/4/nsubj Orr/PROPN/2/appos said/VERB/0/root police/NOUN/6/nsubj gave/VERB/4/ccomp "
    "Venn/PROPN/6/iobj her/PRON/9/nmod:poss bag/NOUN/6/obj in/ADP/12/case Halm/PROPN/12/compound square/NOUN/6/obl"
)
PLACES = [
    ("mayor", Place.SUBJECT),
    ("Orr", Place.SUBJECT),
    ("police", Place.INNER_SUBJECT),
    ("Venn", Place.OBJECT),
    ("her", Place.OWNER),
    ("Halm", Place.MODIFIER),
    ("square", Place.OBLIQUE),
]


@pytest.mark.parametrize(("word", "place"), PLACES)
def test_a_phrase_has_a_place_in_its_sentence(word: str, place: Place) -> None:
    asked = tree(SENTENCE)
    assert phrase.place(asked, at(asked, word)) is place


def test_a_headline_without_a_verb_is_about_its_head() -> None:
    asked = tree("Fire/NOUN/0/root in/ADP/3/case Halm/PROPN/1/nmod")
    assert phrase.place(asked, at(asked, "Fire")) is Place.SUBJECT


def test_owner_apposition_and_modifiers_hang_on_their_noun() -> None:
    asked = tree(SENTENCE)
    assert named(asked, phrase.owner(asked, at(asked, "bag"))) == "her"
    assert [asked.printed(w) for w in phrase.appositions(asked, at(asked, "mayor"))] == ["Orr"]
    assert [asked.printed(w) for w in phrase.appositions(asked, at(asked, "Orr"))] == ["mayor"]
    assert [asked.printed(w) for w in phrase.modifiers(asked, at(asked, "square"))] == ["Halm"]
    assert phrase.bearer(asked, at(asked, "Orr")) == at(asked, "mayor")


def test_of_a_quantity_its_whole_is_counted() -> None:
    asked = tree("Dozens/NOUN/4/nsubj of/ADP/3/case farmers/NOUN/1/nmod fled/VERB/0/root")
    assert named(asked, phrase.counted(asked, at(asked, "Dozens"))) == "farmers"
    other = tree("Sons/NOUN/4/nsubj of/ADP/3/case farmers/NOUN/1/nmod fled/VERB/0/root")
    assert phrase.counted(other, at(other, "Sons")) is None


def test_the_head_of_a_stretch_hangs_outside_it() -> None:
    asked = tree("They/PRON/2/nsubj crack/VERB/0/root down/ADP/2/compound:prt on/ADP/5/case crime/NOUN/2/obl")
    assert named(asked, phrase.head_of(asked, range(1, 4))) == "crack"
    assert phrase.head_of(asked, ()) is None


def test_what_is_joined_to_a_word_is_told_in_text_order() -> None:
    asked = tree("men/NOUN/0/root ,/PUNCT/3/punct women/NOUN/1/conj and/CCONJ/5/cc children/NOUN/1/conj")
    assert [asked.printed(w) for w in phrase.joined(asked, at(asked, "men"))] == ["men", "women", "children"]
    assert named(asked, phrase.first_joined(asked, at(asked, "children"))) == "men"


def test_the_trees_of_a_document_are_made_once() -> None:
    document = parsed(SENTENCE)
    parse = parse_of(document)
    assert parse is not None
    assert parse_of(replace(document, actors=())) is parse
    assert parse.of(document.sentences[0]) is parse.of(document.sentences[0])
    assert parse.at(0) is parse.of(document.sentences[0])


def test_without_a_reading_there_are_no_trees() -> None:
    assert parse_of(make_document(make_article("Guards beat him."))) is None


def test_words_of_a_stretch_are_those_that_overlap_it() -> None:
    document = parsed("rebel-held/ADJ/2/amod towns/NOUN/0/root fell/VERB/2/acl")
    parse = parse_of(document)
    assert parse is not None
    asked = parse.of(document.sentences[0])
    assert [asked.printed(w) for w in asked.within(Span(6, 12))] == ["rebel-held", "towns"]
    assert list(asked.within(Span(40, 50))) == []
