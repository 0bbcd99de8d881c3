"""Train a reader on corpus/screening/*.jsonl and write its file.

.venv/bin/python corpus/train_reader.py ja          (or en, or both) anew
.venv/bin/python corpus/train_reader.py ja cy,cz    goes on from the file that is there, with these authors and a share
                                                    of the others

The readers of one language begin from published models (`published_models.py`) and learn from its rows, in about an
hour and a half on one core. The second one, of both languages, begins from the Japanese one and learns from the English
rows and from some Japanese ones, so as not to forget them: an hour on two cores. It is reckoned with half of the
digits, which is enough to learn by and takes half of the time where the processor knows how. Each needs what
corpus/train-requirements.txt names, which the desk itself does not. Authors who set thresholds (`authors.tsv`) are left
out: they tell `corpus/train_weights.py`, which has to be run after it, how far the readers can be trusted. A reader
that goes on keeps the layers that its listener shares, which hears what it heard; its file names it. On another
machine the last digits come out otherwise, so it prints what `readers.toml` has to say of the files.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
import math
import random
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from corpus_authors import HERE, INQUIRIES, TRAINING, check_named, with_role
from letters import letter
from published_models import Begun, begun, begun_in_english, padded
from reader_file import kept, taken_up
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from trained_file import digest, put_beside, shared_by

from desk.rules.conduct.opinion_features import LANGUAGES, windows
from desk.rules.normalise import fold
from desk.rules.reader.body import spelling_of
from desk.rules.reader.spelling import Spelling
from desk.signs_files import LISTENERS, READERS, SECOND

FILES = {**READERS, "both": SECOND}
ROUNDS = {"ja": 3, "en": 3, "both": 2}
AT_ONCE = 48
# Steps of learning: of the layers, of the head, and until they are as large as this.
STEP, STEP_OF_HEAD, WARM = 2e-4, 1e-3, 60
# So many layers, those nearest to the words, stay as they were begun: what words mean is known already.
FIRM = 2
# Nobody is surer than this of a label.
SURE = 0.98
# One that goes on from itself with further authors learns in smaller steps, so as not to forget the others.
ROUNDS_ON, STEPS_ON, SHARE_ON = 2, 0.5, 0.15
# What was missed by less is read again in a later round with this chance only: the time goes to what is hard.
EASY, AGAIN = 0.16, 0.4
# One that goes on from the reader of a language reads this share of that language's rows in each round, and what it
# missed besides.
KNOWN_TO, SHARE = {"both": "ja"}, 0.25
# How much the right act counts beside the right flag.
ACT = 0.2
# This share of the texts is read with a harmless one before or after it: letters say other things as well.
MIXED, SHORT, AFTER = 0.4, {"ja": 140, "en": 280}, 0.6


class Text(NamedTuple):
    """The language, the author and the folded fields of one row, whether it is to be flagged, and its act."""

    language: str
    author: str
    fields: list[str]
    flag: bool
    act: str | None


class Lesson(NamedTuple):
    """The windows of some texts by the numbers of their pieces; for each window, which text it is of.

    `numbers` are those of the texts among all.
    """

    windows: list[list[int]]
    of: list[int]
    texts: list[Text]
    numbers: list[int]


class Pupil(torch.nn.Module):
    """The reader as it learns: the layers, and from the mean of what they make of the pieces a value and the acts."""

    def __init__(self, first: Begun, acts: Sequence[str], firm_layers: int) -> None:
        super().__init__()
        self.layers, self.acts = first.layers, acts
        for firm in (self.layers.embeddings, *self.layers.encoder.layer[:firm_layers]):
            firm.requires_grad_(requires_grad=False)
        for layer in self.layers.encoder.layer:
            # To forget what is near what costs a tenth of the time and was not seen to help.
            layer.attention.self.dropout.p = 0.0
        self.head = torch.nn.Linear(384, 1 + len(acts))
        self.forget = torch.nn.Dropout(0.1)

    def forward(self, read: Sequence[list[int]]) -> Any:
        """The value of each window and what tells for each act."""
        ids, there = padded(read)
        hidden = self.layers(input_ids=ids, attention_mask=there).last_hidden_state
        mean = (hidden * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return self.head(self.forget(mean))


def texts(languages: Sequence[str]) -> list[Text]:
    """The rows of every author to train on, folded as the desk folds them."""
    paths = sorted((HERE / "screening").glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    check_named(INQUIRIES, {(row["lang"], row["author"]) for row in rows})
    read = {language: with_role(TRAINING, INQUIRIES, language) for language in languages}
    found = []
    for row in rows:
        flag = row["label"] == "flag"
        named = flag and (row.get("name") or row.get("company"))
        if row["author"] in read.get(row["lang"], ()) and not named:
            fields = [fold(row[field]).text for field in ("subject", "message", "text") if row.get(field)]
            fields = [field for field in fields if field.strip()]
            found.append(Text(row["lang"], row["author"], fields, flag, row["act"]))
    return found


def lessons(found: Sequence[Text], chosen: Sequence[int], spelling: Spelling) -> list[Lesson]:
    """The chosen texts in random order, those of about one length together."""
    others: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for text in found:
        if not text.flag and len(text.fields[-1]) < SHORT[text.language]:
            others[text.language].append(text.fields[-1])
    read = [(number, _windows(_mixed(found[number], others), found[number].language, spelling)) for number in chosen]
    read = [(number, own) for number, own in read if own]
    read.sort(key=lambda one: max(map(len, one[1])) + random.random())  # noqa: S311
    together = [read[at : at + AT_ONCE] for at in range(0, len(read), AT_ONCE)]
    random.shuffle(together)
    return [_lesson(found, some) for some in together]


def _lesson(found: Sequence[Text], some: Sequence[tuple[int, list[list[int]]]]) -> Lesson:
    own = [(window, at) for at, (_, each) in enumerate(some) for window in each]
    numbers = [number for number, _ in some]
    return Lesson([window for window, _ in own], [at for _, at in own], [found[number] for number in numbers], numbers)


def _mixed(text: Text, others: Mapping[str, Sequence[str]]) -> list[str]:
    if random.random() > MIXED:  # noqa: S311
        return text.fields
    other, own = random.choice(others[text.language]), text.fields[-1]  # noqa: S311
    pair = (own, other) if random.random() < AFTER else (other, own)  # noqa: S311
    return [*text.fields[:-1], letter(*pair, text.language)]


def _windows(fields: Sequence[str], language: str, spelling: Spelling) -> list[list[int]]:
    own = [window for field in fields for window in windows(field) if window.language == language]
    return [spelling.read(window.text)[1] for window in own]


def check(found: Sequence[Text], first: Begun) -> None:
    """Another's spelling of the same vocabulary gives the same numbers: without it the layers would learn gibberish."""
    numbers = {piece: number for number, piece in enumerate(first.vocabulary)}
    if first.likely is None:
        theirs = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]"))  # noqa: S106 (no password)
        theirs.normalizer, theirs.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    else:
        theirs = Tokenizer(models.Unigram(list(zip(first.vocabulary, first.likely, strict=True)), unk_id=2))
        theirs.pre_tokenizer = pre_tokenizers.Metaspace()
    spell, unknown = spelling_of(first.vocabulary, first.likely).spell, 2 if first.likely else numbers["[UNK]"]
    own = {(window.text, window.language) for row in found for field in row.fields for window in windows(field)}
    for text in (text.strip() for text, language in own if first.likely or language == "en"):
        ours = [piece for part in spell(text) for piece in part.pieces]
        # Runs of unknown letters are one piece there, and nothing is learnt of them.
        if unknown not in ours and ours != theirs.encode(text).ids:
            raise SystemExit(f"“{text}” is spelt in another way")


def train(pupil: Pupil, found: Sequence[Text], spelling: Spelling, which: str, further: Sequence[str]) -> None:
    """So many rounds with the texts; of those that it knows, by their language or author, a share is enough."""
    rounds, steps = (ROUNDS_ON, STEPS_ON) if further else (ROUNDS[which], 1.0)
    known = [text.author not in further if further else text.language == KNOWN_TO.get(which) for text in found]
    again = [(SHARE_ON if further else SHARE) if is_known else AGAIN for is_known in known]
    missed = [0.0 if is_known else math.inf for is_known in known]
    learning = [weight for weight in pupil.layers.parameters() if weight.requires_grad]
    parts = [{"params": learning, "lr": STEP}, {"params": pupil.head.parameters(), "lr": STEP_OF_HEAD}]
    descent = torch.optim.AdamW(parts, weight_decay=0.01)
    pupil.train()
    for turn in range(rounds):
        chosen = [at for at, miss in enumerate(missed) if miss > EASY or random.random() < again[at]]  # noqa: S311
        together = lessons(found, chosen, spelling)
        for number, lesson in enumerate(together):
            pace = steps * _pace(turn, number, len(together), rounds)
            for part, step in zip(descent.param_groups, (STEP, STEP_OF_HEAD), strict=True):
                part["lr"] = step * pace
            with torch.autocast("cpu", dtype=torch.bfloat16):
                read = pupil(lesson.windows)
            by_text, of_acts = _missed(read.float(), lesson, pupil.acts)
            for at, miss in zip(lesson.numbers, by_text.tolist(), strict=True):
                missed[at] = miss
            loss = by_text.mean() + ACT * of_acts
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            descent.step()
            if number % 50 == 0:
                print(f"round {turn + 1}, lesson {number} of {len(together)}: loss {loss.item():.3f}", flush=True)  # noqa: T201
    pupil.eval()


def _pace(turn: int, number: int, lessons: int, rounds: int) -> float:
    """How large the steps are: small at first and ever smaller towards the end."""
    left = 1 - (turn + number / lessons) / rounds
    return max(0.02, left) if turn or number >= WARM else number / WARM


def _missed(said: Any, lesson: Lesson, acts: Sequence[str]) -> tuple[Any, Any]:
    """How far what was said is off for each text, which is as its worst window, and for the acts to be named."""
    values = said[:, 0].tolist()
    own: list[list[int]] = [[] for _ in lesson.texts]
    for window, text in enumerate(lesson.of):
        own[text].append(window)
    worst = [max(windows, key=values.__getitem__) for windows in own]
    wanted = torch.tensor([SURE if text.flag else 1 - SURE for text in lesson.texts])
    missed = torch.nn.functional.binary_cross_entropy_with_logits(said[worst, 0], wanted, reduction="none")
    named = [(window, acts.index(text.act)) for window, text in zip(worst, lesson.texts, strict=True) if text.act]
    if not named:
        return missed, torch.tensor(0.0)
    told = said[[window for window, _ in named], 1:]
    return missed, torch.nn.functional.cross_entropy(told, torch.tensor([act for _, act in named]))


def main(which: str, further: Sequence[str] = ()) -> None:
    """Write the reader's file; with further authors it goes on from the one that is there."""
    random.seed(0)
    torch.manual_seed(0)
    found = texts(LANGUAGES if which == "both" else (which,))
    if unknown := set(further) - {text.author for text in found}:
        raise SystemExit(f"no rows by {', '.join(sorted(unknown))} to train on")
    english = (field for text in found if text.language == "en" for field in text.fields)
    first = begun_in_english() if which == "en" else begun(english, longest=None)
    check(found, first)
    acts = sorted({text.act for text in found if text.act})
    begun_from = FILES[which if further else KNOWN_TO[which]] if further or which in KNOWN_TO else None
    before = digest(begun_from) if begun_from else "a published model"
    listener = LISTENERS.get(which) if further else None
    pupil = Pupil(first, acts, max(FIRM, shared_by(listener, before)) if listener else FIRM)
    if begun_from:
        with np.load(begun_from) as held:
            taken_up(pupil, held, acts)
    train(pupil, found, spelling_of(first.vocabulary, first.likely), which, further)
    np.savez_compressed(FILES[which], **kept(pupil, first, acts))
    print(f"{FILES[which].name}: {digest(FILES[which])}, trained from {before}: write it into readers.toml")  # noqa: T201
    if listener:
        print(f"{listener.name}: {put_beside(listener, FILES[which])}, the same, beside it: likewise")  # noqa: T201


if __name__ == "__main__":
    named = [names.split(",") for names in sys.argv[2:]]
    if len(sys.argv) not in {2, 3} or sys.argv[1] not in FILES or not all(map(all, named)):
        raise SystemExit(f"usage: .venv/bin/python corpus/train_reader.py {'|'.join(FILES)} [AUTHOR,AUTHOR…]")
    main(sys.argv[1], named[0] if named else ())
