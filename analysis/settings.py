"""What a user can set for one run; every value enters the provenance."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How sources are read."""

    columns: tuple[tuple[str, str], ...] = ()
    """(field, column name) for tables whose columns have unusual names; "" where no column holds the field."""
    look: bool = False
    """Read no articles of tables: their first rows come back instead, as `sources.look` takes them."""
    keep_text: bool = False
    """Take the text as it is: no furniture removed, no header read."""
    fetch: bool = False
    """Whether addresses may be fetched; never true unless the user said so for this run."""


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """What is compared with what."""

    group_by: str = "outlet"
    """`outlet`, or the name of a column of the articles."""
    title: str = ""
    exclude_wire: bool = False
    """Leave passages of agency copy that several outlets share out of the measures."""
    mix_kinds: bool = False
    """Count opinion, letters and other kinds together with the rest in figures of the outlets' own voice."""
