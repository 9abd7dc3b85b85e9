"""What the Help menu shows, and what can be gone to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from analysis.messages import text as tr
from analysis.model import ActorKind, Passage

from .articles_menu import open_articles

if TYPE_CHECKING:
    from .dialogs.goto import Entry
    from .main_window import MainWindow

KINDS = {
    ActorKind.PERSON: tr("person"),
    ActorKind.ORGANIZATION: tr("organisation"),
    ActorKind.PLACE: tr("place"),
    ActorKind.GROUP: tr("group"),
    ActorKind.OTHER: tr("name"),
}


def show_keys(window: MainWindow) -> None:
    """Show all keys."""
    from .dialogs.help import PageDialog, keys_page

    PageDialog(tr("Keys"), keys_page(window.actions_table.keys_by_menu()), window).open()


def show_about(window: MainWindow) -> None:
    """Show version and licences."""
    from .dialogs.help import PageDialog, about_page

    PageDialog(tr("About Parallax"), about_page(), window).open()


def places(window: MainWindow) -> list[Entry]:
    """Return everything to go to: articles, outlets, names in the texts, and what can be done."""
    from .dialogs.goto import Entry

    session = window.session
    entries = [
        Entry(a.title or a.label, a.outlet or tr("article"), partial(open_articles, window, (a.id,)))
        for a in session.articles
    ]
    outlets: dict[str, list[str]] = {}
    names: dict[str, tuple[ActorKind, list[Passage]]] = {}
    for article in session.articles:
        if article.outlet:
            outlets.setdefault(article.outlet, []).append(article.id)
        analysis = session.analyses.get(article.id)
        for actor in analysis.document.actors if analysis else ():
            passages = names.setdefault(actor.name, (actor.kind, []))[1]
            passages += [Passage(article.id, span) for span in actor.mentions]
    entries += [Entry(name, tr("outlet"), partial(open_articles, window, tuple(ids))) for name, ids in outlets.items()]
    table = window.actions_table
    table.refresh()
    entries += [
        Entry(spec.plain, tr("action"), partial(table.run, spec), ", ".join(spec.keys))
        for spec in table.specs
        if table.actions[spec.key].isEnabled() and spec.key != "goto"
    ]
    entries += [
        Entry(name, KINDS[kind], partial(session.open_passages, tuple(passages)))
        for name, (kind, passages) in sorted(names.items(), key=lambda item: -len(item[1][1]))
    ]
    return entries
