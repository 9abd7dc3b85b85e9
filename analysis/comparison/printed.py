"""Words as articles print them: what is shown of a variant, whose name in a lexicon nobody wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence


def forms(places: Sequence[str], seen: Iterable[str]) -> tuple[str, ...]:
    """Return the forms among `places` (words as they stand in the texts), the most frequent first.

    `seen` are all forms of the story: one that also stands there in small letters loses the capitals that the
    beginning of a sentence or a headline gave it.
    """
    small = {form for form in map(flat, seen) if form.islower()}
    counts = Counter(form.lower() if form.lower() in small else form for form in map(flat, places))
    return tuple(sorted(counts, key=lambda form: (-counts[form], len(form), form)))


def flat(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())
