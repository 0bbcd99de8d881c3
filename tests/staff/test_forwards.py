"""Sending an inquiry on: the right desk or service gets it once, covered as before, and page and log tell it."""

from collections.abc import Callable

import pytest
from colleagues import AOI, HANA, MORI, SORA, Desk
from reading import Page, words
from served import Served

from desk.context import Context
from desk.delivery.post import letter
from desk.store import audit, outbox, routes
from desk.store.kinds import ELSEWHERE, EMERGENCY
from desk.store.outbox import OutboxItem

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。\r\n至急ご確認ください。"
SECRET_WORDS = "秘密の合言葉"
NAMELESS = "whistleblowing"  # a desk that takes what comes without a name and an address


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def send_on(browser: Desk, receipt: str, to: str, behind: str = "", status: int = 303) -> Page | None:
    """Send an inquiry on as its form does, from a page that showed the forward `behind` as the last."""
    answer = browser.do(f"{at(receipt)}/forwards", to=to, behind=behind)
    assert status == answer.status_code
    return None if status == 303 else Page(answer)


def mails(context: Context, receipt: str) -> list[OutboxItem]:
    """What left the house about this inquiry for whoever answers it or wrote it, but for what nobody decided."""
    due = outbox.claim_due(context.store, context.now(), 10_000)
    theirs = (item for item in due if item.inquiry and item.inquiry.receipt == receipt)
    return [item for item in theirs if item.kind not in ("acknowledgement", ELSEWHERE, EMERGENCY)]


def body(context: Context, item: OutboxItem) -> str:
    part = letter(context, item).get_body()
    assert part is not None
    return str(part.get_content())


def destinations(context: Context, receipt: str) -> list[str]:
    return [forward.destination for forward in routes.way(context.store, receipt).forwards]


def released(browser: Desk, receipt: str, acceptable: str, outcome: str) -> None:
    acts = {"act__threat": "yes"} if acceptable == "no" else {}
    browser.do(f"{at(receipt)}/claims")
    browser.do(
        f"{at(receipt)}/decisions",
        go="decide",
        request_reasonable="yes",
        manner_acceptable=acceptable,
        outcome=outcome,
        reason="理由",
        **acts,
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_says_where_a_clean_inquiry_is_and_why_it_was_thought_to_be_elsewhere(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    page = at_work(HANA, language).get(at(arrive(subject="株主総会", message="株主総会と配当の日程を教えてください。")))
    said = words(page.one("//section[@aria-labelledby='way-title']"))
    assert {"ja": "会社全般・その他", "en": "The company, and anything else"}[language] in said
    assert "株主総会" in said
    assert {option.get("value") for option in page.all("//select[@id='to']//option")} >= {"", "ir", "service:lolipop"}
    assert page.all("//select[@id='to']//option[@value='general']") == []


def test_another_desk_gets_the_whole_inquiry_and_the_page_and_the_log_tell_it(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=f"資料を希望します。{SECRET_WORDS}")
    mails(desk.context, receipt)
    send_on(hana, receipt, "ir")
    (item,) = mails(desk.context, receipt)
    sent = letter(desk.context, item)
    assert (item.kind, sent["To"]) == ("desk", desk.context.organisation.desk("ir").mailbox)
    assert SECRET_WORDS in body(desk.context, item)
    (told,) = hana.get(at(receipt)).all("//section[@aria-labelledby='way-title']//ol/li")
    assert words(told).startswith("Sent on to: Investor relations Hana")
    line = next(line for line in audit.recent(desk.context.store) if line.what == "sent-on")
    assert (line.receipt, line.staff_name, line.detail) == (receipt, "Hana", "ir")
    row = at_work(SORA).get("/staff/log").one(f"//tr[contains(., '{receipt}')][contains(., 'sent an inquiry on')]")
    assert words(row.xpath("td")[5]) == "Investor relations"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_service_is_offered_where_the_sender_gave_no_address_to_write_to(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    page = at_work(SORA, language).get(at(arrive(topic=NAMELESS, name="", email="")))
    offered = {option.get("value") for option in page.all("//select[@id='to']//option")}
    assert offered >= {"", "general", "ir"}
    assert [to for to in offered if to.startswith("service:")] == []
    assert len(page.all("//select[@id='to']/optgroup")) == 1
    hint = {"ja": "メールアドレスのご記入がない", "en": "The sender gave no e-mail address"}[language]
    assert hint in page.said("to-hint")


@pytest.mark.parametrize("to", ["service:onamae", "service:nowhere", ""])
def test_a_sender_who_gave_no_address_is_referred_to_no_service_even_by_force(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], to: str
) -> None:
    receipt = arrive(topic=NAMELESS, name="", email="")
    mails(desk.context, receipt)
    page = send_on(at_work(SORA), receipt, to, status=422)
    assert page is not None
    said = "Choose a desk from the list. The sender gave no e-mail address, so no service can be named to them."
    assert page.summary == [("to", said)]
    assert destinations(desk.context, receipt) == []
    assert mails(desk.context, receipt) == []


def test_what_came_without_an_address_still_goes_on_to_another_desk(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    receipt = arrive(topic=NAMELESS, name="", email="")
    mails(desk.context, receipt)
    send_on(at_work(SORA), receipt, "ir")
    assert [(item.kind, item.desk) for item in mails(desk.context, receipt)] == [("desk", "ir")]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("service", ["onamae", "lolipop"])
def test_the_sender_is_told_the_way_to_a_service_and_nothing_they_typed(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], service: str, language: str
) -> None:
    typed = {
        "name": f"{SECRET_WORDS}一",
        "subject": f"{SECRET_WORDS}二",
        "message": f"資料を希望します。{SECRET_WORDS}三",
    }
    receipt = arrive(language=language, company=f"{SECRET_WORDS}四", email="ken.sato@example.jp", **typed)
    mails(desk.context, receipt)
    send_on(at_work(HANA), receipt, f"service:{service}")
    (item,) = mails(desk.context, receipt)
    sent, text = letter(desk.context, item), body(desk.context, item)
    found = desk.context.organisation.service(service)
    assert (item.kind, sent["To"], sent["Reply-To"]) == ("referral", "ken.sato@example.jp", None)
    assert sent["Auto-Submitted"] == "auto-replied"
    assert SECRET_WORDS not in sent["Subject"] + text
    assert receipt in sent["Subject"]
    assert found.contact in text
    assert found.name.in_(language) in text
    assert (found.operator is not None) == any(said in text for said in ("運営会社：", "run by "))
    assert (found.operator is not None) == any(said in text for said in ("とは別の会社である", ", not by us."))
    assert "\n\n\n" not in text.replace("\r", "")


def test_a_masked_inquiry_stays_masked_wherever_it_goes(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=HARSH, subject="死ね")
    released(hana, receipt, "no", "release-masked")
    (first,) = mails(desk.context, receipt)
    send_on(hana, receipt, "ir")
    (second,) = mails(desk.context, receipt)
    assert (first.desk, second.desk, second.kind, second.payload) == ("general", "ir", first.kind, first.payload)
    assert "死ね" not in body(desk.context, second)


@pytest.mark.parametrize("acceptable", ["yes", "no"])
def test_a_released_inquiry_goes_on_as_it_was_released(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], acceptable: str
) -> None:
    hana, receipt = at_work(HANA), arrive(message=HARSH)
    released(hana, receipt, acceptable, "warning" if acceptable == "no" else "release")
    mails(desk.context, receipt)
    send_on(hana, receipt, "press")
    (item,) = mails(desk.context, receipt)
    assert item.kind == {"yes": "desk", "no": "desk_warning"}[acceptable]


def test_an_inquiry_that_waits_for_its_review_goes_nowhere(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=HARSH)
    assert hana.get(at(receipt)).all("//form[contains(@action, 'forwards')]") == []
    for claimed in (False, True):
        if claimed:
            hana.do(f"{at(receipt)}/claims")
        page = send_on(hana, receipt, "ir", status=409)
        assert page is not None
        assert page.said("remark") == "This inquiry has to be reviewed before it can be sent on."
    assert mails(desk.context, receipt) == []


@pytest.mark.parametrize("to", ["", "nowhere", "service:nowhere", "https://evil.example", "general"])
def test_a_destination_that_is_none_is_said_at_the_field(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], to: str
) -> None:
    receipt = arrive()
    page = send_on(at_work(HANA), receipt, to, status=422)
    assert page is not None
    assert [field for field, _ in page.summary] == ["to"]
    assert page.one("//select[@id='to']").get("aria-invalid") == "true"
    assert destinations(desk.context, receipt) == []


def test_the_same_press_twice_and_a_slower_colleague_send_nothing_more(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, mori, receipt = at_work(HANA), at_work(MORI), arrive()
    mails(desk.context, receipt)
    send_on(hana, receipt, "ir")
    send_on(hana, receipt, "ir", status=422)
    page = send_on(mori, receipt, "press", status=409)
    assert page is not None
    assert page.said("remark").startswith("A colleague was faster.")
    assert destinations(desk.context, receipt) == ["ir"]
    assert len(mails(desk.context, receipt)) == 1


def test_it_can_be_sent_on_again_from_where_it_is(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive()
    send_on(hana, receipt, "ir")
    behind = hana.get(at(receipt)).one("//form[contains(@action, '/forwards')]//button[@name='behind']").get("value")
    send_on(hana, receipt, "service:conoha", behind)
    assert destinations(desk.context, receipt) == ["ir", "service:conoha"]


def test_what_was_sent_on_to_a_restricted_desk_is_for_leads_from_then_on(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    restricted = next(one.id for one in desk.context.organisation.desks if one.restricted)
    hana, sora, receipt = at_work(HANA), at_work(SORA), arrive()
    answer = hana.do(f"{at(receipt)}/forwards", to=restricted, behind="")
    assert answer.headers["location"] == "/staff/inquiries"
    assert hana.http.get(at(receipt)).status_code == 403
    assert at(receipt) not in hana.get("/staff/inquiries").text
    assert sora.get(at(receipt)).heading == f"Inquiry {receipt}"
    assert at(receipt) in sora.get("/staff/inquiries").text


def test_whoever_cannot_open_an_inquiry_cannot_send_it_on(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    restricted = next(one.id for one in desk.context.organisation.desks if one.restricted)
    receipt = arrive(topic=restricted)
    for colleague in (HANA, AOI):
        assert at_work(colleague).do(f"{at(receipt)}/forwards", to="ir", behind="").status_code == 403
    assert destinations(desk.context, receipt) == []
