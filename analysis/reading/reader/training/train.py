"""Trains the Reader: `python -m analysis.reading.reader.training.train --data ../shared/data --out FOLDER [--seed N]`.

A checkpoint stands in FOLDER after every epoch; the same command goes on from it. Needs the dependency group “train”.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from ..encoding import Pieces
from .batches import grouped, labelled, shuffled, subtopics
from .config import Config, read_config
from .corpus import Corpus, kept, read_corpus
from .evaluate import evaluate, table
from .export import by_torch
from .losses import losses, parts_of, tensors
from .model import Reader, averaged, encoder_folder
from .teacher import with_teacher
from .texts import Text

VERSION = 2
"""Of what the readers of the data sets give: raised when it changes, so that no run reads an older cache."""


def together(texts: list[Text], share: float, rng: random.Random) -> list[list[Text]]:
    """Return texts in an order of chance, a share of them in runs of two or three that will stand in one window."""
    texts = rng.sample(texts, len(texts))
    runs: list[list[Text]] = []
    at = 0
    while at < len(texts):
        size = rng.choice((2, 3)) if rng.random() < share else 1
        runs.append(texts[at : at + size])
        at += size
    return runs


def joined(run: list[Text]) -> Text:
    """Return texts of one sentence each as one text of several."""
    if len(run) == 1:
        return run[0]

    def chained(name: str) -> tuple[float, ...] | None:
        values = [getattr(text, name) for text in run]
        return None if None in values else tuple(v for part in values for v in part)

    def stacked(name: str) -> np.ndarray | None:
        values = [getattr(text, name) for text in run]
        return None if any(v is None for v in values) else np.concatenate(values)

    bases = np.cumsum([0, *(text.starts[-1] for text in run)]).tolist()
    return Text(
        run[0].group,
        tuple(sentence for text in run for sentence in text.sentences),
        loaded_words=stacked("loaded_words"),
        loaded=chained("loaded"),
        subjective=chained("subjective"),
        valence=chained("valence"),
        targets=tuple(
            (a + base, b + base, p) for text, base in zip(run, bases, strict=False) for a, b, p in text.targets
        ),
        teacher=stacked("teacher"),
    )


def epoch_batches(config: Config, pieces: Pieces, corpus: Corpus, rng: random.Random) -> list[list[Text]]:
    """Return the batches of one epoch, of all tasks in an order of chance."""
    batches: list[list[Text]] = []
    for name, task in config.tasks.items():
        texts = corpus.train[name]
        size = round(len(texts) * task.repeat)
        picked = [t for _ in range(int(task.repeat)) for t in texts] + rng.sample(
            texts, size - len(texts) * int(task.repeat)
        )
        if picked[0].events is not None:
            batches += subtopics(picked, task.batch, rng)
            continue
        if task.together:
            picked = [joined(run) for run in together(picked, task.together, rng)]
            windows = picked
        else:
            windows = shuffled(pieces, picked, config.windows, rng)
        batches += grouped(pieces, windows, config.pieces, task.batch, rng)
    rng.shuffle(batches)
    return batches


def train(config: Config, data: Path, out: Path, start: Sequence[Path] = ()) -> None:
    """Train until the configured number of epochs is done; write `last.pt` and `figures-N.json` after each.

    `start`: folders of earlier runs; the mean of their averaged weights is the beginning.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(config.seed)
    pieces = Pieces.load(encoder_folder() / "tokenizer.json")
    cache = out.parent / "cache"
    cache.mkdir(exist_ok=True)
    corpus = kept(cache / f"corpus-{VERSION}-{config.hold_out}.pkl", lambda: read_corpus(data, config.hold_out))
    corpus = with_teacher(corpus, pieces, cache / f"teacher-{VERSION}-{config.hold_out}.npy")
    model = averaged(start) if start else Reader()
    trained = {name: p for name, p in model.named_parameters() if p.requires_grad}
    encoder = [p for name, p in trained.items() if name.startswith("encoder.")]
    heads = [p for name, p in trained.items() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": config.encoder_rate}, {"params": heads, "lr": config.head_rate}],
        weight_decay=config.weight_decay,
        fused=True,
    )
    steps = len(epoch_batches(config, pieces, corpus, random.Random(0))) * config.epochs
    warmup = max(1, int(steps * config.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warmup) * max(0.0, 1 - max(0, step - warmup) / (steps - warmup))
    )
    average = {name: p.detach().clone() for name, p in trained.items()}
    first, step = 0, 0
    last = out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average, first, step = state["average"], state["epoch"], state["step"]
    for epoch in range(first, config.epochs):
        rng = random.Random(config.seed * 1000 + epoch)
        began, sums = time.monotonic(), {}
        model.train()
        batches = epoch_batches(config, pieces, corpus, rng)
        for number, texts in enumerate(batches):
            batch = labelled(pieces, texts)
            parts = losses(model, model(**tensors(batch.inputs), parts=parts_of(batch)), batch)
            loss = sum(config.weights[name] * value for name, value in parts.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(trained.values()), config.clip)
            optimizer.step()
            schedule.step()
            step += 1
            decay = min(config.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.values()), [p.detach() for p in trained.values()], 1 - decay)
            for name, value in parts.items():
                total, n = sums.get(name, (0.0, 0))
                sums[name] = total + float(value.detach()), n + 1
            if number % 100 == 99:
                shown = " ".join(f"{name} {total / n:.3f}" for name, (total, n) in sums.items())
                print(
                    f"epoch {epoch + 1} {number + 1}/{len(batches)} {time.monotonic() - began:.0f} s: {shown}",
                    flush=True,
                )
                sums = {}
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "average": average, "epoch": epoch + 1, "step": step}, out / "next.pt")
        (out / "next.pt").replace(last)
        figures = evaluate(by_torch(averaged([out])), pieces, corpus.dev)
        (out / f"figures-{epoch + 1}.json").write_text(json.dumps(figures, indent=1))
        print(f"epoch {epoch + 1} done in {time.monotonic() - began:.0f} s\n{table(figures)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the Reader.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--start", type=Path, nargs="*", default=(), help="folders of earlier runs to go on from")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--epochs", type=int)
    arguments = parser.parse_args()
    config = read_config(arguments.config) if arguments.config else read_config()
    changes = {name: getattr(arguments, name) for name in ("seed", "epochs") if getattr(arguments, name) is not None}
    torch.set_num_threads(2)
    train(replace(config, **changes), arguments.data, arguments.out, arguments.start)


if __name__ == "__main__":
    main()
