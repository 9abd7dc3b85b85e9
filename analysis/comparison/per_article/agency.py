"""What acts of force amount to in one article: how many, in which forms, and how often the actor is named."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import ActForm, ArticleAnalysis, Document, Mark, MarkKind, Measure, Voice
from .passages import of_marks

ACTS, NAMED, FORM = "agency.acts", "agency.named", "agency.form"
VOICES = (Voice.NARRATOR, Voice.QUOTED, Voice.REPORTED)


def agency_measures(analysis: ArticleAnalysis) -> tuple[Measure, ...]:
    """Return counts and shares of all acts and of each voice; a share of no acts is None.

    named = acts whose wording names an actor / acts; form = acts in the form / acts. n is the number of acts.
    Nothing without a reading: acts need the parse.
    """
    if not analysis.was_read:
        return ()
    document, marks = analysis.document, analysis.of_kind(MarkKind.AGENCY)
    found = _of(document, marks, ())
    for voice in VOICES:
        found += _of(document, [m for m in marks if m.voice is voice], (("voice", voice.value),))
    return tuple(found)


def _of(document: Document, marks: Sequence[Mark], dimensions: tuple[tuple[str, str], ...]) -> list[Measure]:
    n = len(marks)
    found = [Measure(ACTS, dimensions, float(n), n, "acts", passages=of_marks(document, marks))]
    named = [m for m in marks if m.act is not None and m.act.actor]
    found.append(_share(document, NAMED, dimensions, named, n))
    for form in ActForm:
        of_form = [m for m in marks if m.act is not None and m.act.form is form]
        found.append(_share(document, FORM, (("form", form.value), *dimensions), of_form, n))
    return found


def _share(
    document: Document, name: str, dimensions: tuple[tuple[str, str], ...], marks: Sequence[Mark], n: int
) -> Measure:
    value = len(marks) / n if n else None
    return Measure(name, dimensions, value, n, "share", passages=of_marks(document, marks))
