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


@pytest.mark.parametrize(
    "orders", [("a1b2c3", "a1b2c5", "a1b2c7"), ("b00k51", "b00k52", "b00k53"), ("5o0s1", "5o0s3", "5o0s7")]
)
def test_what_names_an_order_is_no_disguise(orders: tuple[str, ...]) -> None:
    found = assess(of_one(*(f"Please send the invoice for order {order}." for order in orders)))
    assert not found.repetition


@pytest.mark.parametrize("mark", ["-", "–", "£", "é"])
def test_a_mark_makes_no_other_demand_of_it(mark: str) -> None:
    site = "restore my site www.shop.example"
    told = of_one(
        f"Please {site}, it was closed.", f"I told you: {site}.", f"I told you: {site} {mark} or it costs you 50."
    )
    assert assess(told).repetition


def test_who_says_that_the_desk_stopped_answering_knows_of_its_answer() -> None:
    asked = "Put me in the closed beta."
    again = "Closed beta, put me in. Since you have stopped replying on the others I made this address."
    assert assess(of_one(asked, f"A draw is no reason. {asked}", f"You told me it is over. {asked}", again)).repetition


@pytest.mark.parametrize("letter", ["the same form letter again", "my third letter from you", "your refusal letter"])
def test_who_has_the_answer_of_the_desk_brings_nothing_new(letter: str) -> None:
    asked = "Refund my cancelled trip."
    assert assess(of_one(asked, f"{asked} I told you.", f"I now have {letter}. {asked}")).repetition


def test_who_now_has_the_proof_that_was_asked_for_brings_something_new() -> None:
    asked = "Please refund my cancelled trip, I fell ill."
    proof = f"{asked} I now have the hospital's letter. Where may I send it?"
    found = assess(of_one(asked, f"I know that you need proof, but I was ill. {asked}", proof))
    assert (found.repetition, found.why) == (False, "tells something new")
