"""The window's thin parts: the tabs of its views, the job bar, the counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QTabBar, QWidget

from analysis.messages import text as tr

from .exporting import Exporter
from .jobs import Jobs
from .session import Session
from .widgets.plain import YieldingLabel, menu_text, set_tab_tip
from .widgets.reader_state import rules_only

SHOW_AFTER_MS = 150
"""Work that is over sooner shows no bar: it would only flicker."""
WIDEST_NOTE = 420
"""Pixels of what the status bar says about the work or the Reader; the tooltip has the whole."""


class ViewTabs(QTabBar):
    """A tab per view, with the digit that opens it."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("views")
        self.setAccessibleName(tr("Views"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for i, title in enumerate(titles, 1):
            self.addTab(f"{i} {menu_text(title)}")
            set_tab_tip(self, i - 1, tr("{title} (Ctrl+{digit})").format(title=title, digit=i))


class JobBar(QWidget):
    """What is being done, how far it is, and Cancel."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.label = YieldingLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(tr("Progress"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setObjectName("link")
        self.cancel.setAccessibleName(tr("Cancel the work in the background"))
        self.cancel.clicked.connect(lambda: jobs.cancel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.progress, self.cancel, self.label):  # what changes its length comes last: Cancel stays put
            layout.addWidget(widget, int(widget is self.label))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SHOW_AFTER_MS)
        self._wait.timeout.connect(self._show)
        jobs.changed.connect(self._on_changed)
        self.hide()

    def _on_changed(self) -> None:
        doing = self._jobs.doing()
        if doing is None:
            self._wait.stop()
            self.hide()
        elif self.isVisible():
            self._show()
        elif not self._wait.isActive():
            self._wait.start()

    def _show(self) -> None:
        doing = self._jobs.doing()
        if doing is not None:
            self.label.set_words(doing[0])
            self.progress.setValue(round(1000 * doing[1]))
            self.show()


class WaitingBar(QWidget):
    """Which reports are written as soon as the analysis is done, and Cancel; nothing while none waits."""

    def __init__(self, exporter: Exporter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exporter = exporter
        self.label = YieldingLabel()
        self.cancel = QPushButton(tr("Do not write"))
        self.cancel.setObjectName("link")
        self.cancel.setAccessibleName(tr("Do not write what waits for the analysis"))
        self.cancel.clicked.connect(exporter.stop_waiting)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.label)
        layout.addWidget(self.cancel)
        exporter.waiting_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say anew what is waited for."""
        self.label.set_words(self._exporter.waited_for())
        self.setVisible(bool(self._exporter.waiting))


class RulesOnly(YieldingLabel):
    """Says that the trained Reader is missing, and why; nothing while it is there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("muted")
        self.setContentsMargins(10, 0, 16, 0)
        self.setMaximumWidth(WIDEST_NOTE)
        self._session = session
        session.analyses_changed.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Look again; only once something was analysed, when the engine is loaded anyway."""
        words = rules_only() if self._session.analyses else ""
        self.set_words(words)
        self.setVisible(bool(words))


class NotRead(QPushButton):
    """How much of what was opened did not come in, and the way to the list of it; nothing while all did."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link")
        self._session = session
        session.imported_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        lost = self._session.imported.lost
        self.setText(tr("{count} not read").format(count=f"{lost:,}"))
        self.setAccessibleName(tr("{count} not read: show the imported files").format(count=f"{lost:,}"))
        self.setVisible(bool(lost))


class Counts(YieldingLabel):
    """How many articles and words the story has."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("muted")
        self.setContentsMargins(0, 0, 10, 0)
        self._session = session
        self._word_counts: dict[str, int] = {}
        # Late, like the table's figures: analyses come in one by one.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self.refresh)
        session.analyses_changed.connect(self._soon.start)
        session.articles_changed.connect(self.refresh)
        session.resting_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        found = self._session.raw_analyses
        known = self._word_counts
        counts = {k: known[k] if k in known else a.document.words for k, a in found.items()}  # noqa: SIM401 (lazy)
        self._word_counts = counts
        articles, words = len(self._session.articles), sum(counts.values())
        counted = tr("1 article") if articles == 1 else tr("{count} articles").format(count=f"{articles:,}")
        if self._session.resting and len(found) < articles:
            counted += ", " + tr("{count} analysed").format(count=f"{len(found):,}")
        if words:
            counted += ", " + tr("{count} words").format(count=f"{words:,}")
        self.set_words(counted if articles else "")
