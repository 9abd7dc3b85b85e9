"""ProQuest's text files."""

from __future__ import annotations

import pytest

from analysis.model import ArticleKind, SectionKind

from .said import LEAD, SECOND, STORY, THIRD, columns, in_order, keys, only, read, running, section

RULE = "_" * 60


def document(n: int = 1, total: int = 1, title: str = "Cranes fall into the harbour", text: str = STORY) -> str:
    """Return one document between its rule and its fields."""
    return (
        f"{RULE}\nDocument {n} of {total}\n\n{title}\n\nAuthor: Brandt, Ada; Ek, Jon\n\n"
        "Publication info: The Lindmark Post ; Lindmark [Lindmark]. 05 Mar 2024: A7.\n\nProQuest document link\n\n"
        f"Abstract: None available.\n\nFull text: {text}\n\n"
        "Illustration Caption: Divers on Monday.\n\nSubject: Ports; Cranes\n\n"
        f"Title: {title}\n\nAuthor: Brandt, Ada; Ek, Jon\n\n"
        "Publication title: The Lindmark Post, Late Edition; Lindmark\n\n"
        "Pages: A7\n\nPublication year: 2024\n\nPublication date: Mar 5, 2024\n\nSection: News\n\n"
        "Publisher: Lindmark Media Ltd\n\nPlace of publication: Lindmark\n\nSource type: Newspapers\n\n"
        f"Language of publication: English\n\nDocument type: News\n\nProQuest document ID: 30201{n}\n\n"
        "Last updated: 2024-03-06\n\nDatabase: Newsstream\n"
    )


ENDING = f"{RULE}\n\nContact us at: http://example.org\nDatabase copyright © 2024 ProQuest LLC. All rights reserved.\n"


def test_a_document_is_an_article_with_its_fields() -> None:
    article = only(document() + ENDING)

    assert (article.title, article.outlet) == ("Cranes fall into the harbour", "The Lindmark Post")
    assert (article.byline, article.published, article.language) == ("Ada Brandt, Jon Ek", "2024-03-05", "en")
    assert running(article) == STORY
    assert section(article, SectionKind.CAPTION) == "Divers on Monday."
    said = columns(article)
    assert (said["document type"], said["topics"]) == ("News", "Ports; Cranes")
    assert (said["edition"], said["publisher"], said["section"]) == ("Late Edition", "Lindmark Media Ltd", "News")
    assert said["archive id"] == "302011"


def test_documents_are_parted_and_the_contact_below_is_none() -> None:
    reading = read(document(1, 2) + document(2, 2, "Crews ask for repairs", THIRD + " " + LEAD) + ENDING)

    assert [article.title for article in in_order(reading)] == [
        "Cranes fall into the harbour", "Crews ask for repairs",
    ]  # fmt: skip
    assert (reading.tallies[0].stated, reading.tallies[0].missing) == (2, 0)


def test_a_line_of_the_text_that_looks_like_a_field_is_text() -> None:
    text = f"{LEAD}\n\nTitle: so the form began, and nobody filled it in before the end of that long day.\n\n{THIRD}"

    assert running(only(document(text=text))) == text


def test_an_abstract_stands_in_for_a_text_that_is_missing_and_is_said_to_be_incomplete() -> None:
    text = document().replace(f"Full text: {STORY}\n\n", "").replace("None available.", LEAD)
    article = only(text.replace("Illustration Caption: Divers on Monday.\n\n", "Full text: \n\n"))

    assert running(article) == LEAD
    assert not article.complete


def test_the_line_of_publication_fills_what_no_field_says() -> None:
    text = "\n\n".join(
        line for line in document().split("\n\n") if not line.startswith(("Publication title", "Publication date"))
    )
    article = only(text)

    assert (article.outlet, article.published) == ("The Lindmark Post", "2024-03-05")


def test_the_layout_of_today_has_headings_instead_of_a_label() -> None:
    fields = document().partition("Subject: Ports")[2]
    article = only(
        f"{RULE}\n\nCranes fall into the harbour\n\nAuthor: Brandt, Ada\n\n"
        "Publication info: The Lindmark Post ; Lindmark. 05 Mar 2024.\n\nProQuest document link\n\n"
        f"ABSTRACT\n\nTwo cranes fell.\n\nFULL TEXT\n\n{STORY}\n\nDETAILS\n\n"
        f"Subject: Ports{fields}"
    )

    assert running(article) == STORY
    assert article.title == "Cranes fall into the harbour"
    assert article.complete


def test_the_type_of_a_document_tells_its_kind_and_its_topics_do_not() -> None:
    editorial = only(document().replace("Document type: News", "Document type: Editorial"))
    news = only(document().replace("Subject: Ports", "Subject: Editorials; Ports"))

    assert (editorial.kind, news.kind) == (ArticleKind.OPINION, ArticleKind.NEWS)


@pytest.mark.parametrize("rule", ["-" * 45, "*" * 20, f"{'*' * 20}\n\n{'=' * 30}"])
@pytest.mark.parametrize("number", ["Document 2 of 3\n", ""])
def test_a_rule_within_a_story_parts_nothing(rule: str, number: str) -> None:
    ruled = document(2, 3, "Masts fall", f"{LEAD}\n\n{rule}\n\n{SECOND}\n\n{rule}\n\n{THIRD}")
    file = document(1, 3) + ruled.replace("Document 2 of 3\n", number) + document(3, 3, "Ropes fall") + ENDING
    one, two, three = in_order(read(file))

    assert [running(article) for article in (one, two, three)] == [STORY] * 3
    assert (two.title, two.outlet, columns(two)["archive id"]) == ("Masts fall", "The Lindmark Post", "302012")
    assert (three.title, three.outlet) == ("Ropes fall", "The Lindmark Post")


def test_a_document_of_few_fields_between_two_others_is_read_or_named() -> None:
    short = f"{RULE}\n\nMasts fall\n\nPublication title: The Valley Herald\n\n"
    files = [document(1) + short + below + document(2, title="Ropes fall") for below in (f"Abstract: {LEAD}\n\n", "")]
    with_abstract, without = map(read, files)

    abstract = in_order(with_abstract)[1]
    assert (abstract.title, running(abstract), abstract.complete) == ("Masts fall", LEAD, False)
    assert [dict(one.message.args)["title"] for one in without.skipped] == ["Masts fall"]
    assert [running(article) for article in in_order(without)] == [STORY, STORY]


def test_lines_that_belong_to_no_document_are_named_but_for_the_archives_own() -> None:
    files = document(1, 2) + document(2, 2, "Masts fall")
    own, *_ = in_order(read(f"Report Information\n\nTable of contents\n\n{files}{ENDING}"))
    other, *_ = in_order(read(f"{files}{RULE}\n\nRopes fall too\n"))

    contact = f"{RULE}\n\nContact ProQuest\nCopyright © 2024 ProQuest LLC. All rights reserved.\n"
    assert own.notes == in_order(read(files + contact))[0].notes == ()
    (note,) = other.notes
    assert dict(note.args)["lines"] == "Ropes fall too"


def test_a_document_that_was_read_with_another_shows_in_the_count_of_their_numbers() -> None:
    second = document(2, title="Masts fall").replace(f"{RULE}\nDocument 2 of 1\n", "")
    (article,) = read(document(1) + second).articles

    assert "sources.archive.marks" in keys(article)
