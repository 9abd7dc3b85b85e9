"""Passives: "was condemned by Z", "is expected to", "when asked about"."""

from __future__ import annotations

from ....messages import message
from ....model import Document
from ..found import Found
from .clauses import Shape, clause_end
from .content import content_after
from .line import Line
from .phrases import noun_phrase_end, subject_before
from .speaking import speaking_part
from .verbs import VerbGroup, clause_floor

# Verbs whose passive says what people think or say without saying who: "is expected to", "was accused of".
_OUTRIGHT = frozenset("expect accuse believe think say report allege consider suppose predict estimate assume".split())


_IMPERSONAL = frozenset(
    "expect accuse believe think say report allege consider see view describe know suppose estimate project name "
    "nominate criticize criticise praise condemn blame regard portray predict assume mention endorse support".split()
)


_CHARGES = frozenset(("of", "as"))


def find_passive(document: Document, line: Line, group: VerbGroup) -> Found | None:
    """`X was accused of Y` and `X was condemned by Z`: what is said of X, and by whom when that is said."""
    verb = group.form.cue.verb
    if verb in ("ask", "tell", "inform"):
        return find_asked(document, line, group)
    subject = subject_before(line, group.first, clause_floor(line, group.first))
    after = group.last + 1
    if subject is None:
        return _being(line, group) if line.words[after : after + 1] == ["as"] else None
    content = [line.range(*subject)]
    source: list[tuple[int, int]] = []
    cue_last = group.last
    if line.words[after : after + 1] == ["by"]:
        last = noun_phrase_end(line, after + 1, len(line))
        if last is None or line.tags[after + 1] == "G" or line.tags[subject[0]] == "W":
            return None
        if speaking_part(line, (after + 1, last)) != (after + 1, last):
            return None
        cue_last, source = after, [(after + 1, last)]
        if line.words[last + 1 : last + 2] and line.words[last + 1] in _CHARGES and last + 2 < len(line) - 1:
            content.append(line.range(last + 2, clause_end(line, last + 2, Shape.PHRASE)))  # "by residents of theft"
    elif verb not in _IMPERSONAL or after >= len(line) - 1 or line.tags[subject[0]] == "W":
        return None
    else:
        if verb not in _OUTRIGHT and line.words[after] not in ("as", "to", "for", "with", "of"):
            return None
        if line.words[after] == "of":
            cue_last, after = after, after + 1
        if line.quoted[after] >= 0 or line.tags[after] in ",.":
            return None
        end = clause_end(line, after, Shape.PHRASE)
        if (by := _agent(line, after, end)) is not None:
            source, end = [(by + 1, end)], by - 1  # "was seen as an insult [by the growers]"
        content.append(line.range(after, end))
    printed = line.printed(group.first, cue_last)
    why = message("attribution.why.passive", cue=printed)
    spans = [line.range(*one) for one in source]
    found = Found(line.number, [line.range(group.first, cue_last)], content, spans, group.form.cue.stance, why)
    if len(content) > 1 or group.form.cue.judges:
        # "the raid was condemned by …", "the mayor is accused of …"; not "a raid was reported".
        found.named = content[:1]
    return found


def _being(line: Line, group: VerbGroup) -> Found | None:
    """`after years of being derided as soft`: what is said of somebody named elsewhere."""
    at = group.last + 2
    if at >= len(line) - 1 or not group.form.cue.judges or line.tags[at] in ",.":
        return None
    why = message("attribution.why.passive", cue=line.printed(group.first, group.last))
    end = clause_end(line, at, Shape.PHRASE)
    end = next((i - 1 for i in range(at + 1, end) if line.tags[i] == "," and line.tags[i + 1] in "DKR"), end)
    cue = line.range(group.first, group.last + 1)
    return Found(line.number, [cue], [line.range(at, end)], [], group.form.cue.stance, why)


def _agent(line: Line, after: int, end: int) -> int | None:
    """Return the "by" behind what a passive says of somebody where those who say so end the clause."""
    for i in range(after + 2, end):
        if line.words[i] == "by" and line.quoted[i] < 0 and line.words[after] == "as":
            last = noun_phrase_end(line, i + 1, end + 1)
            return i if last == end and speaking_part(line, (i + 1, end)) == (i + 1, end) else None
    return None


def find_asked(document: Document, line: Line, group: VerbGroup) -> Found | None:
    """`When asked about X` and `she was told that`: words to somebody, by nobody named."""
    after = content_after(document, line, group.last, frozenset(("clause", "quote", "whether", "np")))
    if after is None:
        return None
    why = message("attribution.why.passive", cue=line.printed(group.first, group.last))
    return Found(
        line.number,
        [line.range(group.first, group.last)],
        after.spans,
        [],
        group.form.cue.stance,
        why,
        after.quotations,
    )
