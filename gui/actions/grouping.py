"""Compare by: the submenu of outlets and of the columns that the articles have."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from analysis.messages import Label
from analysis.messages import text as tr

from .. import commands
from ..session import Session
from ..widgets.plain import menu_text, name_action

OFFERED = {"outlet": Label("Outlet"), "kind": Label("Kind of article"), "folder": Label("Folder")}
"""What every story can be grouped by; its other columns go by their own names."""


def fill_grouping(menu: QMenu, session: Session) -> None:
    """Offer outlets and the columns that the articles have, the one that is compared by ticked."""
    menu.clear()
    group = QActionGroup(menu)
    columns = {name for a in session.articles for name, _ in a.columns}
    names = ["outlet", "kind", *sorted(columns - {"outlet", "kind"})]
    for name in names:
        action = name_action(QAction(menu), tr(OFFERED[name]) if name in OFFERED else menu_text(name))
        menu.addAction(action)
        action.setCheckable(True)
        action.setChecked(session.settings.group_by == name)
        action.triggered.connect(lambda _=False, name=name: commands.set_group_by(session, name))
        group.addAction(action)
