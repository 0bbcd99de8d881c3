"""The reading of a name is screened as the name is, word by word: it may not carry what no other field may."""

import re
from collections.abc import Callable

import pytest

from desk.context import Context
from desk.delivery import worker
from desk.store import reviews
from desk.store.reviews import Case

from .conftest import Letterbox, body

CALM = "ドメインの更新方法を教えてください。"


def screened(desk: Context, receipt: str) -> Case:
    worker.screen(desk)
    case = reviews.case(desk.store, receipt)
    assert case is not None
    return case


@pytest.mark.parametrize("kana", ["オマエラ ゼンイン コロス", "おまえら　ぜんいん　ころす", "バカヤロウ"])
def test_harsh_words_in_it_are_found_and_kept_as_they_were_typed(
    desk: Context, send: Callable[..., str], kana: str
) -> None:
    case = screened(desk, send(CALM, kana=kana))

    assert case.state == "held"
    found = [(one["field"], one["text"]) for one in case.assessment.findings]
    places = [(one["start"], one["end"]) for one in case.assessment.findings]
    assert found == [("kana", case.inquiry.kana[start:end]) for start, end in places]


@pytest.mark.parametrize("kana", ["ババ アイ", "ババ　アキ", "ノロ マミ", "クズ ハナコ", "ヤマダ タロウ"])
def test_a_family_name_and_a_given_name_are_not_read_as_one_word(
    desk: Context, send: Callable[..., str], kana: str
) -> None:
    case = screened(desk, send(CALM, name="馬場 愛", kana=kana))

    assert (case.state, case.assessment.findings, case.assessment.suppressed) == ("clean", [], [])


def test_a_letter_from_the_english_form_which_asks_for_no_kana_has_no_line_for_it(
    desk: Context, send: Callable[..., str]
) -> None:
    send("How do I renew a domain?", language="en", name="Ann Other")
    send("How do I move a domain?", language="en", name="Hanako", kana="ヤマダ ハナコ")
    send(CALM)
    letterbox = Letterbox()
    worker.screen(desk)
    while worker.deliver(desk, letterbox):
        pass
    said = "\n".join(body(letter) for letter in letterbox.letters)
    assert sorted(re.findall("^(?:Kana|フリガナ).*", said, re.MULTILINE)) == [
        "Kana:     ヤマダ ハナコ",
        "フリガナ　　　：（記入なし）",
    ]
