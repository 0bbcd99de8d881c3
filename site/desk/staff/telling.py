"""What the page of an inquiry and `desk show` say of what was found: each sentence stands here once, as a msgid."""

from datetime import datetime
from typing import Final

from desk.rules.review import N_
from desk.staff.found import Doubt, Entry
from desk.store import screening
from desk.store.reviews import Case

SUGGESTS: Final = N_("A finding suggests an act of the policy. Only you decide whether it is one.")
NOT_COUNTED: Final = N_("Seen and not counted, because %(why)s.")
BY_OPINION: Final = N_("Second opinion: unusual wording")
ESTIMATE: Final = N_("This is an estimate: no known expression was found, but the wording reads so. It may be wrong.")
HEARD: Final = N_(
    "No sign of the rules says so, but to the program the messages read together look like the same demand after an"
    " answer."
)
CYRILLIC: Final = N_("Some of their letters are Cyrillic and only look Latin.")
SCALE: Final = N_("(0 ordinary, 1 very unusual)")
ONE_GUESS: Final = N_("perhaps “%(act)s”")
TWO_GUESSES: Final = N_("perhaps “%(act)s”, or else “%(other)s”")
UNSCREENED: Final = N_("Nothing yet: it has not been screened.")
UNDER_WAY: Final = N_(
    "This inquiry is still being screened, so nobody has looked for harsh words yet and all of it is covered. Open it"
    " again in a moment."
)
LATE: Final = N_(
    "The screening has stopped or is behind, so nobody has looked for harsh words yet and all of it is covered. “desk"
    " doctor” says what to do."
)
FAILED: Final = N_(
    "The screening of this inquiry failed, so nobody looked for harsh words and none are covered. Read it with care."
)
UNJUDGED: Final = N_("It could not be told with certainty whether this repeats an earlier inquiry: please look.")
COVERED: Final = N_("--uncovered shows the covered words. That they were shown is recorded.")
COVERED_REASON: Final = N_("The reason may quote the inquiry. It is shown together with the covered words.")


def nothing(case: Case, doubt: Doubt | None, now: datetime) -> str:
    """What stands in the place of findings where there are none."""
    if doubt:
        return N_("No sign of the rules counts here, but the wording is rare in ordinary inquiries.")
    if case.state != "received":
        return N_("No covered act.")
    if screening.is_late(case.inquiry.received_at, now):
        return UNSCREENED
    return N_("Nothing yet: the screening is under way.")


def announces(one: Entry) -> str:
    """Why the words of a threat are those of another finding, whose number is to be filled in."""
    if one.besides:
        return N_(
            "Some of the words are those of finding %(number)s: it names what is announced, this one that it is"
            " announced."
        )
    return N_("The words are those of finding %(number)s: it names what is announced, this one that it is announced.")


def caution(doubt: Doubt) -> str:
    """How a second opinion is to be taken."""
    if doubt.only_mixed:
        return N_(
            "Words that mix Latin and Cyrillic letters are hardly ever written by chance. Read the text and judge for"
            " yourself."
        )
    return N_("A comparison with many inquiries, not a rule. It can be wrong: read the text and judge for yourself.")
