"""The words for the closed lists of the model, in the reader's language."""

from __future__ import annotations

from ..messages import Argument, message, render
from ..model import CueStance, Dimension, Form, SpeakerKind, Voice


def say(key: str, language: str = "en", **args: Argument) -> str:
    """Return the sentence `key` with its arguments."""
    return render(message(key, **args), language)


def voice_label(voice: Voice, language: str = "en") -> str:
    return say(f"voice.{voice}", language)


def kind_label(kind: SpeakerKind, language: str = "en") -> str:
    return say(f"output.kind.{kind}", language)


def cue_label(stance: CueStance, language: str = "en") -> str:
    return say(f"output.cue.{stance}", language)


def dimension_label(dimension: Dimension, language: str = "en") -> str:
    return say(f"output.dimension.{dimension}", language)


def form_label(form: Form, language: str = "en") -> str:
    return say(f"output.form.{form}", language)
