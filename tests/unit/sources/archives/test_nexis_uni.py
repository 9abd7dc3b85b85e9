"""Nexis Uni's files."""

from __future__ import annotations

from analysis.model import SectionKind

from .said import LEAD, STORY, THIRD, columns, in_order, keys, only, read, running, section


def document(title: str = "Cranes fall into the harbour", body: str = STORY, below: str = "", top: str = "") -> str:
    """Return one document; `below` stands between its text and the date of loading."""
    return (
        f"{title}\n\nThe Lindmark Post\n\n{top or 'March 5, 2024 Tuesday'}\n\n"
        "Copyright 2024 Lindmark Media Ltd All Rights\u00a0Reserved\n\n"
        "Section:\u00a0NEWS; Pg. 7\n\nLength:\u00a047 words\n\nByline:\u00a0By Ada Brandt\n\n"
        f"Dateline: LINDMARK\n\nBody\n\n{body}\n\n{below}Load-Date:\u00a0March 6, 2024\n\nEnd of Document\n\n"
    )


COVER = (
    "User Name: Reader\nDate and Time: Friday, March 8, 2024 3:25:00 PM CET\nJob Number: 1234567\n\nDocuments (2)\n\n"
    "1. Cranes fall into the harbour\nClient/Matter: -None-\nSearch Terms: cranes\n\n2. Crews ask for repairs\n"
    "Client/Matter: -None-\nSearch Terms: cranes\n\n"
    "Content Type\tNarrowed by\nNews\tTimeline: Jan 01, 2024 to Mar 08, 2024\n\n"
    "Page 1 of 3\n\n"
)


def test_one_document_is_one_article_with_its_fields() -> None:
    article = only(document())

    assert (article.title, article.outlet) == ("Cranes fall into the harbour", "The Lindmark Post")
    assert (article.byline, article.published, article.dateline) == ("Ada Brandt", "2024-03-05", "LINDMARK")
    assert running(article) == STORY
    assert columns(article) == {
        "archive": "Nexis", "section": "NEWS; Pg. 7", "length": "47 words", "load date": "2024-03-06",
        "publisher": "Lindmark Media Ltd",
    }  # fmt: skip
    assert article.source == "pasted text"


def test_the_cover_is_no_article_and_its_count_is_the_files() -> None:
    reading = read(COVER + document() + document("Crews ask for repairs", THIRD + " " + LEAD))

    assert [article.title for article in in_order(reading)] == [
        "Cranes fall into the harbour", "Crews ask for repairs",
    ]  # fmt: skip
    (tally,) = reading.tallies
    assert (tally.stated, tally.read, tally.missing) == (2, 2, 0)


def test_what_stands_below_the_text_is_caption_note_or_column() -> None:
    below = (
        "Graphic\n\nDivers look for the cables on Monday.\n\nNotes\n\nAn earlier edition named another basin.\n\n"
        "Classification\n\nLanguage: ENGLISH\n\nPublication-Type: Newspaper\n\nSubject: PORTS (90%)\n\n"
    )
    article = only(document(below=below))

    assert section(article, SectionKind.CAPTION) == "Divers look for the cables on Monday."
    assert section(article, SectionKind.NOTE) == "An earlier edition named another basin."
    assert running(article) == STORY
    assert columns(article)["topics"] == "PORTS (90%)"


def test_the_word_body_or_a_label_within_the_text_is_text() -> None:
    body = f"{LEAD}\n\nBody\n\nByline: so the clerk called the line.\n\n{THIRD}"

    assert running(only(document(body=body))) == body


def test_an_edition_below_the_date_and_a_summary_are_kept_apart() -> None:
    text = document(top="March 5, 2024 Tuesday 10:36 AM GMT\n\nFirst Edition").replace(
        "Dateline:", "Highlight: Two cranes fell.\n\nDateline:"
    )
    article = only(text)

    assert article.published == "2024-03-05T10:36Z"
    assert columns(article)["edition"] == "First Edition"
    assert section(article, SectionKind.LEAD).startswith("Two cranes fell.")


def test_documents_without_empty_lines_between_their_lines_are_read() -> None:
    lines = [line for line in document().split("\n") if line]
    article = only("\n".join(lines))

    assert (article.title, article.outlet) == ("Cranes fall into the harbour", "The Lindmark Post")
    assert running(article).startswith("The harbour")
    assert running(article).endswith("never begun.")


def test_a_file_that_breaks_off_keeps_its_last_document() -> None:
    whole = document("Crews ask for repairs", THIRD + " " + LEAD)
    reading = read(COVER + document() + whole.partition("Load-Date")[0])

    assert len(reading.articles) == 2
    assert keys(in_order(reading)[0]) == []


def test_documents_that_no_line_ends_are_cut_behind_their_date_of_loading() -> None:
    text = document() + document("Crews ask for repairs", f"{THIRD} {LEAD}")
    reading = read(text.replace("End of Document\n\n", ""))

    assert [article.title for article in in_order(reading)] == [
        "Cranes fall into the harbour", "Crews ask for repairs",
    ]  # fmt: skip


def test_the_last_document_of_a_file_that_breaks_off_is_read_and_said_to_be_cut() -> None:
    whole, cut = document(), document("Masts fall", f"{LEAD}\n\n{THIRD}").partition("\n\nLoad-Date")[0]
    one, two = in_order(read(whole + cut))

    assert (one.complete, running(one)) == (True, STORY)
    assert (two.title, two.complete, running(two)) == ("Masts fall", False, f"{LEAD}\n\n{THIRD}")
    assert "sources.archive.cut_off" in keys(two)


def test_a_document_of_which_the_end_is_missing_does_not_swallow_the_next() -> None:
    cut = document().partition("\n\nLoad-Date")[0] + "\n\n"
    one, two = in_order(read(cut + document("Masts fall")))

    assert (running(one), two.title, running(two)) == (STORY, "Masts fall", STORY)


def test_a_line_of_the_text_that_is_spelled_like_the_heading_of_the_classes_is_text() -> None:
    text = f"{LEAD}\n\nClassification\n\n{THIRD}"

    assert running(only(document(body=text))) == text
