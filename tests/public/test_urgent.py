"""What cannot wait: said to everybody alike, so that nothing a visitor is shown depends on what they wrote."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from people import CUSTOMERS, Customer
from reading import Client, Page
from served import Served

from desk import places

Serve = Callable[..., AbstractContextManager[Served]]
IN_DANGER = {"ja": "もう死にたいです。助けてください。", "en": "I want to die. Please help me."}


def receipt_page(client: Client, customer: Customer, **typed: str) -> Page:
    check = client.post(f"/{customer.language}/inquiries", customer.typed(**typed))
    return client.get(client.send(f"/{customer.language}/inquiries/send", check.values).headers["location"])


def test_whom_to_call_stands_on_the_form_and_on_every_receipt_whatever_was_written(
    client: Client, customer: Customer, desk: Served
) -> None:
    note = desk.context.organisation.urgent_note
    assert note is not None
    pages = [
        client.get(f"/{customer.language}/inquiries"),
        client.post(f"/{customer.language}/inquiries", {}, status=422),
        receipt_page(client, customer),
        receipt_page(client, customer, message=IN_DANGER[customer.language]),
        receipt_page(client, customer, topic="whistleblowing", name="", email=""),
    ]
    assert [page.said("urgent") for page in pages] == [note.in_(customer.language)] * len(pages)


@pytest.mark.parametrize("own", ["", 'urgent_note = { ja = "急ぎ", en = "Haste" }'], ids=["none", "its own"])
def test_a_company_says_it_in_its_own_words_or_not_at_all(
    serve: Serve, tmp_path: Path, language: str, own: str
) -> None:
    shipped = places.ORGANISATION.read_text("utf-8").splitlines()
    lines = [own if line.startswith("urgent_note =") else line for line in shipped]
    (tmp_path / "organisation.toml").write_text("\n".join(lines), "utf-8")
    with serve(organisation=tmp_path / "organisation.toml") as desk, Client(desk.origin) as client:
        for page in (client.get(f"/{language}/inquiries"), receipt_page(client, CUSTOMERS[language])):
            said = [page.said("urgent")] if page.all("//*[@id='urgent']") else []
            assert said == ([{"ja": "急ぎ", "en": "Haste"}[language]] if own else [])


def test_the_shipped_note_names_the_same_in_both_languages(desk: Served) -> None:
    note = desk.context.organisation.urgent_note
    assert note is not None
    pairs = (
        ("身の危険", "danger"),
        ("けが", "injur"),
        ("急病", "ill"),
        ("火災", "fire"),
        ("110", "110"),
        ("119", "119"),
    )
    assert all(ja in note.in_("ja") and en in note.in_("en") for ja, en in pairs)
