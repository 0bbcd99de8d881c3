"""Which desk an inquiry is for, and when it is for one although it names a service."""

import pytest

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory, recognise

from .looked import desk, services


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("株主です。ConoHaの売上は今期の決算でどの区分に入りますか。", "ir"),
        ("新聞記者です。お名前.comの障害について広報の方に取材を申し込みます。", "press"),
        ("ConoHaの開発職の中途採用に応募したいです。面接は日本語だけですか。", "recruiting"),
        ("GMOコインを騙るフィッシングメールが届きました。偽サイトのURLを送ります。", "spam-abuse-report"),
        ("ドメインNaviに脆弱性を見つけました。XSSです。", "vulnerability-report"),
        ("ロリポップのサイトに写真を無断転載されました。著作権者です。", "rights-infringement"),
        ("警察署の者です。お名前.comの契約者について捜査関係事項照会書を送ります。", "law-enforcement"),
    ],
)
def test_a_service_that_is_mentioned_but_not_the_subject_leaves_the_desk(message: str, expected: str) -> None:
    assert (services(message), desk(message)) == ([], expected)


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("受付時間について伺います。12月の営業時間を教えてください。", "ja"),
        ("受付の方の対応についてです。本日は営業していますか。", "ja"),
        ("When is your office open in December? I would like to visit the lobby exhibition.", "en"),
    ],
)
def test_who_asks_when_somebody_is_there_offers_no_business(message: str, language: str) -> None:
    assert desk(message, language=language) is None


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("ConoHaのカレンダーの絵はだれが描いたのですか。", "ja"),
        ("Who painted the ConoHa girl on your calendar?", "en"),
    ],
)
def test_a_bystander_who_names_a_service_is_sent_to_none(message: str, language: str) -> None:
    assert services(message, language=language) == []


@pytest.mark.parametrize(
    ("message", "language", "expected"),
    [
        ("記者です。私のサイトが開けません。お名前.comで更新したのに失効と表示されます。", "ja", "onamae"),
        ("SUZURIで作った服の色が画面と違います。交換してもらえますか。", "ja", "suzuri"),
        ("Our shop on ConoHa WING fails when customers pay. How do I restore it?", "en", "conoha-wing"),
        ("My invoice at Onamae.com shows the wrong company. How do I change it?", "en", "onamae"),
    ],
)
def test_a_customer_is_sent_to_the_service_whatever_the_customer_is_besides(
    message: str, language: str, expected: str
) -> None:
    assert (services(message, language=language), desk(message, language=language)) == ([expected], None)


def test_a_name_without_a_word_of_use_is_still_the_service() -> None:
    assert services("お名前.com") == ["onamae"]
    assert services("Onamae.com", language="en") == ["onamae"]


def test_a_name_that_is_a_host_too_is_weighed_as_a_name() -> None:
    message = "Onamae.com charged my card twice. Police or a journalist must not be needed for a refund."

    assert services(message, language="en") == ["onamae"]


def test_a_class_at_the_door_is_no_offer() -> None:
    assert desk("授業の一環で本社の見学を希望しています。ご検討ください。") == "general"


def test_a_word_is_counted_only_so_often_and_the_answer_stays() -> None:
    assert desk("株主です。") == "ir"
    assert desk("株主" * 2500) == "ir"


def test_a_longer_everyday_phrase_takes_the_weight_of_the_words_inside_it() -> None:
    assert desk("覚えのない広告メールが届きます。") == "spam-abuse-report"
    assert desk("覚えのないものが迷惑メールフォルダにあります。") is None


def test_a_copy_of_an_invoice_is_nobodys_request_for_their_data() -> None:
    assert desk("回線が三日前から繋がりません。請求書と画面の写しを添付しました。") is None
    assert desk("開示請求書の写しを同封します。私の個人情報を開示してください。") == "personal-data"


def test_a_desk_that_the_organisation_does_not_have_is_never_named() -> None:
    text = ORGANISATION.read_text("utf-8").replace('id = "press"', 'id = "media"')
    without = Directory.of(read(text, "organisation.toml"))

    assert recognise("", "新聞記者です。取材をお願いします。", "ja", without).desk is None
