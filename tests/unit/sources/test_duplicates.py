"""When two articles are one."""

from __future__ import annotations

import pytest

from analysis.model import Article
from analysis.sources import read_bytes, read_text
from analysis.sources.duplicates import same_file, same_outlet, same_words

BODY = (
    "The new bridge over the river opened on Wednesday after four years of work, the town said.\n\n"
    "Children crossed first. A band played until noon, and the baker gave away three hundred rolls.\n"
)
WHOLE = f"Title: Bridge opens\nOutlet: Ford Echo\n\n{BODY}"


def pasted(text: str) -> Article:
    return read_text(text).articles[0]


def filed(text: str, name: str) -> Article:
    return read_bytes(text.encode(), name).articles[0]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (WHOLE, True),
        (BODY, True),
        (WHOLE.replace("Title: Bridge opens\n", ""), True),
        (WHOLE.replace(".", " ."), True),
        (WHOLE.replace("three hundred", "four hundred"), False),
        (WHOLE + "\nThe mayor was not there, and nobody asked why he had stayed at home on such a day.\n", False),
    ],
)
def test_the_same_words_are_one_text_with_or_without_headline(other: str, same: bool) -> None:
    assert same_words(pasted(WHOLE), pasted(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"), [("Echo", "ECHO ", True), ("Echo", "", True), ("Echo", "Wire", False)]
)
def test_copies_by_two_outlets_are_two_articles(one: str, other: str, same: bool) -> None:
    first, second = (pasted(f"Title: Bridge opens\nOutlet: {name}\n\n{BODY}") for name in (one, other or " "))
    assert same_outlet(first, second) is same


def test_a_file_opened_again_is_the_same_and_its_copy_is_another() -> None:
    assert same_file(filed(WHOLE, "a.txt"), filed(WHOLE, "a.txt"))
    assert not same_file(filed(WHOLE, "a.txt"), filed(WHOLE, "b.txt"))
    assert not same_file(filed(WHOLE, "a.txt"), filed(BODY, "a.txt"))
