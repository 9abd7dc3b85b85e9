"""Every change that a user can make to a story, each with its way back. Nothing else changes what a story holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from analysis.messages import Label, message
from analysis.messages import text as tr
from analysis.model import Article, ArticleKind, Decision, Evidence, Verdict
from analysis.settings import CompareSettings

from .changes import Change
from .session import Session
from .state import Story

PASTED = Label("pasted text")
"""The source of an article that came over the clipboard."""
DETAILS = ("outlet", "title", "published", "byline", "dateline", "language", "kind")
"""What can be edited of an article without touching its text."""
TYPED = message("sources.evidence.typed")
"""Where a value comes from that the user wrote."""


# --------------------------------------------------------------------------- what views call


def reject(session: Session, article_id: str, mark_id: str) -> None:
    """Reject a mark: it leaves the scores, and the report lists it."""
    if mark_id not in session.rejected(article_id):
        _push_verdict(session, tr("Reject mark"), article_id, mark_id, Verdict.REJECT, "")


def unreject(session: Session, article_id: str, mark_id: str) -> None:
    """Take a rejection back."""
    _push_without(session, tr("Restore mark"), article_id, mark_id, Verdict.REJECT)


def note(session: Session, article_id: str, mark_id: str, words: str) -> None:
    """Write a note beside a mark; "" takes it away."""
    from analysis.sources.canonical import canonical

    if words := canonical(words):
        _push_verdict(session, tr("Write note"), article_id, mark_id, Verdict.NOTE, words)
    else:
        _push_without(session, tr("Remove note"), article_id, mark_id, Verdict.NOTE)


def add_articles(session: Session, articles: Sequence[Article]) -> tuple[tuple[Article, Article], ...]:
    """Add articles; while the sample story is open they start a story of their own.

    Those that the story has already are not added: each is returned with the one that it is.
    """
    if session.sample:
        session.start_story()
    known = {article.id: article for article in session.articles}
    by_text: dict[str, list[Article]] = {}
    for article in session.articles:
        by_text.setdefault(article.text_sha256, []).append(article)
    new, twins = [], []
    for article in articles:
        same = by_text.get(article.text_sha256)
        twin = known.get(article.id) or (opened_before(same, article) if same else None)
        if twin is None:
            new.append(article)
        else:
            twins.append((article, twin))
    if new:
        label = _counted(tr("Add article"), tr("Add {count} articles"), len(new))
        _push(session, label, session.state.story.adding(new))
    return tuple(twins)


def opened_before(same_text: Iterable[Article], article: Article) -> Article | None:
    """Return which of `same_text` comes from the same file: edited details give an article another id."""
    from analysis.sources.duplicates import same_file  # here: the window paints before the engine loads

    others = (other for other in same_text if other.source != tr(PASTED))
    return next((other for other in others if same_file(other, article)), None)


def in_story(twin: Article) -> str:
    """Return the sentence that an article is in the story already, and as which."""
    words = tr("It is in the story already, as {outlet}: “{title}”.")
    if twin.title in ("", twin.label):
        words = tr("It is in the story already, as {outlet}.")
    return words.format(outlet=twin.label, title=twin.title)


def read_anew(session: Session, ids: Sequence[str], articles: Sequence[Article]) -> tuple[tuple[Article, Article], ...]:
    """Put articles in the place of others, in one step; return those that the story has already, as `add_articles`."""
    session.undo_stack.beginMacro(tr("Read a table anew"))
    remove_articles(session, ids)
    twins = add_articles(session, articles)
    session.undo_stack.endMacro()
    return twins


def remove_articles(session: Session, ids: Sequence[str]) -> None:
    """Take articles out of the story."""
    if ids:
        label = _counted(tr("Remove article"), tr("Remove {count} articles"), len(ids))
        _push(session, label, session.state.story.without(ids))


def edit_details(session: Session, ids: Sequence[str], details: Mapping[str, str]) -> None:
    """Give these articles other details; those not named stay."""
    changed = [(a, edited(a, details)) for key in ids if (a := session.article(key)) is not None]
    pairs = _distinct(session, [(old, new) for old, new in changed if old != new])
    label = _counted(tr("Edit details"), tr("Edit details of {count} articles"), len(pairs))
    _push(session, label, session.state.story.with_edited({old.id: new for old, new in pairs}))


def edited_articles(session: Session) -> frozenset[str]:
    """Return the ids of the articles whose details are as the user wrote them."""
    return frozenset(a.id for a in session.articles if any(known.message == TYPED for known in a.evidence))


def set_scope(session: Session, ids: Sequence[str]) -> None:
    """Compare these articles, in this order."""
    _push(session, tr("Choose articles to compare"), session.state.story.with_scope(ids))


def set_group_by(session: Session, column: str) -> None:
    """Compare by outlet, or by another column."""
    label = tr("Group by {column}").format(column=column)
    _set(session, label, replace(session.settings, group_by=column))


def set_exclude_wire(session: Session, out: bool) -> None:
    """Leave agency copy that several outlets share out of the measures, or count it."""
    label = tr("Leave out agency copy") if out else tr("Count agency copy")
    _set(session, label, replace(session.settings, exclude_wire=out))


def set_mix_kinds(session: Session, mixed: bool) -> None:
    """Count all kinds of article together in figures of the outlets' own voice, or the main kind only."""
    label = tr("Mix kinds of article") if mixed else tr("Keep kinds of article apart")
    _set(session, label, replace(session.settings, mix_kinds=mixed))


def set_title(session: Session, title: str) -> None:
    """Name the story."""
    from analysis.sources.canonical import one_line

    _set(session, tr("Rename story"), replace(session.settings, title=one_line(title)))


# --------------------------------------------------------------------------- how


def _push(session: Session, label: str, story: Story) -> None:
    change = Change(session, label, story)
    if not change.isObsolete():  # a change that changes nothing must not cost the user what could be redone
        session.undo_stack.push(change)


def _set(session: Session, label: str, settings: CompareSettings) -> None:
    _push(session, label, replace(session.state.story, settings=settings))


def _decide(session: Session, label: str, decisions: tuple[Decision, ...]) -> None:
    _push(session, label, replace(session.state.story, decisions=decisions))


def edited(article: Article, details: Mapping[str, str]) -> Article:
    """Return `article` with these details, the id that goes with them, and no evidence for what the user wrote."""
    from analysis.sources.build import with_id  # here: the window paints before the engine loads
    from analysis.sources.canonical import one_line

    details = {name: one_line(value) for name, value in details.items()}
    known = {name: value for name, value in details.items() if name in DETAILS}
    own = {name: value for name, value in details.items() if name not in DETAILS}
    values: dict[str, Any] = {**known}  # of a field each, so of several types
    for name in ("published", "byline", "dateline"):  # nothing written means not known
        if name in values:
            values[name] = values[name] or None
    if "kind" in values:
        values["kind"] = ArticleKind(values["kind"])
    if own:
        columns = {**dict(article.columns), **own}
        values["columns"] = tuple((name, value) for name, value in columns.items() if value)
    new = replace(article, **values)
    if new == article:
        return article
    written = [name for name in details if _detail(new, name) != _detail(article, name)]
    kept = (known for known in article.evidence if known.field not in written)
    return with_id(replace(new, evidence=(*kept, *(Evidence(name, TYPED) for name in written))))


def _detail(article: Article, name: str) -> object:
    return getattr(article, name) if name in DETAILS else dict(article.columns).get(name)


def _distinct(session: Session, pairs: list[tuple[Article, Article]]) -> list[tuple[Article, Article]]:
    """Leave out edits that would make an article the same as another one of the story."""
    taken = {article.id for article in session.articles} - {old.id for old, _ in pairs}
    kept = []
    for old, new in pairs:
        if new.id not in taken:
            taken.add(new.id)
            kept.append((old, new))
    return kept


def _push_verdict(session: Session, label: str, article_id: str, mark_id: str, verdict: Verdict, words: str) -> None:
    article, mark = session.article(article_id), session.mark(article_id, mark_id)
    if article is None or mark is None:
        return
    new = Decision(verdict, article.text_sha256, mark_id, mark.anchor(article.text), words)
    _decide(session, label, (*_others(session, article, mark_id, verdict), new))


def _push_without(session: Session, label: str, article_id: str, mark_id: str, verdict: Verdict) -> None:
    article = session.article(article_id)
    if article is not None:
        _decide(session, label, _others(session, article, mark_id, verdict))


def _others(session: Session, article: Article, mark_id: str, verdict: Verdict) -> tuple[Decision, ...]:
    this = (article.text_sha256, mark_id, verdict)
    return tuple(d for d in session.decisions if (d.text_sha256, d.mark, d.verdict) != this)


def _counted(one: str, many: str, count: int) -> str:
    return one if count == 1 else many.format(count=count)
