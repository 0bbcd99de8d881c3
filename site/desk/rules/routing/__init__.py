"""The right place in one step: which service or desk an inquiry is about, and the words that say so."""

from desk.rules.routing.directory import Directory
from desk.rules.routing.recognition import Evidence, Recognised, Recognition, Sought, recognise, search

__all__ = ["Directory", "Evidence", "Recognised", "Recognition", "Sought", "recognise", "search"]
