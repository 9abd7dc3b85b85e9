"""Calibration gives back the constants that made the data, and says how far probabilities hold."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.reading.reader.training import calibrate as c


def made(temperature: float, bias: float, n: int = 6000) -> tuple[c.Floats, c.Floats]:
    """Logits, and labels drawn with the probability that these constants give."""
    random = np.random.default_rng(3)
    logits = random.normal(0, 3, n)
    return logits, (random.random(n) < c.probability(logits, temperature, bias)).astype(np.float64)


@pytest.mark.parametrize(("temperature", "bias"), [(1.0, 0.0), (2.5, -0.5), (0.6, 0.8)])
def test_the_constants_that_made_the_labels_are_found(temperature: float, bias: float) -> None:
    found = c.fit(*made(temperature, bias))
    assert found == pytest.approx((temperature, bias), rel=0.12, abs=0.1)


def test_a_model_too_sure_of_itself_is_calibrated_on_sentences_held_out() -> None:
    logits, labels = made(3.0, -0.4)
    constants, after, before = c.calibrate(logits, labels, [f"outlet {i % 9}" for i in range(len(logits))])
    assert after.error < 0.03 < before.error
    assert after.brier < before.brier
    assert constants.temperature > 2
    assert 0.4 <= constants.threshold <= 0.6
    assert sum(one.n for one in after.bins) == len(logits)


def test_groups_are_held_out_as_a_whole() -> None:
    groups = [f"outlet {i % 7}" for i in range(70)]
    masks = list(c._folds(70, groups))
    assert np.sum(masks, axis=0).tolist() == [1] * 70
    for mask in masks:
        inside = {g for g, m in zip(groups, mask, strict=True) if m}
        assert not inside & {g for g, m in zip(groups, mask, strict=True) if not m}


def test_one_label_alone_cannot_be_calibrated() -> None:
    with pytest.raises(ValueError, match="both labels"):
        c.fit(np.array([1.0, 2.0]), np.array([1.0, 1.0]))


def test_empty_bins_show_a_dash() -> None:
    found = c.reliability(np.array([0.05, 0.95]), np.array([0.0, 1.0]))
    assert found.bins[5].promised is None
    assert "| 0.5–0.6 | 0 | – | – |" in list(c.table(found))


def test_the_temperature_of_a_softmax_is_found_again() -> None:
    random = np.random.default_rng(5)
    logits = random.normal(0, 4, (4000, 3))
    chances = c.shares(logits, 2.0)
    labels = np.array([random.choice(3, p=row) for row in chances], np.int64)
    assert c.fit_softmax(logits, labels) == pytest.approx(2.0, abs=0.15)


def test_a_lead_calls_fewer_and_more_of_them_rightly() -> None:
    figures = np.array([[0.9, 0.1, 0.0], [0.5, 0.4, 0.1], [0.0, 0.2, 0.8], [0.2, 0.7, 0.1]])
    labels = np.array([0, 1, 2, 2], np.int64)
    assert c.by_lead(figures, labels, 0.0) == (3, pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert c.by_lead(figures, labels, 0.4) == (2, 1.0, pytest.approx(2 / 3))
    assert c.by_lead(figures, labels, 0.9) == (0, None, 0.0)
