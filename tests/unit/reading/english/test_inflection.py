"""One place knows the forms of English words, regular and irregular."""

from __future__ import annotations

import pytest

from analysis.reading.english.inflection import FormName, adjective_forms, by_form, noun_forms, plural, verb_forms

REGULAR = [
    "deny denies denied denying",
    "admit admits admitted admitting",
    "agree agrees agreed agreeing",
    "argue argues argued arguing",
    "stress stresses stressed stressing",
    "offer offers offered offering",
    "visit visits visited visiting",
    "explain explains explained explaining",
    "occur occurs occurred occurring",
    "equip equips equipped equipping",
    "quip quips quipped quipping",
    "gas gases gassed gassing",
    "mimic mimics mimicked mimicking",
    "traffic traffics trafficked trafficking",
    "die dies died dying",
    "veto vetoes vetoed vetoing",
    "radio radios radioed radioing",
    "dye dyes dyed dyeing",
    "found founds founded founding",
    "row rows rowed rowing",
    "relax relaxes relaxed relaxing",
]
FORMS_THAT_WERE_WRONG = [
    "foresee foresees foresaw foreseen foreseeing",
    "withhold withholds withheld withholding",
    "quit quits quit quitting",
    "overrun overruns overran overrun overrunning",
    "begin begins began begun beginning",
    "undo undoes undid undone undoing",
    "withdraw withdraws withdrew withdrawn withdrawing",
    "forbid forbids forbade forbidden forbidding",
    "shed sheds shed shedding",
    "bear bears bore borne bearing",
]
IRREGULAR = """
    arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, befall befell
    befallen, beget begot begotten, begin began begun, behold beheld beheld, bend bent bent, beset beset beset, bet
    bet bet, bid bid bid, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown, break broke broken,
    breed bred bred, bring brought brought, broadcast broadcast broadcast, browbeat browbeat browbeaten, build built
    built, burn burned burned, burst burst burst, buy bought bought, cast cast cast, catch caught caught, choose
    chose chosen, cling clung clung, come came come, cost cost cost, creep crept crept, cut cut cut, deal dealt
    dealt, dig dug dug, do did done, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall
    fell fallen, feed fed fed, feel felt felt, fight fought fought, find found found, fit fitted fitted, flee fled
    fled, fling flung flung, fly flew flown, forbear forbore forborne, forbid forbade forbidden, forecast forecast
    forecast, forego forewent foregone, foresee foresaw foreseen, foretell foretold foretold, forget forgot
    forgotten, forgive forgave forgiven, forgo forwent forgone, forsake forsook forsaken, forswear forswore
    forsworn, freeze froze frozen, get got got, give gave given, go went gone, grind ground ground, grow grew grown,
    hamstring hamstrung hamstrung, hang hanged hanged, have had had, hear heard heard, hide hid hidden, hit hit hit,
    hold held held, hurt hurt hurt, inset inset inset, interweave interwove interwoven, keep kept kept, kneel knelt
    knelt, know knew known, lay laid laid, lead led led, leave left left, lend lent lent, let let let, lie lay lain,
    lose lost lost, make made made, mean meant meant, meet met met, misdeal misdealt misdealt, mishear misheard
    misheard, mislay mislaid mislaid, mislead misled misled, misread misread misread, mistake mistook mistaken,
    misunderstand misunderstood misunderstood, outbid outbid outbid, outdo outdid outdone, outfight outfought
    outfought, outgrow outgrew outgrown, outrun outran outrun, outsell outsold outsold, outshine outshone outshone,
    outspend outspent outspent, overbid overbid overbid, overcome overcame overcome, overdo overdid overdone,
    overdraw overdrew overdrawn, overeat overate overeaten, overfeed overfed overfed, overfly overflew overflown,
    overhang overhung overhung, overhear overheard overheard, overlay overlaid overlaid, overpay overpaid overpaid,
    override overrode overridden, overrun overran overrun, oversee oversaw overseen, oversell oversold oversold,
    overshoot overshot overshot, oversleep overslept overslept, overspend overspent overspent, overtake overtook
    overtaken, overthrow overthrew overthrown, overwrite overwrote overwritten, partake partook partaken, pay paid
    paid, proofread proofread proofread, put put put, quit quit quit, read read read, rebuild rebuilt rebuilt,
    recast recast recast, redo redid redone, redraw redrew redrawn, regrow regrew regrown, rehear reheard reheard,
    remake remade remade, rend rent rent, repay repaid repaid, rerun reran rerun, resell resold resold, resend
    resent resent, reset reset reset, resit resat resat, retake retook retaken, retell retold retold, rethink
    rethought rethought, rewind rewound rewound, rewrite rewrote rewritten, rid rid rid, ride rode ridden, ring rang
    rung, rise rose risen, run ran run, saw sawed sawn, say said said, see saw seen, seek sought sought, sell sold
    sold, send sent sent, set set set, sew sewed sewn, shake shook shaken, shear sheared shorn, shed shed shed,
    shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut, sing sang sung,
    sink sank sunk, sit sat sat, slay slew slain, sleep slept slept, slide slid slid, sling slung slung, slink slunk
    slunk, slit slit slit, sow sowed sown, speak spoke spoken, speed sped sped, spend spent spent, spin spun spun,
    spit spat spat, split split split, spread spread spread, spring sprang sprung, stand stood stood, steal stole
    stolen, stick stuck stuck, sting stung stung, stink stank stunk, stride strode stridden, strike struck struck,
    string strung strung, strive strove striven, swear swore sworn, sweep swept swept, swell swelled swollen, swim
    swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn, telecast telecast telecast,
    tell told told, think thought thought, throw threw thrown, thrust thrust thrust, tread trod trodden, unbind
    unbound unbound, undercut undercut undercut, undergo underwent undergone, underlie underlay underlain, underpay
    underpaid underpaid, undersell undersold undersold, understand understood understood, undertake undertook
    undertaken, underwrite underwrote underwritten, undo undid undone, unwind unwound unwound, uphold upheld upheld,
    upset upset upset, wake woke woken, wear wore worn, weave wove woven, weep wept wept, wet wet wet, win won won,
    wind wound wound, withdraw withdrew withdrawn, withhold withheld withheld, withstand withstood withstood, wring
    wrung wrung, write wrote written
"""


@pytest.mark.parametrize("forms", [*REGULAR, *FORMS_THAT_WERE_WRONG], ids=lambda forms: forms.split()[0])
def test_a_verb_has_these_forms_and_no_others(forms: str) -> None:
    expected = forms.split()
    assert {form for _, form in verb_forms(expected[0])} == set(expected)


def test_irregular_verbs_have_their_past_and_participle() -> None:
    rows = [tuple(row.split()) for row in IRREGULAR.split(",")]
    assert len(rows) >= 200
    assert [(verb, *past_of(verb)) for verb, _, _ in rows] == rows


def past_of(verb: str) -> tuple[str, str]:
    names = dict(verb_forms(verb))
    past = names[FormName.PAST]
    return past, names.get(FormName.PARTICIPLE, past)


@pytest.mark.parametrize("verb", ["travel", "label", "signal", "benefit", "kidnap"])
def test_some_verbs_have_two_spellings_of_their_past(verb: str) -> None:
    forms = {form for _, form in verb_forms(verb)}
    assert forms >= {f"{verb}ed", f"{verb}{verb[-1]}ed", f"{verb}ing", f"{verb}{verb[-1]}ing"}


@pytest.mark.parametrize("verb", ["control", "expel", "occur", "regret"])
def test_a_verb_stressed_on_its_last_syllable_has_one(verb: str) -> None:
    assert f"{verb}ed" not in {form for _, form in verb_forms(verb)}


def test_rare_forms_are_read_only_where_they_are_asked_for() -> None:
    assert (FormName.PAST, "hung") not in verb_forms("hang")
    assert (FormName.PAST, "hung") in verb_forms("hang", also=True)
    assert (FormName.PARTICIPLE, "gotten") in verb_forms("get", also=True)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("militant", "militants"),
        ("spokeswoman", "spokeswomen"),
        ("German", "Germans"),
        ("child", "children"),
        ("ally", "allies"),
        ("memo", "memos"),
        ("hero", "heroes"),
        ("chief", "chiefs"),
        ("thief", "thieves"),
        ("monarch", "monarchs"),
        ("church", "churches"),
        ("tooth", "teeth"),
        ("police", "police"),
    ],
)
def test_a_noun_has_this_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected
    assert noun_forms(noun) == ((FormName.BASE, noun), (FormName.PLURAL, expected))


def test_an_adjective_is_compared() -> None:
    assert [form for _, form in adjective_forms("big")] == ["big", "bigger", "biggest"]
    assert [form for _, form in adjective_forms("bloody")] == ["bloody", "bloodier", "bloodiest"]


def test_a_form_leads_back_to_its_word() -> None:
    forms = by_form(["withhold", "find", "found", "stop"])
    assert forms["withheld"] == ("withhold", FormName.PAST)
    assert forms["stopping"] == ("stop", FormName.GERUND)
    assert forms["found"] == ("find", FormName.PAST)  # the first that has it
    assert by_form(["wife"], noun_forms)["wives"] == ("wife", FormName.PLURAL)
