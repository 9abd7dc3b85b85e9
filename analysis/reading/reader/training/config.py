"""The settings of a training run, read from `training.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

DEFAULT = Path(__file__).with_name("training.toml")


@dataclass(frozen=True)
class Task:
    """How one data set is trained on."""

    batch: int
    """Windows at most."""
    repeat: float
    """How often an epoch goes through it."""
    together: float
    """Share of windows in which several texts stand together, as sentences do in an article."""


@dataclass(frozen=True)
class Config:
    seed: int
    epochs: int
    encoder_rate: float
    head_rate: float
    warmup: float
    """Share of all steps."""
    weight_decay: float
    clip: float
    average: float
    """Decay of the running average of the weights, which is what is kept."""
    pieces: int
    """Of a batch at most."""
    windows: tuple[int, ...]
    """Sizes in pieces; one is drawn for each text and epoch."""
    hold_out: float
    """Share of groups kept for measuring, where a set has no dev part."""
    weights: dict[str, float]
    """Of each head's loss."""
    tasks: dict[str, Task]


def read_config(path: Path = DEFAULT) -> Config:
    """Return the settings in a file."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    tasks = {name: Task(**values) for name, values in raw.pop("tasks").items()}
    return Config(**{**raw, "windows": tuple(raw["windows"]), "tasks": tasks})
