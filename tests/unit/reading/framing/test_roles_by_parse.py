"""Who is cast by a framing term where there is a parse: subjects, objects, actors of nouns that echo a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model import Actor, ActorKind, Document, Mark, Span
from analysis.reading.analyzers.framing import FramingAnalyzer
from tests.readings import parsed

ANALYZER = FramingAnalyzer()


def only(document: Document, term: str) -> Mark:
    """Return the last mark on `term`."""
    return [mark for mark in ANALYZER.marks(document) if mark.span.of(document.text) == term][-1]


def known(document: Document, name: str, *mentions: str) -> Document:
    """Return the document with one actor, mentioned in these words."""
    text = document.text
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in mentions or (name,))
    return replace(document, actors=(Actor(name, ActorKind.ORGANIZATION, (name,), spans),))


# A parsed sentence, the term in it, who fills which role.
ROLES = [
    (
        "Troops/NOUN/5/nsubj who/PRON/3/nsubj fled/VERB/1/acl:relcl later/ADV/5/advmod liberated/VERB/0/root "
        "the/DET/7/det town/NOUN/5/obj",
        "liberated",
        {"agent": "Troops", "object": "town"},
    ),
    (
        "The/DET/2/det army/NOUN/3/nsubj shelled/VERB/0/root homes/NOUN/3/obj and/CCONJ/6/cc liberated/VERB/3/conj "
        "the/DET/8/det town/NOUN/6/obj from/ADP/10/case rebels/NOUN/6/obl",
        "liberated",
        {"agent": "army", "object": "town", "holder": "rebels"},
    ),
    (
        "They/PRON/2/nsubj liberated/VERB/0/root the/DET/4/det town/NOUN/2/obj",
        "liberated",
        {"agent": None, "object": "town"},
    ),
]


@pytest.mark.parametrize(("sentence", "term", "roles"), ROLES)
def test_the_parse_names_who_fills_a_role(sentence: str, term: str, roles: dict[str, str | None]) -> None:
    names = {casting.role: casting.name for casting in only(parsed(sentence), term).castings}
    assert {role: names[role] for role in roles} == roles


DENIED = [
    (
        "The/DET/2/det town/NOUN/5/nsubj:pass was/AUX/5/aux:pass not/PART/5/advmod liberated/VERB/0/root "
        "by/ADP/7/case rebels/NOUN/5/obl:agent",
        "liberated",
    ),
    ("No/DET/2/det terrorists/NOUN/3/nsubj came/VERB/0/root", "terrorists"),
    ("Orsic/PROPN/5/nsubj is/AUX/5/cop not/PART/5/advmod a/DET/5/det terrorist/NOUN/0/root", "terrorist"),
]


@pytest.mark.parametrize(("sentence", "term"), DENIED)
def test_a_denied_term_is_found_and_casts_nobody(sentence: str, term: str) -> None:
    mark = only(parsed(sentence), term)
    assert mark.castings == ()
    assert mark.referent is None


def test_what_somebody_denies_is_still_said_of_its_referent() -> None:
    document = parsed(
        "He/PRON/2/nsubj denied/VERB/0/root that/SCONJ/8/mark the/DET/5/det man/NOUN/8/nsubj is/AUX/8/cop "
        "a/DET/8/det terrorist/NOUN/2/ccomp"
    )
    assert only(document, "terrorist").castings


NAMED = "The/DET/3/det Orsic/PROPN/3/compound regime/NOUN/4/nsubj fell/VERB/0/root ./PUNCT/4/punct"
ECHO = "The/DET/2/det regime/NOUN/3/nsubj sat/VERB/0/root"


def test_a_noun_without_a_name_goes_back_to_the_name_made_with_it() -> None:
    assert only(parsed(NAMED, ECHO), "regime").referent == "Orsic regime"
    assert only(parsed(ECHO), "regime").referent == "regime"


def test_a_noun_beside_a_name_is_its_actor() -> None:
    apposed = parsed(
        "Halmar/PROPN/6/nsubj ,/PUNCT/5/punct a/DET/5/det terrorist/ADJ/5/amod group/NOUN/1/appos met/VERB/0/root"
    )
    assert only(known(apposed, "Halmar"), "terrorist group").referent == "Halmar"
    said = parsed("Halmar/PROPN/5/nsubj is/AUX/5/cop a/DET/5/det terrorist/ADJ/5/amod group/NOUN/0/root")
    assert only(known(said, "Halmar"), "terrorist group").referent == "Halmar"


def test_several_who_are_named_beside_a_plural_are_not_one_of_them() -> None:
    document = parsed(
        "The/DET/2/det terrorists/NOUN/7/nsubj ,/PUNCT/4/punct Orr/PROPN/2/appos and/CCONJ/6/cc Venn/PROPN/4/conj "
        "fled/VERB/0/root"
    )
    assert only(known(document, "Orr"), "terrorists").referent == "terrorists"
