"""What the menus offer works, has a key where it promises one, and is switched off where it cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from analysis.messages import text as tr
from gui import commands
from gui.actions import lexicons
from gui.actions.menus import MENUS
from gui.dialogs.details import DetailsDialog
from gui.dialogs.goto import GoToDialog
from gui.dialogs.help import PageDialog
from gui.dialogs.question import QuestionDialog
from gui.dialogs.skipped import SkippedDialog
from gui.main_window import MainWindow
from gui.theme import palette, roles

from .conftest import article, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(window: MainWindow, qtbot: QtBot) -> MainWindow:
    three = [article("A"), article("B", "Other words."), article("C", "More words.")]
    commands.add_articles(window.session, three)
    settle(qtbot, window)
    return window


def test_menus_stand_in_their_order(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == [tr(title) for _, title in MENUS]


def test_no_key_does_two_things(window: MainWindow) -> None:
    keys = [key for spec in window.actions_table.specs for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_every_menu_has_something_in_it(window: MainWindow) -> None:
    for menu in window.actions_table.menus.values():
        assert menu.actions()


@pytest.mark.parametrize("key", ["undo", "redo", "pdf", "html", "remove", "details", "read", "all", "again", "close"])
def test_what_needs_articles_is_off_without_them(window: MainWindow, key: str) -> None:
    assert not window.actions_table.actions[key].isEnabled()


def test_selected_articles_are_removed_by_delete_and_come_back(filled: MainWindow, qtbot: QtBot) -> None:
    library = filled.views.view
    library.table.setFocus()
    library.select_articles(("B",))
    qtbot.keyClick(library.table, Qt.Key.Key_Delete)
    assert [a.id for a in filled.session.articles] == ["A", "C"]
    assert filled.notices.label.words == "1 article removed"
    assert filled.actions_table.actions["undo"].text() == "&Undo Remove article"
    qtbot.keyClick(filled, Qt.Key.Key_Z, CONTROL)
    assert [a.id for a in filled.session.articles] == ["A", "B", "C"]
    qtbot.keyClick(filled, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert [a.id for a in filled.session.articles] == ["A", "C"]


def test_the_list_at_the_left_works_beside_every_view(filled: MainWindow, qtbot: QtBot) -> None:
    filled.show_view("read")
    filled.shelf.list.setFocus()
    filled.shelf.list.setCurrentIndex(filled.shelf.list.model().index(1, filled.shelf.list.modelColumn()))
    assert filled.parts.chosen_articles() == ("B",)
    qtbot.keyClick(filled.shelf.list, Qt.Key.Key_Delete)
    assert [a.id for a in filled.session.articles] == ["A", "C"]
    filled.tabs.setFocus()
    assert filled.parts.chosen_articles() == ()
    assert not filled.actions_table.actions["remove"].isEnabled()


def test_delete_in_the_filter_deletes_letters_only(filled: MainWindow, qtbot: QtBot) -> None:
    library = filled.views.view
    library.select_articles(("B",))
    library.filter.setText("ab")
    library.filter.setFocus()
    library.filter.setCursorPosition(0)
    qtbot.keyClick(library.filter, Qt.Key.Key_Delete)
    assert library.filter.text() == "b"
    assert len(filled.session.articles) == 3


def test_details_of_the_selection_are_edited(filled: MainWindow, qtbot: QtBot) -> None:
    filled.views.view.select_articles(("A", "B"))
    filled.actions_table.actions["details"].trigger()
    dialog = filled.findChild(DetailsDialog)
    qtbot.keyClicks(dialog.fields["outlet"], "Both")
    dialog.accept()
    assert [a.outlet for a in filled.session.articles] == ["Both", "Both", "Outlet C"]


def test_the_comparison_takes_the_chosen_articles(filled: MainWindow, qtbot: QtBot) -> None:
    run = filled.actions_table.actions
    filled.views.view.select_articles(("A", "C"))
    run["only"].trigger()
    assert filled.session.scope == ("A", "C")
    settle(qtbot, filled)
    filled.views.view.select_articles(("C",))
    run["out"].trigger()
    assert filled.session.scope == ("A",)
    run["all"].trigger()
    assert filled.session.scope == ("A", "B", "C")


def test_articles_are_grouped_by_their_columns(window: MainWindow, qtbot: QtBot) -> None:
    commands.add_articles(window.session, [article("A", columns=(("country", "Tolmeria"),))])
    settle(qtbot, window)
    menu = window.actions_table.menus["analyse/group"]
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions()] == ["Outlet", "Kind of article", "country"]
    menu.actions()[2].trigger()
    assert window.session.settings.group_by == "country"
    window.session.undo_stack.undo()
    assert window.session.settings.group_by == "outlet"


def test_copy_takes_the_table(filled: MainWindow, qtbot: QtBot) -> None:
    filled.views.view.table.setFocus()
    filled.views.view.select_articles(("A",))
    filled.actions_table.actions["copy"].trigger()
    assert "Outlet A\tTitle A" in QGuiApplication.clipboard().text()


def test_a_table_with_a_copy_of_its_own_keeps_the_key(filled: MainWindow, qtbot: QtBot) -> None:
    table = QTableWidget(filled)
    own = QAction(table)
    own.setShortcut(QKeySequence.StandardKey.Copy)
    own.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    table.addAction(own)
    table.show()
    with qtbot.waitSignal(own.triggered):
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    with qtbot.waitSignal(own.triggered):
        filled.actions_table.actions["copy"].trigger()
    filled.views.view.table.setFocus()
    assert filled.actions_table.actions["copy"].shortcut().toString() == "Ctrl+C"


def test_kinds_of_article_are_mixed_and_kept_apart_again(filled: MainWindow) -> None:
    filled.actions_table.actions["kinds"].trigger()
    assert filled.session.settings.mix_kinds
    filled.session.undo_stack.undo()
    assert not filled.session.settings.mix_kinds
    assert not filled.actions_table.actions["kinds"].isChecked()


def test_agency_copy_is_left_out_and_counted_again(filled: MainWindow) -> None:
    filled.actions_table.actions["wire"].trigger()
    assert filled.session.settings.exclude_wire
    filled.session.undo_stack.undo()
    assert not filled.session.settings.exclude_wire
    assert not filled.actions_table.actions["wire"].isChecked()


def test_the_palette_goes_to_articles_outlets_and_actions(filled: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(filled, Qt.Key.Key_K, CONTROL)
    dialog = filled.findChild(GoToDialog)
    dialog.field.setText("dark")
    assert dialog.chosen().label == "Dark"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert filled.appearance.dark
    filled.appearance.set_mode("light")
    filled.go_to()
    dialog = next(d for d in filled.findChildren(GoToDialog) if d.isVisible())
    dialog.field.setText("Outlet B")
    labels = [dialog.list.item(i).text() for i in range(2)]
    assert labels[0].startswith("Outlet B")
    dialog.reject()


def test_text_grows_and_shrinks_and_stays_so(filled: MainWindow) -> None:
    before = filled.appearance.text_size
    filled.parts.zoom(2)
    assert filled.appearance.text_size == before + 2
    assert filled.settings.value("text_size") == before + 2
    filled.parts.zoom(0)
    assert filled.appearance.text_size == before
    filled.parts.zoom(-100)
    assert filled.appearance.text_size == 8
    filled.parts.zoom(0)


def test_dark_and_light_are_chosen_and_kept(window: MainWindow) -> None:
    window.actions_table.actions["colours.dark"].trigger()
    assert window.palette().window().color().lightness() < 60
    assert window.settings.value("theme") == "dark"
    window.actions_table.actions["colours.light"].trigger()
    assert window.palette().window().color().lightness() > 200
    window.actions_table.actions["colours.system"].trigger()


@pytest.mark.parametrize(("key", "dialog"), [("keys", PageDialog), ("about", PageDialog), ("rename", QuestionDialog)])
def test_actions_that_open_a_dialog_open_it(filled: MainWindow, key: str, dialog: type[QDialog]) -> None:
    filled.actions_table.actions[key].trigger()
    opened = filled.findChild(dialog)
    assert opened.isVisible()
    opened.close()


def test_the_page_of_keys_names_them_all(window: MainWindow) -> None:
    pages = dict(window.actions_table.keys_by_menu())
    assert ("Ctrl+O", "Open articles…") in pages["File"]
    assert ("Ctrl+K", "Go to anything…") in pages["Edit"]


def test_a_lexicon_is_checked_and_its_faults_are_named(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "own.toml"
    broken.write_text("nonsense = [", encoding="utf-8")
    with qtbot.waitSignal(window.jobs.idle):
        lexicons.check(window.parts, [str(broken)])
    dialog = window.findChild(SkippedDialog)
    assert str(broken) in dialog.table.item(0, 0).text()
    dialog.close()
    with qtbot.waitSignal(window.jobs.idle):
        lexicons.check(window.parts, [str(next(iter(sorted(lexicons.LEXICONS.glob("*.toml")))))])
    assert window.notices.label.words == "The lexicon has no faults"


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("text", ["text", "muted", "accent", "warning"])
@pytest.mark.parametrize("ground", ["window", "base", "alternate", "raised", "soft"])
def test_text_keeps_its_contrast(name: str, text: str, ground: str) -> None:
    assert contrast(roles(name)[text], roles(name)[ground]) >= 4.5


def test_what_is_pressed_keeps_its_contrast() -> None:
    for name in ("light", "dark"):
        assert contrast(roles(name)["on_accent"], roles(name)["accent"]) >= 4.5
        assert palette(name).highlightedText().color() == palette(name).text().color()


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.1."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_undo_says_what_it_took_back_and_offers_to_do_it_again(filled: MainWindow) -> None:
    count = len(filled.session.articles)
    commands.remove_articles(filled.session, [filled.session.articles[0].id])
    filled.actions_table.actions["undo"].trigger()
    assert filled.notices.label.words == "Undone: Remove article"
    assert len(filled.session.articles) == count
    filled.notices.buttons[0].click()
    assert filled.notices.label.words == "Done again: Remove article"
    assert len(filled.session.articles) == count - 1
    filled.notices.buttons[0].click()
    assert len(filled.session.articles) == count
