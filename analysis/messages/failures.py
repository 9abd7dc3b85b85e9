"""English templates of what is said where a part of the work fails."""

from __future__ import annotations

_LEFT = " It is left out, and says nothing about the articles. The rest is complete; please report it."
_AGAIN = " Everything else goes on without it. Try again; if it fails again, please report it."

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "failure.text": "Its text could not be cut into sentences ({reason})." + _AGAIN,
    "failure.reader": "The Reader failed on its text ({reason}). Everything else goes on without it. Try again, or"
    " switch the Reader off (PARALLAX_READER=off); if it fails again, please report it.",
    "failure.actors": "The search for names failed on its text ({reason})." + _AGAIN,
    "failure.attribution": "The search for who says what failed on its text ({reason})." + _AGAIN,
    "failure.voices": "Its text could not be divided by voices ({reason})." + _AGAIN,
    "failure.framing": "The search for framing terms failed on its text ({reason})." + _AGAIN,
    "failure.sentiment": "The sentiment of its sentences could not be measured ({reason})." + _AGAIN,
    "failure.scores": "The Reader's scores of its sentences could not be taken in ({reason})." + _AGAIN,
    "failure.toward": "The sentiment toward its actors could not be measured ({reason})." + _AGAIN,
    "failure.loaded": "The search for loaded words failed on its text ({reason})." + _AGAIN,
    "failure.agency": "The search for acts of force and harm failed on its text ({reason})." + _AGAIN,
    "failure.analysis": "Its analysis failed ({reason})." + _AGAIN,
    "failure.wire": "The search for passages that articles share failed ({reason})." + _LEFT,
    "failure.naming": "The comparison of the choice of words failed ({reason})." + _LEFT,
    "failure.stances": "The comparison of whom terms speak for or against failed ({reason})." + _LEFT,
    "failure.measures": "The figures of the groups could not be made ({reason})." + _LEFT,
    "failure.alignment": "The comparison sentence by sentence failed ({reason})." + _LEFT,
    "failure.sources": "The comparison of sources failed ({reason})." + _LEFT,
    "failure.quotes": "The search for quotations that articles share failed ({reason})." + _LEFT,
    "failure.wording": "The comparison of vocabularies failed ({reason})." + _LEFT,
    "failure.report": "This part of the report could not be made ({reason}). The rest is complete; please report it.",
    "failure.table": "This table could not be made ({reason}). The others are complete; please report it.",
    "failure.format": "It could not be written ({reason}). The other files were; please report it.",
    "failure.json": "It could not be written as JSON ({reason})." + _AGAIN,
}
