"""How alike two sentences are: the interface, and the measure that counts shared words and parts of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from ..progress import checked, checkpoint
from .stopwords import STOP_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRAMS = (3, 4, 5)
"""Lengths of the character n-grams."""

ENOUGH_SHARED = 3
"""Lemmas that two sentences share before their similarity counts in full. One or two rare words in common make short
sentences look alike ("reads one question" and "Has he been questioned?"). On the long sentences of ECB+ it changes
little: average precision .701 without, .700 with three, .697 with four."""

_WORD = re.compile(r"\w+")


class Similarity(Protocol):
    """Compares sentences with each other."""

    @property
    def threshold(self) -> float:
        """The similarity from which two sentences are taken to say the same thing."""
        ...

    @property
    def absent(self) -> float:
        """The similarity below which nothing near was found."""
        ...

    def matrix(self, sentences: Sequence[str]) -> NDArray[np.float64]:
        """Return the symmetric matrix of similarities, 0 … 1, with ones on the diagonal."""
        ...


class WordSimilarity:
    """The mean of two TF-IDF cosines, of lemmas and of character n-grams within words; function words left out.

    Measured with `tests/quality/test_alignment.py` (average precision over ECB+ dev pairs, Pearson r on the two sets of
    headlines): lemmas .684 .740 .694, n-grams .709 .720 .692, both .701 .741 .705. A bonus for shared names and
    numbers raised none of them (.690 to .705 on ECB+): their rarity already counts, and what is told of the same
    person is often something else.
    """

    threshold = 0.36
    """Of 104 links below .50 in 16 comparisons (five events of NewsWCL50, ten of BASIL, one of our own), judged by eye,
    those of .32 to .36 said the same in 14 of 38 cases, of .36 to .42 in 17 of 31, of .42 to .50 in 27 of 35: below
    .36 most are about the same people only. In the sample story it keeps all pairs apart that should be."""
    absent = 0.03
    """As rare as the Reader's .22: in 15 stories, 3,436 sentences against another article, 15 % have nothing nearer."""

    def matrix(self, sentences: Sequence[str]) -> NDArray[np.float64]:
        """Return the mean of the two cosines; sentences of function words only are like nothing but themselves."""
        import numpy as np

        words = [_words(sentence) for sentence in checked(sentences)]
        lemmas, shared = _cosine(words, lambda ws: [lemma(w) for w in ws])
        grams, _ = _cosine(words, lambda ws: [gram for w in ws for gram in _grams(w)])
        weight = np.minimum(shared, ENOUGH_SHARED) / ENOUGH_SHARED
        alike = (lemmas + grams) / 2 * weight
        same: dict[str, list[int]] = {}
        for i, sentence in enumerate(sentences):
            same.setdefault(" ".join(_WORD.findall(sentence.lower())), []).append(i)
        for held in same.values():
            alike[np.ix_(held, held)] = 1.0
        return np.asarray(np.round(np.clip(alike, 0.0, 1.0), 6), dtype=np.float64)


def _cosine(
    words: Sequence[list[str]], analyse: Callable[[list[str]], list[str]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return TF-IDF cosines (frequencies by their logarithm, rarity among these sentences), and how many are shared."""
    import numpy as np

    for name in checked(_SLOW_TO_IMPORT):
        import_module(name)
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(words):
        return np.eye(len(words)), np.zeros((len(words), len(words)))
    matrix = TfidfVectorizer(analyzer=analyse, sublinear_tf=True, dtype=np.float64).fit_transform(checked(words))
    checkpoint()
    present = matrix.copy()
    present.data = np.ones_like(present.data)
    return np.asarray((matrix @ matrix.T).todense()), np.asarray((present @ present.T).todense())


_SLOW_TO_IMPORT = ("scipy.sparse", "scipy.stats", "sklearn")
"""What the vectorizer needs: together a second of the processor, so that a Cancel can be raised between them."""


def _words(sentence: str) -> list[str]:
    return [word for word in _WORD.findall(sentence.lower()) if word not in STOP_WORDS]


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Return the dictionary form of an English word in small letters."""
    from simplemma import lemmatize

    return str(lemmatize(word, lang="en")).lower()


@lru_cache(maxsize=50_000)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[i : i + n] for n in GRAMS for i in range(max(1, len(padded) - n + 1)))
