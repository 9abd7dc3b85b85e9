"""The matcher and the schema hold for any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.english.text import fold, key, lower
from analysis.reading.lexicons import load, parse
from analysis.reading.lexicons.patterns import terms

LEXICONS = load()
SURFACES = sorted(
    {term.text for lexicon in LEXICONS.lexicons for c in lexicon.concepts for v in c.variants for term in terms(v)}
)
glue = st.sampled_from((" ", ", ", ". ", "-", "–", "’s ", " “", "” ", "\n", " the ", " of ", "U.S.-", "(", ") ", ""))
texts = st.lists(st.one_of(st.sampled_from(SURFACES), glue, st.text(max_size=6)), max_size=24).map("".join)


@given(texts)
def test_findings_are_disjoint_bounded_and_in_order(text: str) -> None:
    spans = [match.span for match in LEXICONS.matcher.find(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert not text[span.start - 1 : span.start].isalnum()
        assert not text[span.end : span.end + 1].isalnum()


@given(texts)
def test_finding_twice_gives_the_same(text: str) -> None:
    first = [(m.span, m.entry.name, m.label) for m in LEXICONS.matcher.find(text)]
    assert first == [(m.span, m.entry.name, m.label) for m in LEXICONS.matcher.find(text)]


@given(texts)
def test_what_follows_a_blank_line_changes_nothing_before_it(text: str) -> None:
    alone = [(m.span, m.entry.name) for m in LEXICONS.matcher.find(text + "\n\n")]
    more = [(m.span, m.entry.name) for m in LEXICONS.matcher.find(text + "\n\n" + "Nothing else.")]
    assert alone == more


@given(st.text())
def test_views_keep_the_length(text: str) -> None:
    assert len(lower(text)) == len(fold(text)) == len(key(text)) == len(text)


@given(st.binary(max_size=200))
def test_no_bytes_make_the_schema_fail(raw: bytes) -> None:
    lexicon, faults = parse(raw, "x.toml")
    assert (lexicon is None) == bool(faults)


keys = st.sampled_from(("lexicon", "concept", "groups", "id", "text", "variant", "stance", "needs", "label"))
values = st.recursive(
    st.one_of(st.integers(-3, 3), st.text("ab@{}-", max_size=4), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=12,
)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ", ".join(_toml(v) for v in value) + "]"
    assert isinstance(value, dict)
    return "{" + ", ".join(f"{k} = {_toml(v)}" for k, v in value.items()) + "}"


@given(st.dictionaries(keys, values, max_size=4))
def test_no_structure_makes_the_schema_fail(data: dict[str, object]) -> None:
    source = "\n".join(f"{name} = {_toml(value)}" for name, value in data.items())
    lexicon, faults = parse(source.encode(), "x.toml")
    assert lexicon is None
    assert all(str(fault).startswith("x.toml:") for fault in faults)
    assert faults
