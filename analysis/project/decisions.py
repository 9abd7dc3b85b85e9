"""What a person decided about marks, applied to an analysis. Pure: the analysis itself is never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..model import Anchor, ArticleAnalysis, Decision, Mark, Verdict


def apply(analysis: ArticleAnalysis, decisions: Sequence[Decision]) -> ArticleAnalysis:
    """Return `analysis` without the marks that were rejected; itself where nothing was rejected.

    A decision finds its mark by id in the text it was made about, in a changed text by its anchor (see `target`).
    Applying the same decisions again changes nothing.
    """
    rejects = [d for d in decisions if d.verdict is Verdict.REJECT]
    gone = {mark.id for decision in rejects if (mark := target(analysis, decision)) is not None}
    if not gone:
        return analysis
    return replace(analysis, marks=tuple(mark for mark in analysis.marks if mark.id not in gone))


def decide(
    analyses: Sequence[ArticleAnalysis], decisions: Sequence[Decision]
) -> tuple[tuple[ArticleAnalysis, ...], tuple[Decision, ...]]:
    """Return the analyses with the decisions about their texts applied, and these decisions, in the order of texts."""
    by_text: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_text[decision.text_sha256].append(decision)
    texts = dict.fromkeys(analysis.article.text_sha256 for analysis in analyses)
    mine = tuple(decision for text in texts for decision in by_text.get(text, ()))
    return tuple(apply(a, by_text.get(a.article.text_sha256, ())) for a in analyses), mine


def target(analysis: ArticleAnalysis, decision: Decision) -> Mark | None:
    """Return the mark a decision is about: in the same text the one with its id, in a changed text by its anchor.

    In the same text an anchor would reject a second mark when a decision is applied again. In a changed one it finds
    a mark of the same kind and entry over the same words whose surroundings fit best; at least the nearer half of one
    side has to be as it was.
    """
    if decision.text_sha256 == analysis.article.text_sha256:
        return next((mark for mark in analysis.marks if mark.id == decision.mark), None)
    kind, entry = _parts(decision.mark)
    text = analysis.document.text
    found = [
        (fit, -mark.span.start, mark)
        for mark in analysis.marks
        if mark.kind == kind and mark.entry == entry and mark.span.of(text) == decision.anchor.exact
        if (fit := _fit(decision.anchor, mark, text)) >= 1
    ]
    return max(found, key=lambda f: f[:2])[2] if found else None


def _parts(mark_id: str) -> tuple[str, str]:
    """Return kind and entry of a mark's id, `kind:start-end:entry`."""
    kind, _, rest = mark_id.partition(":")
    return kind, rest.partition(":")[2]


def _fit(anchor: Anchor, mark: Mark, text: str) -> float:
    """Return how well the text around `mark` fits the anchor: 2 where all is equal, 1 from half of one side on."""
    before, after = text[: mark.span.start][::-1], text[mark.span.end :]
    left = _common(anchor.prefix[::-1], before)
    right = _common(anchor.suffix, after)
    if anchor.prefix and anchor.suffix and max(left, right) < 0.5:
        return 0.0
    return 1 + (left + right) / 2


def _common(wanted: str, found: str) -> float:
    """Return the share of `wanted` that `found` begins with; 1 where nothing is wanted."""
    n = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), min(len(wanted), len(found)))
    return n / len(wanted) if wanted else 1.0
