"""Newsletters as mail programs save them: text, title, date and outlet, whatever they are wrapped in."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from analysis.messages import render
from analysis.model import Article
from analysis.sources import read_bytes
from analysis.sources.draft import Meta
from analysis.sources.mail.forwarded import in_lines
from analysis.sources.mail.headers import decoded, sender, title_of
from analysis.sources.mail.parts import unflowed

from . import makers

STORY = "\n\n".join(makers.PARAGRAPHS)


def article(data: bytes, name: str = "a.eml") -> Article:
    (found,) = read_bytes(data, name).articles
    return found


@pytest.mark.parametrize(
    "data",
    [makers.mail(), makers.mail(html=makers.page()), makers.mail(STORY, makers.page())],
    ids=["plain", "html", "both"],
)
def test_a_newsletter_gives_its_story_and_what_its_headers_say(data: bytes) -> None:
    found = article(data)

    assert (found.title, found.outlet) == (makers.TITLE, "The Lindmark Post")
    assert found.published == "2024-03-05T08:15:00+01:00"
    assert all(paragraph in found.text for paragraph in makers.PARAGRAPHS)
    assert not any(sign in found.text for sign in ("=E2", "boundary", "Content-Type", "Unsubscribe"))
    assert {e.field: render(e.message) for e in found.evidence}["title"] == "from the mail’s subject"


def test_the_plain_part_is_taken_where_the_page_has_lost_the_story() -> None:
    html = makers.page("<p>View this newsletter in your browser, please, and read all of it there.</p>")

    assert makers.REST[1] in article(makers.mail(STORY, html)).text


def test_lines_that_flow_are_joined_and_short_ones_are_not() -> None:
    lines = "The harbour was \nclosed on Monday.\n\nNo ships.\nNo cranes.\n\n  Set in.\n-- \nThe desk"
    assert unflowed(lines) == ("The harbour was closed on Monday.\n\nNo ships.\nNo cranes.\n\n Set in.\n-- \nThe desk")


def test_plain_newsletters_lose_their_links_and_footers() -> None:
    plain = (
        f"View this email in your browser (https://post.example/v?x=1)\n\n** {makers.TITLE}\n{'-' * 40}\n{STORY}\n\n"
        "Read more (https://post.example/1)\n\nYou are receiving this email because you opted in.\n\n"
        "You can ** update your preferences (https://post.example/p)\n\n-- \nPosted to the list of the port"
    )
    found = article(makers.mail(plain, Subject="Cranes"))

    assert found.text == f"Cranes\n\n{makers.TITLE}\n\n{STORY}"
    assert "Posted to the list of the port" in " ".join(render(note) for note in found.notes)


SENDERS = {
    '"The Lindmark Post" <news@post.example>': ("The Lindmark Post", ""),
    "Ada Brandt from The Post <ada@post.example>": ("The Post", "Ada Brandt"),
    "Ada Brandt at Harbour Letters <harbour@mail.example>": ("Harbour Letters", "Ada Brandt"),
    "Harbour Letters <no-reply@mail.example>": ("Harbour Letters", ""),
    "news@post.example": ("", ""),
    "<news@post.example>": ("", ""),
    '"news@post.example" <news@post.example>': ("", ""),
    "No Reply <noreply@post.example>": ("", ""),
    "no-reply <x@post.example>": ("", ""),
    "Newsletter <x@post.example>": ("", ""),
    "": ("", ""),
}


@pytest.mark.parametrize(("value", "said"), SENDERS.items(), ids=SENDERS.keys())
def test_the_sender_is_an_outlet_unless_it_is_no_name(value: str, said: tuple[str, str]) -> None:
    meta = sender(Meta(), value, many=True)

    assert (meta.outlet, meta.byline) == said


def test_bytes_that_no_header_may_have_are_read_in_the_likeliest_encoding() -> None:
    head = "From: Lindmark Post <news@post.example>\nMessage-ID: <1@post.example>\nSubject: Cr\xe4nes fall\n\n"

    assert article((head + makers.LEAD).encode("cp1252")).title == "Cr\xe4nes fall"
    assert article((head + makers.LEAD).encode("utf-8")).title == "Cr\xe4nes fall"


def test_whoever_sends_a_story_on_is_no_outlet() -> None:
    assert sender(Meta(), "Jon Ek <jon.ek@home.example>", many=False) == Meta()
    assert sender(Meta(), "Lindmark Courier <desk@courier.example>", many=False).outlet == "Lindmark Courier"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: Re: Cranes fall", "Cranes fall"),
        ("AW: WG: Cranes fall", "Cranes fall"),
        ("Re[2]: Cranes fall", "Re[2]: Cranes fall".replace("Re[2]: ", "")),
        ("Reform: what comes next", "Reform: what comes next"),
        ("Cranes\n fall", "Cranes fall"),
    ],
)
def test_a_title_is_the_subject_without_what_answers_add(subject: str, title: str) -> None:
    assert title_of(subject) == title


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("=?utf-8?Q?Caf=C3=A9_=E2=80=93_open?=", "Café – open"),
        ("=?iso-8859-1?q?Caf=E9?= =?iso-8859-1?q?_open?=", "Café open"),
        ("=?windows-1251?B?z+7w8g==?=", "Порт"),
        ("=?x-none?q?Cafe?=", "Cafe"),
        ("=?utf-8?b?!!!?= Cafe", "Cafe"),
        ("Caf\udcc3\udca9", "Café"),
        ("Caf\udcc3\udca9 =?utf-8?q?=E2=80=93?= open", "Café – open"),
        ("The port=?utf-8?q?=E2=80=99s?=\r\n cranes", "The port’s cranes"),
        ("The\n\t=?utf-8?q?port=E2=80=99s?=\n =?utf-8?q?_cranes?=", "The port’s cranes"),
    ],
)
def test_headers_are_decoded(written: str, shown: str) -> None:
    assert decoded(written) == shown


FORWARDED = (
    "Worth a read.\n\n---------- Forwarded message ---------\nFrom: The Lindmark Post <news@post.example>\n"
    f"Date: Mon, Mar 4, 2024 at 7:10 AM\nSubject: {makers.TITLE}\nTo: <jon@home.example>\n\n\n"
)


def test_a_mail_that_was_sent_on_gives_what_the_first_one_said() -> None:
    found = article(makers.mail(FORWARDED + STORY, From="Jon Ek <jon.ek@home.example>", Subject="Fwd: look"))

    assert (found.title, found.outlet) == (makers.TITLE, "The Lindmark Post")
    assert (found.published or "").startswith("2024-03-04")
    assert "Forwarded" not in found.text
    assert "jon@home.example" not in found.text


def test_a_page_that_was_sent_on_gives_what_the_first_one_said() -> None:
    above = "".join(f"<div>{line}</div>" for line in FORWARDED.replace("<", "&lt;").split("\n"))
    html = makers.page().decode().replace("<body>", f"<body>{above}").encode()
    found = article(makers.mail(html=html, From="Jon Ek <jon.ek@home.example>", Subject="Fwd: look"))

    assert (found.title, found.outlet) == (makers.TITLE, "The Lindmark Post")
    assert "Forwarded" not in found.text


def test_lines_of_a_story_are_no_headers() -> None:
    assert in_lines("From: our desk\nThe harbour was closed.\n\nSubject: cranes") is None


def test_a_mail_that_is_attached_to_an_empty_one_is_read() -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "Jon Ek <jon.ek@home.example>", "look"
    letter.set_content("See below.")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "The Lindmark Post <news@post.example>", makers.TITLE
    inner.set_content(STORY)
    letter.add_attachment(inner)

    found = article(letter.as_bytes())

    assert (found.title, found.outlet) == (makers.TITLE, "The Lindmark Post")


def test_attached_files_are_named() -> None:
    letter = EmailMessage()
    letter["Subject"], letter["Message-ID"] = makers.TITLE, "<1@post.example>"
    letter.set_content(STORY)
    letter.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="whole story.pdf")
    found = article(letter.as_bytes())

    assert any("(whole story.pdf)" in render(note) for note in found.notes)


def test_a_box_gives_an_article_a_mail() -> None:
    quoted = makers.mail(STORY.replace("Fishing crews", "\n>From the harbour crews"), Subject="Two")
    empty = makers.mail(" ", Subject="Empty")
    reading = read_bytes(makers.mbox(makers.mail(Subject="One"), quoted, empty), "a.mbox")

    assert {a.source: a.title for a in reading.articles} == {"a.mbox#1": "One", "a.mbox#2": "Two"}
    assert [s.source for s in reading.skipped] == ["a.mbox#3"]
    assert "\n\nFrom the harbour" in reading.articles[1].text
    (tally,) = reading.tallies
    assert (tally.stated, tally.read, tally.skipped) == (None, 2, 1)  # a box does not say how many it holds


@pytest.mark.parametrize(
    "data",
    [
        b"%d  \n" % len(makers.mail()) + makers.mail() + b'<?xml version="1.0"?><plist><key>flags</key></plist>',
        b"\xef\xbb\xbf" + makers.mail(),
        b"From a@b.example Tue Mar  5 08:15:00 2024\n" + makers.mail(),
        makers.mail().replace(b"\n", b"\r\n"),
        makers.mail().replace(b'charset="utf-8"', b'charset="x-none"'),
        makers.mail().replace(b"quoted-printable", b"8bit-of-sorts"),
    ],
    ids=["emlx", "mark", "box of one", "crlf", "charset", "coding"],
)
def test_odd_mail_is_read(data: bytes) -> None:
    (found,) = read_bytes(data, "a.eml").articles

    assert found.title == makers.TITLE
    assert "plist" not in found.text
