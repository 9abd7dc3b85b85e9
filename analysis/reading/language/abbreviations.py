"""Abbreviations of English news, by what a stop after them can mean."""

from __future__ import annotations

from ..english.tables import words
from ..english.titles import shortened

_DATES = frozenset(word.capitalize() for word in words("calendar.days") | words("calendar.months"))
_SHORT = frozenset(word.capitalize() for word in words("calendar.days_short") | words("calendar.months_short"))

NEVER_LAST = shortened() | words("language.never_last")
"""Titles and the like: a name follows, so the stop never ends a sentence."""

BEFORE_NUMBER = words("language.before_number")
"""The stop ends no sentence when a number follows."""

MAYBE_LAST = _SHORT | words("language.maybe_last")
"""The stop may end a sentence: only when the next word is one that opens sentences."""

OPENERS = words("language.openers")
"""Words that open sentences and seldom follow an abbreviation within one."""

CLOCK = words("language.clock")
AFTER_CLOCK = _DATES | _SHORT | words("language.after_clock")
"""What follows "9 a.m." within a sentence."""
