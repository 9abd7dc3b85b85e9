"""Opening a file never touches the network, and importing the room loads nothing heavy."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import ReadSettings
from analysis.messages import render
from analysis.sources import fetch, read_paths
from analysis.sources.dispatch import articles_of
from analysis.sources.ledger import Ledger
from tests.patience import PROCESS_S

from . import makers


def _no_socket(*_: object, **__: object) -> None:
    raise AssertionError("a socket was opened")


class _NoSocket(socket.socket):
    """A type still, which libraries name in their signatures."""

    __init__ = __new__ = _no_socket  # type: ignore[assignment]


def test_no_kind_of_source_opens_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    linked = (
        '<link rel="stylesheet" href="https://example.org/a.css"><base href="https://example.org/">'
        '<meta http-equiv="refresh" content="0; url=https://example.org/">'
    )
    sources = {
        "a.txt": makers.LEAD.encode(),
        "a.html": makers.page(head=linked),
        "b.html": b'<!DOCTYPE html SYSTEM "https://example.org/a.dtd"><html><body><p>' + makers.LEAD.encode() + b"</p>",
        "a.pdf": makers.pdf(),
        "a.docx": makers.docx(),
        "a.csv": makers.table([["text", "url"], [makers.LEAD, "https://example.org/"]]),
        "a.xlsx": makers.xlsx([["text"], [makers.LEAD]]),
    }
    monkeypatch.setattr(socket, "has_ipv6", False)  # as in the child: urllib3 looks with a socket else
    monkeypatch.setattr(socket, "socket", _NoSocket)
    monkeypatch.setattr(socket, "create_connection", _no_socket)
    monkeypatch.setattr(socket, "getaddrinfo", _no_socket)
    for name, data in sources.items():
        # In this process, where a socket would be seen; `child/test_process.py` looks at the child from outside.
        assert len(list(articles_of(io.BytesIO(data), name, ReadSettings(), Ledger()))) == 1, name
    assert len(read_paths(["https://example.org/story"]).skipped) == 1


def test_an_address_is_fetched_where_the_user_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "fetch", lambda address, tick: makers.page())
    (article,) = read_paths(["https://example.org/story"], ReadSettings(fetch=True)).articles

    assert (article.title, article.source) == (makers.TITLE, "https://example.org/story")


@pytest.mark.parametrize("address", ["ftp://example.org/a", "file:///etc/hostname"])
def test_only_the_web_is_fetched(address: str) -> None:
    (skipped,) = read_paths([address], ReadSettings(fetch=True)).skipped

    assert render(skipped.message) == "Only http and https addresses are fetched."


def test_reading_a_text_loads_nothing_heavy() -> None:
    data = f"{makers.TITLE}\n\n5 March 2024\n\n" + "\n\n".join(makers.PARAGRAPHS)
    heavy = "pandas numpy lxml trafilatura dateparser openpyxl docx pypdfium2 py3langid httpx".split()
    code = (
        "import io, sys; from analysis import ReadSettings; from analysis.sources.dispatch import articles_of\n"
        "from analysis.sources.ledger import Ledger\n"
        f"(article,) = articles_of(io.BytesIO({data.encode()!r}), 'a.txt', ReadSettings(), Ledger())\n"
        "assert article.published == '2024-03-05'\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True, timeout=PROCESS_S
    )

    assert done.stdout.strip() == "[]"
