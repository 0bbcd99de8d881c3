"""Whose request it is: the peer's, unless a named proxy says for whom it asks."""

import ipaddress
from typing import Any

import pytest

from desk.guard.proxies import client_address

TRUSTED = [ipaddress.ip_network(text) for text in ("10.0.0.0/8", "fd00::/8")]


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "expected"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7, 10.2.3.4", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, unknown", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9, unknown, 10.2.3.4", "10.2.3.4"),
        ("10.0.0.1", "198.51.100.7:1234", "198.51.100.7"),
        ("10.0.0.1", "[2001:db8::1]:1234", "2001:db8::1"),
        ("10.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("fd00::1", "2001:DB8::0001", "2001:db8::1"),
        ("::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "<script>", "10.0.0.1"),
        ("10.0.0.1", ",,,", "10.0.0.1"),
        ("10.0.0.1", ", ".join(["10.9.9.9"] * 5000), "10.9.9.9"),
        ("nobody", "198.51.100.7", "nobody"),
    ],
)
def test_the_client_is_the_nearest_address_no_trusted_proxy_has(peer: str, forwarded_for: str, expected: str) -> None:
    assert expected == client_address(peer, forwarded_for, TRUSTED)


def test_without_a_named_proxy_nobody_is_believed(served: Any) -> None:
    assert served.ask("/ja/echo", "X-Forwarded-For: 198.51.100.7").json["client"][0] == "127.0.0.1"


def test_a_named_proxy_is_believed_in_what_it_added_itself(hasty: Any) -> None:
    forwarded = ("X-Forwarded-For: 203.0.113.9", "X-Forwarded-For: 198.51.100.7")
    assert hasty.ask("/ja/echo", *forwarded).json["client"][0] == "198.51.100.7"
