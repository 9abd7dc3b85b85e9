"""Sentences for people, written late: the engine passes a key and its arguments, whoever shows it renders it.

English stands here, a module of templates for each room and each analyzer; a translation is a gettext catalogue
`resources/i18n/LANG/LC_MESSAGES/parallax.mo` whose msgids are these templates.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ..visible import visible

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"

Template = str | tuple[str, str]
"""A sentence with {named} places; a pair is (singular, plural), chosen by the argument `count`."""
Argument = str | int | float | None


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be rendered later: `key` names its template, `args` fill it, in a fixed order."""

    key: str
    args: tuple[tuple[str, Argument], ...] = ()


def message(key: str, **args: Argument) -> Message:
    """Return the message `key` with its arguments."""
    return Message(key, tuple(sorted(args.items())))


def printable(msg: Message) -> Message:
    """Return `msg` with what is hidden in its arguments made visible: they may hold names and words from outside."""
    return Message(msg.key, tuple((name, visible(v) if isinstance(v, str) else v) for name, v in msg.args))


@dataclass(frozen=True, slots=True)
class Label:
    """A fixed string of the interface in a table of a module: `text` looks it up each time it is shown."""

    english: str


@cache
def templates() -> Mapping[str, Template]:
    """Return every template by key."""
    found: dict[str, Template] = {}
    for room in iter_modules(__path__):
        found.update(import_module(f".{room.name}", __package__).TEMPLATES)
    return found


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("parallax", I18N, languages=[language], fallback=True)


def render(msg: Message, language: str = "en") -> str:
    """Return the sentence in `language`, in English where it has no translation."""
    template = templates()[msg.key]
    args = dict(msg.args)
    catalogue = _catalogue(language)
    if isinstance(template, tuple):
        count = args.get("count")
        pattern = catalogue.ngettext(*template, int(count or 0))
    else:
        pattern = catalogue.gettext(template)
    return pattern.format(**args)


def text(words: str | Label, language: str = "en") -> str:
    """Return a fixed string of the interface in `language`, in English where it has no translation."""
    return _catalogue(language).gettext(words.english if isinstance(words, Label) else words)
