"""What the parse says of a term decides its sense where there is one; without it the word guards decide as ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.model import Document
from analysis.reading.analyzers.framing import FramingAnalyzer
from analysis.reading.lexicons import Lexicons, Matcher, Parsed, parse
from analysis.reading.lexicons.clauses import Hung
from tests.readings import parsed

HEAD = """[lexicon]
id = "mine"
name = "Mine"
version = "1"
licence = "CC0"
description = "For a test."

[groups]
vessel = ["ship", "trust fund"]

[[concept]]
id = "c"
label = "c"
question = "c?"
"""


def lexicons(entry: str) -> Lexicons:
    """Return a lexicon with one variant of which only these lines matter."""
    source = (
        f'{HEAD}[[concept.variant]]\n{entry}\ndimension = "evaluation"\nstance = 0\nsource = "editors"\n'
        'example = "x"\ncounter_example = "y"\n'
    )
    lexicon, faults = parse(source.encode(), "mine.toml")
    assert faults == []
    assert lexicon is not None
    return Lexicons((lexicon,))


def entry(text: str, syntax: str, more: str = "") -> Matcher:
    return lexicons(f'text = "{text}"\n{more}\nsyntax = {{ {syntax}, counter_examples = ["z"] }}').matcher


SHIP = "The/DET/2/det ship/NOUN/3/nsubj sank/VERB/0/root"
SUSPECTS = "Doctors/NOUN/2/nsubj suspect/VERB/0/root arson/NOUN/2/obj"
LEAD = "a/DET/4/det huge/ADJ/4/amod staff/NOUN/4/compound lead/NOUN/0/root"
GREW = "The/DET/2/det lead/NOUN/4/nsubj was/AUX/4/cop huge/ADJ/0/root"
RELATIVE = "emails/NOUN/0/root that/PRON/3/nsubj show/VERB/1/acl:relcl fraud/NOUN/3/obj"
GERUND = "emails/NOUN/0/root showing/VERB/1/acl fraud/NOUN/2/obj"
JOINED = "He/PRON/2/nsubj rose/VERB/0/root and/CCONJ/4/cc raided/VERB/2/conj ships/NOUN/4/obj"
PASSIVE = (
    "The/DET/2/det ship/NOUN/4/nsubj:pass was/AUX/4/aux:pass raided/VERB/0/root by/ADP/6/case men/NOUN/4/obl:agent"
)
REDUCED = "a/DET/2/det ship/NOUN/0/root raided/VERB/2/acl by/ADP/5/case men/NOUN/3/obl:agent"
LEFT_OUT = "the/DET/2/det ship/NOUN/0/root men/NOUN/4/nsubj raided/VERB/2/acl:relcl"
PARTITIVE = (
    "a/DET/2/det number/NOUN/5/nsubj of/ADP/4/case men/NOUN/2/nmod raided/VERB/0/root the/DET/7/det fund/NOUN/5/obj"
)
FUND = "Men/NOUN/2/nsubj raided/VERB/0/root the/DET/5/det trust/NOUN/5/compound fund/NOUN/2/obj"

# The term, what its entry says of syntax, a parsed sentence, whether the term is found there.
CASES = [
    ("ship", 'pos = ["noun"]', SHIP, True),
    ("ship", 'pos = ["verb", "name"]', SHIP, False),
    ("suspect", 'not_pos = ["verb"]', SUSPECTS, False),
    ("ship", 'relation = ["subject"]', SHIP, True),
    ("arson", 'relation = ["subject"]', SUSPECTS, False),
    ("arson", 'relation = ["object"]', SUSPECTS, True),
    ("staff", 'not_relation = ["modifier"]', LEAD, False),
    ("huge", 'relation = ["predicate"]', GREW, True),
    ("huge", 'relation = ["predicate"]', LEAD, False),
    ("huge", 'head = ["lead"]', LEAD, True),
    ("huge", 'head = ["staff"]', LEAD, True),
    ("huge", 'not_head = ["staff"]', LEAD, True),
    ("huge", 'not_head = ["lead"]', LEAD, False),
    ("huge", 'head = ["lead"]', GREW, True),
    ("huge", 'head = ["oak"]', GREW, False),
    ("show", 'subject = ["email"]', RELATIVE, True),
    ("showing", 'subject = ["email"]', GERUND, True),
    ("show", 'subject = ["fraud"]', RELATIVE, False),
    ("raided", 'subject = ["he"]', JOINED, True),
    ("raided", 'object = ["@vessel"]', JOINED, True),
    ("raided", 'object = ["@vessel"], subject = ["men"]', PASSIVE, True),
    ("raided", 'object = ["@vessel"], subject = ["men"]', REDUCED, True),
    ("raided", 'object = ["@vessel"], subject = ["men"]', LEFT_OUT, True),
    ("raided", 'not_object = ["@vessel"]', PASSIVE, False),
    ("raided", 'subject = ["men"]', PARTITIVE, True),
    ("raided", 'subject = ["number"]', PARTITIVE, False),
    ("raided", 'object = ["@vessel"]', FUND, True),
    ("raided", 'object = ["@vessel"]', PARTITIVE, False),
    ("raided", 'subject = ["@noun"]', FUND, True),
    ("raided", 'subject = ["@name"]', FUND, False),
    ("fund", 'modifier = ["trust"]', FUND, True),
    ("fund", 'modifier = ["pension"]', FUND, False),
    ("fund", 'not_modifier = ["trust"]', FUND, False),
]


@pytest.mark.parametrize(("term", "syntax", "sentence", "found"), CASES)
def test_the_parse_decides(term: str, syntax: str, sentence: str, found: bool) -> None:
    document = parsed(sentence)
    assert bool(entry(term, syntax).find(document.text, Parsed(document))) is found


def test_without_a_parse_syntax_is_not_asked() -> None:
    matcher = entry("ship", 'pos = ["verb"]')
    document = parsed(SHIP)
    assert matcher.find(document.text)
    assert matcher.find(document.text, Parsed(replace(document, reading=None)))
    assert not matcher.find(document.text, Parsed(document))


def test_what_was_not_read_is_left_to_the_words() -> None:
    document = parsed(SHIP)
    reading = document.reading
    assert reading is not None
    reading.upos[:] = -1
    assert entry("ship", 'pos = ["verb"]').find(document.text, Parsed(document))


GUESS = 'needs_after = ["lead"]'


def test_where_the_parse_speaks_for_a_term_the_guards_that_only_guess_are_not_asked() -> None:
    guessing, knowing = (
        entry("huge", syntax, GUESS) for syntax in ('head = ["lead"]', 'head = ["lead"], instead_of = ["needs_after"]')
    )
    document = parsed(LEAD)
    assert not guessing.find(document.text, Parsed(document))
    assert knowing.find(document.text, Parsed(document))
    assert not knowing.find(document.text)


def test_where_it_does_not_the_words_still_may() -> None:
    """A finding that the words give surely is not lost to an error in the parse; what is ruled out stays out."""
    document = parsed("huge/ADJ/3/amod lead/NOUN/3/compound grows/NOUN/0/root")
    found = entry("huge", 'head = ["gap"], instead_of = ["needs_after"]', GUESS)
    ruled_out = entry("huge", 'head = ["gap"], not_pos = ["adjective"], instead_of = ["needs_after"]', GUESS)
    assert found.find(document.text, Parsed(document))
    assert not ruled_out.find(document.text, Parsed(document))


def test_a_verb_that_is_also_a_noun_is_told_by_its_part_of_speech() -> None:
    matcher = lexicons('text = "raid"\ninflect = "verb"').matcher
    as_verb = parsed("Some/DET/2/det men/NOUN/3/nsubj raid/VERB/0/root by/ADP/5/case night/NOUN/3/obl")
    as_noun = parsed("The/DET/3/det night/NOUN/3/compound raid/NOUN/4/nsubj failed/VERB/0/root")
    assert matcher.find(as_verb.text, Parsed(as_verb))
    assert not matcher.find(as_noun.text, Parsed(as_noun))


def test_of_several_words_the_one_that_hangs_outside_is_the_main_one() -> None:
    document = parsed("They/PRON/2/nsubj crack/VERB/0/root down/ADP/2/compound:prt on/ADP/5/case crime/NOUN/2/obl")
    assert entry("crack down on", 'pos = ["verb"]').find(document.text, Parsed(document))
    rich = parsed("The/DET/3/det rich/ADJ/3/amod soil/NOUN/4/nsubj dried/VERB/0/root")
    assert not entry("the rich", 'not_relation = ["modifier"]').find(rich.text, Parsed(rich))


def test_a_broken_tree_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    document = parsed("a/NOUN/2/conj b/VERB/1/conj")
    at = Parsed(document).at(document.tokens[1].span)
    assert isinstance(at, Hung)
    assert (at.subject, at.object, at.relation) == (None, None, None)


def test_the_analyzer_asks_the_parse_of_its_document() -> None:
    analyzer = FramingAnalyzer(lexicons('text = "suspect"\nsyntax = { pos = ["noun"], counter_examples = ["z"] }'))

    def found(document: Document) -> list[str]:
        return [mark.span.of(document.text) for mark in analyzer.marks(document)]

    document = parsed(SUSPECTS)
    assert found(document) == []
    assert found(replace(document, reading=None)) == ["suspect"]
