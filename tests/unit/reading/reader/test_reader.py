"""From documents to windows and back: every token and sentence gets the figures of its own words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.messages import Message
from analysis.progress import Cancelled
from analysis.reading.reader.encoding import WINDOW, Batch
from analysis.reading.reader.labels import DEPRELS, UPOS
from analysis.reading.reader.words import reader_words
from analysis.readings import NO_HEAD

from .fake import Model, document, first_piece, reader

LONG = "\n\n".join(
    f"The harbour master of Port Ellin said on day {n} that “the old crane must go” before winter. Few agreed."
    for n in range(30)
)
TEXTS = {
    "one sentence": "The mayor resigned.",
    "many windows": LONG,
    "quotation marks of all kinds": "``We won,'' she said. He called it «a gift» and 'a joke'.",
    "a sentence longer than a window": "The list names " + ", ".join(f"Orford{n}" for n in range(50)) + ". It ends.",
    "a sentence that is cut": "The list names " + ", ".join(f"Orfordshire{n}" for n in range(250)) + ". It ends.",
    "nothing": "",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_token_and_sentence_gets_the_figures_of_its_own_words(text: str) -> None:
    doc = document(text)
    (reading,) = reader().read([doc])
    words = [first_piece(word) for word in reader_words(doc)]
    read = reading.upos >= 0
    assert reading.upos[read].tolist() == [w % len(UPOS) for w, there in zip(words, read, strict=True) if there]
    assert reading.deprels[read].tolist() == [w % len(DEPRELS) for w, there in zip(words, read, strict=True) if there]
    assert reading.polarity[read, 0].tolist() == [w % 7 for w, there in zip(words, read, strict=True) if there]
    opening = [words[sentence.tokens[0]] for sentence in doc.sentences]
    assert reading.valence.tolist() == [w % 8 - 4 for w in opening]
    assert reading.embeddings[:, 0].tolist() == opening
    for sentence in doc.sentences:
        first, last = sentence.tokens
        there = [i for i in range(first, last) if read[i]]
        assert there == list(range(first, first + len(there))), "only the end of a sentence may be left out"
        assert reading.heads[first] == NO_HEAD
        assert set(reading.heads[there[1:]].tolist()) <= {first}


def test_only_sentences_beyond_what_fits_are_cut() -> None:
    (reading,) = reader().read([document(TEXTS["a sentence longer than a window"])])
    assert (reading.upos >= 0).all()
    (cut,) = reader().read([document(TEXTS["a sentence that is cut"])])
    assert not (cut.upos >= 0).all()


def test_a_window_is_read_by_itself() -> None:
    """The figures of the int8 model depend on everything read at once: never on what else is open."""
    model = Model()
    reader(model).read([document(LONG), document(TEXTS["one sentence"])])
    assert {len(batch.input_ids) for batch in model.calls} == {1}
    assert all(batch.input_ids.shape[1] <= WINDOW for batch in model.calls)
    assert len(model.calls) > 3


@pytest.mark.parametrize(("beside", "alone"), [(0.3, 0.3), (0.45, 0.9), (0.65, 0.1), (0.8, 0.8)])
def test_a_sentence_whose_neighbours_could_decide_is_read_again_alone(beside: float, alone: float) -> None:
    class Lifting(Model):
        def __call__(self, batch: Batch) -> dict[str, NDArray[Any]]:
            share = beside if len(batch.roots) > 1 else alone
            found = super().__call__(batch)
            return {**found, "loaded": np.full(len(batch.roots), np.log(share / (1 - share)), np.float32)}

    model = Lifting()
    (reading,) = reader(model).read([document("The mayor resigned. Nobody wept.")])
    assert reading.loaded.tolist() == pytest.approx([alone, alone], abs=1e-3)
    assert len(model.calls) == (1 if beside == alone else 3)


class Parsing(Model):
    """Reads "noun verb ." in every sentence; the noun is the subject in some windows only."""

    def __init__(self, beside: str, alone: str, tags: tuple[str, ...] = ("NOUN", "VERB", "PUNCT")) -> None:
        super().__init__()
        self.beside, self.alone, self.tags = beside, alone, tags

    def __call__(self, batch: Batch) -> dict[str, NDArray[Any]]:
        found = super().__call__(batch)
        relation = self.beside if len(batch.roots) > 1 else self.alone
        for window, root in batch.roots:
            places = np.flatnonzero(batch.first[window] & (batch.sentence[window] == batch.sentence[window, root]))
            words = places[places != root][:3]
            found["heads"][window, words] = [words[1], root, words[1]]
            found["upos"][window, words] = [UPOS.index(tag) for tag in self.tags]
            found["deprels"][window, words] = [DEPRELS.index(name) for name in (relation, "root", "punct")]
        return {**found, "loaded": np.full(len(batch.roots), 9, np.float32)}


@pytest.mark.parametrize(
    ("beside", "alone", "kept", "calls"),
    [
        ("nsubj", "nsubj", "nsubj", 1),
        ("nmod", "nsubj", "nsubj", 3),
        ("nmod", "obl", "nmod", 3),
    ],
)
def test_a_root_that_lost_its_subject_is_read_again_alone(beside: str, alone: str, kept: str, calls: int) -> None:
    model = Parsing(beside, alone)
    (reading,) = reader(model).read([document("Rebels fled. Nobody wept.")])
    assert [DEPRELS[number] for number in reading.deprels.tolist()] == [kept, "root", "punct"] * 2
    assert reading.heads.tolist() == [1, NO_HEAD, 1, 4, NO_HEAD, 4]
    assert len(model.calls) == calls


def test_a_command_has_no_subject_to_lose() -> None:
    model = Parsing("advmod", "nsubj", ("ADV", "VERB", "PUNCT"))
    reader(model).read([document("Never stop. Just go.")])
    assert len(model.calls) == 1


def test_a_text_is_read_once() -> None:
    model = Model()
    mine = reader(model)
    (first,) = mine.read([document(LONG)])
    calls = len(model.calls)
    (again, other) = mine.read([document(LONG), document(TEXTS["one sentence"])])
    assert again is first
    assert other is not first
    assert len(model.calls) == calls + 1


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.reading.reader.reader.CACHED", 2)
    model = Model()
    mine = reader(model)
    texts = [document(f"Ann Orr number {n} spoke.") for n in range(3)]
    mine.read(texts)
    mine.read(texts[1:])
    assert len(model.calls) == 3
    mine.read(texts[:1])
    assert len(model.calls) == 4


def test_reading_can_be_stopped_between_windows_and_leaves_nothing_half_read() -> None:
    model = Model()
    mine = reader(model)

    def stop(fraction: float, doing: Message | None) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        mine.read([document(LONG)], stop)
    stopped = len(model.calls)
    (reading,) = mine.read([document(LONG)])
    assert len(model.calls) > 2 * stopped
    assert not np.isnan(reading.loaded).any()


def test_progress_rises_from_nothing_to_all() -> None:
    told: list[float] = []
    reader().read([document(LONG), document(TEXTS["one sentence"])], lambda fraction, _: told.append(fraction))
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1
    assert len(told) > 5


def test_polarity_toward_a_target_is_a_share_of_one() -> None:
    (reading,) = reader().read([document(LONG)])
    shares = reading.toward(2, 5)
    assert sum(shares) == pytest.approx(1)
    alone = reading.polarity[4]
    assert int(np.argmax(reading.toward(4, 5))) == int(alone.argmax())
