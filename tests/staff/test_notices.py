"""A sender who is refused is told so: the page says that it is still to be done, with a text, until it was."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from colleagues import HANA, SORA, YUKI, Desk
from deciding import UNREASONABLE, at, decide, sign, tell, told
from reading import Page, words
from ruling import ruled
from served import Served

from desk.delivery.post import letter
from desk.store import audit, matters, reviews
from desk.store.reviews import Decision

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。"
ENGLISH = "My invoice is wrong. You idiots, I will kill all of you."
NOTICE = "//section[@aria-labelledby='notice-title']"
UNTOLD = "//section[@aria-labelledby='untold-title']//a"


@pytest.fixture
def refused(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> Callable[..., str]:
    """Sends an inquiry that two people then refuse; its receipt."""

    def refuse(outcome: str = "refusal", **typed: str) -> str:
        receipt, yuki = arrive(**{"message": HARSH, **typed}), at_work(YUKI)
        yuki.do(f"{at(receipt)}/claims")
        decide(yuki, receipt, **UNREASONABLE, act__insult="yes", outcome=outcome, reason="脅迫")
        sign(at_work(SORA), receipt, agrees="yes")
        return receipt

    return refuse


def untold(page: Page) -> list[str]:
    return [words(link) for link in page.all(UNTOLD)]


TEXTS = {
    "ja": (HARSH, "脅迫または威嚇にあたる言動", "お断り"),
    "en": (ENGLISH, "threatening or intimidating", "no further service"),
}


@pytest.mark.parametrize("written", TEXTS)
def test_the_text_is_in_the_senders_language_and_names_the_clauses(
    at_work: Callable[..., Desk], refused: Callable[..., str], written: str, language: str
) -> None:
    message, clause, verdict = TEXTS[written]
    receipt = refused(language=written, message=message, email="ken.sato@example.jp")
    page = at_work(HANA, language).get(at(receipt))
    said = words(page.one(NOTICE))
    assert {"en": "Still to do", "ja": "未対応"}[language] in said
    assert page.one(f"{NOTICE}//p[contains(@class, 'copy-long')]").get("lang") == written
    for there in (clause, verdict, receipt, f"/{written}/policy/2026-10-01", "ken.sato@example.jp"):
        assert there.lower() in said.lower()
    assert "殺" not in said


def test_it_waits_in_the_queue_and_the_list_until_it_is_recorded_once(
    desk: Served, at_work: Callable[..., Desk], refused: Callable[..., str]
) -> None:
    receipt, hana = refused(), at_work(HANA)
    assert receipt in untold(hana.get("/staff/queue"))
    row = f"//tr[.//a[@href='{at(receipt)}']]"
    assert "customer not told yet" in words(hana.get("/staff/inquiries").one(row))
    assert tell(hana, receipt).status_code == 303
    page = hana.get(at(receipt))
    assert page.all(NOTICE) == []
    assert "Told of the refusal on" in words(page.one("//section[@aria-labelledby='answers-title']"))
    assert receipt not in untold(hana.get("/staff/queue"))
    assert "customer not told yet" not in words(hana.get("/staff/inquiries").one(row))
    hana.shown(f"{at(receipt)}/notices", 409, behind="")
    lines = [line.what for line in audit.recent(desk.context.store, None, 50) if line.receipt == receipt]
    assert [lines.count(what) for what in ("refusal-told", "answered")] == [1, 0]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_page_and_log_call_it_word_of_the_refusal_and_an_answer_before_it_an_answer(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    receipt, yuki, sora = arrive(message=HARSH), at_work(YUKI), at_work(SORA, language)
    ruled(desk.context.store, receipt, "release", desk.context.now())
    (today,) = yuki.get(at(receipt)).all("//input[@name='answered_on']/@value")
    assert yuki.do(f"{at(receipt)}/answers", answered_on=today, behind="").is_redirect
    first = sora.get(at(receipt)).one("//section[@aria-labelledby='answers-title']//li[1]")
    assert {"ja": "に回答済み", "en": "Answered on"}[language] in words(first)
    assert sora.do(f"{at(receipt)}/reopenings", reason="お客様のお申し出").is_redirect
    ruled(desk.context.store, receipt, "refusal", desk.context.now())
    behind = sora.get(at(receipt)).one(f"{NOTICE}//button").get("value")
    assert tell(sora, receipt, behind).status_code == 303
    first, second = sora.get(at(receipt)).all("//section[@aria-labelledby='answers-title']//li")
    assert {"ja": "に回答済み", "en": "Answered on"}[language] in words(first)
    assert {"ja": "にお断りを伝達済み", "en": "Told of the refusal on"}[language] in words(second)
    assert {"ja": "お断りを伝達", "en": "told a customer of the refusal"}[language] in sora.get("/staff/log").text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_that_it_was_told_is_recorded_once_also_for_whoever_has_seen_that(
    desk: Served, at_work: Callable[..., Desk], refused: Callable[..., str], language: str
) -> None:
    receipt, hana = refused(), at_work(HANA, language)
    tell(hana, receipt)
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    (answer,) = matters.matter(desk.context.store, case.inquiry.id).answers
    page = hana.shown(f"{at(receipt)}/notices", 409, behind=answer.id)
    assert {"ja": "すでに記録されています", "en": "nothing was recorded again"}[language] in page.said("remark")
    assert matters.matter(desk.context.store, case.inquiry.id).answers == (answer,)


def test_who_left_no_address_is_told_when_they_get_in_touch(
    at_work: Callable[..., Desk], refused: Callable[..., str]
) -> None:
    receipt, hana = refused(email="", name=""), at_work(HANA)
    assert receipt not in untold(hana.get("/staff/queue"))
    assert words(hana.get(at(receipt)).one(f"{NOTICE}/h2")) == "If the customer gets in touch"
    assert tell(hana, receipt).status_code == 303
    assert hana.get(at(receipt)).all(NOTICE) == []


def test_before_the_customer_is_told_and_after_no_answer_is_asked_for(
    desk: Served, at_work: Callable[..., Desk], refused: Callable[..., str]
) -> None:
    receipt, hana = refused(), at_work(HANA)
    assert hana.get(at(receipt)).all("//input[@name='answered_on']") == []
    today = desk.context.now().date().isoformat()
    page = hana.shown(f"{at(receipt)}/answers", 409, answered_on=today, behind="")
    assert "Tell them first" in page.said("remark")
    assert receipt in untold(hana.get("/staff/queue"))
    tell(hana, receipt)
    page = hana.get(at(receipt))
    assert "Told of the refusal on" in words(page.one("//section[@aria-labelledby='answers-title']"))
    assert page.all("//input[@name='answered_on']") == []
    assert page.all("//button[normalize-space()='Record the answer']") == []
    assert at_work(SORA).get(at(receipt)).all("//form[contains(@action, 'reopenings')]") != []


def test_whoever_is_refused_again_after_a_reopening_is_told_again(
    at_work: Callable[..., Desk], refused: Callable[..., str]
) -> None:
    receipt, sora, yuki = refused(), at_work(SORA), at_work(YUKI)
    tell(sora, receipt)
    assert sora.do(f"{at(receipt)}/reopenings", reason="お客様のお申し出").status_code == 303
    yuki.do(f"{at(receipt)}/claims")
    decide(yuki, receipt, **UNREASONABLE, outcome="refusal", reason="脅迫")
    sign(sora, receipt, agrees="yes")
    assert receipt in untold(sora.get("/staff/queue"))
    behind = sora.get(at(receipt)).one(f"{NOTICE}//button").get("value")
    assert tell(sora, receipt, behind).status_code == 303
    assert receipt not in untold(sora.get("/staff/queue"))


def test_what_only_leads_may_open_is_not_listed_for_a_reviewer(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt, sora, yuki = arrive(message=HARSH, topic="whistleblowing"), at_work(SORA), at_work(YUKI)
    yuki.do(f"{at(receipt)}/claims")
    # As an earlier version of the desk let it be decided.
    store, now = yuki.context.store, yuki.context.now()
    first = Decision(receipt, yuki.person.id, now, False, False, ("act.threat",), "police-legal", "脅迫")
    one = reviews.decide(store, first, "claimed", "escalated")
    reviews.decide(store, replace(first, staff_id=sora.person.id, confirms=one), "escalated", "refused")
    assert receipt in untold(sora.get("/staff/queue"))
    hana, caution = at_work(HANA), f"//tr[contains(., '{receipt}')]//strong"
    assert receipt not in untold(hana.get("/staff/queue"))
    assert len(sora.get("/staff/inquiries").all(caution)) == 1
    assert hana.get("/staff/inquiries").all(caution) == []


def test_the_police_are_asked_first_and_the_desk_is_told_of_them(
    desk: Served, at_work: Callable[..., Desk], refused: Callable[..., str]
) -> None:
    receipt = refused("police-legal")
    notice = at_work(HANA).get(at(receipt)).one(NOTICE)
    assert "Police or counsel consulted, support refused" in words(notice.xpath("h2")[0])
    assert "ask them first" in words(notice)
    (item,) = told(desk.context, receipt)
    assert "警察・弁護士に相談し、対応をお断りする" in letter(desk.context, item)["Subject"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_queue_says_so_too_beside_that_inquiry_alone(
    at_work: Callable[..., Desk], refused: Callable[..., str], language: str
) -> None:
    ordinary, consulted = refused(), refused("police-legal")
    page = at_work(HANA, language).get("/staff/queue")
    caution = {"ja": "警察または弁護士に相談中です", "en": "ask them first whether and when"}[language]
    said = {receipt: words(page.one(f"{UNTOLD}[.='{receipt}']/..")) for receipt in (ordinary, consulted)}
    assert {receipt: caution in line for receipt, line in said.items()} == {ordinary: False, consulted: True}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_and_so_does_the_list_of_all_inquiries(
    at_work: Callable[..., Desk], refused: Callable[..., str], language: str
) -> None:
    ordinary, consulted = refused(), refused("police-legal")
    hana = at_work(HANA, language)
    listed, waiting = hana.get("/staff/inquiries"), hana.get("/staff/queue")
    cautions = {one: listed.all(f"//tr[.//a[@href='{at(one)}']]/td[last()]//strong") for one in (ordinary, consulted)}
    beside = waiting.one(f"{UNTOLD}[.='{consulted}']/../strong")
    assert {one: [*map(words, found)] for one, found in cautions.items()} == {ordinary: [], consulted: [words(beside)]}


def test_it_is_the_last_refusal_that_counts_there(at_work: Callable[..., Desk], refused: Callable[..., str]) -> None:
    receipt, sora, yuki = refused("police-legal"), at_work(SORA), at_work(YUKI)
    sora.do(f"{at(receipt)}/reopenings", reason="相談の結果")
    yuki.do(f"{at(receipt)}/claims")
    decide(yuki, receipt, **UNREASONABLE, outcome="refusal", reason="脅迫")
    sign(sora, receipt, agrees="yes")
    assert "ask them first" not in words(sora.get("/staff/queue").one(f"{UNTOLD}[.='{receipt}']/.."))


def test_a_refusal_without_them_speaks_of_nobody_else(
    desk: Served, at_work: Callable[..., Desk], refused: Callable[..., str]
) -> None:
    receipt = refused()
    assert "Police" not in words(at_work(HANA).get(at(receipt)).one(f"{NOTICE}/h2"))
    (item,) = told(desk.context, receipt)
    assert "警察・弁護士" not in letter(desk.context, item)["Subject"]


def test_a_masked_copy_leaves_the_manner_to_the_reviewers_whoever_answers_the_request(
    hana: Desk, arrive: Callable[..., str]
) -> None:
    held = arrive(message="死ね。", name="一度 だけ", email="once@example.jp")  # whose next inquiries nobody counts
    hana.do(f"{at(held)}/claims")
    answers = {"request_reasonable": "yes", "manner_acceptable": "no", "act__insult": "yes"}
    decide(hana, held, **answers, outcome="release-masked")
    page = hana.get(at(held))
    assert "leaves the manner to you" in words(page.one(f"{NOTICE}[contains(@class, 'todo')]"))
    assert hana.do(f"{at(held)}/answers", answered_on=page.one("//input[@name='answered_on']").get("value")).is_redirect
    assert "leaves the manner to you" in words(hana.get(at(held)).one(f"{NOTICE}[not(contains(@class, 'todo'))]"))
    assert held not in untold(hana.get("/staff/queue"))


def test_nothing_is_recorded_of_what_is_not_refused(desk: Served, hana: Desk, held: str) -> None:
    hana.shown(f"{at(held)}/notices", 409, behind="")
    case = reviews.case(desk.context.store, held)
    assert case is not None
    assert case.state == "claimed"
