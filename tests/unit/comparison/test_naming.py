"""Which variant each group chose for the same concept."""

from collections import Counter

import pytest

from analysis.comparison.groups import make_groups, order
from analysis.comparison.naming import contrast, naming_rows, stance_rows
from analysis.comparison.scope import Scope
from analysis.model import ArticleAnalysis, Casting, Voice
from tests.builders import built


def scope(*analyses: ArticleAnalysis) -> Scope:
    ordered = order(analyses)
    return Scope(ordered, make_groups(ordered))


def test_a_row_counts_each_groups_variants_out_of_all_its_uses_of_the_concept() -> None:
    rows = naming_rows(
        scope(
            built("They [[fall/free:freed]] it, [[fall/free:freed]] it and [[fall/take@quoted:took]] it.", outlet="A"),
            built("They [[fall/seize:seized]] it.", outlet="B"),
            built("Nothing happened.", outlet="C"),
        ),
        {"fall": ("control changes", "What is it called?")},
    )
    (row,) = rows
    assert (row.id, row.label, row.question) == ("fall", "control changes", "What is it called?")
    assert [(c.group, c.opportunities) for c in row.cells] == [("a", 3), ("b", 1), ("c", 0)]
    assert [(u.variant, u.voice, len(u.passages)) for u in row.cells[0].uses] == [
        ("free", Voice.NARRATOR, 2),
        ("take", Voice.QUOTED, 1),
    ]


def test_a_passage_opens_the_word_itself() -> None:
    analysis = built("They [[fall/free:freed]] it.", outlet="A")
    (row,) = naming_rows(scope(analysis), {})
    (passage,) = row.cells[0].uses[0].passages
    assert (passage.article, passage.span.of(analysis.document.text)) == (analysis.article.id, "freed")


def test_a_word_that_stands_in_small_letters_elsewhere_loses_the_capital_of_its_sentence() -> None:
    rows = naming_rows(
        scope(
            built("[[fall/free:Freed]] at last. [[fall/leave:March]] came.", outlet="A"),
            built("They [[fall/free:freed]] it; they [[fall/go:march]].", outlet="B"),
        ),
        {},
    )
    assert [(use.variant, use.printed) for use in rows[0].cells[0].uses] == [
        ("free", ("freed",)),
        ("leave", ("March",)),
    ]


@pytest.mark.parametrize(
    ("sharper", "duller"),
    [
        # Each its own word, often, is more than once.
        ([{"free": 5}, {"seize": 5}], [{"free": 1}, {"seize": 1}]),
        # Each its own word is more than a mixture.
        ([{"free": 4}, {"seize": 4}], [{"free": 3, "seize": 1}, {"seize": 3, "free": 1}]),
        # A mixture is more than the same word.
        ([{"free": 6, "seize": 1}, {"seize": 6}], [{"free": 7}, {"free": 6}]),
        # Any difference is more than a concept of one group.
        ([{"free": 1}, {"seize": 1}], [{"free": 9}]),
    ],
)
def test_contrast_grows_with_difference_and_evidence(
    sharper: list[dict[str, int]], duller: list[dict[str, int]]
) -> None:
    assert contrast([Counter(c) for c in sharper]) > contrast([Counter(c) for c in duller])


def test_rows_that_one_group_alone_uses_come_after_those_that_several_use_and_scare_quotes_last() -> None:
    rows = naming_rows(
        scope(
            built("[[solo/x:a]] [[solo/x:a]] [[same/y:b]] [[differ/p:c]] [[scare-quotes/s:s]]", outlet="A"),
            built("[[same/y:b]] [[differ/q:d]] [[scare-quotes/t:t]]", outlet="B"),
        ),
        {},
    )
    assert [row.id for row in rows] == ["differ", "same", "solo", "scare-quotes"]


def test_stances_are_counted_by_role_and_voice_and_never_averaged() -> None:
    castings = (Casting("agent", 2), Casting("holder", -2))
    text = "They [[fall/free:freed]] it and, he said, [[fall/free@quoted:freed]] it."
    rows = stance_rows(scope(built(text, outlet="A", castings=castings)))
    assert [(r.role, r.counts) for r in rows] == [
        ("agent", ((2, Voice.NARRATOR, 1), (2, Voice.QUOTED, 1))),
        ("holder", ((-2, Voice.NARRATOR, 1), (-2, Voice.QUOTED, 1))),
    ]
