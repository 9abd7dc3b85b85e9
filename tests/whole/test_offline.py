"""Nothing that the program does with files opens a socket, the libraries that it calls included."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.reading import reader
from tests.conftest import ROOT
from tests.patience import PROCESS_S

from .story import write

STRACE = shutil.which("strace")


@pytest.mark.reader
@pytest.mark.slow
@pytest.mark.skipif(STRACE is None, reason="strace shows what a process asks of the system")
def test_no_socket_is_opened_from_files_to_every_output(tmp_path: Path) -> None:
    files, log = write(tmp_path / "in", "txt"), tmp_path / "calls.txt"
    outputs = [
        word for kind in ("pdf", "html", "json", "xlsx") for word in (f"--{kind}", str(tmp_path / f"all.{kind}"))
    ]
    program = [sys.executable, "main.py", "compare", *map(str, files), *outputs, "--csv", str(tmp_path / "tables")]
    done = subprocess.run(
        [str(STRACE), "-f", "-qq", "-e", "trace=network,io_uring_setup", "-o", str(log), *program],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != reader.SWITCH},
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
    )
    if not log.exists() or "PTRACE" in done.stderr:
        pytest.skip("this system lets nobody trace")

    assert (done.returncode, done.stderr) == (0, "")
    assert [
        call for call in log.read_text().splitlines() if re.search(r"\b(socket|connect|io_uring_setup)\(", call)
    ] == []
