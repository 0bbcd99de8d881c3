"""What a sender sent before is found by address, mark or network; answers are appended and never changed."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from desk.keys import Keyring
from desk.rules.repetition import marks
from desk.store import answers, audit, matters, reviews, routes, staff
from desk.store.answers import Answer
from desk.store.engine import Store, open_store
from desk.store.inquiries import Added, Arrival, Limits, add, find
from desk.store.matter_tables import ANSWER
from desk.store.matters import Before, Matter, Sender
from desk.store.outbox import Mail
from desk.store.records import StoredInquiry
from desk.store.reviews import StateConflict
from desk.store.routes import Forward
from desk.store.screening import Assessment, record, unscreened

CLEAN = Assessment(flagged=False, severity="none", findings=[], suppressed=[], care=[], ruleset="r1")
HELD = Assessment(flagged=True, severity="high", findings=[], suppressed=[], care=[], ruleset="r1")
MARKED = marks("", "山田 花子")[1:]
HANAKO = Sender("hanako@example.com", ("name 山田花子",))

Came = Callable[..., StoredInquiry]


@pytest.fixture
def came(store: Store, limits: Limits, arrival: Callable[..., Arrival]) -> Came:
    """One more inquiry, screened unless it waits: whose, and what was found of its matter."""
    numbers = iter(range(100))

    def one_more(
        email: str = "hanako@example.com", client: str = "", judged: Assessment | None = CLEAN, **before: object
    ) -> StoredInquiry:
        number = next(numbers)
        sent = arrival(after=number - 1000, email=email, client=client or f"192.0.2.{number}", message=f"{number}")
        added = asyncio.run(add(store, sent, limits))
        assert isinstance(added, Added)
        (inquiry,) = unscreened(store, 2)
        if judged:
            record(store, inquiry.id, judged, "general", before=Before(**before)).result()
        return inquiry

    return one_more


def messages(store: Store, inquiry: StoredInquiry, by: Sender, most: int = 10) -> list[str]:
    return [one.message for one in matters.earlier(store, inquiry.id, by, most)]


def test_the_same_address_is_found_however_it_was_written_the_newest_first(store: Store, came: Came) -> None:
    came("hanako@example.com")
    came("Hanako+again@example.com")
    came("rin@example.com")
    last = came("hanako@example.com")
    assert messages(store, last, HANAKO) == ["1", "0"]
    assert messages(store, last, HANAKO, most=1) == ["1"]


def test_a_mark_or_the_same_network_leads_to_another_address(store: Store, came: Came) -> None:
    came("one@example.com", marks=("name 山田花子",))
    came("two@example.com", client="198.51.100.7", marks=("name 鈴木",))
    assert messages(store, came("hana@example.org"), Sender("hana@example.org", ())) == []
    last = came("hanako@example.com", client="198.51.100.7", judged=None)
    assert messages(store, last, HANAKO) == ["1", "0"]


def test_what_came_later_is_not_earlier(store: Store, came: Came) -> None:
    first = came()
    came()
    assert messages(store, first, HANAKO) == []


def test_a_sender_is_found_again_over_a_new_key_and_what_cannot_be_opened_is_left_out(
    url: str, keyring: Keyring, came: Came
) -> None:
    came(marks=("name 山田花子",))
    last = came()
    both = open_store(url, Keyring.of({"k2": bytes(range(1, 33)), "k1": keyring.current.secret}))
    alone = Store(url, Keyring.of({"k2": bytes(range(1, 33))}))
    found = messages(both, last, HANAKO), messages(alone, last, HANAKO)
    both.close()
    alone.close()
    assert found == (["0"], [])


def test_an_inquiry_without_history_has_an_empty_matter(store: Store, came: Came) -> None:
    assert matters.matter(store, came().id) == Matter()


def test_the_earlier_times_are_told_with_their_stations_their_state_and_their_answers(
    store: Store, came: Came, now: datetime
) -> None:
    aki = staff.add(store, "Aki", "reviewer", "ja", "hash", "SECRET", now)
    first, second = came(), came(judged=HELD)
    last = came(same=(second.id, first.id))
    routes.send_on(store, Forward(first.receipt, aki.id, now, "ir", "", Mail("desk", "ja", "ir")))
    answers.record(store, Answer(first.receipt, now - timedelta(days=1), now, aki.id))
    one, two = matters.matter(store, last.id).earlier
    assert (one.receipt, one.stations, one.state) == (first.receipt, {"general", "ir"}, "clean")
    assert [(answer.answered_at, answer.recorded_at, answer.staff_name) for answer in one.answers] == [
        (now - timedelta(days=1), now, "Aki")
    ]
    assert (two.receipt, two.stations, two.state, two.answers) == (second.receipt, {"general"}, "held", ())


def test_of_an_earlier_time_it_is_told_whose_it_was_and_whether_it_came_from_the_same_network(
    store: Store, came: Came
) -> None:
    near, far = (came(f"{client}@example.org", client=client, marks=MARKED) for client in ("192.0.2.77", "192.0.2.78"))
    last = came("hanako@example.com", client="192.0.2.77", marks=MARKED, same=(near.id, far.id))
    told = [(time.email, time.name, time.network) for time in matters.matter(store, last.id).earlier]
    assert told == [("192.0.2.77@example.org", "山田 花子", True), ("192.0.2.78@example.org", "山田 花子", False)]


def test_an_answer_is_kept_with_its_line_in_the_log(store: Store, came: Came, now: datetime) -> None:
    aki, inquiry = staff.add(store, "Aki", "reviewer", "ja", "hash", "SECRET", now), came()
    answers.record(store, Answer(inquiry.receipt, now, now, aki.id, behind=""))
    answers.record(store, Answer(inquiry.receipt.lower(), now, now, account="operator"))
    given = matters.matter(store, inquiry.id).answers
    assert sorted(answer.staff_name or "" for answer in given) == ["", "Aki"]
    lines = [(row.what, row.staff_name, row.receipt, row.detail) for row in audit.recent(store, most=2)]
    assert lines == [
        ("answered", None, inquiry.receipt, "2026-11-25 operator"),
        ("answered", "Aki", inquiry.receipt, "2026-11-25"),
    ]


def test_what_waits_for_a_reviewer_has_not_been_answered(store: Store, came: Came, now: datetime) -> None:
    held = came(judged=HELD)
    with pytest.raises(StateConflict):
        answers.record(store, Answer(held.receipt, now, now))
    with pytest.raises(StateConflict):
        answers.record(store, Answer("nonsense", now, now))
    assert matters.matter(store, held.id) == Matter()


def test_whoever_did_not_see_a_colleagues_answer_records_none_over_it(store: Store, came: Came, now: datetime) -> None:
    inquiry = came()
    answers.record(store, Answer(inquiry.receipt, now, now, behind=""))
    with pytest.raises(StateConflict):
        answers.record(store, Answer(inquiry.receipt, now, now, behind=""))
    (given,) = matters.matter(store, inquiry.id).answers
    answers.record(store, Answer(inquiry.receipt, now, now + timedelta(seconds=1), behind=given.id))
    assert len(matters.matter(store, inquiry.id).answers) == 2


def test_an_answer_is_never_changed(store: Store, came: Came, now: datetime) -> None:
    answers.record(store, Answer(came().receipt, now, now))
    for change in (ANSWER.update().values(answered_at=now), ANSWER.delete()):
        with pytest.raises(IntegrityError, match="append-only"), store._writing.begin() as connection:
            connection.execute(change)


def test_marks_hold_nothing_that_can_be_read(store: Store, came: Came) -> None:
    came(marks=("name 山田花子", "name 山田花子", "mailbox hanako@example.com"))
    with store._reading.connect() as connection:
        kept = [bytes(row.mark) for row in connection.exec_driver_sql("SELECT mark FROM sender_mark")]
    assert [len(mark) for mark in kept] == [32, 32, 32]  # mailbox, name and network, each once
    assert b"hanako" not in b"".join(kept)


@pytest.mark.parametrize(("email", "related"), [("", True), ("hanako@example.com", False)])
def test_of_what_is_bound_to_nothing_no_network_is_kept_at_all(
    store: Store, limits: Limits, arrival: Callable[..., Arrival], email: str, related: bool
) -> None:
    asyncio.run(add(store, arrival(email=email, related=related), limits))
    assert networks(store) == [None]


def test_a_network_is_kept_until_it_is_screened_and_then_only_among_the_marks_of_its_sender(
    store: Store, came: Came
) -> None:
    waiting = came(judged=None)
    (network,) = networks(store)
    assert network
    record(store, waiting.id, HELD, None).result()
    came(judged=HELD, marks=("name 山田花子",))
    assert networks(store) == [None, None]
    with store._reading.connect() as connection:
        kept = connection.exec_driver_sql("SELECT inquiry_id, mark FROM sender_mark").all()
    assert waiting.id not in {row.inquiry_id for row in kept}
    assert len(kept) == 2


def networks(store: Store) -> list[bytes | None]:
    with store._reading.connect() as connection:
        return [row.network_index for row in connection.exec_driver_sql("SELECT network_index FROM assessment")]


def test_of_two_workers_the_first_ones_findings_are_kept(
    store: Store, limits: Limits, arrival: Callable[..., Arrival], came: Came
) -> None:
    first = came()
    added = asyncio.run(add(store, arrival(), limits))
    assert isinstance(added, Added)
    inquiry = find(store, added.receipt)
    assert inquiry is not None
    both = [record(store, inquiry.id, CLEAN, "general", before=Before(same=(first.id,))) for _ in range(2)]
    assert [pending.result() for pending in both] == [True, False]
    assert [time.receipt for time in matters.matter(store, inquiry.id).earlier] == [first.receipt]
    assert reviews.case(store, inquiry.receipt) is not None
