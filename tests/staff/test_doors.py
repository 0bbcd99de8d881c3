"""Every staff route by every role and method: deny by default, one guard, nothing reached by an outsider."""

import re
from collections.abc import Callable, Mapping

import pytest
from colleagues import AOI, COOKIE, EVERYBODY, HANA, MORI, Colleague, Desk
from litestar import Litestar
from litestar.di import Provide
from litestar.routes import HTTPRoute
from reading import URLENCODED, Client
from served import Served

from desk import staff
from desk.rules import review
from desk.staff import session

Route = tuple[str, str, str]  # method, path, permission

RECEIPT = "2222-2222-2222-2222-2222"


def routes() -> list[Route]:
    nothing = {"desk": Provide(lambda: None, sync_to_thread=False)}
    app = Litestar([staff.router()], dependencies=nothing, openapi_config=None, logging_config=None)
    found = [
        (method, route.path_format, str(handler.opt.get("permission")))
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        for method in handler.http_methods - {"HEAD", "OPTIONS"}
    ]
    return sorted(found)


ROUTES = routes()
LOCKED = [route for route in ROUTES if route[2] != session.OPEN]


COOKIES = ["", f"{COOKIE}=", f"{COOKIE}=forged", f"{COOKIE}={'x' * 5000}", f"{COOKIE}=é"]


def first(method: str) -> Route:
    return next(route for route in LOCKED if route[0] == method)


def at(path: str) -> str:
    return re.sub(r"\{[^}]+\}", RECEIPT, path)


def test_every_route_declares_a_permission_that_exists() -> None:
    known = {*review.PERMISSIONS["admin"], session.OPEN}
    assert {permission for _, _, permission in ROUTES} <= known


def test_what_is_open_to_anyone_is_this_list() -> None:
    assert {(method, path) for method, path, permission in ROUTES if permission == session.OPEN} == {
        ("GET", "/staff/sign-in"),
        ("POST", "/staff/sign-in"),
        ("GET", "/staff/welcome/{invitation}"),
        ("POST", "/staff/welcome/{invitation}"),
        ("GET", "/staff/welcome/{invitation}/qr.svg"),
    }


@pytest.mark.parametrize(
    ("method", "path", "cookie"),
    [  # one guard looks at every cookie, and every route has to have it
        *((method, path, "") for method, path, _ in LOCKED),
        *((*route[:2], cookie) for route in (first("GET"), first("POST")) for cookie in COOKIES[1:]),
    ],
)
def test_an_outsider_is_sent_to_the_sign_in(desk: Served, method: str, path: str, cookie: str) -> None:
    sends_to_the_sign_in(desk, method, path, cookie)


@pytest.mark.slow("test_an_outsider_is_sent_to_the_sign_in")
@pytest.mark.parametrize(("method", "path"), [route[:2] for route in LOCKED])
@pytest.mark.parametrize("cookie", COOKIES)
def test_an_outsider_is_sent_to_the_sign_in_whatever_they_ask_for(
    desk: Served, method: str, path: str, cookie: str
) -> None:
    sends_to_the_sign_in(desk, method, path, cookie)


def sends_to_the_sign_in(desk: Served, method: str, path: str, cookie: str) -> None:
    headers = {
        b"cookie": cookie.encode("latin-1"),
        b"content-type": URLENCODED.encode(),
        b"sec-fetch-site": b"same-origin",
    }
    with Client(desk.origin) as outsider:
        answer = outsider.http.request(
            method, at(path), content=b"token=x" if method == "POST" else b"", headers=headers
        )
    path = at(path).rstrip("/")
    on = f"?to={path}" if path not in ("/staff", "/staff/queue") else ""
    told = on if method == "GET" else "?ended=yes"
    assert (answer.status_code, answer.headers["location"], answer.content) == (303, session.SIGN_IN + told, b"")


@pytest.mark.parametrize("colleague", EVERYBODY, ids=lambda colleague: colleague.role)
@pytest.mark.parametrize(("method", "path", "permission"), LOCKED)
def test_each_role_gets_what_it_may_and_nothing_else(
    at_work: Callable[..., Desk], colleague: Colleague, method: str, path: str, permission: str
) -> None:
    browser = at_work(colleague)
    answer = browser.http.get(at(path)) if method == "GET" else browser.do(at(path))
    allowed = review.may(colleague.role, permission)
    assert (answer.status_code != 403) == allowed
    assert answer.status_code < 500


@pytest.mark.parametrize(("method", "path", "permission"), [route for route in LOCKED if route[0] == "POST"])
@pytest.mark.parametrize("whose", ["none", "forged", "a colleague's"])
def test_a_form_without_this_sessions_token_changes_nothing(
    at_work: Callable[..., Desk], method: str, path: str, permission: str, whose: str
) -> None:
    colleague = next(one for one in reversed(EVERYBODY) if review.may(one.role, permission))
    browser = at_work(colleague)
    stolen = at_work(MORI).form_token() if whose == "a colleague's" else "forged.token.x"
    fields: Mapping[str, str] = {} if whose == "none" else {"token": stolen}
    assert (method, browser.send(at(path), fields).status_code) == ("POST", 403)


@pytest.mark.parametrize(("method", "path", "permission"), [route for route in ROUTES if route[0] == "POST"])
def test_a_form_of_another_site_is_refused(
    at_work: Callable[..., Desk], method: str, path: str, permission: str
) -> None:
    browser = at_work(HANA)
    headers = {"origin": "https://evil.example", "sec-fetch-site": "cross-site", "content-type": URLENCODED}
    answer = browser.http.post(at(path), content=f"token={browser.form_token()}", headers=headers)
    assert (method, answer.status_code, bool(permission)) == ("POST", 403, True)


@pytest.mark.parametrize(("method", "path", "permission"), [route for route in ROUTES if route[0] == "GET"])
def test_no_staff_answer_may_be_kept(at_work: Callable[..., Desk], method: str, path: str, permission: str) -> None:
    answer = at_work(HANA).http.get(at(path))
    assert (method, answer.headers["cache-control"], bool(permission)) == ("GET", "no-store", True)
    assert "server" not in answer.headers


def test_the_sign_in_takes_nobody_anywhere_else(client: Client) -> None:
    answer = client.http.get("/staff/queue?next=https://evil.example")
    assert answer.headers["location"] == "/staff/sign-in"


def test_an_auditor_begins_at_the_log(at_work: Callable[..., Desk]) -> None:
    assert at_work(AOI).http.get("/staff/").headers["location"] == "/staff/log"


def test_the_address_of_a_form_leads_back_to_its_inquiry(at_work: Callable[..., Desk]) -> None:
    sent = [
        at(path) for method, path, _ in LOCKED if method == "POST" and path.startswith("/staff/inquiries/{receipt}")
    ]
    answers = [at_work(HANA).http.get(path) for path in sent]
    assert len(sent) == 13
    assert {answer.headers.get("location") for answer in answers} == {f"/staff/inquiries/{RECEIPT}"}
