"""Paste an article: what was found in it stands in fields that can be corrected before it is added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import Label, render
from analysis.messages import text as tr
from analysis.model import Article
from analysis.progress import Report
from analysis.sources import Reading, read_text
from analysis.sources.duplicates import same_outlet, same_words

from ..commands import PASTED, edited, in_story
from ..jobs import Job, Jobs
from ..widgets.plain import PlainLabel
from .dates import date_advice, valid_date
from .form import FormDialog
from .room import take_room

SETTLE_MS = 350
"""How long typing may pause before the text is read anew."""
NOTE_LINES = 3
"""Lines of the note in view; the rest is scrolled to."""
FIELDS = (
    ("title", Label("Title")),
    ("outlet", Label("Outlet")),
    ("published", Label("Date")),
    ("byline", Label("Author")),
)


class PasteDialog(FormDialog):
    """A text, and what its header says; `article` is what will be added. What is in the story already is said."""

    show_asked = Signal(object)
    """Ids of articles of the story that the user wants to see instead."""

    def __init__(
        self,
        jobs: Jobs,
        text: str,
        html: str = "",
        parent: QWidget | None = None,
        present: Sequence[Article] = (),
    ) -> None:
        super().__init__(tr("Paste an article"), QDialogButtonBox.StandardButton.Ok, parent)
        self.ok.setText(tr("Add article"))
        self._jobs = jobs
        self._html = html
        self._found: Article | None = None
        self._present = tuple(present)
        self._same: tuple[Article, ...] = ()
        """Articles of the story with the words of the one found."""
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
            form.addRow(tr(label), field)
            self.fields[name] = field
        self.note = PlainLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.show_twin = self.buttons.addButton(tr("Show it in Read"), QDialogButtonBox.ButtonRole.ActionRole)
        self.show_twin.setAutoDefault(False)
        self.show_twin.clicked.connect(self._on_show_twin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.text, 1)
        layout.addLayout(form)
        layout.addWidget(self._note_area())
        layout.addWidget(self.buttons)
        take_room(self, 680, 600)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._read)
        self._job: Job | None = None
        self.finished.connect(self._on_finished)
        self._check()
        self._read()

    def _note_area(self) -> QScrollArea:
        """Return room for the note that stays the same: a long one must not push the buttons off a small screen."""
        area = QScrollArea()
        area.setAccessibleName(tr("What to know about the text"))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        area.setWidget(self.note)
        area.setFixedHeight(NOTE_LINES * self.fontMetrics().lineSpacing() + 4)
        return area

    @property
    def article(self) -> Article | None:
        """The article as found; None while there is none."""
        return self._found

    def twin(self) -> Article | None:
        """Return the article of the story that this one is; None where another outlet's copy would be added."""
        if self._found is None:
            return None
        details = self.details()
        article = edited(self._found, details)
        others = (other for other in self._same if same_outlet(article, other))
        if details.get("outlet"):  # whoever writes an outlet means it, also where that of the other is not known
            others = (other for other in others if other.outlet)
        return next(others, None)

    def details(self) -> dict[str, str]:
        """Return what the user wrote into the fields himself."""
        written = {name: field.text().strip() for name, field in self.fields.items() if field.isModified()}
        if "published" in written:
            written["published"] = valid_date(written["published"]) or ""
        return written

    def typed(self) -> bool:
        return self.text.document().isModified() or any(field.isModified() for field in self.fields.values())

    def _on_text_changed(self) -> None:
        if self._html:  # what was typed or pasted over is text, which does not say any more what the page did
            for field in self.fields.values():
                field.setModified(field.isModified() or bool(field.text()))
        self._html = ""
        self._found = None
        self._same = ()
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
            return read_text(text, tr(PASTED), report=report)

        self._job = self._jobs.start(tr("Reading the pasted text"), work, group="paste", done=self._on_read)

    def _on_read(self, reading: Reading) -> None:
        self._found = found = reading.articles[0] if reading.articles else None
        if self._html and found is not None:
            self._show_text(found.text)
        self._same = tuple(other for other in self._present if found is not None and same_words(found, other))
        for name, field in self.fields.items():
            if not field.isModified():
                value = getattr(self._found, name) if self._found else ""
                field.setText((value or "").replace("T", " ") if name == "published" else value or "")
        notes = self._found.notes if self._found else tuple(s.message for s in reading.skipped)
        self._notes = " ".join(render(note) for note in notes)
        self._check()

    def _show_text(self, text: str) -> None:
        """Show what was read of a page, which is what will be added; the clipboard's plain text may be another."""
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)
        self.text.document().setModified(False)

    def _check(self) -> None:
        advice, twin = date_advice(self.fields["published"].text()), self.twin()
        there = in_story(twin) + " " + tr("If another outlet printed it too, write that outlet.") if twin else ""
        self.note.setText(advice or there or self._notes)
        self.show_twin.setVisible(twin is not None)
        self.ok.setEnabled(self._found is not None and not advice and twin is None)

    def _on_show_twin(self) -> None:
        twin = self.twin()
        if twin is not None:
            self.done(QDialog.DialogCode.Rejected)
            self.show_asked.emit((twin.id,))

    def _on_finished(self, _: int) -> None:
        self._timer.stop()
        if self._job is not None:
            self._jobs.cancel("paste")
