"""03/04/2026 beside 13/04/2026: one order of day and month in a folder, and a note where nothing shows it."""

from __future__ import annotations

from pathlib import Path

from analysis.messages import render
from analysis.model import Article
from analysis.sources import read_paths

BODY = "The harbour of Lindmark was closed on Monday after two cranes fell into the basin, the port office said."


def _folder(root: Path, **dates: str) -> dict[str, Article]:
    """Return the articles of a folder with a file for each of `dates`, by their files' names."""
    root.mkdir(exist_ok=True)
    for name, date in dates.items():
        (root / f"{name}.txt").write_text(f"Title: Cranes {name}\nOutlet: Post\nDate: {date}\n\n{BODY} {name}", "utf-8")
    return {Path(article.source).stem: article for article in read_paths([str(root)]).articles}


def _said(article: Article) -> str:
    return next(render(known.message) for known in article.evidence if known.field == "published")


def test_a_date_that_can_be_read_one_way_only_decides_the_others_of_its_folder(tmp_path: Path) -> None:
    found = _folder(tmp_path / "a", one="03/04/2026", two="13/04/2026", three="5 March 2026")

    assert found["one"].published == "2026-04-03"
    assert "other dates in its folder" in _said(found["one"])
    assert found["two"].published == "2026-04-13"
    assert found["three"].published == "2026-03-05"
    assert not any(note.key == "sources.date_either" for article in found.values() for note in article.notes)


def test_the_id_is_that_of_the_date_which_was_decided(tmp_path: Path) -> None:
    alone = _folder(tmp_path / "a", one="2026-04-03")
    beside = _folder(tmp_path / "b", one="03/04/2026", two="13/04/2026")

    assert beside["one"].id == alone["one"].id


def test_american_dates_stay_american(tmp_path: Path) -> None:
    found = _folder(tmp_path / "a", one="03/04/2026", two="04/13/2026")

    assert found["one"].published == "2026-03-04"
    assert "other dates in its folder" in _said(found["one"])


def test_where_nothing_decides_the_note_gives_both_readings(tmp_path: Path) -> None:
    found = _folder(tmp_path / "a", one="03/04/2026", two="05/06/2026")

    assert found["one"].published == "2026-03-04"
    (note,) = [render(note) for note in found["one"].notes if note.key == "sources.date_either"]
    assert all(date in note for date in ("03/04/2026", "2026-03-04", "2026-04-03"))


def test_dates_that_contradict_each_other_decide_nothing(tmp_path: Path) -> None:
    found = _folder(tmp_path / "a", one="03/04/2026", two="13/04/2026", three="04/13/2026")

    assert found["one"].published == "2026-03-04"
    assert any(note.key == "sources.date_either" for note in found["one"].notes)


def test_a_file_that_is_read_again_keeps_the_order_of_its_folder(tmp_path: Path) -> None:
    whole = _folder(tmp_path / "C#", one="03/04/2026", two="13/04/2026")
    opened = read_paths([str(tmp_path / "C#")])
    only = {str(tmp_path / "C#" / "one.txt")}

    again = read_paths([str(tmp_path / "C#")], only=only, day_orders=dict(opened.day_orders))

    assert [(a.id, a.published) for a in again.articles] == [(whole["one"].id, "2026-04-03")]


def test_folders_with_a_sign_in_their_names_are_two(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    _folder(tmp_path / "s" / "C#", one="03/04/2026")
    _folder(tmp_path / "s" / "C#old", two="13/04/2026")

    found = {Path(article.source).stem: article for article in read_paths([str(tmp_path / "s")]).articles}

    assert found["one"].published == "2026-03-04"


def test_another_folder_decides_nothing(tmp_path: Path) -> None:
    _folder(tmp_path / "a", one="03/04/2026")
    _folder(tmp_path / "b", two="13/04/2026")
    found = {Path(article.source).stem: article for article in read_paths([str(tmp_path)]).articles}

    assert found["one"].published == "2026-03-04"
