"""What the desk is told once an inquiry has been decided."""

from collections.abc import Iterator

from desk.rules import review
from desk.rules.organisation import Organisation
from desk.rules.review import Outcome, State
from desk.staff import covers, words
from desk.store.outbox import Mail
from desk.store.reviews import Case
from desk.store.screening import Assessment

FIELDS = ("name", "company", "subject", "message")


def of(organisation: Organisation, case: Case, decided: str, after: State) -> list[Mail]:
    """The mails that follow when an inquiry comes into the state `after`: none as long as it waits for somebody."""
    outcome = review.known_outcome(decided)
    return [_letter(organisation, case, outcome)] if outcome and after in ("released", "refused") else []


def _letter(organisation: Organisation, case: Case, outcome: Outcome) -> Mail:
    """The mail to the desk that answers, with the harsh words covered for good where the outcome asks for that."""
    payload = {"outcome": outcome, **(_covered(case) if outcome in review.MASKED else {})}
    desk = words.destination(organisation, case.inquiry.topic)
    return Mail(review.LETTERS[outcome], case.inquiry.language, desk, payload)


def _covered(case: Case) -> dict[str, str]:
    return {
        f"masked_{field}": review.masked(getattr(case.inquiry, field), _spans(case.assessment, field))
        for field in FIELDS
    }


def _spans(assessment: Assessment, field: str) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, _ in covers.spans(assessment, field))
