"""Everything that is known of the open story, as one frozen value: each change is another value in its place.

`Story` is what the user made of it, and what undo goes back over; the rest of `StoryState` is what was found in it and
what is looked at. Pure: the session holds the value and says what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from analysis.messages import Message
from analysis.model import Article, ArticleAnalysis, Comparison, Decision, Passage, Verdict
from analysis.project.decisions import apply
from analysis.settings import CompareSettings

from .imports import Imported
from .places import Places

Analyses = Mapping[str, ArticleAnalysis]
"""Analyses by article id."""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user is looking at: a passage, and the mark or attribution in it, if any."""

    passage: Passage
    mark: str | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What the user made of a story."""

    articles: tuple[Article, ...] = ()
    """In the order the user sees."""
    scope: tuple[str, ...] = ()
    """Ids of the articles that are compared, in column order."""
    decisions: tuple[Decision, ...] = ()
    settings: CompareSettings = CompareSettings()
    """What is compared with what; its title is the story's name."""

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(article.id for article in self.articles)

    def adding(self, articles: Iterable[Article]) -> Story:
        """Return this with articles at the end and in the scope; those that it has already are left out."""
        there = self.ids
        new = tuple({a.id: a for a in articles if a.id not in there}.values())
        return replace(self, articles=self.articles + new, scope=self.scope + tuple(a.id for a in new))

    def without(self, ids: Iterable[str]) -> Story:
        """Return this without these articles."""
        gone = frozenset(ids)
        kept = tuple(article for article in self.articles if article.id not in gone)
        return replace(self, articles=kept, scope=tuple(key for key in self.scope if key not in gone))

    def with_edited(self, edited: Mapping[str, Article]) -> Story:
        """Return this with edited articles in the places of those with these ids."""
        articles = tuple(edited.get(article.id, article) for article in self.articles)
        scope = tuple(edited[key].id if key in edited else key for key in self.scope)
        return replace(self, articles=articles, scope=scope)

    def with_scope(self, ids: Sequence[str]) -> Story:
        """Return this with other articles compared, in this order."""
        there = self.ids
        return replace(self, scope=tuple(key for key in ids if key in there))

    def rejected(self, text_sha256: str) -> frozenset[str]:
        """Return the ids of the marks of a text that the user rejected."""
        return frozenset(d.mark for d in self.decisions if d.verdict is Verdict.REJECT and d.text_sha256 == text_sha256)


@dataclass(frozen=True, slots=True)
class StoryState:
    """A story with what was found in it and what is looked at."""

    story: Story = Story()
    raw: Analyses = field(default_factory=_nothing)
    """With the marks that the user rejected; an article still being analysed has none."""
    analyses: Analyses = field(default_factory=_nothing)
    """With the decisions applied."""
    failures: Mapping[str, Message] = field(default_factory=_nothing)
    """Why articles could not be analysed, by article id."""
    comparison: Comparison | None = None
    found_name: str = ""
    """What the headlines that were compared share."""
    selection: Selection | None = None
    visible: frozenset[str] = frozenset()
    """The kinds of marks that Read shows."""
    sample: bool = False
    resting: bool = False
    imported: Imported = field(default_factory=Imported)
    places: Places = field(default_factory=Places)

    @property
    def name(self) -> str:
        """What the story is called: as the user said, else what its headlines share, "" while neither is known."""
        return self.story.settings.title or self.found_name

    def with_story(self, story: Story, found: Iterable[ArticleAnalysis] = ()) -> StoryState:
        """Return the state with another story: what was found in a text stays with it, `found` comes back.

        What is about articles that are gone goes with them.
        """
        ids, moved = story.ids, _moved(self.story.articles, story.articles)
        raw = _rehoused(story.articles, {a.article.id: a for a in found} | dict(self.raw), moved)
        state = replace(
            self,
            story=story,
            raw=MappingProxyType(raw),
            failures=MappingProxyType({k: why for k, why in self.failures.items() if k in ids and k not in raw}),
            selection=_followed(self.selection, ids, moved),
            places=self.places if story.articles == self.story.articles else self.places.with_articles(story.articles),
        )
        if self.comparison is not None and any(a.article.id not in ids for a in self.comparison.analyses):
            state = replace(state, comparison=None)
        return state._decided(self)

    def with_analyses(self, analyses: Iterable[ArticleAnalysis]) -> StoryState:
        """Return the state with what was found in articles; what is not of an article of the story is left out."""
        there = self.story.ids
        new = {a.article.id: a for a in analyses if a.article.id in there}
        failures = {key: why for key, why in self.failures.items() if key not in new}
        raw = MappingProxyType({**self.raw, **new})
        return replace(self, raw=raw, failures=MappingProxyType(failures))._decided(self)

    def with_failures(self, failures: Mapping[str, Message]) -> StoryState:
        """Return the state with why articles could not be analysed."""
        missing = self.story.ids - self.raw.keys()
        return replace(self, failures=MappingProxyType({k: why for k, why in failures.items() if k in missing}))

    def without_results(self) -> StoryState:
        """Return the state as if nothing had been analysed yet."""
        return replace(self, raw=_nothing(), analyses=_nothing(), comparison=None)

    def with_comparison(self, comparison: Comparison | None) -> StoryState:
        """Return the state with a comparison, and the name that its headlines give the story."""
        if comparison is None:
            return replace(self, comparison=None)
        from analysis.comparison.story import story_name  # here: the window paints before the engine loads

        name = story_name([analysis.article for analysis in comparison.analyses])
        return replace(self, comparison=comparison, found_name=name, places=self.places.with_groups(comparison))

    def _decided(self, before: StoryState) -> StoryState:
        """Return the state with `analyses` made anew where analyses or decisions differ from those of `before`."""
        now, then = self.story, before.story
        decided = now.decisions != then.decisions

        def applied(key: str, raw: ArticleAnalysis) -> ArticleAnalysis:
            text = raw.article.text_sha256
            same = before.raw.get(key) is raw and not (decided and now.rejected(text) != then.rejected(text))
            if same and key in before.analyses:
                return before.analyses[key]
            return apply(raw, [decision for decision in now.decisions if decision.text_sha256 == text])

        return replace(self, analyses=MappingProxyType({key: applied(key, raw) for key, raw in self.raw.items()}))


def selection_at(analysis: ArticleAnalysis, passage: Passage) -> Selection:
    """Return the mark or attribution that stands exactly at a passage, or the passage alone."""
    for mark in analysis.marks:
        if mark.span == passage.span:
            return Selection(passage, mark.id, mark.attribution)
    for index, attribution in enumerate(analysis.document.attributions):
        if passage.span in attribution.content or passage.span == attribution.span:
            return Selection(passage, None, index)
    return Selection(passage)


def rehomed(analysis: ArticleAnalysis, article: Article) -> ArticleAnalysis:
    """Return the analysis of the same text under an article whose details were edited."""
    return replace(analysis, document=replace(analysis.document, article=article))


def _moved(before: Iterable[Article], after: Sequence[Article]) -> dict[str, str]:
    """Return which articles have another id than before with the same text, by their ids before."""
    there, here = {a.id for a in before}, {a.id for a in after}
    waiting: dict[str, list[str]] = {}
    for article in after:
        if article.id not in there:
            waiting.setdefault(article.text_sha256, []).append(article.id)
    gone = [article for article in before if article.id not in here]
    return {a.id: waiting[a.text_sha256].pop(0) for a in gone if waiting.get(a.text_sha256)}


def _rehoused(articles: Iterable[Article], known: Analyses, moved: Mapping[str, str]) -> dict[str, ArticleAnalysis]:
    """Return the analyses of `articles` among `known`, in the articles as they are now."""
    came_from = {new: old for old, new in moved.items()}
    raw = {}
    for article in articles:
        found = known.get(article.id) or known.get(came_from.get(article.id, ""))
        if found is None or found.article.text_sha256 != article.text_sha256:
            continue
        raw[article.id] = found if found.article == article else rehomed(found, article)
    return raw


def _followed(selection: Selection | None, ids: frozenset[str], moved: Mapping[str, str]) -> Selection | None:
    """Return the selection in the article that its own has become; None where that is gone."""
    if selection is None:
        return None
    article = moved.get(selection.passage.article, selection.passage.article)
    return replace(selection, passage=replace(selection.passage, article=article)) if article in ids else None
