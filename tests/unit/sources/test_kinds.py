"""The same story comes out of a page, a PDF and a Word document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis import ReadSettings
from analysis.model import Article, SectionKind
from analysis.sources import read_bytes, read_text

from . import makers


def body_of(article: Article) -> list[str]:
    """The paragraphs of lead and body."""
    kinds = (SectionKind.LEAD, SectionKind.BODY)
    spans = [section.span.of(article.text) for section in article.sections if section.kind in kinds]
    return "\n\n".join(spans).split("\n\n")


KINDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "html": ("a.html", makers.page),
    "pdf": ("a.pdf", makers.pdf),
    "pdf in two columns": ("a.pdf", lambda: makers.pdf(columns=2)),
    "docx with a title": ("a.docx", makers.docx),
    "docx without styles": ("a.docx", lambda: makers.docx(styled=False)),
    "rtf": ("a.rtf", makers.rtf),
    "odt": ("a.odt", makers.odt),
    "md": ("a.md", lambda: _markdown()),
    "wrapped text": ("a.txt", lambda: _wrapped()),
}  # fmt: skip


def _markdown() -> bytes:
    lead, first, second = makers.PARAGRAPHS
    return f"# {makers.TITLE}\n\nBy Ada Brandt\n\n5 March 2024\n\n{lead}\n\n**{first}**\n\n{second}".encode()


def _wrapped() -> bytes:
    import textwrap

    head = f"{makers.TITLE}\n\nBy Ada Brandt\n5 March 2024\n\n"
    return (head + "\n\n".join(textwrap.fill(p, 64) for p in makers.PARAGRAPHS)).encode()


@pytest.mark.parametrize(("name", "make"), KINDS.values(), ids=KINDS.keys())
def test_the_story_comes_out_of_every_kind(name: str, make: Callable[[], bytes]) -> None:
    (article,) = read_bytes(make(), name).articles

    assert article.title == makers.TITLE
    assert article.byline == "Ada Brandt"
    assert (article.published or "").startswith("2024-03-05")
    assert body_of(article) == list(makers.PARAGRAPHS)


def test_a_page_gives_its_outlet_time_and_captions_and_no_furniture() -> None:
    (article,) = read_bytes(makers.page(), "a.html").articles

    assert article.outlet == "The Lindmark Post"
    assert article.published == "2024-03-05T08:15:00+01:00"
    captions = [s.span.of(article.text) for s in article.sections if s.kind is SectionKind.CAPTION]
    assert captions == ["Divers look for cables on Monday. Photo: J. Ek"]
    assert article.text.index(captions[0]) < article.text.index(makers.LEAD)
    for furniture in ("Sport", "script", "©"):
        assert furniture not in article.text


@pytest.mark.parametrize(("name", "make"), [("a.docx", makers.docx), ("a.pdf", makers.pdf), ("a.html", makers.page)])
def test_text_kept_as_it_is_still_has_its_headline(name: str, make: Callable[[], bytes]) -> None:
    (article,) = read_bytes(make(), name, ReadSettings(keep_text=True)).articles

    assert article.text.startswith(f"{makers.TITLE}\n\n")
    assert [s.kind for s in article.sections] == [SectionKind.BODY]


def test_linked_data_names_writer_and_publisher() -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "publisher": {"name": "Lindmark Post"},'
        ' "author": [{"name": "Jon Ek"}, {"name": "Ada Brandt"}], "datePublished": "2024-03-04T23:00:00Z"}]}</script>'
    )
    (article,) = read_bytes(makers.page(head=data), "a.html").articles

    assert article.byline == "Jon Ek, Ada Brandt"
    assert article.published == "2024-03-04T23:00:00Z"


def test_a_page_in_an_old_encoding_is_read_by_its_declaration() -> None:
    text = makers.page().decode().replace("utf-8", "windows-1251").replace(makers.LEAD, "Порт был закрыт. " * 20)
    (article,) = read_bytes(text.replace("“", '"').replace("”", '"').encode("cp1251"), "a.html").articles

    assert "Порт был закрыт." in article.text


def test_pasted_html_is_read_as_a_page() -> None:
    (article,) = read_text(makers.page().decode()).articles

    assert article.title == makers.TITLE
    assert article.source == "pasted text"


def test_hyphens_of_line_ends_go_and_those_of_words_stay() -> None:
    from analysis.sources.pdf.hyphens import join

    words = {"well-known", "harbour"}
    assert join("two well-", "known men", words) == "two well-known men"
    assert join("the har-", "bour office", words) == "the harbour office"
    assert join("the U.S.-", "backed men", words) == "the U.S.-backed men"
    assert join("of Saint-", "Denis", words) == "of Saint-Denis"
    assert join("one --", "two", words) == "one -- two"


def test_running_heads_and_page_numbers_of_a_pdf_are_left_out() -> None:
    (article,) = read_bytes(makers.pdf(text=makers.PARAGRAPHS * 6), "a.pdf").articles

    assert "The Lindmark Post" not in article.text
    assert article.text.count(makers.LEAD) == 6


def test_the_running_head_goes_also_from_a_page_that_holds_the_last_words_alone() -> None:
    import typst

    pages = "\n\n#pagebreak()\n\n".join(["Seven ships lay idle.\n\n" * 8, "The strike ended at noon on Sunday."])
    source = f'#set page(width: 11cm, height: 14cm, header: [Radio Selmark], numbering: "1")\n= Ships\n\n{pages}'
    (article,) = read_bytes(bytes(typst.compile(source.encode())), "a.pdf").articles
    assert article.text.endswith("The strike ended at noon on Sunday.")
    assert "Radio Selmark" not in article.text
