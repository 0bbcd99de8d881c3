"""Recognition on inquiries written for it, and on the traps that common words and other people's sites set."""

import json
from pathlib import Path

import pytest

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory, Recognition, recognise, search
from desk.rules.routing.figures import Expected, figures

DIRECTORY = Directory.of(read(ORGANISATION.read_text("utf-8"), "organisation.toml"))
ROWS = [json.loads(line) for line in (Path(__file__).parent / "inquiries.jsonl").read_text("utf-8").splitlines()]


def look(message: str, subject: str = "", language: str = "ja") -> Recognition:
    return recognise(subject, message, language, DIRECTORY)


def services(message: str, subject: str = "", language: str = "ja") -> list[str]:
    return [service.id for service in look(message, subject, language).services]


def desk(message: str, subject: str = "", language: str = "ja") -> str | None:
    found = look(message, subject, language).desk
    return found.id if found else None


def measured(kept_back: bool) -> list[tuple[Expected, Recognition]]:
    return [
        (
            Expected(frozenset(row["expect"]["services"]), row["expect"]["desk"]),
            recognise(row["subject"], row["message"], row["lang"], DIRECTORY),
        )
        for row in ROWS
        if row["kept_back"] is kept_back
    ]


@pytest.mark.parametrize("kept_back", [False, True])
def test_our_own_inquiries_reach_the_figures_of_the_documentation(kept_back: bool) -> None:
    found = figures(measured(kept_back), DIRECTORY)

    assert found.right / found.rows >= 0.93
    assert found.service_right / found.service_rows >= 0.95
    assert found.wrongly_named / found.other_rows <= 0.02


def test_every_evidence_is_exact_in_the_original() -> None:
    for row in ROWS:
        found = recognise(row["subject"], row["message"], row["lang"], DIRECTORY)
        for recognised in (*found.services, *((found.desk,) if found.desk else ())):
            assert recognised.evidence
            for evidence in recognised.evidence:
                assert evidence.text == row[evidence.field][evidence.start : evidence.end]
                assert evidence.text.strip()


def test_the_words_are_told_with_their_place_in_the_subject_or_the_message() -> None:
    found = look("ＣｏｎｏＨａ　ＷＩＮＧが開きません。", subject="ｺﾉﾊｳｨﾝｸﾞ").services[0]

    told = [(evidence.field, evidence.start, evidence.text) for evidence in found.evidence]
    assert told == [("subject", 0, "ｺﾉﾊｳｨﾝｸﾞ"), ("message", 0, "ＣｏｎｏＨａ　ＷＩＮＧ")]


def test_a_long_vowel_mark_behind_a_name_is_shown_with_it() -> None:
    found = look("お名前.comのレンタルサーバーが重い").services[0]

    assert [evidence.text for evidence in found.evidence] == ["お名前.comのレンタルサーバー"]


@pytest.mark.parametrize(
    "name", ["お名前.com", "おなまえドットコム", "onamae.com", "ONAMAE dot com", "お名前。com", "onamae.con"]
)
def test_one_service_has_many_spellings(name: str) -> None:
    assert services(f"{name}の更新ができません。") == ["onamae"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("コノハのVPSが起動しません", "conoha-vps"),
        ("VPSのコノハに質問です", "conoha-vps"),
        ("ConoHaのことです。WINGのほうの契約を止めたい", "conoha-wing"),
        ("コノハペンシルの文字数", "conoha-pencil"),
        ("ConoHa for GAMEの料金", "conoha-game"),
        ("コノハで契約しているWINGの料金", "conoha-wing"),
        ("ConoHaのアカウントを消したい", "conoha"),
        ("お名前.comで借りているレンタルサーバーの容量", "onamae-server"),
        ("お名前.comのネームサーバーの変更", "onamae"),
    ],
)
def test_a_family_with_its_kind_is_the_member(message: str, expected: str) -> None:
    assert services(message) == [expected]


def test_a_domain_and_a_server_of_one_house_are_two_services() -> None:
    message = "お名前.comのレンタルサーバーは解約しますが、お名前.comのドメインは残します。"

    assert services(message) == ["onamae-server", "onamae"]


def test_two_services_come_in_the_order_in_which_they_are_named() -> None:
    assert services("ムームードメインからお名前.comへ移したいです。") == ["muumuu-domain", "onamae"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("https://identity.c3j1.conoha.io/v3 が401です", ["conoha-vps"]),
        ("https://www.conoha.jp/wing/ の料金表について", ["conoha-wing"]),
        ("dns01.muumuu-domain.com が答えません", ["muumuu-domain"]),
        ("01.dnsv.jp が答えません", ["onamae"]),
        ("coin.z.com/jp/ に入れません", ["gmo-coin"]),
        ("z.com のVPSが止まりました", ["z-com"]),
        ("https://coolwaltz.com/ を見てください", []),
        ("https://a-z.com/ を見てください", []),
        ("https://lolipop.jp.example.net/ を見てください", []),
        ("https://conoha-fan.example/ を見てください", []),
    ],
)
def test_an_address_counts_only_by_its_whole_host(message: str, expected: list[str]) -> None:
    assert services(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "先日の方のお名前を教えてください。",
        "このはがきをどこに出せばよいですか。",
        "光がまぶしい部屋でした。",
        "Which wing of the building is the reception in?",
        "What is the value domain of this function?",
        "The sign above the door is broken.",
        "Lollipops for everyone!",
    ],
)
def test_common_words_name_no_service(message: str) -> None:
    assert services(message, language="ja" if not message.isascii() else "en") == []


@pytest.mark.parametrize(
    "rival", ["さくらのVPS", "エックスサーバー", "GoDaddy", "あおぞら銀行", "クラウドサイン", "楽天証券"]
)
def test_rivals_name_nothing(rival: str) -> None:
    assert look(f"{rival}にログインできません。") == Recognition()


def test_what_is_set_aside_is_not_the_subject() -> None:
    assert services("ConoHaの件ではありません。お名前.comの更新料を教えてください。") == ["onamae"]
    assert services("I left ConoHa, so ignore it. My domain is at Onamae.com.", language="en") == ["onamae"]


@pytest.mark.parametrize(
    "message",
    [
        "創業はいつですか。返信は aoi@aa.gmobb.jp までお願いします。",
        "When were you founded? Please reply to aoi@aa.gmobb.jp.",
        "創業はいつですか。\n\n青井\naoi@aa.gmobb.jp",
        "創業はいつですか。メールアドレスはこちらです aoi@aa.gmobb.jp",
    ],
)
def test_a_mailbox_for_the_answer_is_not_the_subject(message: str) -> None:
    assert services(message) == []


def test_what_stands_below_a_signature_line_is_not_the_subject() -> None:
    assert services("May we visit you with our class?\n-- \nThis mail was sent from ConoHa VPS", language="en") == []
    assert services("ConoHa VPSが再起動しません。\n-- \n鈴木", language="ja") == ["conoha-vps"]


def test_a_mailbox_that_is_asked_about_is_the_subject() -> None:
    assert services("aoi@aa.gmobb.jp で受信できません。") == ["tokutoku-bb"]


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


def test_where_nothing_is_certain_nothing_is_said() -> None:
    assert look("よろしくお願いします。", subject="質問") == Recognition()
    assert look("") == Recognition()


def test_a_longer_everyday_phrase_takes_the_weight_of_the_words_inside_it() -> None:
    assert desk("覚えのない広告メールが届きます。") == "spam-abuse-report"
    assert desk("覚えのないものが迷惑メールフォルダにあります。") is None


def test_a_desk_that_the_organisation_does_not_have_is_never_named() -> None:
    text = ORGANISATION.read_text("utf-8").replace('id = "press"', 'id = "media"')
    without = Directory.of(read(text, "organisation.toml"))

    assert recognise("", "新聞記者です。取材をお願いします。", "ja", without).desk is None


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
    assert expected in search(query, "ja", DIRECTORY)


def test_the_search_for_nothing_finds_nothing() -> None:
    assert search(" ー ", "ja", DIRECTORY) == ()
    assert search("存在しない名前", "ja", DIRECTORY) == ()
