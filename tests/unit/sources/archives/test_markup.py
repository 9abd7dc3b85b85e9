"""Pages and rich text of archives."""

from __future__ import annotations

from analysis.sources import Reading, read_bytes
from tests.exporters import FORMATS
from tests.exporters.sample import STORY as ITEMS

from .. import makers
from .said import STORY, columns, in_order, running

NUMBER = "LINDPO0000020240305ek3500001"


def _paragraphs(kind: str) -> str:
    return "\n".join(f'<p class="{kind}">{paragraph}  </p>' for paragraph in STORY.split("\n\n"))


def _read(page: str) -> Reading:
    return read_bytes(page.encode(), "saved.html")


def nexis(n: int, title: str) -> str:
    """Return one document as Nexis's page shows it."""

    def block(*spans: str) -> str:
        return f'<BR><DIV CLASS="c5"><P CLASS="c6">{"".join(f"<SPAN>{span}</SPAN>" for span in spans)}</P>\n</DIV>\n'

    text = "\n".join(f'<P CLASS="c9"><SPAN>{paragraph}</SPAN></P>' for paragraph in STORY.split("\n\n"))
    return (
        f'<A NAME="DOC_ID_{n}_0"></A><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n'
        + block(f"{n} of 2 DOCUMENTS")
        + '<BR><DIV CLASS="c0"><BR><P CLASS="c1"><IMG SRC="https://example.org/logo.gif" ALT="logo"><BR>'
        + "<SPAN>The Lindmark Post</SPAN></P>\n</DIV>\n"
        + block("5.", " March 2024 Tuesday", "&nbsp;")
        + block(title)
        + block("BYLINE: ", "Ada Brandt")
        + block("LENGTH: ", "47 words")
        + f'<BR><DIV CLASS="c5">{text}</DIV>\n'
        + block("LOAD-DATE: ", "March 6, 2024")
        + block("LANGUAGE: ", "ENGLISH")
        + '<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN>Copyright 2024 Ek Ltd<BR>All Rights Reserved</SPAN>'
        + "</P>\n</DIV>\n"
        + "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
    )


def factiva(title: str, number: str) -> str:
    """Return one document as Factiva's page shows it, without codes."""
    lines = ["47 words", "5 March 2024", "07:40", "The Lindmark Post", "LINDPO", "7", "English", "(c) 2024 Ek Ltd."]
    return (
        f'<div id="article-{number}" class="article"><div class="article enArticle"><p>\n</p>'
        f'<div>Foreign Desk; 1</div>\n<div id="hd"><span class="enHeadline">{title}  </span>\n</div>'
        f'<div class="author">Ada Brandt  </div>'
        + "".join(f"<div>{line}</div>" for line in lines)
        + f"\n<p></p>\n{_paragraphs('articleParagraph enarticleParagraph')}\n"
        + f"<p>The Lindmark Post Digital (Full Text)</p>"
        f"<p>Document {number}</p></div></div><br>"
    )


def test_documents_of_a_page_of_nexis_are_articles() -> None:
    head = "<HTML><HEAD><STYLE>.c0 { text-align: center; }</STYLE></HEAD>\n<BODY><P>Terms: (cranes)</P>\n"
    reading = _read(
        head + nexis(1, "Cranes fall into the harbour") + nexis(2, "Masts &amp; cranes fall") + "</BODY></HTML>"
    )

    assert [(a.title, a.outlet, a.byline, a.published) for a in in_order(reading)] == [
        ("Cranes fall into the harbour", "The Lindmark Post", "Ada Brandt", "2024-03-05"),
        ("Masts & cranes fall", "The Lindmark Post", "Ada Brandt", "2024-03-05"),
    ]
    assert {running(article) for article in reading.articles} == {STORY}
    assert reading.tallies[0].stated == 2


def test_documents_of_a_page_of_factiva_are_articles() -> None:
    other = NUMBER[:-1] + "2"
    documents = factiva("Cranes fall", NUMBER) + factiva("Masts fall", other)
    one, two = in_order(_read(f'<html><body><div id="contentLeft">{documents}</div></body></html>'))

    assert (one.title, one.outlet, one.byline, one.published) == (
        "Cranes fall", "The Lindmark Post", "Ada Brandt", "2024-03-05T07:40",
    )  # fmt: skip
    assert (running(one), two.title) == (STORY, "Masts fall")
    assert columns(two)["archive id"] == other
    assert columns(two)["credit"] == "The Lindmark Post Digital (Full Text)"


def test_documents_with_codes_in_a_table_are_articles() -> None:
    rows = {
        "HD": "<span class='enHeadline'>Cranes fall</span>", "BY": "By Ada Brandt", "WC": "47 words",
        "PD": "5 March 2024", "SN": "The Lindmark Post", "SC": "LINDPO", "LA": "English", "CY": "(c) 2024 Ek Ltd",
        "LP": _paragraphs("articleParagraph"), "AN": f"Document {NUMBER}",
    }  # fmt: skip
    table = "".join(
        f'<tr><td class="index"><p><b>{code}</b>&nbsp;</p></td><td>{value}</td></tr>' for code, value in rows.items()
    )
    (article,) = _read(
        f'<html><body><div class="article enArticle"><table>{table}</table></div></body></html>'
    ).articles

    assert (article.title, article.outlet, article.byline) == ("Cranes fall", "The Lindmark Post", "Ada Brandt")
    assert running(article) == STORY


def test_a_news_page_whose_story_is_an_article_element_is_left_alone() -> None:
    page = makers.page().replace(b"<article>", b'<article id="article-LINDPO123456" class="article enArticle">')

    (article,) = read_bytes(page, "saved.html").articles

    assert article.title == makers.TITLE
    assert "archive" not in dict(article.columns)


def test_rich_text_and_word_files_of_nexis_uni_come_back_whole() -> None:
    for kind in ("nexis rtf", "nexis docx"):
        ((name, data),) = FORMATS[kind](ITEMS).items()
        found = in_order(read_bytes(data, name))

        assert [(article.title, article.outlet) for article in found] == [(item.title, item.outlet) for item in ITEMS]
