"""Everyday words carry no desk by themselves, however many stand together; beside a word of the desk they count."""

import pytest

from .looked import desk, services


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("担当者の顔写真と実名をネットに載せておきました。", "ja"),
        ("担当者の実名と顔写真、もう知っています。", "ja"),
        ("広報も社長も大卒だろ。写真を見たぞ。", "ja"),
        ("I will come to your office and find your staff.", "en"),
        ("If your staff come near me again, I come to your office.", "en"),
        ("I teach piano, and your staff were rude to me.", "en"),
        ("Your support agent is useless. Go back to school.", "en"),
        ("Your receptionist will see me in the parking lot.", "en"),
    ],
)
def test_everyday_words_alone_propose_no_desk(message: str, language: str) -> None:
    assert desk(message, language=language) is None


def test_a_service_beside_everyday_words_is_named() -> None:
    message = "ConoHa VPSの解約をしたいです。担当者の顔写真を載せておきました。"
    assert (services(message), desk(message)) == (["conoha-vps"], None)


@pytest.mark.parametrize(
    ("message", "language", "expected"),
    [
        ("私の顔写真を無断転載されました。削除をお願いします。", "ja", "rights-infringement"),
        ("広報の方に取材を申し込みたいです。", "ja", "press"),
        ("I apply for the position of engineer.", "en", "recruiting"),
        ("We would like to discuss a partnership with your office.", "en", "partnership"),
        ("店長が横領しています。", "ja", "whistleblowing"),
    ],
)
def test_beside_a_word_of_the_desk_they_count(message: str, language: str, expected: str) -> None:
    assert desk(message, language=language) == expected
