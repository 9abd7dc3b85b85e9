"""What looks like an attribution and is none: thoughts within somebody's words, what nobody has said yet, evidence.

Chosen on PolNeAR's training part, where annotators had marked 91 of 100 cues found outside somebody else's words, but
of those of `loose` verbs within them 5 to 25 of 100, and 43 of 100 behind a modal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ....model import Speaker, SpeakerKind
from ....progress import checked
from ...english.kinds import kind_of
from ...english.role_words import head_word
from ...english.speaking import can_speak
from ..found import Found
from .line import Line

_UNSAID = frozenset("will would must should may might shall".split())
_NEGATION = frozenset("not never".split())
_EVIDENCE = frozenset("show reveal indicate demonstrate underscore reflect highlight prove".split())
# What shows a thing without saying it.
_TRACES = frozenset("evidence footage video picture photo photograph image trace sign".split())
# What no person does that does them: "the storm threatened to flood the town".
_BODES = frozenset(("threaten", "promise"))
_THINGS = frozenset(
    "storm flood fire virus pandemic outbreak crisis war conflict fighting scandal row dispute strike probe inquiry "
    "investigation case trial lawsuit ruling law bill move decision plan policy deal vote election boycott blockade "
    "shortage recession downturn drought heat violence unrest backlash movement event accident leak".split()
)
# Capitals in the midst of a sentence, twice: a list of links to other stories, run together.
_SHOUTS = 2
# Contents that begin before a cue and may hold it: more are never nested, and long texts stay cheap.
_NEAR = 40


def is_unsaid(line: Line, head: int) -> bool:
    """Whether a modal without a negation stands before the cue at `head`: "must announce"."""
    at, modal = head - 1, False
    while at >= 0 and line.tags[at] in "BXM":
        if line.words[at] in _NEGATION or line.words[at].endswith("n't"):
            return False
        modal = modal or line.words[at] in _UNSAID
        at -= 1
    return modal


def is_teaser(line: Line) -> bool:
    """Whether several runs of words in capitals stand in the sentence: teasers of other stories, nobody's words."""
    words = [line.tags[i] == "K" and line.shouts[i] for i in range(len(line))]
    runs = sum(a and b and not before for before, a, b in zip([False, *words], words, words[1:], strict=False))
    return runs >= _SHOUTS and not all(words[:3])


def said(found: Sequence[Found], text: str) -> list[Found]:
    """Return what is left of `found` without loose verbs in somebody else's words and what is only to be said."""
    contents = sorted(
        (span.start, span.end, number) for number, one in enumerate(found) if not one.loose for span in one.content
    )
    sourced = {tuple(one.content) for one in found if one.source}
    kept = []
    for number, one in enumerate(checked(found)):
        if not one.source and tuple(one.content) in sourced:
            continue  # "said in a statement that": the noun has the verb's words.
        if one.verb == "welcome" and one.content[0].of(text)[0].isupper():
            continue  # "welcomed Ann Orr to the palace"
        if one.unsaid or (one.loose and _within(contents, one, number)):
            continue
        kept.append(one)
    return kept


def _within(contents: list[tuple[int, int, int]], one: Found, number: int) -> bool:
    cue = one.cue[0]
    last = bisect_right(contents, (cue.start, cue.end, len(contents) + 1))
    near = contents[max(0, last - _NEAR) : last]
    return any(start <= cue.start and cue.end <= end and other != number for start, end, other in near)


def bodes(line: Line, at: int, verb: str) -> bool:
    """Whether "that" at `at` goes back to a thing that threatens nobody in words: "the flood [that] threatens to"."""
    if verb not in _BODES or at == 0 or line.words[at] not in ("that", "which"):
        return False
    return line.words[at - 1 - (line.tags[at - 1] == ",")] in _THINGS


def is_evidence(one: Found, speaker: Speaker | None, text: str) -> bool:
    """Whether a thing "shows" or somebody "finds" something, rather than somebody or a document saying it."""
    if speaker is None or speaker.named or one.verb not in _EVIDENCE | _BODES | {"find", "suggest"}:
        return False
    if one.verb in _BODES:
        return head_word(speaker.name) in _THINGS and one.content[0].of(text).startswith("to ")
    if head_word(speaker.name) in _TRACES:
        return True
    clause = one.content[0].of(text).startswith(("that ", "no evidence"))
    if one.verb == "find":
        return not clause and speaker.kind in (SpeakerKind.OTHER, SpeakerKind.RESIDENT)
    head = head_word(speaker.name)
    return one.verb != "suggest" and kind_of(head) is None and not (one.verb == "indicate" and can_speak(head))
