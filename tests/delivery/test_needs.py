"""A need that only the wording tells of is screened like a sign of care."""

from collections.abc import Callable

from desk.context import Context
from desk.delivery import worker
from desk.rules.conduct.shapes import BY_WORDING
from desk.store import reviews

Send = Callable[..., str]


def test_a_need_that_only_the_wording_tells_of_is_held_first_and_kept_once(desk: Context, send: Send) -> None:
    message = "請求書の件です。来月からは妻あてにお願いします、私はもうこの世におりませんので。"
    receipt = send(message)

    worker.screen(desk)

    case = reviews.case(desk.store, receipt)
    assert case is not None
    assert (case.state, case.assessment.severity) == ("held", "emergency")
    (cue,) = case.assessment.care
    assert (cue["care"], cue["sign"], cue["text"]) == ("self-harm", BY_WORDING, message[cue["start"] : cue["end"]])
    assert case.assessment.opinion is not None
    assert "needs" not in case.assessment.opinion
