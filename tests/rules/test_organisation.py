"""The organisation file: what it says, and how a fault in it is told."""

from datetime import date

import pytest

from desk.places import ORGANISATION
from desk.rules.organisation import Organisation, OrganisationError, Text, read

SHIPPED = ORGANISATION.read_text("utf-8")

SMALL = """\
[organisation]
name = { ja = "例の会社", en = "Example" }
timezone = "Asia/Tokyo"
answer_within_business_days = 3
purpose_of_use = { ja = "回答のため", en = "to answer" }
security_contact = "mailto:security@example.com"

[retention]
inquiries = 730
assessments = 730
outbox = 30
counts = 400
audit = 2555

[[desk]]
id = "general"
name = { ja = "その他", en = "Other" }
what = { ja = "ほか", en = "the rest" }
mailbox = "inquiries@example.com"

[[service]]
id = "cloud"
name = { ja = "クラウド", en = "Cloud" }
what = { ja = "計算", en = "computing" }
site = "https://cloud.example.com/"
members = ["cloud-small"]
confirmed = 2026-11-01
aliases = ["クラちゃん"]

[[service]]
id = "cloud-small"
name = { ja = "小クラウド", en = "Small Cloud" }
what = { ja = "計算", en = "computing" }
site = "https://cloud.example.com/small"
contact = "https://help.example.com/"
operator = { ja = "別の会社", en = "Another" }
family = "cloud"
"""
EVERY_DAY = [f"{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]


def small(old: str = "", new: str = "") -> Organisation:
    assert old in SMALL
    return read(SMALL.replace(old, new, 1), "small.toml")


def fault(old: str, new: str) -> str:
    with pytest.raises(OrganisationError) as caught:
        small(old, new)
    return str(caught.value)


def test_the_shipped_file_names_every_desk_and_service_once() -> None:
    organisation = read(SHIPPED, "organisation.toml")

    assert [desk.id for desk in organisation.desks] == [
        *("general", "ir", "press", "recruiting", "partnership", "accessibility", "spam-abuse-report"),
        *(
            "vulnerability-report",
            "rights-infringement",
            "personal-data",
            "law-enforcement",
            "whistleblowing",
            "policy",
        ),
    ]
    assert len(organisation.services) == 24


def test_the_shipped_mailboxes_are_examples() -> None:
    organisation = read(SHIPPED, "organisation.toml")

    assert {desk.mailbox.partition("@")[2] for desk in organisation.desks} == {"example.com"}


def test_only_whistleblowing_is_restricted_and_anonymous_and_only_rights_infringement_goes_by_post() -> None:
    organisation = read(SHIPPED, "organisation.toml")

    assert [desk.id for desk in organisation.desks if desk.restricted] == ["whistleblowing"]
    assert [desk.id for desk in organisation.desks if desk.anonymous] == ["whistleblowing"]
    assert [desk.id for desk in organisation.desks if desk.post_only and desk.note] == ["rights-infringement"]


def test_the_shipped_purpose_of_use_names_answering_harassment_and_records_and_promises_nothing_narrower() -> None:
    purpose = read(SHIPPED, "organisation.toml").purpose_of_use

    assert all(word in purpose.ja for word in ("回答", "カスタマーハラスメント", "記録の保管"))
    assert all(word in purpose.en for word in ("answer", "customer harassment", "records"))
    assert "のみ" not in purpose.ja
    assert "only" not in purpose.en


def test_the_shipped_note_on_urgent_matters_names_police_fire_and_ambulance_in_japan() -> None:
    note = read(SHIPPED, "organisation.toml").urgent_note
    assert note is not None
    assert all(word in note.ja for word in ("110番", "警察", "119番", "消防", "救急", "24時間"))
    assert all(word in note.en for word in ("110", "police", "119", "ambulance", "Japan", "around the clock"))


def test_desks_and_services_are_found_by_their_ids() -> None:
    organisation = small()

    assert organisation.desk("general").name.in_("en") == "Other"
    assert organisation.service("cloud").name.in_("ja") == "クラウド"
    with pytest.raises(KeyError):
        organisation.desk("cloud")
    with pytest.raises(KeyError):
        organisation.service("general")


@pytest.mark.parametrize(("topic", "desk"), [("general", "general"), ("service:cloud", "general"), ("gone", "gone")])
def test_a_service_is_for_the_general_desk_and_nobody_stands_in_for_a_desk_that_is_gone(topic: str, desk: str) -> None:
    assert small().desk_of(topic) == desk


@pytest.mark.parametrize(
    ("station", "few"),
    [("whistleblowing", True), ("press", False), ("gone", True), ("service:domain", False), ("service:gone", False)],
)
def test_few_may_read_what_stands_at_a_restricted_desk_or_one_that_may_have_been_so(station: str, few: bool) -> None:
    assert read(SHIPPED, "organisation.toml").restricts(station) is few


def test_a_desk_answers_what_is_addressed_to_it() -> None:
    assert read(SHIPPED, "organisation.toml").desk_of("press") == "press"


def test_what_is_left_out_is_none_or_the_nearest_fact() -> None:
    organisation = small()
    cloud, member = organisation.services

    assert (organisation.address, organisation.representative, cloud.operator) == (None, None, None)
    assert (organisation.emergency_mailbox, organisation.review_mailbox, organisation.urgent_note) == (None, None, None)
    assert (organisation.desk("general").post_only, organisation.desk("general").anonymous) == (False, False)
    assert (cloud.contact, cloud.confirmed) == (cloud.site, date(2026, 11, 1))
    assert (member.operator, member.confirmed, member.parent) == (Text("別の会社", "Another"), None, "cloud")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[organisation]", "[organisation", "small.toml:1: this is not TOML: Expected"),
        ('family = "cloud"', 'family = "cloud', "small.toml:37: this is not TOML"),
        ("[retention]", "[retentions]", "small.toml:8: retentions: there is no such setting here"),
        ("inquiries = 730", "inquiries = 0", "small.toml:9: retention.inquiries: write a whole number"),
        ("inquiries = 730", "inquiries = 36501", "small.toml:9: retention.inquiries: write a whole number from 1 to"),
        ("inquiries = 730", "inquiries = true", "small.toml:9: retention.inquiries: write a whole number"),
        ("inquiries = 730", 'inquiries = "730"', "small.toml:9: retention.inquiries: write a whole number"),
        ("inquiries = 730\n", "", "small.toml:8: retention.inquiries: this setting is missing"),
        ('timezone = "Asia/Tokyo"', 'timezone = "tokyo"', "small.toml:3: organisation.timezone: write the name"),
        ("audit = 2555", "audit = 2555\nclosed_days = []", "small.toml:14: retention.closed_days: there is no such"),
        ("days = 3", 'days = 3\nclosed_days = ["31.12."]', 'small.toml:5: organisation.closed_days: write days as "12'),
        ("days = 3", "days = 3\nclosed_days = [2026-12-31]", "small.toml:5: organisation.closed_days: write a list of"),
        ("days = 3", f"days = 3\nclosed_days = {EVERY_DAY}", "small.toml:5: organisation.closed_days: write at most 1"),
        ("days = 3", 'days = 3\njapanese_holidays = "JP"', "small.toml:5: organisation.japanese_holidays: write true"),
        ("days = 3", 'days = 3\nurgent_note = "110"', "small.toml:5: organisation.urgent_note: write a table"),
        ("days = 3", 'days = 3\nurgent_note = { en = "a" }', "small.toml:5: organisation.urgent_note.ja: this setting"),
        ('en = "Example"', 'en = ""', "small.toml:2: organisation.name.en: write a text that is not empty"),
        (', en = "Example"', "", "small.toml:2: organisation.name.en: this setting is missing"),
        ('{ ja = "例の会社", en = "Example" }', '"Example"', "small.toml:2: organisation.name: write a table"),
        ("mailto:security@example.com", "security", "small.toml:6: organisation.security_contact: write an"),
        ("mailto:security@example.com", "mailto:security", "small.toml:6: organisation.security_contact: write an"),
        ('id = "general"', 'id = "General"', "small.toml:16: desk.id: write small letters"),
        ('id = "general"', 'id = "other"', "small.toml:15: desk: add a desk with id"),
        ("inquiries@example.com", "a@example.com, b@example.com", "small.toml:19: desk.mailbox: write one"),
        ("https://cloud.example.com/small", "http://cloud.example.com/", "small.toml:34: service.site: write"),
        ("https://help.example.com/", "https://help.example.com/\\\\", "small.toml:35: service.contact: write"),
        ("2026-11-01", '"2026-11-01"', "small.toml:27: service.confirmed: write a date without quotes"),
        ('aliases = ["クラちゃん"]', 'aliases = "クラちゃん"', "small.toml:28: service.aliases: write a list of texts"),
        ('aliases = ["クラちゃん"]', "aliases = [1]", "small.toml:28: service.aliases: write a list of texts"),
        ('aliases = ["クラちゃん"]', 'alias = ["クラちゃん"]', "small.toml:28: service.alias: there is no such"),
        ('id = "cloud-small"', 'id = "cloud"', 'small.toml:31: service.id: "cloud" is the id of an earlier service'),
        ('members = ["cloud-small"]', 'members = ["cloud-big"]', "small.toml:26: service.members: there is no service"),
        ('members = ["cloud-small"]\n', "", 'small.toml:36: service.family: the service "cloud" lists'),
        ('family = "cloud"', 'parent = "cloud"', "small.toml:26: service.members: every member says family"),
        ('family = "cloud"', 'family = "clout"', 'small.toml:37: service.family: there is no service "clout"'),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_file_line_setting_and_remedy(old: str, new: str, told: str) -> None:
    assert fault(old, new).startswith(told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('terms = ["の"]', 'terms: "の": write it with a kanji, or with two letters or more'),
        ('words = ["傘…忘れ"]', 'words: "傘…忘れ": … does nothing here; write each word by itself'),
        ('traps = ["lost* bag"]', 'traps: "lost* bag": a * stands only behind an English word'),
        ('terms = ["ーーー"]', 'terms: "ーーー": it can never be found'),
        ('terms = ["CLOUD"]', 'terms: "CLOUD" says "cloud" already; leave it to one of the two'),
        ('traps = ["忘"]\nterms = ["忘れ物"]', 'traps: "忘" holds none of the words'),
        ('words = "傘"', "words: write a list of texts in quotes"),
        ('aliases = ["傘"]', "aliases: there is no such setting here; the settings are id, name"),
        ('words = ["ワスレ物", "わすれ物"]', 'words: "わすれ物" is said twice at this desk; write it once'),
        ("anonymous = true\npost_only = true", "anonymous: what comes by post only has a sender to answer"),
    ],
)
def test_a_fault_of_a_desk_is_told_at_its_line(words: str, told: str) -> None:
    assert fault("\n[[service]]", f"{words}\n\n[[service]]").startswith(f"small.toml:20: desk.{told}")


def test_what_says_one_desk_or_service_alone_says_no_other() -> None:
    desk = SMALL[SMALL.index("[[desk]]") : SMALL.index("[[service]]")]
    other = f'terms = ["傘"]\n\n{desk.replace("general", "lost").rstrip()}\nterms = ["傘 "]\n\n[[service]]'
    assert fault("\n[[service]]", other).startswith('small.toml:27: desk.terms: "傘 " says "general" already; leave it')
    again = 'family = "cloud"\nterms = ["くらちゃん"]'
    told = 'small.toml:38: service.terms: "くらちゃん" says "cloud" already'
    assert fault('family = "cloud"', again).startswith(told)


def test_a_file_without_desks_says_what_to_write_and_where() -> None:
    text = SMALL[: SMALL.index("[[desk]]")]

    with pytest.raises(OrganisationError, match=r"^small\.toml:14: desk: write at least one"):
        read(text, "small.toml")


def test_a_company_may_have_no_services() -> None:
    assert read(SMALL[: SMALL.index("[[service]]")], "small.toml").services == ()


def test_services_that_are_no_tables_are_told() -> None:
    text = f"service = 1\n{SMALL[: SMALL.index('[[service]]')]}"

    with pytest.raises(OrganisationError, match=r"^small\.toml:1: service: write each as a table"):
        read(text, "small.toml")


def test_a_desk_takes_by_post_only_where_the_organisation_says_where_to_send_it() -> None:
    address = 'address = { ja = "東京都", en = "Tokyo" }\n'
    by_post = SMALL.replace("mailbox =", "post_only = true\nmailbox =", 1)
    without, given = (read(text, "small.toml") for text in (by_post, by_post.replace("timezone", f"{address}timezone")))

    assert [one.takes_by_post(one.desk("general")) for one in (without, given, small())] == [False, True, False]
