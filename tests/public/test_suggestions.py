"""The right place in one step: proposed on the check page, explained, never forced; and the directory."""

from urllib.parse import urlencode

import pytest
from people import EMMA, HANAKO, Customer
from reading import Client, Page, words
from served import Served

from desk.store import counts

ALL_THE_SAME = "You can still send your inquiry to us: continue below."


def advice(page: Page) -> list[str]:
    return [words(section) for section in page.all("//section[@class='advice']")]


def test_a_service_is_proposed_in_the_words_that_name_it(client: Client) -> None:
    page = client.post("/ja/inquiries", HANAKO.typed(subject="ConoHa WINGの請求", message="二重に請求されています。"))
    (said,) = advice(page)
    assert "「ConoHa WING」" in said
    assert page.all("//a[@href='/ja/services/conoha-wing']")
    assert "二重に請求されています。" in page.one("//textarea[@readonly]").text


def test_a_word_inside_another_is_not_quoted_beside_it(client: Client) -> None:
    page = client.post("/ja/inquiries", HANAKO.typed(subject="著作権侵害", message="著作権を侵害されています。"))
    (said,) = advice(page)
    assert "「著作権」" in said
    assert "「著作」" not in said


def test_words_that_touch_are_quoted_as_the_one_that_was_typed(client: Client) -> None:
    page = client.post("/ja/inquiries", HANAKO.typed(subject="決算説明会について", message="資料をいただけますか。"))
    (said,) = advice(page)
    assert "「決算説明会」" in said
    assert "「会」" not in said


@pytest.mark.parametrize(
    ("customer", "message", "shown"),
    [
        (EMMA, "I am dyslexic and cannot read your website.", "“dyslexic”, “your website”, “cannot read”"),
        (EMMA, "I want to report two vulnerabilities.", "“vulnerabilities”, “report”"),
        (EMMA, "Someone copied my photos onto a shop that you host.", "you wrote “copied”, “photos”, this"),
        (HANAKO, "記者です。取材をお願いします。", "「記者です」「取材」"),
        (HANAKO, "銀行を装うフィッシングサイトを見つけました。", "「フィッシング」"),
    ],
)
def test_what_is_quoted_are_whole_words_that_say_something(
    client: Client, customer: Customer, message: str, shown: str
) -> None:
    (said,) = advice(client.post(f"/{customer.language}/inquiries", customer.typed(subject="-", message=message)))
    assert shown in said


@pytest.mark.parametrize(
    ("customer", "message", "shown"),
    [
        (HANAKO, "視覚障害があり、読み上げソフトでは入力できません。", "「視覚障害」「読み上げソフト」「入力」"),
        (HANAKO, "目が悪くて、文字が読みづらいです。", "「目が悪くて」「文字」"),
        (HANAKO, "字が小さくて読めません。", "「字が小さくて」"),
        (
            HANAKO,
            "色覚障害があり、グラフの色が見分けられません。",
            "「色覚障害があり」「見分けられません」",
        ),
        (HANAKO, "御社の社員です。残業代が払われていません。", "「残業代が払われていません」"),
        (HANAKO, "視覚障害の父がサイトを読めないと申しております。", "「読めない」"),
        (HANAKO, "御社のスタッフを名乗る者から電話がありました。", "「名乗る者」"),
        (HANAKO, "駅前で弁当屋をしています。昼に売りに伺ってもよいでしょうか。", "「弁当屋をしています」"),
        (HANAKO, "お弁当を二十個届けます。会議の差し入れにいかがですか。", "「届けます」"),
        (EMMA, "Somebody copied my blog on your server.", "wrote “copied”, “blog”, this"),
        (EMMA, "Please delete my personal data.", "“delete my personal data”"),
    ],
)
def test_what_is_quoted_neither_begins_nor_ends_inside_a_word(
    client: Client, customer: Customer, message: str, shown: str
) -> None:
    (said,) = advice(client.post(f"/{customer.language}/inquiries", customer.typed(subject="-", message=message)))
    assert shown in said


@pytest.mark.parametrize(
    "message",
    [
        "Someone sold our bank details to scammers.",
        "Someone on our estate says that your company sold our bank details to scammers.",
    ],
)
def test_a_reason_of_which_no_whole_word_says_anything_is_not_quoted(client: Client, message: str) -> None:
    (said,) = advice(client.post("/en/inquiries", EMMA.typed(subject="-", message=message)))
    assert "This may be a matter for “Infringement of rights”. If so, change the topic" in said
    assert "you wrote" not in said


def test_two_services_are_both_proposed_and_another_company_is_named(client: Client) -> None:
    page = client.post(
        "/en/inquiries",
        EMMA.typed(subject="ConoHa WING and Lolipop", message="My ConoHa WING and my Lolipop site are down."),
    )
    first, second = advice(page)
    assert "ConoHa WING" in first
    assert "GMO Pepabo, Inc." in second
    assert [words(hint) for hint in page.all("//p[@class='hint']")].count(ALL_THE_SAME) == 1


@pytest.mark.parametrize(
    ("name", "operator"),
    [("Lolipop", "GMO Pepabo, Inc."), ("Z.com", "overseas companies of GMO Internet Group")],
    ids=["one company", "several"],
)
def test_that_others_run_a_service_is_said_alike_of_one_company_and_of_several(
    client: Client, name: str, operator: str
) -> None:
    page = client.post("/en/inquiries", EMMA.typed(subject=name, message=f"My {name} site is down."))
    (said,) = advice(page)
    assert f" is run by {operator}, not by us. Only its own support" in said


def test_no_service_has_a_desk_for_that_is_what_we_have(client: Client) -> None:
    checked = client.post("/en/inquiries", EMMA.typed(subject="ConoHa VPS", message="My ConoHa VPS does not start."))
    (said,) = advice(checked)
    assert "Contact ConoHa VPS support" in said
    assert "desk" not in said
    assert "desk" not in words(client.get("/en/services").one("//p[@class='lead']"))


def test_that_it_can_be_sent_all_the_same_is_said_of_services_only(client: Client) -> None:
    desk = client.post("/en/inquiries", EMMA.typed(subject="Dividend", message="When is the shareholders' meeting?"))
    assert advice(desk)
    assert ALL_THE_SAME not in [words(hint) for hint in desk.all("//p[@class='hint']")]


def test_nothing_is_proposed_where_nothing_is_certain(client: Client, language: str) -> None:
    typed = HANAKO.typed(subject="受付時間について", message="電話の受付時間を教えてください。")
    assert advice(client.post(f"/{language}/inquiries", typed)) == []


def test_no_other_desk_is_proposed_where_the_text_speaks_for_the_chosen_one(client: Client) -> None:
    message = "御社の採用では経験は必要でしょうか。弊社の製品をご提案しております。"
    typed = {"subject": "採用について", "message": message}
    assert len(advice(client.post("/ja/inquiries", HANAKO.typed(topic="press", **typed)))) == 1
    assert advice(client.post("/ja/inquiries", HANAKO.typed(topic="recruiting", **typed))) == []


def test_thanks_are_no_reason_to_stay_with_the_company_at_large(client: Client) -> None:
    typed = HANAKO.typed(
        subject="決算について", message="いつもありがとうございます。株主総会の日程と配当を教えてください。"
    )
    assert len(advice(client.post("/ja/inquiries", typed))) == 1


def test_words_of_every_polite_letter_propose_nothing(client: Client) -> None:
    typed = HANAKO.typed(subject="経験について", message="御社と貴社の皆様へ。C#で5年、開発をしております。")
    assert advice(client.post("/ja/inquiries", typed)) == []


def test_a_subject_that_says_its_desk_does_so_above_a_long_letter_too(client: Client) -> None:
    begin = "先月の二十五日に本社でお会いいただいた高橋と申します。面接のとき、結果は二週間ほどでわかると伺いました。"
    letter = (
        f"{begin}三週間が過ぎた今も届いておりません。迷惑メールの箱も確かめました。他社への返事の期限が今週末に迫って"
        "おりますので、いつごろになるかだけでも教えていただけないでしょうか。どうぞよろしくお願いいたします。"
    )
    for message in (begin, letter):
        (said,) = advice(client.post("/ja/inquiries", HANAKO.typed(subject="面接の結果", message=message)))
        assert "採用" in said


def test_a_desk_that_fits_better_is_one_press_away(client: Client) -> None:
    typed = HANAKO.typed(subject="決算について", message="株主総会の日程と配当を教えてください。")
    page = client.post("/ja/inquiries", typed)
    (button,) = page.all("//section[@class='advice']//button")
    changed = client.post("/ja/inquiries", {**page.values, "go": button.get("value")})
    assert advice(changed) == []
    assert "IR" in changed.text


def test_a_chosen_service_is_answered_with_the_way_there(client: Client, language: str) -> None:
    page = client.post(f"/{language}/inquiries", EMMA.typed(topic="service:gpu-cloud"))
    assert len(advice(page)) == 1
    assert page.all(f"//a[@href='/{language}/services/gpu-cloud']")


def test_who_chose_a_service_is_not_asked_whether_it_is_meant(client: Client, language: str) -> None:
    typed = EMMA.typed(topic="service:conoha-vps", subject="ConoHa VPS", message="My ConoHa VPS does not start.")
    (said,) = advice(client.post(f"/{language}/inquiries", typed))
    asked = {"ja": "でしょうか", "en": "Is this about"}[language]
    chosen = {"ja": "「ConoHa VPS」が選択されています", "en": "You chose “ConoHa VPS”."}[language]
    assert (asked in said, chosen in said) == (False, True)


def test_the_directory_lists_every_service_with_who_runs_it(client: Client, desk: Served, language: str) -> None:
    page = client.get(f"/{language}/services")
    for service in desk.context.organisation.services:
        card = words(page.one(f"//li[@id='{service.id}']"))
        assert service.name.in_(language) in card
        assert (service.operator or desk.context.organisation.name).in_(language) in card


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("WING", ["conoha-wing"]),
        ("ロリポップ", ["lolipop"]),
        ("ドメイン移管", ["onamae", "muumuu-domain", "value-domain", "z-com"]),
        ("I'd like to transfer my domains", ["onamae", "muumuu-domain", "value-domain", "z-com"]),
        ("お名前.comのドメイン移管", ["onamae"]),
        ("SSL証明書の更新", ["globalsign"]),
    ],
)
def test_the_directory_can_be_searched_without_scripts(
    client: Client, language: str, query: str, found: list[str]
) -> None:
    page = client.get(f"/{language}/services?{urlencode({'q': query})}")
    assert found == cards(page)
    assert query == page.one("//input[@id='q']").get("value")
    assert query in page.title


def test_a_search_that_finds_nothing_offers_every_service_and_the_form(
    client: Client, desk: Served, language: str
) -> None:
    page = client.get(f"/{language}/services?q=まったく知らない")
    assert "見つかりません" in page.title if language == "ja" else page.title.startswith("No service found")
    assert len(cards(page)) == len(desk.context.organisation.services)
    assert page.all(f"//main//p/a[@href='/{language}/inquiries']")


def cards(page: Page) -> list[str]:
    return [card.get("id") for card in page.all("//li[@class='card']")]


def test_a_service_leads_to_its_own_contact_address_and_is_counted(client: Client, desk: Served) -> None:
    answer = client.http.get("/ja/services/onamae")
    assert (answer.status_code, answer.headers["location"]) == (303, "https://help.onamae.com/")
    store = desk.context.store
    store.write(lambda _connection, _store, items: [None] * len(items), None).result()  # what was queued before is done
    assert [count.count for count in counts.daily(store) if (count.service_id, count.language) == ("onamae", "ja")] == [
        1
    ]


@pytest.mark.parametrize("service", ["none", "https:", "onamae.com", "ONAMAE"])
def test_there_is_no_way_to_anywhere_else(client: Client, service: str) -> None:
    assert client.http.get(f"/ja/services/{service}").status_code in (400, 404)
