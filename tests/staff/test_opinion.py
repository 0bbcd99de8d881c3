"""The second opinion: an unusual wording is said, its words are covered, and its guess stays a guess."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from colleagues import HANA, SORA, Desk
from evidence import consulted, opened, take
from parsing import parsed
from reading import words
from served import Served

from desk.rules.conduct.shapes import BY_WORDING
from desk.rules.verdicts import Verdict
from desk.staff import letters
from desk.store import reviews
from desk.store.screening import Assessment

MESSAGE = "請求が二重です。\r\n夜道には気をつけたほうがいい。至急ご確認ください。"
WORDS = "夜道には気をつけたほうがいい"
SCRAP = "道には気をつけ"  # what the opinion weighs: letters, wherever words begin and end
LABEL = {
    "en": "Unusual wording: please look",
    "ja": "通常と異なる言い回しがあります。内容をご確認ください。",
}


def opinion(text: str = SCRAP, **changes: Any) -> Mapping[str, Any]:
    """What the worker keeps of an opinion on MESSAGE."""
    start = MESSAGE.index(text)
    stretch = {"field": "message", "start": start, "end": start + len(text), "text": text}
    return {"score": 0.97, "words": [stretch], "act_guess": "act.threat", "unusual": True, **changes}


def judged(**changes: Any) -> Assessment:
    return Assessment(True, "low", [], [], [], opinion=opinion(**changes))


@pytest.fixture
def unusual(arrive: Callable[..., str]) -> str:
    """The receipt of an inquiry that nothing but the second opinion flags."""
    return arrive(message=MESSAGE, judged=judged())


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def test_it_is_said_with_words_covered_and_a_guess_that_is_called_one(
    at_work: Callable[..., Desk], unusual: str, language: str
) -> None:
    page = at_work(HANA, language).get(at(unusual))
    box = page.one("//section[@class='doubt']")
    assert page.said("doubt-title") == LABEL[language]
    assert {"en": "perhaps “Threatening", "ja": "にあたる可能性"}[language] in words(box)
    assert WORDS not in page.text
    assert "夜道" not in page.text
    assert "至急ご確認ください。" in page.text
    assert page.all("//li[@class='finding']") == []


def test_several_stretches_of_a_field_stand_side_by_side_and_fields_in_the_order_of_the_page(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    pieces = [(field, MESSAGE.index(text), text) for field, text in (("message", "夜道"), ("message", "至急"))]
    words_ = [{"field": field, "start": at, "end": at + len(text), "text": text} for field, at, text in pieces]
    words_.insert(1, {"field": "subject", "start": 0, "end": 2, "text": "至急"})
    receipt = arrive(message=MESSAGE, subject="至急です", judged=judged(words=words_))
    facts = at_work(HANA, "en").get(at(receipt)).all("//section[@class='doubt']//dl/div")
    assert [(words(one.xpath("dt")[0]), len(one.xpath("dd")), len(one.xpath("dd/bdi"))) for one in facts[:2]] == [
        ("Subject", 1, 1),
        ("Inquiry", 1, 2),
    ]


def test_several_stretches_are_a_quotation_each_on_the_page_and_in_the_evidence_pack(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    pieces = [
        {"field": "message", "start": MESSAGE.index(one), "end": MESSAGE.index(one) + 2} for one in ("請求", "夜道")
    ]
    receipt = arrive(message=MESSAGE, judged=judged(words=[{**one, "text": ""} for one in pieces]))
    quoted = {"ja": "「請求」 「夜道」", "en": "“請求” “夜道”"}[language]
    shown = at_work(SORA, language).shown(f"{at(receipt)}/readings")
    assert quoted in words(shown.one("//section[@class='doubt']"))
    consulted(at_work(HANA), at_work(SORA), receipt)
    record = parsed(opened(take(at_work(SORA, language), receipt))["record.html"].decode())
    assert quoted in words(record)


def test_its_words_are_shown_and_marked_on_request(at_work: Callable[..., Desk], unusual: str) -> None:
    page = at_work(HANA).shown(f"{at(unusual)}/readings")
    assert [words(mark) for mark in page.all("//div[@class='letter-message']//mark")] == [WORDS]
    assert [words(mark) for mark in page.all("//section[@class='doubt']//mark")] == [WORDS]


def test_an_opinion_that_is_not_unusual_covers_and_says_nothing(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    page = at_work(HANA).get(at(arrive(message=MESSAGE, judged=judged(unusual=False))))
    assert page.all("//section[@class='doubt']") == []
    assert WORDS in page.text


def test_a_wording_that_was_set_aside_is_shown_as_such_with_the_reason_and_may_be_read(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    line = "訴えるぞ"
    place = {"field": "message", "start": 0, "end": len(line), "text": line, "view": "plain"}
    wording = {"act": "act.threat", "sign": BY_WORDING, "strength": "medium", **place}
    aside = [{"finding": wording, "reason": "lawful"}]
    held = Assessment(True, "low", [], aside, [], opinion=opinion(unusual=False, act_guess=None))
    page = at_work(HANA, language).get(at(arrive(message=line, judged=held)))
    shown = words(page.one("//details[@class='suppressed']"))
    assert {"en": "unusual wording", "ja": "通常と異なる言い回し"}[language] in shown
    assert {"en": "a step that anybody may lawfully take", "ja": "正当な手段への言及"}[language] in shown
    assert line in shown
    assert BY_WORDING not in shown
    assert page.all("//section[@class='doubt']") == []


def test_words_of_two_alphabets_are_the_reason_and_no_number_is(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    mixed = at_work(HANA, language).get(at(arrive(message=MESSAGE, judged=judged(score=0.16, only_mixed=True))))
    box = words(mixed.one("//section[@class='doubt']"))
    assert {"en": "Cyrillic", "ja": "キリル文字"}[language] in box
    assert "0.16" not in box
    by_wording = words(at_work(HANA, language).get(at(arrive(message=MESSAGE, judged=judged()))).one(
        "//section[@class='doubt']"
    ))  # fmt: skip
    assert "0.97" in by_wording
    assert {"en": "Cyrillic", "ja": "キリル文字"}[language] not in by_wording


def test_a_guess_that_is_not_sure_names_the_next_likeliest_act_beside_it(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    page = at_work(HANA, language).get(at(arrive(message=MESSAGE, judged=judged(second_guess="act.privacy"))))
    said = {"en": "”, or else “Violations of the privacy", "ja": "」または「"}[language]
    box = words(page.one("//section[@class='doubt']"))
    assert said in box, box
    assert said not in words(at_work(HANA, language).get(at(arrive(message=MESSAGE, judged=judged()))).one(
        "//section[@class='doubt']"
    ))  # fmt: skip


def test_an_opinion_without_a_guess_names_no_act(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    page = at_work(HANA).get(at(arrive(message=MESSAGE, judged=judged(act_guess=None))))
    assert "A guess" not in words(page.one("//section[@class='doubt']"))


def test_where_a_finding_and_the_opinion_overlap_the_finding_keeps_its_number(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    start = MESSAGE.index("気をつけたほうが")
    finding = {"act": "act.threat", "sign": "ja.threat.night", "strength": "strong", "field": "message"}
    place = {"start": start, "end": start + 8, "text": "気をつけたほうが", "view": "plain"}
    both = Assessment(True, "high", [{**finding, **place}], [], [], opinion=opinion())
    page = at_work(HANA).get(at(arrive(message=MESSAGE, judged=both)))
    assert [words(one) for one in page.all("//div[@class='letter-message']//span[@class='unseen']")] == [
        "[covered words, finding 1]"
    ]
    assert LABEL["en"] in page.text


def test_the_queue_says_why_a_row_without_acts_is_there(
    at_work: Callable[..., Desk], arrive: Callable[..., str], unusual: str, language: str
) -> None:
    failed = arrive(judged=Assessment(True, "medium", [], [], [], "RecursionError", "x"))
    unjudged = arrive(judged=Assessment(True, "medium", [], [], [], unjudged="ValueError"))
    said = {
        unusual: LABEL[language],
        unjudged: {"en": "could not be told whether this repeats", "ja": "繰り返しかどうかを判定できません"}[language],
        failed: {"en": "The screening failed", "ja": "自動確認を実行できません"}[language],
    }
    found: dict[str, str] = {}
    browser, path = at_work(SORA, language), "/staff/queue"
    while path:
        page = browser.get(path)
        for row in page.all("//li[starts-with(@class, 'row ')]"):
            found |= {receipt: words(row) for receipt in said if receipt in words(row)}
        path = next(iter(page.all("//nav[@class='pager']/a[contains(@href, 'after=')]/@href")), "")
    assert [receipt for receipt in said if said[receipt] not in found[receipt]] == []


def test_a_masked_copy_covers_the_same_words(desk: Served, unusual: str) -> None:
    case = reviews.case(desk.context.store, unusual)
    assert case is not None
    (mail,) = letters.of("general", case, Verdict(True, False, (), "release-masked", ""), "released")
    assert mail.payload is not None
    assert mail.payload["masked_message"] == MESSAGE.replace(WORDS, "■" * len(WORDS))
    assert "夜道" not in json.dumps(dict(mail.payload), ensure_ascii=False)


def test_a_long_message_read_by_the_real_model_is_covered_where_it_says(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt = arrive(message="お前んとこの連中、夜道には気をつけた方がいいと思うよ。")
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    assert case.assessment.opinion is not None
    assert case.assessment.opinion["unusual"]
    page = at_work(HANA).get(at(receipt))
    assert [
        one["text"] for one in case.assessment.opinion["words"] if len(one["text"]) > 3 and one["text"] in page.text
    ] == []
