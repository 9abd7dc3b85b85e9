"""What did not come in as a file that can be copied, kept and opened again: TSV, or JSON lines by the ending.

The first column is the path, so that the files can be handed to the program anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from ..messages import render
from ..sources.left_out import LeftOut, file_on_disk
from .files import write_bytes
from .json import dumps
from .text import FORMULA_STARTS, cell_text, shown

JSON_LINES = (".jsonl", ".ndjson")


def write_left_out(rows: Iterable[LeftOut], path: str | os.PathLike[str]) -> None:
    """Write path, row and reason of each, a line each, with no heading; OutputError where that fails."""
    line = json_line if os.fspath(path).lower().endswith(JSON_LINES) else tsv_line
    write_bytes("".join(map(line, rows)).encode("utf-8", "backslashreplace"), path)


def tsv_line(row: LeftOut) -> str:
    """Return path, place in the file and reason, apart by tabs."""
    path, place = placed(row)
    return "\t".join((path_cell(path), path_cell(place), cell_text(_reason(row)))) + "\n"


def json_line(row: LeftOut) -> str:
    """Return the same as a JSON object, with the key of the reason."""
    path, place = placed(row)
    values = {"path": path, "row": place, "reason": _reason(row), "reason_key": row.message.key}
    return dumps(values) + "\n"


def placed(row: LeftOut) -> tuple[str, str]:
    """Return the file that can be opened, and the row in it; of an archive the name in it, with its row."""
    file = file_on_disk(row.path)
    if not file or file == row.path:
        return row.path, row.row
    inside = row.path[len(file) + 1 :]
    return file, f"{inside}#{row.row}" if row.row else inside


def path_cell(path: str) -> str:
    """Return a path that opens the same file and is neither a spreadsheet's formula nor taken for an option."""
    begins_badly = path.startswith(FORMULA_STARTS) and path != "-"
    return shown(f".{os.sep}{path}" if begins_badly else path).replace("\t", "[U+0009]").replace("\n", "[U+000A]")


def _reason(row: LeftOut) -> str:
    return " ".join(render(row.message).split())
