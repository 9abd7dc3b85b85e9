"""Terms are found at their borders, in their sense, the longest first."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analysis.reading.lexicons import Lexicons, Matcher, load, parse

FIRST = ("armed_conflict", "designation", "patronage", "rulers")
LEXICONS = Lexicons(tuple(lexicon for lexicon in load().lexicons if lexicon.id in FIRST))
"""A few lexicons, so that a sentence here does not change with every new one."""


def found(marked: str) -> tuple[set[str], set[str]]:
    """Return what the matcher finds in a sentence, and what stands in [[ ]] in it."""
    text = marked.replace("[[", "").replace("]]", "")
    wanted = {piece.split("]]")[0] for piece in marked.split("[[")[1:]}
    return {match.span.of(text) for match in LEXICONS.matcher.find(text)}, wanted


SENTENCES = [
    # Slots, hyphens and marks
    "The [[U.S.-backed]] brigade met the [[Russian-backed]] one.",
    "The [[US‑backed]] and the [[Saudi Arabia–backed]] sides talked.",
    "A [[Kremlin-backed]] outlet called it “[[foreign-backed]]” noise.",
    "Critics of the [[pro-Iranian]] bloc met.",
    "The [[terror-designated]] group met the [[terror designated]] band.",
    "The [[so-called]] republic; the [[self‑declared]] state.",
    "The nation backed the plan.",
    # Borders
    "Supermilitants and the militantly vegan.",
    "[[Militants]], they said.",
    "The [[regime]]’s court sat.",
    "Non-government bodies met.",
    # The longest wins
    "They are [[freedom fighters]] to some.",
    "It was a [[terrorist attack]] on a bus.",
    "The [[designated terrorist organization]] met.",
    # Names are no terms
    "The Popular Front for the Liberation of Alba met.",
    "Rebel Wilson sang.",
    "[[Militants]] [[Storm]] Army Base as Rains Fall",
    "The Drug Enforcement Administration moved.",
    # Senses
    "The army [[captured]] the hill; the photo captured the mood.",
    "He [[besieged]] the town with an army.",
    "Police [[cracked down on]] smugglers.",
    "The rebels took the train. The rebels [[took]] the village.",
    "The men lay down, then they [[laid down their arms]].",
    "They spoke of [[regime change]].",
    "Rail staff went on strike.",
    "Space invaders.",
    # A guard of several words, a hyphen, a piece of a compound
    "The plane crash killed nine; a car-bomb [[barrage]] followed.",
    "A [[rebel-held]] town saw the [[bombardment]].",
    # How many, before the object
    "[[Gunmen]] [[captured]] about 20 villages.",
    "Mr. Orsic captured about 25 percent of the vote.",
    # Nouns and verbs behind a noun
    "The [[fanatics]] shut the school.",
    "The fanatic fans cheered.",
    "The [[government]] calls everybody a [[traitor]].",
    # Words that are spoken of
    "He avoids the word regime and the term “militants”.",
    "The [[militants]] had the last word.",
    # Parts of names, figures, other trades
    "The car was captured on video in Korva.",
    "The diehard fans sang.",
    # Nouns that look like verbs
    "Alban army [[captures]] river town",
    "The army attacks on the town went on.",
    "Four cases of rape or murder.",
    "Soldiers [[murdered]] him.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_found_in_a_sentence(sentence: str) -> None:
    there, wanted = found(sentence)
    ours = {term for term in there if term.lower() not in _NEUTRAL}
    assert ours == {term for term in wanted if term.lower() not in _NEUTRAL}


_NEUTRAL = {"rebels", "republic", "freedom"}  # found beside what a sentence is about


def test_findings_do_not_overlap_and_stand_in_order() -> None:
    text = (
        "The designated terrorist group, a U.S.-backed militia and regime forces fell to the rebels in the town. " * 3
    )
    spans = [match.span for match in LEXICONS.matcher.find(text)]
    assert len(spans) >= 9
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_term_at_either_edge_of_the_text_is_found() -> None:
    for text in ("militants", "militants.", "(militants", "“militants”"):
        assert [m.span.of(text) for m in LEXICONS.matcher.find(text)] == ["militants"]


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "é", "ﬁ", "İstanbul militants", "😀 militants", "مسلحون"])
def test_odd_texts_fail_nowhere(text: str) -> None:
    for match in LEXICONS.matcher.find(text):
        assert match.span.of(text) == "militants"


def test_an_acronym_counts_only_as_written() -> None:
    source = """
[lexicon]
id = "t"
name = "t"
version = "1"
licence = "CC0"
description = "t"
[[concept]]
id = "c"
label = "c"
question = "c?"
[[concept.variant]]
text = "WHO"
case = "exact"
dimension = "status"
stance = 0
source = "editors"
example = "The WHO met."
counter_example = "The man who met."
"""
    lexicon, faults = parse(source.encode(), "t.toml")
    assert faults == []
    assert lexicon is not None
    matcher = Matcher([lexicon])
    assert len(matcher.find("The WHO met a man who met Who.")) == 1


def test_a_lexicon_without_terms_finds_nothing() -> None:
    assert Matcher([]).find("The militants met.") == ()


def test_what_a_finding_is_counted_as() -> None:
    cases = {
        "A US-backed band.": "U.S.-backed",
        "The USA-backed band.": "U.S.-backed",
        "The pro-Kiev band.": "pro-Kyiv",
        "Human rights activists sang.": "human rights activist",
        "Troops neutralised a militant.": "neutralize",
    }
    for text, label in cases.items():
        assert LEXICONS.matcher.find(text)[0].label == label
