"""A desk is told in one line where contact with a mailbox is restricted, or support was refused; nothing is held."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from ruling import ruled

from desk.context import Context
from desk.delivery import worker
from desk.store import reviews

from .conftest import Clock, Letterbox, body

Send = Callable[..., str]

HARSH = "お前ら全員殺してやる。今から包丁を持ってそっちに行くからな。"
CALM = "ドメインの更新方法を教えてください。"
KEN = {"name": "佐藤 健", "email": "ken@example.jp"}
RESTRICTED = {
    "ja": "2026年11月24日から書面（メール）のみ",
    "en": "since 24 November 2026, contact with this e-mail address is restricted",
}
REFUSED = {
    "ja": "2026年11月24日に別のお問い合わせで対応をお断り",
    "en": "was refused on 24 November 2026 on another inquiry",
}
SAID = {"restricted": RESTRICTED, "refusal": REFUSED, "police-legal": REFUSED}


@pytest.fixture
def against(desk: Context, send: Send, clock: Clock) -> Callable[[str], str]:
    """Have an inquiry by Ken decided so: its receipt."""

    def decided(outcome: str) -> str:
        receipt = send(HARSH, **KEN)
        worker.screen(desk)
        ruled(desk.store, receipt, outcome, clock())
        clock.forward(timedelta(days=3))
        return receipt

    return decided


def to_desk(desk: Context, send: Send, language: str = "ja", **typed: str) -> str:
    """What the desk is told of one more inquiry, which has to be clean."""
    receipt = send(CALM, language=language, **{**KEN, "topic": "ir", **typed})
    worker.screen(desk)
    case = reviews.case(desk.store, receipt)
    assert case
    assert case.state == "clean"
    letterbox = Letterbox()
    while worker.deliver(desk, letterbox):
        pass
    topic = typed.get("topic", "ir")
    mailbox = desk.organisation.desk(topic).mailbox
    (text,) = [body(one) for one in letterbox.letters if one["To"] == mailbox and receipt in body(one)]
    return text


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("outcome", SAID)
def test_what_is_in_force_is_told_with_its_day_and_its_receipt(
    desk: Context, send: Send, against: Callable[[str], str], outcome: str, language: str
) -> None:
    earlier = against(outcome)

    told = to_desk(desk, send, language, email="Ken@example.jp")

    (line,) = [line for line in told.splitlines() if earlier in line]
    assert SAID[outcome][language] in line
    assert str(desk.organisation.review_mailbox) in told
    assert [word for word in ("警察", "police") if word in told] == []


def test_of_several_the_last_of_each_kind_is_told(desk: Context, send: Send, against: Callable[[str], str]) -> None:
    receipts = [against(outcome) for outcome in ("restricted", "restricted", "refusal", "police-legal")]

    told = to_desk(desk, send)

    assert [receipt in told for receipt in receipts] == [False, True, False, True]


@pytest.mark.parametrize("outcome", ["warning", "release-masked"])
def test_what_asks_nothing_of_the_desk_is_not_told(
    desk: Context, send: Send, against: Callable[[str], str], outcome: str
) -> None:
    earlier = against(outcome)

    assert earlier not in to_desk(desk, send)


@pytest.mark.parametrize(
    "typed", [{"email": "sato@example.org"}, {"topic": "whistleblowing"}, {"topic": "whistleblowing", "email": ""}]
)
def test_nobody_of_the_same_name_and_no_restricted_desk_is_told(
    desk: Context, send: Send, against: Callable[[str], str], typed: dict[str, str]
) -> None:
    earlier = against("refusal")

    assert earlier not in to_desk(desk, send, **typed)
