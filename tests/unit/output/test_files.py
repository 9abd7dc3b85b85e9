"""Writing: whole or not at all, and one clear sentence where it cannot be done."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from analysis.errors import OutputError
from analysis.model import Comparison
from analysis.output import write_analyses_json, write_csv, write_html, write_json, write_pdf, write_xlsx
from analysis.output.files import write_bytes, write_folder
from tests.patience import PROCESS_S

from .builders import TEXTS, analysis, story

ROOT = Path(__file__).resolve().parents[3]
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


# --------------------------------------------------------------------------- links, pipes, devices

posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices as on Unix")


@posix
@pytest.mark.parametrize("old", [b"old", None], ids=["there", "to be made"])
def test_a_link_stays_and_what_it_leads_to_is_written(old: bytes | None, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    target = tmp_path / "deep" / "real.json"
    if old is not None:
        target.write_bytes(old)
        target.chmod(0o640)
    link, further = tmp_path / "link.json", tmp_path / "deep" / "further.json"
    link.symlink_to("deep/further.json")
    further.symlink_to("real.json")
    write_bytes(b"new", link)

    assert (link.is_symlink(), further.is_symlink(), target.read_bytes()) == (True, True, b"new")
    assert old is None or target.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in target.parent.iterdir()) == ["further.json", "real.json"]


@posix
def test_links_that_lead_in_a_circle_are_said(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OutputError, match="could not be written"):
        write_bytes(b"x", tmp_path / "a")


@posix
def test_a_pipe_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_bytes(b"new", pipe)
    reader.join()

    assert (got, pipe.is_fifo()) == ([b"new"], True)


@posix
def test_a_device_is_written_into_and_stays() -> None:
    write_bytes(b"x", os.devnull)

    assert Path(os.devnull).is_char_device()


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device_is_said() -> None:
    with pytest.raises(OutputError, match="disk is full"):
        write_bytes(b"x", "/dev/full")


@posix
@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no names for open files")
def test_a_file_that_is_open_already_is_written_on_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("wb") as file:
        file.write(b"before ")
        file.flush()
        number = path.stat().st_ino
        write_bytes(b"after", f"/dev/fd/{file.fileno()}")

    assert (path.read_bytes(), path.stat().st_ino) == (b"before after", number)


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    path.chmod(0o400)
    with pytest.raises(OutputError, match="not permitted"):
        write_bytes(b"new", path)
    assert path.read_bytes() == b"old"


# --------------------------------------------------------------------------- sets of files


def _set(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_set_replaces_its_files_and_leaves_others(tmp_path: Path) -> None:
    for name in ("a.csv", "mine.txt"):
        (tmp_path / name).write_bytes(b"old")
    write_folder({"a.csv": b"1", "b.csv": b"2"}, tmp_path)

    assert _set(tmp_path) == {"a.csv": b"1", "b.csv": b"2", "mine.txt": b"old"}


@pytest.mark.parametrize("step", range(8))
def test_whatever_step_of_a_set_fails_the_earlier_set_stands(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {"a.csv": b"old a", "b.csv": b"old b"}
    write_folder(before, tmp_path)
    left = iter(range(step))

    def failing(real: Callable[..., object]) -> Callable[..., object]:
        def step_or_fail(*args: object) -> object:
            if next(left, None) is None and failures.append(1) is None and len(failures) == 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args)

        return step_or_fail

    failures: list[int] = []
    for name in ("replace", "chmod"):
        monkeypatch.setattr(os, name, failing(getattr(os, name)))
    with pytest.raises(OutputError, match="disk is full"):
        write_folder({"a.csv": b"new a", "b.csv": b"new b", "c.csv": b"new c"}, tmp_path)

    assert _set(tmp_path) == before


def test_a_set_that_fails_leaves_no_folder_that_it_made(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write_folder({"a.csv": b"1", "b" * 300: b"2"}, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_of_a_set_is_said(tmp_path: Path) -> None:
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(OutputError, match="There is a folder of this name") as caught:
        write_folder({"a.csv": b"1", "b.csv": b"2"}, tmp_path)
    assert caught.value.where.endswith("b.csv")
    assert [p.name for p in tmp_path.iterdir()] == ["b.csv"]


# --------------------------------------------------------------------------- the program, with what a system refuses


def _run(command: str, *files: str) -> subprocess.CompletedProcess[str]:
    """Return what a shell says of the program's run; `$program` is the program, `$1` and on are `files`.

    Python keeps no compiled modules meanwhile: where the size of files is limited, it would keep halves of them.
    """
    program = f"{shlex.quote(sys.executable)} {shlex.quote(str(ROOT / 'main.py'))}"
    line = command.replace("$program", program)
    return subprocess.run(
        ["/bin/sh", "-c", line, "sh", *files],
        capture_output=True,
        text=True,
        check=False,
        timeout=PROCESS_S,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


@posix
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ('ulimit -f 1; $program compare "$1" "$2" --json "$3/big.json"', "larger than the system allows"),
        ('ulimit -f 1; $program compare "$1" "$2" --csv "$3/set"', "larger than the system allows"),
        ('$program compare "$1" "$2" --json - >/dev/full', "disk is full"),
        ('$program compare "$1" "$2" >/dev/full', "disk is full"),
        ('$program compare "$1" "$2" --json - >&-', "could not be written"),
    ],
)
def test_what_the_system_refuses_is_one_sentence(
    command: str, said: str, sample_paths: list[str], tmp_path: Path
) -> None:
    done = _run(command, *sample_paths[:2], str(tmp_path))

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_reader_that_leaves_is_no_failure(sample_paths: list[str]) -> None:
    done = _run('$program compare "$1" "$2" --json - | head -c 20', *sample_paths[:2])

    assert (done.returncode, done.stdout, done.stderr) == (0, '{"schema":"parallax.', "")


@posix
def test_the_file_of_a_set_that_cannot_be_written_is_named(sample_paths: list[str], tmp_path: Path) -> None:
    (tmp_path / "framing.csv").mkdir()
    done = _run('$program compare "$1" "$2" --csv "$3"', *sample_paths[:2], str(tmp_path))

    assert done.returncode == 2
    assert f"{tmp_path / 'framing.csv'}: There is a folder of this name" in done.stderr
