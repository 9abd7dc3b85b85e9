"""Checkpoint → ONNX → int8, with a parity test: `python -m …training.export --run FOLDER --out FOLDER`."""

from __future__ import annotations

import argparse
import json
import unicodedata
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from ..encoding import Pieces, batch_of, window_of
from ..labels import INPUTS, OUTPUTS
from ..reader import runtime
from .batches import Arrays
from .evaluate import Run
from .model import Reader, averaged, encoder_folder

SAMPLE = (
    "The mayor said on Monday that the bridge would close for repairs .",
    "“ It is a shameful decision , ” said Orla Finn , who runs a bakery nearby .",
    "She did not elaborate .",
)
"""Written for the trace and the parity test."""


class Exported(nn.Module):
    """The Reader with the parse decided inside: head and relation of every word instead of all scores."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, input_ids: Tensor, shapes: Tensor, sentence: Tensor, first: Tensor, roots: Tensor
    ) -> tuple[Tensor, ...]:
        out = self.reader(input_ids, shapes, sentence, first, roots)
        heads = out.arcs.argmax(-1)
        dependent, head = out.labels
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        deprels = self.reader.label_scores(dependent, chosen).argmax(-1)
        return (
            out.roles,
            out.pointers,
            out.names,
            out.upos.argmax(-1),
            heads,
            deprels,
            out.target,
            out.loaded_words,
            out.loaded,
            out.subjective,
            out.valence,
            out.embedding,
        )


def by_torch(reader: Reader) -> Run:
    """Return what runs `reader` as its export will run: arrays in, arrays out, by name."""
    module = Exported(reader).eval()

    @torch.no_grad()
    def run(inputs: Arrays) -> Arrays:
        outputs = module(*(torch.from_numpy(inputs[name]) for name in INPUTS))
        return {name: output.numpy() for name, output in zip(OUTPUTS, outputs, strict=True)}

    return run


def legible(piece: str) -> bool:
    """Return whether a word piece can occur in what the Reader reads: text in Latin letters."""
    letters = [c for c in piece.removeprefix("##") if c.isalpha()]
    return not piece.startswith("[unused") and all("LATIN" in unicodedata.name(c, "") for c in letters)


def prune(reader: Reader, out: Path) -> None:
    """Drop the word pieces that are not `legible` from the embeddings, and write `tokenizer.json` without them."""
    settings = json.loads((encoder_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = settings["model"]["vocab"]
    kept = sorted((number, piece) for piece, number in vocabulary.items() if legible(piece))
    new = {piece: number for number, (_, piece) in enumerate(kept)}
    # From the last to the first: the marks, one to a number, would else read as a list that counts up.
    settings["model"]["vocab"] = dict(reversed(new.items()))
    for token in settings["added_tokens"]:
        token["id"] = new[token["content"]]
    for name, token in settings["post_processor"].get("special_tokens", {}).items():
        token["ids"] = [new[name]]
    if settings.get("padding"):
        settings["padding"]["pad_id"] = new[settings["padding"]["pad_token"]]
    written = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    (out / "tokenizer.json").write_text(written, encoding="utf-8")
    rows = reader.encoder.embeddings.word_embeddings.weight.data[[number for number, _ in kept]]
    reader.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(rows)


def export(reader: Reader, out: Path) -> None:
    """Write `reader.fp32.onnx`, `reader.onnx` (int8) and `tokenizer.json`; `reader` is pruned."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    out.mkdir(parents=True, exist_ok=True)
    reader.encoder.set_attn_implementation("eager")
    prune(reader, out)
    pieces = Pieces.load(out / "tokenizer.json")
    batch = batch_of([window_of(pieces, [s.split() for s in SAMPLE]), window_of(pieces, [SAMPLE[0].split()])])
    inputs = tuple(torch.from_numpy(array) for array in batch.inputs().values())
    full = out / "reader.fp32.onnx"
    axes = {
        "input_ids": {0: "windows", 1: "pieces"},
        "shapes": {0: "windows", 1: "pieces"},
        "sentence": {0: "windows", 1: "pieces"},
        "first": {0: "windows", 1: "pieces"},
        "roots": {0: "sentences"},
    }
    axes |= {name: {0: "windows", 1: "pieces"} for name in OUTPUTS[:8]}
    axes["pointers"] = {0: "windows", 2: "pieces", 3: "pieces"}
    axes |= {name: {0: "sentences"} for name in OUTPUTS[8:]}
    torch.onnx.export(
        Exported(reader).eval(),
        inputs,
        str(full),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        do_constant_folding=True,
    )
    ready = out / "reader.pre.onnx"
    quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(out / "reader.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=_exact(ready),
        extra_options={"MatMulConstBOnly": True},
    )
    ready.unlink()
    for name, (same, close) in parity(out, pieces).items():
        print(f"{name:14} same choice {same:.4f}  largest difference {close:.3f}")


EXACT = ("/roles/", "/pointers/", "/names/")
"""Heads that stay in full precision: spans and links turn on small differences, and these heads weigh little."""


def _exact(path: Path) -> list[str]:
    """Return the products that are not made int8: those of EXACT, and stacks of matrices, which cannot be."""
    import onnx

    graph = onnx.load(str(path)).graph
    deep = {tensor.name for tensor in graph.initializer if len(tensor.dims) > 2}
    return [
        node.name
        for node in graph.node
        if node.op_type in ("MatMul", "Gemm") and (deep & set(node.input) or any(part in node.name for part in EXACT))
    ]


def parity(out: Path, pieces: Pieces) -> dict[str, tuple[float, float]]:
    """Return per output the share of equal choices and the largest difference of int8 against fp32, on SAMPLE."""
    batch = batch_of([window_of(pieces, [s.split() for s in SAMPLE])])
    results = []
    for name in ("reader.fp32.onnx", "reader.onnx"):
        session = runtime().InferenceSession(str(out / name), providers=["CPUExecutionProvider"])
        results.append(session.run(list(OUTPUTS), batch.inputs()))
    found = {}
    for name, full, small in zip(OUTPUTS, *results, strict=True):
        if name == "pointers":  # words that point to nothing in particular say nothing
            full, small = np.exp(full), np.exp(small)
        same = (
            (full.argmax(-1) == small.argmax(-1)).mean()
            if full.ndim > 1 and full.dtype.kind == "f"
            else (np.isclose(full, small, atol=0.5).mean())
        )
        found[name] = float(same), float(np.abs(full.astype(float) - small.astype(float)).max())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Export a trained Reader.")
    parser.add_argument("--run", type=Path, nargs="+", required=True, help="folders of runs; several: their mean")
    parser.add_argument("--shares", type=float, nargs="*", default=(), help="of each run in the mean; equal without")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    export(averaged(arguments.run, arguments.shares), arguments.out)


if __name__ == "__main__":
    main()
