"""Searching the directory: which services a reader finds by which words."""

import pytest

from desk import texts
from desk.public.finding import find

SERVICES = texts.organisation(None).services


def found(query: str) -> list[str]:
    return [service.id for service in find(query, SERVICES)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("電子証明書の更新", "globalsign"),
        ("暗号資産取引", "gmo-coin"),
        ("銀行口座", "gmo-aozora"),
        ("ﾚﾝﾀﾙｻｰﾊﾞ", "onamae-server"),
        ("I want to sell handmade goods", "minne"),
        ("クリック証券", "click-sec"),
        ("a private server", "conoha-vps"),
    ],
)
def test_the_service_that_fits_best_comes_first(query: str, first: str) -> None:
    assert found(query)[:1] == [first]


def test_a_name_weighs_more_than_a_description() -> None:
    assert found("cloud")[0] == "gpu-cloud"
    assert "conoha" in found("cloud")


def test_the_beginning_of_another_name_is_enough() -> None:
    assert set(found("コノハ")) >= {"conoha", "conoha-wing"}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "。、！",
        "まったく知らない",
        "サービスについて",
        "can you help me with this?",
        "アカウントを削除したい",
        "art",
    ],
)
def test_words_that_say_nothing_of_a_service_find_none(query: str) -> None:
    assert found(query) == []
