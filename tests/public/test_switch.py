"""The language switch keeps what was typed, and says in the other language what the page had to say."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing

import pytest
from people import HANAKO, Customer
from reading import Client, Page
from served import Served

Serve = Callable[..., AbstractContextManager[Served]]


def switched(client: Client, page: Page, *, status: int, **typed: str) -> Page:
    """The page that answers when the other language is pressed, after some fields were typed over."""
    button = page.one("//ul[@class='languages']//button")
    there = client.post(button.get("formaction"), {**page.values, **typed, "go": button.get("value")}, status=status)
    assert there.language != page.language
    return there


def test_errors_are_told_in_the_other_language_and_back(client: Client, customer: Customer) -> None:
    typed = customer.typed(email="nobody", message="", phone="12")
    page = client.post(f"/{customer.language}/inquiries", typed, status=422)
    there = switched(client, page, status=422)
    assert [field for field, _ in there.summary] == ["email", "phone", "message"]
    assert there.title.startswith("エラー：" if there.language == "ja" else "Error: ")
    assert there.one("//*[@id='summary']").get("autofocus") is not None
    assert (there.values["email"], there.values["phone"]) == ("nobody", "12")
    assert switched(client, there, status=422).summary == page.summary


def test_what_was_put_right_before_the_switch_is_no_error_any_more(client: Client, customer: Customer) -> None:
    page = client.post(f"/{customer.language}/inquiries", customer.typed(email="nobody", phone="12"), status=422)
    there = switched(client, page, status=422, email=customer.email)
    assert [field for field, _ in there.summary] == ["phone"]
    assert switched(client, there, status=200, phone="").summary == []


@pytest.mark.parametrize(("typed", "status"), [({"subject": "見\0学"}, 422), ({"message": "長" * 10_000}, 413)])
def test_a_form_that_could_not_be_taken_says_so_in_the_other_language(
    client: Client, customer: Customer, typed: dict[str, str], status: int
) -> None:
    page = client.post(f"/{customer.language}/inquiries", customer.typed(**typed), status=status)
    there = switched(client, page, status=status)
    assert [field for field, _ in there.summary] == list(typed)
    assert (there.values["subject"], there.values["message"]) == (page.values["subject"], page.values["message"])


def test_a_check_page_that_was_too_old_is_explained_in_the_other_language(client: Client, customer: Customer) -> None:
    page = client.post(f"/{customer.language}/inquiries/send", customer.typed(), status=422)
    there = switched(client, page, status=422)
    assert there.said("remark") != page.said("remark")
    assert there.values["subject"] == customer.subject
    assert switched(client, there, status=422).said("remark") == page.said("remark")


def test_having_to_wait_is_said_in_the_other_language_with_the_same_time(serve: Serve, language: str) -> None:
    with serve(limit_address=1) as desk, Client(desk.origin) as client:
        first, second = (client.post(f"/{language}/inquiries", HANAKO.typed(subject=text)) for text in ("一", "二"))
        assert client.send(f"/{language}/inquiries/send", first.values).status_code == 303
        page = client.post(f"/{language}/inquiries/send", second.values, status=429)
        there = switched(client, page, status=200)
        assert there.title.startswith("未送信" if there.language == "ja" else "Not sent yet")
        assert len(clock(page)) == 1
        assert clock(there) == clock(page)
        assert switched(client, there, status=200).said("summary") == page.said("summary")


@pytest.mark.usefixtures("impatient")
def test_a_database_that_did_not_answer_is_said_in_the_other_language_and_the_text_can_be_sent(
    serve: Serve, language: str
) -> None:
    with serve() as desk, Client(desk.origin) as client:
        check = client.post(f"/{language}/inquiries", HANAKO.typed())
        with closing(sqlite3.connect(desk.settings.data / "desk.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            page = client.post(f"/{language}/inquiries/send", check.values, status=503)
            other.execute("ROLLBACK")
        there = switched(client, page, status=200)
        assert there.said("summary")
        assert client.send(f"/{there.language}/inquiries/send", there.values).status_code == 303


def clock(page: Page) -> list[str]:
    """The time of day that the page names above the text."""
    return re.findall(r"\d\d:\d\d", page.said("summary"))
