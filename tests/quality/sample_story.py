"""How well the engine reads the sample story, against what a careful reader finds in it.

`python -m tests.quality.sample_story` prints every figure and every miss.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import analysis
from analysis.model import (
    ArticleAnalysis,
    Attribution,
    Comparison,
    Document,
    Mark,
    MarkKind,
    SectionKind,
    Span,
    Statement,
)

HERE = Path(__file__).parent
STORY = HERE.parents[1] / "resources" / "samples" / "story"
GOLD = HERE / "gold" / "sample_story.toml"

FOUND = 0.5
"""Word overlap (Jaccard) from which an attribution counts as found; whole boundaries are a figure of their own."""

Gold = dict[str, Any]  # one table of the TOML file; its keys are described there


@dataclass
class Tally:
    """One figure: how many of how many, and what was missed."""

    name: str
    hits: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)

    def count(self, hit: bool, miss: str) -> None:
        self.total += 1
        self.hits += hit
        if not hit:
            self.misses.append(miss)

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.total if self.total else 0.0


@dataclass(frozen=True)
class Story:
    """The five articles, read and compared."""

    analyses: dict[str, ArticleAnalysis]
    comparison: Comparison

    def key_of(self, article: str) -> str:
        return next(key for key, found in self.analyses.items() if found.article.id == article)


# ------------------------------------------------------------------ places in a text


def fold(text: str) -> str:
    """Return `text` with plain quotation marks and spaces; the length stays."""
    return text.translate(str.maketrans("“”„‘’\u00a0", '"""\'\' '))


def places(text: str, words: str) -> list[Span]:
    """Return where `words` stand in `text`, whole words only."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return [Span(*m.span()) for m in re.finditer(before + re.escape(fold(words)) + after, fold(text))]


def stretch(text: str, first: str, last: str) -> Span | None:
    """Return the stretch that begins with `first` and ends with `last`."""
    for start in places(text, first):
        for end in places(text, last):
            if end.start >= start.start and end.end >= start.end:
                return Span(start.start, end.end)
    return None


def nearest(text: str, words: str, to: Iterable[Span]) -> Span | None:
    """Return the place of `words` that is nearest to one of `to` and overlaps none of them; the later of two."""
    spans = list(to)
    free = [p for p in places(text, words) if not any(p.overlaps(s) for s in spans)]
    return min(free, key=lambda p: (min(max(s.start - p.end, p.start - s.end) for s in spans), -p.start), default=None)


def marked(text: str, where: str) -> Span | None:
    """Return the stretch that `where` sets in double brackets."""
    before, term, after = re.split(r"\[\[|\]\]", where)
    found = places(text, before + term + after)
    return Span(found[0].start + len(before), found[0].start + len(before) + len(term)) if found else None


def excerpt(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(" ".join(s.of(text).split()) for s in spans)


# ------------------------------------------------------------------ gold


@cache
def gold() -> Gold:
    return tomllib.loads(GOLD.read_text(encoding="utf-8"))


def printed(key: str) -> str:
    """Return an article's title and body as they stand in the file."""
    path = STORY / str(gold()["articles"][key]["file"])
    head, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    return head.splitlines()[0].removeprefix("Title: ") + "\n\n" + body


@dataclass(frozen=True)
class Expected:
    """An attribution of the gold at its place in one article."""

    article: str
    given: Gold
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    others: tuple[tuple[Span, ...], ...] = ()
    """Contents that a careful reader may take instead."""

    @property
    def label(self) -> str:
        parts = " + ".join(f"{first}…{last}" for first, last in self.given["content"])
        return f"{self.article}: {self.given['source'] or '—'} / {self.given['cue'] or '—'} / {parts}"


def expected(key: str, text: str) -> Iterator[Expected]:
    """Yield the gold attributions of one article at their places in `text`."""
    for given in gold()["attributions"]:
        if key not in given["articles"]:
            continue
        content = [stretch(text, first, last) for first, last in given["content"]]
        whole = tuple(span for span in content if span is not None)
        if len(whole) < len(content):
            yield Expected(key, given, (), None, None)
            continue
        cue = nearest(text, given["cue"], whole) if given["cue"] else None
        source = nearest(text, given["source"], [cue]) if cue and given["source"] else None
        others = [[stretch(text, first, last) for first, last in other] for other in given.get("or", [])]
        yield Expected(key, given, whole, cue, source, tuple(tuple(s for s in o if s) for o in others))


def accepts(allowed: str, value: str) -> bool:
    return not allowed or value in allowed.split("|")


# ------------------------------------------------------------------ figures


def read_story() -> Story:
    """Return the sample story as the engine reads it."""
    files = {key: str(STORY / given["file"]) for key, given in gold()["articles"].items()}
    analyses = {key: analysis.analyze(analysis.read([path]).articles[0]) for key, path in files.items()}
    return Story(analyses, analysis.compare(list(analyses.values())))


def score_headers(story: Story) -> list[Tally]:
    tally = Tally("header")
    for key, want in gold()["articles"].items():
        article = story.analyses[key].article
        for name, value, ok in (
            ("title", article.title, fold(article.title) == fold(want["title"])),
            ("outlet", article.outlet, article.outlet == want["outlet"]),
            ("date", article.published, (article.published or "").startswith(want["date"])),
            ("byline", article.byline, article.byline == want["byline"]),
            ("dateline", article.dateline, bool(article.dateline) == bool(want["dateline"])
             and (article.dateline or "").startswith(want["dateline"])),
        ):  # fmt: skip
            tally.count(ok, f"{key}: {name} is {value!r}")
        kinds = {s.kind: s.span.of(article.text) for s in article.sections}
        if "caption" in want:
            tally.count(want["caption"] in kinds.get(SectionKind.CAPTION, ""), f"{key}: no caption section")
        tally.count("invented" in kinds.get(SectionKind.NOTE, ""), f"{key}: the closing note is no note section")
    return [tally]


def words_of(document: Document, spans: Iterable[Span]) -> set[int]:
    """Return the indexes of the word tokens in `spans`."""
    return {
        i for s in spans for i in range(document.token_at(s.start), document.token_at(s.end)) if document.tokens[i].word
    }


def without_that(document: Document, spans: Iterable[Span]) -> set[int]:
    """Return the word tokens of `spans`; a "that" at the head of a clause may belong to the content or not."""
    words: set[int] = set()
    for span in spans:
        here = sorted(words_of(document, [span]))
        words |= set(here[1:] if here and document.tokens[here[0]].text.casefold() == "that" else here)
    return words


def overlap(document: Document, one: Iterable[Span], other: Iterable[Span]) -> float:
    a, b = without_that(document, one), without_that(document, other)
    return len(a & b) / len(a | b) if a | b else 0.0


def best_match(document: Document, want: Expected) -> tuple[Attribution | None, tuple[Span, ...], float]:
    """Return the attribution nearest to `want`, its content and their word overlap.

    Two quotations of one speaker may be one attribution or two: those inside the same content count together.
    """
    best: Attribution | None = None
    content: tuple[Span, ...] = ()
    score = 0.0
    for gold_content in (want.content, *want.others):
        words = words_of(document, gold_content)
        inside = [a for a in document.attributions if 2 * len(words_of(document, a.content) & words)
                  > len(words_of(document, a.content))]  # fmt: skip
        for found in inside:
            same = [a for a in inside if a.speaker and found.speaker and a.speaker.name == found.speaker.name]
            for spans in (found.content, tuple(span for a in same for span in a.content)):
                if overlap(document, spans, gold_content) > score:
                    best, content, score = found, spans, overlap(document, spans, gold_content)
    return best, content, score


def bare(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold(name).casefold())) - {"the", "a", "an"}


def differs(want: Expected, found: Attribution) -> Iterator[tuple[str, bool, str]]:
    """Yield (figure, whether it agrees, what the engine has) for an attribution that was found."""
    given, speaker = want.given, found.speaker
    yield "cue", want.cue is None or any(c.overlaps(want.cue) for c in found.cue), "other cue"
    yield "source", want.source is None or any(s.overlaps(want.source) for s in found.source), "other source"
    yield "form", accepts(given["form"], found.form), found.form
    yield (
        "speaker",
        speaker is not None and bare(given["speaker"]) <= bare(speaker.name),
        (speaker.name if speaker else "no speaker"),
    )
    yield "speaker kind", speaker is not None and accepts(given["kind"], speaker.kind), speaker.kind if speaker else "—"
    if "named" in given:
        yield (
            "named",
            speaker is not None and speaker.named is given["named"],
            f"named is {bool(speaker and speaker.named)}",
        )
    yield "cue stance", accepts(given["stance"], found.cue_stance), found.cue_stance


def score_attributions(story: Story) -> list[Tally]:
    names = ("found", "content", "cue", "source", "form", "speaker", "speaker kind", "named", "cue stance", "precision")
    tallies = {name: Tally(f"attribution {name}") for name in names}
    for key, analysed in story.analyses.items():
        document, have = analysed.document, analysed.document.attributions
        wants = list(expected(key, document.text))
        for want in wants:
            if want.given.get("optional"):
                continue
            best, content, score = best_match(document, want)
            tallies["found"].count(score >= FOUND, want.label)
            if best is None or score < FOUND:
                continue
            tallies["content"].count(score == 1.0, f"{want.label}  engine: {excerpt(document.text, content)}")
            for name, ok, value in differs(want, best):
                tallies[name].count(ok, f"{want.label}  engine: {value}")
        for found in have:
            ok = any(overlap(document, found.content, part) >= FOUND for w in wants for part in parts_of(w))
            tallies["precision"].count(ok, f"{key}: {excerpt(document.text, found.cue)} / "
                                           f"{excerpt(document.text, found.content)}")  # fmt: skip
    return list(tallies.values())


def parts_of(want: Expected) -> list[tuple[Span, ...]]:
    """Return the whole content and each of its parts: two quotations of one speaker may be one or two."""
    return [want.content, *want.others, *((span,) for span in want.content)]


def framing_marks(analysed: ArticleAnalysis) -> tuple[Mark, ...]:
    return analysed.of_kind(MarkKind.FRAMING)


def score_framing(story: Story) -> list[Tally]:
    found, voice, plain = Tally("framing found"), Tally("framing voice"), Tally("framing left alone")
    for key, analysed in story.analyses.items():
        marks = framing_marks(analysed)
        for given in gold()["framing"]:
            span = marked(analysed.article.text, given["where"]) if key in given["articles"] else None
            if span is None:
                continue
            hits = [m for m in marks if m.span.overlaps(span)]
            found.count(bool(hits), f"{key}: {given['where']} ({given['concept']})")
            if hits:
                voices = {str(m.voice) for m in hits}
                voice.count(
                    any(accepts(given["voice"], v) for v in voices),
                    f"{key}: {given['where']} is {given['voice']}, engine: {', '.join(sorted(voices))}",
                )
        for given in gold()["plain"]:
            span = marked(analysed.article.text, given["where"]) if key in given["articles"] else None
            if span is not None:
                hits = [m for m in marks if m.span.overlaps(span)]
                plain.count(not hits, f"{key}: {given['where']} ({given['because']}) as {[m.entry for m in hits]}")
    return [found, voice, plain]


def statements_of(story: Story, key: str, opening: str) -> list[Statement]:
    """Return the statements that hold the sentence that begins with `opening`."""
    document = story.analyses[key].document
    for place in places(document.text, opening):
        index = document.sentence_at(place.start)
        return [
            statement
            for statement in story.comparison.statements
            if any(m.article == document.article.id and m.sentence == index for m in statement.members)
        ]
    return []


def score_coverage(story: Story) -> list[Tally]:
    aligned, apart, single = Tally("aligned pairs"), Tally("pairs kept apart"), Tally("found in one only")
    for tally, name in ((aligned, "aligned"), (apart, "apart")):
        for given in gold()[name]:
            (key_a, opening_a), (key_b, opening_b) = given["pair"]
            ids = {s.id for s in statements_of(story, key_a, opening_a)}
            together = any(s.id in ids for s in statements_of(story, key_b, opening_b))
            tally.count(together is (name == "aligned"), f"{key_a}: {opening_a}  ~  {key_b}: {opening_b}")
    for given in gold()["single"]:
        found = statements_of(story, given["article"], given["opening"])
        articles = {story.key_of(m.article) for s in found for m in s.members}
        single.count(articles == {given["article"]}, f"{given['article']}: {given['opening']}  engine: {articles}")
    return [aligned, apart, single]


def score_wire(story: Story) -> list[Tally]:
    tally, want = Tally("wire reprint"), gold()["wire"]
    ids = {story.analyses[key].article.id for key in want["pair"]}
    shared = [w for w in story.comparison.wire if ids <= {m.article for m in w.members}]
    words = sum(w.words for w in shared)
    tally.count(bool(shared), "the reprint is not recognised")
    tally.count(words >= want["at_least_words"], f"only {words} words shared")
    tally.count(any(w.agency == want["agency"] for w in shared), f"agency is {[w.agency for w in shared]}")
    others = {story.key_of(m.article) for w in story.comparison.wire for m in w.members} - set(want["pair"])
    tally.count(not others, f"also taken for wire copy: {others}")
    return [tally]


def score_cuts(story: Story) -> list[Tally]:
    together, cue = Tally("one quote, its cuts"), Tally("one quote, its cues")
    for given in gold()["cuts"]:
        cues: dict[str, str] = given["cues"]
        quotes = [q for q in story.comparison.quotes if bare(given["speaker"]) <= bare(q.speaker)]
        best = max(quotes, key=lambda q: len({c.article for c in q.cuts}), default=None)
        cuts = [(story.key_of(c.article), c.cue) for c in best.cuts] if best else []
        for key, word in cues.items():
            here = [c for k, c in cuts if k == key]
            together.count(bool(here), f"{given['speaker']} in {key}")
            if here:
                cue.count(any(word in c for c in here), f"{given['speaker']} in {key}: {word}, engine: {here}")
    return [together, cue]


SCORES: tuple[Callable[[Story], list[Tally]], ...] = (
    score_headers,
    score_attributions,
    score_framing,
    score_coverage,
    score_wire,
    score_cuts,
)


@cache
def figures() -> dict[str, Tally]:
    """Return every figure of the sample story by its name."""
    story = read_story()
    return {tally.name: tally for score in SCORES for tally in score(story)}


def main() -> int:
    for tally in figures().values():
        print(f"\n{tally.name}: {tally.hits}/{tally.total} = {tally.percent:.1f} %")
        for miss in tally.misses:
            print(f"  {miss}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
