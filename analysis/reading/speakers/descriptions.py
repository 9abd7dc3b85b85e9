"""Who a source is that names or describes somebody: the person in it, the role it goes back to, the body it names."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...messages import message
from ...model import Actor, ActorKind, Span, Speaker, SpeakerKind
from ..english.kinds import kind_of, kind_of_name
from ..english.naming import COURTESY, named_part, plain_name
from ..english.referring import tables
from ..english.role_words import head_word
from ..english.tables import words
from ..language import word_key
from .discourse import Discourse
from .identified import kind_of_owner, meant, of_actor, several
from .peoples import people_of
from .referents import is_document, is_persons
from .roles import by_role

_WORDS_OF_SOMEBODY = words("speakers.words_of_somebody")
_LINKS = words("speakers.links_of_descriptions")


def described_speaker(d: Discourse, source: Span, printed: str) -> Speaker:
    """Return the speaker as the source span names or describes it."""
    inside = _named_inside(d, source)
    if re.fullmatch(r"[Tt]he [A-Z]\w+", printed) and people_of(printed.split()[1]):
        back = _back(d, source, printed)  # "the Ombrian" is nobody's name.
        if back is not None:
            return back
    together = several(d, inside, source, printed)
    if together is not None:
        return together
    person = _person(d, inside, source) or _owner_of_words(d, inside, source)
    if person is not None:
        return of_actor(d, _first_named(d, person, source), source, printed)
    back = _set_off_behind(d, source, printed) or _back(d, source, printed)
    if back is not None:
        return back
    for actor, mention in inside:
        if _fills(d, source, mention):
            return of_actor(d, _first_named(d, actor, source), source, printed)
    name = plain_name(printed)
    full = _named_first(d, name, source) if name.isalpha() and name[0].isupper() else None
    known = full or d.by_name.get(name) or d.by_name.get(named_part(name))
    if known is not None:
        return of_actor(d, known, source, printed)
    return _only_described(d, inside, source, printed)


def _named_inside(d: Discourse, source: Span) -> list[tuple[Actor, Span]]:
    first, last = bisect_left(d.starts, source.start), bisect_left(d.starts, source.end)
    if first and d.by_mention[d.starts[first - 1]][1].end > source.start:
        first -= 1  # The source has only part of the name.
    inside = [d.by_mention[start] for start in d.starts[first:last]]
    return [(a, m) for a, m in inside if a.name.casefold() not in tables().nation or a.kind is ActorKind.PLACE]


def _back(d: Discourse, source: Span, printed: str) -> Speaker | None:
    """Whom a role, a nation's noun or a body's short name goes back to."""
    answer = by_role(d.coreference, source, printed)
    if answer is None:
        return None
    return meant(
        d, answer, source, message(f"speaker.why.role.{answer.way}", role=plain_name(printed), name=answer.who.name)
    )


def _only_described(d: Discourse, inside: list[tuple[Actor, Span]], source: Span, printed: str) -> Speaker:
    """A speaker that nothing else in the article tells more of."""
    name = plain_name(printed)
    body = named_part(name)
    kind = kind_of_owner(d, source, printed) or d.roles.kind_described(source, printed)
    kind = kind or (kind_of_name(name) if name[:1].isupper() and " " not in name else None)
    if kind is None and head_word(printed).startswith(("spokes", "representative")):
        kind = kind_of_owner(d, source, f"its {head_word(printed)}")  # "…, a spokesman said": of the body just told of
    if body.split(" ")[0] in COURTESY:
        kind = kind_of(printed.replace(body, ""))  # Nobody called King is one for that.
    bodies = [m for a, m in inside if a.kind in d.bodies]
    # "House Republican leaders" names nobody: the name must be the head, not what stands before or behind it.
    head = any(word_key(m.of(d.document.text)).endswith(head_word(name)) for m in bodies) or bool(body)
    if name[:1].isupper() and " " in name and (body == name or (inside and inside[0][0].kind in d.bodies)):
        kind = kind_of_name(name) if kind in (SpeakerKind.RESIDENT, SpeakerKind.FAMILY) else kind
    named = head and name[:1].isupper() and kind is not SpeakerKind.UNNAMED and (kind is not None or bool(body))
    return Speaker(name, kind or SpeakerKind.OTHER, named, (source,), message("speaker.why.described"))


def _set_off_behind(d: Discourse, source: Span, printed: str) -> Speaker | None:
    """The person whose name is set off behind a role: "the harbour minister" before ", Lena Aho,"."""
    at = bisect_left(d.starts, source.end)
    if at >= len(d.starts) or d.document.text[source.end : d.starts[at]] != ", ":
        return None
    actor, mention = d.by_mention[d.starts[at]]
    head = head_word(printed)
    closed = d.document.text[mention.end : mention.end + 1] in (",", ".", "”", '"')
    if actor.kind is ActorKind.PERSON and closed and is_persons(head) and not head.endswith("s"):
        return of_actor(d, actor, Span(source.start, mention.end), f"{printed} {actor.name}")
    return None


def _first_named(d: Discourse, actor: Actor, source: Span) -> Actor:
    """The person whose first name this is: "Velda" after "Velda Orne"."""
    return actor if " " in actor.name else _named_first(d, actor.name, source) or actor


def _named_first(d: Discourse, name: str, source: Span) -> Actor | None:
    full = {
        other.name: other
        for other in d.by_first.get(name, ())
        if name != other.name and other.mentions[0].start < source.start
    }
    return next(iter(full.values())) if len(full) == 1 else None


def _owner_of_words(d: Discourse, inside: list[tuple[Actor, Span]], source: Span) -> Actor | None:
    """The person whose words speak: "Mr. Orr's letter"."""
    text = d.document.text
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


def _person(d: Discourse, inside: list[tuple[Actor, Span]], source: Span) -> Actor | None:
    """The person that a source is about: the last one named before its first comma, else the first after it."""
    text = d.document.text
    comma = text.find(",", source.start, source.end)
    people = [(a, m) for a, m in inside if a.kind is ActorKind.PERSON and d.roles.is_head(source, m)]
    head = head_word(text[source.start : comma]) if comma >= 0 else ""
    if head.endswith("s") and not head.endswith("ss"):
        people = [(a, m) for a, m in people if m.start < comma]  # "friends of the captain, Bo Orr": not their name
    before = [a for a, m in people if comma < 0 or m.start < comma]
    relative = re.match(r",? ?(?:who|which|whose)\b", text[comma : source.end]) if comma >= 0 else None
    after = [] if relative else [a for a, m in people if m.start > comma >= 0]
    return before[-1] if before else after[0] if after else None


def _fills(d: Discourse, source: Span, mention: Span) -> bool:
    left = d.document.text[source.start : mention.start].strip().lower()
    right = d.document.text[mention.end : source.end].strip()
    if left.endswith(("'s", "’s")):
        return False  # "the palace's Office"
    if not right and not set(left.split()) & _LINKS:
        # "the aid group Sandglass Relief", "Software firm Orrtech"
        return not left or left.split()[0] in words("closed.articles") or left.split()[-1] in tables().before_names
    return left in ("", "the", "a", "an") and (right[:1] in ("", ",") or right in ("'s", "’s"))
