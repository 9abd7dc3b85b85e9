"""How the session changes: all of it first, then its signals."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance


class Changes:
    """Sets attributes first and emits afterwards, each signal once: no listener sees half a change."""

    def __init__(self, owner: object) -> None:
        self._owner = owner
        self._signals: list[SignalInstance] = []

    def __enter__(self) -> Changes:
        return self

    def differs(self, name: str, value: object, signal: SignalInstance) -> bool:
        """Set an attribute; return whether it is new, and emit `signal` later if so."""
        if getattr(self._owner, name) == value:
            return False
        setattr(self._owner, name, value)
        self.tell(signal)
        return True

    def tell(self, signal: SignalInstance) -> None:
        """Emit `signal` later."""
        if signal not in self._signals:
            self._signals.append(signal)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            for signal in self._signals:
                signal.emit()
