"""Go to anything: articles, outlets, names in the texts, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from analysis.messages import Label
from analysis.messages import text as tr
from analysis.model import ActorKind, Passage

from .actions.articles import open_articles
from .actions.table import Actions
from .session import Session

if TYPE_CHECKING:
    from .dialogs.goto import Entry

KINDS = {
    ActorKind.PERSON: Label("person"),
    ActorKind.ORGANIZATION: Label("organisation"),
    ActorKind.PLACE: Label("place"),
    ActorKind.GROUP: Label("group"),
    ActorKind.OTHER: Label("name"),
}


def destinations(session: Session, table: Actions) -> list[Entry]:
    """Return everything to go to: articles, outlets, names in the texts, and what can be done."""
    from .dialogs.goto import Entry  # here: it is not seen at the first paint

    found = [
        Entry(a.title or a.label, a.outlet or tr("article"), partial(open_articles, session, (a.id,)))
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
    found += [Entry(name, tr("outlet"), partial(open_articles, session, tuple(ids))) for name, ids in outlets.items()]
    table.refresh()
    found += [
        Entry(spec.plain, tr("action"), partial(table.run, spec), ", ".join(spec.keys))
        for spec in table.specs
        if table.actions[spec.key].isEnabled() and spec.key != "goto"
    ]
    found += [
        Entry(name, tr(KINDS[kind]), partial(session.open_passages, tuple(passages)))
        for name, (kind, passages) in sorted(names.items(), key=lambda item: -len(item[1][1]))
    ]
    return found
