"""Held by reading the code: no sentence for people is looked up while a module is imported.

A language that is chosen later would not reach it. Tables of modules hold `Label` or `Message`, which are looked up
when they are shown.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOOK_UPS = {"analysis.messages": {"text", "render"}, "messages": {"text", "render"}, "analysis": {"render"}}
"""Where the functions come from that look sentences up, the engine's relative imports among them."""


def modules() -> list[Path]:
    return sorted([*(ROOT / "gui").rglob("*.py"), *(ROOT / "analysis").rglob("*.py"), ROOT / "main.py"])


def names_of_look_ups(tree: ast.AST) -> set[str]:
    """Return what a module calls them."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in LOOK_UPS
        for alias in node.names
        if alias.name in LOOK_UPS[node.module]
    }


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when a module is imported: all but the bodies of functions."""
    yield node
    children: Iterator[ast.AST] = ast.iter_child_nodes(node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        children = iter([*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)])
    elif isinstance(node, ast.Lambda):
        children = iter([*node.args.defaults, *filter(None, node.args.kw_defaults)])
    for child in children:
        yield from run_at_import(child)


def looked_up_at_import(source: str) -> list[int]:
    """Return the lines on which a sentence is looked up at import."""
    tree = ast.parse(source)
    names = names_of_look_ups(tree)
    calls = (node for node in run_at_import(tree) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_sentence_is_looked_up_at_import(path: Path) -> None:
    assert looked_up_at_import(path.read_text(encoding="utf-8")) == []


IMPORT = "from analysis.messages import text as tr\n"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("A = tr('x')", [2]),
        ("class A:\n    b = tr('x')", [3]),
        ("def a(b=tr('x')): ...", [2]),
        ("def a(*, b=tr('x')): ...", [2]),
        ("A = {1: [tr('x')]}", [2]),
        ("A = lambda b=tr('x'): b", [2]),
        ("@a(tr('x'))\ndef b(): ...", [2]),
        ("def a(): return tr('x')", []),
        ("A = lambda: tr('x')", []),
        ("class A:\n    def b(self): return tr('x')", []),
    ],
)
def test_a_look_up_at_import_is_found(source: str, lines: list[int]) -> None:
    assert looked_up_at_import(IMPORT + source) == lines
