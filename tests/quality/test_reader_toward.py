"""Whose sentiment the shipped Reader and the parse give to a mention, on sentences written for this test."""

from __future__ import annotations

import pytest

from analysis.model import Article, Section, SectionKind, Span, Voice
from analysis.reading.analyzers.toward import mentions
from analysis.reading.pipeline import read_document

pytestmark = pytest.mark.reader

TEXT = (
    "The envoy praised Mira Doll for her courage in opening the valley. Bishop Hale denounced Jonas Venn as a tyrant"
    " and a thief. Critics called Ada Orr a liar. Emil Sand burned three villages and starved their people. Aid workers"
    " described Lena Ruhl as a heroine."
)
JUDGED = {"Mira Doll": 1, "Jonas Venn": -1, "Ada Orr": -1, "Lena Ruhl": 1}
"""To which side each is judged; how sure the Reader is may change from model to model."""


def test_praise_and_blame_are_never_the_narrators() -> None:
    article = Article("a", "", "", TEXT, (Section(SectionKind.BODY, Span(0, len(TEXT))),), "", "", "")
    document = read_document(article)
    given = {one.span.of(TEXT): one for one in mentions(document)}
    assert {name: given[name].sign for name in JUDGED} == JUDGED
    assert {given[name].voice for name in JUDGED} == {Voice.REPORTED}
    assert given["Emil Sand"].voice is Voice.NARRATOR
