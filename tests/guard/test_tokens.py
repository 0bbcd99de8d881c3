"""Tokens: what was put in comes out, what nobody signed is never taken for ours, and no text is lost with a key."""

import base64
import json
import tracemalloc
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.keys import Keyring
from desk.store.sealing import Seals
from desk.tokens import OpenedDraft, Sent, Tokens

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
OLD, NEW, OTHER = ({name: letter * 32} for name, letter in (("old", b"o"), ("new", b"n"), ("other", b"x")))
DRAFT = {"draft": {"message": "一行目\r\n\r\n 二行目 \t", "consent": True}, "form_id": "f1"}


def tokens(*keys: dict[str, bytes], at: datetime = NOON) -> Tokens:
    merged = {name: secret for key in keys or (NEW,) for name, secret in key.items()}
    return Tokens(Keyring.of(merged), clock=at.timestamp)


@given(st.dictionaries(st.text(max_size=10), st.text(st.characters(exclude_categories=["Cs"]))))
def test_a_draft_comes_back_as_it_was(payload: dict[str, str]) -> None:
    assert OpenedDraft(payload, NOON, expired=False, trusted=True) == tokens().open_draft(tokens().draft(payload))


def test_a_draft_can_travel_in_a_page_without_being_escaped() -> None:
    assert set(tokens().draft(DRAFT)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


@pytest.mark.parametrize(
    ("later", "expired"),
    [
        (timedelta(hours=2), False),
        (timedelta(hours=2, seconds=1), True),
        (timedelta(days=4000), True),
        (timedelta(minutes=-5), False),
        (timedelta(minutes=-6), True),
        (timedelta(days=-4000), True),
    ],
)
def test_a_draft_expires_after_two_hours_but_keeps_its_text(later: timedelta, expired: bool) -> None:
    opened = tokens(at=NOON + later).open_draft(tokens().draft(DRAFT))
    assert opened == OpenedDraft(DRAFT, NOON, expired=expired, trusted=True)


@pytest.mark.parametrize(
    ("payload", "signed"),
    [
        ({"a": "あい"}, "eyJhIjoi44GC44GEIn0.awbNwA.3GPsibwI2hfK1VFqTPEqlpB5YZm4hh38yK1LFQ-rsWU"),
        (
            {"message": "あ" * 60},
            ".eJyrVspNLS5OTE9VslJ63Ng05JBSLQA3xnaI.awbNwA.sT_K2HPaVbbX36NOmY3o51-WHiisyel_bH4NmwFWUFo",
        ),
    ],
)
def test_a_draft_that_an_earlier_version_signed_is_ours(payload: dict[str, str], signed: str) -> None:
    assert tokens().open_draft(signed) == OpenedDraft(payload, NOON, expired=False, trusted=True)


@pytest.mark.parametrize("body", [b".bm90IHBhY2tlZA", b".", b"bm90IEpTT04", b"_", b"gICA"])
def test_a_body_that_was_signed_but_cannot_be_read_is_none(body: bytes) -> None:
    signed = tokens()._draft.sign(body).decode()
    assert tokens().open_draft(signed) is None


def test_an_older_key_of_the_list_still_opens() -> None:
    opened = tokens(NEW, OLD).open_draft(tokens(OLD).draft(DRAFT))
    assert opened == OpenedDraft(DRAFT, NOON, expired=False, trusted=True)


def test_the_first_key_of_the_list_signs() -> None:
    assert tokens(NEW).open_draft(tokens(NEW, OLD).draft(DRAFT)).trusted
    assert not tokens(OLD).open_draft(tokens(NEW, OLD).draft(DRAFT)).trusted


def test_the_text_under_a_key_that_is_gone_is_given_back_but_not_trusted() -> None:
    opened = tokens(OTHER).open_draft(tokens(OLD).draft(DRAFT))
    assert opened == OpenedDraft(DRAFT, NOON, expired=True, trusted=False)


def test_a_token_whose_end_was_cut_off_is_given_back_but_not_trusted() -> None:
    opened = tokens().open_draft(tokens().draft(DRAFT)[:-10])
    assert opened == OpenedDraft(DRAFT, NOON, expired=True, trusted=False)


@given(st.integers(0, 10_000), st.characters(codec="ascii"))
def test_no_changed_character_leaves_a_token_trusted(place: int, other: str) -> None:
    token = tokens().draft(DRAFT)
    place %= len(token)
    changed = token[:place] + other + token[place + 1 :]
    opened = tokens().open_draft(changed)
    assert changed == token or opened is None or not opened.trusted


@given(st.text(max_size=200))
def test_any_text_for_a_token_is_answered(text: str) -> None:
    assert tokens().open_sent(text) is None
    assert not tokens().staff_form_ok(text, "session")
    opened = tokens().open_draft(text)
    assert opened is None or not opened.trusted


def test_a_token_for_one_purpose_is_none_for_another() -> None:
    sent = tokens().sent("ABCD", NOON, "ja")
    assert tokens().open_sent(tokens().draft({"receipt": "ABCD", "at": NOON.isoformat(), "language": "ja"})) is None
    assert not tokens().staff_form_ok(sent, "session")
    assert tokens().open_draft(sent) is None


@pytest.mark.parametrize(
    "payload",
    [b"[" * 100_000, b"[]", b"1", b"null", b'"text"', b"{}", b'{"a":' * 50_000, b"1" * 5000, b"\xff", b'{"a":[1]}'],
)
def test_an_unsigned_token_that_holds_no_texts_is_none(payload: bytes) -> None:
    assert tokens().open_draft(_unsigned(payload)) is None


def test_what_no_text_can_hold_is_taken_out_of_an_unsigned_token() -> None:
    payload = json.dumps({"draft": {"message": "a\ud800\0b", "n": 1, "deep": {"deeper": {"deepest": "x"}}}}).encode()
    opened = tokens().open_draft(_unsigned(payload))
    assert opened is not None
    assert opened.payload == {"draft": {"message": "a\ufffd\ufffdb", "deep": {}}}


def test_a_bomb_unfolds_only_a_little() -> None:
    bomb = "." + base64.urlsafe_b64encode(zlib.compress(b'{"message":"' + b"a" * 50_000_000)).decode().rstrip("=")
    tracemalloc.start()
    assert tokens().open_draft(bomb[: 512 * 1024] + ".AAAA.AAAA") is None
    assert tracemalloc.get_traced_memory()[1] < 8_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(("letters", "read"), [(200_000, True), (300_000, False)])
def test_what_nobody_signed_is_read_up_to_many_times_what_a_form_takes(letters: int, read: bool) -> None:
    text = base64.urlsafe_b64encode(zlib.compress(b'{"message":"' + b"a" * letters + b'"}')).decode().rstrip("=")
    assert (tokens().open_draft(f".{text}.AAAA.AAAA") is not None) == read


def test_a_browser_is_known_for_180_days_as_its_persons_alone() -> None:
    token, half_a_year = tokens().known_browser("hana"), timedelta(days=180)
    browser = tokens(at=NOON + half_a_year).known_browser_of(token, "hana")
    assert browser
    assert tokens().known_browser_of(tokens().known_browser("hana"), "hana") != browser
    assert tokens().known_browser_of(token, "mori") is None
    assert tokens().known_browser_of(tokens().staff_form("session", "hana"), "hana") is None
    assert tokens(at=NOON + half_a_year + timedelta(seconds=1)).known_browser_of(token, "hana") is None


def test_a_receipt_is_shown_for_180_days() -> None:
    token = tokens().sent("ABCD-EFGH", NOON, "en")
    assert Sent("ABCD-EFGH", NOON, "en") == tokens(at=NOON + timedelta(days=180)).open_sent(token)
    assert tokens(at=NOON - timedelta(days=400)).open_sent(token) == Sent("ABCD-EFGH", NOON, "en")
    assert tokens(at=NOON + timedelta(days=180, seconds=1)).open_sent(token) is None


def test_a_receipt_says_whether_its_sender_can_be_reached() -> None:
    token = tokens().sent("ABCD-EFGH", NOON, "en", reachable=False)
    assert tokens().open_sent(token) == Sent("ABCD-EFGH", NOON, "en", reachable=False)


@pytest.mark.parametrize("reachable", [True, False])
@pytest.mark.parametrize("few", [True, False])
def test_the_address_of_a_receipt_tells_nothing_of_its_sender_nor_of_the_desk(reachable: bool, few: bool) -> None:
    token = tokens().sent("ABCD-EFGH", NOON, "en", reachable=reachable, few=few)
    usual = tokens().sent("ABCD-EFGH", NOON + timedelta(microseconds=7), "ja")
    assert len(token) == len(usual)
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    octets = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    assert not any(word in octets for word in (b"reachable", b"few", b"true", b"false", b"ABCD"))
    assert tokens().open_sent(token) == Sent("ABCD-EFGH", NOON, "en", reachable=reachable, few=few)


def test_the_same_receipt_never_has_the_same_address() -> None:
    assert tokens().sent("ABCD-EFGH", NOON, "en") != tokens().sent("ABCD-EFGH", NOON, "en")


@given(st.integers(0, 10_000), st.characters(codec="ascii"))
def test_no_changed_character_leaves_the_address_of_a_receipt_open(place: int, other: str) -> None:
    token = tokens().sent("ABCD-EFGH", NOON, "en", few=True)
    place %= len(token)
    changed = token[:place] + other + token[place + 1 :]
    assert changed == token or tokens().open_sent(changed) is None


def test_a_receipt_opens_by_an_older_key_of_the_list_and_by_no_other() -> None:
    token = tokens(OLD).sent("ABCD-EFGH", NOON, "en")
    assert tokens(NEW, OLD).open_sent(token) == Sent("ABCD-EFGH", NOON, "en")
    assert tokens(OTHER).open_sent(token) is None


def test_what_was_sealed_for_the_database_opens_no_receipt() -> None:
    said = json.dumps(
        {"receipt": "ABCD-EFGH", "at": NOON.isoformat(), "language": "en", "issued": int(NOON.timestamp())}
    )
    column, address = (
        base64.urlsafe_b64encode(Seals(Keyring.of(OLD)).seal(said, place) or b"").rstrip(b"=").decode()
        for place in ("inquiry:message:1", "address:sent")
    )
    assert tokens(OLD).open_sent(column) is None
    assert tokens(OLD).open_sent(address) == Sent("ABCD-EFGH", NOON, "en")


SIGNED = (
    "eyJyZWNlaXB0IjoiQUJDRC1FRkdIIiwiYXQiOiIyMDI2LTExLTI1VDEyOjAwOjAwKzAwOjAwIiwibGFuZ3VhZ2UiOiJlbiJ9.awb"
    "NwA.YYtDJQVIay_z8-3mUpCwX8hU8VE7YvxjSV9zKLbd_v0"
)
SIGNED_OF_FEW = (
    "eyJyZWNlaXB0IjoiQUJDRC1FRkdIIiwiYXQiOiIyMDI2LTExLTI1VDEyOjAwOjAwKzAwOjAwIiwibGFuZ3VhZ2UiOiJqYSIsInJl"
    "YWNoYWJsZSI6ZmFsc2UsImZldyI6dHJ1ZX0.awbNwA.HBX2LgHVAuE1g378XDszKknJe0gq_8bJpesFJDbs39Y"
)


@pytest.mark.parametrize(
    ("signed", "said"),
    [
        (SIGNED, Sent("ABCD-EFGH", NOON, "en")),
        (SIGNED_OF_FEW, Sent("ABCD-EFGH", NOON, "ja", reachable=False, few=True)),
    ],
)
def test_an_address_of_a_receipt_that_an_earlier_version_signed_still_opens(signed: str, said: Sent) -> None:
    assert tokens().open_sent(signed) == said


def test_a_staff_form_belongs_to_one_session_for_twelve_hours() -> None:
    token = tokens().staff_form("session", "somebody")
    assert tokens(at=NOON + timedelta(hours=12)).staff_form_ok(token, "session")
    assert not tokens(at=NOON + timedelta(hours=12, seconds=1)).staff_form_ok(token, "session")
    assert not tokens().staff_form_ok(token, "another")
    assert not tokens(OTHER).staff_form_ok(token, "session")


def _unsigned(payload: bytes) -> str:
    return base64.urlsafe_b64encode(payload).decode().rstrip("=") + ".AAAA.AAAA"
