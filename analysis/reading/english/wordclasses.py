"""The closed classes of English, and the verbs and endings that tell an open-class word's part of speech."""

from __future__ import annotations

from functools import cache

from .cues import SHAPES, cue_forms
from .inflection import FormName, verb_forms

# One letter per class; the letters are used in every pattern of this package.
DETERMINER, PRONOUN, OBJECT, RELATIVE, SUBORDINATOR = "D", "R", "O", "W", "S"
PREPOSITION, CONJUNCTION, TO, MODAL, AUXILIARY = "P", "C", "T", "M", "X"
ADVERB, NUMBER, NAME, NOUN, VERB, ING, TIME = "B", "U", "K", "N", "V", "G", "Y"
POSSESSIVE, COMMA, STOP, QUOTE, BRACKET, DASH, COLON = "Z", ",", ".", '"', "(", "-", ":"

_CLASSES = {
    DETERMINER: """
        the a an this these those some any no every each another both all many most several few my your his her its
        our their such other
    """,
    PRONOUN: """
        he she they it i we you he'd she'd they'd it'd i'd we'd you'd he'll she'll they'll it'll i'll we'll you'll i'm
        they're we're you're i've we've they've you've everyone everybody nobody anyone someone somebody
    """,
    OBJECT: "him them me us himself herself themselves itself myself ourselves",
    RELATIVE: "who which whom whose that",
    SUBORDINATOR: "because when while although though if unless whereas whether how why what where lest",
    PREPOSITION: """
        of in on at by for from with against among between into over under through during within without toward
        towards across behind near like per via amid despite upon after before as since until than about around
        beyond inside outside throughout regarding concerning including versus
    """,
    CONJUNCTION: "and or but nor & yet",
    TO: "to",
    MODAL: "will would can could should may might must won't can't cannot wouldn't couldn't shouldn't shall mightn't",
    AUXILIARY: """
        is are was were be been being am has have had having do does did isn't aren't wasn't weren't hasn't haven't
        hadn't don't doesn't didn't
    """,
    ADVERB: """
        not never also just still already then now later once again too even only often always sometimes soon ever
        however meanwhile instead rather quite perhaps maybe further earlier previously recently so there here almost
        twice first oftentimes repeatedly up down away
    """,
    TIME: """
        monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight mondays tuesdays
        wednesdays thursdays fridays saturdays sundays
    """,
    NUMBER: "one two three four five six seven eight nine ten dozens hundreds thousands million billion",
}

_IRREGULAR = """
    go come take make give get put keep let leave lose win run begin become bring buy build catch cut draw drive eat
    fall fight fly flee grow hang hit hold hurt lay lead meet pay rise sell send set shake shoot shut sit speak
    spend spread stand steal strike teach throw wake wear cast break feed hide seek sing sink sleep slide spin split
    stick swing tear deal burn shed bear bind bend lend blow choose freeze hear mean ride sweep dig slay quit bleed
    bite undergo overthrow retake overtake undertake rebuild rewrite withhold uphold withstand undermine override
    overrun oversee outlaw
"""
_COMMON = """
    add accept act affect appear apply arrive arrest attend avoid beat belong carry cause change close collapse compete
    complete contain continue control cost cover create cross damage deliver depend deploy destroy develop die divide
    drop earn elect emerge enable end enjoy enter escape exist expand expect explode extend face fail fear feature file
    fill finish fire fit follow force form gain happen head help hire hope impose improve include increase injure
    intend invade involve join jump kick kill lack land last launch lie like limit live look love manage mark marry
    matter move need note occur open operate own pass perform pick play prepare prevent produce promise protect
    provide publish pull pursue push raise reach receive reduce reflect release remain remove replace represent require
    resign rest result return retire reveal save seem serve settle sign skip spark stage start stay step stop struggle
    study suffer survive surround talk target test tie tend touch train travel treat trigger try turn urge use visit
    wait walk want warn watch withdraw wonder work wound
"""
_NOUNISH = frozenset(
    """
    act arrest collapse damage attack cause change close control cost cover cross damage divide drop end
    escape face fear feature file fill
    fire fit force form gain head help hire hope increase join jump kick lack land last launch lie like limit look love
    mark matter move need note open own pass pick play promise pull push raise reach release rest result return save
    sign spark stage start stay step stop struggle study target test tie touch train travel treat trigger try turn urge
    use visit wait walk want watch wonder work wound cut draw drive fall fight fly hang hit hold hurt lay lead meet pay
    rise run set shoot shot sit speak spread stand strike throw cast break feed hide sink slide split stick swing left
    deal burn shed bear bind bend set go take make put keep
    """.split()
)


NOT_ADVERBS = frozenset(
    "family supply reply ally rally july italy assembly early daily weekly friendly elderly likely unlikely monopoly "
    "bully deadly lonely costly homily butterfly jelly belly".split()
)
"""Words in -ly that are no adverbs."""


@cache
def closed_class() -> dict[str, str]:
    """Return the class of every closed-class word."""
    return {word: tag for tag, words in _CLASSES.items() for word in words.split()}


@cache
def verb_shapes() -> dict[str, tuple[str, bool]]:
    """Return known verb forms with their shape and whether the form is as often a noun."""
    found: dict[str, tuple[str, bool]] = {}
    for verb in (*_IRREGULAR.split(), *_COMMON.split()):
        for name, form in verb_forms(verb, also=True):
            found.setdefault(form, (SHAPES[name], verb in _NOUNISH and name in (FormName.BASE, FormName.THIRD)))
    for form, cue in cue_forms().items():
        found[form] = (cue.shape, cue.cue.noun and cue.shape in ("base", "s"))
    return found
