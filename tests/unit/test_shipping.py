"""What is shipped is accounted for: every file has its licence, and the bill of materials has everything."""

from __future__ import annotations

import json
import re
import tomllib
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import OutputFormat
from cyclonedx.validation import make_schemabased_validator

from tests.shipping.bundled import RESOURCES, bundled
from tests.shipping.lock import installed, read_lock
from tests.shipping.notice import NOTICE, notice
from tests.shipping.sbom import SCHEMA, bill, main

ROOT = RESOURCES.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NOT_IN_A_WHEEL = ("lexicons/judged/*", "screenshots/*")
"""What only readers of the source need."""


def _files() -> list[str]:
    paths = (path for path in RESOURCES.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path.relative_to(RESOURCES).as_posix() for path in paths)


@cache
def _bill() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bill())
    return found


def _components() -> dict[str, dict[str, Any]]:
    return {component["bom-ref"]: component for component in _bill()["components"]}


# --------------------------------------------------------------------------- NOTICE


def test_notice_is_as_the_tables_and_texts_make_it() -> None:
    assert NOTICE.read_text("utf-8") == notice(), "run: python -m tests.shipping.notice"


def test_every_file_belongs_to_something_that_is_accounted_for() -> None:
    assert sorted(name for one in bundled() for name in one.files) == _files()


@pytest.mark.parametrize("folder", ["fonts", "icons", "model"])
def test_every_font_icon_and_file_of_the_model_is_named_with_its_licence(folder: str) -> None:
    entries = NOTICE.read_text("utf-8").split("\n" + "-" * 80)[0].split("\n\n")
    for name in _files():
        if name.startswith(f"{folder}/") and "LICENSE" not in name:
            path = f"resources/{name}"
            named = [e for e in entries if any(fnmatch(path, line.strip()) for line in e.splitlines())]
            assert len(named) == 1, name
            assert re.search(r"\n  Licence: \S", named[0]), name


def test_the_texts_of_all_licences_stand_in_notice() -> None:
    text = NOTICE.read_text("utf-8")
    for name in _files():
        if "LICENSE" in name and not name.startswith("icons/"):  # that one names the program's own
            assert (RESOURCES / name).read_text("utf-8").strip() in text, name


def test_the_sources_of_the_weights_are_named_beside_them() -> None:
    (reader,) = (one for one in bundled() if one.name == "The Reader")
    sources = (RESOURCES / "model" / "SOURCES.md").read_text("utf-8")

    assert len(reader.parents) == 3
    assert len(reader.data) == 8
    assert [one.name for one in (*reader.parents, *reader.data) if one.name not in sources] == []


# --------------------------------------------------------------------------- wheel and sdist


def test_licences_go_into_wheel_and_source_archive() -> None:
    kept = {path.relative_to(ROOT).as_posix() for p in PROJECT["project"]["license-files"] for path in ROOT.glob(p)}

    assert {"LICENSE", "NOTICE", "resources/model/SOURCES.md"} <= kept
    assert {f"resources/{name}" for name in _files() if "LICENSE" in name} <= kept


def test_every_resource_of_the_program_goes_into_a_wheel() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    left_out = [
        name
        for name in _files()
        if not any(fnmatch(Path(name).name, pattern) for pattern in patterns)
        and not any(fnmatch(name, pattern) for pattern in NOT_IN_A_WHEEL)
    ]

    assert left_out == ["icons/LICENSE"]  # among the licences


# --------------------------------------------------------------------------- bill of materials


def test_the_bill_follows_the_schema() -> None:
    validator = make_schemabased_validator(OutputFormat.JSON, SCHEMA)

    assert validator.validate_str(bill()) is None


def test_the_bill_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bill() == bill()
    assert "timestamp" not in _bill()["metadata"]

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert json.loads(bill())["metadata"]["timestamp"].startswith("2027-01-15T08:00:00")


def test_the_bill_has_what_is_installed_and_not_what_developing_needs() -> None:
    names = {component["name"] for component in _components().values()}
    needed = {re.match(r"[\w.-]+", line)[0].lower() for line in PROJECT["project"]["dependencies"]}  # type: ignore[index]

    assert needed <= names
    assert names.isdisjoint({"pytest", "hypothesis", "ruff", "mypy", "cyclonedx-bom", "jsonschema"})
    assert {"h11", "httpcore", "shiboken6", "numpy"} <= names, "what the packages need themselves"


def test_every_package_has_version_digests_licence_and_no_address() -> None:
    libraries = [component for component in _components().values() if component["type"] == "library"]

    assert len(libraries) > 60
    assert [c["name"] for c in libraries if not c.get("hashes") or not c.get("version") or not c.get("licenses")] == []
    assert {c["purl"].split("/")[0] for c in libraries} == {"pkg:pypi"}
    assert set(re.findall(r"\w+://[^/\"]+", bill())) == {"http://cyclonedx.org"}


def test_what_is_bundled_is_there_with_its_digests_and_the_models_origins() -> None:
    components = _components()
    files = [file for one in components.values() for file in one.get("components", ()) if file["type"] == "file"]
    reader = components["resources/The Reader"]

    assert sorted(file["name"] for file in files) == [f"resources/{name}" for name in _files()]
    assert all(file["hashes"] for file in files)
    assert {one["name"] for one in reader["pedigree"]["ancestors"]} >= {"all-MiniLM-L6-v2"}
    assert {one["name"] for one in reader["components"] if one["type"] == "data"} >= {"PolNeAR", "BABE", "GUM"}


def test_what_needs_what_is_said() -> None:
    needs = {one["ref"]: set(one.get("dependsOn", ())) for one in _bill()["dependencies"]}
    names = {ref: {need.split("@")[0] for need in refs} for ref, refs in needs.items()}

    assert {"httpx", "typst", "resources/The Reader"} <= names["parallax"]
    (httpx,) = (ref for ref in needs if ref.startswith("httpx@"))
    assert {"httpcore", "anyio", "certifi", "idna"} <= names[httpx]


def test_a_lock_is_read_with_markers_and_reasons(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    one, two = "0" * 64, "1" * 64
    lock.write_text(
        f"a==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{two} \\\n    --hash=sha256:{one}\n"
        "    # via parallax (pyproject.toml)\n"
        f"b==2 \\\n    --hash=sha256:{one}\n    # via\n    #   a\n    #   c\n"
        f"c==3 \\\n    --hash=sha256:{one}\n    # via parallax (pyproject.toml:dev)\n",
        encoding="utf-8",
    )
    found = read_lock(lock)

    assert [(p.name, p.version, p.marker, len(p.hashes), p.wanted_by) for p in found] == [
        ("a", "1.0", "sys_platform == 'win32'", 2, ("parallax (pyproject.toml)",)),
        ("b", "2", "", 1, ("a", "c")),
        ("c", "3", "", 1, ("parallax (pyproject.toml:dev)",)),
    ]
    assert [p.name for p in installed(found)] == ["a", "b"]


def test_the_bill_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "sbom.json")]) == 0
    assert json.loads((tmp_path / "sbom.json").read_text("utf-8"))["bomFormat"] == "CycloneDX"
    assert main([str(tmp_path / "no" / "sbom.json")]) == 2
    assert "folder does not exist" in capsys.readouterr().err
