"""What a re-run needs to come to the same result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from importlib import metadata

from ..method import AnalyzerInfo
from ..model import Decision, Provenance
from ..settings import CompareSettings

PACKAGES = (
    "ahocorasick-rs", "numpy", "onnxruntime", "rapidfuzz", "scikit-learn", "scipy", "simplemma", "tokenizers",
    "vaderSentiment",
)  # fmt: skip
"""Those whose version can change a figure."""


def provenance(
    settings: CompareSettings,
    decisions: Sequence[Decision],
    lexicons: Sequence[tuple[str, str]],
    model: str | None = None,
    analyzers: Sequence[AnalyzerInfo] = (),
) -> Provenance:
    """Return versions, digests, settings and decisions; `model` names the Reader, None where rules answered alone."""
    from .. import __version__

    return Provenance(
        program=__version__,
        lexicons=tuple(sorted(lexicons)),
        model=model,
        packages=packages(),
        settings=tuple((name, str(value)) for name, value in sorted(asdict(settings).items())),
        decisions=tuple(sorted(decisions, key=lambda d: (d.text_sha256, d.mark, d.verdict, d.by, d.note))),
        analyzers=tuple(sorted((info.id, info.version) for info in analyzers)),
    )


@cache
def packages() -> tuple[tuple[str, str], ...]:
    """Return the installed versions of PACKAGES; one that is missing is left out."""
    found = []
    for name in PACKAGES:
        try:
            found.append((name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            continue
    return tuple(found)
