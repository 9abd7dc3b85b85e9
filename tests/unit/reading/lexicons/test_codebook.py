"""The codebook says what is so."""

from __future__ import annotations

import re

from analysis.reading.lexicons import Guards, Role, load, parse
from analysis.reading.lexicons.patterns import terms
from analysis.reading.lexicons.places import BUILT_IN
from analysis.reading.lexicons.schema import VARIANT_KEYS
from analysis.reading.lexicons.text import fold

CODEBOOK = (BUILT_IN / "README.md").read_text("utf-8")
LEXICONS = load()


def test_its_table_counts_the_files() -> None:
    rows = dict(re.findall(r"`(\w+)\.toml` \| (\d+ \| \d+) \|", CODEBOOK))
    assert rows == {
        lexicon.id: f"{len(lexicon.concepts)} | {sum(len(c.variants) for c in lexicon.concepts)}"
        for lexicon in LEXICONS.lexicons
    }


def test_its_share_of_sources_is_counted() -> None:
    variants = [v for lexicon in LEXICONS.lexicons for c in lexicon.concepts for v in c.variants]
    opened = sum(v.source != "editors" for v in variants)
    assert f"{opened} of {len(variants)} variants rest on" in CODEBOOK
    assert all("http" in v.source for v in variants if v.source != "editors")


def test_its_share_of_counter_examples_with_the_very_words_is_counted() -> None:
    variants = [v for lexicon in LEXICONS.lexicons for c in lexicon.concepts for v in c.variants]
    same = sum(any(term.fold in fold(v.counter_example) for term in terms(v)) for v in variants)
    assert f"counter-examples {same} hold" in " ".join(CODEBOOK.split())


def test_its_entry_is_a_whole_lexicon() -> None:
    (sample,) = re.findall(r"```toml\n(.*?)```", CODEBOOK, re.S)
    lexicon, faults = parse(sample.encode(), "sample.toml")
    assert faults == []
    assert lexicon is not None


def test_it_names_every_key_and_role() -> None:
    missing = [key for key in VARIANT_KEYS if f"`{key}`" not in CODEBOOK]
    assert missing == []
    assert [role for role in Role if f"`{role.value}`" not in CODEBOOK] == []
    assert [guard for guard in Guards.__dataclass_fields__ if f"`{guard}`" not in CODEBOOK] == []
