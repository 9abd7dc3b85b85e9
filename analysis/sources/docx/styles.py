"""Styles of a Word document: what a paragraph is by its style, and which styles hide their text."""

from __future__ import annotations

from typing import Any

from ..word_processor import ROLES, Role
from .markup import attribute, child, flag, name

_LONGEST_CHAIN = 20
"""Styles on which a style may rest, one upon the other; Word allows ten."""


class Styles:
    """The styles of one document, looked up once."""

    def __init__(self, root: Any | None) -> None:
        self._styles = {attribute(s, "styleId"): s for s in (() if root is None else root) if name(s) == "w:style"}
        defaults = [
            key
            for key, style in self._styles.items()
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")
        ]
        self._default = defaults[0] if defaults else ""
        self._roles: dict[str, Role | None] = {}
        self._hidden: dict[str, bool] = {}

    def role(self, style: str) -> Role | None:
        """Return what a paragraph of this style is; the default style's where it is ""."""
        style = style or self._default
        if style not in self._roles:
            names = [_name_of(link) for link in self._chain(style)]
            self._roles[style] = next((ROLES[known] for known in names if known in ROLES), None)
        return self._roles[style]

    def hidden(self, style: str, paragraph: bool = False) -> bool:
        """Return whether text of this style is hidden."""
        style = style or (self._default if paragraph else "")
        if style not in self._hidden:
            self._hidden[style] = self._is_hidden(style)
        return self._hidden[style]

    def _is_hidden(self, style: str) -> bool:
        for link in self._chain(style):
            properties = child(link, "w:rPr")
            vanish = None if properties is None else flag(properties, "w:vanish")
            if vanish is not None:
                return vanish
        return False

    def _chain(self, style: str) -> list[Any]:
        """Return a style and those it rests on."""
        found: list[Any] = []
        while style in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[style])
            base = child(found[-1], "w:basedOn")
            style = "" if base is None else attribute(base, "val")
        return found


def _name_of(style: Any) -> str:
    element = child(style, "w:name")
    return "" if element is None else attribute(element, "val").lower()
