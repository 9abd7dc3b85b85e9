"""Verb groups: a cue verb with its auxiliaries, adverbs and particle."""

from __future__ import annotations

from dataclasses import dataclass

from ....messages import message
from ....model import Span
from ...english.cues import CueForm
from ..found import Found
from .line import Line

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A cue verb with its auxiliaries, adverbs and particle."""

    first: int
    head: int
    last: int
    form: CueForm
    takes: frozenset[str]
    finite: bool
    passive: bool


def verb_group(line: Line, head: int, form: CueForm) -> VerbGroup | None:
    """Return the verb group around `head`, or None for an infinitive."""
    first = head
    while (
        first > 0
        and line.quoted[first - 1] < 0
        and (
            line.tags[first - 1] in "BXM"
            or (line.words[first - 1] in _LONG and line.tags[first - 2 : first - 1] == ["X"])
        )
    ):
        first -= 1
    if (over := _over_period(line, first)) is not None:
        first = over
    while first < head and line.tags[first] == "B" and line.words[first] in _SENTENCE_ADVERBS:
        first += 1
    if first > 0 and line.tags[first - 1] == "T":
        return None
    last = head
    if head + 1 < len(line) and line.words[head + 1] in form.cue.particles and line.quoted[head + 1] < 0:
        last += 1
    elif _adverb_between(line, head, form):
        last += 2  # "spoke openly about"
    elif (
        "it" in line.words[head + 1 : head + 2]
        and line.words[head + 2 : head + 3]
        and ("particle" in form.cue.takes and line.words[head + 2] in form.cue.particles)
    ):
        last += 2  # "made it clear"
    if "particle" in form.cue.takes and last == head:
        return None
    helpers = {line.words[i] for i in range(first, head) if line.tags[i] in "XM"}
    takes = form.cue.takes | ({"np"} if last > head and "object" in form.cue.takes else frozenset())
    passive = form.shape in ("past", "participle") and bool(helpers & _BE)
    finite = bool(helpers) or form.shape in ("past", "s", "base")
    if form.shape == "participle" and not helpers:
        return None
    return VerbGroup(first, head, last, form, takes, finite, passive)


def _adverb_between(line: Line, head: int, form: CueForm) -> bool:
    """Whether an adverb in -ly stands between a verb and the word that belongs to it."""
    return (
        "object" in form.cue.takes
        and line.words[head + 2 : head + 3] != []
        and line.tags[head + 1] == "B"
        and line.words[head + 1].endswith("ly")
        and line.words[head + 2] in form.cue.particles
        and line.quoted[head + 2] < 0
    )


def _over_period(line: Line, at: int) -> int | None:
    """Return the auxiliary before a period: "[has] for years been accusing"."""
    if line.tags[at] != "X" or at < 3 or line.words[at - 1] not in _PERIODS or line.quoted[at - 1] >= 0:
        return None
    lead = next((i for i in range(at - 2, max(0, at - 5), -1) if line.words[i] in ("for", "over", "in")), None)
    return lead - 1 if lead is not None and line.tags[lead - 1] == "X" else None


_PERIODS = frozenset("years months weeks decades days year month week decade".split())
_LONG = frozenset("long since all both ever yet reportedly".split())


_SENTENCE_ADVERBS = frozenset("however meanwhile instead there so then perhaps".split())


def clause_floor(line: Line, at: int) -> int:
    """Return the first token that a subject before `at` may begin with: after the last quotation."""
    i = at - 1
    while i >= 0 and line.quoted[i] < 0:
        i -= 1
    return i + 1


AS = frozenset("describe characterize refer portray label brand".split())
SUBORDINATE = frozenset("after before when as while since if although though because until once".split())


def made(
    line: Line,
    group: VerbGroup,
    subject: tuple[int, int],
    content: list[Span],
    quotations: set[int],
    why: str,
    cue_last: int | None = None,
) -> Found:
    """Return the attribution whose cue is `group` and whose source is `subject`."""
    printed = line.printed(group.first, group.last)
    return Found(
        line.number,
        [line.range(group.first, cue_last if cue_last is not None else group.last)],
        content,
        [line.range(*subject)],
        group.form.cue.stance,
        message(f"attribution.why.{why}", cue=printed),
        quotations,
    )
