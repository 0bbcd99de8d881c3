"""In which order inquiries are screened: the oldest first, long ones when nothing else waits, faulty ones rarely."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.context import Context
from desk.delivery import screening, worker
from desk.store.records import StoredInquiry
from desk.store.screening import Assessment

from .conftest import Clock, Letterbox

Send = Callable[..., str]

CALM = "ドメインの更新方法を教えてください。"


def test_before_each_long_inquiry_come_all_others_that_wait_and_each_kind_goes_by_its_age(
    desk: Context, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    examined = screening.assessment

    def write(words: str) -> None:
        clock.forward(timedelta(seconds=1))
        send(words)

    def noted(context: Context, inquiry: StoredInquiry) -> Assessment:
        read.append(inquiry.message.partition("：")[0])
        if len(read) <= 2:
            write(f"{len(read)}通目の間に来たもの：" + CALM)
        return examined(context, inquiry)

    for words in ("長い一通目：" + CALM * 60, "長い二通目：" + CALM * 60, "短いもの：" + CALM):
        write(words)
    monkeypatch.setattr(screening, "assessment", noted)

    assert worker.screen(desk) == 5
    assert read == ["短いもの", "長い一通目", "1通目の間に来たもの", "2通目の間に来たもの", "長い二通目"]


class AfterRounds(threading.Event):
    """Tells a worker to stop when it has screened so many times."""

    def __init__(self, rounds: int) -> None:
        super().__init__()
        self._left, self._screening = rounds, threading.get_ident()

    def wait(self, timeout: float | None = None) -> bool:
        if threading.get_ident() == self._screening:
            self._left -= 1
            if self._left < 0:
                self.set()
        return super().wait(timeout)


def test_what_cannot_even_be_held_is_tried_again_later_and_meanwhile_slows_nobody(
    desk: Context, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    examined = screening.assessment

    def noted(context: Context, inquiry: StoredInquiry) -> Assessment:
        read.append(inquiry.message)
        if inquiry.message == "x":
            raise ZeroDivisionError
        return examined(context, inquiry)

    def refused(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr(screening, "assessment", noted)
    monkeypatch.setattr("desk.store.screening.hold", refused)
    send("x")
    clock.forward(timedelta(seconds=1))
    send(CALM)

    worker.run(desk, Letterbox(), AfterRounds(3))
    assert read == ["x", CALM]

    aside: dict[str, float] = {}
    assert [worker.screen(desk, aside=aside) for _ in range(2)] == [0, 0]
    assert read == ["x", CALM, "x"]
    assert worker.screen(desk, aside=dict.fromkeys(aside, 0.0)) == 0
    assert read == ["x", CALM, "x", "x"]
