"""The patterns that find attributions in one sentence: cue verbs before, after and inside the words."""

from __future__ import annotations

from dataclasses import replace

from ...messages import message
from ...model import Document, Span
from .according import find_according
from .content import Direction, block_after, content_after, content_before
from .cues import CueForm, cue_forms, noun_cues
from .found import Found
from .line import Line
from .nouns import find_noun
from .passives import find_asked, find_passive
from .phrases import noun_phrase_end, noun_phrase_start, skip_adjuncts, subject_before, with_apposition
from .sift import is_teaser, is_unsaid
from .speaking import speaking_part
from .verbs import VerbGroup, clause_floor, verb_group


def find_in_line(document: Document, line: Line) -> list[Found]:
    """Return the attributions whose cue stands in `line`, in text order."""
    found: list[Found] = []
    if is_teaser(line):
        return found
    forms, nouns = cue_forms(), noun_cues()
    for at, word in enumerate(line.words):
        if line.quoted[at] >= 0:
            continue
        one = None
        if word == "according" and line.words[at + 1 : at + 2] == ["to"]:
            one = find_according(document, line, at)
        elif line.tags[at] in "VG" and word in forms:
            one = _verb(document, line, at, forms[word], found)
            if one is not None:
                cue = forms[word].cue
                one.verb, one.loose, one.unsaid = cue.verb, cue.loose, is_unsaid(line, at)
        elif line.tags[at] == "N" and word in nouns:
            one = find_noun(document, line, at)
        if one is not None:
            found.append(one)
    return found


def _verb(document: Document, line: Line, head: int, form: CueForm, before: list[Found]) -> Found | None:
    group = verb_group(line, head, form)
    if group is None:
        return None
    if group.passive:
        return find_passive(document, line, group)
    if not group.finite:
        return _participle(document, line, group, before)
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
    if subject is not None and (subject := speaking_part(line, subject, form)) is None:
        return None
    if subject is None:
        return _coordinated(document, line, group, before)
    return _with_subject(document, line, group, subject)


def _with_subject(document: Document, line: Line, group: VerbGroup, subject: tuple[int, int]) -> Found | None:
    takes = group.takes
    group = _to_ask(line, group)
    if {"quote", "clause"} & group.takes:
        opening = subject[0] - (subject[0] > 0 and line.words[subject[0] - 1] == "as")
        before = content_before(document, line, opening, group.last, hearer="address" in takes)
        if before is not None:
            why = "inside" if before.direction is Direction.INSIDE else "after"
            return _make(line, group, subject, before.spans, before.quotations, why)
    if subject[0] > 0 and line.words[subject[0] - 1] in ("which", "that", "who", "whom"):
        takes = takes | {"gap"}  # "a law that judges said violated the treaty"
    following = group.last + 1
    if group.form.cue.verb in _AS and (subject[0] == 0 or line.tags[subject[0] - 1] in "WNK"):
        takes = takes | {"as"}  # "whom he described as a friend", "the plan she described as a gift"
    if line.words[following : following + 1] == ["by"]:
        return None
    relative = line.words[subject[0]] in ("who", "which") and subject[0] > 0 and line.tags[subject[0] - 1] == ","
    after = content_after(document, line, group.last, takes, relative) or block_after(document, line, group.last)
    if after is None:
        return None
    last = after.cue_last if after.cue_last is not None else group.last
    spans = after.spans
    at = group.last + 1
    if group.form.cue.verb == "call" and at < len(line) and set(line.tags[at:-1]) == {"K"} and not after.quotations:
        return None  # "a village called Orrford"
    if subject[0] > 0 and line.words[subject[0] - 1] in ("which", "whom"):
        spans = [line.spans[subject[0] - 1], *spans]  # "which he called a gift"
    return _make(line, group, subject, spans, after.quotations, "before", last)


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
    return _make(line, group, (start, last), before.spans, before.quotations, "inverted")


_AS = frozenset("describe characterize refer portray label brand".split())
_PARTICLES = frozenset("off up back down away".split())
_FEARED = frozenset("fear believe think expect suspect".split())
_LEADS_TO_PARTICIPLE = frozenset(
    "by while after upon before in without for as statement letter tweet message sign banner placard poster "
    "headline caption note".split()
)


def _participle(document: Document, line: Line, group: VerbGroup, before: list[Found]) -> Found | None:
    """`…, adding that`: goes on with the source of the clause before."""
    if group.first == 0:
        return None
    beside = noun_phrase_start(line, group.first - 1) if line.tags[group.first - 1] in "NK" else None
    if beside is not None and beside > 0 and line.words[beside - 1] == "with":
        after = content_after(document, line, group.last, group.takes)  # "with Ann Orr saying that …"
        if after is None or "quote" not in group.takes:
            return None
        return _make(line, group, (beside, group.first - 1), after.spans, after.quotations, "participle")
    linked = line.tags[group.first - 1] in ',"-C' or line.quoted[group.first - 1] >= 0
    if not linked and line.words[group.first - 1] not in _LEADS_TO_PARTICIPLE:
        return None
    return _carried(document, line, group, before, "participle")


def _coordinated(document: Document, line: Line, group: VerbGroup, before: list[Found]) -> Found | None:
    """`He left and said that`: the subject of the verb before."""
    if group.first == 0 or line.tags[group.first - 1] != "C":
        return None
    return _carried(document, line, group, before, "before")


def _carried(document: Document, line: Line, group: VerbGroup, before: list[Found], why: str) -> Found | None:
    """Return what a verb without a subject of its own introduces, with the source it goes back to."""
    source = _main_source(line, group.first, before, group.form)
    after = content_after(document, line, group.last, group.takes)
    if after is None or source is None:
        return None
    reason = message(f"attribution.why.{why}", cue=line.printed(group.first, group.last))
    cue = line.range(group.first, after.cue_last or group.last)
    return Found(line.number, [cue], after.spans, source, group.form.cue.stance, reason, after.quotations)


def _main_source(line: Line, at: int, before: list[Found], form: CueForm) -> list[Span] | None:
    """Return the source that a verb without a subject of its own goes back to."""
    for one in reversed(before):
        nested = any(span.contains(one.cue[0]) for other in before for span in other.content)
        if one.source and one.line == line.number and not nested:
            return one.source
    for i in range(_after_clause(line, at), at):
        if line.tags[i] in "VXM" and line.quoted[i] < 0 and line.shapes[i] != "ing":
            subject = subject_before(line, i)
            if subject is not None and (subject := speaking_part(line, subject, form)) is not None:
                return [line.range(*subject)]
    return None


_SUBORDINATE = frozenset("after before when as while since if although though because until once".split())


def _after_clause(line: Line, at: int) -> int:
    """Return where the main clause begins: behind the comma of "After the talk broke up, …"."""
    if line.words[0] not in _SUBORDINATE:
        return 0
    return next((i + 1 for i in range(1, at) if line.tags[i] == "," and line.quoted[i] < 0), 0)


def _make(
    line: Line,
    group: VerbGroup,
    subject: tuple[int, int],
    content: list[Span],
    quotations: set[int],
    why: str,
    cue_last: int | None = None,
) -> Found:
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
