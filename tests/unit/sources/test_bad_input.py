"""Every bad source is named in one sentence; the others are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis import ReadSettings
from analysis.errors import SourceError
from analysis.messages import render
from analysis.sources import read_bytes, read_paths, read_text
from analysis.sources.build import build
from analysis.sources.draft import MAX_CHARACTERS, Draft

from . import makers

WORDS = "The harbour of Lindmark was closed on Monday. "
BOMB = {"word/document.xml": b"<w:document>" + b"0" * 30_000_000, "[Content_Types].xml": b"<Types/>"}
ENTITIES = {
    "word/document.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
}

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "no text"),
    "white space only": ("a.txt", lambda: b" \n\t\n\xc2\xa0", "no text"),
    "a mark of byte order and nothing else": ("a.txt", lambda: b"\xef\xbb\xbf", "no text"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 40, "binary"),
    "a picture called txt": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 50, "binary"),
    "50 MB of text": ("a.txt", lambda: (WORDS * 1_200_000).encode(), "at most 20 MB"),
    "a text longer than any article": ("a.txt", lambda: (WORDS * 120_000).encode(), "5,519,999 characters"),
    "utf-16 that is none": ("a.txt", lambda: b"\xff\xfe" + b"odd", "utf-16"),
    "truncated PDF": ("a.pdf", lambda: makers.pdf()[:900], "damaged or incomplete"),
    "PDF in name only": ("a.pdf", lambda: b"\x01\x02\x03" + WORDS.encode(), "damaged or incomplete"),
    "PDF without text": ("a.pdf", lambda: _picture_pdf(), "no text"),
    "encrypted PDF": ("a.pdf", lambda: _encrypted_pdf(), "password"),
    "deeply nested HTML": ("a.html", lambda: b"<html><body>" + b"<div>" * 10_000 + b"deep", "nested"),
    "HTML of very many elements": ("a.html", lambda: b"<html><body>" + b"<div>" * 100_000 + b"deep", "elements"),
    "HTML without an article": ("a.html", lambda: b"<html><body><a href=x>Home</a></body></html>", "No article"),
    "zip bomb in a DOCX": ("a.docx", lambda: makers.archive(BOMB), "unpacks to far more"),
    "entities in a DOCX": ("a.docx", lambda: makers.archive(ENTITIES), "entities"),
    "DOCX that is a zip of something else": ("a.docx", lambda: makers.archive({"a.txt": b"x"}), "word/document.xml"),
    "truncated DOCX": ("a.docx", lambda: makers.docx()[:3000], "damaged"),
    "DOCX in name only": ("a.docx", lambda: b"\x01\x02\x03" + WORDS.encode(), "damaged"),
    "zip bomb in an XLSX": ("a.xlsx", lambda: makers.archive({"xl/workbook.xml": b"0" * 30_000_000}), "unpacks"),
    "an old Word file": ("a.doc", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old format of Office"),
    "a document with a password": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "protected by a password"),
    "a zip without an article": ("a.zip", lambda: makers.archive({"a.png": b"x"}), "no article in this zip"),
    "a zip that breaks off": ("a.zip", lambda: makers.archive({"a.txt": WORDS.encode()})[:50], "damaged or incomplete"),
    "a zip of the same bytes over and over": ("a.zip", lambda: _overlapping_zip(), "unpacks to far more"),
    "a zip of more than anybody reads": ("a.zip", lambda: makers.archive(MANY), "has 10,001 entries"),
    "a page of an ebook": ("a.epub", lambda: makers.archive({"mimetype": b"application/epub+zip"}), "“epub” cannot"),
    "a packed file": ("a.txt.gz", lambda: b"\x1f\x8b\x08" + b"\0" * 20, "damaged or incomplete"),
    "a mail of parts in parts": ("a.eml", lambda: _nested_mail(10_000), "more than 200 parts"),
    "a mail without a text": ("a.eml", lambda: b"Subject: x\nMIME-Version: 1.0\n\n", "no text"),
    "a mail of headers without end": ("a.eml", lambda: b"X-A: b\n" * 300_000, "more than 200 parts"),
    "a saved page without a page": ("a.mht", lambda: b"MIME-Version: 1.0\nSubject: x\n\nWords", "No article"),
    "JSON that breaks off": ("a.json", lambda: b'{"title": "A",\n "text": "B', "no complete JSON (line 2)"),
    "JSON nested beyond any parser": ("a.json", lambda: b"[" * 100_000, "no complete JSON"),
    "JSON without an article": ("a.json", lambda: b"[1, 2]", "holds no article"),
    "rich text without a word": ("a.rtf", lambda: b"{\\rtf1{\\info{\\title Hello}}}", "no text"),
    "rich text of groups in groups": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 1_000_000, "nested more than 10,000"),
    "a table without a text column": ("a.csv", lambda: makers.table([["when", "who"], ["x", "y"]]), "when, who"),
    "an empty table": ("a.csv", lambda: b"", "no text"),
    "an empty jsonl": ("a.jsonl", lambda: b"\n\n", "no text"),
}


MANY = {f"{i}.txt": b"x" for i in range(10_001)}


def _overlapping_zip() -> bytes:
    """Return a zip whose directory names one entry a hundred times."""
    import struct

    data = makers.archive({"a.txt": WORDS.encode() * 1_000})
    start = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    directory = data[start:end] * 100
    tail = b"PK\x05\x06\0\0\0\0" + struct.pack("<HHIIH", 100, 100, len(directory), start, 0)
    return data[:start] + directory + tail


def _nested_mail(depth: int) -> bytes:
    """Return a mail whose parts have parts, and these again."""
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return f"MIME-Version: 1.0\nSubject: x\n{opened}Content-Type: text/plain\n\n{WORDS}".encode()


def _picture_pdf() -> bytes:
    import typst

    return bytes(typst.compile(b"#set page(width: 5cm, height: 5cm)\n#rect(width: 2cm)"))


def _encrypted_pdf() -> bytes:
    """A PDF whose trailer asks for a password that opens nothing."""
    zeros = "0" * 64
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        f"<< /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -4 >>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<{'0' * 32}> <{'0' * 32}>] >>"
    return f"{text}xref\n0 4\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(text)}\n%%EOF".encode()


@pytest.mark.parametrize(("name", "make", "words"), BAD.values(), ids=BAD.keys())
def test_a_bad_source_is_named_in_one_sentence(name: str, make: Callable[[], bytes], words: str) -> None:
    reading = read_bytes(make(), name)

    assert reading.articles == ()
    (skipped,) = reading.skipped
    assert skipped.source == name
    assert words in render(skipped.message)
    assert skipped.message.key != "sources.unexpected"


def test_one_bad_source_never_stops_the_rest(tmp_path: Path) -> None:
    for name, (file, make, _) in BAD.items():
        if "50 MB" not in name:
            (tmp_path / f"{name.replace(' ', '_')}.{file.split('.')[1]}").write_bytes(make())
    (tmp_path / "good.txt").write_text(f"{makers.TITLE}\n\n{makers.LEAD}\n\n{makers.REST[0]}", encoding="utf-8")

    reading = read_paths([str(tmp_path)])

    assert [article.title for article in reading.articles] == [makers.TITLE]
    assert len(reading.skipped) == len(BAD) - 1


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    (skipped,) = read_paths([str(path)]).skipped
    assert "50.0 MB" in render(skipped.message)


def test_missing_paths_and_addresses_are_named() -> None:
    reading = read_paths(["no/such/file.txt", "https://example.org/story"])

    assert [render(s.message) for s in reading.skipped] == [
        "Addresses are not fetched unless you say so; add --fetch, or save the page and open the file.",
        "There is no such file or folder.",
    ]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    (skipped,) = read_paths([str(path)]).skipped
    assert render(skipped.message) == "It cannot be opened: Permission denied."


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_same_text_in_every_encoding_is_the_same_article(encoding: str) -> None:
    text = f"{makers.TITLE}\n\n{makers.LEAD}\n\nThe mayor of Orléans said so – “twice”. Every one of them heard it.\n"
    (plain,) = read_bytes(text.encode(), "a.txt").articles
    (article,) = read_bytes(text.encode(encoding), "a.txt").articles

    assert article.id == plain.id
    # A byte order mark leaves nothing to guess.
    assert bool(article.notes) == (encoding in ("utf-16-le", "utf-16-be", "cp1252"))


@pytest.mark.parametrize(("encoding", "language"), [("cp1251", "ru"), ("koi8-r", "ru")])
def test_old_encodings_of_other_scripts_are_guessed(encoding: str, language: str) -> None:
    text = "Порт был закрыт в понедельник, после того как два крана упали в воду, сообщили власти города и области."
    (article,) = read_bytes((text * 3).encode(encoding), "a.txt").articles

    assert article.text.startswith(text[:40])
    assert article.language == language


def test_a_few_broken_bytes_leave_the_rest_of_the_text() -> None:
    data = ("Orléans – „ja“ … " * 20).encode() + b"\xff and on it goes. " + ("Orléans – „ja“ … " * 20).encode()
    (article,) = read_bytes(data, "a.txt").articles

    assert article.text.count("Orléans") == 40
    assert "damaged" in render(article.notes[0])


def test_an_arabic_article_opens_unscored_with_a_note() -> None:
    text = (
        "إغلاق ميناء المدينة\n\n"
        "أغلقت السلطات الميناء يوم الاثنين بعد سقوط رافعتين في الماء، ولم يصب أحد بأذى، كما قال مكتب الميناء."
    )
    (article,) = read_text(text).articles

    assert article.language == "ar"
    assert not article.scored
    assert article.title == "إغلاق ميناء المدينة"
    assert render(article.notes[-1]).startswith("It is in another language (ar)")


def test_text_kept_as_it_is() -> None:
    text = "Share\nTitle: no header\n\nVideo PlayerClose  \n\nAdvertisement"
    (article,) = read_bytes(text.encode(), "folder/my story.txt", ReadSettings(keep_text=True)).articles

    assert article.text == "Share\nTitle: no header\n\nVideo PlayerClose\n\nAdvertisement"
    assert article.title == "my story"
    assert [(s.kind.value, s.span.start, s.span.end) for s in article.sections] == [("body", 0, len(article.text))]


def test_a_text_longer_than_an_article_is_refused_in_one_sentence() -> None:
    text = "The port was closed again. " * (MAX_CHARACTERS // 27 + 1)
    with pytest.raises(SourceError, match=r"at most 200,000 are read as one article"):
        build(Draft("long.txt", "", text=text), ReadSettings())
    assert build(Draft("long.txt", "", text=text[: MAX_CHARACTERS - 1]), ReadSettings()).text
