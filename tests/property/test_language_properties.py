"""Any text at all can be segmented, and what comes out fits together."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Article, ArticleKind, Document, Section, SectionKind, Span
from analysis.reading.language import find_quotations, find_turns, segment, straighten

MARKS = "\"“”'‘’«»„.?!, \n()—\u00a0é\u0301\U0001f600\x00a"
PAIRS = [
    "''",
    "``",
    "...",
    "\n\n",
    "U.S.",
    "Mr. ",
    "said ",
    "He ",
    "B. ",
    "rebels'",
    "don't",
    "6'2\"",
    "中文。",
    "السلام",
]
PIECES = st.sampled_from([*MARKS, *PAIRS])
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map("".join))


def article(text: str, *sections: Section) -> Article:
    return Article("a", "Outlet", "Title", text, sections, "test", "", "")


@given(TEXTS)
def test_layers_are_ordered_disjoint_and_inside_each_other(text: str) -> None:
    paragraphs, sentences, tokens = segment(article(text))
    for layer in (paragraphs, [s.span for s in sentences], [t.span for t in tokens]):
        assert all(0 <= a.start < a.end <= len(text) for a in layer)
        assert all(a.end <= b.start for a, b in pairwise(layer))
    assert [t for s in sentences for t in tokens[slice(*s.tokens)]] == list(tokens)
    for sentence in sentences:
        assert paragraphs[sentence.paragraph].contains(sentence.span)
        assert all(sentence.span.contains(t.span) for t in tokens[slice(*sentence.tokens)])
    assert all(t.span.of(text) == t.text for t in tokens)


@given(TEXTS)
def test_every_visible_character_is_in_a_token(text: str) -> None:
    _, _, tokens = segment(article(text))
    covered = {i for t in tokens for i in range(t.span.start, t.span.end)}
    assert covered.issuperset(i for i, c in enumerate(text) if not c.isspace())


@given(TEXTS)
def test_quotations_are_disjoint_and_stay_in_their_paragraph(text: str) -> None:
    paragraphs, _, _ = segment(article(text))
    quotations = find_quotations(text, paragraphs)
    for before, after in pairwise(quotations):
        assert before.outer.end <= after.outer.start
    for quotation in quotations:
        assert quotation.outer.contains(quotation.inner)
        assert any(p.contains(quotation.outer) for p in paragraphs)
        assert quotation.closed == (quotation.inner.end < quotation.outer.end)


LABELS = [
    "Q: ",
    "A. ",
    "ORR: ",
    "Ms Orr, Greens: ",
    "— Orr (@o) May 3, 2026",
    "She said:\n\n",
    "Dear Orr,\n\n",
    "[Laughter]",
]
TALKS = st.lists(st.sampled_from([*MARKS, *PAIRS, *LABELS, "We go. "]), max_size=60).map("".join)


@given(TALKS, st.sampled_from(ArticleKind))
def test_turns_are_disjoint_and_no_part_crosses_a_paragraph(text: str, kind: ArticleKind) -> None:
    document = Document(replace(article(text), kind=kind), *segment(article(text)), (), (), (), ())
    parts = sorted(part for turn in find_turns(document) for part in turn.content)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert all(len(part) and any(p.contains(part) for p in document.paragraphs) for part in parts)


@given(TEXTS, st.integers(0, 300), st.integers(0, 300), st.sampled_from(SectionKind))
def test_no_sentence_crosses_a_section(text: str, a: int, b: int, kind: SectionKind) -> None:
    span = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    _, sentences, _ = segment(article(text, Section(kind, span)))
    for sentence in sentences:
        assert span.contains(sentence.span) or not len(span) or not span.overlaps(sentence.span)
        assert (sentence.section is kind) or not span.contains(sentence.span)


@given(TEXTS)
def test_straightening_keeps_every_offset(text: str) -> None:
    straight = straighten(text)
    assert len(straight) == len(text)
    assert not set(straight) & set("“”‘’«»„")
