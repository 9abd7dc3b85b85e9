"""Every sentence that the engine can pass has a template, and its arguments fill it."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from analysis.messages import Message, message, render, templates

ROOT = Path(__file__).resolve().parents[2]


@cache
def message_calls() -> tuple[tuple[str, str, set[str], bool], ...]:
    """(place, key, argument names, whether further arguments come by **) of every `message("…", …)` in the program."""
    return tuple(_message_calls())


def _message_calls() -> Iterator[tuple[str, str, set[str], bool]]:
    for folder in ("analysis", "gui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message":
                    key = node.args[0] if node.args else None
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        names = {k.arg for k in node.keywords if k.arg}
                        open_ended = any(k.arg is None for k in node.keywords)
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", key.value, names, open_ended


def places(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def patterns(key: str) -> tuple[str, ...]:
    template = templates()[key]
    return template if isinstance(template, tuple) else (template,)


def test_every_message_in_the_program_has_a_template() -> None:
    assert not [f"{place}: {key}" for place, key, _, _ in message_calls() if key not in templates()]


def test_the_arguments_of_every_message_fill_its_template() -> None:
    wrong = []
    for place, key, names, open_ended in message_calls():
        if key in templates() and not open_ended:
            wanted = set().union(*(places(p) for p in patterns(key)))
            if not wanted <= names:
                wrong.append(f"{place}: {key} lacks {sorted(wanted - names)}")
    assert not wrong


def test_templates_name_their_places() -> None:
    unnamed = [k for k in templates() for p in patterns(k) if any(n.isdigit() or n == "" for n in places(p))]
    assert not unnamed


@pytest.mark.parametrize(("count", "sentence"), [(1, "1 lexicon is fine."), (2, "2 lexicons are fine.")])
def test_a_pair_of_templates_follows_the_count(count: int, sentence: str) -> None:
    assert render(message("cli.lexicons_fine", count=count)) == sentence


def test_arguments_come_in_one_order_so_that_equal_messages_are_equal() -> None:
    assert message("x", b=1, a=2) == Message("x", (("a", 2), ("b", 1)))


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert render(message("cli.stopped"), "xx") == "Stopped."
