"""English templates of the messages about attribution."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {}
