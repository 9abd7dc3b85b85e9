"""What turns the Reader's figures into probabilities, and says which Reader it is: `reader.json` beside the model."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scale:
    """Platt scaling of one head: logit → probability, and from where on it counts."""

    temperature: float = 1.0
    bias: float = 0.0
    threshold: float = 0.5

    def probability(self, logits: Floats) -> Floats:
        """Return 1 / (1 + exp(-(logit / temperature + bias)))."""
        scaled: Floats = (1 / (1 + np.exp(-(logits / self.temperature + self.bias)))).astype(np.float32)
        return scaled


@dataclass(frozen=True, slots=True)
class Calibration:
    """The constants of one trained model."""

    version: str = "0"
    trained: str = ""
    scales: dict[str, Scale] = field(default_factory=dict)
    """By head: loaded, loaded_words, subjective; of target only the temperature counts, that of a softmax."""
    figures: tuple[tuple[str, float], ...] = ()
    """What was measured of its heads, as its card gives it."""

    def of(self, head: str) -> Scale:
        """Return the scale of a head; where none was fitted, the logit's own probability."""
        return self.scales.get(head, Scale())


def read_calibration(path: Path) -> Calibration:
    """Return the constants in `reader.json`; objects in it are scales by head. Raises ValueError when damaged."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    known = Scale.__dataclass_fields__.keys()
    scales = {
        head: Scale(**{name: float(value) for name, value in values.items() if name in known})
        for head, values in raw.items()
        if isinstance(values, dict)
    }
    measured = raw.get("figures")
    figures = tuple((str(name), float(value)) for name, value in measured.items()) if isinstance(measured, dict) else ()
    return Calibration(str(raw.get("version", "0")), str(raw.get("trained", "")), scales, figures)
