"""Work in the background reports, stops, fails and ends as it should."""

from __future__ import annotations

import gc
import weakref
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

import analysis
from analysis.errors import SourceError
from analysis.messages import message, render
from analysis.model import Article, ArticleAnalysis, Comparison
from analysis.progress import Report
from gui import commands
from gui.jobs import Job, Jobs, State
from gui.pipeline import Pipeline
from gui.session import Session
from tests.patience import WAIT_S

from .conftest import article, plain_analysis, plain_comparison


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def ended(qtbot: QtBot, job: Job) -> State:
    if job.state is State.RUNNING:
        qtbot.waitSignal(job.ended).wait()
    return job.state


def test_a_job_brings_its_result(jobs: Jobs, qtbot: QtBot) -> None:
    got: list[int] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.start("Adding", lambda job, report: 1 + 1, done=got.append)
    assert got == [2]
    assert jobs.running == ()


def test_progress_is_said_in_words(jobs: Jobs, qtbot: QtBot) -> None:
    go = Event()

    def work(_: Job, report: Report) -> None:
        report(0.5, message("progress.reading", name="a.txt"))
        go.wait(WAIT_S)

    job = jobs.start("Reading", work)
    with qtbot.waitSignal(jobs.changed, check_params_cb=lambda: jobs.doing() == ("Reading a.txt", 0.5)):
        pass
    go.set()
    assert ended(qtbot, job) is State.DONE


def test_a_cancelled_job_keeps_what_came_and_brings_no_result(jobs: Jobs, qtbot: QtBot) -> None:
    came: list[int] = []
    got: list[object] = []
    begun, half = Event(), Event()

    def work(job: Job, report: Report) -> str:
        job.came.emit(1)
        begun.set()
        half.wait(WAIT_S)
        report(0.6, None)  # raises Cancelled
        job.came.emit(2)
        return "all"

    with qtbot.waitSignal(jobs.idle):
        job = jobs.start("Counting", work, done=got.append, came=came.append)
        assert begun.wait(WAIT_S)
        job.cancel()
        half.set()
    assert came == [1]
    assert got == []


def test_what_is_cancelled_before_its_turn_does_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    go, done = Event(), []
    with qtbot.waitSignal(jobs.idle):
        jobs.start("First", lambda *_: go.wait(WAIT_S))
        jobs.start("Second", lambda *_: done.append("second")).cancel()
        go.set()
    assert done == []


def test_after_the_end_no_work_begins(jobs: Jobs, qtbot: QtBot) -> None:
    """A pool that is deleted waits for its work, which waits for the interpreter that the deleting thread holds."""
    done: list[str] = []
    assert jobs.close()
    with qtbot.waitSignal(jobs.idle):
        job = jobs.start("Late", lambda *_: done.append("late"))
    assert (job.state, done) == (State.CANCELLED, [])


def test_a_newer_job_of_a_group_drops_the_older_ones_result(jobs: Jobs, qtbot: QtBot) -> None:
    got: list[str] = []
    go = Event()

    def slow(_: Job, report: Report) -> str:
        go.wait(WAIT_S)
        return "old"

    with qtbot.waitSignal(jobs.idle):
        jobs.start("Comparing", slow, group="compare", done=got.append)
        jobs.start("Comparing", lambda job, report: "new", group="compare", done=got.append)
        go.set()
    assert got == ["new"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (SourceError(message("progress.reading", name="it"), "a.pdf"), "a.pdf: Reading it"),
        (RuntimeError("the pipe burst."), "Plumbing failed: the pipe burst (RuntimeError)."),
        (MemoryError(), "There is not enough memory for this. Try fewer articles."),
    ],
)
def test_a_failure_becomes_one_sentence(jobs: Jobs, qtbot: QtBot, error: Exception, sentence: str) -> None:
    def work(_: Job, report: Report) -> None:
        raise error

    with qtbot.waitSignal(jobs.failed) as call:
        jobs.start("Plumbing", work)
    assert call.args == [sentence]
    qtbot.waitUntil(lambda: not jobs.running)


def test_closing_stops_what_runs(jobs: Jobs, qtbot: QtBot) -> None:
    began = Event()

    def work(_: Job, report: Report) -> None:
        while True:
            began.set()
            report(0.1, None)

    jobs.start("Spinning", work)
    assert began.wait(WAIT_S)
    assert jobs.close()


@pytest.fixture
def pipeline(session: Session, jobs: Jobs, plain_engine: None) -> Pipeline:
    return Pipeline(session, jobs)


def test_added_articles_are_analysed_and_compared(pipeline: Pipeline, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pipeline.settled):
        session.add_articles([article("A"), article("B")])
    assert set(session.analyses) == {"A", "B"}
    assert session.comparison is not None
    assert [g.label for g in session.comparison.groups] == ["Outlet A", "Outlet B"]


def test_a_smaller_scope_is_compared_anew(pipeline: Pipeline, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pipeline.settled):
        session.add_articles([article("A"), article("B")])
    with qtbot.waitSignal(pipeline.settled):
        commands.set_scope(session, ["B"])
    assert session.comparison is not None
    assert [a.article.id for a in session.comparison.analyses] == ["B"]
    with qtbot.waitSignal(pipeline.settled):
        commands.set_scope(session, [])
    assert session.comparison is None


def test_one_article_that_fails_does_not_cost_the_others(
    pipeline: Pipeline,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def analyze(given: Article, report: Report) -> ArticleAnalysis:
        if given.id == "B":
            raise RuntimeError("no verbs")
        return plain_analysis(given)

    monkeypatch.setattr(analysis, "analyze", analyze)
    failed: list[object] = []
    pipeline.unreadable.connect(failed.append)
    with qtbot.waitSignal(pipeline.settled):
        session.add_articles([article("A"), article("B"), article("C")])
    (((label, why),),) = failed  # type: ignore[misc]
    assert label == "Outlet B"
    assert "RuntimeError: no verbs" in why
    assert set(session.analyses) == {"A", "C"}
    assert "no verbs" in caplog.text
    assert list(session.failures) == ["B"]
    assert render(session.failures["B"]) == why
    assert pipeline.incomplete

    monkeypatch.setattr(analysis, "analyze", lambda given, report: plain_analysis(given))
    kept = session.analyses["A"]
    with qtbot.waitSignal(pipeline.settled):
        pipeline.resume(["A", "B"])
    assert set(session.analyses) == {"A", "B", "C"}
    assert session.analyses["A"] is kept
    assert not session.failures
    assert not pipeline.incomplete


def test_a_cancelled_analysis_is_not_begun_again_until_asked(
    pipeline: Pipeline, session: Session, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def analyze(given: Article, report: Report) -> ArticleAnalysis:
        if given.id == "B":
            go.wait(WAIT_S)
        return plain_analysis(given)

    monkeypatch.setattr(analysis, "analyze", analyze)
    with qtbot.waitSignal(pipeline.settled):
        session.add_articles([article("A"), article("B"), article("C")])
        qtbot.waitUntil(lambda: "A" in session.analyses)
        jobs.cancel()
        go.set()
    assert "A" in session.analyses
    assert "C" not in session.analyses
    assert session.resting
    assert pipeline.incomplete
    kept = session.analyses["A"]
    with qtbot.waitSignal(pipeline.settled):
        pipeline.resume()
    assert set(session.analyses) == {"A", "B", "C"}
    assert session.analyses["A"] is kept
    assert not pipeline.incomplete


def test_everything_is_analysed_anew_also_while_it_is_analysed(
    pipeline: Pipeline, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go = Event(), Event()

    def analyze(given: Article, report: Report) -> ArticleAnalysis:
        began.set()
        go.wait(WAIT_S)
        return plain_analysis(given)

    monkeypatch.setattr(analysis, "analyze", analyze)
    session.add_articles([article("A"), article("B")])
    qtbot.waitUntil(began.is_set)
    with qtbot.waitSignal(pipeline.settled):
        pipeline.analyse_again()
        go.set()
    assert set(session.analyses) == {"A", "B"}


def test_a_stopped_comparison_is_said_and_gone_on_with(
    pipeline: Pipeline, session: Session, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go = Event(), Event()

    def compare(*given: object) -> Comparison:
        began.set()
        go.wait(WAIT_S)
        return plain_comparison(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(analysis, "compare", compare)
    session.add_articles([article("A")])
    qtbot.waitUntil(began.is_set)
    with qtbot.waitSignal(pipeline.stopped):
        jobs.cancel()
        go.set()
    assert session.resting
    assert session.comparison is None
    with qtbot.waitSignal(pipeline.settled):
        pipeline.resume()
    assert session.comparison is not None
    assert not pipeline.incomplete


def test_articles_that_leave_meanwhile_do_not_come_back(
    pipeline: Pipeline, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def analyze(given: Article, report: Report) -> ArticleAnalysis:
        go.wait(WAIT_S)
        return plain_analysis(given)

    monkeypatch.setattr(analysis, "analyze", analyze)
    session.add_articles([article("A"), article("B")])
    qtbot.waitUntil(lambda: pipeline.busy)
    with qtbot.waitSignal(pipeline.settled):
        commands.remove_articles(session, ["A"])
        go.set()
    assert set(session.analyses) == {"B"}


def test_a_failed_comparison_says_so(
    pipeline: Pipeline, session: Session, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    def compare(*_: object) -> None:
        raise ZeroDivisionError("no words")

    monkeypatch.setattr(analysis, "compare", compare)
    with qtbot.waitSignals([jobs.failed, pipeline.settled]):
        session.add_articles([article("A")])
    assert session.comparison is None
    monkeypatch.setattr(analysis, "compare", plain_comparison)
    with qtbot.waitSignal(session.comparison_changed):
        pipeline.analyse_again()


def test_a_job_that_is_over_is_freed_with_what_it_worked_on(jobs: Jobs, qtbot: QtBot) -> None:
    class Given:
        pass

    given: list[weakref.ref[Given]] = []

    def start() -> None:
        one = Given()
        given.append(weakref.ref(one))
        jobs.start("Working", lambda job, report: one)

    for _ in range(3):
        with qtbot.waitSignal(jobs.idle):
            start()

    def freed() -> bool:
        gc.collect()
        return [ref() for ref in given[:-1]] == [None, None]  # the last one's thread may still be on its way out

    qtbot.waitUntil(freed)
