"""The patterns that find attributions in one sentence: verbs before, after and inside, "according to", labels."""

from __future__ import annotations

from dataclasses import dataclass

from ...messages import message
from ...model import CueStance, Document, Span
from ..language import straighten
from .content import Content, Direction, Shape, block_after, clause_end, content_after, content_before
from .cues import CueForm, cue_forms, noun_cues
from .found import Found
from .line import Line
from .nouns import find_noun
from .phrases import noun_phrase_end, skip_adjuncts, subject_before

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


def find_in_line(document: Document, line: Line) -> list[Found]:
    """Return the attributions whose cue stands in `line`, in text order."""
    found: list[Found] = []
    forms, nouns = cue_forms(), noun_cues()
    at = 0
    while at < len(line):
        if line.quoted[at] < 0:
            one = None
            if line.words[at] == "according" and line.words[at + 1 : at + 2] == ["to"]:
                one = _according(document, line, at)
            elif line.tags[at] in "VG" and line.words[at] in forms:
                one = _verb(document, line, at, forms[line.words[at]], found)
            elif line.tags[at] == "N" and line.words[at] in nouns:
                one = find_noun(document, line, at)
            if one is not None:
                found.append(one)
        at += 1
    return found


def _verb(document: Document, line: Line, head: int, form: CueForm, before: list[Found]) -> Found | None:
    group = _group(line, head, form)
    if group is None:
        return None
    if group.passive:
        return _passive(document, line, group)
    if not group.finite:
        return _participle(document, line, group, before)
    if (
        form.cue.verb == "ask"
        and form.shape == "past"
        and (head == 0 or line.words[head - 1] in ("when", "if", "being"))
    ):
        return _asked(document, line, group)
    subject = subject_before(line, group.first, _floor(line, group.first))
    set_off = subject is not None and subject[0] == 0 and line.tags[group.first - 1] == ","
    # "Ann Orr, who runs the clinic, said …" is no inversion: its subject opens the sentence.
    inverted = None if set_off else _inverted(document, line, group)
    if inverted is not None:
        return inverted
    if subject is None:
        return _coordinated(document, line, group, before)
    return _with_subject(document, line, group, subject)


def _group(line: Line, head: int, form: CueForm) -> VerbGroup | None:
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
    while first < head and line.tags[first] == "B" and line.words[first] in _SENTENCE_ADVERBS:
        first += 1
    if first > 0 and line.tags[first - 1] == "T":
        return None
    last = head
    if head + 1 < len(line) and line.words[head + 1] in form.cue.particles and line.quoted[head + 1] < 0:
        last += 1
    if "particle" in form.cue.takes and last == head:
        return None
    helpers = {line.words[i] for i in range(first, head) if line.tags[i] in "XM"}
    takes = form.cue.takes | ({"np"} if last > head and "object" in form.cue.takes else frozenset())
    passive = form.shape in ("past", "participle") and bool(helpers & _BE)
    finite = bool(helpers) or form.shape in ("past", "s", "base")
    if form.shape == "participle" and not helpers:
        return None
    return VerbGroup(first, head, last, form, takes, finite, passive)


_LONG = frozenset("long since all both ever yet reportedly".split())
_SENTENCE_ADVERBS = frozenset("however meanwhile instead there so then perhaps".split())


def _floor(line: Line, at: int) -> int:
    """Return the first token that a subject before `at` may begin with: after the last quotation."""
    i = at - 1
    while i >= 0 and line.quoted[i] < 0:
        i -= 1
    return i + 1


def _with_subject(document: Document, line: Line, group: VerbGroup, subject: tuple[int, int]) -> Found | None:
    takes = group.takes
    if {"quote", "clause"} & takes:
        opening = subject[0] - (subject[0] > 0 and line.words[subject[0] - 1] == "as")
        before = content_before(document, line, opening, group.last, hearer="address" in takes)
        if before is not None:
            why = "inside" if before.direction is Direction.INSIDE else "after"
            return _make(line, group, subject, before.spans, before.quotations, why)
    relative = line.words[subject[0]] in ("who", "which") and subject[0] > 0 and line.tags[subject[0] - 1] == ","
    after = content_after(document, line, group.last, takes, relative) or block_after(document, line, group.last)
    if after is None:
        return None
    last = after.cue_last if after.cue_last is not None else group.last
    spans = after.spans
    if (
        subject[0] > 0
        and line.words[subject[0] - 1] in ("which", "whom")
        and after.spans[0].start > line.spans[last].end
    ):
        spans = [line.spans[subject[0] - 1], *spans]
    return _make(line, group, subject, spans, after.quotations, "before", last)


def _inverted(document: Document, line: Line, group: VerbGroup) -> Found | None:
    """`"…," said Ann Orr, the mayor`: the source behind its verb."""
    takes = group.takes
    if group.first == 0 or not {"quote", "clause"} & takes or "address" in takes or group.first != group.head:
        return None
    if line.tags[group.first - 1] not in ',"' and line.quoted[group.first - 1] < 0:
        return None
    if line.shapes[group.head] not in ("past", "s", "base"):
        return None
    start = (
        skip_adjuncts(line, group.last + 1, len(line))
        if line.tags[group.last + 1 : group.last + 2] != ["K"]
        else group.last + 1
    )
    if start >= len(line) or line.tags[start] not in "DNKU" or line.quoted[start] >= 0:
        return None
    last = noun_phrase_end(line, start, len(line))
    if last is None:
        return None
    before = content_before(document, line, group.first, last, inverted=True)
    if before is None:
        return None
    last = _with_apposition(line, last)
    return _make(line, group, (start, last), before.spans, before.quotations, "inverted")


def _with_apposition(line: Line, last: int) -> int:
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


_LEADS_TO_PARTICIPLE = frozenset("by while after upon before in without for statement letter tweet message".split())


def _participle(document: Document, line: Line, group: VerbGroup, before: list[Found]) -> Found | None:
    """`…, adding that`: goes on with the source of the clause before."""
    if group.first == 0:
        return None
    linked = line.tags[group.first - 1] in ',"-C' or line.quoted[group.first - 1] >= 0
    if not linked and line.words[group.first - 1] not in _LEADS_TO_PARTICIPLE:
        return None
    source = _main_source(line, group.first, before)
    after = content_after(document, line, group.last, group.takes)
    if after is None or source is None:
        return None
    return Found(
        line.number,
        [line.range(group.first, after.cue_last or group.last)],
        after.spans,
        source,
        group.form.cue.stance,
        message("attribution.why.participle", cue=_printed(document, line, group.first, group.last)),
        after.quotations,
    )


def _coordinated(document: Document, line: Line, group: VerbGroup, before: list[Found]) -> Found | None:
    """`He left and said that`: the subject of the verb before."""
    if group.first == 0 or line.tags[group.first - 1] != "C":
        return None
    source = _main_source(line, group.first, before)
    after = content_after(document, line, group.last, group.takes)
    if after is None or source is None:
        return None
    return Found(
        line.number,
        [line.range(group.first, after.cue_last or group.last)],
        after.spans,
        source,
        group.form.cue.stance,
        message("attribution.why.before", cue=_printed(document, line, group.first, group.last)),
        after.quotations,
    )


# Verbs whose passive says what people think or say without saying who: "is expected to", "was accused of".
_OUTRIGHT = frozenset("expect accuse believe think say report allege consider suppose predict estimate assume".split())
_IMPERSONAL = frozenset(
    "expect accuse believe think say report allege consider see view describe know suppose estimate project name "
    "nominate criticize praise condemn blame regard portray predict assume mention endorse support".split()
)


def _passive(document: Document, line: Line, group: VerbGroup) -> Found | None:
    """`X was accused of Y` and `X was condemned by Z`: what is said of X, and by whom when that is said."""
    verb = group.form.cue.verb
    if verb in ("ask", "tell", "inform"):
        return _asked(document, line, group)
    subject = subject_before(line, group.first, _floor(line, group.first))
    if subject is None:
        return None
    after = group.last + 1
    content = [line.range(*subject)]
    source: list[tuple[int, int]] = []
    cue_last = group.last
    if line.words[after : after + 1] == ["by"]:
        last = noun_phrase_end(line, after + 1, len(line))
        if last is None or line.tags[after + 1] == "G" or line.tags[subject[0]] == "W":
            return None
        cue_last, source = after, [(after + 1, last)]
    elif verb not in _IMPERSONAL or after >= len(line) - 1 or line.tags[subject[0]] == "W":
        return None
    else:
        if verb not in _OUTRIGHT and line.words[after] not in ("as", "to", "for", "with", "of"):
            return None
        if line.words[after] == "of":
            cue_last, after = after, after + 1
        if line.quoted[after] >= 0 or line.tags[after] in ",.":
            return None
        content.append(line.range(after, clause_end(line, after, Shape.PHRASE)))
    printed = " ".join(line.words[group.first : cue_last + 1])
    why = message("attribution.why.passive", cue=printed)
    spans = [line.range(*one) for one in source]
    return Found(line.number, [line.range(group.first, cue_last)], content, spans, group.form.cue.stance, why)


def _asked(document: Document, line: Line, group: VerbGroup) -> Found | None:
    """`When asked about X` and `she was told that`: words to somebody, by nobody named."""
    after = content_after(document, line, group.last, frozenset(("clause", "quote", "whether", "np")))
    if after is None:
        return None
    why = message("attribution.why.passive", cue=" ".join(line.words[group.first : group.last + 1]))
    return Found(
        line.number,
        [line.range(group.first, group.last)],
        after.spans,
        [],
        group.form.cue.stance,
        why,
        after.quotations,
    )


def _main_source(line: Line, at: int, before: list[Found]) -> list[Span] | None:
    """Return the source that a verb without a subject of its own goes back to."""
    for one in reversed(before):
        nested = any(span.contains(one.cue[0]) for other in before for span in other.content)
        if one.source and one.line == line.number and not nested:
            return one.source
    for i in range(at):
        if line.tags[i] in "VXM" and line.quoted[i] < 0 and line.shapes[i] != "ing":
            subject = subject_before(line, i)
            if subject is not None:
                return [line.range(*subject)]
    return None


def _according(document: Document, line: Line, at: int) -> Found | None:
    last = noun_phrase_end(line, at + 2, len(line))
    if last is None:
        return None
    last = _with_apposition(line, last) if at else last
    if at == 0 or (at == 1 and line.tags[0] in "CB"):
        start = last + 1
        while start < len(line) and line.tags[start] != ",":
            start += 1
        if start + 1 >= len(line):
            return None
        after = content_after(document, line, start, frozenset(("clause", "quote", "np")))
        if after is None:
            return None
        spans, quotations = after.spans, after.quotations
    else:
        before = content_before(document, line, at, last, inverted=True) or _bare_before(line, at)
        if before is None:
            return None
        spans, quotations = before.spans, before.quotations
    why = message("attribution.why.according", cue=_printed(document, line, at, at + 1))
    return Found(
        line.number, [line.range(at, at + 1)], spans, [line.range(at + 2, last)], CueStance.NEUTRAL, why, quotations
    )


def _bare_before(line: Line, at: int) -> Content | None:
    """Return the clause before "according to" without a comma between."""
    first = 0
    while first < at and line.tags[first] in "C":
        first += 1
    if at - first < 3 or line.tags[at - 1] in ",-":
        return None
    return Content([line.range(first, at - 1)], Direction.BEFORE, {q for q in line.quoted[first:at] if q >= 0})


def _make(
    line: Line,
    group: VerbGroup,
    subject: tuple[int, int],
    content: list[Span],
    quotations: set[int],
    why: str,
    cue_last: int | None = None,
) -> Found:
    printed = " ".join(line.words[group.first : group.last + 1])
    return Found(
        line.number,
        [line.range(group.first, cue_last if cue_last is not None else group.last)],
        content,
        [line.range(*subject)],
        group.form.cue.stance,
        message(f"attribution.why.{why}", cue=printed),
        quotations,
    )


def _printed(document: Document, line: Line, first: int, last: int) -> str:
    return straighten(line.range(first, last).of(document.text))
