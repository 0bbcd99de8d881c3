"""How much of what was held each colleague has read, as the log tells it: no more, and no inquiry twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from kept import CLEAN, HELD, Came, coming, erase
from kept import released as released_by

from desk.store import audit, reviews, staff
from desk.store.engine import Store
from desk.store.exposure import Exposure, since
from desk.store.inquiries import Arrival

from .reviewing import Team

WEEK, MONTH = timedelta(days=7), timedelta(days=30)

Read = Callable[..., None]


@pytest.fixture
def came(store: Store, arrival: Callable[..., Arrival], now: datetime) -> Came:
    return coming(store, arrival, now)


@pytest.fixture
def aki_reads(store: Store, team: Team) -> Read:
    """Aki opens an inquiry, or uncovers its words, so many days ago."""

    def reads(receipt: str, what: audit.Reading = "opened", days_ago: int = 0) -> None:
        audit.reading(store, team.aki, receipt, what, team.now - timedelta(days=days_ago))

    return reads


def month(store: Store, team: Team) -> dict[str, Exposure]:
    return {who: read for who, (read,) in since(store, [team.now - MONTH]).items()}


def test_an_inquiry_that_aki_opens_five_times_counts_once(
    store: Store, team: Team, hold: Callable[..., str], aki_reads: Read
) -> None:
    first, second = hold(), hold()
    for receipt in (first, first, first, first, first, second):
        aki_reads(receipt)
    aki_reads(first, "revealed")
    aki_reads(first, "revealed")

    assert month(store, team) == {team.aki: Exposure(opened=2, uncovered=1)}


def test_a_page_that_comes_uncovered_was_opened_too(
    store: Store, team: Team, hold: Callable[..., str], aki_reads: Read
) -> None:
    aki_reads(hold(), "revealed")

    assert month(store, team) == {team.aki: Exposure(opened=1, uncovered=1)}


def test_an_evidence_pack_that_was_given_was_read_uncovered_and_one_that_was_only_asked_for_was_not(
    store: Store, team: Team, hold: Callable[..., str], aki_reads: Read
) -> None:
    taken, both = hold(), hold()
    for receipt in (taken, both, both):
        audit.note(store, "evidence-asked", team.now, staff_id=team.aki, receipt=receipt)
    assert month(store, team) == {}
    aki_reads(both, "revealed")
    for receipt in (taken, both, both):
        audit.note(store, "evidence-given", team.now, staff_id=team.aki, receipt=receipt)

    assert month(store, team) == {team.aki: Exposure(opened=2, uncovered=2)}


def test_what_was_never_held_is_no_load(store: Store, team: Team, came: Came, aki_reads: Read) -> None:
    aki_reads(came(CLEAN))
    aki_reads(came(CLEAN), "revealed")

    assert month(store, team) == {}


def test_what_was_released_since_was_read_all_the_same(store: Store, team: Team, came: Came, aki_reads: Read) -> None:
    receipt = came(HELD)
    aki_reads(receipt)
    released_by(store, receipt, team.rin, team.now)

    assert month(store, team) == {team.aki: Exposure(opened=1)}


def test_emergencies_and_needs_for_care_are_told_apart(store: Store, team: Team, came: Came, aki_reads: Read) -> None:
    cue = {"care": "self-harm", "sign": "s", "field": "message", "start": 0, "end": 2, "text": "死に"}
    for judged in (replace(HELD, severity="emergency"), replace(HELD, care=[cue]), HELD):
        aki_reads(came(judged))

    assert month(store, team) == {team.aki: Exposure(opened=3, urgent=2)}


def test_each_period_has_its_own_figures(store: Store, team: Team, hold: Callable[..., str], aki_reads: Read) -> None:
    old, new, twice = hold(), hold(), hold()
    aki_reads(old, "revealed", days_ago=20)
    aki_reads(hold(), days_ago=31)
    aki_reads(new)
    aki_reads(twice, "revealed", days_ago=20)
    aki_reads(twice)

    read = since(store, [team.now - WEEK, team.now - MONTH])

    assert read == {team.aki: (Exposure(opened=2), Exposure(opened=3, uncovered=2))}


def test_what_was_passed_on_is_counted_for_whoever_did_so(store: Store, team: Team, hold: Callable[..., str]) -> None:
    by_herself, by_rin, by_the_reset = hold(), hold(), hold()
    for receipt in (by_herself, by_rin, by_the_reset):
        reviews.claim(store, receipt, team.aki, team.now)
    reviews.unclaim(store, by_herself, team.aki, team.now)
    reviews.unclaim(store, by_rin, team.rin, team.now, team.aki)
    staff.reset(store, "Aki", team.now, by=team.rin)

    assert month(store, team) == {team.aki: Exposure(passed_on=1)}


def test_a_page_without_words_is_no_load_and_what_was_read_before_stays(
    store: Store, team: Team, came: Came, aki_reads: Read
) -> None:
    read_before, read_after = came(HELD), came(HELD)
    aki_reads(read_before, days_ago=1)
    for receipt in (read_before, read_after):
        released_by(store, receipt, team.rin, team.now)
        assert erase(store, receipt, team.now)
    aki_reads(read_before, "revealed")
    aki_reads(read_after)

    assert month(store, team) == {team.aki: Exposure(opened=1)}


def test_a_reading_on_the_command_line_is_nobodys(store: Store, team: Team, hold: Callable[..., str]) -> None:
    audit.command_reading(store, "root", hold(), team.now)

    assert month(store, team) == {}
