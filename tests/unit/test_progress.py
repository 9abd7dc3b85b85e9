"""Progress rises, and a Cancel is raised wherever the work is."""

from __future__ import annotations

from threading import Thread

import pytest

from analysis.messages import Message
from analysis.progress import Cancelled, checked, checkpoint, counted, following, silent, stage


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
