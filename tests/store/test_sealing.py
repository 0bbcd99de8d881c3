"""A sealed value opens in its own place with a listed key, and nowhere else."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.keys import Keyring
from desk.store.ids import first_id, new_id
from desk.store.sealing import SealError, Seals

OLD = {"k1": bytes(range(32))}
NEW = {"k2": bytes(range(1, 33))}
PLACE = "inquiry:message:1"


@pytest.mark.parametrize("text", ["", "a", "宛名\r\n\x00\u200b𠮷", "長" * 5_000])
def test_what_is_sealed_opens_as_it_was(text: str) -> None:
    seals = Seals(Keyring.of(OLD))
    assert seals.open(seals.seal(text, PLACE), PLACE) == text


def test_the_same_text_is_never_sealed_alike() -> None:
    seals = Seals(Keyring.of(OLD))
    assert seals.seal("a", PLACE) != seals.seal("a", PLACE)


def test_a_value_names_its_key_and_opens_after_a_rotation() -> None:
    sealed = Seals(Keyring.of(OLD)).seal("a", PLACE)
    assert sealed is not None
    assert sealed.startswith(b"k1:")
    assert Seals(Keyring.of({**NEW, **OLD})).open(sealed, PLACE) == "a"


def test_a_value_whose_key_is_not_listed_says_which() -> None:
    sealed = Seals(Keyring.of(OLD)).seal("a", PLACE)
    with pytest.raises(SealError, match="the key k1, which is not listed"):
        Seals(Keyring.of(NEW)).open(sealed, PLACE)


def test_a_value_that_was_moved_or_changed_does_not_open() -> None:
    seals = Seals(Keyring.of(OLD))
    sealed = seals.seal("abc", PLACE)
    assert sealed is not None
    for wrong, place in (
        (sealed, "inquiry:message:2"),
        (sealed, "inquiry:subject:1"),
        (sealed[:-1] + bytes([sealed[-1] ^ 1]), PLACE),
        (sealed[:8], PLACE),
        (b"", PLACE),
    ):
        with pytest.raises(SealError):
            seals.open(wrong, place)


def test_an_index_finds_by_every_key_and_says_nothing_without_one() -> None:
    before, after = Seals(Keyring.of(OLD)), Seals(Keyring.of({**NEW, **OLD}))
    assert before.index("email", "a@example.com") in after.indexes("email", "a@example.com")
    assert after.index("email", "a@example.com") == after.indexes("email", "a@example.com")[0]
    assert before.index("email", "a@example.com") != before.index("network", "a@example.com")


def test_row_ids_lie_in_the_order_of_their_time() -> None:
    start = datetime(2026, 11, 25, tzinfo=UTC)
    ids = [new_id(start + timedelta(microseconds=number)) for number in range(2_500)]
    assert ids == sorted(set(ids))
    assert ids[1_200] < first_id(start + timedelta(microseconds=1_201)) < ids[1_201]
    assert {(len(one), one[12], one[16] in "89ab") for one in ids} == {(32, "7", True)}
