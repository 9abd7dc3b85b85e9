"""ArticleAnalyses → Comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..errors import ParallaxError
from ..failures import part_of_work
from ..messages import Message, message
from ..model import ArticleAnalysis, Comparison, Decision, WirePassage
from ..progress import Report, part, silent
from ..project.decisions import decide
from ..settings import CompareSettings
from .alignment import MAX_SENTENCES, Aligned, align
from .concepts import descriptions, digests
from .groups import make_groups, order
from .kinds import apart, incomplete_note, kinds_note, paid_note
from .ledger import source_rows
from .measures import MEASURES, group_measures
from .naming import naming_rows, stance_rows
from .provenance import provenance
from .quotes import shared_quotes
from .scope import Scope
from .statistics import MIN_ARTICLES
from .wire import later_copies, overlaps, wire_passages
from .wording import keywords

__all__ = ["MEASURES", "compare_analyses"]

Part = TypeVar("Part")

NOTED_SHARE = 0.05
"""Shared words of an article from which a note says so; below, it is a paragraph, and the table of passages has it."""

NOTED_PAIRS = 3
"""Pairs of articles noted at most, those that share most; the others are counted."""


def compare_analyses(
    analyses: Sequence[ArticleAnalysis],
    settings: CompareSettings = CompareSettings(),
    decisions: Sequence[Decision] = (),
    report: Report = silent,
) -> Comparison:
    """Return what sets the groups apart; the same whatever the order of `analyses` and `decisions`.

    Decisions about the texts of these articles are applied first; those about other texts are ignored.
    """
    report(0.0, message("progress.comparing"))
    decided, mine = decide(order(analyses), decisions)
    groups = make_groups(decided, settings.group_by)
    everything = Scope(decided, groups)
    left_out = apart(decided, settings)
    parts = _Parts()
    wire = parts.rows("wire", lambda: wire_passages(everything))
    copies = later_copies(everything, wire) if settings.exclude_wire else {}
    scope, own = Scope(decided, groups, copies), Scope(decided, groups, copies, left_out)

    report(0.15, message("comparison.doing.naming"))
    naming = parts.rows("naming", lambda: naming_rows(own, descriptions(decided)))
    stances = parts.rows("stances", lambda: stance_rows(own))
    measures = parts.rows("measures", lambda: group_measures(scope, own))
    report(0.35, message("comparison.doing.alignment"))
    small = sum(len(analysis.document.sentences) for analysis in everything.scored) <= MAX_SENTENCES
    doing = part(report, 0.35, 0.7)
    unaligned = Aligned()
    aligned = parts.made("alignment", lambda: align(everything.scored, report=doing), unaligned) if small else unaligned
    report(0.7, message("comparison.doing.sources"))
    sources = parts.rows("sources", lambda: source_rows(scope))
    quotes = parts.rows("quotes", lambda: shared_quotes(everything))
    report(0.85, message("comparison.doing.wording"))
    wording = parts.rows("wording", lambda: keywords(own))
    notes = (
        *parts.failed,
        *_unread(decided),
        *incomplete_note(decided),
        *paid_note(decided),
        *kinds_note(decided, left_out),
    )
    notes += _notes(everything, wire, settings)
    notes += () if small else (message("comparison.note.not_aligned", least=MAX_SENTENCES),)
    report(1.0, None)
    return Comparison(
        title=settings.title,
        analyses=decided,
        groups=groups,
        naming=naming,
        stances=stances,
        statements=aligned.statements,
        coverage=aligned.coverage,
        quotes=quotes,
        wire=wire,
        sources=sources,
        wording=wording,
        measures=measures,
        provenance=provenance(settings, mine, digests(decided), _model(decided), everything.analyzers),
        notes=notes,
        apart=left_out,
    )


class _Parts:
    """Makes the parts of a comparison; why one could not be made stands in `failed`."""

    def __init__(self) -> None:
        self.failed: list[Message] = []

    def made(self, name: str, make: Callable[[], Part], instead: Part) -> Part:
        """Return what `make` gives, `instead` where it fails."""
        try:
            with part_of_work(name):
                return make()
        except ParallaxError as error:
            self.failed.append(error.message)
            return instead

    def rows(self, name: str, make: Callable[[], tuple[Part, ...]]) -> tuple[Part, ...]:
        """Return what `make` gives, nothing where it fails."""
        nothing: tuple[Part, ...] = ()
        return self.made(name, make, nothing)


def _model(analyses: Sequence[ArticleAnalysis]) -> str | None:
    """Return the Reader that read these articles, by version and digest; None where none did."""
    models = {a.method.model for a in analyses if a.method.model is not None}
    return "; ".join(sorted(models)) or None


def _unread(analyses: Sequence[ArticleAnalysis]) -> tuple[Message, ...]:
    """Return why the Reader read none of these articles, where it was not the user who switched it off."""
    scored = [a for a in analyses if a.article.scored]
    if not scored or any(a.was_read for a in scored):
        return ()
    reason = scored[0].method.unread
    return (reason,) if reason is not None and reason.key != "reader.off" else ()


def _notes(scope: Scope, wire: Sequence[WirePassage], settings: CompareSettings) -> tuple[Message, ...]:
    """Return what limits the comparison."""
    notes: list[Message] = []
    if len(scope.groups) == 1:
        notes.append(message("comparison.note.one_group"))
    few = sum(1 for group in scope.groups if 0 < len(scope.members(group)) < MIN_ARTICLES)
    if few:
        notes.append(message("comparison.note.few_articles", count=few, least=MIN_ARTICLES))
    unscored = [a.article.label for a in scope.analyses if not a.article.scored]
    if unscored:
        notes.append(message("comparison.note.unscored", count=len(unscored), names=", ".join(unscored)))
    pairs = _pairs(overlaps(scope, wire))
    for article, other, share in pairs[:NOTED_PAIRS]:
        names = {"article": _name(scope, article), "other": _name(scope, other)}
        if share >= 1:
            notes.append(message("comparison.note.wire_whole", **names))
        else:
            notes.append(message("comparison.note.wire", percent=min(99, round(100 * share)), **names))
    if len(pairs) > NOTED_PAIRS:
        least = round(100 * NOTED_SHARE)
        notes.append(message("comparison.note.wire_more", count=len(pairs) - NOTED_PAIRS, percent=least))
    if wire and settings.exclude_wire:
        notes.append(message("comparison.note.wire_excluded", count=len(wire)))
    return tuple(notes)


def _pairs(shared: Sequence[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    """Return each pair of articles once, from the side of the one that shares more, where it is worth a note."""
    found: dict[frozenset[str], tuple[str, str, float]] = {}
    for article, other, share in shared:
        if share >= NOTED_SHARE:
            found.setdefault(frozenset((article, other)), (article, other, share))
    return list(found.values())


def _name(scope: Scope, article: str) -> str:
    """Return what to call an article: its outlet, with the title where the outlet has several here."""
    this = scope.of(article).article
    same = sum(1 for analysis in scope.analyses if analysis.article.label == this.label)
    return f"{this.label} (“{this.title}”)" if same > 1 and this.title else this.label
