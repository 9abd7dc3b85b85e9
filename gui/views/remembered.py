"""What a later start brings back of a view's switches: a value for each, as JSON takes it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QTabWidget, QWidget

from ..widgets.chart import ChartBox

Value = int | bool | str


def value_of(part: QWidget) -> Value | None:
    """Return what a switch is set to, None for a part that is no switch."""
    match part:
        case QTabWidget():
            return part.currentIndex()
        case QCheckBox():
            return part.isChecked()
        case QComboBox():
            return str(part.currentData())
        case ChartBox():
            return part.shows_table
    return None


def set_value(part: QWidget, value: object) -> None:
    """Set a switch, as far as it has that value."""
    match part:
        case QTabWidget() if isinstance(value, int) and 0 <= value < part.count():
            part.setCurrentIndex(value)
        case QCheckBox() if isinstance(value, bool):
            part.setChecked(value)
        case QComboBox() if isinstance(value, str) and part.findData(value) >= 0:
            part.setCurrentIndex(part.findData(value))
        case ChartBox() if isinstance(value, bool):
            part.show_table(value)


def values_of(parts: Mapping[str, QWidget]) -> dict[str, object]:
    """Return what switches are set to, by their names."""
    return {name: value for name, part in parts.items() if (value := value_of(part)) is not None}


def set_values(parts: Mapping[str, QWidget], values: Mapping[str, object]) -> None:
    """Set the switches that are named."""
    for name, part in parts.items():
        if name in values:
            set_value(part, values[name])
