"""What somebody typed before their session ended comes back to them when they have signed in, and to nobody else."""

import base64
import logging
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import pyotp
import pytest
from colleagues import COOKIE, PASSWORD, SECRET, SORA, Desk
from reading import Page, words
from served import Served

from desk.staff import copies, kept
from desk.store import audit, reviews, sessions, staff

SIGN_IN = "/staff/sign-in"
HARSH = "請求書が二重です。担当は全員ぶっ殺すぞ。死ね。"
REASON = "「死ね」と2回書かれている。\r\n電話でも同じことを言われた。"
DECISION = {"request_reasonable": "yes", "manner_acceptable": "no", "act__threat": "yes", "outcome": "release-masked"}


@pytest.fixture
def receipt(arrive: Callable[..., str]) -> str:
    return arrive(message=HARSH)


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


def over(browser: Desk) -> None:
    sessions.end_all(browser.context.store, browser.person.id, browser.context.now())


def passage(browser: Desk, receipt: str) -> str:
    """The name of a covered passage of the inquiry, as its form has it."""
    case = reviews.case(browser.context.store, receipt)
    assert case
    return copies.Copy(case).offered(revealed=True)[-1].name


def too_late(browser: Desk, receipt: str) -> Page:
    """Send a decision when the session is over; the page of the sign-in."""
    browser.do(f"{at(receipt)}/claims")
    over(browser)
    left = {passage(browser, receipt): "yes"}
    return browser.shown(f"{at(receipt)}/decisions", 403, go="decide", reason=REASON, **DECISION, **left)


def claim(browser: Desk, page: Page, password: str = PASSWORD) -> dict[str, str]:
    typed = {"name": browser.person.name, "password": password, "code": pyotp.TOTP(SECRET).now()}
    hidden = {one.get("name"): one.get("value") for one in page.all("//form[@id='sign-in']//input[@type='hidden']")}
    return {**hidden, **typed}


def in_field(page: Page) -> str:
    return "".join(page.one("//textarea[@id='reason']").itertext())


def test_the_same_person_is_back_on_the_page_with_what_they_had_typed(
    somebody: Callable[..., Desk], receipt: str, language: str
) -> None:
    browser = somebody(language=language)
    door = too_late(browser, receipt)
    assert {"en": "nothing of it is lost", "ja": "入力内容は失われていません"}[language] in door.said("remark")

    page = browser.post(SIGN_IN, claim(browser, door))

    assert in_field(page) == REASON.replace("\r\n", "\n")
    chosen = {one.get("name"): one.get("value") for one in page.all("//form[@id='decision']//input[@checked]")}
    assert chosen == {name.replace("__", "."): value for name, value in DECISION.items()}
    # The words are covered again.
    assert page.all("//form[@id='decision']//input[@type='hidden']/@name")[-1] == passage(browser, receipt)
    assert {"en": "none of it is recorded", "ja": "まだ記録されていません"}[language] in page.said("remark")


def test_the_reason_of_a_legal_hold_comes_back_too(somebody: Callable[..., Desk], receipt: str) -> None:
    browser = somebody("lead")
    over(browser)
    door = browser.shown(f"{at(receipt)}/legal-holds", 403, hold_reason=REASON)
    page = browser.post(SIGN_IN, claim(browser, door))
    held = page.one("//textarea[@id='hold_reason']")
    assert "".join(held.itertext()) == REASON.replace("\r\n", "\n")


def test_nothing_is_recorded_until_it_is_sent_again(somebody: Callable[..., Desk], receipt: str) -> None:
    browser = somebody()
    page = browser.post(SIGN_IN, claim(browser, too_late(browser, receipt)))
    case = reviews.case(browser.context.store, receipt)
    assert case is not None
    assert (case.state, case.decisions) == ("claimed", ())

    cookie = page.response.headers["set-cookie"].partition(";")[0]
    browser.http.headers["cookie"] = cookie
    browser.token = cookie.removeprefix(f"{COOKIE}=")
    token = page.one("//form[@id='decision']/input[@name='token']").get("value")
    assert browser.send(f"{at(receipt)}/decisions", {"token": token, "go": "propose"}).status_code == 422
    assert browser.do(f"{at(receipt)}/decisions", go="decide", reason=REASON, **DECISION).status_code == 303


def test_somebody_else_is_shown_nothing_of_it(somebody: Callable[..., Desk], receipt: str) -> None:
    browser, other = somebody(), somebody()
    fields = claim(browser, too_late(browser, receipt))

    answer = other.send(SIGN_IN, {**fields, "name": other.person.name})

    assert (answer.status_code, answer.headers["location"], answer.text) == (303, "/staff/", "")


def test_it_stands_in_no_page_address_or_log_before(
    somebody: Callable[..., Desk], receipt: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    browser = somebody()
    door = too_late(browser, receipt)
    written = "".join((door.text, str(door.response.headers), str(door.response.url), caplog.text, *capfd.readouterr()))
    found = base64.urlsafe_b64decode(claim(browser, door)["kept"])
    for said in ("死ね", "電話でも"):
        assert said not in written
        assert quote(said) not in written
        assert said.encode() not in found


@pytest.mark.parametrize("go", ["ja", "en"])
def test_a_switch_of_the_language_and_a_wrong_password_keep_it(
    somebody: Callable[..., Desk], receipt: str, go: str
) -> None:
    browser = somebody()
    door = browser.post(SIGN_IN, {**claim(browser, too_late(browser, receipt)), "go": go}, 403)
    assert door.language == go
    wrong = browser.post(SIGN_IN, claim(browser, door, password="x"), 422)
    assert in_field(browser.post(SIGN_IN, claim(browser, wrong))) == REASON.replace("\r\n", "\n")


def test_where_no_form_is_left_for_it_the_reason_is_shown_to_be_copied(
    desk: Served, somebody: Callable[..., Desk], receipt: str
) -> None:
    browser = somebody()
    door = too_late(browser, receipt)
    reviews.unclaim(desk.context.store, receipt, browser.person.id, desk.context.now(), browser.person.id)

    page = browser.post(SIGN_IN, claim(browser, door))

    assert page.all("//textarea[@id='reason']") == []
    assert "電話でも同じことを言われた" in words(page.one("//section[@aria-labelledby='typed-title']"))


def test_a_colleague_who_was_faster_costs_nobody_the_reason_they_typed(
    somebody: Callable[..., Desk], receipt: str
) -> None:
    hana, sora = somebody(), somebody("lead")
    hana.do(f"{at(receipt)}/claims")
    sora.do(f"{at(receipt)}/handovers")
    page = hana.shown(f"{at(receipt)}/decisions", 409, go="decide", reason=REASON, **DECISION)
    assert "電話でも同じことを言われた" in words(page.one("//section[@aria-labelledby='typed-title']"))


def test_a_second_signature_and_an_invitation_come_back_too(somebody: Callable[..., Desk], receipt: str) -> None:
    hana, sora, yuki = somebody(), somebody("lead"), somebody("admin")
    hana.do(f"{at(receipt)}/claims")
    hana.do(f"{at(receipt)}/decisions", go="decide", reason=REASON, **{**DECISION, "outcome": "refusal"})
    over(sora)
    door = sora.shown(f"{at(receipt)}/signatures", 403, agrees="no", reason="別の見方もある。")
    page = sora.post(SIGN_IN, claim(sora, door))
    assert in_field(page) == "別の見方もある。"
    assert page.one("//input[@id='agrees-no']").get("checked") is not None

    over(yuki)
    door = yuki.shown("/staff/people", 403, name="新しい人", role="auditor", language="ja")
    page = yuki.post(SIGN_IN, claim(yuki, door))
    assert page.one("//input[@id='name']").get("value") == "新しい人"


def test_what_was_kept_is_of_no_use_to_a_role_that_may_not_read(
    desk: Served, somebody: Callable[..., Desk], receipt: str
) -> None:
    browser = somebody("auditor")
    over(browser)
    door = browser.shown(f"{at(receipt)}/decisions", 403, reason=REASON)
    (last,) = audit.recent(desk.context.store, most=1)
    assert browser.send(SIGN_IN, claim(browser, door)).headers["location"] == "/staff/"
    lines = audit.recent(desk.context.store)
    assert [line.what for line in lines if line.id > last.id] == ["signed-in"]


@pytest.mark.parametrize("text", ["x", "", "あ", "AAAA", base64.urlsafe_b64encode(b"k1:" + b"x" * 40).decode()])
def test_what_is_no_text_of_ours_leads_to_the_first_page(somebody: Callable[..., Desk], text: str) -> None:
    browser = somebody()
    over(browser)
    fields = {"name": browser.person.name, "password": PASSWORD, "code": pyotp.TOTP(SECRET).now(), "kept": text}
    assert browser.send(SIGN_IN, fields).headers["location"] == "/staff/"


def test_it_is_kept_for_a_while_only(
    somebody: Callable[..., Desk], receipt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = somebody()
    fields = claim(browser, too_late(browser, receipt))
    monkeypatch.setattr(kept, "AGE", timedelta(seconds=-1))
    assert browser.send(SIGN_IN, fields).headers["location"] == "/staff/"


def test_a_form_that_was_given_to_nobody_is_not_kept(desk: Served, somebody: Callable[..., Desk], receipt: str) -> None:
    browser = somebody()
    over(browser)
    for token in ("", "forged.token.x", desk.context.tokens.sent("R", desk.context.now(), "ja")):
        answer = browser.send(f"{at(receipt)}/decisions", {"token": token, "reason": REASON})
        assert (answer.status_code, answer.headers["location"]) == (303, f"{SIGN_IN}?ended=yes")


def test_a_form_from_before_signing_in_elsewhere_gives_its_words_back_to_who_wrote_them(
    somebody: Callable[..., Desk], receipt: str, at_work: Callable[..., Desk]
) -> None:
    browser = somebody()
    old = browser.form_token()
    browser.token = sessions.start_session(browser.context.store, browser.person, browser.context.now())
    browser.http.headers["cookie"] = f"{COOKIE}={browser.token}"
    fields = {"token": old, "reason": REASON}
    page = browser.post(f"{at(receipt)}/decisions", fields, 403)
    assert "電話でも同じことを言われた" in words(page.one("//section[@aria-labelledby='typed-title']"))
    assert "電話でも" not in at_work(SORA).post(f"{at(receipt)}/signatures", fields, 403).text


def test_a_disabled_colleague_gets_nothing_back(desk: Served, somebody: Callable[..., Desk], receipt: str) -> None:
    browser = somebody()
    door = too_late(browser, receipt)
    staff.disable(desk.context.store, browser.person.name, desk.context.now())
    assert "電話でも" not in browser.post(SIGN_IN, claim(browser, door), 422).text
