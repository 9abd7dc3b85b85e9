"""What the Lexicons menu does: show the lexicons that come with the program, check one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QFileDialog

from analysis.errors import LexiconError
from analysis.messages import render
from analysis.messages import text as tr
from analysis.progress import Report

from ..jobs import Job
from ..opening import open_path
from ..parts import Parts
from ..theme import RESOURCES
from .spec import ActionSpec

LEXICONS = RESOURCES / "lexicons"


def specs() -> Iterable[ActionSpec]:
    """Yield the actions of the Lexicons menu."""
    here = ("lexicons",)
    yield ActionSpec("lexicons", here, tr("Show the &built-in lexicons"), show_folder)
    yield ActionSpec("check_lexicons", here, tr("&Check lexicons…"), choose_and_check)


def show_folder(_: Parts) -> None:
    """Show the built-in lexicons in the system's file manager."""
    open_path(LEXICONS)


def choose_and_check(parts: Parts) -> None:
    """Ask for lexicon files and check them."""
    kinds = tr("Lexicons (*.toml);;All files (*)")
    paths, _ = QFileDialog.getOpenFileNames(parts.frame, tr("Check lexicons"), str(LEXICONS), kinds)
    if paths:
        check(parts, paths)


def check(parts: Parts, paths: Sequence[str]) -> None:
    """Check lexicon files in the background and tell every fault with its line."""

    def work(_: Job, report: Report) -> object:
        import analysis

        report(0.1, None)
        return analysis.check_lexicons(paths)

    parts.jobs.start(tr("Checking lexicons"), work, done=lambda faults: _tell(parts, len(paths), faults))


def _tell(parts: Parts, count: int, faults: Sequence[LexiconError]) -> None:
    if not faults:
        fine = tr("The lexicon has no faults") if count == 1 else tr("The {count} lexicons have no faults")
        parts.notices.tell(fine.format(count=count))
        return
    from ..dialogs.skipped import SkippedDialog

    title = tr("1 fault") if len(faults) == 1 else tr("{count} faults").format(count=len(faults))
    rows = [(fault.where, render(fault.message)) for fault in faults]
    hint = tr("A lexicon with faults is not used.")
    dialog = SkippedDialog(title, rows, parts.frame, hint, tr("Faults in lexicons"), (tr("File and line"), tr("Fault")))
    dialog.show()
