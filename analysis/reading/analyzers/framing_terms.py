"""Framing terms: lexicon findings and scare quotes as marks, each with its voice, its castings and its reason."""

from __future__ import annotations

from ...messages import Message, message
from ...model import Document, Mark, MarkKind, Span, Voice, VoiceRun
from ...progress import checked
from ..language.apart import apart, inside, names
from ..lexicons import Lexicons, Match, Parsed
from .framing_roles import Cast, Roles
from .framing_scare import scare_quotes

ALTERNATIVES = 4
"""Named in a reason; more would not be read. The naming table has them all."""


def framing_marks(document: Document, lexicons: Lexicons) -> tuple[Mark, ...]:
    """Return the framing terms and scare quotes of `document`, in text order."""
    parsed = Parsed(document) if document.reading is not None else None
    stretches, named, roles = apart(document), names(document), Roles(document)
    found = [
        _mark(document, lexicons, match, roles.cast(match))
        for match in checked(lexicons.matcher.find(document.text, parsed))
        if not inside(match.span, stretches) and not (_in_capitals(match) and inside(match.span, named))
    ]
    found.extend(mark for mark in scare_quotes(document) if not inside(mark.span, stretches))
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.entry)))


def _mark(document: Document, lexicons: Lexicons, match: Match, cast: Cast) -> Mark:
    run = document.voice_at(match.span.start)
    entry = match.entry
    if entry.variant.outlet and run.voice is Voice.REPORTED:
        run = VoiceRun(run.span, Voice.NARRATOR, None)
    return Mark(
        id=_id(match.span, entry.name),
        kind=MarkKind.FRAMING,
        span=match.span,
        voice=run.voice,
        attribution=run.attribution,
        why=_why(lexicons, match),
        entry=entry.name,
        concept=entry.concept.id,
        variant=match.label,
        dimension=entry.variant.dimension,
        castings=cast.castings,
        referent=cast.referent,
    )


def _why(lexicons: Lexicons, match: Match) -> Message:
    concept = lexicons.concepts[match.entry.concept.id]
    others = [v.label for v in concept.variants if v.id != match.entry.variant.id]
    term = match.span.of(match.near.text)
    if not others:
        return message("framing.why.alone", term=term, label=concept.label)
    # Spread over the set, so that the named alternatives are not all from one end of it.
    step = max(1, len(others) // ALTERNATIVES)
    named = ", ".join(_plain(other) for other in others[::step][:ALTERNATIVES])
    return message(
        "framing.why.chosen", term=term, count=len(concept.variants), label=concept.label, alternatives=named
    )


def _in_capitals(match: Match) -> bool:
    """Whether a word that its lexicon has in small letters stands in capitals, as the part of a name does.

    "ISIS" is a name in the lexicon too, and "U.S.-backed" stands before a name, not in it.
    """
    printed = match.span.of(match.near.text).replace("-", " ").split()
    return match.term.text[:1].islower() and all(word[:1].isupper() for word in printed)


def _plain(label: str) -> str:
    """Return a variant's label as a reader can take it, its slot as a dash."""
    return label.replace("{NATION}", "…").replace("{NAME}", "…").replace("{WORD}", "…")


def _id(span: Span, entry: str) -> str:
    return f"{MarkKind.FRAMING}:{span.start}-{span.end}:{entry}"
