"""What is pasted along unseen: left out where its writer could not find it, kept where it spells."""

import pytest

from desk.rules.inquiry import Draft, check, phone_number, tidy

MARKS = [
    pytest.param(mark, id=f"U+{ord(mark):04X}")
    for mark in "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u2060\u2066\u2067\u2068\u2069\u206a\u00ad\ufeff"
]
LINES = {"name": "Taro Yamada", "company": "Example Ltd.", "subject": "A question", "email": "taro@example.jp"}


def draft(**other: str) -> Draft:
    return Draft(**{**LINES, "message": "本文", **other}, consent=True)


def wrong(typed: Draft) -> list[str]:
    return [problem.field for problem in check(typed, frozenset({"general"}))]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("field", LINES)
def test_a_mark_at_the_edge_of_a_line_is_left_out_and_no_problem(field: str, mark: str) -> None:
    for pasted in (f"{mark}{LINES[field]}", f"{LINES[field]}{mark}", f" {mark} {mark}{LINES[field]}{mark} {mark}"):
        typed = draft(**{field: pasted})
        assert getattr(tidy(typed), field) == LINES[field]
        assert wrong(typed) == []


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_anywhere_in_a_telephone_number_or_an_address_is_left_out(mark: str) -> None:
    typed = draft(phone=f"{mark}+81 3-{mark}1234-5678{mark}", email=f"{mark}taro@{mark}example.jp{mark}")
    tidied = tidy(typed)
    assert wrong(typed) == []
    assert (tidied.phone, phone_number(tidied.phone)) == ("+81 3-1234-5678", "+81312345678")
    assert tidied.email == "taro@example.jp"


@pytest.mark.parametrize("number", ["\u202a+81 3-1234-5678\u202c", "\u202d03-1234-5678\u202c", "\u200b090-1234-5678"])
def test_a_number_copied_from_a_list_of_contacts_is_taken(number: str) -> None:
    assert wrong(draft(phone=number)) == []


@pytest.mark.parametrize("name", ["نیک\u200cزاد", "ශ්\u200dරී", "क\u094d\u200dष", "👩\u200d💻"])
def test_a_joiner_between_letters_stays(name: str) -> None:
    typed = draft(name=f"\u202b{name}\u202c")
    assert tidy(typed).name == name
    assert wrong(typed) == []


@pytest.mark.parametrize("field", ["name", "company", "subject"])
def test_a_mark_inside_a_line_that_turns_its_letters_is_still_a_problem(field: str) -> None:
    assert wrong(draft(**{field: "a\u202bb"})) == [field]


@pytest.mark.parametrize("field", ["name", "company", "subject", "email", "phone"])
def test_what_reads_the_other_way_round_is_not_taken_as_something_else(field: str) -> None:
    turned = {**LINES, "phone": "0312345678"}[field]
    assert wrong(draft(**{field: f"\u202e{turned}\u202c"})) == [field]


def test_marks_in_the_message_stay() -> None:
    message = "\u202a\u200b本\u200f文\u202c\ufeff"
    assert tidy(draft(message=message)).message == message


@pytest.mark.parametrize("field", ["name", "email", "phone"])
def test_a_joiner_behind_a_mark_that_goes_does_not_come_to_stand_first(field: str) -> None:
    typed = draft(**{field: "\u200d\u061c\u200d" + {**LINES, "phone": "03-1234-5678"}[field]})
    assert tidy(tidy(typed)) == tidy(typed)
    assert wrong(typed) == []
