"""A company without services of its own, or of anybody else's, runs the whole desk without a word about them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from people import Customer
from reading import Client
from served import Served, served

from desk import places


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("bare")
    facts = places.ORGANISATION.read_text("utf-8")
    (folder / "ours.toml").write_text(facts[: facts.index("[[service]]")], "utf-8")
    with served(folder / "data", organisation=folder / "ours.toml", limit_address=100_000) as running:
        yield running
    shutil.rmtree(folder)


@pytest.fixture
def client(bare: Served) -> Iterator[Client]:
    with Client(bare.origin) as visitor:
        yield visitor


def test_the_form_speaks_of_no_services(client: Client, language: str) -> None:
    page = client.get(f"/{language}/inquiries")
    assert page.all("//a[contains(@href, '/services')]") == []
    assert len(page.all("//select//optgroup")) == 1


def test_an_inquiry_reaches_its_receipt(client: Client, customer: Customer) -> None:
    check = client.post(f"/{customer.language}/inquiries", customer.typed(message="お名前.comの解約について"))
    assert check.all("//section[@class='advice']") == []
    answer = client.send(f"/{customer.language}/inquiries/send", check.values)
    assert client.get(answer.headers["location"]).said("receipt")


@pytest.mark.parametrize("query", ["", "?q=お名前.com"])
def test_the_directory_leads_to_the_form_and_is_not_to_be_listed(client: Client, language: str, query: str) -> None:
    page = client.get(f"/{language}/services{query}")
    assert page.all(f"//main//a[@href='/{language}/inquiries']")
    assert page.all("//meta[@name='robots'][@content='noindex']")
    assert page.all("//form[@role='search']") == []
    assert "/services" not in client.http.get("/sitemap.xml").text


def test_the_policy_is_read_as_ever(client: Client, language: str) -> None:
    assert client.get(f"/{language}/policy").heading
