"""Words within somebody's words, where the parse is broken."""

from __future__ import annotations

from typing import cast

from analysis.reading.attribution.nested import _below
from analysis.reading.syntax import Tree
from analysis.readings import Reading


def test_a_parse_that_runs_in_a_circle_ends() -> None:
    """Two words that hang on each other, which the model gives about once in three hundred articles."""
    lows, tags = ["gates", "open"], ["NOUN", "VERB"]
    tree = Tree((), cast(Reading, None), range(2), lows, tags, ["obj", "ccomp"], [1, 0], {0: [1], 1: [0]})
    assert _below(tree, 0) == [0, 1]
