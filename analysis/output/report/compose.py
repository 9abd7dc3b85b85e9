"""From a comparison to the outline of its report."""

from __future__ import annotations

from collections.abc import Iterator

from ...messages import render
from ...model import Comparison
from ..facts import read
from ..labels import say, short
from .articles import article_list, articles
from .methods import methods
from .opening import opening
from .outline import Element, Heading, Outline, Profile
from .overview import overview
from .reader import agency, loaded
from .sections import coverage, sentiment, sources, vocabulary, voices, words
from .title import title_of

LIMITS = 10
"""Notes shown on the first page; with forty outlets there may be hundreds, and the rest is counted."""


def compose(comparison: Comparison, profile: Profile = Profile.FULL, language: str = "en") -> Outline:
    """Return everything the report says."""
    notes = [render(note, language) for note in comparison.notes]
    if len(notes) > LIMITS:
        notes = [*notes[:LIMITS], say("output.more_notes", language, count=len(notes) - LIMITS)]
    return Outline(
        title=title_of(comparison, language),
        subtitle=_subtitle(comparison, language),
        profile=profile,
        language=language,
        opening=opening(comparison, language),
        opening_title=say("output.heading.opening", language),
        limits=tuple(notes),
        limits_title=say("output.heading.limits", language),
        elements=tuple(_elements(comparison, profile, language)),
        contents=say("output.heading.contents", language) if profile is not Profile.HANDOUT else "",
        program=f"Parallax {comparison.provenance.program}",
        page=say("output.page", language, page="{page}", pages="{pages}"),
        overview=overview(comparison, language),
    )


def _subtitle(comparison: Comparison, language: str) -> str:
    labels = [short(group.label) for group in read(comparison) or comparison.groups]
    shown, more = labels[:6], len(labels) - 6
    names = ", ".join(shown) + (f" {say('output.and_more', language, count=more)}" if more > 0 else "")
    return say("output.subtitle", language, outlets=names) if len(labels) > 1 else names


def _elements(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    parts = {
        "words": words(comparison, profile, language),
        "voices": voices(comparison, profile, language),
        "sources": sources(comparison, profile, language),
        "agency": agency(comparison, profile, language),
        "loaded": loaded(comparison, profile, language),
        "sentiment": sentiment(comparison, profile, language),
    }
    if len(read(comparison)) > 1:  # With nothing beside it, nothing is told or not told.
        parts["coverage"] = coverage(comparison, profile, language)
        parts["vocabulary"] = vocabulary(comparison, profile, language)
    if profile is Profile.HANDOUT:
        yield from methods(comparison, profile, language)  # on the first page, which has the room
    else:
        yield Heading(say("output.heading.list", language))
        yield article_list(comparison, language)
    for name, elements in parts.items():
        found = list(elements)
        if found:
            yield Heading(say(f"output.heading.{name}", language))
            yield from found
    if profile is Profile.FULL:
        yield Heading(say("output.heading.articles", language))
        yield from articles(comparison, language)
    if profile is not Profile.HANDOUT:
        yield Heading(say("output.heading.methods", language))
        yield from methods(comparison, profile, language)
