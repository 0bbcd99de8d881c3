"""What the page of an evidence pack says beside its own inquiry: other cases of the sender, and what is in the pack."""

import secrets
from collections.abc import Callable, Mapping

import pytest
from colleagues import HANA, SORA, Desk
from deciding import HARSH
from evidence import FILES, consulted, opened, take
from parsing import Root, parsed
from reading import words
from ruling import ruled
from served import Served

from desk.store.screening import Assessment, Finding

At = Callable[..., Desk]
Arrive = Callable[..., str]
SAID: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "warning": "警告",
        "mailbox": "同じメールアドレス（別表記を含む）",
        "spelled": "同じメールアドレスの別表記",
        "program": "メールアドレスのみに基づいて",
        "bond": "同じメールアドレス",
        "trap": "画面には見えない欄に入力がありました",
        "fast": "2秒以内",
        "checked": "まとめて確認できます",
        "reached": "本資料についての照会先（メール）",
        "connection": "IPアドレスも、端末に関する情報も記録していません",
        "need": "該当の有無にかかわらず",
    },
    "en": {
        "warning": "Answer with a warning",
        "mailbox": "The same mailbox",
        "spelled": "The same mailbox in another spelling",
        "program": "A program linked them to this one by the mailbox alone",
        "bond": "The same e-mail address",
        "trap": "A field that people do not see was filled in",
        "fast": "It was sent within two seconds of the check page",
        "checked": "checks them all",
        "reached": "E-mail for questions about this record",
        "connection": "neither the IP address of the sender nor anything of their device",
        "need": "whether there is any or not",
    },
}


@pytest.fixture
def ken() -> dict[str, str]:
    """A sender of their own."""
    mark = f"k{secrets.token_hex(6)}"
    return {"name": f"{mark} sato", "email": f"{mark}@{mark}.example"}


@pytest.fixture
def record(at_work: At, language: str) -> Callable[[str], Root]:
    """Has the police consulted about an inquiry and takes its evidence: the page of the pack."""

    def taken(receipt: str) -> Root:
        consulted(at_work(HANA), at_work(SORA), receipt)
        return parsed(opened(take(at_work(SORA, language), receipt))["record.html"].decode())

    return taken


Record = Callable[[str], Root]


def listed(root: Root, name: str) -> list[str]:
    return [words(one) for one in root.xpath(f"//ul[@id='{name}']/li")]


def test_what_was_decided_on_other_inquiries_of_the_mailbox_is_told_with_what_links_them(
    desk: Served, arrive: Arrive, record: Record, ken: dict[str, str], language: str
) -> None:
    spelled = f"{ken['email'][0]}.{ken['email'][1:]}"
    before = arrive(message=HARSH, **ken)
    other = arrive(message=HARSH, **{**ken, "email": spelled})
    for receipt in (before, other):
        ruled(desk.context.store, receipt, "warning", desk.context.now())

    root = record(arrive(message=HARSH, **ken))

    first, second = listed(root, "measures")
    said, year = SAID[language], str(desk.context.day().year)
    assert [one for one in (before, said["warning"], said["mailbox"], year) if one not in first] == []
    assert [one for one in (other, said["warning"], said["spelled"], spelled) if one not in second] == []
    assert ken["email"] not in first
    assert said["program"] in words(root)


def test_what_went_to_a_restricted_desk_or_only_bears_the_name_is_not_told_of(
    desk: Served, arrive: Arrive, record: Record, ken: dict[str, str]
) -> None:
    namesake = {**ken, "email": f"other-{ken['email'].partition('@')[0]}@elsewhere.example"}
    apart, named = arrive(message=HARSH, topic="whistleblowing", **ken), arrive(message=HARSH, **namesake)
    for receipt in (apart, named):
        ruled(desk.context.store, receipt, "warning", desk.context.now())

    root = record(arrive(message=HARSH, **ken))

    assert listed(root, "measures") == []
    assert apart not in words(root)


def test_of_an_earlier_inquiry_on_the_matter_it_is_told_what_links_it(
    arrive: Arrive, record: Record, ken: dict[str, str], language: str
) -> None:
    before = arrive(message="先月解約したサーバーGX-4417の料金9,800円を全額返金してください。", **ken)
    again = "サーバーGX-4417の料金9,800円を全額返金してください。しないなら全員ぶっ殺すぞ。"

    (line,) = listed(record(arrive(message=again, **ken)), "earlier")

    assert before in line
    assert SAID[language]["bond"] in line


def test_what_speaks_for_a_program_as_its_sender_is_told_as_on_the_page_of_the_inquiry(
    arrive: Arrive, record: Record, language: str
) -> None:
    marks = [words(one) for one in record(arrive(message=HARSH, marks=("trap", "fast"))).xpath("//p[@class='mark']")]
    assert [SAID[language][name] in mark for name, mark in zip(("trap", "fast"), marks, strict=True)] == [True, True]
    assert record(arrive(message=HARSH)).xpath("//p[@class='mark']") == []


def test_it_names_each_file_how_they_are_checked_whom_to_ask_and_what_is_not_recorded(
    desk: Served, arrive: Arrive, record: Record, language: str
) -> None:
    root, said = record(arrive(message=HARSH)), SAID[language]
    assert [words(one) for one in root.xpath("//dl[@id='files']//dt")] == FILES
    assert said["checked"] in words(root.xpath("//dl[@id='files']/div")[-1])
    assert "sha256sum -c SHA256SUMS" in words(root)
    organisation = desk.context.organisation
    head = words(root.xpath("//dl")[0])
    assert said["reached"] in head
    for known in (organisation.name.in_(language), organisation.review_mailbox):
        assert known is not None
        assert known in head
    assert said["connection"] in words(root)


def test_of_an_address_that_the_sender_came_from_nothing_is_in_the_pack(at_work: At, arrive: Arrive) -> None:
    receipt = arrive(message=HARSH, client="198.51.100.77")
    consulted(at_work(HANA), at_work(SORA), receipt)
    assert [name for name, file in opened(take(at_work(SORA), receipt)).items() if b"198.51.100" in file] == []


def test_that_signs_of_need_are_left_out_is_said_alike_where_there_are_some_and_where_there_are_none(
    arrive: Arrive, record: Record, language: str
) -> None:
    need: Finding = {
        "act": "act.threat", "sign": "a.need", "strength": "strong", "view": "plain",
        "field": "message", "start": 2, "end": 5, "text": "うつ病",
    }  # fmt: skip
    threat: Finding = {**need, "sign": "a.threat", "start": 0, "end": 2, "text": "死ね"}
    roots = [
        record(arrive(message="死ねうつ病", judged=Assessment(True, "high", [threat], [], care)))
        for care in ([], [{**need, "care": "disability"}])
    ]
    first, second = ([words(one) for one in root.xpath("//p[@class='hint']")] for root in roots)
    assert [SAID[language]["need"] in one for one in first].count(True) == 1
    assert first == second
