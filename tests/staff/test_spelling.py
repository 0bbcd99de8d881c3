"""Where a finding is said to stand in a disguised spelling, and where its field asks for that spelling."""

from collections.abc import Callable

from colleagues import HANA, Desk
from reading import Page, words

SPELT = {
    language: f"//li[@class='finding']//dt[.='{heading}']/following-sibling::dd"
    for language, heading in (("en", "Spelling"), ("ja", "表記"))
}
SPELLING = SPELT["en"]


def spelling(page: Page) -> list[str]:
    return [words(one) for one in page.all(SPELLING)]


def test_kana_is_no_disguise_where_kana_is_asked_for(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    page = at_work(HANA).get(f"/staff/inquiries/{arrive(kana='シネ バカ')}")
    assert page.all("//li[@class='finding']")
    assert spelling(page) == []


def test_elsewhere_it_is_said(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    assert spelling(at_work(HANA).get(f"/staff/inquiries/{arrive(message='担当者はタヒね。')}")) == ["disguised"]


def test_who_spells_by_ear_disguises_nothing(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    receipt = arrive(message="ill be bringin my dads shotgn to ur counter since u lost my parcle")
    said = {
        language: set(map(words, at_work(HANA, language).get(f"/staff/inquiries/{receipt}").all(SPELT[language])))
        for language in SPELT
    }
    assert said["en"] == {"informal or with mistakes, read as it was likely meant"}
    assert said["ja"] == {"話し言葉やつづりの誤りがあるため、意味を推測して読んでいます"}


def test_of_initials_it_is_said_how_they_are_read(at_work: Callable[..., Desk], arrive: Callable[..., str]) -> None:
    receipt = arrive(message="First letters only, for the lady at your desk:\nCan you\nRead?\nEven\nThe\nInfants\nNod.")
    assert spelling(at_work(HANA).get(f"/staff/inquiries/{receipt}")) == [
        "the first letters of the lines, read downwards"
    ]
