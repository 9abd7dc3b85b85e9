"""Where lexicons lie on disk."""

from __future__ import annotations

from pathlib import Path

BUILT_IN = Path(__file__).resolve().parents[3] / "resources" / "lexicons"
SHARED = BUILT_IN / "shared"
"""Tables that all lexicons use: word groups, nations, irregular forms, function words."""
