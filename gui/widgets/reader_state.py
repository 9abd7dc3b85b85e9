"""Whether the trained Reader is there, in words for people; the engine is loaded only when somebody asks."""

from __future__ import annotations

from analysis.messages import render
from analysis.messages import text as tr
from analysis.model import Comparison


def rules_only() -> str:
    """Return the sentence that says why there is no Reader, "" where there is one."""
    import analysis

    reason = analysis.no_reader()
    return render(reason) if reason is not None else ""


def missing(comparison: Comparison) -> str:
    """Return why nothing of the Reader's can be shown of these articles, "" where it read any of them."""
    if any(analysis.was_read for analysis in comparison.analyses):
        return ""
    if not any(analysis.article.scored for analysis in comparison.analyses):
        return tr("These articles are in languages that are not read.")
    needed = tr("This is found by the trained Reader, which did not read these articles.")
    return " ".join(part for part in (needed, rules_only()) if part)
