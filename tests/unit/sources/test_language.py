"""Which language a text is in."""

from __future__ import annotations

import pytest

from analysis.sources import language, read_text
from analysis.sources.language import language_of

SENTENCES = {
    "de": "Der Hafen wurde am Montag geschlossen, nachdem zwei Kräne in das Becken gestürzt waren, so die Stadt.",
    "fr": "Le port a été fermé lundi après la chute de deux grues dans le bassin, a annoncé le bureau du port.",
    "es": "El puerto fue cerrado el lunes después de que dos grúas cayeran en la dársena, informó el puerto.",
    "it": "Il porto è stato chiuso lunedì dopo che due gru sono cadute nel bacino, ha comunicato l'ufficio del porto.",
    "nl": "De haven werd maandag gesloten nadat twee kranen in het bassin waren gevallen, meldde het havenkantoor.",
    "ru": "Порт был закрыт в понедельник, после того как два крана упали в воду, сообщили власти города.",
    "zh": "港口办公室说,星期一两台起重机掉进水池后,港口关闭了,没有人受伤。",
    "ar": "أغلقت السلطات الميناء يوم الاثنين بعد سقوط رافعتين في الماء ولم يصب أحد بأذى",
    "en": "The port was closed on Monday after two cranes had fallen into the basin, the office of the port said.",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_language(code: str, sentence: str) -> None:
    assert language_of(sentence) == code


def test_english_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(language, "_identifier", refuse)
    assert language_of(SENTENCES["en"]) == "en"
    assert language_of("Obama in Berlin") == "en"
    assert language_of("2024: 17 – 3") == "en"


def test_the_header_may_say_the_language() -> None:
    (article,) = read_text("Title: Port zu\nOutlet: Post\nLanguage: de-AT\n\nDer Port ist zu.").articles

    assert article.language == "de"
