"""What is known of an article while its sources are resolved one by one: its names, its people, who has spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Actor, ActorKind, Document, Speaker, SpeakerKind
from ..attribution.found import Found
from ..english.kinds import first_name_gender, is_body
from ..english.role_words import head_word
from ..english.tables import endings, words
from .coreference import Coreference
from .grammar import Grammar
from .offices import Roles
from .referents import is_document, is_persons

MALE = words("closed.he")
FEMALE = frozenset(("she", "her"))
SINGULAR = MALE | FEMALE
PLURAL = words("closed.plural_pronouns")
PRONOUNS = SINGULAR | PLURAL | words("speakers.other_pronouns")

_MEMORY = 80
"""What was said further back than this many attributions tells no kind any more."""
_THINGS = frozenset((SpeakerKind.DOCUMENT, SpeakerKind.COMPANY, SpeakerKind.PARTY))
_WOMEN = endings("speakers.women")
_MEN = endings("speakers.men")


@dataclass(slots=True)
class Known:
    """A speaker met before, with where it was last identified."""

    speaker: Speaker
    person: bool
    plural: bool
    gender: str


class Discourse:
    """One document and the one memory of who has spoken in it, which every way back reads and writes."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar
        self.known: list[Known] = []
        self.roles = Roles(document)
        self.coreference = Coreference(document, grammar)
        self.by_mention, self.starts = self.roles.by_mention, self.roles.starts
        self.genders: dict[str, str] = {}
        self.outer: list[tuple[Found, Speaker, Known]] = []
        """The attributions of the sentence in hand, within which others may stand."""
        # The rules call peoples groups ("Muslims"); the Reader names none, so that its groups are bodies that speak.
        armed = (ActorKind.GROUP,) if document.reading is not None else ()
        self.bodies = (ActorKind.ORGANIZATION, *armed)
        self.by_name = {a.name: a for a in document.actors if a.kind in (ActorKind.PERSON, *self.bodies)}
        self.people = {a.name for a in document.actors if a.kind is ActorKind.PERSON}
        self.by_first: dict[str, list[Actor]] = {}
        """People by the first word of their names."""
        for actor in document.actors:
            if actor.kind is ActorKind.PERSON:
                self.by_first.setdefault(actor.name.split()[0], []).append(actor)

    def gender_fits(self, actor: Actor, pronoun: str) -> bool:
        """Whether somebody can be meant by "he" or "she", as far as the article or the first name tells."""
        gender = self.genders.get(actor.name) or first_name_gender(actor.name)
        return gender in ("", "f" if pronoun in FEMALE else "m")

    def learn_gender(self, who: Speaker | None, pronoun: str) -> None:
        """Keep what a pronoun tells of a name: once "he", always "he"."""
        if who is None or not who.named or pronoun not in SINGULAR:
            return
        gender = self.genders.setdefault(who.name, "f" if pronoun in FEMALE else "m")
        self.coreference.is_woman(who.name, pronoun)
        for known in self.known:
            if known.speaker.name == who.name and known.person:
                known.gender = known.gender or gender

    def remember(self, speaker: Speaker, printed: str) -> None:
        """Take note of who spoke: one person or several, a woman or a man, as far as the printed words tell."""
        low = printed.lower()
        person = speaker.named and speaker.name in self.people
        if person and speaker.kind in (SpeakerKind.MEDIA, SpeakerKind.COMPANY) and not first_name_gender(speaker.name):
            person = " who " in f" {low} " or any(low.startswith(w) for w in (*_WOMEN, *_MEN))
        head = low.split(",")[0].split()
        last = head[-1] if head else ""
        single = person or (
            not speaker.named
            and (low.startswith(endings("speakers.single")) or "'s " in low or "’s " in low)
            and not is_body(head_word(low))
            and (low.startswith("one of ") or not head_word(low).endswith("s"))
            and (speaker.kind not in _THINGS or _is_somebodys(head_word(low)))
            and not is_document(head_word(low))
        )
        plural = not person and last.endswith("s") and not last.endswith("ss") and not single
        gender = first_name_gender(speaker.name) if person else ""
        own = re.split(r" (?:for|to|of|with) ", low)[0]
        if not gender:
            gender = "f" if any(w in own for w in _WOMEN) else "m" if any(w in own for w in _MEN) else ""
        gender = gender or self.genders.get(speaker.name, "")
        if gender:
            self.genders[speaker.name] = gender
        self.coreference.heard(speaker.name, speaker.evidence[0], single, plural, gender)
        self.known.append(Known(speaker, single, plural, gender))
        del self.known[:-_MEMORY]


def _is_somebodys(head: str) -> bool:
    """Whether a role is somebody's though its kind is a body's: "the landlord", "the candidate"."""
    return is_persons(head) and not is_document(head)


def agrees(known: Known, pronoun: str) -> bool:
    """Whether somebody who has spoken goes with a pronoun in number and gender."""
    if pronoun in SINGULAR:
        wanted = "f" if pronoun in FEMALE else "m"
        return known.person and not known.plural and known.gender in ("", wanted)
    if pronoun in PLURAL:
        return known.plural or not known.person
    return not known.person and not known.plural
