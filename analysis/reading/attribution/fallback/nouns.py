"""Nouns that stand for somebody's words: "the army's claim that …", "their support for …"."""

from __future__ import annotations

from ....messages import message
from ....model import Document
from ...english.cues import NounCue, noun_cues
from ..found import Found
from .clauses import Shape, clause_end
from .line import Line
from .phrases import noun_phrase_end, noun_phrase_start, skip_adjuncts
from .speaking import speaking_part

_POSSESSIVE = frozenset("his her their its my our".split())


def find_noun(document: Document, line: Line, at: int) -> Found | None:
    """Return the attribution whose cue is the noun at `at`, or None.

    A possessive before it is the source; without one only "that" makes sure that words follow.
    """
    cue = noun_cues()[line.words[at]]
    after = at + 1
    if after >= len(line) - 1 or line.quoted[after] >= 0:
        return None
    first = at
    while first > 0 and line.tags[first - 1] in "NBU" and line.quoted[first - 1] < 0:
        first -= 1
    source = _possessor(line, first)
    if source is None and cue.noun == "doubt" and at and line.words[at - 1] in ("no", "little"):
        return None  # "There is no doubt that …": the outlet's own certainty
    if source is None and line.words[first - 1 : first] == ["of"] and line.words[first - 2 : first - 1] in _LACK:
        return None  # "a lack of assurance that …": nobody has said it
    that = _that(line, after) if "that" in cue.takes else None
    if "whether" in cue.takes and line.words[after + 1 : after + 2] == ["whether"]:
        that = after + 1 if line.tags[after] == "P" else None
    item = _items(line, after, cue)
    if item is None and that is not None and line.words[after] == "that" and line.tags[that + 1] in "VXM":
        return None  # "arguments that used to be heard": a relative clause
    if item is not None:
        start, last, shape = item, at, Shape.PHRASE  # "charges including fraud", "demands such as lower rents"
    elif that is not None:
        start, last, shape = that, at, Shape.THAT
    elif source is not None and "that" in cue.takes and line.tags[after] == "R" and _has_verb(line, after):
        start, last, shape = after, at, Shape.CLAUSE  # "her claim they were late"
    elif line.words[after] in cue.takes and (source is not None or _is_bare(line, after, cue)):
        start, last, shape = after + 1, after, Shape.PHRASE
        if line.words[after] == "about" and line.tags[start] in "DKRO" and cue.noun == "fear":
            return None  # "fears about the army"
        if line.words[after] == "to":
            verb = start + (line.tags[start] == "B" and start + 1 < len(line))
            if cue.noun == "claim" and line.words[start] in ("be", "have"):
                verb, start, last = start, after, at  # "their claims to be fair"
            elif line.tags[verb] != "V" and not (
                line.shapes[verb] == "" and line.tags[verb] == "N" and cue.noun in _WILLS
            ):
                return None
            if line.tags[verb] == "V" or verb > start or cue.noun not in _PROMISES | {"claim"}:
                start, last = after, at
    else:
        return None
    if line.tags[start] in ",." or (source is None and shape is not Shape.PHRASE and not _has_verb(line, start)):
        return None
    end = clause_end(line, start, shape)
    if any(line.tags[i : i + 2] == [",", "W"] for i in range(max(0, first - 5), first - 1)):
        # "Ann Orr, who has voiced fears that it may fall, praised …"
        end = next((i - 1 for i in range(start + 1, end) if line.tags[i] == "," and line.quoted[i] < 0), end)
    if shape is Shape.PHRASE and line.tags[start] != "T" and (phrase := noun_phrase_end(line, start, len(line))):
        finite = phrase + 1 < len(line) and line.tags[phrase + 1] in "XMV"
        end = phrase if finite else end  # "Her calls for [a crackdown] were ignored"
        end = (
            end
            if source or line.words[start - 1] in _NAMING or item is not None
            else min(phrase, _first_phrase(line, start, phrase))
        )
    if shape is Shape.THAT and source is None:
        end = _before_main_verb(line, start, end)
    if end <= start and shape is Shape.THAT:
        return None
    held = {q for q in line.quoted[start : end + 1] if q >= 0}
    cue_first = first if source is not None else at
    why = message("attribution.why.noun", cue=line.printed(cue_first, last))
    spans = [line.range(*source)] if source else []
    return Found(line.number, [line.range(cue_first, last)], [line.range(start, end)], spans, cue.stance, why, held)


def _that(line: Line, after: int) -> int | None:
    """Return the "that" behind a noun: at once, or behind an adjunct ("its claim on Friday that"), "is" or "being"."""
    at = skip_adjuncts(line, after, len(line) - 1) if line.words[after] != "that" else after
    if at + 1 < len(line) and line.words[at] in _BEING and line.words[at + 1] == "that":
        at += 1
    return at if at < len(line) - 1 and line.words[at] == "that" and line.quoted[at] < 0 else None


def _items(line: Line, after: int, cue: NounCue) -> int | None:
    """Return where what a charge or demand consists of begins: "charges that include [fraud]"."""
    if cue.noun not in _CONSISTING or (cue.noun == "count" and not _INDICTED & set(line.words[:after])):
        return None
    at = after + (line.tags[after] == ",")
    if line.words[at : at + 1] == ["that"]:
        at += 1
    if line.words[at : at + 2] == ["such", "as"]:
        at += 1
    elif line.words[at : at + 1] == [] or line.words[at] not in _NAMING:
        return None
    at += line.tags[at + 1 : at + 2] == [":"]
    return at + 1 if at + 1 < len(line) - 1 and line.quoted[at + 1] < 0 and line.tags[at + 1] in "DNKUGV" else None


_NAMING = frozenset("including include included includes like as".split())
_CONSISTING = frozenset(("charge", "count", "demand", "accusation", "allegation", "complaint", "offence", "offense"))
_INDICTED = frozenset(("indicted", "charged", "indictment", "arraigned"))
_LACK = (["lack"], ["absence"])


def _first_phrase(line: Line, start: int, end: int) -> int:
    """Return the end of the first part of a noun phrase: "calls for [justice] for Orr", "fears of [loss of work]"."""
    own = (i - 1 for i in range(start + 1, end) if line.tags[i] == "P" and line.words[i] not in ("of", "against"))
    return next(own, end)


def _before_main_verb(line: Line, start: int, end: int) -> int:
    """Return the end of a "that" clause before the verb of the main clause: "…, and spreads these beliefs"."""
    for i in range(start + 2, end - 1):
        if line.tags[i] == "," and line.tags[i + 1] == "C" and line.shapes[i + 2] == "s" and line.quoted[i] < 0:
            return i - 1
    return end


def _is_bare(line: Line, after: int, cue: NounCue) -> bool:
    """Whether a noun without a possessor says what its words are: "claims of fraud", not "the claims of last year"."""
    following = line.words[after + 1]
    if line.words[after] not in cue.bare or following in _NO_MESSAGE:
        return False
    if cue.noun == "threat" and line.words[after - 1] == "threat":
        return False  # "the threat of a strike": a danger; "threats of a strike": words
    adjective = line.tags[after + 1 : after + 3] == ["K", "N"]  # "fears of Orrian terrorism"
    return line.tags[after + 1] not in "KYRO" or adjective


_PROMISES = frozenset(("promise", "pledge", "vow"))
_WILLS = _PROMISES | {"call", "demand", "push", "plea", "appeal"}
_NO_MESSAGE = frozenset("last this these those his her their its some many such both".split())
_BEING = frozenset(("is", "was", "being"))


def _possessor(line: Line, first: int) -> tuple[int, int] | None:
    """Return whose noun it is: "his", "the army's"."""
    before = first - 1
    if before < 0 or line.quoted[before] >= 0:
        return None
    if line.words[before] in _POSSESSIVE:
        return before, before
    if line.tags[before] == "Z" and line.tags[before - 1 : before] != ["Y"]:  # "Tuesday’s announcement" is nobody's
        start = noun_phrase_start(line, before)
        return None if start is None else speaking_part(line, (start, before))
    return None


def _has_verb(line: Line, start: int) -> bool:
    """Whether a verb follows soon: "the claim that he lied", not "the claim that year"."""
    return any(tag in "VXM" for tag in line.tags[start : start + 16])
