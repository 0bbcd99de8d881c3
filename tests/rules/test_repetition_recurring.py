"""A fault that is there again after the answer, one more newsletter or charge, is no unreasonable demand."""

import pytest
from dialogues import day

from desk.rules.repetition import assess, news


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Please unsubscribe me.",
            "I got the newsletter again. Please unsubscribe me.",
            "Another newsletter came today. Please unsubscribe me.",
        ),
        (
            "Please stop charging my card.",
            "You charged my card again. Please stop charging my card.",
            "You charged my card again. Please stop charging my card.",
        ),
        (
            "会費の引き落としを止めてください。",
            "今月も引き落とされました。止めてください。",
            "また引き落とされています。止めてください。",
        ),
        (
            "メールマガジンを止めてください。",
            "今日もメールマガジンが届きました。止めてください。",
            "またメールマガジンが送られてきました。止めてください。",
        ),
    ],
)
def test_what_goes_on_after_the_answer_may_be_told_each_time(texts: tuple[str, ...]) -> None:
    found = assess([day(7 * at, text, answered=at > 0) for at, text in enumerate(texts)])

    assert (found.repetition, found.why, found.count) == (False, "the fault is still there", 3)


@pytest.mark.parametrize(
    "alike",
    [
        "i got the same reply again",
        "i've got to ask you again",
        "i am getting fobbed off again",
        "another email from you came",
        "また冷たいメールが送られて来ました",
        "また請求されたいのか",
        "i received your refusal again",
        "i got the mail again saying no",
        "another refusal came today",
        "i want to get my money again",
        "また定型の回答が送られてきました",
        "今月も返金をお願いする手紙を送ります",
    ],
)
def test_the_answer_that_comes_again_is_no_fault(alike: str) -> None:
    assert not news.FAULT.search(alike)
