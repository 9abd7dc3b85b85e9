"""One Reader per process, or a reason why there is none."""

from __future__ import annotations

import html
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
from packaging.requirements import Requirement

from analysis.cli import main
from analysis.messages import render
from analysis.reading import reader as room
from analysis.reading.reader.calibration import Scale, read_calibration
from analysis.reading.reader.digests import FILES, checked, digests_of
from tests.conftest import ROOT
from tests.patience import PROCESS_S

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


def no_model(folder: Path, listed: bool = True) -> Path:
    """Return a folder of files that are no model; `reader.json` names them where they are `listed`."""
    for name in FILES:
        (folder / name).write_text("not a model", encoding="utf-8")
    if listed:
        (folder / "reader.json").write_text(json.dumps({"sha256": digests_of(folder)}), encoding="utf-8")
    return folder


def _reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(room.SWITCH, str(folder))
    assert room.available() is None, "nothing is loaded to answer this"
    assert room.shared() is None
    reason = room.available()
    assert reason is not None
    return f"{reason.key}: {render(reason)}"


def test_a_damaged_file_leaves_the_rules_and_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = _reason(no_model(tmp_path), monkeypatch)
    assert reason.startswith("reader.broken")
    assert str(tmp_path) not in reason, "reports print it"


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_the_one_named_is_not_used(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (no_model(tmp_path) / name).write_text("another model", encoding="utf-8")
    reason = _reason(tmp_path, monkeypatch)
    assert reason.startswith("reader.wrong_file")
    assert f"file {name} was changed" in reason


def test_a_file_that_nothing_names_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _reason(no_model(tmp_path, listed=False), monkeypatch).startswith("reader.unlisted")


@pytest.mark.reader
def test_the_model_that_is_shipped_is_the_one_named() -> None:
    assert checked(room.FOLDER).keys() == set(FILES)


def test_a_model_that_is_not_used_is_said_everywhere(
    sample_paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "model").mkdir()
    (no_model(tmp_path / "model") / "reader.onnx").write_text("another model", encoding="utf-8")
    monkeypatch.setenv(room.SWITCH, str(tmp_path / "model"))
    page, data = tmp_path / "report.html", tmp_path / "all.json"
    assert main(["compare", *sample_paths[:2], "--html", str(page), "--json", str(data)]) == 0

    said = "the Reader's file reader.onnx was changed"
    assert capsys.readouterr().err.count(said) == 1
    assert said in html.unescape(page.read_text("utf-8"))
    assert [note["text"] for note in json.loads(data.read_text("utf-8"))["notes"] if said in note["text"]] != []
    assert str(tmp_path) not in page.read_text("utf-8") + data.read_text("utf-8")


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

    from analysis.reading.pipeline import read_document

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


def test_the_runtime_is_forbidden_to_report_its_use_before_it_is_loaded() -> None:
    code = (
        "import os, sys\n"
        "from analysis.reading.reader.reader import runtime\n"
        "assert 'onnxruntime' not in sys.modules\n"
        "class Watch:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'onnxruntime': print(os.environ.get('ORT_DISABLE_TELEMETRY'))\n"
        "sys.meta_path.insert(0, Watch())\n"
        "runtime()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=PROCESS_S
    )

    assert done.stdout.strip() == "1"


def test_no_version_of_the_runtime_that_reports_its_use_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"] if line.startswith("onnxruntime")]

    assert wanted != []
    assert [str(one) for one in wanted if one.specifier.contains("1.29.0") or one.specifier.contains("9.0")] == []
