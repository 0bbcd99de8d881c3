"""The one public address, as Host and Origin may say it."""

import pytest

from desk.guard.head import Address


@pytest.mark.parametrize(
    ("told", "origin", "hosts"),
    [
        ("https://desk.example", "https://desk.example", {b"desk.example", b"desk.example:443"}),
        ("https://desk.example:443", "https://desk.example", {b"desk.example", b"desk.example:443"}),
        ("https://Desk.Example:8443", "https://desk.example:8443", {b"desk.example:8443"}),
        ("http://desk.example", "http://desk.example", {b"desk.example", b"desk.example:80"}),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", {b"127.0.0.1:8000"}),
        ("http://[::1]:8000", "http://[::1]:8000", {b"[::1]:8000"}),
        ("http://[2001:db8::80]", "http://[2001:db8::80]", {b"[2001:db8::80]", b"[2001:db8::80]:80"}),
    ],
)
def test_the_port_that_goes_without_saying_may_be_said(told: str, origin: str, hosts: set[bytes]) -> None:
    assert Address.of(told) == Address(origin, frozenset(hosts))
