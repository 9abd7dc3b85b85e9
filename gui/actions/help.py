"""The Help menu: the page of keys, version and licences."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.messages import text as tr

from ..parts import Parts
from .spec import ActionSpec


def specs() -> Iterable[ActionSpec]:
    """Yield the actions of the Help menu."""
    here = ("help",)
    yield ActionSpec("keys", here, tr("&Keys"), lambda p: p.keys_asked.emit(), ("F1",))
    yield ActionSpec("about", here, tr("&About Parallax"), _show_about)


def _show_about(parts: Parts) -> None:
    """Show version and licences."""
    from ..dialogs.help import PageDialog, about_page

    PageDialog(tr("About Parallax"), about_page(), parts.frame).open()
