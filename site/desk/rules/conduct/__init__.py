"""What in an inquiry suggests a covered act: signs, the context they stand in, findings that explain themselves."""

from desk.rules.conduct.examine import examine
from desk.rules.conduct.load import load
from desk.rules.conduct.opinion import Opinion
from desk.rules.conduct.shapes import URGENT, Cue, Examination, Finding, Sign, SignError, Signs, Suppressed

__all__ = [
    "URGENT",
    "Cue",
    "Examination",
    "Finding",
    "Opinion",
    "Sign",
    "SignError",
    "Signs",
    "Suppressed",
    "examine",
    "load",
]
