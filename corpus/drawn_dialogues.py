"""Dialogues drawn at random: several matters given to one sender, which are no repetition whatever they sound like.

The seed is fixed, so that the same corpus gives the same draws.
"""

# ruff: noqa: INP001, S311 (these scripts lie beside the texts, they are no package; chance is wanted, not secrecy)
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from corpus_dialogues import Dialogue

from desk.rules.repetition import Message
from desk.rules.repetition.answering import Sent

SEED = 2026
SMALLEST, LARGEST = 3, 5
BETWEEN = timedelta(days=4)


class Pool(NamedTuple):
    """What one language's draws are made of: first messages, and demands that came again with no answer yet."""

    firsts: list[Message]
    waiting: list[tuple[Message, Message]]


def pool(dialogues: Sequence[Dialogue]) -> Pool:
    """What these dialogues, of one language, have for draws."""
    firsts = [told[0][0] for told in dialogues]
    waiting = [(told[0][0], told[1][0]) for told in dialogues if [label for _, label in told[:2]] == ["new", "wait"]]
    return Pool(firsts, waiting)


def several_matters(firsts: Sequence[Message], times: int) -> Iterator[list[Message]]:
    """Three to five first messages of different dialogues as those of one sender, each answered before the next."""
    chance = random.Random(SEED)
    for _ in range(times):
        chosen = chance.sample(firsts, chance.randint(SMALLEST, LARGEST))
        yield [_of(chosen[0], message, at) for at, message in enumerate(chosen)]


def beside_another(drawn: Pool, times: int) -> Iterator[list[Sent]]:
    """A demand, another matter of the same sender, which alone is answered, and the demand once more."""
    chance = random.Random(SEED)
    for _ in range(times):
        first, again = chance.choice(drawn.waiting)
        other = chance.choice([message for message in drawn.firsts if message != first])
        three = [_of(first, message, at) for at, message in enumerate((first, other, again))]
        answers = [(), (three[1].at + BETWEEN / 2,), ()]
        yield [Sent(one.at, one.email, one.name, one.message, given) for one, given in zip(three, answers, strict=True)]


def _of(sender: Message, message: Message, place: int) -> Message:
    at = sender.at + place * BETWEEN
    return replace(message, at=at, email=sender.email, name=sender.name, answered_before=place > 0)
