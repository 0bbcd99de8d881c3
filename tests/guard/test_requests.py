"""Requests that are not what they should be: refused with our page or ended, never a fault, never misunderstood."""

import socket
from typing import Any

import pytest

FORM = b"POST /ja/inquiries HTTP/1.1\r\nHOST\r\nContent-Type: application/x-www-form-urlencoded\r\n"

MALFORMED = {
    "no Host": b"GET /ja/policy HTTP/1.1\r\n\r\n",
    "an empty Host": b"GET /ja/policy HTTP/1.1\r\nHost:\r\n\r\n",
    "two Hosts": b"GET /ja/policy HTTP/1.1\r\nHOST\r\nHOST\r\n\r\n",
    "two different Hosts": b"GET /ja/policy HTTP/1.1\r\nHOST\r\nHost: evil.example\r\n\r\n",
    "a Host that is no text": b"GET /ja/policy HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
    "HTTP/1.0 without Host": b"GET /ja/policy HTTP/1.0\r\n\r\n",
    "HTTP/0.9": b"GET /ja/policy\r\n\r\n",
    "HTTP/2.0": b"GET /ja/policy HTTP/2.0\r\nHOST\r\n\r\n",
    "HTTP/2's opening": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/9.9": b"GET /ja/policy HTTP/9.9\r\nHOST\r\n\r\n",
    "no HTTP at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "lower case": b"get /ja/policy HTTP/1.1\r\nHOST\r\n\r\n",
    "a method nobody knows": b"SMUGGLE /ja/policy HTTP/1.1\r\nHOST\r\n\r\n",
    "bare line feeds": b"GET /ja/policy HTTP/1.1\nHOST\n\n",
    "a folded header": b"GET /ja/policy HTTP/1.1\r\nX: a\r\n b\r\nHOST\r\n\r\n",
    "a space before the colon": b"GET /ja/policy HTTP/1.1\r\nHost : a\r\n\r\n",
    "a header without a name": b"GET /ja/policy HTTP/1.1\r\n: a\r\nHOST\r\n\r\n",
    "NUL in a header": b"GET /ja/policy HTTP/1.1\r\nX: a\0b\r\nHOST\r\n\r\n",
    "a bare carriage return": b"GET /ja/policy HTTP/1.1\r\nX: a\rb\r\nHOST\r\n\r\n",
    "NUL in the target": b"GET /ja/\0 HTTP/1.1\r\nHOST\r\n\r\n",
    "raw UTF-8 in the target": "GET /ja/方針 HTTP/1.1\r\nHOST\r\n\r\n".encode(),
    "a space in the target": b"GET /ja/a b HTTP/1.1\r\nHOST\r\n\r\n",
    "length and chunks": FORM + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n",
    "chunks and length": FORM + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\na=b\r\n0\r\n\r\n",
    "two lengths": FORM + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\na=b",
    "two different lengths": FORM + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\na=bc",
    "lengths in a list": FORM + b"Content-Length: 3, 3\r\n\r\na=b",
    "a signed length": FORM + b"Content-Length: +3\r\n\r\na=b",
    "a negative length": FORM + b"Content-Length: -3\r\n\r\na=b",
    "a hexadecimal length": FORM + b"Content-Length: 0x3\r\n\r\na=b",
    "an immense length": FORM + b"Content-Length: 99999999999999999999999999\r\n\r\na=b",
    "gzipped chunks": FORM + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "chunks that are not last": FORM + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": FORM.replace(b"1.1", b"1.0") + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks said twice": FORM + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "an encoding that looks like chunks": FORM + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "a tab before chunked": FORM + b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n",
    "a chunk of no size": FORM + b"Transfer-Encoding: chunked\r\n\r\nzz\r\na=b\r\n0\r\n\r\n",
    "a chunk of immense size": FORM + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\na=b\r\n0\r\n\r\n",
    "a chunk ended by a bare line feed": FORM + b"Transfer-Encoding: chunked\r\n\r\n3\na=b\n0\n\n",
    "two kinds of body": FORM + b"Content-Type: text/plain\r\nContent-Length: 3\r\n\r\na=b",
    "two Origins": FORM + b"Origin: http://a\r\nOrigin: http://b\r\nContent-Length: 3\r\n\r\na=b",
}

ELSEWHERE = {
    "another Host": b"GET /ja/policy HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "a Host without its port": b"GET /ja/policy HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "a Host with a dot behind it": b"GET /ja/policy HTTP/1.1\r\nHost: 127.0.0.1.:80\r\n\r\n",
    "a target in another site": b"GET http://evil.example/ja/policy HTTP/1.1\r\nHOST\r\n\r\n",
}


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_request_is_refused_with_our_page_and_the_connection_ends(served: Any, sent: bytes) -> None:
    with served.line() as line:
        reply = line.say(sent.replace(b"HOST\r\n", served.host).replace(b"HOST\n", served.host)).hear()
        assert reply is not None
        assert reply.status == 400
        assert "<section lang=en>" in reply.text
        assert reply["content-security-policy"].startswith("default-src 'none'")
        assert reply["cache-control"] == "no-store"
        line.say(b"GET /ja/policy HTTP/1.1\r\n" + served.host + b"Connection: close\r\n\r\n")
        later = line.hear()
        assert later is None or later.status == 200


@pytest.mark.parametrize(
    ("sent", "language"),
    [
        (b"GET /en/policy HTTP/1.1\r\nX: a\rb\r\nHOST\r\n\r\n", "en"),
        (b"GET /ja/policy HTTP/1.1\r\nX: a\rb\r\nHOST\r\n\r\n", "ja"),
        (b"GET http://127.0.0.1/en?q=1 HTTP/9.9\r\nHOST\r\n\r\n", "en"),
        (b"GET /en/a b HTTP/1.1\r\nHOST\r\n\r\n", "en"),
        (b"GET /enquiries HTTP/9.9\r\nHOST\r\n\r\n", "ja"),
        (FORM.replace(b"/ja/", b"/en/") + b"Transfer-Encoding: chunked\r\n\r\nzz\r\na=b\r\n0\r\n\r\n", "en"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "ja"),
    ],
)
def test_the_page_for_what_cannot_be_read_is_in_the_language_of_the_path_as_far_as_that_was(
    served: Any, sent: bytes, language: str
) -> None:
    reply = served.raw(sent)
    assert reply.status == 400
    assert f"<html lang={language}>" in reply.text


@pytest.mark.parametrize("sent", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_who_asks_another_address_is_told_that_this_site_is_not_there(served: Any, sent: bytes) -> None:
    reply = served.raw(sent)
    assert reply.status == 421
    assert "This site is not at this address" in reply.text
    assert "evil" not in reply.text


@pytest.mark.parametrize(
    "sent",
    [
        b"GET http://HOST/ja/policy HTTP/1.1\r\nHOST\r\n\r\n",
        b"GET /ja/policy HTTP/1.1\r\nhOST\r\n\r\n",
        b"GET /ja/policy HTTP/1.0\r\nHOST\r\n\r\n",
        b"\r\n\r\nGET /ja/policy HTTP/1.1\r\nHOST\r\n\r\n",
        b"GET /ja/policy HTTP/1.1\r\nHOST\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n\r\n",
        b"GET /ja/policy HTTP/1.1\r\nHOST\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        b"GET /ja/policy HTTP/1.1\r\nHOST\r\nRange: bytes=0-1\r\n\r\n",
        b"GET /ja/policy HTTP/1.1\r\nHOST\r\nCookie: " + b"a=b; " * 2000 + b"\r\n\r\n",
        b"GET /ja/policy HTTP/1.1\r\nHOST\r\nX-Latin: \xe9\r\nAccept-Language: \xff;q=\xff\r\n\r\n",
    ],
)
def test_an_unusual_but_right_request_is_answered(served: Any, sent: bytes) -> None:
    named = sent.replace(b"http://HOST", served.origin.encode()).replace(b"hOST\r\n", served.host.upper())
    reply = served.raw(named)
    assert reply.status == 200
    assert "方針" in reply.text


def test_after_an_upgrade_that_is_not_made_nothing_more_is_read(served: Any) -> None:
    upgrade = b"GET /ja/policy HTTP/1.1\r\nHOST\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
    with served.line() as line:
        line.say((upgrade + b"GET /ja/echo HTTP/1.1\r\nHOST\r\n\r\n").replace(b"HOST\r\n", served.host))
        reply = line.hear()
        assert reply is not None
        assert (reply.status, reply["connection"]) == (200, "close")
        assert line.ended()


def test_requests_that_come_at_once_are_answered_in_their_order(served: Any) -> None:
    targets = ["/ja/policy", "/ja/echo", "/ja/nothing", "/en/echo", "/ja/policy"]
    with served.line() as line:
        line.say(b"".join(f"GET {target} HTTP/1.1\r\n".encode() + served.host + b"\r\n" for target in targets))
        replies = [line.hear() for _ in targets]
    assert [reply and reply.status for reply in replies] == [200, 200, 404, 200, 200]


def test_who_has_nothing_more_to_say_is_still_answered(served: Any) -> None:
    with served.line() as line:
        line.say(
            b"GET /ja/policy HTTP/1.1\r\n" + served.host + b"\r\nGET /en/cached HTTP/1.1\r\n" + served.host + b"\r\n"
        )
        line.socket.shutdown(socket.SHUT_WR)
        replies = [line.hear(), line.hear()]
        assert [reply and reply.status for reply in replies] == [200, 404]
        assert line.ended()


@pytest.mark.parametrize("sent", [b"GET /ja/pol", FORM, FORM + b"Content-Length: 30\r\n\r\na=b"])
def test_half_a_request_is_none(served: Any, sent: bytes) -> None:
    with served.line() as line:
        line.say(sent.replace(b"HOST\r\n", served.host)).socket.shutdown(socket.SHUT_WR)
        reply = line.hear()
        assert reply is not None
        assert reply.status == 400
        assert line.ended()


def test_a_thousand_requests_at_once_do_no_harm(served: Any) -> None:
    with served.line() as line:
        line.say((b"GET /ja/slow HTTP/1.1\r\n" + served.host + b"\r\n") * 1000)
        assert line.ended()
    assert served.ask("/ja/policy").status == 200


@pytest.mark.parametrize("count", [1, 2, 5])
def test_what_follows_requests_and_is_none_ends_the_connection_after_their_answers(served: Any, count: int) -> None:
    with served.line() as line:
        line.say((b"GET /ja/echo HTTP/1.1\r\n" + served.host + b"\r\n") * count + b"\x00\x01garbage\r\n\r\n")
        replies = [line.hear() for _ in range(count)]
        assert [reply and reply.status for reply in replies] == [200] * count
        assert line.ended()


def test_a_length_that_is_too_short_leaves_no_second_request_behind(served: Any) -> None:
    hidden = b"a=bGET /ja/echo HTTP/1.1\r\n" + served.host + b"\r\n"
    with served.line() as line:
        line.say(FORM.replace(b"HOST\r\n", served.host) + b"Content-Length: 3\r\n\r\n" + hidden)
        first = line.hear()
        second = line.hear()
    assert first is not None
    assert first.json["fields"] == {"a": "b"}
    assert second is None or second.status in (200, 400)


def test_chunks_are_put_together_and_what_they_carry_beside_is_left_out(served: Any) -> None:
    body = b'3;ext="a"\r\na=%\r\n2\r\nE3\r\n6\r\n%81%82\r\n0\r\nHost: evil.example\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n'
    reply = served.raw(FORM + b"Transfer-Encoding: chunked\r\n\r\n" + body)
    assert reply.json["fields"] == {"a": "あ"}


def test_a_body_in_countless_pieces_is_too_much(served: Any) -> None:
    sent = FORM + b"Transfer-Encoding: chunked\r\n\r\n2\r\na=\r\n"
    assert served.raw(sent + b"1\r\na\r\n" * 4000 + b"0\r\n\r\n").json["fields"] == {"a": "a" * 4000}
    assert served.raw(sent + b"1\r\na\r\n" * 5000 + b"0\r\n\r\n").status == 413


def test_continue_is_said_only_to_a_body_that_will_be_read(served: Any) -> None:
    with served.line() as line:
        line.say(FORM.replace(b"HOST\r\n", served.host) + b"Expect: 100-continue\r\nContent-Length: 3\r\n\r\n")
        assert line.stream.readline() == b"HTTP/1.1 100 Continue\r\n"
        line.stream.readline()
        reply = line.say(b"a=b").hear()
        assert reply is not None
        assert reply.json["fields"] == {"a": "b"}
    with served.line() as line:
        line.say(FORM.replace(b"HOST\r\n", served.host) + b"Expect: 100-continue\r\nContent-Length: 9999999\r\n\r\n")
        assert line.stream.readline().startswith(b"HTTP/1.1 413 ")


def test_a_head_that_does_not_end_is_cut_off_before_it_fills_the_memory(served: Any) -> None:
    with served.line() as line:
        line.say(b"GET /ja/policy HTTP/1.1\r\n" + served.host + b"X-Much: ")
        try:
            for _ in range(100):
                line.say(b"a" * 65536)
        except ConnectionError:
            return
        reply = line.hear()
        assert reply is not None
        assert reply.status == 431


def test_many_small_headers_are_too_much_as_well(served: Any) -> None:
    assert served.raw(b"GET /ja/policy HTTP/1.1\r\nHOST\r\n" + b"a: b\r\n" * 8000 + b"\r\n").status == 431
