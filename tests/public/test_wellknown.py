"""What machines ask for, and the way in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree
from reading import Client
from served import Served

from desk import places

Serve = Callable[..., AbstractContextManager[Served]]


@pytest.mark.parametrize(
    ("accepted", "there"),
    [
        ("ja", "ja"),
        ("en", "en"),
        ("en-GB,ja;q=0.5", "en"),
        ("en;q=0.4, ja;q=0.9", "ja"),
        ("fr, de;q=0.9", "ja"),
        ("", "ja"),
    ],
)
def test_the_door_leads_to_the_form_in_the_visitors_language(client: Client, accepted: str, there: str) -> None:
    answer = client.http.get("/", headers={"accept-language": accepted})
    assert (answer.status_code, answer.headers["location"]) == (302, f"/{there}/inquiries")
    assert "accept-language" in answer.headers["vary"].lower()
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["", "/"])
def test_a_bare_language_leads_to_its_form(client: Client, language: str, path: str) -> None:
    answer = client.http.get(f"/{language}{path}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/{language}/inquiries")


def test_a_running_desk_is_healthy_and_ready(client: Client) -> None:
    assert client.http.get("/healthz").status_code == 200
    assert client.http.get("/readyz").status_code == 200


def told(client: Client, **headers: str) -> list[list[str]]:
    """The lines of the security contact, each as its field and its value."""
    answer = client.http.get("/.well-known/security.txt", headers=headers)
    assert answer.status_code == 200
    return [line.split(": ", 1) for line in answer.text.splitlines()]


def test_the_security_contact_holds_for_less_than_a_year(client: Client) -> None:
    lines = told(client)
    expires = datetime.fromisoformat(dict(lines)["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)
    assert dict(lines)["Preferred-Languages"] == "ja, en"


def test_a_desk_tried_without_https_names_only_contacts_that_the_standard_allows(client: Client, desk: Served) -> None:
    lines = told(client)
    assert [value for name, value in lines if name == "Contact"] == [desk.context.organisation.security_contact]
    assert [name for name, value in lines if value.startswith("http://")] == []


def test_a_desk_with_https_names_its_form_and_its_own_address_too(serve: Serve) -> None:
    with serve(origin="https://desk.example.com") as desk, reached(desk) as client:
        lines = told(client, host="desk.example.com")
    assert [value for name, value in lines if name == "Contact"] == [
        "mailto:security@example.com",
        "https://desk.example.com/en/inquiries?topic=vulnerability-report",
    ]
    assert dict(lines)["Canonical"] == "https://desk.example.com/.well-known/security.txt"


def test_where_no_desk_takes_reports_the_form_is_named_as_it_is(serve: Serve, tmp_path: Path) -> None:
    facts = places.ORGANISATION.read_text("utf-8").replace('id = "vulnerability-report"', 'id = "lost-property"')
    (tmp_path / "organisation.toml").write_text(facts, "utf-8")
    own = serve(origin="https://desk.example.com", organisation=tmp_path / "organisation.toml")
    with own as desk, reached(desk) as client:
        lines = told(client, host="desk.example.com")
    assert [value for name, value in lines if name == "Contact"] == [
        "mailto:security@example.com",
        "https://desk.example.com/en/inquiries",
    ]


def test_a_desk_that_can_name_no_contact_has_no_such_file(serve: Serve, tmp_path: Path) -> None:
    facts = places.ORGANISATION.read_text("utf-8").replace('security_contact = "mailto:security@example.com"\n', "")
    (tmp_path / "organisation.toml").write_text(facts, "utf-8")
    with serve(organisation=tmp_path / "organisation.toml") as desk, Client(desk.origin) as client:
        assert client.http.get("/.well-known/security.txt").status_code == 404


def reached(desk: Served) -> Client:
    """A client that comes to a desk by its port, although its public address is another one."""
    return Client(f"http://127.0.0.1:{desk.settings.port}")


def test_the_sitemap_lists_every_page_in_both_languages(client: Client, desk: Served) -> None:
    answer = client.http.get("/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    tree = etree.fromstring(answer.content)
    addresses = tree.xpath("//*[local-name()='loc']/text()")
    assert len(addresses) == len(set(addresses)) == 6
    for address in addresses:
        client.get(address.removeprefix(desk.origin))
    marks = tree.xpath("//*[local-name()='url'][1]/*[local-name()='link']/@hreflang")
    assert marks == ["ja", "en", "x-default"]


def test_robots_are_kept_from_staff_and_receipts(client: Client, desk: Served) -> None:
    text = client.http.get("/robots.txt").text
    assert "Disallow: /staff/" in text
    assert "max-age" in client.http.get("/robots.txt").headers["cache-control"]
    assert f"Sitemap: {desk.origin}/sitemap.xml" in text


def test_no_public_page_weighs_more_than_30_kilobytes(client: Client, language: str) -> None:
    for path in ("inquiries", "services", "policy"):
        page = client.get(f"/{language}/{path}")
        loaded = page.all("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src")
        sizes = [
            int(client.http.get(address).headers["content-length"]) for address in (f"/{language}/{path}", *loaded)
        ]
        assert sum(sizes) <= 30_000
