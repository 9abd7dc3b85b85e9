"""What the window shows of the trained Reader, and what it says where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from analysis import compare, load_reader
from analysis.model import ArticleAnalysis, MarkKind, Passage, Span, WordWeight
from analysis.progress import Cancelled
from analysis.reading import reader
from gui import commands
from gui.bars import RulesOnly
from gui.paint.marks import Shape, counts, shown
from gui.session import Session
from gui.state import Selection
from gui.views.agency import AgencyView
from gui.views.chart_view import ComparisonView
from gui.views.sentiment import SentimentView
from gui.views.words import WordsView
from gui.widgets.article_column import ArticleColumn
from gui.widgets.data_table import DataTable
from gui.widgets.inspector import Inspector
from gui.widgets.mark_toggles import MarkToggles
from gui.widgets.plain import LinkLabel
from gui.widgets.reader_parts import Probability, sentence_facts
from tests.told import read

from .story import analyses, session


@pytest.fixture(scope="module")
def told() -> list[ArticleAnalysis]:
    return [read(analysis) for analysis in analyses()]


@pytest.fixture
def story(told: list[ArticleAnalysis]) -> Iterator[Session]:
    made = Session()
    made.add_articles([a.article for a in told])
    made.set_analyses(told)
    made.set_comparison(compare(told))
    yield made
    made.deleteLater()


def opened(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    with qtbot.waitExposed(widget):
        widget.show()


def select(story: Session, kind: MarkKind, words: str) -> ArticleAnalysis:
    for analysis in story.analyses.values():
        for mark in analysis.of_kind(kind):
            if mark.span.of(analysis.document.text) == words:
                story.select(Selection(Passage(analysis.article.id, mark.span), mark.id, mark.attribution))
                return analysis
    raise AssertionError(words)


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def column(table: DataTable, number: int) -> list[str]:
    return [table.model().index(row, number).data() for row in range(table.model().rowCount())]


# --------------------------------------------------------------------------- in the text


def test_loaded_words_are_dotted_and_acts_underlined_by_whether_somebody_acts(told: list[ArticleAnalysis]) -> None:
    shapes = {
        (s.kind, s.span.of(analysis.document.text)): s.shape
        for analysis in told
        for s in shown(analysis)
        if s.kind in ("loaded", "agency")
    }
    assert shapes["loaded", "brave"] is Shape.DOTTED
    assert {shape for (kind, _), shape in shapes.items() if kind == "agency"} == {Shape.LINE, Shape.BROKEN_LINE}


def test_every_kind_has_its_switch_with_a_count_and_none_without_a_reader(qtbot: QtBot, story: Session) -> None:
    toggles = MarkToggles(story, QWidget())
    opened(qtbot, toggles)
    toggles.count(tuple(story.analyses))
    found = counts(story.analyses)
    assert toggles.box("loaded").text() == f"Loaded {found['loaded']}"
    assert toggles.box("agency").text() == f"Acts {found['agency']}"
    assert not toggles.box("agency").isChecked()
    toggles.box("agency").click()
    assert "agency" in story.visible
    bare = session()
    ruled = MarkToggles(bare, QWidget())
    opened(qtbot, ruled)
    ruled.count(tuple(bare.analyses))
    assert not ruled.box("loaded").isVisible()
    assert not ruled.box("agency").isVisible()


# --------------------------------------------------------------------------- the explanations


@pytest.fixture
def inspector(qtbot: QtBot, story: Session) -> Inspector:
    made = Inspector(story)
    opened(qtbot, made)
    return made


def test_a_loaded_word_shows_probability_threshold_and_where_it_was_learned(
    inspector: Inspector, story: Session
) -> None:
    select(story, MarkKind.LOADED, "brave")
    bars = [bar.accessibleName() for bar in inspector.widget().findChildren(Probability)]
    assert bars == ["The sentence is loaded: 80%, shown from 60%", "The word would be marked: 70%, shown from 30%"]
    words = " ".join(said(inspector.widget()))
    assert "US outlets" in words
    assert "No framing lexicon lists this word" in words


def test_a_sentence_without_a_word_that_stands_out_is_said_to_be_loaded_as_a_whole(
    told: list[ArticleAnalysis],
) -> None:
    one = next(a for a in told if a.of_kind(MarkKind.LOADED))
    index = one.document.sentence_at(one.of_kind(MarkKind.LOADED)[0].span.start)
    whole = replace(one, scores=tuple(replace(score, loaded_as_a_whole=True) for score in one.scores))
    assert "as a whole" not in str(sentence_facts(one, index))
    assert "No single word stands out" in str(sentence_facts(whole, index))


def test_lexicon_and_reader_point_at_each_other_where_they_agree(inspector: Inspector, story: Session) -> None:
    select(story, MarkKind.LOADED, "terrorists")
    assert "A framing lexicon lists a term here too." in said(inspector.widget())
    next(x for x in inspector.widget().findChildren(LinkLabel) if x.words == "terrorists").clicked.emit()
    assert story.selection is not None
    assert str(story.selection.mark).startswith("framing")
    assert "The Reader marks loaded language here too." in said(inspector.widget())


def test_without_a_reader_a_framing_term_says_nothing_of_one(qtbot: QtBot) -> None:
    bare = session()
    made = Inspector(bare)
    opened(qtbot, made)
    select(bare, MarkKind.FRAMING, "terrorists")
    assert "AND THE READER" not in said(made.widget())


def test_an_act_names_who_does_what_to_whom_and_opens_the_places(
    qtbot: QtBot, inspector: Inspector, story: Session
) -> None:
    analysis = select(story, MarkKind.AGENCY, "liberated")
    assert "active" in said(inspector.widget())
    link = next(x for x in inspector.widget().findChildren(LinkLabel) if x.words.endswith("Government troops"))
    with qtbot.waitSignal(story.passages_opened) as signal:
        link.clicked.emit()
    assert [p.span.of(analysis.document.text) for p in signal.args[0]] == [link.words]


def test_the_selected_act_is_ringed_with_its_actor_and_affected(
    qtbot: QtBot, story: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysis = select(story, MarkKind.AGENCY, "liberated")
    column = ArticleColumn(story, analysis.article.id, 0)
    opened(qtbot, column)
    column.show_analysis(analysis, story.comparison)
    ringed: list[Span] = []
    monkeypatch.setattr(column.text, "set_current", ringed.extend)
    column.show_selection(story.selection)
    words = [span.of(analysis.document.text) for span in ringed]
    assert words[0] == "liberated"
    assert words[1].endswith("Government troops")
    assert len(words) == 3


def test_a_sentence_has_the_readers_valence_under_its_own_name(inspector: Inspector, story: Session) -> None:
    analysis = next(iter(story.analyses.values()))
    mark = next(m for m in analysis.of_kind(MarkKind.SENTIMENT) if "brave" in m.span.of(analysis.document.text))
    assert all(isinstance(part, WordWeight) for part in mark.parts)
    story.select(Selection(Passage(analysis.article.id, mark.span), mark.id))
    assert "−0.50 (the Reader, -1 to 1)" in said(inspector.widget())
    assert any(words.endswith("(VADER compound, -1 to 1)") for words in said(inspector.widget()))


# --------------------------------------------------------------------------- the views


def test_agency_lists_every_act_and_opens_its_passage(qtbot: QtBot, story: Session) -> None:
    view = AgencyView(story)
    opened(qtbot, view)
    assert view.empty_words == ""
    acts = column(view.acts, 1)
    assert len(acts) == counts(story.analyses)["agency"]
    row = acts.index("stormed")
    with qtbot.waitSignal(story.passages_opened) as signal:
        view.acts.activated.emit(view.acts.model().index(row, 0))
    text = story.analyses[signal.args[0][0].article].document.text
    assert signal.args[0][0].span.of(text) == "stormed"


def test_sentiment_shows_actors_and_follows_the_one_chosen(qtbot: QtBot, story: Session) -> None:
    view = SentimentView(story)
    opened(qtbot, view)
    names = [view.actor.itemText(i) for i in range(view.actor.count())]
    assert "Ada Venn" in names
    view.actor.setCurrentText("Ada Venn")
    assert view.by_voice.options.subject == "Ada Venn"
    assert set(column(view.actors, 0)) == set(names)
    assert view.valence.isVisibleTo(view)


def test_words_lists_loaded_words_with_what_the_lexicons_have_there(qtbot: QtBot, story: Session) -> None:
    view = WordsView(story)
    opened(qtbot, view)
    found = dict(zip(column(view.loaded_words, 1), column(view.loaded_words, 4), strict=True))
    assert (found["brave"], found["terrorists"]) == ("no", "terrorists")
    assert view.tabs.tabText(2) == f"Loaded words {counts(story.analyses)['loaded']}"


@pytest.mark.parametrize(
    ("view", "kind", "table", "word"),
    [
        (AgencyView, MarkKind.AGENCY, "acts", "stormed"),
        (WordsView, MarkKind.LOADED, "loaded_words", "terrorists"),
    ],
)
def test_lists_of_marks_show_the_notes_about_them(
    qtbot: QtBot,
    story: Session,
    told: list[ArticleAnalysis],
    view: type[AgencyView | WordsView],
    kind: MarkKind,
    table: str,
    word: str,
) -> None:
    shown = view(story)
    opened(qtbot, shown)
    rows = getattr(shown, table)
    before = rows.model().columnCount()
    analysis = select(story, kind, word)
    assert story.selection is not None
    assert story.selection.mark is not None
    commands.note(story, analysis.article.id, story.selection.mark, "ask the desk")
    story.set_comparison(compare(told, decisions=story.decisions))
    assert rows.model().columnCount() == before + 1
    assert dict(zip(column(rows, 1), column(rows, before), strict=True))[word] == "ask the desk"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (AgencyView, lambda view: view.empty_words),
        (SentimentView, lambda view: view.nobody.accessibleName()),
        (WordsView, lambda view: view.no_loaded.accessibleName()),
    ],
)
def test_views_say_why_they_are_empty_without_a_reader(qtbot: QtBot, kind: type[ComparisonView], words: object) -> None:
    view = kind(session())
    opened(qtbot, view)
    shown_words = words(view)  # type: ignore[operator]
    assert "found by the trained Reader" in shown_words
    assert "Read by rules only: the Reader is switched off." in shown_words


# --------------------------------------------------------------------------- the status bar and the job


def test_the_status_bar_says_that_rules_read_alone(qtbot: QtBot) -> None:
    story = session()
    note = RulesOnly(Session())
    qtbot.addWidget(note)
    note.refresh()
    assert note.isHidden()  # nothing was read yet
    note = RulesOnly(story)
    qtbot.addWidget(note)
    note.refresh()
    assert not note.isHidden()
    assert note.text() == "Read by rules only: the Reader is switched off."


def test_the_reader_is_loaded_in_the_job_which_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(reader, "available", lambda: None)
    monkeypatch.setattr(reader, "shared", lambda: heard.append("loaded"))
    load_reader(lambda _, doing: heard.append(doing.key))
    assert heard == ["reader.loading", "loaded"]

    def stopped(_: float, doing: object = None) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_reader(stopped)
    assert heard == ["reader.loading", "loaded"]
