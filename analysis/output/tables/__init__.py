"""A comparison as tables for spreadsheets and statistics programs."""

from __future__ import annotations

from .csv import csv_files
from .frames import frames
from .rows import NamedTable, failures_of, tables
from .xlsx import xlsx

__all__ = ["NamedTable", "csv_files", "failures_of", "frames", "tables", "xlsx"]
