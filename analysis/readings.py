"""What the Reader says of one document: figures and findings over the document's own tokens and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Range = tuple[int, int]
"""Half-open range of words."""
NO_HEAD = -1
"""Head of the word at the root of its sentence, and of words that were not read."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as ranges of words, with the least probability among the decisions behind it."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, organisation or place."""

    range: Range
    """Half-open, in document tokens."""
    kind: str
    """One of `reader.labels.NAME_KINDS`."""
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One document as the Reader sees it. Ranges are half-open and count document tokens."""

    relations: tuple[Relation, ...]
    """Attributions, in text order."""
    loose: tuple[Range, ...]
    """Contents whose cue stands in another window, in text order."""
    names: tuple[Name, ...]
    upos: NDArray[np.int8]
    """(tokens,): index into `reader.labels.UPOS`; -1 where nothing was read."""
    heads: NDArray[np.int32]
    """(tokens,): the token's head; NO_HEAD for the root."""
    deprels: NDArray[np.int8]
    """(tokens,): index into `reader.labels.DEPRELS`; -1 where nothing was read."""
    polarity: NDArray[np.float32]
    """(tokens, 3): logits of `reader.labels.POLARITIES` toward what stands here."""
    loaded_words: NDArray[np.float32]
    """(tokens,): probability that a reader would mark the word as loaded."""
    loaded: NDArray[np.float32]
    """(sentences,): calibrated probability that the wording is loaded; NaN where nothing was read."""
    subjective: NDArray[np.float32]
    """(sentences,): probability that the sentence is subjective; NaN where nothing was read."""
    valence: NDArray[np.float32]
    """(sentences,): -4 … 4; NaN where nothing was read."""
    embeddings: NDArray[np.float32]
    """(sentences, 384), unit length; zeros where nothing was read."""
    target_temperature: float = 1.0
    """What the logits of `polarity` are divided by, so that they promise no more than comes true."""

    def toward(self, first: int, last: int) -> tuple[float, float, float]:
        """Return the probabilities (negative, neutral, positive) toward the target at tokens `first` to `last`.

        Half-open. The mean of its words' logits, as in training, through a softmax at the fitted temperature.
        """
        import numpy as np

        mean = self.polarity[first : max(last, first + 1)].mean(0) / self.target_temperature
        powers = np.exp(mean - mean.max())
        negative, neutral, positive = (powers / powers.sum()).tolist()
        return negative, neutral, positive
