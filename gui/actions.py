"""Everything that can be done, in one table: menus, shortcuts, the palette and the page of keys are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QWidget

from analysis.messages import text as tr

from . import articles_menu, commands, help_menu, leaving, lexicons_menu
from .exporting import FORMATS
from .theme import MODES
from .widgets.plain import PlainTextEdit, menu_text, name_action

if TYPE_CHECKING:
    from .main_window import MainWindow

MENUS = (
    ("file", tr("&File")),
    ("edit", tr("&Edit")),
    ("view", tr("&View")),
    ("articles", tr("&Articles")),
    ("analyse", tr("A&nalyse")),
    ("lexicons", tr("&Lexicons")),
    ("reports", tr("&Reports")),
    ("window", tr("&Window")),
    ("help", tr("&Help")),
)
LONGEST_SEARCH = 80
"""Letters of a selection that a search begins with at most: more is a passage, not words to look for."""
OFFERED = {"outlet": tr("Outlet"), "kind": tr("Kind of article"), "folder": tr("Folder")}
"""What every story can be grouped by; its other columns go by their own names."""
SUBMENUS = {"file/export": tr("Export"), "view/colours": tr("Colours"), "analyse/group": tr("Compare by")}


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that can be done: where it stands, what it is called, which keys do it, and when it can be done."""

    key: str
    menus: tuple[str, ...]
    text: str
    run: Callable[[MainWindow], object]
    keys: tuple[str, ...] = ()
    enabled: Callable[[MainWindow], bool] | None = None
    checked: Callable[[MainWindow], bool] | None = None
    named: Callable[[MainWindow], str] | None = None
    """The text as it is now, where it changes."""
    group: str = ""
    """Actions of one group stand together; a line stands between groups."""

    @property
    def plain(self) -> str:
        """The text without the menu's underlined letter."""
        return self.text.replace("&", "")


def _has_articles(window: MainWindow) -> bool:
    return bool(window.session.articles)


def _has_chosen(window: MainWindow) -> bool:
    return bool(window.chosen_articles())


def _can_export(window: MainWindow) -> bool:
    return window.exporter.ready


def _export(key: str, window: MainWindow) -> None:
    window.exporter.ask(key)


def _show_view(key: str, window: MainWindow) -> None:
    window.show_view(key)


def _is_shown(key: str, window: MainWindow) -> bool:
    return window.views.key == key


def _set_mode(mode: str, window: MainWindow) -> None:
    window.appearance.set_mode(mode)


def _has_mode(mode: str, window: MainWindow) -> bool:
    return window.appearance.mode == mode


def _toggle_dock(key: str, window: MainWindow) -> None:
    window.toggle_dock(key)


def _dock_shown(key: str, window: MainWindow) -> bool:
    return window.dock_shown(key)


def _file() -> Iterable[ActionSpec]:
    spec = ActionSpec
    yield spec("new", ("file",), tr("&New story"), lambda w: w.leave_story(w.session.start_story), ("Ctrl+N",))
    yield spec("open", ("file",), tr("&Open articles…"), lambda w: w.importer.choose_files(), ("Ctrl+O",), group="in")
    yield spec(
        "folder", ("file",), tr("Open &folder…"), lambda w: w.importer.choose_folder(), ("Ctrl+Shift+O",), group="in"
    )
    yield spec(
        "paste", ("file",), tr("&Paste article…"), lambda w: w.importer.paste(), ("Ctrl+V", "Ctrl+Shift+V"), group="in"
    )
    yield spec(
        "sample", ("file",), tr("Open the &sample story"), lambda w: w.leave_story(w.importer.open_sample), group="in"
    )
    yield spec("save", ("file",), tr("Saving: what is &kept"), leaving.say_what_is_kept, ("Ctrl+S",), group="out")
    for kind in FORMATS:
        menus = ("file/export", "reports") if kind.suffix in (".pdf", ".html") else ("file/export",)
        keys = ("Ctrl+P",) if kind.key == "pdf" else ()
        label = kind.title + "…"
        yield spec(kind.key, menus, label, partial(_export, kind.key), keys, _can_export, group="out")
    yield spec(
        "close",
        ("file",),
        tr("&Close story"),
        lambda w: w.leave_story(w.session.start_story),
        ("Ctrl+W",),
        _has_articles,
        group="end",
    )
    yield spec("quit", ("file",), tr("&Quit"), lambda w: w.close(), ("Ctrl+Q",), group="end")


def _edit() -> Iterable[ActionSpec]:
    yield ActionSpec(
        "undo",
        ("edit",),
        tr("&Undo"),
        _undo,
        ("Ctrl+Z",),
        lambda w: w.session.undo_stack.canUndo(),
        named=lambda w: f"{tr('&Undo')} {menu_text(w.session.undo_stack.undoText())}",
    )
    yield ActionSpec(
        "redo",
        ("edit",),
        tr("&Redo"),
        _redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda w: w.session.undo_stack.canRedo(),
        named=lambda w: f"{tr('&Redo')} {menu_text(w.session.undo_stack.redoText())}",
    )
    yield ActionSpec("copy", ("edit",), tr("&Copy"), _copy, ("Ctrl+C",), group="text")
    yield ActionSpec("find", ("edit",), tr("&Find"), _find, ("Ctrl+F",), group="find")
    yield ActionSpec("goto", ("edit",), tr("&Go to anything…"), lambda w: w.go_to(), ("Ctrl+K",), group="find")


def _view(keys: Iterable[tuple[str, str]]) -> Iterable[ActionSpec]:
    for i, (key, title) in enumerate(keys, 1):
        yield ActionSpec(
            f"view.{key}",
            ("view",),
            f"&{i} {title}",
            partial(_show_view, key),
            (f"Ctrl+{i}",),
            checked=partial(_is_shown, key),
            group="views",
        )
    yield ActionSpec("larger", ("view",), tr("&Larger text"), lambda w: w.zoom(1), ("Ctrl++", "Ctrl+="), group="zoom")
    yield ActionSpec("smaller", ("view",), tr("&Smaller text"), lambda w: w.zoom(-1), ("Ctrl+-",), group="zoom")
    yield ActionSpec("normal", ("view",), tr("&Normal text size"), lambda w: w.zoom(0), ("Ctrl+0",), group="zoom")
    names = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
    for mode in MODES:
        yield ActionSpec(
            f"colours.{mode}",
            ("view/colours",),
            names[mode],
            partial(_set_mode, mode),
            checked=partial(_has_mode, mode),
            group="colours",
        )
    yield ActionSpec("layout", ("view",), tr("&Reset layout"), lambda w: w.reset_layout(), group="full")
    yield ActionSpec(
        "full",
        ("view",),
        tr("&Full screen"),
        lambda w: w.toggle_full_screen(),
        ("F11",),
        checked=lambda w: w.isFullScreen(),
        group="full",
    )


def _articles() -> Iterable[ActionSpec]:
    spec = ActionSpec
    here = ("articles",)
    yield spec("read", here, tr("&Read"), articles_menu.read, enabled=_has_chosen)
    yield spec("try_again", here, tr("&Try again"), articles_menu.try_again, enabled=articles_menu.some_failed)
    yield spec("details", here, tr("&Edit details…"), articles_menu.edit_details, ("F2",), _has_chosen, group="edit")
    yield spec("remove", here, tr("Re&move from the story"), articles_menu.remove, ("Del",), _has_chosen, group="edit")
    yield spec("only", here, tr("Compare &only these"), articles_menu.compare_only, enabled=_has_chosen, group="scope")
    yield spec(
        "out", here, tr("&Leave out of the comparison"), articles_menu.leave_out, enabled=_has_chosen, group="scope"
    )
    yield spec(
        "all",
        here,
        tr("Compare &all articles"),
        articles_menu.compare_all,
        enabled=articles_menu.some_left_out,
        group="scope",
    )
    yield spec("imported", here, tr("&Imported files…"), lambda w: w.importer.show_imported(), ("Ctrl+I",), group="in")
    yield spec(
        "rename", here, tr("Re&name the story…"), articles_menu.rename_story, enabled=_has_articles, group="story"
    )


def _analyse() -> Iterable[ActionSpec]:
    yield ActionSpec(
        "again", ("analyse",), tr("&Analyse again"), lambda w: w.pipeline.analyse_again(), ("F5",), _has_articles
    )
    yield ActionSpec(
        "resume",
        ("analyse",),
        tr("&Go on where it stopped"),
        lambda w: w.pipeline.resume(),
        ("Shift+F5",),
        lambda w: w.pipeline.incomplete,
    )
    yield ActionSpec(
        "stop",
        ("analyse",),
        tr("&Stop the work in the background"),
        lambda w: w.jobs.cancel(),
        ("Ctrl+.",),
        lambda w: bool(w.jobs.running),
    )
    yield ActionSpec(
        "wire",
        ("analyse",),
        tr("Leave out agency &copy that outlets share"),
        lambda w: commands.set_exclude_wire(w.session, not w.session.settings.exclude_wire),
        enabled=_has_articles,
        checked=lambda w: w.session.settings.exclude_wire,
        group="how",
    )
    yield ActionSpec(
        "kinds",
        ("analyse",),
        tr("&Mix kinds of article in figures of own voices"),
        lambda w: commands.set_mix_kinds(w.session, not w.session.settings.mix_kinds),
        enabled=_has_articles,
        checked=lambda w: w.session.settings.mix_kinds,
        group="how",
    )
    here = ("lexicons",)
    yield ActionSpec("lexicons", here, tr("Show the &built-in lexicons"), lexicons_menu.show_folder)
    yield ActionSpec("check_lexicons", here, tr("&Check lexicons…"), lexicons_menu.choose_and_check)


def _window() -> Iterable[ActionSpec]:
    yield ActionSpec("next_view", ("window",), tr("&Next view"), lambda w: w.views.step(1), ("Ctrl+PgDown",))
    yield ActionSpec("previous_view", ("window",), tr("&Previous view"), lambda w: w.views.step(-1), ("Ctrl+PgUp",))
    for key, title, keys in (
        ("shelf", tr("&Articles at the left"), "F9"),
        ("inspector", tr("&Explanations at the right"), "F10"),
    ):
        yield ActionSpec(
            f"dock.{key}",
            ("window",),
            title,
            partial(_toggle_dock, key),
            (keys,),
            checked=partial(_dock_shown, key),
            group="docks",
        )
    yield ActionSpec("minimize", ("window",), tr("&Minimise"), lambda w: w.showMinimized(), ("Ctrl+M",), group="frame")


def _help() -> Iterable[ActionSpec]:
    yield ActionSpec("keys", ("help",), tr("&Keys"), help_menu.show_keys, ("F1",))
    yield ActionSpec("about", ("help",), tr("&About Parallax"), help_menu.show_about)


def specs(views: Iterable[tuple[str, str]]) -> tuple[ActionSpec, ...]:
    """Return everything that can be done in a window with these views (key, title)."""
    return (*_file(), *_edit(), *_view(views), *_articles(), *_analyse(), *_window(), *_help())


class Actions:
    """The window's actions, made from their specs and kept true."""

    def __init__(self, window: MainWindow, specs: tuple[ActionSpec, ...]) -> None:
        self._window = window
        self.specs = specs
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for spec in specs:
            action = QAction(spec.text, window)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(spec.checked is not None)
            action.triggered.connect(lambda _=False, spec=spec: self.run(spec))
            window.addAction(action)  # so that its keys work before a menu was ever open
            self.actions[spec.key] = action

    def run(self, spec: ActionSpec) -> None:
        """Do it, and take over what it changed."""
        spec.run(self._window)
        self.refresh()

    def refresh(self) -> None:
        """Say anew what can be done, what is switched on, and what it is called."""
        for spec in self.specs:
            action = self.actions[spec.key]
            action.setEnabled(spec.enabled is None or spec.enabled(self._window))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._window))
            if spec.named is not None:
                name_action(action, spec.named(self._window).strip())

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for key, title in MENUS:
            self.menus[key] = bar.addMenu(title)
            self._fill_menu(key)
            self.menus[key].aboutToShow.connect(self.refresh)

    def _fill_menu(self, key: str) -> None:
        menu, group = self.menus[key], None
        for spec in self.specs:
            for place in spec.menus:
                parent, _, sub = place.partition("/")
                if parent != key:
                    continue
                if group is not None and spec.group != group and (not sub or place not in self.menus):
                    menu.addSeparator()
                group = spec.group
                if sub:
                    if place not in self.menus:
                        self.menus[place] = menu.addMenu(SUBMENUS[place])
                    self.menus[place].addAction(self.actions[spec.key])
                else:
                    menu.addAction(self.actions[spec.key])
        if key == "analyse":
            self._add_grouping(menu)

    def _add_grouping(self, menu: QMenu) -> None:
        sub = menu.addMenu(SUBMENUS["analyse/group"])
        self.menus["analyse/group"] = sub
        sub.aboutToShow.connect(self._fill_grouping)
        self._fill_grouping()

    def _fill_grouping(self) -> None:
        """Offer outlets and the columns that the articles have."""
        menu, session = self.menus["analyse/group"], self._window.session
        menu.clear()
        group = QActionGroup(menu)
        columns = {name for a in session.articles for name, _ in a.columns}
        names = ["outlet", "kind", *sorted(columns - {"outlet", "kind"})]
        for name in names:
            action = name_action(QAction(menu), OFFERED[name] if name in OFFERED else menu_text(name))
            menu.addAction(action)
            action.setCheckable(True)
            action.setChecked(session.settings.group_by == name)
            action.triggered.connect(lambda _=False, name=name: commands.set_group_by(session, name))
            group.addAction(action)

    def follow_focus(self, focus: QWidget | None) -> None:
        """Leave Ctrl+C to a table that has it itself: of two actions with one key Qt runs neither."""
        own = focus is not None and _own_copy(focus) is not None
        self.actions["copy"].setShortcut(QKeySequence() if own else QKeySequence(QKeySequence.StandardKey.Copy))

    def keys_by_menu(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return, menu by menu, the keys and what they do."""
        result = []
        for key, title in MENUS:
            rows = [(", ".join(s.keys), s.plain) for s in self.specs if s.keys and s.menus[0].partition("/")[0] == key]
            result.append((title.replace("&", ""), rows))
        return result


def _copy(window: MainWindow) -> None:
    """Copy what the focused text or the view has selected."""
    focus = QApplication.focusWidget()
    inside = focus if focus is not None and window.isAncestorOf(focus) else None
    if inside is not None and (own := _own_copy(inside)) is not None:
        own.trigger()
    elif isinstance(inside, QLineEdit | QPlainTextEdit | PlainTextEdit):
        inside.copy()
    elif window.views.view is None or not window.views.view.copy_selection():
        window.notices.tell(tr("Nothing is selected that could be copied."))


def _own_copy(widget: QWidget) -> QAction | None:
    return next((a for a in widget.actions() if a.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)), None)


def _undo(window: MainWindow) -> None:
    """Take the last change back and say which it was: it may lie out of view."""
    stack = window.session.undo_stack
    what = stack.undoText()
    stack.undo()
    window.notices.tell(tr("Undone: {what}").format(what=what), (tr("Redo"), partial(_redo, window)))


def _redo(window: MainWindow) -> None:
    stack = window.session.undo_stack
    what = stack.redoText()
    stack.redo()
    window.notices.tell(tr("Done again: {what}").format(what=what), (tr("Undo"), partial(_undo, window)))


def _find(window: MainWindow) -> None:
    """Search in the view, or in all articles where it has nothing to search; first for what is selected."""
    words = _selected_words()
    if window.views.view is None or not window.views.view.begin_search(words):
        window.views.show_view("find").begin_search(words)


def _selected_words() -> str:
    """Return what is selected in the text that has the keyboard, where it is short enough to be looked for."""
    focus = QApplication.focusWidget()
    words = ""
    if isinstance(focus, QLineEdit):
        words = focus.selectedText()
    elif isinstance(focus, QPlainTextEdit | PlainTextEdit):
        words = focus.textCursor().selectedText()
    return words if len(words) <= LONGEST_SEARCH and "\u2029" not in words else ""
