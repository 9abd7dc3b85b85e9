"""Two thousand strange texts through reading, analysis, comparison and JSON, each tenth as HTML and PDF.

    python -m tests.quality.strange_texts [--count 2000] [--seed 1] [--reader]

By rules, or with the Reader; a text that is not taken for English is analysed as if it were. Prints a line per kind:
how many went through (or were refused with a reason), how many failed.
"""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from analysis import analyze, compare
from analysis.messages import render
from analysis.model import Article
from analysis.output.json import analysis_json, comparison_json, encode
from analysis.output.report.compose import compose
from analysis.output.report.html import page
from analysis.output.report.pdf import document
from analysis.sources import read_text

WORDS = """
    the mayor said that town is safe army claims he denied it killed twelve people on Monday in Vallin according to Ann
    Orr a regime seized harbour was reported by police who called them militants and will never leave
""".split()
Maker = Callable[[random.Random], str]


def words(chance: random.Random, most: int = 30) -> str:
    """Return a few plain words of news."""
    return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))


def sentences(chance: random.Random, most: int = 6) -> str:
    """Return a few sentences of such words."""
    return " ".join(f"{words(chance).capitalize()}." for _ in range(chance.randint(1, most)))


def sprinkled(signs: str, share: float = 0.15) -> Maker:
    """Return a maker of sentences with signs strewn in."""

    def make(chance: random.Random) -> str:
        return "".join(c + (chance.choice(signs) if chance.random() < share else "") for c in sentences(chance))

    return make


def of(signs: str, most: int = 300) -> Maker:
    """Return a maker of texts of these signs alone."""
    return lambda chance: "".join(chance.choices(signs, k=chance.randint(1, most)))


def one_of(*made: str) -> Maker:
    """Return a maker that puts given pieces and sentences in a row."""

    def make(chance: random.Random) -> str:
        return "".join(chance.choice((*made, sentences(chance, 1))) for _ in range(chance.randint(1, 25)))

    return make


def block(first: int, last: int) -> str:
    """Return the characters of a block of Unicode."""
    return "".join(map(chr, range(first, last + 1)))


BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u3164\ufe0f"
EMOJI = block(0x1F600, 0x1F64F) + block(0x1F900, 0x1F9FF) + "\u200d\ufe0f\u20e3" + block(0x1F3FB, 0x1F3FF)
QUOTES = "“”\"'‘’«»„‚‹›`´「」"
KINDS: dict[str, Maker] = {
    "directions": sprinkled(BIDI),
    "nothing to see": sprinkled(NOTHING),
    "floods of marks": sprinkled(block(0x300, 0x36F), 0.8),
    "one long word": lambda chance: "".join(chance.choices("abcdefghij-'", k=chance.randint(1, 20_000))),
    "no sentence ends": lambda chance: " ".join(words(chance) for _ in range(chance.randint(1, 80))),
    "one letter words": of("a b I . ", 2000),
    "quotation marks only": of(QUOTES + " "),
    "marks that do not fit": sprinkled(QUOTES, 0.1),
    "nested brackets": lambda chance: (
        "([{" * chance.randint(1, 200) + sentences(chance) + ")]}" * chance.randint(0, 200)
    ),
    "right to left": one_of("قال الرئيس إن المدينة آمنة. ", "ראש העיר אמר שהעיר בטוחה. ", "، ؟ ", "١٢٣ "),
    "East Asia": one_of(
        "市长说城市很安全。", "市長は町が安全だと述べた。", "시장은 도시가 안전하다고 말했다. ", "「安全」", "　"
    ),
    "rare scripts": of(block(0x0E01, 0x0E4E) + block(0x900, 0x94F) + block(0x12000, 0x12040) + " ."),
    "emoji": sprinkled(EMOJI, 0.3),
    "emoji only": of(EMOJI),
    "control characters": sprinkled(block(0, 0x1F) + block(0x7F, 0x9F)),
    "no characters": sprinkled("\ue000\ufdd0\ufffe\uffff\U0001ffff\U000f0000\u0378"),
    "halves of pairs": sprinkled("\ud800\udbff\udc00\udfff"),
    "mixed line ends": sprinkled("\n\r\u2028\u2029\x0b\x0c\x85\t", 0.2),
    "white space": of(" \n\t\r\u00a0\u2003\u3000\u200b", 200),
    "huge numbers": one_of("9" * 400, "1,000,000,000,000 people ", "£3.5bn ", "1e999 ", "-0 ", "½ ", "٣ ", "² ", "Ⅻ "),
    "dates": one_of("31 February 0000 ", "Monday's ", "9999-99-99T99:99 ", "May ", "the 32nd of Jan. ", "12/31/1 "),
    "like HTML": one_of(
        "<p>", "</div>", "<script>x</script>", "&amp;", "&#0;", "<!--", "-->", "<b a='", "]]>", "<p>" * 50
    ),
    "like Markdown": one_of(
        "# ", "**", "[a](", "](b)", "```\n", "> ", "- ", "|a|b|\n|-|-|\n", "![", "\n---\n", "[^1]: "
    ),
    "like tables": one_of("a,b,c\n", '"', "\t", ";", "\n", '{"text": "', '"}\n', "=1+1,"),
    "headlines only": lambda chance: "\n\n".join(words(chance, 8).title() for _ in range(chance.randint(1, 30))),
    "capitals": lambda chance: sentences(chance).upper(),
    "speakers only": one_of("ORR: ", "Q. ", "A: ", "- ", "said. ", "Ann Orr said. ", "’s ", "According to , "),
    "cues only": one_of("said ", "claimed that ", "’s claim that ", "told by ", "according to ", ": ", "“ ", ", "),
    "names only": one_of("Ann Orr ", "Mr. ", "O’Dell’s ", "U.N. ", "Sen. ", "of ", "al-", "MacVey, ", "X "),
    "furniture only": one_of("Share this\n", "ADVERTISEMENT\n", "Read more: \n", "© 2031\n", "By \n", "Updated \n"),
    "addresses": one_of("https://a.example/%00?q=<> ", "a@b.example ", "www.", "//x ", "file:///etc ", "@", "#"),
    "any character": lambda chance: "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 200))),
    "one repeated": lambda chance: chance.choice(WORDS + list("“(.,'é😀")) * chance.randint(1, 3000),
}


@dataclass
class Counts:
    """What became of the texts of one kind."""

    done: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    slowest: float = 0.0


def main() -> None:
    """Make the texts and print what became of them."""
    parser = argparse.ArgumentParser(description="Strange texts through the engine.")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", action="store_true", help="with the Reader; else by rules")
    asked = parser.parse_args()
    from analysis.reading import reader

    if asked.reader:
        _print(run(asked.count, asked.seed))
    else:
        with reader.use(None):
            _print(run(asked.count, asked.seed))


def run(count: int, seed: int) -> dict[str, Counts]:
    """Return what became of `count` texts, in turn of all kinds."""
    found = {kind: Counts() for kind in KINDS}
    before: Article | None = None
    for number, (kind, text) in enumerate(_texts(count, seed)):
        counts, begun = found[kind], time.process_time()
        try:
            before = _through(text, before, number) or before
        except Exception as error:
            trace = "".join(traceback.format_exception(error)[-3:])
            counts.failed.setdefault(f"text {number}: {type(error).__name__}", trace)
        else:
            counts.done += 1
        took = time.process_time() - begun
        counts.seconds, counts.slowest = counts.seconds + took, max(counts.slowest, took)
    return found


def _texts(count: int, seed: int) -> Iterator[tuple[str, str]]:
    for number in range(count):
        kind = list(KINDS)[number % len(KINDS)]
        yield kind, KINDS[kind](random.Random(f"{seed}/{number}"))


def _through(text: str, before: Article | None, number: int) -> Article | None:
    """Put one text through everything, beside the one before it and beside itself; None where it is refused."""
    reading = read_text(text, f"{number}.txt")
    if not reading.articles:
        assert reading.skipped
        assert all(render(skipped.message) for skipped in reading.skipped)
        return None
    article = replace(reading.articles[0], language="en")
    analysis = analyze(article)
    encode(analysis_json(analysis))
    others = [analysis] if number % 7 == 0 else []  # the same text twice
    others += [analyze(before)] if before is not None and before.id != article.id else []
    comparison = compare([analysis, *others])
    encode(comparison_json(comparison))
    if number % 10 == 0:
        outline = compose(comparison)
        assert not outline.failures, render(outline.failures[0].message)
        for make in (page, document):
            _, failures = make(outline)
            assert not failures, render(failures[0].message)
    return article


def _print(found: dict[str, Counts]) -> None:
    print(f"{'kind':24}{'done':>6}{'failed':>8}{'CPU s':>8}{'slowest':>9}")
    for kind, counts in found.items():
        print(f"{kind:24}{counts.done:>6}{len(counts.failed):>8}{counts.seconds:>8.1f}{counts.slowest:>9.2f}")
    print(f"{'all':24}{sum(c.done for c in found.values()):>6}{sum(len(c.failed) for c in found.values()):>8}")
    for counts in found.values():
        for name, trace in counts.failed.items():
            print(f"{name}\n{trace}")


if __name__ == "__main__":
    main()
