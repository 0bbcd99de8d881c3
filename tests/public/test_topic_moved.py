"""A press that changes the topic says so, keeps everything, and shows what need not be said under the new one."""

import pytest
from people import Customer
from reading import Client, Page, words
from served import Served

from desk.store import inquiries

REPORT = {
    "ja": {"subject": "贈収賄について", "message": "御社の部長が取引先から賄賂を受け取っています。内部通報です。"},
    "en": {
        "subject": "Bribes",
        "message": "One of your managers takes bribes from suppliers. I want to blow the whistle.",
    },
}
MAY_BE_LEFT_OUT = {"ja": "空欄でもかまいません", "en": "you may leave out your name, your e-mail address"}
NAMED = {
    "ja": {
        "whistleblowing": "種類を「公益通報」に変更しました",
        "ir": "種類を「IR（株主・投資家の皆さま）」に変更しました",
    },
    "en": {"whistleblowing": "now “Whistleblowing”", "ir": "now “Investor relations”"},
}
NAMELESS = {"topic": "whistleblowing", "name": "", "kana": "", "email": ""}
BACK = {"ja": "種類を「公益通報」に戻す", "en": "Change the topic back to “Whistleblowing”"}


def moved(client: Client, customer: Customer, to: str = "whistleblowing", **typed: str) -> Page:
    check = client.post(f"/{customer.language}/inquiries", customer.typed(**{**REPORT[customer.language], **typed}))
    return client.post(f"/{customer.language}/inquiries", {**check.values, "go": f"topic:{to}"})


def ways(page: Page) -> list[str]:
    return [button.get("value") for button in page.all("//*[@id='moved']//button")]


def test_the_topic_that_is_proposed_for_a_report_is_one_press_away(client: Client, customer: Customer) -> None:
    check = client.post(f"/{customer.language}/inquiries", customer.typed(**REPORT[customer.language]))
    assert check.one("//section[@class='advice']//button").get("value") == "topic:whistleblowing"


def test_the_page_says_in_focus_that_the_topic_changed_and_what_may_be_left_out_now(
    client: Client, customer: Customer
) -> None:
    page = moved(client, customer)
    box = page.one("//*[@autofocus]")
    assert (box.get("id"), box.get("tabindex"), box.get("role")) == ("moved", "-1", "group")
    said = page.said(box.get("aria-labelledby"))
    assert NAMED[customer.language]["whistleblowing"] in said
    assert MAY_BE_LEFT_OUT[customer.language] in said
    assert ways(page) == ["change:name", "change:email"]


def test_what_the_page_says_leads_to_a_report_without_a_name_and_loses_nothing_else(
    client: Client, desk: Served, customer: Customer
) -> None:
    page = moved(client, customer)
    for name in ("name", "email"):
        form = client.post(f"/{customer.language}/inquiries", {**page.values, "go": f"change:{name}"})
        assert form.one("//*[@autofocus]").get("id") == name
        page = client.post(f"/{customer.language}/inquiries", {**form.values, name: ""})
        assert page.all("//*[@id='moved']") == []
    answer = client.send(f"/{customer.language}/inquiries/send", page.values)
    found = inquiries.find(desk.context.store, client.get(answer.headers["location"]).said("receipt"))
    assert found is not None
    assert (found.topic, found.name, found.email) == ("whistleblowing", "", "")
    assert (found.company, found.subject, found.message) == (
        customer.company,
        REPORT[customer.language]["subject"],
        REPORT[customer.language]["message"],
    )


def test_a_topic_that_asks_for_a_name_is_told_without_a_word_on_leaving_it_out(
    client: Client, customer: Customer
) -> None:
    page = moved(client, customer, "ir")
    assert NAMED[customer.language]["ir"] in page.said("moved-text")
    assert MAY_BE_LEFT_OUT[customer.language] not in words(page.one("//main"))
    assert ways(page) == []


@pytest.mark.parametrize(("typed", "shown"), [({"name": ""}, ["change:email"]), ({"name": "", "email": ""}, [])])
def test_only_what_was_given_is_offered_to_be_taken_out(
    client: Client, customer: Customer, typed: dict[str, str], shown: list[str]
) -> None:
    nameless = client.post(f"/{customer.language}/inquiries", customer.typed(topic="whistleblowing", **typed))
    away = client.post(f"/{customer.language}/inquiries", {**nameless.values, "go": "topic:whistleblowing"})
    assert away.all("//*[@id='moved']") == []  # it was that topic before
    form = customer.typed(topic="ir", **typed, go="topic:whistleblowing")
    assert ways(client.post(f"/{customer.language}/inquiries", form)) == shown


def test_the_other_language_says_it_too(client: Client, customer: Customer) -> None:
    page = moved(client, customer)
    button = page.one("//ul[@class='languages']//button")
    there = client.post(button.get("formaction"), {**page.values, "go": button.get("value")})
    assert there.language != customer.language
    assert NAMED[there.language]["whistleblowing"] in there.said("moved-text")
    assert ways(there) == ways(page)


def test_a_check_page_that_was_not_changed_by_a_press_says_nothing_of_it(client: Client, customer: Customer) -> None:
    check = client.post(f"/{customer.language}/inquiries", customer.typed())
    assert check.all("//*[@id='moved']") == []


def nameless(client: Client, customer: Customer, to: str, status: int = 422) -> Page:
    """The page after a press that changes the topic of a report without a name."""
    check = client.post(f"/{customer.language}/inquiries", customer.typed(**NAMELESS))
    return client.post(f"/{customer.language}/inquiries", {**check.values, "go": f"topic:{to}"}, status=status)


@pytest.mark.parametrize("to", ["press", "service:conoha"])
def test_who_gave_no_name_is_told_first_that_the_topic_changed_and_asked_for_one_after_it(
    client: Client, desk: Served, customer: Customer, to: str
) -> None:
    form = nameless(client, customer, to)
    assert form.one("//*[@autofocus]").get("id") == "moved"
    assert f"“{desk.context.topic_name(to, 'en')}”" in form.said("moved-text") or customer.language == "ja"
    assert f"「{desk.context.topic_name(to, 'ja')}」" in form.said("moved-text") or customer.language == "en"
    assert [field for field, _ in form.summary] == ["name", "email"]
    assert [words(button) for button in form.all("//*[@id='moved']//button")] == [BACK[customer.language]]
    assert MAY_BE_LEFT_OUT[customer.language] not in form.said("moved-text")


def test_the_way_back_leads_to_the_report_as_it_was(client: Client, desk: Served, customer: Customer) -> None:
    form = nameless(client, customer, "press")
    check = client.post(f"/{customer.language}/inquiries", {**form.values, "go": "topic:whistleblowing"})
    assert NAMED[customer.language]["whistleblowing"] in check.said("moved-text")
    answer = client.send(f"/{customer.language}/inquiries/send", check.values)
    found = inquiries.find(desk.context.store, client.get(answer.headers["location"]).said("receipt"))
    assert found is not None
    assert (found.topic, found.name, found.subject) == ("whistleblowing", "", customer.subject)


def test_it_is_told_until_all_that_is_missing_is_there_and_on_the_check_page_after_that(
    client: Client, customer: Customer
) -> None:
    language = customer.language
    form = nameless(client, customer, "ir")
    named = client.post(f"/{language}/inquiries", {**form.values, "name": customer.name}, status=422)
    assert NAMED[language]["ir"] in named.said("moved-text")
    box = named.one("//*[@autofocus]")
    assert (box.get("id"), box.get("aria-describedby")) == ("summary", "moved-text")
    check = client.post(f"/{language}/inquiries", {**named.values, "email": customer.email})
    assert NAMED[language]["ir"] in check.said("moved-text")


def test_who_chooses_a_topic_on_that_form_themselves_is_told_nothing_more(client: Client, customer: Customer) -> None:
    form = nameless(client, customer, "ir")
    again = client.post(f"/{customer.language}/inquiries", {**form.values, "topic": "press"}, status=422)
    assert again.all("//*[@id='moved']") == []
    back = client.post(f"/{customer.language}/inquiries", {**form.values, "topic": "whistleblowing"})
    assert back.all("//*[@id='moved']") == []


def test_the_form_says_it_in_the_other_language_too(client: Client, customer: Customer) -> None:
    form = nameless(client, customer, "ir")
    button = form.one("//ul[@class='languages']//button")
    there = client.post(button.get("formaction"), {**form.values, "go": button.get("value")}, status=422)
    assert there.language != customer.language
    assert NAMED[there.language]["ir"] in there.said("moved-text")
    assert [words(button) for button in there.all("//*[@id='moved']//button")] == [BACK[there.language]]


@pytest.mark.parametrize(
    "said", ["nowhere ir", "ir nowhere", "nowhere", " ir", "ir", "ir ir", "press  ir", " press ir", ""]
)
def test_a_form_that_claims_a_move_there_never_was_leads_nowhere(client: Client, customer: Customer, said: str) -> None:
    form = client.post(f"/{customer.language}/inquiries", customer.typed(topic="ir", name="", moved=said), status=422)
    assert form.all("//*[@id='moved']") == []
