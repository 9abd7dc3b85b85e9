"""What of somebody's words the outlet names itself: "the crackdown" in "ministers condemned the crackdown"."""

from __future__ import annotations

from dataclasses import replace

from ....model import Span
from ...english.cues import Cue, NounCue, noun_cues
from .line import Line
from .phrases import noun_phrase_end

# Where the judged thing ends and what is said of it begins: "praised the mayor [because …]", "hailed it [as …]".
_MESSAGE = frozenset("as what whatever how whether if why".split())
_REASON = frozenset(("because", "since"))
_INDEFINITE = frozenset(("a", "an", "any", "no", "more", "further"))
_DRAWN_UP = frozenset("bill law measure amendment resolution motion deal proposal plan treaty lawsuit suit".split())
# A deed behind one of these is what somebody is judged for: "criticised the mayor [for shelling the town]".
_FOR = frozenset(("for", "of", "over", "with"))
# Verbs that judge nothing and yet may have before them what is there without the speaker.
_ABOUT_OTHERS = frozenset(("warn", "declare", "pronounce", "deem"))
_VERDICTS = frozenset(
    "legal illegal legitimate illegitimate valid invalid lawful unlawful constitutional unconstitutional void null "
    "safe unsafe guilty innocent dead".split()
)
_ROUNDLY = frozenset("around about some nearly almost over roughly".split())
# What a noun of saying leads to is only said: "dismissed the claims of [fraud]".
_LEADS = frozenset("of about that to for over".split())


def named_in(line: Line, content: list[Span], cue_end: int, cue: Cue | NounCue) -> list[Span]:
    """Return what of `content` behind the cue is there under this name without the speaker: the outlet's own words.

    Who condemns, praises or opposes a thing presupposes it; who warns of, wants or denies one puts it into the world.
    """
    behind = [span for span in content if span.start >= cue_end]
    if isinstance(cue, Cue) and cue.verb in _ABOUT_OTHERS:
        own = (_ruled_on(line, span) if cue.verb != "warn" else _topic(line, span) for span in behind)
        return [span for span in own if span is not None]
    if not cue.judges:
        return []
    out = any(line.words[i] == "out" and span.end == cue_end for i, span in enumerate(line.spans))
    if out and isinstance(cue, Cue):
        cue = replace(cue, before=frozenset())  # "called out the mayor [for …]"
    spans = (_named(line, span, cue) for span in behind)
    return [span for span in spans if span is not None]


def _tokens(line: Line, content: Span) -> tuple[int, int]:
    """Return the tokens of a content, the last one excluded; none where it has none."""
    inside = [i for i, span in enumerate(line.spans) if content.start <= span.start and span.end <= content.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _ruled_on(line: Line, content: Span) -> Span | None:
    """Return what a verdict before it is about: "declared legal [the huts on the shore]"."""
    first, end = _tokens(line, content)
    at = first + 1
    at += at < end and line.words[at] in _ROUNDLY
    ruled = first < end and line.words[first] in _VERDICTS and at < end and line.tags[at] in "DUNK"
    return line.range(first + 1, end - 1) if ruled and line.quoted[at] < 0 else None


def _topic(line: Line, content: Span) -> Span | None:
    """Return whom a warning goes to and what it is about, where that is there: "warns the island [on its toll]"."""
    first, end = _tokens(line, content)
    at = next((i for i in range(first, end) if line.tags[i] != "K"), end)
    if at == first or at + 1 >= end or line.words[at] not in ("on", "over"):
        return None
    marked = any(line.quoted[i] >= 0 for i in range(first, end))
    return None if marked or any(tag in "XM" for tag in line.tags[first:end]) else line.range(first, end - 1)


def _named(line: Line, content: Span, cue: Cue | NounCue) -> Span | None:
    tokens = [i for i, span in enumerate(line.spans) if content.start <= span.start and span.end <= content.end]
    if not tokens:
        return None
    first, end = tokens[0], tokens[-1] + 1
    if line.words[first] == "what" and not cue.before:
        return line.range(first, end - 1)  # "what they called a raid": what they called it is found for itself
    detail = 2 * (line.tags[first : first + 3] == ["P", "N", "D"])  # "described [in detail] the raid"
    first += detail
    while first < end - 1 and (line.tags[first] == "B" or line.words[first] in ("against", "over")):
        first += 1
    if line.tags[first] not in "DNKURO(Y" or line.words[first] in _MESSAGE or (cue.given and _wished(line, first, end)):
        return None
    last = noun_phrase_end(line, first, end)
    if last is not None and _is_subject(line, last + 1, end, cue):
        return None
    stop = _message(line, first, last or first, end, cue) if cue.before else _stop(line, first, end)
    if stop is None and isinstance(cue, Cue) and cue.verb == "describe" and line.words[first] not in _INDEFINITE:
        stop = _stop(line, first, end) if line.tags[first] == "D" else None  # "described the raid", not "… a raid"
    first -= detail
    return line.range(first, stop - 1) if stop is not None and stop > first else None


def _wished(line: Line, first: int, end: int) -> bool:
    """Whether a noun phrase names what is only wished for: "a fence", not "a bill", which somebody has drawn up."""
    if line.words[first] not in _INDEFINITE:
        return False
    head = next((i - 1 for i in range(first + 1, end) if line.tags[i] not in "NKZUB"), end - 1)
    return line.words[head] not in _DRAWN_UP


def _is_subject(line: Line, at: int, end: int, cue: Cue | NounCue) -> bool:
    """Whether what begins the content is the subject of a clause: "rejected the plan was late"."""
    return "clause" in cue.takes and at < end and (line.tags[at] in "XM" or line.shapes[at] == "s")


def _message(line: Line, first: int, last: int, end: int, cue: Cue | NounCue) -> int | None:
    """Return the token where the message behind a named thing begins: "accused the mayor [of …]"; None without one."""
    for i in range(first + 1, end):
        if line.words[i] in cue.before and line.quoted[i] < 0:
            if line.words[i] == "as" and any(
                line.tags[k] == "R" and line.tags[k + 1] in "XV" for k in range(first, i - 1)
            ):
                continue  # "spoke of the raid she had seen [as] a girl"
            if line.words[i] == "to" and "to" not in cue.takes and line.tags[i + 1 : i + 2] == ["V"]:
                continue  # "compared the push [to rebuild] it to a landing"
            return i - (line.words[i - 1] == "not")
    opens = last + 1 < end and (line.tags[last + 1] in 'DU"' or line.quoted[last + 1] >= 0)
    if "np" not in cue.before:
        return None
    second = next((i for i in range(first + 1, end) if _opens_second(line, i)), None)
    return last + 1 if second is None and opens else second


def _opens_second(line: Line, i: int) -> bool:
    """Whether a second noun phrase opens at `i`: "called those marching for the rebels [a mob]"."""
    marks = line.quoted[i] >= 0 and line.quoted[i - 1] < 0
    noun = line.tags[i - 1] in "NKOR" or (marks and line.shapes[i - 1] == "s")  # "calling its advocates [“crooks”]"
    return (marks or line.words[i] in ("a", "an")) and noun


def _stop(line: Line, first: int, end: int) -> int:
    """Return the token behind a judged thing with all that describes it."""
    for i in range(first, end):
        word, before = line.words[i], line.words[i - 1]
        if i > first and line.quoted[i] < 0:
            if word in _REASON and line.tags[i + 1 : i + 2] == ["R"]:
                return i  # "opposed the ban because it was cruel"; what the outlet tells beside is its own
            if (word in _MESSAGE and before != "such") or (word in _FOR and _deed(line, i + 1, end)):
                return i
            if line.tags[i] == "G" and (line.tags[i - 1] in "KRO" or before == "those"):
                return i  # "condemned those smearing officers"
            if word in _LEADS and before in noun_cues():
                return i
    return end


def _deed(line: Line, at: int, end: int) -> bool:
    """Whether an -ing form begins at `at`: "for [not doing] enough"."""
    while at < end and line.tags[at] == "B":
        at += 1
    return at < end and (line.tags[at] == "G" or (line.words[at - 1] == "not" and line.words[at].endswith("ing")))
