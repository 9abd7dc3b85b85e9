"""No article takes the others down: whatever fails in one is named with its part, and the rest is done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis import Failure, analyze_all, compare
from analysis import comparison as comparison_module
from analysis.cli import main
from analysis.messages import message, render
from analysis.model import ArticleAnalysis
from analysis.output import write_analyses_json, write_csv, write_html, write_pdf, write_xlsx
from analysis.output.report import compose as composing
from analysis.output.report import pdf as pdf_module
from analysis.output.report.compose import compose
from analysis.output.report.html import html, page
from analysis.output.report.outline import Heading, Marked, Paragraph
from analysis.output.tables import rows
from analysis.progress import Cancelled, Report
from analysis.reading import pipeline as reading
from tests.builders import make_article

FINE = "The ferry left on time. The mayor said that it was full."
BAD = "The ferry sank. The mayor said that it was a disaster."


def breaks(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a step of reading fail on the text that sinks."""
    step: Callable[..., object] = getattr(reading, name)

    def broken(what: object, *rest: object) -> object:
        text = getattr(what, "text", None) or what
        if "sank" in str(text):
            raise IndexError("list index\nout of range")
        return step(what, *rest)

    monkeypatch.setattr(reading, name, broken)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("one", FINE), ("two", BAD), ("three", FINE.replace("ferry", "train"))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return sorted(str(path) for path in tmp_path.glob("*.txt"))


@pytest.mark.parametrize(
    ("step", "part"),
    [
        ("segment", "cut into sentences"),
        ("find_quotations", "cut into sentences"),
        ("find_actors", "names"),
        ("attribute", "who says what"),
        ("assign_voices", "voices"),
    ],
)
def test_a_failure_names_the_article_and_the_part(step: str, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks(step, monkeypatch)
    articles = [make_article(text, source=f"{i}.txt") for i, text in enumerate((FINE, BAD, FINE + " It rained."))]
    first, failure, last = analyze_all(articles)
    assert isinstance(first, ArticleAnalysis)
    assert isinstance(last, ArticleAnalysis)
    assert isinstance(failure, Failure)
    assert (failure.name, failure.article) == ("1.txt", articles[1].id)
    said = render(failure.message)
    assert part in said
    assert "(IndexError: list index out of range, test_failures.py:" in said
    assert "Try again" in said


def test_an_analyzer_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise RecursionError

    from analysis.reading.analyzers.sentiment import SentimentAnalyzer

    monkeypatch.setattr(SentimentAnalyzer, "marks", broken)
    (failure,) = analyze_all([make_article(FINE)])
    assert isinstance(failure, Failure)
    assert "sentiment of its sentences could not be measured (RecursionError" in render(failure.message)


def test_stopping_is_no_failure() -> None:
    def stop(fraction: float, _: object) -> None:
        raise Cancelled

    report: Report = stop
    with pytest.raises(Cancelled):
        list(analyze_all([make_article(FINE)], report))


@pytest.mark.parametrize("command", ["analyze", "compare"])
def test_the_command_line_names_the_article_and_does_the_rest(
    command: str, files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    breaks("attribute", monkeypatch)
    assert main([command, *files, "--json", "-"]) == 1
    told = capsys.readouterr()
    found = [json.loads(line) for line in told.out.splitlines()]
    articles = found[0]["articles"] if command == "compare" else found
    assert len(articles) == 2
    (line,) = told.err.splitlines()
    assert "two.txt: The search for who says what failed on its text (IndexError" in line


def test_nothing_is_done_where_no_article_could_be_analysed(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    breaks("attribute", monkeypatch)
    for command in ("analyze", "compare"):
        assert main([command, files[2]]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert len(told.err.splitlines()) == 1


def story() -> list[ArticleAnalysis]:
    texts = (FINE, BAD, FINE.replace("ferry", "train"))
    found = analyze_all([make_article(t, outlet=f"Paper {i}", source=f"{i}.txt") for i, t in enumerate(texts)])
    return [one for one in found if isinstance(one, ArticleAnalysis)]


def fails_on(text: str, work: Callable[..., object]) -> Callable[..., object]:
    def broken(one: object, *rest: object, **named: object) -> object:
        if text in str(one):
            raise KeyError("no such mark")
        return work(one, *rest, **named)

    return broken


def test_an_article_that_cannot_be_shown_is_named_in_the_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(composing, "marked_article", fails_on("sank", composing.marked_article))
    comparison = compare(story())
    outline = compose(comparison)
    shown = [e for e in outline.elements if isinstance(e, Marked)]
    assert len(shown) == 2
    (failure,) = outline.failures
    assert failure.name == "1.txt"
    for write in (write_html, write_pdf):
        assert write(comparison, tmp_path / "report") == (failure,)
    assert "1.txt: This part of the report could not be made (KeyError" in html(outline)


@pytest.mark.parametrize("part", ["words", "sources", "sentiment", "coverage", "methods", "article_list", "legend"])
def test_a_section_that_fails_is_named_in_its_place(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, part, fails_on("", getattr(composing, part)))
    outline = compose(compare(story()))
    assert len(outline.failures) == 1
    assert sum(isinstance(e, Marked) for e in outline.elements) == 3
    assert sum("could not be made (KeyError" in e.text for e in outline.elements if isinstance(e, Paragraph)) == 1


def test_an_opening_that_fails_is_named_among_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "opening", fails_on("", composing.opening))
    outline = compose(compare(story()))
    assert outline.opening == ()
    assert len(outline.failures) == 1
    assert any("could not be made (KeyError" in limit for limit in outline.limits)


def test_what_cannot_be_typeset_is_named_and_the_rest_is_typeset(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = pdf_module._compiled

    def broken(data: dict[str, object], tagged: bool = True) -> bytes:
        if "sank" in json.dumps(data["elements"]):
            raise pdf_module.OutputError(message("output.failed.render", detail="no such glyph"))
        return compiled(data, tagged)

    monkeypatch.setattr(pdf_module, "_compiled", broken)
    made, failures = pdf_module.document(compose(compare(story())))
    assert made.startswith(b"%PDF")
    assert any(failure.name == "Paper 1" for failure in failures)
    assert all("no such glyph" in render(failure.message) for failure in failures)


def test_what_can_only_be_typeset_without_tags_is_typeset_without(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = pdf_module._compiled

    def strict(data: dict[str, object], tagged: bool = True) -> bytes:
        if tagged:
            raise pdf_module.OutputError(message("output.failed.render", detail="no such glyph"))
        return compiled(data, tagged)

    monkeypatch.setattr(pdf_module, "_compiled", strict)
    made, failures = pdf_module.document(compose(compare(story())))
    assert made.startswith(b"%PDF")
    assert not failures


def test_a_chart_that_cannot_be_written_is_named_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from analysis.output.report import html as html_module

    monkeypatch.setattr(html_module, "svg", fails_on("", html_module.svg))
    whole, failures = page(compose(compare(story())))
    assert failures
    assert whole.count("could not be made (KeyError") == len(failures)
    assert whole.count("<article") == 3


def test_a_table_that_fails_ends_early_and_the_last_sheet_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rows, "_joined", fails_on("", rows._joined))
    comparison = compare(story())
    made = rows.tables(comparison)
    (failure,) = rows.failures_of(made)
    assert failure.name == "attributions"
    assert made[-1].table.rows[-1][:2] == ("failed", "attributions")
    assert write_xlsx(comparison, tmp_path / "tables.xlsx") == write_csv(comparison, tmp_path / "tables") == (failure,)
    assert (tmp_path / "tables" / "sentences.csv").stat().st_size > 200


def test_an_article_that_cannot_be_written_as_json_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from analysis.output import json as json_module

    monkeypatch.setattr(json_module, "analysis_json", fails_on("sank", json_module.analysis_json))
    (failure,) = write_analyses_json(story(), tmp_path / "all.jsonl")
    assert failure.name == "1.txt"
    assert len((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_format_that_fails_leaves_the_others(
    files: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("analysis.output.write_xlsx", fails_on("", write_xlsx))
    json_file, workbook = str(tmp_path / "all.json"), str(tmp_path / "all.xlsx")
    assert main(["compare", *files, "--json", json_file, "--xlsx", workbook]) == 1
    assert Path(json_file).stat().st_size > 1000
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{workbook}: It could not be written (KeyError")
    assert main(["compare", *files, "--xlsx", workbook]) == 2


@pytest.mark.parametrize(
    ("step", "heading"),
    [
        ("naming_rows", "output.heading.words"),
        ("align", "output.heading.coverage"),
        ("source_rows", "output.heading.sources"),
        ("keywords", "output.heading.vocabulary"),
        ("group_measures", "output.heading.voices"),
        ("wire_passages", "output.heading.coverage"),
    ],
)
def test_a_part_of_the_comparison_that_fails_is_left_out_and_said(
    step: str,
    heading: str,
    files: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(comparison_module, step, fails_on("", getattr(comparison_module, step)))
    comparison = compare(story())
    (failure,) = comparison.failures
    said = render(failure)
    assert "failed (KeyError" in said or "could not be made (KeyError" in said
    elements = compose(comparison).elements
    at = next(i for i, e in enumerate(elements) if isinstance(e, Heading) and e.text == render(message(heading)))
    assert elements[at + 1] == Paragraph(said)
    assert main(["compare", *files]) == 1
    assert said.split("(")[0] in capsys.readouterr().err
