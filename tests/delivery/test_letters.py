"""What stands in the letters: to a sender nothing they typed and nothing of a flag, to a desk the whole inquiry."""

import dataclasses
import email
import email.policy
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.context import Context
from desk.delivery import worker
from desk.delivery.carriers import carrier
from desk.rules.organisation import Text
from desk.settings import Settings
from desk.store import outbox, screening
from desk.store.outbox import Mail
from desk.store.writer import each

from .conftest import Letterbox, body

Send = Callable[..., str]

CALM = "ドメインの更新方法を教えてください。"
SHIBUYA = Text(ja="〒150-8512 東京都渋谷区桜丘町26番1号", en="26-1 Sakuragaoka-cho, Shibuya-ku, Tokyo")
HARSH = "お前ら全員殺してやる。今から包丁を持ってそっちに行くからな。"


def test_sender_of_a_flagged_and_of_a_clean_inquiry_get_the_same_letter(desk: Context, send: Send) -> None:
    clean, flagged = send(CALM), send(HARSH)
    letterbox = Letterbox()
    worker.screen(desk)

    while worker.deliver(desk, letterbox):
        pass

    to_senders = [letter for letter in letterbox.letters if letter["To"] == "hanako@example.jp"]
    texts = {receipt: body(letter) for letter in to_senders for receipt in (clean, flagged) if receipt in body(letter)}
    assert texts[clean].replace(clean, "") == texts[flagged].replace(flagged, "")


def test_the_acknowledgement_holds_nothing_that_the_sender_typed(desk: Context, send: Send) -> None:
    send("見てください http://spam.example/ おすすめ", subject="激安", name="スパム太郎", company="悪質商事")
    letterbox = Letterbox()

    worker.deliver(desk, letterbox)

    (letter,) = letterbox.letters
    assert not {
        word for word in ("spam.example", "激安", "スパム太郎", "悪質商事") if word in letter.as_string() + body(letter)
    }
    assert letter["Auto-Submitted"] == "auto-replied"
    assert letter["Reply-To"] is None


@pytest.mark.parametrize(
    ("language", "received"),
    [
        ("ja", "受付日時：2026年11月24日 12:00（日本標準時）\n"),
        ("en", "Received: 24 November 2026, 12:00 (Japan Standard Time)\n"),
    ],
)
def test_the_moment_of_receipt_is_written_as_on_the_receipt_page(
    desk: Context, send: Send, language: str, received: str
) -> None:
    send(CALM, language=language)
    letterbox = Letterbox()

    worker.deliver(desk, letterbox)

    assert received in body(letterbox.letters[0])


def test_the_desks_letter_holds_the_whole_inquiry_and_answers_go_to_the_sender(desk: Context, send: Send) -> None:
    message = "一行目\r\n二行目 & <b>三</b>"
    receipt = send(message, topic="ir")
    letterbox = Letterbox()
    worker.screen(desk)

    while worker.deliver(desk, letterbox):
        pass

    (letter,) = [letter for letter in letterbox.letters if letter["To"] == desk.organisation.desk("ir").mailbox]
    assert "一行目\n二行目 & <b>三</b>" in body(letter)
    assert receipt in letter["Subject"]
    assert letter["Reply-To"] == "hanako@example.jp"
    assert letter["Auto-Submitted"] == "auto-generated"


def test_a_letter_to_a_desk_answers_nobody_even_where_the_sender_gave_no_address(desk: Context, send: Send) -> None:
    send(CALM, topic="whistleblowing", name="", email="")
    letterbox = Letterbox()
    worker.screen(desk)

    worker.deliver(desk, letterbox)

    (letter,) = letterbox.letters
    assert (letter["To"], letter["Reply-To"]) == ("whistleblowing@example.com", None)
    assert letter["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    ("topic", "address", "told"),
    [("rights-infringement", None, True), ("rights-infringement", SHIBUYA, False), ("ir", None, False)],
)
def test_a_desk_by_post_is_told_to_say_where_to_as_its_form_could_not(
    desk: Context, send: Send, topic: str, address: Text | None, *, told: bool
) -> None:
    send(CALM, topic=topic)
    there = dataclasses.replace(desk, organisation=dataclasses.replace(desk.organisation, address=address))
    letterbox = Letterbox()
    worker.screen(there)

    while worker.deliver(there, letterbox):
        pass

    (letter,) = [one for one in letterbox.letters if one["To"] == desk.organisation.desk(topic).mailbox]
    assert ("書面の送り先を、お客様にメールで" in body(letter)) is told


def test_a_desk_that_left_the_organisation_file_gives_its_letter_up_by_name(desk: Context, send: Send) -> None:
    send(CALM, topic="ir")
    worker.screen(desk)
    desks = tuple(one for one in desk.organisation.desks if one.id != "ir")
    without = dataclasses.replace(desk, organisation=dataclasses.replace(desk.organisation, desks=desks))

    worker.deliver(without, Letterbox())

    assert [letter.why for letter in outbox.stuck(desk.store)] == ["there is no desk 'ir' in the organisation file"]


@pytest.mark.parametrize(
    ("outcome", "timezone", "fault"),
    [("decided-by-a-newer-desk", "Asia/Tokyo", "KeyError"), ("", "../Tokyo", "ValueError")],
)
def test_a_letter_that_only_this_version_cannot_write_is_tried_again_and_no_desk_is_blamed(
    desk: Context, send: Send, outcome: str, timezone: str, fault: str
) -> None:
    send(CALM, topic="ir")
    worker.deliver(desk, Letterbox())
    (inquiry,) = screening.unscreened(desk.store, 1)
    mail = Mail("desk", "ja", "ir", {"outcome": outcome})
    write = each(lambda connection, store, mail: outbox.enqueue(connection, store, inquiry.id, [mail], desk.now()))
    desk.store.write(write, mail).result()
    this = dataclasses.replace(desk, organisation=dataclasses.replace(desk.organisation, timezone=timezone))

    worker.deliver(this, Letterbox())

    assert outbox.stuck(desk.store) == []
    (waiting,) = outbox.claim_due(desk.store, desk.now() + timedelta(minutes=1), 10)
    assert waiting.why == fault


def test_without_a_mail_server_letters_are_files_for_their_owner_alone(
    desk: Context, send: Send, settings: Settings
) -> None:
    receipt = send(CALM)

    worker.deliver(desk, carrier(settings, threading.Event()))

    (path,) = (settings.data / "mail").iterdir()
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert path.suffix == ".eml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert receipt in str(letter["Subject"])
