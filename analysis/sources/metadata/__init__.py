"""What a source says of its text: each value the first of its candidates, in order of trust, that is one."""

from __future__ import annotations

from .candidates import Candidate, decided

__all__ = ["Candidate", "decided"]
