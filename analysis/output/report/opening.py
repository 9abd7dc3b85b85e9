"""The plain sentences a report opens with, made from its numbers: what was counted, never what it says of anybody."""

from __future__ import annotations

from ...model import Comparison, Voice
from ..charts.coverage import shared_statements
from ..coverage import told_by
from ..facts import read, voice_shares
from ..labels import say, short
from ..numbers import count, percent
from .alike import Contrast, Wording, contrasts_of_one_thing

CONCEPTS = 2
"""Contrasts named in the opening; the charts have the rest."""
BY_NAME = 6
"""Outlets named in one contrast at most; the chart has them all."""


def opening(comparison: Comparison, language: str = "en") -> tuple[str, ...]:
    """Return the sentences, each only where there is something to say that can be read in the articles."""
    found = [_size(comparison, language)]
    found += [_choice(contrast, language) for contrast in contrasts_of_one_thing(comparison)[:CONCEPTS]]
    found += [_voices(comparison, language), _sources(comparison, language), _coverage(comparison, language)]
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


def _voices(comparison: Comparison, language: str) -> str:
    shares = voice_shares(comparison)
    values = []
    for group in comparison.groups:
        words = {voice: share.words for voice, share in shares[group.key].items()}
        if sum(words.values()):
            values.append((words[Voice.NARRATOR] / sum(words.values()), short(group.label)))
    ends = _range(values)
    if ends is None:
        return ""
    (low, least), (high, most) = ends
    return say("output.opening.voices", language, low=percent(low, 1), least=least, high=percent(high, 1), most=most)


def _sources(comparison: Comparison, language: str) -> str:
    """Say who is given most words; only of speakers with a name, since "officials" may be others in each article."""
    words = {i: sum(c.words for c in row.cells) for i, row in enumerate(comparison.sources)}
    named = [i for i, row in enumerate(comparison.sources) if row.named and words[i]]
    if not named:
        return ""
    first = max(named, key=lambda i: (words[i], -i))
    row, outlets = comparison.sources[first], len(read(comparison))
    groups = sum(1 for cell in row.cells if cell.attributions)
    return say(
        "output.opening.sources" if outlets > 1 else "output.opening.sources_alone",
        language, speaker=row.speaker, words=count(words[first]),
        share=percent(words[first], sum(words.values())), groups=groups, all=outlets,
    )  # fmt: skip


def _coverage(comparison: Comparison, language: str) -> str:
    """Say how many statements several outlets tell; what one tells alone is not known well enough to be counted."""
    outlets = len(read(comparison))
    if outlets < 2 or not comparison.statements:
        return ""
    told, shared_ones = told_by(comparison), shared_statements(comparison)
    shared, everywhere = len(shared_ones), sum(told[s.id] == outlets for s in shared_ones)
    if not shared:
        return ""
    if outlets == 2:
        return say("output.opening.coverage_two", language, count=shared, shared=count(shared))
    in_all = count(everywhere) if everywhere else say("output.none", language)
    return say("output.opening.coverage", language, count=shared, shared=count(shared), all=in_all)
