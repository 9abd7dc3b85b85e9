"""Whether a noun phrase can be a source: its head must be somebody who speaks or thinks, or something written."""

from __future__ import annotations

from ...english.cues import CueForm
from ...english.kinds import adjectives
from ...english.speaking import can_speak, speaking_words
from .line import Line
from .phrases import noun_phrase_start
from .wordclasses import closed_class

# A number of four digits is a year, and years say nothing.
_YEAR = 4


def speaking_part(
    line: Line, subject: tuple[int, int], form: CueForm | None = None, before_who: bool = False
) -> tuple[int, int] | None:
    """Return `subject` when its head can speak, else the noun phrase within it that can, next to the verb; or None."""
    first, last = subject
    while last > first and line.tags[last] == "C":
        last = _before_relative(line, first, last)  # "voters who left and [said]"
    if first == last and line.words[first] in ("which", "that") and not _antecedent_speaks(line, first, form):
        return None
    if line.tags[last] in "PT" or _is_noun_after_all(line, first, last, form):
        return None
    if not _contradicts(line, first, last) and _speaks(line, first, _head(line, first, last), form):
        return first, last
    start = None if first and line.words[first - 1] == "whose" else _nearest_start(line, first, last)
    if start is None or not _speaks(line, start, last, form):
        return None
    noun = form is not None and form.cue.noun and form.shape in ("base", "s")
    crossed = any(line.tags[i] in "PT" for i in range(first, start))
    if crossed and line.tags[start - 1] == "C" and set(line.tags[start : last + 1]) == {"K"} and not noun:
        crossed = not any(
            line.tags[i] in "VXM" for i in range(first)
        )  # "it needs a vote of members and Ms. Orr [said]"
    if crossed and not before_who and (noun or line.words[start - 1] not in _ACCOMPANIED):
        return None
    return start, last


def _antecedent_speaks(line: Line, at: int, form: CueForm | None) -> bool:
    """Whether what "which" goes back to can speak: a report can, a broadcast cannot."""
    last = at - 2 if at > 1 and line.tags[at - 1] == "," else at - 1
    first = noun_phrase_start(line, last) if last >= 0 and line.quoted[last] < 0 else None
    if first is None:
        return False
    return _speaks(line, first, _head(line, first, last), form) or nearest_phrase(line, last) not in (None, first)


_ACCOMPANIED = frozenset("with between among than as".split())


def _before_relative(line: Line, first: int, last: int) -> int:
    return next((i - 1 for i in range(first + 1, last) if line.tags[i] == "W"), last - 1)


def _head(line: Line, first: int, last: int) -> int:
    """Return the token of the head: the last noun before a preposition, a clause or a comma; behind "some of"."""
    if line.tags[first] in "DU" and line.words[first + 1 : first + 2] == ["of"] and first + 2 <= last:
        return _head(line, first + 2, last)
    at = first
    for i in range(first, last + 1):
        tag = line.tags[i]
        if i > first and line.words[i] in _BEHIND:
            break
        if tag in "GV" and i < last and line.tags[i + 1] in "NK":
            continue  # "the voting base"
        if tag in "NKURWOY" or (tag == "D" and (at == i or line.tags[at] not in "NKU")):
            at = i
        elif tag not in "ZBCD" and line.tags[at] in "NKUD" and i > first:
            break
    return at


_BEHIND = frozenset("close familiar available responsible loyal critical able likely".split())
"""Adjectives that stand behind their noun: "a baker close to the mayor"."""


def _speaks(line: Line, first: int, head: int, form: CueForm | None) -> bool:
    words, word, tag = speaking_words(), line.words[head], line.tags[head]
    if first == head and word in words.adjectives | words.with_article:
        return False
    if word in words.laws:
        return form is None or (form.cue.verb in words.reading and form.shape != "ing")
    if head - first > 1 and line.tags[head - 1] == "C" and line.tags[head - 2] == "N":
        beside = line.words[head - 2]
        if beside.endswith("s") and not can_speak(beside):
            return False  # "their actions and statements"
    if word in words.documents and form is not None and form.cue.loose and form.cue.verb in _WILLS:
        return False
    if tag == "D" and word in _OWNERS:
        return False
    if tag == "U":
        return not (word.isdigit() and len(word) == _YEAR)
    if tag != "N" or (head == 0 and word in closed_class()):
        return True
    return can_speak(word) or closed_class().get(word) in ("D", "U", "R")


_OWNERS = frozenset("my his her its our their your".split())
_WILLS = frozenset("hope want plan seek decide fear intend wish".split())


def _contradicts(line: Line, first: int, last: int) -> bool:
    """Whether "a" stands before a plural: the clause of a thing that is told of: "a plan the bakers [say]"."""
    if line.words[first] not in ("a", "an") or any(line.tags[i] not in "DNKBU" for i in range(first, last + 1)):
        return False
    word = line.words[last]
    named = next((i for i in range(first + 1, last) if line.tags[i] == "N" and line.tags[i + 1] == "K"), None)
    if named is not None and line.tags[last] == "K" and not can_speak(line.words[named]):
        return True  # "a condition Ms. Orr [has said]"
    return last - first > 1 and word.endswith("s") and not word.endswith("ss") and line.words[first + 1] not in _MANY


_MANY = frozenset("few number group handful dozen couple hundred thousand majority series lot".split())


def _nearest_start(line: Line, first: int, last: int) -> int | None:
    """Return where the shortest noun phrase that ends at `last` begins, within `first` and `last`."""
    if line.tags[last] not in "NKURZD":
        return None
    end = last - 1 if line.tags[last] == "Z" else last
    start = end
    while start > first:
        tag, word = line.tags[start - 1], line.words[start - 1]
        if tag == "D":
            return start - 1
        if tag == "K" or tag == "Z" or (tag in "NU" and start - 1 > first and can_speak(word)):
            start -= 1
            continue
        break
    return None if start == first else start


def nearest_phrase(line: Line, last: int) -> int | None:
    """Return where the noun phrase that ends at `last` and can speak begins: whom "who" behind it means."""
    first = noun_phrase_start(line, last)
    if first is None:
        return None
    if line.tags[last] == ")":
        opening = next((i for i in range(last, first, -1) if line.tags[i] == "("), last)
        last = opening - 1 if line.tags[opening - 1] in "NK" else last
    part = speaking_part(line, (first, last), before_who=True)
    return first if part is None else part[0]


def _is_noun_after_all(line: Line, first: int, last: int, form: CueForm | None) -> bool:
    """Whether the cue is a noun: "disputed Blue claims that", "officers to process asylum claims"."""
    if form is None or not form.cue.noun or form.shape not in ("base", "s"):
        return False
    if first == last and first > 0 and line.tags[first] in "NK" and line.tags[first - 1] == "V":
        return True
    if _ends_in_adjective(line, first, last):
        return True
    if line.tags[last] == "N" and last > first and line.tags[last - 1] == "P" and not can_speak(line.words[last]):
        return True  # "the removal of voters from registration lists"
    to = next((i for i in range(first + 1, last) if line.tags[i] == "T" and line.tags[i + 1] in "VN"), None)
    return to is not None and line.tags[last] == "N" and not can_speak(line.words[last])


def _ends_in_adjective(line: Line, first: int, last: int) -> bool:
    """Whether a noun must follow: "two percentage points", "many Republican claims", not "one Republican claims"."""
    if line.words[last] in speaking_words().before_nouns:
        return True
    several = line.words[first] not in ("a", "an", "the", "one", "another", "this", "that", "each", "every")
    return several and last > first and line.words[last].capitalize() in adjectives()
