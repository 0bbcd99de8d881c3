"""`desk show` tells of a repetition, of a screening that is behind and of the desk's own hold what their page tells."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from kept import CLEAN

from desk.commands import main
from desk.rules import retention
from desk.store.engine import Store
from desk.store.screening import TOO_LATE, record, unscreened

Capture = pytest.CaptureFixture[str]
Send = Callable[..., str]


def shown(capsys: Capture, receipt: str, *options: str) -> str:
    capsys.readouterr()
    assert main(["show", receipt, *options]) == 0
    return " ".join(capsys.readouterr().out.split())


def day(ago: int) -> str:
    return (datetime.now(UTC) - timedelta(days=ago)).date().isoformat()


@pytest.fixture
def again(send: Send, closed: Send, store: Store) -> Callable[[str], tuple[str, str]]:
    """Two inquiries, of nine and of four days ago, of which the screening takes the second for a repetition."""

    def brought(sign: str) -> tuple[str, str]:
        first, second = closed("返金してください。", days=9), send("納得できません。返金してください。", days=4)
        (inquiry,) = unscreened(store, 1)
        place = {"field": "message", "start": 0, "end": 0, "text": "", "view": "plain"}
        named = {"act": "act.repetition", "sign": sign, "strength": "medium", "repeats": [first], **place}
        found = replace(CLEAN, flagged=True, severity="low", findings=[named])
        record(store, inquiry.id, found, "general", datetime.now(UTC)).result()
        return first, second

    return brought


def test_a_repetition_is_told_with_what_it_repeats_and_the_answer_that_came_before_it(
    again: Callable[[str], tuple[str, str]], capsys: Capture
) -> None:
    first, second = again("repetition")
    assert "Answered on" not in shown(capsys, second)
    for ago in (7, 1):
        assert main(["answered", first, "--at", day(ago)]) == 0
    said = shown(capsys, second)
    assert f"Repeats: {first}" in said
    assert f"Answered on: {day(7)}" in said
    assert "No sign of the rules says so" not in said


@pytest.mark.parametrize(
    ("language", "why"),
    [("en", "No sign of the rules says so"), ("ja", "ルールで繰り返しと判定できる表現はありません")],
)
def test_one_that_the_readers_alone_hear_says_so(
    again: Callable[[str], tuple[str, str]], capsys: Capture, language: str, why: str
) -> None:
    _, second = again("repetition.heard")
    assert why.replace(" ", "") in shown(capsys, second, "--language", language).replace(" ", "")


@pytest.mark.parametrize(
    ("late", "said"), [(False, "is still being screened"), (True, "The screening has stopped or is behind")]
)
def test_what_is_not_screened_says_whether_it_should_have_been(
    send: Send, capsys: Capture, *, late: bool, said: str
) -> None:
    days = 1 + TOO_LATE // timedelta(days=1) if late else 0
    assert said in shown(capsys, send("一通目です。", days=days))


def test_the_desks_own_reason_for_a_hold_quotes_nobody_and_is_told_while_words_are_covered(
    receipt: str, capsys: Capture
) -> None:
    assert main(["hold", receipt, "--reason", retention.EVIDENCE]) == 0
    assert retention.EVIDENCE in shown(capsys, receipt)
