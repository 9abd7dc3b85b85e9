"""The marks of each archive's layout, out of resources/archives: labels by what they hold, and lines that part."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[3] / "resources" / "archives"


@cache
def table(name: str) -> Mapping[str, Any]:  # what TOML holds; each reader below says its type
    """Return what stands in one of the files."""
    return tomllib.loads((RESOURCES / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return a list of lines or labels, without case."""
    return frozenset(word.casefold() for word in table(name)[key])


@cache
def fields(name: str, key: str) -> Mapping[str, str]:
    """Return what each label of a table holds, by the label without case: "load date" for "load-date"."""
    return {label.casefold(): field.replace("_", " ") for field, labels in table(name)[key].items() for label in labels}


@cache
def counter(name: str) -> re.Pattern[str]:
    """Return the pattern of a line that numbers a document: groups `n` and `total`, once for each form of words."""
    forms = "|".join(
        re.escape(form).replace(r"\{n\}", r"(\d[\d.,]{0,8})").replace(r"\{total\}", r"(\d[\d.,]{0,8})")
        for form in table(name)["counts"]
    )
    return re.compile(rf"(?:focus - )?(?:{forms})", re.I)


def numbered(pattern: re.Pattern[str], line: str) -> tuple[int, int] | None:
    """Return a document's number and how many there are, where a line says so; None elsewhere."""
    if len(line) > 60 or (m := pattern.fullmatch(line)) is None:
        return None
    n, total = (int(re.sub(r"\D", "", value)) for value in m.groups() if value is not None)
    return (n, total) if 1 <= n <= total else None


def one_of(values: Iterable[str]) -> str:
    """Return the pattern that matches any of some texts, the longest first."""
    return "|".join(re.escape(value) for value in sorted(values, key=len, reverse=True))
