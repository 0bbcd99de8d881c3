"""A worker looks for rubbish less often than a text of many threats makes objects, none of which is any."""

import gc
from collections.abc import Iterator

import pytest

from desk.context import Context
from desk.delivery import worker
from desk.rules import conduct

THREATS = {"message": "担当者を全員ぶっ殺すぞ。住所を晒してやる。" * 40}


@pytest.fixture
def _as_before() -> Iterator[None]:
    """Leaves the process as it was: other tests are none of a worker."""
    before = gc.get_threshold()
    kept = gc.get_freeze_count()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()
    if kept:  # what is there by now stays, as when the tests began; nothing that a worker alone would keep
        gc.collect()
        gc.freeze()


def looks(desk: Context) -> int:
    """How often the process looked for rubbish while such a text was examined."""
    seen: list[str] = []
    gc.callbacks.append(note := lambda phase, _: seen.append(phase))
    try:
        conduct.examine(THREATS, desk.ruleset.signs)
    finally:
        gc.callbacks.remove(note)
    return seen.count("start")


@pytest.mark.usefixtures("_as_before")
def test_a_text_of_many_threats_is_read_without_a_look_for_rubbish(desk: Context) -> None:
    gc.set_threshold(700)
    assert looks(desk) > 0
    worker.settle()
    assert looks(desk) == 0


@pytest.mark.usefixtures("_as_before")
def test_rings_are_still_found_and_done_away_with() -> None:
    worker.settle()
    assert gc.isenabled()
    rings = worker.YOUNG
    found = gc.get_stats()[0]["collected"]
    for _ in range(rings):
        ring: list[object] = []
        ring.append(ring)
    assert gc.get_stats()[0]["collected"] - found > rings // 2
