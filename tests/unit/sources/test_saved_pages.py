"""Pages that browsers and extensions save as one file: MHTML, SingleFile, "save page as"."""

from __future__ import annotations

import base64
import time
from io import BytesIO

import pytest

from analysis import ReadSettings
from analysis.model import Article
from analysis.sources import read_bytes
from analysis.sources.dispatch import articles_of
from analysis.sources.ledger import Ledger
from analysis.sources.page.saved import without_inlined

from . import makers

ADDRESS = "https://post.example/2024/cranes"


def article(data: bytes, name: str = "a.html") -> Article:
    (found,) = read_bytes(data, name).articles
    return found


def single_file(head: str = "", picture: bytes = b"x") -> bytes:
    """Return a page as SingleFile saves it."""
    comment = (
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Fri Nov 01 2024 10:00:00 GMT+0100\n-->"
    )
    inlined = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    text = makers.page(head=head + f"<style>a{{background:url({inlined})}}</style>").decode()
    text = text.replace("https://example.org/x.png", inlined).replace("<html>", f"<html>{comment}")
    return text.encode()


def test_a_page_saved_whole_gives_its_story_address_and_date() -> None:
    found = article(makers.mhtml(), "a.mht")

    assert (found.title, found.outlet, found.byline) == (makers.TITLE, "The Lindmark Post", "Ada Brandt")
    assert (found.published or "").startswith("2024-03-05")
    assert dict(found.columns)["url"] == ADDRESS
    assert makers.REST[1] in found.text
    assert "Advertisement" not in found.text
    assert "=E2=80" not in found.text


def test_the_page_is_the_part_that_is_named_as_the_start() -> None:
    frame, page = b"<html><body><p>A frame.</p></body></html>", makers.page()
    body = b"".join(
        b"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\nContent-ID: <"
        + name
        + b">\n\n"
        + base64.encodebytes(html)
        for name, html in ((b"one", frame), (b"two", page))
    )
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; start="<two>"; boundary=b\n\n'

    assert article(head + body + b"--b--\n", "a.mhtml").title == makers.TITLE


def test_a_part_in_an_old_encoding_is_read_by_its_header() -> None:
    page = makers.page().decode().replace("utf-8", "x-none").encode("cp1252", "replace")
    data = makers.mhtml(page).replace(b"Content-Type: text/html\r\n", b"Content-Type: text/html; charset=cp1252\r\n", 1)

    assert "“Nobody was hurt" in article(data, "a.mht").text


def test_a_page_saved_by_safari_gives_its_story_address_and_date() -> None:
    found = article(makers.webarchive(), "a.webarchive")

    assert (found.title, found.outlet) == (makers.TITLE, "The Lindmark Post")
    assert dict(found.columns)["url"] == ADDRESS
    assert makers.REST[1] in found.text


def test_a_broken_one_is_said_to_be_broken() -> None:
    (skipped,) = read_bytes(makers.webarchive()[:400], "a.webarchive").skipped

    assert skipped.message.key == "sources.webarchive_broken"


def test_a_single_file_gives_its_address_and_not_the_day_on_which_it_was_saved() -> None:
    found = article(single_file())

    assert dict(found.columns)["url"] == ADDRESS
    assert (found.published or "").startswith("2024-03-05")
    assert makers.LEAD in found.text


def test_the_day_of_saving_is_no_date_of_publication() -> None:
    data = single_file().replace(b'<meta property="article:published_time"', b'<meta name="x"')

    assert not (article(data).published or "").startswith("2024-11")


def test_a_browsers_comment_gives_the_address() -> None:
    comment = f"<!-- saved from url=(0032){ADDRESS} -->\n".encode()

    assert dict(article(comment + makers.page()).columns)["url"] == ADDRESS


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("<img src=data:image/png;base64,AAAA alt=x>", "<img src=data:image/png;base64, alt=x>"),
        ("url('data:font/woff2;charset=utf-8;base64,AA+/==')", "url('data:font/woff2;charset=utf-8;base64,')"),
        ("<p>The data: image;base64, he said</p>", "<p>The data: image;base64, he said</p>"),
    ],
)
def test_only_what_is_written_into_the_markup_goes(written: str, left: str) -> None:
    assert without_inlined(written.encode()) == left.encode()


def test_pictures_in_the_markup_cost_little_time() -> None:
    def seconds(data: bytes) -> float:
        start = time.process_time()
        assert list(articles_of(BytesIO(data), "a.html", ReadSettings(), Ledger()))
        return time.process_time() - start

    plain = seconds(single_file())
    assert seconds(single_file(picture=bytes(6_000_000))) < plain + 2.0
