"""The people of the tests, each with a story."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Customer:
    """Somebody who writes to the desk, and what they would type."""

    language: str
    name: str
    email: str
    subject: str
    message: str
    kana: str = ""
    company: str = ""
    phone: str = ""
    topic: str = "general"

    def typed(self, **other: str) -> dict[str, str]:
        """The form as this customer fills it in, with a tick at the end."""
        names = ("topic", "name", "kana", "company", "email", "phone", "subject", "message")
        return {**{name: getattr(self, name) for name in names}, "consent": "yes", **other}


HANAKO = Customer(
    language="ja",
    name="佐々木 花子",
    kana="ササキ ハナコ",
    email="hanako.sasaki@example.jp",
    phone="03-1234-5678",
    subject="本社見学について",
    message="お世話になっております。\r\n学校の授業で本社を見学したいと考えております。\r\n\r\nご検討をお願いいたします。",
)
"""A teacher who wants to bring her class."""

EMMA = Customer(
    language="en",
    name="Emma Clarke",
    email="emma@example.org",
    company="Clarke & Daughters",
    subject="A question from my daughter",
    message="Hello,\r\n\r\nMy daughter asks why your logo is blue.\r\nCould somebody tell her?",
)
"""A mother who does not read Japanese."""

CUSTOMERS = {customer.language: customer for customer in (HANAKO, EMMA)}
