"""English forms by rule and table."""

from __future__ import annotations

import pytest

from analysis.reading.lexicons import Inflect
from analysis.reading.lexicons.inflection import inflected

VERBS = [
    ("liberate", "liberate liberates liberated liberating"),
    ("free", "free frees freed freeing"),
    ("occupy", "occupy occupies occupied occupying"),
    ("stop", "stop stops stopped stopping"),
    ("raid", "raid raids raided raiding"),
    ("crush", "crush crushes crushed crushing"),
    ("take", "take takes took taken taking"),
    ("overrun", "overrun overruns overran overrun overrunning"),
    ("flee", "flee flees fled fleeing"),
    ("die", "die dies died dying"),
    ("quit", "quit quits quit quitting"),
    ("be", "be are is was were been being"),
    ("fall to", "fall to|falls to|fell to|fallen to|falling to"),
    ("lay down arms", "lay down arms|lays down arms|laid down arms|laying down arms"),
    ("cancel", "cancel cancels cancelled canceled cancelling canceling"),
]
NOUNS = [
    ("militant", "militant militants"),
    ("gunman", "gunman gunmen"),
    ("ally", "ally allies"),
    ("proxy", "proxy proxies"),
    ("crisis", "crisis crises"),
    ("clash", "clash clashes"),
    ("oligarch", "oligarch oligarchs"),
    ("hostage", "hostage hostages"),
    ("freedom fighter", "freedom fighter|freedom fighters"),
    ("soldier* of fortune", "soldier of fortune|soldiers of fortune"),
]
ADJECTIVES = [
    ("brutal", "brutal brutaler brutalest"),
    ("bloody", "bloody bloodier bloodiest"),
    ("big", "big bigger biggest"),
]


@pytest.mark.parametrize(
    ("word", "expected", "inflect"),
    [(*case, Inflect.VERB) for case in VERBS]
    + [(*case, Inflect.NOUN) for case in NOUNS]
    + [(*case, Inflect.ADJECTIVE) for case in ADJECTIVES],
)
def test_forms_of_a_word(word: str, expected: str, inflect: Inflect) -> None:
    wanted = set(expected.split("|") if "|" in expected else expected.split(" "))
    assert {form for _, form in inflected(word, inflect)} == wanted
