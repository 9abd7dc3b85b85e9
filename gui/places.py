"""The numbers behind the colours and letters of outlets: who has been shown keeps its own while it is in the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from analysis.model import Article, Comparison, Group

OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Places:
    """A number for every outlet of a story, and for every group of its comparison, from 0."""

    outlets: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[str, int] = field(default_factory=dict)
    by: str = OUTLET
    """What `groups` are groups by."""

    def with_articles(self, articles: Iterable[Article]) -> Places:
        """Return this with new outlets numbered; a number is free again when its outlet has gone."""
        return replace(self, outlets=_numbered(self.outlets, sorted({_folded(a.label) for a in articles})))

    def with_groups(self, comparison: Comparison) -> Places:
        """Return this with groups numbered: outlets have theirs, values of another column are numbered apart."""
        by = dict(comparison.provenance.settings).get("group_by", OUTLET)
        known = self.outlets if by == OUTLET else self.groups if by == self.by else {}
        return replace(self, groups=_numbered(known, [_folded(group.label) for group in comparison.groups]), by=by)

    def of_group(self, group: Group) -> int:
        """Return the number of a group of the comparison taken last."""
        return self.groups.get(_folded(group.label), 0)

    def of_outlet(self, article: Article) -> int:
        """Return the number of an article's outlet."""
        return self.outlets.get(_folded(article.label), 0)


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _numbered(known: Mapping[str, int], labels: Iterable[str]) -> dict[str, int]:
    """Return `known` without those that have gone, and the lowest free number for each of `labels` that is new."""
    present = dict.fromkeys(labels)
    kept = {label: known[label] for label in present if label in known}
    taken = set(kept.values())
    free = (number for number in range(len(present) + len(taken)) if number not in taken)
    return {label: kept[label] if label in kept else next(free) for label in present}
