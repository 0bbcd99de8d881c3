"""What machines ask for, and the way in."""

from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree
from reading import Client
from served import Served


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


def test_the_security_contact_holds_for_less_than_a_year(client: Client, desk: Served) -> None:
    lines = [line.split(": ", 1) for line in client.http.get("/.well-known/security.txt").text.splitlines()]
    fields = dict(lines)
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)
    assert desk.context.organisation.security_contact in [value for name, value in lines if name == "Contact"]
    assert fields["Canonical"] == f"{desk.origin}/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "ja, en"


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
