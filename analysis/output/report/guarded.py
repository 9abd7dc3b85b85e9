"""A report always comes out: a part that fails is named in its place, and the rest is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ...errors import ParallaxError
from ...failures import Failure, part_of_work
from ...messages import render
from ...progress import checked, checkpoint
from .outline import Element, Figure, Grid, Heading, Marked, Paragraph

T = TypeVar("T")


class Guard:
    """Makes parts of a report; those that fail are kept in `failed`."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.failed: list[Failure] = []

    def elements(self, name: str, make: Callable[[], Iterable[Element]], article: str = "") -> list[Element]:
        """Return the elements that `make` yields; where it fails, those before and a paragraph that says so."""
        found: list[Element] = []
        try:
            with part_of_work("report"):
                for element in checked(make()):
                    found.append(element)
        except ParallaxError as error:
            found.append(self._named(name, error, article))
        return found

    def value(self, name: str, make: Callable[[], T], instead: T) -> T:
        """Return what `make` gives; `instead` where it fails."""
        checkpoint()
        try:
            with part_of_work("report"):
                return make()
        except ParallaxError as error:
            self.failed.append(Failure(name, error.message))
            return instead

    def written(self, elements: Sequence[Element], write: Callable[[Element, int], T]) -> list[T]:
        """Return every element as `write` writes it; one that fails as a paragraph that says so."""
        done: list[T] = []
        for i, element in enumerate(checked(elements)):
            try:
                with part_of_work("report"):
                    done.append(write(element, i))
            except ParallaxError as error:
                done.append(write(self._named(name_of(element), error), i))
        return done

    def _named(self, name: str, error: ParallaxError, article: str = "") -> Paragraph:
        self.failed.append(Failure(name, error.message, article))
        return not_made(self.failed[-1], self._language)


def not_made(failure: Failure, language: str) -> Paragraph:
    """Return the paragraph that stands where a part of the report should."""
    said = render(failure.message, language)
    return Paragraph(f"{failure.name}: {said}" if failure.name else said)


def name_of(element: Element) -> str:
    """Return what to call an element of a report, "" where it has no name."""
    match element:
        case Heading(text, _):
            return text
        case Figure() | Marked():
            return element.title
        case Grid():
            return element.caption
        case _:
            return ""
