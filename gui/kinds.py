"""The kinds of marks that Read can show: what the analyzers mark, and whose words stand where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import analysis
from analysis.messages import Label, Message, render, text
from analysis.method import AnalyzerInfo, Look


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of marks, with its toggle."""

    id: str
    label: Message | Label
    explained: Message | Label
    key: str
    """What switches it in Read."""
    look: Look | None
    """None for quotations, which have bars beside the text."""
    colour_role: str
    shown: bool
    """Whether it is shown before the user says so."""
    needs_reader: bool

    @property
    def title(self) -> str:
        """What its toggle says."""
        return _said(self.label)

    @property
    def tip(self) -> str:
        """What is marked and how."""
        return _said(self.explained)


QUOTES = Kind(
    "quotes",
    Label("Quotes"),
    Label("Whose words: a bar for quoted, a broken bar for reported speech"),
    key="Q",
    look=None,
    colour_role="mark.quote",
    shown=True,
    needs_reader=False,
)


def kinds() -> tuple[Kind, ...]:
    """Return the kinds in the order of their toggles: marks of words, quotations, marks of sentences."""
    return tuple(by_id().values())


def by_id() -> Mapping[str, Kind]:
    """Return the kinds by `Mark.kind`, quotations by "quotes"."""
    return _kinds(analysis.analyzers())


def first_shown() -> frozenset[str]:
    """Return the ids of the kinds that are shown before the user says so."""
    return frozenset(kind.id for kind in kinds() if kind.shown)


@lru_cache(maxsize=1)
def _kinds(infos: tuple[AnalyzerInfo, ...]) -> Mapping[str, Kind]:
    marked = [_kind(info) for info in infos]
    of_words = [kind for kind in marked if kind.look is not Look.SIGN]
    of_sentences = [kind for kind in marked if kind.look is Look.SIGN]
    return {kind.id: kind for kind in (*of_words, QUOTES, *of_sentences)}


def _kind(info: AnalyzerInfo) -> Kind:
    return Kind(
        info.id, info.label, info.explained, info.key, info.look, info.colour_role, info.shown, info.needs_reader
    )


def _said(words: Message | Label) -> str:
    return render(words) if isinstance(words, Message) else text(words)
