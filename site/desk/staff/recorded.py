"""What a decision did: told to whoever has just recorded it, with the letter that follows and to whom that goes."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from desk.context import Context
from desk.rules import review
from desk.rules.review import N_
from desk.staff import ways, words
from desk.store import visits
from desk.store.reviews import Case
from desk.store.routes import Way
from desk.store.sessions import Session

JUST: Final = timedelta(minutes=1)  # a browser is led back sooner, also on a weak connection

LEAVES: Final = N_("Recorded: %(outcome)s. %(desk)s is sent a letter: %(letter)s. The customer gets none from here.")
SAID: Final[Mapping[str, str]] = {
    "released": LEAVES,
    "refused": LEAVES,
    "escalated": N_(
        "Recorded: %(outcome)s. Until a second person has signed it, it has no effect and no letter leaves."
    ),
    "held": N_("Recorded. The inquiry waits for a reviewer again, and no letter leaves."),
}


async def said(desk: Context, me: Session, case: Case, way: Way) -> str:
    """The sentence, in the language of this person.

    It is empty where the last thing that was done with the inquiry was no decision of theirs, or was a while ago.
    """
    last = case.decisions[-1] if case.decisions else None
    if last is None or last.staff_id != me.staff.id or not last.at <= desk.now() < last.at + JUST:
        return ""
    outcome, message = review.known_outcome(last.outcome), SAID.get(last.state_after)
    if case.state != last.state_after or outcome is None or message is None:
        return ""
    # Whatever was done since, such as an answer or a forward, is what the page would have to confirm, not this.
    if await desk.store.run(visits.last_deed, case.inquiry.id) != (me.staff.id, last.at):
        return ""
    language = me.staff.language
    return desk.pages.translate(
        language,
        message,
        outcome=desk.pages.translate(language, review.OUTCOME_NAMES[outcome]),
        letter=desk.pages.translate(language, words.LETTERS[review.LETTERS[outcome]]),
        desk=desk.topic_name(ways.answering(desk.organisation, case, way), language),
    )
