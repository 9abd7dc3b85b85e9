"""Whether the words around a term speak for the sense that its entry means.

Windows (the codebook says the same): `not_before`, `not_after`, `needs_before`, `needs_after` look at the words that
touch the term, without punctuation between; `not_modifier` at the two words before it; `not_phrase` at a phrase that
holds the term (`~`); `not_object`, `needs_object` and `needs_subject` at the noun phrase that is its object or subject;
`needs` and `not_near` at `NEEDS_WINDOW` words on each side in the same sentence. Where the Reader has parsed the text,
an entry's `syntax` decides as well, and in place of the word guards that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ..english.inflection import FormName
from ..english.nations import nations
from ..english.tables import endings, words
from ..english.text import fold, singular
from ..syntax.match import Pos
from .actions import noun_object
from .clauses import Hung, Parsed
from .entries import WORD_GUARDS, Guards, Inflect, Variant
from .function_words import function_words
from .grammar import Phrase, Use, VerbFrame, phrase_after, verb_frame, with_of
from .groups import NAME, NATION, NOUN, NUMBER, POSSESSIVE, SPECIAL, Groups
from .neighbourhood import Around, Word
from .syntax_guards import decides, words_left

NEEDS_WINDOW = 8
"""Words on each side: about the length of a clause in news. Set by hand, not swept."""


@dataclass(slots=True)
class Setting:
    """A term in its place; the verb's frame is worked out once, when something asks for it."""

    near: Around
    form: FormName
    variant: Variant
    homograph: bool = False
    """Whether the verb's base form is also a noun."""
    parsed: Parsed | None = None
    """The Reader's parse of the text; None where there is none."""
    _frame: VerbFrame | None = field(default=None)

    @property
    def hung(self) -> Hung | None:
        """The term in the parse; None where the words alone decide."""
        return self.parsed.at(self.near.span) if self.parsed is not None else None

    @property
    def frame(self) -> VerbFrame:
        """The verb's use and the phrases around it."""
        if self._frame is None:
            self._frame = verb_frame(self.near, self.form, self.variant.transitive)
        return self._frame

    @property
    def object(self) -> Phrase | None:
        """A verb's object, what an action noun has behind "of", what a modifier stands before."""
        if self.variant.inflect is Inflect.VERB:
            return self.frame.object
        return noun_object(self.near) or phrase_after(self.near.after, self.near.text)

    @property
    def subject(self) -> Phrase | None:
        """Who does it, of a verb."""
        return self.frame.agent if self.variant.inflect is Inflect.VERB else None


def reads_as_verb(setting: Setting, groups: Groups) -> bool:
    """Return whether a form that could be a noun ("attack", "raids") stands where a verb does.

    A base form behind "to", an auxiliary, a pronoun or a plural; a third person before a determiner or a name, or
    between a fighting party and what can begin an object ("army captures river town").
    """
    near = setting.near
    closed = function_words()
    last = near.before[-1] if near.before and not near.apart_before else None
    if setting.form is FormName.BASE:
        return last is not None and (
            last.low == "to"
            or last.low in closed.auxiliaries - closed.be
            or last.low in words("lexicons.subjects")
            or (
                last.low.endswith("s")
                and not last.low.endswith(endings("lexicons.singular_in_s"))
                and _begins_phrase(near)
            )
        )
    if last is None or last.low in closed.determiners:
        return False
    if _begins_phrase(near):
        return True
    return _is("@armed", last, groups) and _is(NOUN, last, groups) and _may_begin_object(near)


def _may_begin_object(near: Around) -> bool:
    """Whether the next word is neither a verb, nor a function word, nor one that tells the time."""
    if not near.after or near.after[0].apart:
        return False
    low = near.after[0].low
    return not function_words().ends_phrase(low) and low not in words("lexicons.no_object_openers")


def _begins_phrase(near: Around) -> bool:
    """Whether an object begins right behind the term: a determiner, a possessive, a pronoun or a name."""
    if not near.after or near.after[0].apart:
        return False
    word, closed = near.after[0], function_words()
    return word.low in closed.determiners or word.low in closed.pronouns or word.capital


def allows(variant: Variant, setting: Setting, groups: Groups) -> bool:
    """Return whether every guard of `variant` holds at this place."""
    guards = variant.guards
    if _mentioned(setting.near):
        return False
    unsure = setting.homograph and setting.form in _ALSO_NOUNS
    hung = setting.hung if unsure or guards.syntax is not None else None
    if unsure and not (reads_as_verb(setting, groups) if hung is None else hung.pos is Pos.VERB):
        return False
    if guards.syntax is not None and hung is not None:
        speaks = decides(guards.syntax, hung, groups)
        if speaks is False:
            return False
        guards = words_left(guards) if speaks else guards
    return guards == _NONE or _by_words(guards, setting, groups)


def _by_words(guards: Guards, setting: Setting, groups: Groups) -> bool:
    """Whether every word guard holds: nothing stands there that one forbids, and something that one needs."""
    asked = ((name, getattr(guards, name)) for name in WORD_GUARDS)
    return all(_LOOKS[name](items, setting, groups) is not name.startswith("not_") for name, items in asked if items)


def _mentioned(near: Around) -> bool:
    """Whether the term is spoken of and not used: "the word regime", "the term “regime”"."""
    text, start = near.text, near.span.start
    if not text[max(0, start - MENTION) : start].rstrip(" \"'“‘").lower().endswith(_mentions()):
        return False  # told without cutting the line into words, because it is asked of every term
    if len(near.before) < 2 or near.apart_before or near.before[-1].low not in function_words().mentions:
        return False
    return any(word.low in function_words().determiners for word in near.before[-3:-1])


MENTION = 16
"""Code points before a term that hold the longest word of mention, a blank and a quotation mark."""


@cache
def _mentions() -> tuple[str, ...]:
    return tuple(function_words().mentions)


_NONE = Guards()
_ALSO_NOUNS = (FormName.BASE, FormName.THIRD)


def _words(phrase: Phrase | None) -> Sequence[Word]:
    return phrase.words if phrase else ()


def _whole_object(setting: Setting, groups: Groups) -> Phrase | None:
    """The object; "parts of Alba" counts with Alba, "the beauty of Alba" without."""
    found = setting.object
    if found is None or setting.frame.use is Use.PASSIVE or not _is("@partitive", found.head, groups):
        return found
    return with_of(found, setting.near)


def _modifiers(near: Around) -> Sequence[Word]:
    return () if near.apart_before else near.before[-2:]


def _window(near: Around) -> Sequence[Word]:
    return [*near.before[-NEEDS_WINDOW:], *near.after[:NEEDS_WINDOW]]


def _any_word(wanted: Sequence[str], words: Sequence[Word], groups: Groups) -> bool:
    """Return whether a wanted word, phrase or group is among consecutive `words`."""
    if not words:
        return False
    asked = _asked(wanted, groups)
    return any(_one_of(asked, words, i, groups) for i in _candidates(asked, words))


def _candidates(asked: _Asked, words: Sequence[Word]) -> Sequence[int]:
    """Return where something that is asked for may begin: all there is to test for most words, so it is kept cheap."""
    if asked.special:
        return range(len(words))
    opening = asked.opening
    return [
        i
        for i, word in enumerate(words)
        if not opening.isdisjoint(forms := _forms(word.text)) or " " in forms[0]  # a compound counts by its parts
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a guard asks for, made ready: single words of all its lists together, phrases, groups that are no lists."""

    words: frozenset[str]
    members: frozenset[str]
    """Words of its groups: they also count as a part of a hyphenated word."""
    phrases: tuple[tuple[str, ...], ...]
    special: tuple[str, ...]
    opening: frozenset[str]
    """All that a word or phrase that is asked for begins with."""


def _asked(items: Sequence[str], groups: Groups) -> _Asked:
    """Return `items` made ready, once for each set of groups."""
    name = tuple(items)
    asked = groups.ready.get(name)
    if not isinstance(asked, _Asked):
        members = frozenset(word for item in items for word in groups.words.get(item, ()))
        words = {fold(item) for item in items if item not in groups.words and item not in SPECIAL}
        # "car bomb" stands for "car-bomb" too, which is one word as printed and has a blank once folded.
        phrases = tuple(sorted(tuple(word.split()) for word in members | words if " " in word.strip()))
        special = tuple(item for item in items if item in SPECIAL)
        opening = members | words | {phrase[0] for phrase in phrases}
        asked = _Asked(members | words, members, phrases, special, opening)
        groups.ready[name] = asked
    return asked


def _one_of(asked: _Asked, words: Sequence[Word], at: int, groups: Groups) -> bool:
    """Return whether anything that is asked for begins with word `at`."""
    word = words[at]
    low, stem = _forms(word.text)
    if low in asked.words or stem in asked.words:
        return True
    if " " in low and not asked.members.isdisjoint(part for each in low.split() for part in (each, singular(each))):
        return True
    if any(_is(item, word, groups) for item in asked.special):
        return True
    return any(
        at + len(phrase) <= len(words)
        and (phrase[0] == low or phrase[0] == stem)
        and all(part in _forms(words[at + i].text) for i, part in enumerate(phrase))
        for phrase in asked.phrases
    )


@lru_cache(maxsize=16384)
def _forms(printed: str) -> tuple[str, str]:
    """Return a word in lower case, and its singular."""
    low = fold(printed)
    return low, singular(low)


def _is(item: str, word: Word, groups: Groups) -> bool:
    """Return whether `word` is `item`, or of the group `item`."""
    low, stem = _forms(word.text)
    if not item.startswith("@"):
        return item in (low, stem)
    if item == NAME:
        return word.capital and not word.first
    if item == POSSESSIVE:
        return low.endswith(("'s", "s'")) or low in words("closed.possessives")
    if item == NOUN:
        closed = function_words()
        return not closed.ends_phrase(low) and low not in closed.determiners and not low.endswith("ed")
    if item == NATION:
        return low in nations().folded or stem in nations().folded
    if item == NUMBER:
        return word.text[:1].isdigit() or groups.holds("@number_word", low)
    return groups.holds(item, low)


def _touching_before(items: Sequence[str], near: Around, groups: Groups) -> bool:
    if near.apart_before or not near.before:
        return False
    asked = _asked(items, groups)
    longest = max((len(phrase) for phrase in asked.phrases), default=1)
    tail = near.before[-longest:]
    if _one_of(asked, tail[-1:], 0, groups):
        return True
    return any(
        len(phrase) <= len(tail)
        and all(part in _forms(word.text) for part, word in zip(phrase, tail[-len(phrase) :], strict=True))
        for phrase in asked.phrases
    )


def _stopping(items: Sequence[str], setting: Setting) -> Sequence[str]:
    """Return what stops a term from behind; a noun stops only what could be its adjective.

    "Fanatics shut the school": a plural modifies nothing. "The government calls everybody": that noun is a verb.
    """
    if NOUN not in items or not (setting.form is FormName.PLURAL or _verb_follows(setting.near)):
        return items
    return tuple(item for item in items if item != NOUN)


def _verb_follows(near: Around) -> bool:
    """Whether the next word can be a verb in the third person or past and has what can only be its object behind it."""
    closed = function_words()
    if len(near.after) < 2 or near.after[1].apart or near.after[0].low not in closed.noun_verbs:
        return False
    low, nxt = near.after[0].low, near.after[1]
    return low.endswith(("s", "ed")) and (
        nxt.low in closed.determiners or nxt.low in closed.pronouns or nxt.low in words("lexicons.somebody")
    )


def _touching_after(items: Sequence[str], near: Around, groups: Groups) -> bool:
    if not near.after or near.after[0].apart:
        return False
    return _one_of(_asked(items, groups), near.after, 0, groups)


def _in_phrase(phrase: str, near: Around, groups: Groups) -> bool:
    """Return whether the term stands in `phrase`, where ~ is the term: "~ the moment", "free of ~"."""
    left, _, right = phrase.partition("~")
    before, after = left.split(), right.split()
    if before and (near.apart_before or len(before) > len(near.before)):
        return False
    if after and (len(after) > len(near.after) or near.after[0].apart):
        return False
    start = near.before[len(near.before) - len(before) :]
    return all(_is(p, w, groups) for p, w in zip(before, start, strict=True)) and all(
        _is(p, w, groups) for p, w in zip(after, near.after, strict=False)
    )


_LOOKS: Mapping[str, Callable[[Sequence[str], Setting, Groups], bool]] = {
    "not_before": lambda items, setting, groups: _touching_before(items, setting.near, groups),
    "not_after": lambda items, setting, groups: _touching_after(_stopping(items, setting), setting.near, groups),
    "not_modifier": lambda items, setting, groups: _any_word(items, _modifiers(setting.near), groups),
    "not_phrase": lambda items, setting, groups: any(_in_phrase(phrase, setting.near, groups) for phrase in items),
    "not_object": lambda items, setting, groups: _any_word(items, _words(_whole_object(setting, groups)), groups),
    "not_near": lambda items, setting, groups: _any_word(items, _window(setting.near), groups),
    "needs_before": lambda items, setting, groups: _touching_before(items, setting.near, groups),
    "needs_after": lambda items, setting, groups: _touching_after(items, setting.near, groups),
    "needs": lambda items, setting, groups: _any_word(items, _window(setting.near), groups),
    "needs_object": lambda items, setting, groups: _any_word(items, _words(_whole_object(setting, groups)), groups),
    "needs_subject": lambda items, setting, groups: _any_word(items, _words(setting.subject), groups),
}
"""Whether what a word guard lists stands where the guard looks."""
