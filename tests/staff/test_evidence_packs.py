"""Who takes the evidence of an inquiry: leads alone, where the police are consulted, on record before they have it."""

import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing

import pytest
from colleagues import AOI, HANA, SORA, YUKI, Colleague, Desk
from deciding import HARSH, UNREASONABLE, at, decide, erased
from evidence import PACKS, TO, consulted, opened, take
from parsing import parsed
from reading import Page, words
from served import Served

from desk.store import audit

At = Callable[..., Desk]
PANEL = "//section[@aria-labelledby='evidence-title']"
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "title": "証拠資料",
        "empty": "提出先を入力してください。",
        "long": "提出先は200文字以内で入力してください。",
        "none": "警察・弁護士への相談を決定したお問い合わせ",
        "event": "証拠資料の作成を開始",
        "given": "証拠資料をダウンロード",
        "to": f"提出先：{TO}",
        "record": "ダウンロードしたことは、提出先とともに操作記録に残ります。",
        "read": "お渡しする前に内容をご確認ください。",
    },
    "en": {
        "title": "Evidence pack",
        "empty": "Say whom you hand it to.",
        "long": "Say whom you hand it to in at most 200 characters.",
        "none": "There is an evidence pack only for an inquiry about which the police or counsel are consulted",
        "event": "asked for an evidence pack",
        "given": "gave an evidence pack",
        "to": f"handed to: {TO}",
        "record": "Taking it is put on record, with whom you hand it to.",
        "read": "read it before you hand it over",
    },
}


def events(desk: Served, receipt: str) -> list[str]:
    return [line.what for line in audit.recent(desk.context.store, None, 50) if line.receipt == receipt]


@pytest.fixture
def grave(at_work: At, held: str) -> str:
    """An inquiry about which the police are consulted."""
    consulted(at_work(HANA), at_work(SORA), held)
    return held


@pytest.mark.parametrize("colleague", [SORA, YUKI], ids=lambda one: one.role)
def test_a_lead_is_offered_it_and_told_that_it_goes_on_record(
    at_work: At, grave: str, language: str, colleague: Colleague
) -> None:
    lead = at_work(colleague, language)
    panel = lead.get(at(grave)).one(PANEL)
    assert words(panel.xpath(".//h2")[0]) == SAID[language]["title"]
    assert SAID[language]["record"] in words(panel)
    assert SAID[language]["read"] in words(panel)
    answer = take(lead, grave)
    assert opened(answer)
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == f'attachment; filename="evidence-{grave}.zip"'
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("colleague", [HANA, AOI], ids=lambda one: one.role)
def test_nobody_else_is_offered_it_nor_given_it(desk: Served, at_work: At, grave: str, colleague: Colleague) -> None:
    browser = at_work(colleague)
    if colleague is HANA:
        assert browser.get(at(grave)).all(PANEL) == []
    assert take(browser, grave).status_code == 403
    assert not set(events(desk, grave)) & PACKS


def test_a_form_that_is_not_of_this_session_gets_nothing(desk: Served, at_work: At, grave: str) -> None:
    answer = at_work(SORA).send(f"{at(grave)}/evidence-packs", {"handed_to": TO, "token": "forged"})
    assert answer.status_code == 403
    assert not set(events(desk, grave)) & PACKS


def gets_none(desk: Served, lead: Desk, receipt: str, language: str) -> None:
    """There is no panel, and whoever asks all the same is told why, and keeps what they typed."""
    assert lead.get(at(receipt)).all(PANEL) == []
    answer = lead.shown(f"{at(receipt)}/evidence-packs", 409, handed_to=TO)
    assert SAID[language]["none"] in answer.said("remark")
    assert TO in words(answer.one("//section[@aria-labelledby='typed-title']"))
    assert not set(events(desk, receipt)) & PACKS


def test_where_support_is_refused_and_nobody_else_consulted_there_is_none(
    desk: Served, at_work: At, held: str, language: str
) -> None:
    consulted(at_work(HANA), at_work(SORA), held, outcome="refusal")
    gets_none(desk, at_work(SORA, language), held, language)


def test_before_the_second_signature_there_is_none(desk: Served, at_work: At, held: str, language: str) -> None:
    sora = at_work(SORA, language)
    gets_none(desk, sora, held, language)
    hana = at_work(HANA)
    hana.do(f"{at(held)}/claims")
    decide(hana, held, **UNREASONABLE, outcome="police-legal")
    gets_none(desk, sora, held, language)


@pytest.mark.parametrize("fault", ["empty", "long"])
def test_without_whom_it_is_handed_to_the_page_comes_back_with_what_was_typed(
    desk: Served, at_work: At, grave: str, language: str, fault: str
) -> None:
    typed = {"empty": " \u3000\n ", "long": "警" * 201}[fault]
    page = at_work(SORA, language).shown(
        f"{at(grave)}/evidence-packs", 422, handed_to=typed, hold_reason="裁判のため", reason="再度確認します"
    )
    assert page.summary == [("handed_to", SAID[language][fault])]
    assert "".join(page.one("//textarea[@id='handed_to']").itertext()).removeprefix("\n") == typed
    assert written(page, "hold_reason") == "裁判のため"
    assert written(page, "reason") == "再度確認します"
    assert not set(events(desk, grave)) & PACKS


@pytest.mark.parametrize("written_in", ["ja", "en"])
def test_the_language_of_the_pack_is_chosen_and_that_of_the_inquiry_is_chosen_before(
    at_work: At, arrive: Callable[..., str], language: str, written_in: str
) -> None:
    grave = arrive(message=HARSH, language=written_in)
    consulted(at_work(HANA), at_work(SORA), grave)
    lead, other = at_work(SORA, language), {"ja": "en", "en": "ja"}[written_in]
    chosen, hint = "//select[@id='pack_language']/option[@selected]", "//p[@id='pack_language-hint']"
    page = lead.get(at(grave))
    assert page.one(chosen).get("value") == written_in
    assert {"ja": "選択してあります", "en": "is chosen already"}[language] in words(page.one(hint))
    wrong = lead.shown(f"{at(grave)}/evidence-packs", 422, handed_to="", pack_language=other)
    assert wrong.one(chosen).get("value") == other
    for sent, expected in ((other, other), (language, language), ("xx", language)):
        record = opened(take(lead, grave, pack_language=sent))["record.html"].decode()
        assert parsed(record).get("lang") == expected
        assert SAID[expected]["to"] in record


def written(page: Page, field: str) -> str:
    return words(page.one(f"//textarea[@id='{field}']"))


def test_it_is_on_record_with_whom_it_is_handed_to_which_the_log_keeps_sealed(
    desk: Served, at_work: At, grave: str, language: str
) -> None:
    answer = take(at_work(SORA, language), grave, f"  {TO}\r\n")
    assert opened(answer)
    given, asked = audit.recent(desk.context.store, None, 2)
    assert (asked.what, asked.staff_name, asked.receipt) == ("evidence-asked", "Sora", grave)
    assert (given.what, given.staff_name, given.receipt) == ("evidence-given", "Sora", grave)
    assert TO not in asked.detail
    assert given.detail == hashlib.sha256(answer.content).hexdigest()
    for reader in (SORA, AOI):
        page = at_work(reader, language).get("/staff/log")
        (row,) = (words(row) for row in page.all("//tbody/tr") if grave in words(row) and TO in words(row))
        assert SAID[language]["event"] in row
        assert SAID[language]["to"] in row
        (row,) = (words(row) for row in page.all("//tbody/tr") if given.detail in words(row))
        assert SAID[language]["given"] in row
    assert audit.verify(desk.context.store).broken is None


def test_the_panel_tells_leads_alone_when_it_was_taken_by_whom_and_for_whom(
    desk: Served, at_work: At, grave: str, language: str
) -> None:
    taken, lead = "//section[@aria-labelledby='evidence-title']//ol[@id='evidence-taken']/li", at_work(YUKI, language)
    assert lead.get(at(grave)).all(taken) == []
    other = "東京弁護士会 鈴木様"
    for browser, to in ((at_work(SORA, language), TO), (lead, other)):
        opened(take(browser, grave, to))
    first, second = (words(one) for one in lead.get(at(grave)).all(taken))
    assert [one for one in ("Sora", SAID[language]["to"]) if one not in first] == []
    assert [one for one in ("Yuki", other) if one not in second] == []
    moments = [one.get("datetime") for one in lead.get(at(grave)).all(f"{taken}//time")]
    lines = [line for line in audit.recent(desk.context.store, None, 50) if line.receipt == grave]
    assert moments == [one.at.isoformat() for one in reversed(lines) if one.what == "evidence-asked"]
    page = at_work(HANA, language).get(at(grave))
    assert TO not in page.text
    assert other not in page.text


def test_what_cannot_be_put_on_record_is_not_given_and_what_was_typed_comes_back(
    desk: Served, at_work: At, grave: str, language: str
) -> None:
    lead = at_work(SORA, language)
    before = events(desk, grave)
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = lead.shown(f"{at(grave)}/evidence-packs", 503, handed_to=TO)
        other.execute("ROLLBACK")
    assert answer.language == language
    assert answer.one("//input[@name='handed_to']").get("value") == TO
    assert answer.one("//form[contains(@action, 'evidence-packs')]").get("action") == f"{at(grave)}/evidence-packs"
    assert events(desk, grave) == before


def test_of_an_erased_inquiry_there_is_none_and_its_page_says_what_became_of_it(
    desk: Served, at_work: At, grave: str, language: str
) -> None:
    sora = at_work(SORA, language)
    sora.do(f"{at(grave)}/legal-holds/ends", hold_reason="終結")
    erased(desk, grave)
    answer = sora.shown(f"{at(grave)}/evidence-packs", 409, handed_to=TO)
    assert answer.all("//*[@id='left-title']")
    assert TO in words(answer.one("//section[@aria-labelledby='typed-title']"))
    assert not set(events(desk, grave)) & PACKS


def test_of_an_inquiry_that_cannot_be_opened_there_is_none(desk: Served, at_work: At, grave: str) -> None:
    with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3")) as database, database:
        database.execute("UPDATE inquiry SET name = ? WHERE receipt = ?", (b"autumn:xxxxxxxxxxxxxxxx", grave))
    assert "autumn" in at_work(SORA).shown(f"{at(grave)}/evidence-packs", 409, handed_to=TO).text
    assert not set(events(desk, grave)) & PACKS
