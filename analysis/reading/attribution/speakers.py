"""Who the source of an attribution is: pronouns, short names, roles and documents followed back, each with evidence.

Longer than other modules: every way back reads and writes the one memory of who has spoken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from ...messages import Message, message
from ...model import Actor, ActorKind, Document, Span, Speaker, SpeakerKind
from ..language import word_key
from .coreference import Answer, Coreference
from .found import Found
from .kinds import (
    COURTESY,
    first_name_gender,
    head_word,
    is_body,
    issued,
    kind_by_deed,
    kind_of,
    kind_of_name,
    named_part,
    nations,
    plain_name,
    without_clause,
)
from .line import Line
from .phrases import noun_phrase_start
from .referents import OBLIQUE, is_document, is_persons, people_of, tables, weigh
from .roles import Roles
from .speaking import nearest_phrase

_MALE = frozenset(("he", "his", "him"))
_FEMALE = frozenset(("she", "her"))
_SINGULAR = _MALE | _FEMALE
_PLURAL = frozenset(("they", "their", "them"))
_PRONOUNS = _SINGULAR | _PLURAL | {"it", "who", "which", "that", "i", "we", "you", "its", "one"}


# What was said further back than this many attributions no "he" or "the minister" goes back to.
_MEMORY = 80


# So many names back a subject still outweighs the name printed last: about two sentences.
_NEAR = 8
# A title is followed back further: whole reports write "the president" of one president.
_FAR_BACK = 400


@dataclass(slots=True)
class _Known:
    """A speaker met before, with where it was last identified."""

    speaker: Speaker
    person: bool
    plural: bool
    gender: str


class Speakers:
    """Resolves the sources of one document, in text order."""

    def __init__(self, document: Document, ready: list[Line]) -> None:
        from ..actors.everybody import everybody  # Actors read the word lists of this package.

        document = replace(document, actors=everybody(document))
        self._document = document
        self._lines = ready
        self._known: list[_Known] = []
        self._roles = Roles(document)
        self._coreference = Coreference(document, ready)
        self._by_mention, self._starts = self._roles.by_mention, self._roles.starts
        self._positions: dict[str, int] = {}
        self._genders: dict[str, str] = {}
        self._outer: list[tuple[Found, Speaker, _Known]] = []
        self._resolved: dict[int, Speaker | None] = {}
        # The rules call peoples groups ("Muslims"); the Reader names none, so that its groups are bodies that speak.
        armed = (ActorKind.GROUP,) if document.reading is not None else ()
        self._bodies = (ActorKind.ORGANIZATION, *armed)
        self._by_name = {a.name: a for a in document.actors if a.kind in (ActorKind.PERSON, *self._bodies)}
        self._people = {a.name for a in document.actors if a.kind is ActorKind.PERSON}

    def resolve(self, found: Found) -> Speaker | None:
        """Return the speaker of `found`; None where the article does not say. What follows another comes after it."""
        speaker = self._following(found) if found.follows is not None else self._own(found)
        self._resolved[id(found)] = speaker
        return speaker

    def _following(self, found: Found) -> Speaker | None:
        who = self._resolved.get(id(found.follows))
        if who is None or found.follows is None:
            return None
        evidence = tuple(dict.fromkeys((*found.follows.source[:1], *who.evidence)))
        return Speaker(who.name, who.kind, who.named, evidence, message("speaker.why.carried", name=who.name))

    def _own(self, found: Found) -> Speaker | None:
        if not found.source:
            return None
        source = found.source[0]
        printed = source.of(self._document.text)
        key = word_key(printed)
        if " " not in key and "'" in key and key.split("'")[0] in _PRONOUNS:
            key = key.split("'")[0]  # "I'll"
        if key in _PRONOUNS:
            who = self._same_sentence(source, key) or self._named_here(found, key) or self._salient(source, key)
            who = who or self._pronoun(source, key)
            self._learn_gender(who, key)
            return who
        words = key.split()
        if (
            words[0] in ("the", "that", "this", "its", "his", "their", "her")
            and is_document(words[-1])
            and printed.split()[-1].islower()
        ):
            answer = self._coreference.issuer(source, words[-1])
            if answer is not None:
                return self._meant(answer, source, message("speaker.why.issuer", document=printed, name=answer[0].name))
            issuer = self._issuer(source, printed) if issued(words[-1]) else None
            if issuer is not None:
                return issuer
        speaker = self._printed(source, printed)
        nested = any(span.contains(source) for outer, _, _ in self._outer for span in outer.content)
        if nested and (speaker.name in self._people or not speaker.named):
            return speaker  # Whom somebody's words quote, "he" after them does not mean.
        self._remember(speaker, printed)
        self._outer = [one for one in self._outer if one[0].line == found.line]
        self._outer.append((found, speaker, self._known[-1]))
        return speaker

    def _salient(self, source: Span, pronoun: str) -> Speaker | None:
        """Who is meant by a pronoun, by how prominently everybody stands before it."""
        if pronoun not in _SINGULAR | _PLURAL | {"it"}:
            return None
        answer = self._coreference.pronoun(source, pronoun)
        if answer is None:
            return None
        why = message("speaker.why.pronoun", pronoun=pronoun, name=answer[0].name)
        speaker = self._meant(answer, source, why)
        self._coreference.heard(speaker.name, source, answer[0].person, answer[0].plural, "")
        return speaker

    def _meant(self, answer: Answer, source: Span, why: Message) -> Speaker:
        """The speaker that a short source goes back to."""
        who, evidence = answer
        known = next((k.speaker for k in reversed(self._known) if k.speaker.name == who.name), None)
        if known is not None and known.kind is not SpeakerKind.OTHER:
            return replace(known, evidence=(source, evidence), why=why)
        if who.actor is not None:
            speaker = self._of_actor(who.actor, evidence, evidence.of(self._document.text))
        else:
            kind = self._roles.kind_described(evidence, evidence.of(self._document.text))
            speaker = Speaker(who.name, kind or SpeakerKind.OTHER, False, (evidence,), why)
        if speaker.kind is SpeakerKind.OTHER:
            called = (source.of(self._document.text), *(role for _, role in who.called))
            kinds = (kind_of(role) for role in called if role not in _PRONOUNS)
            speaker = replace(speaker, kind=next((kind for kind in kinds if kind in _OF_PEOPLE), speaker.kind))
        return replace(speaker, evidence=(source, evidence), why=why)

    def _pronoun(self, source: Span, pronoun: str) -> Speaker | None:
        if pronoun in ("who", "which", "that", "i", "we", "you", "one"):
            return self._antecedent(source, pronoun) if pronoun in ("who", "which", "that") else None
        for known in reversed(self._known):
            if self._agrees(known, pronoun) and not self._left_behind(known, source):
                nearer = self._nearer(known, source, pronoun) if pronoun in _SINGULAR else None
                if nearer is not None:
                    return nearer
                who = known.speaker
                why = message("speaker.why.pronoun", pronoun=pronoun, name=who.name)
                if known.gender == "" and pronoun in _SINGULAR and known.person:
                    known.gender = self._genders[who.name] = "f" if pronoun in _FEMALE else "m"
                return Speaker(who.name, who.kind, who.named, (source, who.evidence[-1]), why)
        return self._mentioned_before(source, pronoun) if pronoun in _SINGULAR else None

    def _learn_gender(self, who: Speaker | None, pronoun: str) -> None:
        """Keep what a pronoun tells of a name: once "he", always "he"."""
        if who is None or not who.named or pronoun not in _SINGULAR:
            return
        gender = self._genders.setdefault(who.name, "f" if pronoun in _FEMALE else "m")
        self._coreference.is_woman(who.name, pronoun)
        for known in self._known:
            if known.speaker.name == who.name and known.person:
                known.gender = known.gender or gender

    def _same_sentence(self, source: Span, pronoun: str) -> Speaker | None:
        """Who says the words in which the pronoun stands: "Ann Orr said she denied it"."""
        if pronoun not in _SINGULAR | _PLURAL:
            return None
        for outer, who, known in reversed(self._outer):
            if any(span.contains(source) for span in outer.content) and self._agrees(known, pronoun):
                why = message("speaker.why.pronoun", pronoun=pronoun, name=who.name)
                return Speaker(who.name, who.kind, who.named, (source, who.evidence[0]), why)
        return None

    def _named_here(self, found: Found, pronoun: str) -> Speaker | None:
        """The only person named before the pronoun in its sentence, outside anybody's words."""
        source = found.source[0]
        number = self._document.sentence_at(source.start)
        if number is None or pronoun not in _SINGULAR | _PLURAL:
            return None
        start = self._document.sentences[number].span.start
        words = [*found.content, *(span for outer, _, _ in self._outer for span in outer.content)]
        words += [q.outer for q in self._document.quotations if start <= q.outer.start < source.start]
        people: dict[str, tuple[Actor, Span]] = {}
        for at in self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, source.start)]:
            actor, mention = self._by_mention[at]
            if actor.kind is not ActorKind.PERSON or any(span.contains(mention) for span in words):
                continue
            if weigh(self._document, self._line(mention), mention) > OBLIQUE:
                people[actor.name] = (actor, mention)
        if pronoun in _PLURAL:
            together = self._several(list(people.values()), source, "") if len(people) == 2 else None
            return None if together is None else replace(together, evidence=(source, *together.evidence))
        if len(people) != 1:
            return None
        ((actor, mention),) = people.values()
        if not self._gender_fits(actor, pronoun):
            return None
        speaker = self._of_actor(actor, mention, mention.of(self._document.text))
        self._remember(speaker, speaker.name)
        why = message("speaker.why.pronoun", pronoun=pronoun, name=speaker.name)
        return Speaker(speaker.name, speaker.kind, True, (source, mention), why)

    def _line(self, span: Span) -> Line:
        return self._lines[max(0, bisect_right(self._lines, span.start, key=lambda one: one.spans[0].start) - 1)]

    def _left_behind(self, known: _Known, source: Span) -> bool:
        """Whether somebody without a name spoke paragraphs ago, and people with names have come since."""
        said = max(self._positions.get(known.speaker.name, 0), known.speaker.evidence[0].end)
        if known.speaker.named or self._document.text.count("\n", said, source.start) < _FAR:
            return False
        between = self._starts[bisect_left(self._starts, said) : bisect_left(self._starts, source.start)]
        return any(self._by_mention[start][0].kind is ActorKind.PERSON for start in between)

    def _nearer(self, known: _Known, source: Span, pronoun: str) -> Speaker | None:
        """A person who has come between `known` and the pronoun: as a subject, or alone in the sentence before."""
        return self._subject_since(known, source, pronoun) or self._alone_before(known, source, pronoun)

    def _alone_before(self, known: _Known, source: Span, pronoun: str) -> Speaker | None:
        """The only person named in the sentence before, in one paragraph: "… made by Ann Orr. She told"."""
        number = self._document.sentence_at(source.start)
        if not number:
            return None
        before, here = self._document.sentences[number - 1], self._document.sentences[number]
        since = max(self._positions.get(known.speaker.name, 0), known.speaker.evidence[0].start)
        if before.paragraph != here.paragraph or since >= before.span.start:
            return None
        if any(q.outer.overlaps(before.span) for q in self._document.quotations):
            return None
        at = slice(bisect_left(self._starts, before.span.start), bisect_left(self._starts, here.span.start))
        people = {
            actor.name: (actor, mention)
            for actor, mention in (self._by_mention[start] for start in self._starts[at])
            if actor.kind is ActorKind.PERSON
        }
        if len(people) != 1 or known.speaker.name in people:
            return None
        ((actor, mention),) = people.values()
        if not self._gender_fits(actor, pronoun):
            return None
        speaker = self._of_actor(actor, mention, mention.of(self._document.text))
        self._remember(speaker, speaker.name)
        why = message("speaker.why.pronoun", pronoun=pronoun, name=speaker.name)
        return Speaker(speaker.name, speaker.kind, True, (source, mention), why)

    def _subject_since(self, known: _Known, source: Span, pronoun: str) -> Speaker | None:
        """A person who has become the subject of a sentence since `known` was last identified."""
        since = max(self._positions.get(known.speaker.name, 0), known.speaker.evidence[0].start)
        for start in reversed(
            self._starts[bisect_left(self._starts, since + 1) : bisect_left(self._starts, source.start)]
        ):
            actor, mention = self._by_mention[start]
            if actor.kind is not ActorKind.PERSON or actor.name == known.speaker.name:
                continue
            if self._opens_sentence(mention) and self._gender_fits(actor, pronoun):
                speaker = self._of_actor(actor, mention, mention.of(self._document.text))
                why = message("speaker.why.pronoun", pronoun=pronoun, name=speaker.name)
                return Speaker(speaker.name, speaker.kind, True, (source, mention), why)
        return None

    def _opens_sentence(self, mention: Span) -> bool:
        """Whether a name is the subject that opens its sentence, with at most its titles before it."""
        number = self._document.sentence_at(mention.start)
        quotations = self._document.quotations
        last = bisect_right(quotations, mention.start, key=lambda q: q.outer.start) - 1
        if number is None or (last >= 0 and quotations[last].outer.contains(mention)):
            return False  # Whom a quotation is about has not become the subject of the report.
        text = self._document.text
        before = text[self._document.sentences[number].span.start : mention.start]
        return (
            len(before.split()) <= 3 and "," not in before and text[mention.end : mention.end + 2] not in ("'s", "’s")
        )

    def _gender_fits(self, actor: Actor, pronoun: str) -> bool:
        gender = self._genders.get(actor.name) or first_name_gender(actor.name)
        return gender in ("", "f" if pronoun in _FEMALE else "m")

    def _mentioned_before(self, source: Span, pronoun: str) -> Speaker | None:
        """The person named last before a pronoun, when nobody it fits has spoken yet."""
        last = bisect_left(self._starts, source.start)
        nearest = list(reversed(self._starts[max(0, last - _MEMORY) : last]))
        # Who opens a sentence is what it is about: these before those named last.
        subjects = [start for start in nearest[:_NEAR] if self._opens_sentence(self._by_mention[start][1])]
        for start in subjects + nearest:
            actor, mention = self._by_mention[start]
            if actor.kind is ActorKind.PERSON and self._gender_fits(actor, pronoun):
                speaker = self._of_actor(actor, mention, mention.of(self._document.text))
                self._remember(speaker, speaker.name)
                why = message("speaker.why.pronoun", pronoun=pronoun, name=speaker.name)
                return Speaker(speaker.name, speaker.kind, True, (source, mention), why)
        return None

    def _agrees(self, known: _Known, pronoun: str) -> bool:
        if pronoun in _SINGULAR:
            wanted = "f" if pronoun in _FEMALE else "m"
            return known.person and not known.plural and known.gender in ("", wanted)
        if pronoun in _PLURAL:
            return known.plural or not known.person
        return not known.person and not known.plural

    def _antecedent(self, source: Span, pronoun: str) -> Speaker | None:
        """The noun phrase before "who"."""
        at = bisect_left(self._starts, source.start) - 1
        actor, mention = self._by_mention[self._starts[at]] if at >= 0 else (None, source)
        if actor is None or actor.kind is ActorKind.PLACE or not 0 <= source.start - mention.end <= 2:
            return self._noun_phrase_before(source, pronoun)
        speaker = self._of_actor(actor, mention, mention.of(self._document.text))
        self._remember(speaker, speaker.name)
        return Speaker(
            speaker.name,
            speaker.kind,
            speaker.named,
            (source, mention),
            message("speaker.why.pronoun", pronoun=pronoun, name=speaker.name),
        )

    def _noun_phrase_before(self, source: Span, pronoun: str) -> Speaker | None:
        """The whole noun phrase before "who", with the name that it is set off from: "Ann Orr, a baker, who said"."""
        number = bisect_right(self._lines, source.start, key=lambda one: one.spans[0].start) - 1
        line = self._lines[number] if number >= 0 else None
        if line is None or pronoun == "that":
            return None
        at = bisect_left(line.spans, source)
        last = at - 2 if at > 1 and line.tags[at - 1] == "," else at - 1
        first = nearest_phrase(line, last) if last >= 0 and line.quoted[last] < 0 else None
        if first is None:
            return None
        if first > 1 and line.tags[first - 1] == "," and line.tags[first - 2] == "K":
            named = noun_phrase_start(line, first - 2)
            first = first if named is None else named
        span = line.range(first, last)
        printed = span.of(self._document.text)
        if word_key(printed) in _PRONOUNS:
            return None
        speaker = self._printed(span, printed)
        self._remember(speaker, printed)
        why = message("speaker.why.pronoun", pronoun=pronoun, name=speaker.name)
        return Speaker(speaker.name, speaker.kind, speaker.named, (source, span), why)

    def _issuer(self, source: Span, printed: str) -> Speaker | None:
        """Who issued "the statement": the last body that spoke."""
        for known in reversed(self._known):
            if known.speaker.kind is not SpeakerKind.DOCUMENT:
                who = known.speaker
                why = message("speaker.why.issuer", document=printed, name=who.name)
                return Speaker(who.name, who.kind, who.named, (source, who.evidence[0]), why)
        return None

    def _printed(self, source: Span, printed: str) -> Speaker:
        """The speaker as the source span names or describes it."""
        first, last = bisect_left(self._starts, source.start), bisect_left(self._starts, source.end)
        inside = [self._by_mention[start] for start in self._starts[first:last]]
        inside = [(a, m) for a, m in inside if a.name.casefold() not in tables().nation or a.kind is ActorKind.PLACE]
        if re.fullmatch(r"[Tt]he [A-Z]\w+", printed) and people_of(printed.split()[1]):
            answer = self._coreference.role(source, printed)  # "the Ombrian" is nobody's name.
            if answer is not None:
                return self._meant(
                    answer, source, message("speaker.why.role", role=plain_name(printed), name=answer[0].name)
                )
        several = self._several(inside, source, printed)
        if several is not None:
            return several
        person = self._person(inside, source) or self._owner_of_words(inside, source)
        if person is not None:
            return self._of_actor(self._first_named(person, source), source, printed)
        beside = self._set_off_behind(source, printed)
        if beside is not None:
            return beside
        answer = self._coreference.role(source, printed)
        if answer is not None:
            return self._meant(
                answer, source, message("speaker.why.role", role=plain_name(printed), name=answer[0].name)
            )
        for actor, mention in inside:
            if self._fills(source, mention):
                return self._of_actor(self._first_named(actor, source), source, printed)
        kind = self._roles.kind_described(source, printed)
        name = plain_name(printed)
        if name.isalpha() and name[0].isupper():
            full = self._named_first(name, source)
            if full is not None:
                return self._of_actor(full, source, printed)
        earlier = self._same_role(name, printed) or self._fuller(name, printed)
        if earlier is not None:
            who = earlier.speaker
            why = message("speaker.why.role", role=name, name=who.name)
            return Speaker(who.name, who.kind, who.named, (source, who.evidence[0]), why)
        titled = self._titled(name, printed, source)
        if titled is not None:
            return titled
        body = named_part(name)
        known = self._by_name.get(name) or self._by_name.get(body)
        if known is not None:
            return self._of_actor(known, source, printed)
        if body.split(" ")[0] in COURTESY:
            kind = kind_of(printed.replace(body, ""))  # Nobody called King is one for that.
        bodies = [m for a, m in inside if a.kind in self._bodies]
        # "House Republican leaders" names nobody: the name must be the head, not what stands before or behind it.
        head = any(word_key(m.of(self._document.text)).endswith(head_word(name)) for m in bodies)
        head = head or bool(body)
        if name[:1].isupper() and " " in name and (body == name or (inside and inside[0][0].kind in self._bodies)):
            kind = kind_of_name(name) if kind in (SpeakerKind.RESIDENT, SpeakerKind.FAMILY) else kind
        named = head and name[:1].isupper() and kind is not SpeakerKind.UNNAMED and (kind is not None or bool(body))
        return Speaker(name, kind or SpeakerKind.OTHER, named, (source,), message("speaker.why.described"))

    def _set_off_behind(self, source: Span, printed: str) -> Speaker | None:
        """The person whose name is set off behind a role: "the harbour minister" before ", Lena Aho,"."""
        at = bisect_left(self._starts, source.end)
        if at >= len(self._starts) or self._document.text[source.end : self._starts[at]] != ", ":
            return None
        actor, mention = self._by_mention[self._starts[at]]
        head = head_word(printed)
        closed = self._document.text[mention.end : mention.end + 1] in (",", ".", "”", '"')
        if actor.kind is ActorKind.PERSON and closed and is_persons(head) and not head.endswith("s"):
            return self._of_actor(actor, Span(source.start, mention.end), f"{printed} {actor.name}")
        return None

    def _first_named(self, actor: Actor, source: Span) -> Actor:
        """The person whose first name this is: "Velda" after "Velda Orne"."""
        return actor if " " in actor.name else self._named_first(actor.name, source) or actor

    def _named_first(self, name: str, source: Span) -> Actor | None:
        full = {
            other.name: other
            for other in self._document.actors
            if other.kind is ActorKind.PERSON
            and other.name.split()[0] == name != other.name
            and other.mentions[0].start < source.start
        }
        return next(iter(full.values())) if len(full) == 1 else None

    def _several(self, inside: list[tuple[Actor, Span]], source: Span, printed: str) -> Speaker | None:
        """Two people who speak together: "Senators Ann Orr and Bo Lund"."""
        text = self._document.text
        people = [(a, m) for a, m in inside if a.kind is ActorKind.PERSON and self._roles.is_head(source, m)]
        for (one, here), (other, there) in pairwise(people):
            if text[here.end : there.start].split()[:1] == ["and"] and len(text[here.end : there.start].split()) < 5:
                kind = kind_of(printed) or self._roles.kind_of_actor(one) or SpeakerKind.OTHER
                name = f"{one.name} and {other.name}"
                return Speaker(name, kind, True, (source,), message("speaker.why.printed"))
        return None

    def _owner_of_words(self, inside: list[tuple[Actor, Span]], source: Span) -> Actor | None:
        """The person whose words speak: "Mr. Orr's letter"."""
        text = self._document.text
        issued_by = re.match(r"(?:[\w’'-]+ ){0,3}?(\w+) (?:from|by) ", text[source.start : source.end])
        if issued_by is not None and is_document(issued_by.group(1).casefold()):
            at = source.start + issued_by.end()
            before = [(a, m) for a, m in inside if m.start >= at and a.kind is not ActorKind.PLACE]
            if before and not re.search(r"[,;]| (?:of|for|at|in|and) ", text[at : before[0][1].start]):
                return before[0][0]  # "a statement from Senator Orr"
        for actor, mention in inside:
            rest = text[mention.end : source.end]
            if rest[:2] in ("'s", "’s") and actor.kind is not ActorKind.PLACE:
                return actor if head_word(rest[2:]) in _WORDS_OF_SOMEBODY else None
        return None

    def _person(self, inside: list[tuple[Actor, Span]], source: Span) -> Actor | None:
        """The person that a source is about: the last one named before its first comma, else the first after it."""
        text = self._document.text
        comma = text.find(",", source.start, source.end)
        people = [(a, m) for a, m in inside if a.kind is ActorKind.PERSON and self._roles.is_head(source, m)]
        before = [a for a, m in people if comma < 0 or m.start < comma]
        relative = re.match(r",? ?(?:who|which|whose)\b", text[comma : source.end]) if comma >= 0 else None
        after = [] if relative else [a for a, m in people if m.start > comma >= 0]
        return before[-1] if before else after[0] if after else None

    def _fills(self, source: Span, mention: Span) -> bool:
        left = self._document.text[source.start : mention.start].strip().lower()
        right = self._document.text[mention.end : source.end].strip()
        if left.endswith(("'s", "’s")):
            return False  # "the palace's Office"
        if not right and not set(left.split()) & _LINKS:
            # "the aid group Sandglass Relief", "Software firm Orrtech"
            return not left or left.split()[0] in ("the", "a", "an") or left.split()[-1] in tables().before_names
        return left in ("", "the", "a", "an") and (right[:1] in ("", ",") or right in ("'s", "’s"))

    def _of_actor(self, actor: Actor, source: Span, printed: str) -> Speaker:
        text = self._document.text
        first = actor.mentions[0]
        kind = kind_of_name(actor.name) if actor.kind in self._bodies else None
        kind = kind or kind_of(self._roles.nameless(actor, without_clause(printed))) or self._roles.kind_of_actor(actor)
        if kind is None:
            kind = self._roles.kinds.get(actor.name)
        if kind is None and re.search(r"\b(?:its|their)\b", without_clause(printed), re.IGNORECASE):
            kind = next((k.speaker.kind for k in reversed(self._known) if not k.person), None)
        if kind is None and actor.kind is not ActorKind.PLACE:
            kind = kind_by_deed(printed) if actor.kind is ActorKind.PERSON else None
            called = (kind_of(role) for role in self._coreference.described(actor.name))
            kind = kind or next((one for one in called if one in _OF_PEOPLE), None)
        if kind is None and actor.kind is ActorKind.PLACE:
            kind = SpeakerKind.GOVERNMENT  # "Ankara denied": a state speaks through its government.
        if kind is SpeakerKind.DOCUMENT and actor.kind is ActorKind.PERSON:
            kind = None  # Words about a letter or poll beside a name say nothing of the person.
        if kind is None or kind is SpeakerKind.UNNAMED:
            kind = SpeakerKind.OTHER
        else:
            self._roles.kinds[actor.name] = kind
        evidence: tuple[Span, ...] = (source,)
        why = message("speaker.why.printed")
        if word_key(actor.name) not in word_key(printed):
            longest = next((m for m in actor.mentions if m.of(text) == actor.name), first)
            evidence = (source, longest)
            why = message("speaker.why.short_name", short=printed, name=actor.name)
        return Speaker(actor.name, kind, True, evidence, why)

    def _same_role(self, name: str, printed: str) -> _Known | None:
        """A person introduced with this role: "the minister" after "Finance Minister Ann Orr"."""
        role = name.lower().split()[-1]
        low = printed.lower()
        if " " in name or len(role) < 4 or low.startswith(("a ", "an ")) or is_body(role):
            return None
        if not low.startswith(("the ", "this ", "that ")):
            return None
        for known in reversed(self._known):
            before = known.speaker.evidence[0].of(self._document.text).lower()
            if known.person and before != low and re.search(rf"\b{re.escape(role)}\b", before):
                return known
        return None

    def _titled(self, name: str, printed: str, source: Span) -> Speaker | None:
        """The person whose name bears this title before: "the president" after "President Ann Orr"."""
        role = name.lower()
        of_nation = name.split()[0] in nations() and role.count(" ") == 1
        if (" " in role and not of_nation) or len(role) < 4 or is_body(role):
            return None
        if not printed.lower().startswith("the "):
            return None
        text = self._document.text
        last = bisect_left(self._starts, source.start)
        for start in reversed(self._starts[max(0, last - _FAR_BACK) : last]):
            actor, mention = self._by_mention[start]
            before = text[max(0, mention.start - len(role) - 1) : mention.start].strip().lower()
            if actor.kind is ActorKind.PERSON and before == role:
                speaker = self._of_actor(actor, mention, f"{role} {actor.name}")
                why = message("speaker.why.role", role=name, name=actor.name)
                return Speaker(actor.name, speaker.kind, True, (source, mention), why)
        return None

    def _fuller(self, name: str, printed: str) -> _Known | None:
        """A body or group described more fully before: "the army" after "the Syrian army"."""
        if not printed.lower().startswith("the ") or " " in name:
            return None
        for known in reversed(self._known):
            own = known.speaker.name.lower()
            if not known.person and (own.endswith(f" {name.lower()}") or (head_word(own) == name.lower() != own)):
                return known
        return None

    def _remember(self, speaker: Speaker, printed: str) -> None:
        low = printed.lower()
        person = speaker.named and speaker.name in self._people
        if person and speaker.kind in (SpeakerKind.MEDIA, SpeakerKind.COMPANY) and not first_name_gender(speaker.name):
            person = " who " in f" {low} " or any(low.startswith(w) for w in (*_WOMEN, *_MEN))
        head = low.split(",")[0].split()
        last = head[-1] if head else ""
        single = person or (
            not speaker.named
            and (low.startswith(("a ", "an ", "one ", "another ", "the ")) or "'s " in low or "’s " in low)
            and not is_body(head_word(low))
            and (low.startswith("one of ") or not head_word(low).endswith("s"))
            and (speaker.kind not in _THINGS or _is_somebodys(head_word(low)))
        )
        plural = not person and last.endswith("s") and not last.endswith("ss") and not single
        gender = first_name_gender(speaker.name) if person else ""
        own = re.split(r" (?:for|to|of|with) ", low)[0]
        if not gender:
            gender = "f" if any(w in own for w in _WOMEN) else "m" if any(w in own for w in _MEN) else ""
        self._positions[speaker.name] = max(self._positions.get(speaker.name, 0), speaker.evidence[0].start)
        gender = gender or self._genders.get(speaker.name, "")
        if gender:
            self._genders[speaker.name] = gender
        self._coreference.heard(speaker.name, speaker.evidence[0], single, plural, gender)
        self._known.append(_Known(speaker, single, plural, gender))
        del self._known[:-_MEMORY]


def _is_somebodys(head: str) -> bool:
    """Whether a role is somebody's though its kind is a body's: "the landlord", "the candidate"."""
    return is_persons(head) and not is_document(head)


_WORDS_OF_SOMEBODY = frozenset(
    "comments comment remarks remark statement statements monologue tweet tweets letter letters post posts "
    "words speech testimony message messages note account lawsuit interview memo email emails questions".split()
)
# Line ends after which "he" no longer means an unnamed source when a named person stands between: two paragraphs.
_FAR = 3
_LINKS = frozenset(("of", "for", "from", "in", "at", "with", "by", "to", "near"))
_OF_PEOPLE = frozenset(SpeakerKind) - {SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED}
_THINGS = frozenset((SpeakerKind.DOCUMENT, SpeakerKind.COMPANY, SpeakerKind.PARTY))
_WOMEN = ("mrs. ", "ms. ", "woman", "mother", "sister", "wife", "daughter", "queen", "actress")
_MEN = ("mr. ", "spokesman", "father", "brother", "husband", "congressman", "king ", "businessman")
