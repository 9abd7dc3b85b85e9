"""What stands around an article on a page: written for this project, in the manner of news sites."""

from __future__ import annotations

from .item import Item

MENU = ("Home", "News", "Politics", "World", "Business", "Opinion", "Sport", "Culture", "Weather", "Video")
SHARING = ("Share on Facebook", "Tweet this", "Email", "Print", "Copy link", "WhatsApp")
RELATED = (
    "Five things to watch in the capital this week",
    "Why the price of bread keeps rising",
    "Ferry workers vote to end their strike",
    "The town that lost its only bus",
    "A museum reopens after nine years",
    "How to read a water bill",
    "Council backs plan for a second bridge",
    "Ten recipes for the first cold evenings",
)
CAPTIONS = (
    ("The speaker leaves the hall after the session.", "Mira Holt/Lindmark Press"),
    ("People wait outside the building on a rainy morning.", "File photo"),
    ("A view of the square, where crowds had gathered the day before.", "Jon Ek / Getty Images"),
    ("Lawmakers during a break in the debate.", "(AP Photo/Tove Lind)"),
)
NEWSLETTER = (
    "Sign up for our morning newsletter",
    "The day's most important stories, in your inbox before breakfast.",
    "By signing up you agree to our terms of use and privacy policy.",
)
CONSENT = (
    "We value your privacy",
    "We and our partners store and access information on a device, such as cookies, to show personalised ads and to"
    " measure their performance. You can change your choices at any time.",
)
FOOTER = (
    "About us", "Contact", "Careers", "Advertise with us", "Terms of service", "Privacy policy", "Site map", "RSS",
)  # fmt: skip
COMMENTS = (
    ("harbour_fan", "Finally somebody writes about this. Long overdue if you ask me."),
    ("Old Pilot", "I do not believe a word of it, and I have read the report."),
)


def caption_of(item: Item) -> tuple[str, str]:
    """Return what stands under the picture, and whose picture it is."""
    return CAPTIONS[item.pick(len(CAPTIONS), "caption")]


def related_to(item: Item, count: int = 4) -> list[str]:
    """Return headlines of other stories."""
    at = item.pick(len(RELATED), "related")
    return [RELATED[(at + i) % len(RELATED)] for i in range(count)]


def rights_of(item: Item) -> str:
    """Return the line of copyright."""
    return f"Copyright {item.day.year} {item.outlet}"
