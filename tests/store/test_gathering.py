"""A busy writer gathers what is coming into one batch; it keeps nobody waiting who comes alone, nor a whole batch."""

import threading
from collections.abc import Callable, Iterator, Sequence
from time import sleep
from typing import Any

import pytest

from desk.store import writer
from desk.store.writer import Pending, Writer


class Gathering:
    """A writer of words without a database. Its first batch is held until `go_on`; whatever it waits is counted."""

    def __init__(self) -> None:
        self.batches: list[tuple[str, ...]] = []
        self.waits = 0
        self.meanwhile: Callable[[], object] = lambda: None
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.writer: Writer[Any] = Writer(threading.Lock, None)

    def write(self, word: str) -> Pending[None]:
        return self.writer.write(self._verb, word)

    def hold(self) -> Pending[None]:
        """Write a first word, whose batch is under way from now on."""
        first = self.write("first")
        assert self.begun.wait(10)
        return first

    def wait(self, _: float) -> None:
        """What the writer does in place of waiting."""
        self.waits += 1
        self.meanwhile()

    def _verb(self, _: object, __: object, words: Sequence[str]) -> list[None]:
        self.batches.append(tuple(words))
        self.begun.set()
        assert self.go_on.wait(10)
        return [None] * len(words)


@pytest.fixture
def gathering(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gathering]:
    made = Gathering()
    monkeypatch.setattr(writer, "sleep", made.wait)
    yield made
    made.go_on.set()
    made.writer.close()


def _all(*written: Pending[None]) -> None:
    for one in written:
        one.result(10)


def test_a_busy_writer_gathers_what_queued_and_what_is_coming_into_one_batch(gathering: Gathering) -> None:
    coming: list[Pending[None]] = []
    gathering.meanwhile = lambda: coming or coming.append(gathering.write("fourth"))
    first = gathering.hold()
    queued = [gathering.write("second"), gathering.write("third")]
    gathering.go_on.set()
    _all(first, *queued, *coming)
    assert gathering.batches == [("first",), ("second", "third", "fourth")]
    assert gathering.waits == 2  # once more was coming, then nothing


def test_whoever_comes_alone_after_a_busy_time_is_not_kept_waiting(gathering: Gathering) -> None:
    first = gathering.hold()
    queued = [gathering.write("second"), gathering.write("third")]
    gathering.go_on.set()
    _all(first, *queued)
    assert gathering.waits == 1
    sleep(2 * writer.JUST_NOW)
    _all(gathering.write("alone"))
    assert gathering.batches[-1] == ("alone",)
    assert gathering.waits == 1


def test_those_who_were_just_answered_together_are_waited_for(
    gathering: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "JUST_NOW", 60)
    first = gathering.hold()
    queued = [gathering.write("second"), gathering.write("third")]
    gathering.go_on.set()
    _all(first, *queued)
    coming: list[Pending[None]] = []
    gathering.meanwhile = lambda: coming or coming.append(gathering.write("third again"))
    _all(gathering.write("second again"), *coming)
    assert gathering.batches[2:] == [("second again", "third again")]


def test_a_whole_batch_waits_for_nobody(gathering: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(writer, "JUST_NOW", 0)
    first = gathering.hold()
    queued = [gathering.write(word) for word in ("second", "third", "fourth", "fifth", "sixth", "seventh")]
    gathering.go_on.set()
    _all(first, *queued)
    assert [len(batch) for batch in gathering.batches] == [1, 3, 3]
    assert gathering.waits == 0


def test_gathering_has_an_end_however_many_are_coming(gathering: Gathering) -> None:
    coming: list[Pending[None]] = []
    gathering.meanwhile = lambda: len(coming) < 20 and coming.append(gathering.write("more"))
    first = gathering.hold()
    queued = [gathering.write("second"), gathering.write("third")]
    gathering.go_on.set()
    _all(first, *queued)
    assert len(gathering.batches[1]) == 2 + writer.GATHERINGS
