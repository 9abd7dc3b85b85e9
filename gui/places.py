"""The numbers behind the colours and letters of outlets: who has been shown keeps its own while it is in the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.model import Article, Comparison, Group

OUTLET = "outlet"


class Places:
    """A number for every outlet of a story, and for every group of its comparison, from 0."""

    def __init__(self) -> None:
        self._outlets: dict[str, int] = {}
        self._groups: dict[str, int] = {}
        self._by = OUTLET

    def take_articles(self, articles: Iterable[Article]) -> None:
        """Number the outlets that are new; a number is free again when its outlet has gone."""
        self._outlets = _numbered(self._outlets, sorted({_folded(a.label) for a in articles}))

    def take_groups(self, comparison: Comparison) -> None:
        """Number the groups: outlets have theirs already, values of another column are numbered by themselves."""
        by = dict(comparison.provenance.settings).get("group_by", OUTLET)
        known = self._outlets if by == OUTLET else self._groups if by == self._by else {}
        self._groups, self._by = _numbered(known, [_folded(group.label) for group in comparison.groups]), by

    def of_group(self, group: Group) -> int:
        """Return the number of a group of the comparison taken last."""
        return self._groups.get(_folded(group.label), 0)

    def of_outlet(self, article: Article) -> int:
        """Return the number of an article's outlet."""
        return self._outlets.get(_folded(article.label), 0)


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _numbered(known: Mapping[str, int], labels: Iterable[str]) -> dict[str, int]:
    """Return `known` without those that have gone, and the lowest free number for each of `labels` that is new."""
    present = dict.fromkeys(labels)
    kept = {label: known[label] for label in present if label in known}
    taken = set(kept.values())
    free = (number for number in range(len(present) + len(taken)) if number not in taken)
    return {label: kept[label] if label in kept else next(free) for label in present}
