"""Where word tables and lexicons lie on disk."""

from __future__ import annotations

from pathlib import Path

_RESOURCES = Path(__file__).resolve().parents[3] / "resources"

ENGLISH = _RESOURCES / "english"
"""Words of English by their classes: read through `tables`."""
BUILT_IN = _RESOURCES / "lexicons"
SHARED = BUILT_IN / "shared"
"""Tables that all lexicons use: word groups and nations."""
