"""In whose voice words stand: marks in the text show what each voice must cover."""

from __future__ import annotations

import pytest

from analysis.model import Article, Section, SectionKind, Span, Voice
from analysis.reading.pipeline import read_document


def voices(text: str) -> list[tuple[str, str]]:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    return [(r.voice.value, r.span.of(text).strip()) for r in document.voices if r.voice is not Voice.NARRATOR]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army took the town.", []),
        ('"We took it," the army said.', [("quoted", '"We took it,"')]),
        ("The army said it took the town.", [("reported", "it took the town")]),
        (
            'The army said the town was "free at last."',
            [("reported", "the town was"), ("quoted", '"free at last."')],
        ),
        ("Its “emirate” is gone.", [("scare", "“emirate”")]),
        ("The band played “Rivers of the Night” twice.", []),
        ("“Nobody spoke to us for a week.”", [("quoted", "“Nobody spoke to us for a week.”")]),
        ("I believe the bridge will fall.", []),
        ("The illegal huts are regarded as homes.", [("reported", "as homes")]),
    ],
)
def test_voice_of_each_stretch(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected


def test_nested_words_belong_to_the_inner_speaker() -> None:
    text = "The mayor said that the police claim the boy is safe."
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    inner = document.voice_at(text.index("boy"))
    assert inner.voice is Voice.REPORTED
    assert inner.attribution is not None
    assert document.attributions[inner.attribution].cue[0].of(text) == "claim"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is judged is there without the judge …
        ("Ministers condemned the crackdown on marchers.", []),
        ("Ministers condemned the crackdown that emptied the square.", []),
        ("She supports the gun law and opposes the border wall.", []),
        ("The raid was condemned by the mayor.", []),
        # … what is warned of, wanted or denied is not,
        ("Ministers warned of a crackdown.", [("reported", "a crackdown")]),
        ("The mayor denied the killings.", [("reported", "the killings")]),
        ("She opposes a fence along the river.", [("reported", "a fence along the river")]),
        # … nor what the judging says of it,
        ("Ministers criticised what they called a crackdown.", [("reported", "a crackdown")]),
        ("The mayor condemned the “cruel” raid.", [("quoted", "“cruel”")]),
        ("She criticised the police for beating marchers.", [("reported", "for beating marchers")]),
        ("They opposed the ban because it was cruel.", [("reported", "because it was cruel")]),
        ("She hailed the truce as a victory.", [("reported", "as a victory")]),
        # … and of two parts only the first is named by the outlet.
        ("The mayor accused the rebels of genocide.", [("reported", "of genocide")]),
        ("He described the raid as a massacre.", [("reported", "as a massacre")]),
        ("The mayor called the raid a massacre.", [("reported", "a massacre")]),
        ("The rebels were accused by villagers of torturing captives.", [("reported", "torturing captives")]),
        ("She railed against policies such as the crackdown.", []),
        (
            "Prosecutors charged two rebels with planning to cause a massacre.",
            [("reported", "with planning to cause a massacre")],
        ),
        (
            "The raid is seen as an outrage by hardline villagers.",
            [("reported", "as an outrage")],
        ),
        ("He urged the rebels to leave the town.", [("reported", "to leave the town")]),
    ],
)
def test_what_is_judged_is_the_narrators_and_what_is_said_of_it_is_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the huts were safe, after coming under fire.", [("reported", "the huts were safe")]),
        ("She urged them to stay at home in remarks to the council.", [("reported", "to stay at home")]),
        ("After the raid began, she asked, “Where are they?”", [("quoted", "“Where are they?”")]),
        (
            "Then the clerk, speaking in a whisper, said Mr Orr was late.",
            [("reported", "Mr Orr was late")],
        ),
        ("A woman who says she was hurt is asking the regime for shelter.", [("reported", "she was hurt")]),
        ("She said that the raid was over, and left the room.", [("reported", "that the raid was over")]),
        ("The mayor urged calm in the wake of brutal raids.", [("reported", "calm")]),
        (
            "The raid was cruel, two historians say – any such attack leads to more of them.",
            [("reported", "The raid was cruel"), ("reported", "any such attack leads to more of them")],
        ),
        ("It was cruel, critics and advocates say.", [("reported", "It was cruel")]),
        ("The storm has threatened to topple the regime.", []),
        ("There is no doubt that there have been brutal raids.", []),
        ("The video suggests that the raid was brutal.", []),
        ("The poll suggests that the regime will fall.", [("reported", "that the regime will fall")]),
        ("The editor threatened to topple the regime.", [("reported", "to topple the regime")]),
    ],
)
def test_the_outlets_circumstances_are_no_part_of_what_was_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An infinitive of saying that a deed leads to,
        ("The mayor then went on to argue that the huts were slums.", [("reported", "that the huts were slums")]),
        ("She went to the square on Monday to accuse the council of theft.", [("reported", "of theft")]),
        ("Growers continued to insist they were robbed.", [("reported", "they were robbed")]),
        # a participle or adjunct behind a noun, a noun of saying,
        ("Leaders tore down a banner describing the town as a slum.", [("reported", "as a slum")]),
        ("The army withdrew its claim on Friday that no gas was used.", [("reported", "that no gas was used")]),
        ("Lund rejected their claim they had been robbed.", [("reported", "they had been robbed")]),
        ("The council has faced claims of fraud.", [("reported", "fraud")]),
        ("Her calls for a crackdown were ignored.", [("reported", "a crackdown")]),
        ("They stayed at home, the theory being that riots would follow.", [("reported", "that riots would follow")]),
        # a phrase between the verb and the words,
        ("The mayor made it clear that the slum must go.", [("reported", "that the slum must go")]),
        ("The clerk claimed, almost certainly falsely, that he was robbed.", [("reported", "that he was robbed")]),
        ("According to the board, the town's regulator, the huts are slums.", [("reported", "the huts are slums")]),
        ("While he has friends, many contend that he is a tyrant.", [("reported", "that he is a tyrant")]),
        ("He asked whether the raid was a massacre.", [("reported", "whether the raid was a massacre")]),
        ("Orr does not claim to be a rebel.", [("reported", "to be a rebel")]),
        ("The ban was seen as an insult by growers.", [("reported", "as an insult")]),
        # and what is quoted although its first mark was lost.
        ("We want to be heard,” the growers said.", [("quoted", "We want to be heard,”")]),
    ],
)
def test_what_exists_only_in_somebodys_words_is_theirs(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Deeds,
        ("The exchange has agreed to put a rebel on its board.", []),
        ("The talks are expected to end the war.", []),
        ("The office released a plan that would crush the rebels.", []),
        ("The mayor announced his council is ready.", [("reported", "his council is ready")]),
        ("Orr sought to use the massacre.", []),
        ("Orr wants to ban the march.", [("reported", "to ban the march")]),
        # evidence,
        ("The trade of the United States took a turn, suggesting that the slump is over.", []),
        # background behind the words, not a clause that they need,
        (
            "Aides said the mayor had signed the accord, which ended the war.",
            [("reported", "the mayor had signed the accord")],
        ),
        ("Aides said he signed the accord, a text that ended the war.", [("reported", "he signed the accord")]),
        ("The clerk said the men who robbed him were rebels.", [("reported", "the men who robbed him were rebels")]),
        (
            "The clerk said the bridge, which opened in June, is unsafe.",
            [("reported", "the bridge"), ("reported", ", is unsafe")],
        ),
        # the main clause behind a subordinate one, and a relative clause of the noun.
        ("While many believe that the huts are slums, the town is rich.", [("reported", "that the huts are slums")]),
        ("The paper aired arguments that used to be taboo.", []),
        ("A law named for Ann Orr follows the massacre.", []),
    ],
)
def test_what_the_outlet_tells_itself_is_the_narrators(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected


def test_a_headline_in_capitals_has_its_speaker_and_words() -> None:
    text = "Senate Blues Vow to Block the Law Until Riots End\n\nThe talks went on."
    headline = Section(SectionKind.HEADLINE, Span(0, text.index("\n")))
    document = read_document(Article("a", "Outlet", "Title", text, (headline,), "test", "", ""))
    assert document.voice_at(text.index("Riots")).voice is Voice.REPORTED
    assert document.voice_at(text.index("Blues")).voice is Voice.NARRATOR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Feelings, filmed vows, documents and derision lead to somebody's words,
        ("Some growers are unhappy that the mayor razed the slums.", ["that the mayor razed the slums"]),
        ("Growers left early that year.", []),
        ("Ann Orr was filmed late that night vowing to crush the mob.", ["to crush the mob"]),
        ("The baker has for years been accusing the mayor of plunder.", ["of plunder"]),
        ("After years of being derided as extremist, the party won the town.", ["extremist"]),
        ("It is a group that papers regularly attack as extremist.", ["as extremist"]),
        ("They pulled an advertisement claiming the regime has starved us.", ["the regime has starved us"]),
        ("Growers accusing the mayor of theft marched on.", ["of theft"]),
        ("She left, saying those who mocked her were bigots.", ["those who mocked her were bigots"]),
        ("Army officers talk of rounding up migrants.", ["rounding up migrants"]),
        # nouns that stand for a will or a charge do, whatever adjective stands before them,
        ("Unrest in the port and calls to abolish the police grew.", ["to abolish the police grew"]),
        ("The drumbeat for censorship goes on.", ["censorship"]),
        ("He dropped his spurious claim that radicals torched the mill.", ["that radicals torched the mill"]),
        ("Some make radical demands, like abolishing the police.", ["abolishing the police"]),
        ("She was held on charges that include bribery and arson.", ["bribery and arson"]),
        # … and a place between the verb and "that" or a condition before it do not hide them.
        (
            "Orr told guests at the Weavers' Hall in Orrford, Korva, that the crackdown had failed.",
            ["that the crackdown had failed"],
        ),
        ("Orr claimed without proof that rebels lit the fire.", ["that rebels lit the fire"]),
        ("Even if bribes stop, Orr believes the town will starve.", ["Even if bribes stop", "the town will starve"]),
        ("The council spoke openly about a massacre.", ["a massacre"]),
    ],
)  # fmt: skip
def test_words_are_found_behind_what_seldom_introduces_them(text: str, expected: list[str]) -> None:
    assert [words for voice, words in voices(text) if voice == "reported"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A danger is no message, a disclosure no claim,
        ("The threat of cruel bills hangs over the town.", []),
        ("Orr repeated his threats of a purge.", ["a purge"]),
        ("The firm revealed a massive breach in May.", []),
        ("She faces a trend that shows that the regime tortures people.", []),
        ("The bridge was closed by the junta, as Orr had promised in spring.", []),
        ("Pupils are graded according to their sense of justice.", []),
        ("However, as we've already said, the puppet is gone.", []),
        # what somebody wants ended is there,
        ("Marchers called for an end to the crackdown.", ["an end to"]),
        ("Marchers called for an inquiry into the massacre.", ["an inquiry into"]),
        # and what the outlet tells beside the words is its own.
        ("The mayor condemned the raid because the rebels had killed two boys.", []),
        ("The council called for reforms as terrorism sweeps the country.", ["reforms"]),
        ("He said the raid (which killed forty people) was needed.", ["the raid", "was needed"]),
        ("They made clear there will be no raid – a late answer to the massacre.", ["there will be no raid"]),
        ("He warned of a famine stemming from the siege.", ["a famine"]),
    ],
)
def test_what_only_looks_like_words_is_the_narrators(text: str, expected: list[str]) -> None:
    assert [words for voice, words in voices(text) if voice == "reported"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nouns that look like verbs, deeds, and what is regretted or feared because it is there.
        ("They are lawyers and civil rights advocates counselling weavers about the toll.", []),
        ("The council found itself defending the crackdown.", []),
        ("The clerk apologized for a poster that mocked the weavers.", []),
        ("It is part of a probe that has threatened to topple the cabinet.", []),
        # What the outlet tells in passing,
        (
            "The suit argued that the Harbour Act, as the toll law is widely known, is void.",
            [("reported", "that the Harbour Act"), ("reported", ", is void")],
        ),
        (
            "Orr has threatened to use force, as activism against the toll sweeps the coast.",
            [("reported", "to use force")],
        ),
        # and subjects that stand apart from their verb.
        (
            "It echoes her deputy, Lena Aho, who a week ago asserted that the wall is dead.",
            [("reported", "that the wall is dead")],
        ),
        (
            "The rule was stayed early in the storm and the agency now proposes to drop it.",
            [("reported", "to drop it")],
        ),
        (
            "The quay was stormed on Monday, battered harbour guards said.",
            [("reported", "The quay was stormed on Monday")],
        ),
        (
            "A report by the Institute on Tides, or ITO, said smuggling had grown.",
            [("reported", "smuggling had grown")],
        ),
    ],
)
def test_the_outlets_own_words_end_where_somebodys_begin(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is answered, told apart, ruled on or given is there already,
        ("Orr responded to the scandal on Monday.", []),
        ("The ledgers detail massacres in three towns.", []),
        ("The firm disclosed two separate attacks which hit as many as forty ships.", []),
        ("Aho repeatedly hinted at the split dividing the two towns: the toll, the wall and the raid.", []),
        ("Aho repeatedly hinted at a raid.", ["a raid"]),
        ("Jo Marsh, a baker, described in detail the mayor's alleged cruelty toward staff.", []),
        ("Jo Marsh, a baker, described a massacre at the quay.", ["a massacre at the quay"]),
        ("The council passed the Quay Law, which declared legal around 400 squatter huts.", ["legal"]),
        ("The council declared war on the rebels.", ["war on the rebels"]),
        ("Orr offered Varkessia a deal: protections for roughly 700 refugees.", ["Varkessia a deal: protections for"]),
        ("Officials have not confirmed the identities of all those killed.", ["the identities of"]),
        ("Aho warns Varkessia on toll wall.", []),
        ("Aho warns of toll wall.", ["toll wall"]),
        ("Tide papers mocked the growers, calling pro-toll advocates “thugs.”", []),
        # and so is what dates, places or doubts the words, or was not said.
        ("Orr vowed to ban the gun soon after a mob used it to kill nine.", ["to ban the gun"]),
        ("Orr vowed to leave soon after the vote ends.", ["to leave soon after the vote ends"]),
        (
            "Orr announced that the siege is over, just days after the army took the town.",
            ["that the siege is over"],
        ),
        (
            "Orr said he would join the Tide Parade, one of the largest protests of the coast, and would speak.",
            ["he would join the Tide Parade", ", and would speak"],
        ),
        ("Aho said she backed equal rights but stopped short of backing the strike.", ["she backed equal rights"]),
        ("The Reds who run the town and want to win in May apparently prefer the raid.", ["to win in May"]),
        ("A lack of assurance that the army will pay has ruined the growers.", []),
    ],
)
def test_what_is_there_without_the_speaker_is_the_narrators(text: str, expected: list[str]) -> None:
    assert [words for voice, words in voices(text) if voice == "reported" and len(words) > 2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orr lambasted the elites for not doing enough.", ["for not doing enough"]),
        ("Growers called out Mayor Bo Lund for not doing enough.", ["for not doing enough"]),
        ("It belies their claims to be fighting hatred.", ["to be fighting hatred"]),
        ("Their claims to the throne are old.", []),
        ("The court gave its decision about whether the raid was legal.", ["whether the raid was legal"]),
        ("The court gave its decision about the raid.", []),
        ("A tape appeared before the vote, stoking fears about smuggling.", ["smuggling"]),
        ("A tape appeared before the vote, stoking fears about the rebels.", []),
        ("Aho was indicted on two counts, including: conspiracy to launder money.", ["conspiracy to launder money"]),
        ("Aho won two counts, including one in Korva.", []),
        ("Aho elaborated at Friday's press briefing that each box held a bomb.", ["that each box held a bomb"]),
        ("Reports: Varkessian Troops Crush Rebels", ["Varkessian Troops Crush Rebels"]),
        ("Photos: Varkessian Troops Crush Rebels", []),
    ],
)
def test_what_only_others_say_is_reported(text: str, expected: list[str]) -> None:
    assert [words for voice, words in voices(text) if voice == "reported"] == expected


def test_a_row_of_names_in_quotation_marks_is_the_same_speakers() -> None:
    text = 'She has denounced Mr. Orr as a "crook," nicknamed him "Little Toll Man," and left.'
    assert [voice for voice, words in voices(text) if "Little" in words] == ["quoted"]
