"""The directions of ARCHITECTURE.md, held by reading every import and by importing the engine without Qt."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from .patience import PROCESS_S

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("sources", "reading", "comparison", "output")
"""The order in which data passes; a room may import from itself and from those before it."""
HEAVY = {
    "pandas",
    "sklearn",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "typst",
    "scipy",
    "docx",
    "openpyxl",
    "dateparser",
}
"""Imported inside the functions that need them, so that the window paints first."""
LATE = HEAVY | {"numpy"}
"""numpy may stand at the top of modules that are imported late (the Reader's), but the window loads none of them."""


def modules(folder: str) -> list[Path]:
    return sorted(p for p in (ROOT / folder).rglob("*.py") if "training" not in p.parts)


def imports(path: Path, top_only: bool = False) -> Iterator[str]:
    """Every imported module, as an absolute name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    nodes = ast.walk(tree) if not top_only else iter(tree.body)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            name = ".".join((*base, *(node.module.split(".") if node.module else ())))
            yield name
            yield from (f"{name}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", modules("analysis"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_engine_knows_neither_qt_nor_the_window(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}
    assert not tops & {"PySide6", "shiboken6", "gui", "main", "tests"}


@pytest.mark.parametrize("path", modules("analysis"), ids=lambda p: str(p.relative_to(ROOT)))
def test_rooms_import_only_from_rooms_before_them(path: Path) -> None:
    parts = path.relative_to(ROOT / "analysis").parts
    if parts[0] not in ROOMS:
        return
    later = ROOMS[ROOMS.index(parts[0]) + 1 :]
    assert not [n for n in imports(path) if n.startswith(tuple(f"analysis.{room}" for room in later))]


@pytest.mark.parametrize("folder", ["analysis/comparison", "analysis/output", "analysis/project", "gui"])
def test_who_compares_and_shows_knows_analyses_and_not_how_they_are_made(folder: str) -> None:
    """Imports inside functions count too: what an analysis lacks is added to it, not looked up beside it."""
    found = [(str(path), name) for path in modules(folder) for name in imports(path)]
    assert not [(path, name) for path, name in found if f"{name}.".startswith("analysis.reading.")]


@pytest.mark.parametrize("path", modules("analysis/reading/english"), ids=lambda p: str(p.relative_to(ROOT)))
def test_english_imports_nothing_of_ours_but_the_model(path: Path) -> None:
    ours = [name for name in imports(path) if name.startswith("analysis.")]
    assert not [name for name in ours if not name.startswith(("analysis.reading.english", "analysis.model"))]


@pytest.mark.parametrize("path", modules("analysis"), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_inside_the_engine_are_relative(path: Path) -> None:
    """So that a wheel can carry the engine under another name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    absolute = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.level == 0 and n.module]
    assert not [name for name in absolute if name.split(".")[0] == "analysis"]


@pytest.mark.parametrize("path", modules("analysis") + modules("gui"), ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_packages_are_imported_where_they_are_used(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports(path, top_only=True)}
    assert not tops & HEAVY


def module_of(path: Path) -> str:
    """Return a module's dotted name; a package's is that of its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def at_import(body: Iterable[ast.stmt], typing: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports that run when a module is imported, with `typing` those for type checkers too."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If):
            for_checkers = ast.unparse(node.test).endswith("TYPE_CHECKING")
            yield from at_import(node.body if typing or not for_checkers else (), typing)
            yield from at_import(node.orelse, typing)
        elif isinstance(node, ast.Try):
            yield from at_import([*node.body, *node.orelse, *node.finalbody], typing)


def import_graph(folder: str, typing: bool) -> dict[str, set[str]]:
    """Return which modules of a folder each of its modules imports by name at import time."""
    paths = {module_of(path): path for path in modules(folder)}
    graph: dict[str, set[str]] = {}
    for name, path in paths.items():
        package = path.relative_to(ROOT).parts[:-1]
        found = graph.setdefault(name, set())
        for node in at_import(ast.parse(path.read_text(encoding="utf-8")).body, typing):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names} & paths.keys()
                continue
            base = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join((*base, *(node.module or "").split("."))).strip(".")
            for alias in node.names:
                whole = f"{source}.{alias.name}"
                found |= {whole if whole in paths else source} & paths.keys()
        found.discard(name)
    return graph


def package_graph(graph: Mapping[str, set[str]], depth: int) -> dict[str, set[str]]:
    """Return `graph` with modules put together by the first `depth` parts of their names."""

    def package(name: str) -> str:
        return ".".join(name.split(".")[:depth])

    joined: dict[str, set[str]] = {}
    for name, targets in graph.items():
        joined.setdefault(package(name), set()).update(map(package, targets))
    return {name: targets - {name} for name, targets in joined.items()}


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the groups of names that all reach each other, sorted."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            new = graph.get(waiting.pop(), set()) - seen
            seen |= new
            waiting += new
        return seen

    far = {name: reached(name) for name in graph}
    groups = {tuple(sorted(n for n in far[name] if name in far.get(n, ()))) for name in graph if name in far[name]}
    return [list(group) for group in sorted(groups)]


@pytest.mark.parametrize("typing", [False, True], ids=["at run time", "for type checkers"])
def test_no_module_of_the_window_imports_itself_over_others(typing: bool) -> None:
    assert circles(import_graph("gui", typing)) == []


@pytest.mark.parametrize("typing", [False, True], ids=["at run time", "for type checkers"])
def test_no_module_and_no_room_of_the_engine_imports_itself_over_others(typing: bool) -> None:
    graph = import_graph("analysis", typing)
    assert circles(graph) == []
    assert circles(package_graph(graph, 2)) == [], "the rooms of the engine"
    assert circles(package_graph(graph, 3)) == [], "the rooms of reading, and packages within others"


def test_a_circle_is_found_and_what_only_leads_to_it_is_none() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"f"}, "f": {"e"}}
    assert circles(graph) == [["b", "c"], ["e", "f"]]
    assert circles(package_graph({"x.a": {"y.b"}, "y.c": {"x.d"}, "y.b": set(), "x.d": set()}, 1)) == [["x", "y"]]


def test_the_whole_engine_imports_without_qt() -> None:
    names = [m.name for m in pkgutil.walk_packages([str(ROOT / "analysis")], "analysis.") if "training" not in m.name]
    block = "import sys; sys.modules['PySide6'] = None; sys.modules['gui'] = None\n"
    code = block + "\n".join(f"import {name}" for name in ["analysis", *names])
    subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True, timeout=PROCESS_S
    )


def test_importing_the_engine_and_the_window_loads_nothing_heavy() -> None:
    code = f"import sys, analysis, analysis.cli, gui.app; print(sorted({LATE!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True, timeout=PROCESS_S
    )
    assert done.stdout.strip() == "[]"


def test_importing_the_window_loads_no_room_of_the_engine() -> None:
    """The window paints before the engine loads: a view's tables and charts come with the view."""
    code = "import sys, gui.app; print(sorted(m for m in sys.modules if m.startswith('analysis.')))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True, timeout=PROCESS_S
    )
    loaded = ast.literal_eval(done.stdout)
    assert not [name for name in loaded if name.split(".")[1] in ROOMS]


def test_the_main_module_stays_small() -> None:
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) <= 52


@pytest.mark.parametrize("path", modules("analysis/reading/speakers"), ids=lambda p: str(p.relative_to(ROOT)))
def test_speakers_do_without_the_rules_that_stand_in_for_the_reader(path: Path) -> None:
    assert not [name for name in imports(path) if "attribution.fallback" in name]
