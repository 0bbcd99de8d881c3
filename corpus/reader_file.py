"""The file of a trained reader: its arrays, as the desk reads them."""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from published_models import Begun
from trained_file import as_bytes
from transformers import BertConfig
from transformers.models.bert.modeling_bert import BertLayer

from desk.rules.reader.body import lines
from desk.rules.reader.spelling import MARKS_AT_ENDS, MOST_PIECES

LONGEST = MOST_PIECES + MARKS_AT_ENDS
ABOVE = {"intermediate.dense": "wide", "output.dense": "narrow", "output.LayerNorm": "narrow_norm"}
NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "joined_norm",
    **ABOVE,
}
# As the layers of MPNet name them, which know how far apart two pieces stand and no kinds of text.
NAMES_APART = {
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "joined",
    "attention.LayerNorm": "joined_norm",
    **ABOVE,
}
KIND, APART = "embeddings.token_type_embeddings.weight", "encoder.relative_attention_bias.weight"


def kept(pupil: Any, first: Begun, acts: Sequence[str]) -> dict[str, Any]:
    """What is written of a reader of inquiries: its layers, the acts, and how what the layers make is judged."""
    return kept_layers(pupil.layers, first, LONGEST) | {"acts": as_bytes(acts)} | kept_head("judged", pupil.head)


def kept_layers(layers: Any, first: Begun, longest: int) -> dict[str, Any]:
    """The vocabulary and the layers, for texts of so many pieces: matrices in bytes with a scale for each row."""
    state = {name: value.float().numpy() for name, value in layers.state_dict().items()}
    held: dict[str, Any] = {"vocabulary": as_bytes(first.vocabulary)}
    if first.likely:
        held["likely"] = np.array(first.likely, np.float32)
    kind = state[KIND][0] if KIND in state else 0
    held |= _rows("words", state["embeddings.word_embeddings.weight"])
    held |= _rows("places", state["embeddings.position_embeddings.weight"][:longest] + kind)
    held |= _norm("begun_norm", state, "embeddings.LayerNorm")
    if APART in state:
        held["apart"] = _apart(layers.encoder, longest)
    return held | _layers(state, "encoder.layer.", layers.config.num_hidden_layers, names_of(layers))


def names_of(layers: Any) -> Mapping[str, str]:
    """By what these layers call their parts, and what the file does."""
    return NAMES_APART if knows_distances(layers) else NAMES


def knows_distances(layers: Any) -> bool:
    """Whether these are layers that know how far apart two pieces stand, as those of the second reader of English."""
    return hasattr(layers.encoder, "relative_attention_bias")


def _apart(encoder: Any, longest: int) -> Any:
    """What is added for a piece that stands so far before or behind: for each head, from the farthest before on."""
    with torch.no_grad():
        near = encoder.compute_position_bias(torch.zeros(1, longest, 1))[0]
    return torch.cat([near[:, -1, :-1], near[:, 0]], dim=1).numpy().astype(np.float16)


def kept_upper(layers: Any, after: int, needs: Sequence[str], reader: str) -> dict[str, Any]:
    """The layers of a listener, after how many of the reader's they stand, its needs, and the reader's SHA-256."""
    state = {name: value.float().numpy() for name, value in layers.state_dict().items()}
    told = {"after": np.array(after), "needs": as_bytes(needs), "reader": as_bytes([reader])}
    return told | _layers(state, "", len(layers))


def upper_layers(held: Mapping[str, Any], after: int) -> Any:
    """What comes after so many layers of a reader's file, to be taught something else."""
    config = BertConfig(hidden_size=384, num_attention_heads=12, intermediate_size=1536)
    # To forget what is near what was not seen to help.
    config.attention_probs_dropout_prob = 0.0
    config._attn_implementation = "eager"  # noqa: SLF001 (the model sets it, and here is none)
    layers = torch.nn.ModuleList(BertLayer(config) for _ in range(after, int(held["layers"])))
    with torch.no_grad():
        for number, layer in enumerate(layers, start=after):
            _take_up(layer, held, number)
    return layers


def take_up_upper(layers: Any, held: Mapping[str, Any]) -> None:
    """Give these layers what was kept of a listener's; SystemExit where there are more or fewer."""
    if int(held["layers"]) != len(layers):
        raise SystemExit("the listener to go on from has other layers: train it anew")
    with torch.no_grad():
        for number, layer in enumerate(layers):
            _take_up(layer, held, number)


def _take_up(layer: Any, held: Mapping[str, Any], number: int) -> None:
    state = layer.state_dict()
    for (theirs, ours), part in itertools.product(NAMES.items(), ("weight", "bias")):
        state[f"{theirs}.{part}"].copy_(_part(held, f"{number}.{ours}.{part}"))


def _layers(state: Mapping[str, Any], prefix: str, count: int, names: Mapping[str, str] = NAMES) -> dict[str, Any]:
    held: dict[str, Any] = {"layers": np.array(count)}
    for layer, (theirs, ours) in itertools.product(range(count), names.items()):
        given = f"{prefix}{layer}.{theirs}"
        if ours.endswith("_norm"):
            held |= _norm(f"{layer}.{ours}", state, given)
        else:
            held |= _matrix(f"{layer}.{ours}", state[f"{given}.weight"], state[f"{given}.bias"])
    return held


def taken_up(pupil: Any, held: Mapping[str, Any], acts: Sequence[str]) -> None:
    """Give a pupil the layers and the head that were kept: it goes on from there.

    SystemExit where the pupil has other acts or layers.
    """
    if lines(held["acts"]) != list(acts):
        raise SystemExit("the reader to go on from has other acts: train it anew")
    take_up_layers(pupil.layers, held)
    take_up_head("judged", pupil.head, held)


def take_up_layers(layers: Any, held: Mapping[str, Any]) -> None:
    """Give these layers what was kept of theirs, with any vocabulary; SystemExit where there are more or fewer.

    What the pieces mean is not taken: it stayed as it was begun.
    """
    state = layers.state_dict()
    if int(held["layers"]) != layers.config.num_hidden_layers:
        raise SystemExit("the reader to go on from has other layers: train it anew")
    with torch.no_grad():
        for layer, (theirs, ours) in itertools.product(range(int(held["layers"])), names_of(layers).items()):
            for part in ("weight", "bias"):
                state[f"encoder.layer.{layer}.{theirs}.{part}"].copy_(_part(held, f"{layer}.{ours}.{part}"))


def take_up_head(name: str, head: Any, held: Mapping[str, Any]) -> None:
    """Give what judges the matrix and the row that were kept of it."""
    with torch.no_grad():
        head.weight.copy_(_part(held, f"{name}.weight"))
        head.bias.copy_(_part(held, f"{name}.bias"))


def _part(held: Mapping[str, Any], name: str) -> Any:
    scale = held[f"{name}.scale"][:, None] if f"{name}.scale" in held else 1
    return torch.from_numpy(held[name].astype(np.float32) * scale)


def kept_head(name: str, head: Any) -> dict[str, Any]:
    """What judges: a matrix and the row that is added."""
    return _matrix(name, *(value.float().numpy() for value in head.state_dict().values()))


def _matrix(name: str, weight: Any, bias: Any) -> dict[str, Any]:
    return _rows(f"{name}.weight", weight) | {f"{name}.bias": bias.astype(np.float16)}


def _rows(name: str, matrix: Any) -> dict[str, Any]:
    scale = np.abs(matrix).max(axis=1) / 127 + 1e-12
    return {name: np.rint(matrix / scale[:, None]).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}


def _norm(name: str, state: Mapping[str, Any], given: str) -> dict[str, Any]:
    return {f"{name}.{part}": state[f"{given}.{part}"].astype(np.float16) for part in ("weight", "bias")}
