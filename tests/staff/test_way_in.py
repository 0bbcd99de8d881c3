"""Whoever asked for a page before they were signed in comes to it afterwards, and to no place outside this side."""

import secrets
from collections.abc import Callable

import pyotp
import pytest
from colleagues import PASSWORD, SECRET, Colleague, hire
from reading import Client, Page
from served import Served

from desk.store import attempts

SIGN_IN = "/staff/sign-in"


@pytest.fixture
def person(desk: Served) -> str:
    attempts.forget(desk.context.store, ["sign-in from 127.0.0.1", "sign-in"])
    return hire(desk.context, Colleague(f"Nao {secrets.token_hex(4)}", "reviewer")).name


def claim(page: Page, name: str, password: str = PASSWORD) -> dict[str, str]:
    hidden = {one.get("name"): one.get("value") for one in page.all("//form[@id='sign-in']//input[@type='hidden']")}
    return {**hidden, "name": name, "password": password, "code": pyotp.TOTP(SECRET).now()}


def test_the_inquiry_that_was_asked_for_opens_after_the_sign_in(
    client: Client, person: str, arrive: Callable[..., str]
) -> None:
    wanted = f"/staff/inquiries/{arrive()}"
    door = client.get(client.http.get(wanted).headers["location"])
    other = client.post(SIGN_IN, {**claim(door, ""), "go": "ja"})
    assert (other.language, other.all("//*[@id='remark']")) == ("ja", [])
    wrong = client.post(SIGN_IN, claim(other, person, "x"), 422)
    assert client.send(SIGN_IN, claim(wrong, person)).headers["location"] == wanted


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/",
        "//evil.example/staff/log",
        "/staff//evil.example",
        "/staff/../ja/inquiries",
        "/staff/log?x=1",
        "/staff/log\r\nx: y",
        "/ja/inquiries",
        "\\evil",
        "/staff/sign-out",
        "/staff/" + "x" * 300,
    ],
)
def test_no_other_place_is_led_to(client: Client, person: str, path: str) -> None:
    assert client.get(SIGN_IN).all("//input[@name='to']") == []
    assert Page(client.http.get(SIGN_IN, params={"to": path})).all("//input[@name='to']") == []
    fields = {"name": person, "password": PASSWORD, "code": pyotp.TOTP(SECRET).now(), "to": path}
    assert client.send(SIGN_IN, fields).headers["location"] == "/staff/"
