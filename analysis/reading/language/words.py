"""Words as keys: what makes two printed words the same word."""

from __future__ import annotations

from functools import lru_cache

from .marks import straighten


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Return `word` as it is counted: lower case, straight apostrophes, plain hyphens."""
    return straighten(word).replace("‐", "-").replace("‑", "-").casefold()


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Return the dictionary form of an English word, in lower case ("were" → "be")."""
    import simplemma

    return str(simplemma.lemmatize(word_key(word), lang="en")).casefold()
