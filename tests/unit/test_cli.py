"""The command line keeps its contract: arguments, exit codes, and what goes where."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import analysis
from analysis import cli
from analysis.cli import main
from analysis.sources import Reading
from analysis.sources.tally import Tally
from tests.patience import PROCESS_S

ROOT = Path(__file__).resolve().parents[2]


def test_analyze_prints_one_json_object_per_article(
    sample_paths: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", *sample_paths, "--json", "-"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(sample_paths)
    assert {json.loads(line)["schema"] for line in lines} == {"parallax.analysis/1"}


def test_analyze_without_json_prints_a_table_for_people(
    sample_paths: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", sample_paths[0]]) == 0
    header, row = capsys.readouterr().out.splitlines()
    assert header.split()[0] == "Outlet"
    assert "Lamplighter" in row


def test_compare_gives_the_same_bytes_for_any_order_and_any_folder(
    sample_paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = []
    for folder, order in (("one", 1), ("two", -1)):
        place = tmp_path / folder
        place.mkdir()
        for path in sample_paths:
            (place / Path(path).name).write_bytes(Path(path).read_bytes())
        monkeypatch.chdir(place)
        names = sorted(p.name for p in place.iterdir())[::order]
        assert main(["compare", *names, "--json", str(tmp_path / f"{folder}.json")]) == 0
        results.append((tmp_path / f"{folder}.json").read_bytes())
    assert results[0] == results[1]


def test_compare_writes_every_format_that_is_asked_for(
    sample_paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {name: tmp_path / f"report.{name}" for name in ("pdf", "html", "json", "xlsx")}
    arguments = [part for name, path in files.items() for part in (f"--{name}", str(path))]
    assert main(["compare", *sample_paths, *arguments, "--csv", str(tmp_path / "tables")]) == 0
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    assert files["xlsx"].read_bytes().startswith(b"PK")
    assert json.loads(files["json"].read_text(encoding="utf-8"))["schema"] == "parallax.comparison/1"
    assert "<html" in files["html"].read_text(encoding="utf-8")
    assert list((tmp_path / "tables").glob("*.csv"))
    assert capsys.readouterr().out == ""


def test_a_skipped_source_is_named_and_the_rest_is_done(
    sample_paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert main(["analyze", str(empty), sample_paths[0], "--json", "-"]) == 1
    printed = capsys.readouterr()
    assert "empty.txt" in printed.err
    assert "Traceback" not in printed.err
    assert len(printed.out.splitlines()) == 1


def test_what_a_file_misses_of_its_own_count_is_said_and_ends_with_1(
    sample_paths: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = analysis.read(sample_paths[:1])
    name = whole.tallies[0].path
    short = Reading(whole.articles, (), (Tally(name, 3, 1, 0),))
    monkeypatch.setattr(cli, "read", lambda *_: short)
    assert main(["analyze", sample_paths[0], "--json", "-"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{name}: It says that it holds 3: 1 read, 0 skipped, 2 missing.",
        "1 file: 1 article read, 2 missing",
    ]


def test_several_files_are_counted_where_something_is_lost_or_somebody_looks_on(
    sample_paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.txt").touch()
    assert main(["analyze", sample_paths[0], str(tmp_path / "empty.txt"), "--json", "-"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "2 files: 1 article read, 1 skipped"
    assert main(["analyze", *sample_paths[:2], "--json", "-"]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(cli, "_at_terminal", lambda: True)
    assert main(["analyze", *sample_paths[:2], "--json", "-"]) == 0
    assert "2 files: 2 articles read\n" in capsys.readouterr().err


def test_the_list_of_what_was_skipped_can_be_handed_over_again(
    sample_paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late, listed = tmp_path / "late.txt", tmp_path / "skipped.tsv"
    assert main(["analyze", sample_paths[0], str(late), "--json", "-", "--skipped", str(listed)]) == 1
    late.write_text("The bridge over the river was opened on Monday.", encoding="utf-8")
    paths = [line.split("\t")[0] for line in listed.read_text(encoding="utf-8").splitlines()]
    assert main(["analyze", *paths, "--json", "-", "--skipped", str(listed)]) == 0
    assert listed.read_text(encoding="utf-8") == ""
    capsys.readouterr()


def test_a_list_that_cannot_be_written_is_said_before_the_work(
    sample_paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", sample_paths[0], "--skipped", str(tmp_path / "no" / "list.tsv")]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1


WRONG = {
    "no such file": ["analyze", "no-such-file.txt"],
    "no command": [],
    "an unknown command": ["divine", "x"],
    "an unknown option": ["analyze", "x", "--divine"],
    "a column without a name": ["analyze", "x", "--column", "text"],
    "no path": ["compare"],
    "a lexicon that is not there": ["lexicon", "check", "no-such-lexicon.toml"],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG.keys())
def test_wrong_usage_ends_with_2_and_says_why(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.strip()
    assert "Traceback" not in printed.err


def test_an_unknown_option_points_to_the_help_of_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "x", "--divine"]) == 2
    assert capsys.readouterr().err == (
        "main.py compare: unrecognized arguments: --divine. See `main.py compare --help`.\n"
    )


def test_a_table_without_texts_says_how_to_name_their_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "scores.csv"
    table.write_text("id,score\n1,2\n", encoding="utf-8")
    assert main(["analyze", str(table)]) == 2
    assert "id, score" in (said := capsys.readouterr().err)
    assert "--column text=NAME" in said


def test_articles_of_unknown_outlets_go_by_their_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("left", "right"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} bank of the river was flooded on Monday.", encoding="utf-8")
    assert main(["analyze", str(tmp_path)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]] == ["left", "right"]


def test_a_place_that_cannot_be_written_is_one_sentence(
    sample_paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", sample_paths[0], "--pdf", str(tmp_path / "no" / "such" / "folder" / "x.pdf")]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_the_built_in_lexicons_pass_their_own_check(capsys: pytest.CaptureFixture[str]) -> None:
    lexicons = sorted(str(p) for p in (ROOT / "resources" / "lexicons").glob("*.toml"))
    assert main(["lexicon", "check", *lexicons]) == 0
    assert "fine" in capsys.readouterr().out


def test_standard_input_is_an_article_and_output_can_be_piped(sample_paths: list[str]) -> None:
    text = Path(sample_paths[0]).read_bytes()
    command = [sys.executable, str(ROOT / "main.py"), "analyze", "-", "--json", "-"]
    done = subprocess.run(command, input=text, capture_output=True, timeout=PROCESS_S)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["article"]["outlet"] == "The Veldurin Lamplighter"
