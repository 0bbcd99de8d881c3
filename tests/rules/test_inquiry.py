"""What can be sent, what has to be put right first, and what is stored of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desk.rules.addresses import email_address
from desk.rules.inquiry import FIELDS, MOST, Draft, check, check_tidied, length, likely_typo, phone_number, tidy

TOPICS = frozenset({"general", "ir", "service:onamae"})
GOOD = Draft(name="山田 太郎", email="taro@example.jp", subject="件名", message="本文", consent=True)


def wrong(**other: object) -> list[str]:
    return [problem.field for problem in check(replace(GOOD, **other), TOPICS)]


def said(**other: object) -> str:
    (problem,) = check(replace(GOOD, **other), TOPICS)
    return problem.message % problem.values


def test_a_filled_in_draft_has_no_problem() -> None:
    assert wrong() == []


def test_an_empty_draft_has_one_problem_for_each_required_field_in_the_order_of_the_page() -> None:
    problems = [problem.field for problem in check(Draft(), TOPICS)]
    assert problems == ["name", "email", "subject", "message", "consent"]
    assert problems == sorted(problems, key=FIELDS.index)


@pytest.mark.parametrize("topic", ["ir", "service:onamae", ""])
def test_known_topics_are_taken_and_none_means_general(topic: str) -> None:
    assert wrong(topic=topic) == []


@pytest.mark.parametrize("topic", ["nonsense", "onamae", "service:", "IR"])
def test_unknown_topics_are_a_problem(topic: str) -> None:
    assert wrong(topic=topic) == ["topic"]


def test_a_desk_that_takes_anonymous_inquiries_asks_for_neither_name_nor_address() -> None:
    nobody = replace(GOOD, topic="ir", name="", email="\u200b")
    assert [problem.field for problem in check(nobody, TOPICS)] == ["name", "email"]
    assert check(nobody, TOPICS, anonymous=frozenset({"ir"})) == ()
    assert tidy(nobody).email == ""


def test_what_is_given_to_such_a_desk_is_checked_all_the_same() -> None:
    given = replace(GOOD, topic="ir", name="前\n後", email="nobody", subject="")
    assert [problem.field for problem in check(given, TOPICS, anonymous=frozenset({"ir"}))] == [
        "name",
        "email",
        "subject",
    ]


def test_a_desk_that_takes_anonymous_inquiries_spares_nobody_who_writes_to_another() -> None:
    assert [problem.field for problem in check(replace(GOOD, name=""), TOPICS, anonymous=frozenset({"ir"}))] == ["name"]


@pytest.mark.parametrize("field", ["name", "subject", "message"])
@pytest.mark.parametrize("blank", [" ", "　　", "\r\n", "\u200b", "\u3164", "\u2800\u00a0"])
def test_what_shows_nothing_counts_as_blank(field: str, blank: str) -> None:
    assert wrong(**{field: blank}) == [field]


@pytest.mark.parametrize("field", ["name", "company", "subject"])
@pytest.mark.parametrize("mark", ["\n", "\r\n", "\u2028", "\u202e", "\u2066", "\x07", "\x85"])
def test_one_line_fields_hold_neither_line_breaks_nor_controls(field: str, mark: str) -> None:
    assert wrong(**{field: f"前{mark}後"}) == [field]


@pytest.mark.parametrize("field", ["name", "company", "subject", "message"])
def test_the_longest_text_is_taken_and_one_more_is_told_in_figures(field: str) -> None:
    most = MOST[field]
    assert wrong(**{field: "あ" * most}) == []
    assert f"{most + 1:,}" in said(**{field: "あ" * (most + 1)})


def test_a_line_break_counts_once_and_an_emoji_of_one_code_point_once() -> None:
    assert length("a\r\nb\n😀") == 5
    assert wrong(message="\r\n" * 2499 + "あ" * 2501) == []


@pytest.mark.parametrize(
    "email",
    [
        "taro@example.jp",
        "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ",
        "  taro@example.jp\u3000",
        "o'hara+desk@mail.example.co.uk",
        "a..b.@docomo.ne.jp",
        "taro@日本語.jp",
        "x@a-b.museum",
    ],
)
def test_addresses_as_people_have_them_are_taken(email: str) -> None:
    assert wrong(email=email) == []


@pytest.mark.parametrize(
    "email",
    [
        "taro",
        "taro@",
        "@example.jp",
        "taro@example",
        "a@b@example.jp",
        "a@x.jp,b@x.jp",
        "a@x.jp b@x.jp",
        "a..b@example.jp",
        ".a@example.jp",
        "<taro@example.jp>",
        "taro@-x.jp",
        "taro@example.jp\r\nBcc: all@example.jp",
        "a" * 65 + "@example.jp",
        "太郎@example.jp",
        f"a@{'b' * 63}.{'c' * 63}.{'d' * 63}.{'e' * 63}.jp",
        "a@127.0.0.1",
        'a"b@example.jp',
        "=?utf-8?q?a?=@example.jp",
    ],
)
def test_what_is_no_single_address_is_a_problem(email: str) -> None:
    assert wrong(email=email) == ["email"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a@gmial.com", "a@gmail.com"),
        ("a@gmail.con", "a@gmail.com"),
        ("a@gmai.com", "a@gmail.com"),
        ("a@hotmial.com", "a@hotmail.com"),
        ("a@yahoo.co.jo", "a@yahoo.co.jp"),
        ("a@docomo.ne.jpp", "a@docomo.ne.jp"),
        ("a@company.co.jo", "a@company.co.jp"),
        ("a@shop.con", "a@shop.com"),
        ("a@GMIAL.com", "a@gmail.com"),
    ],
)
def test_a_likely_slip_is_recognised(typed: str, meant: str) -> None:
    assert likely_typo(typed) == meant


@pytest.mark.parametrize(
    "email", ["a@gmail.com", "a@ymail.com", "a@mail.com", "a@example.jp", "a@yahoo.com", "a@au.com", ""]
)
def test_addresses_that_exist_are_not_questioned(email: str) -> None:
    assert likely_typo(email) is None


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("03-1234-5678", "+81312345678"),
        ("０３（１２３４）５６７８", "+81312345678"),
        ("03ー1234ー5678", "+81312345678"),
        ("+81 (0)3-1234-5678", "+81312345678"),
        ("090‐1234‐5678", "+819012345678"),
        ("0120-123-456", "+81120123456"),
        ("03-1234-5678（内線123）", "+81312345678"),
        ("+1 (555) 123-4567", "+15551234567"),
        ("+44 20 7946 0958 ext. 7", "+442079460958"),
        ("0044 20 7946 0958", "+442079460958"),
        ("010-1-555-123-4567", "+15551234567"),
        ("0081-3-1234-5678", "+81312345678"),
        ("03─1234━5678", "+81312345678"),
        ("555 123 4567", "5551234567"),
    ],
)
def test_telephone_numbers_are_read_as_people_write_them(typed: str, stored: str) -> None:
    assert phone_number(typed) == stored
    assert wrong(phone=typed) == []


@pytest.mark.parametrize(
    "typed", ["12", "abc", "03-1234-567", "090-1234-56789", "+81-3-1234-567", "電話なし", "+", "0" * 20]
)
def test_what_is_no_telephone_number_is_a_problem(typed: str) -> None:
    assert wrong(phone=typed) == ["phone"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("やまだ　たろう", "ヤマダ タロウ"), ("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ"), ("ヴィクトリア・ゞ", "ヴィクトリア・ヾ")],
)
def test_the_reading_of_a_name_is_stored_in_full_width_katakana(typed: str, stored: str) -> None:
    assert tidy(replace(GOOD, kana=typed)).kana == stored
    assert wrong(kana=typed) == []


@pytest.mark.parametrize("typed", ["山田", "Yamada", "ヤマダ1"])
def test_a_reading_in_other_letters_is_a_problem(typed: str) -> None:
    assert wrong(kana=typed) == ["kana"]


@pytest.mark.parametrize("letters", ["ｱ", "a\u0301\u0316", "\ufdfa"], ids=["half width", "marks", "a ligature of 18"])
def test_what_is_far_too_long_is_refused_before_it_is_folded(letters: str) -> None:
    """Thirty thousand marks on one letter take Python most of a second to sort, for everybody who waits."""
    flood = letters * 20_000
    assert tidy(replace(GOOD, kana=flood)).kana == flood
    assert "100" in said(kana=flood)


def test_one_line_is_never_so_long_that_its_blanks_would_have_to_be_taken_away() -> None:
    assert None not in (email_address(f"taro@example.jp{' ' * 900}"), phone_number(f"03-1234-5678{' ' * 900}"))
    assert (email_address(f"taro@example.jp{' ' * 1_000}"), phone_number(f"03-1234-5678{' ' * 1_000}")) == (None, None)


def test_the_telephone_number_is_kept_as_it_was_typed() -> None:
    assert tidy(replace(GOOD, phone="０３－１２３４－５６７８")).phone == "０３－１２３４－５６７８"


@given(some.text(max_size=200))
def test_the_message_is_never_touched(message: str) -> None:
    assert tidy(replace(GOOD, message=message)).message == message


@given(some.builds(Draft, *[some.text(max_size=60)] * 8, some.booleans(), some.text(max_size=5)))
def test_tidying_twice_changes_nothing_and_checking_never_fails(draft: Draft) -> None:
    assert tidy(tidy(draft)) == tidy(draft)
    assert check_tidied(tidy(draft), TOPICS) == check(tidy(draft), TOPICS) == check(draft, TOPICS)


@given(some.emails())
def test_an_ordinary_address_stays_what_it_is(email: str) -> None:
    assert email_address(email) in (email, None)


@pytest.mark.parametrize("domain", ["ß.de", "straße.de", "σας.gr", "a\u200db.com", "faß。de"])
def test_an_address_whose_domain_would_become_anothers_is_refused(domain: str) -> None:
    assert email_address(f"a@{domain}") is None


@pytest.mark.parametrize(
    ("domain", "written"),
    [
        ("日本語.jp", "xn--wgv71a119e.jp"),
        ("ＢÜＣＨＥＲ.de", "xn--bcher-kva.de"),
        ("日本語。ｊｐ", "xn--wgv71a119e.jp"),
        ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"),
    ],
)
def test_an_international_domain_is_written_in_its_own_ascii_form(domain: str, written: str) -> None:
    assert email_address(f"a@{domain}") == f"a@{written}"
