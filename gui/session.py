"""The open story: the one place that holds its state, and the one hub of signals.

Views read from here and listen here; they never talk to each other. Every change of what the user made goes through
`gui.commands`, which push it on `Session.undo_stack`, so that it can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from analysis.messages import Message
from analysis.model import Article, ArticleAnalysis, Comparison, Decision, Mark, Passage
from analysis.settings import CompareSettings

from .imports import Imported
from .kinds import by_id, first_shown
from .places import Places
from .state import Analyses, Selection, Story, StoryState


class Session(QObject):
    """Holds a `StoryState`, replaces it whole, and says then what of it is new."""

    articles_changed = Signal()
    """Articles were added, removed or edited; `articles` is new."""
    analyses_changed = Signal()
    """An analysis came in or was dropped (also when a decision changed the marks)."""
    comparison_changed = Signal()
    """`comparison` is new, or None while there is nothing to compare."""
    selection_changed = Signal()
    """`selection` is new, or None; the inspector and the columns follow."""
    scope_changed = Signal()
    """`scope` (which articles the Read columns show and the comparison covers) is new."""
    kinds_changed = Signal()
    """`visible` marks are new."""
    decisions_changed = Signal()
    resting_changed = Signal()
    """`resting` is new."""
    story_changed = Signal()
    """`title`, `sample` or `settings` is new."""
    name_changed = Signal()
    """`name` is new, by the user or by what the headlines share."""
    imported_changed = Signal()
    """`imported` is new."""
    passages_opened = Signal(object)
    """A tuple of Passage to open in Read: a chart's or a table's mark was activated."""

    saving_asked = Signal(str, str, object)
    """Something that a view shows is to be saved: what it is called, the file's ending, and what writes it to a Path
    (OSError where that fails)."""

    NEW = (
        ("articles_changed", attrgetter("story.articles")),
        ("analyses_changed", attrgetter("raw", "analyses", "failures")),
        ("scope_changed", attrgetter("story.scope")),
        ("decisions_changed", attrgetter("story.decisions")),
        ("selection_changed", attrgetter("selection")),
        ("comparison_changed", attrgetter("comparison")),
        ("story_changed", attrgetter("story.settings", "sample")),
        ("name_changed", attrgetter("name")),
        ("kinds_changed", attrgetter("visible")),
        ("resting_changed", attrgetter("resting")),
        ("imported_changed", attrgetter("imported")),
    )
    """Which signal tells of what part of the state, in the order in which they are sent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._state = StoryState(visible=first_shown())

    def _replace(self, state: StoryState) -> None:
        """Put another state in the place of the one there is, and tell what is new, each signal once."""
        before, self._state = self._state, state
        new = [name for name, part in self.NEW if part(before) != part(state)]
        for name in new:  # a listener may bring the next state
            getattr(self, name).emit()

    # ------------------------------------------------------------------ what there is

    @property
    def state(self) -> StoryState:
        """Everything that is known of the story."""
        return self._state

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order the user sees."""
        return self._state.story.articles

    @property
    def analyses(self) -> Analyses:
        """The analyses by article id, decisions applied; an article still being analysed has none."""
        return self._state.analyses

    @property
    def raw_analyses(self) -> Analyses:
        """The analyses by article id with the marks that the user rejected still in them."""
        return self._state.raw

    @property
    def failures(self) -> Mapping[str, Message]:
        """Why articles could not be analysed, by article id."""
        return self._state.failures

    @property
    def comparison(self) -> Comparison | None:
        return self._state.comparison

    @property
    def selection(self) -> Selection | None:
        return self._state.selection

    @property
    def scope(self) -> tuple[str, ...]:
        """Ids of the articles that are compared, in column order."""
        return self._state.story.scope

    @property
    def visible(self) -> frozenset[str]:
        """The kinds of marks that Read shows, of `kinds`."""
        return self._state.visible

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self._state.story.decisions

    @property
    def settings(self) -> CompareSettings:
        """What is compared with what; its title is the story's name."""
        return self._state.story.settings

    @property
    def places(self) -> Places:
        """The numbers of outlets and groups, which give their colours and letters."""
        return self._state.places

    @property
    def title(self) -> str:
        """The name that the user gave the story, "" for none."""
        return self.settings.title

    @property
    def name(self) -> str:
        """What the story is called: as the user said, else what its headlines share, "" while neither is known."""
        return self._state.name

    @property
    def sample(self) -> bool:
        """Whether this is the sample story: the user's first articles then start a story of their own."""
        return self._state.sample

    @property
    def resting(self) -> bool:
        """Whether nothing is being, or about to be, analysed or compared: what is missing does not come by itself."""
        return self._state.resting

    @property
    def imported(self) -> Imported:
        """The files that were opened for the story, and what of them did not come in."""
        return self._state.imported

    def article(self, article_id: str) -> Article | None:
        """Return the article with this id."""
        return next((a for a in self.articles if a.id == article_id), None)

    def mark(self, article_id: str, mark_id: str) -> Mark | None:
        """Return a mark, rejected ones included."""
        analysis = self.raw_analyses.get(article_id)
        return next((m for m in analysis.marks if m.id == mark_id), None) if analysis else None

    def rejected(self, article_id: str) -> frozenset[str]:
        """Return the ids of the marks of this article that the user rejected."""
        article = self.article(article_id)
        return self._state.story.rejected(article.text_sha256) if article else frozenset()

    def notes(self, article_id: str) -> dict[str, str]:
        """Return what the user wrote about the marks of an article, by mark."""
        article = self.article(article_id)
        own = [d for d in self.decisions if article and d.text_sha256 == article.text_sha256 and d.note]
        return {decision.mark: decision.note for decision in own}

    def note(self, article_id: str, mark_id: str) -> str:
        """Return what the user wrote about a mark."""
        return self.notes(article_id).get(mark_id, "")

    # ------------------------------------------------------------------ what the user made

    def set_story(self, story: Story, found: Iterable[ArticleAnalysis] = ()) -> None:
        """Put another story in the place of the one there is; `found` comes back with articles that do."""
        self._replace(self._state.with_story(story, found))

    def add_articles(self, articles: Sequence[Article]) -> None:
        """Add articles at the end and to the scope; those that are there already stay as they are."""
        self.set_story(self._state.story.adding(articles))

    def start_story(self, title: str = "", sample: bool = False) -> None:
        """Begin an empty story; what was undone or could be is forgotten."""
        self.undo_stack.clear()
        story = Story(settings=CompareSettings(title=title))
        self._replace(replace(self._state.with_story(story), sample=sample, found_name="", imported=Imported()))

    def set_imported(self, imported: Imported) -> None:
        """Take in what was opened and what of it did not come in."""
        self._replace(replace(self._state, imported=imported))

    # ------------------------------------------------------------------ what was found

    def set_analysis(self, analysis: ArticleAnalysis) -> None:
        """Take in what was found in one article; dropped where the article is no longer there."""
        self.set_analyses((analysis,))

    def set_analyses(self, analyses: Iterable[ArticleAnalysis]) -> None:
        """Take in what was found in several articles, with one signal for all."""
        self._replace(self._state.with_analyses(analyses))

    def set_failures(self, failures: Mapping[str, Message]) -> None:
        """Say which articles could not be analysed."""
        self._replace(self._state.with_failures(failures))

    def drop_analyses(self) -> None:
        """Forget what was found, so that every article is analysed anew."""
        self._replace(self._state.without_results())

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Take in the comparison."""
        self._replace(self._state.with_comparison(comparison))

    def set_resting(self, resting: bool) -> None:
        """Say whether work on the story is over."""
        self._replace(replace(self._state, resting=resting))

    # ------------------------------------------------------------------ what is looked at

    def select(self, selection: Selection | None) -> None:
        """Show this passage, or nothing."""
        self._replace(replace(self._state, selection=selection))

    def set_visible(self, kind: str, on: bool) -> None:
        """Show or hide one kind of marks in Read."""
        if kind not in by_id():
            raise ValueError(kind)
        self._replace(replace(self._state, visible=self.visible | {kind} if on else self.visible - {kind}))

    def open_passages(self, passages: Sequence[Passage]) -> None:
        """Ask for these passages to be shown in Read."""
        if passages:
            self.passages_opened.emit(tuple(passages))
