"""The View menu: which view, how large, which colours, the window's layout."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt

from analysis.messages import Label
from analysis.messages import text as tr

from ..parts import Parts
from ..theme import MODES
from .spec import ActionSpec

COLOURS = {"system": Label("As the system"), "light": Label("Light"), "dark": Label("Dark")}


def _show_view(key: str, parts: Parts) -> None:
    parts.show_view(key)


def _is_shown(key: str, parts: Parts) -> bool:
    return parts.views.key == key


def _set_mode(mode: str, parts: Parts) -> None:
    parts.appearance.set_mode(mode)


def _has_mode(mode: str, parts: Parts) -> bool:
    return parts.appearance.mode == mode


def _toggle_full_screen(parts: Parts) -> None:
    parts.frame.setWindowState(parts.frame.windowState() ^ Qt.WindowState.WindowFullScreen)


def specs(views: Iterable[tuple[str, str]]) -> Iterable[ActionSpec]:
    """Yield the actions of the View menu, with one for each view (key, title)."""
    spec, here = ActionSpec, ("view",)
    for i, (key, title) in enumerate(views, 1):
        yield spec(
            f"view.{key}",
            here,
            f"&{i} {title}",
            partial(_show_view, key),
            (f"Ctrl+{i}",),
            checked=partial(_is_shown, key),
            group="views",
        )
    yield spec("larger", here, tr("&Larger text"), lambda p: p.zoom(1), ("Ctrl++", "Ctrl+="), group="zoom")
    yield spec("smaller", here, tr("&Smaller text"), lambda p: p.zoom(-1), ("Ctrl+-",), group="zoom")
    yield spec("normal", here, tr("&Normal text size"), lambda p: p.zoom(0), ("Ctrl+0",), group="zoom")
    for mode in MODES:
        yield spec(
            f"colours.{mode}",
            ("view/colours",),
            tr(COLOURS[mode]),
            partial(_set_mode, mode),
            checked=partial(_has_mode, mode),
            group="colours",
        )
    yield spec("layout", here, tr("&Reset layout"), lambda p: p.layout.reset(), group="full")
    yield spec(
        "full",
        here,
        tr("&Full screen"),
        _toggle_full_screen,
        ("F11",),
        checked=lambda p: p.frame.isFullScreen(),
        group="full",
    )
