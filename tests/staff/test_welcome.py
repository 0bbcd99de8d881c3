"""The one-time link: password, second factor, inside; and never a second time."""

import secrets

import pyotp
import pytest
from colleagues import COOKIE
from lxml import etree
from reading import Client, Page
from served import Served

from desk.pages import LANGUAGES
from desk.staff import browsers
from desk.store import sessions, staff

PASSWORD = "gentle rain on a tin roof"


@pytest.fixture
def name() -> str:
    return f"Nao {secrets.token_hex(4)}"


@pytest.fixture
def link(desk: Served, name: str) -> str:
    """What Nao was sent by an administrator."""
    return f"/staff/welcome/{staff.invite(desk.context.store, name, 'reviewer', 'en', desk.context.now())}"


def key(page: Page) -> str:
    return str(page.one("//code[@class='key']").text).replace(" ", "")


def typed(page: Page, **changes: str) -> dict[str, str]:
    factor = str(page.one("//input[@name='factor']").get("value"))
    return {"password": PASSWORD, "again": PASSWORD, "factor": factor, "code": pyotp.TOTP(key(page)).now(), **changes}


def test_it_greets_in_the_language_of_the_account_and_in_the_other(client: Client, link: str, name: str) -> None:
    page = client.get(link)
    assert (page.language, page.one("//input[@id='name']").get("value")) == ("en", name)
    assert client.get(f"{link}?language=ja").heading == "お問い合わせ窓口へようこそ"


def test_password_and_code_lead_inside_at_once(desk: Served, client: Client, link: str, name: str) -> None:
    answer = client.send(link, typed(client.get(link)))
    token = answer.headers["set-cookie"].removeprefix(f"{COOKIE}=").partition(";")[0]
    session = sessions.session(desk.context.store, token, desk.context.now())
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/")
    assert session is not None
    assert (session.staff.name, session.staff.enrolled) == (name, True)


@pytest.mark.parametrize("own", LANGUAGES)
@pytest.mark.parametrize("chosen", [*LANGUAGES, "fr", ""])
def test_the_language_of_the_page_is_that_of_the_account_from_then_on(
    desk: Served, client: Client, name: str, own: str, chosen: str
) -> None:
    link = f"/staff/welcome/{staff.invite(desk.context.store, name, 'reviewer', own, desk.context.now())}"
    client.send(link, typed(client.get(link), language=chosen))
    (person,) = (one for one in staff.listing(desk.context.store) if one.name == name)
    assert person.language == (chosen if chosen in LANGUAGES else own)


def test_the_browser_is_known_from_then_on(desk: Served, client: Client, link: str, name: str) -> None:
    answer = client.send(link, typed(client.get(link)))
    (cookie,) = (one for one in answer.headers.get_list("set-cookie") if one.startswith(browsers.COOKIE))
    account = staff.by_name(desk.context.store, name)
    assert account is not None
    whose = f"{account.staff.id} {account.staff.credentials}"
    assert desk.context.tokens.known_browser_of(cookie.partition("=")[2].partition(";")[0], whose)


def test_it_works_once(client: Client, link: str) -> None:
    page = client.get(link)
    client.send(link, typed(page))
    for answer in (client.get(link, 404), client.post(link, typed(page), 404)):
        assert answer.heading == "このリンクは使えません"
    assert client.http.get(page.one("//img").get("src")).status_code == 404


def test_a_link_that_a_newer_one_replaced_says_so(desk: Served, client: Client, link: str, name: str) -> None:
    staff.reset(desk.context.store, name, desk.context.now())
    assert "a newer one has taken its place" in client.get(f"{link}?language=en", 404).text
    assert "新しいリンクに置き換えられた" in client.get(f"{link}?language=ja", 404).text


def test_its_code_opens_nothing_a_second_time(client: Client, link: str, name: str) -> None:
    form = typed(client.get(link))
    client.send(link, form)
    client.post("/staff/sign-in", {"name": name, "password": PASSWORD, "code": form["code"]}, 422)


def test_a_link_that_nobody_sent_leads_nowhere(client: Client) -> None:
    client.get("/staff/welcome/made-up", 404)
    client.post("/staff/welcome/made-up", {"password": PASSWORD, "again": PASSWORD, "code": "123456"}, 404)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"password": "elevenchars", "again": "elevenchars"}, ["password"]),
        ({"password": "x" * 201, "again": "x" * 201}, ["password"]),
        ({"again": "gentle rain on a tin hat"}, ["again"]),
        ({"code": "000000"}, ["code"]),
        ({"password": "", "again": "", "code": ""}, ["password", "code"]),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    client: Client, link: str, changes: dict[str, str], fields: list[str]
) -> None:
    page = client.post(link, typed(client.get(link), **changes), 422)
    assert [field for field, _ in page.summary] == fields
    assert page.all("//input[@aria-invalid]/@id") == fields
    assert PASSWORD not in page.text


def test_the_key_stays_while_the_form_is_put_right(client: Client, link: str) -> None:
    page = client.get(link)
    again = client.post(link, typed(page, code="1"), 422)
    assert key(again) == key(page)
    assert client.send(link, typed(again)).status_code == 303


def test_what_somebody_saw_who_looked_before_is_no_part_of_it(
    desk: Served, client: Client, link: str, name: str
) -> None:
    seen, own = client.get(link), client.get(link)
    client.send(link, typed(own))
    account = staff.by_name(desk.context.store, name)
    assert account is not None
    assert account.totp_secret == key(own)
    assert key(seen) != key(own)


@pytest.mark.parametrize("factor", ["", "x", "AAAA", "another's"])
def test_a_key_that_was_not_drawn_for_the_link_counts_for_nothing(
    desk: Served, client: Client, link: str, factor: str
) -> None:
    colleague = f"Kim {secrets.token_hex(4)}"
    other = f"/staff/welcome/{staff.invite(desk.context.store, colleague, 'lead', 'en', desk.context.now())}"
    form = typed(client.get(other)) if factor == "another's" else typed(client.get(link), factor=factor)
    assert [field for field, _ in client.post(link, form, 422).summary] == ["code"]
    assert client.http.get(f"{link}/qr.svg", params={"factor": form["factor"]}).status_code == 404


def test_the_code_may_be_typed_with_a_space_in_full_width(client: Client, link: str) -> None:
    page = client.get(link)
    code = pyotp.TOTP(key(page)).now()
    spaced = f"{code[:3]}　{code[3:]}".translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    assert client.send(link, typed(page, code=spaced)).status_code == 303


def test_the_picture_is_an_image_of_this_site_alone(client: Client, link: str) -> None:
    source = str(client.get(link).one("//img").get("src"))
    assert source.startswith(f"{link}/qr.svg?")
    answer = client.http.get(source)
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == ("image/svg+xml", "no-store")
    assert etree.fromstring(answer.content).tag == "{http://www.w3.org/2000/svg}svg"
