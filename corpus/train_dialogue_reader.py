"""Train a reader of dialogues on corpus/repetition/*.jsonl and write its file.

.venv/bin/python corpus/train_dialogue_reader.py first          (or second) anew
.venv/bin/python corpus/train_dialogue_reader.py second ta,tb   goes on from the file that is there, with these authors
                                                                and a share of the others

Each reads both languages. The first begins from a published model (`published_models.py`), the second from the second
reader of Japanese inquiries, which has the pieces and the number of layers of that model. It needs what
corpus/train-requirements.txt names, which the desk itself does not, and an hour and a half on a core, less to go on.
Authors who set thresholds (`authors.tsv`) are left out: they tell at the end where those of `desk.rules.repetition`
should lie. On another machine the last digits differ, so it prints what `readers.toml` has to say of the file.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
import math
import random
import sys
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from corpus_authors import DIALOGUES, HERE, THRESHOLD, with_role
from corpus_dialogues import CLICK, Dialogue, sequences, training
from published_models import Begun, begun, padded
from reader_file import kept_head, kept_layers, take_up_head, take_up_layers
from trained_file import digest

from desk.rules.normalise import fold
from desk.rules.reader.body import spelling_of
from desk.rules.repetition.reader import LONGEST, SpeltDialogue, spelt
from desk.rules.repetition.reading import Message
from desk.rules.repetition.told import MOST_EARLIER
from desk.signs_files import DIALOGUES as FILES
from desk.signs_files import SECONDS

ROUNDS, AT_ONCE = 3, 24
# Steps of learning: of the layers, of the heads, and until they are as large as this.
STEP, STEP_OF_HEADS, WARM = 1.5e-4, 1e-3, 60
# So many layers, those nearest to the words, stay as they were begun.
FIRM = 2
# Nobody is surer than this of a label; a first honest asking after an answer is a repetition to this degree.
SURE, ONCE = 0.98, 0.2
# What was missed by less is read again in a later round with this chance only.
EASY, AGAIN = 0.1, 0.5
# One that goes on with further authors learns in smaller steps, and reads this share of the others in each round.
ROUNDS_ON, STEPS_ON, SHARE_ON = 2, 0.5, 0.2
# How much it counts which earlier messages are on one matter.
SAME = 0.3
# So many dialogues go on with what another begins with, which is a new matter; into so many others are put.
ANOTHER, BETWEEN = 0.25, 0.35
# Which messages are on one matter is not always known.
UNKNOWN = math.nan


class Lesson(NamedTuple):
    """A dialogue in pieces, whether its last message is the same again, and which earlier ones are on its matter.

    `same` is `UNKNOWN` where the author did not say.
    """

    read: SpeltDialogue
    again: float
    same: list[float]
    id: str
    label: str


class Pupil(torch.nn.Module):
    """The reader as it learns: the layers, and what judges what they make of the messages."""

    def __init__(self, first: Begun) -> None:
        super().__init__()
        self.layers = first.layers
        for firm in (self.layers.embeddings, *self.layers.encoder.layer[:FIRM]):
            firm.requires_grad_(requires_grad=False)
        for layer in self.layers.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        self.again, self.same = torch.nn.Linear(768, 1), torch.nn.Linear(768, 1)
        self.forget = torch.nn.Dropout(0.1)

    def forward(self, read: Sequence[SpeltDialogue]) -> tuple[Any, list[Any]]:
        """For each dialogue how far it is the same again, and how far each of its earlier messages is on its matter."""
        ids, there = padded([each.pieces for each in read])
        hidden = self.layers(input_ids=ids, attention_mask=there).last_hidden_state
        again, same = [], []
        for rows, each in zip(hidden, read, strict=True):
            own, *others = (rows[span].mean(0) for span in each.messages)
            again.append(torch.cat([own, rows[each.messages[0].stop : len(each.pieces)].mean(0)]))
            same.append(torch.stack([torch.cat([own, other]) for other in others]))
        return self.again(self.forget(torch.stack(again)))[:, 0], [self.same(self.forget(one))[:, 0] for one in same]


def lessons(found: Sequence[tuple[str, str, Dialogue]], spelling: Any, *, mixed: bool) -> list[Lesson]:
    """One for each message after an answer; where `mixed`, matters of other dialogues are put between and after."""
    openings: dict[bool, list[str]] = {True: [], False: []}
    for _, _, told in found:
        openings[_japanese(told)].append(told[0][0].message)
    made = []
    for name, _, told in found:
        firsts = openings[_japanese(told)]
        for at, (last, label) in enumerate(told):
            if not at or not last.answered_before or label in ("", CLICK):
                continue
            before = [(message, _known(told[:at], label)) for message, each in told[:at] if each != CLICK]
            if mixed and random.random() < BETWEEN:  # noqa: S311
                before = _with_others(before, last, firsts)
            made.append(_lesson(name, before, last, label, spelling))
            if mixed and random.random() < ANOTHER:  # noqa: S311
                made.append(_another(name, before, last, random.choice(firsts), spelling))  # noqa: S311
    return made


def _japanese(told: Dialogue) -> bool:
    return any(letter > "\u3000" for letter in told[0][0].message)


def _another(name: str, before: Sequence[tuple[Message, float]], last: Message, first: str, spelling: Any) -> Lesson:
    """The dialogue and behind it what another one begins with."""
    others = [(message, 1 - SURE) for message, _ in (*before, (last, 0.0)) if message.message != first]
    return _lesson(name, others, replace(last, message=first), "new", spelling)


def _known(before: Dialogue, label: str) -> float:
    """Whether the earlier messages are on the matter of one with this label, where that can be known."""
    if label in ("new", "fine-other"):
        return 1 - SURE
    return SURE if [each for _, each in before].count("new") == 1 else UNKNOWN


def _with_others(
    before: Sequence[tuple[Message, float]], last: Message, firsts: Sequence[str]
) -> list[tuple[Message, float]]:
    """One or two other matters of the same sender put between, as if each had come at the time of its neighbour."""
    put = list(before)
    for _ in range(random.choice((1, 1, 2))):  # noqa: S311
        at = random.randint(0, len(put))  # noqa: S311
        near = put[max(at - 1, 0)][0]
        message = replace(near, message=random.choice(firsts), email=last.email, name=last.name)  # noqa: S311
        if all(message.message != other.message for other, _ in put):
            put.insert(at, (message, 1 - SURE))
    return put


def _lesson(name: str, before: Sequence[tuple[Message, float]], last: Message, label: str, spelling: Any) -> Lesson:
    newest = before[::-1][:MOST_EARLIER]
    read = spelt(spelling, last, [message for message, _ in newest])
    again = {"again": SURE, "once": ONCE}.get(label, 1 - SURE)
    return Lesson(read, again, [same for _, same in newest[: len(read.messages) - 1]], name, label)


def train(pupil: Pupil, given: Sequence[Lesson], further: AbstractSet[str]) -> None:
    """So many rounds with the lessons; where there are further dialogues, a share of the others is enough.

    It is reckoned with half of the digits, which is enough to learn by and takes half of the time or less.
    """
    rounds, steps, again = (ROUNDS_ON, STEPS_ON, SHARE_ON) if further else (ROUNDS, 1.0, AGAIN)
    learning = [weight for weight in pupil.layers.parameters() if weight.requires_grad]
    heads = [*pupil.again.parameters(), *pupil.same.parameters()]
    descent = torch.optim.AdamW([{"params": learning}, {"params": heads}], lr=STEP, weight_decay=0.01)
    pupil.train()
    missed = [0.0 if further and lesson.id not in further else math.inf for lesson in given]
    for turn in range(rounds):
        chosen = [at for at, miss in enumerate(missed) if miss > EASY or random.random() < again]  # noqa: S311
        chosen.sort(key=lambda at: len(given[at].read.pieces) + 12 * random.random())  # noqa: S311
        together = [chosen[at : at + AT_ONCE] for at in range(0, len(chosen), AT_ONCE)]
        random.shuffle(together)
        for number, some in enumerate(together):
            left = 1 - (turn + number / len(together)) / rounds
            pace = steps * max(0.03, left) * (min(1.0, number / WARM) if turn == 0 else 1.0)
            for part, step in zip(descent.param_groups, (STEP, STEP_OF_HEADS), strict=True):
                part["lr"] = step * pace
            with torch.autocast("cpu", dtype=torch.bfloat16):
                off, of_same = _missed(pupil, [given[at] for at in some])
            for at, miss in zip(some, off.tolist(), strict=True):
                missed[at] = miss
            descent.zero_grad()
            (off.mean() + SAME * of_same).backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            descent.step()
            if number % 25 == 0:
                print(f"round {turn + 1}, {number} of {len(together)}: {off.mean().item():.3f}", flush=True)  # noqa: T201
    pupil.eval()


def _missed(pupil: Pupil, some: Sequence[Lesson]) -> tuple[Any, Any]:
    again, same = pupil([lesson.read for lesson in some])
    again, same = again.float(), [one.float() for one in same]
    off = torch.nn.functional.binary_cross_entropy_with_logits
    missed = off(again, torch.tensor([lesson.again for lesson in some]), reduction="none")
    said, wanted = torch.cat(same), torch.tensor([one for lesson in some for one in lesson.same])
    known = ~wanted.isnan()
    return missed, off(said[known], wanted[known]) if known.any() else torch.tensor(0.0)


def told_by(pupil: Pupil, unread: Sequence[Lesson]) -> None:
    """Print how many repetitions of authors it has not read are over what so many other messages are over."""
    with torch.no_grad():
        said = [(pupil([lesson.read])[0].item(), lesson.label) for lesson in unread]
    others = sorted((value for value, label in said if label not in ("again", "once")), reverse=True)
    for share in (0.005, 0.01, 0.02, 0.03, 0.05):
        least = others[int(share * len(others))]
        found = [value > least for value, label in said if label == "again"]
        once = [value > least for value, label in said if label == "once"]
        print(f"{share:.1%} of {len(others)} over {least:.2f}: {sum(found)}/{len(found)}, once {sum(once)}/{len(once)}")  # noqa: T201


def _begins(pupil: Pupil, which: str) -> str:
    """Give the second reader the layers of that of Japanese inquiries, and tell what the pupil begins from."""
    if which == "first":
        return "a published model"
    with np.load(SECONDS["ja"]) as held:
        take_up_layers(pupil.layers, held)
    return digest(SECONDS["ja"])


def _goes_on(pupil: Pupil, file: Path) -> str:
    """Give the pupil what is in the file, and tell its SHA-256."""
    with np.load(file) as held:
        take_up_layers(pupil.layers, held)
        take_up_head("again", pupil.again, held)
        take_up_head("same", pupil.same, held)
    return digest(file)


def main(which: str, further: Sequence[str] = ()) -> None:
    """Write the reader's file; with further authors it goes on from the one that is there."""
    random.seed(0)
    torch.manual_seed(0)
    unread = with_role(THRESHOLD, DIALOGUES)
    found = [*training(), *sequences()]
    texts = [fold(message.message).text for _, author, told in found if author not in unread for message, _ in told]
    rows = (json.loads(line) for path in (HERE / "screening").glob("*.jsonl") for line in path.open(encoding="utf-8"))
    texts += [fold(row[field]).text for row in rows for field in ("subject", "message", "text") if row.get(field)]
    first = begun(texts)
    spelling = spelling_of(first.vocabulary, first.likely)
    given = [one for one in found if one[1] not in unread]
    if unknown := set(further) - {author for _, author, _ in given}:
        raise SystemExit(f"no dialogues by {', '.join(sorted(unknown))} to train on")
    pupil = Pupil(first)
    before = _goes_on(pupil, FILES[which]) if further else _begins(pupil, which)
    known = {name for name, author, _ in given if author in further}
    train(pupil, lessons(given, spelling, mixed=True), known)
    held = kept_layers(pupil.layers, first, LONGEST) | kept_head("again", pupil.again) | kept_head("same", pupil.same)
    np.savez(FILES[which], **held)
    told_by(pupil, lessons([one for one in found if one[1] in unread], spelling, mixed=False))
    print(f"{FILES[which].name}: {digest(FILES[which])}, trained from {before}: write it into readers.toml")  # noqa: T201


if __name__ == "__main__":
    named = [names.split(",") for names in sys.argv[2:]]
    if len(named) > 1 or not all(map(all, named)) or sys.argv[1:2] not in [[which] for which in FILES]:
        raise SystemExit("usage: .venv/bin/python corpus/train_dialogue_reader.py first|second [AUTHOR,AUTHOR…]")
    main(sys.argv[1], named[0] if named else ())
