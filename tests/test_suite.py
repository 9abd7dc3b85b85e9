"""What makes the suite believable: nothing in it sleeps, none of its limits can be missed by a busy machine."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = [ROOT / "main.py", *sorted((ROOT / "analysis").rglob("*.py")), *sorted((ROOT / "gui").rglob("*.py"))]
MEASURING = ("benchmarks", "quality")
"""Scripts that print how long something took; what is a test in them keeps the rules all the same."""
TESTS = [
    path
    for path in sorted((ROOT / "tests").rglob("*.py"))
    if path.name.startswith("test_") or not set(path.relative_to(ROOT / "tests").parts) & set(MEASURING)
]
SETTLING = ("conftest.py", "patience.py")
"""Where the limits and the Hypothesis profile stand."""

SLEEPS = {"sleep", "msleep", "usleep", "qWait", "qSleep", "processEvents", "sendPostedEvents"}
CLOCKS = {
    "time.time",
    "time.monotonic",
    "time.perf_counter",
    "time.monotonic_ns",
    "time.perf_counter_ns",
    "time.time_ns",
}
PROFILE = {"deadline", "suppress_health_check", "derandomize", "database"}
HELD = {"waitSignal", "waitSignals", "waitExposed", "waitActive"}

Rule = Callable[[ast.AST], bool]


def sleeps(node: ast.AST) -> bool:
    """A pause, or events handled out of turn: a signal or `waitUntil` says when to go on."""
    if not isinstance(node, ast.Call):
        return False
    bot = isinstance(node.func, ast.Attribute) and ast.unparse(node.func) in ("qtbot.wait", "bot.wait")
    return bot or ast.unparse(node.func).split(".")[-1] in SLEEPS


def reads_a_clock(node: ast.AST) -> bool:
    """The time of day runs on while a test is not running; `process_time` and `thread_time` do not."""
    return isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in CLOCKS


def names_a_limit(node: ast.AST) -> bool:
    """A number of its own as the limit of a wait, in place of one of `tests.patience`."""
    if not isinstance(node, ast.Call):
        return False
    limits = [keyword.value for keyword in node.keywords if keyword.arg == "timeout"]
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("wait", "join", "waitForDone", "result"):
        limits += node.args
    return any(isinstance(limit, ast.Constant) and isinstance(limit.value, int | float) for limit in limits)


def changes_the_profile(node: ast.AST) -> bool:
    """What holds for every property stands in the one profile of `tests/conftest.py`."""
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] == "settings"
        and any(keyword.arg in PROFILE for keyword in node.keywords)
    )


def waits_for_nothing(node: ast.AST) -> bool:
    """Without `with`, pytest-qt's waits end before they have begun."""
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in HELD


EVERYWHERE: tuple[Rule, ...] = (sleeps,)
IN_TESTS: tuple[Rule, ...] = (sleeps, reads_a_clock, names_a_limit, changes_the_profile, waits_for_nothing)


def broken(source: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        for rule in rules:
            if rule(node):
                yield f"line {node.lineno}: {ast.unparse(node)}: {rule.__doc__}"


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_the_program_never_sleeps(path: Path) -> None:
    assert list(broken(path.read_text(encoding="utf-8"), EVERYWHERE)) == []


@pytest.mark.parametrize("path", TESTS, ids=name)
def test_no_test_depends_on_how_busy_the_machine_is(path: Path) -> None:
    rules = EVERYWHERE if path.name in SETTLING else IN_TESTS
    assert list(broken(path.read_text(encoding="utf-8"), rules)) == []


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("time.sleep(1)", sleeps),
        ("sleep(0)", sleeps),
        ("app.processEvents()", sleeps),
        ("qtbot.wait(1)", sleeps),
        ("QTest.qWait(5)", sleeps),
        ("start = time.perf_counter()", reads_a_clock),
        ("qtbot.waitUntil(ready, timeout=5000)", names_a_limit),
        ("subprocess.run(command, timeout=2.5)", names_a_limit),
        ("go.wait(5)", names_a_limit),
        ("thread.join(timeout=1)", names_a_limit),
        ("settings(deadline=None)", changes_the_profile),
        ("hypothesis.settings(max_examples=5, database=None)", changes_the_profile),
        ("qtbot.waitExposed(view)", waits_for_nothing),
    ],
)
def test_each_rule_finds_what_it_forbids(source: str, rule: Rule) -> None:
    assert len(list(broken(source, (rule,)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "qtbot.waitUntil(ready)",
        "go.wait(WAIT_S)",
        "process.wait(timeout=PROCESS_S)",
        "', '.join(words)",
        "', '.join('5')",
        "settings(max_examples=40)",
        "start = time.process_time()",
        "with qtbot.waitExposed(view): view.show()",
        "qtbot.waitSignal(job.ended).wait()",
    ],
)
def test_no_rule_forbids_more(source: str) -> None:
    assert list(broken(source, IN_TESTS)) == []
