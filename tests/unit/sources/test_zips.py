"""A zip of articles: each entry is read as a file of its own, whatever the others are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from analysis.messages import render
from analysis.sources import Reading, read_bytes, read_paths
from analysis.sources.places import is_place, joined, place_of

from . import makers

STORY = f"{makers.TITLE}\n\n{makers.LEAD}\n\n{makers.REST[0]}"


def story(end: str) -> bytes:
    return f"{STORY} {end}".encode()


def reading(**entries: bytes) -> Reading:
    return read_bytes(makers.archive(entries), "a.zip")


def skipped(found: Reading) -> dict[str, str]:
    return {s.source: render(s.message) for s in found.skipped}


def test_entries_of_all_kinds_are_read_under_their_places(tmp_path: Path) -> None:
    table = makers.table([["title", "text"], ["One", makers.LEAD], ["Two", makers.REST[0]]])
    entries = {"north/a.txt": story("a"), "b.html": makers.page(), "t.csv": table, "d.docx": makers.docx(False)}
    (tmp_path / "a.zip").write_bytes(makers.archive(entries))

    found = read_paths([str(tmp_path / "a.zip")])

    assert {a.source for a in found.articles} >= {"a.zip/north/a.txt", "a.zip/b.html", "a.zip/t.csv#2", "a.zip/t.csv#3"}
    assert found.skipped == ()
    folders = {a.source: dict(a.columns).get("folder") for a in found.articles}
    assert folders["a.zip/north/a.txt"] == "north"
    assert folders["a.zip/b.html"] is None
    assert {a.path for a in found.articles} >= {f"{tmp_path}/a.zip/north/a.txt"}
    assert all(tally.differs is False for tally in found.tallies)


def test_one_entry_can_be_read_again_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(makers.archive({"n/a.txt": story("a"), "b.txt": story("b"), "bad.pdf": b"%PDF-"}))

    found = read_paths([f"{tmp_path}/a.zip/n/a.txt", f"{tmp_path}/a.zip/bad.pdf", f"{tmp_path}/a.zip/none.txt"])

    assert [a.source for a in found.articles] == ["a.zip/n/a.txt"]
    assert [s.path.removeprefix(str(tmp_path)) for s in found.skipped] == ["/a.zip/bad.pdf", "/a.zip/none.txt"]


def test_a_zip_in_a_folder_has_both_folders(tmp_path: Path) -> None:
    (tmp_path / "week").mkdir()
    (tmp_path / "week" / "a.zip").write_bytes(makers.archive({"north/a.txt": story("a")}))

    (article,) = read_paths([str(tmp_path)]).articles

    assert (article.source, dict(article.columns)["folder"]) == ("week/a.zip/north/a.txt", "week/north")


def test_what_is_no_article_is_passed_over_in_silence() -> None:
    found = reading(
        **{
            "a.txt": story("a"),
            "__MACOSX/._a.txt": b"x",
            ".DS_Store": b"x",
            "p.html": makers.page(),
            "p_files/frame.html": makers.page(),
            "cat.png": b"x",
        }
    )

    assert [a.source for a in found.articles if a.source.endswith("txt")] == ["a.zip/a.txt"]
    assert len(found.articles) == 2
    assert found.skipped == ()


def test_a_bad_entry_costs_no_other() -> None:
    found = reading(
        **{
            "a.txt": story("a"),
            "bad.pdf": b"%PDF-nonsense",
            "bomb.txt": b"0" * 30_000_000,
            "in.zip": makers.archive({"x.txt": b"x"}),
            "odd.xyz": b"x",
            "old.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
            "z.txt": story("z"),
        }
    )

    assert [a.source for a in found.articles] == ["a.zip/a.txt", "a.zip/z.txt"]
    said = skipped(found)
    assert "damaged" in said["a.zip/bad.pdf"]
    assert "unpacks to far more" in said["a.zip/bomb.txt"]
    assert "an archive inside an archive" in said["a.zip/in.zip"]
    assert "“.xyz”" in said["a.zip/odd.xyz"]
    assert "old format" in said["a.zip/old.doc"]


def test_an_entry_with_a_wrong_checksum_is_named() -> None:
    data = bytearray(makers.archive({"a.txt": story("a"), "b.txt": story("b")}))
    data[60] ^= 0xFF
    found = read_bytes(bytes(data), "a.zip")

    assert [a.source for a in found.articles] == ["a.zip/b.txt"]
    assert "damaged in the zip" in skipped(found)["a.zip/a.txt"]


def test_a_zip_with_a_password_is_said_to_have_one() -> None:
    data = bytearray(makers.archive({"a.txt": story("a")}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    found = read_bytes(bytes(data), "a.zip")

    assert list(skipped(found)) == ["a.zip"]
    assert "password" in skipped(found)["a.zip"]


def test_names_are_only_names() -> None:
    found = reading(**{"../../etc/a.txt": story("a"), "C:\\b\\b.txt": story("b"), "/c\u202e.txt": story("c")})

    assert {a.source for a in found.articles} == {"a.zip/etc/a.txt", "a.zip/b/b.txt", "a.zip/c[U+202E].txt"}


def test_two_entries_of_one_name_are_both_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", story("one"))
        archive.writestr("b.txt", story("two"))
    data = file.getvalue().replace(b"b.txt", b"a.txt")

    assert {a.source for a in read_bytes(data, "a.zip").articles} == {"a.zip/a.txt", "a.zip/a.txt (2)"}


def test_names_in_utf_8_that_are_not_said_to_be_so_are_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("caf\u00e9.txt", story("a"))
    data = bytearray(file.getvalue())
    for mark, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        data[data.index(mark) + at] &= ~0x08
    (article,) = read_bytes(bytes(data), "a.zip").articles

    assert article.source == "a.zip/caf\u00e9.txt"


@pytest.mark.parametrize("name", ["a.docx", "a.zip", "a.csv", "a"])
def test_a_document_that_is_a_zip_is_known_by_its_parts(name: str) -> None:
    (article,) = read_bytes(makers.docx(), name).articles

    assert article.source == name
    assert article.title == makers.TITLE


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("a/b.txt", "a/b.txt"),
        ("/etc/passwd", "etc/passwd"),
        ("../../x", "x"),
        ("a/./../b", "a/b"),
        ("C:\\x\\y.txt", "x/y.txt"),
        ("#1", "_#1"),
        ("a\nb", "a[U+000A]b"),
        ("..", ""),
        ("a" * 2_000, "a" * 1_000),
    ],
)
def test_places_are_never_paths_of_this_machine(name: str, place: str) -> None:
    assert place_of(name) == place
    assert is_place(place)
    assert joined("/home/x/a.zip", "a.txt#3") == "/home/x/a.zip/a.txt#3"
    assert joined("a.csv", "#3") == "a.csv#3"


def test_a_packed_table_is_read_under_its_own_name() -> None:
    import gzip

    rows = makers.jsonl({"title": "One", "text": makers.LEAD}, {"title": "Two", "text": makers.REST[0]})
    found = read_bytes(gzip.compress(rows), "news.jsonl.gz")

    assert [a.source for a in found.articles] == ["news.jsonl.gz/news.jsonl#1", "news.jsonl.gz/news.jsonl#2"]


def test_a_packed_file_that_breaks_off_or_swells_is_refused() -> None:
    import gzip

    for data, said in ((gzip.compress(story("a"))[:-9], "damaged"), (gzip.compress(b"0" * 30_000_000), "unpacks to")):
        found = read_bytes(data, "a.txt.gz")
        assert found.articles == ()
        assert said in skipped(found)["a.txt.gz"]
