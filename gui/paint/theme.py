"""Colours by role, light or dark: those of `resources/themes/palette.toml`, and a few that only a window needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPalette

from analysis.output.charts.palette import outlet_role, palette

# Pairs are (light, dark). Grounds keep the text on them at 7:1 or more, lines keep 3:1 against the paper.
WINDOW_ROLES: dict[str, tuple[str, str]] = {
    "lit": ("#fff3c9", "#423a17"),
    "found": ("#def2d0", "#2c4420"),
    "found.line": ("#4b7a1c", "#9fd070"),
    "current": ("#111418", "#ffffff"),
    "only": ("#6a4fa3", "#c0a8f5"),
}
DARK_BELOW = 128
"""A window ground of less lightness (0 to 255) takes the dark colours."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours that fit a palette."""

    dark: bool

    @classmethod
    def of(cls, colours: QPalette) -> Theme:
        """Return the theme whose ground is nearest to that of `colours`."""
        return cls(colours.color(QPalette.ColorRole.Base).lightness() < DARK_BELOW)

    @property
    def name(self) -> str:
        """The name of the palette that charts take."""
        return "dark" if self.dark else "light"

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return _colour(role, self.dark)

    def outlet(self, index: int) -> QColor:
        """Return the colour of the outlet at `index`; after eight they repeat, the letter tells them apart."""
        return self.colour(outlet_role(index))


@cache
def _colour(role: str, dark: bool) -> QColor:
    # Painting asks for a handful of roles hundreds of times.
    if role in WINDOW_ROLES:
        return QColor(WINDOW_ROLES[role][dark])
    return QColor(palette("dark" if dark else "light")[role])


def outlet_letter(index: int) -> str:
    """Return what names an outlet without colour: A … Z, AA …"""
    first, last = divmod(index, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
