"""Readers of dialogues: whether the last message is the same demand again, and which earlier ones are on its matter.

Each reads the last message and behind it the earlier ones, the newest first, each under a line that says how long
before it came, whether an answer had been given, and whether address or name are others. Taught on the dialogues of the
corpus by `corpus/train_dialogue_reader.py` (`docs/repetition.md`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import fsum, inf
from typing import Final, NamedTuple

import numpy as np

from desk.rules.normalise import fold
from desk.rules.reader.body import Body, Held, body, lines, opened, pair, spelling_of
from desk.rules.reader.layer import Array, turn
from desk.rules.reader.spelling import Spelling
from desk.rules.repetition.reading import Message
from desk.rules.repetition.senders import sender
from desk.rules.repetition.told import MOST_EARLIER, Heard

LONGEST: Final = 500  # pieces of a whole dialogue: room for all messages that are given, each with its circumstances
_OF_LAST, _OF_EARLIER = 140, 60  # pieces of one message: its beginning and its end
_LETTERS: Final = 600  # at either end of a message: more than so many pieces have
_AGO: Final = (  # a second click, of minutes, is no matter of the reader's
    (timedelta(hours=20), "hours"),
    (timedelta(days=9), "days"),
    (timedelta(days=40), "weeks"),
    (timedelta.max, "months"),
)


class SpeltDialogue(NamedTuple):
    """The numbers of all pieces of a dialogue, and where each of its messages stands among them, the last one first."""

    pieces: list[int]
    messages: list[slice]


@dataclass(frozen=True, slots=True)
class DialogueReader:
    """What was learnt: how it spells, its layers, and how what they make of the messages is judged."""

    spelling: Spelling
    body: Body
    again: tuple[Array, Array]
    same: tuple[Array, Array]

    def hear(self, last: Message, earlier: Sequence[Message]) -> Heard:
        """What is made of a message and the earlier ones, the newest first."""
        read = spelt(self.spelling, last, earlier)
        (rows,) = self.body.made([read.pieces])
        own, *others = (rows[span].mean(axis=0) for span in read.messages)
        before = rows[read.messages[0].stop :].mean(axis=0) if others else np.zeros_like(own)
        again = turn(np.concatenate([own, before]), self.again)
        same = [float(turn(np.concatenate([own, other]), self.same)[0]) for other in others]
        return Heard(float(again[0]), (*same, *[-inf] * (len(earlier) - len(same))))


@dataclass(frozen=True, slots=True)
class Together:
    """Several readers: their mean counts, for they learnt in different ways and err in different places."""

    readers: tuple[DialogueReader, ...]

    def hear(self, last: Message, earlier: Sequence[Message]) -> Heard:
        """What they make of it on the average; of an earlier message that one of them does not reach, −∞."""
        heard = [reader.hear(last, earlier) for reader in self.readers]
        again, *same = (
            fsum(some) / len(heard) for some in zip(*((one.again, *one.same) for one in heard), strict=True)
        )
        return Heard(again, tuple(same))


def spelt(spelling: Spelling, last: Message, earlier: Sequence[Message]) -> SpeltDialogue:
    """A dialogue in pieces: to learn by, and afterwards."""
    pieces = [spelling.first, *_message(spelling, _answered(last), last.message, _OF_LAST)]
    messages = [slice(0, len(pieces))]
    for one in earlier[:MOST_EARLIER]:
        own = _message(spelling, ", ".join(_circumstances(one, last)), one.message, _OF_EARLIER)
        if len(pieces) + len(own) > LONGEST:
            break
        messages.append(slice(len(pieces), len(pieces) + len(own)))
        pieces += own
    return SpeltDialogue(pieces, messages)


def _circumstances(one: Message, last: Message) -> Iterable[str]:
    yield _answered(one)
    yield next(name for most, name in _AGO if last.at - one.at < most) + " ago"
    theirs, ours = sender(one.email, one.name), sender(last.email, last.name)
    if theirs.mailbox != ours.mailbox:
        yield "other address"
    if "".join(theirs.parts) != "".join(ours.parts):
        yield "other name"


def _answered(message: Message) -> str:
    return "answered" if message.answered_before else "waiting"


def _message(spelling: Spelling, circumstances: str, text: str, most: int) -> list[int]:
    if len(text) > 2 * _LETTERS:
        text = f"{text[:_LETTERS]} {text[-_LETTERS:]}"
    pieces = _pieces(spelling, fold(text).text)
    if len(pieces) > most:
        pieces = [*pieces[: most // 2], *pieces[-most // 2 :]]
    return [*_pieces(spelling, f"{circumstances}:"), *pieces, spelling.last]


def _pieces(spelling: Spelling, text: str) -> list[int]:
    return [piece for part in spelling.spell(text) for piece in part.pieces]


def read_reader(data: bytes) -> DialogueReader:
    """The reader of a file that `corpus/train_dialogue_reader.py` wrote; ValueError where it is none."""
    return opened(data, _reader, "corpus/train_dialogue_reader.py")


def _reader(held: Held) -> DialogueReader:
    spelling = spelling_of(lines(held["vocabulary"]), held["likely"])
    return DialogueReader(spelling, body(held, LONGEST), pair(held, "again"), pair(held, "same"))
