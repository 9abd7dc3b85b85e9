"""What the Articles menu does with the articles that are selected in the Library or in the list at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.messages import text as tr
from analysis.model import Passage, Span

from . import commands

if TYPE_CHECKING:
    from .main_window import MainWindow


def read(window: MainWindow) -> None:
    """Show the selected articles in Read."""
    open_articles(window, window.chosen_articles())


def open_articles(window: MainWindow, ids: tuple[str, ...]) -> None:
    """Show articles in Read; those that were left out of the comparison come in."""
    session = window.session
    if any(key not in session.scope for key in ids):
        wanted = {*session.scope, *ids}
        commands.set_scope(session, [a.id for a in session.articles if a.id in wanted])
    session.open_passages([Passage(key, Span(0, 0)) for key in ids if key in session.analyses])


def edit_details(window: MainWindow) -> None:
    """Ask for other details of the selected articles."""
    from .dialogs.details import DetailsDialog

    session = window.session
    ids = window.chosen_articles()
    articles = [article for key in ids if (article := session.article(key)) is not None]
    if not articles:
        return
    dialog = DetailsDialog(articles, [a.outlet for a in session.articles], window)
    dialog.accepted.connect(lambda: commands.edit_details(session, ids, dialog.details()))
    dialog.open()


def remove(window: MainWindow) -> None:
    """Take the selected articles out of the story."""
    ids = window.chosen_articles()
    count = len(ids)
    commands.remove_articles(window.session, ids)
    told = tr("1 article removed") if count == 1 else tr("{count} articles removed").format(count=count)
    window.notices.tell(told, (tr("Undo"), window.session.undo_stack.undo))


def some_failed(window: MainWindow) -> bool:
    """Return whether a selected article could not be analysed."""
    return not window.session.failures.keys().isdisjoint(window.chosen_articles())


def try_again(window: MainWindow) -> None:
    """Analyse again those of the selected articles that could not be analysed."""
    window.pipeline.resume(window.chosen_articles())


def compare_only(window: MainWindow) -> None:
    """Compare the selected articles and no others."""
    commands.set_scope(window.session, window.chosen_articles())


def leave_out(window: MainWindow) -> None:
    """Leave the selected articles out of the comparison."""
    chosen = window.chosen_articles()
    commands.set_scope(window.session, [key for key in window.session.scope if key not in chosen])


def compare_all(window: MainWindow) -> None:
    """Compare all articles."""
    commands.set_scope(window.session, [article.id for article in window.session.articles])


def some_left_out(window: MainWindow) -> bool:
    """Return whether an article is left out of the comparison."""
    return len(window.session.scope) < len(window.session.articles)


def rename_story(window: MainWindow) -> None:
    """Ask for another name of the story."""
    from .dialogs.question import QuestionDialog

    session = window.session
    asked = tr("Name of the story, as it stands on the report")
    dialog = QuestionDialog(tr("Rename the story"), asked, session.name, parent=window)
    dialog.accepted.connect(lambda: commands.set_title(session, dialog.answer()))
    dialog.open()
