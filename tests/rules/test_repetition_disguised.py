"""The same demand in letters that are none: what is undone to find harsh words is undone to find it again."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.rules.repetition import Message, assess

MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
BEFORE = [
    "Please reopen my seller account. It was closed for replicas.",
    "Final or not, please reopen my seller account.",
]


def of_one(*texts: str) -> list[Message]:
    days = (timedelta(days=3 * at) for at in range(len(texts)))
    told = zip(days, texts, strict=True)
    return [Message(MONDAY + day, "ken@mail.example", "Ken Ito", text, answered_before=bool(day)) for day, text in told]


@pytest.mark.parametrize("again", ["Plz r3open my s3ller acc0unt", "r-e-o-p-e-n my s.e.l.l.e.r a-c-c-o-u-n-t"])
def test_a_demand_in_disguise_is_the_same_demand(again: str) -> None:
    assert assess(of_one(*BEFORE, again)).repetition


def test_numbers_of_orders_are_no_disguise() -> None:
    found = assess(
        of_one("Refund order b00k5.", "Refund order b00k5, I ask again.", "What is the status of order boOK7?")
    )
    assert not found.repetition


def test_who_says_that_the_desk_stopped_answering_knows_of_its_answer() -> None:
    asked = "Put me in the closed beta."
    again = "Closed beta, put me in. Since you have stopped replying on the others I made this address."
    assert assess(of_one(asked, f"A draw is no reason. {asked}", f"You told me it is over. {asked}", again)).repetition


def test_who_now_has_the_proof_that_was_asked_for_brings_something_new() -> None:
    asked = "Please refund my cancelled trip, I fell ill."
    proof = f"{asked} I now have the hospital's letter. Where may I send it?"
    found = assess(of_one(asked, f"I know that you need proof, but I was ill. {asked}", proof))
    assert (found.repetition, found.why) == (False, "tells something new")
