"""The Reader's relations set right: sections, pieces of sources, cues of two verbs, contents that say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from analysis.model import Document, Section, SectionKind, Span
from analysis.reading.attribution.fallback.line import lines
from analysis.reading.attribution.relations import Learned, learned
from analysis.reading.language import find_quotations, segment
from analysis.readings import Range, Relation
from tests.builders import make_article, make_document
from tests.readings import parsed, reading


def place(document: Document, words: str) -> tuple[Range, ...]:
    """Return the tokens where these words first stand; none for ""."""
    if not words:
        return ()
    start = document.text.index(words)
    return ((document.token_at(start), document.token_at(start + len(words))),)


def read(document: Document, source: str, cue: str, content: str) -> list[Learned]:
    """Return what is made of this one relation."""
    relation = Relation(place(document, source), place(document, cue), place(document, content), 0.9)
    assert document.reading is not None
    quotations = find_quotations(document.text, document.paragraphs)
    document = replace(document, reading=replace(document.reading, relations=(relation,)), quotations=quotations)
    return learned(document, list(lines(document)))


def texts(document: Document, spans: Sequence[Span]) -> list[str]:
    return [span.of(document.text) for span in spans]


HEADLINE = "Bridge unsafe, divers say"
BODY = "Nobody crossed it. “It may fall,” the warden said."


def page() -> Document:
    """Return a headline over a body."""
    text = f"{HEADLINE}\n\n{BODY}"
    sections = (
        Section(SectionKind.HEADLINE, Span(0, len(HEADLINE))),
        Section(SectionKind.BODY, Span(len(HEADLINE) + 2, len(text))),
    )
    article = replace(make_article(text), sections=sections)
    paragraphs, sentences, tokens = segment(article)
    document = replace(make_document(article), paragraphs=paragraphs, sentences=sentences, tokens=tokens)
    return replace(document, reading=reading(document))


def test_a_cue_in_the_headline_takes_no_sentence_of_the_body() -> None:
    assert read(page(), "divers", "say", "Nobody crossed it") == []
    [kept] = read(page(), "divers", "say", "Bridge unsafe")
    assert texts(page(), kept.found.content) == ["Bridge unsafe"]


def test_a_source_in_the_headline_is_not_that_of_a_cue_in_the_body() -> None:
    [one] = read(page(), "divers", "said", "It may fall")
    assert one.found.source == []


def test_only_a_quotation_has_its_source_in_another_sentence() -> None:
    document = parsed(
        "Weavers/NOUN/2/nsubj waited/VERB/0/root ./PUNCT/2/punct",
        "Added/VERB/0/root that/SCONJ/4/mark looms/NOUN/4/nsubj broke/VERB/1/ccomp ./PUNCT/1/punct",
    )
    [one] = read(document, "Weavers", "Added", "looms broke")
    assert one.found.source == []
    document = parsed(
        "Weavers/NOUN/2/nsubj waited/VERB/0/root ./PUNCT/2/punct",
        "“/PUNCT/3/punct Looms/NOUN/3/nsubj broke/VERB/5/ccomp ”/PUNCT/3/punct added/VERB/0/root ./PUNCT/5/punct",
    )
    [one] = read(document, "Weavers", "added", "Looms broke")
    assert texts(document, one.found.source) == ["Weavers"]


OWNER = "The/DET/3/det old/ADJ/3/amod miller/NOUN/4/nsubj said/VERB/0/root it/PRON/6/nsubj rained/VERB/4/ccomp"
TITLE = "Mr/PROPN/3/nsubj Orr/PROPN/1/flat said/VERB/0/root it/PRON/5/nsubj rained/VERB/3/ccomp"
DAY = "Friday/PROPN/2/obl:unmarked said/VERB/0/root it/PRON/4/nsubj rained/VERB/2/ccomp"
SOME = "Many/ADJ/2/nsubj said/VERB/0/root it/PRON/4/nsubj rained/VERB/2/ccomp"


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        (OWNER, "The", ["The old miller"]),
        (OWNER, "old", ["The old miller"]),
        (OWNER, "miller", ["miller"]),  # a noun stands as the Reader has it
        (TITLE, "Mr", ["Mr Orr"]),
        (DAY, "Friday", []),
        (SOME, "Many", ["Many"]),
    ],
)
def test_a_source_names_somebody(sentence: str, source: str, expected: list[str]) -> None:
    document = parsed(sentence)
    [one] = read(document, source, "said", "it rained")
    assert texts(document, one.found.source) == expected


def test_a_function_word_is_nobodys_words() -> None:
    document = parsed("While/SCONJ/3/mark Orr/PROPN/3/nsubj said/VERB/0/root so/ADV/3/advmod")
    assert read(document, "Orr", "said", "While") == []
    assert len(read(document, "Orr", "said", "so")) == 1


def test_a_cue_has_one_finite_verb_that_nearest_its_content() -> None:
    document = parsed(
        "Orr/PROPN/2/nsubj nodded/VERB/0/root and/CCONJ/5/cc has/AUX/5/aux argued/VERB/2/conj it/PRON/7/nsubj "
        "rained/VERB/5/ccomp"
    )
    [one] = read(document, "Orr", "nodded and has argued", "it rained")
    assert texts(document, one.found.cue) == ["has argued"]


def test_a_cue_keeps_its_helpers_and_infinitives() -> None:
    document = parsed(
        "Orr/PROPN/2/nsubj went/VERB/0/root on/ADV/2/advmod to/PART/5/mark say/VERB/2/xcomp it/PRON/7/nsubj "
        "rained/VERB/5/ccomp"
    )
    [one] = read(document, "Orr", "went on to say", "it rained")
    assert texts(document, one.found.cue) == ["went on to say"]


def test_hearsay_has_no_source() -> None:
    document = parsed("Orr/PROPN/3/nsubj reportedly/ADV/3/advmod fled/VERB/0/root the/DET/5/det fair/NOUN/3/obj")
    [one] = read(document, "Orr", "reportedly", "fled the fair")
    assert one.found.source == []


@pytest.mark.parametrize(
    ("sentence", "content", "bare"),
    [
        ("Orr/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj rained/VERB/2/ccomp", "it rained", False),
        ("Orr/PROPN/2/nsubj said/VERB/0/root was/AUX/4/cop wet/ADJ/2/ccomp", "was wet", False),
        ("Orr/PROPN/2/nsubj fed/VERB/0/root grey/ADJ/4/amod geese/NOUN/2/obj", "grey geese", True),
        (
            "Orr/PROPN/2/nsubj fed/VERB/0/root geese/NOUN/2/obj that/PRON/5/nsubj hissed/VERB/3/acl:relcl",
            "geese that hissed",
            True,
        ),
        ("Orr/PROPN/2/nsubj fed/VERB/0/root “/PUNCT/4/punct geese/NOUN/2/obj ”/PUNCT/4/punct", "geese", False),
    ],
)
def test_a_content_is_bare_without_a_clause_or_a_quotation(sentence: str, content: str, bare: bool) -> None:
    document = parsed(sentence)
    [one] = read(document, "Orr", "said" if "said" in sentence else "fed", content)
    assert one.bare is bare


def test_a_noun_phrase_behind_an_adjective_of_feeling_is_not_bare() -> None:
    document = parsed(
        "Orr/PROPN/3/nsubj was/AUX/3/cop afraid/ADJ/0/root of/ADP/6/case grey/ADJ/6/amod geese/NOUN/3/obl"
    )
    [one] = read(document, "Orr", "was afraid of", "grey geese")
    assert not one.bare
