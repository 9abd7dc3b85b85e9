"""The tables as pandas frames, for notebooks and statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Comparison
from .rows import tables

if TYPE_CHECKING:
    from pandas import DataFrame


def frames(comparison: Comparison) -> dict[str, DataFrame]:
    """Return every table by name, values as numbers and texts; what is not measurable is missing, not 0."""
    from pandas import DataFrame

    return {
        named.name: DataFrame(list(named.table.rows), columns=[column.title for column in named.table.columns])
        for named in tables(comparison)
    }
