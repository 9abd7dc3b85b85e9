"""How results leave the window: one row per format, written in the background."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from analysis.errors import OutputError
from analysis.messages import message, render
from analysis.messages import text as tr
from analysis.progress import Report

from .bars import NoticeBar
from .dialogs.message import say
from .jobs import Job, Jobs
from .opening import open_path
from .session import Session


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that results are written as."""

    key: str
    title: str
    suffix: str
    """"" where a folder is written."""
    writer: str
    """A function of `analysis.output`: (comparison, path), and the profile where there is one."""
    profile: str = ""
    word: str = ""
    """What its file name says besides the story, where another format has the same ending."""


FORMATS = (
    Format("pdf", tr("Full PDF report"), ".pdf", "write_pdf", "full"),
    Format("briefing", tr("PDF briefing"), ".pdf", "write_pdf", "briefing", tr("briefing")),
    Format("handout", tr("PDF handout"), ".pdf", "write_pdf", "handout", tr("handout")),
    Format("html", tr("HTML report"), ".html", "write_html"),
    Format("xlsx", tr("Excel workbook"), ".xlsx", "write_xlsx"),
    Format("csv", tr("CSV tables"), "", "write_csv"),
    Format("json", tr("JSON"), ".json", "write_json"),
)


class Exporter(QObject):
    """Asks where to, writes, says that it is done."""

    def __init__(self, window: QWidget, session: Session, jobs: Jobs, notices: NoticeBar, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._jobs = jobs
        self._notices = notices
        self._settings = settings
        session.saving_asked.connect(self.ask_for)

    @property
    def ready(self) -> bool:
        """Whether there is something to write."""
        return self._session.comparison is not None

    def ask(self, key: str) -> None:
        """Ask for a place and write there."""
        chosen = next(f for f in FORMATS if f.key == key)
        start = self._start(self.file_name(chosen))
        if chosen.suffix:
            kinds = f"{chosen.title} (*{chosen.suffix})"
            asked = tr("Save {what}").format(what=chosen.title)
            path, _ = QFileDialog.getSaveFileName(self._window, asked, start, kinds)
        else:
            asked = tr("Folder for the tables")
            path = QFileDialog.getExistingDirectory(self._window, asked, str(Path(start).parent))
            path = str(Path(path) / self.file_name(chosen)) if path else ""
        if path:
            self.write(chosen, Path(path))

    def ask_for(self, what: str, suffix: str, save: Callable[[Path], object]) -> None:
        """Ask for a place for something that a view shows, and have it written there."""
        start = self._start(self._named(what, suffix))
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save {what}").format(what=what), start, kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        self._settings.setValue("export_folder", str(path.parent))
        try:
            save(path)
        except OutputError as error:
            say(self._window, tr("Not saved"), f"{path.name}: {render(error.message)}")
        else:
            self._on_written(path)

    def file_name(self, chosen: Format) -> str:
        """Return a name with the story's and today's date."""
        return self._named(chosen.word, chosen.suffix)

    def _named(self, word: str, suffix: str) -> str:
        words = " ".join(filter(None, (_plain(self._session.title) or "Parallax", _plain(word))))
        return f"{words} {date.today().isoformat()}{suffix}"  # noqa: DTZ011 (the user's day)

    def _start(self, name: str) -> str:
        return str(Path(str(self._settings.value("export_folder", str(Path.home())))) / name)

    def write(self, chosen: Format, path: Path) -> None:
        """Write the comparison to `path` in the background."""
        comparison = self._session.comparison
        if comparison is None:
            return
        if chosen.suffix and path.suffix.lower() != chosen.suffix:
            path = path.with_name(path.name + chosen.suffix)
        self._settings.setValue("export_folder", str(path.parent))

        def work(_: Job, report: Report) -> Path:
            report(0.05, message("progress.writing", name=path.name))
            output = import_module("analysis.output")
            more = (output.Profile(chosen.profile),) if chosen.profile else ()
            getattr(output, chosen.writer)(comparison, path, *more)
            return path

        self._jobs.start(tr("Writing {name}").format(name=path.name), work, group="export", done=self._on_written)

    def _on_written(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        choices = [(tr("Open folder"), lambda: open_path(folder))]
        if path.is_file():
            choices.insert(0, (tr("Open"), lambda: open_path(path)))
        self._notices.tell(tr("Saved {name}").format(name=path.name), *choices)


def _plain(words: str) -> str:
    """Return words that every file system takes in a name."""
    return " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", words).split())[:80].strip(" .")
