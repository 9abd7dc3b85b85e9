"""British and American spelling are one word; words that only look like it stay two."""

from __future__ import annotations

import pytest

from analysis.reading.english.spelling import spelling_key, spellings

SAME = """
    colour color, neighbourhood neighborhood, favourites favorites, discoloured discolored, unfavourable unfavorable,
    organise organize, organisations organizations, privatising privatizing, criticises criticizes, analysed analyzed,
    paralysing paralyzing, centre center, centres centers, centred centered, theatre theater, kilometres kilometers,
    defence defense, offences offenses, licence license, practise practice, practising practicing, travelled traveled,
    travellers travelers, labelling labeling, signalled signaled, counsellor counselor, cancelled canceled,
    programme program, programmes programs, catalogue catalog, dialogue dialog, grey gray, sceptics skeptics,
    scepticism skepticism, plough plow, ploughed plowed, aluminium aluminum, moustache mustache, jewellery jewelry,
    judgement judgment, ageing aging, paediatric pediatric, foetus fetus, anaemia anemia, skilful skillful,
    enrolment enrollment, fulfil fulfill, instalments installments, manoeuvres maneuvers, artefacts artifacts,
    mould mold, gaoled jailed, misdemeanour misdemeanor, tyres tires, labourers laborers, behavioural behavioral
"""
APART = """
    prise prize, advise advice, story storey, check cheque, curbed kerbed, tired tyred, rise rice, contour contor,
    four for,
    size sise, exercise exercize, our or, tour tor, hour hor, promise promize, councillor counselor, metal mettle,
    prices prizes, ensure insure, vice vise, draught draft
"""
LEFT = "advertised surprising rises exercises devour glamorous Paris analyses capsized seized raised wisest visited"


def pairs(text: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in (pair.split() for pair in text.split(","))]


@pytest.mark.parametrize(("british", "american"), pairs(SAME))
def test_two_spellings_have_one_key(british: str, american: str) -> None:
    assert spelling_key(british) == spelling_key(american) == american


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_other_words_have_two(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize("word", LEFT.lower().split())
def test_a_word_with_one_spelling_is_its_own_key(word: str) -> None:
    assert spelling_key(word) == word


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("neutralize", "neutralise"),
        ("organisation", "organization"),
        ("self-defense", "self-defence"),
        ("neighbour", "neighbor"),
        ("labor camp*", "labour camp*"),
        ("internationally recognized", "internationally recognised"),
        ("Defence Force", "Defense Force"),
        ("{NATION}-organised", "{NATION}-organized"),
    ],
)
def test_a_phrase_is_given_in_both_spellings(word: str, other: str) -> None:
    assert set(spellings([word])) == {word, other}
    assert set(spellings([other])) == {word, other}
