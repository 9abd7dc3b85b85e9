"""Whatever a parser does, it costs one file: its reason is said, and the next file is read."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import psutil
import pytest

from analysis import ReadSettings
from analysis.errors import SourceError
from analysis.messages import render
from analysis.model import Article
from analysis.progress import Cancelled
from analysis.sources import read_bytes, read_text
from analysis.sources.child import pool, process
from analysis.sources.child.limits import Limits
from analysis.sources.child.process import Child, Request
from analysis.sources.ledger import Ledger
from tests.patience import PROCESS_S

from .. import makers

MODULE = "tests.unit.sources.child.misbehaving"
SMALL = Limits(cpu_s=1.0, cpu_s_per_mb=0.0, memory_bytes=200_000_000, waits=PROCESS_S)
STORY = f"{makers.TITLE}\n\n{makers.LEAD}\n\n{makers.REST[0]}".encode()
ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def child() -> Iterator[Child]:
    one = Child(SMALL, MODULE)
    yield one
    one.kill()


def _silent(_: float) -> None:
    """Hear of no progress."""


def read(child: Child, data: bytes, name: str = "a.txt") -> tuple[list[Article], list[SourceError]]:
    """Return what a child makes of a file."""
    ledger = Ledger()
    articles = list(child.read(BytesIO(data), Request(name, len(data), ReadSettings()), ledger, _silent))
    return articles, ledger.problems


@pytest.mark.parametrize("act", ["exit", "segfault", "work", "eat"])
def test_an_entry_of_a_zip_that_ends_its_child_costs_no_other(act: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "Child", lambda: Child(SMALL, MODULE))
    pool.close()
    try:
        data = makers.archive({f"{name}.txt": STORY + name.encode() for name in ("a", act, "y", "z")})
        reading = read_bytes(data, "a.zip")
    finally:
        pool.close()

    assert [article.source for article in reading.articles] == ["a.zip/a.txt", "a.zip/y.txt", "a.zip/z.txt"]
    assert [skipped.source for skipped in reading.skipped] == [f"a.zip/{act}.txt"]


def reason(child: Child, act: str) -> str:
    """Return the sentence in which a child's end is told."""
    with pytest.raises(SourceError) as caught:
        read(child, act.encode() + b" " + STORY)
    return render(caught.value.message)


TIME = "Reading it took more than 1 seconds of processor time and was stopped"
MEMORY = "Reading it took more than 200 MB of memory and was stopped"
DEADLY = {
    "exit": r"failed on it \(exit code 3\)",
    "segfault": r"failed on it \(SIGSEGV\)",
    "work": TIME,
    "eat": MEMORY,
    # The system may end it before the parent has seen it grow.
    "fill": rf"{MEMORY}|failed on it \(SIGABRT\)",
}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("act", "words"), DEADLY.items(), ids=DEADLY.keys())
def test_a_parser_that_dies_hangs_or_grows_is_one_file_with_its_reason(child: Child, act: str, words: str) -> None:
    assert re.search(words, reason(child, act))
    assert not child.alive
    assert not psutil.pid_exists(child.pid)


def test_a_parser_that_waits_for_nothing_is_stopped_too() -> None:
    assert re.search(TIME, reason(Child(replace(SMALL, waits=1), MODULE), "wait"))


def test_the_next_file_is_read_by_a_new_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "Child", lambda: Child(SMALL, MODULE))
    pool.close()
    try:
        first, second, third = (read_bytes(data, "a.txt") for data in (STORY, b"exit " + STORY, STORY))
    finally:
        pool.close()

    assert [len(r.articles) for r in (first, second, third)] == [1, 0, 1]
    assert "failed on it" in render(second.skipped[0].message)


def test_a_child_is_used_again(child: Child) -> None:
    before = child.pid
    for _ in range(3):
        articles, problems = read(child, STORY)
        assert ([a.title for a in articles], problems) == ([makers.TITLE], [])
    assert (child.pid, child.alive) == (before, True)


def test_a_child_that_has_ended_while_idle_is_replaced(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    read(child, STORY)
    monkeypatch.setattr(pool, "_taken", lambda: child)
    os.kill(child.pid, signal.SIGTERM)

    assert len(read_bytes(STORY, "a.txt").articles) == 1


def test_a_child_that_ended_while_it_waited_leaves_no_pipes_open() -> None:
    pool.close()
    read_bytes(STORY, "a.txt")
    ((_, idle),) = pool._idle
    os.kill(idle.pid, signal.SIGKILL)
    idle._process.wait(timeout=PROCESS_S)
    assert len(read_bytes(STORY, "a.txt").articles) == 1
    assert idle._process.stdin is not None
    assert idle._process.stdin.closed


def test_a_pasted_text_starts_no_child_and_a_pasted_page_does(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Child] = []

    def start() -> Child:
        started.append(Child())
        return started[-1]

    pool.close()
    monkeypatch.setattr(pool, "Child", start)

    assert read_text(STORY.decode()).articles[0].title == makers.TITLE
    assert started == []
    assert read_text(makers.page().decode()).articles[0].title == makers.TITLE
    assert read_text("The port was closed again. " * 4_000).articles
    assert len(started) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_stops_the_parent_is_not_for_the_child(child: Child) -> None:
    read(child, STORY)
    os.kill(child.pid, signal.SIGINT)

    assert len(read(child, STORY)[0]) == 1


@pytest.mark.parametrize("act", ["recurse", "refuse"])
def test_a_parser_that_raises_keeps_the_child(child: Child, act: str) -> None:
    articles, (problem,) = read(child, act.encode() + b" " + STORY)

    assert articles == []
    assert problem.message.key == {"recurse": "sources.unexpected", "refuse": "sources.no_article"}[act]
    assert child.alive


def test_what_a_library_prints_disturbs_nothing(child: Child) -> None:
    (article,), problems = read(child, b"chatter " + STORY)

    assert (article.title, problems) == (f"chatter {makers.TITLE}", [])


@pytest.mark.parametrize("size", [0, 1, process.CHUNK - 1, process.CHUNK, process.CHUNK + 1, 3 * process.CHUNK])
def test_a_file_of_any_size_arrives_whole(child: Child, size: int) -> None:
    words = ("The port was closed again. " * (size // 27 + 1))[: min(size, 100_000)].strip()
    child = child if size < 100_000 else Child(module=MODULE)
    articles, problems = read(child, words.ljust(size).encode())
    child.kill()

    assert [a.text for a in articles] == ([words] if any(c.isalnum() for c in words) else [])
    assert len(articles) + len(problems) == 1


def test_cancel_ends_the_child_while_it_reads(child: Child) -> None:
    def cancel(_: float) -> None:
        raise Cancelled

    request = Request("a.txt", 5, ReadSettings())
    with pytest.raises(Cancelled):
        list(child.read(BytesIO(b"wait "), request, [], cancel))
    assert not psutil.pid_exists(child.pid)


def test_a_caller_that_has_enough_of_a_table_ends_the_child() -> None:
    rows = makers.table([["title", "text"], *([f"T {i}", makers.LEAD] for i in range(500))])
    one = Child()
    articles = one.read(BytesIO(rows), Request("a.csv", len(rows), ReadSettings()), [], _silent)
    next(articles)
    articles.close()

    assert not one.alive


# --------------------------------------------------------------------------- what a child cannot do


def said(child: Child, act: str) -> str:
    """Return what the child found out about itself."""
    _, (problem,) = read(child, act.encode() + b" ")
    return str(dict(problem.message.args)["reason"]).removeprefix("Said: ")


STRACE = shutil.which("strace")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux closes the network for a process")


@linux
def test_a_child_can_neither_connect_nor_start_a_program(child: Child) -> None:
    # Where neither a filter nor a namespace can be had, there is nothing to test.
    read(child, STORY)
    if not child.network:
        pytest.skip("this system gives an ordinary user neither seccomp nor a namespace")
    assert "PermissionError" in said(child, "connect") or "unreachable" in said(child, "connect")
    if child.network == "seccomp":
        assert "PermissionError" in said(child, "run")


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_the_system_sees_no_socket_whatever_is_read(tmp_path: Path) -> None:
    linked = '<link rel="stylesheet" href="https://example.org/a.css"><base href="https://example.org/">'
    external = b'<?xml version="1.0"?><!DOCTYPE html SYSTEM "https://example.org/a.dtd">'
    for name, data in {
        "a.txt": STORY,
        "a.html": makers.page(head=linked),
        "b.xhtml": external + b"<html><body><p>" + makers.LEAD.encode() + b"</p></body></html>",
        "a.pdf": makers.pdf(),
        "a.docx": makers.docx(),
        "a.xlsx": makers.xlsx([["text"], [makers.LEAD]]),
        "a.jsonl": makers.jsonl({"text": makers.LEAD, "url": "https://example.org/"}),
    }.items():
        (tmp_path / name).write_bytes(data)
    log = tmp_path.with_suffix(".log")
    code = f"from analysis.sources import read_paths; assert read_paths([{str(tmp_path)!r}]).articles"
    command = [
        str(STRACE),
        "-f",
        "-qq",
        "-e",
        "trace=network,io_uring_setup",
        "-o",
        str(log),
        sys.executable,
        "-c",
        code,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if not log.exists() or "PTRACE" in done.stderr:
        pytest.skip("this system lets nobody trace")

    assert done.returncode == 0, done.stderr
    calls = [line for line in log.read_text().splitlines() if re.search(r"\b(socket|connect|io_uring_setup)\(", line)]
    assert calls == []


@linux
def test_without_a_filter_a_namespace_closes_the_network() -> None:
    code = (
        "import ctypes, os\nfrom analysis.sources.child.confine import leave_network\n"
        "before = os.readlink('/proc/self/ns/net')\n"
        "left = leave_network(ctypes.CDLL(None, use_errno=True))\n"
        "print(left == (before != os.readlink('/proc/self/ns/net')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "True"


@linux
def test_a_child_inherits_neither_files_nor_environment_nor_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARALLAX_SECRET", "x")
    with (tmp_path / "open.txt").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        one = Child(SMALL, MODULE)
        try:
            files, environment, folder = (said(one, act) for act in ("files", "environment", "folder"))
        finally:
            one.kill()

    assert len(files.split()) <= 7  # three standard ones, two pipes, the list itself, a library's
    assert "PARALLAX_SECRET" not in environment
    assert folder == "/"


# --------------------------------------------------------------------------- ends with its parent


LEAVING = """
import os, sys, threading
from io import BytesIO
from analysis import ReadSettings
from analysis.sources import read_bytes
from analysis.sources.child import pool
from analysis.sources.ledger import Ledger
from analysis.sources.child.process import Child, Request
from analysis.sources.ledger import Ledger
if sys.argv[1] == "idle":
    read_bytes(b"The port was closed on Monday, the office said.", "a.txt")
    print(pool._idle[0][1].pid, flush=True)
else:
    child = Child(module="tests.unit.sources.child.misbehaving")
    told = lambda _: (print(child.pid, flush=True), os.kill(os.getpid(), 9))
    list(child.read(BytesIO(b"wait "), Request("a.txt", 5, ReadSettings()), [], told))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", ["idle", "killed at work"])
def test_no_child_outlives_its_parent(how: str) -> None:
    if how != "idle" and not sys.platform.startswith("linux"):
        pytest.skip("elsewhere a child at work ends with its file")
    done = subprocess.run([sys.executable, "-c", LEAVING, how], cwd=ROOT, capture_output=True, text=True)
    number = int(done.stdout.split()[0])

    try:
        psutil.Process(number).wait(timeout=PROCESS_S)
    except psutil.NoSuchProcess:
        return
    except psutil.TimeoutExpired:
        pytest.fail("it lives on")


def test_children_serve_several_threads() -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(read_bytes(STORY, "a.txt").articles))) for _ in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [1, 1, 1]
