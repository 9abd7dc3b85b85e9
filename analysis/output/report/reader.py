"""What the report says of the trained Reader's findings: acts of force, loaded language, sentiment toward actors.

Articles that were read by rules only have none of these sections; the methods say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...model import ArticleAnalysis, Comparison, Mark, MarkKind, Passage, Span
from ..acts import ActHere, acts_of
from ..charts import toward
from ..facts import figures, places
from ..labels import act_form_label, say, short
from ..reader import framing_beside, loaded_beside
from .marked import Look, context
from .outline import Concordance, Element, Figure, Heading, Paragraph, Profile, Run
from .sections import figure

PASSAGES = {Profile.HANDOUT: 0, Profile.BRIEFING: 6, Profile.FULL: 12}
"""Passages printed of each kind; all are marked in the articles and listed in the tables."""
ACTORS = {Profile.HANDOUT: 0, Profile.BRIEFING: 1, Profile.FULL: 3}
"""Actors whose mentions are printed, the most mentioned first."""
FEW = 3
"""Mentions from which an actor's are printed: fewer are seen in the chart."""

Rows = list[tuple[str, tuple[Run, ...]]]


def was_read(comparison: Comparison) -> bool:
    """Return whether the Reader read any of the articles."""
    return any(a.document.reading is not None for a in comparison.analyses)


def agency(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """How acts of force or harm are worded, who is named, and passages whose wording names nobody."""
    if not was_read(comparison) or profile is Profile.HANDOUT:
        return
    yield from figure("agency", comparison, language)
    found = acts_of(comparison)
    if not found:
        return
    yield from figure("agency_actors", comparison, language, limit=10)
    if profile is Profile.FULL:
        yield from figure("agency_affected", comparison, language, limit=10)
    named = [act for act in found if act.actor]
    unnamed = [act for act in found if not act.actor]
    for key, some in (("acts_named", named), ("acts_unnamed", unnamed)):
        rows = _in_turn([(act.group.key, _act(act, language)) for act in some], PASSAGES[profile])
        if rows:
            yield Heading(say(f"output.heading.{key}", language, count=len(some)), 2)
            yield Concordance(tuple(rows))


def _act(act: ActHere, language: str) -> tuple[str, tuple[Run, ...]]:
    label = _beside(act.group.label, act_form_label(act.act.form, language))
    return label, context(act.analysis, act.mark.span, act.mark.voice, look=Look.ACT)


def loaded(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """How many loaded words stand in which voice, where the lexicons agree, and passages."""
    if not was_read(comparison) or profile is Profile.HANDOUT:
        return
    yield from figure("loaded", comparison, language)
    marks = [(group, a, m) for group, a in places(comparison).values() for m in a.of_kind(MarkKind.LOADED)]
    terms = [(a, m) for a in comparison.analyses for m in a.of_kind(MarkKind.FRAMING)]
    if marks:
        both = sum(bool(framing_beside(a, m)) for _, a, m in marks)
        listed = sum(bool(loaded_beside(a, m)) for a, m in terms)
        yield Paragraph(
            say("output.loaded.agreement", language, words=len(marks), both=both, terms=len(terms), listed=listed),
            quiet=True,
        )
    yield from _wholes(comparison, language)
    surest = sorted(marks, key=lambda found: -found[2].weight)
    label = _labelled(language)
    rows = _in_turn([(group.key, (label(group.label, a, m), _word(a, m))) for group, a, m in surest], PASSAGES[profile])
    if rows:
        yield Concordance(tuple(rows))


def _wholes(comparison: Comparison, language: str) -> Iterator[Element]:
    """Say in how many loaded sentences no word stands out; nothing where each has one."""
    from ...reading.analyzers.loaded import as_a_whole, loaded_sentences

    count = sum(len(as_a_whole(a.document)) for a in comparison.analyses)
    if count:
        total = sum(len(loaded_sentences(a.document)) for a in comparison.analyses)
        yield Paragraph(say("output.loaded.whole", language, count=count, of=total), quiet=True)


def _labelled(language: str) -> Callable[[str, ArticleAnalysis, Mark], str]:
    def label(outlet: str, analysis: ArticleAnalysis, mark: Mark) -> str:
        agrees = "output.loaded.listed" if framing_beside(analysis, mark) else "output.loaded.reader_only"
        return _beside(outlet, say(agrees, language))

    return label


def _word(analysis: ArticleAnalysis, mark: Mark) -> tuple[Run, ...]:
    return context(analysis, mark.span, mark.voice, look=Look.LOADED)


def toward_actors(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """The mentions of actors by outlet, means by voice for those mentioned most, and their passages."""
    if not was_read(comparison) or profile is Profile.HANDOUT:
        return
    yield from figure("toward", comparison, language, limit=12)
    explained = False
    for actor, n in toward.actors(comparison)[: ACTORS[profile]]:
        if n < FEW:
            break
        means = tuple(figure("toward_voices", comparison, language, actor, explained=explained))
        drawn = any(isinstance(element, Figure) for element in means)
        rows = _in_turn(_mentions(comparison, actor, language), PASSAGES[profile] // 2)
        if drawn or rows:  # neutral mentions without a mean are in the chart above, and there is no more to say of them
            yield from means
        if rows:
            yield Concordance(tuple(rows))
        explained = explained or drawn


def _mentions(comparison: Comparison, actor: str, language: str) -> list[tuple[str, tuple[str, tuple[Run, ...]]]]:
    """Return the mentions that are judged negative or positive."""
    found = []
    for group in comparison.groups:
        for polarity in ("negative", "positive"):
            for m in figures(comparison, "toward_share")[group.key]:
                if (m.dimension("subject"), m.dimension("polarity")) == (actor, polarity):
                    label = _beside(group.label, say(f"output.column.{polarity}", language))
                    found += [(group.key, (label, _mention(comparison, passage))) for passage in m.passages]
    return found


def _mention(comparison: Comparison, passage: Passage) -> tuple[Run, ...]:
    analysis = comparison.analysis_of(passage.article)
    span: Span = passage.span
    return context(analysis, span, analysis.document.voice_at(span.start).voice, look=Look.ACT)


def _beside(outlet: str, remark: str) -> str:
    """Return the label of a passage."""
    return f"{short(outlet)} ({remark})"


def _in_turn(found: Sequence[tuple[str, tuple[str, tuple[Run, ...]]]], most: int) -> Rows:
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
