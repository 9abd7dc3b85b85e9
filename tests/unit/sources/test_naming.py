"""What sources are called: by what was opened, never by where on a machine it lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analysis.sources import naming, read_paths
from analysis.sources.naming import address_name, namer


def _written(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The harbour of {path.stem} was closed on Monday, the port office said.", encoding="utf-8")
    return paths


def _sources(*paths: Path | str) -> list[str]:
    return sorted(article.source for article in read_paths([str(path) for path in paths]).articles)


def test_one_file_is_called_by_its_name(tmp_path: Path) -> None:
    (file,) = _written(tmp_path, "deep/a.txt")

    assert _sources(file) == ["a.txt"]


def test_a_folder_and_its_files_one_by_one_get_the_same_names(tmp_path: Path) -> None:
    files = _written(tmp_path, "story/a.txt", "story/north/b.txt", "story/north/deep/c.txt")
    names = ["a.txt", "north/b.txt", "north/deep/c.txt"]

    assert _sources(tmp_path / "story") == _sources(*files) == _sources(*files[::-1]) == names
    assert read_paths([str(tmp_path / "story")]) == read_paths([str(file) for file in files])


def test_folders_and_files_are_named_in_their_nearest_common_folder(tmp_path: Path) -> None:
    _written(tmp_path, "one/a.txt", "two/b.txt", "c.txt")

    assert _sources(tmp_path / "one", tmp_path / "two") == ["one/a.txt", "two/b.txt"]
    assert _sources(tmp_path / "one", tmp_path / "c.txt") == ["c.txt", "one/a.txt"]
    assert _sources(tmp_path, tmp_path / "one") == ["c.txt", "one/a.txt", "two/b.txt"]


def test_a_way_round_and_a_missing_file_change_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _written(tmp_path, "one/a.txt", "two/b.txt")
    monkeypatch.chdir(tmp_path / "two")

    assert _sources(os.path.join("..", "one", "a.txt"), "b.txt") == ["one/a.txt", "two/b.txt"]
    assert _sources("b.txt", str(tmp_path / "elsewhere" / "no.txt")) == ["b.txt"]


def test_rows_of_a_table_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text("text\nThe harbour was closed on Monday.\nThe harbour was opened on Friday.\n", encoding="utf-8")
    articles = read_paths([str(path)]).articles

    assert sorted(a.source for a in articles) == ["all.csv#2", "all.csv#3"]
    assert sorted(a.path for a in articles) == [f"{path}#2", f"{path}#3"]


def test_files_of_two_people_are_named_without_the_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = _written(tmp_path, "anna/a.txt", "bela/texts/b.txt")
    monkeypatch.setattr(naming, "HOMES", (str(tmp_path),))

    assert _sources(*files) == ["a.txt", "b.txt"]
    assert _sources(tmp_path / "anna", tmp_path / "bela") == ["a.txt", "texts/b.txt"]


def test_what_has_only_the_root_in_common_is_named_by_itself(tmp_path: Path) -> None:
    root = Path(tmp_path.anchor)
    name = namer([str(tmp_path / "a.txt"), str(root / "elsewhere" / "b.txt")])

    assert (name(str(tmp_path / "a.txt")), name(str(root / "elsewhere" / "b.txt"))) == ("a.txt", "b.txt")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://anna:secret@example.org:8080/a", "https://example.org:8080/a"),
        ("https://anna@example.org", "https://example.org"),
        ("https://example.org/@anna", "https://example.org/@anna"),
        ("https://[::1", "https://[::1"),
    ],
)
def test_an_address_is_named_without_user_and_password(address: str, name: str) -> None:
    assert address_name(address) == name
