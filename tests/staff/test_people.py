"""The people of the desk: administrators invite, reset and shut out; links are shown once and secrets never."""

import secrets
from collections.abc import Callable

import pytest
from colleagues import AOI, HANA, SECRET, SORA, YUKI, Colleague, Desk, hire
from reading import Client, words
from served import Served

from desk.store import audit, staff
from desk.store.people import Staff


@pytest.fixture
def name() -> str:
    return f"Nao {secrets.token_hex(4)}"


@pytest.fixture
def nao(desk: Served, name: str) -> Staff:
    """A reviewer who is at work already."""
    return hire(desk.context, Colleague(name, "reviewer"))


def row(browser: Desk, name: str) -> str:
    return words(browser.get("/staff/people").one(f"//tbody/tr[contains(., '{name}')]"))


def known(desk: Served, name: str) -> Staff:
    account = staff.by_name(desk.context.store, name)
    assert account is not None
    return account.staff


def test_an_invited_colleague_gets_in_by_a_link_that_is_shown_once(
    desk: Served, at_work: Callable[..., Desk], client: Client, name: str, language: str
) -> None:
    yuki = at_work(YUKI, language)
    page = yuki.shown("/staff/people", name=f" {name} ", role="lead", language="en")
    link = words(page.one("//code[@class='key']"))
    assert link.startswith(f"{desk.origin}/staff/welcome/")
    assert client.get(link.removeprefix(desk.origin)).one("//input[@id='name']").get("value") == name
    again = yuki.get("/staff/people")
    assert link.rpartition("/")[2] not in again.text
    assert {"en": "Invited, until", "ja": "招待中"}[language] in row(yuki, name)
    assert (known(desk, name).role, known(desk, name).language) == ("lead", "en")


def test_a_wide_blank_in_a_name_is_a_blank_and_signs_in_as_one(desk: Served, at_work: Callable[..., Desk]) -> None:
    page = at_work(YUKI).shown("/staff/people", name="\u3000鈴木\u3000一郎", role="lead", language="ja")
    assert "鈴木 一郎" in words(page.one("//main"))
    account = staff.by_name(desk.context.store, "鈴木\u3000一郎")
    assert account is not None
    assert account.staff.name == "鈴木 一郎"


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({"name": "", "role": "", "language": ""}, ["name", "role", "language"]),
        ({"name": "x" * 101, "role": "reviewer", "language": "ja"}, ["name"]),
        ({"name": "Na\u200bo", "role": "reviewer", "language": "ja"}, ["name"]),
        ({"name": "Nao", "role": "owner", "language": "fr"}, ["role", "language"]),
        ({"name": "ＹＵＫＩ", "role": "reviewer", "language": "ja"}, ["name"]),
        ({"name": "Yukı", "role": "reviewer", "language": "ja"}, ["name"]),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nobody_is_invited(
    desk: Served, at_work: Callable[..., Desk], typed: dict[str, str], fields: list[str]
) -> None:
    before = staff.listing(desk.context.store)
    page = at_work(YUKI).shown("/staff/people", 422, **typed)
    assert [field for field, _ in page.summary] == fields
    assert page.one("//input[@id='name']").get("value") == typed["name"]
    assert {one.id for one in staff.listing(desk.context.store)} == {one.id for one in before}


def test_a_reset_ends_the_old_way_in_and_shows_a_new_one(
    desk: Served, at_work: Callable[..., Desk], client: Client, nao: Staff
) -> None:
    with Desk(desk.origin, desk.context, nao) as theirs:
        page = at_work(YUKI).shown(f"/staff/people/{nao.id}/resets")
        assert theirs.http.get("/staff/queue").headers["location"] == "/staff/sign-in"
    link = words(page.one("//code[@class='key']")).removeprefix(desk.origin)
    assert client.get(link).heading == "Welcome to the inquiry desk"
    assert not known(desk, nao.name).enrolled


def test_somebody_is_shut_out_at_once_and_let_in_again(desk: Served, at_work: Callable[..., Desk], nao: Staff) -> None:
    yuki = at_work(YUKI)
    with Desk(desk.origin, desk.context, nao) as theirs:
        assert yuki.do(f"/staff/people/{nao.id}/disablements").headers["location"] == "/staff/people"
        assert theirs.http.get("/staff/queue").headers["location"] == "/staff/sign-in"
    assert "Disabled" in row(yuki, nao.name)
    assert yuki.shown(f"/staff/people/{nao.id}/resets", 409).said("remark").endswith("Enable it first.")
    yuki.do(f"/staff/people/{nao.id}/enablements")
    assert "Can sign in" in row(yuki, nao.name)


@pytest.mark.parametrize("noun", ["resets", "disablements", "enablements"])
def test_nobody_shuts_themselves_out(desk: Served, at_work: Callable[..., Desk], noun: str) -> None:
    yuki = at_work(YUKI)
    page = yuki.shown(f"/staff/people/{yuki.person.id}/{noun}", 409)
    assert page.said("remark").startswith("This is your own account.")
    assert known(desk, "Yuki").enrolled
    assert yuki.do("/staff/people/nobody/" + noun).status_code == 404


def test_everything_is_on_record_with_who_did_it(
    desk: Served, at_work: Callable[..., Desk], nao: Staff, name: str
) -> None:
    yuki = at_work(YUKI)
    for noun in ("disablements", "enablements", "resets"):
        yuki.do(f"/staff/people/{nao.id}/{noun}")
    yuki.do("/staff/people", name=f"{name} II", role="auditor", language="ja")
    lines = [line for line in audit.recent(desk.context.store, None, 10) if name in line.detail]
    assert [(line.what, line.staff_name) for line in lines[:4]] == [
        ("invited", "Yuki"),
        ("reset", "Yuki"),
        ("enabled", "Yuki"),
        ("disabled", "Yuki"),
    ]


def test_the_list_shows_no_secret(desk: Served, at_work: Callable[..., Desk], nao: Staff) -> None:
    account = staff.by_name(desk.context.store, nao.name)
    assert account is not None
    text = at_work(YUKI).get("/staff/people").text
    assert [secret for secret in (SECRET, account.password_hash, "argon2") if secret in text] == []


@pytest.mark.parametrize("colleague", [HANA, SORA, AOI], ids=lambda colleague: colleague.role)
def test_nobody_else_sees_or_changes_people(
    desk: Served, at_work: Callable[..., Desk], nao: Staff, colleague: Colleague
) -> None:
    browser = at_work(colleague)
    assert browser.http.get("/staff/people").status_code == 403
    assert browser.do(f"/staff/people/{nao.id}/disablements").status_code == 403
    assert browser.do("/staff/people", name="Eve", role="admin", language="en").status_code == 403
    assert not known(desk, nao.name).disabled
    assert staff.by_name(desk.context.store, "Eve") is None
