"""The window: puts its parts together. What the parts do stands in their own modules."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QVBoxLayout, QWidget

from analysis.messages import text as tr

from .actions.articles import open_articles
from .actions.menus import specs
from .actions.table import Actions
from .bars import Counts, JobBar, NotRead, RulesOnly, ViewTabs, WaitingBar
from .destinations import destinations
from .dialogs.message import say
from .parts import Parts
from .session import Session
from .theme import Appearance
from .widgets.plain import set_title


class MainWindow(QMainWindow):
    """One story."""

    painted = Signal()
    """The window stood on the screen for the first time."""

    def __init__(self, session: Session, settings: QSettings, appearance: Appearance) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.appearance = appearance
        self.parts = Parts(self, session, settings, appearance)
        self.jobs, self.pipeline, self.notices = self.parts.jobs, self.parts.pipeline, self.parts.notices
        self.importer, self.exporter, self.leaving = self.parts.importer, self.parts.exporter, self.parts.leaving
        self.views, self.shelf, self.panels = self.parts.views, self.parts.shelf, self.parts.panels
        self.docks = self.panels.docks
        titles = [(spec.key, tr(spec.title)) for spec in self.views.specs]
        self.tabs = ViewTabs([title for _, title in titles])
        self.actions_table = Actions(self.parts, specs(titles))
        self._was_painted = False
        self.setAcceptDrops(True)
        self._assemble()
        self._connect()
        self.parts.layout.restore()
        self._show_title()
        self.actions_table.refresh()

    # ------------------------------------------------------------------ assembly

    def _assemble(self) -> None:
        self.actions_table.fill(self.menuBar())
        goto = QPushButton(tr("Go to anything …   Ctrl+K"), self.menuBar())  # with a parent, or Python would free it
        goto.setObjectName("goto")
        goto.setAccessibleName(tr("Go to anything"))
        goto.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        goto.clicked.connect(self.go_to)
        self.menuBar().setCornerWidget(goto)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.views, 1)
        self.setCentralWidget(central)
        self.docks["shelf"].setWidget(self.shelf)
        self.docks["inspector"].setWidget(QWidget())
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        status.addWidget(JobBar(self.jobs))
        status.addWidget(WaitingBar(self.exporter))
        status.addWidget(self.notices)
        status.addPermanentWidget(RulesOnly(self.session))
        not_read = NotRead(self.session)
        not_read.clicked.connect(self.importer.show_imported)
        status.addPermanentWidget(not_read)
        status.addPermanentWidget(Counts(self.session))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda i: self.views.show_view(self.views.specs[i].key))
        self.views.made.connect(self._on_view_made)
        self.views.shown.connect(self._on_view_shown)
        self.session.passages_opened.connect(self._on_passages_opened)
        self.session.name_changed.connect(self._show_title)
        self.session.undo_stack.indexChanged.connect(self._refresh_actions)
        self.session.undo_stack.indexChanged.connect(self.notices.clear)  # its Undo would undo something else now
        for signal in (
            self.session.articles_changed,
            self.session.scope_changed,
            self.session.comparison_changed,
            self.session.resting_changed,
            self.jobs.began,
            self.jobs.idle,
            self.shelf.selection_changed,
        ):
            signal.connect(self._refresh_actions)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self.jobs.failed.connect(self._on_job_failed)
        self.pipeline.stopped.connect(self._on_stopped)
        self.importer.story_begun.connect(self._on_story_begun)
        self.importer.show_asked.connect(partial(open_articles, self.session))
        self.leaving.exports_asked.connect(self._show_exports)
        self.parts.goto_asked.connect(self.go_to)
        self.parts.keys_asked.connect(self._show_keys)
        self.shelf.add_asked.connect(self.importer.choose_files)
        self.shelf.opened.connect(self._on_shelf_opened)
        self.shelf.menu_asked.connect(self._show_articles_menu)

    def _on_view_made(self, key: str, view: QWidget) -> None:
        from .views.library import LibraryView  # here: it is not seen at the first paint

        if isinstance(view, LibraryView):
            view.open_asked.connect(self.importer.choose_files)
            view.paste_asked.connect(self.importer.paste)
            view.sample_asked.connect(self.importer.open_sample)
            view.imported_asked.connect(self.importer.show_imported)
            view.opened.connect(partial(open_articles, self.session))
            view.menu_asked.connect(self._show_articles_menu)
            view.selection_changed.connect(self._refresh_actions)

    # ------------------------------------------------------------------ what is shown

    def show_view(self, key: str) -> None:
        """Show a view and let the keyboard work there."""
        self.parts.show_view(key)

    def go_to(self) -> None:
        """Open the palette."""
        from .dialogs.goto import GoToDialog

        dialog = GoToDialog(destinations(self.session, self.actions_table), self)

        def accepted() -> None:
            entry = dialog.chosen()
            if entry is not None:
                entry.go()

        dialog.accepted.connect(accepted)
        middle = self.mapToGlobal(QPoint((self.width() - dialog.width()) // 2, self.menuBar().height() + 8))
        dialog.move(middle)
        dialog.show()

    def start(self, key: str = "") -> None:
        """Show a view (the one of last time without a key), and the inspector."""
        keys = [spec.key for spec in self.views.specs]
        wanted = key or str(self.settings.value("view", "read"))
        self.show_view(wanted if wanted in keys else keys[0])
        from .widgets.inspector import Inspector  # here: it is not seen at the first paint

        if not isinstance(self.docks["inspector"].widget(), Inspector):
            self.docks["inspector"].setWidget(Inspector(self.session))

    # ------------------------------------------------------------------ what happens

    def _on_view_shown(self, key: str) -> None:
        self.panels.place()
        self.tabs.setCurrentIndex([spec.key for spec in self.views.specs].index(key))
        self.actions_table.refresh()

    def _on_passages_opened(self, passages: object) -> None:
        fresh = self.views.get("read") is None
        self.views.show_view("read")
        if fresh:  # made just now, so it did not hear the call
            self.session.open_passages(passages)  # type: ignore[arg-type]

    def _on_shelf_opened(self, ids: tuple[str, ...]) -> None:
        if self.views.view is None or not self.views.view.select_articles(ids):
            open_articles(self.session, ids)

    def _show_exports(self) -> None:
        """Open the menu of what can be written."""
        self.actions_table.refresh()
        self.actions_table.menus["file/export"].popup(self.mapToGlobal(QPoint(8, self.menuBar().height())))

    def _show_keys(self) -> None:
        from .dialogs.help import PageDialog, keys_page

        PageDialog(tr("Keys"), keys_page(self.actions_table.keys_by_menu()), self).open()

    def _show_articles_menu(self, at: QPoint) -> None:
        self.actions_table.refresh()
        self.actions_table.menus["articles"].popup(at)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self.actions_table.follow_focus(new)
        if self.shelf.list in (old, new):
            self.actions_table.refresh()

    def _refresh_actions(self, *_: object) -> None:
        """A method of the window, so that its connections end with it; a story may outlive its window."""
        self.actions_table.refresh()

    def _on_job_failed(self, sentence: str) -> None:
        say(self, tr("That did not work"), sentence)

    def _on_story_begun(self) -> None:
        """Show the articles: a view of the story before would look as if nothing had come in."""
        if self.views.key != "library":
            self.show_view("read")

    def _on_stopped(self) -> None:
        articles, found = self.session.articles, self.session.raw_analyses
        done = sum(article.id in found for article in articles)
        sentence = tr("Stopped before the comparison was ready.")
        if done < len(articles):
            sentence = tr("Stopped: {done} of {count} articles are analysed.").format(
                done=f"{done:,}", count=f"{len(articles):,}"
            )

        def go_on() -> None:
            self.notices.clear()
            self.pipeline.resume()

        self.notices.tell(sentence, (tr("Go on"), go_on))

    def _show_title(self) -> None:
        set_title(self, f"{self.session.name or tr('Untitled story')} – Parallax")

    # ------------------------------------------------------------------ frame

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _comes_from_outside(event) and self.importer.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if _comes_from_outside(event) and self.importer.take(event.mimeData()):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving.may_close():
            event.ignore()
            return
        self.parts.layout.save()
        self.views.save_state()
        self.jobs.close()
        super().closeEvent(event)


def _comes_from_outside(event: QDropEvent) -> bool:
    """Return whether another program is dragged from: a passage of an article that is let go here is no new article."""
    return event.source() is None
