"""Titles before names, with and without a full stop: `resources/english/titles.toml`."""

from __future__ import annotations

from functools import cache

from .tables import lists, words


@cache
def titles(*kinds: str) -> frozenset[str]:
    """Return the titles of these kinds (lists of `titles.toml`) in lower case, with and without a full stop."""
    plain = frozenset(word for kind in kinds for word in words(f"titles.{kind}"))
    return plain | {f"{word}." for word in plain}


def is_title(word: str, *kinds: str) -> bool:
    """Return whether a word, as printed, is a title of one of these kinds: "Mr", "Mr." and "MR"."""
    return word.casefold() in titles(*kinds)


@cache
def all_titles() -> frozenset[str]:
    """Return every title, in full ("president") and shortened ("pres", "pres.")."""
    return titles(*lists("titles"))


def gender_of_title(word: str) -> str:
    """Return "f" or "m" for a title that women or men bear, else ""."""
    return "f" if is_title(word, "women") else "m" if is_title(word, "men") else ""


@cache
def shortened() -> frozenset[str]:
    """Return the titles that a full stop may follow, as printed without it: "Mr", "Gen"."""
    return frozenset(word.capitalize() for word in words("titles.shortened"))
