"""What the report says of the trained Reader's findings: acts of force, loaded language.

Articles that were read by rules only have none of these sections; the methods say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...model import ArticleAnalysis, Comparison, Mark, MarkKind
from ...thresholds import LOADED_SENTENCE
from ..acts import ActHere, acts_in_own_voice
from ..facts import in_own_voice
from ..labels import act_form_label, say
from ..reader import framing_beside, loaded_beside
from .marked import Look, context
from .marked_passages import PASSAGES, beside, in_turn
from .outline import Concordance, Element, Heading, Paragraph, Profile, Run
from .sections import figure


def was_read(comparison: Comparison) -> bool:
    """Return whether the Reader read any of the articles."""
    return any(a.was_read for a in comparison.analyses)


def agency(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """How acts of force or harm are worded, who is named, and passages whose wording names nobody."""
    if not was_read(comparison) or profile is Profile.HANDOUT:
        return
    yield from figure("agency", comparison, language)
    found = acts_in_own_voice(comparison)
    if not found:
        return
    yield from figure("agency_actors", comparison, language, limit=10)
    if profile is Profile.FULL:
        yield from figure("agency_affected", comparison, language, limit=10)
    named = [act for act in found if act.actor]
    unnamed = [act for act in found if not act.actor]
    for key, some in (("acts_named", named), ("acts_unnamed", unnamed)):
        rows = in_turn([(act.group.key, _act(act, language)) for act in some], PASSAGES[profile])
        if rows:
            yield Heading(say(f"output.heading.{key}", language, count=len(some)), 2)
            yield Concordance(tuple(rows))


def _act(act: ActHere, language: str) -> tuple[str, tuple[Run, ...]]:
    label = beside(act.group.label, act_form_label(act.act.form, language))
    return label, context(act.analysis, act.mark.span, act.mark.voice, look=Look.ACT)


def loaded(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """How many loaded words stand in which voice, where the lexicons agree, and passages."""
    if not was_read(comparison) or profile is Profile.HANDOUT:
        return
    yield from figure("loaded", comparison, language)
    counted = list(in_own_voice(comparison).values())
    marks = [(group, a, m) for group, a in counted for m in a.of_kind(MarkKind.LOADED)]
    terms = [(a, m) for _, a in counted for m in a.of_kind(MarkKind.FRAMING)]
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
    rows = in_turn([(group.key, (label(group.label, a, m), _word(a, m))) for group, a, m in surest], PASSAGES[profile])
    if rows:
        yield Concordance(tuple(rows))


def _wholes(comparison: Comparison, language: str) -> Iterator[Element]:
    """Say in how many loaded sentences no word stands out; nothing where each has one."""
    scores = [score for _, a in in_own_voice(comparison).values() for score in a.scores]
    count = sum(score.loaded_as_a_whole for score in scores)
    if count:
        total = sum(score.loaded is not None and score.loaded >= LOADED_SENTENCE for score in scores)
        yield Paragraph(say("output.loaded.whole", language, count=count, of=total), quiet=True)


def _labelled(language: str) -> Callable[[str, ArticleAnalysis, Mark], str]:
    def label(outlet: str, analysis: ArticleAnalysis, mark: Mark) -> str:
        agrees = "output.loaded.listed" if framing_beside(analysis, mark) else "output.loaded.reader_only"
        return beside(outlet, say(agrees, language))

    return label


def _word(analysis: ArticleAnalysis, mark: Mark) -> tuple[Run, ...]:
    return context(analysis, mark.span, mark.voice, look=Look.LOADED)
