"""Agency: how acts of force or harm are worded, and whether they name who acts. Needs the Reader's parse."""

from __future__ import annotations

from typing import ClassVar

from ...messages import message
from ...method import AnalyzerInfo, Look
from ...model import Document, Mark


class AgencyAnalyzer:
    """Marks acts of force or harm with their actor, their affected and their form."""

    info: ClassVar[AnalyzerInfo] = AnalyzerInfo(
        id="agency",
        version=1,
        label=message("agency.label"),
        explained=message("agency.explained"),
        key="A",
        colour_role="mark.act",
        look=Look.BY_ACTOR,
        needs_reader=True,
        measures=("agency_count", "agency_named_share"),
        charts=("agency", "agency_actors", "agency_affected"),
        section="agency",
        table="agency",
        json="agency",
    )

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return a mark per act; none where the document has no parse."""
        from .agency_marks import agency_marks  # here: the window asks for the info before it has painted anything

        return agency_marks(document)
