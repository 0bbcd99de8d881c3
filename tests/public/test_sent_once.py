"""One text is one inquiry however often it is sent, and a changed text is another: neither is lost nor doubled."""

import pytest
from people import HANAKO, Customer
from reading import Client, Page


def receipt(client: Client, page: Page) -> str:
    """Press the button of a check page."""
    answer = client.send(f"/{page.language}/inquiries/send", page.values)
    return client.get(answer.headers["location"]).said("receipt")


def back(client: Client, page: Page, go: str = "change") -> Page:
    """Go back from a check page to the form, or take it into the other language."""
    return client.post(f"/{page.language}/inquiries", {**page.values, "go": go})


def onward(client: Client, form: Page, status: int = 200, **typed: str) -> Page:
    """Go on from the form, after some fields were typed over; a browser ends lines with two characters."""
    values = {name: value.replace("\n", "\r\n") for name, value in form.values.items()}
    return client.post(f"/{form.language}/inquiries", {**values, **typed}, status=status)


@pytest.fixture
def check(client: Client, customer: Customer) -> Page:
    return client.post(f"/{customer.language}/inquiries", customer.typed())


@pytest.mark.parametrize("go", ["change", "change:message"])
def test_what_was_stored_although_the_page_said_otherwise_is_not_stored_twice_by_going_back(
    client: Client, check: Page, go: str
) -> None:
    first = receipt(client, check)  # as the database does when it answers too late for the page
    assert receipt(client, onward(client, back(client, check, go))) == first


def test_not_even_after_a_mistake_on_the_way_and_a_switch_of_the_language(
    client: Client, check: Page, customer: Customer
) -> None:
    first = receipt(client, check)
    wrong = onward(client, back(client, check), status=422, email="nobody")
    there = client.post("/en/inquiries", {**wrong.values, "go": "switch"})
    assert receipt(client, onward(client, there, email=customer.email)) == first


def test_what_is_changed_after_it_was_sent_is_another_inquiry(client: Client, check: Page) -> None:
    first = receipt(client, check)
    changed = onward(client, back(client, check), subject="追伸")
    second = receipt(client, changed)
    assert second != first
    assert receipt(client, changed) == second


def test_what_is_changed_and_changed_back_is_the_inquiry_that_it_was(client: Client) -> None:
    check = client.post("/ja/inquiries", HANAKO.typed())
    first = receipt(client, check)
    changed = onward(client, back(client, check), subject="追伸")
    assert receipt(client, onward(client, back(client, changed), subject=HANAKO.subject)) == first


def test_the_same_text_on_a_form_that_was_opened_anew_is_another_inquiry(client: Client, customer: Customer) -> None:
    path = f"/{customer.language}/inquiries"
    assert receipt(client, client.post(path, customer.typed())) != receipt(client, client.post(path, customer.typed()))


@pytest.mark.parametrize("visit", ["", "x", "あ" * 32, "A" * 32, "0" * 33])
def test_a_form_of_a_visit_that_is_none_of_ours_is_a_form_that_was_just_opened(client: Client, visit: str) -> None:
    check = client.post("/ja/inquiries", {**HANAKO.typed(), "visit": visit})
    assert back(client, check).values["visit"] not in ("", visit)
