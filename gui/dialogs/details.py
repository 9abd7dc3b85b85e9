"""Edit outlet, title, date and author of one article, or of many at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import text as tr
from analysis.model import Article

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?)?)?$")
FIELDS = (
    ("outlet", tr("Outlet")),
    ("title", tr("Title")),
    ("published", tr("Date")),
    ("byline", tr("Author")),
    ("dateline", tr("Dateline")),
)


def valid_date(text: str) -> str | None:
    """Return a date as articles keep it (2017-11-10 or 2017-11-10T06:11), "" for none, None where it is not one."""
    text = text.strip()
    if not text:
        return ""
    if not DATE.match(text):
        return None
    from datetime import datetime

    try:
        datetime.fromisoformat((text + "-01-01"[: 10 - len(text)] if len(text) < 10 else text).replace(" ", "T"))
    except ValueError:
        return None
    return text.replace(" ", "T")


class DetailsDialog(QDialog):
    """Only what the user changes is changed; what differs between the articles stays as it is."""

    def __init__(self, articles: Sequence[Article], outlets: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        many = len(articles) > 1
        self.setWindowTitle(tr("Details of {count} articles").format(count=len(articles)) if many else tr("Details"))
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setSpacing(10)
        for name, label in FIELDS:
            values = {getattr(article, name) or "" for article in articles}
            if name == "published":
                values = {value.replace("T", " ") for value in values}
            field = QLineEdit(values.pop() if len(values) == 1 else "")
            if values and not field.text():
                field.setPlaceholderText(tr("several; leave empty to keep them"))
            if name == "published":
                field.setToolTip(tr("Year-month-day, with hours and minutes where known: 2017-11-10 06:11"))
            field.setCursorPosition(0)  # the beginning is what tells one title from another
            field.setModified(False)
            field.textChanged.connect(self._check)
            form.addRow(label, field)
            self.fields[name] = field
        completer = QCompleter(sorted({outlet for outlet in outlets if outlet}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.fields["outlet"].setCompleter(completer)
        self.hint = QLabel()
        self.hint.setObjectName("warning")
        self.hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        if not many:
            source = QLabel(articles[0].source)
            source.setObjectName("muted")
            source.setWordWrap(True)
            layout.addWidget(source)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(520)
        self._check()

    def details(self) -> dict[str, str]:
        """Return what the user changed."""
        changed = {name: field.text().strip() for name, field in self.fields.items() if field.isModified()}
        if "published" in changed:
            changed["published"] = valid_date(changed["published"]) or ""
        return changed

    def _check(self) -> None:
        good = valid_date(self.fields["published"].text()) is not None
        advice = tr("Write the date as year-month-day, such as 2017-11-10 or 2017-11-10 06:11.")
        self.hint.setText("" if good else advice)
        self.hint.setVisible(not good)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(good)
