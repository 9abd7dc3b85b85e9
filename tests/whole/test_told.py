"""One story from files to every output: what each says is true, and all say the same."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.reading import reader
from tests.patience import PROCESS_S

from .outputs import KINDS, Outputs, compare, spaced
from .story import COURIER, RADIO, TELLINGS, TRIBUNE, write

pytestmark = pytest.mark.reader
ROOT = Path(__file__).resolve().parents[2]


def test_who_said_what_is_the_same_in_every_output(told: Outputs) -> None:
    courier, tribune, radio = (told.told_by(telling.outlet) for telling in (COURIER, TRIBUNE, RADIO))
    assert courier["Ilse Tarrow"][0].startswith("“Nobody was pushed and nobody fell,”")
    assert tribune["Ilse Tarrow"] == ["“Nobody was pushed and nobody fell,”"]
    assert radio["Ilse Tarrow"] == ["that nobody was pushed"]
    assert "“This regime of fear at the docks is over,”" in tribune["Ruth Velling"]
    assert any("We have not been paid since January" in words for words in courier["Joren Maskell"])
    assert "Ruth Velling" not in courier
    assert "Pia Lund" not in tribune

    said = {(str(row["speaker"]), str(row["group"])) for row in told.sheet("attributions")}
    for outlet, speakers in ((COURIER, courier), (TRIBUNE, tribune), (RADIO, radio)):
        assert {speaker for speaker, group in said if group == outlet.outlet} == set(speakers)
    for report in (told.html, told.pdf):
        for words in ("Ilse Tarrow", "Nobody was pushed and nobody fell", "This regime of fear at the docks is over"):
            assert words in report


def test_words_are_marked_with_the_voice_they_stand_in(told: Outputs) -> None:
    assert ("rioters", "narrator") in told.marked(TRIBUNE.outlet)
    assert ("regime", "quoted") in told.marked(TRIBUNE.outlet)
    assert ("brutal crackdown", "reported") in told.marked(RADIO.outlet)
    assert not {"rioters", "thugs", "brutal crackdown"} & {words for words, _ in told.marked(COURIER.outlet)}

    found = [(a["article"]["outlet"], m["exact"], m["voice"]) for a in told.json["articles"] for m in a["framing"]]
    assert [(row["group"], row["exact"], row["voice"]) for row in told.sheet("framing")] == found
    shown = [spaced(mark.text_content()) for mark in told.page.iter("mark")]
    assert all(words in shown for _, words, _ in found)
    for words in ("from rioters who had held", "in the brutal crackdown, according to the union"):
        assert words in told.html
        assert words in told.pdf


def test_numbers_add_up_from_the_text_to_every_output(told: Outputs, capsys: pytest.CaptureFixture[str]) -> None:
    """Counted here from what was written into the files; words are what stands between spaces."""
    in_table = {row[0]: row[1:] for row in told.table("Outlet", "Title", "Kind", "Published", "words")}
    in_sheet = {row["outlet"]: row for row in told.sheet("articles")}
    for telling in TELLINGS:
        words = len(f"{telling.title} {telling.body}".split())
        article = told.article(telling.outlet)
        terms = len(article["framing"])
        attributions = sum(bool(one["content"]) for one in article["attributions"])  # silence is listed, not counted
        assert article["article"]["words"] == in_sheet[telling.outlet]["words"] == words
        assert in_sheet[telling.outlet]["framing_terms"] == terms
        assert in_sheet[telling.outlet]["attributions"] == attributions
        assert in_table[telling.outlet] == [
            telling.title, "news", telling.published, str(words), str(terms), str(attributions)
        ]  # fmt: skip
        assert f"{telling.published} {words} {terms} {attributions}" in told.pdf
    for concept in told.json["naming"]:
        for cell in concept["cells"]:
            outlet = next(g["label"] for g in told.json["groups"] if g["key"] == cell["group"])
            marked = [m for m in told.article(outlet)["framing"] if m["concept"] == concept["id"]]
            assert sum(use["count"] for use in cell["uses"]) == len(marked)
    total = sum(len(f"{telling.title} {telling.body}".split()) for telling in TELLINGS)
    assert f"{total} words" in told.html
    assert f"{total} words" in told.pdf


def test_one_statement_of_all_and_a_number_that_differs_are_found(told: Outputs) -> None:
    shared = "The regional council will meet on Friday to discuss the dispute."
    texts = {a["article"]["id"]: a["article"]["text"] for a in told.json["articles"]}
    members = [
        {texts[m["article"]][m["start"] : m["end"]] for m in statement["members"]}
        for statement in told.json["statements"]
    ]
    assert {shared} in members
    statement = told.json["statements"][members.index({shared})]
    assert {m["article"] for m in statement["members"]} == set(texts)
    assert not statement["differences"]
    injured = next(
        s
        for s in told.json["statements"]
        if len(s["members"]) > 1
        and any("At least 30 people" in texts[m["article"]][m["start"] : m["end"]] for m in s["members"])
    )
    assert "number" in {difference["kind"] for difference in injured["differences"]}
    in_sheet = [row for row in told.sheet("statements") if row["statement"] == statement["id"]]
    assert sorted(str(row["group"]) for row in in_sheet) == sorted(t.outlet for t in TELLINGS)


def test_what_was_read_and_by_what_can_be_checked(told: Outputs, tmp_path: Path) -> None:
    sources = {Path(path).name: Path(path) for path in write(tmp_path, "txt")}
    model = hashlib.sha256((reader.folder() / "reader.onnx").read_bytes()).hexdigest()
    provenance = told.json["provenance"]
    assert provenance["model"].split()[-1] == model
    lexicons = {lexicon["name"]: lexicon["sha256"] for lexicon in provenance["lexicons"]}
    for path in (ROOT / "resources" / "lexicons").glob("*.toml"):
        assert lexicons.get(path.stem) == hashlib.sha256(path.read_bytes()).hexdigest(), path.name
    for article in told.json["articles"]:
        given = article["article"]
        digest = hashlib.sha256(sources[given["source"]].read_bytes()).hexdigest()
        assert given["sha256"] == digest
        assert given["text_sha256"] == hashlib.sha256(given["text"].encode()).hexdigest()
        for report in (told.html, told.pdf):
            assert digest[:16] in report
            assert model[:16] in report
    assert {row["sha256"] for row in told.sheet("articles")} == {a["article"]["sha256"] for a in told.json["articles"]}


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "rtf", "eml", "mht", "zip", "csv", "xlsx", "json", "jsonl"])
def test_a_file_of_any_kind_gives_what_its_text_gives(
    told: Outputs, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = compare(tmp_path / "out", write(tmp_path / "in", kind, [TRIBUNE]), kinds=["json"])
    assert read.code == 0
    (article,), plain = read.json["articles"], told.article(TRIBUNE.outlet)
    assert article["article"]["title"] == TRIBUNE.title
    assert article["article"]["published"][:10] == TRIBUNE.published
    assert [(m["exact"], m["voice"]) for m in article["framing"]] == told.marked(TRIBUNE.outlet)
    assert [a["speaker"] for a in article["attributions"]] == [a["speaker"] for a in plain["attributions"]]
    assert "slogan" not in article["article"]["text"]


def test_another_process_order_and_folder_give_the_same_bytes(told: Outputs, tmp_path: Path) -> None:
    paths = write(tmp_path / "elsewhere" / "in", "txt")[::-1]
    written = [part for kind in KINDS for part in (f"--{kind}", str(tmp_path / f"story.{kind}"))]
    command = [sys.executable, "main.py", "compare", *paths, *written]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PROCESS_S, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    again = Outputs(tmp_path)
    assert {kind: again.path(kind).read_bytes() == told.path(kind).read_bytes() for kind in KINDS} == dict.fromkeys(
        KINDS, True
    )


def test_what_is_refused_or_not_scored_is_named_and_the_rest_is_done(
    told: Outputs, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "in", "txt")
    (tmp_path / "in" / "broken.docx").write_bytes(b"PK\x03\x04 this is no document")
    (tmp_path / "in" / "empty.html").write_bytes(b"<html></html>")
    german = (
        "Title: Polizei räumt den Hafen\nOutlet: Hafenblatt\nDate: 2032-03-04\n\nDie Polizei hat am Donnerstag den "
        "Hafen geräumt. Nach neun Tagen fuhr die erste Fähre wieder, sagte die Hafenmeisterin. Niemand wurde "
        "verletzt.\n"
    )
    (tmp_path / "in" / "hafenblatt.txt").write_text(german, encoding="utf-8")
    read = compare(tmp_path / "out", [str(tmp_path / "in")])
    *errors, sums = capsys.readouterr().err.splitlines()
    assert read.code == 1
    assert sums == f"{len(TELLINGS) + 3} files: {len(TELLINGS) + 1} articles read, 2 skipped"
    assert sorted(Path(line.partition(": ")[0]).name for line in errors) == ["broken.docx", "empty.html"]
    assert "Traceback" not in "".join(errors)
    assert len(read.json["articles"]) == len(TELLINGS) + 1
    for telling in TELLINGS:
        assert read.marked(telling.outlet) == told.marked(telling.outlet)
    german_article = read.article("Hafenblatt")
    assert german_article["article"]["language"] == "de"
    assert german_article["framing"] == []
    assert all(m["value"] is None for m in german_article["measures"] if m["name"] == "framing_rate")
    said = [note["text"] for note in (*german_article["article"]["notes"], *read.json["notes"])]
    assert any("English" in words for words in said)
    assert next(row for row in read.sheet("articles") if row["outlet"] == "Hafenblatt")["mean_compound"] is None
    for report in (read.html, read.pdf):
        assert "Hafenblatt" in report
        assert "English" in report
