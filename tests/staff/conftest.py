"""The members of staff, what waits for them, and the browser they sit at."""

import asyncio
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import pytest

from desk.context import Context
from desk.delivery import worker
from desk.rules.inquiry import Draft, tidy
from desk.staff import passwords
from desk.store import inquiries, sessions, staff
from desk.store.inquiries import Added, Arrival, Limits
from desk.store.people import Staff
from reading import Client, Page
from served import Served

PASSWORD = "a quiet morning by the river"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
COOKIE = "__Host-desk"


@dataclass(frozen=True)
class Colleague:
    """Somebody who works here."""

    name: str
    role: str


HANA = Colleague("Hana", "reviewer")
"""Reviews most of what comes in."""
MORI = Colleague("Mori", "reviewer")
"""Takes over when Hana has had enough."""
SORA = Colleague("Sora", "lead")
"""Signs what is grave."""
YUKI = Colleague("Yuki", "admin")
"""Looks after the accounts, and is a lead too."""
AOI = Colleague("Aoi", "auditor")
"""Reads the log and nothing else."""
EVERYBODY = (HANA, MORI, SORA, YUKI, AOI)


class Desk(Client):
    """The browser of somebody who is signed in; every page it fetches is checked whole."""

    def __init__(self, origin: str, person: Staff, token: str) -> None:
        super().__init__(origin, person.language)
        self.person, self.token = person, token
        self.http.headers["cookie"] = f"{COOKIE}={token}"

    def form_token(self) -> str:
        """The token that all forms of this session carry."""
        return str(self.get("/staff/account").one("//form[@action='/staff/account']/input[@name='token']").get("value"))

    def do(self, path: str, **fields: str) -> httpx.Response:
        """Post a form of this session; the answer as it is."""
        return self.send(path, {"token": self.form_token(), **{_named(name): value for name, value in fields.items()}})

    def shown(self, path: str, status: int = 200, **fields: str) -> Page:
        """Post a form of this session, and read the page that answers."""
        return self.post(path, {"token": self.form_token(), **{_named(name): value for name, value in fields.items()}}, status)


def _named(name: str) -> str:
    """Python has no dots in names: act__threat is the field act.threat."""
    return name.replace("__", ".").replace("sns_exposure", "sns-exposure")


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> Iterator[None]:
    """Hash with little memory: one test of its own looks at what real hashes cost."""
    memory = passwords.MEMORY
    passwords.MEMORY = 64  # type: ignore[misc]
    passwords.hasher.cache_clear()
    yield
    passwords.MEMORY = memory  # type: ignore[misc]
    passwords.hasher.cache_clear()


@pytest.fixture(scope="session")
def hired(desk: Served) -> dict[str, Staff]:
    """Everybody who works at the desk for everyone."""
    return {colleague.name: hire(desk.context, colleague) for colleague in EVERYBODY}


@pytest.fixture
def at_work(desk: Served, hired: Mapping[str, Staff]) -> Iterator[Callable[..., Desk]]:
    """Opens a browser for a colleague who is signed in, in the language they chose."""
    browsers: list[Desk] = []

    def sit_down(colleague: Colleague, language: str = "en") -> Desk:
        person = hired[colleague.name]
        staff.change_language(desk.context.store, person.id, language)
        token = sessions.start_session(desk.context.store, person.id, desk.context.now())
        browsers.append(Desk(desk.origin, person, token))
        return browsers[-1]

    yield sit_down
    for browser in browsers:
        browser.http.close()


@pytest.fixture
def arrive(desk: Served) -> Callable[..., str]:
    """Sends an inquiry and has it screened; gives its receipt."""
    return lambda **typed: arrived(desk.context, **typed)


def hire(context: Context, colleague: Colleague, language: str = "en") -> Staff:
    """Give a colleague an account with the password and second factor of all tests."""
    kept = passwords.hash_now(PASSWORD)
    return staff.add(context.store, colleague.name, colleague.role, language, kept, SECRET, context.now())


def arrived(context: Context, *, language: str = "ja", marks: tuple[str, ...] = (), **typed: str) -> str:
    """Store an inquiry as the public side does, and screen it as the worker does."""
    usual = {"topic": "general", "name": "佐藤 健", "email": "ken.sato@example.jp", "subject": "請求について", "message": "お世話になっております。"}
    now = context.now()
    arrival = Arrival(
        form_id=secrets.token_hex(16),
        draft=tidy(Draft(consent=True, **{**usual, **typed})),
        phone_e164=None,
        language=language,
        policy_version=context.policy(language).version,
        notice_shown_at=now - timedelta(minutes=3),
        received_at=now,
        client="192.0.2.1",
        marks=marks,
    )
    added: Any = asyncio.run(inquiries.add(context.store, arrival, Limits(100_000, 100_000)))
    assert isinstance(added, Added)
    while worker.screen(context):
        pass
    return added.receipt
