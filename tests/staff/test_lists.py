"""The queue, all inquiries and the log: what is where, in which order, and never a word of the texts."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from colleagues import AOI, HANA, MORI, SORA, Desk
from lists import pages, receipts
from reading import words
from served import Served

from desk.delivery import worker
from desk.store import audit, reviews, screening, staff

HARSH = "ふざけるな、お前ら全員ぶっ殺すぞ。"
RECEIPT = ".//*[contains(@class, 'row-receipt')]"
DESPAIR = "もう死にたいです。消えてしまいたい。"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_queue_names_acts_and_holder_but_no_text(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    receipt = arrive(message=HARSH, subject="苦情の件です", name="大声 怒鳴")
    at_work(MORI).do(f"/staff/inquiries/{receipt}/claims")
    hana = at_work(HANA, language)
    text = "".join(page.text for page in pages(hana, "/staff/queue"))
    assert receipt in text
    assert [typed for typed in (HARSH, "ぶっ殺す", "苦情の件です", "大声") if typed in text] == []
    assert {"ja": "Moriさんが担当しています", "en": "Mori has it"}[language] in text


def test_the_queue_says_what_is_not_in_it_as_long_as_nobody_screens(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "//p[@class='caution']"
    arrive(message=HARSH, screened=False)
    assert at_work(HANA).get("/staff/queue").all(line) == []  # it may be under way
    monkeypatch.setattr(screening, "TOO_LATE", timedelta(0))
    said, in_japanese = (words(at_work(HANA, language).get("/staff/queue").one(line)) for language in ("en", "ja"))
    assert re.fullmatch("1 inquiry, received on .+, has not been screened, so it is not listed here yet. Tell .+", said)
    assert re.fullmatch(
        "自動確認が止まっているか遅れているため、.+以降に受け付けた1件がこの一覧にまだ出ていません。.+", in_japanese
    )
    while worker.screen(desk.context):
        pass
    assert at_work(HANA).get("/staff/queue").all(line) == []


def test_whoever_may_be_in_danger_comes_before_insults(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    insult = arrive(message="馬鹿野郎、無能な社員は全員クビにしろ。")
    despair = arrive(message=DESPAIR)
    found = receipts(at_work(HANA), "/staff/queue")
    assert found.index(despair) < found.index(insult)


def test_the_line_of_an_inquiry_names_its_gravest_act_first(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt = arrive(message="この無能。担当者を殴ってやる。")
    row = f"//li[.//a[.='{receipt}']]//p[@class='row-acts']"
    (line,) = (words(one) for page in pages(at_work(HANA), "/staff/queue") for one in page.all(row))
    assert line.startswith("The screening suggests: Acts of violence")
    assert line.endswith("and 1 more")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Acts of violence, Threatening or intimidating statements or actions"),
        ("ja", "暴力行為、脅迫または威嚇にあたる言動"),
    ],
)
def test_the_line_of_announced_violence_names_the_threat_too_and_counts_the_others(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, said: str
) -> None:
    more = {arrive(message="担当者を殴ってやる。"): "", arrive(message="この無能。担当者を殴ってやる。"): " and 1 more"}
    browser, found = at_work(HANA, language), dict[str, str]()
    for page in pages(browser, "/staff/queue"):
        lines = page.all("//li[.//p[@class='row-acts']]")
        found |= {words(line.xpath(RECEIPT)[0]): words(line.xpath(".//p[@class='row-acts']")[0]) for line in lines}
    for receipt, others in more.items():
        assert found[receipt].endswith(said + {"en": others, "ja": others and " ほか1件"}[language])


def test_ordinary_inquiries_are_not_in_the_queue(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    calm = arrive(message="会社案内の冊子を郵送していただくことは可能でしょうか。")
    hana = at_work(HANA)
    assert calm not in receipts(hana, "/staff/queue")
    assert receipts(hana, "/staff/inquiries")[0] == calm


def test_every_inquiry_is_listed_once_however_many_pages(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    for _ in range(31):
        arrive(message="資料の送付をお願いいたします。")
    found = receipts(at_work(HANA), "/staff/inquiries")
    everything = [row.receipt for row in reviews.listing(desk.context.store, None, 10_000)]
    assert len(found) > 30
    assert found == everything


@pytest.mark.parametrize("cursor", ["x", "9.9", "-1", "0.", "%00", "１", "a" * 500])
@pytest.mark.parametrize("path", ["/staff/queue", "/staff/inquiries", "/staff/log"])
def test_a_cursor_that_is_none_breaks_nothing(at_work: Callable[..., Desk], path: str, cursor: str) -> None:
    at_work(SORA).get(f"{path}?after={cursor}")


def test_an_inquiry_to_a_restricted_desk_is_for_leads(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    topic = next(one.id for one in desk.context.organisation.desks if one.restricted)
    receipt = arrive(topic=topic, message="馬鹿野郎、無能な社員は全員クビにしろ。")
    hana, sora = at_work(HANA), at_work(SORA)
    assert hana.http.get(f"/staff/inquiries/{receipt}").status_code == 403
    assert hana.do(f"/staff/inquiries/{receipt}/claims").status_code == 403
    assert f"/staff/inquiries/{receipt}" not in hana.get("/staff/inquiries").text
    assert sora.get(f"/staff/inquiries/{receipt}").heading == f"Inquiry {receipt}"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_log_tells_readings_and_decisions_to_leads_and_auditors(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    receipt = arrive(message=HARSH)
    hana = at_work(HANA)
    hana.get(f"/staff/inquiries/{receipt}")
    hana.shown(f"/staff/inquiries/{receipt}/readings")
    hana.do(f"/staff/inquiries/{receipt}/claims")
    hana.do(f"/staff/inquiries/{receipt}/handovers")
    told = {
        "ja": ["お問い合わせを引き継ぎ", "お問い合わせを引き受け", "伏せ字を表示", "お問い合わせを閲覧"],
        "en": ["handed an inquiry over", "took an inquiry", "uncovered the text", "opened an inquiry"],
    }[language]
    for reader, links in ((SORA, 4), (AOI, 0)):
        page = at_work(reader, language).get("/staff/log")
        lines = page.all(f"//tbody/tr[contains(., '{receipt}')]")
        assert [words(line.xpath("td")[3]) for line in lines] == told
        assert len(page.all(f"//tbody//a[contains(@href, '{receipt}')]")) == links


@pytest.mark.parametrize(("language", "said"), [("ja", "Hanaさんの担当分"), ("en", "Hana had it")])
def test_the_log_names_the_colleague_whose_inquiry_a_lead_passed_on(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, said: str
) -> None:
    receipt, sora = arrive(message=HARSH), at_work(SORA, language)
    for holder in (HANA, SORA):
        at_work(holder, language).do(f"/staff/inquiries/{receipt}/claims")
        sora.do(f"/staff/inquiries/{receipt}/handovers")
    handed_over = {"ja": "お問い合わせを引き継ぎ", "en": "handed an inquiry over"}[language]
    lines = sora.get("/staff/log").all(f"//tbody/tr[contains(., '{receipt}')][contains(., '{handed_over}')]")
    cells = [line.xpath("td") for line in lines]
    assert [(words(cell[2]), words(cell[5])) for cell in cells] == [("Sora", ""), ("Sora", said)]


def test_the_log_goes_back_to_its_first_line(desk: Served, at_work: Callable[..., Desk]) -> None:
    for _ in range(60):
        audit.command_reading(desk.context.store, "nobody", None, desk.context.now())
    sora = at_work(SORA)
    found: list[int] = []
    for page in pages(sora, "/staff/log"):
        found += [int(words(cell)) for cell in page.all("//td[@class='count']")]
    assert found == list(range(found[0], 0, -1))


@pytest.mark.parametrize(("language", "brackets"), [("ja", "（）"), ("en", "()")])
def test_the_brackets_are_those_of_the_language(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, brackets: str
) -> None:
    receipt, hana = arrive(message=HARSH), at_work(HANA, language)
    first, last = hana.get("/staff/queue").all("//span[@class='bracket']")[:2]
    assert words(first) + words(last) == brackets
    for strength in hana.get(f"/staff/inquiries/{receipt}").all("//dd/code/following-sibling::span"):
        assert words(strength)[0] + words(strength)[-1] == brackets


def test_a_colleagues_own_language_is_kept(desk: Served, at_work: Callable[..., Desk]) -> None:
    mori = at_work(MORI, "en")
    assert mori.get("/staff/account").heading == "Your account"
    assert mori.do("/staff/account", language="ja").headers["location"] == "/staff/account"
    assert mori.get("/staff/account").heading == "アカウント"
    mori.do("/staff/account", language="fr")
    account = staff.by_name(desk.context.store, "Mori")
    assert account is not None
    assert account.staff.language == "ja"
