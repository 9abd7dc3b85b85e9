"""The command line with the Reader on files of every kind and with every option: `--slow`."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.reading import reader
from tests.patience import PROCESS_S

from .outputs import KINDS, Outputs, compare
from .story import COURIER, RADIO, SINGLE, TABLES, TELLINGS, TRIBUNE, Telling, rows, text, write

pytestmark = [pytest.mark.reader, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
TOLD_SAME = "The regional council will meet on Friday to discuss the dispute."


def found(outputs: Outputs) -> dict[str, object]:
    """Return what was found in each article, and what was compared, apart from ids and places."""
    texts = {a["article"]["id"]: a["article"]["text"] for a in outputs.json["articles"]}
    articles = {a["article"]["title"]: a for a in outputs.json["articles"]}
    return {
        "marks": {title: [m["exact"] for m in a["framing"]] for title, a in articles.items()},
        "speakers": {title: [x["speaker"] for x in a["attributions"]] for title, a in articles.items()},
        "acts": {title: [x["word"] for x in a["agency"]] for title, a in articles.items()},
        "naming": {
            row["id"]: sum(use["count"] for cell in row["cells"] for use in cell["uses"])
            for row in outputs.json["naming"]
        },
        "statements": sorted(
            sorted(texts[m["article"]][m["start"] : m["end"]] for m in s["members"])
            for s in outputs.json["statements"]
            if len(s["members"]) > 1
        ),
        "quotes": sorted(quote["speaker"] for quote in outputs.json["quotes"]),
    }


@pytest.mark.parametrize("kind", [*list(SINGLE)[1:], *TABLES, "mixed"])
def test_the_comparison_is_the_same_from_files_of_any_kind(told: Outputs, kind: str, tmp_path: Path) -> None:
    if kind == "mixed":
        for telling, one in zip(TELLINGS, ("html", "docx", "xlsx"), strict=True):
            write(tmp_path / "in", one, [telling])
        paths = [str(tmp_path / "in")]
    else:
        paths = write(tmp_path / "in", kind)
    read = compare(tmp_path / "out", paths, kinds=["json"])
    assert read.code == 0
    assert found(read) == found(told)


@pytest.mark.parametrize(
    ("flags", "environment"),
    [
        (["-O"], {}),
        (["-OO"], {}),
        (["-B", "-X", "dev", "-W", "ignore"], {}),
        ([], {"PYTHONHASHSEED": "7"}),
        ([], {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ([], {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}),
        ([], {"OMP_NUM_THREADS": "1"}),
        ([], {"COLUMNS": "20", "NO_COLOR": "1", "TERM": "dumb"}),
    ],
    ids=["O", "OO", "dev", "hashes", "ascii", "far-east", "one-thread", "narrow"],
)
def test_the_bytes_are_the_same_however_python_runs(
    told: Outputs, flags: list[str], environment: dict[str, str], tmp_path: Path
) -> None:
    written = [part for kind in KINDS for part in (f"--{kind}", str(tmp_path / f"story.{kind}"))]
    command = [sys.executable, *flags, "main.py", "compare", *write(tmp_path / "in", "txt"), *written]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, timeout=PROCESS_S, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert [k for k in KINDS if Outputs(tmp_path).path(k).read_bytes() != told.path(k).read_bytes()] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "crlf"])
def test_a_text_in_any_encoding_reads_as_the_same(told: Outputs, encoding: str, tmp_path: Path) -> None:
    for telling in TELLINGS:
        words = text(telling).decode()
        content = words.replace("\n", "\r\n").encode() if encoding == "crlf" else words.encode(encoding)
        (tmp_path / f"{telling.slug}.txt").write_bytes(content)
    read = compare(tmp_path / "out", [str(tmp_path / f"{t.slug}.txt") for t in TELLINGS], kinds=["json"])
    assert found(read) == found(told)
    texts = [a["article"]["text_sha256"] for a in read.json["articles"]]
    assert texts == [a["article"]["text_sha256"] for a in told.json["articles"]]


@pytest.mark.parametrize("model", ["off", "damaged"])
def test_without_the_reader_the_rules_answer_and_every_output_says_so(
    told: Outputs, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    if model == "damaged":
        shutil.copytree(reader.folder(), tmp_path / "model")
        content = bytearray((tmp_path / "model" / "reader.onnx").read_bytes())
        content[: len(content) // 2] = bytes(len(content) // 2)
        (tmp_path / "model" / "reader.onnx").write_bytes(content)
    monkeypatch.setenv(reader.SWITCH, "off" if model == "off" else str(tmp_path / "model"))
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt"))
    assert read.code == 0
    assert read.json["provenance"]["model"] is None
    assert ("rioters", "narrator") in read.marked(TRIBUNE.outlet)
    assert "Ilse Tarrow" in read.told_by(COURIER.outlet)
    assert [a["agency"] for a in read.json["articles"]] == [[], [], []]
    for name in ("valence_mean", "loaded_share", "agency_count", "toward_mean"):
        assert {m["value"] for m in read.json["measures"] if m["name"] == name} <= {None}, name
    for report in (read.html, read.pdf):
        assert "by rules" in report
        assert "Trained model 2" not in report
    assert told.json["provenance"]["model"] is not None
    assert not any(row["valence"] for row in read.sheet("sentences"))


def test_groups_by_a_column_are_compared_in_place_of_outlets(tmp_path: Path) -> None:
    table = rows(TELLINGS)
    countries = ("country", "Selland", "Selland", "Norhavn")
    content = [(*row, country) for row, country in zip(table, countries, strict=True)]
    (tmp_path / "articles.csv").write_bytes(table_of(content))
    read = compare(tmp_path / "out", [str(tmp_path / "articles.csv")], "--group-by", "country")
    groups = {group["label"]: group for group in read.json["groups"]}
    words = {t.outlet: len(f"{t.title} {t.body}".split()) for t in TELLINGS}
    assert set(groups) == {"Selland", "Norhavn"}
    assert groups["Selland"]["words"] == words[COURIER.outlet] + words[TRIBUNE.outlet]
    assert groups["Norhavn"]["words"] == words[RADIO.outlet]
    assert {row["group"] for row in read.sheet("framing")} <= set(groups)
    assert "Selland" in read.html
    assert "Selland" in read.pdf


def table_of(table: list[tuple[str, ...]], delimiter: str = ",") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(table)
    return file.getvalue().encode()


def test_a_column_named_by_the_user_holds_the_text(
    told: Outputs, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = ("Zeitung", "Schlagzeile", "Tag", "Verfasser", "Wortlaut")
    (tmp_path / "articles.tsv").write_bytes(table_of([head, *rows(TELLINGS)[1:]], "\t"))
    path = str(tmp_path / "articles.tsv")
    refused = main(["compare", path, "--json", str(tmp_path / "none.json")])
    assert refused == 2
    assert "--column" in capsys.readouterr().err
    assert not (tmp_path / "none.json").exists()
    fields = zip(("outlet", "title", "date", "author", "text"), head, strict=True)
    named = [part for field, name in fields for part in ("--column", f"{field}={name}")]
    assert found(compare(tmp_path / "out", [path], *named, kinds=["json"])) == found(told)


def test_keep_text_takes_the_header_for_text(tmp_path: Path) -> None:
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt", [COURIER]), "--keep-text", kinds=["json"])
    (article,) = read.json["articles"]
    assert article["article"]["text"] == text(COURIER).decode().strip()
    assert article["article"]["text"].startswith("Title: Police clear")


def test_a_title_of_the_user_stands_on_every_output(tmp_path: Path) -> None:
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt"), "--title", "Orvane <b>1</b> & after")
    assert read.json["title"] == "Orvane <b>1</b> & after"
    for report in (read.html, read.pdf):
        assert "Orvane <b>1</b> & after" in report
    assert ("title", "Orvane <b>1</b> & after") in [(row["what"], row["name"]) for row in read.sheet("methods")]


def test_standard_input_is_compared_with_files(told: Outputs, tmp_path: Path) -> None:
    courier, *others = write(tmp_path / "in", "txt")
    command = [sys.executable, "main.py", "compare", "-", *others, "--json", "-"]
    given = Path(courier).read_bytes()
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, timeout=PROCESS_S, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    (tmp_path / "story.json").write_bytes(done.stdout)
    assert found(Outputs(tmp_path)) == found(told)


def test_each_article_alone_is_as_it_is_in_the_comparison(told: Outputs, tmp_path: Path) -> None:
    target = tmp_path / "analyses.jsonl"
    assert main(["analyze", *write(tmp_path / "in", "txt"), "--json", str(target)]) == 0
    alone = {one["article"]["id"]: one for one in map(json.loads, target.read_text(encoding="utf-8").splitlines())}
    together = {one["article"]["id"]: one for one in told.json["articles"]}
    assert set(alone) == set(together)
    for key, one in alone.items():
        for part in ("sentences", "attributions", "framing", "loaded_words", "agency", "article"):
            assert one[part] == together[key][part], part


def test_outputs_keep_to_their_published_schemas(told: Outputs, tmp_path: Path) -> None:
    import jsonschema

    schemas = ROOT / "analysis" / "output" / "schemas"
    for name, given in (("comparison", told.json), ("analysis", told.json["articles"][0])):
        schema = json.loads((schemas / f"parallax.{name}-1.json").read_text(encoding="utf-8"))
        validator = jsonschema.validators.validator_for(schema)
        store = [json.loads(path.read_text(encoding="utf-8")) for path in schemas.glob("*.json")]
        import referencing

        registry = referencing.Registry().with_resources(
            (one["$id"], referencing.Resource.from_contents(one)) for one in store if "$id" in one
        )
        errors = sorted(validator(schema, registry=registry).iter_errors(given), key=str)
        assert not errors, errors[0]


def test_csv_files_hold_what_the_workbook_holds(told: Outputs, tmp_path: Path) -> None:
    import openpyxl

    compare(tmp_path / "out", write(tmp_path / "in", "txt"), "--csv", str(tmp_path / "tables"), kinds=[])
    names = openpyxl.load_workbook(told.path("xlsx"), read_only=True).sheetnames
    assert sorted(path.stem for path in (tmp_path / "tables").iterdir()) == sorted(names)
    for name in names:
        with (tmp_path / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            table = list(csv.DictReader(file))
        sheet = told.sheet(name)
        assert len(table) == len(sheet), name
        for row, cells in zip(table, sheet, strict=True):
            assert [key for key, value in cells.items() if not same(row[key], value)] == [], name


def same(words: str, value: object) -> bool:
    """Return whether a cell of a csv file says what a cell of the workbook says."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return abs(float(words) - float(value)) < 1e-6
    return words.lstrip("'") == str("" if value is None else value).lstrip("'")


FOREIGN = {
    "de": (
        "Polizei räumt den Hafen von Orvane",
        "Die Polizei hat am Donnerstag den Hafen geräumt. Nach neun Tagen fuhr die erste Fähre wieder, sagte die "
        "Hafenmeisterin. Niemand wurde verletzt, hieß es.",
    ),
    "fr": (
        "La police évacue le port d'Orvane",
        "La police a évacué jeudi le port. Après neuf jours, le premier ferry est reparti, a déclaré la capitaine du "
        "port. Personne n'a été blessé, selon elle.",
    ),
    "es": (
        "La policía desaloja el puerto de Orvane",
        "La policía desalojó el jueves el puerto. Después de nueve días salió el primer transbordador, dijo la "
        "capitana del puerto. Nadie resultó herido.",
    ),
    "ru": (
        "Полиция освободила порт",
        "Полиция в четверг освободила порт. Через девять дней вышел первый паром, сказала начальница порта. Никто не "
        "пострадал, сообщили власти города.",
    ),
}


def foreign(language: str) -> Telling:
    title, body = FOREIGN[language]
    return Telling(language, f"Paper {language}", title, "2032-03-04", "Eva Holt", (body,))


@pytest.mark.parametrize("language", FOREIGN)
def test_an_article_that_is_not_scored_is_noted_and_changes_nothing_for_the_others(
    told: Outputs, language: str, tmp_path: Path
) -> None:
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt", (*TELLINGS, foreign(language))))
    assert read.code == 0
    article = read.article(f"Paper {language}")
    assert article["article"]["language"] == language
    assert [article["framing"], article["loaded_words"], article["agency"]] == [[], [], []]
    assert any("English" in note["text"] for note in (*article["article"]["notes"], *read.json["notes"]))
    assert [read.marked(t.outlet) for t in TELLINGS] == [told.marked(t.outlet) for t in TELLINGS]
    assert found(read)["naming"] == found(told)["naming"]
    assert found(read)["statements"] == found(told)["statements"]
    title = FOREIGN[language][0]
    for report in (read.html, read.pdf):
        assert title in report


def test_only_articles_that_are_not_scored_are_done_with_a_note(tmp_path: Path) -> None:
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt", [foreign("de"), foreign("fr")]))
    assert read.code == 0
    assert read.json["naming"] == []
    assert {m["value"] for m in read.json["measures"] if m["name"] == "framing_rate"} <= {None}
    assert "English" in read.html
    assert "English" in read.pdf


def test_agency_copy_that_two_outlets_carry_is_found(tmp_path: Path) -> None:
    copied = (
        "ORVANE, March 4 (Corriden Wire) -- Police cleared the harbour of Orvane on Thursday morning, and the first "
        "ferry left by seven o'clock after nine days in which no ship had moved, the harbour authority said.",
        "The authority said that the blockade had cost the island towns some four million crowns and that bread, fuel "
        "and medicine had run short in three of them before the council asked for help.",
    )  # fmt: skip
    one, two = (replace(t, paragraphs=(*copied, *t.paragraphs[-2:])) for t in (COURIER, TRIBUNE))
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt", (one, two, RADIO)))
    carried = {row["group"] for row in read.sheet("wire")}
    assert carried == {COURIER.outlet, TRIBUNE.outlet}
    assert {passage["article"] for wire in read.json["wire"] for passage in wire["members"]} == {
        read.article(t.outlet)["article"]["id"] for t in (one, two)
    }
    assert "Corriden Wire" in read.html


def test_the_same_article_twice_is_compared_once(told: Outputs, tmp_path: Path) -> None:
    paths = write(tmp_path / "in", "txt")
    read = compare(tmp_path / "out", [*paths, *paths], kinds=["json"])
    assert read.path("json").read_bytes() == told.path("json").read_bytes()


def test_strange_letters_come_through_to_every_output(tmp_path: Path) -> None:
    strange = replace(
        RADIO,
        paragraphs=(
            *RADIO.paragraphs,
            "“They came at dawn 🌊🚢,” wrote Zoë Ångström-O’Neill.",
            "The sign said مرحبا and 港口, and the cafe\u0301 was shut.",
        ),
    )
    read = compare(tmp_path / "out", write(tmp_path / "in", "txt", (COURIER, TRIBUNE, strange)))
    assert read.code == 0
    assert "🌊" in read.article(RADIO.outlet)["article"]["text"]
    assert "🌊" in read.html
    for word in ("Ångström", "café"):
        assert word in read.html
        assert word in read.pdf
    assert any("🌊" in str(row["text"]) for row in read.sheet("sentences"))
