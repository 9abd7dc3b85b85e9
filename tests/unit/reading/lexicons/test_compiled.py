"""Compiled lexicons: the same as read, made anew when anything they rest on changes, of no harm when damaged."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from analysis.reading.lexicons import compiled as room
from analysis.reading.lexicons import load, store
from analysis.reading.lexicons.compiled import Cache
from analysis.reading.lexicons.patterns import terms

TEXT = "The U.S.-backed militia stormed the town. Militants fled the self-declared republic."

OWN = """
[lexicon]
id = "own"
name = "Own"
version = "1"
licence = "CC0"
description = "For a test."

[groups]
vessel = ["ship", "boat"]

[[concept]]
id = "boarding"
label = "a ship is boarded"
question = "How?"

[[concept.variant]]
text = ["seize"]
inflect = "verb"
dimension = "evaluation"
stance = { agent = -1 }
source = "editors"
needs_object = ["@vessel"]
example = "They seized the boat."
counter_example = "They seized the day."
"""


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed, in order."""
    found: list[str] = []
    parse = store.parse
    monkeypatch.setattr(store, "parse", lambda raw, path: (found.append(Path(path).name), parse(raw, path))[1])
    return found


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One short lexicon in place of the built-in ones."""
    folder = tmp_path / "built_in"
    folder.mkdir()
    (folder / "short.toml").write_text(OWN.replace('id = "own"', 'id = "short"').replace("seize", "board"))
    monkeypatch.setattr(store, "BUILT_IN", folder)


def test_what_is_kept_is_the_same_as_what_was_read(tmp_path: Path, parsed: list[str]) -> None:
    cold = load(cache=tmp_path / "c.json")
    assert parsed
    parsed.clear()
    warm = load(cache=tmp_path / "c.json")
    assert parsed == []
    assert warm.lexicons == cold.lexicons
    assert warm.surfaces == cold.surfaces
    variants = [v for lexicon in warm.lexicons for c in lexicon.concepts for v in c.variants]
    ready = [surfaces for one in warm.surfaces for surfaces in one]
    for variant, kept in zip(variants, ready, strict=True):
        assert tuple(kept.term(variant, i) for i in range(len(kept.texts))) == terms(variant)
    found = [(m.span, m.entry.name, m.label) for m in warm.matcher.find(TEXT)]
    assert found == [(m.span, m.entry.name, m.label) for m in cold.matcher.find(TEXT)]
    assert len(found) >= 4


@pytest.mark.usefixtures("small")
def test_only_a_changed_file_is_read_again(tmp_path: Path, parsed: list[str]) -> None:
    own, cache = tmp_path / "own", tmp_path / "c.json"
    own.mkdir()
    (own / "own.toml").write_text(OWN)
    load([own], cache)
    parsed.clear()
    (own / "own.toml").write_text(OWN.replace('"seize"', '"grab"'))
    changed = load([own], cache)
    assert parsed == ["own.toml"]
    assert [m.label for m in changed.matcher.find("They grabbed the boat.")] == ["grab"]
    assert changed.lexicons[-1].groups == (("vessel", ("ship", "boat")),)


@pytest.mark.usefixtures("small")
def test_everything_is_read_again_when_a_shared_table_or_the_code_changes(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(cache=tmp_path / "c.json")
    parsed.clear()
    monkeypatch.setattr(room, "stamp", lambda: "another")
    load(cache=tmp_path / "c.json")
    assert parsed == ["short.toml"]


def test_the_stamp_is_over_the_shared_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "word_groups.toml").write_text("[groups]\n")
    monkeypatch.setattr(room, "SHARED", tmp_path)
    first = room.stamp.__wrapped__()
    (tmp_path / "word_groups.toml").write_text('[groups]\nplace = ["town"]\n')
    assert room.stamp.__wrapped__() != first


@pytest.mark.usefixtures("small")
def test_a_faulty_file_is_told_every_time(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "own.toml").write_text(OWN.replace("evaluation", "taste"))
    for _ in range(2):
        assert [fault.where for fault in load([own], tmp_path / "c.json").faults] == [f"{own / 'own.toml'}:20"]


def _sealed(body: str) -> str:
    return f"{room.stamp()} {hashlib.sha256(body.encode()).hexdigest()}\n{body}"


DAMAGED = {
    "empty": "",
    "cut off": '["x", ',
    "another shape": '{"a": 1}',
    "not sealed": f"{room.stamp()} {'0' * 64}\n{{}}",
    "no text within": f"{room.stamp()} {'0' * 64}",
    "nested without end": "[" * 100_000,
    "sealed nonsense": _sealed("[" * 100_000),
    "sealed list": _sealed("[]"),
}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_cache_is_read_past_and_written_anew(name: str, tmp_path: Path, parsed: list[str]) -> None:
    cache = tmp_path / "c.json"
    cache.write_text(DAMAGED[name])
    assert load(cache=cache).lexicons == load().lexicons
    parsed.clear()
    load(cache=cache)
    assert parsed == []


def _changes() -> list[tuple[str, Any]]:
    """Places in a kept lexicon, and what no lexicon has there."""
    variant = "[0][2][0][3][0]"
    return [
        ("[0]", ["only an id"]),
        ("[0][0]", 5),
        ("[1]", [["vessel", [1]]]),
        ("[2]", "text"),
        ("[2][0][1]", None),
        (variant.removeprefix("[0]") + "[1]", []),
        (variant.removeprefix("[0]") + "[2][0]", "loudness"),
        (variant.removeprefix("[0]") + "[3]", [["agent", 7]]),
        (variant.removeprefix("[0]") + "[3]", [["agent", True]]),
        (variant.removeprefix("[0]") + "[3]", [["speaker", 1]]),
        (variant.removeprefix("[0]") + "[4][0]", "yes"),
        (variant.removeprefix("[0]") + "[6]", {"__class__": ["x"]}),
        (variant.removeprefix("[0]") + "[6]", [["needs", ["x"]]]),
        (variant.removeprefix("[0]") + "[7][0]", " "),
        (variant.removeprefix("[0]") + "[7][0]", "two\nlines"),
        (variant.removeprefix("[0]") + "[7][0]", ["seize"]),
        (variant.removeprefix("[0]") + "[8]", "a-"),
        (variant.removeprefix("[0]") + "[8]", 5 * "z-\0"),
        (variant.removeprefix("[0]") + "[8]", 5 * "aX\0"),
        (variant.removeprefix("[0]") + "[8]", 5 * "a-\x07"),
    ]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("place", "value"), _changes())
def test_a_value_that_no_lexicon_has_is_refused(place: str, value: Any, tmp_path: Path) -> None:
    own, cache = tmp_path / "own", tmp_path / "c.json"
    own.mkdir()
    (own / "own.toml").write_text(OWN)
    expected = load([own], cache)
    rows = json.loads(cache.read_text("utf-8").partition("\n")[2])
    sha256 = expected.lexicons[-1].sha256
    assert Cache(cache).get(sha256, "own.toml") is not None
    row = rows[sha256]
    *steps, last = [int(step) for step in place.strip("[]").split("][")]
    for step in steps:
        row = row[step]
    row[last] = value
    cache.write_text(_sealed(json.dumps(rows)))
    assert Cache(cache).get(sha256, "own.toml") is None
    assert load([own], cache).lexicons == expected.lexicons


@pytest.mark.usefixtures("small")
def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert load(cache=tmp_path / "file" / "c.json").lexicons == load().lexicons
    assert Cache(None).get("0", "x") is None


@pytest.mark.usefixtures("small")
def test_nothing_is_left_beside_the_cache(tmp_path: Path) -> None:
    load(cache=tmp_path / "c.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["built_in", "c.json"]
