"""Log lines: JSON, a fixed list of fields, and nothing that anybody typed."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from desk import log


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Iterator[Any]:
    root = logging.getLogger()
    before = root.handlers, root.level
    log.configure("info")
    yield lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    root.handlers, level = before
    root.setLevel(level)
    structlog.reset_defaults()


def test_a_line_has_an_event_a_level_and_a_time(lines: Any) -> None:
    log.info("delivered", kind="desk", attempts=2)
    (line,) = lines()
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "delivered", "level": "info", "kind": "desk", "attempts": 2}


def test_fields_that_are_not_on_the_list_are_left_out_and_receipts_are_hashed(lines: Any) -> None:
    log.warning("odd", message="死ね", email="taro@example.com", receipt="ABCD-EFGH")
    (line,) = lines()
    assert set(line) == {"event", "level", "timestamp", "receipt_hash"}
    assert len(line["receipt_hash"]) == 16


def test_a_fault_is_named_by_kind_and_place_alone(lines: Any) -> None:
    try:
        int("taro@example.com")
    except ValueError as error:
        log.fault("failed", error)
    (line,) = lines()
    assert line["error"] == "ValueError"
    assert line["where"][-1].startswith("guard/test_log.py:")
    assert "taro" not in json.dumps(line)


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), ValueError("I/O operation on closed file")])
def test_a_log_that_cannot_be_written_stops_nobody(
    lines: Any, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise fault

    with monkeypatch.context() as full:
        full.setattr(sys, "stderr", Full())
        log.info("delivered")

    log.info("started")
    assert [line["event"] for line in lines()] == ["started"]


def test_libraries_are_heard_without_their_words(lines: Any) -> None:
    library = logging.getLogger("some.library")
    try:
        int("taro@example.com")
    except ValueError:
        library.exception("could not handle %s", "taro@example.com")
    library.info("taro@example.com")
    (line,) = lines()
    assert (line["logger"], line["level"], line["error"]) == ("some.library", "error", "ValueError")
    assert "taro" not in json.dumps(line)


def test_the_server_says_why_it_cannot_start(lines: Any) -> None:
    logging.getLogger("uvicorn.error").error("Error loading ASGI app. %s", "No module")
    (line,) = lines()
    assert line["reason"] == "Error loading ASGI app. No module"


def test_what_is_less_grave_than_asked_for_is_not_written(lines: Any) -> None:
    log.configure("warning")
    log.info("quiet")
    log.warning("loud")
    assert [line["event"] for line in lines()] == ["loud"]
