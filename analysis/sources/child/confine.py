"""What a child gives up before it reads anything: the network, other programs, memory and files beyond its limits."""

from __future__ import annotations

import contextlib
import ctypes
import math
import platform
import signal
import struct
import sys

from .limits import Limits

DATA_SHARE = 0.8
"""How much of the memory may be data; the rest is the code of interpreter and libraries, up to 100 MB."""
MAX_WRITTEN = 100_000_000
"""Bytes of one file that the child may write: compiled modules, and the language model, which unpacks to 68 MB."""

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SECCOMP_MODE_FILTER = 2
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | 1  # SECCOMP_RET_ALLOW; SECCOMP_RET_ERRNO with EPERM
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # BPF: ld word, jeq, jge, ret

_DENIED = {
    # socket, connect, socketpair, execve, ptrace, process_vm_readv and _writev, execveat, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 53, 59, 101, 310, 311, 322, 425)),
    "aarch64": (0xC00000B7, (198, 203, 199, 221, 117, 270, 271, 281, 425)),
}
"""By machine: its AUDIT_ARCH number and the system calls that are denied."""
_X32 = 0x40000000
"""Numbers from here on are the same calls by another name (x86_64 only)."""


def confine(limits: Limits) -> str:
    """Give up what a child does not need; return what closed the network: "seccomp", "namespace" or "" for nothing."""
    _limit(limits)
    if not sys.platform.startswith("linux"):
        return ""
    libc = ctypes.CDLL(None, use_errno=True)
    closed = "seccomp" if _filter(libc) else "namespace" if leave_network(libc) else ""
    # After the namespace, which would undo it. The signal comes when the thread that started the child ends.
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    return closed


def allow_seconds(seconds: float) -> None:
    """Let the system end this process after so much more processor time, where it can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        # In whole seconds, and one more: the parent measures finer and is to be the first to stop it.
        soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent watches
        return
    # RLIMIT_DATA and not RLIMIT_AS: libraries map far more than they use.
    for kind, most in (
        (resource.RLIMIT_DATA, int(limits.memory_bytes * DATA_SHARE)),
        (resource.RLIMIT_FSIZE, MAX_WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(kind)[1]
            least = most if hard < 0 else min(most, hard)
            resource.setrlimit(kind, (least, least))


def _filter(libc: ctypes.CDLL) -> bool:
    """Deny the calls in `_DENIED` from now on; return whether the system took the filter."""
    if platform.machine() not in _DENIED or sys.maxsize < 2**32:
        return False
    architecture, calls = _DENIED[platform.machine()]
    checks = [(_AT_LEAST, _X32)] * (platform.machine() == "x86_64") + [(_EQUAL, call) for call in calls]
    # Of seccomp_data: the architecture at byte 4, the call's number at byte 0. The last instruction denies.
    program = [(_LOAD, 0, 0, 4), (_EQUAL, 0, len(checks) + 2, architecture), (_LOAD, 0, 0, 0)]
    program += [(kind, len(checks) - i, 0, value) for i, (kind, value) in enumerate(checks)]
    program += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _DENY)]
    instructions = b"".join(struct.pack("=HBBI", *instruction) for instruction in program)
    buffer = ctypes.create_string_buffer(instructions)
    header = ctypes.create_string_buffer(struct.pack("@HP", len(program), ctypes.addressof(buffer)))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0) == 0)


def leave_network(libc: ctypes.CDLL) -> bool:
    """Go into a network namespace of one's own, in which there is nothing; return whether the system allowed it."""
    try:
        return bool(libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)
    except AttributeError:
        return False
