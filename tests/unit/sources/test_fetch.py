"""Addresses: what a server may do, and what it cannot make the program do."""

from __future__ import annotations

import gzip
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from analysis import ReadSettings
from analysis.errors import SourceError
from analysis.messages import render
from analysis.progress import Cancelled
from analysis.sources import download, fetch, read_paths
from analysis.sources.download import Gzip, is_public
from analysis.sources.fetch import MAX_FETCHED
from tests.conftest import ROOT
from tests.patience import POLL_S, PROCESS_S, WAIT_S

from . import makers
from .servers import Answer, answer, packed, redirect, serving

PAGE = makers.page()


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def _refusal(address: str) -> str:
    with pytest.raises(SourceError) as caught:
        fetch.fetch(address)
    return render(caught.value.message)


# --------------------------------------------------------------------------- good answers


@pytest.mark.parametrize(
    "good",
    [
        answer(PAGE, "Content-Type: text/html; charset=utf-8"),
        packed(PAGE),
        answer(PAGE, length=None),
        answer(b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked", length=None),
        answer(PAGE, "Content-Type: text/html; charset=no-such-charset"),
        answer(PAGE, "Set-Cookie: a=\x01b; expires=never; domain=.", "Set-Cookie: =;;;=", "X: \xff\xfe"),
        answer(gzip.compress(PAGE[:100]) + gzip.compress(PAGE[100:]) + b"rest", "Content-Encoding: gzip"),
        answer(PAGE, status="200"),
        b"HTTP/1.0 200 OK\r\n\r\n" + PAGE,
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + answer(PAGE),
    ],
)
def test_an_answer_is_taken_whole(good: bytes) -> None:
    with serving(good) as server:
        assert fetch.fetch(server.address) == PAGE


def test_an_article_comes_from_an_address() -> None:
    with serving(answer(PAGE)) as server:
        (article,) = read_paths([server.address], ReadSettings(fetch=True)).articles

    assert (article.title, article.source, article.path) == (makers.TITLE, server.address, "")


def test_what_is_no_page_is_named() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
    with serving(answer(picture, "Content-Type: image/png")) as server:
        (skipped,) = read_paths([server.address], ReadSettings(fetch=True)).skipped

    assert render(skipped.message).startswith("It is not a text")


def test_user_and_password_are_sent_and_never_shown() -> None:
    with serving(answer(PAGE), answer(b"", status="404 No")) as server:
        address = f"http://anna:secret@127.0.0.1:{server.port}/a"
        (article,) = read_paths([address], ReadSettings(fetch=True)).articles
        (skipped,) = read_paths([address], ReadSettings(fetch=True)).skipped

    assert "Authorization: Basic YW5uYTpzZWNyZXQ=" in server.requests[0]
    assert article.source == skipped.source == f"http://127.0.0.1:{server.port}/a"


def test_a_cookie_is_sent_along_a_redirect() -> None:
    with serving(redirect("/story", "302 Found", "Set-Cookie: seen=1"), answer(PAGE)) as server:
        assert fetch.fetch(server.address) == PAGE
    assert "seen=1" in server.requests[1]


@pytest.mark.parametrize("status", ["301 M", "302 F", "303 S", "307 T", "308 P"])
def test_redirects_are_followed(status: str) -> None:
    with serving(redirect("../there", status), redirect("?page=1", status), answer(PAGE)) as server:
        assert fetch.fetch(server.address) == PAGE
    assert [request.split(" ")[1] for request in server.requests] == ["/story", "/there", "/there?page=1"]


# --------------------------------------------------------------------------- bad answers


def _forever(part: bytes) -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        while True:  # until the other side closes
            connection.sendall(part)

    return send


BROKEN = "The answer broke off or is damaged"
BAD: dict[str, tuple[Answer, str]] = {
    "short": (answer(PAGE, length=len(PAGE) + 1), BROKEN),
    "short and packed": (answer(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip"), BROKEN),
    "damaged gzip": (answer(gzip.compress(PAGE)[:30] + b"x" * 50, "Content-Encoding: gzip"), BROKEN),
    "no gzip": (answer(PAGE, "Content-Encoding: gzip"), BROKEN),
    "nothing": (b"", BROKEN),
    "no http": (b"220 mail.example.org ready\r\n", BROKEN),
    "bytes": (bytes(range(256)) * 30, BROKEN),
    "cut head": (b"HTTP/1.1 200 OK\r\nContent-Le", BROKEN),
    "bad header": (b"HTTP/1.1 200 OK\r\n\x00bad header\r\n\r\n" + PAGE, BROKEN),
    "two lengths": (answer(PAGE, "Content-Length: 5"), BROKEN),
    "negative length": (answer(PAGE, length=-5), BROKEN),
    "bad chunks": (answer(b"zz\r\nx", "Transfer-Encoding: chunked", length=None), BROKEN),
    "cut chunks": (answer(b"ff\r\nx", "Transfer-Encoding: chunked", length=None), BROKEN),
    "endless headers": (_forever(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000), BROKEN),
    "endless line": (_forever(b"HTTP/1.1 200 OK" + b"x" * 60_000), BROKEN),
    "other coding": (answer(PAGE, "Content-Encoding: br"), "The server packed it as “br”"),
    "many codings": (answer(PAGE, "Content-Encoding: gzip, gzip"), "The server packed it as “gzip, gzip”"),
    "missing": (answer(PAGE, status="404 \x1b[2JGone"), "The server answered “404 Not Found”"),
    "missing, plain": (answer(PAGE, status="404 Whatever"), "The server answered “404 Not Found”"),
    "failing": (answer(PAGE, status="500 Oops"), "The server answered “500 Internal Server Error”"),
    "unknown": (answer(PAGE, status="999 No"), "The server answered “999”"),
    "a part": (answer(PAGE, "Content-Range: bytes 0-9/99", status="206 Part"), "The server answered “206 Partial"),
    "nowhere": (answer(b"", status="302 Found"), "The server answered “302 Found”"),
    "loop": (redirect("/story"), "It redirects more than 10 times"),
    "to a file": (redirect("file:///etc/hostname"), "It redirects to something else than a web page"),
    "to a script": (redirect("javascript:alert(1)"), "It redirects to something else than a web page"),
    "to no address": (redirect("http://[::1"), BROKEN),
    "to no port": (redirect("http://:99999999/"), "No connection"),
    "long": (answer(b"x" * 10, length=None) + b"x" * MAX_FETCHED, "It has more than 20 MB"),
    "endless": (_forever(answer(b"", length=None) + b"x" * 100_000), "It has more than 20 MB"),
    "bomb": (packed(bytes(MAX_FETCHED + 1)), "It has more than 20 MB"),
    "bombs": (answer(gzip.compress(bytes(1_000_000)) * 21, "Content-Encoding: gzip"), "It has more than 20 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_answer_is_a_sentence(name: str) -> None:
    bad, said = BAD[name]
    with serving(bad) as server:
        assert said in _refusal(server.address)


@pytest.mark.parametrize(
    "address",
    ["http://", "http://[::1", "http://a b/", "http://\u200b/", "http://exa mple.org", "http://x:99999999/", "http://x..y/",
     "http://" + "a" * 300 + ".example/", "https://\ud800.example/", "http://127.0.0.1:0/"],
)  # fmt: skip
def test_no_address_is_a_sentence(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "resolved", lambda host: ["127.0.0.1"])
    assert _refusal(address).startswith(("It is no valid address", "There is no server", "No connection"))


def test_a_server_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(b"") as server:
        pass
    assert _refusal(server.address).startswith("No connection to the server (Connection refused)")

    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert "Proxies that the system names are not used" in _refusal(server.address)


def test_a_name_without_a_server_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert _refusal("http://nowhere.example/a").startswith("There is no server of this name")


def test_a_server_without_encryption_is_a_sentence() -> None:
    with serving(answer(PAGE)) as server:
        assert _refusal(server.address.replace("http:", "https:")).startswith(
            "No connection to the server (wrong version number)"
        )


# --------------------------------------------------------------------------- time and Cancel


def _drip(server_leaves: threading.Event, head: bytes, part: bytes) -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        while not server_leaves.wait(POLL_S):
            connection.sendall(part)

    return send


SLOW = {
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "body": (answer(b"", length=None), b"x"),
    "silence": (b"", b""),
    "hints": (b"", b"HTTP/1.1 103 Early\r\n\r\n"),
}


@pytest.mark.parametrize("kind", SLOW)
def test_a_slow_server_is_left_at_the_limit(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LIMIT_S", 0.3)
    with serving(b"") as server:
        server.answers = [_drip(server.leaving, *SLOW[kind])]
        assert _refusal(server.address).startswith("It did not arrive within")


@pytest.mark.parametrize("kind", SLOW)
def test_cancel_is_heard_while_a_server_is_waited_for(kind: str) -> None:
    asked: list[float] = []

    def tick(fraction: float) -> None:
        asked.append(fraction)
        if len(asked) == 2:
            raise Cancelled

    with serving(b"") as server:
        server.answers = [_drip(server.leaving, *SLOW[kind])]
        with pytest.raises(Cancelled):
            fetch.fetch(server.address, tick)


@pytest.mark.skipif(os.name != "posix", reason="signals as on Unix")
def test_ctrl_c_is_heard_while_a_server_is_waited_for() -> None:
    with serving(b"") as server:
        server.answers = [_drip(server.leaving, *SLOW["headers"])]
        program = [sys.executable, str(ROOT / "main.py"), "analyze", "--fetch", server.address]
        with subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as running:
            assert server.asked.wait(WAIT_S)
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=PROCESS_S)

    assert (running.returncode, said) == (130, "Stopped.\n")


def test_a_name_that_is_never_found_is_left_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    found = threading.Event()

    def slow(host: str) -> list[str]:
        found.wait()
        return []

    monkeypatch.setattr(fetch, "LIMIT_S", 0.2)
    monkeypatch.setattr(download, "resolved", slow)
    assert _refusal("http://slow.example/").startswith("It did not arrive within")
    found.set()


def test_a_fetch_that_is_left_ends_its_thread() -> None:
    with serving(b"") as server:
        server.answers = [_drip(server.leaving, *SLOW["headers"])]
        one = download.Download(server.address, MAX_FETCHED)
        thread = threading.Thread(target=one.run, daemon=True)
        thread.start()
        assert server.asked.wait(WAIT_S)
        one.stop()
        thread.join(WAIT_S)
    assert not thread.is_alive()


# --------------------------------------------------------------------------- private networks


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Hosts and their addresses; on this machine 127.0.0.1 stands for a public address, the rest of it is private."""
    known: dict[str, list[str]] = {}
    monkeypatch.setattr(download, "resolved", lambda host: known.get(host, [host]))
    monkeypatch.setattr(download, "is_public", lambda address: address == "127.0.0.1")
    return known


def test_no_redirect_leads_from_a_public_address_into_a_private_network(names: dict[str, list[str]]) -> None:
    names.update({"public.example": ["127.0.0.1"], "inner.example": ["127.0.0.2"]})
    with serving(b"") as inner, serving(redirect(f"http://inner.example:{inner.port}/")) as outer:
        said = _refusal(f"http://public.example:{outer.port}/")

    assert said == "It redirects into a private network and was not fetched."
    assert inner.requests == []


def test_a_redirect_stays_allowed_where_the_first_address_was_private(names: dict[str, list[str]]) -> None:
    names.update({"home.example": ["127.0.0.2"], "inner.example": ["127.0.0.3"]})
    with serving(answer(PAGE), host="127.0.0.3") as inner:
        location = f"http://inner.example:{inner.port}/"
        with serving(redirect(location), host="127.0.0.2") as outer:
            assert fetch.fetch(f"http://home.example:{outer.port}/") == PAGE


def test_of_a_name_with_both_only_the_public_address_is_asked(names: dict[str, list[str]]) -> None:
    names["both.example"] = ["127.0.0.2", "127.0.0.1"]
    with serving(answer(PAGE)) as server:
        assert fetch.fetch(f"http://both.example:{server.port}/") == PAGE
    assert f"Host: both.example:{server.port}" in server.requests[0]


def test_the_next_address_is_tried_where_one_does_not_answer(names: dict[str, list[str]]) -> None:
    names["two.example"] = ["127.0.0.9", "127.0.0.8"]
    with serving(answer(PAGE), host="127.0.0.8") as server:
        assert fetch.fetch(f"http://two.example:{server.port}/") == PAGE


def test_a_name_is_looked_up_once_for_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, *args: object, **more: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if host == "turning.example" else host, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with serving(answer(PAGE)) as server:
        assert fetch.fetch(f"http://turning.example:{server.port}/") == PAGE
    assert [host for host in asked if not host.startswith("127.")] == ["turning.example"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True), ("64:ff9b::7f00:1", False), ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::", False), ("2001:db8::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_gzip_is_unpacked_a_little_at_a_time() -> None:
    parts = [len(part) for part in Gzip().parts(gzip.compress(bytes(5_000_000)))]

    assert (sum(parts), max(parts)) == (5_000_000, download.PART)
