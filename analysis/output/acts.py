"""Acts of force or harm for those who show them: each with its outlet, its actor and its affected by name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..comparison.actors import Subjects, subjects
from ..model import Act, Actor, ActorKind, ArticleAnalysis, Comparison, Group, Mark, MarkKind, Passage, Span
from .facts import places

DETERMINERS = re.compile(
    r"^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|several|many|\d[\d,.]*|two|three|four|five|"
    r"six|seven|eight|nine|ten)\s+",
    re.IGNORECASE,
)
BREAK = re.compile(r"\s+(?:who|which|that|whose|where|when|while|after|before)\b|[,;:(–—]")
"""Where a phrase goes on with a clause about what it names."""
PRONOUNS = {
    "he": frozenset(("he", "him", "his", "himself")),
    "she": frozenset(("she", "her", "hers", "herself")),
    "they": frozenset(("they", "them", "their", "theirs", "themselves")),
    "it": frozenset(("it", "its", "itself")),
    "i": frozenset(("i", "me", "my", "mine", "myself")),
}
NAMELESS = frozenset("we us our ours you your yours who whom whose which that this these those one".split())
LONGEST = 32
"""Characters of a phrase that names nobody known; the passage has the whole."""


@dataclass(frozen=True, slots=True)
class ActHere:
    """One act as an outlet words it."""

    group: Group
    analysis: ArticleAnalysis
    mark: Mark
    act: Act
    actor: str
    """Who does it, by the name the comparison gives or as a phrase; "" where nobody is named, or by a pronoun of which
    the article's attributions do not say whom it means."""
    affected: str

    @property
    def passage(self) -> Passage:
        return Passage(self.analysis.article.id, self.mark.span)


def acts_of(comparison: Comparison) -> tuple[ActHere, ...]:
    """Return every act, in the order of articles and text; a name is spelled alike wherever it stands."""
    found = tuple(_acts(comparison))
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for act in found:
        for name in (act.actor, act.affected):
            spelled[name.casefold()][name] += 1
    # Of spellings equally common the one with fewest capitals: "army" and not the "Army" of a sentence's beginning.
    best = {key: min(names, key=lambda n: (n.isupper(), -names[n], _capitals(n), n)) for key, names in spelled.items()}
    return tuple(
        replace(act, actor=best[act.actor.casefold()], affected=best[act.affected.casefold()]) for act in found
    )


def acts_in_own_voice(comparison: Comparison) -> tuple[ActHere, ...]:
    """Return the acts that figures of the outlets' own voice are about."""
    left_out = frozenset(comparison.apart)
    return tuple(act for act in acts_of(comparison) if act.analysis.article.id not in left_out)


def _capitals(name: str) -> int:
    return sum(c.isupper() for c in name)


def _acts(comparison: Comparison) -> Iterator[ActHere]:
    spans = {
        a.article.id: [s for m in a.marks if m.act is not None for s in m.act.actor + m.act.affected]
        for a in comparison.analyses
    }
    # Joining all names of hundreds of articles would hold a window up.
    names = subjects(comparison.analyses, lambda a, actor: _touches(spans[a.article.id], actor))
    for group, analysis in places(comparison).values():
        for mark in analysis.of_kind(MarkKind.AGENCY):
            if mark.act is not None:
                actor, affected = (_named(analysis, spans, names) for spans in (mark.act.actor, mark.act.affected))
                yield ActHere(group, analysis, mark, mark.act, actor, affected)


def _touches(spans: Sequence[Span], actor: Actor) -> bool:
    return any(span.contains(mention) for span in spans for mention in actor.mentions)


def _named(analysis: ArticleAnalysis, spans: Sequence[Span], names: Subjects) -> str:
    return ", ".join(filter(None, dict.fromkeys(_name(analysis, span, names) for span in spans)))


def _name(analysis: ArticleAnalysis, span: Span, names: Subjects) -> str:
    """Return the actor whose mention is all of the phrase, article and title apart; else the phrase's core."""
    text = analysis.document.text
    core = _core(span.of(text))
    if core.lower() in NAMELESS or _person(core):
        known = _meant(analysis, span, _person(core))
        return names.name(analysis.article.id, known) or known
    for actor in analysis.document.actors:
        for mention in actor.mentions:
            if span.contains(mention) and _is_whole(core, _core(mention.of(text)), actor.kind):
                return names.name(analysis.article.id, actor.name) or actor.name
    return core


def _person(word: str) -> str:
    """Return the pronoun that a form belongs to: "he" for "him"; "" where it is none."""
    return next((person for person, forms in PRONOUNS.items() if word.lower() in forms), "")


def _meant(analysis: ArticleAnalysis, span: Span, person: str) -> str:
    """Return whom a pronoun means as far as the attributions say: who speaks as "I", or is the "he" who says so."""
    document = analysis.document
    if person == "i":
        number = document.voice_at(span.start).attribution
        around = [document.attributions[number]] if number is not None else []
    else:
        around = [
            one
            for one in document.attributions
            if any(part.contains(span) for part in one.content)
            and any(_person(source.of(document.text)) == person for source in one.source)
        ]
    return next((one.speaker.name for one in around if one.speaker is not None and one.speaker.named), "")


def _is_whole(phrase: str, name: str, kind: ActorKind) -> bool:
    """Return whether a phrase is the name, or the name of a person behind a title: "President Ada Marlow"."""
    title = phrase.removesuffix(name)
    return phrase == name or (
        kind is ActorKind.PERSON and title != phrase and all(word[:1].isupper() for word in title.split())
    )


def _core(phrase: str) -> str:
    words = BREAK.split(" ".join(phrase.split()), maxsplit=1)[0].strip()
    while (shorter := DETERMINERS.sub("", words)) != words:
        words = shorter
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return words or phrase.strip()
