"""One web address → its bytes, over httpx. Whatever a server does ends in bytes or in a message.

A name is looked up once, and the connection goes to the very address that was looked at: a name that leads elsewhere at
its second look-up gains nothing. Proxies of the environment are not used, since they look up names themselves.
"""

from __future__ import annotations

import ipaddress
import logging
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from typing import Any
from urllib.request import getproxies

import httpx

from ..messages import Message, message

MAX_REDIRECTS = 10
PHASE_S = httpx.Timeout(20.0, connect=10.0)
"""For one connection, and for one pause of a server."""
PART = 65_536
"""Bytes unpacked at a time, so that a small answer cannot unpack to more than the limit at once."""
HEADERS = {"User-Agent": "Parallax", "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip"}
CONNECTED = ("connection.connect_tcp.complete", "connection.start_tls.complete")
NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses whose last 32 bits are one of the older kind."""

_log = logging.getLogger(__name__)


class Refused(Exception):
    """The answer is not taken; why stands in `message`."""

    def __init__(self, key: str, **details: str | int) -> None:
        super().__init__(key)
        self.message = message(key, **details)


class Download:
    """What stands at one address: `run` fetches it in a thread, `stop` ends that from another one."""

    def __init__(self, address: str, limit: int) -> None:
        self.data = b""
        self.failure: Message | None = None
        self.ended = threading.Event()
        self._address = address
        self._limit = limit
        self._stopped = threading.Event()
        self._stream: Any = None  # httpcore's, whose type is not exported by httpx

    def run(self) -> None:
        """Fetch; afterwards `data` or `failure` is set, and `ended`."""
        try:
            self.data = self._fetched()
        except Exception as error:
            self.failure = _why(error)
            if self.failure.key == "sources.fetch.unexpected" and not self._stopped.is_set():
                _log.exception("fetching failed")
        finally:
            self.ended.set()

    def stop(self) -> None:
        """End a fetch that is under way; nothing where it has ended."""
        self._stopped.set()
        if self._stream is not None and not self.ended.is_set():
            with suppress(OSError, AttributeError):
                self._stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def _fetched(self) -> bytes:
        with httpx.Client(transport=PinnedTransport(), trust_env=False, timeout=PHASE_S, headers=HEADERS) as client:
            request = client.build_request("GET", self._address, extensions={"trace": self._trace})
            for _ in range(MAX_REDIRECTS + 1):
                with closing(_sent(client, request)) as response:
                    following = response.next_request
                    if following is None:
                        return self._body(response)
                if following.url.scheme not in ("http", "https"):
                    raise Refused("sources.fetch.redirect_kind")
                request = following
        raise Refused("sources.fetch.redirects", limit=MAX_REDIRECTS)

    def _trace(self, event: str, details: Mapping[str, Any]) -> None:
        if event in CONNECTED:
            self._stream = details["return_value"]
        if self._stopped.is_set():
            raise Refused("sources.fetch.stopped")

    def _body(self, response: httpx.Response) -> bytes:
        status = response.status_code
        if not 200 <= status < 300 or status == httpx.codes.PARTIAL_CONTENT:
            reason = httpx.codes.get_reason_phrase(status)
            raise Refused("sources.fetch.status", status=f"{status} {reason}".strip())
        packed, data, received = _packed(response.headers.get("content-encoding", "")), bytearray(), 0
        unpack = Gzip() if packed else None
        for chunk in response.iter_raw():
            received += len(chunk)
            for part in unpack.parts(chunk) if unpack else (chunk,):
                data += part
                if self._stopped.is_set():
                    raise Refused("sources.fetch.stopped")
                if max(received, len(data)) > self._limit:
                    raise Refused("sources.fetch.too_big", limit=round(self._limit / 1e6))
        if unpack and received and not unpack.complete:
            raise Refused("sources.fetch.broken")
        return bytes(data)


def _sent(client: httpx.Client, request: httpx.Request) -> httpx.Response:
    try:
        return client.send(request, stream=True)
    except httpx.InvalidURL:  # of the redirect in its answer; the request's own address is read before
        raise Refused("sources.fetch.redirect_kind") from None


def _packed(coding: str) -> bool:
    """Return whether an answer comes as gzip; Refused for what was not asked for."""
    name = coding.strip().lower()
    if name not in ("", "identity", "gzip", "x-gzip"):
        raise Refused("sources.fetch.coding", coding=name[:40])
    return name.endswith("gzip")


class Gzip:
    """Unpacks gzip a little at a time; raises zlib.error where it is damaged."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def complete(self) -> bool:
        """Whether the end has come."""
        return self._inflate.eof

    def parts(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data` unpacks to; what follows the end, unless it is gzip again, is dropped as browsers do."""
        while data:
            if self._inflate.eof:
                if not data.startswith(b"\x1f\x8b"):
                    return
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield self._inflate.decompress(data, PART)
            data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail


# --------------------------------------------------------------------------- where a connection may go


class PinnedTransport(httpx.BaseTransport):
    """Connects to addresses that were looked at: after a first public one, no redirect leads into a private network."""

    def __init__(self) -> None:
        # A kept connection would be found again by its address, whatever name it was made for.
        limits = httpx.Limits(max_keepalive_connections=0)
        self._inner = httpx.HTTPTransport(verify=httpx.create_ssl_context(), trust_env=False, limits=limits)
        self._private_allowed: bool | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.raw_host.decode("ascii")
        failure: httpx.TransportError | None = None
        for address in self._allowed(resolved(host)):
            try:
                return self._inner.handle_request(_sent_to(request, address, host))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure or Refused("sources.fetch.no_server")

    def _allowed(self, addresses: Sequence[str]) -> Sequence[str]:
        """Return the public ones of `addresses`, or all where the user's own address had none that is public."""
        public = [address for address in addresses if is_public(address)]
        if self._private_allowed is None:
            self._private_allowed = not public
        if not public and not self._private_allowed:
            raise Refused("sources.fetch.private")
        return public or addresses

    def close(self) -> None:
        self._inner.close()


def _sent_to(request: httpx.Request, address: str, host: str) -> httpx.Request:
    """Return the request for one address of its host; certificates are still checked against the host's name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host.rstrip(".")},
    )


def resolved(host: str) -> list[str]:
    """Return the addresses of a host, each once; Refused where there is no such host."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused("sources.fetch.no_server") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Return whether an address is one of the open internet, whatever older address it may carry inside."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        inner = found.sixtofour or (ipaddress.IPv4Address(int(found) & 0xFFFFFFFF) if found in NAT64 else None)
        if inner is not None and not is_public(str(inner)):
            return False
    return found.is_global and not found.is_multicast


# --------------------------------------------------------------------------- why it failed


def _why(error: Exception) -> Message:
    match error:
        case Refused():
            return error.message
        case httpx.TimeoutException():
            return message("sources.fetch.silent")
        case httpx.ConnectError():
            key = "sources.fetch.no_connection" + ("_proxy" if getproxies() else "")
            return message(key, reason=_reason(error))
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | httpx.LocalProtocolError() | UnicodeError():
            return message("sources.fetch.no_address")
        case httpx.TransportError() | zlib.error():
            return message("sources.fetch.broken")
        case _:
            return message("sources.fetch.unexpected", kind=type(error).__name__)


def _reason(error: BaseException) -> str:
    """Return what the system or the certificate check says, from the failure behind `error`."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, ssl.SSLCertVerificationError):
            return at.verify_message
        if isinstance(at, ssl.SSLError):
            return str(at.reason or "no encryption").replace("_", " ").lower()
        if isinstance(at, OSError) and at.strerror:
            return at.strerror
        at = at.__cause__ or at.__context__
    return "refused"
