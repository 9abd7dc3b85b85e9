"""British and American spelling on one form: `resources/english/spellings.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from .inflection import plural, verb_forms
from .tables import choice, pairs, words

_WORD = re.compile(r"[^\W\d_]+")
_ISE = re.compile(r"(\w{3,})i[sz](e|es|ed|er|ers|ing|ation|ations|ational)")


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """Return the American spelling of a lower-case word: "colour" and "color" have one key, "prise" and "prize" two."""
    known = _american().get(word) or pairs("spellings.one_way").get(word)
    if known is not None:
        return known
    found = _our("our").fullmatch(word)
    if found:
        return f"{found['stem']}or{found['rest']}"
    return _with("z", word, "spellings.always_ise")


@lru_cache(maxsize=65536)
def british(word: str) -> str:
    """Return the British spelling of a lower-case word."""
    known = _british().get(word)
    if known is not None:
        return known
    found = _our("or").fullmatch(word)
    if found:
        return f"{found['stem']}our{found['rest']}"
    return _with("s", word, "spellings.always_ize")


def spellings(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases with their other spellings, British and American, each once."""
    found: dict[str, None] = {}
    for phrase in phrases:
        found[phrase] = None
        found[_WORD.sub(lambda match: _as_printed(match.group(), spelling_key), phrase)] = None
        found[_WORD.sub(lambda match: _as_printed(match.group(), british), phrase)] = None
    return tuple(found)


def _as_printed(word: str, spell: Callable[[str], str]) -> str:
    low = word.lower()
    spelled = spell(low)
    if spelled == low:
        return word
    return spelled[0].upper() + spelled[1:] if word[0].isupper() else spelled


def _with(letter: str, word: str, never: str) -> str:
    """Return a word in -ise or -ize with `letter` in that place; as it is where it is among those that never change."""
    found = _ISE.fullmatch(word)
    if found is None or f"{found[1]}i{'s' if letter == 'z' else 'z'}e" in words(never):
        return word
    return f"{found[1]}i{letter}{found[2]}"


@cache
def _our(written: str) -> re.Pattern[str]:
    stems = "|".join(stem.removesuffix("our") for stem in sorted(words("spellings.our")))
    before, after = choice("spellings.our_after"), choice("spellings.our_before")
    rest = f"(?:{after})?" if written == "or" else r"\w*"
    return re.compile(rf"(?P<stem>(?:{before})?(?:{stems})){written}(?P<rest>{rest})")


@cache
def _american() -> Mapping[str, str]:
    """Return American forms by British ones, for what no rule of letters tells."""
    found: dict[str, str] = {}
    for one, other in pairs("spellings.pairs").items():
        found |= {plural(one): plural(other), one: other}
        other_forms = dict(reversed(verb_forms(other)))
        found |= {form: other_forms[name] for name, form in verb_forms(one) if name in other_forms}
    for verb in words("irregular.doubling.sometimes"):
        found |= {f"{verb}{verb[-1]}{end}": f"{verb}{end}" for end in words("spellings.doubled_before")}
    plurals = frozenset(pairs("irregular.nouns").values())  # "analyses" is no verb as often as not
    return {one: other for one, other in found.items() if one != other and one not in plurals}


@cache
def _british() -> Mapping[str, str]:
    """Return British forms by American ones."""
    return {other: one for one, other in reversed(list(_american().items()))}
