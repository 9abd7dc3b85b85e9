"""Whatever the model answers, what is decoded stays in range, in order and disjoint."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.reader import use
from analysis.reading.reader.decode import likeliest, ranges, relations
from tests.unit.reading.reader.fake import Model, document, reader

SENTENCES = (
    "The mayor said the bridge was old.",
    "“We will not pay,” she told the Ellin Post.",
    "According to the council, “nobody” asked.",
    "Rain fell.",
    "“One thing,” he said. “Two things.”",
)


@given(st.integers(0, 60), st.integers(0, 2**32 - 1))
def test_spans_of_one_tagging_are_disjoint_in_order_and_in_range(words: int, seed: int) -> None:
    logits = np.random.default_rng(seed).normal(size=(words, 1, 3)).astype(np.float32)
    found = ranges(likeliest(logits)[:, 0])
    assert all(0 <= start < end <= words for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_each_span_belongs_to_one_relation_at_most(words: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    roles = rng.normal(size=(words, 3, 3), scale=2).astype(np.float32)
    pointers = rng.normal(size=(3, words, 1 + words), scale=2).astype(np.float32)
    found, loose = relations(roles, pointers)
    cues = [span for one in found for span in one.cue]
    assert len(cues) == len(set(cues))
    tagged = ranges(likeliest(roles)[:, 2])
    contents = sorted([span for one in found for span in one.content] + loose)
    assert {start for start, _ in contents} <= {start for start, _ in tagged}
    assert {end for _, end in contents} <= {end for _, end in tagged}
    assert all(a[1] <= b[0] for a, b in pairwise(contents))
    assert all(one.cue and one.content and 0 < one.probability <= 1 for one in found)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12), st.integers(0, 10_000), st.booleans())
def test_attributions_hold_together_whatever_the_model_answers(parts: list[str], seed: int, apart: bool) -> None:
    with use(reader(Model(seed=seed))):
        doc = document(("\n\n" if apart else " ").join(parts))
    assert doc.reading is not None
    for one in doc.attributions:
        spans = sorted(one.source + one.cue + one.content)
        assert one.content
        assert all(0 <= s.start < s.end <= len(doc.text) for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans)), (one, [s.of(doc.text) for s in spans])
    assert doc.voices[0].span.start == 0
    assert doc.voices[-1].span.end == len(doc.text)
    assert all(a.span.end == b.span.start for a, b in pairwise(doc.voices))
