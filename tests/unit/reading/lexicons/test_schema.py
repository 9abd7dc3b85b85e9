"""A faulty lexicon is told on its line, all its faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.messages import templates
from analysis.reading.lexicons import check, parse
from analysis.reading.lexicons.lines import line_index, line_of

HEAD = """[lexicon]
id = "mine"
name = "Mine"
version = "1"
licence = "CC0"
description = "For a test."

[[concept]]
id = "weather"
label = "weather"
question = "How is the weather told?"
"""
VARIANT = """
[[concept.variant]]
text = "drizzle"
dimension = "intensity"
stance = { referent = -1 }
source = "editors"
example = "A drizzle fell."
counter_example = "A storm raged."
"""
WHOLE = HEAD + VARIANT


def faults(source: str) -> list[str]:
    return [str(fault) for fault in parse(source.encode(), "mine.toml")[1]]


def test_a_whole_lexicon_is_read_with_its_digest() -> None:
    lexicon, found = parse(WHOLE.encode(), "mine.toml")
    assert found == []
    assert lexicon is not None
    assert lexicon.concepts[0].variants[0].texts == ("drizzle",)
    assert len(lexicon.sha256) == 64
    other, _ = parse((WHOLE + "\n# a remark").encode(), "mine.toml")
    assert other is not None
    assert other.sha256 != lexicon.sha256


# What stands in the file, what is put in its place, the line that must be named, a word of the sentence.
BROKEN = [
    ('name = "Mine"\n', "", 1, "name"),
    ('licence = "CC0"', "licence = 3", 5, "licence"),
    ('dimension = "intensity"', 'dimension = "loudness"', 15, "loudness"),
    ("stance = { referent = -1 }", "stance = { referent = 3 }", 16, "3"),
    ("stance = { referent = -1 }", "stance = { referent = 0.5 }", 16, "0.5"),
    ("stance = { referent = -1 }", "stance = { speaker = 1 }", 16, "speaker"),
    ("stance = { referent = -1 }", "stance = 1", 16, "stance"),
    ('text = "drizzle"', 'text = "{CLOUD}-covered"', 14, "{CLOUD}"),
    ('text = "drizzle"', 'text = "rain-{NATION}-y"', 14, "hyphen"),
    ('text = "drizzle"', "text = []", 14, "text"),
    ('source = "editors"\n', "", 13, "source"),
    ('source = "editors"', 'sorce = "editors"', 17, "sorce"),
    ('example = "A drizzle fell."', 'example = ""', 18, "example"),
    ('example = "A drizzle fell."', 'example = "A drizzle fell."\nnot_object = ["@clouds"]', 19, "@clouds"),
    ('example = "A drizzle fell."', 'example = "A drizzle fell."\nnot_phrase = ["of rain"]', 19, "of rain"),
    ('example = "A drizzle fell."', 'example = "A drizzle fell."\ninflect = "vowel"', 19, "vowel"),
    ('example = "A drizzle fell."', 'example = "A drizzle fell."\ncompound = "yes"', 19, "true or false"),
    ('id = "weather"', 'id = "The Weather"', 9, "The Weather"),
    ('id = "weather"\n', "", 8, "id"),
    (VARIANT, "", 8, "concept.variant"),
    ('counter_example = "A storm raged."', 'counter_example = "A storm raged.', 19, "TOML"),
    ('source = "editors"', 'source = "editors"\nsyntax = ["verb"]', 18, "syntax"),
    *(
        ('source = "editors"', f'source = "editors"\nsyntax = {{ {syntax}, counter_examples = ["z"] }}', 18, word)
        for syntax, word in (
            ('pos = ["vreb"]', "vreb"),
            ('pos = "verb"', "list"),
            ('relation = ["subjekt"]', "subjekt"),
            ('case = ["noun"]', "syntax.case"),
            ('head = ["@clouds"]', "@clouds"),
            ('examples = ["x"]', "asks for nothing"),
            ('pos = ["noun"], instead_of = ["needs_after"]', "needs_after"),
            ('pos = ["noun"], instead_of = ["loudness"]', "loudness"),
        )
    ),
    ('source = "editors"', 'source = "editors"\nsyntax = { pos = ["noun"] }', 18, "counter_examples"),
]


@pytest.mark.parametrize(("there", "instead", "line", "word"), BROKEN)
def test_a_fault_names_its_line_and_what_it_is(there: str, instead: str, line: int, word: str) -> None:
    assert there in WHOLE
    found = faults(WHOLE.replace(there, instead, 1))
    assert any(fault.startswith(f"mine.toml:{line}:") and word in fault for fault in found), found


def test_all_faults_are_told_at_once_in_line_order() -> None:
    source = WHOLE.replace("intensity", "loudness").replace("-1", "-9").replace('id = "mine"', 'id = "Mein!"')
    lines = [int(fault.split(":")[1]) for fault in faults(source)]
    assert lines == [2, 15, 16]


def test_an_id_used_twice_names_both_lines() -> None:
    found = faults(WHOLE + VARIANT)
    assert any(fault.startswith("mine.toml:21:") and "line 13" in fault for fault in found), found


def test_two_variants_cannot_claim_the_same_words_without_guards() -> None:
    second = VARIANT.replace('text = "drizzle"', 'id = "other"\ntext = ["Drizzle", "mizzle"]')
    assert any("drizzle" in fault.lower() and ":21:" in fault for fault in faults(WHOLE + second))
    guarded = second + 'not_before = ["acid"]\n'
    assert faults(WHOLE + guarded) == []


def test_a_file_that_is_not_utf8_names_the_line() -> None:
    found = parse(WHOLE.encode() + b"# caf\xe9\n", "mine.toml")[1]
    assert str(found[0]).startswith("mine.toml:20:")


def test_a_missing_file_is_told_and_the_next_one_is_still_checked(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(WHOLE.replace("intensity", "loudness"))
    found = check([tmp_path / "none.toml", bad])
    assert [fault.where for fault in found] == [str(tmp_path / "none.toml"), f"{bad}:15"]


def test_a_lexicon_can_bring_its_own_word_groups() -> None:
    own = '\n[groups]\nclouds = ["cumulus", "@place"]\n'
    guarded = WHOLE.replace('source = "editors"', 'source = "editors"\nneeds = ["@clouds"]') + own
    lexicon, found = parse(guarded.encode(), "mine.toml")
    assert found == []
    assert lexicon is not None
    assert lexicon.groups == (("clouds", ("cumulus", "@place")),)


def test_lines_are_found_past_multi_line_values() -> None:
    source = 'a = """\n[b]\nx = 1\n"""\n[[c]]\nd = [\n  "[[c]]",\n]\n[[c]]\ne = 1\n[[c.f]]\ng = 1\n[[c.f]]\ng = 2\n'
    index = line_index(source)
    assert line_of(index, ("c", 0, "d")) == 6
    assert line_of(index, ("c", 1, "e")) == 10
    assert line_of(index, ("c", 1, "f", 1, "g")) == 14
    assert line_of(index, ("c", 1, "f", 1, "missing")) == 13
    assert ("b",) not in index


def test_every_fault_has_a_sentence() -> None:
    assert [key for key in templates() if key.startswith("framing.lexicon.")]
