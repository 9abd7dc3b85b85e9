"""The noun phrases that touch a term, and how a verb stands in its clause.

No parser: function words, capitals and punctuation bound a phrase. Where they do not bound it surely the answer is
None, so that a casting names nobody rather than the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from ...model import Span
from ..english.inflection import FormName
from ..english.tables import endings
from ..english.tables import words as word_list
from .function_words import FunctionWords, function_words
from .neighbourhood import Around, Word

PHRASE = 7
"""Most words of a noun phrase that is named; a longer run is taken for two phrases and named by nobody."""

# --------------------------------------------------------------------------- noun phrases


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase beside a term: its words, and its head's words in lower case."""

    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def head(self) -> Word:
        return self.words[-1]

    def name(self, text: str) -> str:
        """Return the phrase as printed, without article and possessive."""
        words = function_words()
        start = self.words[1] if len(self.words) > 1 and self.words[0].low in words.determiners else self.words[0]
        stretch = text[start.span.start : self.words[-1].span.end]
        return re.sub(r"['’]s?$", "", " ".join(re.sub(r'["“”]', "", stretch).split()))


def phrase_after(words: Sequence[Word], text: str) -> Phrase | None:
    """Return the noun phrase that begins with the first of `words`, or None where none surely does."""
    closed = function_words()
    taken: list[Word] = []
    while words and closed.adverb(words[0].low) and not words[0].apart:
        words = words[1:]
    words = words[_approximation(words) :]
    for i, word in enumerate(words):
        if i and word.apart and not _bracketed(text, taken[-1], word):
            break
        if not i and (word.apart or word.low in closed.prepositions or word.low in closed.conjunctions):
            return None
        if not i and word.low in closed.pronouns:
            return Phrase((word,))
        if taken and not word.capital and i + 1 < len(words) and words[i + 1].low == "ago":
            break  # "a reporter decades ago"
        if taken and (word.low in closed.determiners or word.low in closed.pronouns):
            break
        if word.low.endswith("ing") and [w.low for w in taken] in (["those"], ["these"], ["all"], ["many"]):
            return None  # "those smearing the police"
        if _ends(word, taken):
            if taken and word.low.endswith("ing") and not function_words().ends_phrase(word.low):
                return None  # "money laundering" or "rebels advancing": one phrase or two, nobody knows
            break
        taken.append(word)
        if len(taken) > PHRASE:
            return None
    while taken and (
        taken[-1].low in closed.determiners
        or taken[-1].low in word_list("lexicons.loose_modifiers")
        or closed.adverb(taken[-1].low)
    ):
        taken.pop()
    if taken and taken[-1].low in closed.adjectives:
        return None
    if len(taken) > 1 and taken[-1].apart:  # a bracketed acronym only belongs where the phrase goes on behind it
        taken.pop()
    return Phrase(tuple(taken)) if taken and taken[0].low not in closed.auxiliaries else None


def _approximation(words: Sequence[Word]) -> int:
    """Return how many words only say that a number is not exact: "about 40 people", "up to 40", "more than forty"."""
    for size, opening in _APPROXIMATE:
        if len(words) > size and not words[0].apart and " ".join(w.low for w in words[:size]) in opening:
            number = words[size]
            if number.text[:1].isdigit() or number.low in _NUMBERS:
                return size
    return 0


_APPROXIMATE = (
    (2, word_list("function_words.words.approximations")),
    (1, word_list("lexicons.approximate")),
)
_NUMBERS = word_list("lexicons.numbers")


def _ends(word: Word, taken: Sequence[Word]) -> bool:
    """Whether a phrase that has `taken` stops before `word`."""
    closed = function_words()
    if word.capital and not word.first:
        return bool(taken) and word.low in closed.auxiliaries
    if closed.ends_phrase(word.low):
        return not (not taken and closed.adverb(word.low))
    if taken and taken[-1].capital and not taken[-1].first and _looks_finite(word.low):
        return not _NAMED_ADJECTIVE.search(taken[-1].low)  # "Christian schools", but "Alba constitutes"
    if taken and word.low in _TIMES:
        return True
    nouns = [w for w in taken if w.low not in closed.determiners and w.low not in closed.adjectives and not _number(w)]
    # "rebels advanced": after a noun a word in -ed or -ing is its verb more often than its modifier.
    return bool(nouns) and not word.capital and bool(re.search(r"(?:[^e]ed|ing)$", word.low)) and "-" not in word.text


_TIMES = word_list("lexicons.before_times")
_AGENT_NOUN = re.compile(
    r"(?:(?:[ei]r|or|ist|ant|ent|ian|ee|ade|ung|age|ion|tie|al|ure|ism)s|countries|companies|families|agencies|parties|nations|members|forces|troops|men|gunmen|areas|groups|lands|banks|"
    r"suburbs|towns|cities|villages|districts|streets|fields|heights|mountains|hills|islands|cells|camps|posts|bases)$"
)


_NAMED_ADJECTIVE = re.compile(r"(?:[a-z]{4}ian|ican|mocratic|amic|ish|ese|^muslim|^sunni|^shia|^arab|^black|^white)$")


def _looks_finite(low: str) -> bool:
    """Whether a lower-case word right behind a name is likely its verb: "Alba constitutes", not "Alba fighters"."""
    ends = bool(re.search(r"[^s]s$", low)) and not low.endswith(endings("lexicons.singular_in_s"))
    return ends and not _AGENT_NOUN.search(low)


def phrase_before(words: Sequence[Word], text: str, hanging: bool = False) -> Phrase | None:
    """Return the noun phrase that ends with the last of `words`, or None where its beginning is unsure.

    `hanging`: also one behind "of" or "in", which a participle right behind it modifies.
    """
    closed = function_words()
    taken: list[Word] = []
    bounded = False
    following: Word | None = None
    for word in reversed(words):
        if following is not None and following.apart and not _bracketed(text, word, following):
            bounded = True
            break
        if not taken and (word.low in closed.pronouns):
            return None if word.low in word_list("lexicons.standing_in") else Phrase((word,))
        if taken and _number(taken[0]) and _approximated(words, word):
            bounded = True  # "at least 14 people"
            break
        if word.low in closed.prepositions:
            # "in the town of Alba rebels took": what hangs on a preposition is no sure subject.
            return None
        if word.low in closed.conjunctions or word.low in closed.pronouns or word.low in closed.auxiliaries:
            bounded = True
            break
        if word.low in closed.verbs and not word.capital:
            bounded = True
            break
        taken.insert(0, word)
        if word.low in closed.determiners:
            if not hanging and _hangs(words, word):
                return None
            bounded = True
            break
        if len(taken) > PHRASE:
            return None
        following = word
    if all(word.low in closed.determiners for word in taken) or not (
        bounded or taken[0].first or len(taken) == len(words)
    ):
        return None
    if closed.ends_phrase(taken[-1].low) and not taken[-1].capital:
        return None
    return Phrase(tuple(taken[_clause(taken) :]))


def _clause(taken: Sequence[Word]) -> int:
    """Return where a clause of its own begins in what looks like one phrase: "the decision [Anna] criticised"."""
    heads = function_words().heads
    pairs = enumerate(pairwise(taken), 1)
    return next((i for i, (left, right) in pairs if right.capital and not left.capital and left.low in heads), 0)


def _number(word: Word) -> bool:
    return word.text[:1].isdigit() or word.low in _NUMBERS


def _approximated(words: Sequence[Word], last: Word) -> bool:
    """Whether `last` ends an opening that only says that a number is not exact, and no preposition stands before it."""
    at = next(i for i, word in enumerate(words) if word is last)
    pair = " ".join(word.low for word in words[max(0, at - 1) : at + 1])
    return pair in _APPROXIMATE[0][1] and (at < 2 or words[at - 2].low not in function_words().prepositions)


def _hangs(words: Sequence[Word], determiner: Word) -> bool:
    """Whether a phrase that begins with `determiner` hangs on "of" or "in": "fans [of the team] booed"."""
    at = next(i for i, word in enumerate(words) if word is determiner)
    return at > 0 and not determiner.apart and words[at - 1].low in _HANGING


_HANGING = word_list("lexicons.hanging")


def _bracketed(text: str, left: Word, right: Word) -> bool:
    """Whether only an acronym's brackets stand between two words: "Islamic State (IS) militants"."""
    gap = text[left.span.end : right.span.start].strip()
    return gap in ("(", ")") and (left.text.isupper() or right.text.isupper())


# --------------------------------------------------------------------------- verbs


class Use(Enum):
    """How a verb form stands in its clause."""

    ACTIVE = "active"
    PASSIVE = "passive"
    ATTRIBUTIVE = "attributive"
    """Before a noun, as its adjective: "the captured town"."""


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb's use and the phrases around it; each None where the text does not surely say."""

    use: Use
    agent: Phrase | None
    object: Phrase | None
    holder: Phrase | None


def verb_frame(near: Around, form: FormName, transitive: bool = True) -> VerbFrame:
    """Return how the verb form at `near` is used, and by whom on what."""
    closed = function_words()
    use = _use(near, form)
    following = phrase_after(near.after, near.text)
    if transitive and use is Use.ACTIVE and form is FormName.PAST and following is None and _no_object(near):
        # "the elephants killed between May and June", not "the town that the army has besieged for weeks"
        use = use if _has(near) else Use.PASSIVE
    by = after_word(near, ("by",), 5)
    holder = after_word(near, ("from",), 8)
    if near.text[near.span.start : near.span.end].lower().endswith(" by"):
        by = following
    if use is Use.PASSIVE:
        before = _without_verbs(near)
        subject = phrase_before(before, near.text, hanging=len(before) == len(near.before))
        return VerbFrame(use, by, subject, holder)
    if use is Use.ATTRIBUTIVE:
        return VerbFrame(use, None, following, None)
    if use is Use.ACTIVE and form is FormName.GERUND and _describing(near):
        return VerbFrame(use, None, None, holder)  # "a few disparaging words": the words do it
    agent = None
    finite = form in (FormName.BASE, FormName.THIRD, FormName.PAST) and not _infinitive(near.before)
    if finite and not near.apart_before:
        agent = phrase_before(_without_verbs(near), near.text)
        if agent is not None and len(agent.words) == 1 and agent.head.low in word_list("lexicons.helping"):
            agent = None  # "reopen the road and help secure the border"
    if following and following.head.low in closed.adverbs:
        following = None
    return VerbFrame(use, agent, following, holder)


def _describing(near: Around) -> bool:
    """Whether a form in -ing stands between an article and a noun, as its adjective."""
    closed = function_words()
    last = near.before[-1] if near.before and not near.apart_before else None
    nxt = near.after[0] if near.after and not near.after[0].apart else None
    return (
        last is not None
        and nxt is not None
        and (last.low in closed.determiners or last.low in closed.adjectives)
        and not closed.ends_phrase(nxt.low)
        and nxt.low not in closed.determiners
        and nxt.low not in closed.pronouns
        and not nxt.capital
    )


def _use(near: Around, form: FormName) -> Use:
    closed = function_words()
    if near.text[near.span.start : near.span.end].lower().split(" ")[0] in closed.be:
        return Use.PASSIVE
    if form not in (FormName.PAST, FormName.PARTICIPLE):
        return Use.ACTIVE
    last = near.before[-1] if near.before and not near.apart_before else None
    for word in reversed(near.before[-4:]):
        if word.low in closed.be:
            return Use.PASSIVE
        if not closed.adverb(word.low):
            break
    nxt = near.after[0] if near.after and not near.after[0].apart else None
    if nxt is not None and nxt.low == "by":
        return Use.PASSIVE
    noun_next = nxt is not None and not closed.ends_phrase(nxt.low) and nxt.low not in closed.determiners
    if noun_next and (near.starts or (last is not None and _opens(last, closed))):
        return Use.ATTRIBUTIVE
    if form is FormName.PARTICIPLE and last is not None and last.low not in _HAVE:
        return Use.PASSIVE if nxt is None or nxt.low in closed.prepositions else Use.ACTIVE
    return Use.ACTIVE


_HAVE = word_list("lexicons.have")


def _has(near: Around) -> bool:
    """Whether the verb stands in the perfect: a form of "have" before it, over adverbs."""
    closed = function_words()
    for word in () if near.apart_before else reversed(near.before[-3:]):
        if not closed.adverb(word.low):
            return word.low in _HAVE
    return False


def _infinitive(before: Sequence[Word]) -> bool:
    """Whether "to" stands before the verb, over adverbs: "to partially rebuild"."""
    closed = function_words()
    for word in reversed(before[-3:]):
        if not closed.adverb(word.low):
            return word.low == "to"
    return False


def _no_object(near: Around) -> bool:
    """Whether the clause ends behind the verb, or goes on with a preposition or with its own verb."""
    if not near.after or near.after[0].apart:
        return True
    if _approximation(near.after):
        return False
    if near.after[0].low in function_words().auxiliaries - {"to"}:
        return True  # "the people killed have been named"
    return near.after[0].low in function_words().prepositions - word_list("lexicons.particles")


def _opens(word: Word, closed: FunctionWords) -> bool:
    """Whether `word` makes a following participle an adjective: "the captured", "of occupied"."""
    return (
        word.low in closed.determiners
        or word.low in closed.prepositions
        or word.low in closed.adjectives
        or word.text.endswith(("'s", "’s"))
    )


def _without_verbs(near: Around) -> tuple[Word, ...]:
    """The words before the verb without its auxiliaries and adverbs."""
    closed = function_words()
    if near.apart_before:
        return ()
    words = list(near.before)
    own = near.text[near.span.start : near.span.end].lower()
    being = own.startswith("being ") or any(w.low == "being" for w in words[-2:])
    if being and not any(w.low in closed.be - {"being"} for w in words[-4:]):
        return ()  # "they risk being deported": the word before is no subject
    while words and (words[-1].low in closed.auxiliaries or words[-1].low in closed.be or closed.adverb(words[-1].low)):
        if words[-1].apart:
            return ()
        words.pop()
    if len(words) > 1 and words[-1].low in closed.times and words[-2].low in word_list("lexicons.time_openers"):
        return () if words[-2].apart else tuple(words[:-2])  # "the council last night condemned"
    return tuple(words)


def after_word(near: Around, openers: tuple[str, ...], reach: int) -> Phrase | None:
    """Return the phrase behind the first of `openers` within `reach` words and the same clause."""
    for i, word in enumerate(near.after[:reach]):
        if i and word.apart:
            return None
        if word.low in openers and i + 1 < len(near.after):
            return phrase_after(near.after[i + 1 :], near.text)
        if word.low in function_words().conjunctions:
            return None
    return None


def with_of(phrase: Phrase, near: Around) -> Phrase:
    """Return `phrase` with the name that hangs on it by "of": "the city" becomes "the city of Alba"."""
    rest = [w for w in near.after if w.span.start >= phrase.span.end]
    if len(rest) < 2 or rest[0].low != "of" or rest[0].apart:
        return phrase
    more = phrase_after(rest[1:], near.text)
    if more is None or not more.head.capital:
        return phrase
    return Phrase((*phrase.words, rest[0], *more.words))
