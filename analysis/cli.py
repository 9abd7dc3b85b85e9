"""The command line: `analyze`, `compare`, `lexicon check`. Exit codes: 0 done, 1 some sources skipped, 2 nothing done.

Results go to files, or to standard output with `-`; progress and what was skipped go to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from . import Failure, __version__, analyze_all, check_lexicons, compare, no_reader, read
from .errors import ParallaxError
from .failures import PartError, part_of_work, reason
from .messages import Message, message, render
from .model import Article, ArticleAnalysis, Comparison, MarkKind, NamingCell, Voice
from .progress import Report, part, silent
from .settings import CompareSettings, ReadSettings
from .visible import visible

if TYPE_CHECKING:
    from .sources import Reading

DONE, SOME_SKIPPED, NOTHING_DONE, STOPPED = 0, 1, 2, 130
DASH = "–"


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; no failure shows a traceback."""
    _speak_utf8()
    parser = _parser()
    try:
        options, unknown = parser.parse_known_args(arguments)
        if unknown:
            command = f" {options.command}" if options.command else ""
            line = f"{parser.prog}{command}: unrecognized arguments: {' '.join(unknown)}."
            parser.exit(NOTHING_DONE, f"{line} See `{parser.prog}{command} --help`.\n")
        if options.command is None:
            parser.print_help(sys.stderr)
            return NOTHING_DONE
        from .output.files import flush_standard_output

        run: Callable[[argparse.Namespace], int] = options.run
        done = run(options)
        flush_standard_output()
        return done
    except SystemExit as stop:
        return int(stop.code or 0) if isinstance(stop.code, int | None) else NOTHING_DONE
    except ParallaxError as error:
        _complain(str(error))
        return NOTHING_DONE
    except KeyboardInterrupt:
        _complain(render(message("cli.stopped")))
        return STOPPED
    except BrokenPipeError:
        return DONE  # whoever read our output has had enough
    except Exception as error:
        return _internal_failure(error)


def _internal_failure(error: Exception) -> int:
    if os.environ.get("PARALLAX_DEBUG"):
        raise error
    _complain(render(message("cli.internal", reason=reason(error))))
    return NOTHING_DONE


# --------------------------------------------------------------------------- what can be asked


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(NOTHING_DONE, f"{self.prog}: {message}. See `{self.prog} --help`.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="main.py",
        description="Parallax shows how several outlets tell the same event. Without arguments the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"Parallax {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    one = commands.add_parser("analyze", help="what is found in each article")
    _add_sources(one)
    one.add_argument("--json", metavar="FILE|-", help="one JSON object per article, a line each")
    one.set_defaults(run=_analyze)

    many = commands.add_parser("compare", help="what sets the outlets apart")
    _add_sources(many)
    many.add_argument("--pdf", metavar="FILE", help="the report as PDF")
    many.add_argument("--html", metavar="FILE", help="the report as one HTML file")
    many.add_argument("--json", metavar="FILE|-", help="everything, as one JSON object")
    many.add_argument("--xlsx", metavar="FILE", help="all tables in one workbook")
    many.add_argument("--csv", metavar="DIR", help="all tables, a file each")
    many.add_argument("--title", default="", metavar="TEXT", help="the title of the report")
    many.add_argument("--group-by", default="outlet", metavar="COLUMN", help="compare by this column (default: outlet)")
    many.add_argument(
        "--mix-kinds",
        action="store_true",
        help="count opinion, letters and other kinds together in figures of the outlets' own voice",
    )
    many.set_defaults(run=_compare)

    lexicon = commands.add_parser("lexicon", help="work on lexicons")
    tasks = lexicon.add_subparsers(dest="task", metavar="TASK", required=True, parser_class=_Parser)
    check = tasks.add_parser("check", help="validate lexicons; errors name file and line")
    check.add_argument("files", nargs="+", metavar="FILE")
    check.set_defaults(run=_check_lexicons)

    window = commands.add_parser("open", help="open the window with these articles")
    window.add_argument("paths", nargs="*", metavar="PATH")
    return parser


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="FIELD=NAME",
        help="the table column that holds text, title, outlet, date, author or url",
    )
    parser.add_argument(
        "--skipped",
        metavar="FILE",
        help="write what was skipped or is missing: path, row, reason (TSV; JSON lines where FILE ends in .jsonl); "
        "`cut -f1 FILE | sort -u` names the files to try again",
    )
    parser.add_argument("--keep-text", action="store_true", help="take the text as it is; read no header")
    parser.add_argument(
        "--fetch", action="store_true", help="fetch addresses, directly and at most 30 s and 20 MB each"
    )


def _column(value: str) -> tuple[str, str]:
    field, sign, name = value.partition("=")
    if not sign or not field.strip() or not name.strip():
        raise argparse.ArgumentTypeError(f"'{value}' is not of the form FIELD=NAME, such as text=story")
    return field.strip().lower(), name.strip()


# --------------------------------------------------------------------------- commands


def _analyze(options: argparse.Namespace) -> int:
    report = _progress()
    reading = _read(options, part(report, 0.0, 0.3))
    analyses = _analyses(reading.articles, part(report, 0.3, 1.0))
    if not analyses:
        return NOTHING_DONE
    failed: Sequence[Failure] = ()
    if options.json:
        from .output import write_analyses_json

        failed = write_analyses_json(analyses, options.json)
        _complain_of_failed(failed)
    else:
        for line in _analysis_table(analyses):
            _print(line)
    _finish(report)
    return _code(reading, analyses, failed)


def _compare(options: argparse.Namespace) -> int:
    report = _progress()
    reading = _read(options, part(report, 0.0, 0.2))
    analyses = _analyses(reading.articles, part(report, 0.2, 0.6))
    if not analyses:
        return NOTHING_DONE
    settings = CompareSettings(options.group_by, options.title, mix_kinds=options.mix_kinds)
    comparison = compare(analyses, settings, report=part(report, 0.6, 0.8))
    for failure in comparison.failures:
        _complain(render(failure))
    failed = _write(comparison, options, part(report, 0.8, 1.0))
    _finish(report)
    return _code(reading, analyses, (*failed, *comparison.failures))


def _code(reading: Reading, analyses: Sequence[ArticleAnalysis], failed: Sequence[object]) -> int:
    """Return the exit code of what was done but for the sources skipped or missing and the parts that failed."""
    lost = bool(reading.skipped) or any(tally.missing for tally in reading.tallies)
    whole = not lost and not failed and len(analyses) == len(reading.articles)
    return DONE if whole else SOME_SKIPPED


def _write(comparison: Comparison, options: argparse.Namespace, report: Report) -> Sequence[Failure]:
    """Write what was asked for, or print a table; return what could not be made, named already."""
    from . import output

    wanted: list[tuple[str | None, Callable[[Comparison, str], tuple[Failure, ...]]]] = [
        (options.json, output.write_json),
        (options.xlsx, output.write_xlsx),
        (options.csv, output.write_csv),
        (options.html, output.write_html),
        (options.pdf, output.write_pdf),
    ]
    chosen = [(path, write) for path, write in wanted if path]
    failed: list[Failure] = []
    lost: list[str] = []
    for i, (path, write) in enumerate(chosen):
        report(i / len(chosen), message("progress.writing", name=path))
        try:
            with part_of_work("format"):
                found = write(comparison, path)
        except ParallaxError as error:
            if i == len(chosen) - 1 and len(lost) == i:
                raise PartError(error.message, error.where or path) from error  # Nothing at all was written.
            lost.append(path)
            found = (Failure(error.where or path, error.message),)
        _complain_of_failed(found)
        failed += found
    if not chosen:
        for line in _comparison_table(comparison):
            _print(line)
    return failed


def _check_lexicons(options: argparse.Namespace) -> int:
    errors = check_lexicons(options.files)
    for error in errors:
        _complain(str(error))
    if not errors:
        _print(render(message("cli.lexicons_fine", count=len(options.files))))
    return NOTHING_DONE if errors else DONE


def _read(options: argparse.Namespace, report: Report) -> Reading:
    """Read the sources; what did not come in is said, and written where that was asked for."""
    settings = ReadSettings(columns=tuple(options.column), keep_text=options.keep_text, fetch=options.fetch)
    reading = read(options.paths, settings, report)
    _complain_of_skipped(reading)
    _reconcile(reading)
    if options.skipped:
        from .output.left_out import write_left_out
        from .sources.left_out import left_out

        write_left_out(left_out(reading), options.skipped)
    return reading


def _analyses(articles: Sequence[Article], report: Report) -> list[ArticleAnalysis]:
    """Return the analyses of the articles that could be analysed; the others are named."""
    found = list(analyze_all(articles, report))
    _complain_of_reader()
    _complain_of_failed([one for one in found if isinstance(one, Failure)])
    return [one for one in found if not isinstance(one, Failure)]


# --------------------------------------------------------------------------- for people


def _analysis_table(analyses: Sequence[ArticleAnalysis]) -> list[str]:
    rows = [[render(message(f"cli.column.{name}")) for name in ("outlet", "title", "words", "framing", "own", "mean")]]
    rows += [_analysis_row(analysis) for analysis in analyses]
    return _aligned(rows, numbers=4)


def _analysis_row(analysis: ArticleAnalysis) -> list[str]:
    document, article = analysis.document, analysis.article
    own = sum(document.words_in(r.span) for r in document.voices if r.voice in (Voice.NARRATOR, Voice.SCARE))
    compounds = [mark.weight for mark in analysis.of_kind(MarkKind.SENTIMENT)]
    scored = article.scored and document.words > 0
    return [
        _cut(article.label, 30),
        _cut(article.title, 60),
        str(document.words),
        str(len(analysis.of_kind(MarkKind.FRAMING))) if scored else DASH,
        f"{own / document.words:.0%}" if scored else DASH,
        f"{sum(compounds) / len(compounds):+.2f}" if compounds else DASH,
    ]


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1] + "…"


def _comparison_table(comparison: Comparison) -> list[str]:
    lines = _analysis_table(comparison.analyses)
    labels = [group.label for group in comparison.groups]
    for row in comparison.naming:
        named = [[f"  {label}", _uses(cell)] for label, cell in zip(labels, row.cells, strict=True) if cell.uses]
        lines += ["", row.label, *_aligned(named, numbers=0)]
    return [*lines, *(["", *(render(note) for note in comparison.notes)] if comparison.notes else [])]


def _uses(cell: NamingCell) -> str:
    counts: dict[str, int] = {}
    for use in cell.uses:
        counts[", ".join(use.printed)] = counts.get(", ".join(use.printed), 0) + len(use.passages)
    return "; ".join(f"{words} {n}" for words, n in counts.items())


def _aligned(rows: Sequence[Sequence[str]], numbers: int) -> list[str]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    first_number = len(widths) - numbers
    return [
        "  ".join(
            cell.rjust(width) if i >= first_number else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


# --------------------------------------------------------------------------- standard streams


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _print(line: str) -> None:
    from .output.files import print_line

    print_line(line)


def _complain(line: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(line + "\n")


def _complain_of_skipped(reading: Reading) -> None:
    for skipped in reading.skipped:
        advice = " " + render(message("cli.name_column")) if skipped.message.key == "sources.no_text_column" else ""
        _complain(f"{skipped.source}: {render(skipped.message)}{advice}")


def _reconcile(reading: Reading) -> None:
    """Set what files say they hold against what was read, and say the sums; where all came in, at a terminal only."""
    from .sources.left_out import account, summary

    uneven = [tally for tally in reading.tallies if tally.stated is not None and tally.stated != tally.read]
    for tally in uneven:
        _complain(f"{visible(tally.path)}: {render(account(tally))}")
    several = len(reading.tallies) > 1 and (reading.skipped or uneven or _at_terminal())
    if several or any(tally.missing for tally in reading.tallies):
        files, *parts = map(render, summary(reading.tallies))
        _complain(f"{files}: {', '.join(parts)}")


def _complain_of_reader() -> None:
    """Say why the Reader read nothing, where it was not the user who switched it off."""
    reason = no_reader()
    if reason is not None and reason.key != "reader.off":
        _complain(render(reason))


def _complain_of_failed(failed: Iterable[Failure]) -> None:
    for one in failed:
        _complain(f"{one.name}: {render(one.message)}")


def _at_terminal() -> bool:
    """Return whether somebody sees what goes to standard error."""
    return sys.stderr is not None and sys.stderr.isatty()


def _progress() -> Report:
    if not _at_terminal():
        return silent

    def show(fraction: float, doing: Message | None = None) -> None:
        sys.stderr.write(f"\r\x1b[K{fraction:4.0%} {render(doing) if doing else ''}"[:100])
        sys.stderr.flush()

    return show


def _finish(report: Report) -> None:
    if report is not silent:
        sys.stderr.write("\r\x1b[K")
