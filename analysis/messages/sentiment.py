"""English templates of the messages about sentiment."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {}
