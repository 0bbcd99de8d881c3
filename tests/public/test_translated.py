"""That pages are translated is said where the company's policy says so, in its words, and nowhere else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from lxml import html
from migrated import make_ready
from people import EMMA, Customer
from reading import Client, Page, words
from served import Served, served

from desk import app, errors, places
from desk.guard.refusals import Refusal
from desk.settings import Settings

FOOT = "//p[@class='translation']"
OWN = {"en": "For your convenience only: the Japanese text counts.", "ja": "英語版は参考のためのものです。"}


def texts(folder: Path, own: dict[str, str]) -> Path:
    """The shipped texts with the company's own words on translation, or without any."""
    copied = copytree(places.LOCALES, folder)
    for path in copied.glob("*/policy.*.md"):
        said = own.get(path.parent.name)
        lines = path.read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.endswith("{#page.mt-notice}")]
        path.write_text("\n".join([*kept, *([f"{said} {{#page.mt-notice}}"] if said else [])]) + "\n", "utf-8")
    return copied


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("silent")
    with served(folder / "data", locales=texts(folder / "texts", {}), limit_address=100_000) as running:
        yield running


@pytest.fixture(scope="module")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("worded")
    with served(folder / "data", locales=texts(folder / "texts", OWN), limit_address=100_000) as running:
        yield running


def pages(client: Client, customer: Customer) -> Iterator[Page]:
    """Every kind of public page, but that of the policy."""
    here = f"/{customer.language}"
    for path in ("/inquiries", "/services", "/services?q=domain"):
        yield client.get(here + path)
    yield client.post(f"{here}/inquiries", customer.typed(email="nobody"), status=422)
    check = client.post(f"{here}/inquiries", customer.typed())
    yield check
    yield client.get(client.send(f"{here}/inquiries/send", check.values).headers["location"])
    yield client.get(f"{here}/nowhere", status=404)


def test_without_such_a_clause_no_page_claims_a_translation(silent: Served, customer: Customer) -> None:
    with Client(silent.origin, customer.language) as client:
        for page in (*pages(client, customer), client.get(f"/{customer.language}/policy")):
            assert page.all(FOOT) == []
            assert page.all("//footer")
            for word in ("translat", "prevail", "翻訳", "原文"):
                assert word not in words(page.tree).lower()


def test_the_policy_page_closes_without_an_empty_line_then(silent: Served, worded: Served, language: str) -> None:
    for running, closing in ((silent, 0), (worded, 1)):
        with Client(running.origin) as client:
            assert len(client.get(f"/{language}/policy").all("//div[@class='closing']")) == closing


def test_english_pages_say_it_in_the_words_of_the_company(worded: Served) -> None:
    with Client(worded.origin, "en") as client:
        for page in pages(client, EMMA):
            assert [words(found) for found in page.all(FOOT)] == [OWN["en"]]


def test_japanese_pages_say_it_with_the_policy_alone(worded: Served, customer: Customer) -> None:
    if customer.language == "ja":
        with Client(worded.origin) as client:
            assert [page for page in pages(client, customer) if page.all(FOOT) or OWN["ja"] in page.text] == []
    with Client(worded.origin) as client:
        page = client.get(f"/{customer.language}/policy")
        assert page.said("page.mt-notice") == OWN[customer.language]
        assert page.text.count(OWN[customer.language]) == 1


def test_the_shipped_company_says_it_on_english_pages_alone(desk: Served, customer: Customer) -> None:
    said = [desk.context.policy("en").clause("page.mt-notice").text] if customer.language == "en" else []
    with Client(desk.origin, customer.language) as client:
        for page in pages(client, customer):
            assert [words(found) for found in page.all(FOOT)] == said


def test_a_version_that_comes_into_force_without_it_takes_it_from_the_error_pages_too(tmp_path: Path) -> None:
    folder = copytree(places.LOCALES, tmp_path / "texts")
    for path in texts(tmp_path / "later", {}).glob("*/policy.2026-10-01.md"):
        later = path.read_text("utf-8").replace("2026-10-01", "2027-04-01")
        (folder / path.parent.name / "policy.2027-04-01.md").write_text(later, "utf-8")
    settings = Settings(_env_file=None, data=tmp_path / "data", locales=folder)
    make_ready(settings)
    clock = [datetime(2027, 3, 31, 14, 0, tzinfo=UTC)]  # 23:00 in Japan
    desk = replace(app.assemble(settings), now=lambda: clock[-1])
    page = errors.error_pages(desk.pages, desk.translation)
    before = page(Refusal("en", 404)).decode()
    clock.append(datetime(2027, 3, 31, 15, 0, tzinfo=UTC))
    after = page(Refusal("en", 404)).decode()
    desk.store.close()
    assert [len(html.fromstring(text).xpath(FOOT)) for text in (before, after)] == [1, 0]
