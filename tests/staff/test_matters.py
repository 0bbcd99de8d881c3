"""The page of an inquiry tells how often its matter was brought and when it was answered, to whoever may know."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from colleagues import HANA, MORI, SORA, Desk
from reading import Page, words
from ruling import ruled
from served import Served

from desk.rules.review import GRAVE
from desk.store import answers, audit, matters, routes
from desk.store.answers import Answer
from desk.store.inquiries import find
from desk.store.outbox import Mail
from desk.store.routes import Forward

DEMAND = "先月解約したサーバー{mark}の料金9,800円を全額返金してください。"
AGAIN = "返金しないという回答には納得できません。サーバー{mark}の料金9,800円を全額返金してください。"
# No sign of the rules stands in it.
UNSAID = "あの月は引っ越しで一日も使えませんでした。どうかもう一度だけお考えください。"
WAITING = "サーバー{mark}の料金9,800円を全額返金するよう先日お願いしましたが、その後いかがでしょうか。"

Arrive = Callable[..., str]


@pytest.fixture
def ken(arrive: Arrive) -> Callable[[str], str]:
    """A sender of their own with a matter of their own, who writes once more: the receipt."""
    mark = f"GX-4{secrets.randbelow(10**7):07}"  # no number for emergencies at its beginning, which would hold it
    who = {"name": f"{mark} ken", "email": f"{mark}@{mark}.example"}
    return lambda message: arrive(message=message.format(mark=mark), **who)


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def today(desk: Served) -> str:
    return desk.context.now().astimezone(ZoneInfo("Asia/Tokyo")).date().isoformat()


def panel(page: Page, name: str) -> str:
    """What the panel says; nothing where there is none."""
    return " ".join(words(one) for one in page.all(f"//section[@aria-labelledby='{name}-title']"))


def answered(desk: Served, receipt: str, *, notice: bool = False) -> datetime:
    """Record that it was answered a moment ago, or that its sender was told of a refusal."""
    now = desk.context.now().astimezone(ZoneInfo("Asia/Tokyo"))
    answers.record(desk.context.store, Answer(receipt, now, now, notice=notice))
    return now


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_tells_how_often_the_matter_was_brought_and_when_it_was_answered(
    desk: Served, at_work: Callable[..., Desk], ken: Callable[[str], str], language: str
) -> None:
    first = ken(DEMAND)
    day = answered(desk, first)
    page = at_work(HANA, language).get(at(ken(AGAIN)))
    said = panel(page, "matter")
    count = {"ja": "同じ件で、1日のうちに2通目です", "en": "Message 2 on this matter within 1 day"}[language]
    assert count in said
    assert {"ja": f"{day:%Y}年{day.month}月{day.day}日に回答済み", "en": f"Answered on {day.day} "}[language] in said
    links = page.all("//section[@aria-labelledby='matter-title']//a/@href")
    assert links == [at(first)]
    (finding,) = page.all("//li[@class='finding']")
    assert finding.xpath(".//a/@href") == [f"/{language}/policy/2026-10-01#act.repetition", at(first)]
    assert "■" not in page.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_no_sign_but_the_reading_of_all_messages_shows_says_so(
    desk: Served, at_work: Callable[..., Desk], ken: Callable[[str], str], language: str
) -> None:
    first = ken(DEMAND)
    answered(desk, first)
    page = at_work(HANA, language).get(at(ken(UNSAID)))

    (finding,) = page.all("//li[@class='finding']")
    said = {"ja": "ルールで繰り返しと判定できる表現はありません", "en": "No sign of the rules says so"}[language]
    assert said in words(finding)
    assert first in words(finding)
    assert "repetition.heard" in words(finding)


def test_words_that_announce_more_of_it_stand_beside_what_it_repeats(
    desk: Served, at_work: Callable[..., Desk], ken: Callable[[str], str]
) -> None:
    first = ken(DEMAND)
    answered(desk, first)
    page = at_work(HANA).shown(f"{at(ken(AGAIN + '何度断られても同じ要求を送り続けます。'))}/readings")
    (finding,) = page.all("//li[@class='finding'][contains(., 'Repeats')]")
    assert at(first) in finding.xpath(".//a/@href")
    assert "送り続けます" in words(finding.xpath(".//bdi[@class='quoted']")[0])


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("refusal", {"ja": "お断り", "en": "Support refused"}),
        ("police-legal", {"ja": "警察・弁護士", "en": "Consult the police or counsel"}),
        ("warning", {"ja": "警告", "en": "Answer with a warning"}),
        ("release", {"ja": "そのまま", "en": "Release to the desk as it is"}),
    ],
)
def test_the_history_tells_the_decision_and_then_whether_it_was_answered(
    desk: Served, at_work: Callable[..., Desk], ken: Callable[[str], str], outcome: str, said: dict[str, str]
) -> None:
    first = ken(f"{DEMAND}担当は全員ぶっ殺すぞ。")
    ruled(desk.context.store, first, outcome, desk.context.now())
    last = ken(WAITING)

    def line(language: str) -> list[str]:
        page = at_work(HANA, language).get(at(last))
        (told,) = page.all(f"//section[@aria-labelledby='matter-title']//li[.//a[.='{first}']]/p[2]")
        return words(told).split(" · ")[1:]

    for language in ("ja", "en"):
        (decided,) = line(language)
        assert said[language] in decided
    grave = outcome in GRAVE
    answered(desk, first, notice=grave)
    for language in ("ja", "en"):
        decided, then = line(language)
        assert said[language] in decided
        word = {"ja": ("に回答済み", "にお断りを伝達済み"), "en": ("Answered on", "Told of the refusal on")}
        assert word[language][grave] in then


@pytest.mark.parametrize("language", ["ja", "en"])
def test_that_it_is_one_matter_is_said_to_be_the_programs_guess(
    at_work: Callable[..., Desk], ken: Callable[[str], str], language: str
) -> None:
    ken("先月解約したサーバーの料金9,800円を全額返金してください。")
    said = panel(at_work(HANA, language).get(at(ken("料金を教えてください。"))), "matter")
    for guess in {
        "ja": ("同じ件とみられる", "プログラムが", "誤ることがあります", "同じメールアドレス"),
        "en": ("Perhaps the same matter", "It may be wrong", "The same e-mail address"),
    }[language]:
        assert guess in said


def test_another_matter_of_the_same_address_is_no_part_of_its_history(
    at_work: Callable[..., Desk], ken: Callable[[str], str]
) -> None:
    ken("新卒採用の説明会の日程を教えてください。")
    assert panel(at_work(HANA).get(at(ken("電話がつながらない。ふざけるな、責任者を出せ。"))), "matter") == ""


def test_who_waits_is_told_of_without_an_answer(at_work: Callable[..., Desk], ken: Callable[[str], str]) -> None:
    ken(DEMAND)
    page = at_work(HANA).get(at(ken(WAITING)))
    assert "No answer is on record" in panel(page, "matter")
    assert page.all("//li[@class='finding']") == []


def test_a_matter_brought_for_the_first_time_has_no_history(
    at_work: Callable[..., Desk], ken: Callable[[str], str]
) -> None:
    assert panel(at_work(HANA).get(at(ken(DEMAND))), "matter") == ""


def test_what_only_leads_may_open_is_neither_named_nor_counted_for_a_reviewer(
    desk: Served, at_work: Callable[..., Desk], ken: Callable[[str], str]
) -> None:
    first, second = ken(DEMAND), ken(WAITING)
    answered(desk, first)
    last = ken(AGAIN)
    sora = at_work(SORA)
    mail = Mail("desk", "ja", "whistleblowing")
    forward = Forward(first, sora.person.id, desk.context.now(), "whistleblowing", "", mail)
    routes.send_on(desk.context.store, forward)
    page = at_work(HANA).get(at(last))
    assert "Message 2 on this matter" in panel(page, "matter")
    assert "No answer is on record" in panel(page, "matter")
    assert first not in page.text
    assert second in page.text
    lead = sora.get(at(last))
    assert "Message 3 on this matter" in panel(lead, "matter")
    assert first in lead.text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_reviewer_records_an_answer_and_page_and_log_tell_it(
    desk: Served, at_work: Callable[..., Desk], ken: Callable[[str], str], language: str
) -> None:
    hana, receipt = at_work(HANA, language), ken(DEMAND)
    before = today(desk)
    form = hana.get(at(receipt)).one("//form[contains(@action, '/answers')]")
    (day,) = form.xpath(".//input[@type='date']/@value")
    assert before <= day <= today(desk)  # midnight may have passed meanwhile
    sent = hana.do(f"{at(receipt)}/answers", answered_on=day, behind="")
    assert (sent.status_code, sent.headers["location"]) == (303, at(receipt))
    said = panel(hana.get(at(receipt)), "answers")
    assert {"ja": "に回答済み", "en": "Answered on"}[language] in said
    assert "Hana" in said
    line = next(line for line in audit.recent(desk.context.store) if line.what == "answered")
    assert (line.receipt, line.staff_name, line.detail) == (receipt, "Hana", day)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("typed", ["", "soon", "2020-01-01", "2999-12-31"])
def test_a_day_that_cannot_be_is_told_at_its_field(
    at_work: Callable[..., Desk], ken: Callable[[str], str], typed: str, language: str
) -> None:
    hana, receipt = at_work(HANA, language), ken(DEMAND)
    page = hana.shown(f"{at(receipt)}/answers", answered_on=typed, behind="", status=422)
    assert [field for field, _ in page.summary] == ["answered_on"]


def test_what_waits_for_a_reviewer_takes_no_answer(desk: Served, at_work: Callable[..., Desk], arrive: Arrive) -> None:
    hana, receipt = at_work(HANA), arrive(message="死ね。")
    assert hana.get(at(receipt)).all("//form[contains(@action, '/answers')]") == []
    page = hana.shown(f"{at(receipt)}/answers", answered_on=today(desk), behind="", status=409)
    assert "has to reach a desk" in page.text


def test_of_two_colleagues_who_record_at_once_the_second_sees_the_first(
    desk: Served, at_work: Callable[..., Desk], ken: Callable[[str], str]
) -> None:
    receipt = ken(DEMAND)
    assert at_work(HANA).do(f"{at(receipt)}/answers", answered_on=today(desk), behind="").status_code == 303
    page = at_work(MORI).shown(f"{at(receipt)}/answers", answered_on=today(desk), behind="", status=409)
    assert "Hana" in panel(page, "answers")
    inquiry = find(desk.context.store, receipt)
    assert inquiry is not None
    (given,) = matters.matter(desk.context.store, inquiry.id).answers
    assert timedelta(0) <= desk.context.now() - given.answered_at < timedelta(minutes=1)
