"""A sign that is only tried flags nobody, and the worker keeps that it was seen: leads are to see how it would fare."""

from collections.abc import Callable

from own_sign import OWN

from desk.context import Context
from desk.delivery import worker
from desk.rules.conduct import load
from desk.rules.conduct.ledger import TRIAL, Seen, Sighting
from desk.store import ledger, reviews

from .conftest import screening_by


def test_what_a_sign_on_trial_sees_is_counted_and_the_inquiry_goes_to_its_desk(
    desk: Context, send: Callable[..., str]
) -> None:
    receipt = send("ねりきり万歳！ ねりきり万歳！")

    worker.screen(screening_by(desk, load({"own.toml": OWN + "trial = true\n"})))

    assert ledger.seen(desk.store) == [Seen(Sighting("own.slogan", "act.insult", TRIAL), None, 1)]
    case = reviews.case(desk.store, receipt)
    assert case is not None
    assert (case.state, case.assessment.findings, case.assessment.suppressed) == ("clean", [], [])
