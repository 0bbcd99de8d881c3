"""Tries to sign in: guessing comes to an end, and nobody's guesses keep a colleague out who has been here before."""

import secrets
import time
from collections.abc import Callable, Iterator

import httpx
import pyotp
import pytest
from colleagues import PASSWORD, SECRET, Colleague, hire
from reading import PLAIN, Client
from served import Served

from desk.staff import browsers, passwords, tries
from desk.store import attempts, staff
from desk.store.people import Staff

SIGN_IN = "/staff/sign-in"
Try = Callable[..., httpx.Response]


@pytest.fixture
def newcomer(desk: Served) -> Staff:
    """Somebody new, whom nobody has tried to be yet, at addresses that nobody has tried from."""
    for number in range(1, 10):
        attempts.forget(desk.context.store, [f"sign-in from 127.0.0.{number}", "sign-in"])
    return hire(desk.context, Colleague(f"Newcomer {secrets.token_hex(4)}", "reviewer"))


@pytest.fixture
def attempt(desk: Served) -> Iterator[Try]:
    """Tries to sign in from the address 127.0.0.N, with these cookies."""
    visitors: dict[int, Client] = {}

    def send(name: str, password: str = PASSWORD, code: str = "", n: int = 1, cookie: str = "") -> httpx.Response:
        if n not in visitors:
            visitors[n] = Client(desk.origin, "en")
            transport = httpx.HTTPTransport(local_address=f"127.0.0.{n}", verify=PLAIN, trust_env=False)
            visitors[n].http = httpx.Client(base_url=desk.origin, transport=transport)
        visitors[n].http.headers["cookie"] = cookie
        return visitors[n].send(SIGN_IN, {"name": name, "password": password, "code": code or now(), "language": "en"})

    yield send
    for visitor in visitors.values():
        visitor.http.close()


def now(steps: int = 0) -> str:
    """The code of now, or of so many steps later: each opens once."""
    return pyotp.TOTP(SECRET).at(int(time.time()) + 30 * steps)


def known(answer: httpx.Response) -> str:
    """What the browser that was answered sends of itself in the days after."""
    assert answer.status_code == 303
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith(browsers.COOKIE))
    return str(cookie.partition(";")[0])


def used_up(attempt: Try, name: str) -> None:
    """Have strangers use up whatever may be tried as this name."""
    tried = [attempt(name, "guess", n=2 + number % 6).status_code for number in range(9)]
    assert tried[-1] == 429


def test_five_tries_at_a_name_are_enough_for_five_minutes(newcomer: Staff, attempt: Try) -> None:
    name = newcomer.name
    for spelt in (name, name.lower(), f" {name}", name.upper(), name.replace("N", "Ｎ")):
        assert attempt(spelt, "x").status_code == 422
    answer = attempt(name)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 300
    assert attempt("somebody else", "x").status_code == 422


def test_the_tries_of_a_stranger_keep_no_colleague_out(newcomer: Staff, attempt: Try) -> None:
    assert [attempt(newcomer.name, "guess", n=2).status_code for _ in range(6)] == [422] * 5 + [429]
    assert attempt(newcomer.name).status_code == 303


def test_tries_at_a_name_from_many_addresses_have_an_end(
    newcomer: Staff, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(tries.LIMITS, "name", 7)
    tried = [attempt(newcomer.name, "guess", n=2 + number % 4).status_code for number in range(8)]
    assert tried == [422] * 7 + [429]


@pytest.mark.parametrize("limit", ["name", "all"])
def test_a_browser_that_was_signed_in_before_comes_in_however_much_others_try(
    newcomer: Staff, attempt: Try, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    cookie = known(attempt(newcomer.name))
    monkeypatch.setitem(tries.LIMITS, limit, 7)
    used_up(attempt, newcomer.name)
    assert attempt(newcomer.name, code=now(1)).status_code == 429
    assert attempt(newcomer.name, code=now(1), cookie=cookie).status_code == 303


def test_it_is_one_persons_and_a_stranger_to_every_other_name(
    desk: Served, newcomer: Staff, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = hire(desk.context, Colleague(f"Other {secrets.token_hex(4)}", "reviewer"))
    cookie = known(attempt(other.name))
    monkeypatch.setitem(tries.LIMITS, "name", 7)
    used_up(attempt, newcomer.name)
    assert attempt(newcomer.name, cookie=cookie).status_code == 429
    assert attempt(newcomer.name, cookie=f"{browsers.COOKIE}=made-up").status_code == 429
    assert attempt(newcomer.name, cookie=f"{browsers.COOKIE}={'x.' * 2000}").status_code == 429


def test_a_reset_makes_a_stranger_of_it(
    desk: Served, newcomer: Staff, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = known(attempt(newcomer.name))
    link = staff.reset(desk.context.store, newcomer.name, desk.context.now())
    assert staff.enrol(desk.context.store, link, passwords.hash_now(PASSWORD), SECRET, desk.context.now())
    monkeypatch.setitem(tries.LIMITS, "name", 7)
    used_up(attempt, newcomer.name)
    assert attempt(newcomer.name, cookie=cookie).status_code == 429


def test_it_has_five_tries_too_and_they_are_its_own(newcomer: Staff, attempt: Try) -> None:
    cookie = known(attempt(newcomer.name))
    tried = [attempt(newcomer.name, "guess", cookie=cookie).status_code for _ in range(6)]
    assert tried == [422] * 5 + [429]
    assert attempt(newcomer.name, code=now(1)).status_code == 303


def test_codes_for_a_stolen_password_have_an_end_from_however_many_addresses(newcomer: Staff, attempt: Try) -> None:
    cookie = known(attempt(newcomer.name))
    tried = [attempt(newcomer.name, code="wrong", n=2 + number) for number in range(5)]
    right = attempt(newcomer.name, code=now(1), n=7)
    assert {one.status_code for one in (*tried, right)} == {422}
    assert len({one.text for one in (*tried, right)}) == 1
    assert attempt(newcomer.name, code=now(1), cookie=cookie).status_code == 303


def test_wrong_passwords_use_up_no_codes(newcomer: Staff, attempt: Try) -> None:
    for number in range(6):
        attempt(newcomer.name, "guess", n=2 + number)
    assert attempt(newcomer.name).status_code == 303


def test_success_gives_the_tries_back(newcomer: Staff, attempt: Try) -> None:
    for code in (now(), now(1)):
        tried = [attempt(newcomer.name, "guess").status_code for _ in range(4)]
        assert (tried, attempt(newcomer.name, code=code).status_code) == ([422] * 4, 303)


@pytest.mark.usefixtures("newcomer")
def test_twenty_tries_from_an_address_are_enough(attempt: Try) -> None:
    tried = [attempt(f"name {number}", "x", "1").status_code for number in range(21)]
    assert tried == [422] * 20 + [429]


@pytest.mark.usefixtures("newcomer")
def test_tries_of_all_together_have_an_end(attempt: Try, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tries.LIMITS, "all", 3)
    tried = [attempt(f"name {number}", "x", "1").status_code for number in range(4)]
    assert tried == [422] * 3 + [429]


def test_a_name_that_reads_like_another_with_an_address_uses_up_nothing_of_it(newcomer: Staff, attempt: Try) -> None:
    for _ in range(6):
        attempt(f"{newcomer.name} from 127.0.0.1", "x", n=2)
    assert attempt(newcomer.name).status_code == 303
