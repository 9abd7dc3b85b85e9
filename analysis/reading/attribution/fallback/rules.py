"""The patterns that find attributions in one sentence: cue verbs before, after and inside the words."""

from __future__ import annotations

import re
from dataclasses import replace

from ....model import Document, Span
from ...english.cues import Cue, CueForm, cue_forms, feelings, noun_cues
from ..found import Found
from .according import find_according
from .background import background
from .content import Direction, block_after, clause_begins, content_after, content_before
from .existing import existing
from .feelings import find_feeling
from .line import Line
from .named import named_in
from .nouns import find_noun
from .passives import find_asked, find_passive
from .phrases import noun_phrase_end, skip_adjuncts, subject_before, with_apposition
from .sift import bodes, is_teaser, is_unsaid
from .speaking import speaking_part
from .subjectless import by_coordination, by_infinitive, by_participle
from .verbs import AS, SUBORDINATE, VerbGroup, clause_floor, made, verb_group


def find_in_line(document: Document, line: Line) -> list[Found]:
    """Return the attributions whose cue stands in `line`, in text order."""
    found: list[Found] = []
    if is_teaser(line):
        return found
    forms, nouns = cue_forms(), noun_cues()
    for at, word in enumerate(line.words):
        if line.quoted[at] >= 0:
            continue
        one = find_feeling(document, line, at) if word in feelings() else None
        if word == "according" and line.words[at + 1 : at + 2] == ["to"]:
            one = find_according(document, line, at)
        elif line.tags[at] in "VG" and word in forms:
            one = _verb(document, line, at, forms[word], found)
            if one is not None:
                cue = forms[word].cue
                one.verb, one.loose, one.unsaid = cue.verb, cue.loose, is_unsaid(line, at)
                if _is_deed(document, line, forms[word], one):
                    one.named = list(one.content)
                if not _wished(document, one, cue) and not one.cue[-1].of(document.text).endswith(" as"):
                    one.named += named_in(line, one.content, one.cue[-1].end, cue)
        if one is None and word in nouns and (line.tags[at] == "N" or _may_be_noun(line, at)):
            one = find_noun(document, line, at)
            if one is not None:
                one.named += named_in(line, one.content, one.cue[-1].end, nouns[word])
        if one is not None:
            one.named += existing(line, one) + background(line, one)
            found.append(one)
    return found


def _may_be_noun(line: Line, at: int) -> bool:
    """Whether a seeming verb may be a noun: "his spurious claim that", "unrest and calls to", "stoking fears"."""
    before = line.tags[at - 1] if at else ""
    return line.tags[at] == "V" and line.shapes[at] in ("s", "base") and before != "" and before in "NCDZUG"


def _wished(document: Document, one: Found, cue: Cue) -> bool:
    """Whether a judging verb asks for a thing instead: "called [for a ban]", not "called [the ban] a gift"."""
    return "to" in cue.before and "for" in cue.particles and one.cue[-1].of(document.text).endswith(" for")


def _is_deed(document: Document, line: Line, form: CueForm, one: Found) -> bool:
    """Whether the words behind a cue tell what was done: "agreed [to leave]", "released [a plan]"."""
    deeds = form.cue.deed
    start = next((span.start for span in one.content if span.start > one.cue[-1].end - 1), None)
    at = next((i for i, span in enumerate(line.spans) if span.start == start), None)
    if at is None or not deeds or line.quoted[at] >= 0:
        return False
    if line.tags[at] == "T":
        return "to" in deeds or ("tried" in deeds and form.shape == "past")
    cast = _CAST.search(_MEASURE.sub("", one.content[-1].of(document.text))) is not None  # "referred to it as a gift"
    return "np" in deeds and line.tags[at] in "DUNK" and not cast and not _is_clause(line, at)


# "as many as forty ships" casts nobody as anything.
_MEASURE = re.compile(r" as (many|much|few|little|long|far|well|soon) as")
_CAST = re.compile(r" as (?!it |he |she |they |we |I )")


def _is_clause(line: Line, at: int) -> bool:
    """Whether a verb follows the noun phrase at `at`: "announced [his office is closed]"."""
    last = noun_phrase_end(line, at, len(line))
    behind = at + 1 if last is None else last + 1
    while behind < len(line) and line.tags[behind] == "B":
        behind += 1
    if line.tags[behind + 1 : behind + 2] == ["W"] and line.tags[at] in "DU" and line.shapes[behind] == "s":
        return False  # "disclosed two [attacks] which …": a noun that may be a verb
    return behind < len(line) and (line.tags[behind] in "XM" or line.shapes[behind] in ("s", "base"))


def _verb(document: Document, line: Line, head: int, form: CueForm, before: list[Found]) -> Found | None:
    group = verb_group(line, head, form)
    if group is None:
        return by_infinitive(document, line, head, form, before)
    if group.passive:
        return find_passive(document, line, group)
    if not group.finite:
        return by_participle(document, line, group, before)
    asked = form.cue.verb == "ask" and form.shape == "past"
    if asked and (head == 0 or line.words[head - 1] in ("when", "if", "being")):
        return find_asked(document, line, group)
    subject = subject_before(line, group.first, clause_floor(line, group.first))
    if line.headline and form.shape == "past" and form.cue.verb in _FEARED:
        return None  # "40 feared dead": headlines tell in the present, so this is a passive
    if subject is not None and subject[0] > 0 and line.words[subject[0] - 1] in ("if", "unless", "whether"):
        return None  # What somebody would say or find, if so.
    if group.last == head and line.words[head + 1 : head + 2] and line.words[head + 1] in _PARTICLES:
        return None  # "showed off", "called back"
    set_off = subject is not None and subject[0] == 0 and line.tags[group.first - 1] == ","
    # "Ann Orr, who runs the clinic, said …" is no inversion: its subject opens the sentence.
    inverted = None if set_off else _inverted(document, line, group)
    if inverted is not None:
        return inverted
    if subject is not None:
        subject = None if bodes(line, subject[0], form.cue.verb) else _speaker(line, subject, form)
        if subject is None:
            return None
    if subject is None:
        return by_coordination(document, line, group, before)
    return _with_subject(document, line, group, subject)


def _speaker(line: Line, subject: tuple[int, int], form: CueForm) -> tuple[int, int] | None:
    """Return the part of a subject that can speak; of two clauses in a row the second's: "… and the agency says"."""
    part = speaking_part(line, subject, form)
    if part is not None:
        return part
    opening = next((i + 1 for i in range(subject[1], subject[0], -1) if line.tags[i] == "C"), None)
    before = opening is not None and any(line.tags[i] in "VXM" for i in range(subject[0]))
    if opening is None or not before or line.tags[opening : opening + 1] != ["D"]:
        return None
    return speaking_part(line, (opening, subject[1]), form)


def _with_subject(document: Document, line: Line, group: VerbGroup, subject: tuple[int, int]) -> Found | None:
    takes = group.takes
    group = _to_ask(line, group)
    if {"quote", "clause"} & group.takes:
        opening = subject[0] - (subject[0] > 0 and line.words[subject[0] - 1] == "as")
        if opening < subject[0] and group.form.cue.verb in _FORETOLD:
            return None  # "The bridge was closed, as she had promised": the outlet tells that it was
        before = content_before(document, line, opening, group.last, hearer="address" in takes)
        if before is not None and not _quotes_behind(line, opening, group.last):
            why = "inside" if before.direction is Direction.INSIDE else "after"
            return made(line, group, subject, before.spans, before.quotations, why)
    if subject[0] > 0 and line.words[subject[0] - 1] in ("which", "that", "who", "whom"):
        takes = takes | {"gap"}  # "a law that judges said violated the treaty"
    following = group.last + 1
    if line.words[subject[0] - 1 : subject[0]] == ["what"] and line.words[following : following + 1] != ["that"]:
        takes = takes - {"clause", "whether"} if "address" in takes else takes  # "no matter what they tell voters when"
    cast = group.form.cue.verb in AS or _casts(line, group)
    if cast and (subject[0] == 0 or line.tags[subject[0] - 1] in "WNK"):
        takes = takes | {"as"}  # "whom he described as a friend", "the plan she described as a gift"
    if line.words[following : following + 1] == ["by"]:
        return None
    if group.form.cue.verb == "find" and line.words[following : following + 1] and _is_reflexive(line, following):
        return None  # "the council found itself defending the plan"
    if group.form.cue.verb == "name" and line.words[following : following + 1] in (["for"], ["after"]):
        return None  # "a law named for Ann Orr"
    relative = line.words[subject[0]] in ("who", "which") and subject[0] > 0 and line.tags[subject[0] - 1] == ","
    after = content_after(document, line, group.last, takes, relative) or block_after(document, line, group.last)
    if after is None and (behind := _behind_insertion(line, group.last)) is not None:
        after = content_after(document, line, behind, takes & {"clause", "quote"}, relative)
    if after is None:
        return None
    last = after.cue_last if after.cue_last is not None else group.last
    spans = _before_main_clause(line, subject[0], after.spans)
    at = group.last + 1
    if group.form.cue.verb == "call" and at < len(line) and set(line.tags[at:-1]) == {"K"} and not after.quotations:
        return None  # "a village called Orrford"
    if subject[0] > 0 and line.words[subject[0] - 1] in ("which", "whom"):
        spans = [line.spans[subject[0] - 1], *spans]  # "which he called a gift"
    if (condition := _condition(line, subject[0], group)) is not None:
        spans = [condition, *spans]
    return made(line, group, subject, spans, after.quotations, "before", last)


def _is_reflexive(line: Line, at: int) -> bool:
    return line.tags[at] == "O" and line.words[at].endswith(("self", "selves"))


def _condition(line: Line, subject: int, group: VerbGroup) -> Span | None:
    """Return the condition before a statement that it belongs to: "[Even if it falls short], she believes it pays"."""
    first = int(line.words[0] == "even")
    if line.words[first] != "if" or subject < first + 3 or line.tags[subject - 1] != "," or group.form.shape == "base":
        return None
    inner = range(first, subject)
    if any(line.quoted[i] >= 0 for i in inner) or line.tags[first : subject - 1].count(","):
        return None
    stated = "clause" in group.takes and "to" not in group.takes
    return line.range(0, subject - 2) if stated else None


def _casts(line: Line, group: VerbGroup) -> bool:
    """Whether a verb of judgement says what it makes of somebody right behind it: "whom they attack [as soft]"."""
    cue = group.form.cue
    return cue.judges and "np" in cue.takes and line.words[group.last + 1 : group.last + 2] == ["as"]


def _before_main_clause(line: Line, subject: int, spans: list[Span]) -> list[Span]:
    """Return the content up to the main clause: "While some say [that it is old], the bridge is new"."""
    opening = subject - 1
    if opening < 0 or line.words[opening] not in SUBORDINATE or len(spans) != 1:
        return spans
    if opening > 1 and line.words[opening - 1] not in ("that", ","):
        return spans
    for i, place in enumerate(line.spans):
        if place.start >= spans[0].end:
            break
        if place.start >= spans[0].start and _closes_clause(line, i):
            return [Span(spans[0].start, place.end)]
        if place.start < spans[0].start or line.quoted[i] >= 0:
            continue
        if line.tags[i] == "," and (
            line.words[i + 1] in SUBORDINATE or (line.tags[i + 1] in "DKNR" and clause_begins(line, i + 1))
        ):
            return [Span(spans[0].start, line.spans[i - 1].end)]
    return spans


def _closes_clause(line: Line, i: int) -> bool:
    """Whether the mark at `i` closes a quotation and the clause around it: "While she says it is “safe,” few go"."""
    if line.quoted[i] < 0 or line.tags[i] != '"' or i + 1 >= len(line) or line.quoted[i + 1] >= 0:
        return False
    at = i + 1 + (line.tags[i + 1] == "Y")
    return line.tags[i - 1] == "," and line.tags[at] in "DKNR" and clause_begins(line, at)


def _to_ask(line: Line, group: VerbGroup) -> VerbGroup:
    """Return the verb group with the infinitive it leads to: `"Why?" she planned to ask`."""
    at = group.last + 2
    form = cue_forms().get(line.words[at]) if at < len(line) and line.tags[at - 1] == "T" else None
    if form is None or "to" not in group.takes or "quote" not in form.cue.takes or line.quoted[at] >= 0:
        return group
    closes = at + 1 >= len(line) or line.tags[at + 1] in ".,"
    quoted = group.first > 1 and '"' in line.tags[: group.first]
    return replace(group, last=at, takes=group.takes | {"quote"}) if closes and quoted else group


def _inverted(document: Document, line: Line, group: VerbGroup) -> Found | None:
    """`"…," said Ann Orr, the mayor`: the source behind its verb."""
    takes = group.takes
    if group.first == 0 or not {"quote", "clause"} & takes or "address" in takes or group.first != group.head:
        return None
    if line.tags[group.first - 1] not in ',"' and line.quoted[group.first - 1] < 0:
        return None
    if line.shapes[group.head] not in ("past", "s", "base"):
        return None
    start = group.last + 1
    if line.tags[start : start + 1] != ["K"]:
        start = skip_adjuncts(line, start, len(line))
    if start >= len(line) or line.tags[start] not in "DNKU" or line.quoted[start] >= 0:
        return None
    last = noun_phrase_end(line, start, len(line))
    if last is None:
        return None
    before = content_before(document, line, group.first, last, inverted=True)
    if before is None or speaking_part(line, (start, last), group.form) != (start, last):
        return None
    last = with_apposition(line, last)
    return made(line, group, (start, last), before.spans, before.quotations, "inverted")


# The longest insertion that was met between a verb of saying and its "that" has nine tokens.
_INSERTION = 10


def _quotes_behind(line: Line, opening: int, last: int) -> bool:
    """Whether an insertion between dashes has a quotation of its own: `"…" – she vowed to "go" – he said`."""
    quoted = any(line.quoted[i] >= 0 for i in range(last + 1, min(last + 3, len(line))))
    return quoted and opening > 0 and line.tags[opening - 1] == "-"


def _behind_insertion(line: Line, last: int) -> int | None:
    """Return the comma or dash before "that" behind an insertion: "claimed, almost certainly falsely, that"."""
    if line.tags[last + 1 : last + 2] not in ([","], ["-"]):
        return None
    for i in range(last + 2, min(last + 2 + _INSERTION, len(line) - 1)):
        if line.quoted[i] >= 0:
            return None
        if line.tags[i] == line.tags[last + 1]:
            return i if line.words[i + 1] == "that" else None
    return None


_FORETOLD = frozenset("promise pledge vow predict expect forecast hope fear threaten anticipate know plan".split())
_PARTICLES = frozenset("off up back down away out".split())
_FEARED = frozenset("fear believe think expect suspect".split())
