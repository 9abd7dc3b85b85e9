"""Servers on this machine that answer as a test says, however wrong that is."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
from collections.abc import Callable, Iterator

from tests.patience import WAIT_S

TLS_HELLO = b"\x16\x03"
Answer = bytes | Callable[[socket.socket], None]


class Server:
    """Answers each connection with the next of `answers`, the last of them again and again; keeps the requests."""

    def __init__(self, *answers: Answer, host: str = "127.0.0.1") -> None:
        self.answers = list(answers)
        self.requests: list[str] = []
        self.asked = threading.Event()
        self.leaving = threading.Event()
        self._listener = socket.create_server((host, 0))
        self.port: int = self._listener.getsockname()[1]
        self.address = f"http://{host}:{self.port}/story"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self.leaving.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(WAIT_S)

    def _serve(self) -> None:
        while not self.leaving.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                connection.settimeout(WAIT_S)
                self.requests.append(_head(connection))
                self.asked.set()
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                if isinstance(answer, bytes):
                    connection.sendall(answer)
                else:
                    answer(connection)


def _head(connection: socket.socket) -> str:
    head = b""
    while b"\r\n\r\n" not in head:
        more = connection.recv(4096)
        if not more or more.startswith(TLS_HELLO):
            break
        head += more
    return head.decode("latin-1")


@contextlib.contextmanager
def serving(*answers: Answer, host: str = "127.0.0.1") -> Iterator[Server]:
    server = Server(*answers, host=host)
    try:
        yield server
    finally:
        server.close()


def answer(body: bytes, *headers: str, status: str = "200 OK", length: int | None = -1) -> bytes:
    """Return an answer with its length, another `length`, or none (None)."""
    sized = [] if length is None else [f"Content-Length: {len(body) if length == -1 else length}"]
    return "\r\n".join([f"HTTP/1.1 {status}", *sized, *headers, "", ""]).encode("latin-1") + body


def redirect(location: str, status: str = "302 Found", *headers: str) -> bytes:
    return answer(b"", f"Location: {location}", *headers, status=status)


def packed(body: bytes) -> bytes:
    return answer(gzip.compress(body), "Content-Encoding: gzip")
