"""A pasted page as it is read; the expected file changes only with a reason."""

from __future__ import annotations

import json
import os
from pathlib import Path

from analysis.messages import render
from analysis.sources import read_bytes

HERE = Path(__file__).parent


def test_a_pasted_page_is_read_as_agreed() -> None:
    (article,) = read_bytes((HERE / "pasted_page.txt").read_bytes(), "pasted_page.txt").articles
    found = {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "dateline": article.dateline,
        "columns": dict(article.columns),
        "sections": [[section.kind.value, section.span.of(article.text)] for section in article.sections],
        "notes": [render(note) for note in article.notes],
    }
    path = HERE / "pasted_page.json"
    if os.environ.get("PARALLAX_GOLDEN"):  # rewrite on purpose: PARALLAX_GOLDEN=1 pytest tests/golden/sources
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    assert found == json.loads(path.read_text(encoding="utf-8"))
