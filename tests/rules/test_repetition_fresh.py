"""Repetition on sequences it was hardly fitted to and on those it is known to miss: bounds, for not all are found."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desk.rules.repetition import Hearer, Message, assess
from desk.signs_files import Dialogues

WRITTEN = Path(__file__).with_name("repetition_fresh.jsonl")
CASES: list[dict[str, Any]] = [json.loads(line) for line in WRITTEN.read_text("utf-8").splitlines()]
# By set: how many series and look-alikes it has, and how many of them are called a repetition. 11 was seen once, when
# new matters were taken for old ones; 16, 24 to 26 and 30 never. 17 to 30 were written straight from what is asked of
# the desk: 17 and 18 were read, of 19, 20 and 22 what was called one falsely, of 27 to 29 what was missed. 31 to 52
# come from people who were told besides to vary everything: of 31 to 35, 37, 39 and 41 what was judged wrongly was
# read, and the odd ones of these helped to set what has to be heard; 36, 38, 40 and 42 to 52 were seen by nobody. All
# others are missed series of sets 7 to 10, 14 and 15.
FRESH = {
    11: (24, 16, 25, 2),
    16: (30, 24, 30, 1),
    17: (30, 18, 30, 2),
    18: (30, 16, 30, 1),
    19: (30, 21, 30, 2),
    20: (30, 26, 30, 1),
    21: (30, 17, 30, 0),
    22: (30, 20, 30, 1),
    23: (30, 23, 30, 3),
    24: (30, 18, 30, 1),
    25: (30, 18, 30, 1),
    26: (30, 26, 30, 1),
    27: (30, 18, 30, 0),
    28: (30, 14, 30, 0),
    29: (30, 17, 30, 1),
    30: (30, 18, 30, 2),
    31: (30, 5, 30, 0),
    32: (30, 2, 30, 1),
    33: (30, 0, 30, 0),
    34: (30, 4, 30, 2),
    35: (30, 6, 30, 0),
    36: (30, 3, 30, 0),
    37: (30, 1, 30, 1),
    38: (30, 3, 30, 0),
    39: (30, 2, 30, 0),
    40: (30, 9, 30, 1),
    41: (30, 3, 30, 0),
    42: (30, 3, 30, 0),
    43: (30, 3, 30, 1),
    44: (30, 9, 30, 0),
    45: (30, 1, 30, 0),
    46: (30, 6, 30, 0),
    47: (30, 3, 30, 0),
    48: (30, 3, 30, 0),
    49: (30, 0, 30, 3),
    50: (30, 2, 30, 0),
    51: (30, 1, 30, 1),
    52: (30, 4, 30, 3),
}
# The same with the readers of dialogues, which were taught with none.
HEARD = {
    11: (23, 1),
    16: (29, 0),
    17: (30, 0),
    18: (29, 0),
    19: (28, 0),
    20: (30, 0),
    21: (25, 0),
    22: (29, 0),
    23: (30, 1),
    24: (29, 0),
    25: (30, 0),
    26: (29, 0),
    27: (27, 0),
    28: (28, 0),
    29: (28, 1),
    30: (26, 0),
    31: (25, 0),
    32: (25, 0),
    33: (24, 0),
    34: (25, 0),
    35: (28, 0),
    36: (25, 1),
    37: (27, 0),
    38: (27, 0),
    39: (25, 1),
    40: (28, 0),
    41: (28, 0),
    42: (27, 0),
    43: (21, 0),
    44: (27, 1),
    45: (25, 0),
    46: (28, 0),
    47: (26, 0),
    48: (25, 0),
    49: (25, 1),
    50: (26, 0),
    51: (25, 1),
    52: (27, 1),
}
HEARD_OF_EVERY_FIFTH = {16: 6, 22: 6, 45: 6}


@pytest.mark.parametrize("fresh", FRESH)
def test_of_a_fresh_set_no_fewer_series_are_found_than_were_measured(fresh: int) -> None:
    series = [case for case in CASES if case["set"] == fresh and case["expect"]]

    assert len(series) == FRESH[fresh][0]
    assert sum(map(called, series)) >= FRESH[fresh][1]


@pytest.mark.parametrize("fresh", FRESH)
def test_of_a_fresh_set_no_more_look_alikes_are_called_a_repetition_than_were_measured(fresh: int) -> None:
    others = [case for case in CASES if case["set"] == fresh and not case["expect"]]

    assert len(others) == FRESH[fresh][2]
    assert sum(map(called, others)) <= FRESH[fresh][3]


@pytest.mark.parametrize("fresh", HEARD_OF_EVERY_FIFTH)
def test_with_the_readers_of_dialogues_every_fifth_series_is_found_and_nothing_is_false(fresh: int) -> None:
    found, others = heard(fresh, 5)
    assert len(found) == 6
    assert sum(found) >= HEARD_OF_EVERY_FIFTH[fresh]
    assert len(others) == 6
    assert sum(others) == 0


@pytest.mark.slow("test_with_the_readers_of_dialogues_every_fifth_series_is_found_and_nothing_is_false")
@pytest.mark.parametrize("fresh", HEARD)
def test_with_the_reader_of_dialogues_more_is_found_and_less_is_false(fresh: int) -> None:
    found, others = heard(fresh, 1)
    assert (len(found), len(others)) == (FRESH[fresh][0], FRESH[fresh][2])
    assert sum(found) >= HEARD[fresh][0]
    assert sum(others) <= HEARD[fresh][1]


def heard(fresh: int, step: int) -> tuple[list[bool], list[bool]]:
    """Of every so many-th of a set's series, and of its look-alikes, which are called a repetition."""
    cases = [case for case in CASES if case["set"] == fresh]
    series, others = ([case for case in cases if case["expect"] == is_one][::step] for is_one in (True, False))
    return [called(case, Dialogues()) for case in series], [called(case, Dialogues()) for case in others]


def test_what_is_listed_as_missed_of_the_other_sets_is_series_still_missed_and_few() -> None:
    missed = [case for case in CASES if case["set"] not in FRESH]

    assert all(case["expect"] for case in missed)
    assert [case["id"] for case in missed if called(case)] == []  # one that is found belongs with those that are
    assert len(missed) <= 26


def called(case: dict[str, Any], hearer: Hearer | None = None) -> bool:
    messages = [Message(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in case["messages"]]
    return assess(messages, hearer).repetition
