"""Acts of force or harm as marks, each with its reason."""

from __future__ import annotations

from dataclasses import replace

from ...messages import Message, message
from ...model import Act, ActForm, Document, Mark, MarkKind, SectionKind
from ...progress import checked
from ..syntax import parse_of
from .agency_acts import Found, acts
from .agency_who import Who
from .base import mark_at

UNREAD = frozenset({SectionKind.DATELINE})


def agency_marks(document: Document) -> tuple[Mark, ...]:
    """Return a mark per act; none where the document has no parse."""
    parse = parse_of(document)
    if parse is None:
        return ()
    who = Who(document)
    return tuple(
        _mark(document, found, who)
        for sentence in checked(document.sentences)
        if sentence.section not in UNREAD
        for found in acts(parse.of(sentence))
    )


def _mark(document: Document, found: Found, who: Who) -> Mark:
    entry = f"agency/{found.word.kind}/{found.word.lemma}"
    mark = mark_at(document, found.span, MarkKind.AGENCY, entry, _why(document, found.act))
    act = replace(found.act, by=who.named(found.act.actor), to=who.named(found.act.affected))
    return replace(mark, concept=found.word.kind, variant=act.form.value, act=act)


def _why(document: Document, act: Act) -> Message:
    actor = ", ".join(span.of(document.text) for span in act.actor)
    affected = ", ".join(span.of(document.text) for span in act.affected)
    named = f"agency.why.{act.form}" if act.form is not ActForm.NOMINAL or act.actor else "agency.why.bare"
    if affected:
        return message(f"{named}.affected", actor=actor, affected=affected)
    return message(named, actor=actor)
