"""Who is cast by a framing term here: the roles of its entry, filled from the parse, else from the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Casting, Document
from ..lexicons import Inflect, Match, Role
from ..syntax import parse_of
from . import framing_words
from .framing_parsed import denied, fill, is_adjective
from .framing_referents import Referents

Filling = framing_words.Filling


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom a term casts, and what it names, modifies or happens to."""

    castings: tuple[Casting, ...]
    referent: str | None
    """As printed, or the actor that "the regime" goes back to; None where the text does not say."""


class Roles:
    """Fills the roles of the framing terms of one document."""

    def __init__(self, document: Document) -> None:
        parse = parse_of(document)
        self._referents = Referents(document, parse) if parse is not None else None

    def cast(self, match: Match) -> Cast:
        """Return whom a term casts: nobody where it is denied."""
        hung = match.setting.hung
        if hung is not None and denied(hung):
            return Cast((), None)
        variant = match.entry.variant
        stances = dict(variant.stance)
        roles = [*stances, *(role for role in variant.roles if role not in stances)]
        filled = {role: self._fill(match, role) for role in roles}
        if Role.MODIFIED in filled and (filled[Role.MODIFIED] is not None or self._is_adjective(match)):
            filled.pop(Role.REFERENT, None)  # "a racist theory", "it is racist": the adjective, not the noun
        castings = tuple(
            Casting(role.value, stances.get(role, 0), *(found or (None, None))) for role, found in filled.items()
        )
        verb = variant.inflect is Inflect.VERB
        order = (Role.OBJECT,) if verb else (Role.MODIFIED, Role.REFERENT, Role.OBJECT)
        return Cast(castings, next((found[0] for role in order if (found := filled.get(role))), None))

    def _fill(self, match: Match, role: Role) -> Filling | None:
        hung = match.setting.hung
        if hung is None or self._referents is None:
            return framing_words.fill(match, role)
        return fill(match, role, hung, self._referents)

    def _is_adjective(self, match: Match) -> bool:
        hung = match.setting.hung
        return framing_words.is_adjective(match) if hung is None else is_adjective(match, hung)
