"""Failures that a user can do something about: each is one sentence saying what, where and what to try."""

from __future__ import annotations

from .messages import Message, render
from .visible import visible


class ParallaxError(Exception):
    """A failure with a sentence for the user; `where` is the file, address or row it is about."""

    def __init__(self, message: Message, where: str = "") -> None:
        super().__init__(message, where)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        sentence = render(self.message)
        return f"{visible(self.where)}: {sentence}" if self.where else sentence


class SourceError(ParallaxError):
    """A source that cannot be read; the others go on."""


class LexiconError(ParallaxError):
    """A lexicon that does not follow the schema; `where` is `file:line`."""


class OutputError(ParallaxError):
    """A result that cannot be written."""
