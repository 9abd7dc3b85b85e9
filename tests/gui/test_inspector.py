"""The inspector says why, against what, and what the others wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from analysis.model import ArticleAnalysis, MarkKind, Passage
from gui import commands
from gui.session import Session
from gui.state import Selection
from gui.widgets.deciding import DecisionRow
from gui.widgets.inspector import Inspector, shortened
from gui.widgets.inspector_parts import StanceScale, WeightBars, signed, signed_score
from gui.widgets.plain import LinkLabel
from tests.patience import handled

from .story import comparison, session


@pytest.fixture
def story() -> Session:
    return session()


@pytest.fixture
def inspector(qtbot: QtBot, story: Session) -> Inspector:
    made = Inspector(story)
    qtbot.addWidget(made)
    made.resize(290, 700)
    made.show()
    return made


def analysis_of(story: Session, outlet: str) -> ArticleAnalysis:
    return next(a for a in story.analyses.values() if a.article.outlet == outlet)


def select_term(story: Session, outlet: str, term: str, number: int = 0) -> str:
    analysis = analysis_of(story, outlet)
    marks = [m for m in analysis.of_kind(MarkKind.FRAMING) if m.span.of(analysis.document.text) == term]
    mark = marks[number]
    story.select(Selection(Passage(analysis.article.id, mark.span), mark.id, mark.attribution))
    return mark.id


def words(inspector: Inspector) -> list[str]:
    return [label.text() for label in inspector.widget().findChildren(QLabel)]


def links(inspector: Inspector) -> list[str]:
    return [link.words for link in inspector.widget().findChildren(LinkLabel)]


def press(inspector: Inspector, name: str) -> None:
    next(b for b in inspector.widget().findChildren(QPushButton) if b.text() == name).click()


def test_nothing_selected_says_what_to_do(inspector: Inspector) -> None:
    assert "Alt+Down" in inspector.widget().accessibleName()


def test_term_is_explained_with_its_choice_voice_and_castings(inspector: Inspector, story: Session) -> None:
    select_term(story, "Gazette", "frees")
    said = words(inspector)
    assert "“frees”" in said
    assert "Control of territory changes" in said
    assert "What is said to happen when a place changes hands?" in said
    assert "outlet's own words" in said
    assert "Army" in said
    scales = inspector.widget().findChildren(StanceScale)
    assert [s.accessibleName() for s in scales] == [
        "stance +2 on a scale from -2 to +2",
        "stance −2 on a scale from -2 to +2",
    ]


def test_others_words_say_their_voice_and_open_their_passages(
    inspector: Inspector, story: Session, qtbot: QtBot
) -> None:
    select_term(story, "Gazette", "frees")
    assert links(inspector) == [
        "captured (1), reported speech",
        "liberated (1), quoted",
        "fell to (1), outlet's own words",
        "stormed (1), outlet's own words",
    ]
    link = inspector.widget().findChildren(LinkLabel)[2]
    with qtbot.waitSignal(story.passages_opened) as opened:
        link.linkActivated.emit("open")
    lantern = analysis_of(story, "The Lantern")
    assert [p.span.of(lantern.document.text) for p in opened.args[0]] == ["fell to"]


def test_quoted_term_names_its_speaker_and_leads_to_the_attribution(inspector: Inspector, story: Session) -> None:
    select_term(story, "Gazette", "liberated", 1)
    assert "Ada Venn" in words(inspector)
    assert "military" in words(inspector)
    next(x for x in inspector.widget().findChildren(LinkLabel) if x.words == "Show the attribution").clicked.emit()
    assert story.selection.attribution == 0
    assert story.selection.mark is None


def test_sentence_shows_what_each_word_adds_and_where_it_is_found_too(inspector: Inspector, story: Session) -> None:
    analysis = analysis_of(story, "Gazette")
    mark = next(m for m in analysis.of_kind(MarkKind.SENTIMENT) if "fled" in m.span.of(analysis.document.text))
    story.select(Selection(Passage(analysis.article.id, mark.span), mark.id))
    bars = inspector.widget().findChildren(WeightBars)
    assert [b.accessibleName() for b in bars] == ["What each word adds: terrorists −0.70, fled −0.30"]
    assert "The militants withdrew over the old bridge." in links(inspector)


def test_a_sentence_is_called_alone_only_where_it_was_looked_for(inspector: Inspector, story: Session) -> None:
    full = comparison()
    alone = next(s.members[0] for s in full.statements if len(s.members) == 1)
    story.select(Selection(Passage(alone.article, alone.span)))
    assert "NOT FOUND; THE NEAREST PASSAGE" in words(inspector)
    story.set_comparison(replace(full, statements=(), coverage=()))  # too many sentences to align
    assert "NOT FOUND; THE NEAREST PASSAGE" not in words(inspector)


def test_attribution_shows_its_parts_and_the_other_cut(inspector: Inspector, story: Session) -> None:
    analysis = analysis_of(story, "Harbour Wire")
    story.select(Selection(Passage(analysis.article.id, analysis.document.attributions[1].span), None, 1))
    said = words(inspector)
    for expected in ("Ada Venn", "Colonel Ada Venn", "said", "mixed", "neutral", "military"):
        assert expected in said
    assert "We have liberated every street," in links(inspector)


def test_rejected_mark_stays_explained_and_can_be_restored(inspector: Inspector, story: Session) -> None:
    mark = select_term(story, "Gazette", "terrorists")
    article = story.selection.passage.article
    press(inspector, "Reject")
    assert mark in story.rejected(article)
    assert "“terrorists”" in words(inspector)
    assert "This mark counts nowhere; the report lists it." in words(inspector)
    press(inspector, "Restore")
    assert mark not in story.rejected(article)


def test_the_keyboard_stays_at_the_decision_it_made(inspector: Inspector, story: Session, qtbot: QtBot) -> None:
    select_term(story, "Gazette", "terrorists")
    button = next(b for b in inspector.widget().findChildren(QPushButton) if b.text() == "Reject")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Restore"


def test_the_place_in_a_long_explanation_stays_while_it_is_the_same(
    inspector: Inspector, story: Session, qtbot: QtBot
) -> None:
    inspector.resize(290, 200)
    select_term(story, "Gazette", "frees")
    bar = inspector.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 40)
    bar.setValue(40)
    story.decisions_changed.emit()
    handled(qtbot)
    assert bar.value() == 40
    select_term(story, "Gazette", "terrorists")
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_term_without_counterparts_says_that_none_was_found(inspector: Inspector, story: Session) -> None:
    select_term(story, "The Lantern", "regime")
    assert words(inspector).count("no term for this found") == 2


def test_article_outside_the_comparison_is_explained_without_the_others(inspector: Inspector, story: Session) -> None:
    full = comparison()
    naming = tuple(replace(row, cells=row.cells[1:]) for row in full.naming)
    story.set_comparison(replace(full, analyses=full.analyses[1:], groups=full.groups[1:], naming=naming))
    select_term(story, "Gazette", "frees")
    assert "“frees”" in words(inspector)
    assert links(inspector) == []
    analysis = analysis_of(story, "Gazette")
    story.select(Selection(Passage(analysis.article.id, analysis.document.sentences[5].span)))
    assert "FOUND ALSO IN" not in words(inspector)


@pytest.mark.parametrize(("stance", "shown"), [(2, "+2"), (0, "0"), (-1, "−1")])
def test_stance_carries_its_sign(stance: int, shown: str) -> None:
    assert signed(stance) == shown


def test_score_carries_its_sign() -> None:
    assert [signed_score(v) for v in (0.5, -0.25, 0.0)] == ["+0.50", "−0.25", "0.00"]


def test_long_words_are_cut_at_a_space() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one\n two") == "one two"


def test_the_buttons_go_on_in_a_second_row_in_a_narrow_panel(qtbot: QtBot, story: Session) -> None:
    narrow = Inspector(story)
    qtbot.addWidget(narrow)
    narrow.resize(240, 700)
    narrow.show()
    mark = select_term(story, "Gazette", "terrorists")
    commands.note(story, analysis_of(story, "Gazette").article.id, mark, "ask the desk")
    qtbot.waitUntil(lambda: "Edit note…" in [b.text() for b in narrow.widget().findChildren(QPushButton)])
    row = narrow.widget().findChild(DecisionRow)
    assert row.minimumSizeHint().width() <= 200
    assert row.heightForWidth(200) > row.heightForWidth(600)
