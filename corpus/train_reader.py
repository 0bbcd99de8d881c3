"""Train a reader on corpus/screening/*.jsonl and write its file.

.venv/bin/python corpus/train_reader.py ja          (or en, wide, or both) anew
.venv/bin/python corpus/train_reader.py ja cy,cz    goes on from the file that is there, with these authors and a share
                                                    of the others; `both` of Japanese ones alone

The readers of one language begin from published models (`published_models.py`) and learn from its rows, in about an
hour and a half on one core. The second one of Japanese, of both languages, begins from the first and learns from the
English rows and from some Japanese ones, so as not to forget them; the second one of English, `wide`, begins from a
larger published model and reads the rows once: an hour on two cores each. All is reckoned with half of the digits,
which is enough to learn by and takes half of the time where the processor knows how. Each needs what
corpus/train-requirements.txt names, which the desk itself does not. Authors who set thresholds (`authors.tsv`) are left
out: they tell `corpus/train_weights.py`, which has to be run after it, how far the readers can be trusted. A reader
that goes on keeps the layers that its listener shares, which hears what it heard; its file names it. On another
machine the last digits come out otherwise, so it prints what `readers.toml` has to say of the files.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import math
import random
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from lessons import Lesson, Text, lessons, texts
from published_models import Begun, begun, begun_in_english, begun_wide, padded
from reader_file import kept, knows_distances, taken_up
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from trained_file import digest, put_beside, shared_by

from desk.rules.conduct.opinion_features import LANGUAGES, windows
from desk.rules.reader.body import spelling_of
from desk.rules.reader.spelling import Spelling
from desk.signs_files import LISTENERS, READERS, SECONDS

FILES = {**READERS, "both": SECONDS["ja"], "wide": SECONDS["en"]}
# Steps of learning: of the head, and until they are as large as they are told to be.
STEP_OF_HEAD, WARM = 1e-3, 60
# Nobody is surer than this of a label.
SURE = 0.98
# One that goes on from itself with further authors learns in smaller steps, so as not to forget the others.
STEPS_ON = 0.5
# What was missed by less is read again in a later round with this chance only: the time goes to what is hard.
EASY, AGAIN = 0.16, 0.4
# What need not be read in full: the language of the reader from which one begins; and for the wide reader, whose only
# round is long, what the authors before this one wrote, who wrote most.
KNOWN_TO, NEWER = {"both": "ja"}, "cc"
# How much the right act counts beside the right flag.
ACT = 0.2


class Way(NamedTuple):
    """How a reader is taught: its languages, how many rounds anew, how large the steps of its layers are.

    So many layers, those nearest to the words, stay as they were begun: what words mean is known already. This share of
    the texts is read with a harmless one before or after it: letters say other things as well. Of what need not be read
    in full this share is in each round, and what was missed. One that goes on with further authors takes so many
    rounds, with this share of all other rows, and reads these of its languages alone.
    """

    languages: Sequence[str]
    rounds: int
    step: float = 2e-4
    firm: int = 2
    mixed: float = 0.4
    share: float = 1.0
    rounds_on: int = 2
    share_on: float = 0.15
    languages_on: Sequence[str] = LANGUAGES


WAYS = {
    **{language: Way([language], 3) for language in LANGUAGES},
    "both": Way(LANGUAGES, 2, share=0.25, languages_on=["ja"]),
    # Four times as large, it learns in smaller steps, and a round takes it as long as three take the others.
    "wide": Way(["en"], 1, step=8e-5, firm=3, mixed=0.25, share=0.5, rounds_on=1, share_on=0.1),
}


class Pupil(torch.nn.Module):
    """The reader as it learns: the layers, and from the mean of what they make of the pieces a value and the acts."""

    def __init__(self, first: Begun, acts: Sequence[str], firm_layers: int) -> None:
        super().__init__()
        self.layers, self.acts = first.layers, acts
        apart = [self.layers.encoder.relative_attention_bias] if knows_distances(first.layers) else []
        for firm in (self.layers.embeddings, *apart, *self.layers.encoder.layer[:firm_layers]):
            firm.requires_grad_(requires_grad=False)
        for layer in self.layers.encoder.layer:
            near = layer.attention
            # To forget what is near what costs a tenth of the time and was not seen to help; the wide one was taught
            # without forgetting what came of it, too.
            for forgets in (near, near.attn) if knows_distances(first.layers) else (near.self,):
                forgets.dropout.p = 0.0
        self.head = torch.nn.Linear(self.layers.config.hidden_size, 1 + len(acts))
        self.forget = torch.nn.Dropout(0.1)

    def forward(self, read: Sequence[list[int]]) -> Any:
        """The value of each window and what tells for each act."""
        ids, there = padded(read)
        hidden = self.layers(input_ids=ids, attention_mask=there).last_hidden_state
        mean = (hidden * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return self.head(self.forget(mean))


def what_begins(which: str, found: Sequence[Text]) -> Begun:
    """The published model that this reader begins from, with the pieces that these texts need."""
    if which in (alone := {"en": begun_in_english, "wide": begun_wide}):
        return alone[which]()
    return begun((field for text in found if text.language == "en" for field in text.fields), longest=None)


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
    way = WAYS[which]
    rounds, steps = (way.rounds_on, STEPS_ON) if further else (way.rounds, 1.0)
    known = [text.author not in further if further else _is_known(which, text) for text in found]
    share = way.share_on if further else way.share
    again = [share if is_known else AGAIN for is_known in known]
    missed = [0.0 if is_known else math.inf for is_known in known]
    learning = [weight for weight in pupil.layers.parameters() if weight.requires_grad]
    parts = [{"params": learning, "lr": way.step}, {"params": pupil.head.parameters(), "lr": STEP_OF_HEAD}]
    descent = torch.optim.AdamW(parts, weight_decay=0.01)
    pupil.train()
    for turn in range(rounds):
        chosen = [at for at, miss in enumerate(missed) if miss > EASY or random.random() < again[at]]  # noqa: S311
        together = lessons(found, chosen, spelling, way.mixed)
        for number, lesson in enumerate(together):
            pace = steps * _pace(turn, number, len(together), rounds)
            for part, step in zip(descent.param_groups, (way.step, STEP_OF_HEAD), strict=True):
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


def _is_known(which: str, text: Text) -> bool:
    newer = len(text.author) == len(NEWER) and text.author >= NEWER
    return text.language == KNOWN_TO.get(which) or (which == "wide" and not newer)


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
    found = texts(WAYS[which].languages)
    learnt = [text for text in found if not further or text.language in WAYS[which].languages_on]
    if unknown := set(further) - {text.author for text in learnt}:
        raise SystemExit(f"no rows by {', '.join(sorted(unknown))} to train on")
    first = what_begins(which, found)
    check(found, first)
    acts = sorted({text.act for text in found if text.act})
    begun_from = FILES[which if further else KNOWN_TO[which]] if further or which in KNOWN_TO else None
    before = digest(begun_from) if begun_from else "a published model"
    listener = LISTENERS.get(which) if further else None
    firm = WAYS[which].firm
    pupil = Pupil(first, acts, max(firm, shared_by(listener, before)) if listener else firm)
    if begun_from:
        with np.load(begun_from) as held:
            taken_up(pupil, held, acts)
    train(pupil, learnt, spelling_of(first.vocabulary, first.likely), which, further)
    np.savez(FILES[which], **kept(pupil, first, acts))
    print(f"{FILES[which].name}: {digest(FILES[which])}, trained from {before}: write it into readers.toml")  # noqa: T201
    if listener:
        print(f"{listener.name}: {put_beside(listener, FILES[which])}, the same, beside it: likewise")  # noqa: T201


if __name__ == "__main__":
    named = [names.split(",") for names in sys.argv[2:]]
    if len(sys.argv) not in {2, 3} or sys.argv[1] not in FILES or not all(map(all, named)):
        raise SystemExit(f"usage: .venv/bin/python corpus/train_reader.py {'|'.join(FILES)} [AUTHOR,AUTHOR…]")
    main(sys.argv[1], named[0] if named else ())
