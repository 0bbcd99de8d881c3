"""What a masked copy covers is no more than the words around what was found, and is worked out in one go."""

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from types import FrameType
from typing import Any

import pytest
from colleagues import HANA, Desk
from deciding import UNREASONABLE, at, decide, told
from reading import words
from served import Served

from desk.delivery.post import letter
from desk.staff import copies
from desk.store import reviews
from desk.store.reviews import Case
from desk.store.screening import Assessment


def found(text: str, *words: str) -> Assessment:
    """What the screening kept of these words, each time that they stand in the text."""
    seen: list[dict[str, Any]] = []
    for each in words:
        start = text.find(each)
        while start >= 0:
            place = {"field": "message", "start": start, "end": start + len(each), "text": each, "view": "plain"}
            seen.append({"act": "act.insult", "sign": "own", "strength": "strong", **place})
            start = text.find(each, start + 1)
    return Assessment(True, "medium", seen, [], [])


def case_of(desk: Served, receipt: str) -> Case:
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    return case


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python are run."""
    lines, before = count(), sys.gettrace()

    def trace(_: FrameType, event: str, __: object) -> Any:
        if event == "line":
            next(lines)
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return next(lines)


def test_a_copy_of_twice_as_many_passages_is_twice_the_work(desk: Served, arrive: Callable[..., str]) -> None:
    few, many = ("死ね。" * times for times in (300, 600))
    one, other = (case_of(desk, arrive(message=text, judged=found(text, "死ね"))) for text in (few, many))
    copies.fields(one, None)
    assert steps(lambda: copies.fields(other, None)) < 2.2 * steps(lambda: copies.fields(one, None))
    seen = few.replace("死", "■")
    assert steps(lambda: copies.fields(other, seen * 2)) < 2.2 * steps(lambda: copies.fields(one, seen))


def test_of_a_letter_in_kana_alone_the_matter_reaches_the_desk(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    matter = "せいきゅうしょがにじゅうになっているのではやくへんきんしてください"
    text = f"{matter}しねよばかやろう"
    receipt, hana = arrive(message=text, judged=found(text, "しねよ", "ばかやろう")), at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    decide(hana, receipt, **UNREASONABLE, outcome="warning")
    (item,) = told(desk.context, receipt)
    mail = str(letter(desk.context, item).get_content())
    assert matter in mail
    assert "しね" not in mail
    assert "ばか" not in mail


@pytest.mark.parametrize(
    ("text", "expected"),
    [("無能発達障害者め。", "■■発達障害者め。"), ("発達障害者の無能め。", "発達障害者の■■■。")],
)
def test_beyond_a_need_that_can_be_read_nothing_is_covered_in_which_nothing_was_found(
    desk: Served, arrive: Callable[..., str], text: str, expected: str
) -> None:
    judged = found(text, "無能")
    need = found(text, "発達障害").findings[0] | {"care": "disability", "sign": "own.care"}
    copy = copies.Copy(case_of(desk, arrive(message=text, judged=replace(judged, care=[need]))))
    assert copy.written() == expected
    (passage,) = copy.offered(revealed=True)
    assert {number for piece in passage.words for number in piece.numbers} == {1}


def test_the_words_of_a_finding_are_listed_whole_while_what_is_covered_stays_exact(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    text = "担当の佐藤さん、家は知っている。"
    receipt = arrive(message=text, judged=found(text, "さん、家は知って"))
    hana = at_work(HANA)
    (listed,) = hana.get(at(receipt)).all("//li[@class='finding']//dt[.='Words']/following-sibling::dd")
    assert words(listed) == "“佐藤■■■■■■■■[covered words, finding 1]いる”"
    (revealed,) = hana.shown(f"{at(receipt)}/readings").all(
        "//li[@class='finding']//dt[.='Words']/following-sibling::dd"
    )
    assert words(revealed) == "“佐藤さん、家は知っている”"
