"""The story's articles as a table: one row each, for the Library, the story list and whoever lists articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)

from analysis.messages import Label, render
from analysis.messages import text as tr
from analysis.model import Article, ArticleAnalysis, MarkKind, Voice
from analysis.visible import visible

from ..evidence import KINDS, completeness, doubts, evidence, notes
from ..session import Session
from ..widgets.plain import tip
from .filtering import filter_change

Index = QModelIndex | QPersistentModelIndex
DASH = "–"
NOWHERE = QModelIndex()
SOON_MS = 50
"""How long figures may lag behind the analyses that come in."""
ROLE_ID = Qt.ItemDataRole.UserRole
ROLE_SORT = Qt.ItemDataRole.UserRole + 1
ROLE_ROW = Qt.ItemDataRole.UserRole + 2
ROLE_DOUBTS = Qt.ItemDataRole.UserRole + 3
"""What the import noted that the user should look at, of the cells that show a sign for it."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of one article. None is not known, or not measurable, and shown as a dash."""

    article: Article
    compared: bool
    group: int | None
    """Number of its group, which gives its colour and letter; None while it is not compared."""
    words: int | None = None
    framing: int | None = None
    quoted: float | None = None
    shared: str = ""
    """With whom it shares text."""
    failed: str = ""
    """Why it could not be analysed."""

    @property
    def outlet(self) -> str:
        """Who published it; a name taken from the file's is said to be one."""
        if self.article.outlet_from_file:
            return tr("{name} (file name)").format(name=self.article.label)
        return self.article.outlet

    @property
    def file(self) -> str:
        """The name of its file with its row in a table, its address, or where else it comes from."""
        return PurePath(self.article.path).name or self.article.source

    @property
    def folder(self) -> str:
        """The whole path of the folder that its file lies in; "" where there is none."""
        return str(PurePath(self.article.path).parent) if self.article.path else ""

    @property
    def notes(self) -> str:
        said = doubts(self.article)
        return " · ".join(filter(None, (self.failed, *said, self.shared, *notes(self.article)[len(said) :])))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, shows and sorts by."""

    key: str
    title: Label | None
    value: Callable[[Row], Any]
    show: Callable[[Any], str] = str
    tip: Label | None = None
    number: bool = False
    width: int = 12
    """In characters of the interface's font; the cell's margins come on top."""

    @property
    def heading(self) -> str:
        """What stands above the column, "" over the boxes."""
        return tr(self.title) if self.title is not None else ""

    @property
    def hint(self) -> str:
        """What the column holds, in a sentence."""
        return tr(self.tip) if self.tip is not None else ""


def _plain(value: str | None) -> str:
    return visible(value) if value else DASH


def _number(value: int | None) -> str:
    return DASH if value is None else f"{value:,}"


def _percent(value: float | None) -> str:
    return DASH if value is None else f"{value:.0%}"


def _date(value: str | None) -> str:
    return value.replace("T", " ")[:16] if value else DASH


def _folder(value: str) -> str:
    return _plain(PurePath(value).name or value)


COLUMNS = (
    Column(
        "compared",
        None,
        lambda r: r.compared,
        lambda _: "",
        Label("Whether the article is compared with the others"),
        width=4,
    ),
    Column("outlet", Label("Outlet"), lambda r: r.outlet, _plain, Label("Who published the article"), width=24),
    Column("title", Label("Title"), lambda r: r.article.title, _plain, Label("The headline"), width=46),
    Column("published", Label("Date"), lambda r: r.article.published, _date, Label("The date as printed"), width=18),
    Column("byline", Label("Author"), lambda r: r.article.byline, _plain, Label("Who signed it"), width=13),
    Column(
        "kind", Label("Kind"), lambda r: tr(KINDS[r.article.kind]), str, Label("What kind of article it is"), width=10
    ),
    Column(
        "complete",
        Label("Text"),
        lambda r: completeness(r.article),
        str,
        Label("Whether the source holds the whole article, or a teaser or stub of it"),
        width=10,
    ),
    Column("file", Label("File"), lambda r: r.file, _plain, Label("The file it was read from"), width=18),
    Column("folder", Label("Folder"), lambda r: r.folder, _folder, Label("The folder of its file"), width=14),
    Column("language", Label("Language"), lambda r: r.article.language, _plain, Label("English is analysed"), width=10),
    Column(
        "words",
        Label("Words"),
        lambda r: r.words,
        _number,
        Label("Words of the text, with headline and captions"),
        True,
        8,
    ),
    Column(
        "framing",
        Label("Framing"),
        lambda r: r.framing,
        _number,
        Label("Framing terms that you did not reject"),
        True,
        9,
    ),
    Column("quoted", Label("Quoted"), lambda r: r.quoted, _percent, Label("Share of the words in quotations"), True, 9),
    Column("notes", Label("Notes"), lambda r: r.notes, visible, Label("What to know about the article"), width=34),
)
KEYS = tuple(column.key for column in COLUMNS)


class ArticlesModel(QAbstractTableModel):
    """The rows of a session's articles, kept up to date."""

    compared_toggled = Signal(str, bool)
    """The user ticked or cleared an article's box."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[Row] = []
        self._seen: tuple[object, object, object] = (None, None, None)
        self._figures: dict[str, tuple[ArticleAnalysis, int, int | None, float | None]] = {}
        # Analyses come in one by one: making all rows anew for each would be quadratic in a large story.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        session.analyses_changed.connect(self._soon.start)
        for signal in (session.articles_changed, session.scope_changed, session.comparison_changed):
            signal.connect(self._refresh_once)
        self.refresh()

    @classmethod
    def of(cls, session: Session) -> ArticlesModel:
        """Return the one model of this session, made on first use."""
        return session.findChild(cls) or cls(session, session)

    def _refresh_once(self) -> None:
        """Take over what is new; one change of the session may be told by several signals."""
        if any(seen is not now for seen, now in zip(self._seen, self._now(), strict=True)):
            self.refresh()

    def _now(self) -> tuple[object, object, object]:
        return self._session.articles, self._session.scope, self._session.comparison

    def refresh(self) -> None:
        """Take over what is new in the session."""
        self._seen = self._now()
        rows = self._made()
        old, new = [r.article.id for r in self._rows], [r.article.id for r in rows]
        if len(old) == len(new):  # the same, or edited in their places: what is selected stays selected
            for i, (before, after) in enumerate(zip(self._rows, rows, strict=True)):
                if before != after:
                    self._rows[i] = after
                    self.dataChanged.emit(self.index(i, 0), self.index(i, len(COLUMNS) - 1))
        elif old == new[: len(old)]:  # added at the end: what is selected stays selected
            self._rows = rows[: len(old)]
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._rows = rows
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _made(self) -> list[Row]:
        session = self._session
        scope = frozenset(session.scope)
        groups: dict[str, int] = {}
        if session.comparison is not None:
            places = session.places
            groups = {key: places.of_group(group) for group in session.comparison.groups for key in group.articles}
        shared, failures = _sharing(session), session.failures
        rows = []
        for article in session.articles:
            words, framing, quoted = self._measured(session.analyses.get(article.id))
            rows.append(
                Row(
                    article,
                    article.id in scope,
                    groups.get(article.id),
                    words,
                    framing,
                    quoted,
                    shared.get(article.id, ""),
                    tr("Not analysed.") + " " + render(failures[article.id]) if article.id in failures else "",
                )
            )
        self._figures = {key: value for key, value in self._figures.items() if key in session.analyses}
        return rows

    def _measured(self, analysis: ArticleAnalysis | None) -> tuple[int | None, int | None, float | None]:
        if analysis is None:
            return None, None, None
        known = self._figures.get(analysis.article.id)
        if known is None or known[0] is not analysis:
            words = analysis.document.words
            scored = analysis.article.scored
            framing = len(analysis.of_kind(MarkKind.FRAMING)) if scored else None
            known = (analysis, words, framing, _quoted_share(analysis, words) if scored else None)
            self._figures[analysis.article.id] = known
        return known[1:]

    # ------------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def row(self, index: Index) -> Row:
        """Return what the row at `index` shows."""
        return self._rows[index.row()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.show(column.value(row))
        if role == ROLE_SORT:
            return column.value(row)
        if role == ROLE_ID:
            return row.article.id
        if role == ROLE_ROW:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and column.key == "compared":
            return Qt.CheckState.Checked if row.compared else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._tip(row, column))
        if role == ROLE_DOUBTS:
            return doubts(row.article) if column.key == "title" else ()
        if role == Qt.ItemDataRole.AccessibleTextRole and column.key == "title" and (said := doubts(row.article)):
            return tr("{title}. To look at: {notes}").format(title=row.article.title or DASH, notes=" ".join(said))
        if role == Qt.ItemDataRole.AccessibleTextRole and column.key == "compared":
            return tr("compared") if row.compared else tr("not compared")
        return None

    def _tip(self, row: Row, column: Column) -> str:
        if column.key == "notes":
            return row.notes.replace(" · ", "\n")
        if column.key == "outlet" and row.article.outlet_from_file:
            why = tr("The text names no outlet: this is the name of its file. F2 corrects it.")
            return "\n".join(filter(None, (row.article.label, row.article.title, why)))
        if column.key in ("outlet", "title", "published", "byline", "kind", "complete"):
            why = evidence(row.article, column.key)
            known = (row.article.label, row.article.title, row.article.where)
            named = "\n".join(filter(None, known)) if column.key in ("outlet", "title") else ""
            said = doubts(row.article) if column.key == "title" else ()
            return "\n".join(filter(None, (*said, named, why))) or column.hint
        if column.key in ("file", "folder") and row.article.path:
            return row.article.path
        if column.value(row) is None and column.key in ("framing", "quoted", "words"):
            if row.failed:
                return row.failed
            if not row.article.scored:
                return tr("Not analysed: the program reads English only.")
            return tr("Not known yet.")
        return column.hint

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.compared_toggled.emit(self._rows[index.row()].article.id, on)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and COLUMNS[index.column()].key in ("compared", "outlet"):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            column = COLUMNS[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.heading
            if role == Qt.ItemDataRole.ToolTipRole:
                return tip(column.hint)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return column.heading or column.hint
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None


class ArticlesFilter(QSortFilterProxyModel):
    """The rows that hold every word of the filter, in the order of a column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSortRole(ROLE_SORT)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setDynamicSortFilter(True)

    def set_words(self, text: str) -> None:
        """Show only rows with all of these words."""
        with filter_change(self):
            self._words = tuple(text.casefold().split())

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        row: Row = self.sourceModel().index(source_row, 0).data(ROLE_ROW)
        a = row.article
        who = (row.outlet, a.title, a.byline or "", a.published or "", a.language)
        hay = " ".join((*who, tr(KINDS[a.kind]), completeness(a), row.notes, row.file, row.folder)).casefold()
        return all(word in hay for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(ROLE_SORT), right.data(ROLE_SORT)
        if one is None or other is None:  # what is not known comes last when sorting upwards
            return one is not None
        if isinstance(one, str):
            return one.casefold() < str(other).casefold()
        return bool(one < other)


def tsv(model: QAbstractTableModel | QSortFilterProxyModel, rows: Iterable[int], columns: Sequence[int]) -> str:
    """Return these cells as a spreadsheet takes them: titles, then a line per row."""
    horizontal = Qt.Orientation.Horizontal
    lines = ["\t".join(_cell(model.headerData(c, horizontal)) for c in columns)]
    lines += ["\t".join(_cell(model.index(row, c).data()) for c in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    from analysis.output.text import cell_text  # here: the window paints before the engine loads

    return cell_text(" ".join(str("" if value is None else value).split()))


def _quoted_share(analysis: ArticleAnalysis, words: int) -> float | None:
    if not words:
        return None
    document = analysis.document
    return sum(document.words_in(run.span) for run in document.voices if run.voice is Voice.QUOTED) / words


SHARED_LEAST = 50
"""Fewest words that two articles share before the table says so: a long quotation that both print has fewer."""


def _sharing(session: Session) -> dict[str, str]:
    """Return, by article, with which others it shares its text, wholly or in long passages."""
    name = {article.id: article.label for article in session.articles}
    by_text: dict[str, list[str]] = {}
    for article in session.articles:
        by_text.setdefault(article.text_sha256, []).append(article.id)
    found: dict[str, str] = {}
    if session.comparison is not None:
        words: dict[str, dict[str, int]] = {}
        for passage in session.comparison.wire:
            members = {member.article for member in passage.members} & name.keys()
            for key in members:
                for other in members - {key}:
                    known = words.setdefault(key, {})
                    known[other] = known.get(other, 0) + passage.words
        for key, by_other in words.items():
            most = max(by_other.values())
            names = ", ".join(sorted(name[other] for other, count in by_other.items() if count == most))
            if most >= SHARED_LEAST:
                found[key] = tr("shares {count} words with {names}").format(count=most, names=names)
    for same in by_text.values():
        for key in same if len(same) > 1 else ():
            names = ", ".join(name[o] for o in same if o != key)
            found[key] = tr("same text as {names}").format(names=names)
    return found
