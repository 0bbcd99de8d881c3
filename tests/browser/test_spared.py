"""What the form says for some topics alone: to the eye, and to whoever hears it, as soon as one of them is chosen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
SPARED = "whistleblowing"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_that_a_name_may_be_left_out_is_shown_where_it_holds_and_nowhere_else(visit: Open, scripts: bool) -> None:
    page = visit("/ja/inquiries", java_script_enabled=scripts)
    hints = page.locator("#name-hint, #email-hint .spared")
    marks = page.locator("label[for=name] .must, label[for=email] .must")
    for topic, shown in (("general", False), (SPARED, True), ("press", False), ("service:conoha", False)):
        page.locator("#topic").select_option(topic)
        for place in range(2):
            expect(hints.nth(place)).to_be_visible(visible=shown)
            expect(marks.nth(place)).to_be_visible(visible=not shown)
        expect(page.locator("label[for=subject] .must")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_marks_follow_the_topic_on_a_form_that_came_back_for_one_that_spares_them(
    visit: Open, language: str, scripts: bool
) -> None:
    page = visit(f"/{language}/inquiries?topic={SPARED}", java_script_enabled=scripts)
    page.locator("button.primary").click()
    expect(page.locator("#summary")).to_be_visible()
    for topic, spared in ((SPARED, True), ("general", False), ("service:conoha", False), (SPARED, True)):
        page.locator("#topic").select_option(topic)
        for field in ("name", "email"):
            expect(page.locator(f"label[for={field}] .may")).to_be_visible(visible=spared)
            if language == "ja":
                expect(page.locator(f"label[for={field}] .must")).to_be_visible(visible=not spared)
            if scripts:
                expect(page.locator(f"#{field}")).to_have_attribute("aria-required", str(not spared).lower())


@pytest.mark.parametrize("first", ["general", SPARED])
def test_who_hears_the_form_is_told_that_few_read_the_topic_as_long_as_it_is_chosen(
    visit: Open, language: str, first: str
) -> None:
    page = visit(f"/{language}/inquiries?topic={first}")
    few = page.locator("#topic-few").text_content() or "-"
    for topic, told in ((SPARED, True), ("general", False), (SPARED, True), ("service:conoha", False)):
        page.locator("#topic").select_option(topic)
        expect(page.locator("#topic")).to_have_accessible_description(few.strip() if told else "")


def test_that_few_read_it_is_shown_once_their_topic_is_chosen(visit: Open, language: str) -> None:
    page = visit(f"/{language}/inquiries", java_script_enabled=False)
    for topic, shown in (("general", False), (SPARED, True), ("service:conoha", False)):
        page.locator("#topic").select_option(topic)
        expect(page.locator("#topic-few")).to_be_visible(visible=shown)


def test_what_is_left_out_is_not_called_required_once_its_topic_is_chosen(visit: Open, language: str) -> None:
    page = visit(f"/{language}/inquiries")
    for topic, required in ((SPARED, "false"), ("general", "true")):
        page.locator("#topic").select_option(topic)
        for field in ("name", "email"):
            expect(page.locator(f"#{field}")).to_have_attribute("aria-required", required)
        expect(page.locator("#subject")).to_have_attribute("aria-required", "true")
