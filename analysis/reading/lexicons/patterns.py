"""The small language of `text`: plain words, a star on the word that inflects, one slot at either end.

``{NATION}-backed`` stands for a country, bloc or capital and a hyphen; ``{NAME}`` for any capitalised word,
``{WORD}`` for any word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ..english.inflection import FormName
from ..english.nations import nations
from ..english.spelling import spellings
from ..english.text import HYPHENS, fold
from .entries import Case, Variant
from .inflection import inflected

_SLOT = re.compile(r"\{([A-Z]+)\}")


class Slot(StrEnum):
    """What may fill the open end of a pattern."""

    NATION = "NATION"
    NAME = "NAME"
    WORD = "WORD"

    @property
    def openness(self) -> int:
        """1 for the narrowest slot; a narrower one wins over a wider one."""
        return list(Slot).index(self) + 1


@dataclass(frozen=True, slots=True)
class Term:
    """One surface that the automaton looks for."""

    text: str
    """As matched, without its slot."""
    base: str
    """As written in the entry, without its slot: what a finding is counted as."""
    fold: str
    form: FormName
    exact: bool
    slot: Slot | None = None
    slot_first: bool = True
    """Whether the slot stands before the words."""


_FORMS = {form: chr(ord("a") + i) for i, form in enumerate(FormName)}
_SLOTS: dict[tuple[Slot | None, bool], str] = {(None, True): "-"} | {
    (slot, first): letter.upper() if first else letter
    for slot, letter in ((Slot.NATION, "n"), (Slot.NAME, "a"), (Slot.WORD, "w"))
    for first in (True, False)
}
_FORM_OF = {letter: form for form, letter in _FORMS.items()}
_SLOT_OF = {letter: slot for slot, letter in _SLOTS.items()}


@dataclass(frozen=True, slots=True)
class Surfaces:
    """Every surface of one variant in little room; a term is made of one when a text has it."""

    texts: tuple[str, ...]
    codes: str
    """Three letters for each: its form, its slot, which of the variant's texts it is of."""

    @property
    def sound(self) -> bool:
        """Whether the codes are ones that `surfaces` writes, whatever variant they are for."""
        return (
            len(self.codes) == 3 * len(self.texts)
            and _FORM_OF.keys() >= set(self.codes[::3])
            and _SLOT_OF.keys() >= set(self.codes[1::3])
        )

    def term(self, variant: Variant, number: int) -> Term:
        """Return surface `number` as a term of `variant`."""
        text = self.texts[number]
        form, slot, of = (self.codes[3 * number + i] for i in range(3))
        base = split_slot(variant.texts[ord(of)])[0].replace("*", "")
        return Term(text, base, fold(text), _FORM_OF[form], variant.case is Case.EXACT, *_SLOT_OF[slot])


def surfaces(variant: Variant) -> Surfaces:
    """Return the surfaces of `variant` in the order of `terms`."""
    found = terms(variant)
    of = {split_slot(text)[0].replace("*", ""): i for i, text in reversed(list(enumerate(variant.texts)))}
    codes = (_FORMS[t.form] + _SLOTS[t.slot, t.slot_first] + chr(of[t.base]) for t in found)
    return Surfaces(tuple(t.text for t in found), "".join(codes))


class PatternError(ValueError):
    """A pattern that the language does not have; the message key's last part is its argument."""


def terms(variant: Variant) -> tuple[Term, ...]:
    """Return every surface of `variant`, each once."""
    found: dict[tuple[str, Slot | None, bool], Term] = {}
    written = [(text, text) for text in variant.texts]
    if variant.spellings:
        written = [(other, text) for text in variant.texts for other in spellings([text])]
    for text, original in written:
        bare, slot, first = split_slot(text)
        base = split_slot(original)[0].replace("*", "")
        for form, surface in inflected(bare, variant.inflect):
            found.setdefault(
                (surface, slot, first),
                Term(surface, base, fold(surface), form, variant.case is Case.EXACT, slot, first),
            )
    return tuple(found.values())


def split_slot(text: str) -> tuple[str, Slot | None, bool]:
    """Return the words of a pattern, its slot, whether the slot stands first; PatternError where it is malformed."""
    slots = _SLOT.findall(text)
    if not slots:
        if "{" in text or "}" in text:
            raise PatternError("slot")
        return text, None, True
    if len(slots) > 1 or slots[0] not in Slot.__members__:
        raise PatternError("slot")
    marker = "{" + slots[0] + "}"
    if text.startswith(marker + "-") and len(text) > len(marker) + 1:
        return text[len(marker) + 1 :], Slot(slots[0]), True
    if text.endswith("-" + marker) and len(text) > len(marker) + 1:
        return text[: -len(marker) - 1], Slot(slots[0]), False
    raise PatternError("slot_place")


_BEFORE = re.compile(r"(?:^|(?<=[^\w.]))((?:[^\W\d_]\.){2,}|[^\W_][\w’']*)[" + HYPHENS + r"]$")
_AFTER = re.compile(r"^[" + HYPHENS + r"]((?:[^\W\d_]\.){2,}|[^\W_][\w’']*)")
_REACH = 40
"""Code points looked at for a slot; the longest nation has 24."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot as the text fills it: how far it reaches, what stands there, what it counts as."""

    start: int
    end: int
    printed: str
    counted: str


def fill(term: Term, text: str, start: int, end: int) -> Filled | None:
    """Return what fills the term's slot at this place, or None where nothing suitable does."""
    if term.slot_first:
        window = text[max(0, start - _REACH) : start]
        match = _BEFORE.search(window)
        if match is None:
            return None
        begin = start - len(window) + match.start(1)
        return _suits(term.slot, text, begin, start - 1)
    match = _AFTER.match(text[end : end + _REACH])
    return _suits(term.slot, text, end + 1, end + match.end(1)) if match else None


def _suits(slot: Slot | None, text: str, start: int, end: int) -> Filled | None:
    printed = text[start:end]
    if slot is Slot.WORD:
        return Filled(start, end, printed, printed.lower())
    before = re.search(r"([A-Z]\w+ (?:[A-Z]\w+ )?)$", text[max(0, start - _REACH) : start])
    if before:  # "Saudi Arabia-backed"
        longer = before.group(1) + printed
        counted = nations().find(longer)
        if counted:
            return Filled(start - len(before.group(1)), end, longer, counted)
    counted = nations().find(printed)
    if counted:
        return Filled(start, end, printed, counted)
    if slot is Slot.NAME and printed[:1].isupper():
        return Filled(start, end, printed, printed)
    return None
