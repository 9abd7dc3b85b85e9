"""One comparison, whole: it changes only with a reason.

`python -m tests.golden.test_comparison` writes it anew; read the difference before committing it.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from analysis.comparison import compare_analyses
from analysis.model import ArticleAnalysis, Casting, Comparison, CueStance, Form, Passage, SpeakerKind
from analysis.settings import CompareSettings
from tests.builders import Said, built

GOLDEN = Path(__file__).with_name("comparison.json")

COPY = (
    "The ferry left the northern harbour shortly before dawn with some two hundred passengers on board, most of them "
    "workers on their way to the cannery, and ran aground on a sandbank an hour later."
)
QUOTE = "We will bring everybody home before the winter"


def story() -> list[ArticleAnalysis]:
    """Return three articles about one invented event: an agency's, a reprint with an edit, and one of its own."""
    castings = (Casting("agent", 2), Casting("holder", -2))
    agency = built(
        f"Ferry runs aground\n\n{COPY} Troops [[fall/free:freed]] the harbour. “{QUOTE},” said Ada Marlow, the mayor.",
        outlet="Reuters",
        published="2020-01-01T06:00:00",
        said=[Said("Ada Marlow", "said", QUOTE, kind=SpeakerKind.GOVERNMENT)],
        compounds=[0.0, 0.1, 0.4, 0.2],
        castings=castings,
    )
    reprint = built(
        f"Ferry on sandbank\n\n{COPY.replace('shortly before dawn', 'just before sunrise')} Fishermen watched.",
        outlet="The Post",
        published="2020-01-01T09:00:00",
        compounds=[0.0, 0.1, 0.0],
    )
    own = built(
        "Ship of fools\n\nA ferry with 180 passengers left the northern harbour before dawn and ran onto a sandbank. "
        f"Soldiers [[fall/seize:seized]] the harbour. Mayor Marlow claimed they would “{QUOTE[3:]}”. "
        "Fishermen say that the lights were out.",
        outlet="Herald",
        published="2020-01-02",
        said=[
            Said("Mayor Marlow", "claimed", f"they would “{QUOTE[3:]}”", Form.MIXED, CueStance.DOUBTING),
            Said("Fishermen", "say", "that the lights were out", Form.INDIRECT, named=False),
        ],
        compounds=[-0.4, 0.0, -0.3, 0.1, 0.0],
        castings=castings,
    )
    return [own, agency, reprint]


def printed(comparison: Comparison) -> str:
    """Return the comparison as JSON, spans as the words they hold, without what depends on the machine."""
    texts = {a.article.id: (a.article.outlet, a.document.text) for a in comparison.analyses}

    def plain(value: Any) -> Any:
        if isinstance(value, Passage):
            outlet, text = texts[value.article]
            return f"{outlet}: {value.span.of(text)}"
        if is_dataclass(value):
            return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
        if isinstance(value, tuple):
            return [plain(v) for v in value]
        return texts[value][0] if isinstance(value, str) and value in texts else value

    left_out = ("analyses", "provenance")
    shown = {f.name: plain(getattr(comparison, f.name)) for f in fields(comparison) if f.name not in left_out}
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def compared() -> str:
    return printed(compare_analyses(story(), CompareSettings(title="The ferry")))


def test_the_comparison_is_as_it_was() -> None:
    assert compared() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(compared(), encoding="utf-8")
