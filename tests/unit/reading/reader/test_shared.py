"""One Reader per process, or a reason why there is none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from analysis.messages import render
from analysis.reading import reader as room
from analysis.reading.reader.calibration import Scale, read_calibration

from . import fake


def test_tests_see_the_rules_alone_unless_they_ask() -> None:
    assert room.shared() is None
    reason = room.available()
    assert reason is not None
    assert reason.key == "reader.off"


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(room.SWITCH, str(tmp_path))
    assert room.shared() is None
    reason = room.available()
    assert reason is not None
    assert "reader.onnx is missing" in render(reason)


def test_a_damaged_file_leaves_the_rules_and_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("reader.onnx", "tokenizer.json"):
        (tmp_path / name).write_text("not a model", encoding="utf-8")
    monkeypatch.setenv(room.SWITCH, str(tmp_path))
    assert room.available() is None, "nothing is loaded to answer this"
    assert room.shared() is None
    reason = room.available()
    assert reason is not None
    assert reason.key == "reader.broken"


def test_a_stand_in_takes_the_place_of_the_shared_one_for_a_while() -> None:
    mine = fake.reader()
    with room.use(mine):
        assert room.shared() is mine
        assert room.available() is None
        doc = fake.document("The mayor resigned.")
        assert doc.reading is not None
    assert room.shared() is None
    assert fake.document("The mayor resigned.").reading is None


def test_a_language_that_is_not_read_has_no_reading() -> None:
    from dataclasses import replace

    from analysis.reading import read_document

    article = replace(fake.document("Le maire est parti.").article, language="fr")
    with room.use(fake.reader()):
        assert read_document(article).reading is None


def test_constants_are_read_from_beside_the_model(tmp_path: Path) -> None:
    path = tmp_path / "reader.json"
    constants = {"version": "1.2", "trained": "2026-11-22", "loaded": {"temperature": 2, "bias": 1, "threshold": 0.4}}
    path.write_text(json.dumps(constants), encoding="utf-8")
    found = read_calibration(path)
    assert (found.version, found.trained) == ("1.2", "2026-11-22")
    assert found.of("loaded") == Scale(2, 1, 0.4)
    assert found.of("loaded").probability(np.array([-2], np.float32)).tolist() == [0.5]
    assert found.of("subjective") == Scale()
