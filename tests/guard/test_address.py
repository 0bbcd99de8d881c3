"""The one public address, as Host and Origin may say it."""

from typing import Any

import pytest

from desk.guard.head import Address, names_here


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


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("http://127.0.0.1:8000", {b"127.0.0.1:8000", b"localhost:8000", b"[::1]:8000"}),
        ("http://localhost:8000", {b"127.0.0.1:8000", b"localhost:8000", b"[::1]:8000"}),
        ("http://[::1]", {b"127.0.0.1", b"localhost", b"[::1]", b"127.0.0.1:80", b"localhost:80", b"[::1]:80"}),
        ("https://localhost:8000", set()),
        ("http://0.0.0.0:8000", set()),
        ("http://desk.example", set()),
        ("https://desk.example", set()),
        ("https://localhost.example", set()),
    ],
)
def test_only_an_address_on_this_machine_itself_has_other_names(told: str, names: set[bytes]) -> None:
    assert names_here(told) == names


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["/ja/policy", "/en/policy", "/en/echo", "/staff/sign-in", "/ja/nothing"])
def test_who_types_localhost_is_led_to_the_address_of_the_desk(served: Any, method: str, path: str) -> None:
    reply = to_host(served, f"{method} {path}?language=en", f"LocalHost:{served.port}")
    assert (reply.status, reply["location"], reply["cache-control"]) == (
        307,
        f"{served.origin}{path}?language=en",
        "no-store",
    )
    assert reply["content-security-policy"].startswith("default-src 'none'; ")


@pytest.mark.parametrize(
    ("asked", "host"),
    [
        ("POST /en/inquiries", "localhost:PORT"),
        ("DELETE /en/policy", "localhost:PORT"),
        ("GET /en/../policy", "localhost:PORT"),
        ("GET /en/%0d%0apolicy", "localhost:PORT"),
        ("GET //evil.example", "localhost:PORT"),
        ("GET /en/policy", "localhost"),
        ("GET /en/policy", "localhost:1"),
        ("GET /en/policy", "localhost.:PORT"),
        ("GET /en/policy", "localhost.example:PORT"),
        ("GET /en/policy", "127.0.0.2:PORT"),
    ],
)
def test_whatever_else_is_asked_elsewhere_is_refused(served: Any, asked: str, host: str) -> None:
    reply = to_host(served, asked, host.replace("PORT", str(served.port)))
    assert (reply.status, "location" in reply) == (421, False)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "This site is not at this"), ("ja", "【This site is not at this")]
)
def test_a_form_that_is_sent_there_is_refused_in_the_language_of_its_visitor(
    served: Any, language: str, said: str
) -> None:
    reply = to_host(served, f"POST /{language}/inquiries", f"localhost:{served.port}")
    assert said in reply.text.partition("</section>")[0]


def to_host(served: Any, asked: str, host: str) -> Any:
    """What is answered to a request of a method and a target that names this host."""
    with served.line() as line:
        line.say(f"{asked} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n".encode())
        return line.hear(head=asked.startswith("HEAD"))
