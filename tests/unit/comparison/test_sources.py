"""Who is the same speaker, and what the ledger says of each."""

import pytest

from analysis.comparison.groups import make_groups, order
from analysis.comparison.ledger import source_rows
from analysis.comparison.names import name_parts
from analysis.comparison.scope import Scope
from analysis.comparison.speakers import Known, clusters, head, row_name, same
from analysis.model import ArticleAnalysis, CueStance, Form, Speaker, SpeakerKind
from tests.builders import WHY, Said, built


def speaker(name: str, kind: SpeakerKind = SpeakerKind.OTHER, named: bool = True) -> Speaker:
    return Speaker(name, kind, named, (), WHY)


def scope(*analyses: ArticleAnalysis) -> Scope:
    ordered = order(analyses)
    return Scope(ordered, make_groups(ordered))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ada Marlow", "Marlow", True),
        ("Ada Marlow", "A. Marlow", True),
        ("Ada Marlow", "Ada J. Marlow", True),
        ("Deputy Prime Minister Ada Marlow", "Ms. Marlow", True),
        ("Senate Majority Leader Ada Marlow", "Ada Marlow", True),
        ("Ada Marlow (D-Ohio)", "Marlow", True),
        ("Ada Marlow, who runs the port", "Ada Marlow", True),
        ("Secretary of State Ada Marlow", "Marlow", True),
        ("Special Envoy Ada Marlow", "Ada Marlow", True),
        ("Bill Vane", "William Vane", True),
        ("Christopher Vane", "Chris Vane", True),
        ("Hamid Sabbagh", "Hamid Sabagh", True),
        ("Kim Sung Ho", "Kim", True),
        ("North Korean leader Kim Sung-ho", "Kim Sung Ho", True),
        ("Kim Sung Ho", "Kim Min Ji", False),
        ("Kim Porter", "Kim", False),
        ("Ada Marlow and Bert Vane", "Bert Vane", False),
        ("Ada Marlow and Bert Vane", "Ada Marlow and Bert Vane", True),
        ("Committee of Roads and Rivers", "the Committee of Roads and Rivers", True),
        ("Port Ambry Times", "the Times", True),
        ("Port Ambry Times", "the Post", False),
        ("Ada O'Marlow", "Ada O’Marlow", True),
        ("Adá R. Marłow", "Ada Marłow", True),
        ("James R. Vane Jr.", "National Harbours James Vane", True),
        ("J. R. Vane", "James Vane", True),
        ("Ada Marlow", "Bert Marlow", False),
        ("Ada Marlow", "B. Marlow", False),
        ("Ada Moran", "Ada Morgan", False),
        ("Ada Marlow", "Ada", False),
        ("the Interior Ministry", "Interior Ministry", True),
        ("Interior Ministry", "Foreign Ministry", False),
        ("the White House", "White House", True),
        ("Associated Press", "AP", True),
        ("the River Relief Fund", "RRF", True),
        ("Associated Press", "APA", False),
        ("Ada Marlow", "AM", False),
        ("Ahmed House", "the White House", False),
        ("General Command", "Foreign Command", False),
        ("Committee of Public Works", "Committee on Public Health", False),
    ],
)
def test_names_of_one_speaker(one: str, other: str, expected: bool) -> None:
    assert same(speaker(one), speaker(other)) is expected
    assert same(speaker(other), speaker(one)) is expected


def test_an_unnamed_speaker_is_never_a_named_one() -> None:
    assert not same(speaker("official"), speaker("official", named=False))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SpeakerKind.GOVERNMENT, SpeakerKind.GOVERNMENT, True),
        (SpeakerKind.GOVERNMENT, SpeakerKind.OTHER, True),
        (SpeakerKind.UNNAMED, SpeakerKind.POLICE, True),
        (SpeakerKind.GOVERNMENT, SpeakerKind.POLICE, False),
    ],
)
def test_officials_are_one_row_unless_their_kinds_differ(one: SpeakerKind, other: SpeakerKind, expected: bool) -> None:
    assert same(speaker("officials", one, False), speaker("two officials", other, False)) is expected


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("a source based in the capital", "source"),
        ("two senior officials", "official"),
        ("analysts", "analyst"),
        ("a person familiar with the talks", "person"),
        ("the officials, who asked not to be named", "official"),
        ("officials from three ministries", "official"),
    ],
)
def test_head_of_an_unnamed_description(description: str, expected: str) -> None:
    assert head(description) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dr. Ada Marlow Jr.", ("ada", "marlow")),
        ("Faisal al-Mekdad", ("faisal", "mekdad")),
        ("Ludwig van der Berg", ("ludwig", "berg")),
        ("President", ("president",)),
        ("army spokesman Brig Gen Ada Marlow", ("ada", "marlow")),
        ("Interior Ministry", ("interior", "ministry")),
        ("Kim Sung-ho", ("sung", "ho", "kim")),
        ("Kim Porter", ("kim", "porter")),
    ],
)
def test_parts_of_a_persons_name(name: str, expected: tuple[str, ...]) -> None:
    assert name_parts(name) == expected


def test_a_bare_last_name_that_fits_two_persons_stays_on_its_own() -> None:
    known = [Known(speaker(name), 1) for name in ("Ada Marlow", "Bert Marlow", "Marlow")]
    assert sorted(map(sorted, clusters(known))) == [[0], [1], [2]]


def test_a_bare_last_name_is_not_the_person_whom_its_article_names_in_full() -> None:
    known = [
        Known(speaker("Ada Marlow"), 2, "one"),
        Known(speaker("Bert Marlow"), 1, "two"),
        Known(speaker("Marlow"), 9, "two"),
        Known(speaker("Marlow"), 8, "three"),
    ]
    assert sorted(map(sorted, clusters(known))) == [[0, 2, 3], [1]]


def test_a_bare_last_name_goes_to_the_person_of_its_kind() -> None:
    known = [
        Known(speaker("Ada Marlow", SpeakerKind.GOVERNMENT), 2, "one"),
        Known(speaker("Bert Marlow", SpeakerKind.FAMILY), 1, "one"),
        Known(speaker("Marlow", SpeakerKind.GOVERNMENT), 1, "two"),
    ]
    assert sorted(map(sorted, clusters(known))) == [[0, 2], [1]]


def test_one_bare_name_is_one_row_even_where_two_persons_fit() -> None:
    known = [Known(speaker(n), 1, a) for n, a in (("Ada Marlow", "one"), ("Bert Marlow", "two"))]
    known += [Known(speaker("Marlow"), 1, article) for article in ("three", "four", "five")]
    assert sorted(map(sorted, clusters(known))) == [[0], [1], [2, 3, 4]]


def test_a_name_that_one_article_takes_for_a_description_is_known_from_another() -> None:
    known = [
        Known(speaker("Ada Marlow"), 2),
        Known(speaker("Marlow, an adviser to the mayor", named=False), 1),
        Known(speaker("adviser to Marlow", named=False), 1),
        Known(speaker("officials", named=False), 1),
    ]
    assert sorted(map(sorted, clusters(known))) == [[0, 1], [2], [3]]


def test_a_row_is_named_by_the_fullest_name_and_unnamed_ones_by_their_head() -> None:
    assert row_name([Known(speaker("Marlow"), 5), Known(speaker("Ada Marlow"), 1)]) == "Ada Marlow"
    titled = [Known(speaker(name), 1) for name in ("National Harbours James Vane", "James R. Vane Jr.", "Vane")]
    assert row_name(titled) == "James R. Vane Jr."
    unnamed = [Known(speaker(name, named=False), 1) for name in ("a senior official", "two officials")]
    assert row_name(unnamed) == "official"
    assert row_name(unnamed[:1]) == "a senior official"
    letter = "a letter, which members of the council had sent to the mayor"
    assert row_name([Known(speaker(letter, named=False), 1)]) == "a letter"


def test_a_row_gathers_one_speaker_over_the_groups() -> None:
    one = built(
        "Ada Marlow said: “We have won the day.” Later Ada Marlow insisted that it was over.",
        outlet="A",
        said=[
            Said("Ada Marlow", "said", "We have won the day", kind=SpeakerKind.GOVERNMENT),
            Said("Ada Marlow", "insisted", "it was over", Form.INDIRECT, CueStance.ASSERTING, SpeakerKind.GOVERNMENT),
        ],
    )
    two = built(
        "“Won,” claimed Marlow.", outlet="B", said=[Said("Marlow", "claimed", "Won", stance=CueStance.DOUBTING)]
    )
    three = built("Nobody spoke.", outlet="C")
    (row,) = source_rows(scope(one, two, three))
    assert (row.speaker, row.kind, row.named) == ("Ada Marlow", SpeakerKind.GOVERNMENT, True)
    assert [(c.group, c.attributions, c.words) for c in row.cells] == [("a", 2, 8), ("b", 1, 1), ("c", 0, 0)]
    assert row.cells[0].cues == (("insisted", CueStance.ASSERTING, 1), ("said", CueStance.NEUTRAL, 1))
    assert row.cells[0].forms == ((Form.DIRECT, 1), (Form.INDIRECT, 1))
    assert row.cells[1].first == round(1 / len(two.document.text), 4)
    assert row.cells[2].first is None


def test_no_source_given_is_no_source() -> None:
    analysis = built(
        "It was reported that it rained.", said=[Said("", "reported", "it rained", Form.INDIRECT, name=None)]
    )
    assert source_rows(scope(analysis)) == ()
