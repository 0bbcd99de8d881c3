"""The desk that page tests talk to, and the client they talk with."""

import gc
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from compiled import _compiled_once
from hypothesis import settings
from people import CUSTOMERS, Customer
from reading import Client
from served import Served, served

from desk.store import engine

__all__ = ["_compiled_once"]

# How long an example takes depends on what else the machine does: speed is the benchmarks' matter.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure() -> None:
    """What is loaded stays: nothing of it is looked through for rubbish."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What is there by now stays until the end, and of what comes most goes by itself.

    To look through what stays for rubbish took 3 % of the tests' time, and through what comes, as often as Python does
    it by itself, another 8 %. A file left open in a ring of references may be told of in a later test than its own.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _nothing_leaves_this_machine() -> Iterator[None]:
    """Whatever a test does by mistake, it calls nobody elsewhere."""

    def at_home(connect: Callable[..., Any]) -> Callable[..., Any]:
        def connected(one: socket.socket, address: Any) -> Any:
            if one.family != socket.AF_UNIX and not str(address[0]).startswith(("127.", "::1", "localhost")):
                one.close()  # callers that expect an OSError would leave it open
                raise AssertionError(f"a test called {address[0]}")
            return connect(one, address)

        return connected

    with pytest.MonkeyPatch.context() as patched:
        for name in ("connect", "connect_ex"):
            patched.setattr(socket.socket, name, at_home(getattr(socket.socket, name)))
        yield


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk for everyone, with room for everything the tests send."""
    with served(tmp_path_factory.mktemp("desk"), limit_address=100_000, limit_all=100_000) as running:
        yield running


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., AbstractContextManager[Served]]:
    """A desk of its own for a test that needs other settings, or that harms it."""
    return lambda **chosen: served(tmp_path / "data", **chosen)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is served after this waits a second for a database that is locked, not three."""
    monkeypatch.setattr(engine, "PATIENCE", 1)


@pytest.fixture(params=["ja", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Either language: what holds in one holds in the other."""
    return str(request.param)


@pytest.fixture
def customer(language: str) -> Customer:
    """Whoever writes in this language."""
    return CUSTOMERS[language]


@pytest.fixture
def client(desk: Served) -> Iterator[Client]:
    """A visitor of the desk for everyone."""
    with Client(desk.origin) as visitor:
        yield visitor
