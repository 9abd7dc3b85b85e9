"""The parent takes nothing from a child on trust."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from io import BytesIO
from typing import Any

import pytest

from analysis.messages import message
from analysis.model import Article, BlockQuote, Evidence, Span
from analysis.sources import read_bytes
from analysis.sources.build import with_id
from analysis.sources.child import wire

from .. import makers

HEAD = ["title", "outlet", "date", "author", "text", "region"]
ROW = [makers.TITLE, "The Post", "2024-03-05", "Ada Brandt", f"LINDMARK, Norland — {makers.LEAD}", "North"]


@pytest.fixture
def article() -> Article:
    (found,) = read_bytes(makers.table([HEAD, ROW]), "a.csv").articles
    note = message("sources.removed", count=1, lines="Share")
    return replace(
        found,
        source="#2",
        notes=(note,),
        evidence=(Evidence("outlet", note),),
        block_quotes=(BlockQuote(Span(2, 9), "Ada Brandt"),),
    )


def test_an_article_arrives_as_it_was(article: Article) -> None:
    assert all(getattr(article, field.name) for field in fields(Article) if field.name != "path")
    assert wire.article_from_wire(wire.unpack(wire.pack(wire.article_to_wire(article)))) == article


@pytest.mark.parametrize("place", ["", "#3", "inner/page.html", "inner/page.html#3", "a b/#c.txt", "x.txt#1#2"])
def test_a_place_in_a_file_arrives_as_it_was(place: str) -> None:
    assert wire.where_in(place) == place


@pytest.mark.parametrize(
    "entry", [[0, 1, "a"], [1, -1, "a"], [1, 1, ""], [1, 1, "/a"], [1, 1, "../a"], [10**9, 1, "a"]]
)
def test_an_entry_that_is_none_is_not_taken(entry: list[object]) -> None:
    with pytest.raises(wire.WireError):
        wire.entry_in(entry)


def _text(**changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda frame: frame.update(changes)


FORGED: dict[str, Callable[[dict[str, Any]], None]] = {
    "another text": _text(text="Somebody else wrote this."),
    "no text at all": lambda frame: frame.pop("text"),
    "a field too many": _text(more="x"),
    "a text that is none": _text(text=["x"]),
    "an id of its own": _text(id="0123456789ab"),
    "a path": _text(path="/etc/passwd"),
    "another source": _text(source="/etc/passwd"),
    "a source above its file": _text(source="a/../../etc/passwd"),
    "a source without an end": _text(source="a" * 1_001),
    "a source that turns the reading direction": _text(source="a\u202etxt.exe"),
    "a row that steers the terminal": _text(source="#\x1b[2J"),
    "sections beyond the text": lambda frame: frame["sections"].append(["body", 0, 10**9]),
    "sections that overlap": lambda frame: frame["sections"].append(frame["sections"][0]),
    "a section of an unknown kind": lambda frame: frame["sections"].insert(0, ["evil", 0, 1]),
    "a section that is none": lambda frame: frame["sections"].append({"kind": "body"}),
    "columns that are none": _text(columns=[["a"]]),
    "a note without its arguments": _text(notes=[["sources.removed", []]]),
    "a note of another room": _text(notes=[["cli.stopped", []]]),
    "an unknown note": _text(notes=[["sources.evil", []]]),
    "an unknown kind of article": _text(kind="rumour"),
    "neither complete nor not": _text(complete="yes"),
    "evidence of an unknown field": _text(evidence=[["path", ["sources.empty", []]]]),
    "evidence that is no message": _text(evidence=[["outlet", ["cli.stopped", []]]]),
    "a block quotation beyond the text": _text(block_quotes=[[0, 10**9, ""]]),
    "block quotations that overlap": _text(block_quotes=[[0, 9, ""], [4, 12, ""]]),
    "a block quotation by nobody": _text(block_quotes=[[0, 9, None]]),
    "half a character": _text(outlet="\ud800"),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
def test_a_forged_article_is_refused(article: Article, forge: Callable[[dict[str, Any]], None]) -> None:
    frame = wire.article_to_wire(article)
    forge(frame)

    with pytest.raises(wire.WireError):
        wire.article_from_wire(frame)


def test_a_text_with_control_characters_is_refused(article: Article) -> None:
    text = article.text[:-1] + "\x1b"
    forged = replace(article, text=text, text_sha256=wire_digest(text))

    with pytest.raises(wire.WireError):
        wire.article_from_wire(wire.article_to_wire(with_id(forged)))


def wire_digest(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()


def test_arguments_of_messages_are_safe_to_show() -> None:
    found = wire.message_from_wire(["sources.unexpected", [["reason", "\x1b[2J\u202etxt"]]])

    assert dict(found.args) == {"reason": "[U+001B][2J[U+202E]txt"}


@pytest.mark.parametrize("data", [b"", b"[]", b"1", b"{", b"\xff", b'{"a":' * 100_000, b"[" * 100_000])
def test_what_is_no_object_is_refused(data: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.unpack(data)


def test_a_frame_longer_than_any_is_not_waited_for() -> None:
    with pytest.raises(wire.WireError):
        wire.receive(BytesIO((wire.MAX_FRAME + 1).to_bytes(4, "big")))


@pytest.mark.parametrize("place", [None, [0], [-1, 5], [0, 0], [0, wire.CHUNK + 1], [0.5, 5], ["0", 5], [True, 5]])
def test_places_outside_the_file_are_refused(place: object) -> None:
    with pytest.raises(wire.WireError):
        wire.place_in(place)
