"""The form says how long it keeps what is typed, by the organisation file."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from reading import Client, words
from served import Served

SHIPPED = Path(__file__).parents[2] / "site/desk/organisation.toml"


def kept(client: Client, language: str) -> str:
    return words(client.get(f"/{language}/inquiries").one("//p[@id='kept']"))


def test_the_form_tells_both_times_in_whole_years(client: Client, language: str) -> None:
    said = kept(client, language)
    usual = {"ja": "対応が終わってから2年後に消去", "en": "We erase what you write 2 years after"}
    longer = {"ja": "担当者が確認した場合は、3年後に消去", "en": "customer harassment, we erase it 3 years after"}
    assert usual[language] in said
    assert longer[language] in said


def test_other_times_are_told_in_days_and_one_time_once(
    serve: Callable[..., AbstractContextManager[Served]], tmp_path: Path, language: str
) -> None:
    own = tmp_path / "organisation.toml"
    shipped = SHIPPED.read_text("utf-8")
    own.write_text(shipped.replace("inquiries = 730", "inquiries = 100").replace("= 1095", "= 100"), "utf-8")
    with serve(organisation=own) as desk, Client(desk.origin) as client:
        said = kept(client, language)
    assert {"ja": "100日後に消去", "en": "100 days after"}[language] in said
    assert said.count("100") == 1
