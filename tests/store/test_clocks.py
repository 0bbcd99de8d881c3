"""Whatever a clock said while it was off, by a little or by years: once it is right again, nothing is lost or stuck."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import product

import pytest
from kept import KEPT, deliver, the

from desk.store import answers, erasing, forgetting, outbox, reviews, rounds, routes, sessions, staff
from desk.store.answers import Answer
from desk.store.engine import Store
from desk.store.inquiries import Arrival, Limits, add
from desk.store.outbox import Mail
from desk.store.reviews import Decision, StateConflict
from desk.store.routes import Forward

from .reviewing import Team

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
OFF = [-400 * DAY, -60 * MINUTE, -5 * MINUTE, 5 * MINUTE, 60 * MINUTE, 400 * DAY]
BACK = [400 * DAY, 3 * DAY]


@pytest.mark.parametrize("off", OFF)
def test_nobody_signs_what_they_decided_themselves(
    store: Store, hold: Callable[..., str], released: Callable[..., Decision], team: Team, off: timedelta
) -> None:
    receipt, then, mori = hold(), team.now + off, staff.add(store, "Mori", "lead", "ja", "hash", "SECRET", team.now).id
    reviews.claim(store, receipt, team.rin, then)
    police = released(receipt, staff_id=team.rin, at=then, outcome="police-legal")
    first = reviews.decide(store, police, "claimed", "escalated")
    back = released(receipt, staff_id=mori, at=then + MINUTE, outcome="police-legal", confirms=first)
    sent_back = reviews.decide(store, back, "escalated", "held")

    reviews.claim(store, receipt, team.rin, team.now + 2 * MINUTE)
    refusal = released(receipt, staff_id=team.rin, at=team.now + 2 * MINUTE, outcome="refusal")
    second = reviews.decide(store, refusal, "claimed", "escalated")

    case = reviews.case(store, receipt)
    assert case
    assert [one.id for one in case.decisions] == [first, sent_back, second]
    for confirms in (first, sent_back, second):
        own = released(receipt, staff_id=team.rin, at=team.now + 3 * MINUTE, outcome="refusal", confirms=confirms)
        with pytest.raises(StateConflict):
            reviews.decide(store, own, "escalated", "refused")
    signed = released(receipt, staff_id=mori, at=team.now + 3 * MINUTE, outcome="refusal", confirms=second)
    reviews.decide(store, signed, "escalated", "refused")


@pytest.fixture
def sent(store: Store, limits: Limits, arrival: Callable[..., Arrival]) -> Callable[[datetime], None]:
    """Has an inquiry come in at that time."""

    def at(moment: datetime) -> None:
        asyncio.run(add(store, arrival(received_at=moment), limits))

    return at


@pytest.mark.parametrize("off", OFF)
@pytest.mark.parametrize("left", ["written", "claimed", "postponed"])
def test_a_letter_leaves_within_a_day(
    store: Store, sent: Callable[[datetime], None], now: datetime, off: timedelta, left: str
) -> None:
    sent(now + off)
    if left != "written":
        (mail,) = outbox.claim_due(store, now + off, 1)
    if left == "postponed":
        outbox.postpone(store, mail.id, now + off + outbox.LONGEST_PAUSE, "timed out")
    by_now = outbox.claim_due(store, now, 1)
    assert len(by_now or outbox.claim_due(store, now + DAY + outbox.LEASE, 1)) == 1
    assert by_now or abs(off) < DAY


@pytest.mark.parametrize("off", [timedelta(0), 4 * MINUTE])
def test_a_letter_that_another_node_sends_or_postponed_is_left_to_it(
    store: Store, sent: Callable[[datetime], None], now: datetime, off: timedelta
) -> None:
    sent(now)
    (mail,) = outbox.claim_due(store, now + off, 1)
    assert outbox.claim_due(store, now + MINUTE, 1) == []
    outbox.postpone(store, mail.id, now + off + outbox.LONGEST_PAUSE, "timed out")
    assert outbox.claim_due(store, now + MINUTE, 1) == []


def test_a_session_or_an_invitation_begun_by_a_clock_that_was_ahead_is_not_open(store: Store, now: datetime) -> None:
    ahead, mori = now + 300 * DAY, staff.add(store, "Mori", "lead", "ja", "hash", "SECRET", now)
    token = sessions.start_session(store, mori, ahead)
    invited = staff.invite(store, "Ken", "reviewer", "en", ahead)
    for days in (0, 1, 100, 298):
        assert sessions.session(store, token, now + days * DAY) is None
        assert staff.open_invitation(store, invited, now + days * DAY) is None
    sessions.start_session(store, mori, now)
    assert sessions.session(store, token, ahead) is None


def test_a_session_or_an_invitation_of_another_node_is_open(store: Store, now: datetime) -> None:
    mori = staff.add(store, "Mori", "lead", "ja", "hash", "SECRET", now)
    token = sessions.start_session(store, mori, now + 4 * MINUTE)
    invited = staff.invite(store, "Ken", "reviewer", "en", now + 4 * MINUTE)
    assert sessions.session(store, token, now)
    assert staff.open_invitation(store, invited, now)


@pytest.mark.parametrize("done", list(product(["decided", "sent on", "answered"], BACK)))
def test_what_was_done_while_the_clock_was_behind_begins_its_time_anew(
    store: Store,
    hold: Callable[..., str],
    released: Callable[..., Decision],
    team: Team,
    done: tuple[str, timedelta],
) -> None:
    (verb, back), receipt, old = done, hold(), team.now + 1094 * DAY
    rounds.begin(store, old)
    then = old - back
    reviews.claim(store, receipt, team.aki, team.now)
    at = then if verb == "decided" else team.now
    reviews.decide(store, released(receipt, at=at), "claimed", "released")
    if verb != "decided":
        rounds.begin(store, old)  # what was decided has a time again
    if verb == "sent on":
        routes.send_on(store, Forward(receipt, team.rin, then, "ir", "", Mail("desk", "ja", "ir")))
    if verb == "answered":
        answers.record(store, Answer(receipt, then, then, team.rin))
    deliver(store, then)
    right = old + 2 * DAY
    assert erasing.due(store, KEPT, right) == []
    rounds.begin(store, right)
    assert erasing.due(store, KEPT, right + 1094 * DAY) == []
    assert [one.receipt for one in erasing.due(store, KEPT, right + 1095 * DAY)] == [receipt]


@pytest.mark.parametrize("back", BACK)
def test_a_letter_that_left_while_the_clock_was_behind_is_kept_for_its_time(
    store: Store, hold: Callable[..., str], now: datetime, back: timedelta
) -> None:
    receipt = hold()
    rounds.begin(store, now)
    deliver(store, now - back)
    rounds.begin(store, now - back, takes=False)
    assert forgetting.old_letters(store, now + 365 * DAY) == []
    rounds.begin(store, now + MINUTE)
    assert forgetting.old_letters(store, now) == []
    assert forgetting.old_letters(store, now + 2 * MINUTE) == list(the(store, receipt).letters)
