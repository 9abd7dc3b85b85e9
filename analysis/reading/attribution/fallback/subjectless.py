"""Cues without a subject of their own: participles, infinitives and verbs that go on after "and"."""

from __future__ import annotations

from ....messages import message
from ....model import Document, Span
from ...english.cues import CueForm
from ..found import Found
from .content import clause_begins, content_after
from .line import Line
from .phrases import noun_phrase_start, subject_before
from .speaking import speaking_part
from .verbs import AS, SUBORDINATE, VerbGroup, made


def _telling(document: Document, line: Line, group: VerbGroup, beside: int) -> Found | None:
    """`Growers arguing that …`, `a rule characterizing them as …`: a clause that belongs to the noun before it."""
    cue = group.form.cue
    if cue.loose or line.words[group.first - 1] in _LEADS_TO_PARTICIPLE:
        return None
    after = content_after(document, line, group.last, group.takes | ({"as"} if cue.verb in AS else frozenset()))
    if after is None:
        return None
    claims = cue.verb in _CLAIMS and clause_begins(line, group.last + 1)
    opens = line.words[group.last + 1] == "that" or claims
    words = after.spans[0].of(document.text)
    cast = (cue.verb in AS and " as " in words) or (cue.verb == "accuse" and " of " in words)
    if not opens and not cast:
        return None
    source = speaking_part(line, (beside, group.first - 1), group.form)
    if source is None and not cast:
        return None
    return made(line, group, source or (beside, group.first - 1), after.spans, after.quotations, "participle")


_CLAIMS = frozenset("say claim argue allege warn suggest insist".split())
_LEADS_TO_PARTICIPLE = frozenset(
    "by while after upon before in without for as statement letter tweet message sign banner placard poster "
    "headline caption note".split()
)


def _recorded(line: Line, at: int) -> bool:
    """Whether somebody was seen or heard before a participle at `at`: "was filmed on Monday [vowing]"."""
    seen = next((i for i in range(at - 1, max(-1, at - _SEEN), -1) if line.words[i] in _RECORDED), None)
    return seen is not None and not any(line.tags[i] in "VXM,." for i in range(seen + 1, at))


_RECORDED = frozenset("videotaped filmed recorded caught heard seen overheard quoted photographed taped".split())
# "was filmed late that night vowing": what stands between is when or where.
_SEEN = 7


def by_participle(document: Document, line: Line, group: VerbGroup, before: list[Found]) -> Found | None:
    """`…, adding that`: goes on with the source of the clause before."""
    if group.first == 0:
        return None
    beside = noun_phrase_start(line, group.first - 1) if line.tags[group.first - 1] in "NK" else None
    if beside is not None and beside > 0 and line.words[beside - 1] == "with":
        after = content_after(document, line, group.last, group.takes)  # "with Ann Orr saying that …"
        if after is None or "quote" not in group.takes:
            return None
        return made(line, group, (beside, group.first - 1), after.spans, after.quotations, "participle")
    if beside is not None and (told := _telling(document, line, group, beside)) is not None:
        return told
    linked = line.tags[group.first - 1] in ',"-C' or line.quoted[group.first - 1] >= 0
    linked = linked or _recorded(line, group.first)
    if not linked and line.words[group.first - 1] not in _LEADS_TO_PARTICIPLE:
        return None
    return _carried(document, line, group, before, "participle")


def by_infinitive(document: Document, line: Line, head: int, form: CueForm, before: list[Found]) -> Found | None:
    """`He went on to argue that …`, `she took the floor to accuse them of …`: words that a deed leads to."""
    cue = form.cue
    if head < 2 or line.tags[head - 1] != "T" or form.shape != "base" or cue.loose:
        return None
    if line.words[head - 2] in _NOT_SAID or line.tags[head - 2] not in "VNKPBYO":
        return None
    last = head + (line.words[head + 1 : head + 2] != [] and line.words[head + 1] in cue.particles)
    if last == head and {"particle", "object"} & cue.takes:
        return None
    deed = next((i for i in range(head - 2, max(-1, head - _DEED), -1) if line.tags[i] == "V"), None)
    if deed is None or line.words[deed] in _NOT_SAID or any(line.quoted[i] >= 0 for i in range(deed, head)):
        return None
    group = VerbGroup(deed, head, last, form, cue.takes | ({"as"} if cue.verb in AS else frozenset()), False, False)
    one = _carried(document, line, group, before, "before")
    if one is None:
        return None
    words = one.content[0].of(document.text).split()
    cast = cue.verb == "accuse" or (cue.verb in AS and "as" in words)
    he = words[0].casefold() in _SUBJECTS and line.tags[head - 2] == "V"  # "continued to insist they would stay"
    told = "quote" in cue.takes and (words[0].casefold() in _OPENS_CLAUSE or one.quotations or he)
    return one if cast or told else None


# The verb of the deed stands this near: "went to the square on Monday night to accuse".
_DEED = 10
_NOT_SAID = frozenset(
    "want wants wanted refuse refuses refused decline declines declined hope hopes hoped plan plans planned expected "
    "likely unlikely able unable need needs needed ought going supposed ready reluctant failed fails fail easy hard "
    "difficult impossible quick have has had trying try tries tried updated seeking seeks sought used".split()
)
"""Before an infinitive of saying: nothing has been said yet, or the sentence tells of what was not."""
_SUBJECTS = frozenset("he she they it there".split())
_OPENS_CLAUSE = frozenset("that whether how why what".split())


def by_coordination(document: Document, line: Line, group: VerbGroup, before: list[Found]) -> Found | None:
    """`He left and said that`: the subject of the verb before."""
    if group.first == 0:
        return None
    names = not {"quote", "clause"} & group.takes and any(one.line == line.number for one in before)
    # A row of verbs that judge or name: "called him a fool, nicknamed him …, and left".
    comma = line.tags[group.first - 1] == "," or (
        line.quoted[group.first - 1] >= 0 and line.tags[group.first - 2 : group.first - 1] == [","]
    )
    if line.tags[group.first - 1] != "C" and not (comma and names):
        return None
    return _carried(document, line, group, before, "before")


def _carried(document: Document, line: Line, group: VerbGroup, before: list[Found], why: str) -> Found | None:
    """Return what a verb without a subject of its own introduces, with the source it goes back to."""
    if why == "participle" and group.form.cue.verb in _EVIDENT and not any(one.line == line.number for one in before):
        return None  # "The economy has slowed, suggesting that …"
    source = _main_source(line, group.first + (line.tags[group.head - 1] == "T"), before, group.form)
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
    return _opening_name(line, at)


def _opening_name(line: Line, at: int) -> list[Span] | None:
    """Return the name or pronoun that a sentence opens with where its verb is not known as one: "Orr defines …"."""
    if line.tags[0] == "R" and at > 1:
        return [line.spans[0]]
    last = next((i for i in range(at) if line.tags[i] != "K"), at) - 1
    plain = last >= 0 and line.tags[at - 1] == "," and line.tags[last + 1] == "N" and line.words[last + 1].endswith("s")
    return [line.range(0, last)] if plain else None


_EVIDENT = frozenset("suggest indicate show reveal imply signal demonstrate prove underscore highlight".split())


def _after_clause(line: Line, at: int) -> int:
    """Return where the main clause begins: behind the comma of "After the talk broke up, …"."""
    if line.words[0] not in SUBORDINATE:
        return 0
    return next((i + 1 for i in range(1, at) if line.tags[i] == "," and line.quoted[i] < 0), 0)
