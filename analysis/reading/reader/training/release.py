"""Measures an exported model, calibrates it, and writes `reader.json`, what the program and the report read of it.

    python -m analysis.reading.reader.training.release --data ../shared/data --model FOLDER --version 1

Prints the reliability of the loaded sentence for the model card. Everything is measured on held-out parts.
"""

from __future__ import annotations

import argparse
import datetime
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...analyzers.toward import LEAD
from ..digests import CARD, KEY, digests_of
from ..encoding import WINDOW, Pieces
from .batches import labelled, plain
from .calibrate import Floats, by_lead, calibrate, fit_softmax, lead_table, shares, table
from .config import read_config
from .corpus import read_corpus
from .evaluate import Figures, Run, by_onnx, evaluate
from .texts import NONE, Text

SHOWN = {
    "polnear content": "attribution, content (strict F)",
    "polnear cue": "attribution, cue (strict F)",
    "polnear source": "attribution, source (strict F)",
    "babe loaded": "loaded sentences (macro-F1)",
    "babe words r-precision": "loaded words (R-precision)",
    "babe words top-1": "loaded words (top-1 hit)",
    "target": "sentiment toward a target (macro-F1)",
    "valence r": "sentence valence (Pearson r)",
    "ewt upos": "part of speech (accuracy)",
    "ewt las": "dependencies (LAS)",
    "names": "names (span F)",
}
"""What the report's methods say of the model, by the names of `evaluate`."""


def pairs(run: Run, pieces: Pieces, texts: list[Text]) -> dict[str, tuple[Floats, Floats]]:
    """Return logits and labels of BABE's held-out sentences, and of their words."""
    found: dict[str, tuple[list[Floats], list[Floats]]] = {"loaded": ([], []), "loaded_words": ([], [])}
    for text in plain(pieces, texts, 1):
        batch = labelled(pieces, [text])
        out = run(batch.inputs)
        found["loaded"][0].append(out["loaded"])
        found["loaded"][1].append(batch.sentences["loaded"])
        there = batch.words["loaded_words"] != NONE
        found["loaded_words"][0].append(out["loaded_words"][there])
        found["loaded_words"][1].append(batch.words["loaded_words"][there])
    return {
        head: (np.concatenate(logits).astype(np.float64), np.concatenate(labels).astype(np.float64))
        for head, (logits, labels) in found.items()
    }


def target_pairs(run: Run, pieces: Pieces, texts: list[Text]) -> tuple[Floats, NDArray[np.int64]]:
    """Return the logits toward NewsMTSC's held-out targets, the mean over the words of each, and their polarities."""
    logits, labels = [], []
    for text in plain(pieces, texts, WINDOW):
        batch = labelled(pieces, [text])
        out = run(batch.inputs)
        for row, places, polarity in batch.targets:
            logits.append(out["target"][row, places].mean(0))
            labels.append(polarity)
    return np.array(logits, np.float64), np.array(labels, np.int64)


def target_scale(run: Run, pieces: Pieces, texts: list[Text]) -> dict[str, float]:
    """Return the temperature of the polarities, and how often a mention called negative or positive was so."""
    logits, labels = target_pairs(run, pieces, texts)
    temperature = fit_softmax(logits, labels)
    probabilities = shares(logits, temperature)
    print(
        f"## target: temperature {temperature:.2f}, {len(labels)} mentions",
        *lead_table(probabilities, labels),
        sep="\n",
    )
    right = by_lead(probabilities, labels, LEAD)[1]
    return {"temperature": round(temperature, 4), **({"right": round(right, 3)} if right is not None else {})}


def release(model: Path, data: Path, version: str) -> Figures:
    """Write `reader.json` beside the model and return the figures."""
    dev = read_corpus(data, read_config().hold_out).dev
    run, pieces = by_onnx(model / "reader.onnx"), Pieces.load(model / "tokenizer.json")
    figures = evaluate(run, pieces, dev)
    scales = {}
    for head, (logits, labels) in pairs(run, pieces, dev["babe"]).items():
        constants, after, before = calibrate(logits, labels)
        scales[head] = {name: round(value, 4) for name, value in asdict(constants).items()}
        print(f"## {head}: calibrated (error {after.error:.3f}; before {before.error:.3f})", *table(after), sep="\n")
    scales["target"] = target_scale(run, pieces, dev["newsmtsc"])
    card = {
        "version": version,
        KEY: digests_of(model),
        "trained": datetime.datetime.now(datetime.UTC).date().isoformat(),
        **scales,
        "figures": {label: round(figures[name], 3) for name, label in SHOWN.items()},
    }
    (model / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description="Calibrate an exported Reader.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--version", required=True)
    arguments = parser.parse_args()
    for name, value in release(arguments.model, arguments.data, arguments.version).items():
        print(f"{name:24} {value:8.4f}")


if __name__ == "__main__":
    main()
