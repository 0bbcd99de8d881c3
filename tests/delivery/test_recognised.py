"""While an inquiry is screened, what it seems to be about is kept by our own words; that never decides anything."""

import dataclasses
from collections.abc import Callable

import pytest

from desk.context import Context
from desk.delivery import worker
from desk.store import outbox, reviews, routes
from desk.store.routes import Lead

Send = Callable[..., str]

ONAMAE = "お名前ドットコムの更新ができません。"


def test_what_is_recognised_is_kept_by_the_word_that_said_it(desk: Context, send: Send) -> None:
    about_a_service, about_nothing = send(ONAMAE), send("受付時間を教えてください。")
    worker.screen(desk)
    assert routes.way(desk.store, about_a_service).leads == (Lead("service:onamae", "お名前どっとこむ"),)
    assert routes.way(desk.store, about_nothing).leads == ()


@pytest.mark.parametrize("topic", ["general", "press", "service:lolipop"])
def test_the_desk_is_the_one_that_the_sender_chose_whatever_was_recognised(
    desk: Context, send: Send, topic: str
) -> None:
    send(ONAMAE, topic=topic)
    worker.screen(desk)
    (mail,) = [item for item in outbox.claim_due(desk.store, desk.now(), 10) if item.kind == "desk"]
    assert mail.desk == {"service:lolipop": "general"}.get(topic, topic)


def test_a_recognition_that_fails_keeps_no_inquiry_from_its_desk(desk: Context, send: Send) -> None:
    receipt = send(ONAMAE)
    worker.screen(dataclasses.replace(desk, directory=None))  # the worst fault
    case = reviews.case(desk.store, receipt)
    assert case is not None
    assert case.state == "clean"
    assert routes.way(desk.store, receipt).leads == ()


def test_a_referral_to_a_service_that_left_the_organisation_file_is_given_up_by_name(desk: Context, send: Send) -> None:
    receipt = send(ONAMAE)
    worker.screen(desk)
    case = reviews.case(desk.store, receipt)
    assert case is not None
    mail = outbox.Mail("referral", "ja", payload={"service": "sold"})
    desk.store.write(
        lambda connection, store, items: [
            outbox.enqueue(connection, store, case.inquiry.id, items, desk.now()) for _ in items
        ],
        mail,
    ).result()
    worker.deliver(desk, lambda _: None)
    assert [item.why for item in outbox.stuck(desk.store)] == ["there is no service 'sold' in the organisation file"]
