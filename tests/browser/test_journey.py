"""From the form to the receipt in a real browser, with and without scripts, with the keyboard alone."""

import re
from collections.abc import Callable

import pytest
from keyboard import tab_to
from people import CUSTOMERS, HANAKO, Customer
from playwright.sync_api import Dialog, Page, expect

Open = Callable[..., Page]
CHECK, SENT = (
    re.compile("入力内容の確認|Check your inquiry"),
    re.compile("お問い合わせを受け付けました|We have received"),
)
BOTH_WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
# What these do with a script, it does in either language.
EITHER_WAY = pytest.mark.parametrize(
    ("language", "scripts"),
    [
        pytest.param("ja", True, id="ja with scripts"),
        pytest.param("en", False, id="en without scripts"),
        pytest.param("ja", False, id="ja without scripts", marks=pytest.mark.slow),
        pytest.param("en", True, id="en with scripts", marks=pytest.mark.slow),
    ],
)


def fill_in(page: Page, customer: Customer) -> None:
    for name in ("name", "company", "email", "phone", "subject", "message"):
        page.locator(f"#{name}").fill(getattr(customer, name).replace("\r\n", "\n"))
    if customer.language == "ja":
        page.locator("#kana").fill(customer.kana)
    page.locator("#consent").check()


def go_on(page: Page) -> None:
    page.locator("button.primary").click()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


@EITHER_WAY
def test_an_inquiry_is_sent(visit: Open, customer: Customer, scripts: bool) -> None:
    page = visit(f"/{customer.language}/inquiries", java_script_enabled=scripts)
    fill_in(page, customer)
    go_on(page)
    assert CHECK.search(heading(page))
    assert page.locator(".said.long").inner_text() == customer.message.replace("\r\n", "\n")
    go_on(page)
    assert SENT.search(heading(page))
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]+)+", page.locator("#receipt").inner_text())


@BOTH_WAYS
def test_the_language_can_be_switched_at_every_step(visit: Open, scripts: bool) -> None:
    page = visit("/ja/inquiries", java_script_enabled=scripts)
    fill_in(page, HANAKO)
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator("#message")).to_have_value(HANAKO.message.replace("\r\n", "\n"))
    expect(page.locator("#kana")).to_have_value(HANAKO.kana)
    expect(page.locator("#consent")).to_be_checked()
    expect(page.locator("#summary")).to_have_count(0)
    go_on(page)
    page.get_by_role("button", name="日本語").click()
    assert heading(page) == "入力内容の確認"
    go_on(page)
    assert heading(page) == "お問い合わせを受け付けました"
    page.get_by_role("link", name="English").click()
    assert heading(page) == "We have received your inquiry"


@EITHER_WAY
def test_the_error_summary_has_the_focus_and_leads_to_the_fields(visit: Open, language: str, scripts: bool) -> None:
    page = visit(f"/{language}/inquiries", java_script_enabled=scripts)
    page.locator("#phone").fill("12")
    go_on(page)
    expect(page.locator("#summary")).to_be_focused()
    assert page.title().startswith("エラー：" if language == "ja" else "Error: ")
    page.locator("#summary a[href='#phone']").click()
    expect(page.locator("#phone")).to_be_focused()
    expect(page.locator("#phone")).to_have_value("12")


@EITHER_WAY
def test_enter_in_a_field_means_to_go_on_and_not_to_switch_the_language(
    visit: Open, language: str, scripts: bool
) -> None:
    page = visit(f"/{language}/inquiries", java_script_enabled=scripts)
    page.locator("#name").fill("Emma")
    page.locator("#name").press("Enter")
    expect(page.locator("#summary")).to_be_focused()
    assert page.locator("html").get_attribute("lang") == language
    expect(page.locator("#name")).to_have_value("Emma")


@EITHER_WAY
def test_a_change_leads_to_its_field_with_everything_kept(visit: Open, customer: Customer, scripts: bool) -> None:
    page = visit(f"/{customer.language}/inquiries", java_script_enabled=scripts)
    fill_in(page, customer)
    go_on(page)
    page.locator("button[value='change:email']").click()
    expect(page.locator("#email")).to_be_focused()
    expect(page.locator("#message")).to_have_value(customer.message.replace("\r\n", "\n"))
    page.locator("#email").fill("other@example.org")
    go_on(page)
    expect(page.get_by_text("other@example.org")).to_be_visible()


def test_leaving_asks_first_wherever_something_typed_stands(visit: Open) -> None:
    page = visit("/en/inquiries", own=True)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("#subject").fill("Half of it")
    go_on(page)
    page.locator(".doors a").first.click(no_wait_after=True)
    expect(page.locator("#subject")).to_have_value("Half of it")
    fill_in(page, CUSTOMERS["en"])
    go_on(page)
    page.locator("a.company").click(no_wait_after=True)
    expect(page.locator("h1")).to_have_text(CHECK)
    assert asked == ["beforeunload"] * 2
    go_on(page)
    page.locator("a.company").click()
    expect(page.locator("#subject")).to_have_value("")
    assert len(asked) == 2


def test_text_that_begins_with_an_empty_line_keeps_it_through_every_page(visit: Open) -> None:
    page = visit("/ja/inquiries", java_script_enabled=False)
    page.locator("#message").fill("\n\n三行目から")
    go_on(page)
    expect(page.locator("#message")).to_have_value("\n\n三行目から")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#message")).to_have_value("\n\n三行目から")


def test_the_keyboard_alone_is_enough(visit: Open, language: str) -> None:
    customer = CUSTOMERS[language]
    page = visit(f"/{language}/inquiries")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the way past the masthead
    expect(page.locator("#main")).to_be_focused()
    for name in ("name", "email", "subject", "message"):
        tab_to(page, f"#{name}")
        page.keyboard.insert_text(getattr(customer, name).replace("\r\n", "\n"))
    tab_to(page, "#consent")
    page.keyboard.press("Space")
    tab_to(page, "button.primary")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(CHECK)
    tab_to(page, "button.primary")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(SENT)


def test_a_proposed_service_shows_the_text_to_take_along_without_scripts(visit: Open) -> None:
    page = visit("/ja/inquiries", java_script_enabled=False)
    fill_in(page, HANAKO)
    page.locator("#subject").fill("ConoHa WINGの請求について")
    page.locator("#message").fill("二重に請求されています。")
    go_on(page)
    page.locator(".advice summary").click()
    expect(page.locator(".advice textarea")).to_have_value(re.compile("ConoHa WINGの請求について"))
    expect(page.locator(".advice a")).to_have_attribute("href", "/ja/services/conoha-wing")


def test_comfort_counts_what_is_left_and_copies_the_receipt(visit: Open) -> None:
    page = visit("/en/inquiries", permissions=["clipboard-write"])
    fill_in(page, CUSTOMERS["en"])
    page.locator("#message").fill("x" * 4_990)
    expect(page.locator(".left")).to_have_text("Characters left: 10")
    page.locator("#message").fill("x" * 5_001)
    expect(page.locator(".left.over")).to_have_text("Characters too many: 1")
    page.locator("#message").fill("Short and good.")
    go_on(page)
    go_on(page)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    receipt = page.locator("#receipt").inner_text()
    page.goto("/en/inquiries")
    page.locator("#subject").press("Control+V")
    expect(page.locator("#subject")).to_have_value(receipt)


def test_the_count_is_told_aloud_only_once_typing_pauses(visit: Open) -> None:
    page = visit("/en/inquiries", own=True)
    page.clock.install()
    shown, told = page.locator("#message ~ .left"), page.locator("#message ~ [aria-live=polite]")
    for most in (4_990, 4_991):
        page.locator("#message").fill("x" * most)
        page.clock.run_for(900)
    expect(shown).to_have_text("Characters left: 9")
    expect(shown).to_have_attribute("aria-hidden", "true")
    expect(told).to_have_text("")
    page.clock.run_for(100)
    expect(told).to_have_text("Characters left: 9")
