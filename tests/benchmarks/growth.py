"""How time grows with the text, layer by layer: `python -m tests.benchmarks.growth [WORDS] [--reader] [KIND…]`.

Each kind of text is made at doubling sizes. The exponent of a layer is log2 of the ratio of its times at the two
largest sizes: 1 is linear, 2 is quadratic. Times are of the processor, so that other programs do not count.
"""

from __future__ import annotations

import gc
import math
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from analysis.model import Article, Document
from analysis.settings import ReadSettings
from analysis.sources.build import build
from analysis.sources.draft import Draft

Result = TypeVar("Result")
LARGEST = 8_000
"""Words of the largest text by default."""
BENCHED = 8_000
"""Words of the largest text in `./run bench`."""
DOUBLINGS = 3
LEAST_S = 0.02
"""Times below this say nothing about growth."""

_NAMES = (
    "Orla Venn,Tomas Brill,Mara Quint,Edda Holm,the Northport council,the Harbour Board,Velland,Rusk,Ilsa Tarn".split(
        ","
    )
)
_VERBS = "said,claimed,warned,denied,announced,told reporters,insisted,argued".split(",")
_NOUNS = "bridge,ferry,protest,budget,strike,vote,terminal,ruling,plan,clash,levy,raid".split(",")
_DEEDS = "attacked,welcomed,blocked,slammed,approved,destroyed,praised,delayed,crushed,defended".split(",")
_PLAIN = "slow grim brave market water long good quiet terrible road over under with from hope fear anger calm".split()


def _sentences(draw: random.Random) -> Iterator[str]:
    while True:
        a, b = draw.sample(_NAMES, 2)
        noun, verb, deed = draw.choice(_NOUNS), draw.choice(_VERBS), draw.choice(_DEEDS)
        yield draw.choice(
            (
                f"{a} {verb} on Monday that the {noun} had been {deed} by {b}.",
                f"“We have {deed} the {noun},” {a} {verb}, “and it was a {draw.choice(_PLAIN)} day.”",
                f"{a} {deed} the {noun} after {draw.randint(2, 90)} people were killed, according to {b}.",
                f"He {verb} that the so-called “{noun} regime” was a disgrace.",
                f"The {noun} near {b.removeprefix('the ')} remained closed; nobody was hurt.",
            )
        )


def _joined(words: int, separators: tuple[str, ...]) -> str:
    draw, made, count = random.Random(7), [], 0
    for sentence in _sentences(draw):
        made.append(sentence + draw.choice(separators))
        count += len(sentence.split())
        if count >= words:
            return "".join(made)
    raise AssertionError


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda words: unit * (words // max(1, len(unit.split())) + 1)


def _words(choices: list[str]) -> Callable[[int], str]:
    def made(words: int) -> str:
        draw = random.Random(3)
        return " ".join(draw.choice(choices) for _ in range(words))

    return made


def _joined_names(words: int) -> str:
    draw = random.Random(5)

    def name() -> str:
        first, letter, vowel = (draw.choice(choices) for choices in (("Ada", "Bo", "Ida"), "BDFKLMT", "aeiou"))
        return f"{first} {letter}{vowel}{draw.randrange(999)}n"

    return " ".join(" and ".join(name() for _ in range(6)) + " said it was late." for _ in range(words // 21 + 1))


KINDS: dict[str, Callable[[int], str]] = {
    "news": lambda words: _joined(words, (" ", " ", " ", "\n\n")),
    "names joined by and": _joined_names,
    "pronouns and roles": _repeated("He said it was late. The mayor said it was dry. "),
    "one paragraph": lambda words: _joined(words, (" ",)),
    "no sentence ends": lambda words: _joined(words, (" ",)).replace(".", "").replace(",”", "”"),
    "lower-case words": _words(_PLAIN + _NOUNS + _DEEDS),
    "capitalised words": _words([word.title() for word in _PLAIN + _NOUNS] + ["Orla", "Venn", "Velland"]),
    "one word of a line": _words(["said", "Venn", "bridge."]) ,
    "lines": lambda words: _words(["said", "Venn", "bridge."])(words).replace(" ", "\n"),
    "quotation marks": _repeated('“Go" he \'said\' "and '),
    "open marks": _repeated("“go and ‘see "),
    "inches": _repeated('7" and 5\' '),
    "commas": _repeated("killed, attacked, Venn, "),
    "no blanks": lambda words: "word" * words,
    "stops": _repeated("A. B. U.S. Mr. "),
    "exclamations": _repeated("good!!! bad??? "),
    "numbers": _repeated("1,234.56 12:30 "),
    "brackets": _repeated("((( [ a ) "),
    "that that": _repeated("said that Venn said that "),
    "according": _repeated("according to "),
    "dashes": _repeated("Venn — the brave – said - "),
    "semicolons": _repeated("he said; she said; "),
    "emoji": _repeated("good 😀 day "),
    "blank lines": _repeated("word\n\n"),
    "labels": _repeated("ORLA VENN: We go home.\n\nMR. BRILL (by phone): So do I.\n\n"),
    "posts": _repeated("We go home. — Orla Venn (@venn) May 3, 2026\n\nVenn wrote:\n\n"),
    "letters": _repeated("The letter reads:\n\nDear Ms Venn,\n\nGo home.\n\n"),
}  # fmt: skip


def layers(article: Article, read: bool) -> Iterator[tuple[str, float]]:
    """Yield the seconds of the processor that each layer of one analysis takes."""
    from analysis.comparison.per_article import article_measures
    from analysis.reading import analyzers
    from analysis.reading.actors import find_actors
    from analysis.reading.analyzers.toward import actor_sentiments
    from analysis.reading.attribution import fallback
    from analysis.reading.language import find_quotations, find_turns, segment
    from analysis.reading.pipeline import attribute, found_in
    from analysis.reading.reader import shared
    from analysis.reading.scores import sentence_scores
    from analysis.reading.voices import assign_voices

    spent, (paragraphs, sentences, tokens) = _timed(lambda: segment(article))
    yield "segmentation", spent
    document = Document(article, paragraphs, sentences, tokens, (), (), (), ())
    spent, quotations = _timed(lambda: find_quotations(article.text, paragraphs))
    yield "quotations", spent
    document = replace(document, quotations=quotations)
    reader = shared() if read else None
    if reader is not None:
        spent, readings = _timed(lambda: reader.read([document]))
        yield "Reader", spent
        document = replace(document, reading=readings[0])
    spent, actors = _timed(lambda: find_actors(document))
    yield "actors", spent
    document = replace(document, actors=actors)
    spent, _ = _timed(lambda: find_turns(document))
    yield "turns", spent
    spent, rules = _timed(lambda: fallback.find(document))
    yield "rules", spent
    spent, attributions = _timed(lambda: attribute(document, rules))
    yield "attribution", spent
    document = replace(document, attributions=attributions)
    spent, voices = _timed(lambda: assign_voices(document, rules))
    yield "voices", spent
    document = replace(document, voices=voices)
    for analyzer in analyzers.registry():
        spent, _ = _timed(lambda one=analyzer: one.marks(document))  # type: ignore[misc]
        yield analyzer.info.id, spent
    spent, _ = _timed(lambda: (sentence_scores(document), actor_sentiments(document)))
    yield "scores and sentiment toward actors", spent
    analysis = found_in(document, analyzers.registry())
    spent, _ = _timed(lambda: article_measures(analysis))
    yield "measures", spent


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    gc.collect()
    gc.disable()  # A collection falls into some layer by chance.
    start = time.process_time()
    result = work()
    spent = time.process_time() - start
    gc.enable()
    return spent, result


def made(kind: str, words: int) -> Article:
    """Return a made-up article in English of about so many words."""
    return replace(build(Draft("made", "", text=KINDS[kind](words)), ReadSettings()), language="en")


def growth(kind: str, largest: int, read: bool) -> dict[str, list[float]]:
    """Return the seconds of each layer at doubling sizes up to `largest` words."""
    found: dict[str, list[float]] = {}
    for doubling in range(DOUBLINGS, -1, -1):
        spent, article = _timed(partial(made, kind, largest >> doubling))
        found.setdefault("header, furniture, sections", []).append(spent)
        for name, seconds in layers(article, read):
            found.setdefault(name, []).append(seconds)
    return found


def exponent(times: list[float]) -> float | None:
    """Return log2 of the last doubling's ratio; None where the times are too short to say."""
    return math.log2(times[-1] / max(times[-2], 1e-9)) if times[-1] >= LEAST_S else None


def figures() -> Iterator[tuple[str, str, float]]:
    """Yield each kind of text with the layer that grows fastest on it and its exponent, for `./run bench`."""
    for kind in ("news", "one paragraph", "no sentence ends", "commas", "quotation marks", "lines"):
        exponents = {name: exponent(times) for name, times in growth(kind, BENCHED, read=False).items()}
        steep = {name: found for name, found in exponents.items() if found is not None}
        if steep:
            name = max(steep, key=lambda one: steep[one])
            yield kind, name, steep[name]


def main(arguments: list[str]) -> int:
    """Print a table per kind of text; exit code 1 where some layer grows faster than the text."""
    read = "--reader" in arguments
    given = [one for one in arguments if one != "--reader"]
    largest = int(given.pop(0)) if given and given[0].isdigit() else LARGEST
    for kind in given or KINDS:
        for name, times in growth(kind, largest, read).items():
            steep = exponent(times)
            if steep is not None:
                flag = "  <<<" if steep > 1.3 else ""
                print(
                    f"{kind:<20}{name:<30}" + " ".join(f"{t * 1000:9.1f}" for t in times) + f" ms  ^{steep:.2f}{flag}",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
