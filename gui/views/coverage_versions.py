"""The versions of one statement: who tells it how, what differs, who perhaps tells it, where it was not found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from analysis.messages import text as tr
from analysis.model import ArticleAnalysis, Comparison, Coverage, CoverageState, Passage, Span, Statement

from ..session import Session
from ..widgets.article_column import date_of
from ..widgets.inspector import shortened
from ..widgets.inspector_parts import Stack, heading, link, paragraph
from ..widgets.labels import MutedLabel

LONGEST = 400
"""Characters of a passage shown."""


def versions(session: Session, comparison: Comparison, statement: Statement) -> Stack:
    """Return the panel for `statement`."""
    stack = Stack()
    stack.add(heading(tr("Its versions")))
    for member in statement.members:
        _add_passage(stack, session, comparison.analysis_of(member.article), member.span)
    stack.section(tr("What differs"), *[paragraph(words) for words in _differences(comparison, statement)])
    given = [one for one in comparison.coverage if one.statement == statement.id]
    members = {member.article for member in statement.members}
    told = [one for one in given if one.state is CoverageState.TOLD and one.article not in members]
    titles = (
        (tr("Told too, in sentences that tell more or less"), told),
        (tr("Perhaps told: the nearest passages"), [o for o in given if o.state is CoverageState.PERHAPS]),
        (tr("Not found; the nearest passages"), [o for o in given if o.state is CoverageState.NOT_FOUND]),
    )
    for title, some in titles:
        stack.section(title, *_answers(session, comparison, some))
    answered = {one.article for one in given}
    partial = [a.article for a in comparison.analyses if not a.article.complete and a.article.id not in answered]
    stack.section(
        tr("Not measurable: only a part of the article is here"), *[MutedLabel(article.label) for article in partial]
    )
    stack.finish()
    return stack


def _add_passage(stack: Stack, session: Session, analysis: ArticleAnalysis, span: Span) -> None:
    stack.add(MutedLabel(f"{analysis.article.label} · {date_of(analysis.article.published)}"))
    stack.add(_passage(session, analysis, span))


def _passage(session: Session, analysis: ArticleAnalysis, span: Span) -> QWidget:
    words = shortened(span.of(analysis.document.text), LONGEST)
    return link(words, partial(session.open_passages, (Passage(analysis.article.id, span),)), words)


def _answers(session: Session, comparison: Comparison, given: list[Coverage]) -> Iterator[QWidget]:
    """Yield each article with when it came out, how long it is, and its nearest passage."""
    for one in given:
        analysis = comparison.analysis_of(one.article)
        words = tr("{name} · {date} · {count:,} words · similarity {value}")
        yield MutedLabel(
            words.format(
                name=analysis.article.label,
                date=date_of(analysis.article.published),
                count=analysis.document.words,
                value=f"{one.probability:.2f}",
            )
        )
        for nearest in one.nearest[:1]:
            yield _passage(session, analysis, nearest.span)


KINDS = {
    "number": "Numbers",
    "polarity": "Affirmed or denied",
    "term": "Terms",
    "voice": "Voice",
    "cue": "Cue",
    "name": "Names",
}


def _differences(comparison: Comparison, statement: Statement) -> Iterator[str]:
    for difference in statement.differences:
        nothing = tr("no denying word") if difference.kind == "polarity" else tr("nothing")
        said = [
            f"{comparison.analysis_of(article).article.label}: {value or nothing}"
            for article, value in difference.values
        ]
        yield f"{tr(KINDS.get(difference.kind, difference.kind))}. " + "; ".join(said)
