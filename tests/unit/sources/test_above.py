"""Outlet and date of a print, by the lines above its headline and at the edges of its pages."""

from __future__ import annotations

import pytest

from analysis.sources.above import read_above
from analysis.sources.draft import Meta

TITLE = "Cranes fall into the harbour"


@pytest.mark.parametrize(
    ("above", "outlet", "published"),
    [
        (["The Lindmark Courier", "Tuesday, March 5, 2024"], "The Lindmark Courier", "2024-03-05"),
        (["The Lindmark Courier | 5 March 2024 | Page 7"], "The Lindmark Courier", "2024-03-05"),
        (["Tuesday, March 5, 2024", "Lagoon"], "Lagoon", "2024-03-05"),
        (["Lagoon"], "", ""),
        (["World 1", "5 March 2024", "Lagoon"], "Lagoon", "2024-03-05"),
        (["SHARE THIS ARTICLE", "5 March 2024"], "", "2024-03-05"),
        (["James Brandt", "5 March 2024"], "", "2024-03-05"),
        (["END OF AN ERA"], "", ""),
        ([], "", ""),
    ],
)
def test_lines_above_a_headline(above: list[str], outlet: str, published: str) -> None:
    meta = read_above(above, (), Meta(title=TITLE))

    assert (meta.outlet, meta.published) == (outlet, published)


def test_what_a_browser_prints_at_the_edge_names_the_outlet_and_no_day_of_publication() -> None:
    edge = f"05/03/2024, 08:12 {TITLE} | The Beacon"
    meta = read_above((), [edge, "https://beacon.example/cranes 1/2"], Meta(title=TITLE))

    assert (meta.outlet, meta.published) == ("The Beacon", "")


def test_what_is_known_already_is_kept() -> None:
    meta = read_above(["The Beacon, 5 March 2024"], (), Meta(title=TITLE, outlet="Lagoon", published="2024-03-04"))

    assert (meta.outlet, meta.published) == ("Lagoon", "2024-03-04")
