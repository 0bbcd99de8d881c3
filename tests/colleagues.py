"""The members of staff in the tests, the browser they sit at, and what reaches them."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
from reading import Client, Page

from desk.context import Context
from desk.delivery import worker
from desk.rules.inquiry import Draft, phone_number, tidy
from desk.staff import passwords
from desk.store import inquiries, screening, sessions, staff
from desk.store.inquiries import Added, Arrival, Limits
from desk.store.people import Staff
from desk.store.routes import Lead
from desk.store.screening import Assessment

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

    def __init__(self, origin: str, context: Context, person: Staff) -> None:
        super().__init__(origin, person.language)
        self.person, self.context = person, context
        self.token = sessions.start_session(context.store, person, context.now())
        self.http.headers["cookie"] = f"{COOKIE}={self.token}"

    def form_token(self) -> str:
        """The token that all forms of this session carry."""
        return self.context.tokens.staff_form(sessions.hashed(self.token), self.person.id)

    def do(self, path: str, **fields: str) -> httpx.Response:
        """Post a form of this session; the answer as it is."""
        return self.send(path, {"token": self.form_token(), **{_named(name): value for name, value in fields.items()}})

    def shown(self, path: str, status: int = 200, **fields: str) -> Page:
        """Post a form of this session, and read the page that answers."""
        return self.post(
            path, {"token": self.form_token(), **{_named(name): value for name, value in fields.items()}}, status
        )


def _named(name: str) -> str:
    """Python has no dots in names: act__threat is the field act.threat."""
    return name.replace("__", ".").replace("sns_exposure", "sns-exposure")


def hire(context: Context, colleague: Colleague, language: str = "en") -> Staff:
    """Give a colleague an account with the password and second factor of all tests."""
    kept = passwords.hash_now(PASSWORD)
    return staff.add(context.store, colleague.name, colleague.role, language, kept, SECRET, context.now())


def arrived(
    context: Context,
    *,
    language: str = "ja",
    marks: tuple[str, ...] = (),
    judged: Assessment | None = None,
    leads: tuple[Lead, ...] = (),
    client: str = "",
    screened: bool = True,
    **typed: str,
) -> str:
    """Store an inquiry as the public side does, and screen it as the worker does, or keep this said of it."""
    usual = {
        "topic": "general",
        # Somebody else each time, elsewhere: a hundred inquiries of one sender would all be compared with the next.
        "name": "佐藤",
        "email": f"ken@{secrets.token_hex(8)}.example.jp",
        "subject": "請求について",
        "message": "お世話になっております。",
    }
    now = context.now()
    arrival = Arrival(
        form_id=secrets.token_hex(16),
        draft=tidy(Draft(consent=True, **{**usual, **typed})),
        phone_e164=phone_number(typed.get("phone", "")),
        language=language,
        policy_version=context.policy(language).version,
        notice_version=context.notice(language).version,
        notice_shown_at=now - timedelta(minutes=3),
        received_at=now,
        client=client or f"2001:db8:{secrets.randbelow(65536):x}:{secrets.randbelow(65536):x}::1",
        marks=marks,
    )
    with ThreadPoolExecutor(1) as apart:  # a browser test runs inside a loop of its own
        adding = inquiries.add(context.store, arrival, Limits(100_000, 100_000))
        added: Any = apart.submit(asyncio.run, adding).result()
    assert isinstance(added, Added)
    if judged:
        inquiry = inquiries.find(context.store, added.receipt)
        assert inquiry is not None
        screening.record(context.store, inquiry.id, judged, None, leads=leads).result()
    while screened and worker.screen(context) == worker.AT_ONCE:  # as many as that: there may be more
        pass
    return added.receipt
