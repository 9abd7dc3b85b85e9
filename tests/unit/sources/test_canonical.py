"""The canonical form of a text."""

from __future__ import annotations

import pytest

from analysis import ReadSettings
from analysis.sources.build import build
from analysis.sources.canonical import _TABLE, canonical, one_line
from analysis.sources.draft import Block, Draft, Meta

CASES = {
    "Windows and old Mac line ends": ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    "a byte order mark and a soft hyphen": ("\ufeffcease\u00adfire", "ceasefire"),
    "spaces of every width": ("ten\u00a0men\u2009and\u3000more", "ten men and more"),
    "zero-width spaces and marks of direction": ("free\u200bdom \u202afight\u202cers", "freedom fighters"),
    "the joiner that Persian spells with": ("می\u200cشود", "می\u200cشود"),
    "white space at the ends of lines": ("  one  \n\ttwo\t\n", "one\ntwo"),
    "runs of blank lines": ("one\n\n\n \n\ntwo", "one\n\ntwo"),
    "control characters": ("on\x00e\x1b[0m", "one[0m"),
    "printers' ligatures": ("\ufb01rst o\ufb03cers sti\ufb04ed", "first officers stiffled"),
    "letters of languages that look like ligatures": ("œuvre, Ægir, ijs", "œuvre, Ægir, ijs"),
    "decomposed letters": ("Orle\u0301ans", "Orl\u00e9ans"),
    "line and paragraph separators": ("one\u2028two\u2029three", "one\ntwo\n\nthree"),
    "half of a surrogate pair": ("broken \ud83d end", "broken \ufffd end"),
    "nothing": (" \n\t\n ", ""),
}


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES.keys())
def test_canonical_form(raw: str, expected: str) -> None:
    assert canonical(raw) == expected


def test_quotation_marks_and_dashes_stay_as_printed() -> None:
    printed = "“One” ‘two’ «three» „four“ ''five'' \"six\" – — ― -- …"
    assert canonical(printed) == printed


def test_a_title_is_one_line() -> None:
    assert one_line("  Town\n\nfalls \u00a0 again ") == "Town falls again"


def test_a_title_with_control_characters_opens_a_canonical_text() -> None:
    draft = Draft(
        "", "0" * 64, blocks=(Block("The port was closed on Monday."),), meta=Meta(title="Cranes\x01 \x02fall")
    )
    article = build(draft, ReadSettings())

    assert article.text == canonical(article.text) == "Cranes fall\n\nThe port was closed on Monday."


def test_whatever_the_table_names_is_changed_within_a_line_of_plain_letters_too() -> None:
    """Lines that are printable as they stand take a short way."""
    for code, plain in _TABLE.items():
        plain = "\n" if chr(code) in "\r\v\f\x85" else plain
        assert canonical(f"a{chr(code)}b") == f"a{plain or ''}b"
