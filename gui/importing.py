"""How articles come into the window: chosen, dropped, pasted, or the sample story."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from analysis.messages import render
from analysis.messages import text as tr
from analysis.model import Article
from analysis.settings import ReadSettings

from . import commands
from .bars import NoticeBar
from .jobs import Jobs
from .pipeline import Pipeline
from .session import Session
from .theme import RESOURCES

SAMPLE = RESOURCES / "samples" / "story"
LEFT_OUT = tr("{skipped} of {count} sources were left out")
NO_TEXT_COLUMN = "sources.no_text_column"
"""The reason that a question to the user can take away."""
PATTERNS = "*.txt *.md *.html *.htm *.pdf *.docx *.rtf *.csv *.tsv *.xlsx *.jsonl"


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

    # ------------------------------------------------------------------ ways in

    def choose_files(self) -> None:
        """Ask for files and read them."""
        kinds = tr("Articles ({patterns});;All files (*)").format(patterns=PATTERNS)
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
            self._pipeline.read_sources(paths, self._on_read)

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

    def _on_sample_read(self, reading: Any) -> None:
        self._session.start_story(tr("Sample story (invented)"), sample=True)
        self._session.add_articles(reading.articles)

    def _add(self, articles: Sequence[Article]) -> tuple[tuple[Article, Article], ...]:
        """Take articles into the story, or begin one with them; return those that it has, each with its twin."""
        fresh = self._session.sample or not self._session.articles
        twins = commands.add_articles(self._session, articles)
        if fresh:
            self.story_begun.emit()
        return twins

    def _on_read(self, reading: Any) -> None:
        articles, skipped = reading.articles, reading.skipped
        twins = self._add(articles) if articles else ()
        there = [(article.source, commands.in_story(twin)) for article, twin in twins]
        count = len(articles) + len(skipped)
        if skipped or len(there) > 1:
            rows = [(s.source, render(s.message)) for s in skipped] + there
            left = tr("1 of {count} sources was left out") if len(rows) == 1 else LEFT_OUT
            title = left.format(skipped=len(rows), count=count)
            if len(skipped) == count == 1:
                title = tr("The source could not be read")
            hint = tr("Everything else was taken in.") if len(rows) < count else ""
            tables = [s.path for s in skipped if s.message.key == NO_TEXT_COLUMN]
            names = [dict(s.message.args)["columns"] for s in skipped if s.message.key == NO_TEXT_COLUMN]
            choice = (tr("Choose the text column…"), lambda: self._choose_column(tables, str(names[0])))
            self._tell_skipped(title, rows, hint, (choice,) if tables else ())
            self.left_out.emit(tuple(rows))
        elif twins:
            self._notices.tell(there[0][1], (tr("Show"), lambda: self.show_asked.emit((twins[0][1].id,))))
        elif not articles:
            self._notices.tell(tr("There are no articles in what was opened."))

    def _on_unreadable(self, failed: Sequence[tuple[str, str]]) -> None:
        count = len(failed)
        title = tr("1 article could not be analysed") if count == 1 else tr("{count} articles could not be analysed")
        hint = tr("They stay in the story without marks or figures, and out of the comparison.")
        self._tell_skipped(title.format(count=count), failed, hint, ((tr("Try again"), self._pipeline.resume),))

    def _tell_skipped(
        self,
        title: str,
        skipped: Sequence[tuple[str, str]],
        hint: str,
        choices: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        from .dialogs.skipped import SkippedDialog

        def show() -> None:
            SkippedDialog(title, skipped, self._window, hint, choices=choices).show()

        self._notices.tell(title, (tr("Show"), show))
        show()

    def _choose_column(self, tables: Sequence[str], listed: str) -> None:
        """Ask which column of a table holds the texts, and read it again."""
        from .dialogs.question import QuestionDialog

        asked = tr("Which column holds the articles' text?")
        dialog = QuestionDialog(tr("Read a table"), asked, offered=listed.split(", "), parent=self._window)

        def accepted() -> None:
            settings = ReadSettings(columns=(("text", dialog.answer()),))
            self._pipeline.read_sources(tables, self._on_read, settings)

        dialog.accepted.connect(accepted)
        dialog.open()

    def _folder(self) -> str:
        return str(self._settings.value("folder", str(Path.home())))


def is_page(html: str) -> bool:
    """Return whether copied HTML is a page's source rather than a few formatted words of an editor."""
    return len(re.findall(r"<(?:p|article|h[1-6])\b", html, re.I)) >= 3
