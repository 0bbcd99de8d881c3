"""Whatever is answered, by whomever: the same headers, the right length, nothing that should not be there."""

from typing import Any
from urllib.parse import quote

import pytest

FORM = "Content-Type: application/x-www-form-urlencoded"
EVERY = {
    "a prepared page": (200, ("GET", "/ja/policy")),
    "its HEAD": (200, ("HEAD", "/ja/policy")),
    "a prepared page that is unchanged": (304, ("GET", "/ja/policy", "If-None-Match: *")),
    "a handler's page": (200, ("GET", "/ja/echo")),
    "a handler's page that wants weaker headers": (200, ("GET", "/ja/weak")),
    "a slash too many": (308, ("GET", "/ja/policy/")),
    "another host": (421, ("GET", "/ja/policy", "Host: evil.example")),
    "another site's form": (403, ("POST", "/ja/inquiries", "Sec-Fetch-Site: cross-site", FORM, "Content-Length: 0")),
    "no such page": (404, ("GET", "/ja/nothing")),
    "a method of no page": (405, ("DELETE", "/ja/policy")),
    "a method not of this page": (405, ("POST", "/ja/echo", FORM, "Content-Length: 0")),
    "a body too large": (413, ("POST", "/ja/inquiries", FORM, "Content-Length: 600000")),
    "an address too long": (414, ("GET", "/ja/" + "a" * 3000)),
    "another kind of body": (415, ("POST", "/ja/inquiries", "Content-Type: application/json", "Content-Length: 2")),
    "a head too large": (431, ("GET", "/ja/policy", "X-Much: " + "a" * 33_000)),
    "a fault": (500, ("GET", "/ja/fault")),
    "a header no server sends": (500, ("GET", "/ja/broken-off")),
    "a database that is locked": (503, ("GET", "/ja/locked")),
    "an answer that does not come": (503, ("GET", "/ja/endless")),
    "an answer that does not come, to a body": (503, ("GET", "/ja/endless", "Content-Length: 0")),
}
EXPECTED = {
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
}
POLICY = {
    "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'",
}  # fmt: skip


Asked = tuple[int, str, Any]


@pytest.fixture(scope="module")
def known() -> dict[str, Asked]:
    """What was answered, for each is asked once: some answers are waited for."""
    return {}


@pytest.fixture
def asked(served: Any, known: dict[str, Asked], request: pytest.FixtureRequest) -> Asked:
    if request.param not in known:
        known[request.param] = answered(served, *EVERY[request.param])
    return known[request.param]


def answered(served: Any, status: int, told: tuple[str, ...]) -> Asked:
    method, target, *headers = told
    host = [] if any(header.startswith("Host") for header in headers) else [served.host.decode().strip()]
    with served.line() as line:
        head = "".join(f"{part}\r\n" for part in (f"{method} {target} HTTP/1.1", *host, *headers))
        reply = line.say(f"{head}\r\n".encode()).hear(head=method == "HEAD")
    assert reply is not None
    return status, method, reply


every = pytest.mark.parametrize("asked", EVERY, indirect=True)
refusals = pytest.mark.parametrize(
    "asked", [name for name, (status, _) in EVERY.items() if status >= 400], indirect=True
)


@every
def test_it_has_its_status_and_every_security_header_once(asked: Any) -> None:
    status, _, reply = asked
    names = [name for name, _ in reply.headers]
    assert status == reply.status
    assert {name: reply[name] for name in EXPECTED} == EXPECTED
    assert set(reply["content-security-policy"].split("; ")) == POLICY
    assert all(entry.endswith("=()") for entry in reply["permissions-policy"].split(", "))
    assert len(names) == len(set(names))


@every
def test_it_names_no_server_sets_no_cookie_and_has_a_date(asked: Any) -> None:
    _, _, reply = asked
    assert "server" not in reply
    assert "x-powered-by" not in reply
    assert "set-cookie" not in reply
    assert "date" in reply


@every
def test_it_says_how_it_may_be_kept(asked: Any) -> None:
    status, _, reply = asked
    kept = "public, max-age=300" if "etag" in reply else "no-store"
    assert kept == reply["cache-control"]
    assert ("x-robots-tag" in reply) == (kept == "no-store" and status != 308)


@refusals
def test_a_refusal_is_a_page_in_both_languages_and_tells_nothing_of_the_inside(asked: Any) -> None:
    status, method, reply = asked
    assert reply["content-type"] == "text/html; charset=utf-8"
    assert reply.text.startswith(f"<!doctype html><html lang=ja><title>{status}</title><section lang=ja>")
    assert "<section lang=en>" in reply.text
    assert not {"Traceback", "RuntimeError", "visitor", "database", "Litestar", "{"} & set(reply.text.split())
    assert str(len(reply.body)) == reply["content-length"], method


def test_a_fault_is_logged_by_kind_and_place_without_its_words(served: Any) -> None:
    served.ask("/ja/fault")
    logged = served.logged.read_text("utf-8")
    assert '"error": "RuntimeError"' in logged
    assert "tiny.py" in logged
    assert "the words of a visitor" not in logged


@pytest.mark.parametrize(
    ("target", "accepts", "first"),
    [
        ("/ja/nothing", "en", "ja"),
        ("/en/nothing", "ja", "en"),
        ("/en", "ja", "en"),
        ("/nothing", "en-GB,en;q=0.9,ja;q=0.8", "en"),
        ("/nothing", "fr, ja;q=0.2, en;q=0.1", "ja"),
        ("/nothing", "fr", "ja"),
        ("/jargon", "en", "en"),
    ],
)
def test_a_refusal_speaks_the_language_of_the_address_else_of_the_visitor(
    served: Any, target: Any, accepts: Any, first: Any
) -> None:
    reply = served.ask(target, f"Accept-Language: {accepts}")
    assert f"<html lang={first}>" in reply.text


def test_head_is_answered_wherever_get_is_with_the_same_length_and_no_body(served: Any) -> None:
    for target in ("/ja/policy", "/ja/echo", "/ja/nothing", "/ja/cached"):
        with served.line() as line:
            line.say(f"HEAD {target} HTTP/1.1\r\n".encode() + served.host + b"\r\n")
            head = line.hear(head=True)
            line.say(f"GET {target} HTTP/1.1\r\n".encode() + served.host + b"Connection: close\r\n\r\n")
            whole = line.hear()
            assert head is not None
            assert whole is not None
            assert head.status == whole.status
            assert head["content-length"] == whole["content-length"] == str(len(whole.body))
            assert line.ended()


def test_a_405_says_what_is_allowed(served: Any) -> None:
    asked = {
        ("PUT", "/ja/echo"): "GET, HEAD",
        ("MKCOL", "/ja/echo"): "GET, HEAD",
        ("DELETE", "/ja/policy"): "GET, HEAD",
        ("OPTIONS", "/ja/inquiries"): "GET, HEAD, POST",
        ("PATCH", "/ja/only-posts"): "POST",
        ("GET", "/ja/only-posts"): "POST",
        ("OPTIONS", "*"): "GET, HEAD, POST",
        ("CONNECT", "a:80"): "GET, HEAD, POST",
        ("POST", "/ja/policy"): "GET, HEAD",
        ("POST", "/ja/echo"): "GET, HEAD",
    }
    for (method, target), allowed in asked.items():
        reply = served.ask(target, method=method, body=b"" if method == "POST" else None)
        assert (method, reply.status, reply["allow"]) == (method, 405, allowed)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/ja/policy?anything=%E3%81%82&x", 200),
        ("/ja/policy?%ff%00", 200),
        ("/ja/policy#part", 200),
        ("/ja/echo?broken=%ff&nul=%00", 200),
        ("/ja/echo?" + "a" * 2049, 414),
        ("/en/echo?" + "a" * 4096, 200),
        ("/en/echo?" + "a" * 4097, 414),
        ("/ja//policy", 404),
        ("//ja/policy", 404),
        ("/ja/../ja/policy", 404),
        ("/ja/./policy", 404),
        ("/ja/%2e%2e/policy", 404),
        ("/ja%2fpolicy", 404),
        ("/ja/policy%00", 404),
        ("/ja/%ff%fe", 404),
        ("/" + quote("日本語"), 404),
        ("/ja/echo/", 404),
        ("/ja/policy/", 308),
        ("/ja/policy//", 404),
        ("/ja/policy\\..\\x", 404),
        ("/ja/policy;a=b", 404),
        ("*", 404),
        ("ftp://127.0.0.1/ja/policy", 404),
        ("/" + "a" * 300, 404),
        ("/ja/" + "a" * 2045, 414),
        ("/.well-known/nothing", 404),
    ],
)
def test_a_strange_address_is_never_a_fault(served: Any, target: Any, status: Any) -> None:
    assert status == served.ask(target).status


def test_a_slash_too_many_leads_to_the_page_itself(served: Any) -> None:
    assert served.ask("/ja/policy/?a=b")["location"] == "/ja/policy"


def test_a_query_that_is_no_text_is_handed_on_as_none(served: Any) -> None:
    assert served.ask("/ja/echo?a=%ff").json["query"] == {}
    assert served.ask("/ja/echo?a=%E3%81%82").json["query"] == {"a": "あ"}


def test_what_a_handler_says_about_caching_stands(served: Any) -> None:
    reply = served.ask("/ja/cached")
    assert reply["cache-control"] == "public, max-age=60"
    assert "x-robots-tag" not in reply
