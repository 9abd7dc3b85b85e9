"""From a comparison to the outline of its report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from ...messages import render
from ...model import Comparison
from ..facts import read
from ..labels import say, short
from .articles import article_list, legend
from .guarded import Guard, not_made
from .marked import headings, marked_article
from .marked_passages import marked_section
from .methods import methods
from .opening import opening
from .outline import Element, Heading, Marked, Outline, Paragraph, Profile
from .overview import overview
from .reader import agency, loaded
from .sections import coverage, sentiment, sources, vocabulary, voices, words
from .title import title_of

Make = Callable[[Comparison, Profile, str], Iterable[Element]]
ALWAYS = frozenset({"voices", "sources"})
"""Sections that are about no analyzer's marks."""
MADE_OF = {
    "words": ("failure.naming", "failure.stances"),
    "voices": ("failure.measures",),
    "sources": ("failure.sources", "failure.quotes", "failure.measures"),
    "sentiment": ("failure.measures",),
    "coverage": ("failure.alignment", "failure.wire"),
    "vocabulary": ("failure.wording",),
}
"""Parts of the comparison that a section shows: where one of them failed, the section says so instead."""
LIMITS = 10
"""Notes shown on the first page; with forty outlets there may be hundreds, and the rest is counted."""


@dataclass(frozen=True, slots=True)
class _Part:
    heading: str
    make: Make
    made_of: tuple[str, ...]
    """Failures of the comparison without which there is something to show."""


def compose(comparison: Comparison, profile: Profile = Profile.FULL, language: str = "en") -> Outline:
    """Return everything the report says; a part that fails is named in its place."""
    guard = Guard(language)
    notes = [render(note, language) for note in comparison.notes]
    if len(notes) > LIMITS:
        notes = [*notes[:LIMITS], say("output.more_notes", language, count=len(notes) - LIMITS)]
    opening_title = say("output.heading.opening", language)
    nothing: tuple[str, ...] = ()
    first = guard.value(opening_title, lambda: opening(comparison, language), nothing)
    figures = guard.value(opening_title, lambda: overview(comparison, language), None)
    notes += [not_made(failure, language).text for failure in guard.failed]
    outline = Outline(
        title=title_of(comparison, language),
        subtitle=_subtitle(comparison, language),
        profile=profile,
        language=language,
        opening=first,
        opening_title=opening_title,
        limits=tuple(notes),
        limits_title=say("output.heading.limits", language),
        elements=tuple(_elements(comparison, profile, language, guard)),
        contents=say("output.heading.contents", language) if profile is not Profile.HANDOUT else "",
        program=f"Parallax {comparison.provenance.program}",
        page=say("output.page", language, page="{page}", pages="{pages}"),
        overview=figures,
    )
    return replace(outline, failures=tuple(guard.failed))


def _subtitle(comparison: Comparison, language: str) -> str:
    labels = [short(group.label) for group in read(comparison) or comparison.groups]
    shown, more = labels[:6], len(labels) - 6
    names = ", ".join(shown) + (f" {say('output.and_more', language, count=more)}" if more > 0 else "")
    return say("output.subtitle", language, outlets=names) if len(labels) > 1 else names


def _elements(comparison: Comparison, profile: Profile, language: str, guard: Guard) -> Iterator[Element]:
    parts = dict(_parts(comparison, language))
    heading = {name: part.heading for name, part in parts.items()}
    heading |= {name: say(f"output.heading.{name}", language) for name in ("list", "articles", "methods")}

    def made(name: str, make: Callable[[], Iterable[Element]]) -> list[Element]:
        return guard.elements(heading[name], make)

    if profile is Profile.HANDOUT:
        # On the first page, which has the room.
        yield from made("methods", lambda: methods(comparison, profile, language))
    else:
        yield Heading(heading["list"])
        yield from made("list", lambda: [article_list(comparison, language)])
    missing = {note.key: Paragraph(render(note, language)) for note in comparison.failures}
    for name, part in parts.items():
        failed = [missing[key] for key in part.made_of if key in missing]
        found = failed or made(name, lambda part=part: part.make(comparison, profile, language))  # type: ignore[misc]
        if found:
            yield Heading(heading[name])
            yield from found
    if profile is Profile.FULL:
        yield Heading(heading["articles"])
        yield from made("articles", lambda: [legend(comparison, language)])
        yield from _articles(comparison, language, guard)
    if profile is not Profile.HANDOUT:
        yield Heading(heading["methods"])
        yield from made("methods", lambda: methods(comparison, profile, language))


def sections() -> dict[str, Make]:
    """Return the sections that are written by hand, by the name that an analyzer's info has for its own."""
    return {
        "words": words,
        "voices": voices,
        "sources": sources,
        "agency": agency,
        "loaded": loaded,
        "sentiment": sentiment,
    }


def _parts(comparison: Comparison, language: str) -> Iterator[tuple[str, _Part]]:
    """Yield the sections between the list of articles and the articles themselves, by name.

    Those that are about an analyzer's marks are there where it was at work.
    """
    infos = comparison.analyzers
    by_hand = {info.section for info in infos}
    for name, make in sections().items():
        if name in ALWAYS or name in by_hand:
            yield name, _by_hand(name, make, language)
    for info in infos:
        if not info.section:
            label = render(info.label, language)
            yield info.id, _Part(label, partial(marked_section, info), ("failure.measures",))
    if len(read(comparison)) > 1:  # With nothing beside it, nothing is told or not told.
        yield "coverage", _by_hand("coverage", coverage, language)
        yield "vocabulary", _by_hand("vocabulary", vocabulary, language)


def _by_hand(name: str, make: Make, language: str) -> _Part:
    return _Part(say(f"output.heading.{name}", language), make, MADE_OF.get(name, ()))


def _articles(comparison: Comparison, language: str, guard: Guard) -> Iterator[Element]:
    """Yield every article with its marks; one that fails is named under its heading."""
    unnamed: dict[str, str] = {}
    titles = guard.value("", lambda: headings(comparison), unnamed)
    for analysis in comparison.analyses:
        article = analysis.article
        title = titles.get(article.id, article.label)
        found = guard.elements(
            article.source,
            lambda analysis=analysis, title=title: [marked_article(analysis, title, language)],  # type: ignore[misc]
            article.id,
        )
        if not isinstance(found[0], Marked):
            yield Heading(title, 2)
        yield from found
