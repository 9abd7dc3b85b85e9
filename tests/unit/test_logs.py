"""Nothing that the program or a library logs, and no traceback, reaches the user's terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PROCESS_S

ROOT = Path(__file__).resolve().parents[2]
NOISE = """
import logging, threading, warnings
from analysis import logs
logs.set_up()
logging.getLogger("trafilatura.core").error("no content")
logging.getLogger("analysis.sources").warning("last net", exc_info=ValueError("odd"))
warnings.warn("deprecated", FutureWarning)
class Odd:
    def __del__(self): raise ValueError("odd")
Odd()
thread = threading.Thread(target=lambda: 1 / 0)
thread.start(); thread.join()
"""
INTERRUPTED_IMPORT = """
import runpy, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
        return None
sys.meta_path.insert(0, Finder())
sys.argv = ["main.py", *{arguments!r}]
runpy.run_path("main.py", run_name="__main__")
"""


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name != "PARALLAX_DEBUG"}
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=known | environment,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
    )


def test_logs_warnings_and_uncaught_failures_are_silent() -> None:
    assert run(NOISE).stderr == ""


def test_whoever_looks_for_a_fault_sees_them() -> None:
    told = run(NOISE, PARALLAX_DEBUG="1").stderr
    assert all(word in told for word in ("no content", "last net", "deprecated", "odd", "ZeroDivisionError"))


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("analysis", ["analyze", "x"]),
        ("analysis.logs", []),
        ("analysis.cli", ["analyze", "x"]),
        ("argparse", ["--help"]),
        ("analysis.sources", ["analyze", "README.md"]),
        ("analysis.reading", ["analyze", "README.md"]),
        ("onnxruntime", ["analyze", "README.md"]),
        ("gui.app", []),
        ("gui.main_window", ["open"]),
    ],
)
def test_an_interrupt_while_modules_are_imported_is_one_word(module: str, arguments: list[str]) -> None:
    done = run(INTERRUPTED_IMPORT.format(module=module, arguments=arguments), PARALLAX_READER="")
    assert done.returncode == 130
    assert done.stderr.strip() == "Stopped."


def test_an_interrupt_that_python_cannot_raise_ends_the_process() -> None:
    done = run(
        "from analysis import logs\nlogs.set_up()\n"
        "class Odd:\n    def __del__(self): raise KeyboardInterrupt\nOdd()\nprint('went on')\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
