"""What tells the kind of a speaker, by the name of the row that decides."""

from __future__ import annotations

import pytest

from analysis.reading.english.evidence import evidence_of
from analysis.reading.english.role_words import kind_file


@pytest.mark.parametrize(
    ("description", "name", "kind"),
    [
        ("a porter who asked not to be named", "asked not to be named", "unnamed"),
        ("Justice Ann Orr", "a justice", "court"),
        ("the rebel command", "fighters that are no state's", "armed_group"),
        ("a source in the ministry", "a word for sources that are not to be known", "unnamed"),
        ("the 34-year-old", "an age", "resident"),
        ("two people briefed on the talks", "people who know", "unnamed"),
        ("North Korean leader", "the name before a ruler or president", "government"),
        ("Foodmart president", "the name before a ruler or president", "company"),
        ("Ann Orr's wife", "somebody's relative", "family"),
        ("the city's chief engineer", "in the service of a state, city or county", "government"),
        ("a senator from the Red party", "an office of state", "government"),
        ("director of the charity", "the body behind a role", "ngo"),
        ("Chief", "a chief by title", "police"),
        ("the charity's director", "what stands before a role", "ngo"),
        ("the baker", "the role itself", "resident"),
    ],
)
def test_the_first_row_that_holds_decides(description: str, name: str, kind: str) -> None:
    found = evidence_of(description)
    assert found is not None
    assert (found.name, found.kind.value) == (name, kind)


def test_a_role_whose_body_nobody_knows_has_no_kind() -> None:
    assert evidence_of("a deputy director") is None


def test_every_row_has_a_name_of_its_own() -> None:
    names = [row["name"] for row in kind_file()["evidence"]]
    assert len(set(names)) == len(names)
