"""In which order inquiries are screened: the oldest first, and what takes long when nothing else waits."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.context import Context
from desk.delivery import screening, worker
from desk.store.records import StoredInquiry
from desk.store.screening import Assessment

from .conftest import Clock

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
