"""A single line is unusual from a lower score on than a letter: there is less in it to be sure by."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desk import signs_files
from desk.rules.conduct import load
from desk.rules.conduct.examine import examine
from desk.rules.conduct.opinion import Model, scores_alone
from desk.rules.conduct.opinion_model import ONE_LINE, Bounds

pytestmark = pytest.mark.usefixtures("known_sentences")

MODEL = signs_files.model()
NONE = load({})
CORPUS = Path(__file__).parents[3] / "corpus" / "screening"


def between(*texts: str) -> Model:
    """A model that calls each of these texts unusual if it is a single line, and none of them if it is not."""
    scores = scores_alone(texts, MODEL)
    letter, line = Bounds(max(scores) + 0.001, 0.0), Bounds(min(scores) - 0.001, 0.0)
    return {language: replace(learnt, letter=letter, line=line) for language, learnt in MODEL.items()}


def is_flagged(model: Model, **fields: str) -> bool:
    return examine(fields, NONE, model).flagged


@pytest.mark.parametrize(("language", "letter"), [("ja", "あ"), ("en", "a")])
def test_a_line_has_so_many_letters_and_one_more_is_a_letter(language: str, letter: str) -> None:
    line, longer = letter * ONE_LINE[language], letter * (ONE_LINE[language] + 1)
    model = between(line, longer)
    assert is_flagged(model, message=line)
    assert not is_flagged(model, message=longer)


@pytest.mark.parametrize(
    "line", ["女の声なんか聞きたくもない。男は代わりに出てこい。", "Put a man on. I will not be told by a girl."]
)
def test_what_cannot_be_seen_makes_no_letter_of_it(line: str) -> None:
    padded = [line + "\n" * 99, line + "\u200b" * 99, "\n \n" * 40 + line]
    model = between(line, *padded)
    assert all(is_flagged(model, message=text) for text in (line, *padded))


def test_a_subject_counts_with_its_message() -> None:
    line, subject = (
        "女の声なんか聞きたくもない。",
        "昨日の午後三時ごろに窓口へお電話した件につきまして、ご回答をお願いいたします",
    )
    model = between(line, subject)
    assert is_flagged(model, message=line)
    assert not is_flagged(model, subject=subject, message=line)


def test_a_line_that_holds_japanese_is_as_long_as_japanese_may_be() -> None:
    english = "Put a man on at once, I will not be told what to do by a girl."
    both = english + "女の声なんか聞きたくもない。"
    model = between(english, both)
    assert is_flagged(model, message=english)
    assert not is_flagged(model, message=both)


@pytest.mark.parametrize(("language", "author"), [("ja", "dg"), ("en", "df")])
@pytest.mark.parametrize(
    ("step", "least"), [pytest.param(4, 90, id="some"), pytest.param(1, 360, id="all", marks=pytest.mark.slow)]
)
def test_of_what_else_is_typed_into_a_box_hardly_anything_is_held(
    language: str, author: str, step: int, least: int
) -> None:
    # The threshold lets 2.5 and 4 % of such lines be over it (corpus/train_weights.py).
    lines = (CORPUS / f"{language}-{author}.jsonl").read_text("utf-8").splitlines()[::step]
    texts = [json.loads(line)["text"] for line in lines]
    over = [score >= MODEL[language].line.threshold for score in scores_alone(texts, MODEL)]
    assert len(over) >= least
    assert sum(over) <= 0.05 * len(over)
