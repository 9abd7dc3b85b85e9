"""One statement in several articles' cuts."""

import pytest

from analysis.comparison.groups import make_groups, order
from analysis.comparison.quotes import shared_quotes
from analysis.comparison.scope import Scope
from analysis.model import ArticleAnalysis, CueStance, Form
from tests.builders import Said, built

FULL = "We regret the delay, but the bridge will open before the winter"


def quoting(outlet: str, words: str, who: str = "Ada Marlow", cue: str = "said", **more: object) -> ArticleAnalysis:
    said = Said(who, cue, words, **more)  # type: ignore[arg-type]
    return built(f"The mayor's office met. “{words},” {cue} {who}.", outlet=outlet, said=[said])


def found(*analyses: ArticleAnalysis) -> list[list[tuple[str, int]]]:
    ordered = order(analyses)
    return [
        [(cut.cue, cut.words) for cut in quote.cuts] for quote in shared_quotes(Scope(ordered, make_groups(ordered)))
    ]


def test_a_longer_and_a_shorter_cut_are_one_statement_with_both_cues() -> None:
    short = quoting("B", "the bridge will open before the winter", "Marlow", "promised", stance=CueStance.ASSERTING)
    assert found(quoting("A", FULL), short) == [[("said", 12), ("promised", 7)]]


@pytest.mark.parametrize(
    "other",
    [
        quoting("B", "The bridge will open in spring, as we always planned"),
        quoting("B", "We regret the delay, but we regret nothing else that we have done here in the last ten years"),
        quoting("B", FULL, "Bert Vane"),
        quoting("B", "the bridge will open"),
        quoting("B", FULL, form=Form.INDIRECT),
    ],
    ids=["other words", "the same opening", "other speaker", "too short", "not quoted"],
)
def test_what_is_not_one_statement(other: ArticleAnalysis) -> None:
    assert found(quoting("A", FULL), other) == []


def test_a_long_cut_without_a_named_speaker_is_still_the_same_statement() -> None:
    assert found(quoting("A", FULL), quoting("B", FULL, "an official", named=False)) != []


def test_the_statement_carries_the_fullest_name() -> None:
    ordered = order([quoting("A", FULL, "Marlow"), quoting("B", FULL, "Ada Marlow")])
    (quote,) = shared_quotes(Scope(ordered, make_groups(ordered)))
    assert quote.speaker == "Ada Marlow"


def test_the_speaker_is_named_as_in_the_ledger_even_where_both_cuts_are_short_of_the_full_name() -> None:
    cuts = [quoting("A", FULL, "Marlow"), quoting("B", FULL, "Marlow")]
    ordered = order([*cuts, quoting("C", "Nothing of the kind was ever said in here", "Ada Marlow")])
    (quote,) = shared_quotes(Scope(ordered, make_groups(ordered)))
    assert quote.speaker == "Ada Marlow"
