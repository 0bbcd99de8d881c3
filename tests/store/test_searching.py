"""Looking through inquiries: bit by bit, by every key of the list, past what nobody here may open."""

import asyncio
import secrets
from collections.abc import Callable, Collection

import pytest

from desk.keys import Keyring
from desk.rules import searching
from desk.rules.searching import Wanted
from desk.store import searching as looking
from desk.store.engine import Store, open_store
from desk.store.inquiries import Added, Arrival, Limits, add
from desk.store.searching import Looked, look

Came = Callable[..., str]


@pytest.fixture
def came(store: Store, arrival: Callable[..., Arrival]) -> Came:
    """One more inquiry, a second after the one before; gives its receipt."""
    numbers = iter(range(1_000))

    def one_more(**changes: str) -> str:
        added = asyncio.run(add(store, arrival(after=next(numbers), **changes), Limits(10**6, 10**6)))
        assert isinstance(added, Added)
        return added.receipt

    return one_more


def wanted(text: str) -> Wanted:
    found = searching.read(text)
    assert isinstance(found, Wanted)
    return found


def everybody(_: Collection[str]) -> bool:
    return True


def found(looked: Looked) -> list[str]:
    return [row.receipt for row in looked.rows]


@pytest.mark.parametrize("text", ["花子 見本", "hanako@example.com", "03-1234-5678"])
def test_what_fits_is_found_the_newest_first_bit_by_bit(
    store: Store, came: Came, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(looking, "AT_ONCE", 2)
    oldest, older = came(), came()
    came(name="佐藤", kana="", email="ken@example.com", phone_e164="")
    newest = came()
    first = look(store, wanted(text), everybody)
    second = look(store, wanted(text), everybody, first.last)
    third = look(store, wanted(text), everybody, second.last) if second.last else second
    assert list(dict.fromkeys([*found(first), *found(second), *found(third)])) == [newest, older, oldest]
    assert third.last is None


@pytest.mark.parametrize("text", ["花子", "hanako@example.com"])
def test_what_was_stored_with_an_older_key_is_found(url: str, came: Came, keyring: Keyring, text: str) -> None:
    receipt = came()
    rotated = open_store(url, Keyring.of({"k2": secrets.token_bytes(32), "k1": keyring.current.secret}))
    assert found(look(rotated, wanted(text), everybody)) == [receipt]
    rotated.close()


def test_what_cannot_be_opened_is_passed_over(url: str, store: Store, came: Came) -> None:
    came()
    other = Store(url, Keyring.of({"k2": bytes(32)}))  # as `open_store` refuses to
    looked = look(other, wanted("花子"), everybody)
    other.close()
    assert (looked.rows, looked.seen) == ([], 1)
    assert len(look(store, wanted("花子"), everybody).rows) == 1


@pytest.mark.parametrize("text", ["花子", "hanako@example.com"])
def test_what_may_not_be_opened_is_not_found(store: Store, came: Came, text: str) -> None:
    mine = came()
    came(topic="whistleblowing")
    assert found(look(store, wanted(text), lambda stations: "whistleblowing" not in stations)) == [mine]
