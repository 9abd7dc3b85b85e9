"""The articles in the report as a list, and how to read their marks."""

from __future__ import annotations

from ...model import Article, Comparison, MarkKind, SectionKind
from ..charts import Cell, Column, Table
from ..labels import article_kind_label, say, short
from .outline import Grid, Legend


def article_list(comparison: Comparison, language: str) -> Grid:
    """Return a row per article: outlet, title, date, length, and what was found."""
    names = (("outlet", False), ("title", False), ("kind", False), ("published", False))
    columns = [Column(say(f"output.column.{name}", language), numeric) for name, numeric in names]
    columns += [Column(say(f"output.column.{n}", language), True) for n in ("words", "framing", "attributions")]
    rows: list[tuple[Cell, ...]] = []
    for analysis in comparison.analyses:
        article, scored = analysis.article, analysis.article.scored
        rows.append(
            (
                short(article.label),
                _headline(article),
                article_kind_label(article, language),
                article.published[:10] if article.published else None,
                analysis.document.words,
                len(analysis.of_kind(MarkKind.FRAMING)) if scored else None,
                sum(bool(a.content) for a in analysis.document.attributions) if scored else None,
            )
        )
    return Grid("", Table(tuple(columns), tuple(rows)), (2, 4, 0, 0, 0, 0, 0))


def _headline(article: Article) -> str | None:
    """Return the headline, None where the article has none and goes by its file."""
    printed = any(section.kind is SectionKind.HEADLINE for section in article.sections)
    return article.title if printed and article.title else None


def legend(comparison: Comparison, language: str) -> Legend:
    """Return how to read the marks; kinds that no article has are left out."""
    loaded = any(a.of_kind(MarkKind.LOADED) for a in comparison.analyses)
    kinds = ["tint", "outline", *(["loaded"] if loaded else []), "quotation"]
    return Legend(tuple((kind, say(f"output.legend.{kind}", language)) for kind in kinds))
