"""Finding an inquiry whose receipt nobody has: by whom, by what, and what is never told of it."""

import secrets
from collections.abc import Callable
from urllib.parse import quote

import pytest
from colleagues import HANA, SORA, Desk
from deciding import erased
from reading import words
from searches import PATH, begin, follow, found, search
from served import Served

from desk.store import audit

RESTRICTED = "whistleblowing"


def test_a_receipt_is_found_however_it_is_typed(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    receipt = arrive()
    hana = at_work(HANA)
    said = f"受付番号：{receipt}"  # as our letters have it
    for typed in (receipt, receipt.lower(), receipt.replace("-", ""), f" {receipt.replace('-', ' ')} ", said):
        assert begin(hana, typed).headers["location"] == f"{PATH}/{receipt}"


def test_everything_of_one_mailbox_is_found_however_the_address_is_spelt(
    at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    host, hana = f"{secrets.token_hex(6)}.example.jp", at_work(HANA)
    first, last = arrive(email=f"aya.mori@{host}"), arrive(email=f"Aya.Mori+desk@{host.upper()}")
    arrive(email=f"aya.moriya@{host}")
    for typed in (f"aya.mori@{host}", f"AYA.MORI@{host}", f"ａｙａ.mori＠{host}", f"森 亜矢 <aya.mori+x@{host}>"):
        assert found(search(hana, typed)) == [last, first]


def test_who_calls_is_found_by_name_number_or_subject(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    token, number = secrets.token_hex(5), f"90{secrets.randbelow(10**8):08d}"
    typed = {"name": f"髙橋　{token}", "kana": "タカハシ ハナコ", "company": "株式会社サンプル"}
    receipt = arrive(**typed, phone=f"０{number[:2]}-{number[2:6]}-{number[6:]}", subject=f"Ｓｅｒｖｅｒ{token}の停止")
    arrive(name="高橋 次郎", subject="サーバーの停止")
    hana = at_work(HANA)
    for sought in (
        *(token.upper(), f"高橋{token}", f"{token} 高橋", f"たかはし はなこ {token}", f"ｻﾝﾌﾟﾙ {token}"),
        *(f"0{number}", f"+81 {number}", number[2:], f"server {token}", f"停止　{token}"),
    ):
        assert (sought, found(search(hana, sought))) == (sought, [receipt])


def test_the_words_of_the_inquiry_itself_are_not_searched(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    arrive(message=f"お世話になっております。{name}と申します。")
    assert found(search(at_work(HANA), name)) == []


def test_no_word_of_what_is_found_is_on_the_page(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    receipt = arrive(name=name, subject="死ね", message="馬鹿野郎、ぶっ殺すぞ。", company="株式会社さくら")
    page = search(at_work(HANA), name.partition(" ")[2])
    assert found(page) == [receipt]
    assert [typed for typed in (name, "死ね", "馬鹿野郎", "さくら") if typed in page.text] == []


@pytest.mark.parametrize("sent_on", [False, True], ids=["sent there", "sent on there"])
def test_what_only_leads_open_is_found_by_leads_alone_and_not_even_counted_for_others(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str, sent_on: bool
) -> None:
    mine, email = arrive(name=name), f"mio@{secrets.token_hex(6)}.example.jp"
    apart = arrive(name=name, email=email, phone="03-5555-0199", **({} if sent_on else {"topic": RESTRICTED}))
    hana, sora = at_work(HANA), at_work(SORA)
    if sent_on:
        sora.do(f"{PATH}/{apart}/forwards", to=RESTRICTED, behind="")
    alone = arrive(name=f"{name}x")
    assert found(search(sora, name)) == [alone, apart, mine]
    assert found(search(sora, email)) == [apart]
    page = search(hana, name)
    assert (found(page), page.said("newest")) == ([alone, mine], "2 inquiries, the newest first")
    nothing = search(hana, email)
    assert found(nothing) == []
    assert "Inquiries that only leads may open are not searched for you." in nothing.text
    assert logged(sora, 2) == ["E-mail address", "Name or words"]


def logged(lead: Desk, most: int) -> list[str]:
    """What the newest lines about a search say of it."""
    lines = lead.get("/staff/log").all("//tbody/tr[contains(., 'searched the inquiries')]")
    return [words(line.xpath("td")[5]) for line in lines[:most]]


def test_what_is_searched_for_stands_in_no_address_log_or_table(
    desk: Served, at_work: Callable[..., Desk], name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    hana = at_work(HANA)
    terms = (name, f"{name.split()[1]}@example.jp", "03-5550-0177")
    answers = [begin(hana, term) for term in terms]
    addresses = [str(follow(hana, answer).response.url) for answer in answers]
    cookies = [answer.headers["set-cookie"] for answer in answers]
    kept = b"".join(one.read_bytes() for one in desk.settings.data.glob("desk.sqlite3*"))
    said = ["".join(capfd.readouterr()), *(line.detail for line in audit.recent(desk.context.store, None, 9))]
    seen = "".join([*addresses, *cookies, *said]).encode() + kept
    for term in (*terms, name.split()[1], "355500177"):
        assert [form for form in (term, quote(term), term.encode().hex()) if form.encode() in seen] == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Telephone number", "E-mail address", "Receipt number", "Name or words"]),
        ("ja", ["電話番号", "メールアドレス", "受付番号", "お名前・語句"]),
    ],
)
def test_the_log_says_once_who_searched_and_by_what_kind_of_thing(
    at_work: Callable[..., Desk], arrive: Callable[..., str], name: str, language: str, told: list[str]
) -> None:
    receipt, hana = arrive(name=name), at_work(HANA)
    hana.get(search(hana, name).response.url.path)  # looking again is no other search
    begin(hana, receipt)
    search(hana, f"{secrets.token_hex(6)}@example.jp")
    search(hana, "010-1-999-555-0188")
    said = {"en": "searched the inquiries", "ja": "お問い合わせを検索"}[language]
    lines = at_work(SORA, language).get("/staff/log").all(f"//tbody/tr[td[4][normalize-space()='{said}']]")
    assert [words(line.xpath("td")[2]) for line in lines[:4]] == ["Hana"] * 4
    assert [words(line.xpath("td")[5]) for line in lines[:4]] == told


def test_a_receipt_that_nobody_was_given_is_said_to_be_none(at_work: Callable[..., Desk]) -> None:
    nobodys = "0000-0000-0000-0000-0000"
    page = at_work(HANA).shown(PATH, sought=nobodys, status=422)
    assert "No inquiry has this receipt number." in words(page.one("//*[@id='sought-problem']"))
    assert page.one("//input[@id='sought']").get("value") == nobodys


def test_an_erased_inquiry_is_not_found(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], name: str
) -> None:
    email = f"mio@{secrets.token_hex(6)}.example.jp"
    receipt, hana = arrive(name=name, email=email), at_work(HANA)
    assert found(search(hana, name)) == found(search(hana, email)) == [receipt]
    erased(desk, receipt)
    for sought in (name, email):
        assert found(search(hana, sought)) == []
