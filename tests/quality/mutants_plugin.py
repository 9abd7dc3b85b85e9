"""What `mutants` adds to a run of pytest: `-p tests.quality.mutants_plugin --mutants-plan FILE`.

Modules are compiled from their source in memory, with one change or with counters, as they are imported; no file of
the program is written. The plan says which: `{"files": […], "write": FILE}` counts which test runs which statement,
`{"file", "kind", "node", "tests"}` makes one change and runs these tests, in this order.
"""

from __future__ import annotations

import ast
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from .mutations import changed, counted

ROOT = Path(__file__).resolve().parents[2]
CALLED = "_statement_ran"


class Ran:
    """Which statements the running test has run, and how long each test took."""

    def __init__(self) -> None:
        self.now: dict[str, set[str]] = defaultdict(set)
        self.tests: dict[str, dict[str, Any]] = {}

    def take(self) -> dict[str, list[str]]:
        """Return the statements since the last call, by file."""
        statements = {file: sorted(found) for file, found in self.now.items() if found}
        for found in self.now.values():
            found.clear()
        return statements


class _Compiled(SourceFileLoader):
    """Compiles a module from its changed tree; keeps no file of it."""

    def __init__(self, name: str, path: str, plan: dict[str, Any], ran: Ran) -> None:
        super().__init__(name, path)
        self._plan, self._ran = plan, ran

    def get_code(self, fullname: str) -> CodeType:
        source = Path(self.path).read_text("utf-8")
        tree: ast.Module
        if "files" in self._plan:
            tree = counted(source, CALLED)
        else:
            tree = changed(source, self._plan["kind"], self._plan["node"])
        return compile(tree, self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__[CALLED] = self._ran.now[Path(self.path).relative_to(ROOT).as_posix()].add
        super().exec_module(module)


class _Finder(MetaPathFinder):
    """Finds the modules of the plan before anything else does."""

    def __init__(self, files: Iterable[str], plan: dict[str, Any], ran: Ran) -> None:
        self._paths = {(ROOT / file).resolve() for file in files}
        self._plan, self._ran = plan, ran

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith("analysis"):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.origin is None or Path(spec.origin).resolve() not in self._paths:
            return None
        spec.loader = _Compiled(fullname, spec.origin, self._plan, self._ran)
        return spec


class Plugin:
    """One run by a plan."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self._plan, self._ran = plan, Ran()
        self._counts = "files" in plan
        files = plan["files"] if self._counts else [plan["file"]]
        sys.meta_path.insert(0, _Finder(files, plan, self._ran))

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if not self._counts:
            order = {name: at for at, name in enumerate(self._plan["tests"])}
            items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._ran.take()
        result = yield
        if self._counts and (test := self._ran.tests.get(item.nodeid)) is not None:
            test["ran"] = self._ran.take()
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        test = self._ran.tests.setdefault(report.nodeid, {"seconds": 0.0, "passed": True, "ran": {}})
        test["seconds"] += report.duration
        test["passed"] = test["passed"] and report.passed

    def pytest_sessionfinish(self) -> None:
        if self._counts:
            passed = {name: test for name, test in self._ran.tests.items() if test["passed"]}
            Path(self._plan["write"]).write_text(json.dumps(passed), "utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutants-plan", help="what tests.quality.mutants wants of this run")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    plan = early_config.known_args_namespace.mutants_plan
    if plan is not None:
        early_config.pluginmanager.register(Plugin(json.loads(Path(plan).read_text("utf-8"))))
