"""Documents → windows → the model → readings: the trained model at work.

Every window is read by itself. The int8 model scales its numbers over everything that it reads at once, padding
included, so that a sentence would get other figures beside other company; read alone, a window's figures depend on its
words only, whatever articles are open and in whatever order. What batches of like length gained was measured: see
`./run bench`.

Whether a sentence is loaded was learned, and calibrated, from sentences by themselves; beside others, its neighbours
lift or lower it a little. Where that could decide, the sentence is read a second time, alone. So is one whose root verb
is left without a subject.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from ...model import Document
from ...progress import Report, checked, counted, following, silent, stage
from ...readings import Reading
from . import digests
from .assemble import Assembly, Figures
from .calibration import Calibration, read_calibration
from .encoding import WINDOW, Batch, Pieces, batch_of, fill, window_of
from .words import reader_words

THREADS = 2
"""Both cores of a small machine; more gain little on windows of 128 pieces."""
NO_REPORTS = "ORT_DISABLE_TELEMETRY"
CACHED = 256
"""Readings that are kept: about 20 MB. Articles are analysed again when settings or lexicons change."""

Model = Callable[[Batch], Figures]


class Reader:
    """One trained model with what it needs to read documents. May be used from several threads."""

    def __init__(self, model: Model, pieces: Pieces, calibration: Calibration, digest: str = "") -> None:
        self._model = model
        self._pieces = pieces
        self._calibration = calibration
        self._digest = digest
        self._kept: OrderedDict[bytes, Reading] = OrderedDict()
        self._lock = threading.Lock()

    @classmethod
    def load(cls, folder: Path) -> Reader:
        """Return the Reader in `folder`; WrongFile where a file is not the one that belongs there.

        Raises OSError, ValueError or what onnxruntime raises on a damaged file.
        """
        digest = digests.checked(folder)["reader.onnx"]
        calibration = read_calibration(folder / digests.CARD)
        return cls(session(folder / "reader.onnx"), Pieces.load(folder / "tokenizer.json"), calibration, digest)

    @property
    def calibration(self) -> Calibration:
        """The constants of this model, thresholds among them."""
        return self._calibration

    @property
    def identity(self) -> str:
        """Version and digest, for the provenance of a result."""
        return f"{self._calibration.version} {self._digest}".strip()

    def read(self, documents: Sequence[Document], report: Report = silent) -> list[Reading]:
        """Return the reading of each document; `report` is called between windows and may stop the work."""
        with following(report):
            found = []
            for number, document in enumerate(documents):
                with stage(number / len(documents), (number + 1) / len(documents)):
                    found.append(self._reading(document))
            return found

    def forget(self) -> None:
        """Drop every reading that is kept, so that the next one is timed or read anew."""
        with self._lock:
            self._kept.clear()

    def _reading(self, document: Document) -> Reading:
        """Return the reading of `document`, kept or new."""
        sentences = _lines(document)
        key = _key(sentences)
        kept = self._recall(key)
        if kept is None:
            kept = self._read(document, sentences)
            self._keep(key, kept)
        return kept

    def _read(self, document: Document, sentences: list[list[str]]) -> Reading:
        assembly = Assembly(document, self._calibration)
        sizes = [sum(len(self._pieces.of(word)) for word in words) for words in checked(sentences)]
        for start, end in counted(list(fill(sizes, WINDOW))):
            window = window_of(self._pieces, sentences[start:end])
            assembly.add(window, start, self._model(batch_of([window])))
        undecided, torn = set(assembly.undecided()), set(assembly.without_subject())
        for index in checked(sorted(undecided | torn)):
            alone = window_of(self._pieces, sentences[index : index + 1])
            figures = self._model(batch_of([alone]))
            if index in undecided:
                assembly.add_alone(index, figures)
            if index in torn:
                assembly.add_parse_alone(index, alone, figures)
        return assembly.reading()

    def _recall(self, key: bytes) -> Reading | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: bytes, reading: Reading) -> None:
        with self._lock:
            self._kept[key] = reading
            while len(self._kept) > CACHED:
                self._kept.popitem(last=False)


def runtime() -> ModuleType:
    """Return onnxruntime, forbidden to report its use to its maker: from 1.29 on it does so over the network.

    The variable must be set before it is loaded; the call is what Windows listens to.
    """
    os.environ[NO_REPORTS] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime  # type: ignore[no-any-return]  # it has no types


def session(path: Path) -> Model:
    """Return the model in a file as a function from a batch to its figures by name."""
    onnxruntime = runtime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.use_deterministic_compute = True
    # Threads that wait in a loop for the next window keep a core from the window and from other programs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    opened = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in opened.get_outputs()]
    wanted = {each.name for each in opened.get_inputs()}

    def run(batch: Batch) -> dict[str, NDArray[np.float32]]:
        inputs = {name: values for name, values in batch.inputs().items() if name in wanted}
        return dict(zip(names, opened.run(names, inputs), strict=True))

    return run


def _lines(document: Document) -> list[list[str]]:
    """Return the words of each sentence."""
    words = reader_words(document)
    return [words[slice(*sentence.tokens)] for sentence in document.sentences]


def _key(lines: list[list[str]]) -> bytes:
    """Return a digest of exactly what the model gets to read."""
    return hashlib.blake2b("\n".join("\t".join(words) for words in lines).encode(), digest_size=16).digest()
