"""The analyzers, in the order in which they are shown. A new one is a module, a line here, and gold cases."""

from __future__ import annotations

from functools import cache

from .base import Analyzer, AnalyzerInfo, SearchesLexicons

__all__ = ["Analyzer", "AnalyzerInfo", "SearchesLexicons", "registry"]


@cache
def registry() -> tuple[Analyzer, ...]:
    """Return the analyzers; the lexicons are loaded on the first call."""
    from .agency import AgencyAnalyzer
    from .framing import FramingAnalyzer
    from .loaded import LoadedAnalyzer
    from .sentiment import SentimentAnalyzer

    return (FramingAnalyzer(), SentimentAnalyzer(), LoadedAnalyzer(), AgencyAnalyzer())
