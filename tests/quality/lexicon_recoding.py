"""Codes lexicon entries a second time, blind to their first value, and measures how far the two codings agree.

    python -m tests.quality.lexicon_recoding draw FILE [--size 150] [--seed 1]    entries without their values
    python -m tests.quality.lexicon_recoding score FILE                           FILE with the second codes filled in

Each entry is shown with its concept, question, text and example; every role that its word class can have is asked
for, so that the form does not tell which roles were coded. The second coder writes a dimension and a stance per role.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from analysis.reading.english.places import BUILT_IN
from analysis.reading.lexicons import Concept, Inflect, Role, Variant, lexicon_files, load_file
from tests.quality.agreement import alpha, interval, nominal

ROLES = {
    Inflect.VERB: (Role.AGENT, Role.OBJECT),
    Inflect.NOUN: (Role.REFERENT, Role.AGENT),
    Inflect.ADJECTIVE: (Role.MODIFIED,),
    Inflect.NONE: (Role.MODIFIED, Role.REFERENT, Role.AGENT, Role.OBJECT),
}


def entries() -> Iterator[tuple[str, Concept, Variant]]:
    """Yield every built-in entry with its key."""
    for path in lexicon_files([BUILT_IN]):
        lexicon, _ = load_file(path)
        for concept in lexicon.concepts if lexicon else ():
            for variant in concept.variants:
                yield f"{path.stem}/{concept.id}/{variant.id}", concept, variant


def draw(size: int, seed: int) -> list[dict[str, object]]:
    """Return a random sample of entries in random order, without their values."""
    everything = sorted(entries(), key=lambda e: e[0])
    chosen = random.Random(seed).sample(everything, min(size, len(everything)))
    return [
        {
            "entry": key,
            "concept": concept.label,
            "question": concept.question,
            "text": list(variant.texts),
            "example": variant.example,
            "dimension": None,
            "stance": dict.fromkeys((str(role) for role in ROLES[variant.inflect]), None),
        }
        for key, concept, variant in chosen
    ]


def score(coded: list[dict[str, object]]) -> str:
    """Return the agreement of the second codes with the first."""
    first = {key: variant for key, _, variant in entries()}
    dimensions: list[tuple[str, str]] = []
    stances: list[tuple[float, float]] = []
    for item in coded:
        variant = first.get(str(item["entry"]))
        if variant is None:
            continue
        dimensions.append((str(variant.dimension), str(item["dimension"])))
        given = item["stance"]
        assert isinstance(given, dict)
        known = {str(role): value for role, value in variant.stance}
        stances += [(float(known.get(role, 0)), float(value or 0)) for role, value in given.items()]
    exact = sum(a == b for a, b in stances) / len(stances)
    within_one = sum(abs(a - b) <= 1 for a, b in stances) / len(stances)
    opposed = sum(a * b < 0 for a, b in stances)
    same = sum(a == b for a, b in dimensions) / len(dimensions)
    return "\n".join(
        (
            f"entries coded twice: {len(dimensions)}; pairs of a role and a stance: {len(stances)}",
            f"dimension: alpha (nominal) {_figure(alpha(dimensions, nominal))}, same {same:.0%}",
            f"stance: alpha (interval) {_figure(alpha(stances, interval))}, same {exact:.0%}, "
            f"within one {within_one:.0%}, of opposite sign {opposed}",
        )
    )


def _figure(value: float | None) -> str:
    return "not measurable" if value is None else f"{value:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Code lexicon entries a second time.")
    parser.add_argument("task", choices=("draw", "score"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--size", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.task == "draw":
        given.file.write_text(json.dumps(draw(given.size, given.seed), indent=1, ensure_ascii=False), encoding="utf-8")
    else:
        print(score(json.loads(given.file.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
