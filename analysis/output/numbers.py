"""How numbers are written for people: counts always whole, a dash where nothing could be measured."""

from __future__ import annotations

DASH = "–"
MINUS = "–"
"""An en dash: the bundled fonts have no minus sign, and a fallback would set the whole number in another face."""
THIN = "\u202f"  # A narrow space that does not break: between a number and its per cent sign.


def count(value: int | None) -> str:
    """Return 2310 as "2,310"."""
    return DASH if value is None else f"{value:,}".replace("-", MINUS)


def decimal(value: float | None, decimals: int = 2, signed: bool = False) -> str:
    """Return -0.125 as "–0.12" (or "–0.13"): a long dash, no negative zero, a plus sign when `signed`."""
    if value is None:
        return DASH
    text = f"{value:+,.{decimals}f}" if signed else f"{value:,.{decimals}f}"
    if not any(c in "123456789" for c in text):
        text = text.lstrip("+-")
    return text.replace("-", MINUS)


def percent(part: float, whole: float) -> str:
    """Return 62 of 100 as "62 %"; a dash where there is no whole."""
    if not whole:
        return DASH
    share = 100 * part / whole
    return f"<1{THIN}%" if 0 < share < 0.5 else f"{share:.0f}{THIN}%"
