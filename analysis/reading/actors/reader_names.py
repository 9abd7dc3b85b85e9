"""The Reader's names as candidates: the name proper, without titles, modifiers and what is said behind it."""

from __future__ import annotations

from dataclasses import replace

from ...model import ActorKind, Document, SectionKind, Sentence, Span
from ...progress import checked
from ...readings import Name, Reading
from ..english.cues import cue_forms
from ..english.speaking import can_speak
from ..english.tables import endings, words
from ..language import word_key
from ..overlaps import Overlaps, spans_taken
from ..reader.labels import UPOS
from ..syntax import Parse, Tree, parse_of
from ..syntax.phrase import appositions, bearer, head_of
from .candidates import Candidate, candidate_of, capital, find_candidates, run_of, shouted, titled_line
from .evidence import rule_kind
from .short_names import last_name
from .tables import tables

SURE = 0.5
"""Least probability of a name. Below it, what the head marked is as often a title or a common noun."""
KINDS = {
    "person": ActorKind.PERSON,
    "organization": ActorKind.ORGANIZATION,
    "place": ActorKind.PLACE,
}
PROPER = UPOS.index("PROPN")
_ENDS = frozenset((",", "(", ")", "–", "—", "--", ";", ":", "who", "which", "that", "“", "”", '"', "/"))
"""Behind which a mention says something of its name: "Orr, the mayor"."""
_JOINED = endings("actors.joined")


def read_candidates(document: Document, reading: Reading) -> list[Candidate]:
    """Return the Reader's names as candidates in text order; of overlapping ones the longest, then the surest."""
    found = [
        one for name in checked(reading.names) if name.probability >= SURE for one in _cut(document, reading, name)
    ]
    found = [_unslashed(one) for one in found]
    found.sort(key=lambda c: (-len(c.span), -c.sure, c.span))
    kept: list[Candidate] = []
    taken = spans_taken(())
    for one in checked(found):
        if not taken.any(one.span):
            kept.append(one)
            taken.add(one.span, None)
    return sorted(kept, key=lambda c: c.span)


def _unslashed(one: Candidate) -> Candidate:
    """Return the name behind a slash: a photograph's credit is to "Agency/Ada Orr"."""
    agency, _, name = one.name.rpartition("/")
    return replace(one, name=name, span=Span(one.span.end - len(name), one.span.end)) if agency and name else one


def _cut(document: Document, reading: Reading, name: Name) -> list[Candidate]:
    """Return the name proper within one of the Reader's mentions; nothing where there is none."""
    first, last = name.range
    index = document.sentence_at(document.tokens[first].span.start)
    if index is None:
        return []
    sentence = document.sentences[index]
    if sentence.section is SectionKind.DATELINE or shouted(document.tokens[slice(*sentence.tokens)]):
        return []  # Capitals throughout tell nothing of names, and where a story was filed is none of its actors.
    last = min(_end(document, first, last), sentence.tokens[1])
    if titled_line(document.tokens[slice(*sentence.tokens)], sentence.section):
        last = next((i for i in range(first + 1, last) if int(reading.upos[i]) != PROPER), last)
    head = next((i for i in range(first, last) if not first <= reading.heads[i] < last), first)
    kind = KINDS[name.kind]
    if kind is ActorKind.PERSON:
        found = _person(document, sentence, first, last, head)
    else:
        found = _body(document, reading, sentence, range(first, last), head, kind)
    return [] if found is None else [replace(found, kind=kind, sure=name.probability)]


def _people(one: Candidate) -> bool:
    """Whether the words are for a people or a faith: "many Americans", "South Korean" are nobody's name.

    Members of a party stay: "Republicans" is what a party is called.
    """
    last = one.name.split()[-1]
    return last not in _PARTIES and (last in tables().adjectives or last.removesuffix("s") in tables().adjectives)


_PARTIES = words("actors.parties")


def _person(document: Document, sentence: Sentence, first: int, last: int, head: int) -> Candidate | None:
    """Return the run of capitals with the mention's head, else one behind an office: "the club's director Ann Orr"."""
    runs = _runs(document, sentence, first, last)
    for one in runs:
        if document.token_at(one.span.start) <= head < document.token_at(one.span.end):
            office = " " not in one.name and one.after in _PREPOSITIONS and document.token_at(one.span.end) < last
            return None if office else one  # "Chair of the Tidal Centre" names nobody.
    behind = [one for one in runs if document.token_at(one.span.start) > head and not _governed(document, one, head)]
    return behind[-1] if behind else None


def _governed(document: Document, one: Candidate, head: int) -> bool:
    """Whether a preposition between the head and a name makes it somebody else's: "Chairman of the Tidal Centre"."""
    at = document.token_at(one.span.start)
    between = [token.text.lower() for token in document.tokens[head + 1 : at]]
    return bool(between) and any(word in _PREPOSITIONS for word in between)


_PREPOSITIONS = words("actors.prepositions")
_LINKS = frozenset(("of", "for", "&", "and", "the", "on", "de", "del", "la", "al", "'s", "’s", "-", "–"))


def _body(
    document: Document, reading: Reading, sentence: Sentence, within: range, head: int, kind: ActorKind
) -> Candidate | None:
    """Return the body's or place's name within a mention: its run of capitals, linked over "of the" and the like."""
    tokens = document.tokens
    runs: list[tuple[int, int]] = []
    at = within.start
    while at < within.stop:
        if not _begins(document, at):
            at += 1
            continue
        stop = at + 1
        while (next_ := _next(document, reading, at, stop, within.stop, kind)) > stop:
            stop = next_
        runs.append((at, stop))
        at = stop
    own = [run for run in runs if run[0] <= head < run[1]] or runs[:1]
    if not own:
        return None
    start, stop = own[0]
    span = Span(tokens[start].span.start, tokens[stop - 1].span.end)
    name = " ".join(span.of(document.text).split())
    if len(name) < 2 or word_key(name) in tables().titles:
        return None
    before = word_key(tokens[start - 1].text) if start > sentence.tokens[0] else ""
    after = tokens[stop].text if stop < sentence.tokens[1] else ""
    return Candidate(name, span, False, before, after, "", _headline(sentence), "")


def _begins(document: Document, at: int) -> bool:
    """Whether a name can begin here: a capital that is neither "The" nor "U.S.-backed"."""
    word = document.tokens[at].text
    return document.tokens[at].word and capital(word) and not word.endswith(_JOINED) and word not in _DETERMINERS


_DETERMINERS = words("actors.determiners")


def _next(document: Document, reading: Reading, start: int, at: int, end: int, kind: ActorKind) -> int:
    """Return where the name that began at `start` goes on to behind `at`; `at` where it ends."""
    tokens = document.tokens
    if at < end and tokens[at].word and capital(tokens[at].text):
        return at + 1
    after = at
    while after < end and tokens[after].text in _LINKS and after - at < 2:
        after += 1
    if after == at or after >= end or not (tokens[after].word and capital(tokens[after].text)):
        return at
    link = tokens[at].text
    if link == "and" and (kind is ActorKind.PLACE or not _names_a_body(document, start, after, end)):
        return at
    if link in ("'s", "’s") and _named_apart(reading, start, at):
        return at
    return after + 1


def _names_a_body(document: Document, start: int, after: int, end: int) -> bool:
    """Whether "and" is within a name: behind an "of", or before the word of a body: "Orra and Tarn Court of Appeal"."""
    words = [word_key(token.text) for token in document.tokens[start:end]]
    return any(w in ("of", "for") for w in words[: after - start]) or any(
        w in tables().organization for w in words[after - start :]
    )


def _named_apart(reading: Reading, start: int, at: int) -> bool:
    """Whether the possessor is a name of its own: "Syria" before "Foreign Ministry", not the "King" of a college."""
    return any(n.range[0] >= start and n.range[1] in (at, at + 1) for n in reading.names if n.range[0] < at)


def _end(document: Document, first: int, last: int) -> int:
    """Return where the name ends at the latest: before a comma, a bracket or a clause about it."""
    for at in range(first + 1, last):
        low = document.tokens[at].text.lower()
        if low in _ENDS and not (low == "," and _suffix(document, at)):
            return at
    return last


def _suffix(document: Document, comma: int) -> bool:
    after = document.tokens[comma + 1].text if comma + 1 < len(document.tokens) else ""
    return after.rstrip(".") in tables().suffixes | {"Inc"}


def _runs(document: Document, sentence: Sentence, first: int, last: int) -> list[Candidate]:
    """Return the names that runs of capitals within the mention make, titles cut off."""
    start, stop = sentence.tokens
    tokens = document.tokens[start:last]
    found: list[Candidate] = []
    at = first - start
    while at < len(tokens):
        if not capital(tokens[at].text) or tokens[at].text.endswith(_JOINED):
            at += 1
            continue
        end = max(run_of(tokens, at), at + 1)
        whole = document.tokens[start:stop]
        one = candidate_of(document.text, whole, at, end, frozenset(), headline=_headline(sentence), trusted=True)
        if one is not None:
            found.append(one)
        at = end
    return found


def _headline(sentence: Sentence) -> bool:
    return str(sentence.section) == "headline"


def repeated(document: Document, reading: Reading, read: list[Candidate], by_rules: list[Candidate]) -> list[Candidate]:
    """Return what the rules found that bears a name which the Reader found elsewhere, or is the fuller form of one."""
    known = {one.name for one in read}
    known |= {last_name(one.name.split()) for one in read if one.kind is ActorKind.PERSON}
    short = {one.name for one in read if " " not in one.name and one.kind is not ActorKind.PLACE}
    taken = spans_taken(one.span for one in read)
    fuller = (one for one in by_rules if _is_fuller(document, reading, one, short))
    kept = {one.span: one for one in (*(one for one in by_rules if one.name in known), *fuller)}
    return [one for one in kept.values() if not taken.any(one.span)]


def _is_fuller(document: Document, reading: Reading, one: Candidate, short: set[str]) -> bool:
    """Whether two words go on a name that stands alone elsewhere: "Orra Digital" where "Orra" is read."""
    first, *rest = one.name.split()
    at = document.token_at(one.span.start)  # a name that begins within the last token has none behind it
    proper = at < len(reading.upos) and int(reading.upos[at]) == PROPER
    named = len(rest) == 1 and first in short and proper and word_key(rest[0]) not in tables().titles
    return named and rule_kind(one) is ActorKind.PERSON


def confirmed(
    document: Document, reading: Reading, read: list[Candidate], by_rules: list[Candidate]
) -> list[Candidate]:
    """Return what the rules found and the Reader overlooked: its encoder sees no capitals, the rules see little else.

    Kept are names whose kind the rules are sure of, if they have several words, are an acronym, or are a proper
    noun in the parse. On the gold for names, with an early model: F .41 for the Reader alone, .73 with these, at better
    precision (`python -m tests.quality.reader_figures_words`).
    """
    taken = spans_taken(one.span for one in read)
    parse = parse_of(document)
    return [
        one
        for one in by_rules
        if _sure_kind(one, parse) is not None
        and (" " in one.name or _acronym(one.name) or _proper(document, reading, one))
        and not taken.any(one.span)
    ]


def _sure_kind(one: Candidate, parse: Parse | None) -> ActorKind | None:
    """Return the kind that the rules know; a person only by what introduces one: nobody is to be invented."""
    kind = rule_kind(one)
    if kind is not ActorKind.PERSON or one.titled or one.before in tables().titles:
        return kind
    introduced = one.name.split()[0] in tables().first_names or (parse is not None and _is_introduced(parse, one))
    return kind if introduced else None


def _is_introduced(parse: Parse, one: Candidate) -> bool:
    """Whether proper nouns stand beside a role or an age, are set off or say something: "the envoy, Ada Orr"."""
    tree = parse.at(one.span.start)
    inside = tree.within(one.span) if tree is not None else ()
    head = head_of(tree, inside) if tree is not None else None
    if tree is None or head is None or any(tree.tag(word) != "PROPN" for word in inside):
        return False
    if tree.relation(head) == "appos" or _says(tree, head):
        return True
    beside = [inside[0] - 1, bearer(tree, head), *appositions(tree, head)]
    after = inside[-1] + 1
    role = any(w not in inside and tree.tag(w) == "NOUN" and can_speak(tree.low(w)) for w in beside)
    return role or (tree.low(after) == "," and tree.low(after + 1).isdigit() and tree.low(after + 2) == ",")


def _says(tree: Tree, noun: int) -> bool:
    verb = tree.head(noun)
    return verb is not None and tree.relation(noun) == "nsubj" and tree.low(verb) in cue_forms()


CUT_OFF = 2
"""Words that the Reader cuts off at most; a longer run of capitals is a headline's."""


def _whole(one: Candidate, by_rules: Overlaps[Candidate]) -> Candidate:
    """Return a name as its run of capitals has it where the Reader, which sees none, has cut it: "White" House."""
    for other in by_rules.at([one.span]):
        added = sum(map(capital, other.name.split())) - sum(map(capital, one.name.split()))
        linked = one.kind is not ActorKind.PERSON and any(f"{one.name} {link} " in other.name for link in ("of", "for"))
        if other.span.contains(one.span) and (0 < added <= CUT_OFF or linked):
            return replace(other, kind=one.kind, sure=one.sure)
    return one


def _acronym(name: str) -> bool:
    return len(name) > 1 and name.replace(".", "").isupper()


def _proper(document: Document, reading: Reading, one: Candidate) -> bool:
    words = range(document.token_at(one.span.start), document.token_at(one.span.end))
    return any(int(reading.upos[i]) == PROPER for i in words)


def _bare(one: Candidate) -> Candidate:
    """Return a name without what is joined to it: an agency before a slash, "Russian-backed" before a body."""
    one = _unslashed(one)
    words = one.name.split()
    kept = next((i for i, word in enumerate(words) if not word.endswith(_JOINED)), 0)
    if not kept or len(words) == kept:
        return one
    name = " ".join(words[kept:])
    return replace(one, name=name, span=Span(one.span.end - len(name), one.span.end))


def all_names(document: Document, reading: Reading) -> list[Candidate]:
    """Return the Reader's names, their repetitions, and what rules and parse agree on, in text order."""
    by_rules = [_bare(one) for one in find_candidates(document)]
    runs = Overlaps((one.span, one) for one in by_rules)
    names = [_whole(one, runs) for one in checked(read_candidates(document, reading))]
    names = list({one.span: one for one in names}.values())
    names += repeated(document, reading, names, by_rules)
    names += confirmed(document, reading, names, by_rules)
    return sorted((one for one in names if not _people(one)), key=lambda c: c.span)
