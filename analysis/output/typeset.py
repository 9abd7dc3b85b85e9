"""Typst with the bundled fonts: one document in, one PDF out, the same bytes every time."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from ..errors import OutputError
from ..messages import message
from ..progress import abandonable
from .charts.metrics import FONTS

if TYPE_CHECKING:
    import typst

STANDARD: Literal["ua-1"] = "ua-1"
TIMESTAMP = 0
"""Seconds: a clock would make two runs differ. What was read and when it was published stands in the report."""


def typeset(template: bytes, name: str, data: Any, tagged: bool = True) -> bytes:  # Any: JSON.
    """Return the PDF that `template` makes of `data` (its input `name`); OutputError where it cannot be made.

    Tagged as PDF/UA-1, where a sign that no font has is an error; else it is an empty box.
    """
    import typst

    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def compiled() -> bytes:
        return typst.compile(
            template,
            font_paths=_fonts(),
            sys_inputs={name: written},
            pdf_standards=[STANDARD] if tagged else [],
            timestamp=TIMESTAMP,
        )

    try:
        return abandonable(compiled)
    except typst.TypstError as error:
        raise OutputError(message("output.failed.render", detail=str(error)[:200])) from error


@cache
def _fonts() -> typst.Fonts:
    """The fonts of this program and those that Typst brings, never the system's."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
