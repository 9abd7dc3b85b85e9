"""From articles to a comparison, by itself: whatever has no analysis is analysed, whatever changed is compared anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from analysis.failures import Failure
from analysis.messages import message, render
from analysis.messages import text as tr
from analysis.model import Article, ArticleAnalysis
from analysis.progress import Report, part
from analysis.settings import CompareSettings, ReadSettings

from .jobs import Job, Jobs, State
from .session import Session

if TYPE_CHECKING:
    from analysis.sources.dates import DayOrder

BATCH_MS = 250
"""How often analyses reach the views at most: each time, views lay out and count anew, which with 400 articles took the
window longer than the analysis of one of them."""
SETTLE_MS = 30
"""How long changes may follow each other before they are compared together; below what a person notices."""


class Pipeline(QObject):
    """Keeps a session's analyses and comparison up to date with its articles."""

    unreadable = Signal(object)
    """Articles that could not be analysed: pairs of name and reason."""
    stopped = Signal()
    """The user stopped the analysis or the comparison; what came until then is kept."""
    settled = Signal()
    """Nothing is left to analyse or compare."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._under_way: dict[str, Article] = {}
        self._given_up: set[str] = set()
        self._uncompared = False
        self._came: list[ArticleAnalysis] = []
        self._batch = QTimer(self)
        self._batch.setSingleShot(True)
        self._batch.setInterval(BATCH_MS)
        self._batch.timeout.connect(self._deliver)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._go_on)
        for signal in (
            session.articles_changed,
            session.scope_changed,
            session.decisions_changed,
            session.story_changed,
        ):
            signal.connect(self._wake)
        session.articles_changed.connect(self._on_articles_changed)

    @property
    def busy(self) -> bool:
        """Whether something is being, or about to be, analysed or compared."""
        return self._timer.isActive() or any(job.group in ("analyse", "compare") for job in self._jobs.running)

    @property
    def uncompared(self) -> bool:
        """Whether the comparison that there is was not brought up to date: it was stopped, or it failed."""
        return self._uncompared

    @property
    def incomplete(self) -> bool:
        """Whether something was stopped or failed, so that `resume` has something to do."""
        return not self.busy and (self._uncompared or bool(self._given_up))

    def read_sources(
        self,
        paths: Sequence[str],
        done: Callable[[Any], None],
        settings: ReadSettings = ReadSettings(),
        *,
        only: frozenset[str] = frozenset(),
        day_orders: Mapping[str, DayOrder] = MappingProxyType({}),
        then: Callable[[Any], Any] = lambda reading: reading,
        stopped: Callable[[Any], None] | None = None,
    ) -> Job:
        """Read files and folders, `only` these of them where some are named, in the `day_orders` of their folders;
        `done` is called with the Reading.

        `then` makes something else of it beforehand, in the background. After a Cancel `stopped` is called with the
        Reading until then.
        """

        def work(job: Job, report: Report) -> Any:
            import analysis
            from analysis.sources import ReadingStopped

            try:
                among = (only, day_orders) if only else ()
                return then(analysis.read(list(paths), settings, report, *among))
            except ReadingStopped as stop:
                job.came.emit(stop.reading)
                raise

        return self._jobs.start(tr("Reading"), work, done=done, came=stopped)

    def analyse_again(self) -> None:
        """Analyse every article anew, those that were given up or cancelled too."""
        self._jobs.cancel("analyse")
        self._under_way = {}  # the end of what runs now is nobody's business any more
        self._came.clear()
        self._session.drop_analyses()
        self.resume()

    def resume(self, ids: Iterable[str] | None = None) -> None:
        """Go on with what was stopped or failed; with these articles only, where `ids` names them."""
        again = self._given_up if ids is None else self._given_up & set(ids)
        self._session.set_failures({k: why for k, why in self._session.failures.items() if k not in again})
        self._given_up -= again
        self._wake()

    # ------------------------------------------------------------------ steps

    def _wake(self) -> None:
        self._session.set_resting(False)
        self._timer.start()

    def _rest(self) -> None:
        self._session.set_resting(True)
        self.settled.emit()

    def _on_articles_changed(self) -> None:
        present = {article.id for article in self._session.articles}
        self._given_up &= present
        if self._under_way and not present >= self._under_way.keys():
            self._jobs.cancel("analyse")  # some of what it works on is gone; the rest starts again in a moment
            self._under_way = {}

    def _go_on(self) -> None:
        found = self._session.raw_analyses
        missing = [a for a in self._session.articles if a.id not in found and a.id not in self._given_up]
        if not missing:
            self._compare()
        elif not self._under_way:
            self._analyse(missing)

    def _analyse(self, articles: list[Article]) -> None:
        self._under_way = {article.id: article for article in articles}
        failed: list[Failure] = []
        labels = {article.id: article.label for article in articles}

        def ended(state: State) -> None:
            self._deliver()
            left = self._under_way.keys() - self._session.raw_analyses.keys()
            self._under_way = {}
            self._given_up |= left  # cancelled or failed: not tried again until asked, or it would never end
            if failed:
                self._session.set_failures({**self._session.failures, **{one.article: one.message for one in failed}})
                self.unreadable.emit(tuple((labels[one.article], render(one.message)) for one in failed))
            if state is State.CANCELLED:
                self.stopped.emit()
            self._timer.start()

        self._jobs.start(
            tr("Analysing"),
            _analysing(articles, failed),
            group="analyse",
            came=self._on_came,
            ended=self._unless_replaced(ended),
        )

    def _on_came(self, analysis: ArticleAnalysis) -> None:
        self._came.append(analysis)
        if not self._session.raw_analyses:
            self._deliver()  # the first one is waited for
        elif not self._batch.isActive():
            self._batch.start()

    def _deliver(self) -> None:
        self._batch.stop()
        came, self._came = self._came, []
        self._session.set_analyses(came)

    def _unless_replaced(self, ended: Callable[[State], None]) -> Callable[[State], None]:
        mine = self._under_way

        def checked(state: State) -> None:
            if self._under_way is mine:
                ended(state)

        return checked

    def _compare(self) -> None:
        session = self._session
        analyses = [session.raw_analyses[key] for key in session.scope if key in session.raw_analyses]
        if not analyses:
            self._jobs.cancel("compare")
            session.set_comparison(None)
            self._uncompared = False
            self._rest()
            return
        self._jobs.start(
            tr("Comparing"),
            _comparing(analyses, session.settings, session.decisions),
            group="compare",
            done=session.set_comparison,
            ended=self._on_compared,
        )

    def _on_compared(self, state: State) -> None:
        if self.busy:  # it was replaced by one on what is new
            return
        self._uncompared = state is not State.DONE
        self._rest()
        if state is State.CANCELLED:
            self.stopped.emit()


def _analysing(articles: list[Article], failed: list[Failure]) -> Callable[[Job, Report], None]:
    def work(job: Job, report: Report) -> None:
        import analysis

        from .ready import load_views

        load_views()
        analysis.load_reader(report)  # first, so that the job bar says what is waited for
        for found in analysis.analyze_all(articles, report):
            if isinstance(found, analysis.Failure):
                failed.append(found)
            else:
                job.came.emit(found)
        report(1.0, None)

    return work


def _comparing(
    analyses: list[ArticleAnalysis], settings: CompareSettings, decisions: Sequence[Any]
) -> Callable[[Job, Report], Any]:
    def work(_: Job, report: Report) -> Any:
        import analysis

        from .ready import make_ready

        report(0.0, message("progress.comparing"))
        comparison = analysis.compare(analyses, settings, decisions, part(report, 0.05, 0.95))
        make_ready(comparison)
        return comparison

    return work
