"""Passwords of made-up people, hashed with little memory; one test of its own looks at what real hashes cost."""

from collections.abc import Iterator

import pytest

from desk.staff import passwords


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> Iterator[None]:
    """For every test of a folder whose conftest imports this."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(passwords, "MEMORY", 64)
        _forget_hashers()
        yield
    _forget_hashers()


def _forget_hashers() -> None:
    passwords.hasher.cache_clear()
    passwords.nobodys.cache_clear()
