"""Which people a printed byline names: without offices, places, addresses, and bodies that are no people."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import pairwise

from ..canonical import one_line
from ..dates import MONTH, MONTHS
from ..wire import AGENCIES
from .outlets import is_section, same_outlet
from .words import given_names, nations, places, squeezed, words

MAX_BYLINE = 300
"""Characters; a dozen authors have about that many, longer lines are prose."""
MAX_NAME_WORDS = 6

_CONTACT = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//\S+|www\.\S+|\S+@\S+\.\S+|(?<!\w)@\w+|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}", re.I
)
_BRACKETS = re.compile(r"\(([^()]{0,80})\)|\[([^\[\]]{0,80})\]")
_PIECE = re.compile(r"\s*[|•·;]\s*|\s+[-–—/]\s+|\s*/\s*(?=[A-Z])|\s{2,}")
_BETWEEN = re.compile(r"(,?\s+and\s+|\s*,\s*|,?\s*&\s*|\s+with\s+)", re.I)
_ELSEWHERE = re.compile(r"\s+(?:in|at|from|for|of|on behalf of|reporting from|IN|AT|FROM|FOR)\s+(?=[A-Z]).*$")
_WHEN = re.compile(rf"\s*\b(?:(?:first )?published|posted|updated|last updated|modified)\b.*$|\s+{MONTH}\s+\d.*$", re.I)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.I)
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'‘ʼ-](?=[^\W\d_]))*\.?")


_WRITERS = frozenset(["correspondent", "correspondents", "reporter", "reporters", "staff", "writers"])
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(name.casefold() for name in MONTHS)
_ARTICLES = frozenset(["al", "das", "de", "der", "die", "el", "het", "il", "la", "las", "le", "les", "los", "o", "os"])


@dataclass(frozen=True, slots=True)
class Byline:
    """What a printed byline says."""

    people: str = ""
    """Their names, parted as printed."""
    agency: str = ""
    """The first news agency that it names."""


def read_byline(printed: str, *outlets: str) -> Byline:
    """Return the people and the agency in a byline of one of `outlets`, whose own names are neither."""
    text = one_line(html.unescape(printed))[:MAX_BYLINE]
    bracketed = [a or b for a, b in _BRACKETS.findall(text)]
    text = _CONTACT.sub(" | ", _BRACKETS.sub(" ", text))
    people: list[tuple[str, str]] = []
    agency = next((found for part in bracketed if (found := agency_named(part, *outlets))), "")
    for piece in _PIECE.split(text):
        piece = without_opening(piece)
        agency = agency or agency_named(_ELSEWHERE.sub("", piece), *outlets)
        between, first = "", True
        for i, part in enumerate(_BETWEEN.split(piece)):
            if i % 2:
                between = " and " if re.search(r"and|&|with", part, re.I) else ", "
                if between == " and " and part.isupper():
                    between = " AND "
                continue
            name = _ELSEWHERE.sub("", _WHEN.sub("", without_opening(part))).strip(' ,:.-–—"“”')
            name = _without_outlet(name, outlets)
            if between != ", ":
                name = _without_office(name)
            agency = agency or agency_named(name, *outlets)
            if people and _SUFFIX.fullmatch(name):
                people[-1] = (people[-1][0], f"{people[-1][1]}, {part.strip()}")
            elif _is_person(name, first and not people, outlets):
                people.append((between or ", ", _with_initial(name, part)))
            first = False
    return Byline(_joined(people), agency)


def house_byline(printed: str) -> str:
    """Return a byline that names the writers of a house and none of them, "TSP correspondents"; "" for all others."""
    *house, last = without_opening(one_line(printed)).split() or [""]
    unnamed = words("bylines", "nobody") | words("bylines", "offices") | words("bylines", "fields")
    named = [word for word in house if word[0].isupper() and word.casefold() not in unnamed and word != "Our"]
    if last.casefold() not in _WRITERS or not named or len(house) >= MAX_NAME_WORDS:
        return ""
    return " ".join((*house, last))


def has_given_name(name: str) -> bool:
    """Return whether a name begins with a common given name, as people's do."""
    return name.split(" ")[0].casefold() in given_names() and read_byline(name).people == name


def may_be_people(name: str) -> bool:
    """Return whether a name can be that of one or two people, and nothing in it makes it an outlet's."""
    if read_byline(name).people != name:
        return False
    for person in re.split(r", | and | AND ", name):
        tokens = person.casefold().split()
        if not 2 <= len(tokens) <= 4 or tokens[0] in _ARTICLES:
            return False
        pairs = [f"{a} {b}" for a, b in pairwise(tokens)]
        if any(is_section(word) or word in places() or word in nations() for word in (*tokens, *pairs)):
            return False
    return True


def without_opening(printed: str) -> str:
    """Return a byline without "By", "Written by" and the like."""
    text = printed.strip(" ,:")
    lower = text.casefold()
    for opening in sorted(words("bylines", "openings"), key=len, reverse=True):
        if lower.startswith(opening) and (opening.endswith(":") or lower[len(opening) :][:1] in (" ", ":", "")):
            return without_opening(text[len(opening) :])
    return text


def agency_named(printed: str, *outlets: str) -> str:
    """Return the news agency that `printed` is the name of, "" where it is none or one of `outlets` itself."""
    name = re.sub(r"^the\s+", "", printed.strip(" .,:-–—"), flags=re.I)
    known = AGENCIES.get(name.casefold(), "")
    if not known or known.casefold() == "agencies" or any(is_own(known, outlet) for outlet in outlets):
        return ""
    return known


def is_own(credit: str, outlet: str) -> bool:
    """Return whether a credit is the outlet's own name, its beginning or its initials: "BBC" of "BBC News"."""
    if not credit or not outlet:
        return False
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper()).casefold()
    short = credit.casefold().strip()
    return same_outlet(credit, outlet) or short in (initials, initials.removeprefix("t")) or _begins(credit, outlet)


def _begins(credit: str, outlet: str) -> bool:
    a, b = ([squeezed(word) for word in name.split() if word.casefold() != "the"] for name in (credit, outlet))
    return bool(a) and len(a) < len(b) and b[: len(a)] == a


def _without_outlet(name: str, outlets: tuple[str, ...]) -> str:
    """Return "Ilse Varden The Beacon" without the outlet."""
    for outlet in outlets:
        tail = name[-len(outlet) :] if outlet else ""
        rest = name[: -len(outlet)]
        if tail and same_outlet(tail, outlet) and rest.endswith(" ") and len(rest.split()) > 1:
            return rest.strip()
    return name


def _without_office(name: str) -> str:
    """Return "Ilse Varden Education Correspondent" without the office."""
    tokens = name.split()
    plain = [token.casefold().strip(".,") for token in tokens]
    if plain[-1:] and plain[-1] in words("bylines", "offices") and plain[0] not in AGENCIES:
        end = len(tokens) - 1
        while end > 2 and plain[end - 1] in words("bylines", "fields") | words("bylines", "offices"):
            end -= 1
        if end >= 2:
            return " ".join(tokens[:end])
    return name


def _joined(people: list[tuple[str, str]]) -> str:
    """Return the names with what parts them on the page; each once."""
    seen: dict[str, str] = {}
    for between, name in people:
        seen.setdefault(name, between)
    return "".join(("" if i == 0 else between) + name for i, (name, between) in enumerate(seen.items()))


def _with_initial(name: str, printed: str) -> str:
    """Return a name with the full stop of the abbreviation at its end."""
    return name + "." if re.search(rf"{re.escape(name)}\.(?:\s|$)", printed) and len(name.split()[-1]) < 3 else name


def _is_person(name: str, first: bool, outlets: tuple[str, ...]) -> bool:
    """Return whether a part of a byline is somebody's name; `first` says that nothing stands before it."""
    tokens = name.split()
    if not 1 <= len(tokens) <= MAX_NAME_WORDS or not all(_TOKEN.fullmatch(token) for token in tokens):
        return False
    plain = [token.casefold().strip(".’'") for token in tokens]
    if " ".join(plain) in words("bylines", "nobody") or plain[0] in ("the", "a", "an", "our", "your"):
        return False
    if any(word in words("bylines", key) for word in plain for key in ("bodies", "offices")):
        return False
    if " ".join(plain) in places() or (not first and is_section(name)):
        return False
    if all(word.replace(".", "") in words("bylines", "degrees") for word in plain):
        return False
    if name.casefold() in AGENCIES or any(_is_outlets(name, outlet) for outlet in outlets):
        return False
    if _is_when(plain):
        return False
    if len(tokens) == 1:
        # "Ilse Varden, Nairobi", "AS", "webteam": one word is a name only by itself and in capital and small letters.
        return first and len(name) > 2 and (name.istitle() or _uncased(name)) and not is_section(name)
    particles = words("bylines", "particles")
    if all(token.islower() for token in tokens):
        return first and len(tokens) < 4
    if not all(token[0].isupper() or _uncased(token) or token.casefold() in particles for token in tokens):
        return any(c.isupper() for c in name) and all(
            token[0].isupper() or token.casefold() in particles or re.match(r"[a-z]{1,3}[’'-]?[A-Z]", token)
            for token in tokens
        )
    # "Web TI": an abbreviation at the end is no family name, at the beginning it is initials.
    return name.isupper() or not (
        _INITIALS.fullmatch(tokens[-1]) and len(tokens[-1].strip(".")) > 1 and not _SUFFIX.fullmatch(tokens[-1])
    )


def _is_when(plain: list[str]) -> bool:
    """Return whether the words of a name are a day or a month: "By Monday". May and June with a surname are people."""
    return plain[0] in _WEEKDAYS or (len(plain) == 1 and plain[0] in _MONTHS)


def _is_outlets(name: str, outlet: str) -> bool:
    """Return whether a name is the outlet's own, its beginning, or begins with it: "BBC News Africa" of the BBC."""
    return is_own(name, outlet) or _begins(outlet, name)


def _uncased(word: str) -> bool:
    return word.lower() == word.upper()
