"""What views need before they are shown, done by the jobs: in the window's own thread each part stops it for long."""

from __future__ import annotations

from importlib import import_module

from analysis.model import Comparison
from analysis.output.charts.metrics import load_faces
from analysis.output.coverage import answers
from analysis.output.facts import scored_sentences
from analysis.progress import checked

from .paint.marks import alone
from .views import VIEWS
from .widgets.linking import alignment_of


def load_views() -> None:
    """Import the views' modules, each some 50 ms, before they are shown for the first time."""
    for spec in checked(VIEWS):
        import_module(spec.factory.rpartition(".")[0])


def make_ready(comparison: Comparison) -> None:
    """Work out what is kept with `comparison`; called by the job that compared."""
    for analysis in checked(comparison.analyses):
        scored_sentences(analysis)
    answers(comparison)
    alone(comparison)
    alignment_of(comparison)
    load_faces()
