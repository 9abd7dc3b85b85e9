"""PDFs of archives: documents on pages of their own, with running heads and feet, and lines broken at the margin."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from analysis.model import Article
from analysis.sources import Reading, read_bytes

from .said import STORY, in_order, running
from .test_factiva import CODED, SHOWN
from .test_nexis import ACADEMIC, HEAD
from .test_nexis import document as nexis
from .test_nexis_uni import COVER
from .test_nexis_uni import document as nexis_uni
from .test_proquest import document as proquest


def printed(*documents: str, head: bool = True, size: int = 9, numbered: str = "pages") -> Reading:
    """Return what a PDF of documents on pages of their own is read as.

    `head` prints a document's title on each of its pages, in type of `size` points; the number above it counts
    `numbered`, pages or documents.
    """
    import typst

    pages = []
    for n, document in enumerate(documents, 1):
        titles = [line.strip() for line in document.split("\n") if "fall into" in line] if head else []
        title = _escaped(titles[0].removeprefix("HD  ")) if titles else ""
        number = 'Page #context counter(page).display("1 of 1", both: true)'
        number = number if numbered == "pages" else f"Page {n} of {len(documents)}"
        header = f"[#align(right)[{number}] #text({size}pt)[{title}]]"
        pages.append(f"#page(header: {header}, footer: [Reader])[\n{_set_in_type(document)}\n]")
    source = "#set document(date: none)\n#set page(width: 14cm, height: 12cm)\n#set text(size: 9pt, hyphenate: false)\n"
    return read_bytes(bytes(typst.compile((source + "\n".join(pages)).encode())), "archive.pdf")


def _escaped(text: str) -> str:
    return re.sub(r"[\\#*_$`<>@\[\]=+/~\"'-]", lambda m: f"\\{m[0]}", text)


def _set_in_type(document: str) -> str:
    groups = [group for group in re.split(r"\n{2,}", document) if group.strip()]
    lines = ([_escaped(line.strip()) for line in group.split("\n") if line.strip()] for group in groups)
    # Prose is set anew; lines of a head stay lines.
    return "\n\n".join((" " if len(" ".join(group)) > 150 else " \\\n").join(group) for group in lines)


def fields_of(article: Article) -> tuple[str, str, str | None, str]:
    return article.title, article.outlet, article.byline, (article.published or "")[:10]


KNOWN: dict[str, Callable[[int], str]] = {
    "Nexis": lambda n: nexis(n, 2, HEAD.replace("Cranes", f"{n} cranes")),
    "Nexis Uni": lambda n: nexis_uni(f"{n} cranes fall into the harbour"),
    "Factiva": lambda n: CODED.replace("Cranes", f"{n} cranes"),
    "Factiva without codes": lambda n: SHOWN.replace("Cranes", f"{n} cranes"),
}


@pytest.mark.parametrize("kind", KNOWN)
def test_documents_are_read_with_their_fields_and_whole(kind: str) -> None:
    one, two = in_order(printed(KNOWN[kind](1), KNOWN[kind](2)))

    assert fields_of(one)[0] == "1 cranes fall into the harbour"
    assert fields_of(two)[0] == "2 cranes fall into the harbour"
    assert fields_of(one)[1].startswith("The Lindmark Post")
    assert fields_of(one)[2:] == ("Ada Brandt", "2024-03-05")
    assert running(one) == running(two) == STORY


def test_a_cover_and_a_list_of_documents_are_none() -> None:
    reading = printed(COVER, nexis_uni(), nexis_uni("Crews ask for repairs", f"{STORY} That was all."))

    assert [article.title for article in in_order(reading)] == [
        "Cranes fall into the harbour", "Crews ask for repairs",
    ]  # fmt: skip
    assert reading.tallies[0].stated == 2


def test_other_layouts_are_read_too() -> None:
    (academic,) = printed(nexis(1, 1, ACADEMIC)).articles
    (references,) = printed(proquest()).articles

    assert (academic.title, academic.outlet) == ("Fishing crews ask for repairs", "The Valley Herald")
    assert (references.title, references.outlet) == ("Cranes fall into the harbour", "The Lindmark Post")
    assert running(references) == STORY


def test_a_paragraph_that_goes_on_over_a_page_is_one() -> None:
    long = " ".join(f"Sentence {n} says what the port office said." for n in range(200))
    (article,) = printed(nexis_uni(body=f"{STORY}\n\n{long}")).articles

    assert running(article) == f"{STORY}\n\n{long}"


@pytest.mark.parametrize("numbered", ["pages", "documents"])
def test_a_title_wrapped_otherwise_in_the_heads_of_pages_is_no_text(numbered: str) -> None:
    title = "Two cranes fall into the harbour of Lindmark and the port office closes the basin for a week"
    long = " ".join(f"Sentence {n} says what the port office said." for n in range(200))
    document = nexis_uni(title, f"{STORY}\n\n{long}")
    for article in printed(document, document.replace("Two", "Three"), size=5, numbered=numbered).articles:
        assert article.title.endswith(title.removeprefix("Two"))
        assert running(article) == f"{STORY}\n\n{long}"
