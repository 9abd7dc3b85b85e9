"""Progress rises, and a Cancel is raised wherever the work is."""

from __future__ import annotations

import threading
from threading import Event, Thread

import pytest

from analysis.messages import Message
from analysis.progress import Cancelled, abandonable, checked, checkpoint, counted, following, silent, stage
from tests.patience import WAIT_S


def test_a_checkpoint_reaches_the_report_that_is_followed() -> None:
    told: list[float] = []
    with following(lambda fraction, _: told.append(fraction)):
        checkpoint()
    checkpoint()
    assert told == [0.0]


def test_silence_leaves_what_is_followed() -> None:
    told: list[float] = []
    with following(lambda fraction, _: told.append(fraction)), following(silent):
        checkpoint()
    assert told == [0.0]


def test_stages_cover_their_part_and_end_where_the_next_begins() -> None:
    told: list[float] = []
    with following(lambda fraction, _: told.append(round(fraction, 3))):
        with stage(0.0, 0.5):
            for _ in counted("ab"):
                pass
        with stage(0.5, 1.0), stage(0.5, 1.0):
            checkpoint()
    assert told == [0.0, 0.0, 0.25, 0.5, 0.5, 0.75, 0.75, 1.0, 1.0]


def test_a_cancel_ends_a_loop_before_its_next_item() -> None:
    done: list[int] = []

    def report(fraction: float, doing: Message | None = None) -> None:
        if len(done) == 2:
            raise Cancelled

    with pytest.raises(Cancelled), following(report):
        done.extend(checked(range(9)))
    assert done == [0, 1]


def test_another_thread_follows_nothing() -> None:
    told: list[float] = []
    with following(lambda fraction, _: told.append(fraction)):
        thread = Thread(target=checkpoint)
        thread.start()
        thread.join()
    assert told == []


def test_what_nothing_can_stop_is_left_to_itself() -> None:
    go, left = Event(), []

    def stop(fraction: float, doing: Message | None = None) -> None:
        raise Cancelled

    with pytest.raises(Cancelled), following(stop):
        abandonable(lambda: go.wait(WAIT_S) and left.append("done"))
    assert left == []
    go.set()
    for thread in threading.enumerate():
        if thread.name == "abandonable":
            thread.join()
    assert left == ["done"]


def test_a_failure_elsewhere_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        abandonable(lambda: 1 / 0)
    assert abandonable(lambda: 2) == 2
