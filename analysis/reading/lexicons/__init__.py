"""Framing lexicons: contrast sets as data, validated with line numbers, found in one pass.

>>> [str(fault) for fault in check(["my_lexicon.toml"])]      # doctest: +SKIP
>>> load().matcher.find("The army liberated the town.")       # doctest: +SKIP
"""

from __future__ import annotations

from .clauses import Parsed
from .entries import Case, Concept, Guards, Inflect, Lexicon, Role, Syntax, Variant
from .matcher import Entry, Match, Matcher, in_headline
from .schema import check, load_file, parse
from .store import Lexicons, lexicon_files, load

__all__ = [
    "Case",
    "Concept",
    "Entry",
    "Guards",
    "Inflect",
    "Lexicon",
    "Lexicons",
    "Match",
    "Matcher",
    "Parsed",
    "Role",
    "Syntax",
    "Variant",
    "check",
    "in_headline",
    "lexicon_files",
    "load",
    "load_file",
    "parse",
]
