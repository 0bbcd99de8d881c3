"""An emergency is told to the staff on call at once, in a letter that holds nothing of the inquiry."""

import dataclasses
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from desk.context import Context
from desk.delivery import worker
from desk.store import outbox

from .conftest import Letterbox, body

Send = Callable[..., str]

ON_CALL = "on-call@example.com"
ARMED = "今から包丁を持ってそっちに行くからな。"
INSULTING = "お前らは無能なクズだ。"


def to_the_staff_on_call(desk: Context) -> list[EmailMessage]:
    letterbox = Letterbox()
    worker.screen(desk)
    while worker.deliver(desk, letterbox):
        pass
    return [letter for letter in letterbox.letters if letter["To"] == ON_CALL]


@pytest.mark.parametrize("message", [ARMED, "もう死にたいです。今夜で終わりにします。"])
def test_danger_to_anybody_is_told_without_a_word_of_the_inquiry(desk: Context, send: Send, message: str) -> None:
    receipt = send(message, subject="件名の言葉", name="山田花子")

    (letter,) = to_the_staff_on_call(desk)

    said = letter["Subject"] + body(letter)
    assert f"https://desk.example.jp/staff/inquiries/{receipt}" in said
    assert [word for word in (message, "件名の言葉", "山田花子", "hanako@example.jp") if word in said] == []
    assert letter["Reply-To"] is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", "緊急のものは、ほかのお問い合わせより先に、受付の古い順に表示されます。"),
        ("en", "emergencies come before everything else, the oldest first."),
    ],
)
def test_the_letter_says_where_in_the_queue_the_inquiry_is(desk: Context, send: Send, language: str, said: str) -> None:
    send(ARMED, language=language)
    (letter,) = to_the_staff_on_call(desk)
    assert said in body(letter)


@pytest.mark.parametrize("message", [INSULTING, "ドメインの更新方法を教えてください。"])
def test_nothing_less_is_told(desk: Context, send: Send, message: str) -> None:
    send(message)
    assert to_the_staff_on_call(desk) == []


def test_nobody_is_told_where_the_organisation_names_nobody(desk: Context, send: Send) -> None:
    alone = dataclasses.replace(desk, organisation=dataclasses.replace(desk.organisation, emergency_mailbox=None))
    send(ARMED)
    assert to_the_staff_on_call(alone) == []
    assert outbox.given_up(desk.store) == 0


def test_a_letter_for_whom_nobody_is_named_any_more_is_shown_to_staff(desk: Context, send: Send) -> None:
    send(ARMED)
    worker.screen(desk)
    alone = dataclasses.replace(desk, organisation=dataclasses.replace(desk.organisation, emergency_mailbox=None))

    assert to_the_staff_on_call(alone) == []

    (item,) = outbox.stuck(desk.store)
    assert (item.kind, item.why) == ("emergency", "there is no emergency_mailbox in the organisation file")
