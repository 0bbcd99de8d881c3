"""What screening decides is who reads first; no fault of it loses an inquiry or keeps back another."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.context import Context
from desk.delivery import repetition, screening, worker
from desk.delivery.repetition import Judged
from desk.rules.organisation import Organisation
from desk.store import reviews
from desk.store.engine import Store, StoreUnavailable
from desk.store.records import StoredInquiry
from desk.store.screening import Assessment
from desk.store.tables import INQUIRY

from .conftest import Clock, screening_by

Send = Callable[..., str]

CALM = "ドメインの更新方法を教えてください。"
HARSH = "お前ら全員殺してやる。今から包丁を持ってそっちに行くからな。"


def state(desk: Context, receipt: str) -> str:
    case = reviews.case(desk.store, receipt)
    assert case is not None
    return case.state


@pytest.mark.parametrize(
    ("message", "language", "expected"),
    [
        (CALM, "ja", "clean"),
        (HARSH, "ja", "held"),
        ("How do I renew my domain?", "en", "clean"),
        ("I will come to your office with a knife and kill every one of you.", "en", "held"),
    ],
)
def test_a_clean_inquiry_goes_to_its_desk_and_a_flagged_one_is_held(
    desk: Context, send: Send, message: str, language: str, expected: str
) -> None:
    receipt = send(message, language=language)

    worker.screen(desk)

    assert state(desk, receipt) == expected


def test_a_finding_is_kept_with_its_act_and_its_exact_words(desk: Context, send: Send) -> None:
    receipt = send(HARSH)

    worker.screen(desk)

    case = reviews.case(desk.store, receipt)
    assert case is not None
    assert {"act.violence", "act.threat"} & set(case.assessment.acts)
    spans = [(found["start"], found["end"]) for found in case.assessment.findings]
    assert [HARSH[start:end] for start, end in spans] == [found["text"] for found in case.assessment.findings]
    assert {found["field"] for found in case.assessment.findings} == {"message"}
    assert case.assessment.ruleset == desk.ruleset.version


def test_an_inquiry_whose_screening_fails_is_held_for_a_person(desk: Context, send: Send) -> None:
    receipt = send(CALM)

    worker.screen(screening_by(desk, None))

    case = reviews.case(desk.store, receipt)
    assert case is not None
    assert (case.state, case.assessment.failed) == ("held", "AttributeError")


UNKEPT: dict[str, tuple[dict[str, Any], str]] = {
    "a severity that nobody knows": ({"severity": "dreadful"}, "KeyError"),
    "what no JSON can say": ({"findings": [{"act": "act.insult", "sign": "s", "start": {1, 2}}]}, "TypeError"),
    "half a character": ({"care": [{"care": "distress", "text": "\ud800"}]}, "UnicodeEncodeError"),
    "no findings at all, where none would be an empty list": ({"findings": None}, "TypeError"),
}


@pytest.mark.parametrize(("found", "fault"), UNKEPT.values(), ids=UNKEPT)
def test_an_assessment_that_cannot_be_kept_holds_its_inquiry_and_no_other(
    desk: Context, send: Send, monkeypatch: pytest.MonkeyPatch, found: dict[str, Any], fault: str
) -> None:
    broken, whole = send("x"), send(CALM)
    examined = screening.assessment

    def strange(context: Context, inquiry: StoredInquiry) -> Assessment:
        return dataclasses.replace(examined(context, inquiry), **found if inquiry.message == "x" else {})

    monkeypatch.setattr(screening, "assessment", strange)
    worker.screen(desk)

    case = reviews.case(desk.store, broken)
    assert case is not None
    assert (case.state, case.assessment.failed) == ("held", fault)
    assert state(desk, whole) == "clean"
    assert worker.screen(desk) == 0


def test_a_fault_between_the_rules_and_the_store_holds_the_inquiry(
    desk: Context, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = send(CALM)
    monkeypatch.setattr(Organisation, "desk_of", lambda *_: 1 / 0)

    worker.screen(desk)

    case = reviews.case(desk.store, receipt)
    assert case is not None
    assert (case.state, case.assessment.failed) == ("held", "ZeroDivisionError")


def test_a_database_that_is_away_fails_no_screening(desk: Context, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = send(CALM)

    def away(*_: object, **__: object) -> None:
        raise StoreUnavailable

    with monkeypatch.context() as patched:
        patched.setattr("desk.store.screening.record", away)
        patched.setattr(Store, "ready", lambda _: False)
        for _ in range(screening.TRIES + 1):
            with pytest.raises(StoreUnavailable):
                worker.screen(desk)
    assert state(desk, receipt) == "received"

    worker.screen(desk)
    assert state(desk, receipt) == "clean"


def test_a_person_who_may_be_in_danger_is_read_first_by_a_person(desk: Context, send: Send) -> None:
    danger, disability = (
        send("もう死にたいです。どこにも相談できません。"),
        send("耳が聞こえないので電話はできません。"),
    )
    worker.screen(desk)
    assert (state(desk, danger), state(desk, disability)) == ("held", "clean")


def stubborn(of: str) -> Callable[..., Judged]:
    """A judgement that takes the database too long for one message, and for no other."""
    judged = repetition.judged

    def judging(context: Context, inquiry: StoredInquiry) -> Judged:
        if inquiry.message == of:
            raise StoreUnavailable("OperationalError")
        return judged(context, inquiry)

    return judging


def test_what_only_one_inquiry_makes_the_database_fail_at_holds_that_one_and_no_other(
    desk: Context, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, whole = send("x"), send(CALM)
    monkeypatch.setattr(repetition, "judged", stubborn("x"))

    worker.screen(desk)

    case = reviews.case(desk.store, broken)
    assert case is not None
    assert (case.state, case.assessment.failed) == ("held", "StoreUnavailable")
    assert state(desk, whole) == "clean"
    assert worker.screen(desk) == 0


def test_what_fails_for_a_moment_is_tried_again_and_not_held(
    desk: Context, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = send(CALM)
    judged = repetition.judged
    failing = [StoreUnavailable("OperationalError")] * (screening.TRIES - 1)

    def judging(context: Context, inquiry: StoredInquiry) -> Judged:
        if failing:
            raise failing.pop()
        return judged(context, inquiry)

    monkeypatch.setattr(repetition, "judged", judging)
    worker.screen(desk)

    assert state(desk, receipt) == "clean"


def test_once_stopped_it_leaves_what_waits_to_the_next_process(desk: Context, send: Send, clock: Clock) -> None:
    first = send(CALM)
    clock.forward(timedelta(seconds=1))
    second = send(CALM)

    assert worker.screen(desk, lambda: state(desk, first) == "clean") == 1

    assert (state(desk, first), state(desk, second)) == ("clean", "received")
    assert worker.screen(desk) == 1


def test_a_store_that_was_closed_keeps_nobody_from_stopping(desk: Context, send: Send) -> None:
    """Told to stop in the middle of an inquiry, the worker finds the store closed: that is no fault of the inquiry."""
    waiting = send(CALM)
    desk.store.close()
    with pytest.raises(StoreUnavailable):
        worker.screen(desk)
    assert (desk.store.ready(), state(desk, waiting)) == (False, "received")


def test_an_inquiry_that_cannot_even_be_held_waits_and_keeps_no_other_waiting(
    desk: Context, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, whole = send("x"), send(CALM)

    def away(*_: object, **__: object) -> None:
        raise StoreUnavailable

    with monkeypatch.context() as patched:
        patched.setattr(repetition, "judged", stubborn("x"))
        patched.setattr("desk.store.screening.hold", away)
        assert worker.screen(desk) == 1
    assert (state(desk, broken), state(desk, whole)) == ("received", "clean")

    worker.screen(desk)
    assert state(desk, broken) == "clean"


def test_a_row_that_refuses_to_be_held_keeps_no_other_waiting_and_is_tried_again(
    desk: Context, send: Send, clock: Clock
) -> None:
    broken = [send("x") for _ in range(3)]
    clock.forward(timedelta(seconds=1))
    rows = select(INQUIRY.c.id).where(INQUIRY.c.receipt.in_(broken))
    ids = ", ".join(
        f"'{one}'" for one in desk.store.look(lambda connection, _: connection.execute(rows).scalars().all())
    )
    whole = [send(CALM) for _ in range(2)]
    with desk.store._writing.begin() as connection:
        refuses = f"BEFORE UPDATE ON assessment WHEN old.inquiry_id IN ({ids}) BEGIN SELECT RAISE(ABORT, 'no'); END"
        connection.exec_driver_sql(f"CREATE TRIGGER refuses {refuses}")
    assert screening.screen(desk, 2) == 2
    assert [state(desk, receipt) for receipt in (*broken, *whole)] == ["received"] * 3 + ["clean"] * 2
    with desk.store._writing.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER refuses")
    assert worker.screen(desk) == 3
    assert [state(desk, receipt) for receipt in broken] == ["clean"] * 3
