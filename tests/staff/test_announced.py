"""Violence that is announced is found as two acts at the same words, and the second says which finding it goes with."""

from collections.abc import Callable

import pytest
from colleagues import HANA, Desk
from reading import words

WHY = "/following-sibling::dl/div[dt[.='Why' or .='理由']]/dd"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("担当者を殴ってやる。", {"en": "The words are those of finding 1:", "ja": "1番の箇所と同じ言葉です。"}),
        (
            "担当者を殴ってやる。夜道に気をつけろよ。",
            {"en": "Some of the words are those of finding 1:", "ja": "一部は1番の箇所と同じ言葉です。"},
        ),
    ],
)
def test_the_threat_says_whose_words_it_shares(
    at_work: Callable[..., Desk], arrive: Callable[..., str], message: str, said: dict[str, str], language: str
) -> None:
    page = at_work(HANA, language).get(f"/staff/inquiries/{arrive(message=message)}")
    acts = "//li[@class='finding']/p[.//a[contains(@href, '{act}')]]"
    (why,) = page.all(acts.format(act="#act.threat") + WHY)
    assert words(why).startswith(said[language])
    assert page.all(acts.format(act="#act.violence") + WHY) == []


def test_a_threat_with_words_of_its_own_shares_none(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    receipt = arrive(message="昨日、受付の女を殴りました。夜道に気をつけろよ。")
    page = at_work(HANA).get(f"/staff/inquiries/{receipt}")
    assert [words(one)[2:] for one in page.all("//p[@class='finding-act']")] == [
        "Acts of violence", "Threatening or intimidating statements or actions",
    ]  # fmt: skip
    assert page.all("//section[@class='findings']//dt[.='Why']") == []
