"""How articles come into the window: chosen, dropped, pasted, or the sample story."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from analysis.messages import text as tr
from analysis.model import Article
from analysis.settings import ReadSettings

from . import commands
from .folders import COLUMN, nameless_in_folders
from .imports import (
    Imported,
    Item,
    Origin,
    Why,
    cannot_be_retried,
    imported,
    lost_sentence,
    stale,
    with_twins,
)
from .jobs import Jobs
from .pipeline import Pipeline
from .session import Session
from .theme import RESOURCES
from .widgets.notices import NoticeBar

if TYPE_CHECKING:
    from analysis.sources import Reading
    from analysis.sources.look import TableLook

SAMPLE = RESOURCES / "samples" / "story"
NO_TEXT_COLUMN = "sources.no_text_column"
"""The reason that a question to the user can take away."""


class Importer(QObject):
    """Brings sources into the session, and says what was left out."""

    story_begun = Signal()
    """The user's first articles of a story came in."""
    show_asked = Signal(object)
    """Ids of articles of the story that the user wants to see."""
    left_out = Signal(object)
    """Sources that could not be read: pairs of name and reason."""

    def __init__(
        self, window: QWidget, session: Session, jobs: Jobs, pipeline: Pipeline, notices: NoticeBar, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._jobs = jobs
        self._pipeline = pipeline
        self._notices = notices
        self._settings = settings
        pipeline.unreadable.connect(self._on_unreadable)
        session.imported_changed.connect(self._on_imported_changed)

    # ------------------------------------------------------------------ ways in

    def choose_files(self) -> None:
        """Ask for files and read them."""
        from analysis.sources.file_kinds import ENDINGS  # here: the window paints before the engine loads

        patterns = " ".join(f"*.{ending}" for ending in ENDINGS if ending)
        kinds = tr("Articles ({patterns});;All files (*)").format(patterns=patterns)
        paths, _ = QFileDialog.getOpenFileNames(self._window, tr("Open articles"), self._folder(), kinds)
        self.read_paths(paths)

    def choose_folder(self) -> None:
        """Ask for a folder and read what is in it."""
        path = QFileDialog.getExistingDirectory(self._window, tr("Open folder"), self._folder())
        self.read_paths([path] if path else [])

    def read_paths(self, paths: Sequence[str]) -> None:
        """Read files and folders."""
        if paths:
            self._settings.setValue("folder", str(Path(paths[0]).absolute().parent))
            self._read(tuple(paths))

    def _read(self, paths: tuple[str, ...], settings: ReadSettings = ReadSettings()) -> None:
        self._notices.release()
        origin = Origin(paths, settings)
        self._account(origin, self._on_read, stopped=lambda reading: self._on_stopped(reading, origin))

    def _account(
        self,
        origin: Origin,
        take: Callable[[Reading, Imported], None],
        *,
        only: frozenset[str] = frozenset(),
        stopped: Callable[[Reading], None] | None = None,
    ) -> None:
        """Read what was opened together, or `only` these files of it; `take` gets the accounts too."""
        self._pipeline.read_sources(
            origin.paths,
            lambda made: take(*made),
            origin.settings,
            only=only,
            day_orders=self._session.imported.day_orders(origin) if only else {},
            then=lambda reading: (reading, imported(reading, origin)),
            stopped=stopped,
        )

    def open_sample(self) -> None:
        """Start again with the sample story."""
        if SAMPLE.is_dir():
            self._pipeline.read_sources([str(SAMPLE)], self._on_sample_read)

    def paste(self) -> None:
        """Add what is on the clipboard: files at once, a text after a look at it."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self.take(data):  # None where the clipboard is empty
            self.show_paste("", "")

    def accepts(self, data: QMimeData) -> bool:
        """Return whether something dropped can be read."""
        return data.hasText() or data.hasHtml() or any(url.isLocalFile() for url in data.urls())

    def take(self, data: QMimeData) -> bool:
        """Take in what was dropped or copied; return whether there was anything."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.read_paths(paths)
            return True
        if data.hasHtml() or data.hasText():
            text = data.text()
            if text.strip():
                self.show_paste(text, data.html() if data.hasHtml() and is_page(data.html()) else "")
                return True
        return False

    def show_paste(self, text: str, html: str) -> None:
        """Open the dialog that shows what was found in a text."""
        from .dialogs.paste import PasteDialog

        present = () if self._session.sample else self._session.articles
        dialog = PasteDialog(self._jobs, text, html, self._window, present)

        def accepted() -> None:
            if dialog.article is not None:
                self._add([commands.edited(dialog.article, dialog.details())])

        dialog.accepted.connect(accepted)
        dialog.show_asked.connect(self.show_asked)
        dialog.open()

    # ------------------------------------------------------------------ what came of it

    def _on_sample_read(self, reading: Reading) -> None:
        self._session.start_story(tr("Sample story (invented)"), sample=True)
        self._session.add_articles(reading.articles)

    def _add(self, articles: Sequence[Article]) -> tuple[tuple[Article, Article], ...]:
        """Take articles into the story, or begin one with them; return those that it has, each with its twin."""
        fresh = self._session.sample or not self._session.articles
        twins = commands.add_articles(self._session, articles)
        if fresh:
            self.story_begun.emit()
        return twins

    def _on_read(self, reading: Reading, accounts: Imported) -> None:
        """Take in what was read, list it, and say what of it did not come in."""
        twins = self._add(reading.articles) if reading.articles else ()
        said = [(article, commands.in_story(twin)) for article, twin in twins]
        new = with_twins(accounts, said)
        self._session.set_imported(self._session.imported.adding(new))
        self._tell(new, len(reading.articles))
        if new.items:
            self.left_out.emit(tuple((item.source, item.reason) for item in new.items))
        if len(twins) == 1 and not new.lost:
            self._notices.tell(said[0][1], (tr("Show"), lambda: self.show_asked.emit((twins[0][1].id,))))

    def _on_imported_changed(self) -> None:
        if not any(item.key == NO_TEXT_COLUMN for item in self._session.imported.items):
            self._notices.release()

    def _tell(self, new: Imported, came: int) -> None:
        """Say in a sentence what did not come in; nothing where everything did."""
        show = (tr("Show list"), self.show_imported)
        present = sum(item.why is Why.PRESENT for item in new.items)
        sentence = lost_sentence(new)
        tables = [item for item in new.items if item.key == NO_TEXT_COLUMN]
        if tables:
            paths = list(dict.fromkeys(item.path for item in tables))
            self._notices.keep(sentence, (tr("Choose columns…"), lambda: self.choose_columns(paths)), show)
        elif sentence:
            self._notices.tell(sentence, *self._by_folder(), show)
        elif by_folder := self._by_folder():
            told = tr("{count} articles name no outlet, and lie in several folders.")
            self._notices.tell(told.format(count=f"{nameless_in_folders(self._session.articles):,}"), *by_folder)
        elif (twice := sum(item.why is Why.TWICE for item in new.items)) and not present:
            one = tr("1 article was there twice and came in once")
            many = tr("{count} articles were there twice and came in once")
            self._notices.tell((one if twice == 1 else many).format(count=f"{twice:,}"), show)
        elif present > 1:
            told = tr("{present} of {count} articles are in the story already")
            self._notices.tell(told.format(present=f"{present:,}", count=f"{came:,}"), show)
        elif differs := [item for item in new.items if item.why is Why.DIFFERS]:
            self._notices.tell(f"{differs[0].source}: {differs[0].reason}", show)
        elif not came:
            self._notices.tell(tr("There are no articles in what was opened."))
        if sentence and not came:
            self.show_imported()  # nothing else in the window would change

    def _by_folder(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """Offer to compare by folder where the articles name no outlets and their folders tell them apart."""
        session = self._session
        if session.settings.group_by != "outlet" or not nameless_in_folders(session.articles):
            return ()
        return ((tr("Compare by folder"), lambda: commands.set_group_by(session, COLUMN)),)

    def _on_stopped(self, reading: Reading, origin: Origin) -> None:
        """Offer what was read before the user stopped the reading."""
        count = len(reading.articles)
        if count:
            sentence = (
                tr("Stopped: 1 article had been read.")
                if count == 1
                else tr("Stopped: {count} articles had been read.")
            )
            take = (tr("Take them in"), lambda: self._on_read(reading, imported(reading, origin)))
            self._notices.tell(sentence.format(count=f"{count:,}"), take)
        else:
            self._notices.tell(tr("Stopped before anything was read."))

    # ------------------------------------------------------------------ what did not come in

    def show_imported(self) -> None:
        """Show the list of files that were opened; there is one."""
        from .dialogs.imported import ImportedFiles

        dialog = self._window.findChild(ImportedFiles)
        if dialog is None:
            dialog = ImportedFiles(self._session, self._window)
            dialog.retry_asked.connect(self.retry)
            dialog.column_asked.connect(self.choose_columns)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def retry(self, items: Sequence[Item]) -> None:
        """Read the files of these items again; what is new in them comes in as if they had just been opened."""
        hindered = {item.path: why for item in items if (why := cannot_be_retried(item))}
        if hindered:
            self._session.set_imported(stale(self._session.imported, hindered))
        paths = frozenset(item.path for item in items) - hindered.keys()
        for origin, files in self._session.imported.origins(paths).items():
            self._read_again(origin, files)
        if hindered and not paths:
            self._notices.tell(next(iter(hindered.values())), (tr("Show list"), self.show_imported))

    def _read_again(self, origin: Origin, files: frozenset[str]) -> None:
        from analysis.sources.left_out import file_on_disk  # here: the window paints before the engine loads

        only = frozenset(map(file_on_disk, files))
        self._account(origin, partial(self._on_read_again, only), only=only)

    def _on_read_again(self, files: frozenset[str], reading: Reading, accounts: Imported) -> None:
        """Add what could not be read before: texts that were read then are in the story, or the user removed them."""
        known = self._session.imported
        new = known.unread(reading.articles)
        twins = self._add(new) if new else ()
        said = [(article, commands.in_story(twin)) for article, twin in twins]
        again = with_twins(accounts, said)
        self._session.set_imported(known.without(files).adding(again))
        came = len(new) - len(twins)
        told = tr("1 article came in") if came == 1 else tr("{count} articles came in")
        sentence = ". ".join(filter(None, (told.format(count=f"{came:,}") if came else "", lost_sentence(again))))
        self._notices.tell(sentence or tr("Nothing new was read."), (tr("Show list"), self.show_imported))

    def _on_unreadable(self, failed: Sequence[tuple[str, str]]) -> None:
        from .dialogs.skipped import SkippedDialog

        count = len(failed)
        title = tr("1 article could not be analysed") if count == 1 else tr("{count} articles could not be analysed")
        title = title.format(count=count)
        hint = tr("They stay in the story without marks or figures, and out of the comparison.")
        again = (tr("Try again"), self._pipeline.resume)

        def show() -> None:
            SkippedDialog(title, failed, self._window, hint, choices=(again,)).show()

        self._notices.tell(title, (tr("Show"), show))
        show()

    def choose_columns(self, paths: Sequence[str]) -> None:
        """Ask for each of these tables which column holds what, and read it so."""
        from analysis.sources.look import looked_at

        path, *others = paths
        self._pipeline.read_sources(
            [path], lambda look: self._ask_columns(path, look, others), ReadSettings(look=True), then=looked_at
        )

    def _ask_columns(self, path: str, look: TableLook | None, others: Sequence[str]) -> None:
        from analysis.sources.look import TableLook

        from .dialogs.imported import ImportedFiles
        from .dialogs.table_columns import TableColumnsDialog

        if look is None:  # only its columns are known, or it is no table
            columns = next((i.columns for i in self._session.imported.items if i.path == path and i.columns), "")
            if not columns:
                self._notices.tell(tr("{file} is no table that can be looked at.").format(file=Path(path).name))
                return
            look = TableLook(tuple(columns.split(", ")))
        # The keyboard goes back to where the question was asked: to the list where that is open.
        above = self._window.findChild(ImportedFiles) or self._window
        dialog = TableColumnsDialog(path, look, above)

        def accepted() -> None:
            self._read_table(path, ReadSettings(columns=dialog.columns()))
            if others:
                self.choose_columns(others)

        dialog.accepted.connect(accepted)
        dialog.open()

    def _read_table(self, path: str, settings: ReadSettings) -> None:
        """Read a table with other columns; its articles take the place of those that were read from it before."""
        self._account(Origin((path,), settings), partial(self._on_table_read, path))

    def _on_table_read(self, path: str, reading: Reading, accounts: Imported) -> None:
        from analysis.sources.tally import file_of

        before = [a.id for a in self._session.articles if file_of(a.path or a.source) == path]
        if before and reading.articles and not self._session.sample:
            twins = commands.read_anew(self._session, before, reading.articles)
            said = [(article, commands.in_story(twin)) for article, twin in twins]
            new = with_twins(accounts, said)
            self._session.set_imported(self._session.imported.without([path]).adding(new))
            count = len(reading.articles)
            told = tr("1 article was read anew") if count == 1 else tr("{count} articles were read anew")
            undo = (tr("Undo"), self._session.undo_stack.undo)
            self._notices.tell(lost_sentence(new) or told.format(count=f"{count:,}"), undo)
        else:
            self._on_read(reading, accounts)

    def _folder(self) -> str:
        return str(self._settings.value("folder", str(Path.home())))


def is_page(html: str) -> bool:
    """Return whether copied HTML is a page's source rather than a few formatted words of an editor."""
    return len(re.findall(r"<(?:p|article|h[1-6])\b", html, re.I)) >= 3
