"""The entrance: one way in, one answer for everything that is wrong, and every code once."""

import secrets
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pyotp
import pytest
from colleagues import COOKIE, HANA, PASSWORD, SECRET, Colleague, Desk, hire
from reading import Client
from served import Served

from desk.staff import passwords, tries
from desk.store import attempts, sessions, staff
from desk.store.people import Staff

SIGN_IN = "/staff/sign-in"


def claim(name: str, password: str = PASSWORD, code: str | None = None) -> dict[str, str]:
    return {"name": name, "password": password, "code": pyotp.TOTP(SECRET).now() if code is None else code}


@pytest.fixture
def newcomer(desk: Served) -> Staff:
    """Somebody new, whom nobody has tried to be yet, at an address that nobody has tried from."""
    attempts.forget(desk.context.store, ["sign-in from 127.0.0.1", "sign-in"])
    return hire(desk.context, Colleague(f"Newcomer {secrets.token_hex(4)}", "reviewer"))


def token_in(cookie: str) -> str:
    return cookie.partition("=")[2].partition(";")[0]


def test_the_form_is_there_in_both_languages(client: Client) -> None:
    assert client.get(f"{SIGN_IN}?language=ja").heading == "ログイン"
    assert client.get(f"{SIGN_IN}?language=en").heading == "Sign in"


def test_name_password_and_code_lead_inside(desk: Served, newcomer: Staff) -> None:
    with Client(desk.origin) as browser:
        answer = browser.send(SIGN_IN, claim(newcomer.name.upper().replace("N", "ｎ") + " "))
        assert (answer.status_code, answer.headers["location"]) == (303, "/staff/")
        browser.http.headers["cookie"] = f"{COOKIE}={token_in(answer.headers['set-cookie'])}"
        assert browser.http.get("/staff/").headers["location"] == "/staff/queue"
        assert browser.get("/staff/queue").heading == "Review queue"


def test_the_cookies_are_bound_to_this_host_and_kept_from_scripts(desk: Served, newcomer: Staff) -> None:
    with Client(desk.origin) as browser:
        cookies = browser.send(SIGN_IN, claim(newcomer.name)).headers.get_list("set-cookie")
    assert [cookie.partition("=")[0] for cookie in cookies] == [COOKIE, f"{COOKIE}-known"]
    for cookie in cookies:
        kept = {part.lower() for part in cookie.split("; ")[1:]}
        assert {"path=/", "secure", "httponly", "samesite=strict"} == {part for part in kept if "max-age" not in part}


def test_a_code_opens_once(desk: Served, newcomer: Staff) -> None:
    code = pyotp.TOTP(SECRET).now()
    with Client(desk.origin, "en") as browser:
        assert browser.send(SIGN_IN, claim(newcomer.name, code=code)).status_code == 303
        for spelt in (code, f"{code[:3]} {code[3:]}"):
            assert (
                browser.post(SIGN_IN, claim(newcomer.name, code=spelt), 422).said("summary-title")
                == "You are not signed in"
            )


def test_whatever_is_wrong_the_answer_is_the_same(desk: Served, newcomer: Staff) -> None:
    store, now = desk.context.store, desk.context.now()
    hire(desk.context, Colleague("Gone", "reviewer"))
    staff.disable(store, "Gone", now)
    staff.invite(store, "New", "reviewer", "en", now)
    wrong = [
        claim("nobody"),
        claim(newcomer.name, password="x"),
        claim(newcomer.name, code="000000"),
        claim("Gone"),
        claim("New"),
        claim("", "", ""),
    ]
    with Client(desk.origin, "en") as browser:
        answers = [browser.post(SIGN_IN, fields, 422) for fields in wrong]
    told = {
        answer.text.replace(f'value="{fields["name"]}"', 'value=""')
        for answer, fields in zip(answers, wrong, strict=True)
    }
    assert len(told) == 1
    assert not any("set-cookie" in answer.response.headers for answer in answers)


@pytest.mark.parametrize(("module", "step"), [(passwords, "fits"), (tries, "let_in")])
def test_who_is_reset_while_they_sign_in_stays_outside(
    desk: Served, newcomer: Staff, monkeypatch: pytest.MonkeyPatch, module: ModuleType, step: str
) -> None:
    going_on = getattr(module, step)

    async def meanwhile(*given: Any, **named: Any) -> Any:
        await desk.context.store.run(staff.reset, newcomer.name, desk.context.now())
        return await going_on(*given, **named)

    monkeypatch.setattr(module, step, meanwhile)
    with Client(desk.origin, "en") as browser:
        page = browser.post(SIGN_IN, claim(newcomer.name), 422)
    assert page.said("summary-title") == "You are not signed in"
    assert "set-cookie" not in page.response.headers


def test_a_password_is_never_sent_back(desk: Served, newcomer: Staff) -> None:
    with Client(desk.origin) as browser:
        assert "tell-nobody" not in browser.post(SIGN_IN, claim(newcomer.name, password="tell-nobody"), 422).text


def test_the_language_chosen_stays_when_something_is_wrong(desk: Served, newcomer: Staff) -> None:
    with Client(desk.origin, "ja") as browser:
        page = browser.post(SIGN_IN, {**claim(newcomer.name, password="x"), "language": "en"}, 422)
        assert page.title.startswith("Error: Sign in")


def test_a_session_that_was_planted_is_never_adopted(desk: Served, newcomer: Staff) -> None:
    with Client(desk.origin) as browser:
        browser.http.headers["cookie"] = f"{COOKIE}=planted"
        fresh = token_in(browser.send(SIGN_IN, claim(newcomer.name)).headers["set-cookie"])
    assert len(fresh) >= 43
    assert sessions.session(desk.context.store, "planted", desk.context.now()) is None


def test_signing_in_again_ends_the_session_before(desk: Served, newcomer: Staff) -> None:
    store, now = desk.context.store, desk.context.now()
    before = sessions.start_session(store, newcomer, now)
    with Client(desk.origin) as browser:
        browser.http.headers["cookie"] = f"{COOKIE}={before}"
        assert browser.send(SIGN_IN, claim(newcomer.name)).status_code == 303
    assert sessions.session(store, before, now) is None


def test_signing_out_ends_the_session_and_takes_the_cookie(at_work: Callable[..., Desk]) -> None:
    hana = at_work(HANA)
    left = hana.do("/staff/sign-out")
    assert (left.status_code, left.headers["location"]) == (303, SIGN_IN)
    assert left.headers["set-cookie"].startswith(f"{COOKIE}=;")
    assert hana.http.get("/staff/queue").headers["location"] == SIGN_IN


def test_signing_out_everywhere_ends_every_session(at_work: Callable[..., Desk]) -> None:
    at_home, at_the_office = at_work(HANA), at_work(HANA)
    at_home.do("/staff/sign-out", everywhere="yes")
    assert at_the_office.http.get("/staff/queue").headers["location"] == SIGN_IN


def test_a_disabled_colleague_is_outside_at_once(desk: Served, newcomer: Staff) -> None:
    context = desk.context
    browser = Desk(desk.origin, context, newcomer)
    browser.get("/staff/queue")
    staff.disable(context.store, newcomer.name, context.now())
    assert browser.http.get("/staff/queue").headers["location"] == SIGN_IN
    browser.http.close()
