"""Who fills the roles of a framing term by the words beside it, where they are sure: for texts without a parse."""

from __future__ import annotations

import re

from ...model import Span
from ..english.inflection import FormName
from ..english.tables import endings, words
from ..english.text import singular
from ..lexicons import Inflect, Match, Role, in_headline
from ..lexicons.actions import by_phrase, noun_object
from ..lexicons.function_words import function_words
from ..lexicons.grammar import Phrase, Use, phrase_after, with_of
from ..lexicons.groups import shared_groups
from ..lexicons.neighbourhood import ABBREVIATIONS, Around, Word

Filling = tuple[str, Span]


def fill(match: Match, role: Role) -> Filling | None:
    """Return who fills a role, as printed, and where; None where the words beside the term do not surely say."""
    if role is Role.REFERENT:
        return own_phrase(match)
    if role is Role.PATRON and match.filled is not None:
        return match.filled.counted, Span(match.filled.start, match.filled.end)
    if match.entry.variant.inflect is Inflect.VERB:
        phrase = _verb_role(match, role)
        if phrase is not None and phrase.head.text.endswith(("'s", "’s")):
            return None  # "the council's trusted men": it is not the council, and the men are out of reach
        return _named(match, phrase)
    if role is Role.MODIFIED:
        return _named(match, _modified(match))
    if role is Role.OBJECT:
        return _named(match, noun_object(match.near))
    if role is Role.AGENT:
        return _named(match, by_phrase(match.near))
    return None


def _verb_role(match: Match, role: Role) -> Phrase | None:
    frame = match.setting.frame
    if passes_over(match):  # "the town fell to the rebels": what is grammatically the subject changes hands
        if role is Role.AGENT:
            return phrase_after(match.near.after, match.near.text)
        subject = frame.object if frame.use is Use.PASSIVE else frame.agent
        return subject if role is Role.OBJECT else None
    if role is Role.AGENT:
        return frame.agent
    if role is Role.OBJECT:
        return frame.object
    if role is Role.HOLDER:
        return frame.holder
    if role is Role.MODIFIED and frame.use is Use.ATTRIBUTIVE:
        return frame.object
    return None


def passes_over(match: Match) -> bool:
    """Whether the verb tells of a place that goes over to whom it names behind its "to"."""
    base = match.term.base.split()
    return base[-1] in ("to", "of") and not {"fall", "lost"}.isdisjoint(base)


def _modified(match: Match) -> Phrase | None:
    """The phrase behind an adjective: "self-declared [caliphate]"; behind a plural stands no noun of its own."""
    if match.form is FormName.PLURAL or match.term.base.endswith(_PERSONS):
        return None
    phrase = phrase_after(match.near.after, match.near.text)
    if phrase is None:
        return None
    for i, word in enumerate(phrase.words[:-1], 1):  # "unelected [bureaucrats]’ use of power": theirs, not the use
        if word.capital and phrase.words[i].capital:
            continue  # "the anti-fascist [Northern People's League]": one name
        if word.text.endswith(("'s", "’s")) or match.near.text[word.span.end : word.span.end + 1] in ("'", "’"):
            return Phrase(phrase.words[:i])
    return phrase


def is_adjective(match: Match) -> bool:
    """Whether a word that is adjective and noun stands without an article, or before "and" and a noun: an adjective."""
    if match.form is FormName.PLURAL or match.term.base.lower().endswith((*_PERSONS, *_THINGS)):
        return False
    if match.term.base.lower().endswith(_NEVER_NOUNS):
        return True  # "a bigoted, timid man": an article before it does not make it a noun
    near, closed = match.near, function_words()
    after = near.after
    if len(after) > 1 and not after[0].apart and after[0].low in ("and", "or") and "-" not in after[1].text:
        joined = phrase_after(after[1:], near.text)
        if joined is not None and len(joined.words) > 1 and joined.words[0].low not in closed.determiners:
            return True  # "racist and cruel jokes"
    for word in () if near.apart_before else reversed(near.before[-3:]):
        if word.low in closed.determiners or word.text.endswith(("'s", "’s", "s'", "s’")):
            return False
        if word.apart or closed.ends_phrase(word.low):
            break
    return match.form is FormName.BASE


_THINGS = endings("analyzers.noun_endings")
"""Endings of what is no adjective: "bigotry", "homophobia"."""
_NEVER_NOUNS = endings("analyzers.adjective_endings")
"""Endings of what is an adjective only."""
_PERSONS = endings("analyzers.persons")


def _named(match: Match, phrase: Phrase | None) -> Filling | None:
    if phrase is None or phrase.head.low in function_words().pronouns:
        return None  # a pronoun names nobody, and what it goes back to is not this room's to say
    whole = with_of(phrase, match.near)
    if _unsure(whole, match.near):
        return None
    name = whole.name(match.near.text)
    return (name, whole.span) if name else None


def _unsure(phrase: Phrase, near: Around) -> bool:
    """Whether the phrase may end elsewhere: in title case, at an abbreviated title, over a quotation mark."""
    if len(phrase.words) > 1 and in_headline(near.text, near):
        return True  # nothing tells "Ruling" from "Firebombs"
    head = phrase.head
    if len(phrase.words) > 1 and _FULL.search(phrase.words[-2].low) and _verb_like(head, near):
        return True  # "false theories travel": one phrase or a clause
    if len(phrase.words) > 1 and phrase.words[-2].low.endswith("s") and _DESCRIBES.search(head.low):
        return True  # "left the marchers furious": what is said of them
    if head.text in ABBREVIATIONS and near.text[head.span.end : head.span.end + 1] == ".":
        return True
    if near.text[head.span.end : head.span.end + 1] == "*":
        return True  # a word of which letters are left out
    return any(mark in phrase.span.of(near.text) for mark in '“”"')


_FULL = re.compile(r"(?:ories|[ai]ties|tions|ments|isms)$")
"""Plurals that hardly ever stand before another noun."""


def _verb_like(head: Word, near: Around) -> bool:
    """Whether the last word of a phrase can be a verb: no plural, no name, and an adverb or a preposition behind it."""
    if head.capital or head.low.endswith("s"):
        return False
    behind = next((word for word in near.after if word.span.start >= head.span.end), None)
    closed = function_words()
    return behind is not None and not behind.apart and (closed.adverb(behind.low) or behind.low in closed.prepositions)


def own_phrase(match: Match) -> Filling | None:
    """The noun's own phrase: the term with the names and adjectives of nations that stand before it.

    With the persons behind it whom it describes ("socialist voters"); None where an adjective stands before a thing.
    """
    start = match.span.start
    near = match.near
    words = function_words()
    following: Word | None = None
    # In a headline in title case a capital does not tell a name from the next best word.
    for word in () if in_headline(near.text, near) or _shouted(match) else reversed(near.before):
        gap = near.text[word.span.end : (following.span.start if following else match.span.start)]
        if gap.strip(" ()") or (gap.strip() and not word.text.isupper() and following is None):
            break
        if (
            not word.capital
            or word.low in words.determiners
            or word.low in words.prepositions
            or (word.first and (word.low in words.conjunctions or words.ends_phrase(word.low)))
            or (word.first and following is None and (word.low in _PLAIN or _DESCRIBES.search(word.low)))
        ):
            break
        if word.text.endswith(("'s", "’s")) and _modifies(match):
            break  # "Orsic’s socialist friends": the friends are Orsic’s
        start, following = word.span.start, word
    end = match.span.end
    if near.text[start:end].endswith(" of"):  # "remnants of the brigade": the phrase behind belongs to it
        behind = phrase_after(near.after, near.text)
        end = behind.span.end if behind else end
    elif match.entry.variant.compound and match.form is FormName.BASE:  # "rebel forces", "militant gunmen"
        behind = phrase_after(near.after, near.text)
        end = behind.span.end if behind and _people(behind) else end
    elif _modifies(match) or (_describes(match) and _before_noun(match)):
        behind = phrase_after(near.after, near.text)
        speaks_for = behind is not None and any(word.low in _FOR_OTHERS for word in behind.words)
        if behind is not None and _people(behind) and not behind.head.capital and not speaks_for:
            end = behind.span.end
        elif _describes(match):
            return None  # "socialist ideas": no socialist is named
    span = Span(start, end)
    return " ".join(span.of(near.text).split()), span


_DESCRIBES = re.compile(r"(?:ful|ous|ive|less|able|ible|ilar|ular)$")
"""Endings of adjectives that no name has."""
_PLAIN = words("analyzers.plain_adjectives")
_ADJECTIVAL = re.compile(r"(?:[^h]ist|[ -]american|conservative)$")


def _describes(match: Match) -> bool:
    """Whether the term is as much an adjective as a noun: "socialist", "African American", "anti-vax"."""
    return bool(_ADJECTIVAL.search(match.term.base.lower()))


def _modifies(match: Match) -> bool:
    """Whether a noun stands right behind a word for a person, which then is its adjective: "socialist friends"."""
    base = match.term.base
    personal = match.entry.variant.compound or base.endswith(endings("analyzers.personal_endings"))
    return personal and _before_noun(match)


def _before_noun(match: Match) -> bool:
    """Whether the term stands in the singular right before what can be a noun."""
    after = match.near.after
    if match.form is FormName.PLURAL or match.span.of(match.near.text).lower().endswith("s"):
        return False
    if not after or after[0].apart or after[0].capital:
        return False
    low, closed = after[0].low, function_words()
    owned = bool(match.near.before) and match.near.before[-1].text.endswith(("'s", "’s"))  # "Orsic's socialist moves"
    return (
        not low.endswith("ed")
        and not (closed.ends_phrase(low) and not (owned and low in closed.noun_verbs))
        and low not in closed.determiners
        and (owned or low not in closed.noun_verbs)
    )


_FOR_OTHERS = words("analyzers.for_others")
"""Behind a word for persons they name those who speak for them: "immigrant rights activists"."""
_PEOPLE = ("@armed", "@person", "@body", "@described")


def _people(phrase: Phrase) -> bool:
    """Whether the phrase behind "rebel" names rebels themselves: "forces", "leader Anna Orsic", but no "stronghold"."""
    first, low = phrase.words[0].low, phrase.head.low
    if first in function_words().determiners:
        return False
    words = {low, singular(low)}
    return phrase.head.capital or not all(words.isdisjoint(shared_groups()[g]) for g in _PEOPLE)


def _shouted(match: Match) -> bool:
    """Whether the term is in capitals, as all around it may be; an acronym is written so in its entry."""
    return match.span.of(match.near.text).isupper() and not match.term.text.isupper()
