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


def test_a_long_inquiry_waits_until_no_other_does_and_each_kind_goes_by_its_age(
    desk: Context, send: Send, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    examined = screening.assessment

    def write(words: str) -> None:
        clock.forward(timedelta(seconds=1))
        send(words)

    def noted(context: Context, inquiry: StoredInquiry) -> Assessment:
        read.append(inquiry.message.partition("：")[0])
        if read[-1] == "長い一通目":
            write("その間に来たもの：" + CALM)
        return examined(context, inquiry)

    for words in ("長い一通目：" + CALM * 60, "長い二通目：" + CALM * 60, "短いもの：" + CALM):
        write(words)
    monkeypatch.setattr(screening, "assessment", noted)

    assert worker.screen(desk) == 4
    assert read == ["短いもの", "長い一通目", "その間に来たもの", "長い二通目"]
