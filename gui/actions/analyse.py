"""The Analyse menu: start and stop the analysis, what is counted."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.messages import text as tr

from .. import commands
from ..parts import Parts
from .spec import ActionSpec, has_articles


def _toggle_wire(parts: Parts) -> None:
    commands.set_exclude_wire(parts.session, not parts.session.settings.exclude_wire)


def _toggle_kinds(parts: Parts) -> None:
    commands.set_mix_kinds(parts.session, not parts.session.settings.mix_kinds)


def specs() -> Iterable[ActionSpec]:
    """Yield the actions of the Analyse menu; what is compared with what stands in `grouping`."""
    spec, here = ActionSpec, ("analyse",)
    yield spec("again", here, tr("&Analyse again"), lambda p: p.pipeline.analyse_again(), ("F5",), has_articles)
    yield spec(
        "resume",
        here,
        tr("&Go on where it stopped"),
        lambda p: p.pipeline.resume(),
        ("Shift+F5",),
        lambda p: p.pipeline.incomplete,
    )
    yield spec(
        "stop",
        here,
        tr("&Stop the work in the background"),
        lambda p: p.jobs.cancel(),
        ("Ctrl+.",),
        lambda p: bool(p.jobs.running),
    )
    yield spec(
        "wire",
        here,
        tr("Leave out agency &copy that outlets share"),
        _toggle_wire,
        enabled=has_articles,
        checked=lambda p: p.session.settings.exclude_wire,
        group="how",
    )
    yield spec(
        "kinds",
        here,
        tr("&Mix kinds of article in figures of own voices"),
        _toggle_kinds,
        enabled=has_articles,
        checked=lambda p: p.session.settings.mix_kinds,
        group="how",
    )
