"""Paste an article: what was found in it stands in fields that can be corrected before it is added."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import render
from analysis.messages import text as tr
from analysis.model import Article
from analysis.progress import Report
from analysis.sources import Reading, read_text

from ..commands import PASTED
from ..jobs import Job, Jobs
from ..widgets.plain import PlainLabel
from .dates import date_advice, valid_date
from .form import FormDialog

SETTLE_MS = 350
"""How long typing may pause before the text is read anew."""
FIELDS = (("title", tr("Title")), ("outlet", tr("Outlet")), ("published", tr("Date")), ("byline", tr("Author")))


class PasteDialog(FormDialog):
    """A text, and what its header says; `article` is what will be added."""

    def __init__(self, jobs: Jobs, text: str, html: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tr("Paste an article"), QDialogButtonBox.StandardButton.Ok, parent)
        self.ok.setText(tr("Add article"))
        self._jobs = jobs
        self._html = html
        self._found: Article | None = None
        self._notes = ""
        self.text = QPlainTextEdit(text)
        self.text.setPlaceholderText(tr("Paste the text of one article here, headline, outlet and date included."))
        self.text.setAccessibleName(tr("Text of the article"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_text_changed)
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setSpacing(8)
        for name, label in FIELDS:
            field = QLineEdit()
            field.textEdited.connect(self._check)
            form.addRow(label, field)
            self.fields[name] = field
        self.note = PlainLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.text, 1)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)
        self.resize(680, 600)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._read)
        self._job: Job | None = None
        self.finished.connect(self._on_finished)
        self._check()
        self._read()

    @property
    def article(self) -> Article | None:
        """The article as found; None while there is none."""
        return self._found

    def details(self) -> dict[str, str]:
        """Return what the user wrote into the fields himself."""
        written = {name: field.text().strip() for name, field in self.fields.items() if field.isModified()}
        if "published" in written:
            written["published"] = valid_date(written["published"]) or ""
        return written

    def typed(self) -> bool:
        return self.text.document().isModified() or any(field.isModified() for field in self.fields.values())

    def _on_text_changed(self) -> None:
        self._html = ""  # what was typed or pasted over is text
        self._found = None
        self._check()
        self._timer.start()

    def _read(self) -> None:
        text = self._html or self.text.toPlainText()
        if not text.strip():
            self._found = None
            self._notes = ""
            self._check()
            return

        def work(_: Job, report: Report) -> Reading:
            report(0.1, None)
            return read_text(text, PASTED, report=report)

        self._job = self._jobs.start(tr("Reading the pasted text"), work, group="paste", done=self._on_read)

    def _on_read(self, reading: Reading) -> None:
        self._found = reading.articles[0] if reading.articles else None
        for name, field in self.fields.items():
            if not field.isModified():
                value = getattr(self._found, name) if self._found else ""
                field.setText((value or "").replace("T", " ") if name == "published" else value or "")
        notes = self._found.notes if self._found else tuple(s.message for s in reading.skipped)
        self._notes = " ".join(render(note) for note in notes)
        self._check()

    def _check(self) -> None:
        advice = date_advice(self.fields["published"].text())
        self.note.setText(advice or self._notes)
        self.ok.setEnabled(self._found is not None and not advice)

    def _on_finished(self, _: int) -> None:
        self._timer.stop()
        if self._job is not None:
            self._jobs.cancel("paste")
