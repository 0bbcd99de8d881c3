"""Slow clients: everybody gets the same few seconds for each part, and then the connection ends."""

import time
from typing import Any

from desk.serving import Deadlines

FORM = b"POST /ja/inquiries HTTP/1.1\r\nHOST\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def test_the_deadlines_are_ten_seconds_for_head_and_body_and_five_for_idling() -> None:
    usual = Deadlines()
    assert (usual.head, usual.body, usual.idle, usual.reading, usual.longest) == (10, 10, 5, 10, 60)


def test_who_says_nothing_is_not_waited_for(hasty: Any) -> None:
    with hasty.line() as line:
        assert line.ended()


def test_who_says_nothing_but_empty_lines_is_not_waited_for(hasty: Any) -> None:
    with hasty.line() as line:
        assert _dripped(line, b"\r\n")


def test_who_stops_within_the_head_is_not_waited_for(hasty: Any) -> None:
    with hasty.line() as line:
        assert line.say(b"GET /ja/policy HTTP/1.1\r\nHost: ").ended()


def test_a_head_byte_by_byte_gains_no_time(hasty: Any) -> None:
    with hasty.line() as line:
        assert _dripped(line.say(b"GET /ja/policy HTTP/1.1\r\nX: "), b"a")


def test_who_stops_within_the_body_is_not_waited_for_and_is_told_so(hasty: Any) -> None:
    with hasty.line() as line:
        reply = line.say(_form(hasty, b"Content-Length: 30\r\n\r\na=b")).hear()
        assert reply is not None
        assert (reply.status, reply["connection"], reply["cache-control"]) == (408, "close", "no-store")
        assert line.ended()


def test_a_long_body_that_comes_steadily_is_waited_for(hasty: Any) -> None:
    reply = _steadily_for_a_second_and_a_half(hasty)  # thrice the usual time
    assert reply is not None
    assert reply.status != 408


def test_the_time_that_a_body_takes_is_not_the_answers(served: Any) -> None:
    reply = _steadily_for_a_second_and_a_half(served)  # twice what an answer may take
    assert reply is not None
    assert reply.status != 503


def test_who_sends_much_at_once_and_then_nothing_is_not_waited_for(hasty: Any) -> None:
    with hasty.line() as line:
        reply = line.say(_form(hasty, b"Content-Length: 90000\r\n\r\n" + b"a" * 60_000)).hear()
        assert reply is not None
        assert reply.status == 408


def test_a_body_that_comes_steadily_has_its_end_as_well(hasty: Any) -> None:
    with hasty.line() as line:
        assert _dripped(line.say(_form(hasty, b"Content-Length: 500000\r\n\r\n")), b"a" * 200)


def test_a_body_byte_by_byte_gains_no_time(hasty: Any) -> None:
    with hasty.line() as line:
        assert _dripped(line.say(_form(hasty, b"Content-Length: 300\r\n\r\na=b")), b"a")
    with hasty.line() as line:
        assert _dripped(line.say(_form(hasty, b"Transfer-Encoding: chunked\r\n\r\n")), b"1\r\na\r\n")


def test_who_comes_back_in_time_is_answered_and_who_idles_is_let_go(hasty: Any) -> None:
    with hasty.line() as line:
        for _ in range(4):
            time.sleep(0.25)
            reply = line.say(b"GET /ja/policy HTTP/1.1\r\n" + hasty.host + b"\r\n").hear()
            assert reply is not None
            assert reply.status == 200
        assert line.ended()


def test_who_sends_on_after_a_refusal_is_heard_out_only_for_a_moment(hasty: Any) -> None:
    with hasty.line() as line:
        line.say(_form(hasty, b"Content-Length: 9999999\r\n\r\n"))
        reply = line.hear()
        assert reply is not None
        assert reply.status == 413
        assert _dripped(line, b"a")


def test_a_handler_that_takes_longer_than_a_client_may_is_waited_for(hasty: Any) -> None:
    reply = hasty.ask("/ja/slow")
    assert (reply.status, reply.text) == (200, "slow but whole")


def test_who_does_not_read_the_answer_is_let_go_and_what_it_took_is_free_again(hasty: Any) -> None:
    before = int(hasty.ask("/ja/memory").json["bytes"])
    with hasty.line() as line:
        line.say(b"GET /ja/large HTTP/1.1\r\n" + hasty.host + b"\r\n")
        time.sleep(1.5)
        assert line.ended()
    time.sleep(0.2)
    assert int(hasty.ask("/ja/memory").json["bytes"]) - before < 45_000_000


def test_many_who_ask_and_never_read_fill_nothing(hasty: Any) -> None:
    request = b"GET /ja/policy HTTP/1.1\r\n" + hasty.host + b"\r\n"
    with hasty.line() as line:
        try:
            for _ in range(200):
                line.say(request * 50)
        except (ConnectionError, TimeoutError):
            pass
        assert line.ended()
    assert hasty.ask("/ja/policy").status == 200


def _steadily_for_a_second_and_a_half(server: Any) -> Any:
    """What is answered to a body that comes in thirty pieces."""
    with server.line() as line:
        line.say(_form(server, b"Content-Length: 3000\r\n\r\n"))
        for _ in range(30):
            line.say(b"a" * 100)
            time.sleep(0.05)
        return line.hear()


def _form(server: Any, rest: bytes) -> bytes:
    return FORM.replace(b"HOST\r\n", server.host) + rest


def _dripped(line: Any, piece: bytes) -> bool:
    """Whether the other side ends the connection while we keep it waiting with one piece after the other."""
    line.socket.settimeout(0.05)
    for _ in range(60):
        try:
            line.say(piece)
            if line.socket.recv(65536) == b"":
                return True
        except TimeoutError:
            continue
        except ConnectionError:
            return True
    return False
