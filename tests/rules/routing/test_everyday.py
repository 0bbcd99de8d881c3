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


@pytest.mark.parametrize(
    ("message", "language", "expected"),
    [
        ("週刊誌の記者です。広報の方とお話しできますか。", "ja", "press"),
        ("新聞社の者です。写真を一枚いただけますか。", "ja", "press"),
        ("地元のテレビ局の者です。駐車場で生放送をしたいのですが。", "ja", "press"),
        ("代理人の弁護士です。和解の件でご連絡しました。", "ja", "law-enforcement"),
        ("弁護士の佐藤と申します。裁判で使う記録の件です。", "ja", "law-enforcement"),
        ("短大の学生です。秋から雇っていただけますか。", "ja", "recruiting"),
        ("We are a police agency and the court asks for account data.", "en", "law-enforcement"),
        ("I am the judge's clerk and need an address for the court.", "en", "law-enforcement"),
        ("Local radio here, filming on camera with your president next week.", "en", "press"),
        ("I'm a reporter. Who talks to the press?", "en", "press"),
        ("Please delete my name and address from your marketing emails.", "en", "personal-data"),
        ("Do you have jobs for an engineer? I speak English.", "en", "recruiting"),
    ],
)
def test_who_says_what_they_are_or_asks_for_themselves_is_led_to_their_desk(
    message: str, language: str, expected: str
) -> None:
    assert desk(message, language=language) == expected


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("マスコミにばらすぞ。記者も来る。広報に言っとけ。", "ja"),
        ("俺の友達は記者だ。週刊誌に全部話す。", "ja"),
        ("弁護士を立てました。和解する気はありません。", "ja"),
        ("弁護士も警察も呼んだ。覚悟しろ。", "ja"),
        ("こんな人を雇っているんですか。学歴を教えてください。", "ja"),
        ("I will go to the police and the court.", "en"),
        ("My brother is a reporter at the newspaper, so be careful.", "en"),
        ("I'm filming your staff tomorrow, on camera, for my podcast.", "en"),
        ("Delete your marketing department, you idiots.", "en"),
    ],
)
def test_the_same_words_told_of_others_propose_no_desk(message: str, language: str) -> None:
    assert desk(message, language=language) is None
