"""What is due is found, and nothing else; a legal hold keeps an inquiry for as long as it stands."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from kept import HELD, KEPT, Came, coming, deliver, erase, everything, released, the

from desk.store import audit, counts, erasing, forgetting, holds, outbox, reviews, routes, staff
from desk.store.engine import Store
from desk.store.holding import Change
from desk.store.inquiries import Arrival
from desk.store.reviews import StateConflict


@pytest.fixture
def came(store: Store, arrival: Callable[..., Arrival], now: datetime) -> Came:
    return coming(store, arrival, now)


def due(store: Store, at: datetime) -> list[str]:
    return [one.receipt for one in erasing.due(store, KEPT, at)]


def test_what_is_due_is_found_the_oldest_first_and_flagged_ones_later(
    store: Store, came: Came, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "PAGE", 2)
    mori = staff.add(store, "Mori", "reviewer", "ja", "hash", "SECRET", now)
    flagged = came(HELD)
    released(store, flagged, mori.id, now)
    usual = [came(after=number) for number in range(1, 6)]
    came(HELD, after=6)
    held = came(after=7)
    came(after=8, sent=False)
    holds.place(store, Change(held, now, "裁判のため", mori.id))
    two, three = now + timedelta(days=731), now + timedelta(days=1096)
    assert due(store, now + timedelta(days=729)) == []
    assert due(store, two) == usual
    assert [one.receipt for one in erasing.due(store, KEPT, two, 3)] == usual[:3]
    assert due(store, three) == [flagged, *usual]
    holds.lift(store, Change(held, now, "", mori.id))
    assert due(store, two) == [*usual, held]


def test_a_letter_to_its_desk_that_was_given_up_keeps_it_and_one_to_the_sender_does_not(
    store: Store, came: Came, now: datetime
) -> None:
    receipt, later = came(sent=False), now + timedelta(days=731)
    letters = {mail.kind: mail.id for mail in outbox.claim_due(store, now, 10)}
    outbox.give_up(store, letters["acknowledgement"], "recipient refused (550)")
    outbox.give_up(store, letters["desk"], "OSError")
    assert due(store, later) == []
    outbox.retry(store, letters["desk"], now)
    deliver(store, now)
    assert due(store, later) == [receipt]


def test_one_whose_letter_was_given_up_is_due_once_another_desk_has_it(store: Store, came: Came, now: datetime) -> None:
    mori = staff.add(store, "Mori", "reviewer", "ja", "hash", "SECRET", now)
    receipt, later = came(sent=False), now + timedelta(days=731)
    letters = {mail.kind: mail.id for mail in outbox.claim_due(store, now, 10)}
    outbox.delivered(store, letters["acknowledgement"], now)
    outbox.give_up(store, letters["desk"], "there is no desk 'general' in the organisation file")
    routes.send_on(store, routes.Forward(receipt, mori.id, now, "ir", "", outbox.Mail("desk", "ja", "ir")))
    assert due(store, later) == []
    deliver(store, now)
    assert due(store, later) == [receipt]


def test_an_answer_or_a_forward_begins_its_time_anew(store: Store, came: Came, now: datetime) -> None:
    mori = staff.add(store, "Mori", "reviewer", "ja", "hash", "SECRET", now)
    receipt, later = came(), now + timedelta(days=100)
    mail = outbox.Mail("desk", "ja", "ir")
    routes.send_on(store, routes.Forward(receipt, mori.id, later, "ir", "", mail))
    deliver(store, later)
    assert due(store, now + timedelta(days=829)) == []
    assert due(store, now + timedelta(days=830)) == [receipt]


def test_a_hold_is_placed_once_and_lifted_once_and_never_on_what_is_gone(
    store: Store, came: Came, now: datetime
) -> None:
    receipt, change = came(), Change("", now, "裁判のため", account="root")
    with pytest.raises(StateConflict, match="not in legal hold"):
        holds.lift(store, Change(receipt, now, ""))
    holds.place(store, Change(receipt, now, "裁判のため", account="root"))
    case = reviews.case(store, receipt)
    assert case
    assert case.hold
    assert (case.hold.reason, case.hold.staff_name) == (change.reason, None)
    with pytest.raises(StateConflict, match="in legal hold"):
        holds.place(store, Change(receipt, now, "もう一度"))
    holds.lift(store, Change(receipt, now, "終わった", account="root"))
    assert [line.what for line in audit.recent(store)] == ["hold-lifted", "held-by-law"]
    assert erase(store, receipt, now)
    with pytest.raises(StateConflict, match="erased"):
        holds.place(store, Change(receipt, now, "裁判のため"))


def test_letters_and_counts_whose_time_is_over_are_forgotten(store: Store, came: Came, now: datetime) -> None:
    came()
    came(sent=False, after=1)
    old = forgetting.old_letters(store, now + timedelta(seconds=1))
    assert len(old) == 2
    forgetting.forget_letters(store, [letter.id for letter in forgetting.take(store, old)])
    assert forgetting.old_letters(store, now + timedelta(seconds=1)) == []
    assert len(outbox.claim_due(store, now + timedelta(seconds=1), 10)) == 2
    counts.redirected(store, "conoha", "ja", now.date())
    forgetting.forget_counts(store, now.date(), now)
    assert ("redirect", "count", 1) in list(everything(store))
    forgetting.forget_counts(store, now.date() + timedelta(days=1), now)
    assert ("redirect", "count", 1) not in list(everything(store))


def test_a_legal_hold_keeps_the_letters_of_its_inquiry_too(store: Store, came: Came, now: datetime) -> None:
    receipt, later = came(), now + timedelta(days=31)
    came(after=1)
    letters = the(store, receipt).letters
    old = forgetting.old_letters(store, later)
    holds.place(store, Change(receipt, now, "裁判のため"))
    assert len(letters) == 2
    assert set(forgetting.old_letters(store, later)) == set(old) - set(letters)
    taken = forgetting.take(store, old)
    assert set(taken) == set(old) - set(letters)
    forgetting.forget_letters(store, [letter.id for letter in (*taken, *letters)])
    assert the(store, receipt).letters == letters
    holds.lift(store, Change(receipt, now, "終わった"))
    assert forgetting.old_letters(store, later) == list(letters)
