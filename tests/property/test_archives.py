"""A file of k documents gives k articles with their words, in every layout, whatever their text is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.messages import render
from analysis.model import Article
from analysis.sources import Reading, read_text

WORDS = st.sampled_from(
    "harbour crane basin council crews Ada Brandt repairs ferry cable inspector Monday 41 “quoted” (Nordwire)"
    " well-known Body BYLINE Graphic IN BY Title Document 1 of 3 HD Copyright".split()
)
PARAGRAPH = st.lists(WORDS, min_size=12, max_size=40).map(lambda words: f"The port said: {' '.join(words)}.")
TEXT = st.lists(PARAGRAPH, min_size=1, max_size=4)
FILES = st.lists(TEXT, min_size=1, max_size=5)

Maker = Callable[[int, int, list[str]], str]


def nexis(n: int, total: int, text: list[str]) -> str:
    """Return a document of Nexis, wrapped."""
    body = "\n\n".join(fill(paragraph, 70, break_on_hyphens=False) for paragraph in text)
    return (
        f"      {n} of {total} DOCUMENTS\n\n\n      The Post {n}\n\n      March {n}, 2024\n\nStory {n}\n\n"
        f"BYLINE: Ada Brandt\n\nLENGTH: 12 words\n\n{body}\n\n"
        "LOAD-DATE: March 6, 2024\n\n      Copyright 2024 Ek Ltd\n\n"
    )


def nexis_uni(n: int, total: int, text: list[str]) -> str:
    """Return a document of Nexis Uni."""
    body = "\n\n".join(text)
    return (
        f"Story {n}\n\nThe Post {n}\n\nMarch {n}, 2024 Friday\n\nCopyright 2024 Ek Ltd\n\nLength: 12 words\n\n"
        f"Byline: Ada Brandt\n\nBody\n\n{body}\n\nLoad-Date: March 6, 2024\n\nEnd of Document\n\n"
    )


def coded(n: int, total: int, text: list[str]) -> str:
    """Return a document of Factiva with codes."""
    body = "\n\n".join(text)
    return (
        f"HD  Story {n}\n\nBY  Ada Brandt\n\nWC  12 words\n\nPD  {n} March 2024\n\nSN  The Post {n}\n\nLP  \n{body}\n\n"
        f"RE  nord : Norland\n\nAN  Document POST00002024030{n}ek350000{n}\n\n\n"
    )


def shown(n: int, total: int, text: list[str]) -> str:
    """Return a document of Factiva without codes."""
    body = "\n\n".join(text)
    return (
        f"Story {n}\n\nBy Ada Brandt\n\n12 words\n\n{n} March 2024\n\nThe Post {n}\n\n"
        f"POST\n\nEnglish\n\n(c) 2024 Ek Ltd\n\n{body}\n\nDocument POST00002024030{n}ek350000{n}\n\n"
    )


def proquest(n: int, total: int, text: list[str]) -> str:
    """Return a document of ProQuest."""
    body = "\n\n".join(text)
    return (
        f"{'_' * 60}\nDocument {n} of {total}\n\nStory {n}\n\nFull text: {body}\n\nTitle: Story {n}\n\n"
        f"Author: Brandt, Ada\n\nPublication title: The Post {n}\n\nPublication date: Mar {n}, 2024\n\n"
        f"ProQuest document ID: 30201{n}\n\n"
    )


def ris(n: int, total: int, text: list[str]) -> str:
    """Return a reference."""
    body = "\n".join(text)
    head = f"TY  - NEWS\nT1  - Story {n}\nAU  - Brandt, Ada\nT2  - The Post {n}\nDA  - 2024/03/0{n}/\n"
    return f"{head}AB  - {body}\nER  - \n\n"


def nexis_bare(n: int, total: int, text: list[str]) -> str:
    """Return a document of Nexis without its number."""
    return nexis(n, total, text).partition("DOCUMENTS\n")[2].replace("LOAD-DATE", "LANGUAGE: ENGLISH\n\nLOAD-DATE")


MAKERS = (nexis, nexis_bare, nexis_uni, coded, shown, proquest, ris)


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
@given(texts=FILES)
@settings(max_examples=30)
def test_a_file_of_k_documents_gives_k_articles_with_their_words(maker: Maker, texts: list[list[str]]) -> None:
    file = "".join(maker(n, len(texts), text) for n, text in enumerate(texts, 1))

    reading = read_text(file)

    found = {article.title: article for article in reading.articles}
    assert sorted(found) == [f"Story {n}" for n in range(1, len(texts) + 1)]
    for n, text in enumerate(texts, 1):
        article = found[f"Story {n}"]
        assert (article.outlet, article.published, article.byline) == (f"The Post {n}", f"2024-03-0{n}", "Ada Brandt")
        assert article.text.split() == [*f"Story {n}".split(), *" ".join(text).split()]


Damage = Callable[[str, list[str]], str]
"""Takes a document, as it stands in a file, and the paragraphs of its text."""


def ruled(document: str, text: list[str]) -> str:
    """Return a document with rules below the first and the last paragraph of its text."""
    for paragraph in {text[0], text[-1]}:
        end = _end(document, paragraph)
        document = f"{document[:end]}\n\n{'-' * 45}{document[end:]}"
    return document


def cut_off(document: str, text: list[str]) -> str:
    """Return a document of which all is missing that stands below its text."""
    return document[: _end(document, text[-1])] + "\n\n"


def without(pattern: str) -> Damage:
    """Return the damage of a document that lacks the lines like this."""
    return lambda document, _: re.sub(rf"^\s*(?:{pattern})$", "", document, flags=re.M)


def _end(document: str, paragraph: str) -> int:
    """Return where a paragraph ends, however it is wrapped."""
    found = list(re.finditer(r"\s+".join(map(re.escape, paragraph.split())), document))
    return found[-1].end()  # paragraphs may be alike


DAMAGES: dict[str, Damage] = {
    "a rule within": ruled,
    "no length": without(r"(?:LENGTH: |Length: |WC  )?12 words"),
    "no number": without(r"\d of \d DOCUMENTS|Document \d of \d|(?:AN  )?Document POST\w+"),
    "no date of loading": without(r"(?i:load-date): .*"),
    "no last line": without(r"End of Document"),
    "cut off": cut_off,
}
SAMPLE = ["The port said: word."]
DAMAGED = [
    pytest.param(maker, damage, id=f"{maker.__name__}, {name}")
    for maker in MAKERS
    for name, damage in DAMAGES.items()
    if maker is not ris and damage(maker(1, 1, SAMPLE), SAMPLE).split() != maker(1, 1, SAMPLE).split()
]


@pytest.mark.parametrize(("maker", "damage"), DAMAGED)
@given(texts=st.lists(TEXT, min_size=2, max_size=4), data=st.data())
@settings(max_examples=15)
def test_a_damaged_document_loses_no_word_and_changes_no_other(
    maker: Maker, damage: Damage, texts: list[list[str]], data: st.DataObject
) -> None:
    texts = [[f"{paragraph[:-1]} in story {n}." for paragraph in text] for n, text in enumerate(texts, 1)]
    at = data.draw(st.integers(1, len(texts)))
    documents = [maker(n, len(texts), text) for n, text in enumerate(texts, 1)]
    documents[at - 1] = damage(documents[at - 1], texts[at - 1])

    reading = read_text("".join(documents))

    said = _everything(reading)
    assert [paragraph for text in texts for paragraph in text if paragraph not in said] == []
    found = {article.title: article for article in reading.articles}
    for n, text in enumerate(texts, 1):
        if n != at:
            assert _told(found[f"Story {n}"]) == (f"The Post {n}", f"2024-03-0{n}", "Ada Brandt", [f"Story {n}", *text])


def _told(article: Article) -> tuple[str, str | None, str | None, Sequence[str]]:
    paragraphs = [" ".join(paragraph.split()) for paragraph in article.text.split("\n\n")]
    return article.outlet, article.published, article.byline, paragraphs


def _everything(reading: Reading) -> str:
    """Return all that is read and said, with one space between words."""
    notes = [render(note) for article in reading.articles for note in article.notes]
    skipped = [render(one.message) for one in reading.skipped]
    return " ".join(" ".join([*(article.text for article in reading.articles), *notes, *skipped]).split())
