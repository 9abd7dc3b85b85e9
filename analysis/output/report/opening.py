"""The plain sentences a report opens with, made from its numbers: what was counted, never what it says of anybody."""

from __future__ import annotations

from ...model import ActorKind, Comparison, Form, SourceCell, Voice
from ..charts.coverage import shared_statements
from ..facts import quoted_shares, read
from ..labels import say, short
from ..numbers import count, percent
from .alike import Contrast, Wording, contrasts_of_one_thing

CONCEPTS = 2
"""Contrasts named in the opening; the charts have the rest."""
SPEAKERS = 3
"""Speakers named that every outlet hears."""
BY_NAME = 6
"""Outlets named in one contrast at most; the chart has them all."""


def opening(comparison: Comparison, language: str = "en") -> tuple[str, ...]:
    """Return the sentences, each only where there is something to say that can be read in the articles."""
    found = [_size(comparison, language)]
    found += [_choice(contrast, language) for contrast in contrasts_of_one_thing(comparison)[:CONCEPTS]]
    found += [_quoted(comparison, language), _sources(comparison, language), _coverage(comparison, language)]
    return tuple(sentence for sentence in found if sentence)


def _size(comparison: Comparison, language: str) -> str:
    counted = [a for a in comparison.analyses if a.article.scored] or list(comparison.analyses)
    groups = read(comparison) or comparison.groups
    days = sorted(a.article.published[:10] for a in counted if a.article.published)
    parts = [
        say(_unit(comparison), language, count=len(groups)),
        say("output.count.articles", language, count=len(counted)),
        say("output.words", language, count=0, words=count(sum(a.document.words for a in counted))),
    ]
    if not days:
        return say("output.opening.size", language, what=", ".join(parts))
    key = "output.opening.size_day" if days[0] == days[-1] else "output.opening.size_days"
    return say(key, language, what=", ".join(parts), first=days[0], last=days[-1])


def _unit(comparison: Comparison) -> str:
    """What is compared: outlets, or groups by another column."""
    by = dict(comparison.provenance.settings).get("group_by", "outlet")
    return "output.count.outlets" if by == "outlet" else "output.count.groups"


def _choice(contrast: Contrast, language: str) -> str:
    named = contrast.wordings[:BY_NAME]
    who = "; ".join(_wrote(wording, language) for wording in named)
    more = len(contrast.wordings) - len(named)
    who += f"; {say('output.and_more', language, count=more)}" if more else ""
    concept = contrast.label[:1].upper() + contrast.label[1:]
    if contrast.referent:
        return say("output.opening.same_referent", language, concept=concept, referent=contrast.referent, who=who)
    return say("output.opening.same_statement", language, concept=concept, who=who)


def _wrote(wording: Wording, language: str) -> str:
    key = "output.opening.wrote" if wording.voice is Voice.NARRATOR else "output.opening.reported"
    used = "output.opening.only_term" if wording.of == 1 else "output.opening.of_terms"
    often = say(used, language, count=wording.count, all=wording.of)
    return say(key, language, outlet=short(wording.label), word=wording.word, often=often)


def _range(values: list[tuple[float, str]]) -> tuple[tuple[float, str], tuple[float, str]] | None:
    """The lowest and the highest of (value, group label); None where they are not two."""
    if len(values) < 2:
        return None
    ordered = sorted(values)
    return ordered[0], ordered[-1]


def _quoted(comparison: Comparison, language: str) -> str:
    """Say how much stands between quotation marks, which can be counted; whose words the rest are is not as sure."""
    shares = quoted_shares(comparison)
    ends = _range([(share, short(g.label)) for g in read(comparison) if (share := shares[g.key]) is not None])
    if ends is None:
        return ""
    (low, least), (high, most) = ends
    if percent(low, 1) == percent(high, 1):
        return ""
    return say("output.opening.quoted", language, low=percent(low, 1), least=least, high=percent(high, 1), most=most)


def _sources(comparison: Comparison, language: str) -> str:
    """Name the persons whom every outlet quotes: that a quotation was found can be read; that none was is no proof."""
    outlets = len(read(comparison))
    persons = {a.name for one in comparison.analyses for a in one.document.actors if a.kind is ActorKind.PERSON}
    heard = [
        row
        for row in comparison.sources
        if row.speaker in persons and outlets > 1 and sum(map(_is_quoted, row.cells)) == outlets
    ]
    heard.sort(key=lambda row: (-sum(cell.words for cell in row.cells), row.speaker))
    if not heard:
        return ""
    names = ", ".join(row.speaker for row in heard[:SPEAKERS])
    more = len(heard) - SPEAKERS
    names += f" {say('output.and_more', language, count=more)}" if more > 0 else ""
    return say("output.opening.heard", language, names=names)


def _is_quoted(cell: SourceCell) -> bool:
    forms = dict(cell.forms)
    return bool(forms.get(Form.DIRECT, 0) + forms.get(Form.MIXED, 0))


def _coverage(comparison: Comparison, language: str) -> str:
    """Say how many statements several outlets tell; what one alone tells, or all, is not known well enough."""
    shared = len(shared_statements(comparison))
    if len(read(comparison)) < 2 or not shared:
        return ""
    return say("output.opening.coverage", language, count=shared, shared=count(shared))
