"""Writing: whole or not at all, and one clear sentence where it cannot be done."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from analysis.errors import OutputError
from analysis.model import Comparison
from analysis.output import write_analyses_json, write_csv, write_html, write_json, write_pdf, write_xlsx
from analysis.output.files import write_bytes

from .builders import TEXTS, analysis, story

Write = Callable[[Comparison, str], None]
WRITERS = {"pdf": write_pdf, "html": write_html, "json": write_json, "xlsx": write_xlsx}
BEGINS = {"pdf": b"%PDF-", "html": b"<!DOCTYPE html>", "json": b'{"schema":"parallax.comparison/1"', "xlsx": b"PK"}


@cache
def two() -> Comparison:
    return story(2)


@pytest.mark.parametrize("kind", WRITERS)
def test_each_kind_is_written_and_replaces_what_was_there(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"réport – 中.{kind}"
    path.write_bytes(b"old")
    WRITERS[kind](two(), str(path))
    assert path.read_bytes().startswith(BEGINS[kind])
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_missing_folder_is_named(kind: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="folder does not exist") as caught:
        WRITERS[kind](two(), str(tmp_path / "nowhere" / f"x.{kind}"))
    assert caught.value.where.endswith(f"x.{kind}")


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="There is a folder of this name"):
        write_bytes(b"x", tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_no_permission_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="not permitted"):
        write_bytes(b"x", tmp_path / "x")


def test_a_name_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write_bytes(b"x", tmp_path / ("x" * 300))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "not permitted"), (errno.EIO, "could not be written")],
)
def test_a_failure_half_way_leaves_the_old_file_and_nothing_else(
    number: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OutputError, match=sentence):
        write_bytes(b"new", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_csv_goes_into_a_folder_that_is_made(tmp_path: Path) -> None:
    write_csv(two(), tmp_path / "tables")
    assert "framing.csv" in {p.name for p in (tmp_path / "tables").iterdir()}
    with pytest.raises(OutputError, match="folder does not exist"):
        write_csv(two(), tmp_path / "nowhere" / "tables")


def test_csv_over_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="There is a file of this name"):
        write_csv(two(), tmp_path / "file")


def test_standard_output_is_a_dash(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_json(two(), "-")
    assert capfdbinary.readouterr().out.startswith(BEGINS["json"])


def test_articles_are_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_analyses_json([analysis("A", TEXTS[0]), analysis("B", TEXTS[1])], path)
    assert path.read_text("utf-8").count("\n") == 2


def test_a_new_file_has_the_permissions_that_new_files_get(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("x")
    write_bytes(b"x", tmp_path / "mine")
    assert (tmp_path / "mine").stat().st_mode == (tmp_path / "usual").stat().st_mode
