"""Recognition on inquiries written for it, and on the traps that common words and other people's sites set."""

import json
from pathlib import Path

import pytest

from desk.rules.inquiry import MOST
from desk.rules.routing import Recognition, recognise
from desk.rules.routing.figures import Expected, figures
from desk.rules.routing.squash import squash

from .looked import DIRECTORY, look, services

ROWS = [json.loads(line) for line in (Path(__file__).parent / "inquiries.jsonl").read_text("utf-8").splitlines()]


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


@pytest.mark.parametrize("filling", ["\ufdfa" * 556, "、" * 10_000], ids=["unfolded", "as it was typed"])
def test_nothing_is_read_beyond_twice_the_letters_of_the_longest_message(filling: str) -> None:
    assert services("ConoHa WING" + filling) == ["conoha-wing"]
    assert services(filling + "ConoHa WING") == []


def test_the_last_words_of_the_longest_message_are_read_however_it_abbreviates() -> None:
    message = "㈱の㎡、" * 1247 + "ConoHa WING"
    (found,) = look(message).services

    assert len(message) <= MOST["message"]
    assert [(evidence.start, evidence.text) for evidence in found.evidence] == [(4988, "ConoHa WING")]


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


def test_where_nothing_is_certain_nothing_is_said() -> None:
    assert look("よろしくお願いします。", subject="質問") == Recognition()
    assert look("") == Recognition()


@pytest.mark.parametrize(
    "message",
    [
        "配達が遅れることとなった理由を教えてください。",  # トート
        "昨日もおとといも配達がありませんでした。",
        "商店街の会合の日程を変えてもらいたいです。",  # ライター
        "虫をつぶすのに困りました。",  # ブース
        "音を止めるよう頼んでもむだでした。",  # メール
    ],
)
def test_a_word_with_long_vowel_marks_does_not_stand_in_hiragana_that_has_none(message: str) -> None:
    drawn = {hit.surface for hit in DIRECTORY.lexicon.scan(squash(message)).hits}

    assert drawn.isdisjoint({"とと", "らいた", "ぶす", "める"})


@pytest.mark.parametrize("typed", ["ライター", "ライタ", "ﾗｲﾀｰ", "らいたー"])
def test_such_a_word_is_found_however_it_is_typed(typed: str) -> None:
    found = look(f"フリーの{typed}です。記事の取材をお願いします。").desk

    assert found is not None
    assert typed in [evidence.text for evidence in found.evidence]
