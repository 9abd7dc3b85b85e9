"""What the Articles menu does with the articles that are selected in the Library or in the list at the left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.messages import text as tr
from analysis.model import Passage, Span

from .. import commands
from ..parts import Parts
from ..session import Session
from .spec import ActionSpec, has_articles, has_chosen


def specs() -> Iterable[ActionSpec]:
    """Yield the actions of the Articles menu."""
    spec, here = ActionSpec, ("articles",)
    yield spec("read", here, tr("&Read"), read, enabled=has_chosen)
    yield spec("try_again", here, tr("&Try again"), try_again, enabled=some_failed)
    yield spec("details", here, tr("&Edit details…"), edit_details, ("F2",), has_chosen, group="edit")
    yield spec("remove", here, tr("Re&move from the story"), remove, ("Del",), has_chosen, group="edit")
    yield spec("only", here, tr("Compare &only these"), compare_only, enabled=has_chosen, group="scope")
    yield spec("out", here, tr("&Leave out of the comparison"), leave_out, enabled=has_chosen, group="scope")
    yield spec("all", here, tr("Compare &all articles"), compare_all, enabled=some_left_out, group="scope")
    yield spec("imported", here, tr("&Imported files…"), lambda p: p.importer.show_imported(), ("Ctrl+I",), group="in")
    yield spec("rename", here, tr("Re&name the story…"), rename_story, enabled=has_articles, group="story")


def read(parts: Parts) -> None:
    """Show the selected articles in Read."""
    open_articles(parts.session, parts.chosen_articles())


def open_articles(session: Session, ids: Sequence[str]) -> None:
    """Show articles in Read; those that were left out of the comparison come in."""
    if any(key not in session.scope for key in ids):
        wanted = {*session.scope, *ids}
        commands.set_scope(session, [a.id for a in session.articles if a.id in wanted])
    session.open_passages([Passage(key, Span(0, 0)) for key in ids if key in session.analyses])


def edit_details(parts: Parts) -> None:
    """Ask for other details of the selected articles."""
    from ..dialogs.details import DetailsDialog

    session = parts.session
    ids = parts.chosen_articles()
    articles = [article for key in ids if (article := session.article(key)) is not None]
    if not articles:
        return
    dialog = DetailsDialog(articles, [a.outlet for a in session.articles], parts.frame)
    dialog.accepted.connect(lambda: commands.edit_details(session, ids, dialog.details()))
    dialog.open()


def remove(parts: Parts) -> None:
    """Take the selected articles out of the story."""
    ids = parts.chosen_articles()
    count = len(ids)
    commands.remove_articles(parts.session, ids)
    told = tr("1 article removed") if count == 1 else tr("{count} articles removed").format(count=count)
    parts.notices.tell(told, (tr("Undo"), parts.session.undo_stack.undo))


def some_failed(parts: Parts) -> bool:
    """Return whether a selected article could not be analysed."""
    return not parts.session.failures.keys().isdisjoint(parts.chosen_articles())


def try_again(parts: Parts) -> None:
    """Analyse again those of the selected articles that could not be analysed."""
    parts.pipeline.resume(parts.chosen_articles())


def compare_only(parts: Parts) -> None:
    """Compare the selected articles and no others."""
    commands.set_scope(parts.session, parts.chosen_articles())


def leave_out(parts: Parts) -> None:
    """Leave the selected articles out of the comparison."""
    chosen = parts.chosen_articles()
    commands.set_scope(parts.session, [key for key in parts.session.scope if key not in chosen])


def compare_all(parts: Parts) -> None:
    """Compare all articles."""
    commands.set_scope(parts.session, [article.id for article in parts.session.articles])


def some_left_out(parts: Parts) -> bool:
    """Return whether an article is left out of the comparison."""
    return len(parts.session.scope) < len(parts.session.articles)


def rename_story(parts: Parts) -> None:
    """Ask for another name of the story."""
    from ..dialogs.question import QuestionDialog

    session = parts.session
    asked = tr("Name of the story, as it stands on the report")
    dialog = QuestionDialog(tr("Rename the story"), asked, session.name, parent=parts.frame)
    dialog.accepted.connect(lambda: commands.set_title(session, dialog.answer()))
    dialog.open()
