"""Edit outlet, title, date and author of one article, or of many at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from analysis.messages import text as tr
from analysis.model import Article

from ..widgets.plain import PlainLabel, set_tip
from .dates import date_advice, valid_date
from .form import FormDialog

FIELDS = (
    ("outlet", tr("Outlet")),
    ("title", tr("Title")),
    ("published", tr("Date")),
    ("byline", tr("Author")),
    ("dateline", tr("Dateline")),
)


class DetailsDialog(FormDialog):
    """Only what the user changes is changed; what differs between the articles stays as it is."""

    def __init__(self, articles: Sequence[Article], outlets: Sequence[str], parent: QWidget | None = None) -> None:
        many = len(articles) > 1
        title = tr("Details of {count} articles").format(count=len(articles)) if many else tr("Details")
        super().__init__(title, QDialogButtonBox.StandardButton.Ok, parent)
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
            elif name == "outlet" and not many and articles[0].outlet_from_file:
                asked = tr("not known; shown as “{name}”, the name of its file")
                field.setPlaceholderText(asked.format(name=articles[0].label))
            if name == "published":
                set_tip(
                    field, tr("Such as 10 Nov 2017 or 2017-11-10; with hours and minutes where known: 2017-11-10 06:11")
                )
            field.setCursorPosition(0)  # the beginning is what tells one title from another
            field.setModified(False)
            field.textChanged.connect(self._check)
            form.addRow(label, field)
            self.fields[name] = field
        completer = QCompleter(sorted({outlet for outlet in outlets if outlet}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.fields["outlet"].setCompleter(completer)
        self.hint = PlainLabel()
        self.hint.setObjectName("warning")
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        if not many:
            source = PlainLabel(articles[0].where)
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

    def typed(self) -> bool:
        return any(field.isModified() for field in self.fields.values())

    def _check(self) -> None:
        advice = date_advice(self.fields["published"].text())
        self.hint.setText(advice)
        self.hint.setVisible(bool(advice))
        self.ok.setEnabled(not advice)
