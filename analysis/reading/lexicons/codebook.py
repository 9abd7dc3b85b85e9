"""The figures of the codebook, counted from the files: `python -m analysis.reading.lexicons.codebook [--write]`.

They stand in `resources/lexicons/README.md` between two marks; `--write` puts the counted ones there, else they are
printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..english.places import BUILT_IN
from ..english.text import fold
from .entries import Variant
from .patterns import terms
from .store import Lexicons, load

CODEBOOK = BUILT_IN / "README.md"
BEGIN, END = "<!-- counted: begin -->", "<!-- counted: end -->"
EDITORS = "editors"


def counted(lexicons: Lexicons) -> str:
    """Return the table of domains and the shares of sources and counter-examples, as Markdown."""
    rows = ["| domain | file | concepts | variants | with a source |", "|---|---|---|---|---|"]
    for lexicon in lexicons.lexicons:
        variants = [v for concept in lexicon.concepts for v in concept.variants]
        name, file = lexicon.name.lower(), Path(lexicon.path).name
        if lexicon.name[1:] != lexicon.name[1:].lower():  # "Ukraine and Russia", "Middle East"
            name = lexicon.name
        rows.append(
            f"| {name} | `{file}` | {len(lexicon.concepts)} | {len(variants)} | {sum(map(sourced, variants))} |"
        )
    variants = [v for concept in lexicons.concepts.values() for v in concept.variants]
    opened, same = sum(map(sourced, variants)), sum(map(same_words, variants))
    rows.append(f"| **together** | | **{len(lexicons.concepts)}** | **{len(variants)}** | **{opened}** |")
    whole = len(variants)
    some, others = _percent(opened, whole), _percent(same, whole)
    shares = f"""
A concept that several files fill counts once in the last row.

Source of the judgement: {opened} of {whole} variants ({some}) rest on a work that was opened and is named in the entry
with its address; it says that the word judges or is the plainer one, the number on the scale is the editors'.
The other {whole - opened} are the editors' judgement alone.

Of the counter-examples {same} ({others}) hold the very words of their entry in another sense; the others hold the
nearest thing to it."""
    return "\n".join([*rows, shares])


def sourced(variant: Variant) -> bool:
    """Return whether the judgement rests on a work that was opened."""
    return variant.source != EDITORS


def same_words(variant: Variant) -> bool:
    """Return whether the counter-example holds the very words of the entry."""
    example = fold(variant.counter_example)
    return any(term.fold in example for term in terms(variant))


def with_counted(codebook: str, figures: str) -> str:
    """Return the codebook with `figures` between its marks; ValueError where a mark is missing."""
    before, begin, rest = codebook.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the codebook has no place for the figures: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{figures}\n{END}{after}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, or write them into the codebook."""
    given: Iterable[str] = sys.argv[1:] if arguments is None else arguments
    figures = counted(load())
    if "--write" in given:
        CODEBOOK.write_text(with_counted(CODEBOOK.read_text("utf-8"), figures), "utf-8")
    else:
        sys.stdout.write(figures + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
