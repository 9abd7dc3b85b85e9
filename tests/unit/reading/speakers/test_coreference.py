"""Sources that name their speaker by something short: a pronoun, part of a name, a role, a body's common noun."""

from __future__ import annotations

import pytest

from analysis.model import Article
from analysis.reading.pipeline import read_document

CASES: list[tuple[str, str, str]] = [
    # text; the source marked with [[…]]; the speaker
    # ------------------------------------------------------------ names, peoples and bodies that no list knows
    (
        "Sculptor Imre Vask sued the critic Paul Dorn over a review. Dorn refused to comment. [[He]]"
        " wrote that the statue resembled a boiled ham.",
        "Paul Dorn",
        "the last subject",
    ),
    (
        "Trainer Gus Ferrow shouted at Kim Oduya after the race. Oduya walked to the bus. “I ran my own"
        " race,” [[he]] said.",
        "Kim Oduya",
        "a trade is no part of a name",
    ),
    (
        "Brewer Haldane recalled two beers on Friday. Shoppers had found glass in the bottles. [[It]]"
        " apologised and said the line had been stopped.",
        "Haldane",
        "a name of one word may be a firm",
    ),
    (
        "Iver Toll sent his spokeswoman, Runa Fisk, to the meeting. [[She]] said that the mayor had a cold.",
        "Runa Fisk",
        "his spokeswoman is a woman, he is none",
    ),
    (
        "Farmer Dag Orre found the shell in a ditch. Police closed the road. The army came two days later"
        " and took it away. [[He]] said nobody had thanked him.",
        "Dag Orre",
        "the only man, three sentences back",
    ),
    (
        "Transport Minister Ask Veland visited the tunnel with Solveig Dahl, the chief engineer. [[The"
        " engineer]] said that it leaked.",
        "Solveig Dahl",
        "an apposition",
    ),
    (
        "Hassel Ferries bought the island line in 2010. [[The operator]] said that fares would rise.",
        "Hassel Ferries",
        "ferries are operated",
    ),
    (
        "Chipmaker Orvane opened a plant in Lund. The mayor cut a ribbon. [[The chipmaker]] said it would"
        " hire 300 people.",
        "Orvane",
        "what stands before the name",
    ),
    (
        "Novelist Greta Aune wrote to her readers on Friday. “I am done with books,” [[the letter]] said.",
        "Greta Aune",
        "who wrote",
    ),
    (
        "The League of Small Shops issued a statement after the vote. Mayor Iver Toll did not reply."
        " [[The statement]] called the tax a robbery.",
        "League of Small Shops",
        "who issued it",
    ),
    (
        "The Tarsian envoy, Milo Brant, walked out of the hall. His Polvian host, Ode Karr, stayed. [[The"
        " Tarsian]] said he had been insulted.",
        "Milo Brant",
        "a people that no table knows",
    ),
    (
        "Velia's foreign minister, Ines Corro, met Ombert Lusk of Drenn in Geneva. [[The Velian"
        " minister]] said that the border was closed.",
        "Ines Corro",
        "the country of the minister",
    ),
    (
        "Mats Rygg lost his wife, Synne, in the fire. [[He]] said that the alarm had been broken for months.",
        "Mats Rygg",
        "whose wife she was",
    ),
    (
        "Ulla Stein, 44, was arrested at the airport with Jan Roos, 29. [[The 29-year-old]] said he knew nothing.",
        "Jan Roos",
        "an age at the end of a sentence",
    ),
    (
        "Editor Simon Lowe was jailed in May. His deputy, Ian Brock, runs the paper now. [[The jailed"
        " editor]] said in a letter that he was well.",
        "Simon Lowe",
        "what was told of him",
    ),
    (
        "Swimmer Inga Thorsen of Denmark and Spain's Laia Puig shared the lane. [[The Dane]] said the"
        " water was too cold.",
        "Inga Thorsen",
        "the people of a country",
    ),
    (
        "Danish shipbuilder Norlink and the Polish yard Stoczka bid for the contract. [[The Danish firm]]"
        " said it would deliver in two years.",
        "Norlink",
        "the nation of a body",
    ),
    (
        "Mayor Anton Kerr stayed at home. His deputy, Felix Drum, sat in the first row. [[He]] promised lower taxes.",
        "Felix Drum",
        "who owns the subject is none",
    ),
    (
        "The parents of Lia Holt have hired a detective. [[They]] believe she is alive.",
        "parents of Lia Holt",
        "a plural with what it is of",
    ),
    (
        "Health officials closed the beach. Hotels protested. [[The officials]] said the water was not safe.",
        "Health officials",
        "a plural by its end",
    ),
    (
        "Storm Energy put out a press release on Friday. [[The release]] said that the towers would be repaired.",
        "Storm Energy",
        "who put it out",
    ),
    # ------------------------------------------------------------ pronouns
    (
        "Clara Venn took over the bakery in 2011. Her brother Tobias sold his share last year. [[She]] said the ovens"
        " would stay.",
        "Clara Venn",
        "the subject of the first sentence, not the brother",
    ),
    (
        "Judge Harriet Moss asked Daniel Pryor to sit down. [[He]] said he would rather stand.",
        "Daniel Pryor",
        "the only man",
    ),
    (
        "Daniel Pryor met Harriet Moss at the depot on Friday. [[She]] said the talks had gone well.",
        "Harriet Moss",
        "the only woman, though no subject",
    ),
    (
        "Owen Tarr, the mayor, welcomed the plan. The council will vote in June. [[He]] said the vote was a formality.",
        "Owen Tarr",
        "the subject two sentences before",
    ),
    (
        "The treasurer, Lena Abt, left in March. Rolf Kern replaced her. [[He]] told members that the books were in"
        " order.",
        "Rolf Kern",
        "the new subject",
    ),
    (
        "“The harbour is silting up,” said pilot Jens Holm. The port authority has no dredger. “We warned them,” [[he]]"
        " added.",
        "Jens Holm",
        "who spoke last",
    ),
    (
        "Nina Falk wrote to the minister, Peter Aas, in May. In the letter [[she]] argued that the dam was unsafe.",
        "Nina Falk",
        "by gender",
    ),
    (
        "Residents of Old Quay met on Tuesday. [[They]] said the pumps had failed twice.",
        "Residents of Old Quay",
        "a plural",
    ),
    (
        "The Dock Workers Union called off the strike on Sunday. [[It]] said the offer was fair.",
        "Dock Workers Union",
        "a body",
    ),
    (
        "Marta Sol, whose father Ivan Sol built the mill, opposes the sale. [[She]] says the buyers"
        " want the land only.",
        "Marta Sol",
        "the father stands in a relative clause",
    ),
    (
        "A nurse at the clinic described the night. [[She]] said the lifts had stopped.",
        "A nurse at the clinic",
        "somebody without a name",
    ),
    (
        "Ilse Brandt and Karl Brandt run the inn. [[They]] said bookings had doubled.",
        "Ilse Brandt and Karl Brandt",
        "two together",
    ),
    (
        "After Hugo Lind lost the vote, Eva Strand thanked her voters. [[She]] promised that the school would open in"
        " May.",
        "Eva Strand",
        "the subject of the main clause",
    ),
    (
        "Police arrested Sami Rask on Monday. His lawyer, Petra Nym, came twice. [[She]] said he had slept badly.",
        "Petra Nym",
        "the lawyer",
    ),
    (
        "Velda Orne handed the keys to Tibor Szel. Her staff cheered. “It was time,” [[she]] said.",
        "Velda Orne",
        "who was thanked, by gender told before",
    ),
    (
        "Tamsin Quarles sued the council. Asked about her rival, Ottilie Crane, [[she]] said nothing would change.",
        "Tamsin Quarles",
        "who is asked, not whom they ask about",
    ),
    (
        "Fisher Aldo Reni blames the factory. Its manager, Pia Cole, denies it. “The pipes are new,” [[she]] says.",
        "Pia Cole",
        "who denied it",
    ),
    (
        "Ludo Maas coaches the side. “Joris Pelt was superb,” he said. The crowd sang for Pelt. “He earned it,”"
        " [[he]] added.",
        "Ludo Maas",
        "who speaks goes on speaking",
    ),
    (
        "Minister Zora Flint visited the plant with engineer Abram Loew. [[She]] praised what she called “a miracle”.",
        "Zora Flint",
        "the subject",
    ),
    (
        "Teo Marsh died in 2009. His widow, Ada Marsh, kept the shop. [[She]] said he would have laughed.",
        "Ada Marsh",
        "the widow",
    ),
    (
        "Gil Norr’s sister Wren Norr runs the farm. [[She]] said rain had come late.",
        "Wren Norr",
        "an owner is no subject",
    ),
    (
        "Bram Ost told the inquiry that Cato Lim had signed the form. [[He]] added that nobody had checked.",
        "Bram Ost",
        "who spoke, not whom they spoke of",
    ),
    (
        "In a speech in Halm, Odile Ferr attacked Prime Minister Ugo Tann. [[She]] accused the government of sleeping.",
        "Odile Ferr",
        "the subject behind an adverbial",
    ),
    (
        "The report by Ansel Roth was published on Monday. [[He]] said the data were thin.",
        "Ansel Roth",
        "the only person there is",
    ),
    (
        "Campaigners from Clear Water blocked the gate. [[They]] said the permit was void.",
        "Campaigners from Clear Water",
        "a described plural",
    ),
    (
        "Police searched two flats in Halm. [[They]] said nobody was hurt.",
        "Police",
        "a body that is many",
    ),
    (
        "“I was asleep,” said Mona Rees, 41. Her son Finn woke her. “The stairs were gone,” [[she]] said.",
        "Mona Rees",
        "who spoke before",
    ),
    (
        "Nurse Oona Bligh found the boy. A passer-by, Garth Penn, called for help. [[He]] said it took an hour.",
        "Garth Penn",
        "the new subject, set off",
    ),
    # ------------------------------------------------------------ parts of names
    ("Rosa Lind teaches in Halm. “I start at six,” says [[Rosa]].", "Rosa Lind", "a first name"),
    ("Rosa Lind and her son Emil live in Halm. “We moved in May,” [[Emil]] said.", "Emil", "a first name of its own"),
    ("Governor Stella Marsh visited Orrin. [[Marsh]] said the levee would hold.", "Stella Marsh", "a surname"),
    ("Governor Stella Marsh visited Orrin. [[Ms. Marsh]] said the levee would hold.", "Stella Marsh", "a courtesy"),
    ("Governor Stella Marsh visited Orrin. [[Gov. Marsh]] said the levee would hold.", "Stella Marsh", "a title"),
    (
        "Anton Vries and his wife, Gerda Vries, farm there. [[Mrs. Vries]] said the soil was salty.",
        "Gerda Vries",
        "of two with one surname, by the courtesy",
    ),
    (
        "Jens Brask, a roofer, left early. “It rained,” Brask said.\n\nNext door lives Per Brask, who is no relation."
        " “It was dry,” [[Brask]] said.",
        "Per Brask",
        "of two with one surname, the one told of in the paragraph",
    ),
    (
        "Ada Brask runs the mill. Her husband, Per Brask, once ran it too.\n\n“We grind at night,” [[Brask]] said.",
        "Ada Brask",
        "of two with one surname, elsewhere the first",
    ),
    (
        "Senator Ada Brask sat beside her uncle, Bishop Per Brask. [[Senator Brask]] said it was late.",
        "Ada Brask",
        "of two with one surname, by the title",
    ),
    (
        "Anton Vries and his wife, Gerda Vries, farm there. [[Mrs Vries]] said the soil was salty.",
        "Gerda Vries",
        "a courtesy without its full stop",
    ),
    ('Walter "Dusty" Penn keeps the ferry. The rope was new, [[Dusty]] said.', 'Walter "Dusty" Penn', "a nickname"),
    ("Will Tarn keeps the ferry. [[Tarn]] said the rope was new.", "Will Tarn", "a first name that is a verb"),
    (
        "Neighbours of the ferryman, Bo Penn, came. [[Neighbours of the ferryman, Bo Penn,]] said it was late.",
        "Neighbours of the ferryman, Bo Penn",
        "a name set off behind whom others are neighbours of",
    ),
    # ------------------------------------------------------------ roles
    ("Mayor Owen Tarr cut the ribbon. [[The mayor]] said it was late.", "Owen Tarr", "a title before"),
    (
        "Owen Tarr, the mayor of Kesten, cut the ribbon. [[The mayor]] said it was late.",
        "Owen Tarr",
        "an apposition behind",
    ),
    (
        "Owen Tarr, mayor since 2016, cut the ribbon. [[The mayor]] said it was late.",
        "Owen Tarr",
        "a bare apposition",
    ),
    (
        "Kesten’s mayor, Owen Tarr, met the governor, Stella Marsh. [[The governor]] said the road was safe.",
        "Stella Marsh",
        "two with roles",
    ),
    (
        "Owen Tarr became mayor in 2016. Few knew him then. [[The mayor]] said he had been lucky.",
        "Owen Tarr",
        "a copula",
    ),
    (
        "Chess player Ines Rocha, 34, won the title. [[The 34-year-old]] said she had barely slept.",
        "Ines Rocha",
        "an age",
    ),
    (
        "Ines Rocha won the title in Bergen. The striker missed a penalty in May. [[The striker]] said she was tired.",
        "Ines Rocha",
        "a role that nobody else can have",
    ),
    (
        "Lars Bruun has led the ferry company Norlink for a decade. [[The chief executive]] said fares would rise.",
        "Lars Bruun",
        "who leads a company is its chief executive",
    ),
    (
        "Health Minister Ida Roth resigned. Her deputy, Max Ohl, stays. [[The deputy]] said he had not been asked.",
        "Max Ohl",
        "the deputy",
    ),
    (
        "Ida Roth, the health minister, spoke on Friday. [[The minister]] said doses had arrived.",
        "Ida Roth",
        "the head of a longer role",
    ),
    (
        "Coach Bea Winter named her team. Captain Joy Adler is hurt. [[The coach]] said Adler would return.",
        "Bea Winter",
        "not the last named",
    ),
    (
        "The family of Timo Hart sued. [[The family’s lawyer]], Jo Beck, spoke. [[The lawyer]] said it was right.",
        "Jo Beck",
        "a role set off by a comma",
    ),
    # ------------------------------------------------------------ nationality
    (
        "The French cyclist Luc Morel crashed twice. [[The Frenchman]] said the road was wet.",
        "Luc Morel",
        "a nationality",
    ),
    (
        "Luc Morel of France and Ken Ito of Japan shared first place. [[The Japanese]] said it felt like a gift.",
        "Ken Ito",
        "a country behind the name",
    ),
    # ------------------------------------------------------------ bodies and groups
    (
        "Sandglass Relief, an aid group, closed its depot. [[The group]] said the road was mined.",
        "Sandglass Relief",
        "a group",
    ),
    (
        "The aid group Sandglass Relief closed its depot. [[The group]] said the road was mined.",
        "Sandglass Relief",
        "a group before its name",
    ),
    ("The Orsan army took the pass. [[The army]] said losses were light.", "Orsan army", "an army"),
    (
        "The Norlink Shipbuilding Company cut jobs. [[The company]] said orders had dried up.",
        "Norlink Shipbuilding Company",
        "a company",
    ),
    (
        "The Ministry of Health opened a hotline. [[The ministry]] said callers waited ten minutes.",
        "Ministry of Health",
        "a ministry",
    ),
    (
        "The National Teachers League rejected the offer. [[The union]] said it was an insult.",
        "National Teachers League",
        "a body under another noun",
    ),
    (
        "The Halm Liberation Front shelled the town. [[The rebels]] said they had warned civilians.",
        "Halm Liberation Front",
        "fighters by their group",
    ),
    # ------------------------------------------------------------ documents
    (
        "The Ministry of Health issued a statement on Friday. [[The statement]] said doses had arrived.",
        "Ministry of Health",
        "issued",
    ),
    (
        "The Port Authority apologised in a statement. The mayor, Owen Tarr, was not convinced."
        " [[The statement]] said cranes"
        " would stop.",
        "Port Authority",
        "whose statement it is, not who was named last",
    ),
    (
        "In a letter to parents, headteacher Ruth Ames explained the closure. [[The letter]] said the roof leaked.",
        "Ruth Ames",
        "who wrote the letter",
    ),
    (
        "Hollin & Vane closed a third of its branches. [[The bank]] said no jobs would go.",
        "Hollin & Vane",
        "the one firm",
    ),
    (
        "Coach Iva Renn blamed the referee, Paul Stark. Stark, [[she]] said, had not looked.",
        "Iva Renn",
        "nobody whom the words are about",
    ),
    (
        "“Nobody slept,” [[he]] told reporters at the gate. On Tuesday Mayor Anton Drell opened the cellar himself.",
        "Anton Drell",
        "who is named after the pronoun",
    ),
    (
        "Ana Prost and Lea Dunn rowed for nine hours. [[The two women]] said they had sung.",
        "Ana Prost and Lea Dunn",
        "the pair",
    ),
    (
        "The Swedish foreign ministry recalled its envoy on Monday. [[The Swedish side]] said talks were over.",
        "Swedish foreign ministry",
        "the body of a nation",
    ),
    (
        "Quill Amory, who uses the pronoun they, lost the case. “I will try again,” [[they]] said.",
        "Quill Amory",
        "who is called they",
    ),
]


def answer(marked: str) -> str | None:
    """Whom the attribution names whose source is the last marked place."""
    at = marked.rindex("[[")
    start = at - marked[:at].count("[[") * 2 - marked[:at].count("]]") * 2
    length = marked.rindex("]]") - at - 2
    text = marked.replace("[[", "").replace("]]", "")
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    for one in document.attributions:
        if any(s.start < start + length and start < s.end for s in one.source):
            return one.speaker.name if one.speaker else None
    return "(nothing found)"


@pytest.mark.parametrize(("text", "speaker", "why"), CASES, ids=[f"{why}: {speaker}" for _, speaker, why in CASES])
def test_who_a_short_source_is(text: str, speaker: str, why: str) -> None:
    assert answer(text) == speaker, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Lena Abt said she denied it.", "speaker.why.pronoun.within"),
        ("When Lena Abt came, she said it was late.", "speaker.why.pronoun.only"),
        ("Lena Abt met Rolf Kern. It was late, she said.", "speaker.why.pronoun.salient"),
        ("“Nobody slept,” he told reporters. On Tuesday Anton Drell opened the cellar.", "speaker.why.pronoun.after"),
        ("Mayor Owen Tarr left. The mayor said it was late.", "speaker.why.role.called"),
        ("The Ministry of Health closed. The ministry said it was late.", "speaker.why.role.name"),
        ("The French cyclist Luc Morel fell. The Frenchman said it was late.", "speaker.why.role.nation"),
        ("Ines Rocha missed a penalty. The striker said it was late.", "speaker.why.role.left"),
        ("Ana Prost and Lea Dunn rowed. The two women said it was late.", "speaker.why.role.pair"),
        ("A statement from the Port Authority came. The statement said it was late.", "speaker.why.issuer.issued"),
        ("Greta Aune wrote to her readers. The letter said it was late.", "speaker.why.issuer.wrote"),
    ],
)
def test_the_reason_names_what_decided(text: str, why: str) -> None:
    document = read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))
    assert why in {one.speaker.why.key for one in document.attributions if one.speaker is not None}


if __name__ == "__main__":
    right = 0
    for marked, wanted, reason in CASES:
        got = answer(marked)
        right += got == wanted
        if got != wanted:
            print(f"{reason}: wanted {wanted}, got {got}")
    print(right, "of", len(CASES))
