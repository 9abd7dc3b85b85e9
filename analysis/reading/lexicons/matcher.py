"""All terms of all lexicons, found in one pass: automaton, then boundaries, slots, guards, longest match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick

from ...model import Span
from ...progress import checked
from ..english.inflection import FormName
from ..english.text import HYPHENS, fold, key, keys
from .clauses import Parsed
from .entries import Concept, Inflect, Lexicon, Variant
from .function_words import function_words
from .groups import Groups, groups_with
from .guards import Setting, allows
from .neighbourhood import Around, Neighbourhoods
from .patterns import Filled, Surfaces, Term, fill, surfaces

OPENING = 12
"""Bytes of a term that the automaton looks for; the rest is compared where they stand.

Swept over 8 to 16 and whole terms with 14,700 surfaces: at 12 the automaton is built in 5 ms (whole terms: 34 ms) and
the sample story has 301 places to compare instead of 287 (at 8: 548).
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A variant where it belongs."""

    lexicon: Lexicon
    concept: Concept
    variant: Variant
    groups: Groups

    @property
    def name(self) -> str:
        """ "lexicon/concept/variant": what a mark says made it."""
        return f"{self.lexicon.id}/{self.concept.id}/{self.variant.id}"


@dataclass(frozen=True, slots=True)
class Match:
    """One term in one place, in the sense that its entry means."""

    span: Span
    entry: Entry
    term: Term
    filled: Filled | None
    """What stands in the pattern's slot."""
    setting: Setting

    @property
    def near(self) -> Around:
        return self.setting.near

    @property
    def form(self) -> FormName:
        return self.term.form

    @property
    def label(self) -> str:
        """What it is counted as: the slot filled ("U.S.-backed"), the variant's name, or the text it matched."""
        if self.filled is None:
            return self.entry.variant.name or self.term.base
        first, second = self.filled.counted, self.term.base
        return f"{first}-{second}" if self.term.slot_first else f"{second}-{first}"


class Matcher:
    """Finds the terms of `lexicons` in texts. Stateless between texts.

    `ready` holds the surfaces of each lexicon's variants, where they are worked out already.
    """

    def __init__(self, lexicons: Iterable[Lexicon], ready: Sequence[Sequence[Surfaces]] | None = None) -> None:
        self._entries: list[tuple[Entry, Surfaces, int]] = []
        self._terms: dict[int, Term] = {}
        written: list[str] = []
        for number, lexicon in enumerate(lexicons):
            groups = groups_with(dict(lexicon.groups))
            mine = iter(ready[number]) if ready else None
            for concept in lexicon.concepts:
                for variant in concept.variants:
                    entry = Entry(lexicon, concept, variant, groups)
                    found = surfaces(variant) if mine is None else next(mine)
                    written.extend(found.texts)
                    self._entries.extend((entry, found, i) for i in range(len(found.texts)))
        by_key: dict[bytes, list[int]] = {}
        for i, name in enumerate(keys(written)):
            by_key.setdefault((b" " + name + b" ")[:OPENING], []).append(i)
        self._at = list(by_key.values())
        self._automaton = BytesAhoCorasick(list(by_key)) if by_key else None

    @property
    def terms(self) -> int:
        """Number of surfaces looked for."""
        return len(self._entries)

    def find(self, text: str, parsed: Parsed | None = None) -> tuple[Match, ...]:
        """Return every finding, in text order and without overlaps; `parsed` is the Reader's parse of the text."""
        return resolve(self.candidates(text, parsed))

    def candidates(self, text: str, parsed: Parsed | None = None) -> list[Match]:
        """Return every match whose guards hold, overlapping ones included."""
        beside = Neighbourhoods(text)
        found = (
            self._match(beside, begin, stop, self._entries[number][0], self._term(number), parsed)
            for number, begin, stop in checked(self.hits(text))
        )
        return [match for match in found if match is not None]

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """Return (term, start, end) wherever a term stands between borders; nothing beside it is looked at yet."""
        found: list[tuple[int, int, int]] = []
        if self._automaton is None:
            return found
        # A blank on both ends lets terms at the edges of the text have their boundary.
        view = b" " + key(text) + b" "
        for index, begin, _ in checked(self._automaton.find_matches_as_indexes(view, overlapping=True)):
            for number in self._at[index]:
                folded = self._term(number).fold
                stop = begin + len(folded)  # the view's first blank is the pattern's own
                if _bounded(text, begin, stop) and fold(text[begin:stop]) == folded:
                    found.append((number, begin, stop))
        return found

    def _term(self, number: int) -> Term:
        term = self._terms.get(number)
        if term is None:
            entry, found, i = self._entries[number]
            term = self._terms[number] = found.term(entry.variant, i)
        return term

    def _match(
        self, beside: Neighbourhoods, start: int, end: int, entry: Entry, term: Term, parsed: Parsed | None
    ) -> Match | None:
        text = beside.text
        if term.exact and text[start:end] != term.text:
            return None
        if entry.variant.hyphens and not _hyphens_agree(text[start:end], term.text):
            return None
        filled = None
        if term.slot is not None:
            filled = fill(term, text, start, end)
            if filled is None:
                return None
            start, end = min(start, filled.start), max(end, filled.end)
        elif not entry.variant.compound and _in_compound(text, start, end):
            return None
        span = Span(start, end)
        verb = entry.variant.inflect is Inflect.VERB
        homograph = verb and term.base.split(" ")[0] in function_words().homographs
        setting = Setting(beside.around(span), term.form, entry.variant, homograph, parsed)
        if term.slot is None and not entry.variant.names and _in_name(text, setting.near, term):
            return None
        return Match(span, entry, term, filled, setting) if allows(entry.variant, setting, entry.groups) else None


def resolve(candidates: Iterable[Match]) -> tuple[Match, ...]:
    """Return the candidates without overlaps: the longest wins, then a written one over a slot, then a guarded one."""
    ranked = sorted(
        candidates,
        key=lambda m: (
            -len(m.span),
            m.term.slot.openness if m.term.slot else 0,
            not m.entry.variant.guards.wanted,
            m.span.start,
            m.entry.name,
        ),
    )
    taken: list[Match] = []
    occupied: set[int] = set()
    for match in checked(ranked):
        places = range(match.span.start, match.span.end)
        if occupied.isdisjoint(places):
            occupied.update(places)
            taken.append(match)
    return tuple(sorted(taken, key=lambda m: m.span))


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit runs on over the term's ends."""
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _hyphens_agree(printed: str, written: str) -> bool:
    """Whether hyphens stand in `printed` exactly where they do in `written`, which has the same length."""
    return all((a in HYPHENS) == (b == "-") for a, b in zip(printed, written, strict=True))


def _in_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins the term to a further word: "non-government", "strike-breaker"."""
    before = start > 1 and text[start - 1] in HYPHENS and text[start - 2].isalnum()
    after = end + 1 < len(text) and text[end] in HYPHENS and text[end + 1].isalnum()
    return before or after


def _in_name(text: str, near: Around, term: Term) -> bool:
    """Whether the term is a piece of a proper name: a capital that no sentence or headline accounts for."""
    if term.text[:1].isupper() or not text[near.span.start : near.span.start + 1].isupper():
        return False
    if in_headline(text, near):
        return False  # capitals say nothing there
    if near.starts or text[max(0, near.span.start - 1) : near.span.start] in tuple("\"“‘'([:"):
        return bool(near.after) and not near.after[0].apart and near.after[0].capital
    return True


HEADLINE_WORDS, HEADLINE_SHARE = 4, 0.7
"""A line is in title case from this share of capitals on, over words of four letters or more, if it has so many.

Set by hand, not swept: a headline's short words stay small, and a sentence with one long name stays below.
"""


def in_headline(text: str, near: Around) -> bool:
    """Whether the term stands in a line in title case, which does not end with a full stop."""
    end = near.after[-1].span.end if near.after else near.span.end
    words: Sequence[str] = [w.text for w in (*near.before, *near.after) if len(w.text) > 3]
    capitals = sum(word[:1].isupper() for word in words)
    return text[end : end + 1] != "." and len(words) >= HEADLINE_WORDS and capitals >= HEADLINE_SHARE * len(words)
