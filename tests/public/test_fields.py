"""What the fields of the form say of themselves: which must be filled in, and what describes them."""

import pytest
from reading import Client, words

MUST = ["topic", "name", "email", "subject", "message", "consent"]
SPARED = "whistleblowing"


@pytest.mark.parametrize(("topic", "spared"), [("general", []), (SPARED, ["name", "email"])])
def test_what_must_be_filled_in_is_told_to_whoever_hears_the_page(
    client: Client, language: str, topic: str, spared: list[str]
) -> None:
    page = client.get(f"/{language}/inquiries?topic={topic}")
    told = [field.get("name") for field in page.all("//*[@aria-required='true']")]
    assert told == [name for name in MUST if name not in spared]


def test_the_english_form_says_that_what_is_not_optional_is_required_and_that_holds(client: Client) -> None:
    page = client.get("/en/inquiries")
    assert "All fields are required unless marked optional." in words(page.one("//form"))
    marked = [label.getparent().get("for") for label in page.all("//label/span[contains(@class, 'may')][not(@hidden)]")]
    visible = [field.get("id") for field in page.all("//form//*[self::input or self::select or self::textarea][@id]")]
    assert set(visible) - set(marked) - {"website"} == set(MUST)


def test_whoever_hears_the_page_is_told_at_the_tick_what_for_and_how_long(client: Client, language: str) -> None:
    for page in (
        client.get(f"/{language}/inquiries"),
        client.post(f"/{language}/inquiries", {}, status=422),
    ):
        described = page.one("//input[@id='consent']").get("aria-describedby").split()
        assert described[:2] == ["consent-hint", "kept"]


@pytest.mark.parametrize("field", ["name", "email"])
def test_what_only_some_may_leave_empty_begins_with_whom_that_concerns(
    client: Client, language: str, field: str
) -> None:
    page = client.get(f"/{language}/inquiries")
    spared = words(page.one(f"//*[@id='{field}-hint']/descendant-or-self::span"))
    begins = {"ja": "「公益通報」の場合に限り", "en": "for “whistleblowing” only"}[language]
    assert spared.lstrip("(（").lower().startswith(begins)
