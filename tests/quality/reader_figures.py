"""Figures of every head of the shipped Reader on the development parts: `python -m tests.quality.reader_figures`.

Development parts: what the data sets call dev or val; where there is none, the groups (articles, editorials) that
training held out. Single sentences are read alone; articles and treebank documents in windows, as the program does.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from analysis.reading.reader.encoding import Pieces
from analysis.reading.reader.training.config import read_config
from analysis.reading.reader.training.corpus import read_corpus
from analysis.reading.reader.training.evaluate import Figures, by_onnx, evaluate, table

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
MODEL = ROOT / "resources" / "model"


def figures(model: Path = MODEL, data: Path = DATA, file: str = "reader.onnx") -> Figures:
    """Return the figures of an exported model."""
    dev = read_corpus(data, read_config().hold_out).dev
    return evaluate(by_onnx(model / file), Pieces.load(model / "tokenizer.json"), dev)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure the Reader on the development parts.")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--file", default="reader.onnx")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = figures(arguments.model, arguments.data, arguments.file)
    print(json.dumps(found, indent=1) if arguments.json else table(found))
