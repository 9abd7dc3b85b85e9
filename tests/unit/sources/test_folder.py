"""Folders, order, duplicates, standard input, progress."""

from __future__ import annotations

import io
import os
import socket
import sys
from pathlib import Path

import pytest

from analysis.messages import Message, render
from analysis.progress import Cancelled
from analysis.sources import Reading, read_paths, read_text
from analysis.sources.order import natural
from analysis.visible import visible

HEAD = "Title: {title}\nOutlet: {outlet}\nDate: {date}\n\n"
TEXT = HEAD + "The harbour was closed on Monday, the port office of {outlet} said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, date in (("b", "2024-03-05"), ("a", "2024-03-07"), ("north/c", ""), ("north/deep/d", "2024-03-05")):
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(title=f"Story {name[-1]}", outlet=f"Paper {name[-1]}", date=date), encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_full_and_in_a_fixed_order(folder: Path) -> None:
    articles = read_paths([str(folder)]).articles

    assert [a.title for a in articles] == ["Story b", "Story d", "Story a", "Story c"]
    assert [dict(a.columns).get("folder") for a in articles] == [None, "north/deep", None, "north"]


def test_the_order_of_the_paths_changes_nothing(folder: Path) -> None:
    paths = [str(path) for path in sorted(folder.rglob("*.txt"))]

    assert read_paths(paths) == read_paths(paths[::-1])


def test_ids_do_not_depend_on_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("elsewhere") / "x.txt"
    other.write_bytes((folder / "a.txt").read_bytes())

    assert read_paths([str(other)]).articles[0].id in {a.id for a in read_paths([str(folder)]).articles}


def test_the_same_article_twice_is_kept_once_and_named(folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    reading = read_paths([str(folder)])

    assert len(reading.articles) == 4
    assert [(s.source, render(s.message)) for s in reading.skipped] == [
        (str(folder / "copy.txt"), f"It is the same article as {folder / 'a.txt'}, which is kept.")
    ]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    reading = read_paths([str(folder / "a.txt"), str(folder / "a.txt"), str(folder)])

    assert (len(reading.articles), reading.skipped) == (4, ())


def test_pictures_and_hidden_files_are_passed_over_and_other_kinds_named(folder: Path) -> None:
    for name in ("photo.jpg", ".hidden.txt", "style.css", "sound.mp3", "page_files/more.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    (folder / "page.html").write_text("<html><body><p>" + "The port was closed on Monday. " * 20, encoding="utf-8")
    (folder / "old.doc").write_bytes(b"x")
    (folder / "what.xyz").write_bytes(b"x")
    reading = read_paths([str(folder)])

    assert len(reading.articles) == 5
    assert [Path(s.source).name for s in reading.skipped] == ["old.doc", "what.xyz"]


@pytest.mark.parametrize("inside", [[], ["photo.jpg"], ["sub/photo.png"]])
def test_a_folder_without_articles_is_named(tmp_path: Path, inside: list[str]) -> None:
    for name in inside:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    (skipped,) = read_paths([str(tmp_path)]).skipped
    assert render(skipped.message).startswith("There is no article in this folder")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = TEXT.format(title="Story", outlet="Paper", date="2024").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (article,) = read_paths(["-"]).articles

    assert (article.source, article.title, article.published) == ("-", "Story", "2024")


def test_progress_is_reported_and_can_stop_the_work(folder: Path) -> None:
    seen: list[tuple[float, str]] = []

    def report(fraction: float, doing: Message | None) -> None:
        seen.append((fraction, render(doing) if doing else ""))
        if doing and render(doing) == "Reading c.txt":
            raise Cancelled

    with pytest.raises(Cancelled):
        read_paths([str(folder)], report=report)
    # While a file takes long, the same is reported again.
    assert list(dict.fromkeys(seen)) == [(0.0, "Reading a.txt"), (0.25, "Reading b.txt"), (0.5, "Reading c.txt")]


def test_a_paste_without_headline_and_outlet_is_labelled_by_its_first_words() -> None:
    (article,) = read_text(
        "The harbour was closed on Monday, and nobody was told until the evening, the office said."
    ).articles

    assert article.title == article.label == "The harbour was closed on Monday, and nobody was told…"


def test_undated_files_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ["File 10", "file 1", "file 2", "file 02 b", "File 9", "file", "notes"]
    expected = ["file", "file 1", "file 2", "file 02 b", "File 9", "File 10", "notes"]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(f"The bridge was closed, according to {name}.", encoding="utf-8")

    articles = read_paths([str(tmp_path)]).articles

    assert [Path(a.source).stem for a in articles] == expected


def test_dated_articles_stand_before_the_undated_by_date_and_outlet(tmp_path: Path) -> None:
    for name, outlet, date in (("1", "Zebra", "2024-03-05"), ("2", "Ant", "2024-03-05"), ("0", "Ant", "")):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(title=name, outlet=outlet, date=date), encoding="utf-8")

    assert [a.title for a in read_paths([str(tmp_path)]).articles] == ["2", "1", "0"]


def test_a_very_long_number_in_a_name_still_sorts() -> None:
    assert sorted(["9" * 5000, "1" + "0" * 5000, "8"], key=natural) == ["8", "9" * 5000, "1" + "0" * 5000]


# --------------------------------------------------------------------------- what is no plain file, and strange names


def reasons(reading: Reading) -> dict[str, str]:
    """Return the reasons by the names of what was skipped, as they are shown."""
    return {s.source: s.message.key for s in reading.skipped}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices have no place among files there")
def test_pipes_devices_and_sockets_are_refused_unopened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        monkeypatch.chdir(folder)  # a socket's path may not be long
        bound.bind("socket.txt")
        reading = read_paths([str(folder), "/dev/zero"])

    assert len(reading.articles) == 4
    assert reasons(reading) == {
        "/dev/zero": "sources.is_device",
        str(folder / "pipe.txt"): "sources.is_pipe",
        str(folder / "socket.txt"): "sources.is_socket",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes rights there")
def test_links_are_named_and_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("The office said so on Monday.", encoding="utf-8")
    links = {
        "away.txt": (outside / "secret.txt", "sources.link_outside"),
        "away": (outside, "sources.link_outside"),
        "north/up": (folder, "sources.link_inside"),
        "here": (Path("."), "sources.link_inside"),
        "again.txt": (folder / "a.txt", "sources.link_inside"),
        "gone.txt": (folder / "no.txt", "sources.link_broken"),
        "self.txt": (Path("self.txt"), "sources.link_broken"),
    }
    for name, (target, _) in links.items():
        (folder / name).symlink_to(target)
    reading = read_paths([str(folder)])

    assert len(reading.articles) == 4
    assert reasons(reading) == {str(folder / name): key for name, (_, key) in links.items()}


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes rights there")
def test_a_link_that_is_opened_itself_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(folder / "a.txt")

    assert len(read_paths([str(tmp_path / "link.txt")]).articles) == 1


def test_folders_nested_beyond_all_sense_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.sources.folder.MAX_DEPTH", 3)
    deep = tmp_path / "a/b/c/d"
    deep.mkdir(parents=True)
    for path in (deep, deep.parent):
        (path / f"{path.name}.txt").write_text("The port office said so on Monday.", encoding="utf-8")
    reading = read_paths([str(tmp_path)])

    assert [a.source for a in reading.articles] == ["a/b/c/c.txt"]
    assert reasons(reading) == {str(tmp_path): "sources.folder_deep"}


STRANGE = {
    "\x1b[2Jclear.txt": "[U+001B][2Jclear.txt",
    "exe.\u202etxt.txt": "exe.[U+202E]txt.txt",
    "two\nlines.txt": "two[U+000A]lines.txt",
    " .txt": " .txt",
    "caf\udce9.txt": "caf[U+DCE9].txt",
    "$(reboot);.txt": "$(reboot);.txt",
}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names cannot be given there")
@pytest.mark.parametrize(("name", "seen"), STRANGE.items(), ids=STRANGE.values())
@pytest.mark.parametrize("text", [TEXT.format(title="Port closed", outlet="", date=""), ""])
def test_no_name_is_shown_raw(tmp_path: Path, name: str, seen: str, text: str) -> None:
    inner = tmp_path / f"sub{name.removesuffix('.txt').strip()}"
    inner.mkdir()
    (inner / name).write_text(text, encoding="utf-8")
    told: list[str] = []
    reading = read_paths([str(tmp_path)], report=lambda _, doing: told.append(render(doing) if doing else ""))

    found = [a.source for a in reading.articles] + [s.source for s in reading.skipped]
    assert [place.rpartition("/")[2] for place in found] == [seen]
    assert told[0] == f"Reading {seen}"
    names = [
        value for a in reading.articles for value in (a.source, a.where, a.label, a.title, *dict(a.columns).values())
    ]
    assert all(visible(value) == value for value in names)
    assert [a.path for a in reading.articles] == ([str(inner / name)] if text else [])


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names cannot be given there")
def test_no_ending_is_shown_raw(tmp_path: Path) -> None:
    (tmp_path / "a.\x1b[2J").write_bytes(b"x")
    (skipped,) = read_paths([str(tmp_path)]).skipped

    assert "“.[U+001B][2j”" in render(skipped.message)


def test_standard_input_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            buffer[:] = b"word " * (len(buffer) // 5) + b"." * (len(buffer) % 5)
            self.given += len(buffer)
            return len(buffer)

    endless = Endless()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(endless)))
    (skipped,) = read_paths(["-"]).skipped

    assert (skipped.source, skipped.message.key) == ("-", "sources.input_too_big")
    assert endless.given < 21_000_000


def test_a_program_without_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert reasons(read_paths(["-"])) == {"-": "sources.empty"}
