"""The open story: its articles, their analyses, the comparison and what is selected. The one signal hub.

Views read from here and listen here; they never talk to each other. Every change of data goes through a command
(`gui.commands`) pushed on `Session.undo_stack`, so that it can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from analysis.messages import Message
from analysis.model import Article, ArticleAnalysis, Comparison, Decision, Mark, Passage, Verdict
from analysis.project.decisions import apply
from analysis.settings import CompareSettings

from .changes import Changes
from .imports import Imported
from .kinds import by_id, first_shown
from .places import Places


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user is looking at: a passage, and the mark or attribution in it, if any."""

    passage: Passage
    mark: str | None = None
    attribution: int | None = None


class Session(QObject):
    """The state that views share."""

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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._articles: tuple[Article, ...] = ()
        self._raw: dict[str, ArticleAnalysis] = {}
        self._applied: dict[str, ArticleAnalysis] = {}
        self._failures: dict[str, Message] = {}
        self._comparison: Comparison | None = None
        self._selection: Selection | None = None
        self._scope: tuple[str, ...] = ()
        self._visible = first_shown()
        self._decisions: tuple[Decision, ...] = ()
        self._settings = CompareSettings()
        self._sample = False
        self._found_name = ""
        self._resting = False
        self._places = Places()
        self._imported = Imported()

    # ------------------------------------------------------------------ what there is

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order the user sees."""
        return self._articles

    @property
    def analyses(self) -> Mapping[str, ArticleAnalysis]:
        """The analyses by article id, decisions applied; an article still being analysed has none."""
        return MappingProxyType(self._applied)

    @property
    def raw_analyses(self) -> Mapping[str, ArticleAnalysis]:
        """The analyses by article id with the marks that the user rejected still in them."""
        return MappingProxyType(self._raw)

    @property
    def failures(self) -> Mapping[str, Message]:
        """Why articles could not be analysed, by article id."""
        present = {article.id for article in self._articles} - self._raw.keys()
        return {key: why for key, why in self._failures.items() if key in present}

    @property
    def comparison(self) -> Comparison | None:
        return self._comparison

    @property
    def selection(self) -> Selection | None:
        return self._selection

    @property
    def scope(self) -> tuple[str, ...]:
        """Ids of the articles that are compared, in column order."""
        return self._scope

    @property
    def visible(self) -> frozenset[str]:
        """The kinds of marks that Read shows, of `kinds`."""
        return self._visible

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self._decisions

    @property
    def settings(self) -> CompareSettings:
        """What is compared with what; its title is the story's name."""
        return self._settings

    @property
    def places(self) -> Places:
        """The numbers of outlets and groups, which give their colours and letters."""
        return self._places

    @property
    def title(self) -> str:
        """The name that the user gave the story, "" for none."""
        return self._settings.title

    @property
    def name(self) -> str:
        """What the story is called: as the user said, else what its headlines share, "" while neither is known."""
        return self._settings.title or self._found_name

    @property
    def sample(self) -> bool:
        """Whether this is the sample story: the user's first articles then start a story of their own."""
        return self._sample

    @property
    def resting(self) -> bool:
        """Whether nothing is being, or about to be, analysed or compared: what is missing does not come by itself."""
        return self._resting

    @property
    def imported(self) -> Imported:
        """The files that were opened for the story, and what of them did not come in."""
        return self._imported

    def article(self, article_id: str) -> Article | None:
        """Return the article with this id."""
        return next((a for a in self._articles if a.id == article_id), None)

    def mark(self, article_id: str, mark_id: str) -> Mark | None:
        """Return a mark, rejected ones included."""
        analysis = self._raw.get(article_id)
        return next((m for m in analysis.marks if m.id == mark_id), None) if analysis else None

    def rejected(self, article_id: str) -> frozenset[str]:
        """Return the ids of the marks of this article that the user rejected."""
        article = self.article(article_id)
        return _rejected(article.text_sha256, self._decisions) if article else frozenset()

    def notes(self, article_id: str) -> dict[str, str]:
        """Return what the user wrote about the marks of an article, by mark."""
        article = self.article(article_id)
        own = [d for d in self._decisions if article and d.text_sha256 == article.text_sha256 and d.note]
        return {decision.mark: decision.note for decision in own}

    def note(self, article_id: str, mark_id: str) -> str:
        """Return what the user wrote about a mark."""
        return self.notes(article_id).get(mark_id, "")

    # ------------------------------------------------------------------ articles and scope

    def set_articles(
        self,
        articles: Sequence[Article],
        scope: Sequence[str] | None = None,
        analyses: Iterable[ArticleAnalysis] = (),
    ) -> None:
        """Make `articles` the story's; analyses of articles that stay are kept, `analyses` come back with theirs."""
        ids = {article.id for article in articles}
        wanted = self._scope if scope is None else tuple(scope)
        with Changes(self) as changes:
            if changes.differs("_articles", tuple(articles), self.articles_changed):
                self._places.take_articles(articles)
                kept = {key: value for key, value in self._raw.items() if key in ids}
                kept |= {a.article.id: a for a in analyses if a.article.id in ids}
                if changes.differs("_raw", kept, self.analyses_changed):
                    self._applied = {key: self._apply(value) for key, value in kept.items()}
            changes.differs("_scope", tuple(key for key in wanted if key in ids), self.scope_changed)
            if self._selection is not None and self._selection.passage.article not in ids:
                changes.differs("_selection", None, self.selection_changed)
            if self._comparison is not None and any(a.article.id not in ids for a in self._comparison.analyses):
                changes.differs("_comparison", None, self.comparison_changed)

    def add_articles(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """Add articles at the end and to the scope; return those that were not there already."""
        present = {article.id for article in self._articles}
        new = tuple({a.id: a for a in articles if a.id not in present}.values())
        self.set_articles(self._articles + new, self._scope + tuple(a.id for a in new))
        return new

    def remove_articles(self, ids: Iterable[str]) -> None:
        """Take articles out of the story."""
        gone = frozenset(ids)
        self.set_articles([a for a in self._articles if a.id not in gone])

    def replace_articles(self, edited: Mapping[str, Article]) -> None:
        """Put edited articles in the places of those with these ids; what was found stays where the text did."""
        moved = [
            rehomed(self._raw[old], new)
            for old, new in edited.items()
            if old in self._raw and self._raw[old].article.text == new.text
        ]
        stale = [old for old, new in edited.items() if old == new.id]
        for old in stale:
            self._raw.pop(old, None)
        selection = self._selection
        if selection is not None and selection.passage.article in edited:
            passage = replace(selection.passage, article=edited[selection.passage.article].id)
            self._selection = replace(selection, passage=passage)
        self.set_articles(
            [edited.get(a.id, a) for a in self._articles],
            [edited[key].id if key in edited else key for key in self._scope],
            moved,
        )

    def set_scope(self, ids: Sequence[str]) -> None:
        """Choose which articles are compared, in column order."""
        present = {article.id for article in self._articles}
        with Changes(self) as changes:
            changes.differs("_scope", tuple(key for key in ids if key in present), self.scope_changed)

    # ------------------------------------------------------------------ results

    def set_analysis(self, analysis: ArticleAnalysis) -> None:
        """Take in what was found in one article; dropped where the article is no longer there."""
        self.set_analyses((analysis,))

    def set_analyses(self, analyses: Iterable[ArticleAnalysis]) -> None:
        """Take in what was found in several articles, with one signal for all."""
        present = {article.id for article in self._articles}
        new = {a.article.id: a for a in analyses if a.article.id in present and self._raw.get(a.article.id) != a}
        if new:
            self._raw |= new
            self._applied |= {key: self._apply(analysis) for key, analysis in new.items()}
            self.analyses_changed.emit()

    def set_failures(self, failures: Mapping[str, Message]) -> None:
        """Say which articles could not be analysed."""
        with Changes(self) as changes:
            changes.differs("_failures", dict(failures), self.analyses_changed)

    def drop_analyses(self) -> None:
        """Forget what was found, so that every article is analysed anew."""
        with Changes(self) as changes:
            if changes.differs("_raw", {}, self.analyses_changed):
                self._applied = {}
            changes.differs("_comparison", None, self.comparison_changed)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Take in the comparison."""
        with Changes(self) as changes:
            if changes.differs("_comparison", comparison, self.comparison_changed) and comparison is not None:
                self._places.take_groups(comparison)
                from analysis.comparison.story import story_name  # here: the window paints before the engine loads

                name = story_name([analysis.article for analysis in comparison.analyses])
                changes.differs("_found_name", name, self.name_changed)

    def set_resting(self, resting: bool) -> None:
        """Say whether work on the story is over."""
        with Changes(self) as changes:
            changes.differs("_resting", resting, self.resting_changed)

    def set_decisions(self, decisions: Sequence[Decision]) -> None:
        """Replace what the user decided; analyses of the texts concerned are measured anew."""
        before = self._decisions
        with Changes(self) as changes:
            if not changes.differs("_decisions", tuple(decisions), self.decisions_changed):
                return
            applied = dict(self._applied)
            for key, raw in self._raw.items():
                sha = raw.article.text_sha256
                if _rejected(sha, before) != _rejected(sha, self._decisions):
                    applied[key] = self._apply(raw)
            changes.differs("_applied", applied, self.analyses_changed)

    def _apply(self, analysis: ArticleAnalysis) -> ArticleAnalysis:
        """Return `analysis` without the marks that the user rejected."""
        text = analysis.article.text_sha256
        return apply(analysis, [decision for decision in self._decisions if decision.text_sha256 == text])

    # ------------------------------------------------------------------ what is looked at

    def select(self, selection: Selection | None) -> None:
        """Show this passage, or nothing."""
        with Changes(self) as changes:
            changes.differs("_selection", selection, self.selection_changed)

    def set_visible(self, kind: str, on: bool) -> None:
        """Show or hide one kind of marks in Read."""
        if kind not in by_id():
            raise ValueError(kind)
        with Changes(self) as changes:
            changes.differs("_visible", self._visible | {kind} if on else self._visible - {kind}, self.kinds_changed)

    def open_passages(self, passages: Sequence[Passage]) -> None:
        """Ask for these passages to be shown in Read."""
        if passages:
            self.passages_opened.emit(tuple(passages))

    # ------------------------------------------------------------------ the story

    def set_imported(self, imported: Imported) -> None:
        """Take in what was opened and what of it did not come in."""
        with Changes(self) as changes:
            changes.differs("_imported", imported, self.imported_changed)

    def set_settings(self, settings: CompareSettings) -> None:
        """Choose what is compared with what, and the story's name."""
        with Changes(self) as changes:
            if changes.differs("_settings", settings, self.story_changed):
                changes.tell(self.name_changed)

    def start_story(self, title: str = "", sample: bool = False) -> None:
        """Begin an empty story; what was undone or could be is forgotten."""
        self.undo_stack.clear()
        self.set_articles(())
        self.set_decisions(())
        self.set_imported(Imported())
        with Changes(self) as changes:
            changes.differs("_settings", CompareSettings(title=title), self.story_changed)
            changes.differs("_found_name", "", self.name_changed)
            changes.tell(self.name_changed)
            changes.differs("_sample", sample, self.story_changed)


def rehomed(analysis: ArticleAnalysis, article: Article) -> ArticleAnalysis:
    """Return the analysis of the same text under an article whose details were edited."""
    return replace(analysis, document=replace(analysis.document, article=article))


def _rejected(text_sha256: str, decisions: Iterable[Decision]) -> frozenset[str]:
    return frozenset(d.mark for d in decisions if d.verdict is Verdict.REJECT and d.text_sha256 == text_sha256)
