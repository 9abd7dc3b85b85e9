"""How results leave the window: one row per format, written in the background."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from analysis.errors import OutputError
from analysis.failures import Failure
from analysis.messages import Label, message, render
from analysis.messages import text as tr
from analysis.progress import Report

from .dialogs.message import say
from .jobs import Job, Jobs
from .opening import open_path
from .pipeline import Pipeline
from .session import Session
from .widgets.notices import NoticeBar


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that results are written as."""

    key: str
    title: Label
    suffix: str
    """"" where a folder is written."""
    writer: str
    """A function of `analysis.output`: (comparison, path), and the profile where there is one."""
    profile: str = ""
    word: Label | None = None
    """What its file name says besides the story, where another format has the same ending."""


FORMATS = (
    Format("pdf", Label("Full PDF report"), ".pdf", "write_pdf", "full"),
    Format("briefing", Label("PDF briefing"), ".pdf", "write_pdf", "briefing", Label("briefing")),
    Format("handout", Label("PDF handout"), ".pdf", "write_pdf", "handout", Label("handout")),
    Format("html", Label("HTML report"), ".html", "write_html"),
    Format("xlsx", Label("Excel workbook"), ".xlsx", "write_xlsx"),
    Format("csv", Label("CSV tables"), "", "write_csv"),
    Format("json", Label("JSON"), ".json", "write_json"),
)
GROUP = "export"
"""What the groups of jobs that write files begin with."""


class Exporter(QObject):
    """Asks where to, writes, says that it is done."""

    waiting_changed = Signal()
    """`waiting` is new, or what is waited for has come nearer."""

    def __init__(
        self, window: QWidget, session: Session, jobs: Jobs, pipeline: Pipeline, notices: NoticeBar, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._jobs = jobs
        self._pipeline = pipeline
        self._waiting: dict[Path, Format] = {}
        self._notices = notices
        self._settings = settings
        session.saving_asked.connect(self.ask_for)
        session.analyses_changed.connect(self._on_came_nearer)
        pipeline.stopped.connect(self.stop_waiting)
        pipeline.settled.connect(self._on_settled)

    @property
    def ready(self) -> bool:
        """Whether there is something to write, now or when the analysis is done."""
        return self._session.comparison is not None or bool(self._session.articles and self._pipeline.busy)

    @property
    def waiting(self) -> tuple[Path, ...]:
        """What is written as soon as the analysis is done."""
        return tuple(self._waiting)

    @property
    def unwritten(self) -> tuple[str, ...]:
        """What is being written or waits to be, a line each."""
        running = tuple(job.title for job in self._jobs.running if job.group.startswith(GROUP))
        return running + tuple(_writing(path) for path in self._waiting)

    def ask(self, key: str) -> None:
        """Ask for a place and write there."""
        chosen = next(f for f in FORMATS if f.key == key)
        start = self._start(self.file_name(chosen))
        if chosen.suffix:
            kinds = f"{tr(chosen.title)} (*{chosen.suffix})"
            asked = tr("Save {what}").format(what=tr(chosen.title))
            path, _ = QFileDialog.getSaveFileName(self._window, asked, start, kinds)
        else:
            asked = tr("Folder for the tables")
            path = QFileDialog.getExistingDirectory(self._window, asked, str(Path(start).parent))
            path = str(Path(path) / self.file_name(chosen)) if path else ""
        if path:
            self.write_when_ready(chosen, _with_suffix(Path(path), chosen.suffix))

    def write_when_ready(self, chosen: Format, path: Path) -> None:
        """Write at once, or as soon as everything is analysed and compared: half a story is no report."""
        if self._pipeline.busy:
            self._waiting[path] = chosen
            self.waiting_changed.emit()
        else:
            self.write(chosen, path)

    def waited_for(self) -> str:
        """Return what the files in `waiting` wait for, in a sentence; "" where none waits."""
        if not self._waiting:
            return ""
        names = ", ".join(path.name for path in self._waiting)
        articles, found = self._session.articles, self._session.raw_analyses
        done = sum(article.id in found for article in articles)
        if done == len(articles):
            return tr("{name} is written when the comparison is ready.").format(name=names)
        words = tr("{name} is written when the analysis is done: {done} of {count} articles.")
        return words.format(name=names, done=f"{done:,}", count=f"{len(articles):,}")

    def stop_waiting(self) -> None:
        """Write nothing of what waits."""
        if self._waiting:
            self._waiting.clear()
            self.waiting_changed.emit()

    def _on_came_nearer(self) -> None:
        if self._waiting:
            self.waiting_changed.emit()

    def _on_settled(self) -> None:
        waiting, comparison = dict(self._waiting), self._session.comparison
        self.stop_waiting()
        if waiting and comparison is None:
            self._notices.tell(tr("Nothing was written: there is no comparison."))
        elif not self._pipeline.uncompared:  # else it was stopped or failed, which is said elsewhere
            for path, chosen in waiting.items():
                self.write(chosen, path)

    def ask_for(self, what: str, suffix: str, save: Callable[[Path], object]) -> None:
        """Ask for a place for something that a view shows, and have it written there."""
        start = self._start(self._named(what, suffix))
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save {what}").format(what=what), start, kinds)
        if not chosen:
            return
        path = _with_suffix(Path(chosen), suffix)
        self._settings.setValue("export_folder", str(path.parent))
        try:
            save(path)
        except OutputError as error:
            say(self._window, tr("Not saved"), f"{path.name}: {render(error.message)}")
        else:
            self._on_written(path)

    def file_name(self, chosen: Format) -> str:
        """Return a name with the story's and today's date."""
        return self._named(tr(chosen.word) if chosen.word else "", chosen.suffix)

    def _named(self, word: str, suffix: str) -> str:
        words = " ".join(filter(None, (_plain(self._session.name) or "Parallax", _plain(word))))
        return f"{words} {date.today().isoformat()}{suffix}"  # noqa: DTZ011 (the user's day)

    def _start(self, name: str) -> str:
        return str(Path(str(self._settings.value("export_folder", str(Path.home())))) / name)

    def write(self, chosen: Format, path: Path) -> None:
        """Write the comparison to `path` in the background."""
        comparison = self._session.comparison
        if comparison is None:
            return
        path = _with_suffix(path, chosen.suffix)
        self._settings.setValue("export_folder", str(path.parent))

        def work(_: Job, report: Report) -> tuple[Failure, ...]:
            report(0.05, message("progress.writing", name=path.name))
            output = import_module("analysis.output")
            more = (output.Profile(chosen.profile),) if chosen.profile else ()
            return tuple(getattr(output, chosen.writer)(comparison, path, *more) or ())

        # A group for each file: the same file written anew replaces the job, another one does not.
        group = f"{GROUP} {path}"
        self._jobs.start(_writing(path), work, group=group, done=lambda failed: self._on_written(path, failed))

    def _on_written(self, path: Path, failed: Sequence[Failure] = ()) -> None:
        folder = path if path.is_dir() else path.parent
        choices = [(tr("Open folder"), lambda: open_path(folder))]
        if path.is_file():
            choices.insert(0, (tr("Open"), lambda: open_path(path)))
        saved = tr("Saved {name}").format(name=path.name)
        if failed:
            parts = "; ".join(f"{one.name}: {render(one.message)}" for one in failed)
            saved = tr("Saved {name} without a part. {parts}").format(name=path.name, parts=parts)
        self._notices.tell(saved, *choices)


def _writing(path: Path) -> str:
    return tr("Writing {name}").format(name=path.name)


def _with_suffix(path: Path, suffix: str) -> Path:
    """Return `path` with its ending, which users leave away."""
    return path if not suffix or path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _plain(words: str) -> str:
    """Return words that every file system takes in a name."""
    return " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", words).split())[:80].strip(" .")
