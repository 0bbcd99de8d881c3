"""The search of the directory: by what people call a service, and whether the query surely names it."""

import pytest

from desk.rules.routing import Sought, search

from .looked import DIRECTORY


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("コノハ", "conoha"),
        ("ｗｉｎｇ", "conoha-wing"),
        ("レンサバ", "onamae-server"),
        ("電子契約", "gmo-sign"),
        ("crypto", "gmo-coin"),
        ("ペパボ", "minne"),
    ],
)
def test_the_search_finds_services_by_what_people_call_them(query: str, expected: str) -> None:
    assert expected in search(query, "ja", DIRECTORY).services


def test_the_search_for_nothing_finds_nothing() -> None:
    assert search(" ー ", "ja", DIRECTORY) == Sought()
    assert search("存在しない名前", "ja", DIRECTORY) == Sought()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("お名前.comの更新料", True),
        ("電子契約", False),
        ("新聞記者です。お名前.comの取材をお願いします。広報の方に。", False),
    ],
)
def test_the_search_knows_whether_the_query_is_about_a_service_by_name(query: str, named: bool) -> None:
    assert search(query, "ja", DIRECTORY).named is named
