"""The codebook says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.reading.english.places import BUILT_IN
from analysis.reading.lexicons import Guards, Lexicons, Role, Syntax, load, load_file, parse
from analysis.reading.lexicons.codebook import counted, sourced, with_counted
from analysis.reading.lexicons.schema import VARIANT_KEYS
from analysis.reading.syntax.match import Pos, Relation

CODEBOOK = (BUILT_IN / "README.md").read_text("utf-8")
LEXICONS = load()


def test_its_figures_are_counted_from_the_files() -> None:
    assert with_counted(CODEBOOK, counted(LEXICONS)) == CODEBOOK, (
        "count anew: python -m analysis.reading.lexicons.codebook --write"
    )


def test_the_figures_count_what_stands_in_a_file(tmp_path: Path) -> None:
    (sample,) = re.findall(r"```toml\n(.*?)```", CODEBOOK, re.S)
    whole = sample.replace('source = "editors"', 'source = "A guide, https://example.org/guide"')
    (tmp_path / "my_lexicon.toml").write_text(whole, "utf-8")
    lexicon, _ = load_file(tmp_path / "my_lexicon.toml")
    assert lexicon is not None
    figures = counted(Lexicons((lexicon,)))
    assert "| my lexicon | `my_lexicon.toml` | 1 | 1 | 1 |" in figures
    assert "1 of 1 variants (100 %) rest on" in figures
    assert "counter-examples 1 (100 %) hold" in figures


def test_a_codebook_without_a_place_for_the_figures_is_told() -> None:
    with pytest.raises(ValueError, match="no place"):
        with_counted("# A codebook", "figures")


def test_a_source_that_was_opened_has_its_address() -> None:
    variants = [v for lexicon in LEXICONS.lexicons for c in lexicon.concepts for v in c.variants]
    assert [v.id for v in variants if sourced(v) and "http" not in v.source] == []


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
    named = [*Syntax.__dataclass_fields__, *Pos, *Relation]
    assert [name for name in named if f"`{name}`" not in CODEBOOK and f'"{name}"' not in CODEBOOK] == []
