"""Runs of capitalised words that may be names, with titles and what merely opens a sentence cut off."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from ...model import ActorKind, Document, SectionKind, Span, SpeakerKind, Token
from ...progress import checked
from ..english.cues import cue_forms
from ..english.kinds import kind_of
from ..english.referring import tables as role_tables
from ..english.tables import endings, words
from ..english.titles import gender_of_title
from ..english.wordclasses import word_classes
from ..language import word_key
from .tables import tables


@dataclass(slots=True)
class Candidate:
    """A run of capitalised words, with its titles cut off."""

    name: str
    span: Span
    titled: bool
    before: str
    after: str
    gender: str
    """"f" or "m" where a title says so, else ""."""
    headline: bool
    title: str
    """The last title before the name, in lower case; "" for none."""
    kind: ActorKind | None = None
    """What the Reader holds it to be; None of a candidate by rules."""
    sure: float = 0.0
    """The Reader's probability."""


def find_candidates(document: Document) -> list[Candidate]:
    found: list[Candidate] = []
    inside = _words_seen_inside(document)
    for sentence in checked(document.sentences):
        tokens = document.tokens[slice(*sentence.tokens)]
        if sentence.section is SectionKind.DATELINE or shouted(tokens) or titled_line(tokens, sentence.section):
            continue
        i = 0
        while i < len(tokens):
            stop = run_of(tokens, i)
            if stop == i:
                i += 1
                continue
            headline = sentence.section is SectionKind.HEADLINE
            candidate = candidate_of(document.text, tokens, i, stop, inside, headline)
            if candidate is not None:
                found.append(candidate)
            i = stop
    return found


def shouted(tokens: tuple[Token, ...]) -> bool:
    printed = [t.text for t in tokens if t.text.replace("-", "").isalpha() and len(t.text) > 2]
    return len(printed) > 1 and all(w.isupper() for w in printed)


def titled_line(tokens: tuple[Token, ...], section: SectionKind) -> bool:
    """Whether every weighty word of a line has a capital, as in some headlines: that tells nothing of names."""
    weighty = [t.text for t in tokens if t.text.isalpha() and len(t.text) > 3]
    # A full stop makes a sentence of all but the longest of them, but not of what stands as a headline.
    enough = 6 if tokens[-1].text in ".!?" and section is not SectionKind.HEADLINE else 3
    return len(weighty) > enough and all(w[0].isupper() for w in weighty)


def _words_seen_inside(document: Document) -> set[str]:
    """Return words that stand capitalised within a sentence somewhere: these are names wherever they stand."""
    seen: set[str] = set()
    for sentence in checked(document.sentences):
        tokens = document.tokens[slice(*sentence.tokens)]
        if shouted(tokens) or titled_line(tokens, sentence.section):
            continue
        for before, token in pairwise(tokens):
            if capital(token.text) and (before.word or before.text in (",", "(")):
                seen.add(token.text)
    return seen


def capital(word: str) -> bool:
    if word[0].isupper():
        return True
    prefix, _, rest = word.partition("-")
    return prefix in tables().particles and rest[:1].isupper()


def run_of(tokens: tuple[Token, ...], start: int) -> int:
    """Return the end of the run of capitalised words at `start`; `start` where there is none."""
    names = tables()
    i = start
    while i < len(tokens):
        token = tokens[i]
        never = word_key(token.text) in names.never and not _is_first_name(tokens, i, len(tokens))
        if token.word and capital(token.text) and not (never and not _is_middle_name(tokens, start, i)):
            i += 1
        elif i > start and (behind := _past_nickname(tokens, i)) is not None:
            i = behind
        elif i > start and i + 1 < len(tokens) and capital(tokens[i + 1].text):
            key = token.text
            following_ok = tokens[i + 1].word and word_key(tokens[i + 1].text) not in names.never
            if key in names.particles or key in ("of", "for", "&"):
                if not following_ok or (key in ("of", "for") and not _of_links(tokens, i)):
                    break
                i += 1
            elif following_ok and ((key == "and" and _and_links(tokens, start, i)) or _is_cut_short(tokens, i)):
                i += 1
            else:
                break
        elif (
            i > start
            and token.text in names.particles
            and i + 2 < len(tokens)
            and tokens[i + 1].text in names.particles
        ):
            i += 1
        else:
            break
    return i


def _is_first_name(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """Whether a word that is no name elsewhere is a first name here: "Jan Orr", "Per Orr"."""
    here = tokens[at].text in tables().first_names and at + 1 < stop and tokens[at].text[0].isupper()
    following = tokens[at + 1].text if here else ""
    after_date = at > 0 and tokens[at - 1].text.lower() in _BEFORE_DATES
    return here and following[:1].isupper() and following.isalpha() and not after_date


def _is_cut_short(tokens: tuple[Token, ...], stop: int) -> bool:
    """Whether a full stop ends an initial or a word cut short within a name: "J. Orr", "St. John"."""
    before = tokens[stop - 1].text
    return tokens[stop].text == "." and (len(before) == 1 or before in tables().shortened)


def _is_middle_name(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether what is a month or the like elsewhere stands between names: "Theresa [May] Holder"."""
    between = start < at < len(tokens) - 1 and tokens[at + 1].word and capital(tokens[at + 1].text)
    return between and tokens[at - 1].text in tables().first_names


_OPEN, _CLOSED = frozenset("\"'“‘"), frozenset("\"'”’")


def _past_nickname(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return the token behind a nickname in marks that stands within a name: 'Robert ["Bobby"] Orr'."""
    if tokens[at].text not in _OPEN or at + 3 >= len(tokens) or tokens[at + 2].text not in _CLOSED:
        return None
    inner, behind = tokens[at + 1], tokens[at + 3]
    return at + 3 if all(t.word and capital(t.text) for t in (inner, behind)) else None


_BEFORE_DATES = words("actors.before_dates")


def _of_links(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "of" stands within a name: after the word of a body ("Ministry of Health")."""
    before = word_key(tokens[at - 1].text)
    return before in tables().organization or before in words("actors.of_links")


def _and_links(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether "and" stands within the name of a body: "Center for Tidal and Harbour Studies", "Ministry of A and B"."""
    names = tables()
    linked = any(tokens[i].text in ("of", "for") for i in range(start, at))
    following = tokens[at + 1].text
    person = following in names.first_names or word_key(following) in names.titles or following in names.places
    return linked and not person and tokens[at - 1].text not in names.places


def candidate_of(
    text: str,
    tokens: tuple[Token, ...],
    start: int,
    stop: int,
    inside: Collection[str],
    headline: bool,
    trusted: bool = False,
) -> Candidate | None:
    """Return the name in a run of capitals, its titles cut off; None where it is none.

    `trusted`: somebody else says that a name stands here, so that opening a sentence does not speak against it.
    """
    names = tables()
    opens = not trusted and _opens(tokens, start)
    first, titled = _past_titles(tokens, start, stop, opens)
    if first >= stop:
        return None
    while stop - first > 2 and tokens[stop - 1].text.rstrip(".") in _HONOURS:
        stop -= 1  # "Ada Orr KC"
    rest = " ".join(t.text for t in tokens[first + 1 : stop])
    if first == start and opens and rest in names.places and tokens[first].text not in inside:
        first += 1  # "Leave Iran alone": the verb opens the sentence.
    alone = first == start and opens and stop - first == 1 and not _bracketed(tokens, first)
    if alone and tokens[first].text not in inside and tokens[first].text not in names.places:
        return None
    span = Span(tokens[first].span.start, tokens[stop - 1].span.end)
    name = " ".join(span.of(text).split())
    if any(t.text.isupper() and word_key(t.text) in word_classes() and len(t.text) > 2 for t in tokens[first:stop]):
        return None  # Capitals that shout, no name.
    last = name.split()[-1]
    if _is_title(word_key(name)) or len(name) < 2 or last in names.adjectives or last in _PARTISANS:
        return None
    before = word_key(tokens[first - 1].text) if first else ""
    after = tokens[stop].text if stop < len(tokens) else ""
    gender = next(filter(None, (_gender(t.text) for t in tokens[start:first])), "")
    if not gender and first > 1 and tokens[first - 1].text == ",":
        gender = _gender(tokens[first - 2].text)  # "his wife, Ada Orr"
    title = word_key(tokens[first - 1].text) if titled and first else ""
    return Candidate(name, span, titled, before, after, gender, headline, title)


_HONOURS = words("actors.honours")


def _bracketed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an acronym stands in brackets: "the River Rescue League (RRL)"."""
    inside = 0 < at < len(tokens) - 1 and tokens[at - 1].text == "(" and tokens[at + 1].text == ")"
    return inside and _is_acronym(tokens[at].text)


def _past_titles(tokens: tuple[Token, ...], start: int, stop: int, opens: bool) -> tuple[int, bool]:
    """Return where the name begins behind titles and what opens the sentence, and whether there was a title."""
    names, closed = tables(), word_classes()
    first, titled = start, False
    while first < stop:
        token = tokens[first]
        key = word_key(token.text)
        named = _is_first_name(tokens, first, stop) and tokens[-1].text != "?"  # "Will Orr left", "Will Orr leave?"
        if first == start and opens and _leads(token.text, key) and not (named or _is_acronym(token.text)):
            first += 1
        elif _heads_a_body(tokens, first, stop):
            break
        elif _is_trade(key) and first == start and _opens(tokens, start) and _name_behind(tokens, first, stop):
            titled, first = titled or stop - first > 2, first + 1
        elif _is_title(key) and first + 1 < stop:
            titled, first = True, first + 1
            if key == "secretary" and tokens[first].text == "of" and first + 2 < stop:
                first += 2
        elif (key in closed and not _is_acronym(token.text) and not _is_first_name(tokens, first, stop)) or (
            token.text in names.adjectives
            and first + 1 < stop
            and (
                word_key(tokens[first + 1].text) in names.titles
                or (first + 2 < stop and tokens[first + 1].text in names.first_names)
            )
        ):
            first += 1
        else:
            break
    later = _last_title(tokens, first, stop)
    if later is not None:
        titled, first = True, later + 1
    first_name = _after_office(tokens, first, stop)
    return (first_name, True) if first_name is not None else (first, titled)


def _is_title(key: str) -> bool:
    """Whether a word is a title, with or without its full stop; "vice-president" is what its last part is."""
    last = key.rsplit("-", 1)[-1]
    return any(form in tables().titles for form in (key, f"{key}.", last))


def _is_trade(key: str) -> bool:
    """Whether a word says what somebody is: "Baker Emil Orr", "Neighbours Ada and Bo Orr", "Mum-of-three Ada Orr"."""
    return key in tables().trades or key.startswith(_PARENTS) or kind_of(key) in _OF_PEOPLE


_PARENTS = endings("actors.parents")
_OF_PEOPLE = (SpeakerKind.RESIDENT, SpeakerKind.FAMILY)


def _name_behind(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """Whether what opens a sentence is the trade of whom it names: "Baker Emil Orr", no "Brewer Street"."""
    names = tables()
    keys = [word_key(t.text) for t in tokens[at + 1 : stop]]
    whole = not any(key in names.organization or key in names.place_words for key in keys)
    return bool(keys) and whole and tokens[at].text not in names.first_names


def _leads(word: str, key: str) -> bool:
    """Whether a word that opens a sentence is no part of the name behind it: "Notably", not "Emily"."""
    saying = cue_forms().get(key)
    if saying is not None and saying.shape in ("past", "participle"):
        return True  # "Said Orr"
    return key in word_classes() or key in _PRONOUNS or (word.endswith("ly") and word not in tables().first_names)


_PRONOUNS = words("actors.no_openers")


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


_PARTISANS = frozenset(("Democrat", "Congressional"))


def _gender(word: str) -> str:
    """Return "f" or "m" where a title or a role tells it, with or without a full stop: "Mrs", "Father", "wife"."""
    key = word_key(word)
    role = "f" if key in role_tables().women else "m" if key in role_tables().men else ""
    return gender_of_title(key) or role


def _heads_a_body(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether what looks like a title belongs to the name of a body: "General Command"."""
    return (
        stop - first == 2 and word_key(tokens[stop - 1].text) in tables().organization and tokens[first].text.isalpha()
    )


def _last_title(tokens: tuple[Token, ...], first: int, stop: int) -> int | None:
    """Return the last title that a name still follows: "Finance Minister Lena Aho"; None where a body is named."""
    names = tables()
    keys = [word_key(t.text) for t in tokens[first:stop]]
    found = [i for i, key in enumerate(keys[:-1]) if _is_title(key)]
    if not found or any(key in names.organization for key in keys[found[-1] + 1 :]):
        return None
    return first + found[-1]


def _after_office(tokens: tuple[Token, ...], first: int, stop: int) -> int | None:
    """Return where a name begins behind an office: "Director of National Harbours James Orr"."""
    if first < 2 or tokens[first - 1].text != "of" or word_key(tokens[first - 2].text) not in tables().titles:
        return None
    inner = range(first + 1, stop - 1)
    return next((i for i in inner if tokens[i].text in tables().first_names), None)


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    return at == 0 or (not tokens[at - 1].word and tokens[at - 1].text not in (",", "'s", "’s", ")", "-"))
