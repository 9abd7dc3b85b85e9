"""Function words of English: they carry grammar, not choice of words, and are left out of keyness."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a an the this that these those such some any no none each every either neither both all half few many much more
    most less least several another other others own same
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves one ones oneself who whom whose which what whoever
    whatever somebody someone something anybody anyone anything nobody nothing everybody everyone everything there
    here where when why how then thus hence
    and or but nor so yet if unless because since although though while whereas whether than as until till once
    about above across after against along among amid around at before behind below beneath beside besides between
    beyond by despite down during except for from in inside into like near of off on onto out outside over past per
    round through throughout to toward towards under underneath up upon via with within without
    be am is are was were been being have has had having do does did doing done will would shall should can could
    may might must ought need dare used get got gets getting
    not n't never also too very just only even still again already almost quite rather ever often always however
    therefore meanwhile moreover instead perhaps maybe now soon later earlier ago away back else further well
    say says said saying tell tells told
    mr mrs ms dr sen rep gov gen jr sr st
    's 'm 're 've 'll 'd s t m re ve ll d don doesn didn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn
    don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't shouldn't couldn't can't
    cannot i'm i've i'll i'd you're you've he's she's it's we're we've we'll they're they've they'll that's there's
    let let's what's who's
    com org net www http https
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow
    go goes going went gone come comes coming came next last
    two three four five six seven eight nine ten first second third
    """.split()
)
"""“say” and “tell” stand here because reporting verbs have their own table; "may" the month goes with the verb."""
