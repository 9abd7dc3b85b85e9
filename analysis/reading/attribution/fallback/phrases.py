"""Noun phrases and clause ends, found on word classes: shallow, linear, and wrong in known ways."""

from __future__ import annotations

from .line import Line

_TIME_NOUNS = frozenset(("week", "month", "year", "night", "morning", "afternoon", "evening", "day", "weekend"))


def subject_before(line: Line, at: int, floor: int = 0) -> tuple[int, int] | None:
    """Return (first, last) token of the noun phrase that ends just before `at`, or None."""
    end = _before_adverbials(line, at - 1, floor)
    if end > floor and line.tags[end] == "V" and end < at - 1 and line.tags[at - 1] == "Y":
        end = at - 1  # "A study published on Monday found": the day belongs to the noun.
    if end >= floor and line.tags[end] == ",":
        return _with_insertions(line, end, floor) or _with_insertion(line, end, floor)
    if end >= floor and line.tags[end] == "-":
        opening = next((i for i in range(end - 1, floor, -1) if line.tags[i] == "-"), None)
        start = None if opening is None else noun_phrase_start(line, opening - 1, floor)
        return None if start is None or opening is None else (start, opening - 1)
    if end < floor:
        return None
    if line.tags[end] in "RW":
        return end, end
    start = noun_phrase_start(line, end, floor)
    if start is not None and _is_participle_lead(line, start - 1, floor):
        return start - 1, end
    if start is None or (start > floor and line.tags[start - 1] in "VXTMG" and line.quoted[start - 1] < 0):
        whole = _with_relative_clause(line, at, floor)
        if whole is not None:
            return whole, end
    return None if start is None else (start, end)


def _is_participle_lead(line: Line, at: int, floor: int) -> bool:
    """Whether the verb form at `at` opens a noun phrase behind a comma: ", [beleaguered] border guards said"."""
    shaped = at > floor and line.tags[at] == "V" and line.shapes[at] in ("past", "participle")
    return shaped and line.tags[at - 1] == "," and line.tags[at + 1] in "NK"


def _before_adverbials(line: Line, end: int, floor: int) -> int:
    """Return the last token before the adverbs, days and "himself" that stand between a subject and its verb."""
    tags, words = line.tags, line.words
    while end >= floor:
        if tags[end] == "B" or (tags[end] == "O" and words[end].endswith(("self", "selves"))):
            end -= 1
        elif tags[end] == "Y":
            end -= 2 if end > floor and tags[end - 1] == "P" else 1
        elif words[end] in _TIME_NOUNS and end - 1 > floor and words[end - 1] in ("last", "this", "past", "earlier"):
            end -= 3 if words[end - 2] in ("this", "the") else 2
        elif words[end] == "ago" and end - 1 > floor:
            end -= 1
            while end > floor and tags[end] in "DNUB" and tags[end - 1] not in "PC":
                end -= 1
                if tags[end + 1] in "DU":
                    break  # "who [a week ago] said"
        elif words[end] in _PERIODS and (lead := _period_lead(line, end, floor)) is not None:
            end = lead - 1
        else:
            break
    return end


_PERIODS = _TIME_NOUNS | frozenset("weeks months years days hours nights weekends mornings".split())


def _period_lead(line: Line, end: int, floor: int) -> int | None:
    """Return the preposition that ties a period to what stands before: "the mayor over the weekend"."""
    for i in range(end - 1, max(floor, end - 4), -1):
        if line.tags[i] == "P":
            led = line.words[i] in ("over", "for", "in", "on", "during", "at") and line.tags[i - 1] in "NK"
            return i if led else None
        if line.tags[i] not in "DNUYZ":
            return None
    return None


def _with_relative_clause(line: Line, at: int, floor: int) -> int | None:
    """Return where a noun phrase with a relative clause before `at` begins: "Those who had stayed said"."""
    verbs = 0
    for i in range(at - 1, floor, -1):
        tag = line.tags[i]
        if tag in ',":.' or line.quoted[i] >= 0:
            return None
        if tag == "V" and (i + 1 == at or line.tags[i + 1] not in "V"):
            verbs += 1
        if tag == "W" and line.words[i] in ("who", "that", "which") and 0 < at - i < 25:
            if line.tags[i - 1] not in "NKUZD" or verbs > 2 or not any(t in "VXM" for t in line.tags[i:at]):
                return None
            return noun_phrase_start(line, i - 1, floor)
    return None


# The longest name with all that is set off behind it that was met in the news has 40 tokens.
_LONGEST_SUBJECT = 45


def _with_insertions(line: Line, comma: int, floor: int) -> tuple[int, int] | None:
    """Return a name with several insertions: "Ann Orr, a Blue who lost to Bo Lund, a Red, in the Third Ward, said"."""
    tags = line.tags
    start = floor
    while start < comma and tags[start] in ',"':
        start += 1
    first = noun_phrase_end(line, start, comma)
    if first is None or tags[first + 1] != "," or tags[start] not in "KD" or comma - start > _LONGEST_SUBJECT:
        return None
    if tags[first : comma + 1].count(",") < 3:
        return None
    relative = False
    for i in range(first + 1, comma):
        if tags[i] in '":.-' or line.quoted[i] >= 0:
            return None
        if tags[i] == ",":
            relative = False
            if tags[i + 1] in "RCS":
                return None
        elif tags[i] == "W":
            relative = True
        elif (tags[i] in "XM" and not relative) or (
            tags[i] == "V" and not relative and tags[i - 1] != "T" and tags[i + 1] not in "P,"
        ):
            return None
    return start, comma


def _with_insertion(line: Line, comma: int, floor: int) -> tuple[int, int] | None:
    """Return the noun phrase with what is set off behind it: "Ann Orr, the mayor, said"."""
    opening = comma - 1
    while opening >= floor and line.tags[opening] != ",":
        if line.tags[opening] in '":.' or line.quoted[opening] >= 0:
            return None
        opening -= 1
    if opening <= floor:
        return None
    inner = line.tags[opening + 1]
    other_name = line.words[opening + 1] == "or" and set(line.tags[opening + 2 : comma]) == {"K"}
    if (inner in "XMRC" and not other_name) or comma - opening > 30:
        return None
    if line.tags[opening - 1] not in "KNRZU)":
        return None
    if line.tags[opening - 1] == "R":
        return opening - 1, opening - 1
    start = noun_phrase_start(line, opening - 1, floor)
    if (
        start is not None
        and start > floor + 1
        and set(line.tags[start:opening]) == {"U"}
        and line.tags[start - 1] == ","
    ):
        start = noun_phrase_start(line, start - 2, floor)  # "Ann Orr, 34, a baker, said": an age is no name.
    if start is None:
        return None
    last = comma
    if inner in "GSP" or line.words[opening + 1] in ("however", "meanwhile", "too", "though"):
        last = opening - 1
    return start, last


def noun_phrase_start(line: Line, end: int, floor: int = 0) -> int | None:
    """Return the first token of the noun phrase that ends with token `end`, or None when there is none."""
    tags = line.tags
    if tags[end] not in "NKUZ)YD":
        return None
    start = i = end
    depth = 0
    while i >= floor:
        tag = tags[i]
        if tag == ")":
            depth += 1
        elif tag == "(" and depth:
            depth -= 1
            start = i
        elif depth:
            pass
        elif tag in "NKUZD" or (tag == "Y" and i < end and tags[i + 1] == "Z"):  # "Tuesday’s statement"
            start = i
            if tag == "D" and i > floor and tags[i - 1] not in "PDCTZ":
                break  # A determiner opens its phrase unless a preposition ties it to what stands before.
        elif not _links_left(line, i, end, floor):
            break
        i -= 1
    return _without_lead(line, start, end)


_SOME = frozenset("some many most few several both others those".split())
_NEW_ADVERBIAL = frozenset(("after", "before", "since", "until", "as", "than", "despite", "amid"))


def _links_left(line: Line, i: int, end: int, floor: int) -> bool:
    """Whether token `i` ties what stands behind it to a noun before it, within one noun phrase."""
    tags, word = line.tags, line.words[i]
    tag, before = tags[i], tags[i - 1] if i > floor else ""
    after = tags[i + 1] if i < end else ""
    if tag == "P" or (tag == "T" and after and after in "DKNU"):
        if word not in _NEW_ADVERBIAL and before == "D":
            return line.words[i - 1] in _SOME  # "some on the right"
        return word not in _NEW_ADVERBIAL and before != "" and before in "NKUZVGR)"
    if tag == "C":
        return word in ("and", "&", "or") and before != "" and before in "NKU" and after != "" and after in "DNKU"
    if tag == "B":
        return after != "" and after in "NUB" and word not in ("not", "also")
    if tag in "VG":
        return before != "" and before in "NK" and after != "" and _is_reduced(line, i)
    if tag == "Y":
        return before != "" and before in "DKNP"
    return tag == "O" and before == "P"


def _is_reduced(line: Line, i: int) -> bool:
    """Whether the participle at `i` belongs to the noun before it: "a source based in", "voters living in"."""
    if line.tags[i] == "G":
        return line.tags[i + 1] in "PN"
    return line.shapes[i] in ("past", "participle") and line.tags[i + 1] == "P"


def _without_lead(line: Line, start: int, end: int) -> int | None:
    """Drop a leading adverbial of time or a conjunction from a noun phrase."""
    words, tags = line.words, line.tags
    while start <= end and (tags[start] in "CBPT" or (tags[start] == "Y" and start < end and tags[start + 1] in "DK")):
        start += 1
    for i in range(start, min(end, start + 3)):
        if (
            words[i] in _TIME_NOUNS
            and tags[i + 1] in "DK"
            and words[start] in ("last", "this", "that", "earlier", "next")
        ):
            return i + 1
    return start if start <= end else None


def noun_phrase_end(line: Line, start: int, ceiling: int) -> int | None:
    """Return the last token of the noun phrase that begins at `start`, walking right, or None."""
    tags = line.tags
    if start >= ceiling or tags[start] not in "DNKUR(O":
        return None
    if tags[start] in "RO":
        return start
    last = None
    for i in range(start, ceiling):
        if tags[i] in "NKUZ)" or (tags[i] in "OR" and i > start and tags[i - 1] == "T"):
            last = i
        elif not _links_right(line, i, last is not None, ceiling):
            break
    return last


_NO_LINK = frozenset(("as", "after", "before", "since", "until", "during"))


_TAKES_TO = frozenset("close loyal opposed adviser advisers advisor advisors aide aides ambassador envoy".split())


def _links_right(line: Line, i: int, noun: bool, ceiling: int) -> bool:
    """Whether token `i` carries a noun phrase on; `noun` tells whether it has a noun yet."""
    tags = line.tags
    tag, after = tags[i], tags[i + 1] if i + 1 < ceiling else ""
    if tag == "D":
        # "told parliament the border": a determiner right behind a noun opens the next phrase.
        return not (noun and tags[i - 1] in "NK")
    if tag in "(B":
        return True
    if tag == "Y" and not noun:
        return after != "" and after in "NK"  # "a Tuesday meeting"
    if not noun:
        return False
    if tag == "P":
        return line.words[i] not in _NO_LINK
    if tag == "T":
        return line.words[i - 1] in _TAKES_TO and after != "" and after in "DKNOR"
    if tag == "C":
        return after != "" and after in "DNK"
    return tag == "Y" and after != "" and after in "NK" and tags[i - 1] != "P"


_CIRCUMSTANCE = frozenset("in on at during via to through by after before from".split())
_TIME_LEADS = frozenset(("last", "this", "earlier", "late", "early"))
_SAYINGS = frozenset("statement interview report letter speech post message email video memo release".split())
_OF_THE_CONTENT = frozenset("not never there so only just even almost".split())
"""Adverbs that belong to what is said rather than to the saying."""


def skip_adjuncts(line: Line, at: int, ceiling: int) -> int:
    """Return the first token at or after `at` that is no adverb, day or short adverbial of time or place of speech."""
    while at < ceiling:
        following = _after_adjunct(line, at, ceiling)
        if following == at:
            break
        at = following
    return at


def _after_day(line: Line, at: int, ceiling: int) -> int:
    """Return the token behind what goes on after a day or month: "March 13", "Friday morning"."""
    while at < ceiling and (line.tags[at] == "U" or line.words[at] in _TIME_NOUNS):
        at += 1
    return at


def _after_adjunct(line: Line, at: int, ceiling: int) -> int:
    """Return the token behind the adjunct that begins at `at`; `at` itself when none does."""
    tags, words = line.tags, line.words
    after = tags[at + 1] if at + 1 < ceiling else ""
    if tags[at] == "Y" and after == "Z":
        return at  # "described [Sunday's] march"
    if tags[at] == "Y":
        return _after_day(line, at + 1, ceiling)
    if tags[at] == "P" and after == "Y":
        return _after_day(line, at + 2, ceiling)
    if words[at] in _CIRCUMSTANCE:
        end = noun_phrase_end(line, at + 1, ceiling)
        if end is None or end + 1 >= ceiling:
            return at
        if words[end] in _SAYINGS and tags[end + 1] == "V" and line.shapes[end + 1] in ("past", "participle"):
            end = _reduced_end(line, end + 1, ceiling) - 1
            if end + 1 >= ceiling:
                return ceiling
        closed = words[end + 1] in ("that", "as") or tags[end + 1] in '",:.Y'
        # "on the radio on Tuesday that": closed by an adjunct that is closed itself.
        closed = closed or (words[end + 1] in _CIRCUMSTANCE and _after_adjunct(line, end + 1, ceiling) > end + 1)
        return end + 1 if closed else at
    if words[at] in _TIME_LEADS and after and (words[at + 1] in _TIME_NOUNS or after == "Y"):
        return _after_day(line, at + 2, ceiling)
    if tags[at] == "B" and words[at] not in _OF_THE_CONTENT:
        return at + 1
    return at


def _reduced_end(line: Line, at: int, ceiling: int) -> int:
    """Return the token behind a participle with its adjuncts: "in a statement [posted online on Monday]"."""
    at += 1
    while at < ceiling and line.tags[at] in "PDNKUYB" and line.words[at] != "that" and line.quoted[at] < 0:
        at += 1
    return at


def with_apposition(line: Line, last: int) -> int:
    """Extend a source behind its verb by what is set off after it."""
    i = last + 1
    while (
        i < len(line)
        and line.tags[i] == ","
        and i + 1 < len(line)
        and line.tags[i + 1] in "DKNW"
        and line.quoted[i + 1] < 0
    ):
        stop = i + 1
        while stop < len(line) and line.tags[stop] not in ',."' and line.quoted[stop] < 0:
            stop += 1
        relative = line.tags.index("W", i + 1, stop) if "W" in line.tags[i + 1 : stop] else stop
        if any(t in "XMV" for t in line.tags[i + 1 : relative]):
            break  # A clause of its own, no apposition.
        last, i = stop - 1, stop
    return last
