"""Draws framing findings for blind judging, and scores the verdicts.

    python -m tests.quality.framing_sample --seed 1 --size 300 --out FOLDER/sample.jsonl
    python -m tests.quality.framing_sample --score FOLDER/verdicts.jsonl --out FOLDER/sample.jsonl --judged judged.csv

The first writes `sample.jsonl`, which says nothing of the entry behind a finding, and `sample.key.jsonl`, which does.
A verdict is a line `{"id": 7, "verdict": "right"}`; what is wrong is named instead: `"sense"`, `"referent"`, `"voice"`,
or several, joined by `+`. The judged list holds article id, offset and verdict, and no text.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.model import Document, Mark
from analysis.reading.analyzers.framing import FramingAnalyzer

from .framing_corpus import CORPORA, DATA, articles, findings

ROOT = Path(__file__).resolve().parents[2]
FEWEST = 40
"""Findings; a domain with fewer reports its n only."""
RIGHT, WRONG = "right", ("sense", "referent", "voice")
Z95 = 1.959964

Row = dict[str, Any]  # one JSON object of the files described above


# ------------------------------------------------------------------ draw


def draw(found: Sequence[tuple[Document, Mark]], seed: int, size: int, per_entry: int = 0) -> list[tuple[Row, Row]]:
    """Return (what the judge sees, the key) of `size` findings in random order; at most `per_entry` of one entry.

    The same findings and seed give the same sample; with `per_entry` 0 each finding is as likely as any other.
    """
    order = sorted(found, key=lambda f: (f[0].article.id, f[1].span, f[1].entry))
    random.Random(seed).shuffle(order)
    taken: list[tuple[Document, Mark]] = []
    counts: Counter[str] = Counter()
    for document, mark in order:
        if len(taken) == size:
            break
        if not per_entry or counts[mark.entry] < per_entry:
            counts[mark.entry] += 1
            taken.append((document, mark))
    return [(_seen(i, *one), _key(i, *one)) for i, one in enumerate(taken, 1)]


def _seen(number: int, document: Document, mark: Mark) -> Row:
    before, sentence, after = _sentences(document, mark)
    return {
        "id": number,
        "article": document.article.id,
        "offset": mark.span.start,
        "term": mark.span.of(document.text),
        "before": before,
        "sentence": sentence,
        "after": after,
        "voice": mark.voice.value,
    }


def _key(number: int, document: Document, mark: Mark) -> Row:
    return {
        "id": number,
        "article": document.article.id,
        "offset": mark.span.start,
        "entry": mark.entry,
        "variant": mark.variant,
        "dimension": mark.dimension,
        "referent": mark.referent,
        "castings": [[casting.role, casting.stance, casting.name] for casting in mark.castings],
    }


def _sentences(document: Document, mark: Mark) -> tuple[str, str, str]:
    """Return the sentence before, the mark's own with the term in double brackets, and the one after."""
    text, span = document.text, mark.span
    at = document.sentence_at(span.start)
    if at is None:
        return "", f"[[{span.of(text)}]]", ""
    sentences = document.sentences
    own = sentences[at].span
    end = max(own.end, span.end)
    marked = f"{text[own.start : span.start]}[[{span.of(text)}]]{text[span.end : end]}"
    before = sentences[at - 1].span.of(text) if at else ""
    after = sentences[at + 1].span.of(text) if at + 1 < len(sentences) else ""
    return before, marked, after


# ------------------------------------------------------------------ score


@dataclass(frozen=True)
class Score:
    """How many of how many findings stand."""

    right: int
    n: int

    @property
    def precision(self) -> float | None:
        """Share that stands; None where nothing was judged."""
        return self.right / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval of the share (Wilson 1927); None where nothing was judged.

        (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
        """
        if not self.n:
            return None
        n, p, zz = self.n, self.right / self.n, Z95 * Z95
        middle, half = p + zz / (2 * n), Z95 * math.sqrt(p * (1 - p) / n + zz / (4 * n * n))
        return (max(0.0, (middle - half) / (1 + zz / n)), min(1.0, (middle + half) / (1 + zz / n)))

    def line(self, name: str, fewest: int = 1) -> str:
        if self.precision is None or self.interval is None or self.n < fewest:
            return f"{name:<24} n = {self.n}"
        low, high = self.interval
        return f"{name:<24} {self.right}/{self.n} = {self.precision:.3f}  (95 % {low:.3f} to {high:.3f})"


def scores(verdicts: Iterable[Row], key: Iterable[Row]) -> tuple[Score, dict[str, Score], Counter[str]]:
    """Return precision overall and by domain, and how often each thing was wrong.

    ValueError where a verdict has no finding, a finding has two verdicts, or a verdict is none that is known.
    """
    entries = {row["id"]: row["entry"] for row in key}
    judged: dict[int, str] = {}
    for row in verdicts:
        if row["id"] not in entries:
            raise ValueError(f"no finding has the id {row['id']}")
        if row["id"] in judged:
            raise ValueError(f"finding {row['id']} is judged twice")
        judged[row["id"]] = checked(row["verdict"])
    by_domain: dict[str, list[bool]] = defaultdict(list)
    wrong: Counter[str] = Counter()
    for number, verdict in judged.items():
        by_domain[entries[number].split("/")[0]].append(verdict == RIGHT)
        wrong.update(verdict.split("+") if verdict != RIGHT else [])
    total = Score(sum(v == RIGHT for v in judged.values()), len(judged))
    return total, {name: Score(sum(flags), len(flags)) for name, flags in sorted(by_domain.items())}, wrong


def checked(verdict: str) -> str:
    """Return a verdict in its one form; ValueError where it is none."""
    parts = sorted({part.strip().lower() for part in verdict.split("+")})
    if parts == [RIGHT] or (parts and set(parts) <= set(WRONG)):
        return "+".join(parts)
    raise ValueError(f"{verdict!r} is no verdict: {RIGHT}, or of {', '.join(WRONG)} what is wrong, joined by +")


def judged_rows(verdicts: Iterable[Row], key: Iterable[Row]) -> list[tuple[str, int, str]]:
    """Return (article id, offset, verdict) of every verdict, in order of article and offset."""
    places = {row["id"]: (row["article"], row["offset"]) for row in key}
    return sorted((*places[row["id"]], checked(row["verdict"])) for row in verdicts)


# ------------------------------------------------------------------ files


def read_rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def key_path(out: Path) -> Path:
    return out.with_name(f"{out.stem}.key.jsonl")


def write_sample(out: Path, sample: Sequence[tuple[Row, Row]]) -> None:
    """Write what the judge sees to `out`, the key beside it; ValueError inside the project: it holds no news text."""
    if out.resolve().is_relative_to(ROOT):
        raise ValueError(f"{out} is inside the project, which holds no news text")
    write_rows(out, (seen for seen, _ in sample))
    write_rows(key_path(out), (key for _, key in sample))


def write_judged(path: Path, rows: Iterable[tuple[str, int, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("article", "offset", "verdict"))
        writer.writerows(rows)


def report(verdicts: Sequence[Row], key: Sequence[Row]) -> str:
    """Return the precision table as it is printed."""
    total, domains, wrong = scores(verdicts, key)
    lines = [total.line("overall"), *(score.line(name, FEWEST) for name, score in domains.items())]
    lines += [f"wrong in {part}: {wrong[part]}" for part in WRONG]
    missing = len(key) - total.n
    return "\n".join([*lines, *([f"not judged: {missing}"] if missing else [])])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=300)
    parser.add_argument("--per-entry", type=int, default=0, help="at most so many of one entry; 0: as they come")
    parser.add_argument("--out", type=Path, required=True, help="the sample, outside the project")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--corpus", action="append", choices=list(CORPORA), help="only this one; may be repeated")
    parser.add_argument("--score", type=Path, help="verdicts on the sample in --out")
    parser.add_argument("--judged", type=Path, help="where to write the judged list")
    given = parser.parse_args(arguments)
    if given.score:
        verdicts, key = read_rows(given.score), read_rows(key_path(given.out))
        print(report(verdicts, key))
        if given.judged:
            write_judged(given.judged, judged_rows(verdicts, key))
        return 0
    found = list(findings(articles(given.data, given.corpus or CORPORA), FramingAnalyzer()))
    sample = draw(found, given.seed, given.size, given.per_entry)
    write_sample(given.out, sample)
    print(f"{len(sample)} of {len(found)} findings, seed {given.seed}: {given.out}, key {key_path(given.out)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
