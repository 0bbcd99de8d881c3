"""Repetition: is this inquiry the same demand again after an answer, whatever its address, name, spelling or words."""

from desk.rules.repetition.answering import Sent, assess_answered
from desk.rules.repetition.assess import Repetition, assess
from desk.rules.repetition.bonds import MAILBOX, Bond, bond
from desk.rules.repetition.reading import Message
from desk.rules.repetition.senders import marks
from desk.rules.repetition.told import Heard, Hearer

__all__ = [
    "MAILBOX",
    "Bond",
    "Heard",
    "Hearer",
    "Message",
    "Repetition",
    "Sent",
    "assess",
    "assess_answered",
    "bond",
    "marks",
]
