"""What a page puts around a story is taken off and named; nothing else is."""

from __future__ import annotations

import pytest

from analysis.messages import render
from analysis.sources import read_text
from analysis.sources.furniture import is_furniture, strip_furniture

FURNITURE = [
    "Video PlayerClose",
    "Advertisement",
    "SHARE",
    "Share on Facebook",
    "Facebook Twitter Email",
    "We sign a code of principles. Support our work.",
    "7 years ago",
    "toggle caption Ada Brandt/LP",
    "Slide Show",
    "Share full article",
    "Listen to this article · 4:12 min Learn more",
    "Reporting from Lindmark, Norland",
    "Our Standards: The Principles of the Wire.",
    "Contact: editor@lindmark.example",
    "Read more",
    "READ MORE: Mayor denies knowing of the cables",
    "Related: How cranes are built",
    "RELATED STORIES",
    "Sign up for our newsletter",
    "Get the day's top news in your inbox every morning",
    "Follow us on Twitter",
    "EXPLORE NORDNET",
    "010020070750000000000000011103261367409961",
    "© 2024 The Lindmark Post. All rights reserved.",
    "12 comments",
    "4 min read",
    "0:00 / 2:31",
    "https://example.org/story",
    "Tags: harbour, cranes",
    "***",
    "3 hours ago",
    "Page 2 of 7",
    "View this email in your browser",
    "Read in app",
    "You are receiving this email because you opted in at our website.",
    "Unsubscribe from this list",
    "Update your preferences or unsubscribe from this list",
    "Forwarded this email? Subscribe here for more",
    "Thanks for reading Harbour Letters! Subscribe for free to receive new posts.",
]
STORY = [
    "More than 300 people watched.",
    "Share prices fell by a third.",
    "Follow the money, the prosecutor told the court.",
    "Read the letter, he said.",
    "“Share,” she said.",
    "Print is dead, the printer said, and closed his shop.",
    "He wrote: more of the same.",
    "Top stories of the tower burned out.",
    "In 2024 the town had 40,000 inhabitants.",
    "Related families live on both sides of the basin.",
    "Sign here, they told him.",
    "Copyrighted songs were played all night.",
    "View the harbour in winter, the mayor said.",
    "Read this email, the prosecutor told the court.",
    "You are receiving this because you asked, she wrote.",
    "The letter was forwarded to the council.",
    "Unsubscribed readers complained by the hundreds, and the paper gave them their money back at the end of the year.",
    "5,000 shares were sold that day, and the rest the week after.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", STORY)
def test_lines_of_a_story(line: str) -> None:
    assert not is_furniture(line)


def test_a_menu_of_other_stories_goes_with_its_heading() -> None:
    lines = ["The end of the story.", "MOST READ", "Mayor resigns", "Ferry runs again", "Cup final moved"]

    assert strip_furniture(lines).kept == ("The end of the story.",)


def test_a_menu_ends_where_the_story_goes_on() -> None:
    lines = [
        "One.",
        "Related articles",
        "Mayor resigns",
        "Ferry runs again",
        "The divers came back on Tuesday, he said.",
    ]

    assert strip_furniture(lines).kept == ("One.", "The divers came back on Tuesday, he said.")


def test_a_heading_with_prose_below_takes_nothing_with_it() -> None:
    lines = ["One.", "Recommended", "The divers came back on Tuesday.", "They found the cables."]

    assert strip_furniture(lines).kept == ("One.", "The divers came back on Tuesday.", "They found the cables.")


def test_what_was_taken_off_is_named_in_a_note() -> None:
    (article,) = read_text("Cranes fall\n\nTwo cranes fell on Monday, the port said.\n\nShare\n\nTOP STORIES").articles

    (note,) = article.notes
    assert render(note) == "2 lines that are no part of the story were left out: Share / TOP STORIES"
    assert "TOP STORIES" not in article.text
