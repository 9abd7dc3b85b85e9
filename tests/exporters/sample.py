"""A small story written for the tests of the exporters, with what real articles hold: odd signs, no author, many."""

from __future__ import annotations

from .item import Item

LEAD = "Two cranes fell into the harbour of Lindmark on Monday — nobody was hurt, the port office said."
STORY = (
    Item(
        "The Lindmark Post",
        "Cranes fall into harbour; “nobody hurt”",
        "2024-03-05",
        'Ada Brandt, Jon Ek, "Tove OLind"',
        f"{LEAD}\n\n“It sounded like thunder,” said Ida Moe, 61, who sells fish & chips there.\n\n\n\n"
        "The well-known cables, {old} and worn, were to be replaced in the autumn; the council says it did not know.",
        "https://post.example/news/cranes",
        "harbour_news",
    ),
    Item(
        "Nordwire",
        "Lindmark port shut after accident",
        "2024-03-04",
        "",
        "LINDMARK, March 4 (Nordwire) - The port of Lindmark was closed until Thursday.\n\n"
        "Insurers put the damage at €3 million 🏗 <and rising>, with a note that read: \\ 100% \\.",
        "https://nordwire.example/a/1",
        "economy",
    ),
    Item(
        "Free Beacon",
        "Who let the cranes rust?",
        "2024-03-06",
        "Per Holm",
        "Somebody knew.\n\n" + " ".join(["The report lay in a drawer of the council for four long years."] * 40),
        "https://beacon.example/opinion/rust",
        "opinion",
    ),
)
"""Three outlets on one accident."""
