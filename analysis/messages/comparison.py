"""English templates of the messages about comparison."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {}
