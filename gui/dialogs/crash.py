"""A failure nobody foresaw: one clear sentence, the details to copy, and the program goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

import analysis
from analysis.messages import text as tr

from ..widgets.plain import PlainLabel, set_title

log = logging.getLogger(__name__)

MOST = 10
"""How many failures one dialog keeps: a slot that fails on every paint must not fill the memory."""


class CrashDialog(QDialog):
    """Says that something failed, with everything a report of it needs."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # closing the window ends the program all the same
        set_title(self, tr("Something went wrong"))
        self._count = 1
        self.sentence = PlainLabel(
            tr("Parallax failed at what it was just doing. Your articles are still here and you can go on.")
        )
        self.sentence.setWordWrap(True)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Details of the failure"))
        self.details.setMinimumSize(620, 260)
        self.details.hide()
        self.copied = PlainLabel()
        self.copied.setObjectName("muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.show_details = QPushButton(tr("Show details"))
        self.copy = QPushButton(tr("Copy details"))
        for button in (self.show_details, self.copy):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.show_details.clicked.connect(self._on_show_details)
        self.copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        for part in (self.sentence, self.details, self.copied, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(480)
        close.setFocus()

    def add(self, details: str) -> None:
        """Append a further failure."""
        self._count += 1
        if self._count <= MOST:
            self.details.appendPlainText("\n" + details)

    def _on_show_details(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.show_details.setText(tr("Hide details") if shown else tr("Show details"))
        self.adjustSize()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copied.setText(tr("Copied."))


class CrashHook(QObject):
    """Catches what no code caught, in any thread, and shows it."""

    _caught = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dialog: CrashDialog | None = None
        self._caught.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self.on_exception
        threading.excepthook = lambda args: self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def on_exception(self, kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> None:
        """Log an exception and show it; an interrupt from the terminal ends the program instead."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, value, trace))
        log.error("not caught:\n%s", details)
        self._caught.emit(f"{versions()}\n\n{details}")

    def show(self, details: str) -> None:
        """Show the dialog, or add to the one that is open."""
        if self._dialog is not None:
            self._dialog.add(details)
            return
        self._dialog = CrashDialog(details)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self, _: int) -> None:
        self._dialog = None


def versions() -> str:
    """Return the versions that a report of a failure needs."""
    return f"Parallax {analysis.__version__} · Python {platform.python_version()} · Qt {qVersion()} · {sys.platform}"
