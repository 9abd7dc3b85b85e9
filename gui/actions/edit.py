"""The Edit menu: undo, copy, find, go to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from analysis.messages import text as tr

from ..parts import Parts
from ..widgets.plain import PlainTextEdit, menu_text
from .spec import ActionSpec

LONGEST_SEARCH = 80
"""Letters of a selection that a search begins with at most: more is a passage, not words to look for."""


def specs() -> Iterable[ActionSpec]:
    """Yield the actions of the Edit menu."""
    here = ("edit",)
    yield ActionSpec(
        "undo",
        here,
        tr("&Undo"),
        _undo,
        ("Ctrl+Z",),
        lambda p: p.session.undo_stack.canUndo(),
        named=lambda p: f"{tr('&Undo')} {menu_text(p.session.undo_stack.undoText())}",
    )
    yield ActionSpec(
        "redo",
        here,
        tr("&Redo"),
        _redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda p: p.session.undo_stack.canRedo(),
        named=lambda p: f"{tr('&Redo')} {menu_text(p.session.undo_stack.redoText())}",
    )
    yield ActionSpec("copy", here, tr("&Copy"), _copy, ("Ctrl+C",), group="text")
    yield ActionSpec("find", here, tr("&Find"), _find, ("Ctrl+F",), group="find")
    yield ActionSpec("goto", here, tr("&Go to anything…"), lambda p: p.goto_asked.emit(), ("Ctrl+K",), group="find")


def _undo(parts: Parts) -> None:
    """Take the last change back and say which it was: it may lie out of view."""
    stack = parts.session.undo_stack
    what = stack.undoText()
    stack.undo()
    parts.notices.tell(tr("Undone: {what}").format(what=what), (tr("Redo"), partial(_redo, parts)))


def _redo(parts: Parts) -> None:
    stack = parts.session.undo_stack
    what = stack.redoText()
    stack.redo()
    parts.notices.tell(tr("Done again: {what}").format(what=what), (tr("Undo"), partial(_undo, parts)))


def _copy(parts: Parts) -> None:
    """Copy what the focused text or the view has selected."""
    focus = QApplication.focusWidget()
    inside = focus if focus is not None and parts.frame.isAncestorOf(focus) else None
    if inside is not None and (own := own_copy(inside)) is not None:
        own.trigger()
    elif isinstance(inside, QLineEdit | QPlainTextEdit | PlainTextEdit):
        inside.copy()
    elif parts.views.view is None or not parts.views.view.copy_selection():
        parts.notices.tell(tr("Nothing is selected that could be copied."))


def own_copy(widget: QWidget) -> QAction | None:
    """Return the action by which a widget itself copies."""
    return next((a for a in widget.actions() if a.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)), None)


def _find(parts: Parts) -> None:
    """Search in the view, or in all articles where it has nothing to search; first for what is selected."""
    words = _selected_words()
    if parts.views.view is None or not parts.views.view.begin_search(words):
        parts.views.show_view("find").begin_search(words)


def _selected_words() -> str:
    """Return what is selected in the text that has the keyboard, where it is short enough to be looked for."""
    focus = QApplication.focusWidget()
    words = ""
    if isinstance(focus, QLineEdit):
        words = focus.selectedText()
    elif isinstance(focus, QPlainTextEdit | PlainTextEdit):
        words = focus.textCursor().selectedText()
    return words if len(words) <= LONGEST_SEARCH and "\u2029" not in words else ""
