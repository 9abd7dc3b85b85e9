"""Names and codes of languages as archives and programs write them → codes of two letters."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_NAMES = Path(__file__).resolve().parents[2] / "resources" / "sources" / "languages.toml"


@cache
def _codes(kind: str) -> Mapping[str, str]:
    tables = tomllib.loads(_NAMES.read_text("utf-8"))
    return {name: code for code, names in tables[kind].items() for name in names}


def named_language(name: str) -> str:
    """Return the ISO 639-1 code of a language by its name in one of several languages; "" for any other word."""
    return _codes("names").get(name.strip().casefold(), "")


def coded_language(code: str) -> str:
    """Return the ISO 639-1 code that a code of three letters stands for; "" for any other word."""
    return _codes("codes").get(code.strip().casefold(), "")
