"""What happens after the receipt: screening decides who reads first, letters leave, and no fault loses either."""

import dataclasses
import email
import email.policy
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from desk.context import Context
from desk.delivery import screening, worker
from desk.delivery.carriers import PATIENCE, STEPS, Undelivered, carrier
from desk.settings import Settings
from desk.store import outbox, reviews
from desk.store.engine import StoreUnavailable
from desk.store.records import StoredInquiry
from desk.store.screening import Assessment

from .conftest import Clock

Send = Callable[..., str]

CALM = "ドメインの更新方法を教えてください。"
HARSH = "お前ら全員殺してやる。今から包丁を持ってそっちに行くからな。"


class Letterbox:
    """A carrier that keeps what it is given, or refuses it for a while."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refusals = 0
        self.tried: list[str] = []

    def __call__(self, letter: EmailMessage) -> None:
        self.tried.append(letter["Message-ID"])
        if self.refusals > 0:
            self.refusals -= 1
            raise Undelivered("SMTPServerDisconnected")
        self.letters.append(letter)


def state(desk: Context, receipt: str) -> str:
    case = reviews.case(desk.store, receipt)
    assert case is not None
    return case.state


def body(letter: EmailMessage) -> str:
    part = letter.get_body()
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


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
    assert case.assessment.ruleset == desk.ruleset


def test_an_inquiry_whose_screening_fails_is_held_for_a_person(desk: Context, send: Send) -> None:
    receipt = send(CALM)

    worker.screen(dataclasses.replace(desk, signs=None))  # type: ignore[arg-type]  # no rules at all: the worst fault

    case = reviews.case(desk.store, receipt)
    assert case is not None
    assert (case.state, case.assessment.failed) == ("held", "AttributeError")


UNKEPT: dict[str, tuple[dict[str, Any], str]] = {
    "a severity that nobody knows": ({"severity": "dreadful"}, "KeyError"),
    "what no JSON can say": ({"findings": [{"act": "act.insult", "start": {1, 2}}]}, "TypeError"),
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
    monkeypatch.setattr(screening, "destination", lambda *_: 1 / 0)

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
        with pytest.raises(StoreUnavailable):
            worker.screen(desk)
    assert state(desk, receipt) == "received"

    worker.screen(desk)
    assert state(desk, receipt) == "clean"


def test_a_person_who_may_be_in_danger_is_read_first_by_a_person(desk: Context, send: Send) -> None:
    receipt = send("もう死にたいです。どこにも相談できません。")

    worker.screen(desk)

    assert state(desk, receipt) == "held"


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


def test_a_mail_server_that_fails_gets_the_same_letter_again_after_growing_pauses(
    desk: Context, send: Send, clock: Clock
) -> None:
    send(CALM)
    letterbox = Letterbox()
    letterbox.refusals = 2

    for pause in (timedelta(0), timedelta(seconds=31), timedelta(minutes=3)):
        clock.forward(pause)
        worker.deliver(desk, letterbox)

    assert len(letterbox.letters) == 1
    assert len(letterbox.tried) == 3
    assert len(set(letterbox.tried)) == 1


def test_a_postponed_letter_is_not_tried_before_its_time(desk: Context, send: Send, clock: Clock) -> None:
    send(CALM)
    letterbox = Letterbox()
    letterbox.refusals = 1
    worker.deliver(desk, letterbox)

    clock.forward(timedelta(seconds=20))
    worker.deliver(desk, letterbox)

    assert len(letterbox.tried) == 1


def test_a_letter_that_never_leaves_is_given_up_in_the_end_and_kept_for_the_staff(
    desk: Context, send: Send, clock: Clock
) -> None:
    send(CALM)
    letterbox = Letterbox()
    letterbox.refusals = 100

    for _ in range(12):
        worker.deliver(desk, letterbox)
        clock.forward(timedelta(hours=25))

    assert len(letterbox.tried) == len(worker.PAUSES) + 1
    assert [letter.why for letter in outbox.stuck(desk.store)] == ["SMTPServerDisconnected"]


def test_a_letter_that_cannot_be_written_keeps_no_other_back_and_is_shown_to_the_staff_in_the_end(
    desk: Context, send: Send, clock: Clock
) -> None:
    broken, whole = send(CALM), send(CALM)
    letterbox = Letterbox()

    def carry(letter: EmailMessage) -> None:
        if broken in str(letter["Subject"]):
            raise UnicodeEncodeError("ascii", "é", 0, 1, "ordinal not in range")
        letterbox(letter)

    for _ in range(12):
        worker.deliver(desk, carry)
        clock.forward(timedelta(hours=25))

    assert [whole in str(letter["Subject"]) for letter in letterbox.letters] == [True]
    assert [letter.why for letter in outbox.stuck(desk.store)] == ["UnicodeEncodeError"]


def test_a_claim_outlasts_the_slowest_talk_with_a_mail_server() -> None:
    assert timedelta(seconds=STEPS * PATIENCE) < outbox.LEASE


def test_however_slow_the_mail_server_no_letter_is_sent_by_two_workers(desk: Context, send: Send, clock: Clock) -> None:
    for _ in range(4):
        send(CALM)
    letterbox = Letterbox()

    def slowly(letter: EmailMessage) -> None:
        letterbox(letter)
        clock.forward(outbox.LEASE - timedelta(seconds=1))
        second = outbox.claim_due(desk.store, desk.now(), 1)  # another worker looks for a letter meanwhile
        letterbox.tried.extend(item.message_id for item in second)

    worker.deliver(desk, slowly)

    assert len(letterbox.tried) == len(set(letterbox.tried)) == 4


def test_a_desk_that_left_the_organisation_file_gives_its_letter_up_by_name(desk: Context, send: Send) -> None:
    send(CALM, topic="ir")
    worker.screen(desk)
    desks = tuple(one for one in desk.organisation.desks if one.id != "ir")
    without = dataclasses.replace(desk, organisation=dataclasses.replace(desk.organisation, desks=desks))

    worker.deliver(without, Letterbox())

    assert [letter.why for letter in outbox.stuck(desk.store)] == ["there is no desk 'ir' in the organisation file"]


def test_without_a_mail_server_letters_are_files_for_their_owner_alone(
    desk: Context, send: Send, settings: Settings
) -> None:
    receipt = send(CALM)

    worker.deliver(desk, carrier(settings))

    (path,) = (settings.data / "mail").iterdir()
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert path.suffix == ".eml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert receipt in str(letter["Subject"])


def test_a_mail_folder_that_cannot_be_written_loses_no_letter(
    desk: Context, send: Send, settings: Settings, clock: Clock
) -> None:
    send(CALM)
    (settings.data / "mail").write_text("a file where the folder should be")
    worker.deliver(desk, carrier(settings))

    Path(settings.data / "mail").unlink()
    clock.forward(timedelta(minutes=1))
    worker.deliver(desk, carrier(settings))

    assert len(list((settings.data / "mail").glob("*.eml"))) == 1
