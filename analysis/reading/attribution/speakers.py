"""Who the source of an attribution is: pronouns, short names, roles and documents followed back, each with evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace

from ...messages import message
from ...model import Actor, ActorKind, Document, Span, Speaker, SpeakerKind
from ..language import word_key
from .found import Found
from .kinds import first_name_gender, is_body, issued, kind_of
from .line import Line

_MALE = frozenset(("he", "his", "him"))
_FEMALE = frozenset(("she", "her"))
_SINGULAR = _MALE | _FEMALE
_PLURAL = frozenset(("they", "their", "them"))
_PRONOUNS = _SINGULAR | _PLURAL | {"it", "who", "which", "that", "i", "we", "you", "its", "one"}


# What was said further back than this many attributions no "he" or "the minister" goes back to.
_MEMORY = 80


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
        self._document = document
        self._lines = ready
        self._known: list[_Known] = []
        self._by_mention = {m.start: (a, m) for a in document.actors for m in a.mentions}
        self._starts = sorted(self._by_mention)
        self._positions: dict[str, int] = {}
        self._genders: dict[str, str] = {}
        self._kinds: dict[str, SpeakerKind] = {}
        self._people = {a.name for a in document.actors if a.kind is ActorKind.PERSON}

    def resolve(self, found: Found) -> Speaker | None:
        """Return the speaker of `found`; None where the article does not say."""
        if not found.source:
            return None
        source = found.source[0]
        printed = source.of(self._document.text)
        key = word_key(printed)
        if key in _PRONOUNS:
            return self._pronoun(source, key)
        words = key.split()
        if words[0] in ("the", "that", "this", "its", "his", "their", "her") and issued(words[-1]):
            issuer = self._issuer(source, printed)
            if issuer is not None:
                return issuer
        speaker = self._printed(source, printed)
        self._remember(speaker, printed)
        return speaker

    def _pronoun(self, source: Span, pronoun: str) -> Speaker | None:
        if pronoun in ("who", "which", "that", "i", "we", "you", "one"):
            return self._antecedent(source, pronoun) if pronoun in ("who", "which", "that") else None
        for known in reversed(self._known):
            if self._agrees(known, pronoun):
                nearer = self._subject_since(known, source, pronoun) if pronoun in _SINGULAR else None
                if nearer is not None:
                    return nearer
                who = known.speaker
                why = message("speaker.why.pronoun", pronoun=pronoun, name=who.name)
                if known.gender == "" and pronoun in _SINGULAR and known.person:
                    known.gender = self._genders[who.name] = "f" if pronoun in _FEMALE else "m"
                return Speaker(who.name, who.kind, who.named, (source, who.evidence[-1]), why)
        return self._mentioned_before(source, pronoun) if pronoun in _SINGULAR else None

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
        if number is None:
            return False
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
        for start in reversed(self._starts[max(0, last - _MEMORY) : last]):
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
        if at < 0:
            return None
        actor, mention = self._by_mention[self._starts[at]]
        if not 0 <= source.start - mention.end <= 2:
            return None
        speaker = self._of_actor(actor, mention, mention.of(self._document.text))
        self._remember(speaker, speaker.name)
        return Speaker(
            speaker.name,
            speaker.kind,
            speaker.named,
            (source, mention),
            message("speaker.why.pronoun", pronoun=pronoun, name=speaker.name),
        )

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
        person = self._person(inside, source)
        if person is not None:
            return self._of_actor(person, source, printed)
        for actor, mention in inside:
            if self._fills(source, mention):
                return self._of_actor(actor, source, printed)
        kind = kind_of(printed)
        name = _plain(printed)
        earlier = self._same_role(name, printed) or self._fuller(name, printed)
        if earlier is not None:
            who = earlier.speaker
            why = message("speaker.why.role", role=name, name=who.name)
            return Speaker(who.name, who.kind, who.named, (source, who.evidence[0]), why)
        titled = self._titled(name, printed, source)
        if titled is not None:
            return titled
        body = any(actor.kind is ActorKind.ORGANIZATION for actor, _ in inside) and name[:1].isupper()
        named = body and kind is not SpeakerKind.UNNAMED and kind is not None
        return Speaker(name, kind or SpeakerKind.OTHER, named, (source,), message("speaker.why.described"))

    def _person(self, inside: list[tuple[Actor, Span]], source: Span) -> Actor | None:
        """The person that a source is about: the last one named before its first comma, else the first after it."""
        text = self._document.text
        comma = text.find(",", source.start, source.end)
        people = [(a, m) for a, m in inside if a.kind is ActorKind.PERSON and self._is_head(source, m)]
        before = [a for a, m in people if comma < 0 or m.start < comma]
        relative = re.match(r",? ?(?:who|which|whose)\b", text[comma : source.end]) if comma >= 0 else None
        after = [] if relative else [a for a, m in people if m.start > comma >= 0]
        return before[-1] if before else after[0] if after else None

    def _is_head(self, source: Span, mention: Span) -> bool:
        """Whether a person's name is what the source is about, not whose spokesman it is."""
        text = self._document.text
        before = text[source.start : mention.start].split()[-1:]
        linked = bool(before) and before[0].lower() in ("of", "for", "to", "with", "from", "by", "at", "in")
        # "Mr. Orr's wife" is about the wife, "Mr. Orr's" alone about him.
        owner = text[mention.end : mention.end + 2] in ("'s", "’s") and mention.end + 2 < source.end
        return not linked and not owner

    def _fills(self, source: Span, mention: Span) -> bool:
        left = self._document.text[source.start : mention.start].strip().lower()
        right = self._document.text[mention.end : source.end].strip()
        if not right and not set(left.split()) & _LINKS:
            return left[:4] in ("the ", "a", "an") or not left  # "the aid group Sandglass Relief"
        return left in ("", "the", "a", "an") and right[:1] in ("", ",", "'", "’")

    def _of_actor(self, actor: Actor, source: Span, printed: str) -> Speaker:
        text = self._document.text
        first = actor.mentions[0]
        kind = kind_of(_without_clause(printed)) or self._kind_around(actor)
        if kind is None:
            kind = self._kinds.get(actor.name)
        if kind is None and re.search(r"\b(?:its|their)\b", _without_clause(printed)):
            kind = next((k.speaker.kind for k in reversed(self._known) if not k.person), None)
        if kind is None and actor.kind is ActorKind.PLACE:
            kind = SpeakerKind.GOVERNMENT  # "Ankara denied": a state speaks through its government.
        if kind is SpeakerKind.DOCUMENT and actor.kind is ActorKind.PERSON:
            kind = None  # Words about a letter or poll beside a name say nothing of the person.
        if kind is None or kind is SpeakerKind.UNNAMED:
            kind = SpeakerKind.OTHER
        else:
            self._kinds[actor.name] = kind
        evidence: tuple[Span, ...] = (source,)
        why = message("speaker.why.printed")
        if word_key(actor.name) not in word_key(printed):
            longest = next((m for m in actor.mentions if m.of(text) == actor.name), first)
            evidence = (source, longest)
            why = message("speaker.why.short_name", short=printed, name=actor.name)
        return Speaker(actor.name, kind, True, evidence, why)

    def _kind_around(self, actor: Actor) -> SpeakerKind | None:
        """The kind by the words beside any mention of the actor: a title before, a role set off behind."""
        text = self._document.text
        found = kind_of(actor.name) if actor.kind is not ActorKind.PERSON else None
        if found is not None:
            return found
        for mention in actor.mentions[:6]:
            before = text[max(0, mention.start - 70) : mention.start]
            before = before[max(before.rfind(c) for c in '.\n;"”') + 1 :]
            cut = before.rstrip().removesuffix(",")
            title = cut.rsplit(",", 1)[-1] if before.rstrip().endswith(",") else _title_before(cut)
            kind = kind_of(title) if title.strip() else None
            if kind is not None and kind is not SpeakerKind.UNNAMED:
                return kind
            after = text[mention.end : mention.end + 90]
            if after.startswith(", ") and not after.startswith((", who", ", and ", ", but ", ", his ", ", her ")):
                kind = kind_of(re.split(r'[,;"”\n]|[.](?=\s)', after[2:])[0])
                if kind is not None and kind is not SpeakerKind.UNNAMED:
                    return kind
        return None

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
        if " " in role or len(role) < 4 or is_body(role) or not printed.lower().startswith("the "):
            return None
        text = self._document.text
        last = bisect_left(self._starts, source.start)
        for start in reversed(self._starts[max(0, last - _MEMORY) : last]):
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
            if not known.person and known.speaker.name.lower().endswith(f" {name.lower()}"):
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
            low.startswith(("a ", "an ", "one "))
            and not any(is_body(word) for word in head)
            and speaker.kind not in _THINGS
        )
        plural = not person and last.endswith("s") and not last.endswith("ss") and not single
        gender = "f" if any(w in low for w in _WOMEN) else "m" if any(w in low for w in _MEN) else ""
        if person and not gender:
            gender = first_name_gender(speaker.name)
        self._positions[speaker.name] = max(self._positions.get(speaker.name, 0), speaker.evidence[0].start)
        gender = gender or self._genders.get(speaker.name, "")
        if gender:
            self._genders[speaker.name] = gender
        self._known.append(_Known(speaker, single, plural, gender))
        del self._known[:-_MEMORY]


_LINKS = frozenset(("of", "for", "from", "in", "at", "with", "by", "to", "near"))
_THINGS = frozenset((SpeakerKind.DOCUMENT, SpeakerKind.COMPANY, SpeakerKind.PARTY))
_WOMEN = ("mrs. ", "ms. ", "woman", "mother", "sister", "wife", "daughter", "queen", "actress")
_MEN = ("mr. ", "spokesman", "father", "brother", "husband", "congressman", "king ", "businessman")


def one_kind_each(speakers: list[Speaker | None]) -> list[Speaker | None]:
    """Return the speakers with one kind per name: the one found most often, beside "other"."""
    kinds: dict[str, Counter[SpeakerKind]] = {}
    for speaker in speakers:
        if speaker is not None and speaker.kind is not SpeakerKind.OTHER:
            kinds.setdefault(speaker.name, Counter())[speaker.kind] += 1
    return [
        replace(s, kind=kinds[s.name].most_common(1)[0][0]) if s is not None and s.name in kinds else s
        for s in speakers
    ]


def _title_before(text: str) -> str:
    """Return the role words that stand right before a name: "the former army chief" of "said the former army chief"."""
    found: list[str] = []
    for word in reversed(text.split()[-5:]):
        if not (word[:1].isupper() or kind_of(word) or word in _TITLE_WORDS):
            break
        found.append(word)
    return " ".join(reversed(found))


_TITLE_WORDS = frozenset("former deputy chief senior acting spokesman spokeswoman director head leader veteran".split())


def _without_clause(printed: str) -> str:
    """Return a source without the relative clause it may end in."""
    return re.split(r",? (?:who|which|whose)\b", printed, maxsplit=1)[0]


def _plain(description: str) -> str:
    """Return a description as a name: without its article, with white space made plain."""
    words = " ".join(description.split()).removesuffix(",").removesuffix("'s").removesuffix("’s")
    for article in ("the ", "The "):
        if words.startswith(article):
            return words[len(article) :]
    return words
