"""A whistle-blower who was led to a topic hears of it, takes out their name or goes back, by the keyboard alone."""

from collections.abc import Callable

import pytest
from keyboard import enter_on, tab_to
from people import CUSTOMERS
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
BRIBES = {
    "ja": "御社の部長が取引先から賄賂を受け取っています。",
    "en": "One of your managers takes bribes from suppliers.",
}
INTERVIEW = {
    "ja": {
        "subject": "取材のお願い",
        "message": "新聞社の記者です。貴社の取り組みについて取材をお願いしたく、ご連絡しました。",
    },
    "en": {"subject": "Interview request", "message": "I am a journalist with a newspaper and request an interview."},
}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_whoever_is_led_to_the_topic_of_reports_hears_of_it_and_takes_out_their_name(
    visit: Open, language: str, scripts: bool
) -> None:
    customer = CUSTOMERS[language]
    page = visit(f"/{language}/inquiries", java_script_enabled=scripts)
    for name, text in (
        ("name", customer.name),
        ("email", customer.email),
        ("subject", "-"),
        ("message", BRIBES[language]),
    ):
        page.locator(f"#{name}").fill(text)
    page.locator("#consent").check()
    page.locator("button.primary").click()
    tab_to(page, "button[value='topic:whistleblowing']")
    page.keyboard.press("Enter")
    expect(page.locator("#moved")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#moved button[value='change:name']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#name")).to_be_focused()
    expect(page.locator("#name")).to_have_value(customer.name)
    expect(page.locator("#name-hint")).to_be_visible()
    page.locator("#name").fill("")
    page.locator("button.primary").click()
    expect(page.locator(".answers")).to_contain_text(BRIBES[language])
    expect(page.locator(".answers")).not_to_contain_text(customer.name)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_whoever_gave_no_name_hears_that_the_topic_changed_and_goes_back_to_theirs(
    visit: Open, language: str, scripts: bool
) -> None:
    page = visit(f"/{language}/inquiries?topic=whistleblowing", java_script_enabled=scripts)
    for name, text in INTERVIEW[language].items():
        page.locator(f"#{name}").fill(text)
    page.locator("#consent").check()
    page.locator("button.primary").click()
    enter_on(page, "button[value='topic:press']")
    expect(page.locator("#moved")).to_be_focused()
    expect(page.locator("#moved")).to_be_in_viewport(ratio=1)
    expect(page.locator("#topic")).to_have_value("press")
    page.keyboard.press("Tab")
    expect(page.locator("#moved button[value='topic:whistleblowing']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".answers")).to_contain_text(INTERVIEW[language]["message"])
    expect(page.locator("#moved")).to_be_focused()
