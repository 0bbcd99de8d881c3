"""What the sender was told stands in an evidence pack word for word as it was sent, with when, and names nobody."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, timedelta

import pytest
from colleagues import EVERYBODY, HANA, SORA, Desk
from deciding import HARSH, UNREASONABLE, at, decide, sign, tell
from evidence import opened, take
from parsing import Root, parsed
from reading import words
from served import Served

from desk.store import outbox

At = Callable[..., Desk]
BODY = "以前の文面です。\n\n　受付番号：%s\n<b>担当</b> & 窓口"
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "ours": "お客様への受付確認",
        "notice": "お客様への対応お断りのご連絡",
        "by hand": "窓口では確認できません",
        "recorded": "担当者が送信したと記録",
        "not kept": "文面は保存されていません",
        "elsewhere": "回答や警告などの文面は、窓口では保存していません",
    },
    "en": {
        "ours": "Confirmation to the sender",
        "notice": "Notice of the refusal",
        "by hand": "Whether they changed it is not known",
        "recorded": "sent, as a member of staff recorded",
        "not kept": "Its words were not kept.",
        "elsewhere": "such as an answer or a warning, is not kept by the desk",
    },
}


@pytest.fixture
def signed(at_work: At) -> Iterator[Callable[[str], str]]:
    """Has the police consulted about an inquiry; its sender is told after the test, if not before."""
    receipts: list[str] = []

    def made(receipt: str) -> str:
        receipts.append(receipt)
        hana = at_work(HANA)
        hana.do(f"{at(receipt)}/claims")
        decide(hana, receipt, **UNREASONABLE, outcome="police-legal", reason="脅迫")
        sign(at_work(SORA), receipt, agrees="yes")
        return receipt

    yield made
    for receipt in receipts:
        tell(at_work(HANA), receipt)


@pytest.fixture
def record(at_work: At, language: str) -> Callable[[str], Root]:
    """The page of the pack that a lead takes."""
    return lambda receipt: parsed(opened(take(at_work(SORA, language), receipt))["record.html"].decode())


Record = Callable[[str], Root]


def left(desk: Served, receipt: str, payload: Mapping[str, str] | None) -> None:
    """What is due about it has left; of the letter to the sender this is kept."""
    store, now = desk.context.store, desk.context.now() + timedelta(seconds=1)
    for item in outbox.claim_due(store, now, 1_000):
        if item.inquiry and item.inquiry.receipt == receipt:
            outbox.delivered(store, item.id, now, payload if item.kind == "acknowledgement" else None)


def told(root: Root) -> dict[str, Root]:
    """The letters that are given whole, by what they are called."""
    return {words(one.xpath("h3")[0]): one for one in root.xpath("//section[@class='sent']")}


def verbatim(one: Root, path: str) -> str:
    return "".join(one.xpath(path)[0].itertext())


def test_a_letter_that_left_is_given_as_it_was_whatever_its_text_says_by_now(
    desk: Served, held: str, signed: Callable[[str], str], record: Record, language: str
) -> None:
    body = BODY % held
    left(desk, held, {"subject": "【旧社名】受け付けました", "body": body})
    root = record(signed(held))
    assert SAID[language]["not kept"] not in words(root)
    letter = told(root)[SAID[language]["ours"]]
    assert verbatim(letter, "div[@class='message']") == body
    assert letter.xpath("div[@class='message']/@lang") == ["ja"]
    assert "【旧社名】受け付けました" in words(letter)
    assert f"{desk.context.now().astimezone(UTC):%Y-%m-%d %H:}" in words(letter)
    assert letter.xpath(".//b") == []


def test_the_notice_is_the_text_that_the_page_had_to_copy_with_what_it_is(
    at_work: At, arrive: Callable[..., str], signed: Callable[[str], str], record: Record, language: str
) -> None:
    receipt = signed(arrive(message="I will kill all of you.", language="en"))
    panel = at_work(HANA).get(at(receipt)).one("//section[@aria-labelledby='notice-title']")
    *_, subject, text = ("".join(one.itertext()) for one in panel.xpath(".//p[contains(@class, 'copy')]"))
    said = SAID[language]
    assert not [name for name in told(record(receipt)) if said["notice"] in name]
    assert tell(at_work(HANA), receipt).status_code == 303
    root = record(receipt)
    (notice,) = (one for name, one in told(root).items() if said["notice"] in name)
    assert verbatim(notice, "div[@class='message']") == text
    assert subject in words(notice)
    assert notice.xpath("div[@class='message']/@lang") == ["en"]
    assert said["by hand"] in words(notice)
    (row,) = (words(one) for one in root.xpath("//tbody/tr") if said["notice"] in words(one))
    assert said["recorded"] in row
    assert not [one.name for one in EVERYBODY if one.name in words(root)]


def test_where_the_words_of_a_letter_were_not_kept_that_is_said_and_none_are_made_up(
    desk: Served, held: str, signed: Callable[[str], str], record: Record, language: str
) -> None:
    left(desk, held, None)
    root = record(signed(held))
    (row,) = (words(one) for one in root.xpath("//tbody/tr") if SAID[language]["ours"] in words(one))
    assert SAID[language]["not kept"] in row
    assert told(root) == {}
    assert SAID[language]["elsewhere"] in words(root)


def test_of_a_letter_that_still_waits_nothing_is_said_to_be_missing(
    arrive: Callable[..., str], signed: Callable[[str], str], record: Record, language: str
) -> None:
    root = record(signed(arrive(message=HARSH)))
    assert SAID[language]["not kept"] not in words(root)
