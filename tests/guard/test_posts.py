"""Forms on their way in: from our own pages, urlencoded, and no larger than anybody types."""

from typing import Any

import pytest

FORM = b"POST /ja/inquiries HTTP/1.1\r\nHOST\r\nContent-Type: application/x-www-form-urlencoded\r\n"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ((), 200),
        (("Sec-Fetch-Site: same-origin",), 200),
        (("Sec-Fetch-Site: same-origin", "Origin: null"), 200),
        (("Sec-Fetch-Site: none",), 200),
        (("Sec-Fetch-Site: same-site",), 403),
        (("Sec-Fetch-Site: cross-site",), 403),
        (("Sec-Fetch-Site: SAME-ORIGIN",), 403),
        (("Sec-Fetch-Site:",), 403),
        (("Origin: OURS",), 200),
        (("Origin: null",), 403),
        (("Origin: http://evil.example",), 403),
        (("Origin: OURS.evil.example",), 403),
        (("Origin: OURS/",), 403),
        (("Origin: https://127.0.0.1",), 403),
        (("Origin:",), 403),
        (("Origin: OURS", "Sec-Fetch-Site: cross-site"), 403),
        (("Origin: http://evil.example", "Sec-Fetch-Site: same-origin"), 403),
        (("Origin: \xff",), 403),
    ],
)
def test_a_form_is_taken_only_from_our_own_pages(served: Any, headers: tuple[str, ...], status: int) -> None:
    sent = [header.replace("OURS", served.origin) for header in headers]
    assert status == served.ask("/ja/inquiries", *sent, method="POST", body=b"a=b").status


def test_a_page_may_be_opened_from_anywhere(served: Any) -> None:
    assert served.ask("/ja/policy", "Origin: http://evil.example", "Sec-Fetch-Site: cross-site").status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (("Content-Type: application/x-www-form-urlencoded",), 200),
        (("Content-Type: Application/X-WWW-Form-Urlencoded ; Charset=UTF-8",), 200),
        (('Content-Type: application/x-www-form-urlencoded; charset="utf-8"',), 200),
        (("Content-Type: application/x-www-form-urlencoded", "Content-Encoding: identity"), 200),
        (("Content-Type: application/x-www-form-urlencoded; charset=shift_jis",), 415),
        (("Content-Type: application/x-www-form-urlencoded; charset=utf-8; x=y",), 415),
        (("Content-Type: application/x-www-form-urlencoded; charset=punycode",), 415),
        (("Content-Type: application/x-www-form-urlencoded;",), 415),
        (("Content-Type: multipart/form-data; boundary=x",), 415),
        (("Content-Type: text/plain",), 415),
        (("Content-Type: application/json",), 415),
        (("Content-Type:",), 415),
        (("Content-Type: \xff",), 415),
        (("Content-Type: application/x-www-form-urlencoded", "Content-Encoding: gzip"), 415),
        (("Content-Type: application/x-www-form-urlencoded", "Content-Encoding: identity, gzip"), 415),
    ],
)
def test_only_an_urlencoded_body_is_read(served: Any, headers: tuple[str, ...], status: int) -> None:
    assert status == served.ask("/ja/inquiries", *headers, method="POST", body=b"a=b").status


def test_a_body_without_a_type_is_not_read(served: Any) -> None:
    assert served.raw(b"POST /ja/inquiries HTTP/1.1\r\nHOST\r\nContent-Length: 3\r\n\r\na=b").status == 415


def test_a_form_larger_than_taken_in_comes_back_with_its_text(served: Any) -> None:
    text = "長い文" * 20_000
    reply = served.ask("/ja/inquiries", method="POST", body=f"message={text}".encode())
    assert reply.json == {"fields": {"message": text}, "too_large": True, "damaged": False}


@pytest.mark.parametrize("framing", ["length", "chunks"])
def test_a_body_of_megabytes_is_refused_and_its_sender_hears_so(served: Any, framing: str) -> None:
    body = b"message=" + b"a" * 3_000_000
    if framing == "length":
        reply = served.ask("/ja/inquiries", method="POST", body=body)
    else:
        chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        reply = served.raw(FORM + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
    assert reply.status == 413
    assert reply["connection"] == "close"
