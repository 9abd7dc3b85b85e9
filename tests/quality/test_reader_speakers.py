"""Who a short source goes back to, and in what capacity speakers speak: floors on the hand-written gold.

The cases with an odd index were read while the rules were repaired, the others were not; both halves have floors of
their own, a little below what was measured.
"""

from __future__ import annotations

import pytest

from analysis.model import Article, Document
from analysis.reading import read_document

from .reader_gold import Part, coreference_cases, passages
from .reader_gold_score import score_attributions, score_coreference, speaker_at

READ, UNREAD = 1, 0
"""Index modulo two."""


def document(text: str) -> Document:
    return read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))


def coreference(half: int) -> float:
    cases = coreference_cases()[half::2]
    score = score_coreference(cases, {c.id: speaker_at(c.mention, document(c.text).attributions) for c in cases})
    assert score.speaker.value is not None
    return score.speaker.value


def kinds(half: int) -> float:
    some = passages()[half::2]
    value = score_attributions(some, {p.id: document(p.text).attributions for p in some}).matched["kind"].value
    assert value is not None
    return value


@pytest.mark.parametrize(("half", "floor"), [(READ, 0.89), (UNREAD, 0.53)])
def test_rules_follow_short_sources_back(half: int, floor: float) -> None:
    assert coreference(half) >= floor


@pytest.mark.parametrize(("half", "floor"), [(READ, 0.86), (UNREAD, 0.70)])
def test_rules_tell_the_kind_of_speakers(half: int, floor: float) -> None:
    assert kinds(half) >= floor


@pytest.mark.reader
@pytest.mark.parametrize(("half", "floor"), [(READ, 0.78), (UNREAD, 0.53)])
def test_the_reader_leaves_short_sources_no_worse(half: int, floor: float) -> None:
    assert coreference(half) >= floor


@pytest.mark.reader
@pytest.mark.parametrize(("half", "floor"), [(READ, 0.82), (UNREAD, 0.66)])
def test_the_reader_leaves_kinds_no_worse(half: int, floor: float) -> None:
    assert kinds(half) >= floor


def second() -> tuple[float, float]:
    """Return (coreference, kind) on the part of the gold that nothing was repaired against."""
    cases, some = coreference_cases(part=Part.SECOND), passages(part=Part.SECOND)
    spoken = score_coreference(cases, {c.id: speaker_at(c.mention, document(c.text).attributions) for c in cases})
    kind = score_attributions(some, {p.id: document(p.text).attributions for p in some}).matched["kind"]
    assert spoken.speaker.value is not None
    assert kind.value is not None
    return spoken.speaker.value, kind.value


def test_rules_hold_on_gold_that_nothing_was_repaired_against() -> None:
    follows, kind = second()
    assert follows >= 0.62  # (.661)
    assert kind >= 0.73  # (.761)


@pytest.mark.reader
def test_the_reader_holds_on_gold_that_nothing_was_repaired_against() -> None:
    follows, kind = second()
    assert follows >= 0.64  # (.679)
    assert kind >= 0.74  # (.768)
