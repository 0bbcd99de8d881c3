"""Teach a reader on corpus/screening/*.jsonl and write its file: `python corpus/teach.py ja` (or `en`).

It begins from a published model (`begun.py`) and needs what corpus/teach-requirements.txt names, which the desk itself
does not; each takes some twenty minutes on two quiet cores. Some hands are left out: they tell `corpus/train.py`, which
has to be run after it, how far the reader can be trusted. On another machine the last digits come out otherwise.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
import random
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from begun import Begun, begun
from rows import HERE, LANGUAGES, PLAIN, UNREAD
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from desk.rules.conduct.opinion_features import windows
from desk.rules.conduct.reader import spelling_of
from desk.rules.conduct.spelling import ENDS, MOST_PIECES, Spelling
from desk.rules.normalise import fold
from desk.signs_files import READERS

ROUNDS = {"ja": 4, "en": 3}
AT_ONCE, LONGEST = 48, MOST_PIECES + 3
# Steps of learning: of the layers, of the head, and until they are as large as this.
STEP, STEP_OF_HEAD, WARM = 2e-4, 1e-3, 60
# Nobody is surer than this of a label.
SURE = 0.98
# How much the right act counts beside the right flag.
ACT = 0.2
# This share of the texts is read with a bland sentence of another before or after it, as letters have them.
MIXED, BLAND, AFTER = 0.3, 60, 0.6
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
    """The folded fields of one row, whether it is to be flagged, its act, and whether others may take it with them."""

    fields: list[str]
    flag: bool
    act: str | None
    bland: bool


class Lesson(NamedTuple):
    """The windows of some texts by the numbers of their pieces; for each window, which text it is of."""

    windows: list[list[int]]
    of: list[int]
    texts: list[Text]


class Pupil(torch.nn.Module):
    """The reader as it learns: the layers, and from the mean of what they make of the pieces a value and the acts."""

    def __init__(self, first: Begun, acts: Sequence[str]) -> None:
        super().__init__()
        self.layers = first.layers
        # What words mean is known already, and better than so few texts could tell.
        self.layers.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        self.head = torch.nn.Linear(384, 1 + len(acts))
        self.forget = torch.nn.Dropout(0.1)

    def forward(self, read: Sequence[list[int]]) -> Any:
        """The value of each window and what tells for each act."""
        longest = max(map(len, read))
        ids = torch.tensor([pieces + [0] * (longest - len(pieces)) for pieces in read])
        there = torch.tensor([[1.0] * len(pieces) + [0.0] * (longest - len(pieces)) for pieces in read])
        hidden = self.layers(input_ids=ids, attention_mask=there).last_hidden_state
        mean = (hidden * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return self.head(self.forget(mean))


def texts(language: str) -> list[Text]:
    """The rows of every hand but those left out, folded as the desk folds them."""
    paths = sorted((HERE / "screening").glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        flag = row["label"] == "flag"
        named = flag and (row.get("name") or row.get("company"))
        if row["lang"] == language and row["author"] not in UNREAD[language] and not named:
            fields = [fold(row[field]).text for field in ("subject", "message", "text") if row.get(field)]
            fields = [field for field in fields if field.strip()]
            bland = not flag and row["kind"] in PLAIN and len(row["text"]) < BLAND
            found.append(Text(fields, flag, row["act"], bland))
    return found


def lessons(found: Sequence[Text], spelling: Spelling, language: str) -> Iterator[Lesson]:
    """All texts in random order, those of about one length together."""
    bland = [text.fields[-1] for text in found if text.bland]
    stop = ". " if language == "en" else "。"
    read = [(text, _windows(_mixed(text, bland, stop), spelling, language)) for text in found]
    read = [(text, own) for text, own in read if own]
    read.sort(key=lambda one: max(map(len, one[1])) + random.random() * 4)  # noqa: S311
    together = [read[at : at + AT_ONCE] for at in range(0, len(read), AT_ONCE)]
    random.shuffle(together)
    for some in together:
        own = [(window, at) for at, (_, each) in enumerate(some) for window in each]
        yield Lesson([window for window, _ in own], [at for _, at in own], [text for text, _ in some])


def _mixed(text: Text, bland: Sequence[str], stop: str) -> list[str]:
    if random.random() > MIXED:  # noqa: S311
        return text.fields
    pair = [random.choice(bland), text.fields[-1]]  # noqa: S311
    other, own = (one + (" " if stop[-1] == " " else "") if one[-1] in ENDS else one + stop for one in pair)
    return [*text.fields[:-1], (own + other if random.random() < AFTER else other + own).strip()]  # noqa: S311


def _windows(fields: Sequence[str], spelling: Spelling, language: str) -> list[list[int]]:
    own = [window for field in fields for window in windows(field) if window.language == language]
    return [spelling.read(window.text)[1] for window in own]


def check(found: Sequence[Text], first: Begun, language: str) -> None:
    """Another's spelling of the same vocabulary gives the same numbers: without it the layers would learn gibberish."""
    numbers = {piece: number for number, piece in enumerate(first.vocabulary)}
    if first.likely is None:
        theirs = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]"))  # noqa: S106 (no password)
        theirs.normalizer, theirs.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    else:
        theirs = Tokenizer(models.Unigram(list(zip(first.vocabulary, first.likely, strict=True)), unk_id=2))
        theirs.pre_tokenizer = pre_tokenizers.Metaspace()
    spell, unknown = spelling_of(first.vocabulary, first.likely).spell, 2 if first.likely else numbers["[UNK]"]
    for window in (window for row in found for field in row.fields for window in windows(field)):
        text = window.text.strip()
        ours = [piece for part in spell(text) for piece in part.pieces]
        # Runs of unknown letters are one piece there, and nothing is learnt of them.
        if window.language == language and unknown not in ours and ours != theirs.encode(text).ids:
            raise SystemExit(f"“{window.text}” is spelt in another way")


def teach(found: Sequence[Text], first: Begun, acts: Sequence[str], language: str) -> Pupil:
    """The pupil after so many rounds."""
    pupil, spelling = Pupil(first, acts), spelling_of(first.vocabulary, first.likely)
    learning = [weight for weight in pupil.layers.parameters() if weight.requires_grad]
    parts = [{"params": learning, "lr": STEP}, {"params": pupil.head.parameters(), "lr": STEP_OF_HEAD}]
    descent = torch.optim.AdamW(parts, weight_decay=0.01)
    steps = ROUNDS[language] * (len(found) // AT_ONCE + 1)
    pace = torch.optim.lr_scheduler.LambdaLR(descent, lambda at: min(1, at / WARM) * max(0.02, 1 - at / steps))
    pupil.train()
    for turn in range(ROUNDS[language]):
        for number, lesson in enumerate(lessons(found, spelling, language)):
            loss = _missed(pupil(lesson.windows), lesson, acts)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            descent.step()
            pace.step()
            if number % 100 == 0:
                print(f"round {turn + 1}, lesson {number}: loss {loss.item():.3f}", flush=True)  # noqa: T201
    return pupil.eval()


def _missed(said: Any, lesson: Lesson, acts: Sequence[str]) -> Any:
    """How far what was said is off: a text is as its worst window, which also has to name its act."""
    values = said[:, 0].tolist()
    own: list[list[int]] = [[] for _ in lesson.texts]
    for window, text in enumerate(lesson.of):
        own[text].append(window)
    worst = [max(windows, key=values.__getitem__) for windows in own]
    wanted = torch.tensor([SURE if text.flag else 1 - SURE for text in lesson.texts])
    missed = torch.nn.functional.binary_cross_entropy_with_logits(said[worst, 0], wanted)
    named = [(window, acts.index(text.act)) for window, text in zip(worst, lesson.texts, strict=True) if text.act]
    if not named:
        return missed
    told = said[[window for window, _ in named], 1:]
    return missed + ACT * torch.nn.functional.cross_entropy(told, torch.tensor([act for _, act in named]))


def kept(pupil: Pupil, first: Begun, acts: Sequence[str]) -> dict[str, Any]:
    """What is written: matrices in bytes with a scale for each row, the rest in half precision."""
    state = {name: value.float().numpy() for name, value in pupil.layers.state_dict().items()}
    held: dict[str, Any] = {"vocabulary": _lines(first.vocabulary), "acts": _lines(acts)}
    if first.likely:
        held["likely"] = np.array(first.likely, np.float32)
    kind = state["embeddings.token_type_embeddings.weight"][0]
    held |= _rows("words", state["embeddings.word_embeddings.weight"])
    held |= _rows("places", state["embeddings.position_embeddings.weight"][:LONGEST] + kind)
    held |= _norm("begun_norm", state, "embeddings.LayerNorm")
    held["layers"] = np.array(pupil.layers.config.num_hidden_layers)
    for layer in range(pupil.layers.config.num_hidden_layers):
        for theirs, ours in NAMES.items():
            given = f"encoder.layer.{layer}.{theirs}"
            if ours.endswith("_norm"):
                held |= _norm(f"{layer}.{ours}", state, given)
            else:
                held |= _matrix(f"{layer}.{ours}", state[f"{given}.weight"], state[f"{given}.bias"])
    weight, bias = (value.float().numpy() for value in pupil.head.state_dict().values())
    return held | _matrix("judged", weight, bias)


def _lines(words: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _matrix(name: str, weight: Any, bias: Any) -> dict[str, Any]:
    return _rows(f"{name}.weight", weight) | {f"{name}.bias": bias.astype(np.float16)}


def _rows(name: str, matrix: Any) -> dict[str, Any]:
    scale = np.abs(matrix).max(axis=1) / 127 + 1e-12
    return {name: np.rint(matrix / scale[:, None]).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}


def _norm(name: str, state: dict[str, Any], given: str) -> dict[str, Any]:
    return {f"{name}.{part}": state[f"{given}.{part}"].astype(np.float16) for part in ("weight", "bias")}


def main(language: str) -> None:
    """Write the reader's file."""
    random.seed(0)
    torch.manual_seed(0)
    first, found = begun(language), texts(language)
    acts = sorted({text.act for text in found if text.act})
    check(found, first, language)
    np.savez_compressed(READERS[language], **kept(teach(found, first, acts, language), first, acts))


if __name__ == "__main__":
    if sys.argv[1:] not in [[language] for language in LANGUAGES]:
        raise SystemExit(f"usage: python corpus/teach.py {'|'.join(LANGUAGES)}")
    main(sys.argv[1])
