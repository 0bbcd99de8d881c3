"""`desk answered`: that an inquiry was answered, recorded from a script."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.commands import main
from desk.store import answers, audit, reviews, staff
from desk.store.answers import Answer
from desk.store.engine import Store
from desk.store.reviews import Decision
from desk.store.screening import Assessment, record, unscreened

Send = Callable[..., str]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def receipt(send: Send, store: Store, capsys: Capture) -> str:
    """The receipt of an inquiry that is with its desk."""
    sent = send("一通目です。")
    (inquiry,) = unscreened(store, 2)
    record(store, inquiry.id, Assessment(False, "none", [], [], []), "general").result()
    capsys.readouterr()
    return sent


def today() -> str:
    return datetime.now(ZoneInfo("Asia/Tokyo")).date().isoformat()


def given(receipt: str, capsys: Capture) -> list[datetime]:
    capsys.readouterr()
    assert main(["show", receipt, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    return [datetime.fromisoformat(answer["answered_at"]) for answer in shown["answers"]]


def test_an_answer_of_now_is_recorded_with_the_account_of_the_machine(
    receipt: str, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("LOGNAME", "operator")
    assert main(["answered", receipt.lower().replace("-", " ")]) == 0
    assert f"{receipt} was answered on {today()}" in capsys.readouterr().out
    (line,) = audit.recent(store)
    assert (line.what, line.receipt, line.detail) == ("answered", receipt, f"{today()} operator")
    (answered,) = given(receipt, capsys)
    assert timedelta(0) <= datetime.now(UTC) - answered < timedelta(minutes=1)


def test_the_day_may_be_named(receipt: str, capsys: Capture) -> None:
    assert main(["answered", receipt, "--at", today()]) == 0
    assert len(given(receipt, capsys)) == 1


def test_a_script_that_runs_again_records_nothing_twice(receipt: str, store: Store, capsys: Capture) -> None:
    said = []
    for _ in range(2):
        assert main(["answered", receipt]) == 0
        said.append(capsys.readouterr().out.split(":")[0])
    assert said == ["Recorded", "Already recorded"]
    assert len(given(receipt, capsys)) == 1
    assert [line.what for line in audit.recent(store)].count("answered") == 1


@pytest.mark.parametrize("day", ["2020-01-01", "2999-01-01", "yesterday"])
def test_a_day_that_cannot_be_is_refused(receipt: str, store: Store, capsys: Capture, day: str) -> None:
    assert main(["answered", receipt, "--at", day]) == 2
    assert "--at" in capsys.readouterr().err
    assert audit.recent(store) == []


def test_an_inquiry_that_no_desk_has_was_not_answered(send: Send, capsys: Capture) -> None:
    assert main(["answered", send("二通目です。")]) == 1
    assert "the inquiry is received: it has to reach a desk" in capsys.readouterr().err


def test_of_what_was_erased_nothing_is_recorded_any_more(closed: Send, capsys: Capture) -> None:
    receipt = closed("一通目です。")
    assert main(["erase", receipt, "--reason", "x", "--yes"]) == 0
    assert main(["answered", receipt]) == 1
    assert "the inquiry is erased: nothing can be recorded of it any more" in capsys.readouterr().err


def test_an_unknown_receipt_says_so(capsys: Capture) -> None:
    assert main(["answered", "0000-0000-0000-0000-0000"]) == 1
    assert "no inquiry" in capsys.readouterr().err


def test_the_notice_that_was_shown_is_told_with_its_version(receipt: str, capsys: Capture) -> None:
    assert main(["show", receipt, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["notice_version"] == "2026-10-01"


def test_who_is_refused_is_told_so_before_anything_is_recorded_as_an_answer(
    send: Send, store: Store, capsys: Capture
) -> None:
    receipt = send("二通目です。")
    (inquiry,) = unscreened(store, 2)
    record(store, inquiry.id, Assessment(True, "high", [], [], []), "general").result()
    aki, rin = (staff.add(store, name, "lead", "ja", "hash", "SECRET", datetime.now(UTC)).id for name in ("Aki", "Rin"))
    reviews.claim(store, receipt, aki, datetime.now(UTC))
    first = Decision(receipt, aki, datetime.now(UTC), False, False, ("act.threat",), "refusal", "脅迫")
    one = reviews.decide(store, first, "claimed", "escalated")
    reviews.decide(store, replace(first, staff_id=rin, confirms=one), "escalated", "refused")
    assert main(["answered", receipt]) == 1
    assert "has to be told so first" in capsys.readouterr().err
    assert given(receipt, capsys) == []
    answers.record(store, Answer(receipt, datetime.now(UTC), datetime.now(UTC), aki, notice=True))
    assert main(["answered", receipt]) == 0
