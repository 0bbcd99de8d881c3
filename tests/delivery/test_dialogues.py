"""What the reader of dialogues adds at the desk: a weaker finding, or one not counted, and no harm where it fails."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.context import Context
from desk.delivery import worker
from desk.rules.repetition import Heard, Message

from .conftest import Clock
from .test_repetition import AGAIN_CALMLY, CALMLY, DEMAND, KEN, UNSAID, answered, before, brought, case_of

Send = Callable[..., str]


def hearing(desk: Context, heard: Heard | None) -> Context:
    """The desk with a reader that always hears this, or fails."""

    class Always:
        def hear(self, _last: Message, _earlier: Sequence[Message]) -> Heard:
            if heard is None:
                raise ValueError("this is no reader")
            return heard

    ruleset = replace(desk.ruleset, hearer=Always())
    return replace(desk, read_ruleset=lambda: ruleset)


def screened(desk: Context, receipt: str) -> str:
    worker.screen(desk)
    return receipt


def asked_twice(desk: Context, send: Send, clock: Clock) -> set[str]:
    """A demand, its answer, and a day before now the demand once more."""
    first = brought(desk, clock, send, DEMAND)
    answered(desk, clock, first)
    second = brought(desk, clock, send, CALMLY)
    clock.forward(timedelta(days=1))
    return {first, second}


def test_what_the_reader_of_dialogues_alone_sees_is_held_as_a_weaker_finding(
    desk: Context, send: Send, clock: Clock
) -> None:
    first = brought(desk, clock, send, DEMAND)
    answered(desk, clock, first)

    case = case_of(desk, brought(desk, clock, send, UNSAID))

    assert (case.state, case.assessment.severity) == ("held", "low")
    (finding,) = case.assessment.findings
    assert (finding["sign"], finding["strength"], finding["repeats"]) == ("repetition.heard", "medium", [first])
    assert before(desk, case.inquiry.receipt) == [first]


def test_what_the_reader_hears_changes_nothing_before_an_answer(desk: Context, send: Send, clock: Clock) -> None:
    brought(desk, clock, send, DEMAND)

    assert case_of(desk, brought(desk, clock, send, UNSAID)).state == "clean"


def test_what_the_rule_takes_for_a_repetition_and_the_reader_does_not_is_shown_and_not_counted(
    desk: Context, send: Send, clock: Clock
) -> None:
    earlier = asked_twice(desk, send, clock)

    case = case_of(desk, screened(hearing(desk, Heard(-9.0, (9.0, 9.0))), send(AGAIN_CALMLY, **KEN)))

    assert (case.state, case.assessment.findings) == ("clean", [])
    (seen,) = case.assessment.suppressed
    assert (seen["reason"], set(seen["finding"]["repeats"])) == ("dialogue", earlier)


@pytest.mark.parametrize("heard", [None, Heard(9.0, (-9.0, 9.0))], ids=["as shipped", "very sure"])
def test_answers_of_another_matter_do_not_count_for_the_reader_either(
    desk: Context, send: Send, clock: Clock, heard: Heard | None
) -> None:
    brought(desk, clock, send, DEMAND)
    other = brought(desk, clock, send, "会社案内を一部送ってください。")
    answered(desk, clock, other)

    at_work = hearing(desk, heard) if heard else desk
    assert case_of(desk, screened(at_work, send(UNSAID, **KEN))).state == "clean"


def test_a_reader_that_fails_holds_the_inquiry_with_what_its_words_tell(
    desk: Context, send: Send, clock: Clock
) -> None:
    receipt = brought(desk, clock, send, DEMAND)
    answered(desk, clock, receipt)
    clock.forward(timedelta(days=3))
    case = case_of(desk, screened(hearing(desk, None), send(f"もう死にたいです。{UNSAID}", **KEN)))

    assert (case.state, case.assessment.unjudged, before(desk, case.inquiry.receipt)) == ("held", "ValueError", [])
    assert case.assessment.failed is None
    assert [cue["care"] for cue in case.assessment.care] == ["self-harm"]


def test_a_reader_that_fails_leaves_the_judgement_to_the_rule(desk: Context, send: Send, clock: Clock) -> None:
    earlier = asked_twice(desk, send, clock)

    case = case_of(desk, screened(hearing(desk, None), send(AGAIN_CALMLY, **KEN)))

    assert (case.assessment.unjudged, case.assessment.failed) == ("ValueError", None)
    assert set(case.assessment.findings[0]["repeats"]) == earlier
