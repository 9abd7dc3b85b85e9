"""How the figures were made: what a reader needs to judge them and to make them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...messages import Argument, render
from ...model import Anchor, Comparison
from ...thresholds import LIKELIEST_WORD, LOADED_SENTENCE, LOADED_WORD
from ..charts import Column, Table
from ..labels import say, short
from ..numbers import decimal, percent
from .contrasts import NOTABLE
from .opposed import OPPOSED
from .outline import Bullets, Element, Grid, Heading, Paragraph, Profile
from .reader import was_read

POINTS = ("framing", "one_thing", "contrasts", "voice", "attribution", "sentiment", "coverage", "keyness", "numbers")
READER_POINTS = ("valence", "loaded", "agency")
DIGEST = 16
"""Characters of a digest on paper; JSON and the tables have it whole."""


def methods(comparison: Comparison, profile: Profile, language: str) -> Iterator[Element]:
    """Yield what was counted, then versions, settings, digests and the user's decisions."""
    yield Paragraph(say("output.methods.intro", language), quiet=profile is Profile.HANDOUT)
    if profile is Profile.HANDOUT:
        return
    yield Bullets(tuple(_points(comparison, language)))
    yield from _figures(comparison, language)
    yield Heading(say("output.heading.versions", language), 2)
    yield Grid("", _versions(comparison, language), (1, 5))
    if profile is Profile.FULL:
        yield Heading(say("output.heading.digests", language), 2)
        yield Grid(say("output.caption.digests", language), _digests(comparison, language), (1.6, 2.6, 1.6, 1.6))
    if comparison.provenance.decisions:
        yield Heading(say("output.heading.decisions", language), 2)
        yield Grid(say("output.caption.decisions", language), _decisions(comparison, language), (1, 3, 2, 1))


def _points(comparison: Comparison, language: str) -> Iterator[str]:
    """Yield a sentence or two on each method, those of the Reader where it was at work."""
    read = was_read(comparison)
    shown = {"sentence": LOADED_SENTENCE, "word": LOADED_WORD, "likeliest": LIKELIEST_WORD}
    thresholds = {name: percent(value, 1) for name, value in shown.items()}
    version = (comparison.provenance.model or "").partition(" ")[0] or "–"
    yield say("output.methods.reader" if read else "output.methods.rules", language, version=version)
    arguments: dict[str, dict[str, Argument]] = {"contrasts": {"references": NOTABLE, "opposed": decimal(OPPOSED, 2)}}
    for point in POINTS:
        spoken = f"{point}_reader" if read and point == "attribution" else point
        yield say(f"output.methods.{spoken}", language, **arguments.get(point, {}))
        if read and point == "sentiment":
            for own in READER_POINTS:
                yield say(f"output.methods.{own}", language, **(thresholds if own == "loaded" else {}))
    for info in comparison.analyzers:
        if not info.section:
            what, explained = render(info.label, language), render(info.explained, language)
            yield say("output.methods.marked", language, what=what, explained=explained)


def _figures(comparison: Comparison, language: str) -> Iterator[Element]:
    """Yield the figures that the model's card gives for each head, where it gives any."""
    figures = {head: value for a in comparison.analyses for head, value in a.method.figures}
    rows = tuple((head, f"{value:.2f}") for head, value in figures.items())
    if rows:
        yield Heading(say("output.heading.figures", language), 2)
        yield Grid(say("output.caption.figures", language), Table(_columns(language, "head", "figure"), rows), (4, 1))


def _columns(language: str, *names: str) -> tuple[Column, ...]:
    return tuple(Column(say(f"output.column.{name}", language)) for name in names)


def _versions(comparison: Comparison, language: str) -> Table:
    found = comparison.provenance
    rows = [
        ("program", (("Parallax", found.program),)),
        ("lexicon", tuple((name, digest[:DIGEST]) for name, digest in found.lexicons)),
        ("model", (_model(found.model) or (say("output.what.no_model", language), ""),)),
        ("package", found.packages),
        ("setting", tuple((name, value or "–") for name, value in found.settings)),
    ]
    shown = tuple((say(f"output.what.{what}", language), _listed(pairs)) for what, pairs in rows)
    return Table(_columns(language, "what", "value"), shown)


def _model(model: str | None) -> tuple[str, str] | None:
    """Return the Reader's version and the beginning of its digest."""
    if model is None:
        return None
    version, _, digest = model.partition(" ")
    return version, digest[:DIGEST]


def _listed(pairs: Sequence[tuple[str, str]]) -> str:
    """Return names with their values; a name and its value stay on one line."""
    return ", ".join("\u00a0".join(part for part in pair if part) for pair in pairs)


def _digests(comparison: Comparison, language: str) -> Table:
    rows = tuple(
        (short(a.article.label), a.article.source, a.article.sha256[:DIGEST], a.article.text_sha256[:DIGEST])
        for a in comparison.analyses
    )
    return Table(_columns(language, "outlet", "source", "sha256", "text_sha256"), rows)


def _decisions(comparison: Comparison, language: str) -> Table:
    rows = tuple(
        (say(f"output.verdict.{d.verdict}", language), _anchored(d.anchor), d.note, d.by)
        for d in comparison.provenance.decisions
    )
    return Table(_columns(language, "decision", "passage", "note", "by"), rows)


def _anchored(anchor: Anchor) -> str:
    return f"…{anchor.prefix}[{anchor.exact}]{anchor.suffix}…"
