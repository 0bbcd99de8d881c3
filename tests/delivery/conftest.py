"""A desk on a temporary folder, without its pages: what the worker and the letters need."""

import asyncio
import dataclasses
import itertools
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest
from examined import _examined_once
from migrated import make_ready

from desk import app
from desk.context import Context
from desk.delivery.carriers import Undelivered
from desk.rules.conduct import Signs
from desk.rules.inquiry import Draft, tidy
from desk.settings import Settings
from desk.store import inquiries
from desk.store.engine import open_store
from desk.store.inquiries import Added, Arrival, Limits

__all__ = ["_examined_once"]

NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # noon in Japan


class Clock:
    """A clock that the tests put forward."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, time: timedelta) -> None:
        self.now += time


class Letterbox:
    """A carrier that keeps what it is given, or refuses it for a while."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refusals = 0
        self.tried: list[str] = []

    def __call__(self, letter: EmailMessage) -> None:
        self.tried.append(letter["Message-ID"])
        if self.refusals > 0:
            self.refusals -= 1
            raise Undelivered("SMTPServerDisconnected")
        self.letters.append(letter)


def body(letter: EmailMessage) -> str:
    part = letter.get_body()
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    return Settings(data=tmp_path / "data", origin="https://desk.example.jp")


@pytest.fixture(scope="session")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """What does not change from test to test, read once: signs, texts, organisation."""
    known = Settings(data=tmp_path_factory.mktemp("surroundings"), origin="https://desk.example.jp")
    make_ready(known)
    context = app.assemble(known)
    yield context
    context.store.close()


@pytest.fixture
def desk(surroundings: Context, settings: Settings, clock: Clock) -> Iterator[Context]:
    make_ready(settings)
    store = open_store(settings.database_url, settings.keyring())
    yield dataclasses.replace(surroundings, settings=settings, store=store, now=clock)
    store.close()


@pytest.fixture
def send(desk: Context) -> Callable[..., str]:
    """Send an inquiry as a customer does and give its receipt."""
    numbers = itertools.count()

    def sending(message: str, *, language: str = "ja", **fields: str) -> str:
        typed = {
            "name": "山田 花子",
            "email": "hanako@example.jp",
            "subject": "お問い合わせ",
            "message": message,
            **fields,
        }
        number = next(numbers)
        arrival = Arrival(
            form_id=f"form-{number}",
            draft=tidy(Draft(consent=True, **typed)),
            phone_e164=None,
            language=language,
            policy_version=desk.policy(language).version,
            notice_version=desk.notice(language).version,
            notice_shown_at=desk.now(),
            received_at=desk.now(),
            client=f"192.0.2.{number}",
        )
        added = asyncio.run(inquiries.add(desk.store, arrival, Limits(sys.maxsize, sys.maxsize)))
        assert isinstance(added, Added)
        return added.receipt

    return sending


def screening_by(desk: Context, signs: Signs | None) -> Context:
    """The same desk with other signs, or with none at all: the worst fault."""
    ruleset = dataclasses.replace(desk.ruleset, signs=cast("Signs", signs))
    return dataclasses.replace(desk, read_ruleset=lambda: ruleset)
