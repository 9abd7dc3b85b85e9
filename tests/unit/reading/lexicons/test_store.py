"""Built-in lexicons and the user's own folder."""

from __future__ import annotations

from pathlib import Path

from analysis.reading.lexicons import load

OWN = """
[lexicon]
id = "own"
name = "Own"
version = "1"
licence = "CC0"
description = "A user's addition to a built-in contrast set."

[[concept]]
id = "rulers-of-state"
label = "something else"
question = "?"

[[concept.variant]]
text = "politburo"
dimension = "evaluation"
stance = { referent = -1 }
source = "editors"
example = "The politburo met."
counter_example = "The bureau met."
"""


def test_a_users_lexicon_adds_to_a_built_in_contrast_set(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN)
    lexicons = load([tmp_path])
    concept = lexicons.concepts["rulers-of-state"]
    assert concept.label == load().concepts["rulers-of-state"].label
    assert "politburo" in [variant.label for variant in concept.variants]
    assert [m.entry.name for m in lexicons.matcher.find("The politburo met.")] == ["own/rulers-of-state/politburo"]


def test_a_faulty_lexicon_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN.replace("evaluation", "taste"))
    lexicons = load([tmp_path])
    assert [lexicon.id for lexicon in lexicons.lexicons] == [lexicon.id for lexicon in load().lexicons]
    assert [fault.where for fault in lexicons.faults] == [f"{tmp_path / 'own.toml'}:16"]


def test_every_lexicon_has_its_digest() -> None:
    digests = dict(load().digests)
    assert set(digests) >= {"armed_conflict", "designation", "patronage", "rulers"}
    assert all(len(digest) == 64 for digest in digests.values())


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    assert load([tmp_path / "none"]).lexicons == load().lexicons
