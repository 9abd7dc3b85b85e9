"""The analyzers, in the order in which they are shown. A new one is a module, a line here, messages and gold cases."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from ...method import AnalyzerInfo
from .base import Analyzer, SearchesLexicons

__all__ = ["ANALYZERS", "Analyzer", "SearchesLexicons", "infos", "registry"]

ANALYZERS = (
    "framing.FramingAnalyzer",
    "loaded.LoadedAnalyzer",
    "agency.AgencyAnalyzer",
    "sentiment.SentimentAnalyzer",
)
"""Module and class of each."""


@cache
def registry() -> tuple[Analyzer, ...]:
    """Return the analyzers; what they search is loaded when they first mark a document."""
    return tuple(made() for made in _classes())


@cache
def infos() -> tuple[AnalyzerInfo, ...]:
    """Return what each analyzer gives. Cheap: the window asks before it has painted anything."""
    return tuple(made.info for made in _classes())


def _classes() -> tuple[type[Analyzer], ...]:
    places = [name.split(".") for name in ANALYZERS]
    return tuple(getattr(import_module(f".{module}", __package__), made) for module, made in places)
