"""The word lists by which a value is told from what only stands in its place."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

LISTS = Path(__file__).resolve().parents[3] / "resources" / "sources"


@cache
def words(file: str, key: str) -> frozenset[str]:
    """Return the list `key` of `resources/sources/FILE.toml`, without case."""
    return frozenset(word.casefold() for word in _tables(file)[key])


@cache
def places() -> frozenset[str]:
    """Return the names of places that stand in datelines and behind names, without case."""
    return frozenset(name.casefold() for name in _names()["places"]) | words("bylines", "places")


@cache
def given_names() -> frozenset[str]:
    """Return common given names, without case."""
    return frozenset(name.casefold() for key in ("women", "men") for name in _names()[key])


@cache
def nations() -> frozenset[str]:
    """Return the adjectives of nations, without case."""
    return frozenset(name.casefold() for name in _names()["adjectives"])


@cache
def _names() -> dict[str, list[str]]:
    path = LISTS.parent / "english" / "names.toml"
    names: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return names


@cache
def _tables(file: str) -> dict[str, list[str]]:
    tables: dict[str, list[str]] = tomllib.loads((LISTS / f"{file}.toml").read_text(encoding="utf-8"))
    return tables


def squeezed(name: str) -> str:
    """Return a name as addresses spell it: small letters and digits, without accents and "the"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if c.isalnum() or c == " ")
    return plain.strip().removeprefix("the ").replace(" ", "")
