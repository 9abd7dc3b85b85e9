"""Files made to hang a reader, to fill its memory or to make it fail: each is read, or refused in one sentence."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from io import BytesIO

import pytest

from analysis import ReadSettings
from analysis.errors import SourceError
from analysis.messages import render
from analysis.sources import read_bytes
from analysis.sources.dispatch import articles_of
from analysis.sources.ledger import Ledger
from analysis.sources.page.decode import web_encoding
from analysis.sources.plain import plain_markdown

from . import makers

PROSE = "".join(f"<p>{p}</p>" for p in makers.PARAGRAPHS)


def _docx(body: str) -> bytes:
    """Return a Word document with this body."""
    import zipfile

    with zipfile.ZipFile(BytesIO(makers.docx())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/document.xml"] = f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()
    return makers.archive(parts)


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(text)}</w:tc>"


def _linked(value: str) -> bytes:
    return makers.page(head=f'<script type="application/ld+json">{value}</script>')


NESTED = '{"@type":"NewsArticle","author":' + '{"name":' * 900 + '"x"' + "}" * 901
LISTED = '{"@type":"NewsArticle","author":' + "[" * 900 + '"x"' + "]" * 900 + "}"

READ: dict[str, tuple[str, Callable[[], bytes]]] = {
    "JSON-LD of objects in objects": ("a.html", lambda: _linked(NESTED)),
    "JSON-LD of lists in lists": ("a.html", lambda: _linked(LISTED)),
    "JSON-LD nested beyond any parser": ("a.html", lambda: _linked('{"a":' * 100_000)),
    "JSON-LD of another shape": ("a.html", lambda: _linked('[[{"@type":["Article"],"publisher":7,"author":true}]]')),
    "a charset that is no encoding of text": ("a.html", lambda: makers.page().replace(b"utf-8", b"undefined", 1)),
    "a charset that nobody knows": ("a.html", lambda: makers.page().replace(b"utf-8", b"x-none", 1)),
    "a charset that packs": ("a.html", lambda: makers.page().replace(b"utf-8", b"zlib_codec", 1)),
    "a charset of names of hosts": ("a.html", lambda: makers.page().replace(b"utf-8", b"punycode", 1)),
    "a cell that spans two billion columns": (
        "a.docx",
        lambda: _docx(
            _paragraph(makers.LEAD)
            + "<w:tbl><w:tr>"
            + _cell(makers.REST[0], '<w:gridSpan w:val="2000000000"/>')
            + "</w:tr></w:tbl>"
        ),
    ),
    "tables in tables": (
        "a.docx",
        lambda: _docx(
            _paragraph(makers.LEAD) + "<w:tbl><w:tr><w:tc>" * 60 + _paragraph("Deep") + "</w:tc></w:tr></w:tbl>" * 60
        ),
    ),
    "mail of parts in parts": ("a.eml", lambda: _mail_in_parts(150)),
    "a subject of broken words": (
        "a.eml",
        lambda: makers.mail().replace(b"Subject: ", b"Subject: " + b"=?utf-8?q?" * 50_000),
    ),
    "a sender of brackets": ("a.eml", lambda: _headed(b"From: ", b'"(<' * 50_000)),
    "a subject of one letter over and over": (
        "a.eml",
        lambda: makers.mail().replace(b"Subject: ", b"Subject: " + b"re:" * 90_000),
    ),
    "numbers of characters without end": ("a.rtf", lambda: makers.rtf(makers.LEAD, "\\u8220?" * 100_000)),
    "groups that are never closed": ("a.rtf", lambda: makers.rtf(makers.LEAD, "{\\b x" * 9_000)),
    "groups that were never opened": ("a.rtf", lambda: makers.rtf(makers.LEAD, "}" * 100_000)),
    "binary data longer than the file": ("a.rtf", lambda: makers.rtf(makers.LEAD, "\\bin999999999 x")),
    "a saved page of a million dashes": ("a.mht", lambda: makers.mhtml() + b"--b\r\n" * 200_000),
    "spaces by their number": (
        "a.odt",
        lambda: makers.odt(f'<text:p>{makers.LEAD}<text:s text:c="2000000000"/></text:p>'),
    ),
}


def _headed(name: bytes, value: bytes) -> bytes:
    """Return a newsletter in whose header this stands before what it says."""
    return makers.mail().replace(name, name + value)


def _mail_in_parts(depth: int) -> bytes:
    """Return a mail whose text lies in parts of parts."""
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    story = "\n\n".join(makers.PARAGRAPHS)
    return f"MIME-Version: 1.0\nSubject: x\n{opened}Content-Type: text/plain; charset=utf-8\n\n{story}".encode()


@pytest.mark.parametrize(("name", "make"), READ.values(), ids=READ.keys())
def test_it_is_read_all_the_same(name: str, make: Callable[[], bytes]) -> None:
    reading = read_bytes(make(), name)

    (article,) = reading.articles
    assert makers.LEAD in article.text
    assert reading.skipped == ()


def test_cells_of_tables_in_documents_are_read_once() -> None:
    row = "<w:tr>" + _cell("One", '<w:gridSpan w:val="3"/>') + _cell("Two") + "</w:tr>"
    (article,) = read_bytes(_docx(_paragraph(makers.LEAD) + f"<w:tbl>{row}</w:tbl>"), "a.docx").articles

    assert article.text.split("\n\n")[-2:] == ["One", "Two"]


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1251", "cp1251"),
        ("shift_jis", "shift_jis"),
        ("rot13", ""),
        ("base64", ""),
        ("idna", ""),
        ("utf-7", ""),
        ("unicode_escape", ""),
        ("x-none", ""),
    ],
)
def test_only_encodings_of_the_web_are_taken_at_their_word(declared: str, codec: str) -> None:
    assert web_encoding(declared) == codec


MARKDOWN = {
    "[one](https://example.org/a)": "one",
    "[one](https://example.org/a_(b))": "one",
    "![a cat](cat.png) and [![a dog](dog.png)](https://example.org)": "a cat and a dog",
    "[[one](a)](b": "[one](b",
    "[one] (two)": "[one] (two)",
}


@pytest.mark.parametrize(("text", "plain"), MARKDOWN.items(), ids=MARKDOWN.keys())
def test_links_of_markdown_leave_their_words(text: str, plain: str) -> None:
    assert plain_markdown(text) == plain


@pytest.mark.parametrize("element", ["<li>item</li>", "<span>word </span>", "<x-y>", "<p>word", "<br/>"])
def test_a_page_of_a_hundred_thousand_elements_is_refused(element: str) -> None:
    (skipped,) = read_bytes(makers.page(PROSE + element * 100_000), "a.html").skipped

    assert render(skipped.message).startswith("The page has 100,0")


def test_the_words_of_thousands_of_inline_elements_are_kept_in_their_order() -> None:
    words = [f"word{i}" for i in range(6_000)]
    tagged = "".join(f"<b>{word}</b> " if i % 3 else f"{word} " for i, word in enumerate(words))
    (article,) = read_bytes(makers.page(f"{PROSE}<p>{tagged}</p><p>{makers.LEAD} Again.</p>"), "a.html").articles

    assert " ".join(words) in article.text
    assert article.text.count(makers.LEAD) == 2


def test_a_text_of_a_million_lines_is_refused() -> None:
    (skipped,) = read_bytes(b"a\n" * 1_000_000, "a.txt").skipped

    assert render(skipped.message).startswith("It has 1,000,000 lines; at most 200,000 are read")


# --------------------------------------------------------------------------- time grows with the length, not its square

SENTENCE = "The port office said on Monday that two cranes fell into the basin. "
STORY_DATA = f'{{"@type": "NewsArticle", "articleBody": "{makers.LEAD * 4}"}}'


def _script(text: str) -> bytes:
    """Return a page that shows little and has this script."""
    return f"<html><body><h1>{makers.TITLE}</h1><p>{makers.LEAD}</p><script>{text}</script></body></html>".encode()


def _state(text: str) -> bytes:
    """Return a page that shows little and has this state."""
    return _script("").replace(b"<script>", b"<script type='application/json'>" + text.encode())


GROWING: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "opening brackets of markdown": ("a.md", lambda n: b"[" * 20 * n),
    "opening brackets of pictures": ("a.md", lambda n: b"![" * 10 * n),
    "links that are never closed": ("a.md", lambda n: b"[a](" * 10 * n),
    "stars": ("a.md", lambda n: b" *a" * 10 * n),
    "lines of one letter": ("a.txt", lambda n: b"a\n" * n),
    "headings of menus": ("a.txt", lambda n: b"TOP STORIES\nOne entry\nAnother entry\n" * n),
    "brackets": ("a.txt", lambda n: b"(AP/" * 10 * n),
    "items of a list": ("a.html", lambda n: makers.page(f"{PROSE}<ul>" + "<li>item</li>" * n + "</ul>")),
    "paragraphs of a page": ("a.html", lambda n: makers.page(f"<p>{SENTENCE}</p>" * n)),
    "comments that are never closed": ("a.html", lambda n: makers.page(PROSE + "<!--" * 10 * n)),
    "links in a paragraph": ("a.html", lambda n: makers.page(f"{PROSE}<p>{'<a href=x>word</a> ' * n}</p>")),
    "headings of a page": ("a.html", lambda n: makers.page(PROSE + "<h1>One two three</h1>" * n)),
    "comments in data that is no JSON": ("a.html", lambda n: _linked("'<!--" * 5 * n)),
    "comments in data that is": ("a.html", lambda n: _linked('{"@type": "' + "<!--" * 5 * n + '"}')),
    "authors in data that is no JSON": ("a.html", lambda n: _linked('"author": "name' * 5 * n)),
    "comments in a description": (
        "a.html",
        lambda n: makers.page(head='<meta name="author" content="' + "<!--" * 5 * n + '">'),
    ),
    "block quotations in one another": (
        "a.html",
        lambda n: makers.page(PROSE + "<blockquote>" * 200 + f"<p>{SENTENCE}</p>" * n + "</blockquote>" * 200),
    ),
    "pull quotes": (
        "a.html",
        lambda n: makers.page(f"<p>{SENTENCE}</p>" * n + f"<blockquote class=pullquote>{SENTENCE}</blockquote>" * n),
    ),
    "quotations in one another": (
        "a.html",
        lambda n: makers.page(PROSE + ("<p>" + "<q>word " * 100 + "</q>" * 100 + "</p>") * (n // 50)),
    ),
    "lines that go on and on": (
        "a.html",
        lambda n: makers.page(f"{PROSE}<div>{'some words that go on in small letters here<br>' * 3 * n}</div>"),
    ),
    "rows of tables": (
        "a.html",
        lambda n: makers.page(f"{PROSE}<table>{'<tr><td>one</td><td>two</td></tr>' * n}</table>{PROSE}"),
    ),
    "tables in tables": (
        "a.html",
        lambda n: makers.page(PROSE + ("<table><tr><td>" * 60 + "a" + "</td></tr></table>" * 60) * (n // 60) + PROSE),
    ),
    "boxes in boxes": ("a.html", lambda n: makers.page(("<div>" * 240 + PROSE + "</div>" * 240) * (n // 100))),
    "entries with times": (
        "a.html",
        lambda n: makers.page(PROSE + f"<div><time>12:00</time><p>{SENTENCE}</p></div>" * n),
    ),
    "dashes below a post": (
        "a.html",
        lambda n: makers.page(f"{PROSE}<blockquote class=twitter-tweet>{'— a (@b ' * n}</blockquote>"),
    ),
    "stories in data": ("a.html", lambda n: _linked(f"[{', '.join([f'{STORY_DATA}'] * n)}]")),
    "open tags in a story in data": ("a.html", lambda n: _linked(STORY_DATA.replace("closed", "<a " * 20 * n))),
    "values of a state": ("a.html", lambda n: _state(f"[{', '.join([STORY_DATA] * n)}]")),
    "a state in a state": ("a.html", lambda n: _state('{"a":' * 10 * n + "1" + "}" * 10 * n)),
    "statements that are no data": ("a.html", lambda n: _script("window.a = {" * 10 * n)),
    "names without a statement": ("a.html", lambda n: _script("name                " * 10 * n)),
    "dashes in a title": ("a.html", lambda n: makers.page(head="<title>" + " - |" * 5 * n + "</title>")),
    "rows with an open quotation mark": ("a.csv", lambda n: b"title,text\n" + b'A,"b\n' * n),
    "documents without text": ("a.txt", lambda n: b"1 of 2 DOCUMENTS\nLENGTH: 9 words\nLOAD-DATE: May 5, 2024\n" * n),
    "labels that no archive has": ("a.txt", lambda n: _archived("\n".join(["SPEAKER: words"] * n))),
    "headings below a text": ("a.txt", lambda n: _archived("\n\n".join(["Graphic\n\nNotes"] * n))),
    "new pages": ("a.txt", lambda n: _archived("\n\n\f\n\n" * n + "\n" * 20 * n)),
    "dates": ("a.txt", lambda n: _archived("On March 5, 2024 they met.\n\nMarch 5, 2024\n\n" * n)),
    "codes of fields": (
        "a.txt",
        lambda n: _archived("HD  Cranes\n\nPD  5 March 2024\n\nSN  Post\n\nLP  \nA word.\n\n" * n),
    ),
    "heads without an end": (
        "a.txt",
        lambda n: b"The Post\n\nMarch 5, 2024\n\nCranes\n\nLENGTH: 9 words\n\n\n" * n + _archived(""),
    ),
    "heads below empty lines": (
        "a.txt",
        lambda n: _archived(("Post\n\nMay 5, 2024\n\nLength: 9 words\n" + "\n" * 20) * n),
    ),
    "numbers of documents": (
        "a.txt",
        lambda n: _shown_as_text() + b"9 words\n5 March 2024\nDocument POST000020240305ek3500001\n" * n,
    ),
    "signs in what a cover says was asked for": (
        "a.txt",
        lambda n: f"Download Request: {';' * 10 * n}x\n\n".encode() + _archived("A word."),
    ),
    "lines of an abstract": (
        "a.ris",
        lambda n: ("TY  - NEWS\nTI  - A\nAB  - one" + "\nmore words" * n + "\nER  - ").encode(),
    ),
    "ends of documents": ("a.txt", lambda n: _archived("End of Document\n\nBody\n\nLength: 5 words\n\n" * n)),
    "rules": (
        "a.txt",
        lambda n: ("_" * 60 + "\nTitle: A\nFull text: b\nPublication title: c\nSource type: d\n").encode() * n,
    ),
    "divisions of an archive's page": ("a.html", lambda n: _shown("<div><p>A line of text</p></div>" * n)),
    "divisions in divisions": ("a.html", lambda n: _shown("<div>" * n)),
    "signs within a line": ("a.txt", lambda n: f"Cranes\n\nBy{'#' * 3 * n}x\n\nThe harbour was closed.".encode()),
    "groups": ("a.rtf", lambda n: makers.rtf("{\\b x}" * 5 * n)),
    "boxes, notes and styles": (
        "a.rtf",
        lambda n: makers.rtf("{\\shp{\\shptxt x}}{\\footnote y}{\\stylesheet{\\s2 z;}}" * n),
    ),
    "parts of a mail": ("a.eml", lambda n: makers.mail("x", makers.page()).replace(b"--b1\n", b"--b1\n" * 20 * n)),
    "mails in a box": ("a.mbox", lambda n: makers.mbox(*[b"Subject: x\nTo: y\n\nOne word.\n"] * (n // 2))),
    "pictures in the markup": ("a.html", lambda n: makers.page(PROSE + "<img src=data:image/png;base64,AA>" * n)),
    "objects in JSON": ("a.json", lambda n: json.dumps([{"a": {"b": [{"c": 1}]}}] * 2 * n).encode()),
    "a long name of many lists in JSON": (
        "a.json",
        lambda n: json.dumps({"title": "A", "text": makers.LEAD, "k" * 100 * n: [[] for _ in range(n)]}).encode(),
    ),
    "a long name of many values in JSON": (
        "a.json",
        lambda n: json.dumps([{"k" * 100 * n: {f"a{i}": "b" for i in range(n // 10)}, "text": "A"}]).encode(),
    ),
    "lists beside each other in JSON": (
        "a.json",
        lambda n: json.dumps({f"a{i}": [{"title": "A", "text": makers.LEAD}] for i in range(n // 4)}).encode(),
    ),
    "line ends": ("a.csv", lambda n: b"title,text\n" + b"\n" * 10 * n),
}


def _archived(text: str) -> bytes:
    """Return a document of Nexis with this text, and fields of Nexis Uni below it."""
    head = "1 of 1 DOCUMENTS\n\nThe Post\n\nMarch 5, 2024\n\nCranes\n\nLENGTH: 50 words\n\n"
    return f"{head}{text}\n\nLOAD-DATE: March 6, 2024\n\nLength: 5 words\n\nBody\n\nEnd of Document\n".encode()


def _shown(html: str) -> bytes:
    """Return a page of Factiva with this among its documents."""
    lines = "".join(f"<div>{line}</div>" for line in ("9 words", "5 March 2024", "The Post", "POST", "English"))
    start = '<html><body><div class="article enArticle"><div>Cranes</div>'
    return f"{start}{lines}<p>{PROSE}</p>{html}<p>Document POST000020240305ek3500001</p></div></body></html>".encode()


def _shown_as_text() -> bytes:
    """Return a document of Factiva without codes."""
    return (
        f"Cranes\n\n9 words\n5 March 2024\nThe Post\n\n{makers.LEAD}\n\nDocument POST000020240305ek3500009\n\n".encode()
    )


SMALL, TIMES = 1_000, 8
LINEAR, STEP = 2.5, 0.15
"""Eight times as much may take 2.5 times eight times as long: with the square it would be 64. Times under 0.15 s are
too short to be compared."""


def _seconds(data: bytes, name: str) -> float:
    start = time.process_time()
    with contextlib.suppress(SourceError):
        list(articles_of(BytesIO(data), name, ReadSettings(), Ledger()))
    return time.process_time() - start


ALWAYS = 10
"""One of so many is measured in every run, all with --slow: together they take 35 s of processor time."""
MEASURED = [
    pytest.param(name, make, id=kind, marks=[pytest.mark.slow] if i % ALWAYS else [])
    for i, (kind, (name, make)) in enumerate(GROWING.items())
]


@pytest.mark.parametrize(("name", "make"), MEASURED)
def test_the_time_of_reading_grows_with_the_length(name: str, make: Callable[[int], bytes]) -> None:
    _seconds(makers.page(), "a.html")  # what is loaded once
    _seconds(make(10), name)
    small = min(_seconds(make(SMALL), name) for _ in range(2))

    assert _seconds(make(SMALL * TIMES), name) < max(small, STEP) * TIMES * LINEAR
