"""The section of an analyzer for which none was written by hand: its chart and its passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...method import AnalyzerInfo
from ...model import Comparison
from ..facts import in_own_voice
from ..labels import short, voice_label
from .marked import Look, context
from .outline import Concordance, Element, Profile, Run
from .sections import figure

PASSAGES = {Profile.HANDOUT: 0, Profile.BRIEFING: 6, Profile.FULL: 12}
"""Passages printed of each kind; all are listed in the tables."""

Rows = list[tuple[str, tuple[Run, ...]]]


def marked_section(info: AnalyzerInfo, comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """Yield how many marks there are in each outlet, and passages, the weightiest first; nothing on a handout."""
    read = not info.needs_reader or any(a.was_read for a in comparison.analyses)
    if profile is Profile.HANDOUT or not read:
        return
    yield from figure(info.id, comparison, language)
    marks = [(group, a, mark) for group, a in in_own_voice(comparison).values() for mark in a.of_kind(info.id)]
    rows = in_turn(
        [
            (
                group.key,
                (beside(group.label, voice_label(m.voice, language)), context(a, m.span, m.voice, look=Look.ACT)),
            )
            for group, a, m in sorted(marks, key=lambda found: -found[2].weight)
        ],
        PASSAGES[profile],
    )
    if rows:
        yield Concordance(tuple(rows))


def beside(outlet: str, remark: str) -> str:
    """Return the label of a passage."""
    return f"{short(outlet)} ({remark})"


def in_turn(found: Sequence[tuple[str, tuple[str, tuple[Run, ...]]]], most: int) -> Rows:
    """Return up to `most` rows in turn from every group, so that no outlet takes all the places; each passage once."""
    queues: dict[str, list[tuple[str, tuple[Run, ...]]]] = {}
    for key, row in found:
        queue = queues.setdefault(key, [])
        if row not in queue:
            queue.append(row)
    picked = [(turn, i) for i, queue in enumerate(queues.values()) for turn in range(len(queue))]
    chosen = sorted((i, turn) for turn, i in sorted(picked)[:most])
    listed = list(queues.values())
    return [listed[i][turn] for i, turn in chosen]
