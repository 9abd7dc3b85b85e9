"""Small saved pages in bulk, beside the extractors of their story called bare: `python -m tests.benchmarks.pages`.

Bare is what a script of three lines does: trafilatura's story of a page and justext's, without metadata, sections,
language or digests. The rate is pages read by this program in the time that both of them take for one: processor time,
in turns of a few hundred pages, so that what else the machine does falls on both alike.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from io import BytesIO

from analysis import ReadSettings
from analysis.sources.dispatch import articles_of
from analysis.sources.ledger import Ledger
from tests.unit.sources import makers

PAGES = 5_000
TURN = 250
ROUNDS = 3
LINES = makers.PARAGRAPHS * 3
GOAL = 0.8
"""Of the rate of the two extractors."""


def pages(count: int = PAGES) -> list[bytes]:
    """Return news pages of a few KB; each is another article."""
    return [_page(i) for i in range(count)]


def _page(i: int) -> bytes:
    # No paragraph comes twice, lest what is remembered of one page helps with the next.
    name = "".join(chr(ord("a") + i // 26**place % 26) for place in range(4)).title()
    story = "".join(f"<p>{text} {name} was there, and {n * 'very '}late.</p>" for n, text in enumerate(LINES))
    own = f"<p>The office counted {i} cranes on Monday and said that none of them would be used before the summer.</p>"
    others = "".join(f'<li><a href="/s/{j}">Another story of this day, number {j}</a></li>' for j in range(8))
    return makers.page(f'{story}{own}<div class="related"><h3>Related stories</h3><ul>{others}</ul></div>')


def read(found: list[bytes]) -> int:
    """Return how many articles the program reads."""
    return sum(len(list(articles_of(BytesIO(data), "a.html", ReadSettings(), Ledger()))) for data in found)


def bare(found: list[bytes]) -> int:
    """Return how many stories the two extractors find."""
    import justext
    import trafilatura

    words = justext.get_stoplist("English")
    count = 0
    for data in found:
        story = trafilatura.bare_extraction(data)
        paragraphs = justext.justext(data, words)
        count += story is not None and bool(paragraphs)
    return count


def rates(count: int = PAGES) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Return milliseconds a page of this program and of the two extractors, in turns, and the rate round by round."""
    found = pages(count)
    read(found[:50])
    bare(found[:50])
    parts = [found[at : at + TURN] for at in range(0, count, TURN)]
    pairs = []
    for _ in range(ROUNDS):
        turns = [(_ms(read, part), _ms(bare, part)) for part in parts]
        pairs.append((sum(a for a, _ in turns) / len(turns), sum(b for _, b in turns) / len(turns)))
    ours, theirs = zip(*pairs, strict=True)
    return ours, theirs, tuple(b / a for a, b in pairs)


def _ms(work: Callable[[list[bytes]], int], found: list[bytes]) -> float:
    gc.collect()
    start = time.process_time()
    done = work(found)
    took = (time.process_time() - start) * 1000 / len(found)
    if done != len(found):
        raise SystemExit(f"{done} stories instead of {len(found)}")
    return took


def figures() -> list[tuple[str, tuple[float, ...], str, float | None]]:
    """Return every figure of this module."""
    ours, theirs, rate = rates()
    return [
        (f"a small page of {PAGES:,} read, in one process", ours, "ms", None),
        ("the same by trafilatura and justext called bare", theirs, "ms", None),
        ("rate of the first to the second", rate, "s/s", GOAL),
    ]


if __name__ == "__main__":
    for name, values, unit, goal in figures():
        middle = sorted(values)[len(values) // 2]
        spread = f"({min(values):.2f} to {max(values):.2f})"
        print(f"{name:<54}{middle:9.2f} {unit:<5} {spread}", "" if goal is None else f"goal {goal}")
