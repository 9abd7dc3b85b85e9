"""What kind of speaker a description means, by its role words."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from ...model import SpeakerKind
from ..language import word_key
from .cues import RESOURCES

_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[\w.])?")


@cache
def _tables() -> tuple[dict[str, SpeakerKind], dict[str, SpeakerKind], frozenset[str], frozenset[str]]:
    data = tomllib.loads((RESOURCES / "speaker_kinds.toml").read_text(encoding="utf-8"))

    def table(name: str) -> dict[str, SpeakerKind]:
        return {word: SpeakerKind(kind) for kind, words in data[name].items() for word in words}

    return table("phrases"), table("words"), frozenset(data["issued"]["words"]), frozenset(data["acronyms"]["words"])


def kind_of(description: str) -> SpeakerKind | None:
    """Return the kind that the words of `description` give, or None.

    An unnamed source stays unnamed whatever it is close to; else the head of the phrase decides: the last role word
    before its first preposition, then any role word.
    """
    phrases, words, _, acronyms = _tables()
    printed = [w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(description)]
    found = [word_key(w) if w.isupper() or word_key(w) not in acronyms else "" for w in printed]
    head = _head(found)
    if any(words.get(w) is SpeakerKind.UNNAMED for w in head):
        return SpeakerKind.UNNAMED
    for part in (head, [] if _for_another(found, head) else found):
        pairs = [" ".join(part[i : i + n]) for n in (3, 2) for i in range(len(part))]
        for pair in pairs:
            if pair in phrases:
                return phrases[pair]
        for word in reversed(part) if part is head else part:
            if word in words or word.rstrip(".") in words:
                return words.get(word) or words[word.rstrip(".")]
    return None


def _for_another(words: list[str], head: list[str]) -> bool:
    """Whether what follows the head names somebody else: a lawyer for fishermen is no fisherman, a spokesman is."""
    follows = words[len(head) : len(head) + 1]
    return follows == ["for"] and not any(word.startswith(("spokes", "representative")) for word in head)


def _head(words: list[str]) -> list[str]:
    for i, word in enumerate(words):
        if i and (word.endswith("ed") or word in _HEAD_ENDS):
            return words[:i]
    return words


_HEAD_ENDS = frozenset(("of", "in", "for", "from", "at", "with", "who", "which", "close", "on", "by", "to", "familiar"))


@cache
def _first_names() -> dict[str, str]:
    data = tomllib.loads((RESOURCES / "names.toml").read_text(encoding="utf-8"))
    return dict.fromkeys(data["women"], "f") | dict.fromkeys(data["men"], "m")


def first_name_gender(name: str) -> str:
    """Return "f" or "m" for a full name with a common first name, else ""."""
    first, *rest = name.split() or [""]
    return _first_names().get(first, "") if rest else ""


@cache
def _bodies() -> frozenset[str]:
    data = tomllib.loads((RESOURCES / "names.toml").read_text(encoding="utf-8"))
    return frozenset(data["organization_words"])


def is_body(word: str) -> bool:
    """Whether `word` names a body, not a person's role."""
    return word in _bodies()


def issued(word: str) -> bool:
    """Whether `word` names a document that speaks for whoever issued it."""
    return word in _tables()[2]
