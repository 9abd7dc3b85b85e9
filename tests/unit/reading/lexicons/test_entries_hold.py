"""Every entry of the built-in lexicons finds its example and passes over its counter-example."""

from __future__ import annotations

import pytest

from analysis.reading.lexicons import Entry, Lexicons, check, lexicon_files, load
from analysis.reading.lexicons.groups import groups_with
from analysis.reading.lexicons.places import BUILT_IN


def _entries(lexicons: Lexicons) -> list[Entry]:
    return [
        Entry(lexicon, concept, variant, groups_with({}))
        for lexicon in lexicons.lexicons
        for concept in lexicon.concepts
        for variant in concept.variants
    ]


LEXICONS = load()
ENTRIES = _entries(LEXICONS)


def test_the_built_in_lexicons_have_no_fault() -> None:
    assert check(lexicon_files([BUILT_IN])) == []
    assert LEXICONS.faults == ()


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_entry_finds_its_example_and_not_its_counter_example(entry: Entry) -> None:
    found = [match.entry.name for match in LEXICONS.matcher.find(entry.variant.example)]
    assert entry.name in found, "the example is not found"
    passed_over = [match.entry.name for match in LEXICONS.matcher.find(entry.variant.counter_example)]
    assert entry.name not in passed_over, "the counter-example is found"


def test_the_first_domains_are_filled() -> None:
    assert {lexicon.id for lexicon in LEXICONS.lexicons} >= {"armed_conflict", "designation", "patronage", "rulers"}
    assert len(LEXICONS.concepts) >= 25
    assert len(ENTRIES) >= 250


def test_every_concept_is_a_contrast_set() -> None:
    alone = [concept.id for concept in LEXICONS.concepts.values() if len(concept.variants) < 2]
    assert alone == []


def test_examples_are_not_shared_between_entries() -> None:
    examples = [entry.variant.example for entry in ENTRIES]
    assert len(set(examples)) == len(examples)
