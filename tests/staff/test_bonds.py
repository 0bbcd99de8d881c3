"""The page of an inquiry tells by what an earlier one was taken for the same sender's, and from where it came."""

import secrets
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from colleagues import HANA, Desk
from reading import Page, words
from served import Served

from desk.store import answers
from desk.store.answers import Answer

DEMAND = "先月解約したサーバー{mark}の料金9,800円を全額返金してください。"
AGAIN = "返金しないという回答には納得できません。サーバー{mark}の料金9,800円を全額返金してください。"
WAITING = "サーバー{mark}の料金9,800円を全額返金するよう先日お願いしましたが、その後いかがでしょうか。"

Arrive = Callable[..., str]


def panel(page: Page, *, within: str = "") -> list[str]:
    return [words(one) for one in page.all(f"//section[@aria-labelledby='matter-title']{within}")]


def opened(desk: Desk, receipt: str) -> Page:
    return desk.get(f"/staff/inquiries/{receipt}")


def answered(desk: Served, receipt: str) -> None:
    now = desk.context.now().astimezone(ZoneInfo("Asia/Tokyo"))
    answers.record(desk.context.store, Answer(receipt, now, now))


def test_two_people_of_one_name_can_be_told_apart_by_their_addresses(
    desk: Served, at_work: Callable[..., Desk], arrive: Arrive
) -> None:
    mark = f"gx-4{secrets.randbelow(10**7):07}"
    one, other = f"mako@{mark}.example", f"tm@x{mark}.example"
    whose = {"name": f"高橋 誠{mark}", "client": "192.0.2.1"}
    first = arrive(message=DEMAND.format(mark=mark), email=one, **whose)
    answered(desk, first)
    again = arrive(message=AGAIN.format(mark=mark), email=other, **whose)
    said = {
        "ja": ("接続元が一致（メールアドレスは別）", "同姓同名の別の方かもしれません", "該当の可能性：中"),
        "en": ("Name and network are the same", "Two people may have one name", "(sign)"),
    }
    for language, (bond, caution, strength) in said.items():
        page = opened(at_work(HANA, language), again)
        (told,) = panel(page)
        assert [one for one in (bond, caution, one, other) if one not in told] == []
        (finding,) = page.all("//li[@class='finding']")
        assert strength in words(finding)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("again", "said"),
    [
        ("", {"ja": "同じメールアドレス", "en": "The same e-mail address"}),
        ("+again", {"ja": "同じメールアドレスの別表記", "en": "The same mailbox in another spelling"}),
    ],
)
def test_the_same_mailbox_is_told_and_its_address_where_it_is_spelled_otherwise(
    at_work: Callable[..., Desk], arrive: Arrive, again: str, said: dict[str, str], language: str
) -> None:
    mark = f"gx-4{secrets.randbelow(10**7):07}"
    email = f"{mark}{again}@{mark}.example"
    arrive(message=DEMAND.format(mark=mark), name=f"{mark} ken", email=email)
    last = arrive(message=WAITING.format(mark=mark), name="", email=f"{mark}@{mark}.example")
    page = opened(at_work(HANA, language), last)
    (bond,) = panel(page, within="//li/p[last()]")
    assert bond.split(" · ") == [said[language], *([email] if again else [])]
    assert panel(page, within="//p[@class='caution']") == []


def test_an_abusive_address_is_covered_beside_the_others_too(
    desk: Served, at_work: Callable[..., Desk], arrive: Arrive
) -> None:
    mark = f"gx-4{secrets.randbelow(10**7):07}"
    name, abusive = f"高橋 誠{mark}", f"kill.you.all.you.worthless.bitch@{mark}.example"
    answered(desk, arrive(message=DEMAND.format(mark=mark), name=name, email=f"mako@x{mark}.example"))
    page = opened(at_work(HANA, "en"), arrive(message=AGAIN.format(mark=mark), name=name, email=abusive))
    (told,) = panel(page)
    assert "Two people may have one name" in told
    assert f"@{mark}.example" in told
    assert "worthless" not in page.text


def test_so_is_the_same_abuse_in_the_address_of_an_earlier_inquiry(
    at_work: Callable[..., Desk], arrive: Arrive
) -> None:
    mark = f"gx-4{secrets.randbelow(10**7):07}"
    name, abusive = f"高橋 誠{mark}", "kill.you.all.you.worthless.bitch"
    arrive(message=DEMAND.format(mark=mark), name=name, email=f"{abusive}@x{mark}.example")
    again = arrive(message=WAITING.format(mark=mark), name=name, email=f"{abusive}@{mark}.example")
    hana = at_work(HANA, "en")
    assert f"@x{mark}.example" in " ".join(panel(opened(hana, again), within="//li"))
    assert "worthless" not in opened(hana, again).text
    shown = hana.shown(f"/staff/inquiries/{again}/readings")
    assert f"{abusive}@x{mark}.example" in " ".join(panel(shown, within="//li"))
