"""The Window menu: step through the views, show and hide the panels."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from analysis.messages import text as tr

from ..parts import Parts
from .spec import ActionSpec


def _toggle_dock(key: str, parts: Parts) -> None:
    parts.panels.toggle(key)


def _dock_wanted(key: str, parts: Parts) -> bool:
    return parts.panels.wanted(key)


def specs() -> Iterable[ActionSpec]:
    """Yield the actions of the Window menu."""
    spec, here = ActionSpec, ("window",)
    yield spec("next_view", here, tr("&Next view"), lambda p: p.views.step(1), ("Ctrl+PgDown",))
    yield spec("previous_view", here, tr("&Previous view"), lambda p: p.views.step(-1), ("Ctrl+PgUp",))
    for key, title, keys in (
        ("shelf", tr("&Articles at the left"), "F9"),
        ("inspector", tr("&Explanations at the right"), "F10"),
    ):
        yield spec(
            f"dock.{key}",
            here,
            title,
            partial(_toggle_dock, key),
            (keys,),
            checked=partial(_dock_wanted, key),
            group="docks",
        )
    yield spec("minimize", here, tr("&Minimise"), lambda p: p.frame.showMinimized(), ("Ctrl+M",), group="frame")
