"""What kind of speaker somebody is in one article, by the words beside every mention and by whom they serve."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from ...model import Actor, ActorKind, Document, Span, Speaker, SpeakerKind
from ..english.kinds import kind_by_deed, kind_of, kind_of_name, known_body
from ..english.role_words import head_word
from ..english.tables import words as word_list
from ..english.text import owns
from ..english.titles import is_title
from ..english.wordclasses import verb_shapes, word_classes

_BODIES = word_list("speakers.bodies_set_off")
_GOES_ON = (", whose", ", and ", ", but ", ", his ", ", her ")
_LEADS = re.compile(
    r" (?:leads|heads|chairs|runs|owns|commands|edits|has led|has headed|has chaired|has run|speaks for) "
)
_AGENT = re.compile(
    r"\b(spokes\w+|advis[eo]rs?|aides?|representative|press secretary|chief of staff|staffer|deputy|manager|"
    r"strategist|director|head|chief|president|(?:co-)?founder|editor|official|leader|chair\w*|executive|coordinator)"
    r"( (?:for|to|of|at|with) (?:the )?(?:[A-Z][a-z]+\.? )?)?"
)
_WEAK = (SpeakerKind.RESIDENT, SpeakerKind.OTHER)
# A role is given where somebody is first named; further down the same words would be found again.
_MENTIONS = 12


class Roles:
    """The kinds of the actors of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.by_mention = {m.start: (a, m) for a in document.actors for m in a.mentions}
        """Actor and mention by where the mention begins."""
        self.starts = sorted(self.by_mention)
        self.kinds: dict[str, SpeakerKind] = {}
        """Kinds that sources have given so far, by name."""
        self._around: dict[str, SpeakerKind | None] = {}
        self._depth = 0

    def kind_described(self, source: Span, printed: str) -> SpeakerKind | None:
        """The kind of somebody described: by the description, what follows it, or whom they serve."""
        text = self._document.text
        if head_word(printed) in word_list("speakers.people"):
            printed += text[source.end : source.end + 40].split(",")[0]
        kind = kind_of(printed)
        inside = self.starts[bisect_left(self.starts, source.start) : bisect_left(self.starts, source.end)]
        places = bool(inside) and all(self.by_mention[at][0].kind is ActorKind.PLACE for at in inside)
        if kind is None and places and all(w[0].isupper() or w in ("and", "the") for w in printed.split()):
            return SpeakerKind.GOVERNMENT  # "Britain and France have vowed"
        if kind is None and self._depth == 0:
            self._depth += 1
            for at in self.starts[bisect_left(self.starts, source.start) : bisect_left(self.starts, source.end)]:
                actor, mention = self.by_mention[at]
                owned = owns(text, mention.end)
                if owned or not self.is_head(source, mention):
                    kind = self.kind_of_actor(actor)
                    break
            self._depth -= 1
        return kind

    def is_head(self, source: Span, mention: Span) -> bool:
        """Whether a person's name is what the source is about, not whose spokesman it is."""
        text = self._document.text
        words = text[source.start : mention.start].split()
        while words and (
            is_title(words[-1], "courtesy", "shortened.courtesy")
            or (words[-1][:1].isupper() and kind_of(words[-1]) is not None)
        ):
            words.pop()  # "a spokesman for Mr. Orr" is no Mr. Orr.
        if words[-1:] and words[-1][:1].isupper() and words[-1].endswith(("'s", "’s")):
            words.pop()  # "a spokesman for Quell's Orr"
        before = words[-1:]
        linked = bool(before) and before[0].lower() in word_list("speakers.links")
        # "Mr. Orr's wife" is about the wife, "Mr. Orr's" alone about him.
        owner = owns(text, mention.end) and mention.end + 2 < source.end
        # "Orr supporters", "the Orr administration" are about these, "Orr of the Blues" and "Orr himself" about Orr.
        following = re.match(r" ([a-z]+)", text[mention.end : source.end])
        modifies = following is not None and following.group(1) not in word_classes()
        return not linked and not owner and not modifies

    def nameless(self, actor: Actor, printed: str) -> str:
        """Return a description without the person's own name: nobody called Nephew or King is one for that."""
        if actor.kind is ActorKind.PERSON:
            for name in (actor.name, *actor.aliases):
                printed = printed.replace(name, " ")
        return printed

    def kind_of_actor(self, actor: Actor) -> SpeakerKind | None:
        """The kind by the words beside any mention, else that of the principal a spokesman or aide speaks for."""
        if actor.name not in self._around:
            self._around[actor.name] = None  # Two who are each other's aides must come to an end.
            found = self._kind_around(actor) or self._kind_of_principal(actor)
            if found is SpeakerKind.DOCUMENT and actor.kind is ActorKind.PERSON:
                found = None  # Words about a letter beside a name say nothing of the person.
            self._around[actor.name] = found or self._kind_by_age(actor)
        return self._around[actor.name]

    def _kind_by_age(self, actor: Actor) -> SpeakerKind | None:
        """A resident where an age stands behind the name and no role is known: "Ann Orr, 34, a weaver"."""
        text = self._document.text
        aged = any(
            re.match(r", \d{1,2}[,.]", text[m.end : m.end + 5]) or text.endswith("-year-old ", 0, m.start)
            for m in actor.mentions[:_MENTIONS]
        )
        return SpeakerKind.RESIDENT if aged and actor.kind is ActorKind.PERSON else None

    def _kind_of_principal(self, actor: Actor) -> SpeakerKind | None:
        text = self._document.text
        if actor.kind is not ActorKind.PERSON:
            return None
        for mention in actor.mentions[:_MENTIONS]:
            number = self._document.sentence_at(mention.start)
            end = self._document.sentences[number].span.end if number is not None else mention.end
            start = mention.end if text[mention.end : mention.end + 2] == ", " else None
            if start is None:
                continue
            role = _AGENT.search(text, start, min(end, start + 120))
            if role is None:
                continue
            around = bisect_left(self.starts, start), bisect_left(self.starts, min(end, role.end() + 60))
            for at in self.starts[around[0] : around[1]]:
                other, place = self.by_mention[at]
                owned = owns(text, place.end) and 0 < role.start() - place.end < 40
                serves = role.group(2) is not None and 0 <= place.start - role.end() < 25
                if other is not actor and (owned or serves):
                    return self.kind_of_actor(other) or self.kinds.get(other.name)
        return None

    def _kind_around(self, actor: Actor) -> SpeakerKind | None:
        """The kind by the words beside any mention of the actor: a title before, a role set off behind.

        Whoever is introduced as a resident or fan somewhere and as something else elsewhere is that.
        """
        found = kind_of_name(actor.name) if actor.kind is not ActorKind.PERSON else known_body(actor.name)
        if found is not None:
            return found
        weak = None
        for mention in actor.mentions[:_MENTIONS]:
            kind = self._kind_before(actor, mention) or self._kind_behind(actor, mention)
            if kind in _WEAK or (kind is SpeakerKind.DOCUMENT and actor.kind is ActorKind.PERSON):
                weak = weak or (kind if kind in _WEAK else None)
            elif kind is not None and kind is not SpeakerKind.UNNAMED:
                return kind
        return weak

    def _kind_before(self, actor: Actor, mention: Span) -> SpeakerKind | None:
        """The kind by a title right before a mention, or by a role that it is set off from."""
        text = self._document.text
        number = self._document.sentence_at(mention.start)
        opens = self._document.sentences[number].span.start if number is not None else 0
        before = text[max(opens, mention.start - 70) : mention.start]
        before = before[max(before.rfind(c) for c in '\n;"”') + 1 :]
        cut = before.rstrip().removesuffix(",")
        title = _set_off_before(cut) if before.rstrip().endswith(",") else _title_before(cut)
        return kind_of(self.nameless(actor, title)) if title.strip() else None

    def _kind_behind(self, actor: Actor, mention: Span) -> SpeakerKind | None:
        """The kind by what is set off behind a mention, or by what its clause says that somebody leads."""
        after = self._document.text[mention.end : mention.end + 90]
        leads = kind_by_deed(f"who{after}") if _LEADS.match(after) else None
        if leads is not None and actor.kind is ActorKind.PERSON:
            return leads
        if after.startswith(", whose "):
            return kind_by_deed(after)
        if not after.startswith(", ") or after.startswith(_GOES_ON):
            return None
        after = re.sub(r"^, \d+,", ",", after)
        if after.startswith((", who ", ", which ")):
            deed = kind_by_deed(after)
            role = re.search(r" as (.+)", _until_mark(after[2:]))
            return deed or (kind_of(role.group(1)) if role is not None else None)
        opening = after[2:].split(" ", 1)[0]
        if verb_shapes().get(opening, ("base",))[0] not in ("base", "participle") or _opens_no_phrase(opening):
            return None
        kind = kind_of(_until_mark(after[2:]))
        body = re.search(r", (an? [^,.;“\"\n]+)", after[2:]) if kind is None else None
        if body is not None and head_word(body.group(1)) in _BODIES:
            return kind_of(body.group(1)) or SpeakerKind.NGO
        return kind


def _opens_no_phrase(word: str) -> bool:
    """Return whether a closed-class word is none that a noun phrase begins with."""
    return word_classes().get(word, "number") not in ("determiner", "number")


def _until_mark(text: str) -> str:
    """Return the words up to the first mark that ends a phrase; the stop of an initial ends none."""
    return re.split(r'[,;:"”\n]|(?<![A-Z.])[.](?=\s)', text)[0]


def _set_off_before(text: str) -> str:
    """Return the role that a name is set off behind: "Orr's lawyer" of "a letter from Orr's lawyer"."""
    found = re.split(r"\b(?:from|by|told|said|asked|met|that)\b", text.rsplit(",", 1)[-1])[-1].strip()
    opening = found.split(" ", 1)[0].lower()
    return "" if _opens_no_phrase(opening) or opening.endswith("ing") else found


def _title_before(text: str) -> str:
    """Return the role words that stand right before a name: "the former army chief" of "said the former army chief"."""
    found: list[str] = []
    for word in reversed(text.split()[-5:]):
        if not (word[:1].isupper() or kind_of(word) or word in _TITLE_WORDS):
            break
        found.append(word)
    return " ".join(reversed(found))


_COURTESY = ("courtesy", "shortened.courtesy")
_TITLE_WORDS = word_list("speakers.title_words")


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
