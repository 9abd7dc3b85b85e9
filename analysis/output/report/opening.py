"""The plain sentences a report opens with, made from its numbers: what was counted, never what it says of anybody."""

from __future__ import annotations

from collections import Counter

from ...model import Comparison, NamingCell, NamingRow, Voice
from ..facts import figures, read, voice_shares
from ..labels import say, short
from ..numbers import count, decimal, percent
from .contrasts import notable, telling, variants
from .opposed import Opposition, oppositions

CONCEPTS = 2
"""Contrasts named in the opening; the charts have the rest."""
VARIANTS, MANY = 2, 3
"""Variants named of each outlet with their voices; with more than MANY outlets, the one that sets each apart."""
BY_NAME = 6
"""Up to so many outlets each is named; beyond, the sentence says how many chose what."""


def opening(comparison: Comparison, language: str = "en") -> tuple[str, ...]:
    """Return the sentences, each only where there is something to say."""
    found = [_size(comparison, language)]
    found += [_choice(comparison, row, language) for row in notable(comparison)[:CONCEPTS]]
    found += [_voices(comparison, language), _sources(comparison, language), _tone(comparison, language)]
    found.append(_coverage(comparison, language))
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


def _choice(comparison: Comparison, row: NamingRow, language: str) -> str:
    labels = {group.key: short(group.label) for group in comparison.groups}
    used, opposed = [cell for cell in row.cells if cell.uses], oppositions(comparison).get(row.id)
    if len(used) <= BY_NAME:
        brief = len(used) > MANY
        who = "; ".join(
            say(
                "output.opening.wrote",
                language,
                outlet=labels[cell.group],
                words=_words(row, cell, opposed, brief, language),
            )
            for cell in used
        )
        return say("output.opening.choice", language, concept=_capital(row.label), who=who)
    by: Counter[str] = Counter(variant for cell in used for variant in {u.variant for u in cell.uses})
    widest = sorted(by.items(), key=lambda item: (-item[1], item[0]))[:BY_NAME]
    what = "; ".join(say("output.opening.variant", language, variant=v, count=n) for v, n in widest)
    return say("output.opening.choice_many", language, concept=_capital(row.label), count=len(used), what=what)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _words(row: NamingRow, cell: NamingCell, opposed: Opposition | None, brief: bool, language: str) -> str:
    """The variant that sets the outlet apart, of all its references; in full, the most used with their voices."""
    if brief:
        variant, n = telling(row, cell, opposed)
        return say("output.opening.of_all", language, variant=variant, count=n, all=cell.opportunities)
    ordered = list(variants(cell).items())
    named = [f"“{variant}” ({_by_voice(voices, language)})" for variant, voices in ordered[:VARIANTS]]
    more = len(ordered) - len(named)
    return ", ".join(named) + (f" + {say('output.opening.other_variants', language, count=more)}" if more else "")


def _by_voice(voices: Counter[Voice], language: str) -> str:
    return ", ".join(
        say(f"output.opening.in_{voice}", language, count=voices[voice])
        for voice in (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)
        if voices[voice]
    )


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
    speakers = [(sum(c.words for c in row.cells), row) for row in comparison.sources]
    if not speakers:
        return ""
    words, row = max(speakers, key=lambda pair: pair[0])
    groups = sum(1 for cell in row.cells if cell.attributions)
    total = sum(w for w, _ in speakers)
    key = "output.opening.sources" if len(read(comparison)) > 1 else "output.opening.sources_alone"
    return say(
        key, language, speakers=len(speakers), speaker=row.speaker, words=count(words),
        share=percent(words, total), groups=groups, all=len(read(comparison)),
    )  # fmt: skip


def _tone(comparison: Comparison, language: str) -> str:
    labels = {group.key: short(group.label) for group in comparison.groups}
    values = [
        (m.value, labels[key])
        for key, measures in figures(comparison, "sentiment_mean").items()
        for m in measures
        if m.value is not None and dict(m.dimensions) == {"group": key, "voice": str(Voice.NARRATOR)}
    ]
    ends = _range(values)
    if ends is None:
        return ""
    (low, least), (high, most) = ends
    return say(
        "output.opening.tone", language, low=decimal(low, signed=True), least=least, high=decimal(high, signed=True),
        most=most,
    )  # fmt: skip


def _coverage(comparison: Comparison, language: str) -> str:
    outlets = len(read(comparison))
    if outlets < 2 or not comparison.statements:
        return ""
    group_of = {article: g.key for g in comparison.groups for article in g.articles}
    breadth = [len({group_of[m.article] for m in s.members}) for s in comparison.statements]
    shared, single = sum(n > 1 for n in breadth), sum(n == 1 for n in breadth)
    everywhere = sum(n == outlets for n in breadth)
    in_all = count(everywhere) if everywhere else say("output.none", language)
    return say(
        "output.opening.coverage", language, count=shared, shared=count(shared), all=in_all, single=count(single)
    )
