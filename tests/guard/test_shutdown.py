"""Processes come and go: no request is lost on the way out, no worker outlives the others, the port is free again."""

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest


def test_sigterm_is_told_first_lets_the_request_under_way_finish_and_ends_with_0(starting: Any) -> None:
    _ends_well(starting())


def test_workers_are_replaced_end_with_the_one_that_started_them_and_finish_on_sigterm(starting: Any) -> None:
    server = starting(workers=2)
    killed = _a_worker(server)
    os.kill(killed, signal.SIGKILL)
    seen = set()
    latest = time.monotonic() + 30
    while len(seen - {killed}) < 2 and time.monotonic() < latest:
        seen.add(_a_worker(server))
    assert len(seen) == 2
    assert killed not in seen
    server.process.kill()
    server.process.wait(5)
    again = starting(port=server.port, workers=2)
    assert not any(Path(f"/proc/{worker}/exe").exists() for worker in seen)
    _ends_well(again)


def _ends_well(server: Any) -> None:
    """Who asked before is answered, who comes meanwhile is turned away and not left waiting, and all is told."""
    with server.line() as line, server.line() as idle:
        line.say(b"GET /ja/slow HTTP/1.1\r\n" + server.host + b"\r\n")
        idle.say(b"GET /ja/policy HTTP/1.1\r\n" + server.host)
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.4)
        with pytest.raises(ConnectionRefusedError):
            server.ask("/ja/policy")
        # Whoever works beside the server ends in the same seconds, and not in those after them.
        assert [server.process.stdout.readline() for _ in range(2)] == ["ending\n", "slow\n"]
        reply = line.hear()
        assert reply is not None
        assert (reply.status, reply.text, reply["connection"]) == (200, "slow but whole", "close")
        assert idle.ended()
    assert server.process.wait(10) == 0


def _a_worker(server: Any) -> int:
    told = server.ask("/ja/process").json
    assert told["tidied"], "it began without looking for rubbish, and goes on so"
    return int(told["pid"])
