"""How alike two sentences are: the interface, and the measure that counts shared words, names and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME_WEIGHT = 0.15
"""Share of names and numbers in the similarity."""

_NAME_OR_NUMBER = re.compile(r"(?<!^)(?<![“\"'‘(] )\b[A-Z][\w’'-]+|\d[\d.,]*\d|\d")


class Similarity(Protocol):
    """Compares sentences with each other."""

    @property
    def threshold(self) -> float:
        """The similarity from which two sentences are taken to say the same thing."""
        ...

    def matrix(self, sentences: Sequence[str]) -> NDArray[np.float64]:
        """Return the symmetric matrix of similarities, 0 … 1, with ones on the diagonal."""
        ...


class WordSimilarity:
    """TF-IDF cosine over character n-grams within words, plus the cosine of names and numbers."""

    threshold = 0.45

    def matrix(self, sentences: Sequence[str]) -> NDArray[np.float64]:
        """Return (1 - w) × cosine of n-grams + w × cosine of names and numbers, w = 0 where there are none."""
        import numpy as np
        from sklearn.feature_extraction.text import TfidfVectorizer

        if not any(re.search(r"\w", s) for s in sentences):
            return np.eye(len(sentences))
        grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float64)
        matrix = grams.fit_transform(sentences)
        alike = np.asarray((matrix @ matrix.T).todense())
        names = [" ".join(_NAME_OR_NUMBER.findall(s)) for s in sentences]
        if any(names):
            named = TfidfVectorizer(analyzer=str.split, dtype=np.float64).fit_transform(names)
            has = np.array([bool(n) for n in names])
            either = has[:, None] | has[None, :]
            shared = np.asarray((named @ named.T).todense())
            alike = np.where(either, (1 - NAME_WEIGHT) * alike + NAME_WEIGHT * shared, alike)
        np.fill_diagonal(alike, 1.0)
        rounded: NDArray[np.float64] = np.round(np.clip(alike, 0.0, 1.0), 6)
        return rounded
