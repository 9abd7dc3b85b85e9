"""Where the clause that somebody's words make ends, by the kind of words it is."""

from __future__ import annotations

from enum import Enum, auto

from ...english.cues import cue_forms
from .line import Line
from .phrases import noun_phrase_end


def _last_word(line: Line) -> int:
    """Return the last token that belongs to what is said: without the stop, unless a mark closes after it."""
    end = len(line) - 1
    while end > 0 and line.tags[end] in ".,:-" and line.quoted[end] < 0 and line.words[end] not in ("?", "!"):
        end -= 1
    return end


class Shape(Enum):
    """What kind of words a content is, as its first word and its cue tell."""

    THAT = auto()
    """"that …", "how …", "whether …"."""
    CLAUSE = auto()
    """A clause without a conjunction after a verb of saying."""
    PHRASE = auto()
    """A noun phrase, an infinitive, or what may be either of them or a clause."""


def shape_of(line: Line, at: int, takes: frozenset[str]) -> Shape:
    if line.words[at] in ("that", "what", "how", "whether", "if", "why"):
        return Shape.THAT
    if line.tags[at] == "P" and line.words[at] in ("about", "of", "against"):
        return Shape.PHRASE  # "tweeted about the raid"
    if line.tags[at] != "T" and ("np" not in takes or _is_clause(line, at)):
        return Shape.CLAUSE
    return Shape.PHRASE


def _is_clause(line: Line, at: int) -> bool:
    """Whether a subject with its auxiliary begins at `at`: "claimed [this was late and] unfair"."""
    last = at if line.words[at] in ("this", "that", "these", "those") else noun_phrase_end(line, at, len(line))
    return last is not None and line.tags[last + 1 : last + 2] in (["X"], ["M"])


# Where annotators of PolNeAR's training part end a content more often than not, by its shape: what follows a comma …
_ENDS_AT_COMMA = {
    Shape.PHRASE: frozenset(
        "which who while even although though where when so there then and but yet or despite".split()
    ),
    Shape.CLAUSE: frozenset(("which", "who", "while", "although", "though")),
    Shape.THAT: frozenset(("although", "though")),
}


# … and the class of what follows it.
_ENDS_AT_CLASS = {Shape.PHRASE: "GDVRX", Shape.CLAUSE: "V", Shape.THAT: ""}


# Behind a comma these lead to what happened around the words, as the outlet tells it.
_AROUND = frozenset(("after", "following", "amid", "despite", "with"))


def clause_end(line: Line, at: int, shape: Shape = Shape.THAT) -> int:
    """Return the last token of the clause that begins at `at`: the sentence's end, or where something else begins."""
    end = _last_word(line)
    for i in range(at + 1, end):
        if line.quoted[i] >= 0:
            # A comma within the mark that closes: "…," a reference to.
            closes = line.quoted[i + 1] != line.quoted[i] and line.tags[i - 1] == ","
            goes_on = shape is Shape.PHRASE and line.tags[i + 1] in _ENDS_AT_CLASS[shape]
            if closes and (goes_on or line.words[i + 1] in ("which", "who")):
                return i
        elif _ends(line, i, end, shape):
            return i - 2 if line.tags[i - 1] == "," and i - 2 >= at else i - 1
    return end


def main_verb(line: Line, at: int, end: int) -> int | None:
    """Return the verb of the sentence that the clause from `at` to `end` runs into: "those who say it was late [are]".

    A clause has one finite verb, and one more for each conjunction, relative and verb of saying in it.
    """
    left = 1
    i = at
    while i <= end:
        if line.quoted[i] < 0 and (line.tags[i] in "SWC," or line.words[i] in ("that", "as")):
            left += i > at
        elif line.quoted[i] < 0 and line.tags[i] in "XM":
            if not left:
                return i if line.tags[i - 1] not in "RW" else None
            left -= 1
            while i < end and line.tags[i + 1] in "XMBVG":
                i += 1
                left += line.words[i] in cue_forms()
        elif line.quoted[i] < 0 and line.tags[i] == "V":
            left = max(0, left - 1) + (line.words[i] in cue_forms())
        i += 1
    return None


def _ends(line: Line, i: int, end: int, shape: Shape) -> bool:
    """Whether the content ends before token `i`, a comma, dash or conjunction."""
    tag, word = line.tags[i], line.words[i]
    # A stray quotation mark between comma and word is passed over.
    following_at = i + 2 if line.tags[i + 1] == '"' and line.quoted[i + 1] < 0 and i + 2 <= end else i + 1
    following, after = line.words[following_at], line.tags[following_at]
    if tag == ",":
        if shape is Shape.CLAUSE and following in ("which", "who") and _closes_again(line, following_at, end):
            return False
        if following == "according" or following in _ENDS_AT_COMMA[shape] or after in _ENDS_AT_CLASS[shape]:
            return True
        if after == "G":
            return following in cue_forms()
        if following in _AROUND and shape is not Shape.THAT:
            return True
        if following in ("and", "but") and _goes_on(line, i + 2, end):
            return True
        if following == "as" and line.words[i + 2 : i + 3] == ["reported"]:
            return True
        return following in ("while", "but", "and", "although", "though") and _cue_soon(line, i + 2)
    if word == ";":
        return shape is Shape.PHRASE
    if tag == "-":
        comment = following in ("a", "an") and "-" not in line.tags[i + 1 : end + 1]  # "… – a late answer to the raid"
        return shape is Shape.PHRASE or comment
    if tag == "C":
        if following in ("who", "which", "whose"):
            return True  # "who believe they are safe and who stay": the relative clause before goes on.
        if shape is Shape.PHRASE and (after in "VX" or (after == "B" and line.tags[i + 2 : i + 3] in (["V"], ["X"]))):
            return word in ("and", "but")
        return _says_more(line, i + 1, end)
    return word == "according" or (tag == "P" and _venue(line, i, end))


_VENUES = frozenset(
    "remarks speech interview interviews statement statements tweet tweets letter letters email emails memo address "
    "testimony comments briefing tape video recording essay op-ed post posts article column editorial filing press "
    "news".split()
)


def _venue(line: Line, i: int, end: int) -> bool:
    """Whether the place of speaking ends the words: "urged them to stay in remarks to the council"."""
    if line.words[i] not in ("in", "during", "on") or line.tags[i - 1] == ",":
        return False
    at = i + 1
    while at < min(end, i + 4) and line.tags[at] in "DNKUBY" and line.words[at] not in _VENUES:
        at += 1
    return line.words[at] in _VENUES and line.tags[at] == "N"


def _goes_on(line: Line, at: int, end: int) -> bool:
    """Whether a verb in the past without a subject begins at `at`: "…, and left the room", told of the speaker."""
    at += line.tags[at : at + 1] == ["B"]
    return at < end and line.tags[at] == "V" and line.shapes[at] == "past"


def _closes_again(line: Line, at: int, end: int) -> bool:
    """Whether a relative clause is an insertion: "the bridge, which opened in June, [is] safe"."""
    return any(line.tags[i] == "," and line.tags[i + 1] in "XM" and line.quoted[i] < 0 for i in range(at + 2, end))


def _says_more(line: Line, at: int, end: int) -> bool:
    """Whether another verb of saying begins at `at` after a conjunction: "… and added"."""
    at += line.tags[at] == "B"
    form = cue_forms().get(line.words[at]) if at <= end else None
    shape = line.shapes[at] if at <= end else ""
    told = shape == "past" or (shape == "ing" and line.quoted[at - 2] >= 0)  # "…, “We go,” and adding that"
    return form is not None and told and bool({"quote", "clause"} & form.cue.takes)


def _cue_soon(line: Line, at: int) -> bool:
    """Whether a cue verb follows within a noun phrase's length."""
    forms = cue_forms()
    return any(
        line.tags[i] == "V"
        and line.words[i] in forms
        and forms[line.words[i]].shape in ("past", "s")
        and "clause" in forms[line.words[i]].cue.takes
        for i in range(at, min(at + 7, len(line)))
    )
