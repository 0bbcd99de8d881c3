"""The mail bodies: the same in both languages, and an acknowledgement that carries nothing the sender typed."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta

from desk.rules.review import LETTERS, MASKED, MASKED_IF_HARSH
from desk.staff.words import GUIDANCE
from desk.store.kinds import TO_REVIEWERS

LOCALES = Path(__file__).parents[2] / "locales"
# With the text of the inquiry.
TO_A_DESK = ("desk", "desk_masked", "desk_warning", "desk_restricted", "desk_care", "desk_once")
TO_THE_SENDER = ("acknowledgement", "referral")
MAILS = (*TO_THE_SENDER, *TO_A_DESK, "refusal", "elsewhere", "emergency")
FIELDS = ("name", "kana", "company", "email", "phone", "subject", "message")
# A mail is plain text, so nothing is escaped; an unknown name must stop the mail instead of leaving a gap.
TEXTS = FileSystemLoader(LOCALES)
PLAIN = Environment(loader=TEXTS, undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)  # noqa: S701
ASKS_FOR_A_REPLY = re.compile(
    r"営業日|(?:お返事|ご回答)(?!は不要|[はを]せず|に必要)|business day|[Pp]lease (?:reply|answer)|to be answered"
)
Service = Mapping[str, str]
SERVICE: Service = {"name": "Example Cloud", "operator": "", "contact": "https://cloud.example.com/contact"}
ONE_LINE = {field: f"<{field} of the sender>" for field in FIELDS}


def body(language: str, mail: str) -> str:
    return (LOCALES / language / "mail" / f"{mail}.txt").read_text("utf-8")


def used(language: str, mail: str) -> set[str]:
    text = body(language, mail)
    return meta.find_undeclared_variables(PLAIN.parse(text)) | set(re.findall(r"inquiry\.\w+", text))


def rendered(
    language: str,
    mail: str,
    *,
    business_days: int = 3,
    outcome: str | None = "The outcome",
    service: Service | None = None,
    email: str = ONE_LINE["email"],
    masked: bool = False,
    readable: bool = False,
    care: bool = False,
    reviewers: str = "",
    by_post: bool = False,
    consulted: bool = False,
    measures: Sequence[Mapping[str, str]] = (),
    organisation: str = "Example Company",
    points: str = "",
) -> str:
    return PLAIN.get_template(f"{language}/mail/{mail}.txt").render(
        organisation=organisation,
        receipt="2345-6789-ABCD-EFGH",
        received="2026-11-02 10:15 JST",
        topic="Example VPS",
        desk="Investor relations",
        outcome=outcome,
        masked=masked,
        readable=readable,
        care=care,
        **dict.fromkeys(("reasonable", "acceptable", "sent_to"), points),
        review_mailbox=reviewers,
        by_post=by_post,
        **dict.fromkeys(("consulted", "referred"), consulted),
        measures=measures,
        business_days=business_days,
        origin="https://inquiries.example.com",
        inquiry={**ONE_LINE, "email": email},
        service=SERVICE if service is None else service,
    )


def test_every_outcome_of_a_review_has_its_mail() -> None:
    assert set(LETTERS.values()) == set(MAILS) - {*TO_THE_SENDER, "elsewhere", "emergency"}


@pytest.mark.parametrize("mail", [*MAILS, "parts/care", "parts/care_first"])
def test_a_mail_says_the_same_things_in_both_languages(mail: str) -> None:
    assert used("ja", mail) == used("en", mail)


@pytest.mark.parametrize("language", ["ja", "en"])
class TestEachLanguage:
    @pytest.mark.parametrize("mail", MAILS)
    def test_a_mail_begins_with_its_subject_and_an_empty_line(self, language: str, mail: str) -> None:
        first, second, third = rendered(language, mail).splitlines()[:3]
        assert (first.startswith("Subject: "), second, bool(third)) == (True, "", True)

    @pytest.mark.parametrize("mail", MAILS)
    def test_no_subject_line_carries_what_the_sender_typed(self, language: str, mail: str) -> None:
        assert re.findall("of the sender", rendered(language, mail).splitlines()[0]) == []

    def test_the_acknowledgement_carries_nothing_that_the_sender_typed(self, language: str) -> None:
        needed = {"organisation", "receipt", "received", "business_days", "origin"}
        assert used(language, "acknowledgement") == needed

    def test_the_only_address_in_the_acknowledgement_is_the_form(self, language: str) -> None:
        addresses = re.findall(r"https?://\S+", rendered(language, "acknowledgement"))
        assert addresses == [f"https://inquiries.example.com/{language}/inquiries"]

    def test_a_referral_carries_the_service_and_nothing_that_the_sender_typed(self, language: str) -> None:
        needed = {"organisation", "receipt", "received", "origin", "service"}
        assert used(language, "referral") == needed

    def test_the_only_addresses_in_a_referral_are_the_services_and_the_form(self, language: str) -> None:
        addresses = re.findall(r"https?://\S+", rendered(language, "referral"))
        assert addresses == [SERVICE["contact"], f"https://inquiries.example.com/{language}/inquiries"]

    def test_a_referral_names_another_company_that_runs_the_service(self, language: str) -> None:
        text = rendered(language, "referral", service={**SERVICE, "operator": "Cloud Company, Ltd."})
        assert text.count("Cloud Company, Ltd.") == 2
        assert "\n\n\n" not in text
        assert "\n\n\n" not in rendered(language, "referral")

    @pytest.mark.parametrize("mail", TO_A_DESK)
    def test_a_desk_gets_every_field_with_the_message_last(self, language: str, mail: str) -> None:
        text = rendered(language, mail)
        assert [field for field in FIELDS if ONE_LINE[field] not in text] == []
        assert text.splitlines()[-1] == ONE_LINE["message"]

    @pytest.mark.parametrize("mail", TO_A_DESK)
    def test_a_desk_is_asked_for_a_reply_in_time_where_there_is_an_address(self, language: str, mail: str) -> None:
        text = rendered(language, mail)
        assert {"ja": "3営業日以内に", "en": "within 3 business days"}[language] in text
        assert re.findall({"ja": "(?:お返事|ご回答)は不要", "en": "no reply"}[language], text) == []

    @pytest.mark.parametrize("mail", TO_A_DESK)
    @pytest.mark.parametrize("said", ["yes", "no", ""])
    def test_a_desk_is_asked_for_no_reply_where_there_is_no_address(self, language: str, mail: str, said: str) -> None:
        text = rendered(language, mail, email="", points=said)
        assert re.findall("メールでの(?:お返事|ご回答)は不要です|no reply by e-mail is due", text)
        assert ASKS_FOR_A_REPLY.findall(text) == []
        assert "\n\n\n" not in text
        assert re.findall(r"^[ \t]+$|[ \t]$", text, re.MULTILINE) == []

    @pytest.mark.parametrize("mail", sorted(LETTERS[outcome] for outcome in MASKED | MASKED_IF_HARSH))
    def test_a_masked_copy_says_whether_harsh_words_were_left_in_it(self, language: str, mail: str) -> None:
        said = {"ja": "必要な箇所は、審査の担当者の判断で原文のまま", "en": "harsh words included"}[language]
        assert said in rendered(language, mail, masked=True, readable=True)
        assert said not in rendered(language, mail, masked=True)

    @pytest.mark.parametrize("mail", sorted(LETTERS[outcome] for outcome in MASKED | MASKED_IF_HARSH))
    def test_a_masked_copy_says_how_to_get_the_original(self, language: str, mail: str) -> None:
        said = {
            "ja": "\n・原文が必要なときは、審査の担当者にお申し付けください。",
            "en": "\n- If you need the original wording, ask the reviewers.",
        }[language]
        text = rendered(language, mail, masked=True)
        assert said in text
        assert "\n\n\n" not in text

    @pytest.mark.parametrize("mail", sorted(LETTERS[outcome] for outcome in MASKED | MASKED_IF_HARSH))
    def test_a_letter_speaks_of_masked_words_only_where_there_are_any(self, language: str, mail: str) -> None:
        said = {"ja": "伏せ字", "en": "masked"}[language]
        assert rendered(language, mail, masked=True).count(said) > 1
        whole = rendered(language, mail)
        assert [words for words in (said, "原文が必要", "original wording") if words in whole] == []
        left = rendered(language, mail, readable=True)
        assert (said in left, {"ja": "原文のまま", "en": "harsh words included"}[language] in left) == (False, True)
        assert "\n\n\n" not in left

    @pytest.mark.parametrize("email", [ONE_LINE["email"], ""])
    def test_who_answers_once_is_asked_to_say_that_it_is_final_and_what_to_do_then(
        self, language: str, email: str
    ) -> None:
        text = rendered(language, "desk_once", email=email)
        said = {
            "ja": ("一度だけ", "最終的な回答", "審査の担当者にお知らせください"),
            "en": ("once", "our final answer", "tell the reviewers"),
        }[language]
        assert [words for words in said if words not in text] == []

    @pytest.mark.parametrize("mail", ["desk", "desk_masked", "desk_once", "desk_care"])
    def test_a_desk_by_post_is_asked_to_say_where_to_send_it_if_it_can(self, language: str, mail: str) -> None:
        said = {"ja": "書面の送り先を", "en": "where to send it"}[language]
        assert said in rendered(language, mail, by_post=True)
        assert said not in rendered(language, mail, by_post=True, email="")
        assert "\n\n\n" not in rendered(language, mail, by_post=True)

    def test_each_measure_in_force_has_one_line(self, language: str) -> None:
        measures = [{"kind": kind, "receipt": f"<{kind}>", "day": "<day>"} for kind in ("refused", "restricted")]
        text = rendered(language, "desk", measures=measures)
        assert [line.count("<refused>") for line in text.splitlines() if "<day>" in line] == [1, 0]
        assert "\n\n\n" not in text
        assert text.count("\n") == rendered(language, "desk").count("\n") + 2

    @pytest.mark.parametrize("mail", [*TO_A_DESK, "refusal"])
    @pytest.mark.parametrize("email", [ONE_LINE["email"], ""])
    def test_who_may_be_in_danger_comes_first_in_every_letter_to_a_desk(
        self, language: str, mail: str, email: str
    ) -> None:
        text = rendered(language, mail, email=email, care=True)
        lines = body(language, "parts/care")
        place = text.index(lines)
        asked = {"ja": "\n■ ご対応のお願い\n", "en": "\nWhat we ask of you\n"}[language]
        assert mail in ("desk", "desk_care") or place < text.index(asked)
        assert place < text.index(f"\n{ {'ja': '受付番号', 'en': 'Receipt:'}[language] }") or mail == "refusal"
        assert (lines in rendered(language, mail, email=email)) is (mail == "desk_care")
        assert "\n\n\n" not in text

    @pytest.mark.parametrize("mail", sorted({*LETTERS.values(), "elsewhere"} - {"desk"}))
    def test_a_letter_that_asks_to_tell_the_reviewers_says_how_where_there_is_a_way(
        self, language: str, mail: str
    ) -> None:
        text = rendered(language, mail, reviewers="reviewers@example.com")
        assert text.count("reviewers@example.com") == 1
        back = {"ja": "返信すると、お客様ではなく", "en": "An answer to this letter goes to them"}[language]
        assert (back in text) is (mail in TO_REVIEWERS)
        assert "\n\n\n" not in text
        assert [one for one in ("連絡先", "You reach") if one in rendered(language, mail)] == []

    def test_a_refusal_leaves_the_text_of_the_inquiry_out(self, language: str) -> None:
        assert used(language, "refusal").isdisjoint({"inquiry.subject", "inquiry.message"})

    def test_a_refusal_names_the_police_or_counsel_where_they_are_consulted(self, language: str) -> None:
        said = {"ja": "警察・弁護士に相談", "en": "police or counsel consulted"}[language]
        assert said in rendered(language, "refusal", consulted=True).splitlines()[0]
        assert said not in rendered(language, "refusal")

    def test_a_desk_is_told_where_no_review_was_called_for(self, language: str) -> None:
        note = {"ja": "該当なし（自動確認のみ）", "en": "not called for"}[language]
        assert note in rendered(language, "desk", outcome=None)


def test_the_letters_of_somebody_in_despair_name_the_same_places_that_help_as_the_staff_page() -> None:
    place = re.compile(r"#\w+|0[0-9]+-[0-9]+-[0-9]+|TELL Lifeline|Yorisoi Hotline")
    everywhere = set(place.findall(GUIDANCE["self-harm"]))
    assert len(everywhere) == 6
    assert set(place.findall(body("en", "parts/care"))) == everywhere
    assert set(place.findall(body("ja", "parts/care"))) == {"#いのちSOS", "0120-061-338", "0120-279-338"}


def test_a_desk_is_asked_for_an_answer_in_one_word_and_in_a_softer_one_only_where_care_comes_first() -> None:
    said = {mail: set(re.findall("お返事|ご回答", body("ja", mail))) for mail in (*TO_A_DESK, "refusal")}
    assert said.pop("desk_care") == {"お返事"}
    assert {word for words in said.values() for word in words} == {"ご回答"}


def test_one_business_day_is_in_the_singular() -> None:
    assert "within 1 business day." in rendered("en", "acknowledgement", business_days=1)
    assert "contacting Desk Co.\n" in rendered("en", "acknowledgement", organisation="Desk Co.")
    assert "contacting Desk.\n" in rendered("en", "acknowledgement", organisation="Desk")
    assert "within 2 business days." in rendered("en", "acknowledgement", business_days=2)
