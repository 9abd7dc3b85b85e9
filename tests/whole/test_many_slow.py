"""Many articles with the Reader, through the command line and the window: `--slow`."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import commands
from gui.main_window import MainWindow
from tests.many import articles

from .outputs import KINDS, Outputs, compare
from .story import write
from .windows import export, uses_in, uses_shown

pytestmark = [pytest.mark.reader, pytest.mark.slow]
OUTLETS = ("Arven Post", "Belgrave Herald", "Corrin Mail", "Dalmere Times")


def counted(outputs: Outputs) -> None:
    """Hold what must add up in any comparison."""
    by_id = {one["article"]["id"]: one for one in outputs.json["articles"]}
    for group in outputs.json["groups"]:
        assert group["words"] == sum(by_id[key]["article"]["words"] for key in group["articles"])
    listed = Counter(str(row["group"]) for row in outputs.sheet("framing"))
    labels = {group["label"]: group["articles"] for group in outputs.json["groups"]}
    assert listed == Counter(
        {label: n for label, keys in labels.items() if (n := sum(len(by_id[key]["framing"]) for key in keys))}
    )
    members = [member["article"] for statement in outputs.json["statements"] for member in statement["members"]]
    assert set(members) <= set(by_id)
    assert len(outputs.sheet("statements")) == len(members)
    for statement in outputs.json["statements"]:
        assert len(statement["members"]) >= 1
    for one in by_id.values():
        text = one["article"]["text"]
        assert all(text[mark["start"] : mark["end"]] == mark["exact"] for mark in one["framing"])
        assert [s["start"] for s in one["sentences"]] == sorted(s["start"] for s in one["sentences"])


@pytest.mark.parametrize("count", [2, 15, 40])
def test_any_number_of_outlets_adds_up_and_keeps_its_bytes_in_any_order(count: int, tmp_path: Path) -> None:
    paths = write(tmp_path / "in", "txt", articles(count, seed=count))
    one = compare(tmp_path / "one", paths)
    assert one.code == 0
    assert len(one.json["articles"]) == count
    assert len(one.json["groups"]) == count
    counted(one)
    shuffled = random.Random(7).sample(paths, len(paths))
    other = compare(tmp_path / "other", shuffled)
    assert [k for k in KINDS if one.path(k).read_bytes() != other.path(k).read_bytes()] == []


def test_groups_of_ten_articles_have_intervals_and_groups_of_one_have_none(tmp_path: Path) -> None:
    read = compare(tmp_path / "out", write(tmp_path / "in", "csv", articles(40, seed=4, outlets=OUTLETS)))
    assert {g["label"]: len(g["articles"]) for g in read.json["groups"]} == dict.fromkeys(OUTLETS, 10)
    counted(read)
    rates = [m for m in read.json["measures"] if m["name"] == "framing_rate"]
    assert {m["dimensions"]["group"] for m in rates} == {g["key"] for g in read.json["groups"]}
    assert all(m["low"] <= m["value"] <= m["high"] for m in rates)
    assert any(m["low"] < m["value"] < m["high"] for m in rates)
    assert not any(note["key"] == "comparison.note.few_articles" for note in read.json["notes"])
    few = compare(
        tmp_path / "few", write(tmp_path / "four", "csv", articles(4, seed=4, outlets=OUTLETS)), kinds=["json"]
    )
    rates = [m for m in few.json["measures"] if m["name"] == "framing_rate"]
    assert {(m["low"], m["high"]) for m in rates} == {(None, None)}
    assert any(note["key"] == "comparison.note.few_articles" for note in few.json["notes"])


@pytest.mark.parametrize("count", [15, 40])
def test_every_view_opens_on_many_articles_and_tells_what_the_files_tell(
    opened: Callable[..., MainWindow], qtbot: QtBot, count: int, tmp_path: Path
) -> None:
    window = opened(*write(tmp_path / "in", "jsonl", articles(count, seed=100 + count)))
    assert len(window.session.comparison.analyses) == count
    for spec in window.views.specs:
        window.show_view(spec.key)
        assert not getattr(window.views.view, "empty_words", ""), spec.key
        assert not window.grab().isNull()
    written = export(window, qtbot, tmp_path / "out")
    window.show_view("naming")
    assert uses_shown(window) == uses_in(written)
    counted(written)


def test_what_is_left_of_many_is_as_if_the_others_had_never_been_there(
    opened: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    told = articles(12, seed=12)
    window = opened(*write(tmp_path / "in", "txt", told))
    gone = [a.id for a in window.session.articles if a.outlet in {t.outlet for t in told[3:]}]
    with qtbot.waitSignal(window.pipeline.settled):
        commands.remove_articles(window.session, gone)
    written = export(window, qtbot, tmp_path / "out")
    three = compare(tmp_path / "three", write(tmp_path / "few", "txt", told[:3]), kinds=["json"])
    assert written.path("json").read_bytes() == three.path("json").read_bytes()


def test_a_long_article_is_read_to_its_end(tmp_path: Path) -> None:
    """Sixty windows of the model; what is found near the end is found as near the beginning."""
    (long,) = articles(1, seed=9, paragraphs=150)
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt", [long]), kinds=["json", "pdf", "html"])
    (article,) = read.json["articles"]
    assert article["article"]["words"] == len(f"{long.title} {long.body}".split())
    half = len(article["article"]["text"]) // 2
    for part in ("framing", "agency"):
        key = "start" if part == "framing" else "act"
        places = [mark[key] if part == "framing" else mark[key][0] for mark in article[part]]
        later = sum(place >= half for place in places)
        assert 0.35 < later / len(places) < 0.65, part
    assert long.paragraphs[-1].split(".")[0] in read.html
    assert long.paragraphs[-1].split(".")[0][:60] in read.pdf
