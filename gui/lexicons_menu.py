"""What the Lexicons menu does: show the lexicons that come with the program, check one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from analysis.messages import render
from analysis.messages import text as tr
from analysis.progress import Report

from .jobs import Job
from .opening import open_path
from .theme import RESOURCES

if TYPE_CHECKING:
    from .main_window import MainWindow

LEXICONS = RESOURCES / "lexicons"


def show_folder(_: MainWindow) -> None:
    """Show the built-in lexicons in the system's file manager."""
    open_path(LEXICONS)


def choose_and_check(window: MainWindow) -> None:
    """Ask for lexicon files and check them."""
    kinds = tr("Lexicons (*.toml);;All files (*)")
    paths, _ = QFileDialog.getOpenFileNames(window, tr("Check lexicons"), str(LEXICONS), kinds)
    if paths:
        check(window, paths)


def check(window: MainWindow, paths: Sequence[str]) -> None:
    """Check lexicon files in the background and tell every fault with its line."""

    def work(_: Job, report: Report) -> Any:
        from analysis.reading import lexicons

        report(0.1, None)
        return lexicons.check(paths)

    window.jobs.start(tr("Checking lexicons"), work, done=lambda faults: _tell(window, len(paths), faults))


def _tell(window: MainWindow, count: int, faults: Sequence[Any]) -> None:
    if not faults:
        fine = tr("The lexicon has no faults") if count == 1 else tr("The {count} lexicons have no faults")
        window.notices.tell(fine.format(count=count))
        return
    from .dialogs.skipped import SkippedDialog

    title = tr("1 fault") if len(faults) == 1 else tr("{count} faults").format(count=len(faults))
    rows = [(fault.where, render(fault.message)) for fault in faults]
    hint = tr("A lexicon with faults is not used.")
    dialog = SkippedDialog(title, rows, window, hint, tr("Faults in lexicons"), (tr("File and line"), tr("Fault")))
    dialog.show()
