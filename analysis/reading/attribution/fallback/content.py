"""Where the words of somebody begin and end, before and after their cue."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import Enum, auto

from ....model import Document, QuotationKind, Span
from .clauses import clause_end, main_verb, shape_of
from .line import Line
from .phrases import noun_phrase_end, skip_adjuncts


class Direction(Enum):
    BEFORE = auto()
    INSIDE = auto()
    AFTER = auto()


@dataclass(slots=True)
class Content:
    """Somebody's words: where they stand, which quotations they hold, and how far the cue then reaches."""

    spans: list[Span]
    direction: Direction
    quotations: set[int] = field(default_factory=set)
    cue_last: int | None = None


def content_before(
    document: Document, line: Line, source: int, last: int, inverted: bool = False, hearer: bool = False
) -> Content | None:
    """Return what stands before a source and cue (tokens `source` to `last`) when these only come after it.

    What follows the cue must end the clause; where the sentence goes on after a comma, so do the words.
    """
    comma = source - 1
    if comma < 0:
        return None
    if hearer:
        last = noun_phrase_end(line, last + 1, len(line)) or last
    following = skip_adjuncts(line, last + 1, len(line))
    if inverted and line.tags[following : following + 1] in (["X"], ["M"]):
        return None  # "…, speaking softly, said Ann Orr was late": no inversion, a clause follows.
    quotation = line.quoted[comma]
    if quotation < 0 and line.tags[comma] in ",-" and comma > 0 and line.quoted[comma - 1] >= 0:
        quotation = line.quoted[comma - 1]
    if quotation >= 0:
        if not _ends_clause(document, line, quotation, comma) or _opens_aside(line, quotation):
            return None
        return _quotation_before(document, line, quotation, following)
    if line.tags[comma] not in ",-":
        return None
    at_end = following >= len(line) or line.tags[following] in ".,:-"
    if not at_end and not (inverted and following < len(line)):
        return None
    first = 0
    while first < comma and line.tags[first] == "C":
        first += 1
    if line.tags[first] in "SP" and line.quoted[following + 1 : following + 2] not in ([], [-1]):
        return None  # "After the raid began, she said, “…”": where and when she said it
    rest = _rest(line, following, _has_clause(line, first, comma))
    if comma == first or (rest is None and (comma - first < 2 or not _has_clause(line, first, comma))):
        return None
    spans = [line.range(first, comma - 1)]
    if rest is not None:
        spans.append(rest)
    held = {q for q in line.quoted if q >= 0}
    return Content(spans, Direction.INSIDE if rest else Direction.BEFORE, held)


def _opens_aside(line: Line, number: int) -> bool:
    """Whether a quotation ends a clause of time or contrast: "Even as they spoke of “trust,” Ms Orr hinted at …"."""
    first = 0
    while first < len(line) and line.tags[first] in "CB":
        first += 1
    aside = line.words[first] in ("as", "while", "when", "although", "though")
    return aside and line.quoted[first] < 0 and line.quoted.index(number) > first


def _ends_clause(document: Document, line: Line, number: int, at: int) -> bool:
    """Whether a quotation is set off from what follows it: a mere term in marks may be the subject's own."""
    quotation = document.quotations[number]
    if quotation.kind is QuotationKind.SPEECH or line.quoted[at] < 0:
        return True
    return quotation.inner.of(document.text).rstrip()[-1:] in ",.?!—-…"


def _has_clause(line: Line, first: int, end: int) -> bool:
    """Whether tokens `first` to `end` hold a finite verb: what is no clause is no statement."""
    return any(line.tags[i] in "VXM" for i in range(first, end))


def _rest(line: Line, comma: int, whole: bool) -> Span | None:
    """Return what goes on after a comma behind the cue: "The bridge, she said, was old".

    `whole`: what stands before the cue is a clause already, so that a new clause is the narrator's.
    """
    start = comma + 1
    if comma >= len(line) or line.tags[comma] not in ",-" or start >= len(line) - 1:
        return None
    if line.tags[comma] == "-" and not (whole and clause_begins(line, start)):
        return None  # "It spreads, doctors say – every cut [means] that more fall ill"
    if (whole and line.tags[start] in "GCSW") or line.words[start] in ("according", "as", "after", "before"):
        return None
    end = clause_end(line, start)
    return line.range(start, end) if end > start else None


def _quotation_before(document: Document, line: Line, number: int, following: int) -> Content:
    """Return the quotation that ends before the cue, with what belongs to it on either side."""
    quotation = document.quotations[number]
    spans = [quotation.outer]
    held = {number}
    lead = _lead(line, number)
    if lead is not None:
        spans[0] = Span(lead, quotation.outer.end)
        held |= {
            q
            for q, span in zip(line.quoted, line.spans, strict=True)
            if q >= 0 and lead <= span.start < quotation.outer.end
        }
    first = number
    while document.quotations[first].continues and first > 0:
        first -= 1
        spans.insert(0, document.quotations[first].outer)
        held.add(first)
    direction = Direction.BEFORE
    if following < len(line):
        nearest = line.quoted[following]
        if nearest < 0 and following + 1 < len(line) and line.tags[following] in ",:-.":
            nearest = line.quoted[following + 1]
        if nearest >= 0 and nearest not in held:
            spans.append(document.quotations[nearest].outer)
            held.add(nearest)
            direction = Direction.INSIDE
    return Content(spans, direction, held)


def _lead(line: Line, number: int) -> int | None:
    """Return where the unquoted beginning of a sentence that a quotation ends stands, or None."""
    first = line.quoted.index(number)
    if first == 0:
        return None
    if line.tags[first - 1] in ",:" or line.quoted[first - 1] >= 0:
        return None
    start = 0
    while start < first and line.tags[start] == "C":
        start += 1
    return line.spans[start].start if start < first else None


def content_after(
    document: Document, line: Line, cue_last: int, takes: frozenset[str], relative: bool = False
) -> Content | None:
    """Return what a cue that ends with token `cue_last` introduces, or None when nothing fits.

    `relative`: the cue's subject is "who" or "which", whose clause ends at the next comma.
    """
    at = cue_last + 1
    if at >= len(line):
        return None
    tags = line.tags
    colon: int | None = None
    if "address" in takes and {"clause", "quote"} & takes:
        hearer = noun_phrase_end(line, at, len(line))
        if hearer is not None:
            at = hearer + 1
    if at < len(line) and tags[at] not in "WD" and line.quoted[at] < 0:
        skipped = skip_adjuncts(line, at, len(line))
        if {"clause", "quote"} & takes:
            at = skipped
    if {"clause"} & takes and (that := _distant_that(line, at, "address" in takes)) is not None:
        at = that
    if at >= len(line):
        return None
    if tags[at] == ":":
        colon = at if at == cue_last + 1 else None
        at += 1
    elif tags[at] == "," and at + 1 < len(line) and (line.quoted[at + 1] >= 0 or cue_last == at):
        at += 1
    if at + 1 < len(line) and tags[at] == "B" and line.words[at + 1] == "that":
        at += 1  # "said only that"
    if at >= len(line) or tags[at] in ",.":
        return None
    if not _fits(line, at, takes):
        return None
    end = clause_end(line, at, shape_of(line, at, takes))
    if end < at:
        return None
    if relative:
        commas = (i for i in range(at + 1, end) if line.tags[i] == "," and line.quoted[i] < 0)
        end = next(commas, end + 1) - 1
    if _within_subject(line, cue_last) and (main := main_verb(line, at, end)) is not None and main > at + 1:
        end = main - 1
    if line.tags[cue_last] == "G" and not {"quote", "clause"} & takes and _within_subject(line, cue_last):
        end = _before_deed(line, at, end)
    span = line.range(at, end)
    held = {q for q in line.quoted[at : end + 1] if q >= 0}
    if held:
        span = _widened(document, line, span, held)
    return Content([span], Direction.AFTER, held, colon)


# The longest place of speaking that was met between a verb of saying and its "that" has twelve tokens.
_PLACE = 14


def _distant_that(line: Line, at: int, hearer: bool) -> int | None:
    """Return the "that" behind place and manner: "said without proof that", "told guests in Orrford, Korva, that"."""
    if at >= len(line) or line.words[at] in ("of", "about"):
        return None
    if line.tags[at] not in "PZ" and not (line.tags[at] == "," and hearer):
        return None
    for i in range(at + 1, min(at + _PLACE, len(line) - 1)):
        named = line.tags[i] == "V" and line.tags[i - 1] in "ZD"  # "at Friday's press briefing that"
        if line.quoted[i] >= 0 or (line.tags[i] in "VXMWSCR.:" and not named):
            return i if line.words[i] == "that" and line.quoted[i] < 0 and line.tags[i + 1] not in "VXM" else None
    return None


def _within_subject(line: Line, cue_last: int) -> bool:
    """Whether a cue describes the sentence's subject, whose verb is still to come: "those who say …"."""
    first = cue_last
    while first > 0 and line.tags[first - 1] in "BXM":
        first -= 1
    before = line.tags[first - 1] if first else ""
    if any(tag in "VXM" for tag in line.tags[: max(0, first - 1)]):
        return False
    return before == "W" or (line.tags[cue_last] == "G" and before in ("N", "K"))


def _before_deed(line: Line, at: int, end: int) -> int:
    """Return the end of a phrase before the sentence's verb: "growers accusing the mayor [of theft] marched"."""
    for i in range(at + 2, end + 1):
        past = line.tags[i] == "V" and line.shapes[i] == "past" and line.words[i + 1 : i + 2] != ["by"]
        if (past or line.tags[i] in "XM") and line.tags[i - 1] in "NK" and line.quoted[i] < 0:
            return end if "W" in line.tags[at:i] else i - 1
    return end


def block_after(document: Document, line: Line, cue_last: int) -> Content | None:
    """Return the quotation of the next paragraph when the cue ends its own with a colon: "He said:"."""
    colon = next((i for i in range(cue_last + 1, len(line)) if line.tags[i] == ":"), None)
    if colon is None or colon != len(line) - 1:
        return None
    end = line.span.end
    held: set[int] = set()
    for number in range(bisect_left(document.quotations, end, key=lambda q: q.outer.start), len(document.quotations)):
        quotation = document.quotations[number]
        if held and not quotation.continues:
            break
        if not held and document.text[end : quotation.outer.start].strip():
            break
        held.add(number)
    if not held:
        return None
    spans = [document.quotations[number].outer for number in sorted(held)]
    return Content(spans, Direction.AFTER, held, colon if colon == cue_last + 1 else None)


def _fits(line: Line, at: int, takes: frozenset[str]) -> bool:
    """Whether the token `at` can begin what the cue takes."""
    tag, word = line.tags[at], line.words[at]
    if line.quoted[at] >= 0 or tag == '"':
        return bool({"quote", "np", "clause"} & takes)
    if word == "that":
        return bool({"clause", "np"} & takes)
    if tag == "T":
        return "to" in takes
    if tag == "S":
        return bool({"clause", "whether"} & takes) or ("np" in takes and word == "what")
    if tag in "DNKUROG(Y":
        if "np" in takes:
            return True
        return "clause" in takes and clause_begins(line, at)
    if word == "as" and "as" in takes:
        return True
    if tag == "P":
        return "clause" in takes and any(t in "VXM" for t in line.tags[at + 1 :])
    if tag == "B" and word in ("only", "just", "even", "almost", "nearly"):
        return "clause" in takes and clause_begins(line, at + 1)
    if tag == "V":
        return "gap" in takes and "clause" in takes
    return (tag in "XWM" or word == "there") and "clause" in takes


def clause_begins(line: Line, at: int) -> bool:
    """Whether a subject with its verb begins at `at`: "he was late", not "goodbye and closed the door"."""
    last = noun_phrase_end(line, at, len(line))
    after = at + 1 if last is None else last + 1
    if line.tags[after : after + 1] == ["C"] and line.tags[after + 1 : after + 2] in (["D"], ["N"], ["K"], ["R"]):
        last = noun_phrase_end(line, after + 1, len(line))
        after = after + 2 if last is None else last + 1
    while after < len(line) and line.tags[after] == "B":
        after += 1
    if after >= len(line) or line.tags[after] in "C":
        return False
    return any(tag in "VXM" for tag in line.tags[after:])


def _widened(document: Document, line: Line, span: Span, held: set[int]) -> Span:
    """Return `span` up to the end of the quotation it ends in, over the sentences that this runs through."""
    last = document.quotations[max(held)]
    if last.outer.start < span.end < last.outer.end:
        span = Span(span.start, last.outer.end)
    first = document.quotations[min(held)]
    if first.outer.start < span.start < first.outer.end:
        span = Span(first.outer.start, span.end)
    return span
