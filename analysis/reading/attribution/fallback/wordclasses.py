"""One letter for each class of words: the rules' patterns are written in them."""

from __future__ import annotations

from functools import cache

from ...english.wordclasses import word_classes

DETERMINER, PRONOUN, OBJECT, RELATIVE, SUBORDINATOR = "D", "R", "O", "W", "S"
PREPOSITION, CONJUNCTION, TO, MODAL, AUXILIARY = "P", "C", "T", "M", "X"
ADVERB, NUMBER, NAME, NOUN, VERB, ING, TIME = "B", "U", "K", "N", "V", "G", "Y"
POSSESSIVE, COMMA, STOP, QUOTE, BRACKET, DASH, COLON = "Z", ",", ".", '"', "(", "-", ":"

_LETTERS = {
    "determiner": DETERMINER,
    "pronoun": PRONOUN,
    "object": OBJECT,
    "relative": RELATIVE,
    "subordinator": SUBORDINATOR,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "to": TO,
    "modal": MODAL,
    "auxiliary": AUXILIARY,
    "adverb": ADVERB,
    "time": TIME,
    "number": NUMBER,
}


@cache
def closed_class() -> dict[str, str]:
    """Return the letter of every closed-class word."""
    return {word: _LETTERS[name] for word, name in word_classes().items()}
