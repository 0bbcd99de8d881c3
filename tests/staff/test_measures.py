"""The page of an inquiry tells what was decided against its sender before, on whatever matter, by the mailbox alone."""

import secrets
from collections.abc import Callable

import pytest
from colleagues import HANA, SORA, Desk
from reading import Page, words
from ruling import ruled
from served import Served

from desk.store import audit

Arrive = Callable[..., str]

HARSH = "担当は全員ぶっ殺すぞ。死ね。"
CALM = "採用の説明会の日程を教えてください。"
SAID = {
    "warning": {"ja": "警告", "en": "Answer with a warning"},
    "restricted": {"ja": "連絡方法", "en": "restricted contact"},
    "refusal": {"ja": "お断り", "en": "Support refused"},
    "police-legal": {"ja": "警察・弁護士", "en": "Consult the police or counsel"},
}


@pytest.fixture
def ken() -> dict[str, str]:
    """A sender of their own."""
    mark = f"k{secrets.token_hex(6)}"
    return {"name": f"{mark} sato", "email": f"{mark}@{mark}.example"}


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def told(page: Page) -> list[str]:
    return [words(one) for one in page.all("//section[@aria-labelledby='measures-title']//li")]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_tells_each_decision_with_its_day_and_where_it_stands(
    desk: Served, at_work: Callable[..., Desk], arrive: Arrive, ken: dict[str, str], language: str
) -> None:
    receipts = {outcome: arrive(message=HARSH, **ken) for outcome in SAID}
    for outcome, receipt in receipts.items():
        ruled(desk.context.store, receipt, outcome, desk.context.now())

    page = at_work(HANA, language).get(at(arrive(message=CALM, topic="recruiting", **ken)))

    lines = told(page)
    assert [
        receipt in line and SAID[outcome][language] in line
        for line, (outcome, receipt) in zip(lines, receipts.items(), strict=True)
    ] == [True] * 4
    assert page.all("//section[@aria-labelledby='measures-title']//a/@href") == [at(one) for one in receipts.values()]
    assert len(page.all("//section[@aria-labelledby='measures-title']//time[@datetime]")) == 4
    assert ken["email"] not in "".join(lines)


def test_the_address_is_told_where_it_is_spelled_otherwise(
    desk: Served, at_work: Callable[..., Desk], arrive: Arrive, ken: dict[str, str]
) -> None:
    spelled = f"{ken['email'][0]}.{ken['email'][1:]}"
    ruled(desk.context.store, arrive(message=HARSH, **{**ken, "email": spelled}), "warning", desk.context.now())

    (line,) = told(at_work(HANA).get(at(arrive(message=CALM, **ken))))

    assert spelled in line


def test_whoever_only_bears_the_same_name_or_was_released_is_not_told_of(
    desk: Served, at_work: Callable[..., Desk], arrive: Arrive, ken: dict[str, str]
) -> None:
    other = {**ken, "email": f"other-{ken['email'].partition('@')[0]}@elsewhere.example"}
    ruled(desk.context.store, arrive(message=HARSH, **other), "refusal", desk.context.now())
    ruled(desk.context.store, arrive(message=HARSH, **ken), "release-masked", desk.context.now())

    assert told(at_work(HANA).get(at(arrive(message=CALM, **ken)))) == []


def test_what_went_to_a_restricted_desk_neither_tells_nor_is_told_of(
    desk: Served, at_work: Callable[..., Desk], arrive: Arrive, ken: dict[str, str]
) -> None:
    apart, open_ = (arrive(message=HARSH, topic=topic, **ken) for topic in ("whistleblowing", "general"))
    for receipt in (apart, open_):
        ruled(desk.context.store, receipt, "warning", desk.context.now())
    sora = at_work(SORA)

    assert told(sora.get(at(arrive(message=CALM, topic="whistleblowing", **ken)))) == []
    (line,) = told(sora.get(at(arrive(message=CALM, **ken))))
    assert open_ in line


def test_only_the_inquiry_that_was_opened_is_on_record_as_read(
    desk: Served, at_work: Callable[..., Desk], arrive: Arrive, ken: dict[str, str]
) -> None:
    first = arrive(message=HARSH, **ken)
    ruled(desk.context.store, first, "warning", desk.context.now())
    last = arrive(message=CALM, **ken)

    at_work(HANA).get(at(last))

    read = [line.receipt for line in audit.recent(desk.context.store) if line.what == "opened"]
    assert (last in read, first in read) == (True, False)
