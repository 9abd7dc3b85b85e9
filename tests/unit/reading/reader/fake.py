"""A Reader without a trained model: every figure is computed from the word pieces, so that it can be foretold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.model import Article, Document
from analysis.reading.pipeline import read_document
from analysis.reading.reader.calibration import Calibration
from analysis.reading.reader.encoding import Batch, Pieces
from analysis.reading.reader.labels import DEPRELS, UPOS
from analysis.reading.reader.reader import Reader

SPECIAL = {"[CLS]": 1, "[SEP]": 2, "[UNK]": 3}
PIECE = 3
"""Letters of a piece."""


class Tokenizer:
    """Three letters are a piece; its number is made of its letters."""

    def token_to_id(self, piece: str) -> int:
        return SPECIAL[piece]

    def encode(self, word: str, add_special_tokens: bool) -> Any:
        assert not add_special_tokens
        pieces = [word[i : i + PIECE] for i in range(0, len(word), PIECE)]
        return type("Encoding", (), {"ids": [number(piece) for piece in pieces]})


def number(piece: str) -> int:
    """The number of a piece: its letters', above the special ones."""
    return 10 + sum(ord(c) * 31**i for i, c in enumerate(piece)) % 20_000


def first_piece(word: str) -> int:
    """The number of a word's first piece."""
    return number(word[:PIECE])


@dataclass
class Model:
    """Gives every place figures made of the piece that stands there, and every sentence those of its first word."""

    calls: list[Batch] = field(default_factory=list)
    seed: int | None = None
    """With a seed, roles, names and pointers are random."""

    def __call__(self, batch: Batch) -> dict[str, NDArray[Any]]:
        self.calls.append(batch)
        ids = batch.input_ids
        b, l = ids.shape  # noqa: E741
        rng = np.random.default_rng(self.seed)
        random = self.seed is not None
        roots = batch.roots
        opening = ids[roots[:, 0], np.minimum(roots[:, 1] + 1, l - 1)]
        heads = np.full((b, l), 0, np.int64)
        for window, place in roots:  # every word's head is the first word of its sentence, whose head is the root
            mine = batch.sentence[window] == batch.sentence[window, place]
            heads[window, mine] = place + 1
            heads[window, place + 1 : place + 2] = place
        return {
            "roles": rng.normal(size=(b, l, 3, 3)).astype(np.float32) if random else outside((b, l, 3, 3)),
            "pointers": rng.normal(size=(b, 3, l, l)).astype(np.float32),
            "names": rng.normal(size=(b, l, 3, 3)).astype(np.float32) if random else outside((b, l, 3, 3)),
            "upos": ids % len(UPOS),
            "heads": heads,
            "deprels": ids % len(DEPRELS),
            "target": np.stack([ids % 7, ids % 5, ids % 3], -1).astype(np.float32),
            "loaded_words": (ids % 9 - 4).astype(np.float32),
            "loaded": (opening % 9 - 4).astype(np.float32),
            "subjective": (opening % 5 - 2).astype(np.float32),
            "valence": (opening % 8 - 4).astype(np.float32),
            "embedding": np.ones((len(roots), 384), np.float32) * opening[:, None],
        }


def outside(shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Logits that say that nothing begins anywhere."""
    logits = np.zeros(shape, np.float32)
    logits[..., 0] = 5
    return logits


def reader(model: Model | None = None) -> Reader:
    """A Reader on a fake model."""
    return Reader(model or Model(), Pieces(Tokenizer()), Calibration(), "digest")  # type: ignore[arg-type]


def document(text: str) -> Document:
    """A text read by rules alone."""
    return read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
