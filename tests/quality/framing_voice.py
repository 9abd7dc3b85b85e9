"""Agreement of the program's voice with that of blind coders.

    python -m tests.quality.framing_voice [--rules] [--file CODED.csv] [-v]

Coders wrote down the voice of framing terms drawn at random without seeing what the program says. The places stand in
`resources/lexicons/judged/voices.csv` by article id, offset and length, without text; `--file` names another list of
the same columns, which may have one more, `group`. A place has the voice of the finding that stands there, else that of
the text. Beside each share stands that of who takes every place for the narrator's. `-v` prints each disagreement with
its sentence, to the terminal only.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.messages import render
from analysis.model import Document, Span, Voice
from analysis.reading import reader
from analysis.reading.analyzers.framing import FramingAnalyzer
from analysis.reading.pipeline import read_document

from .framing_corpus import CORPORA, DATA, MORE, articles
from .framing_sample import Score

CODED = Path(__file__).resolve().parents[2] / "resources" / "lexicons" / "judged" / "voices.csv"
COLUMNS = ("sample", "id", "article", "offset", "length", "voice")


@dataclass(frozen=True, slots=True)
class Coded:
    """A place and the voice that the coders gave it."""

    sample: str
    number: int
    article: str
    span: Span
    voice: Voice
    group: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A coded place with the program's voice and its sentence."""

    coded: Coded
    voice: Voice
    sentence: str

    @property
    def same(self) -> bool:
        return self.voice is self.coded.voice


def coded_places(path: Path = CODED) -> list[Coded]:
    """Return the places of a coded list; ValueError where a column is missing or a row cannot be read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            raise ValueError(f"{path} has no column {', '.join(missing)}")
        found = []
        for row in rows:
            try:
                found.append(_coded(row))
            except (AttributeError, TypeError, ValueError) as error:
                raise ValueError(f"{path}, line {rows.line_num}, cannot be read: {error}") from None
        return found


def _coded(row: Mapping[str, str]) -> Coded:
    start = int(row["offset"])
    span = Span(start, start + int(row["length"]))
    voice = Voice(row["voice"].strip().lower())
    return Coded(row["sample"], int(row["id"]), row["article"], span, voice, row.get("group") or "")


def part_of(places: Iterable[Coded], part: str) -> list[Coded]:
    """Return the places of one part: `held` are the odd numbers of the third sample, `tuned` are all others."""
    return [
        one for one in places if part == "all" or (part == "held") == (one.sample == "third" and one.number % 2 == 1)
    ]


def judged(places: Sequence[Coded], data: Path = DATA) -> Iterator[Judged]:
    """Yield every place with the voice that the program reads there; places without their article are left out."""
    wanted: dict[str, list[Coded]] = defaultdict(list)
    for one in places:
        wanted[one.article].append(one)
    analyzer = FramingAnalyzer()
    corpora = sorted({one.article.split("/")[0] for one in places} & {*CORPORA, *MORE})
    for article in articles(data, corpora):
        if article.id in wanted:
            document = read_document(article)
            marks = {mark.span: mark.voice for mark in analyzer.marks(document)}
            for one in wanted[article.id]:
                voice = marks.get(one.span, document.voice_at(one.span.start).voice)
                yield Judged(one, voice, _sentence(document, one.span))


def _sentence(document: Document, span: Span) -> str:
    """Return the sentence round `span` with the span in double brackets."""
    at = document.sentence_at(span.start)
    own = span if at is None else document.sentences[at].span
    text = document.text
    return f"{text[own.start : span.start]}[[{span.of(text)}]]{text[span.end : max(own.end, span.end)]}"


def agreement(found: Iterable[Judged]) -> Score:
    flags = [one.same for one in found]
    return Score(sum(flags), len(flags))


def baseline(found: Iterable[Judged]) -> Score:
    """Return how often the narrator is right, taken for every place."""
    flags = [one.coded.voice is Voice.NARRATOR for one in found]
    return Score(sum(flags), len(flags))


def report(found: Sequence[Judged]) -> str:
    """Return agreement over all, by sample and by group, then how each voice was read.

    In the table a row is a voice of the coders', a column one of ours; the share of the row that agrees stands last.
    """
    lines = [_compared("all", found)]
    for kind in ("sample", "group"):
        names = sorted({getattr(one.coded, kind) for one in found} - {""})
        lines += [_compared(name, [one for one in found if getattr(one.coded, kind) == name]) for name in names]
    counts = Counter((one.coded.voice, one.voice) for one in found)
    lines.append(f"\n{'coders / program':<18}" + "".join(f"{voice.value:>10}" for voice in Voice))
    for row in Voice:
        share = agreement([one for one in found if one.coded.voice is row]).line("").strip()
        lines.append(f"{row.value:<18}" + "".join(f"{counts[row, column]:>10}" for column in Voice) + f"   {share}")
    return "\n".join(lines)


def _compared(name: str, found: Sequence[Judged]) -> str:
    narrator = baseline(found)
    return (
        f"{agreement(found).line(name)}; always narrator {narrator.right}/{narrator.n} = {narrator.precision or 0:.3f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Agreement of the voice of framing findings with blind coders.")
    parser.add_argument("--rules", action="store_true", help="leave the trained Reader out")
    parser.add_argument("--part", choices=("all", "tuned", "held"), default="all")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every disagreement")
    parser.add_argument("--file", type=Path, default=CODED, help="another coded list")
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args(arguments)
    try:
        places = part_of(coded_places(given.file), given.part)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    reason = reader.available()
    with reader.use(None) if given.rules else contextlib.nullcontext():
        found = list(judged(places, given.data))
    print("rules alone" if given.rules else f"Reader: {render(reason)}" if reason else "with the Reader")
    print(report(found))
    if len(found) < len(places):
        print(f"without their article under {given.data}: {len(places) - len(found)}")
    if given.verbose:
        for one in sorted((one for one in found if not one.same), key=lambda o: (o.coded.sample, o.coded.number)):
            place = f"{one.coded.sample} {one.coded.number}"
            print(f"\n{place}: coders {one.coded.voice.value}, program {one.voice.value}\n  {one.sentence}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
