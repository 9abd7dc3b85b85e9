"""Edit outlet, title, date, author and kind of one article, or of many at once; of one, with what each comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from analysis.messages import Label, message, render
from analysis.messages import text as tr
from analysis.model import Article

from ..evidence import KINDS, completeness, evidence, notes
from ..widgets.plain import ElidedLabel, PlainLabel, menu_text, set_tip
from .dates import date_advice, valid_date
from .form import FormDialog
from .room import take_room

FIELDS = (
    ("outlet", Label("Outlet")),
    ("title", Label("Title")),
    ("published", Label("Date")),
    ("byline", Label("Author")),
    ("dateline", Label("Dateline")),
    ("agency", Label("Agency")),
)
TYPED = "sources.evidence.typed"


class DetailsDialog(FormDialog):
    """Only what the user changes is changed; what differs between the articles stays as it is."""

    def __init__(self, articles: Sequence[Article], outlets: Sequence[str], parent: QWidget | None = None) -> None:
        many = len(articles) > 1
        title = tr("Details of {count} articles").format(count=len(articles)) if many else tr("Details")
        super().__init__(title, QDialogButtonBox.StandardButton.Ok, parent)
        self._articles = tuple(articles)
        self.fields: dict[str, QLineEdit] = {}
        self._rows: dict[str, QWidget] = {}
        self.evidence: dict[str, ElidedLabel] = {}
        """What says the value, by field; of one article only."""
        self.hint = PlainLabel()
        self.hint.setObjectName("warning")
        self.hint.setWordWrap(True)
        self._page = QWidget()
        self._form = QFormLayout(self._page)
        self._fill_form()
        completer = QCompleter(sorted({outlet for outlet in outlets if outlet}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.fields["outlet"].setCompleter(completer)
        self._assemble()
        self._check()

    # ------------------------------------------------------------------ how it is made

    def _fill_form(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setSpacing(6)
        for name, label in FIELDS:
            self.fields[name] = self._field(name)
            self._add(name, tr(label), self.fields[name])
        self.kind = self._kinds()
        self._add("kind", tr("Kind"), self.kind)
        if len(self._articles) == 1:
            self._add("complete", tr("Text"), PlainLabel(completeness(self._articles[0])))
            self._add_notes(notes(self._articles[0]))

    def _add_notes(self, said: Sequence[str]) -> None:
        """Show what the import noted, each in a paragraph; nothing where it noted nothing."""
        self.notes = PlainLabel("\n\n".join(said))
        self.notes.setWordWrap(True)
        self.notes.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.notes.setAccessibleName(tr("Notes: {notes}").format(notes=" ".join(said)))
        if said:
            self._form.addRow(tr("Notes"), self.notes)

    def _assemble(self) -> None:
        area = QScrollArea()  # large letters on a small screen
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        if len(self._articles) == 1:
            source = PlainLabel(self._articles[0].where)
            source.setObjectName("muted")
            source.setWordWrap(True)
            layout.addWidget(source)
        layout.addWidget(area, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(520)
        others = layout.sizeHint().height() - area.sizeHint().height()
        take_room(self, 600, self._page.sizeHint().height() + others)

    def _field(self, name: str) -> QLineEdit:
        values = {_value(article, name) for article in self._articles}
        if name == "published":
            values = {value.replace("T", " ") for value in values}
        field = QLineEdit(values.pop() if len(values) == 1 else "")
        if values and not field.text():
            field.setPlaceholderText(tr("several; leave empty to keep them"))
        elif name == "outlet" and len(self._articles) == 1 and self._articles[0].outlet_from_file:
            asked = tr("not known; shown as “{name}”, the name of its file")
            field.setPlaceholderText(asked.format(name=self._articles[0].label))
        if name == "published":
            set_tip(
                field, tr("Such as 10 Nov 2017 or 2017-11-10; with hours and minutes where known: 2017-11-10 06:11")
            )
        field.setCursorPosition(0)  # the beginning is what tells one title from another
        field.setModified(False)
        field.textChanged.connect(self._check)
        return field

    def _kinds(self) -> QComboBox:
        box = QComboBox()
        present = {article.kind for article in self._articles}
        if len(present) > 1:
            box.addItem(tr("several; leave it to keep them"), "")
        for kind, words in KINDS.items():
            box.addItem(menu_text(tr(words)), kind.value)
        box.setCurrentIndex(0 if len(present) > 1 else box.findData(next(iter(present)).value))
        self._first_kind = str(box.currentData())
        box.currentIndexChanged.connect(self._check)
        return box

    def _add(self, name: str, label: str, field: QWidget) -> None:
        """Add a row; below its value, what says it."""
        self._form.addRow(label, field)
        self._rows[name] = field
        if len(self._articles) == 1:
            self.evidence[name] = ElidedLabel()
            self.evidence[name].setObjectName("muted")
            self._form.addRow("", self.evidence[name])

    # ------------------------------------------------------------------ what the user changes

    def details(self) -> dict[str, str]:
        """Return what the user changed."""
        changed = {name: field.text().strip() for name, field in self.fields.items() if field.isModified()}
        if "published" in changed:
            changed["published"] = valid_date(changed["published"]) or ""
        if self._kind_changed():
            changed["kind"] = str(self.kind.currentData())
        return changed

    def typed(self) -> bool:
        return any(field.isModified() for field in self.fields.values()) or self._kind_changed()

    def _kind_changed(self) -> bool:
        return str(self.kind.currentData()) != self._first_kind

    def _check(self) -> None:
        written = {name for name, field in self.fields.items() if field.isModified()}
        written |= {"kind"} if self._kind_changed() else set()
        for name, label in self.evidence.items():
            words = render(message(TYPED)) if name in written else evidence(self._articles[0], name)
            label.set_words(words)
            self._form.setRowVisible(label, bool(words))
            self._rows[name].setAccessibleDescription(words)
        advice = date_advice(self.fields["published"].text())
        self.hint.setText(advice)
        self.hint.setVisible(bool(advice))
        self.ok.setEnabled(not advice)


def _value(article: Article, name: str) -> str:
    return dict(article.columns).get(name, "") if name == "agency" else getattr(article, name) or ""
