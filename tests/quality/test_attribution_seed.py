"""The seed article's attributions: their cue words, speakers, kinds and forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.model import Article, Section, SectionKind, Span
from analysis.reading.pipeline import read_document

EXPECTED = [
    # cue, speaker's last word, kind, form
    ("said", "army", "military", "mixed"),
    ("said", "army", "military", "direct"),
    ("hailed", "army", "military", "mixed"),
    ("said", "Mekdad", "government", "mixed"),
    ("said", "Sabagh", "government", "indirect"),
    ("referred to", "Sabagh", "government", "mixed"),
    ("hailed", "Sabagh", "government", "indirect"),
    ("said", "Sabagh", "government", "mixed"),
    ("told", "al-Zour", "unnamed", "indirect"),
    ("said", "al-Zour", "unnamed", "indirect"),
    ("say", "analysts", "expert", "indirect"),
]


@pytest.mark.data
def test_every_attribution_of_the_seed_article_has_its_speaker_kind_and_form(shared_data: Path) -> None:
    path = shared_data / "seed" / "xinhua_2017-11-10.txt"
    if not path.is_file():
        pytest.skip("the seed article is not among the measuring data")
    text = path.read_text(encoding="utf-8")
    headline = Section(SectionKind.HEADLINE, Span(0, text.index("\n")))
    document = read_document(Article("a", "Xinhua", "", text, (headline,), "test", "", ""))
    found = [
        (
            a.cue[0].of(text).removeprefix("also "),
            a.speaker.name.split()[-1] if a.speaker else None,
            a.speaker.kind.value if a.speaker else None,
            a.form.value,
        )
        for a in document.attributions
        if a.cue
    ]
    rest = iter(found)
    assert [one for one in EXPECTED if one not in rest] == [], found
