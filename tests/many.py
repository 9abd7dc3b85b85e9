"""As many invented articles as one likes: the same for the same seed, another event for another."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.whole.story import Telling

FIRST = "Ada Bruno Carla Dario Elin Frida Goran Hilde Ivo Jana Kaspar Lena Milo Nadia Oskar Petra Ruben Selma".split()
LAST = "Albrek Bornholt Castrin Drusk Elvane Forsk Grendal Holmar Istrand Jorvik Kestner Lunde Morvan Nistad".split()
TOWN = "Arvenholm Belgrave Corrin Dalmere Estrup Falkenau Gorsund Hollin Isenby Jarlsund Kelmar Lindau".split()
PLACE = ("town hall", "harbour", "railway station", "hospital", "market square", "bridge", "mine", "power station")
ROLE = ("mayor", "police chief", "union leader", "interior minister", "army spokesman", "doctor", "harbour master")
OPENING = (
    "Police cleared the {place} of {town} on {day} after {n} protesters had held it for {m} days, the {role} said.",
    "Rioters who had occupied the {place} of {town} for {m} days were driven out by officers on {day}.",
    "Riot police stormed the {place} in {town} before dawn on {day} and beat {n} demonstrators, witnesses said.",
    "The {place} of {town} was liberated on {day}, {m} days after {n} militants had seized it, the ministry said.",
)
MIDDLE = (
    "“Nobody was hurt and nobody will be charged,” said {name}, the {role}.",
    "“They kicked us while we lay on the ground,” {name}, {age}, told reporters.",
    "{name} claimed that the regime had planned the brutal crackdown for weeks.",
    "At least {n} people were injured and {m} were arrested, according to {name}, who leads the local hospital.",
    "The council condemned the violence and demanded an inquiry into the deaths of {m} strikers.",
    "Supporters of {name} hailed the heroic officers, while critics called it a massacre.",
    "The company denied that it had not paid its {n} workers since {day}.",
    "{name} insisted that the operation had been lawful and proportionate.",
    "Shops near the {place} were looted on {day} night, a spokesman for the police said.",
    "It was the {m}th such protest in {town} this year.",
)
CLOSING = (
    "The regional council of {town} will meet on {day} to discuss the dispute.",
    "The {place} is to open again on {day}, {name} said.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def articles(count: int, seed: int, paragraphs: int = 6, outlets: Sequence[str] = ()) -> list[Telling]:
    """Return `count` articles of as many outlets on one event; what is said is drawn anew for each."""
    event = random.Random(seed)
    town, place = event.choice(TOWN), event.choice(PLACE)
    cast = [f"{event.choice(FIRST)} {event.choice(LAST)}" for _ in range(5)]
    numbers = [event.randint(3, 400) for _ in range(4)]
    told = []
    for i in range(count):
        own = random.Random(f"{seed} {i}")

        def filled(template: str, own: random.Random = own) -> str:
            return template.format(
                town=town, place=place, name=own.choice(cast), role=own.choice(ROLE), day=own.choice(DAYS),
                n=own.choice(numbers), m=own.randint(3, 30), age=own.randint(19, 80),
            )  # fmt: skip

        middle = [
            " ".join(filled(one) for one in own.sample(MIDDLE, own.randint(2, 4)))
            for _ in range(max(0, paragraphs - 2))
        ]
        body = (filled(own.choice(OPENING)), *middle, filled(own.choice(CLOSING)))
        outlet = outlets[i % len(outlets)] if outlets else f"{own.choice(TOWN)} Courier {i + 1}"
        title = f"{town}: {own.choice(('clashes', 'dispute', 'protest', 'crackdown'))} at the {place}, account {i + 1}"
        told.append(Telling(f"{i:03d}", outlet, title, f"2033-05-{i % 28 + 1:02d}", own.choice(cast), body))
    return told
