"""Which outlet an article counts to in the window, and which articles to show first."""

from __future__ import annotations

from ..session import Session


def group_index(session: Session, article_id: str) -> int:
    """Return the number of an article's group, which gives its colour and letter in every view."""
    comparison = session.comparison
    if comparison is not None:
        for group in comparison.groups:
            if article_id in group.articles:
                return session.places.of_group(group)
    article = session.article(article_id)
    return session.places.of_outlet(article) if article is not None else 0


def first_columns(session: Session, count: int) -> tuple[str, ...]:
    """Return the ids of the articles to open first: one of every outlet, then the rest, in the order of the scope."""
    ready = [key for key in session.scope or tuple(a.id for a in session.articles) if key in session.analyses]
    seen: set[int] = set()
    first: list[str] = []
    rest: list[str] = []
    for key in ready:
        group = group_index(session, key)
        (rest if group in seen else first).append(key)
        seen.add(group)
    chosen = set((first + rest)[:count])
    return tuple(key for key in ready if key in chosen)
