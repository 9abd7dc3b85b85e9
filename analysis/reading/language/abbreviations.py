"""Abbreviations of English news, by what a stop after them can mean."""

from __future__ import annotations

NEVER_LAST = frozenset(
    """
    Mr Mrs Ms Dr Prof Rev Hon Fr Gen Lt Col Maj Capt Cmdr Cpl Sgt Pvt Adm Brig Sen Sens Rep Reps Gov Govs Atty Supt
    Det Insp Pres Amb Msgr Mt Ft Messrs Mme Mlle
    """.split()
)
"""Titles and the like: a name follows, so the stop never ends a sentence."""

BEFORE_NUMBER = frozenset("No Nos no nos Art Sec Fig Vol Ch p pp ca approx est".split())
"""The stop ends no sentence when a number follows."""

MAYBE_LAST = frozenset(
    """
    Inc Corp Co Cos Ltd Bros Jr Sr etc vs St Ave Blvd Rd Dept Univ Assn al Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md
    Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo ft lb lbs oz sq mi km kg hr hrs min Ph
    Esq Bt
    """.split()
)
"""The stop may end a sentence: only when the next word is one that opens sentences."""

OPENERS = frozenset(
    """
    The A An This That These Those He She It They We I You His Her Its Their Our My In On At By For From To Of With
    After Before During Since Until When While If As Although Though Because But And Or So Yet Nor Then There Here
    However Meanwhile Earlier Later Some Many Most Both Each Every All Any No Not Now Once Last Next Officials
    According Also Still Even Only Just Under Over Among What Who Where Why How Such One Two Three Several Despite
    Instead Other Others Another
    """.split()
)
"""Words that open sentences and seldom follow an abbreviation within one."""

CLOCK = frozenset(("a.m", "p.m", "A.M", "P.M"))
AFTER_CLOCK = frozenset(
    """
    EST EDT ET CST CDT CT MST PST PDT PT GMT BST UTC CET Eastern Central Pacific Mountain Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March April May June July August September October November
    December Jan Feb Aug Sept Oct Nov Dec
    """.split()
)
"""What follows "9 a.m." within a sentence."""
