"""What is told once an inquiry has been decided, or is sent on."""

from collections.abc import Iterator

from desk.rules import review
from desk.rules.organisation import Organisation
from desk.rules.review import Outcome, State
from desk.rules.routing.cues import SERVICE
from desk.staff import covers, words
from desk.store.outbox import Mail
from desk.store.reviews import Case

FIELDS = ("name", "company", "subject", "message")


def of(organisation: Organisation, case: Case, decided: str, after: State) -> list[Mail]:
    """The mails that follow when an inquiry comes into the state `after`: none as long as it waits for somebody."""
    outcome = review.known_outcome(decided)
    return [_letter(organisation, case, outcome)] if outcome and after in ("released", "refused") else []


def sent_on(case: Case, to: str) -> Mail:
    """The mail by which an inquiry is sent on to the desk or service `to`.

    A desk gets what the first one got; for a service, the sender is told where to turn, and nothing is passed on.
    """
    if to.startswith(SERVICE):
        return Mail("referral", case.inquiry.language, payload={"service": to.removeprefix(SERVICE)})
    released = [decision.outcome for decision in case.decisions if decision.state_after == "released"]
    outcome = review.known_outcome(released[-1]) if released else None
    return _to_desk(case, to, outcome) if outcome else Mail("desk", case.inquiry.language, to)


def _letter(organisation: Organisation, case: Case, outcome: Outcome) -> Mail:
    return _to_desk(case, words.destination(organisation, case.inquiry.topic), outcome)


def _to_desk(case: Case, desk: str, outcome: Outcome) -> Mail:
    """The mail to the desk that answers, with the harsh words covered for good where the outcome asks for that."""
    payload = {"outcome": outcome, **(_covered(case) if outcome in review.MASKED else {})}
    return Mail(review.LETTERS[outcome], case.inquiry.language, desk, payload)


def _covered(case: Case) -> dict[str, str]:
    return {f"masked_{field}": review.masked(getattr(case.inquiry, field), _spans(case, field)) for field in FIELDS}


def _spans(case: Case, field: str) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, _ in covers.spans(case, field))
