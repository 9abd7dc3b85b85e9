"""A comparison as charts, a report, tables and JSON. All of it is made from the same Comparison."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .report.outline import Profile

if TYPE_CHECKING:
    from ..failures import Failure
    from ..model import ArticleAnalysis, Comparison

__all__ = [
    "Profile",
    "write_analyses_json",
    "write_csv",
    "write_html",
    "write_json",
    "write_pdf",
    "write_xlsx",
]

Where = str | os.PathLike[str]
"""A file's path, or "-" for standard output."""


def write_json(comparison: Comparison, path: Where) -> tuple[Failure, ...]:
    """Write `parallax.comparison/1`; OutputError where that fails, as in all that follow.

    All return what could not be made: the file is there without it.
    """
    from .files import write_bytes
    from .json import comparison_json, encode

    write_bytes(encode(comparison_json(comparison)), path)
    return ()


def write_analyses_json(analyses: Iterable[ArticleAnalysis], path: Where) -> tuple[Failure, ...]:
    """Write one `parallax.analysis/1` object per article, a line each."""
    from .files import write_bytes
    from .json import analysis_lines

    lines, failed = analysis_lines(analyses)
    write_bytes(b"".join(lines), path)
    return failed


def write_pdf(
    comparison: Comparison, path: Where, profile: Profile = Profile.FULL, language: str = "en"
) -> tuple[Failure, ...]:
    """Write the report as PDF."""
    from .files import write_bytes
    from .report.compose import compose
    from .report.pdf import document

    outline = compose(comparison, profile, language)
    made, failed = document(outline)
    write_bytes(made, path)
    return outline.failures + failed


def write_html(
    comparison: Comparison, path: Where, profile: Profile = Profile.FULL, language: str = "en"
) -> tuple[Failure, ...]:
    """Write the report as one HTML file that needs nothing else."""
    from .files import write_bytes
    from .report.compose import compose
    from .report.html import page

    outline = compose(comparison, profile, language)
    made, failed = page(outline)
    write_bytes(made.encode("utf-8"), path)
    return outline.failures + failed


def write_xlsx(comparison: Comparison, path: Where) -> tuple[Failure, ...]:
    """Write all tables as one workbook."""
    from .files import write_bytes
    from .tables import failures_of, tables, xlsx

    made = tables(comparison)
    write_bytes(xlsx(comparison, made), path)
    return failures_of(made)


def write_csv(comparison: Comparison, folder: Where) -> tuple[Failure, ...]:
    """Write all tables into `folder`, a file each, all or none; the folder is made where its parent exists."""
    from .files import write_folder
    from .tables import csv_files, failures_of, tables

    made = tables(comparison)
    write_folder(csv_files(comparison, made), folder)
    return failures_of(made)
