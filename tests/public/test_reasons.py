"""Why another topic is proposed: the visitor's own words, whole, the weightiest first, and no more than say it."""

import pytest
from people import EMMA, HANAKO, Customer
from reading import Client, words

from desk.rules.inquiry import Draft
from desk.rules.routing import Evidence
from desk.rules.routing.whole import reasons, whole
from desk.rules.routing.words import faint


def reason(client: Client, customer: Customer, message: str) -> str:
    page = client.post(f"/{customer.language}/inquiries", customer.typed(subject="-", message=message))
    return words(page.one("//section[@class='advice']/p[1]"))


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("Someone published my book on a site that you host without permission.", "wrote “published”, “my book”, this"),
        ("I found an XSS hole on your corporate site.", "wrote “XSS”, “hole”, this"),
        ("My boss takes bribes, and I fear for my job if I speak up.", "wrote “My boss”, “bribes”, “job”, this"),
        ("I use a screen reader and cannot read your website.", "wrote “screen reader”, “your website”, this"),
        ("A site on your server sells fakes of our brand.", "wrote “sells fakes”, “brand”, this"),
        ("I am deaf and cannot use the telephone.", "wrote “deaf”, this"),
        ("People name your company in a video? My boss falsified hours.", "wrote “My boss”, “falsified”, this"),
        ("I am naming your company in a video. I work part-time.", "wrote “I work”, “company”, this"),
    ],
)
def test_the_weightiest_words_come_first_and_none_that_only_goes_with_them(
    client: Client, message: str, shown: str
) -> None:
    assert shown in reason(client, EMMA, message)


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("インターネットの歴史の本を出版しました。献本いたします。", "「本を出版しました」"),
        ("御社の歴史の本を出版する予定です。", "「本を出版する」"),
        ("御社の歴史の本を出しました。", "「本を出しました」"),
        ("本を出版したいので、写真を使わせてください。", "「本を出版したい」「写真」"),
    ],
)
def test_a_verb_of_two_kanji_is_quoted_to_its_end(client: Client, message: str, shown: str) -> None:
    assert f"{shown}とのご記入" in reason(client, HANAKO, message)


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("お前個人の情報を開示しろ。", "「個人」「情報を開示しろ」"),
        ("退会した際個人情報を削除してください。", "「退会した」「個人情報を削除してください」"),
        ("今個人情報を開示してください。", "「個人情報を開示してください」"),
        ("広報ご担当者様 取材をお願いします。", "「広報」「取材」"),
        ("株主としてのお願いです。総会について。", "「株主」「総会」"),
        ("聴覚障がいがあり、電話が使えません。", "「聴覚障がい」"),
        ("ペネトレーションテストの見積もりをお願いしたい。", "「ペネトレーションテスト」"),
    ],
)
def test_neither_the_end_of_the_word_before_nor_the_beginning_of_the_next_is_quoted(
    client: Client, message: str, shown: str
) -> None:
    assert f"{shown}とのご記入" in reason(client, HANAKO, message)


@pytest.mark.parametrize(
    ("text", "cue", "word"),
    [
        ("社員の皆様へ。", "社員の皆", "社員の皆様"),
        ("その前個人の話を。", "個人", "個人"),
        ("でタンスの角に", "でタ", "タ"),
    ],
)
def test_what_is_a_word_by_itself_stays_with_its_own(text: str, cue: str, word: str) -> None:
    start = text.index(cue)
    assert whole(text, start, start + len(cue)) == word


def test_a_word_that_only_goes_with_others_is_quoted_where_no_other_says_why() -> None:
    said = Evidence("message", 0, 6, "cannot", faint=True)
    assert reasons([said], Draft(message="cannot")) == ["cannot"]


def test_at_most_three_words_are_quoted(client: Client) -> None:
    message = "I am a reporter. May I have an interview for my newspaper article, a quote and a press photo?"
    assert reason(client, EMMA, message).count("“") == 3 + 1  # and the topic


def test_words_that_only_go_with_others_are_no_empty_list_in_either_language() -> None:
    assert {"cannot", "したい"} <= set(faint())
