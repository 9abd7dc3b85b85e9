"""A story in which every field of articles, of a lexicon and of decisions holds markup, formulas and signs.

`SENTINEL` in a text is a file that nothing may open. Fields that come from files are canonical when they are in the
story; `poisoned` puts the same into every name that the engine finds or a user gives.
"""

from __future__ import annotations

import csv
import json
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import analysis
from analysis.messages import Message
from analysis.model import (
    Actor,
    Article,
    ArticleAnalysis,
    Casting,
    Comparison,
    Decision,
    Group,
    Keyword,
    Mark,
    NamingRow,
    Provenance,
    QuoteCut,
    SharedQuote,
    SourceRow,
    Speaker,
    VariantUse,
    Verdict,
    WirePassage,
)
from analysis.reading import lexicons
from analysis.reading.analyzers import registry
from analysis.reading.analyzers.framing import FramingAnalyzer
from analysis.settings import CompareSettings

from .told import read as with_reader

MARK = "ZQ"
"""Stands in everything hostile, so that it can be found again where it is shown."""


def markup(sentinel: Path) -> str:
    """Return one line that HTML, Qt, Typst and spreadsheets would all take for more than letters."""
    return (
        f"=cmd|' /C {MARK}'!A0 &x [*] <img src=\"file://{sentinel}\"><img src='//{sentinel}'> "
        f"<a href='{sentinel}'>{MARK}</a> <b>{MARK}</b> &lt;i&gt; <script>{MARK}()</script> "
        f'#import "{sentinel}": * #read("{sentinel}") $ {MARK} $ @{MARK} *{MARK}* _{MARK}_ `{MARK}` \\u{{202e}}'
    )


def story(folder: Path, sentinel: Path) -> Comparison:
    """Return the story, read from files, analysed by the rules and a made-up Reader, and compared by the engine."""
    line = markup(sentinel)
    names = ("title", "outlet", "byline", "published", "dateline", "url", "text", f"Region {line}\u202e")
    with (folder / "story.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(names)
        for number, verb in enumerate(("liberated", "captured", "stormed"), 1):
            text = (
                f"The brave army {verb} the zorbly river town {line} on Tuesday.\n\n"
                f"“We have {verb} every street {line},” Colonel Ada Venn said on Tuesday.\n\n"
                f"The terrorists of the so-called “free {line} zone” fled over the old bridge, two officials said.\n\n"
                f"Forty families of the regime {number} had no water, aid groups claimed."
            )
            title = f"Troops {verb} the town {line}\u202e"
            rows.writerow((title, f"{line} {number}\u202e", line, f"2031-05-0{number}", line, line, text, line))
    (folder / "<img src=x> &x [*] \u202eqz.txt").write_text(
        f"The zorbly town fell {line}.\n\nThe regime captured the old bridge on Tuesday, two officials said.\n",
        encoding="utf-8",
    )
    reading = analysis.read([str(folder)])
    assert len(reading.articles) == 4, reading.skipped
    found = [with_reader(analysis.analyze(article)) for article in reading.articles]
    settings = CompareSettings(title=line)
    return analysis.compare(found, settings, decisions_on(found[0], line))


def decisions_on(found: ArticleAnalysis, words: str) -> tuple[Decision, ...]:
    """Return a note beside a mark of this article, and another mark rejected."""
    marks, sha = found.marks, found.article.text_sha256
    return (
        Decision(Verdict.NOTE, sha, marks[0].id, marks[0].anchor(found.article.text), words),
        Decision(Verdict.REJECT, sha, marks[1].id, marks[1].anchor(found.article.text)),
    )


def use_lexicon(folder: Path, sentinel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine find a term of a user's lexicon with markup in every text of it."""
    line = json.dumps(markup(sentinel))
    (folder / "own.toml").write_text(
        f"""
[lexicon]
id = "own"
name = {line}
version = {line}
licence = {line}
description = {line}
[[concept]]
id = "town"
label = {line}
question = {line}
[[concept.variant]]
id = "zorbly"
name = {line}
text = ["zorbly"]
dimension = "evaluation"
stance = {{ modified = -1 }}
source = {line}
example = "The zorbly town slept."
counter_example = "The orb shone."
""",
        encoding="utf-8",
    )
    found = lexicons.load([folder])
    assert not found.faults, [str(fault) for fault in found.faults]
    analyzer = next(one for one in registry() if isinstance(one, FramingAnalyzer))
    monkeypatch.setattr(analyzer, "_lexicons", found)


NAMES: dict[type, tuple[str, ...]] = {
    Actor: ("name",),
    Article: ("outlet", "title", "byline", "dateline"),
    Casting: ("name",),
    Comparison: ("title",),
    Decision: ("note", "by"),
    Group: ("label",),
    Keyword: ("word",),
    Mark: ("referent",),
    QuoteCut: ("cue",),
    SharedQuote: ("speaker",),
    SourceRow: ("speaker",),
    Speaker: ("name",),
    WirePassage: ("agency",),
}
"""Fields that are shown and hold words of texts, in canonical form."""
FOREIGN: dict[type, tuple[str, ...]] = {
    Article: ("source",),
    Mark: ("variant",),
    NamingRow: ("label", "question"),
    Provenance: ("program", "model"),
    VariantUse: ("variant",),
}
"""Fields that are shown and hold names of files and words of a user's lexicon: direction marks may hide in them. All
other strings are keys, digests, or an article's text."""


def poisoned(value: Any, words: str) -> Any:
    """Return `value` with `words` before every name in it, as engines that find anything might have made it."""
    if isinstance(value, tuple):
        return tuple(poisoned(one, words) for one in value)
    if isinstance(value, Message):
        args = tuple((k, f"{words} {v}\u202e" if isinstance(v, str) else v) for k, v in value.args)
        return Message(value.key, args)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names, foreign = NAMES.get(type(value), ()), FOREIGN.get(type(value), ())
    changed: dict[str, Any] = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if isinstance(old, str) and field.name in (*names, *foreign):
            new = f"{words} {old}" + ("\u202e" if field.name in foreign else "")
        else:
            new = poisoned(old, words)
        if new is not old:
            changed[field.name] = new
    return replace(value, **changed) if changed else value
