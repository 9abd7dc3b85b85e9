"""Which printed words are the name of an outlet: no address, handle, section, slogan or name of a program."""

from __future__ import annotations

import html
import re
from functools import cache
from urllib.parse import urlsplit

from ..canonical import one_line
from ..dates import MONTH
from ..kinds.stated import INTERVIEW
from .words import squeezed, words

MAX_WORDS = 9
"""Of some 3,000 outlets in lists of the press the longest names have eight words."""
MAX_NAME = 80
"""Characters of a name; longer lines are descriptions."""

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//\S+|www\.\S+|[\w.+-]+@[\w-]+\.\S+", re.I)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.I)
_PATH = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}[/:]\S*", re.I)
_DATE = re.compile(
    rf"\b{MONTH}\s+\d|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}", re.I
)
_COPYRIGHT = re.compile(r"copyright\b|\(c\)|©|all rights reserved", re.I)
_SEPARATOR = re.compile(r"\s+(?:[|•·»›/]|::|//|[-–—])\s+|\s*\|\s*")
_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "gob", "gov", "go", "ne", "net", "nom", "or", "org"])


def outlet_name(printed: str, host: str = "") -> str:
    """Return the outlet's name in `printed`, "" where there is none in it.

    `host` is the address of the page, if known: a section may be an outlet's name where its address says so, and of
    several parts ("Beacon | News, weather and sport") the one is taken that the address confirms.
    """
    name = _plain(printed)
    if not _could_be(name):
        return ""
    if is_of_host(name, host):
        return name
    parts = [part for part in _SEPARATOR.split(name) if part]
    if len(parts) > 1:
        found = [part for part in (outlet_name(part, host) for part in parts) if part]
        return next((part for part in found if fits_host(part, host)), found[0] if found else "")
    return "" if _is_no_name(name) else name


def address_as_name(printed: str) -> str:
    """Return a domain that an outlet prints as its name ("Phys.org"), "" for any other; the least of its names."""
    name = _plain(printed)
    domain = bool(_DOMAIN.fullmatch(name)) and not name.casefold().startswith("www.")
    return name if domain and name != name.casefold() else ""


def is_address(printed: str) -> bool:
    """Return whether `printed` is an address on the net, a domain, a mail address or a handle."""
    name = printed.strip()
    return bool(name.startswith("@") or any(p.fullmatch(name) for p in (_ADDRESS, _DOMAIN, _PATH)))


def is_section(printed: str) -> bool:
    """Return whether `printed` is the name of a section of a newspaper or page."""
    return _key(printed) in words("outlets", "sections")


def looks_named(printed: str) -> bool:
    """Return whether a line is likely to be an outlet's name, by a word that such names have."""
    known = words("outlets", "names")
    return any(part.strip(",.()") in known for word in printed.casefold().split() for part in (word, *word.split("-")))


def is_of_host(name: str, host: str) -> bool:
    """Return whether the address `host` is the outlet's name spelled as addresses are."""
    return bool(host) and squeezed(name) == site_label(host) != ""


def fits_host(name: str, host: str) -> bool:
    """Return whether the address `host` confirms a name: by its beginning or its initials."""
    label, plain = site_label(host), squeezed(name)
    if not label or not plain:
        return False
    initials = "".join(word[0] for word in name.casefold().split() if word[0].isalnum())
    return (
        plain == label
        or (len(plain) >= 4 and label.startswith(plain))
        or (len(label) >= 3 and plain.startswith(label))
        or (len(label) >= 2 and label in (initials, initials.removeprefix("t")))
    )


@cache
def site_label(host: str) -> str:
    """Return the part of an address that names its site: "lindmark-post" of "www.lindmark-post.co.nl", squeezed."""
    labels = host.casefold().rstrip(".").split(".")
    if len(labels) < 2:
        return ""
    labels = labels[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return squeezed(labels[-1])


def host_of(address: str) -> str:
    """Return the host of an address, "" where it has none."""
    try:
        return (urlsplit(address.strip()).hostname or "").casefold()
    except ValueError:
        return ""


def same_outlet(a: str, b: str) -> bool:
    """Return whether two names are one outlet's, apart from case, spaces and "The"."""
    first, second = squeezed(a), squeezed(b)
    return first == second != "" or (first.removeprefix("the") == second.removeprefix("the") != "")


def _plain(printed: str) -> str:
    return one_line(html.unescape(printed)).strip(" \"'“”‘’|•·»›–—-:,")


def _key(name: str) -> str:
    return name.casefold().strip(" .!:").replace("&amp;", "&")


def _could_be(name: str) -> bool:
    """Return whether a line is no address, date or legal line, and has letters."""
    if len(name) > 3 * MAX_NAME or not any(c.isalpha() for c in name) or is_address(name):
        return False
    return not (name.startswith("@") or _COPYRIGHT.search(name) or _DATE.search(name))


def _is_no_name(name: str) -> bool:
    """Return whether one part of a line is a section, a slogan or what programs write."""
    if INTERVIEW.fullmatch(name):  # a rubric
        return True
    key = _key(name)
    if len(name) > MAX_NAME or len(name.split()) > MAX_WORDS:
        return True
    if key in words("outlets", "sections") or key in words("outlets", "systems"):
        return True
    if any(slogan in key for slogan in words("outlets", "slogans")):
        return True
    # "News, Sport, Culture": nothing but sections.
    parts = [part.strip(" .") for part in re.split(r",|&|\band\b", key) if part.strip()]
    if len(parts) > 1 and all(part in words("outlets", "sections") for part in parts):
        return True
    return len(name.split()) > 3 and name.endswith((".", "!", "?"))
