"""Looking at a table: its first rows, and what its columns seem to hold."""

from __future__ import annotations

import pytest

from analysis.settings import ReadSettings
from analysis.sources import read_bytes
from analysis.sources.look import TableLook, looked_at

STORY = "The ferry left at dawn, and forty people watched it from the pier until it was out of sight."


def look(data: str, name: str = "t.csv") -> TableLook | None:
    return looked_at(read_bytes(data.encode(), name, ReadSettings(look=True)))


def test_columns_are_guessed_by_their_names_and_by_what_stands_in_them() -> None:
    found = look(f"Nr;Wo;Wann;Was\n1;Wire;14.05.2031;{STORY}\n2;Post;15.05.2031;{STORY}\n")
    assert found is not None
    assert found.names == ("Nr", "Wo", "Wann", "Was")
    assert found.rows[0] == ("1", "Wire", "14.05.2031", STORY)
    assert found.guess() == {"text": "Was", "published": "Wann"}


def test_a_column_called_like_a_text_with_short_cells_is_none() -> None:
    found = look(f"text,outlet,note\nyes,Wire,{STORY.replace(',', '')}\n")
    assert found is not None
    assert found.guess() == {"text": "note", "outlet": "outlet"}


def test_the_head_below_a_title_is_found() -> None:
    found = look(f'Articles of May\noutlet,text\nWire,"{STORY}"\n')
    assert found is not None
    assert found.names == ("outlet", "text")


def test_what_is_no_table_is_not_looked_at() -> None:
    assert look(STORY, "t.txt") is None


@pytest.mark.parametrize(("outlet", "read"), [("", ""), ("paper", "Wire")])
def test_a_field_can_be_in_no_column(outlet: str, read: str) -> None:
    settings = ReadSettings(columns=(("outlet", outlet),))
    (article,) = read_bytes(f'outlet,paper,text\nPost,Wire,"{STORY}"\n'.encode(), "t.csv", settings).articles
    assert article.outlet == read
