"""Repetition: is this inquiry the same demand again after an answer, whatever its address, name, spelling or words."""

from desk.rules.repetition.assess import Repetition, assess
from desk.rules.repetition.reading import Message

__all__ = ["Message", "Repetition", "assess"]
