"""Whatever the text: attributions stay inside it, their roles apart, and the voices cover it once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Article, Document
from analysis.reading.pipeline import read_document

WORDS = """
    said told He she the army army's claim that to of Ann Orr which who according " “ ”
    '' ' , . : ( ) — and was accused by
    adding called asked not ORR: Friday statement put it as in town wants has Mr. U.S. é 中
""".split()
TEXTS = st.one_of(st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=60).map(" ".join), st.text(max_size=200))


def read(text: str) -> Document:
    return read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))


@given(TEXTS)
def test_roles_are_inside_the_text_and_apart(text: str) -> None:
    for attribution in read(text).attributions:
        parts = sorted(attribution.source + attribution.cue + attribution.content)
        assert attribution.content
        assert all(0 <= p.start < p.end <= len(text) for p in parts)
        assert all(a.end <= b.start for a, b in pairwise(parts))
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert list(spans) == sorted(spans)
        if attribution.speaker:
            assert attribution.speaker.name.strip()
            assert all(0 <= e.start < e.end <= len(text) for e in attribution.speaker.evidence)


@given(TEXTS)
def test_voices_cover_the_text_once(text: str) -> None:
    document = read(text)
    assert "".join(run.span.of(text) for run in document.voices) == text
    assert all(a.span.end == b.span.start for a, b in pairwise(document.voices))
    assert all(run.attribution is None or run.attribution < len(document.attributions) for run in document.voices)


@given(TEXTS)
def test_names_are_printed_in_the_text(text: str) -> None:
    flat = " ".join(text.split())
    for actor in read(text).actors:
        assert actor.name in flat
        assert actor.mentions == tuple(sorted(set(actor.mentions)))
        assert all(" ".join(m.of(text).split()) in (actor.name, *actor.aliases) for m in actor.mentions)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
