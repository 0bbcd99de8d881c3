"""An inquiry is sent on only after it has reached a desk, to somewhere that exists, and not to where it is."""

from typing import get_args

import pytest

from desk.rules import forwarding
from desk.rules.review import NotAllowed, State

KNOWN = frozenset({"general", "ir", "service:onamae"})


@pytest.mark.parametrize("state", ["clean", "released"])
def test_what_reached_a_desk_can_be_sent_on(state: str) -> None:
    forwarding.sent_on(state)


@pytest.mark.parametrize("state", sorted(set(get_args(State)) - {"clean", "released"}))
def test_what_waits_or_was_refused_cannot(state: str) -> None:
    with pytest.raises(NotAllowed, match="has to be reviewed"):
        forwarding.sent_on(state)


@pytest.mark.parametrize(("to", "faults"), [("ir", 0), ("service:onamae", 0), ("general", 1), ("press", 1), ("", 1)])
def test_a_destination_is_one_of_those_there_are_and_another_than_now(to: str, faults: int) -> None:
    assert [fault.field for fault in forwarding.check(to, KNOWN, {"general"})] == ["to"] * faults
