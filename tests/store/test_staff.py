"""Staff members come in by one link once, sign in with each code once, and are out when they are out."""

from datetime import datetime, timedelta

import pytest

from desk.keys import Keyring
from desk.store import attempts, audit, second_factor, sessions, staff
from desk.store.engine import Store, open_store
from desk.store.tables import STAFF

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def aki(store: Store, now: datetime) -> staff.Staff:
    return staff.add(store, "Aki", "reviewer", "ja", "the hash", "THESECRET", now)


def test_an_invitation_opens_once(store: Store, now: datetime) -> None:
    token = staff.invite(store, "Rin", "lead", "en", now)
    invited = staff.open_invitation(store, token, now)
    assert invited is not None
    assert (invited.name, invited.role, invited.language, invited.enrolled) == ("Rin", "lead", "en", False)
    enrolled = staff.enrol(store, token, "a hash", "A SECRET", now)
    assert enrolled is not None
    assert (enrolled.id, enrolled.enrolled) == (invited.id, True)
    assert staff.open_invitation(store, token, now) is None
    assert staff.enrol(store, token, "another hash", "ANOTHER", now) is None
    account = staff.by_name(store, "Rin")
    assert account == staff.Account(enrolled, "a hash", "A SECRET")


def test_an_invitation_ends_after_its_hours(store: Store, now: datetime) -> None:
    token = staff.invite(store, "Rin", "lead", "en", now, hours=2)
    assert staff.open_invitation(store, token, now + 2 * HOUR - MINUTE) is not None
    assert staff.open_invitation(store, token, now + 2 * HOUR) is None
    assert staff.enrol(store, token, "a hash", "A SECRET", now + 2 * HOUR) is None


@pytest.mark.parametrize("token", ["", "guess", "\ud800", "é" * 10_000])
def test_a_guessed_token_opens_nothing(store: Store, now: datetime, token: str) -> None:
    staff.invite(store, "Rin", "lead", "en", now)
    assert staff.open_invitation(store, token, now) is None
    assert sessions.session(store, token, now) is None


@pytest.mark.parametrize("typed", ["Aki", "aki", " ＡＫＩ "])
def test_a_name_is_one_however_it_is_typed(store: Store, aki: staff.Staff, now: datetime, typed: str) -> None:
    account = staff.by_name(store, typed)
    assert account is not None
    assert account.staff == aki
    with pytest.raises(staff.NameTaken):
        staff.invite(store, typed, "admin", "ja", now)


def test_nobody_has_an_unknown_name(store: Store, now: datetime) -> None:
    assert staff.by_name(store, "Nobody") is None
    for verb in (staff.disable, staff.enable, staff.reset):
        with pytest.raises(staff.UnknownName):
            verb(store, "Nobody", now)


def test_a_code_is_used_once_and_no_older_one_after_it(store: Store, aki: staff.Staff) -> None:
    assert [second_factor.used_totp_step(store, aki.id, step) for step in (100, 100, 99, 101)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_code_from_when_the_clock_was_ahead_locks_nobody_out_and_codes_of_now_stay_used_up(
    store: Store, aki: staff.Staff
) -> None:
    a_day = 2880
    used = [second_factor.used_totp_step(store, aki.id, step) for step in (100 + a_day, 100, 100, 99, 101, 101, 91)]
    assert used == [True, True, False, False, True, False, False]


def test_a_clock_set_back_a_little_makes_no_used_code_good_again(store: Store, aki: staff.Staff) -> None:
    assert [second_factor.used_totp_step(store, aki.id, step) for step in (110, 100, 109, 111)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_session_lasts_while_it_is_used_and_twelve_hours_at_most(
    store: Store, aki: staff.Staff, now: datetime
) -> None:
    token = sessions.start_session(store, aki, now)
    for minutes in range(25, 12 * 60, 25):
        found = sessions.session(store, token, now + minutes * MINUTE)
        assert found is not None
        assert (found.staff, found.started_at, len(found.token_hash)) == (aki, now, 64)
        _let_the_writer_finish(store, now)
    assert sessions.session(store, token, now + 12 * HOUR) is None


def test_an_idle_session_ends_after_thirty_minutes(store: Store, aki: staff.Staff, now: datetime) -> None:
    token = sessions.start_session(store, aki, now)
    assert sessions.session(store, token, now + 30 * MINUTE) is None
    assert sessions.session(store, token, now + 29 * MINUTE) is not None


def test_a_session_holds_in_another_process(
    store: Store, url: str, keyring: Keyring, aki: staff.Staff, now: datetime
) -> None:
    token = sessions.start_session(store, aki, now)
    other = open_store(url, keyring)
    found = sessions.session(other, token, now)
    sessions.end_session(other, token, now)
    other.close()
    assert found is not None
    assert sessions.session(store, token, now) is None


def test_what_changes_a_person_ends_their_sessions(store: Store, aki: staff.Staff, now: datetime) -> None:
    def still_in() -> bool:
        return sessions.session(store, token, now) is not None

    changes = [
        lambda: sessions.end_session(store, token, now),
        lambda: sessions.end_all(store, aki.id, now),
        lambda: staff.change_role(store, "Aki", "lead", now),
        lambda: staff.enable(store, "Aki", now),
        lambda: staff.disable(store, "Aki", now),
        lambda: staff.reset(store, "Aki", now),
    ]
    for change in changes:
        staff.enable(store, "Aki", now)
        token = sessions.start_session(store, aki, now)
        change()
        assert not still_in()


def test_a_disabled_person_is_out_even_with_a_session(store: Store, aki: staff.Staff, now: datetime) -> None:
    token = sessions.start_session(store, aki, now)
    with store._writing.begin() as connection:
        connection.execute(STAFF.update().values(disabled=True))
    assert sessions.session(store, token, now) is None
    staff.enable(store, "Aki", now)
    assert [person.disabled for person in staff.listing(store)] == [False]


def test_a_reset_takes_both_credentials_and_invites_anew(store: Store, aki: staff.Staff, now: datetime) -> None:
    second_factor.used_totp_step(store, aki.id, 100)
    token = staff.reset(store, "Aki", now)
    account = staff.by_name(store, "Aki")
    assert account is not None
    assert (account.password_hash, account.totp_secret, account.staff.enrolled) == ("", "", False)
    assert staff.enrol(store, token, "another hash", "ANOTHER", now) is not None
    assert second_factor.used_totp_step(store, aki.id, 1) is True


def test_what_was_proved_before_a_reset_or_while_disabled_opens_nothing(
    store: Store, aki: staff.Staff, now: datetime
) -> None:
    def nobody_comes_in() -> None:
        assert not second_factor.used_totp_step(store, aki.id, 100)
        with pytest.raises(sessions.NoLonger):
            sessions.start_session(store, aki, now)

    staff.disable(store, "Aki", now)
    nobody_comes_in()
    staff.enable(store, "Aki", now)
    token = staff.reset(store, "Aki", now)
    nobody_comes_in()
    assert staff.enrol(store, token, "another hash", "ANOTHER", now) is not None
    with pytest.raises(sessions.NoLonger):
        sessions.start_session(store, aki, now)


def test_a_disabled_invitation_opens_nothing(store: Store, now: datetime) -> None:
    token = staff.invite(store, "Rin", "lead", "en", now)
    staff.disable(store, "Rin", now)
    staff.enable(store, "Rin", now)
    assert staff.open_invitation(store, token, now) is None


def test_people_are_listed_by_name_with_their_language(store: Store, aki: staff.Staff, now: datetime) -> None:
    staff.invite(store, "rin", "lead", "en", now)
    staff.change_language(store, aki.id, "en")
    assert [(person.name, person.language) for person in staff.listing(store)] == [("Aki", "en"), ("rin", "en")]


def test_every_change_of_a_person_is_in_the_log(store: Store, aki: staff.Staff, now: datetime) -> None:
    staff.change_role(store, "Aki", "lead", now, by=aki.id)
    staff.disable(store, "Aki", now)
    rows = audit.recent(store)
    assert [(row.what, row.detail, row.staff_name) for row in rows] == [
        ("disabled", "Aki", None),
        ("role-changed", "Aki lead", "Aki"),
        ("added", "Aki (reviewer)", None),
    ]


def test_the_log_names_the_account_of_the_machine_that_changed_a_person(
    store: Store, aki: staff.Staff, now: datetime
) -> None:
    staff.add(store, "Ken", "admin", "ja", "a hash", "A SECRET", now, account="root")
    staff.invite(store, "Rin", "lead", "ja", now, account="root")
    staff.change_role(store, aki.name, "admin", now, account="root")
    for change in (staff.disable, staff.enable, staff.reset):
        change(store, aki.name, now, account="root")
    assert [(row.what, row.detail) for row in reversed(audit.recent(store, most=6))] == [
        ("added", "Ken (admin) · root"),
        ("invited", "Rin (lead) · root"),
        ("role-changed", "Aki admin · root"),
        ("disabled", "Aki · root"),
        ("enabled", "Aki · root"),
        ("reset", "Aki · root"),
    ]


def test_tries_are_counted_by_every_key_and_across_processes(
    store: Store, url: str, keyring: Keyring, now: datetime
) -> None:
    other = open_store(url, keyring)
    waits = [
        attempts.attempt((store, other)[i % 2], ["name:aki", f"address:{i}"], [5, 5], 300, now + i * MINUTE / 60)
        for i in range(7)
    ]
    other.close()
    assert waits == [0, 0, 0, 0, 0, 295, 294]
    assert attempts.attempt(store, ["name:rin", "address:5"], [5, 5], 300, now) == 0
    assert attempts.attempt(store, ["name:aki"], [5], 300, now + 5 * MINUTE) == 0


def test_a_success_forgets_the_tries_before_it(store: Store, now: datetime) -> None:
    for _ in range(5):
        attempts.attempt(store, ["name:aki"], [5], 300, now)
    attempts.forget(store, ["name:aki"])
    assert attempts.attempt(store, ["name:aki"], [5], 300, now) == 0


def test_a_success_is_taken_back_where_others_count_too_and_their_failures_stay(store: Store, now: datetime) -> None:
    keys, limits = ["name:aki", "address:office"], [5, 3]
    for _ in range(10):
        assert attempts.attempt(store, keys, limits, 300, now) == 0
        attempts.forget(store, keys[:1], keys[1:])
    waits = [attempts.attempt(store, [f"name:{i}", "address:office"], limits, 300, now) for i in range(4)]
    assert waits == [0, 0, 0, 300]


def _let_the_writer_finish(store: Store, now: datetime) -> None:
    attempts.attempt(store, ["anything"], [10**6], 1, now)
