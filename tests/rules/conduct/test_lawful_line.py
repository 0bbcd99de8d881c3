"""A line that tells of a lawful step alone is nobody's threat; with anything more it is read as before."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine
from desk.rules.conduct.lawful_line import is_lawful_step

MODEL = signs_files.model()


def examined(**fields: str) -> Examination:
    return examine(fields, signs_files.read(), MODEL)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "訴えるぞ",
            "絶対訴えるからな。",
            "返金しろ。訴えるぞ。",
            "返金しないなら訴えるぞ",
            "出るとこ出るぞ。",
            "解約してやる",
        ),
        *("法的手段に出るからな", "他社に乗り換えてやる！", "消費者センターに言うからな", "裁判起こすぞｗ"),
        *("im gonna sue yous", "See you in court!", "We'll report you to Trading Standards.", "I will sue you all"),
    ],
)
def test_a_line_that_tells_of_a_lawful_step_alone_is_not_held(text: str) -> None:
    assert is_lawful_step(text)
    assert not examined(message=text).flagged


@pytest.mark.parametrize(
    "text",
    [
        *(
            "訴えるぞ、殺すぞ",
            "訴えてやる。家に行くからな",
            "お前の家族を訴えるぞ",
            "訴えられたくなければ金を出せ",
            "訴えるぞ覚えてろ",
        ),
        *(
            "I'll see you all",
            "I'll take you out",
            "I'll report you to your wife",
            "sue you or kill you",
            "I'll sue you, you cow",
        ),
    ],
)
def test_with_anything_more_it_is_no_such_line(text: str) -> None:
    assert not is_lawful_step(text)


def test_one_field_with_something_else_is_enough_to_be_held() -> None:
    assert examined(subject="訴えるぞ", message="お前の家族を訴えるぞ").flagged
    assert examined(subject="お前の家族を訴えるぞ", message="訴えるぞ").flagged
    found = examined(message="訴えるぞ").opinion
    assert found is not None
    assert (found.unusual, found.act_guess, found.acts) == (False, None, ())
