"""A field of one line holds one line, and nothing that nobody sees."""

from dataclasses import asdict, replace

import pytest

from desk.rules.inquiry import Draft, check, phone_number, tidy

TOPICS = frozenset({"general"})
GOOD = Draft(name="山田 太郎", email="taro@example.jp", subject="件名", message="本文", consent=True)
UNDRAWN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufff9\ufffb\U000e0001\U000e0041\U000e007f"


@pytest.mark.parametrize("typed", ["03\n1234\n5678", "03\r\n1234 5678", "03\u20281234\u20285678", "03-1234\x0b-5678"])
def test_a_telephone_number_stands_on_one_line(typed: str) -> None:
    assert [problem.field for problem in check(replace(GOOD, phone=typed), TOPICS)] == ["phone"]
    assert phone_number("\n03-1234-5678\r\n") == "+81312345678"


@pytest.mark.parametrize("field", ["name", "company", "subject"])
def test_what_is_not_drawn_is_left_out_of_a_line_and_not_of_the_message(field: str) -> None:
    typed = {"message": f"本{UNDRAWN}文", field: f"{UNDRAWN}山田{UNDRAWN} Ta{UNDRAWN}ro{UNDRAWN}"}
    draft = Draft(**{**asdict(GOOD), **typed})
    tidied = tidy(draft)
    assert getattr(tidied, field) == "山田 Taro"
    assert tidied.message == draft.message
    assert check(draft, TOPICS) == ()


@pytest.mark.parametrize("name", ["👩\u200d💻", "🏳️\u200d🌈", "نمی\u200cدانم", "क्\u200dष", "葛\U000e0100城", "辻\ufe00"])
def test_what_a_writing_or_an_emoji_needs_stays(name: str) -> None:
    assert tidy(replace(GOOD, name=name)).name == name


def test_an_address_is_read_without_what_is_not_drawn() -> None:
    assert tidy(replace(GOOD, email="\u200btaro@example.jp\ufeff")).email == "taro@example.jp"
