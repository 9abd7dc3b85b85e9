"""What must come out of files as people bring them; README.md here says who wrote them."""

from __future__ import annotations

import pytest

from .check import FOLDER, OPEN, Case, cases, failures

KNOWN = {
    "w1_15_html_interview_quotes": "an embedded post stays where it stands, as a quotation of its author",
    "w1_16_html_live_blog": "two authors of a page's data are parted by a comma, not by “and”",
    "w1_18_html_metadata_printed": "the title's tail has the outlet's long name, the masthead its short one",
    "w2_02_tsv_stray_quotes": "a house byline of a table names nobody and is left out",
    "w2_16_docx_layout_table": "the outlet stands in a cuttings service's header only",
}
"""Cases that come out otherwise, and how."""


@pytest.mark.parametrize("case", [*cases(OPEN), *cases(FOLDER / "opened")], ids=lambda case: case.name)
def test_a_file_gives_what_a_careful_reader_finds_in_it(case: Case) -> None:
    wrong = failures(case)

    if case.name in KNOWN:
        assert wrong, "it comes out right now: take it off the list"
    else:
        assert wrong == []
