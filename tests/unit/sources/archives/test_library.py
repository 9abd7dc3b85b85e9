"""Single articles as libraries' services print them: what stands under a label is no text."""

from __future__ import annotations

import pytest

from .said import STORY, columns, only, running

GALE = f"""Title: Cranes fall into the basin
Author(s): Ada Brandt
Source: The Lindmark Post. (Mar. 11, 2026): News: pA4.
Document Type: Article

Full Text:
{STORY}

Source Citation (MLA 9th Edition)
Brandt, Ada. "Cranes fall into the basin." The Lindmark Post, 11 Mar. 2026, p. A4. Gale OneFile, a page of its own.

Gale Document Number: GALE|A700123456
"""
EBSCO = f"""Title:
  Cranes fall into the basin.
Authors:
  Brandt, Ada
Source:
  Lindmark Post, The. 3/11/2026, pA4.
Document Type:
  Article
Full Text Word Count:
  52
Accession Number:
  7XY700123456
Database:
  Newspaper Source

Full Text

{STORY}

Copyright of The Lindmark Post is the property of its owner, and may not be sent to many without a written permission.
"""
NEWSBANK = f"""Cranes fall into the basin

The Lindmark Post (Lindmark, NO) - March 11, 2026

Author/Byline: Ada Brandt
Section: Local
Page: A4

{STORY}

Record: 0F700123456

Copyright: Copyright, 2026, The Lindmark Post. All rights reserved.
"""


@pytest.mark.parametrize(
    ("text", "service", "number"),
    [
        pytest.param(GALE, "Gale", "GALE|A700123456", id="gale"),
        pytest.param(EBSCO.replace("Lindmark Post, The", "The Lindmark Post"), "EBSCO", "7XY700123456", id="ebsco"),
        pytest.param(NEWSBANK, "NewsBank", "0F700123456", id="newsbank"),
    ],
)
def test_the_fields_become_metadata_and_the_text_stays_alone(text: str, service: str, number: str) -> None:
    article = only(text)

    assert running(article) == STORY
    assert (article.title, article.outlet, article.byline) == (
        "Cranes fall into the basin",
        "The Lindmark Post",
        "Ada Brandt",
    )
    assert article.published == "2026-03-11"
    kept = columns(article)
    assert (kept["archive"], kept["archive id"], kept["page"]) == (service, number, "A4")


def test_a_source_that_is_no_outlet_and_date_is_kept_as_it_stands() -> None:
    article = only(GALE.replace("The Lindmark Post. (Mar. 11, 2026): News: pA4.", "Collected papers; vol. 4"))

    assert article.outlet == ""
    assert columns(article)["source"] == "Collected papers; vol. 4"


def test_a_story_with_a_line_that_is_called_a_record_is_no_services_text() -> None:
    article = only(f"Cranes fall into the basin\nBy Ada Brandt\n\n{STORY}\n\nRecord: two cranes in one day")

    assert "archive" not in columns(article)


def test_the_address_behind_a_writers_name_hides_no_outlet() -> None:
    article = only(f"Cranes fall\n\nThe Lindmark Post · 11 Mar 2026 · A4 · Ada Brandt ada@post.example\n\n{STORY}")

    assert (article.outlet, article.published, article.byline) == ("The Lindmark Post", "2026-03-11", "Ada Brandt")
    assert running(article) == STORY
