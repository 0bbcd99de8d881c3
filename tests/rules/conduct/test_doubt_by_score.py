"""How sure the second opinion has to be of an inquiry, and of a sign's sentence, before a sign counts no more."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from inquiry_readers import NothingMisspelt
from own_sign import SIGN

from desk import signs_files
from desk.rules.conduct import Examination, examine, load
from desk.rules.conduct.opinion import Model
from desk.rules.conduct.opinion_features import windows
from desk.rules.conduct.opinion_model import Read
from desk.rules.normalise import fold

HOME = SIGN.format(id="home", act="act.threat", words="お前の家")
VISIT = """
[part.going]
words = "行く"
[[sign]]
id = "visit"
act = "act.meeting"
any = ["going home wide=40"]
match = ["行く。お前の家"]
"""
SIGNS = load({"own.toml": f'language = "ja"{HOME}{VISIT}'}, ["own.toml"])
SENTENCE = "お前の家の前に車をとめます。"
LETTER = (
    "工事のご連絡をいただきありがとうございます。当日はトラックが二台まいりますので、どうぞよろしくお願いします。"
    + SENTENCE
)


class Scores(NothingMisspelt):
    """A reader by whom each of these texts scores so much, and any other nothing."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        self.scores = scores

    def read(self, texts: Sequence[str], **_: bool) -> Sequence[Read]:
        return [Read(math.log(score / (1 - score)), {}) for score in (self.scores.get(text, 0.001) for text in texts)]

    def shares(self, text: str, *_: object) -> Sequence[tuple[int, int, float]]:
        return [(0, len(text), 0.0)]


def model(scores: Mapping[str, float]) -> Model:
    """The shipped bounds, and scores that are these alone."""
    alone = {"own": 0.0, "read": 1.0, "both": 0.0, "grave": {}, "reader": Scores(scores)}
    return {language: replace(learnt, **alone) for language, learnt in signs_files.model().items()}


def seen(scores: Mapping[str, float], **fields: str) -> Examination:
    return examine(fields, SIGNS, model(scores))


@pytest.mark.parametrize(
    ("whole", "sentence", "counts"),
    [(0.1, 0.95, False), (0.1, 0.995, True), (0.3, 0.95, True), (0.3, 0.9, False), (0.7, 0.9, False), (0.8, 0.1, True)],
)
def test_the_more_harmless_an_inquiry_reads_the_surer_a_sentence_must_be(
    whole: float, sentence: float, counts: bool
) -> None:
    found = seen({LETTER: whole, SENTENCE: sentence}, message=LETTER)
    assert found.flagged == counts
    assert [one.reason for one in found.suppressed] == ([] if counts else ["ordinary"])


# Two windows: the second holds the sign.
BEFORE = "十月の検針の数字が先月の三倍になっておりましたので、メーターの写真を添えて窓口へお送りしました。" * 4
WINDOWS = [window.text for window in windows(BEFORE + LETTER)]


@pytest.mark.parametrize(
    ("before", "around", "sentence", "counts"),
    [
        (0.8, 0.3, 0.5, False),
        (0.3, 0.8, 0.5, True),
        (0.8, 0.3, 0.96, True),
        (0.3, 0.3, 0.5, False),
    ],
)
def test_in_a_long_letter_what_stands_around_a_sign_tells_whether_it_counts(
    before: float, around: float, sentence: float, counts: bool
) -> None:
    assert (len(WINDOWS), SENTENCE in WINDOWS[1]) == (2, True)
    scores = {WINDOWS[0]: before, WINDOWS[1]: around, SENTENCE: sentence}
    assert seen(scores, message=BEFORE + LETTER).flagged == counts


def test_a_repetition_that_is_announced_in_a_long_letter_is_of_all_that_stands_there() -> None:
    sign = SIGN.format(id="again", act="act.repetition", words="お前の家")
    again = load({"own.toml": f'language = "ja"{sign}'}, ["own.toml"])
    by_score = model({WINDOWS[0]: 0.8, WINDOWS[1]: 0.3, SENTENCE: 0.5})
    held = [examine({"message": BEFORE + LETTER}, signs, by_score).flagged for signs in (SIGNS, again)]
    assert held == [False, True]


def test_what_mixed_letters_make_unusual_is_not_doubted_as_an_ordinary_letter_is() -> None:
    mixed = LETTER + " Рlеаse rеfund tоday, уоu саn реrhарs unԁеrstаnd"
    found = seen({window.text: 0.8 for window in windows(fold(mixed).text)} | {SENTENCE: 0.5}, message=mixed)
    assert found.opinion is not None
    assert (found.opinion.unusual, found.opinion.only_mixed, found.opinion.doubtful) == (True, True, ())
    assert [one.sign for one in found.findings] == ["home"]


def test_in_a_short_inquiry_whatever_else_stands_there_tells_it_too() -> None:
    subject = "工事の件で書いたことを、よくお読みください。そうでないと困ります。"
    held = seen({subject: 0.8, LETTER: 0.3, SENTENCE: 0.5}, subject=subject, message=LETTER)
    assert held.flagged
    assert not seen({subject: 0.3, LETTER: 0.3, SENTENCE: 0.5}, subject=subject, message=LETTER).flagged


LINE = "これから行くのでお前の家の前に車をとめますがよろしいですか。"


@pytest.mark.parametrize(("score", "counts"), [(0.5, False), (0.7, True)])
def test_of_a_line_a_sign_is_doubted_below_a_lower_score_than_of_a_letter(score: float, counts: bool) -> None:
    assert seen({LINE: score}, message=LINE).flagged == counts
    assert not seen({LINE + LETTER: score}, message=LINE + LETTER).flagged


def test_who_types_as_in_a_chat_hides_nothing() -> None:
    sentence = "i want ur engineer at my house thursday eight sharp if thats still on."
    chat = f"{sentence} not a call. the text said so, thats ok"
    # More than a sentence may score in which something is disguised.
    found = examine({"message": chat}, signs_files.read(), model({sentence: 0.5}))
    assert ("chat", "ordinary") in {(one.finding.view, one.reason) for one in found.suppressed}
    assert not found.flagged


SUBJECT = "お前の家の前の道"


def test_a_sign_in_a_short_subject_is_doubted_where_the_message_says_enough() -> None:
    message = LETTER.removesuffix(SENTENCE)
    assert not seen({}, subject=SUBJECT, message=message).flagged
    assert seen({SUBJECT: 0.1}, subject=SUBJECT, message="よろしく").flagged
    # A word or two say nothing wherever they stand.
    assert seen({}, subject="お前の家", message=message).flagged


QUOTED = "お前の家まで歩いて行く"


def test_a_quotation_is_asked_alone_where_all_of_the_sign_stands_in_it() -> None:
    text = LETTER.removesuffix(SENTENCE)
    inside = seen({f"{QUOTED}からな": 0.995}, message=f"{text}係の方には『{QUOTED}からな』と伝えてください。")
    assert "home" in {finding.sign for finding in inside.findings}
    across = seen(
        {"お前の家かい": 0.995}, message=f"{text}明日は予定どおりに行く、つまり『お前の家かい』という話です。"
    )
    assert ("visit", "ordinary") in {(one.finding.sign, one.reason) for one in across.suppressed}
