"""Who is compared with whom: the articles of one outlet, or of one value of a column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ..messages import text
from ..model import Article, ArticleAnalysis, Group
from ..sources.order import natural, order_key

OUTLET = "outlet"


def order(analyses: Sequence[ArticleAnalysis]) -> tuple[ArticleAnalysis, ...]:
    """Return the analyses in the comparison's order, which is that of reading (see `order_key`); one per id."""
    unique = {analysis.article.id: analysis for analysis in sorted(analyses, key=_source)}
    return tuple(sorted(unique.values(), key=lambda analysis: order_key(analysis.article)))


def _source(analysis: ArticleAnalysis) -> str:
    return analysis.article.source


def make_groups(analyses: Sequence[ArticleAnalysis], by: str = OUTLET) -> tuple[Group, ...]:
    """Return the groups in the order of their labels, upper and lower case alike; articles without a value last.

    An article whose outlet is not known is a group of its own, named by its file or title: several unknown
    outlets are not one outlet. `words` counts the scored articles only.
    """
    held: dict[str, list[ArticleAnalysis]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for analysis in analyses:
        key, label = _group(analysis.article, by)
        held[key].append(analysis)
        names[key][label] += 1
    groups = [_made(key, names[key], members) for key, members in held.items()]
    return tuple(sorted(groups, key=lambda g: (g.key == "", natural(g.label), g.key)))


def _made(key: str, names: Counter[str], members: Sequence[ArticleAnalysis]) -> Group:
    label = min(names, key=lambda name: (-names[name], name))
    words = sum(analysis.document.words for analysis in members if analysis.article.scored)
    return Group(key, label, tuple(analysis.article.id for analysis in members), words)


def _group(article: Article, by: str) -> tuple[str, str]:
    """Return the key and label of the group of `article`; keys fold case and white space."""
    if by == OUTLET:
        if article.outlet.strip():
            return _key(article.outlet), article.outlet.strip()
        return article.id, article.label
    value = dict(article.columns).get(by) or _field(article, by)
    return (_key(value), value.strip()) if value.strip() else ("", text("(no value)"))


def _field(article: Article, name: str) -> str:
    """Return a field of the header by name, so that one can also group by author, date, kind or language."""
    match name:
        case "published" | "date":
            return (article.published or "")[:10]
        case "byline" | "author":
            return article.byline or ""
        case "language":
            return article.language
        case "dateline":
            return article.dateline or ""
        case "kind":
            return str(article.kind)
        case _:
            return ""


def _key(value: str) -> str:
    return " ".join(value.casefold().split())
