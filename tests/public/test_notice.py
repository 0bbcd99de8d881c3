"""On record is the notice that stood on the form, however long the form was open and whatever came into force."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from people import CUSTOMERS
from reading import Client, Page
from served import Served, served

from desk import places
from desk.store import inquiries
from desk.store.records import StoredInquiry

OLD, NEW = "2026-10-01", f"{datetime.now(UTC) - timedelta(days=2):%Y-%m-%d}"


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk whose notice has two versions; the newer one is in force."""
    made = tmp_path_factory.mktemp("renewed")
    folder = shutil.copytree(places.LOCALES, made / "locales")
    for path in folder.glob(f"*/notice.{OLD}.md"):
        path.with_name(f"notice.{NEW}.md").write_text(path.read_text("utf-8").replace(OLD, NEW), "utf-8")
    with served(made / "data", locales=folder, limit_address=100_000, limit_all=100_000) as desk:
        yield desk


@pytest.fixture
def visitor(renewed: Served) -> Iterator[Client]:
    with Client(renewed.origin) as client:
        yield client


def test_the_notice_on_the_form_is_on_record(renewed: Served, visitor: Client, language: str) -> None:
    form = visitor.get(f"/{language}/inquiries").values
    check = visitor.post(f"/{language}/inquiries", {**form, **CUSTOMERS[language].typed()})
    assert stored(renewed, visitor, check).notice_version == NEW


def test_the_form_that_was_opened_before_a_new_notice_is_kept_with_the_one_it_shows(
    renewed: Served, visitor: Client, language: str
) -> None:
    opened = {**visitor.get(f"/{language}/inquiries").values, "notice": OLD}
    check = visitor.post(f"/{language}/inquiries", {**opened, **CUSTOMERS[language].typed()})
    assert stored(renewed, visitor, check).notice_version == OLD


def test_the_form_that_is_shown_once_more_shows_the_new_notice_and_is_kept_with_it(
    renewed: Served, visitor: Client, language: str
) -> None:
    typed = CUSTOMERS[language].typed(message="", notice=OLD)
    again = visitor.post(f"/{language}/inquiries", typed, status=422)
    check = visitor.post(f"/{language}/inquiries", {**again.values, "message": "Hello", "consent": "yes"})
    assert stored(renewed, visitor, check).notice_version == NEW


def test_the_time_on_record_is_that_of_the_form_although_the_check_page_is_shown_again_later(
    renewed: Served, visitor: Client, language: str
) -> None:
    check = visitor.post(f"/{language}/inquiries", CUSTOMERS[language].typed(notice=OLD))
    handed_in = datetime.now(UTC)
    other = {"ja": "en", "en": "ja"}[language]
    later = visitor.post(f"/{other}/inquiries", {**check.values, "go": "check"})
    found = stored(renewed, visitor, later)
    assert (found.language, found.notice_version) == (other, OLD)
    assert handed_in - timedelta(minutes=1) < found.notice_shown_at <= handed_in


@pytest.mark.parametrize("said", [{}, {"notice": ""}, {"notice": "2020-01-01"}, {"notice": "あ"}])
def test_what_never_was_a_notice_of_ours_is_not_recorded_as_shown(
    renewed: Served, visitor: Client, language: str, said: dict[str, str]
) -> None:
    check = visitor.post(f"/{language}/inquiries", {**CUSTOMERS[language].typed(), **said})
    assert stored(renewed, visitor, check).notice_version is None


def stored(desk: Served, client: Client, check: Page) -> StoredInquiry:
    """The inquiry that the check page sends."""
    answer = client.send(f"/{check.language}/inquiries/send", check.values)
    found = inquiries.find(desk.context.store, client.get(answer.headers["location"]).said("receipt"))
    assert found is not None
    return found
