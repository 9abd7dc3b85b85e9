"""One thing that can be done, as a line of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..parts import Parts


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Where an action stands, what it is called, what it does, which keys do it, and when it can be done."""

    key: str
    menus: tuple[str, ...]
    """Keys of menus, "menu/submenu" for a place below one."""
    text: str
    run: Callable[[Parts], object]
    keys: tuple[str, ...] = ()
    enabled: Callable[[Parts], bool] | None = None
    checked: Callable[[Parts], bool] | None = None
    named: Callable[[Parts], str] | None = None
    """The text as it is now, where it changes."""
    group: str = ""
    """Actions of one group stand together; a line stands between groups."""

    @property
    def plain(self) -> str:
        """The text without the menu's underlined letter."""
        return self.text.replace("&", "")


def has_articles(parts: Parts) -> bool:
    """Return whether the story has articles."""
    return bool(parts.session.articles)


def has_chosen(parts: Parts) -> bool:
    """Return whether articles are selected."""
    return bool(parts.chosen_articles())
