"""Whoever chose a desk of the company's own is not led away from it, and whoever did not is led to it."""

from collections.abc import Iterator

import pytest
from people import EMMA, HANAKO, Customer
from reading import Client, words
from served import served

from desk import places

IR = '[[desk]]\nid = "ir"'
OWN = """[[desk]]
id = "lost-property"
name = { ja = "お忘れ物", en = "Lost property" }
what = { ja = "車内や駅でのお忘れ物", en = "what was left in trains and stations" }
mailbox = "lost@example.com"
terms = ["忘れ物", "lost property"]

[[desk]]
id = "delay"
name = { ja = "遅延", en = "Delays" }
what = { ja = "遅延証明書", en = "certificates of delay" }
mailbox = "delay@example.com"

"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a railway with two desks of its own is served."""
    folder = tmp_path_factory.mktemp("own-desk")
    facts = places.ORGANISATION.read_text("utf-8").replace(IR, OWN + IR, 1)
    (folder / "own.toml").write_text(facts, "utf-8")
    with served(folder / "data", organisation=folder / "own.toml", limit_address=100_000) as running:
        yield running.origin


@pytest.fixture
def client(origin: str) -> Iterator[Client]:
    with Client(origin) as visitor:
        yield visitor


def advice(client: Client, customer: Customer, **typed: str) -> list[str]:
    page = client.post(f"/{customer.language}/inquiries", customer.typed(**typed))
    return [words(section) for section in page.all("//section[@class='advice']")]


@pytest.mark.parametrize(
    ("customer", "subject", "message", "quoted"),
    [
        (HANAKO, "忘れ物", "電車に傘を忘れました。忘れ物はどこですか。", "「忘れ物」"),
        (EMMA, "Umbrella", "Where is your lost property office? I left my umbrella.", "“lost property”"),
    ],
)
def test_it_is_proposed_by_the_words_of_the_file(
    client: Client, customer: Customer, subject: str, message: str, quoted: str
) -> None:
    (said,) = advice(client, customer, subject=subject, message=message, topic="general")
    assert quoted in said
    assert {"ja": "お忘れ物", "en": "Lost property"}[customer.language] in said


@pytest.mark.parametrize("topic", ["lost-property", "delay"])
def test_the_company_at_large_is_not_proposed_to_whoever_chose_it(client: Client, topic: str) -> None:
    assert (
        advice(client, HANAKO, subject="お願い", message="傘をお借りしたままです。駐車場と最寄り駅は。", topic=topic)
        == []
    )
    assert advice(client, HANAKO, subject="傘", message="傘を忘れました。落とし物でしょうか。", topic=topic) == []


def test_another_desk_is_still_proposed_to_them(client: Client) -> None:
    (said,) = advice(client, HANAKO, subject="取材", message="記者です。取材をお願いします。", topic="delay")
    assert "「取材」" in said


def test_who_chose_a_desk_that_the_lists_know_is_still_told_of_the_company_at_large(client: Client) -> None:
    (said,) = advice(client, HANAKO, subject="傘", message="傘を忘れました。落とし物でしょうか。", topic="ir")
    assert "会社全般" in said
