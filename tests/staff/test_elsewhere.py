"""The desk that had an inquiry is told that it was sent on, so that its sender gets one answer and one warning."""

from collections.abc import Callable

import pytest
from colleagues import HANA, SORA, Desk
from deciding import at, decide
from served import Served

from desk.context import Context
from desk.delivery.post import letter
from desk.store import outbox
from desk.store.outbox import OutboxItem

HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。\r\n至急ご確認ください。"
WARNED = {
    "request_reasonable": "yes",
    "manner_acceptable": "no",
    "act__threat": "yes",
    "outcome": "warning",
    "reason": "脅迫",
}


def left(context: Context, receipt: str) -> list[OutboxItem]:
    """What leaves now about this inquiry, for desks."""
    due = outbox.claim_due(context.store, context.now(), 10_000)
    for item in due:
        outbox.delivered(context.store, item.id, context.now())
    return [item for item in due if item.desk and item.inquiry and item.inquiry.receipt == receipt]


def body(context: Context, item: OutboxItem) -> str:
    part = letter(context, item).get_body()
    assert part is not None
    return str(part.get_content())


def send_on(browser: Desk, receipt: str, to: str) -> None:
    page = browser.get(at(receipt))
    behind = page.one("//form[contains(@action, '/forwards')]//button[@name='behind']").get("value")
    assert browser.do(f"{at(receipt)}/forwards", to=to, behind=behind).status_code == 303


def warn(browser: Desk, receipt: str, **other: str) -> None:
    browser.do(f"{at(receipt)}/claims")
    assert decide(browser, receipt, **{**WARNED, **other}).status_code == 303


@pytest.mark.parametrize("to", ["press", "service:lolipop"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_after_a_warning_the_first_desk_is_told_to_answer_no_more(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, to: str
) -> None:
    hana, receipt = at_work(HANA), arrive(message=HARSH, language=language, subject="合言葉")
    warn(hana, receipt)
    assert [item.kind for item in left(desk.context, receipt)] == ["desk_warning"]
    send_on(hana, receipt, to)
    (item,) = [item for item in left(desk.context, receipt) if item.desk == "general"]
    sent, text = letter(desk.context, item), body(desk.context, item)
    assert (item.kind, sent["To"]) == ("elsewhere", desk.context.organisation.desk("general").mailbox)
    assert sent["Reply-To"] == desk.context.organisation.review_mailbox
    assert receipt in sent["Subject"]
    assert desk.context.topic_name(to, language) in text
    assert {"ja": "今後お控えください", "en": "do not reply to this inquiry any more"}[language] in text
    assert "合言葉" not in text


def test_a_restricted_desk_is_not_named_to_whoever_had_it_before(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    there = next(one for one in desk.context.organisation.desks if one.restricted)
    sora, receipt = at_work(SORA), arrive(language="en")
    left(desk.context, receipt)
    send_on(sora, receipt, there.id)
    (item,) = [item for item in left(desk.context, receipt) if item.kind == "elsewhere"]
    assert there.name.en not in body(desk.context, item)
    assert "was sent on to another desk, which answers from now on." in body(desk.context, item)


def test_a_desk_whose_sender_was_referred_before_is_told_once(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive()
    left(desk.context, receipt)
    for to, kinds in (("service:onamae", ["elsewhere"]), ("service:lolipop", []), ("ir", ["desk"])):
        send_on(hana, receipt, to)
        assert [item.kind for item in left(desk.context, receipt)] == kinds


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_says_that_the_desk_is_told_as_long_as_one_has_it(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    hana, receipt = at_work(HANA, language), arrive()
    said = {"ja": "回答が不要になったことをお知らせします", "en": "is told not to answer any more"}[language]
    assert said in hana.get(at(receipt)).said("to-hint")
    send_on(hana, receipt, "service:lolipop")
    assert said not in hana.get(at(receipt)).said("to-hint")


def test_a_desk_that_is_asked_again_once_its_sender_was_referred_has_it_again(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, sora, receipt = at_work(HANA), at_work(SORA), arrive(message=HARSH)
    warn(hana, receipt)
    left(desk.context, receipt)
    send_on(hana, receipt, "service:lolipop")
    assert sora.do(f"{at(receipt)}/reopenings", reason="x").status_code == 303
    left(desk.context, receipt)
    warn(hana, receipt)
    assert [(item.kind, item.desk) for item in left(desk.context, receipt)] == [("desk_warning", "general")]
    page = hana.get(at(receipt))
    assert "is told not to answer any more" in page.said("to-hint")
    assert page.all("//select[@id='to']//option[@value='general']") == []
    send_on(hana, receipt, "ir")
    asked = {(item.kind, item.desk) for item in left(desk.context, receipt)}
    assert asked == {("desk_warning", "ir"), ("elsewhere", "general")}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ja",
            ("先のメールで警告をお願いしていた場合、その必要もなくなりました。", "連絡方法の限定", "引き続き有効です"),
        ),
        ("en", ("a warning, that is no longer needed", "still holds: in writing only", "notes of each contact")),
    ],
)
def test_restricted_contact_is_about_the_customer_and_stays(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, said: tuple[str, ...]
) -> None:
    hana, receipt = at_work(HANA), arrive(message=HARSH, language=language)
    warn(hana, receipt, outcome="restricted", request_reasonable="no")
    assert [item.kind for item in left(desk.context, receipt)] == ["desk_restricted"]
    send_on(hana, receipt, "ir")
    (item,) = [item for item in left(desk.context, receipt) if item.desk == "general"]
    assert all(part in body(desk.context, item) for part in said)
