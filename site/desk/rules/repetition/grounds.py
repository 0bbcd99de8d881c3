"""Why a message is the same demand again after an answer, where nothing speaks against that."""

from typing import Final

from desk.rules.repetition.objections import asked_without_excuse
from desk.rules.repetition.reading import Reading

READS_SO: Final = "reads like the same demand again"
GOES_ON: Final = "announces to go on"
INSISTS: Final = "insists, or rejects the answer"
MORE_THAN_ONCE: Final = "asked more than once after an answer"
COUNTS: Final = "says how often it was asked"
PRESSES: Final = "presses on after the answer and adds nothing"
SAME_TEXT: Final = "says the same after the answer and adds nothing"


def ground(last: Reading, same: list[Reading], *, heard: bool) -> str:
    """Say what makes `last` a repetition of `same`; `heard`: no sign of the rule but the readers alone."""
    if heard:
        return READS_SO
    signs = ((GOES_ON, last.campaigns), (INSISTS, last.insists), (MORE_THAN_ONCE, asked_without_excuse(same) > 0))
    weaker = ((COUNTS, last.counts), (PRESSES, last.presses))
    return next((why for why, holds in (*signs, *weaker) if holds), SAME_TEXT)
