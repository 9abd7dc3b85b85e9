"""Temperature, bias and threshold that make the loaded sentence's logit a probability, from held-out pairs.

    probability = 1 / (1 + exp(-(logit / temperature + bias)))

Both constants minimise the mean log loss against Platt's smoothed targets (Platt 1999). The logits must be of sentences
that the model was not trained on. The table is cross-fitted: each fold is judged by constants fitted to the others,
since a table of the pairs that the constants were fitted to would flatter.

    python -m analysis.reading.reader.training.calibrate PAIRS.csv

prints the constants and the table; PAIRS has a logit and a label (0 or 1) per line, and where a third column says so,
the group (an outlet) that is held out as a whole.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 100
"""Newton steps at most; two parameters settle in under ten."""
BINS = 10
FOLDS = 5
THRESHOLDS = np.round(np.arange(0.2, 0.81, 0.05), 2)
SEED = 11
TEMPERATURES = np.round(np.arange(0.5, 6.01, 0.05), 2)
"""Tried for a softmax: an even grid, wide enough that the best never lies at its ends."""
LEADS = np.round(np.arange(0, 0.81, 0.1), 1)


@dataclass(frozen=True, slots=True)
class Calibration:
    temperature: float
    bias: float
    threshold: float
    """Of the calibrated probability, with the best macro-F1 on held-out pairs."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Held-out sentences of like probability: what was promised and what came true."""

    low: float
    high: float
    n: int
    promised: float | None
    """Mean probability."""
    true: float | None
    """Share of sentences labelled loaded."""


@dataclass(frozen=True, slots=True)
class Reliability:
    bins: tuple[Bin, ...]
    error: float
    """Expected calibration error: Σ n · |promised - true| / Σ n."""
    brier: float
    """Mean squared difference of probability and label."""
    macro_f1: tuple[tuple[float, float], ...]
    """(threshold, macro-F1)."""
    precision: tuple[tuple[float, float | None], ...]
    """(threshold, share labelled loaded of those at or over it)."""


def fit(logits: Floats, labels: Floats) -> tuple[float, float]:
    """Return temperature and bias by Newton's method on the log loss; ValueError where only one label occurs."""
    positives, n = float(labels.sum()), len(labels)
    if not 0 < positives < n:
        raise ValueError("calibration needs sentences of both labels")
    targets = np.where(labels > 0, (positives + 1) / (positives + 2), 1 / (n - positives + 2))
    slope, bias = 1.0, 0.0
    for _ in range(STEPS):
        p = probability(logits, 1 / slope, bias)
        gap, weight = p - targets, np.maximum(p * (1 - p), 1e-9)
        gradient = np.array([(gap * logits).sum(), gap.sum()])
        curve = np.array(
            [[(weight * logits**2).sum() + 1e-9, (weight * logits).sum()], [(weight * logits).sum(), weight.sum()]]
        )
        step = np.linalg.solve(curve, gradient)
        slope, bias = max(slope - float(step[0]), 1e-3), bias - float(step[1])
        if float(np.abs(step).max()) < 1e-9:
            break
    return 1 / slope, bias


def probability(logits: Floats, temperature: float, bias: float) -> Floats:
    """Return calibrated probabilities."""
    found: Floats = 1 / (1 + np.exp(-np.clip(logits / temperature + bias, -60, 60)))
    return found


def held_out(logits: Floats, labels: Floats, groups: Sequence[str] | None = None) -> Floats:
    """Return each pair's probability by constants fitted without its fold; a group is in one fold as a whole."""
    found = np.zeros(len(logits))
    for fold in _folds(len(logits), groups):
        rest = ~fold
        found[fold] = probability(logits[fold], *fit(logits[rest], labels[rest]))
    return found


def _folds(n: int, groups: Sequence[str] | None) -> Iterator[NDArray[np.bool_]]:
    """Yield a mask per fold."""
    random = np.random.default_rng(SEED)
    if groups is None:
        owner = random.permutation(n) % FOLDS
    else:
        names = sorted(set(groups))
        numbers = dict(zip(names, (random.permutation(len(names)) % FOLDS).tolist(), strict=True))
        owner = np.array([numbers[name] for name in groups])
    for number in range(FOLDS):
        mask: NDArray[np.bool_] = owner == number
        if mask.any():
            yield mask


def reliability(probabilities: Floats, labels: Floats) -> Reliability:
    """Return how far probabilities held true, in bins of equal width."""
    edges = np.linspace(0, 1, BINS + 1)
    place = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    bins, error = [], 0.0
    for i in range(BINS):
        mine = place == i
        n = int(mine.sum())
        promised = float(probabilities[mine].mean()) if n else None
        true = float(labels[mine].mean()) if n else None
        bins.append(Bin(float(edges[i]), float(edges[i + 1]), n, promised, true))
        if promised is not None and true is not None:
            error += n * abs(promised - true) / len(labels)
    return Reliability(
        tuple(bins),
        error,
        float(((probabilities - labels) ** 2).mean()),
        tuple((float(t), macro_f1(probabilities >= t, labels)) for t in THRESHOLDS),
        tuple((float(t), _precision(probabilities >= t, labels)) for t in THRESHOLDS),
    )


def macro_f1(found: NDArray[np.bool_], labels: Floats) -> float:
    """Return the mean of the F1 of both labels."""
    total = 0.0
    for predicted, wanted in ((found, labels > 0), (~found, labels <= 0)):
        right = int((predicted & wanted).sum())
        below = int(predicted.sum()) + int(wanted.sum())
        total += 2 * right / below if below else 0.0
    return total / 2


def _precision(found: NDArray[np.bool_], labels: Floats) -> float | None:
    return float(labels[found].mean()) if found.any() else None


def calibrate(
    logits: Floats, labels: Floats, groups: Sequence[str] | None = None
) -> tuple[Calibration, Reliability, Reliability]:
    """Return the constants fitted to all pairs, and the reliability of held-out pairs after and before."""
    after = reliability(held_out(logits, labels, groups), labels)
    before = reliability(probability(logits, 1.0, 0.0), labels)
    best = max(after.macro_f1, key=lambda pair: (pair[1], -abs(pair[0] - 0.5)))
    temperature, bias = fit(logits, labels)
    return Calibration(round(temperature, 4), round(bias, 4), best[0]), after, before


def shares(logits: Floats, temperature: float) -> Floats:
    """Return the softmax of each row of logits at a temperature."""
    powers = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    found: Floats = powers / powers.sum(1, keepdims=True)
    return found


def fit_softmax(logits: Floats, labels: NDArray[np.int64]) -> float:
    """Return the temperature with the least mean log loss for rows of logits and the right column of each."""

    def loss(temperature: float) -> float:
        return float(-np.log(np.maximum(shares(logits, temperature)[np.arange(len(labels)), labels], 1e-12)).mean())

    return min((float(t) for t in TEMPERATURES), key=loss)


def by_lead(probabilities: Floats, labels: NDArray[np.int64], lead: float) -> tuple[int, float | None, float]:
    """Return how many are called negative or positive at a lead, the share that is right, and the share found.

    Columns are negative, neutral, positive. Either end is called where it leads both others by at least `lead`.
    """
    negative, neutral, positive = probabilities.T
    down = negative - np.maximum(neutral, positive) >= lead
    up = positive - np.maximum(neutral, negative) >= lead
    right = int((down & (labels == 0)).sum() + (up & ~down & (labels == 2)).sum())
    called, signed = int((down | up).sum()), int((labels != 1).sum())
    return called, right / called if called else None, right / signed if signed else 0.0


def lead_table(probabilities: Floats, labels: NDArray[np.int64]) -> Iterator[str]:
    """Yield what each lead gives as Markdown, for the model card."""
    yield "| lead | called negative or positive | of these right | of all negative and positive found |"
    yield "|---|---|---|---|"
    for lead in LEADS:
        called, right, found = by_lead(probabilities, labels, float(lead))
        yield f"| {lead:.1f} | {called} | {f'{right:.2f}' if right is not None else '–'} | {found:.2f} |"


def table(found: Reliability) -> Iterator[str]:
    """Yield the reliability table as Markdown, for the model card."""
    yield "| probability | sentences | mean promised | came true |"
    yield "|---|---|---|---|"
    for one in found.bins:
        promised, true = (f"{v:.2f}" if v is not None else "–" for v in (one.promised, one.true))
        yield f"| {one.low:.1f}–{one.high:.1f} | {one.n} | {promised} | {true} |"
    yield ""
    yield f"Expected calibration error {found.error:.3f}, Brier score {found.brier:.3f}."
    yield ""
    yield "| threshold | macro-F1 | of sentences over it, loaded |"
    yield "|---|---|---|"
    for (threshold, f1), (_, precision) in zip(found.macro_f1, found.precision, strict=True):
        yield f"| {threshold:.2f} | {f1:.3f} | {f'{precision:.2f}' if precision is not None else '–'} |"


def main(path: Path) -> None:
    """Print constants and tables of a file of pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    logits, labels = (np.array([float(row[i]) for row in rows]) for i in (0, 1))
    groups = [row[2] for row in rows] if all(len(row) > 2 for row in rows) else None
    constants, after, before = calibrate(logits, labels, groups)
    print(json.dumps({"loaded": asdict(constants)}))
    print(f"\nBefore: expected calibration error {before.error:.3f}, Brier score {before.brier:.3f}.\n")
    print("\n".join(table(after)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
