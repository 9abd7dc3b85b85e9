"""The words for the closed lists of the model, in the reader's language."""

from __future__ import annotations

from ..messages import Argument, message, render
from ..model import ActForm, Article, CueStance, Dimension, Form, SpeakerKind, Voice


def say(key: str, language: str = "en", **args: Argument) -> str:
    """Return the sentence `key` with its arguments."""
    return render(message(key, **args), language)


SHORT = 34
"""Characters of a group's name in running text and narrow columns: "The Port Ambry Evening Courier" fits. Without an
outlet a group goes by its article's title, which may run to a hundred."""


def short(label: str, most: int = SHORT) -> str:
    """Return `label`, cut at a word and with an ellipsis where it is longer than `most`."""
    if len(label) <= most:
        return label
    head = label[: most - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > most // 2 else head).rstrip(" ,;:–-") + "…"


def voice_label(voice: Voice, language: str = "en") -> str:
    return say(f"voice.{voice}", language)


def kind_label(kind: SpeakerKind, language: str = "en") -> str:
    return say(f"output.kind.{kind}", language)


def article_kind_label(article: Article, language: str = "en") -> str:
    """Return the kind of an article, and that it is here in part only where it is."""
    kind = say(f"output.article.{article.kind}", language)
    return kind if article.complete else say("output.article.in_part", language, kind=kind)


def cue_label(stance: CueStance, language: str = "en") -> str:
    return say(f"output.cue.{stance}", language)


def dimension_label(dimension: Dimension, language: str = "en") -> str:
    return say(f"output.dimension.{dimension}", language)


def form_label(form: Form, language: str = "en") -> str:
    return say(f"output.form.{form}", language)


def act_form_label(form: ActForm, language: str = "en") -> str:
    return say(f"agency.form.{form}", language)
