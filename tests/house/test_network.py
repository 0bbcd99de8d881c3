"""No test calls anybody outside this machine."""

import socket

import httpx
import pytest
from reading import PLAIN


@pytest.mark.parametrize("address", ["192.0.2.1", "0.0.0.0", "2001:db8::1", "::"])  # noqa: S104 - refused, all of them
@pytest.mark.parametrize("how", ["connect", "connect_ex"])
def test_a_connection_to_elsewhere_is_refused(address: str, how: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as calling:
        calling.settimeout(0.1)
        with pytest.raises(AssertionError, match=address):
            getattr(calling, how)((address, 80))


def test_it_is_refused_to_whoever_asks_for_a_page_too() -> None:
    with pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        httpx.get("http://192.0.2.1/", timeout=0.1, trust_env=False, verify=PLAIN)


def test_this_machine_is_at_home() -> None:
    with socket.create_server(("127.0.0.1", 0)) as here, socket.create_connection(here.getsockname()) as calling:
        assert calling.getpeername() == here.getsockname()
