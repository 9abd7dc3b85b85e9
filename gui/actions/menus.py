"""The menus in their order, and everything that stands in them."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.messages import Label

from . import analyse, articles, edit, file, help, lexicons, view, window
from .spec import ActionSpec

MENUS = (
    ("file", Label("&File")),
    ("edit", Label("&Edit")),
    ("view", Label("&View")),
    ("articles", Label("&Articles")),
    ("analyse", Label("A&nalyse")),
    ("lexicons", Label("&Lexicons")),
    ("reports", Label("&Reports")),
    ("window", Label("&Window")),
    ("help", Label("&Help")),
)
SUBMENUS = {"file/export": Label("Export"), "view/colours": Label("Colours"), "analyse/group": Label("Compare by")}


def specs(views: Iterable[tuple[str, str]]) -> tuple[ActionSpec, ...]:
    """Return everything that can be done in a window with these views (key, title)."""
    return (
        *file.specs(),
        *edit.specs(),
        *view.specs(views),
        *articles.specs(),
        *analyse.specs(),
        *lexicons.specs(),
        *window.specs(),
        *help.specs(),
    )
