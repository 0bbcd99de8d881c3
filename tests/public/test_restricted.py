"""A desk with few readers says so wherever its sender looks, and no other desk does."""

from base64 import urlsafe_b64decode

import pytest
from people import Customer
from reading import Client, words

FEW = "whistleblowing"
SAYS = {
    "ja": "対応にあたる担当者と、社内の限られた責任者・管理者のみが拝見します。",
    "en": "is read only by the staff who deal with it and by a few supervisors and administrators.",
}
ON_THE_FORM = {"ja": "「公益通報」として", "en": "“Whistleblowing” is read only by the staff who"}


@pytest.mark.parametrize(
    ("topic", "without"),
    [(FEW, {}), (FEW, {"name": "", "email": ""}), ("general", {}), ("service:conoha", {})],
    ids=["restricted", "restricted and nameless", "general", "a service"],
)
def test_that_few_read_it_stands_on_the_check_page_and_the_receipt_of_a_restricted_desk_alone(
    client: Client, customer: Customer, topic: str, without: dict[str, str]
) -> None:
    language = customer.language
    check = client.post(f"/{language}/inquiries", customer.typed(topic=topic, **without))
    sent = client.get(client.send(f"/{language}/inquiries/send", check.values).headers["location"])
    for page in (check, sent):
        assert (SAYS[language] in words(page.one("//main"))) is (topic == FEW)
    (there,) = [link.get("href") for link in sent.all("//ul[@class='languages']//a")]
    other = client.get(there)
    assert (SAYS[other.language] in words(other.one("//main"))) is (topic == FEW)


@pytest.mark.parametrize("topic", [FEW, "general"])
def test_the_form_names_the_topic_that_few_read_and_tells_whoever_hears_it_once_that_is_chosen(
    client: Client, language: str, topic: str
) -> None:
    page = client.get(f"/{language}/inquiries?topic={topic}")
    assert all(said in page.said("topic-few") for said in (ON_THE_FORM[language], SAYS[language]))
    described = (page.one("//select[@id='topic']").get("aria-describedby") or "").split()
    assert ("topic-few" in described) is (topic == FEW)


def test_the_address_of_the_receipt_does_not_tell_that_few_read_it_nor_that_no_address_was_given(
    client: Client, customer: Customer
) -> None:
    sent = []
    for without in ({"topic": FEW, "name": "", "email": ""}, {"topic": FEW}, {}):
        check = client.post(f"/{customer.language}/inquiries", customer.typed(**without))
        sent.append(client.send(f"/{customer.language}/inquiries/send", check.values).headers["location"])
    assert len({len(address) for address in sent}) == 1
    for address in sent:
        head = address.rpartition("/")[2].partition(".")[0]
        assert b"receipt" not in urlsafe_b64decode(head + "=" * (-len(head) % 4))
