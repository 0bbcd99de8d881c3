"""What is told once an inquiry has been decided, or is sent on."""

from collections.abc import Mapping

from desk.rules import review
from desk.rules.organisation import SERVICE
from desk.rules.review import Outcome, State
from desk.rules.verdicts import Verdict
from desk.staff import copies, covers
from desk.store.kinds import ELSEWHERE
from desk.store.outbox import Mail
from desk.store.reviews import Case, Decided


def of(to: str, case: Case, verdict: Verdict, after: State, masked: str | None = None) -> list[Mail]:
    """The mails to the desk `to` that follow when an inquiry comes into the state `after`: none as long as it waits.

    `masked` is the message as the reviewer wants it to be read, where the outcome asks for a masked copy.
    """
    outcome = review.known_outcome(verdict.outcome)
    if outcome is None or after not in ("released", "refused"):
        return []
    covered = masked is not None or outcome in review.MASKED | review.GRAVE
    return [_to_desk(case, to, outcome, _points(verdict), copies.fields(case, masked) if covered else {})]


def sent_on(case: Case, to: str) -> Mail:
    """The mail by which an inquiry is sent on to the desk or service `to`.

    A desk gets what the first one got; for a service, the sender is told where to turn, and nothing is passed on.
    """
    if to.startswith(SERVICE):
        return Mail("referral", case.inquiry.language, payload={"service": to.removeprefix(SERVICE)})
    released = next((one for one in reversed(case.decisions) if one.state_after == "released"), None)
    outcome = review.known_outcome(released.outcome) if released else None
    if released is None or outcome is None:
        return Mail("desk", case.inquiry.language, to)
    covered = review.is_masked(outcome, manner_acceptable=released.manner_acceptable)
    copy = copies.fields(case, released.masked_message) if covered else {}
    return _to_desk(case, to, outcome, _points(released), copy)


def elsewhere(case: Case, desk: str | None, to: str) -> Mail | None:
    """The mail that tells the desk which had an inquiry that it goes on to `to`; None where no desk had it."""
    return Mail(ELSEWHERE, case.inquiry.language, desk, {"to": to}) if desk else None


def _to_desk(case: Case, desk: str, outcome: Outcome, points: Mapping[str, str], copy: Mapping[str, str]) -> Mail:
    """The mail to the desk that answers; `copy` has the harsh words covered for good where it is to be spared them.

    Where somebody may be in despair or in danger, "care" tells the letter to say what comes first.
    """
    care = {"care": "yes"} if covers.urgent(case.assessment) else {}
    payload = {"outcome": outcome, **points, **care, **copy}
    return Mail(review.LETTERS[outcome], case.inquiry.language, desk, payload)


def _points(decided: Verdict | Decided) -> dict[str, str]:
    """What was answered to the two points, which the letter must not tell otherwise."""
    answered = {"reasonable": decided.request_reasonable, "acceptable": decided.manner_acceptable}
    return {point: "yes" if answer else "no" for point, answer in answered.items() if answer is not None}
