"""The masked copy: what a reviewer leaves readable stands in it, everything else that was covered does not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from colleagues import HANA, Desk
from deciding import HARSH, UNREASONABLE, at, decide, told
from reading import Page, words
from served import Served

from desk.delivery.post import letter
from desk.rules import review
from desk.rules.policy import ACTS, OTHER_ACT
from desk.staff import copies
from desk.store import reviews
from desk.store.screening import Assessment

BOXES = "//input[@type='checkbox'][starts-with(@name, 'readable-')]"
CAUTION = "//p[@id='copy-caution']"


def proposed(hana: Desk, receipt: str, **typed: str) -> Page:
    """The form with its proposal, the words shown."""
    return hana.shown(f"{at(receipt)}/decisions", go="propose", revealed="yes", **UNREASONABLE, **typed)


def offered(hana: Desk, receipt: str) -> list[str]:
    return [box.get("name") for box in proposed(hana, receipt).all(BOXES)]


def sent(desk: Served, receipt: str) -> str:
    """The one letter that went to the desk."""
    (item,) = told(desk.context, receipt)
    return str(letter(desk.context, item).get_content())


def found(*words_: str, reason: str = "", text: str) -> Assessment:
    """What the screening kept of these words: findings, or signs that were set aside for a reason."""
    seen: list[dict[str, Any]] = []
    for each in words_:
        start = text.index(each)
        place = {"field": "message", "start": start, "end": start + len(each), "text": each, "view": "plain"}
        seen.append({"act": "act.insult", "sign": "own", "strength": "strong", **place})
    aside = [{"finding": one, "reason": reason} for one in seen] if reason else []
    return Assessment(True, "medium", [] if reason else seen, aside, [])


@pytest.mark.parametrize("outcome", sorted(review.MASKED))
def test_a_passage_left_readable_stands_in_the_copy_and_no_other(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], outcome: str
) -> None:
    text = "担当は全員ぶっ殺すぞ。請求書が二重です。至急ご確認ください。返事がなければまた書きます。死ね。"
    receipt, hana = arrive(message=text), at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    first, *others = offered(hana, receipt)
    assert others
    decide(hana, receipt, **UNREASONABLE, outcome=outcome, reason="As agreed.", **{first: "yes"})
    mail = sent(desk, receipt)
    start, end = map(int, first.removeprefix("readable-").split("-"))
    assert text[start:end] in mail
    assert "死ね" not in mail
    assert "必要な箇所は、審査の担当者の判断で原文のまま" in mail


def test_words_that_come_again_and_again_are_covered_each_time(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    text = (
        "返事がない。"
        + "くたばれ。店長もくたばれ。" * 20
        + "請求書が二重です。至急ご確認ください。返事がなければまた書きます。"
    )
    receipt, hana = arrive(message=text), at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    assert "くたばれ" not in words(hana.get(at(receipt)).one("//main"))
    decide(hana, receipt, **UNREASONABLE, outcome="warning")
    mail = sent(desk, receipt)
    assert "請求書が二重です" in mail
    assert "くたばれ" not in mail


def test_a_copy_without_one_does_not_speak_of_any(desk: Served, hana: Desk, held: str) -> None:
    assert proposed(hana, held).all(CAUTION) == []  # most of it can be read as it is
    decide(hana, held, **UNREASONABLE, outcome="warning")
    assert "原文のまま" not in sent(desk, held)


def test_the_page_says_which_they_were_and_covers_them_until_they_are_asked_for(hana: Desk, held: str) -> None:
    *_, last = offered(hana, held)
    decide(hana, held, **UNREASONABLE, outcome="warning", **{last: "yes"})
    history = "//section[@aria-labelledby='history-title']"
    covered, shown = hana.get(at(held)), hana.shown(f"{at(held)}/readings")
    assert "Left readable for the desk:" in words(covered.one(history))
    assert "死ね" not in covered.text
    assert "死ね" in words(shown.one(history))


def test_a_tick_stays_whatever_button_is_pressed(hana: Desk, held: str) -> None:
    first, *_ = offered(hana, held)
    assert proposed(hana, held, **{first: "yes"}).all(f"{BOXES}[@checked]/@name") == [first]
    wrong = {"go": "decide", "outcome": "release", "revealed": "yes", **UNREASONABLE, first: "yes"}
    assert hana.shown(f"{at(held)}/decisions", 422, **wrong).all(f"{BOXES}[@checked]/@name") == [first]
    covered = hana.shown(f"{at(held)}/decisions", go="propose", **UNREASONABLE, **{first: "yes"})
    assert covered.all("//input[@type='hidden'][starts-with(@name, 'readable-')]/@name") == [first]


def test_whole_words_and_phrases_are_covered_or_left_readable_and_what_was_found_stays_exact(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    text = "至急ご対応ください。お客様を馬鹿にし続ける店員の顔とフルネームを送って。返金は要りません。"
    judged = found("客様を馬鹿", "店員", "顔", "フルネ", text=text)
    receipt, hana = arrive(message=text, judged=judged), at_work(HANA)
    page = hana.shown(f"{at(receipt)}/readings")
    assert [words(mark) for mark in page.all("//div[@class='letter-message']//mark")] == [
        "客様を馬鹿",
        "店員",
        "顔",
        "フルネ",
    ]
    hana.do(f"{at(receipt)}/claims")
    first, second = offered(hana, receipt)
    decide(hana, receipt, **UNREASONABLE, outcome="warning", **{second: "yes"})
    assert "至急ご対応ください。■■■■■■にし続ける店員の顔とフルネームを送って。" in sent(desk, receipt)
    history = hana.shown(f"{at(receipt)}/readings").one("//section[@aria-labelledby='history-title']")
    assert "“店員の顔とフルネーム”" in words(history)
    assert first == "readable-10-16"


def test_the_sentence_of_somebody_in_need_is_not_covered_for_the_sake_of_a_word_beside_it(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    text = "この馬鹿死にたいです。返金してください。"
    need = found("死にたい", text=text).findings[0] | {"care": "self-harm", "sign": "own.care"}
    judged = replace(found("馬", text=text), care=[need])
    receipt, hana = arrive(message=text, judged=judged), at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    decide(hana, receipt, **UNREASONABLE, outcome="care", reason="As agreed.")
    assert "この■鹿死にたいです。" in sent(desk, receipt)


def test_of_a_copy_that_cut_its_passages_otherwise_what_can_be_read_is_told(
    desk: Served, arrive: Callable[..., str]
) -> None:
    text = "お客様を馬鹿にし続ける店員の顔を送って。"
    receipt = arrive(message=text, judged=found("客様", "店員", "顔", text=text))
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    left = copies.Copy(case).left(text.replace("客様", "■■").replace("顔", "■"), revealed=True)
    assert ["".join(piece.text for piece in one.words) for one in left] == ["店員"]


def test_the_page_warns_of_a_copy_in_which_hardly_a_word_is_left(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    text = "土下座しろ、馬鹿。返金は三日以内だ。了解か。"
    receipt, hana = arrive(message=text, judged=found("土下座しろ、馬鹿", "返金は三日以内だ", text=text)), at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    page = proposed(hana, receipt)
    assert "hardly anything of this inquiry can be read" in words(page.one(CAUTION))
    assert "copy-caution" in page.one("//fieldset[p[@id='copy-caution']]").get("aria-describedby")
    assert proposed(hana, receipt, **{offered(hana, receipt)[1]: "yes"}).all(CAUTION) == []


def test_nothing_is_chosen_unread(hana: Desk, held: str) -> None:
    page = hana.shown(f"{at(held)}/decisions", go="propose", **UNREASONABLE)
    assert page.all(BOXES) == []
    assert "To choose, show the covered words first." in words(page.one("//p[@id='copy-hint']"))


def test_a_passage_is_shown_with_what_stands_around_it(hana: Desk, held: str) -> None:
    labels = [words(label) for label in proposed(hana, held).all("//label[starts-with(@for, 'readable-')]")]
    assert [label for label in labels if "死ね" in label] != []
    assert "至急ご確認" in labels[-1]


def test_a_passage_that_is_none_uncovers_nothing(desk: Served, hana: Desk, held: str) -> None:
    forged = {"readable-0-999": "yes", "readable-": "yes", "readable-x": "yes"}
    decide(hana, held, **UNREASONABLE, outcome="warning", **forged)
    mail = sent(desk, held)
    assert [harsh for harsh in ("殺", "死ね", "原文のまま") if harsh in mail] == []


def test_another_desk_that_it_is_sent_on_to_gets_the_same_copy(desk: Served, hana: Desk, held: str) -> None:
    first, *_ = offered(hana, held)
    decide(hana, held, **UNREASONABLE, outcome="warning", **{first: "yes"})
    payloads = [item.payload for item in told(desk.context, held)]
    hana.do(f"{at(held)}/forwards", to="press", behind="")
    payloads += [item.payload for item in told(desk.context, held)]
    assert len(payloads) == 2
    assert len({(one["masked_message"], one["readable"]) for one in payloads}) == 1


def test_of_many_passages_the_first_are_offered_and_all_of_them_can_be_sent(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    harsh = [f"馬鹿{number:02}" for number in range(35)]
    text = "。".join(f"{each}、と書きました" for each in harsh)
    receipt, hana = arrive(message=text, judged=found(*harsh, text=text)), at_work(HANA)
    hana.do(f"{at(receipt)}/claims")
    names = offered(hana, receipt)
    assert len(names) == copies.MOST
    assert "The first 12 passages can be chosen" in words(proposed(hana, receipt).one("//p[@id='copy-hint']"))
    acts = dict.fromkeys((*ACTS, OTHER_ACT), "yes")
    beside = {"hold_reason": "x", "to": "", "answered_on": "", "revealed": "yes", "reason": "一つずつ読みました。"}
    ticks = dict.fromkeys(names, "yes")
    points = {"request_reasonable": "no", "manner_acceptable": "no"}
    decide(hana, receipt, **(points | acts | beside | ticks), outcome="warning")
    mail = sent(desk, receipt)
    assert [each for each in harsh if each in mail] == harsh[: copies.MOST]


def test_what_reads_as_another_act_stays_covered(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    text = "請求が二重です。この馬鹿者が。至急ご確認ください。"
    receipt, hana = arrive(message=text, judged=found("馬鹿者", reason="another", text=text)), at_work(HANA)
    page = hana.get(at(receipt))
    assert "馬鹿者" not in page.text
    assert "because it reads more like another act" in words(page.one("//details[@class='suppressed'][@open]"))
    hana.do(f"{at(receipt)}/claims")
    decide(hana, receipt, **UNREASONABLE, outcome="warning")
    assert "馬鹿者" not in sent(desk, receipt)


def test_the_reading_of_a_name_is_covered_on_the_page_and_in_the_copy(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt, hana = arrive(message=HARSH, kana="シネ バカヤロウ"), at_work(HANA)
    assert "バカヤロウ" not in hana.get(at(receipt)).text
    assert "バカヤロウ" in hana.shown(f"{at(receipt)}/readings").text
    hana.do(f"{at(receipt)}/claims")
    decide(hana, receipt, **UNREASONABLE, outcome="warning")
    mail = sent(desk, receipt)
    assert ("■■ ■■■■■" in mail, "バカヤロウ" in mail) == (True, False)


@pytest.mark.parametrize("acceptable", ["yes", "no"])
def test_who_answers_once_is_told_so_and_gets_a_copy_where_the_manner_is_not_acceptable(
    desk: Served, hana: Desk, held: str, acceptable: str
) -> None:
    points = UNREASONABLE | {"manner_acceptable": acceptable}
    decide(hana, held, **points, outcome="answer-once", reason="As agreed.")
    mail = sent(desk, held)
    assert "本件についての当社の最終的な回答であること" in mail
    assert ("死ね" in mail) == (acceptable == "yes")
