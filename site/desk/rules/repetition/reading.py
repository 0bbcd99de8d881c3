"""One message and what is read from it, each thing only when it is asked for."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final

from desk.rules.normalise import Folded, undisguise
from desk.rules.reader.spelling import JAPANESE
from desk.rules.repetition import pressure
from desk.rules.repetition.senders import Sender, sender
from desk.rules.repetition.wording import Wording, folded, line, wording

# Being asked "can't you read Japanese?" says nothing about what the asker can read.
_TAUNT: Final = re.compile(
    r"(?:日本語|耳|目|人の話|話)[^、。!?]{0,8}な(?:い|かった)(?:の(?:か|です)|んです?か|わけ)|"
    r"\bare you (?:\w+ )?(?:blind|deaf|disabled)|deaf ears"
)
_GREAT: Final = re.compile(r"\d[\d,]{3,}")
_LITTLE: Final = 3.0  # "me again about my ex, any chance of it?"
_MOST_BARE: Final = 0.5  # "hurry up, I am waiting" has no words of its own


@dataclass(frozen=True, slots=True)
class Message:
    """One message: when it came (aware), from whom, and whether its sender had been answered before it."""

    at: datetime
    email: str
    name: str
    message: str
    answered_before: bool


class Reading:
    """A message at its place (from 0) in the sequence that was given."""

    def __init__(self, place: int, message: Message) -> None:
        self.place, self.message = place, message

    @cached_property
    def sender(self) -> Sender:
        """Address and name, folded."""
        return sender(self.message.email, self.message.name)

    @cached_property
    def text(self) -> str:
        """The text as signs are looked for in it: folded, taunts left out."""
        return _TAUNT.sub(" ", folded(self.message.message))

    @cached_property
    def line(self) -> str:
        """The text as near-equality is measured on it."""
        return line(self.text)

    @cached_property
    def wording(self) -> Wording:
        """The words that make its matter."""
        found = _undone(self.text)
        signed = wording(folded(self.message.name)).words
        words = {word: weighs for word, weighs in found.words.items() if word not in signed or word[0] in "#="}
        return replace(found, words=words)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What makes its matter easy to find again: names of things, and great amounts as they are written."""
        return self.wording.names | frozenset(_GREAT.findall(self.text))

    @cached_property
    def insists(self) -> bool:
        """Whether it rejects the answer or means to go on."""
        return self.campaigns or pressure.INSISTING.search(self.text) is not None

    @cached_property
    def campaigns(self) -> bool:
        """Whether it announces that it will go on."""
        return pressure.CAMPAIGN.search(self.text) is not None

    @cached_property
    def presses(self) -> bool:
        """Whether it insists, or shows that it knows of an earlier message or answer."""
        return self.insists or pressure.CONTACT.search(self.text) is not None

    @cached_property
    def counts(self) -> bool:
        """Whether it says itself that it is at least the third asking."""
        return pressure.COUNTED.search(self.text) is not None

    @cached_property
    def hurries(self) -> bool:
        """Whether it sets a time or asks "once more"."""
        return pressure.HURRYING.search(self.text) is not None

    @cached_property
    def speaks(self) -> bool:
        """Whether it speaks of what was said before, if only to put it aside: "I know, but"."""
        return self.presses or pressure.REFERRING.search(self.text) is not None

    @property
    def refers(self) -> bool:
        """Whether it speaks of what was said before, or at least hurries, which a new request may do as well."""
        return self.speaks or self.hurries

    @cached_property
    def resumes(self) -> bool:
        """Whether it goes on, after an answer, with what its writer says to have asked before."""
        return self.message.answered_before and pressure.RESUMING.search(self.text) is not None

    @property
    def leans(self) -> bool:
        """Whether it says too little of its own to be understood without what came before.

        Who scorns speaks of what was said before only where there is nothing else: “you billed me, you idiots” is news.
        """
        if not self.speaks or sum(self.wording.words.values()) > _LITTLE:
            return False
        return self.bare or _speaks(pressure.SCORN.sub(" ", self.text))

    @property
    def bare(self) -> bool:
        """Whether it says nothing of its own: "how much longer?"."""
        return sum(self.wording.words.values()) <= _MOST_BARE


def _speaks(text: str) -> bool:
    signs = (pressure.INSISTING, pressure.CAMPAIGN, pressure.CONTACT, pressure.REFERRING)
    return any(sign.search(text) for sign in signs)


def _undone(text: str) -> Wording:
    """The wording of a text, and where no Japanese stands in it the words of r3fund and r-e-f-u-n-d as well.

    What names a thing, and amounts, stay as they were written: a1b2c3 is an order.
    """
    told = wording(text)
    plain = text if JAPANESE.search(text) else undisguise(Folded(text)).text
    if plain == text:
        return told
    read = wording(plain)
    named = {word: weighs for word, weighs in told.words.items() if word in told.names or word[0] == "="}
    words = {word: weighs for word, weighs in read.words.items() if word not in read.names and word[0] != "="}
    return replace(told, words=words | named, topics=read.topics)
