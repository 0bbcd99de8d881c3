"""Train the listener of a language, who hears despair and danger, on corpus/care/*.jsonl and write its file.

`.venv/bin/python corpus/train_listener.py ja` (or en): twenty minutes on a core, reckoned with half of the digits;
`… en os,ot` goes on from the file that is there, with these authors, whose role has become `training`, and a share of
the others: five minutes. A listener shares the lower layers of the reader of its language and goes on from the others,
so it has to be trained again when that reader is trained anew. It needs what corpus/train-requirements.txt names, which
the desk does not. Authors who set thresholds (`authors.tsv`) are left out: the value that counts is set on them. It
also learns from inquiries that tell of no need, and from those in `care/judged.tsv`, which a first listener was nearest
to taking for one. On another machine the last digits come out otherwise, so it prints what `readers.toml` has to say of
the file.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import csv
import json
import math
import random
import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from corpus_authors import CARE, HERE, INQUIRIES, THRESHOLD, TRAINING, check_named, with_role
from letters import letter
from reader_file import kept_head, kept_upper, take_up_head, take_up_upper, upper_layers
from trained_file import digest

from desk.rules.conduct.listener import read_listener
from desk.rules.conduct.opinion_features import windows
from desk.rules.conduct.reader import Reader, read_reader
from desk.rules.normalise import fold
from desk.rules.reader.layer import over
from desk.signs_files import LISTENERS, READERS

NEEDS = ("self-harm", "danger")
# So many layers are the reader's own. With more layers to itself a listener was not seen to hear better.
AFTER = {"ja": 4, "en": 3}
ROUNDS, AT_ONCE = 4, 32
# Steps of learning: of the layers, of the head, and until they are as large as this.
STEP, STEP_OF_HEAD, WARM = 2e-4, 1e-3, 40
# Who goes on takes smaller steps, in fewer rounds, and reads so many of the others again.
ROUNDS_ON, SLOWER, AGAIN_ON = 2, 0.3, 0.25
# Nobody is surer than this of a label.
SURE = 0.98
# What was missed by less is read again in a later round with this chance only.
EASY, AGAIN = 0.25, 0.35
# So many inquiries of the corpus tell of no need, besides those that were judged; those of some kinds may tell of one.
OTHERS, OPEN = 6000, ("care", "report")
# This share of the short texts about care is read once more, with another inquiry before or after it: many authors
# wrote single lines alone, and letters say other things as well. The English listener heard no less in letters without.
MIXED = {"ja": 0.3, "en": 0.0}
SHORT = {"ja": 80, "en": 160}
# At most so many harmless rows of the authors for thresholds, which were written to mislead, are over the value that
# counts.
MOST = 0.1
# Windows that the reader's layers are given at once.
TOGETHER = 16


class Text(NamedTuple):
    """A row: its folded fields, and its need, None where it tells of none."""

    fields: list[str]
    need: str | None


class Heard(NamedTuple):
    """A row's need, and what the reader's layers make of each of its windows: a row for each piece."""

    need: str | None
    windows: list[Any]


class Pupil(torch.nn.Module):
    """The listener as it learns: the reader's upper layers, and from their mean a value for each need."""

    def __init__(self, language: str) -> None:
        super().__init__()
        with np.load(READERS[language]) as held:
            self.layers = upper_layers(held, AFTER[language])
        self.head = torch.nn.Linear(384, len(NEEDS))
        self.forget = torch.nn.Dropout(0.1)

    def go_on(self, held: Mapping[str, Any]) -> None:
        """Take up the layers and the head of a listener's file."""
        take_up_upper(self.layers, held)
        take_up_head("judged", self.head, held)

    def forward(self, some: Sequence[Heard]) -> Any:
        """The values of each text: those of the window that tells most of it."""
        made = [window for text in some for window in text.windows]
        longest = max(map(len, made))
        hidden = torch.from_numpy(np.stack([np.pad(one, ((0, longest - len(one)), (0, 0))) for one in made])).float()
        there = torch.tensor([[1.0] * len(one) + [0.0] * (longest - len(one)) for one in made])
        for layer in self.layers:
            hidden = layer(hidden, (1 - there)[:, None, None, :] * -1e9)
        mean = (hidden * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        values = self.head(self.forget(mean)).float()
        of = torch.tensor([at for at, text in enumerate(some) for _ in text.windows])[:, None].expand(-1, len(NEEDS))
        return torch.full((len(some), len(NEEDS)), -math.inf).scatter_reduce(0, of, values, "amax")


def texts(language: str, wanted: Container[str]) -> list[Text]:
    """The rows about care of these authors."""
    found = list(_rows("care"))
    check_named(CARE, {(row["lang"], row["author"]) for row in found})
    return [_text(row, row["care"]) for row in found if row["lang"] == language and row["author"] in wanted]


def others(language: str) -> list[Text]:
    """Inquiries of the corpus: those that were judged, and some that tell of no need."""
    with (HERE / "care" / "judged.tsv").open(encoding="utf-8", newline="") as file:
        judged = {line["id"]: line["care"] for line in csv.DictReader(file, delimiter="\t")}
    wanted = with_role(TRAINING, INQUIRIES, language)
    found = [row for row in _rows("screening") if row["lang"] == language and row["author"] in wanted]
    known = [row for row in found if judged.get(row["id"], "open") != "open"]
    rest = [row for row in found if row["id"] not in judged and row["kind"] not in OPEN]
    some = random.sample(rest, OTHERS)
    return [_text(row, _need(judged[row["id"]])) for row in known] + [_text(row, None) for row in some]


def among(besides: Sequence[Text], found: Sequence[Text], language: str) -> list[Text]:
    """Some of the short texts found, each with what one that tells of no need says before or after it."""
    short = [text for text in found if len(text.fields[-1]) < SHORT[language]]
    calm = [text.fields[-1] for text in besides if text.need is None]
    some = random.sample(short, round(MIXED[language] * len(short)))
    together = zip(some, random.choices(calm, k=len(some)), strict=True)  # noqa: S311
    pairs = [(text, random.sample((text.fields[-1], other), 2)) for text, other in together]
    return [Text([*text.fields[:-1], letter(*pair, language)], text.need) for text, pair in pairs]


def _need(judged: str) -> str | None:
    if judged not in {*NEEDS, "none"}:
        raise SystemExit(f"judged.tsv: “{judged}” is none of {', '.join(NEEDS)}, none and open")
    return None if judged == "none" else judged


def _rows(folder: str) -> Iterator[Mapping[str, Any]]:
    paths = sorted((HERE / folder).glob("*.jsonl"))
    return (json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines())


def _text(row: Mapping[str, Any], need: str | None) -> Text:
    return Text([fold(row[field]).text for field in ("subject", "message", "text") if row.get(field)], need)


def heard(found: Iterable[Text], language: str, reader: Reader) -> list[Heard]:
    """What the reader's lower layers make of these texts, those left out in which there is nothing to read."""
    pieces: list[tuple[int, list[int]]] = []
    kept = list(found)
    for at, text in enumerate(kept):
        own = [window.text for field in text.fields for window in windows(field) if window.language == language]
        pieces += [(at, reader.spelling.read(window)[1]) for window in own]
    pieces.sort(key=lambda one: len(one[1]))
    made: list[list[Any]] = [[] for _ in kept]
    for first in range(0, len(pieces), TOGETHER):
        some = pieces[first : first + TOGETHER]
        hidden, spans = reader.body.begun([each for _, each in some])
        hidden = over(reader.body.layers[: AFTER[language]], hidden, spans)
        for (at, _), span in zip(some, spans, strict=True):
            made[at].append(hidden[span].astype(np.float16))
    return [Heard(text.need, own) for text, own in zip(kept, made, strict=True) if own]


def train(pupil: Pupil, given: Sequence[Heard], rounds: int = ROUNDS, pace_of_all: float = 1.0) -> None:
    """So many rounds with the texts, those of one length together; of what is known well a share is enough."""
    learning = list(pupil.layers.parameters())
    descent = torch.optim.AdamW([{"params": learning}, {"params": pupil.head.parameters()}], weight_decay=0.01)
    missed = [math.inf] * len(given)
    pupil.train()
    for turn in range(rounds):
        chosen = [at for at, miss in enumerate(missed) if miss > EASY or random.random() < AGAIN]  # noqa: S311
        chosen.sort(key=lambda at: max(map(len, given[at].windows)) + 3 * random.random())  # noqa: S311
        together = [chosen[at : at + AT_ONCE] for at in range(0, len(chosen), AT_ONCE)]
        random.shuffle(together)
        for number, some in enumerate(together):
            left = 1 - (turn + number / len(together)) / rounds
            pace = max(0.02, left) * (min(1.0, number / WARM) if turn == 0 else 1.0)
            for part, step in zip(descent.param_groups, (STEP, STEP_OF_HEAD), strict=True):
                part["lr"] = step * pace * pace_of_all
            off = _missed(pupil, [given[at] for at in some])
            for at, miss in zip(some, off.tolist(), strict=True):
                missed[at] = miss
            descent.zero_grad()
            off.mean().backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            descent.step()
            if number % 50 == 0:
                print(f"round {turn + 1}, {number} of {len(together)}: {off.mean().item():.3f}", flush=True)  # noqa: T201
    pupil.eval()


def _missed(pupil: Pupil, some: Sequence[Heard]) -> Any:
    """How far off each text is: by whether it tells of any need, and half as much by of which."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = pupil(some)
    wanted = torch.tensor([[SURE if text.need == need else 1 - SURE for need in NEEDS] for text in some])
    off = torch.nn.functional.binary_cross_entropy_with_logits
    whether = off(said.amax(1), wanted.amax(1), reduction="none")
    return whether + off(said, wanted, reduction="none").sum(1) / 2


def set_threshold(pupil: Pupil, unread: Sequence[Heard]) -> None:
    """Shift what the head says so that at most so many harmless rows of authors that it has not read are over 0."""
    with torch.no_grad():
        said = torch.cat([pupil([text]) for text in unread])
        harmless = torch.tensor([text.need is None for text in unread])
        over_all = said.amax(1)
        least = max(0.0, torch.quantile(over_all[harmless], 1 - MOST).item())
        pupil.head.bias -= least
        found, false = (over_all[~harmless] > least).sum().item(), (over_all[harmless] > least).sum().item()
        told = f"{found} of {(~harmless).sum().item()}, and {false} of {harmless.sum().item()} harmless ones"
    print(f"over {least:.2f}: {told}")  # noqa: T201


def main(language: str, newest: Sequence[str] = ()) -> None:
    """Write the listener's file, gone on with the `newest` authors where there are any."""
    random.seed(0)
    torch.manual_seed(0)
    reader = read_reader(READERS[language].read_bytes())
    pupil = Pupil(language)
    known = set(with_role(TRAINING, CARE, language))
    if not known.issuperset(newest):
        raise SystemExit(f"not for training: {', '.join({*newest} - known)}")
    about, besides = texts(language, known.difference(newest)), others(language)
    file = LISTENERS[language]
    if newest:
        with np.load(file) as held:
            pupil.go_on(held)
        about, besides = (random.sample(some, round(AGAIN_ON * len(some))) for some in (about, besides))
        about += texts(language, newest)
    given = heard([*about, *besides, *among(besides, about, language)], language, reader)
    train(pupil, given, *((ROUNDS_ON, SLOWER) if newest else ()))
    set_threshold(pupil, heard(texts(language, with_role(THRESHOLD, CARE, language)), language, reader))
    beside = digest(READERS[language])
    np.savez(file, **kept_upper(pupil.layers, AFTER[language], NEEDS, beside), **kept_head("judged", pupil.head))
    read_listener(file.read_bytes(), beside)
    print(f"{file.name}: {digest(file)}, trained from {beside}: write it into readers.toml")  # noqa: T201


if __name__ == "__main__":
    chosen, *authors = sys.argv[1:] or [""]
    if chosen not in AFTER or len(authors) > 1:
        raise SystemExit(f"usage: .venv/bin/python corpus/train_listener.py {'|'.join(AFTER)} [AUTHOR,…]")
    main(chosen, authors[0].split(",") if authors else ())
