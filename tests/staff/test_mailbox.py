"""Abuse in the e-mail address is held, covered where the name would be, and keeps nobody from answering."""

from collections.abc import Callable

from colleagues import HANA, Desk
from deciding import UNREASONABLE, at, decide, told
from reading import words
from served import Served

from desk.delivery.post import letter

ABUSIVE = "kill.you.all.you.worthless.bitch@example.jp"
ADDRESS = "//dt[.='E-mail address']/following-sibling::dd[1]"


def test_it_is_covered_on_the_page_until_asked_for(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    hana, receipt = at_work(HANA), arrive(email=ABUSIVE)
    page = hana.get(at(receipt))
    assert "worthless" not in page.text
    assert "@example.jp" in words(page.one(ADDRESS))
    assert "E-mail address" in words(page.one("//section[@aria-labelledby='findings-title']"))
    assert words(hana.shown(f"{at(receipt)}/readings").one(ADDRESS)) == ABUSIVE


def test_a_masked_letter_covers_it_and_is_answered_all_the_same(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana, receipt = at_work(HANA), arrive(email=ABUSIVE)
    hana.do(f"{at(receipt)}/claims")
    decide(hana, receipt, **UNREASONABLE, outcome="release-masked", reason="ご要望はもっともです。")
    (item,) = told(desk.context, receipt)
    sent = letter(desk.context, item)
    assert sent["Reply-To"] == ABUSIVE
    assert "worthless" not in sent.get_content()
    assert "@example.jp" in sent.get_content()
    page = hana.get(at(receipt))
    assert "A word to the customer about the manner" in page.text
    assert "worthless" not in page.text


def test_it_stands_whole_where_the_desk_is_to_write_to_it_and_an_answer_goes_to_the_reviewers(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    hana = at_work(HANA)
    receipt = arrive(email=ABUSIVE, message="返金してください。もう三度目です。")
    hana.do(f"{at(receipt)}/claims")
    decide(hana, receipt, **UNREASONABLE, outcome="warning")
    (item,) = told(desk.context, receipt)
    sent = letter(desk.context, item)
    assert sent["Reply-To"] == desk.context.organisation.review_mailbox
    assert ABUSIVE in sent.get_content()
    assert "伏せ字にしています" not in sent.get_content()


def test_an_ordinary_address_is_covered_nowhere(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    page = at_work(HANA).get(at(arrive(email="killer.bee@example.jp", subject="死ね")))
    assert words(page.one(ADDRESS)) == "killer.bee@example.jp"
