"""Speed of the lexicons: loading them, and finding terms.

`figures()` gives (name, values, unit, goal); a rate in MB/s is better the higher it is, milliseconds the lower.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STORY = sorted((ROOT / "resources" / "samples" / "story").glob("*.txt"))
TERMS = 20_000
SCANNED_MB = 5
"""MB (10^6 characters) of text for one round of the scan."""
ROUNDS = 5

Figure = tuple[str, tuple[float, ...], str, float | None]

_LOAD = """
import json, sys, time
from pathlib import Path
from analysis.reading.lexicons import load
start = time.perf_counter()
lexicons = load(cache=Path(sys.argv[1]))
terms = lexicons.matcher.terms
print(json.dumps([(time.perf_counter() - start) * 1000, terms]))
"""


def loading_ms(rounds: int = ROUNDS) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return milliseconds to load every built-in lexicon and make it ready to match: without a cache, and with it.

    Each value is from a process of its own; imports do not count.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lexicons.json"
        cold = []
        for _ in range(rounds):
            path.unlink(missing_ok=True)
            cold.append(_load_once(path))
        return tuple(cold), tuple(_load_once(path) for _ in range(rounds))


def _load_once(path: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(json.loads(done.stdout)[0])


def news_text() -> str:
    """Return the sample story's articles as one text."""
    return "\n\n".join(path.read_text("utf-8") for path in STORY)


def many_terms(count: int = TERMS) -> str:
    """Return a lexicon file of `count` made-up terms of one or two words, one in a hundred of them a word of the text.

    They are of the rarer ones, so that about as many places are hit as by the built-in lexicons.
    """
    draw = random.Random(20)
    words = [word.strip(".,“”‘’\"'()").lower() for word in news_text().split()]
    common = {word: words.count(word) for word in set(words) if word.isalpha() and len(word) > 4}
    found = dict.fromkeys(sorted(word for word, times in common.items() if times <= 3)[: count // 100])
    syllables = [first + last for first in "b d f g k l m n p r s t v z st tr pl gr".split()
                 for last in "a e i o u an er il or us".split()]  # fmt: skip
    while len(found) < count:
        made = ("".join(draw.choice(syllables) for _ in range(draw.randint(2, 4))) for _ in range(draw.choice((1, 2))))
        found[" ".join(made)] = None
    head = 'id = "many"\nname = "Many"\nversion = "1"\nlicence = "CC0"\ndescription = "For a measurement."'
    texts = ", ".join(f'"{term}"' for term in found)
    return (
        f'[lexicon]\n{head}\n[[concept]]\nid = "c"\nlabel = "c"\nquestion = "c?"\n[[concept.variant]]\n'
        f'text = [{texts}]\nid = "v"\nname = "v"\ndimension = "evaluation"\nstance = 0\nsource = "editors"\n'
        'example = "x"\ncounter_example = "y"\n'
    )


def matching_mb_per_s(rounds: int = ROUNDS) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Return MB (10^6 characters) a second on one core, for three amounts of work.

    1. the automaton of 20,000 terms, and for every hit its borders, its spelling and its entry: what every text costs;
    2. the same lexicon to the end: neighbourhood, capitals, overlaps of every hit;
    3. the built-in lexicons to the end, guards included, on the sample story: text as dense in terms as news of a war.
    """
    from analysis.reading.lexicons import Matcher, load, parse

    lexicon, faults = parse(many_terms().encode(), "many.toml")
    if lexicon is None:
        raise SystemExit(f"the measured lexicon is faulty: {faults[0]}")
    many, built_in = Matcher([lexicon]), load().matcher
    if many.terms != TERMS:
        raise SystemExit(f"{many.terms} terms instead of {TERMS}")
    text = news_text()
    long = "\n\n".join([text] * round(SCANNED_MB * 1e6 / len(text)))
    return (
        _rates(lambda: many.hits(long), len(long), rounds),
        _rates(lambda: many.find(long), len(long), rounds),
        _rates(lambda: [built_in.find(text) for _ in range(10)], 10 * len(text), rounds),
    )


def _rates(work: Callable[[], object], characters: int, rounds: int) -> tuple[float, ...]:
    work()
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(characters / 1e6 / (time.perf_counter() - start))
    return tuple(found)


def figures() -> list[Figure]:
    """Return every figure of this module."""
    cold, warm = loading_ms()
    borders, whole, guarded = matching_mb_per_s()
    return [
        ("all lexicons loaded, nothing kept from before", cold, "ms", None),
        ("all lexicons loaded, compiled before", warm, "ms", 80),
        ("20,000 terms: automaton, borders, entries", borders, "MB/s", 20),
        ("20,000 terms: to the end", whole, "MB/s", None),
        ("built-in lexicons with guards, sample story", guarded, "MB/s", None),
    ]


if __name__ == "__main__":
    for name, values, unit, goal in figures():
        middle = sorted(values)[len(values) // 2]
        print(
            f"{name:<54}{middle:9.1f} {unit:<5} ({min(values):.1f} to {max(values):.1f})", "" if goal is None else goal
        )
