"""How alike two sentences are in meaning and in words: the Reader's sentence embedding beside the shared words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .similarity import WordSimilarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class ReaderSimilarity:
    """The mean of `WordSimilarity` and of the cosine of the Reader's sentence embeddings (0 where it is negative).

    Measured with `tests/quality/test_alignment.py`; the figures of words alone, embedding alone and their mean stand
    there. The embedding alone ranks pairs of one event worse than words do: it takes sentences on one topic for alike.
    """

    threshold = 0.52
    """On three stories kept apart pairs from here on were right in 98 %, and three of four true pairs lay below: hence
    the answer "perhaps" (`coverage.py`)."""
    absent = 0.22
    """Below it hardly any sentence is told in other words."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        """`vectors`: (sentences, 384), of length 1, in the order of the sentences to be compared."""
        self._vectors = vectors

    def matrix(self, sentences: Sequence[str]) -> NDArray[np.float64]:
        """Return the symmetric matrix of similarities, 0 … 1, with ones on the diagonal."""
        import numpy as np

        words = WordSimilarity().matrix(sentences)
        meaning = np.clip(self._vectors @ self._vectors.T, 0.0, 1.0).astype(np.float64)
        alike = np.where(words >= 1.0, 1.0, (words + meaning) / 2)
        np.fill_diagonal(alike, 1.0)
        return np.asarray(np.round(alike, 6), dtype=np.float64)
