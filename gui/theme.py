"""How the window looks: colours by role, light or dark by the system or by choice, one type family, one text size."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
MODES = ("system", "light", "dark")
SANS, SERIF = "Noto Sans", "Noto Serif"
SIZES = (8, 24)
"""Smallest and largest text size in points that zooming reaches."""


class Appearance(QObject):
    """The look of the running program; remembers what the user chose."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        mode = str(settings.value("theme", "system"))
        self._mode = mode if mode in MODES else "system"
        self._system_size = app.font().pointSize() if app.font().pointSize() > 0 else 10
        size = settings.value("text_size")
        self._size = _within(int(str(size))) if size is not None and str(size).isdigit() else self._system_size
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def mode(self) -> str:
        """`system`, `light` or `dark`: what the user chose."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the window is dark now."""
        if self._mode != "system":
            return self._mode == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def text_size(self) -> int:
        """Size of the interface's text in points."""
        return self._size

    def set_mode(self, mode: str) -> None:
        """Follow the system, or be light or dark whatever it says."""
        if mode not in MODES:
            raise ValueError(mode)
        self._mode = mode
        self._settings.setValue("theme", mode)
        self.apply()

    def zoom(self, steps: int) -> None:
        """Make all text larger or smaller by so many points; 0 gives the system's size back."""
        size = self._system_size if steps == 0 else _within(self._size + steps)
        if size != self._size:
            self._size = size
            self._settings.setValue("text_size", size)
            self.apply()

    def apply(self) -> None:
        """Give the program its palette, style sheet and font."""
        hints = QGuiApplication.styleHints()
        schemes = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        if hasattr(hints, "setColorScheme"):  # title bars and file dialogs of the system follow
            hints.setColorScheme(schemes[self._mode])
        name = "dark" if self.dark else "light"
        font = QFont(self._app.font())
        if SANS in QFontDatabase.families():
            font.setFamilies([SANS])
        font.setPointSize(self._size)
        self._app.setFont(font)
        self._app.setPalette(palette(name))
        self._app.setStyleSheet(style_sheet(name))
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self.apply()


@cache
def roles(name: str) -> dict[str, str]:
    """Return the colours of the `light` or `dark` theme by role."""
    with (RESOURCES / "themes" / "window.toml").open("rb") as file:
        found: dict[str, str] = tomllib.load(file)[name]
    disabled = _mix(QColor(found["muted"]), QColor(found["window"]), 0.45)
    return {**found, "disabled": disabled.name()}


def is_dark(colours: QPalette) -> bool:
    """Return whether a widget with this palette stands on a dark ground."""
    return colours.color(QPalette.ColorRole.Base).lightness() < 128


def role(colours: QPalette, name: str) -> QColor:
    """Return the colour of a role as it is on this palette's ground."""
    return QColor(roles("dark" if is_dark(colours) else "light")[name])


def palette(name: str) -> QPalette:
    """Return Qt's palette of the `light` or `dark` theme."""
    colours = {key: QColor(value) for key, value in roles(name).items()}
    use = QPalette.ColorRole
    result = QPalette(colours["raised"], colours["window"])
    pairs = {
        use.Window: "window",
        use.WindowText: "text",
        use.Base: "base",
        use.AlternateBase: "alternate",
        use.Text: "text",
        use.Button: "raised",
        use.ButtonText: "text",
        use.ToolTipBase: "base",
        use.ToolTipText: "text",
        use.PlaceholderText: "muted",
        use.Highlight: "soft",
        use.HighlightedText: "text",
        use.Link: "accent",
        use.LinkVisited: "accent",
        use.Accent: "accent",
        use.Light: "raised",
        use.Midlight: "alternate",
        use.Mid: "line",
        use.Dark: "line",
        use.Shadow: "line",
        use.BrightText: "warning",
    }
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for where, what in pairs.items():
            result.setColor(group, where, colours[what])
    for where in (use.WindowText, use.Text, use.ButtonText, use.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, where, colours["disabled"])
    return result


@cache
def style_sheet(name: str) -> str:
    """Return the style sheet with its @roles filled in."""
    words = {**roles(name), "name": name, "icons": (RESOURCES / "icons").as_posix()}
    text = (RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda match: words[match[1]], re.sub(r"/\*.*?\*/", "", text, flags=re.S))


def load_fonts(*names: str) -> None:
    """Give Qt the bundled fonts whose file names begin with one of `names` (all of them without any)."""
    for path in sorted((RESOURCES / "fonts").glob("*.[ot]tf")):
        if not names or path.name.startswith(names):
            QFontDatabase.addApplicationFont(str(path))


def _within(size: int) -> int:
    return min(max(size, SIZES[0]), SIZES[1])


def _mix(one: QColor, other: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() * (1 - share) + other.redF() * share,
        one.greenF() * (1 - share) + other.greenF() * share,
        one.blueF() * (1 - share) + other.blueF() * share,
    )
