"""A comparison as charts, a report, tables and JSON. All of it is made from the same Comparison."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .report.outline import Profile

if TYPE_CHECKING:
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


def write_json(comparison: Comparison, path: Where) -> None:
    """Write `parallax.comparison/1`; OutputError where that fails, as in all that follow."""
    from .files import write_bytes
    from .json import comparison_json, encode

    write_bytes(encode(comparison_json(comparison)), path)


def write_analyses_json(analyses: Iterable[ArticleAnalysis], path: Where) -> None:
    """Write one `parallax.analysis/1` object per article, a line each."""
    from .files import write_bytes
    from .json import analysis_json, encode

    write_bytes(b"".join(encode(analysis_json(analysis)) for analysis in analyses), path)


def write_pdf(comparison: Comparison, path: Where, profile: Profile = Profile.FULL, language: str = "en") -> None:
    """Write the report as PDF."""
    from .files import write_bytes
    from .report.compose import compose
    from .report.pdf import pdf

    write_bytes(pdf(compose(comparison, profile, language)), path)


def write_html(comparison: Comparison, path: Where, profile: Profile = Profile.FULL, language: str = "en") -> None:
    """Write the report as one HTML file that needs nothing else."""
    from .files import write_bytes
    from .report.compose import compose
    from .report.html import html

    write_bytes(html(compose(comparison, profile, language)).encode("utf-8"), path)


def write_xlsx(comparison: Comparison, path: Where) -> None:
    """Write all tables as one workbook."""
    from .files import write_bytes
    from .tables import xlsx

    write_bytes(xlsx(comparison), path)


def write_csv(comparison: Comparison, folder: Where) -> None:
    """Write all tables into `folder`, a file each, all or none; the folder is made where its parent exists."""
    from .files import write_folder
    from .tables import csv_files

    write_folder(csv_files(comparison), folder)
