"""`desk services check` says how old each address's confirmation is, and sends nothing anywhere unless told to."""

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import NoReturn

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from desk.commands import main, services
from desk.commands.fetching import Answer, ask
from desk.commands.services import Address, addresses
from desk.places import ORGANISATION
from desk.rules.organisation import Organisation, read

TODAY = date(2026, 11, 25)
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def facts() -> Organisation:
    return read(ORGANISATION.read_text("utf-8"), "organisation.toml")


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection leaves this process."""

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("something was sent")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("nowhere")
def test_each_address_of_each_service_is_listed_once_and_nothing_is_sent(facts: Organisation, capsys: Capture) -> None:
    assert main(["services", "check", "--json"]) == 1
    listed = [(row["service"], row["url"]) for row in json.loads(capsys.readouterr().out)]
    assert listed == list(dict.fromkeys((one.id, url) for one in facts.services for url in (one.contact, one.site)))


@pytest.mark.usefixtures("nowhere")
def test_a_company_without_services_has_nothing_to_look_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    facts = ORGANISATION.read_text("utf-8")
    (tmp_path / "ours.toml").write_text(facts[: facts.index("[[service]]")], "utf-8")
    monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "ours.toml"))
    assert main(["services", "check"]) == 0
    assert capsys.readouterr().out == "The organisation file names no services.\n"


@pytest.mark.usefixtures("nowhere")
def test_people_get_a_table_and_a_word_on_what_to_do(capsys: Capture) -> None:
    assert main(["services", "check"]) == 1
    said = capsys.readouterr()
    assert "https://help.onamae.com/" in said.out
    assert "never" in said.out
    assert "addresses need a look: confirm them, then set `confirmed`" in said.err


def test_only_what_is_old_or_was_never_confirmed_needs_a_look(facts: Organisation) -> None:
    never = facts.service("onamae-server")
    assert never.confirmed is None
    found = [one for one in addresses(facts, TODAY, fetch=False) if one.service in ("onamae", "onamae-server")]
    confirmed = date(2026, 11, 1)
    assert found == [
        Address("onamae", "https://help.onamae.com/", confirmed, 24),
        Address("onamae", "https://www.onamae.com/", confirmed, 24),
        Address("onamae-server", "https://help.onamae.com/", None, None, amiss=True),
        Address("onamae-server", "https://www.onamae-server.com/", None, None, amiss=True),
    ]


@pytest.mark.parametrize(("days", "amiss"), [(0, False), (services.OLD, False), (services.OLD + 1, True), (-1, True)])
def test_a_confirmation_is_old_after_half_a_year_and_none_on_a_day_to_come(
    facts: Organisation, days: int, amiss: bool
) -> None:
    today = date(2026, 11, 1) + timedelta(days=days)
    assert next(addresses(facts, today, fetch=False)).amiss is amiss


@pytest.mark.usefixtures("nowhere")
def test_a_file_in_which_all_are_fresh_needs_no_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    text = ORGANISATION.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("confirmed = ")]
    today = f"confirmed = {datetime.now(UTC).date()}"
    fresh = "\n".join(f"{line}\n{today}" if line.startswith("site = ") else line for line in lines)
    (tmp_path / "own.toml").write_text(fresh, "utf-8")
    monkeypatch.setenv("DESK_ORGANISATION", str(tmp_path / "own.toml"))
    assert main(["services", "check"]) == 0
    assert capsys.readouterr().err == ""


class Site(BaseHTTPRequestHandler):
    """A web site: what it answers stands in its paths."""

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/get-only" else None)

    def do_GET(self) -> None:
        self.answer(None)

    def answer(self, status: int | None) -> None:
        port = self.server.server_address[1]
        leads = {
            "/moved": "/fine",
            "/away": "https://elsewhere.example/",
            "/down": f"http://localhost:{port}/fine",
            "/round": "/round",
            "/file": "file:///etc/passwd",
        }.get(self.path)
        self.send_response(status or (302 if leads else 200 if self.path in ("/fine", "/get-only") else 404))
        if leads:
            self.send_header("Location", leads)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site on this machine, over https with a certificate that these tests trust."""
    folder = tmp_path_factory.mktemp("site")
    certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SSL_CERT_FILE", str(folder / "certificate.pem"))
        patched.setenv("no_proxy", "*")
        yield f"https://localhost:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    day = timedelta(days=1)
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(*plain))


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/fine", Answer("200", fine=True)),
        ("/get-only", Answer("200", fine=True)),
        ("/moved", Answer("200", fine=True)),
        ("/gone", Answer("404", fine=False)),
        ("/away", Answer("302, leads to https://elsewhere.example/", fine=False)),
        ("/file", Answer("302, leads to file:///etc/passwd", fine=False)),
        ("/round", Answer("redirects more than 5 times", fine=False)),
    ],
)
def test_an_address_is_asked_and_never_leads_to_another_host(site: str, path: str, answer: Answer) -> None:
    assert ask(f"{site}{path}") == answer


def test_an_address_never_leads_from_https_to_http(site: str) -> None:
    assert ask(f"{site}/down").said.startswith("302, leads to http://localhost:")


def test_a_certificate_that_nobody_vouches_for_is_no_answer(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert ask(f"{site}/fine") == Answer("no answer (SSLCertVerificationError)", fine=False)


@pytest.mark.usefixtures("site")
def test_nobody_at_the_address_is_no_answer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert ask(f"https://localhost:{port}/") == Answer("no answer (ConnectionRefusedError)", fine=False)


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("url", ["mailto:help@example.com", "http://localhost/", "file:///etc/passwd"])
def test_what_is_not_https_is_not_asked(url: str) -> None:
    assert ask(url) == Answer("not a web address", fine=True)
