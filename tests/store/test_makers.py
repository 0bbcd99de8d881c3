"""Who opened an account last is known by the log, and what is reopened is in the queue where it was."""

from collections.abc import Callable
from datetime import timedelta

from desk.store import audit, makers, outbox, reviews, staff
from desk.store.engine import Store
from desk.store.outbox import Mail
from desk.store.reviews import Decision

from .reviewing import Team

DAY = timedelta(days=1)


def test_the_last_colleague_who_invited_or_reset_an_account_is_named(store: Store, team: Team) -> None:
    staff.invite(store, "Liz (lead)", "lead", "en", team.now, by=team.rin)
    liz = next(one.id for one in staff.listing(store) if one.name == "Liz (lead)")
    assert makers.since(store, team.now - DAY) == {liz: team.rin}
    staff.reset(store, "Liz (lead)", team.now, by=team.aki)
    assert makers.since(store, team.now - DAY) == {liz: team.aki}
    assert makers.since(store, team.now) == {}
    staff.reset(store, "liz (LEAD)", team.now, account="root")
    assert makers.since(store, team.now - DAY) == {}


def test_what_is_reopened_waits_at_its_old_place_and_its_letter_is_taken_back(
    store: Store, hold: Callable[..., str], team: Team, released: Callable[..., Decision]
) -> None:
    low, high = hold(severity="low"), hold()
    reviews.claim(store, high, team.aki, team.now)
    one = reviews.decide(store, released(high), "claimed", "released", [Mail("desk_masked", "ja", "general")])
    again = released(high, staff_id=team.rin, confirms=one, masked_message=None)
    reviews.decide(store, again, "released", "held")
    assert [row.receipt for row in reviews.queue(store)] == [high, low]
    due = outbox.claim_due(store, team.now + DAY, 100)
    assert [item.kind for item in due if item.inquiry and item.inquiry.receipt == high] == ["acknowledgement"]
    assert [row.what for row in audit.recent(store, most=1)] == ["reopened"]
