"""Attribution on cases written for this project: each place, form, speaker, kind and stance, against floors."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from analysis.model import Article, Attribution, Document
from analysis.reading.pipeline import read_document

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "gold" / "attribution.toml").read_text(encoding="utf-8")
)["case"]
MARKS = {
    "[[": ("source", 0),
    "]]": ("source", 1),
    "{{": ("cue", 0),
    "}}": ("cue", 1),
    "<<": ("content", 0),
    ">>": ("content", 1),
}


def unmark(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Return the text without its marks, and the marked spans by role."""
    text, spans, opened = "", {"source": [], "cue": [], "content": []}, {}
    for piece in re.split(r"(\[\[|\]\]|\{\{|\}\}|<<|>>)", marked):
        if piece not in MARKS:
            text += piece
            continue
        role, closes = MARKS[piece]
        if closes:
            spans[role].append((opened[role], len(text)))
        else:
            opened[role] = len(text)
    return text, spans


def read(text: str) -> Document:
    return read_document(Article("a", "Outlet", "Title", text, (), "test", "", ""))


def places(attribution: Attribution, role: str, text: str) -> str:
    """Return the printed places of a role, joined: white space and a comma after a source do not count."""
    return "".join("".join(s.of(text).split()) for s in getattr(attribution, role)).removesuffix(",")


def judge(case: dict[str, Any]) -> dict[str, bool]:
    """Return what came out right in one case."""
    text, spans = unmark(case.get("context_before", "") + case["text"])
    document = read(text)
    if case.get("none"):
        return {"trap": not document.attributions}
    wanted = {role: "".join("".join(text[a:b].split()) for a, b in spans[role]) for role in spans}
    if "source_is" in case:
        wanted["source"] = "".join(case["source_is"].split())
    wanted["source"] = wanted["source"].removesuffix(",")
    if case.get("cue_with_colon"):
        wanted["cue"] += ":"
    cue_start = spans["cue"][0][0]
    best = [a for a in document.attributions if any(s.start <= cue_start < s.end for s in a.cue)]
    if not best:
        return dict.fromkeys(("source", "cue", "content", "form", "stance", "speaker", "kind"), False)
    (found, *_) = best
    result = {role: places(found, role, text) == wanted[role] for role in ("source", "cue", "content")}
    result["form"] = found.form.value == case["form"]
    result["stance"] = found.cue_stance.value == case["stance"]
    if case["speaker"]:
        name = found.speaker.name if found.speaker else ""
        result["speaker"] = name.casefold() == case["speaker"].casefold()
        result["kind"] = found.speaker is not None and found.speaker.kind.value == case["kind"]
    return result


def figures() -> dict[str, float]:
    """Return the share of cases right, by what was judged."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for case in CASES:
        for name, good in judge(case).items():
            right[name] += good
            seen[name] += 1
    return {name: right[name] / seen[name] for name in seen}


# First run on the first 57 cases, before the rules had met them: source .83, cue .83, content .75, form .83,
# stance .83, speaker .83, kind .65, traps .70. First run on the second 26 (ids in "b-"): source .90, cue .90,
# content .86, form .90, stance .90, speaker .89, kind .89, traps 1.00. Now, both sets known: .98 at the least.
FLOOR = 0.96


def test_cases_come_out_with_their_places_form_stance_speaker_and_kind() -> None:
    assert len(CASES) >= 40
    assert {name: value >= FLOOR for name, value in figures().items()} == dict.fromkeys(figures(), True), figures()


if __name__ == "__main__":
    for case in CASES:
        bad = [name for name, good in judge(case).items() if not good]
        if bad:
            print(case["id"], bad)
    print({name: round(value, 3) for name, value in figures().items()})
