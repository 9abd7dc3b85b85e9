"""Stories set as PDF come back in order, drawn in order or not: two points under what was measured on 60."""

from __future__ import annotations

import random

import pytest

from analysis.sources.pdf import read_pdf
from tests.unit.sources.redrawn import redrawn

from .pdf_layouts import LAYOUTS, STORIES, Figures, items_of, others_of, set_in

pytestmark = pytest.mark.data


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_order_and_paragraphs_come_back(layout: str) -> None:
    figures = Figures()
    for number, item in enumerate(items_of(STORIES, 6)):
        data = redrawn(set_in(layout, item), random.Random(number))
        figures.add(item, read_pdf(data, "", ""), others_of(layout, item))

    assert figures.kept / figures.runs >= 0.977
    assert figures.lost / figures.words <= 0.02
    assert figures.whole / figures.paragraphs >= 0.95
