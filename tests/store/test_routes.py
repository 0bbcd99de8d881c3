"""Which words led where, and where staff sent inquiries on: kept without a word of a sender, and never changed."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from desk.rules.routing.precision import Led, SentOn
from desk.store import audit, outbox, routes, staff
from desk.store.engine import Store
from desk.store.inquiries import Added, Arrival, Limits, add
from desk.store.outbox import Mail
from desk.store.reviews import StateConflict
from desk.store.routes import Forward, Lead, Way
from desk.store.screening import Assessment, record, unscreened
from desk.store.tables import FORWARD

CLEAN = Assessment(flagged=False, severity="none", findings=[], suppressed=[], care=[], ruleset="r1")
HELD = replace(CLEAN, flagged=True, severity="high")
ONAMAE, WING = Lead("service:onamae", "onamae"), Lead("service:conoha-wing", "wingpack")

TOLD = Mail("elsewhere", "ja", "general", {"to": "ir"})  # to the desk that had it, that others answer

Screen = Callable[..., str]


@pytest.fixture
def screen(store: Store, limits: Limits, arrival: Callable[..., Arrival]) -> Screen:
    """Store one more inquiry in which these words led somewhere: its receipt."""
    numbers = iter(range(100))

    def one_more(*leads: Lead, judged: Assessment = CLEAN) -> str:
        number = next(numbers)
        sent = arrival(after=number - 1000, email=f"{number}@example.com", client=f"192.0.2.{number}")
        added = asyncio.run(add(store, sent, limits))
        assert isinstance(added, Added)
        (inquiry,) = unscreened(store, 2)
        record(store, inquiry.id, judged, "general", sent.received_at, leads=leads).result()
        return added.receipt

    return one_more


@pytest.fixture
def forward(store: Store, now: datetime) -> Callable[..., Forward]:
    """Aki sends an inquiry on to investor relations; what is named differs."""
    aki = staff.add(store, "Aki", "reviewer", "ja", "hash", "SECRET", now)

    def make(receipt: str, to: str = "ir", behind: str = "", after: int = 0) -> Forward:
        return Forward(receipt, aki.id, now + timedelta(minutes=after), to, behind, Mail("desk", "ja", to))

    return make


def test_what_was_recognised_is_kept_with_its_screening(store: Store, screen: Screen) -> None:
    assert routes.way(store, screen(ONAMAE, WING, ONAMAE)) == Way((WING, ONAMAE), ())
    assert routes.way(store, screen()) == Way()
    assert routes.way(store, "nonsense") == Way()


def test_of_two_workers_the_first_ones_words_are_kept(
    store: Store, limits: Limits, arrival: Callable[..., Arrival]
) -> None:
    added = asyncio.run(add(store, arrival(), limits))
    assert isinstance(added, Added)
    (inquiry,) = unscreened(store, 1)
    won = [record(store, inquiry.id, CLEAN, "general", leads=[lead]) for lead in (ONAMAE, WING)]
    assert [pending.result() for pending in won] == [True, False]
    assert routes.way(store, added.receipt).leads == (ONAMAE,)


def test_a_forward_is_kept_with_its_mail_and_its_line_in_the_log(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen(ONAMAE)
    routes.send_on(store, forward(receipt))
    (sent,) = routes.way(store, receipt).forwards
    assert (sent.staff_name, sent.at, sent.destination) == ("Aki", now, "ir")
    assert to_desks(store, now) == ["ir"]
    line = audit.recent(store)[0]
    assert (line.what, line.staff_name, line.receipt, line.detail) == ("sent-on", "Aki", receipt, "ir")
    assert audit.verify(store).broken is None


def to_desks(store: Store, now: datetime) -> list[str | None]:
    """The desks that letters leave for now."""
    return [item.desk for item in outbox.claim_due(store, now, 10) if item.kind == "desk"]


def told(store: Store, now: datetime) -> list[str]:
    """The kinds of the letters that leave now, in their order."""
    return [item.kind for item in outbox.claim_due(store, now, 10)]


def test_a_letter_that_was_given_up_goes_to_the_next_desk_instead(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen()
    (lost,) = [item.id for item in outbox.claim_due(store, now, 10) if item.kind == "desk"]
    outbox.give_up(store, lost, "there is no desk 'general' in the organisation file")
    routes.send_on(store, forward(receipt))
    assert outbox.stuck(store) == []
    assert to_desks(store, now) == ["ir"]


def test_a_letter_that_just_leaves_is_not_tried_again(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen()
    assert to_desks(store, now) == ["general"]
    routes.send_on(store, forward(receipt))
    assert to_desks(store, now + outbox.LEASE) == ["ir"]


def test_no_desk_is_asked_any_more_where_the_sender_is_referred_to_a_service(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    referral = Mail("referral", "ja", payload={"service": "lolipop"})
    routes.send_on(store, replace(forward(screen(), "service:lolipop"), mail=referral, told=TOLD))
    assert told(store, now) == ["acknowledgement", "referral"]


def test_an_inquiry_that_waits_for_a_review_goes_nowhere(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen(ONAMAE, judged=HELD)
    with pytest.raises(StateConflict):
        routes.send_on(store, forward(receipt))
    assert routes.way(store, receipt).forwards == ()
    assert [item.kind for item in outbox.claim_due(store, now, 10)] == ["acknowledgement"]


def test_the_same_press_twice_sends_once(store: Store, screen: Screen, forward: Callable[..., Forward]) -> None:
    receipt = screen()
    routes.send_on(store, forward(receipt))
    with pytest.raises(StateConflict):
        routes.send_on(store, forward(receipt))
    (first,) = routes.way(store, receipt).forwards
    routes.send_on(store, forward(receipt, "press", behind=first.id, after=1))
    assert [sent.destination for sent in routes.way(store, receipt).forwards] == ["ir", "press"]


def test_where_it_was_sent_last_stands_last_whatever_the_clocks_of_two_nodes_say(
    store: Store, screen: Screen, forward: Callable[..., Forward], now: datetime
) -> None:
    receipt = screen(ONAMAE)
    routes.send_on(store, forward(receipt, "ir", after=10))
    (first,) = routes.way(store, receipt).forwards
    routes.send_on(store, forward(receipt, "press", behind=first.id, after=8))
    *_, last = routes.way(store, receipt).forwards
    routes.send_on(store, forward(receipt, "general", behind=last.id, after=6))

    stations = ("ir", "press", "general")
    assert tuple(sent.destination for sent in routes.way(store, receipt).forwards) == stations
    assert list(routes.stations(store, [forwarded(store)[0]["inquiry_id"]]).values()) == [stations]
    assert routes.sent_on(store) == [SentOn(*ONAMAE, stations, "general")]
    assert to_desks(store, now + timedelta(minutes=10)) == ["general"]


def test_words_are_counted_over_the_inquiries_that_went_to_a_desk(store: Store, screen: Screen) -> None:
    for leads in ((ONAMAE,), (ONAMAE, WING)):
        screen(*leads)
    screen(ONAMAE, judged=HELD)
    assert sorted(routes.led(store), key=lambda one: one.count) == [
        Led(*WING, 1, "general"),
        Led(*ONAMAE, 2, "general"),
    ]


def test_each_word_of_an_inquiry_that_was_sent_on_knows_its_stations(
    store: Store, screen: Screen, forward: Callable[..., Forward]
) -> None:
    receipt, _ = screen(ONAMAE, WING), screen(ONAMAE)
    routes.send_on(store, forward(receipt))
    (first,) = routes.way(store, receipt).forwards
    routes.send_on(store, forward(receipt, "service:lolipop", behind=first.id, after=1))
    stations = ("ir", "service:lolipop")
    assert set(routes.sent_on(store)) == {SentOn(*ONAMAE, stations, "general"), SentOn(*WING, stations, "general")}
    assert list(routes.stations(store, [row["inquiry_id"] for row in forwarded(store)]).values()) == [stations]
    assert routes.stations(store, []) == {}


def forwarded(store: Store) -> list[dict[str, str]]:
    return store.look(lambda connection, _: [dict(row) for row in connection.execute(FORWARD.select()).mappings()])


@pytest.mark.parametrize("change", [FORWARD.update().values(destination="press"), FORWARD.delete()])
def test_a_forward_cannot_be_changed_or_taken_back(
    store: Store, screen: Screen, forward: Callable[..., Forward], change: object
) -> None:
    routes.send_on(store, forward(screen()))
    with pytest.raises(IntegrityError, match="append-only"):
        store.write(lambda connection, _store, items: [connection.execute(item) for item in items], change).result()
    assert [row["destination"] for row in forwarded(store)] == ["ir"]
