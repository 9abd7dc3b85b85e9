"""What stands where: shapes by voice, the walk, the counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QPalette

from analysis.model import ArticleAnalysis, CoverageState, MarkKind, Voice
from gui.paint.marks import Shape, counts, not_found_elsewhere, shown, stops, voice_shares
from gui.paint.theme import Theme, outlet_letter

from .story import analyses, comparison

ALL = frozenset({"framing", "quotes", "sentiment", "loaded"})


def of(outlet: str) -> ArticleAnalysis:
    return next(a for a in analyses() if a.article.outlet == outlet)


@pytest.mark.parametrize(
    ("outlet", "term", "number", "shape"),
    [
        ("Gazette", "liberated", 0, Shape.FILL),
        ("Gazette", "liberated", 1, Shape.OUTLINE),
        ("Gazette", "militants", 0, Shape.OUTLINE),
        ("Harbour Wire", "captured", 0, Shape.OUTLINE),
        ("Harbour Wire", "so-called", 0, Shape.FILL),
        ("Harbour Wire", "free zone", 0, Shape.DASHED),
    ],
)
def test_shape_of_a_framing_term_tells_its_voice(outlet: str, term: str, number: int, shape: Shape) -> None:
    analysis = of(outlet)
    found = [s for s in shown(analysis) if s.kind == "framing" and s.span.of(analysis.document.text) == term]
    assert found[number].shape is shape


def test_bar_is_broken_for_reported_speech_and_names_the_speaker_once() -> None:
    bars = [s for s in shown(of("Harbour Wire")) if s.kind == "quotes"]
    assert [(b.shape, b.label) for b in bars] == [
        (Shape.BROKEN_BAR, "two officials"),
        (Shape.BAR, "Ada Venn"),
        (Shape.BROKEN_BAR, "Aid groups"),
    ]


def test_neutral_sentences_carry_no_sign() -> None:
    signs = [s for s in shown(of("Gazette")) if s.kind == "sentiment"]
    assert signs
    assert all(abs(s.weight) >= 0.05 for s in signs)


def test_walk_follows_the_text_and_skips_what_is_hidden() -> None:
    analysis = of("Gazette")
    every, framing = stops(analysis, ALL), stops(analysis, frozenset({"framing"}))
    assert [s.span.start for s in every] == sorted(s.span.start for s in every)
    assert {s.mark for s in framing} == {m.id for m in analysis.of_kind(MarkKind.FRAMING)}
    assert len(every) == sum(counts((analysis,)).values())


def test_a_sign_marks_the_sentences_that_were_found_nowhere_else() -> None:
    analysis, found = of("Gazette"), comparison()
    words = [s.span.of(analysis.document.text) for s in not_found_elsewhere(analysis, found)]
    assert "She praised the brave soldiers." in words
    assert not any("fled over the old bridge" in w for w in words)
    assert not_found_elsewhere(analysis, None) == ()


def test_a_sentence_that_is_perhaps_told_elsewhere_has_no_sign() -> None:
    analysis, found = of("Gazette"), comparison()
    (perhaps,) = (c for c in found.coverage if c.state is CoverageState.PERHAPS)
    spans = {m.span for s in found.statements if s.id == perhaps.statement for m in s.members}
    assert spans
    assert not spans & {s.span for s in not_found_elsewhere(analysis, found)}


def test_no_sentence_has_a_sign_where_another_article_is_a_stub() -> None:
    analysis, found = of("Gazette"), comparison()
    stub = in_part(next(a for a in found.analyses if a.article.outlet == "Harbour Wire"))
    analyses = tuple(stub if a.article.id == stub.article.id else a for a in found.analyses)
    assert not_found_elsewhere(analysis, replace(found, analyses=analyses)) == ()


def in_part(analysis: ArticleAnalysis) -> ArticleAnalysis:
    article = replace(analysis.article, complete=False)
    return replace(analysis, document=replace(analysis.document, article=article))


def test_no_sentence_has_a_sign_where_nothing_was_asked() -> None:
    assert not_found_elsewhere(of("Gazette"), replace(comparison(), coverage=())) == ()


def test_voice_shares_are_fractions_of_all_words() -> None:
    shares = voice_shares(of("Harbour Wire"))
    assert shares is not None
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares[Voice.NARRATOR] > shares[Voice.REPORTED] > shares[Voice.QUOTED] > 0


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB")])
def test_outlets_have_letters_beside_their_colours(index: int, letter: str) -> None:
    assert outlet_letter(index) == letter


@pytest.mark.parametrize("ground", ["#ffffff", "#17191d"])
def test_window_roles_stand_out_from_their_ground(ground: str) -> None:
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Base, QColor(ground))
    theme = Theme.of(colours)
    for role in ("found.line", "current", "only"):
        assert contrast(theme.colour(role), QColor(ground)) >= 3, role
    for role in ("lit", "found", "mark.framing.tint"):
        assert contrast(theme.colour("ink"), theme.colour(role)) >= 7, role


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2 contrast ratio."""

    def luminance(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
