"""The second opinion: what it holds unusual, which words it shows, and that it shows them exactly."""

import json
import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from inquiry_readers import NothingMisspelt

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.opinion import Opinion, read_model, score
from desk.rules.conduct.opinion_features import LANGUAGES, features, parts, places, windows
from desk.rules.conduct.opinion_model import Read
from desk.rules.conduct.severity import HIGH_ACTS

MODEL = signs_files.model()

THREAT = "直らなければ、お前の家に火をつけてやるからな。"
ORDINARY = "ドメインの名義を変更したいのですが、必要な書類を教えてください。"


def test_a_threat_is_unusual_and_an_ordinary_inquiry_is_not() -> None:
    assert score({"message": THREAT}, MODEL).unusual
    assert not score({"message": ORDINARY}, MODEL).unusual


def test_english_is_weighed_by_the_english_model() -> None:
    threat = score({"message": "I know where you live and I will come for you and your family tonight."}, MODEL)
    ordinary = score({"message": "Hello, could you tell me which documents are needed to move a domain?"}, MODEL)
    assert threat.unusual
    assert not ordinary.unusual


def test_the_words_shown_stand_exactly_there_in_the_original() -> None:
    fields = {"subject": "件名です", "message": "ﾅｵﾗﾅｹﾚﾊﾞ、\u200bお前の家に火をつけてやるからな。 Ｉ　ｗｉｌｌ"}
    words = score(fields, MODEL).words
    assert words
    assert [word.text for word in words] == [fields[word.field][word.start : word.end] for word in words]


def test_words_shown_come_in_order_and_do_not_overlap() -> None:
    words = score({"text": THREAT * 3}, MODEL).words
    assert all(before.end < after.start for before, after in pairwise(words))


def test_a_passage_in_a_long_ordinary_text_still_counts() -> None:
    assert score({"message": ORDINARY * 30 + THREAT * 12 + ORDINARY * 30}, MODEL).unusual


@pytest.mark.parametrize(
    ("before", "grave", "after"),
    [
        (
            "先週の金曜日に電話したところ、折り返しますと言われたまま連絡がありません。月末に発表会を控えており、困っております。",
            THREAT,
            "お忙しいところ恐れ入りますが、今週中にご連絡をいただけると助かります。どうぞよろしくお願いいたします。",
        ),
        (
            (
                "Last Friday I rang your support and was told that somebody would call me back, but nobody did. So we"
                " cannot send the invitations for our event. "
            ),
            "I know where your clerk parks her car, and I will be waiting there with a hammer.",
            " I know you are busy, but it would help me a great deal to hear from you this week. Thank you very much.",
        ),
    ],
    ids=["ja", "en"],
)
def test_one_grave_sentence_counts_in_a_long_complaint_that_counts_not(before: str, grave: str, after: str) -> None:
    assert score({"message": before + grave + after}, MODEL).unusual
    assert not score({"message": before + after}, MODEL).unusual


def test_a_sentence_is_understood_by_those_around_it() -> None:
    before = "昨夜、知らない人から私のところに次のようなメールが届きました。差出人の名前に心当たりはありません。"
    grave = "「お前の家はもう分かっている。明日の夜、必ず行くから覚悟しておけ。」"
    after = "怖くて眠れませんでした。送信元を調べていただけないでしょうか。警察にも相談しています。"
    assert score({"message": grave}, MODEL).unusual
    assert not score({"message": before + grave + after}, MODEL).unusual


@pytest.mark.parametrize("text", [THREAT, ORDINARY, "I'll hunt you down.", "Could you tell me the price of a domain."])
def test_a_full_stop_at_the_end_tells_how_somebody_types_and_not_what_he_says(text: str) -> None:
    with_it, without = score({"message": text}, MODEL), score({"message": text.rstrip(".。")}, MODEL)
    assert (with_it.unusual, with_it.act_guess) == (without.unusual, without.act_guess)


def test_a_threat_in_english_within_a_japanese_inquiry_counts() -> None:
    mixed = ORDINARY + "I know where you live and I will come for you and your family tonight."
    assert score({"message": mixed}, MODEL).unusual


def test_a_threat_in_the_subject_counts() -> None:
    opinion = score({"subject": THREAT, "message": ORDINARY}, MODEL)
    expected = {"subject"}
    assert opinion.unusual
    assert expected == {word.field for word in opinion.words}


def test_an_act_is_guessed_only_where_the_text_is_unusual() -> None:
    assert score({"message": ORDINARY}, MODEL).act_guess is None


def test_product_names_in_a_japanese_inquiry_are_no_english() -> None:
    languages = [window.language for window in windows("vpsでssl、dnsの設定を確認したいです。")]
    expected = ["ja"]
    assert expected == languages


@pytest.mark.parametrize(
    "text", ["お問い合わせ", "見積書の件", "はじめまして", "Question about DNS", "Hello again", "A request"]
)
def test_short_ordinary_subjects_are_far_from_unusual(text: str) -> None:
    assert score({"subject": text}, MODEL).score < 0.5


@pytest.mark.parametrize("text", ["", " \n ", "123-456", "안녕하세요", "👍👍", "\x00", "\ud800"])
def test_a_text_without_letters_of_a_known_language_is_not_unusual(text: str) -> None:
    assert Opinion(0.0, ()) == score({"message": text}, MODEL)


def test_the_same_text_has_the_same_opinion_whatever_else_was_asked() -> None:
    first = score({"message": THREAT}, MODEL)
    score({"message": ORDINARY}, MODEL)
    assert first == score({"message": THREAT}, MODEL)


def test_the_guess_at_an_act_is_an_act_of_the_policy() -> None:
    guess = score({"message": "担当の女の子、声がかわいいね。今度二人で食事に行こうよ。"}, MODEL).act_guess
    expected = "act.sexual-stalking"
    assert expected == guess


@pytest.mark.parametrize(("language", "text"), [("en", "it's late, call me - now!!"), ("ja", ORDINARY)])
def test_every_feature_is_a_piece_of_the_text_where_it_is_said_to_stand(language: str, text: str) -> None:
    seen = sorted(feature for feature in features(language, text) if feature.strip())
    shown = [text[start:end] for start, end in places(language, text, seen)]
    expected = [feature.strip() for feature in seen]
    assert expected == shown


def test_windows_together_are_the_whole_text() -> None:
    long = (ORDINARY + "文の終わりがない" * 90 + "。") * 3
    assert long == "".join(window.text for window in windows(long))


@pytest.mark.parametrize(
    "long", [(ORDINARY + "文の終わりがない" * 90 + "。") * 3, "No stop in it " * 90 + "but here. " * 9]
)
def test_parts_together_are_the_whole_text_each_in_its_place(long: str) -> None:
    cut = list(parts(long))
    assert long == "".join(part for _, part in cut)
    assert all(long.startswith(part, start) for start, part in cut)


@pytest.mark.parametrize(
    ("before", "heavy"),
    [
        (ORDINARY * 3, "ぶっ殺してやる"),
        ("ｱｲｳｴｵ\u200b" * 9 + ORDINARY * 3, "絶対ぶっ殺してやるからな"),
        (ORDINARY * 3, "I will kill you and your whole family tonight"),
        ("We have used your hosting since spring. " * 4, "I'll kill you"),
    ],
    ids=["ja", "other widths before", "en in ja", "en"],
)
def test_the_words_that_weigh_are_shown_where_they_stand_behind_many_others(before: str, heavy: str) -> None:
    message = before + heavy + "。"
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(LANGUAGES, Unmoved()))
    shown = score({"message": message}, model).words
    longest = max(shown, key=lambda word: len(word.text))
    # A feature can begin at the end of the sentence before.
    assert longest.start >= len(before) - 3
    assert longest.end >= len(before) + 3


class Unmoved(NothingMisspelt):
    """A reader to whom every text is the same."""

    def read(self, texts: Sequence[str], **_: bool) -> list[Read]:
        return [Read(0.0, {"act.threat": 1.0}) for _ in texts]

    def shares(self, text: str, *_: object) -> list[tuple[int, int, float]]:
        return [(0, len(text), 0.0)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_endanger_somebody_counts_more_the_likelier_it_is(language: str) -> None:
    learnt = MODEL[language]

    def value(likely: dict[str, float]) -> float:
        score = learnt.score(0.0, Read(0.0, likely))
        return math.log(score / (1 - score))

    plain = value({"act.insult": 1.0})
    assert set(learnt.grave) == HIGH_ACTS
    for act in HIGH_ACTS:
        assert value({act: 1.0}) - plain == pytest.approx(1.5)
        assert value({act: 0.5, "act.insult": 0.5}) - plain == pytest.approx(0.75)


@pytest.mark.parametrize(
    "text", ["Pay me back or your building burns tonight.", "返金しないと今夜ビルが燃えますよ。"], ids=["en", "ja"]
)
def test_what_no_sign_finds_and_may_endanger_somebody_is_read_before_insults(text: str) -> None:
    found = examine({"message": text}, signs_files.read(), MODEL)
    assert (found.findings, found.severity) == ((), "high")


def test_a_file_of_another_format_is_no_model() -> None:
    with pytest.raises(ValueError, match="no model of format"):
        read_model(json.dumps({"format": 0}), {})


@pytest.mark.parametrize(
    ("bound", "over", "said"),
    [
        ("doubt", "threshold", "a doubt is over its threshold"),
        ("line_doubt", "line_threshold", "a doubt is over its threshold"),
        ("line_threshold", "threshold", "line_threshold is over the threshold"),
    ],
)
def test_a_model_by_which_an_unusual_text_would_read_ordinary_or_a_line_need_more_than_a_letter_is_none(
    bound: str, over: str, said: str
) -> None:
    data = json.loads(signs_files.MODEL.read_text("utf-8"))
    data["ja"][bound] = data["ja"][over] + 0.01
    with pytest.raises(ValueError, match=said):
        read_model(json.dumps(data), {language: MODEL[language].reader for language in LANGUAGES})


class Whisper(Unmoved):
    """A reader to whom one phrase tells everything, of which the weights know nothing."""

    def read(self, texts: Sequence[str], **_: bool) -> list[Read]:
        return [Read(9.0 if "九時の猫" in text else -9.0, {"act.threat": 1.0}) for text in texts]

    def shares(self, text: str, *_: object) -> list[tuple[int, int, float]]:
        start = text.index("九時の猫")
        return [(0, start, 0.0), (start, start + 4, 18.0)]


def test_the_phrase_by_which_the_reader_judges_is_shown_with_its_act() -> None:
    model = read_model(signs_files.MODEL.read_text("utf-8"), dict.fromkeys(LANGUAGES, Whisper()))
    opinion = score({"message": "請求書を送ってください。九時の猫"}, model)
    assert opinion.act_guess == "act.threat"
    assert [word.text for word in opinion.words] == ["九時の猫"]
    assert not score({"message": "請求書を送ってください。"}, model).unusual
