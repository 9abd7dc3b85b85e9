"""Scores attributions and coreference of speakers against the hand-written passages of `reader_gold`.

Each role is counted on its own, one to one within its passage, pooled over all passages. *Strict*: exactly the same
places; white space, a comma or colon at the end of a source or cue, and a "that" before the content count for neither
side. *Overlapping*: the places share at least one character; each place is used once, the closest pairs first.

Form, speaker, kind and stance are judged on matched attributions only: those whose contents overlap, the pairs whose
cues overlap as well first, then the closest. Traps count through precision and as false alarms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from analysis.model import Attribution, Span

from .polnear import Counts
from .reader_gold import CoreferenceCase, GoldAttribution, Passage, Way

ROLES = ("source", "cue", "content")
JUDGED = ("form", "speaker", "kind", "stance")

Places = tuple[Span, ...]


class Roles(Protocol):
    """What gold and found attributions have in common."""

    @property
    def source(self) -> Places: ...
    @property
    def cue(self) -> Places: ...
    @property
    def content(self) -> Places: ...


@dataclass(slots=True)
class Share:
    """How many were right, of how many."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        self.right += right
        self.of += 1

    @property
    def value(self) -> float | None:
        """The share; None where there was nothing to judge."""
        return self.right / self.of if self.of else None


@dataclass(slots=True)
class AttributionScore:
    strict: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})
    overlapping: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})
    matched: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in JUDGED})
    found: Share = field(default_factory=Share)
    """Attributions of the gold that were matched."""
    false_alarms: Share = field(default_factory=Share)
    """Traps in which something was found: here `right` counts the wrong."""


@dataclass(slots=True)
class CoreferenceScore:
    speaker: Share = field(default_factory=Share)
    by_way: dict[Way, Share] = field(default_factory=lambda: {way: Share() for way in Way})
    wrong: list[tuple[str, str | None]] = field(default_factory=list)
    """Case and what was answered, of those that were not right; None: no answer."""


def trimmed(text: str, role: str, places: Iterable[Span]) -> frozenset[tuple[int, int]]:
    """Return the places of a role without what does not count at their edges."""
    result = set()
    for number, span in enumerate(sorted(places, key=lambda s: s.start)):
        start, end = span.start, span.end
        if role == "content":
            if number == 0 and text[start:end].casefold().startswith("that "):
                start += len("that ")
        else:
            end = start + len(text[start:end].rstrip(" \n\t,:"))
        start, end = end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
        result.add((start, end))
    return frozenset(result)


def shared(a: Places, b: Places) -> float:
    """Return the characters in both places over the characters in either (Jaccard)."""
    first = {i for span in a for i in range(span.start, span.end)}
    second = {i for span in b for i in range(span.start, span.end)}
    return len(first & second) / len(first | second) if first | second else 0.0


def paired(gold: Sequence[Roles], found: Sequence[Roles], close: Callable[[Roles, Roles], float]) -> dict[int, int]:
    """Return which found (by number) goes with which gold, one to one, the closest first; what is not close, never."""
    pairs = [(close(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    result: dict[int, int] = {}
    for closeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if closeness > 0 and i not in result and j not in result.values():
            result[i] = j
    return result


def one_attribution(a: Roles, b: Roles) -> float:
    """Return how close two attributions are: 0 where the contents share nothing, above 1 where cues meet too."""
    content = shared(a.content, b.content)
    return content + (1 if shared(a.cue, b.cue) else 0) if content else 0.0


def same_name(a: str, b: str) -> bool:
    """Return whether two names are one: case, spacing and a leading article do not count."""

    def bare(name: str) -> list[str]:
        words = name.replace("’", "'").casefold().split()
        return words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words

    return bare(a) == bare(b)


def count_roles(score: AttributionScore, text: str, gold: Sequence[Roles], found: Sequence[Roles]) -> None:
    """Add one passage to the strict and the overlapping counts."""
    for role in ROLES:
        wanted = [g for g in gold if getattr(g, role)]
        given = [f for f in found if getattr(f, role)]
        exact = Counter(trimmed(text, role, getattr(g, role)) for g in wanted)
        exact &= Counter(trimmed(text, role, getattr(f, role)) for f in given)
        near = paired(wanted, given, lambda a, b, role=role: shared(getattr(a, role), getattr(b, role)))  # type: ignore[misc]
        for counts, right in ((score.strict[role], exact.total()), (score.overlapping[role], len(near))):
            counts.right += right
            counts.gold += len(wanted)
            counts.proposed += len(given)


def judge(score: AttributionScore, gold: GoldAttribution, found: Attribution) -> None:
    """Add one matched attribution; a speaker that the program leaves open is wrong where the gold has one."""
    speaker = found.speaker
    score.matched["form"].count(found.form in gold.forms)
    score.matched["stance"].count(found.cue_stance in gold.stances)
    if gold.speakers:
        score.matched["speaker"].count(speaker is not None and any(same_name(speaker.name, n) for n in gold.speakers))
    if gold.kinds:
        score.matched["kind"].count(speaker is not None and speaker.kind in gold.kinds)


def score_attributions(gold: Iterable[Passage], found: Mapping[str, Sequence[Attribution]]) -> AttributionScore:
    """Return how well what was `found`, by passage id, agrees with the gold."""
    score = AttributionScore()
    for passage in gold:
        given = found.get(passage.id, ())
        count_roles(score, passage.text, passage.attributions, given)
        if not passage.attributions:
            score.false_alarms.count(bool(given))
        pairs = paired(passage.attributions, given, one_attribution)
        for i, wanted in enumerate(passage.attributions):
            score.found.count(i in pairs)
            if i in pairs:
                judge(score, wanted, given[pairs[i]])
    return score


def speaker_at(mention: Span, found: Iterable[Attribution]) -> str | None:
    """Return whom the attribution whose source is at `mention` names; the closest where several are."""
    close = [(shared((mention,), a.source), a.speaker.name) for a in found if a.speaker]
    closeness, name = max(close, default=(0.0, None), key=lambda pair: pair[0])
    return name if closeness else None


def score_coreference(cases: Iterable[CoreferenceCase], answers: Mapping[str, str | None]) -> CoreferenceScore:
    """Return how many cases name the right speaker; no answer is not right."""
    score = CoreferenceScore()
    for case in cases:
        answer = answers.get(case.id)
        right = answer is not None and any(same_name(answer, name) for name in case.speakers)
        score.speaker.count(right)
        score.by_way[case.way].count(right)
        if not right:
            score.wrong.append((case.id, answer))
    return score
