"""One inquiry: covered until asked for, every look on record, every finding explained."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from colleagues import HANA, MORI, SORA, Desk
from lists import pages
from reading import Page, words
from served import Served

from desk.store import audit, reviews
from desk.store.screening import Assessment

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。\r\n至急ご確認ください。"
QUOTED = "御社の社員に「死ね」と言われました。録音もあります。それなのに馬鹿野郎とは何だ、この馬鹿野郎。"


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def seen(page: Page) -> list[str]:
    """The readings of the text that a reviewer has of it: the message, as shown."""
    return [words(one) for one in page.all("//div[@class='letter-message']")]


@pytest.mark.parametrize("language", ["ja", "en"])
class TestCovered:
    def test_harsh_words_are_nowhere_on_the_page(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
    ) -> None:
        page = at_work(HANA, language).get(at(arrive(message=HARSH, subject="死ね")))
        assert [harsh for harsh in ("ぶっ殺す", "死ね", "殺") if harsh in page.text] == []
        assert "請求書が二重です。" in page.text
        assert "至急ご確認ください。" in page.text
        assert "■■" in page.text

    def test_they_are_shown_and_marked_on_request_and_once_only(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
    ) -> None:
        hana, receipt = at_work(HANA, language), arrive(message=HARSH)
        page = hana.shown(f"{at(receipt)}/readings")
        (mark,) = {words(mark) for mark in page.all("//div[@class='letter-message']//mark") if "死ね" in words(mark)}
        assert mark in HARSH
        assert "請求書" not in mark
        assert "至急" not in mark
        assert "■" not in page.text
        assert "死ね" not in hana.get(at(receipt)).text

    def test_each_finding_names_its_clause_its_rule_and_its_place(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
    ) -> None:
        page = at_work(HANA, language).get(at(arrive(message="死ね。")))
        (finding, *_) = page.all("//li[@class='finding']")
        assert finding.xpath(".//a/@href") == [f"/{language}/policy/2026-10-01#act.insult"]
        assert words(finding.xpath(".//code")[0]).startswith("ja.insult")
        assert {"ja": "お問い合わせ内容", "en": "Inquiry"}[language] in words(finding)

    def test_covered_words_are_read_out_with_every_finding_in_them(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
    ) -> None:
        page = at_work(HANA, language).get(at(arrive(message="お前を殺してやる。")))
        said = {"en": "[covered words, findings 1 and 2]", "ja": "［伏せ字、1と2番の箇所］"}[language]
        assert said in [words(one) for one in page.all("//div[@class='letter-message']//span[@class='unseen']")]

    def test_each_act_stands_once_for_a_field_with_all_of_its_words(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
    ) -> None:
        receipt = arrive(message="この馬鹿。死ね。お前は本当に馬鹿だな。死ね。", subject="馬鹿")
        page = at_work(HANA, language).shown(f"{at(receipt)}/readings")
        found = [
            (one.xpath("string(.//a/@href)"), words(one.xpath(".//dt[.='Field' or .='項目']/following-sibling::dd")[0]))
            for one in page.all("//li[@class='finding']")
        ]
        assert len(found) == len(set(found)) >= 2
        assert len(page.all("//li[@class='finding']//bdi[@class='quoted']")) > len(found)

    def test_what_was_shown_to_the_customer_is_there(
        self, desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
    ) -> None:
        receipt = arrive(message=HARSH)
        page = at_work(HANA, language).get(at(receipt))
        case = reviews.case(desk.context.store, receipt)
        assert case is not None
        shown = {one.get("datetime") for one in page.all("//dl[@class='facts']//time")}
        assert shown == {case.inquiry.received_at.isoformat(), case.inquiry.notice_shown_at.isoformat()}
        assert case.inquiry.received_at - case.inquiry.notice_shown_at == timedelta(minutes=3)
        assert page.all(f"//dl[@class='facts']//a[@href='/{language}/policy/2026-10-01']")
        (notice,) = page.all("//dt[.='Notice on the form' or .='フォームに表示したお知らせ']/following-sibling::dd")
        assert "2026-10-01" in words(notice)


def test_uncovering_keeps_what_was_filled_in_and_stays_while_deciding(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=HARSH)
    hana.do(f"{at(receipt)}/claims")
    page = hana.shown(f"{at(receipt)}/readings", manner_acceptable="no", act__threat="yes")
    assert page.all("//input[@checked]/@name") == ["manner_acceptable", "act.threat"]
    assert page.one("//form[@id='decision']/input[@name='revealed']").get("value") == "yes"
    again = hana.shown(f"{at(receipt)}/decisions", 422, go="propose", revealed="yes")
    assert "死ね" in again.text
    assert "死ね" not in hana.shown(f"{at(receipt)}/decisions", 422, go="propose").text
    lines = [line.what for line in audit.recent(desk.context.store, None, 50) if line.receipt == receipt]
    assert lines == ["opened", "revealed", "claimed"]


def test_a_receipt_that_does_not_exist_is_404_for_everything(at_work: Callable[..., Desk]) -> None:
    sora = at_work(SORA)
    missing = at("2222-2222-2222-2222-2222")
    sora.get(missing, 404)
    for noun in ("readings", "claims", "handovers", "decisions", "signatures", "forwards"):
        assert sora.do(f"{missing}/{noun}").status_code == 404


def test_what_was_seen_and_not_counted_says_why_and_stays_covered(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=QUOTED)
    page = hana.get(at(receipt))
    assert "死ね" not in page.text
    assert "Seen and not counted, because it is quoted." in [
        words(one) for one in page.all("//p[@class='finding-why']")
    ]
    assert "死ね" in hana.shown(f"{at(receipt)}/readings").text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_care_comes_first_with_its_guidance(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    hana, receipt = at_work(HANA, language), arrive(message="何度お願いしても直りません。もう死にたいです。")
    (row,) = (row for page in pages(hana, "/staff/queue") for row in page.all(f"//li[.//a[@href='{at(receipt)}']]"))
    assert {"en": "Somebody may need help", "ja": "支援が必要な方かもしれません"}[language] in words(row)
    page = hana.get(at(receipt))
    first = page.all("//section")[0]
    assert first.get("class") == "care"
    assert "110" in words(first)
    assert "0120-061-338" in words(first)
    assert [words(one) for one in first.xpath(".//span[@class='whole']")] == ["#いのちSOS"]
    assert "死にたい" in words(first)


def test_markup_in_a_text_is_text(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)></textarea>"
    hana = at_work(HANA)
    place = at(arrive(message=f"{evil} 死ね", subject=evil, name=evil[:90], company=evil))
    covered, shown = hana.get(place), hana.shown(f"{place}/readings")
    assert evil in seen(shown)[0]
    for page in (covered, shown):
        assert page.all("//main//script") == []
        assert page.all("//main//img") == []


def test_invisible_characters_are_made_visible(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    page = at_work(HANA).get(at(arrive(message="請求\u202eの件\u200bです。死ね。", company="株\u202e社")))
    assert [words(one) for one in page.all("//span[@class='invisible']")] == ["U+202E", "U+200B", "U+202E"]


def test_a_text_stands_apart_from_its_surroundings_and_in_its_own_language(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    page = at_work(HANA, "en").get(at(arrive(message="שלום お世話になります。")))
    assert page.one("//div[@class='letter-message']").get("lang") == "ja"
    assert len(page.all("//div[@class='letter-message']/bdi")) == 1


def test_marks_of_a_program_are_said(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    page = at_work(HANA).get(at(arrive(marks=("trap", "fast"))))
    assert len(page.all("//p[@class='caution']")) == 2


def test_a_failed_screening_is_said_and_waits_for_a_person(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt = arrive(message=HARSH, judged=Assessment(True, "medium", [], [], [], "RecursionError", "x"))
    assert "failed" in at_work(HANA).get(at(receipt)).one("//div[@class='remark']/p").text


def test_that_a_repetition_could_not_be_told_is_said_while_what_was_found_stays_covered(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    place = {"field": "message", "start": 0, "end": 2, "text": "死ね", "view": "plain"}
    finding = {"act": "act.insult", "sign": "own", "strength": "strong", **place}
    receipt = arrive(message="死ね。", judged=Assessment(True, "medium", [finding], [], [], unjudged="ValueError"))
    page = at_work(HANA, language).get(at(receipt))
    said = {"en": "could not be told with certainty", "ja": "確実に判定できませんでした"}[language]
    assert said in words(page.one("//div[@class='remark']"))
    assert "死ね" not in page.text


class TestTakingAndPassingOn:
    def test_taking_opens_the_decision(self, at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
        hana, receipt = at_work(HANA), arrive(message=HARSH)
        assert hana.get(at(receipt)).all("//form[contains(@action, 'decisions')]") == []
        assert hana.do(f"{at(receipt)}/claims").headers["location"] == at(receipt)
        assert len(hana.get(at(receipt)).all("//form[contains(@action, 'decisions')]")) == 1

    def test_only_one_of_two_gets_it(self, at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
        hana, mori, receipt = at_work(HANA), at_work(MORI), arrive(message=HARSH)
        hana.do(f"{at(receipt)}/claims")
        page = mori.shown(f"{at(receipt)}/claims", 409)
        assert page.said("remark") == "A colleague has taken this inquiry, or it has been decided."
        assert page.all("//form[contains(@action, 'decisions')]") == []

    def test_passing_on_needs_no_reason_and_leads_back_to_the_queue(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str]
    ) -> None:
        hana, mori, receipt = at_work(HANA), at_work(MORI), arrive(message=HARSH)
        hana.do(f"{at(receipt)}/claims")
        assert hana.do(f"{at(receipt)}/handovers").headers["location"] == "/staff/queue"
        assert mori.do(f"{at(receipt)}/claims").status_code == 303

    def test_a_colleagues_inquiry_is_passed_on_by_a_lead_only(
        self, at_work: Callable[..., Desk], arrive: Callable[..., str]
    ) -> None:
        hana, mori, sora, receipt = at_work(HANA), at_work(MORI), at_work(SORA), arrive(message=HARSH)
        hana.do(f"{at(receipt)}/claims")
        mori.shown(f"{at(receipt)}/handovers", 409)
        assert sora.do(f"{at(receipt)}/handovers").status_code == 303
        assert mori.do(f"{at(receipt)}/claims").status_code == 303


def test_a_colleague_who_quotes_the_words_as_a_reason_uncovers_nothing(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, sora, receipt = at_work(HANA), at_work(SORA), arrive(message="死ね。")
    hana.do(f"{at(receipt)}/claims")
    points = {"request_reasonable": "no", "manner_acceptable": "no", "act__insult": "yes", "outcome": "refusal"}
    hana.do(f"{at(receipt)}/decisions", go="decide", reason="「死 ね」と書かれている。", **points)
    reason = "//p[@class='reason']"
    assert words(sora.get(at(receipt)).one(reason)).startswith("The reason may quote the inquiry.")
    assert words(sora.shown(f"{at(receipt)}/readings").one(reason)) == "「死 ね」と書かれている。"
