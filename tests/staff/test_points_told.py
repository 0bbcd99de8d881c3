"""The letter to the desk tells of both points what was decided, in the language of the inquiry, also when sent on."""

from collections.abc import Callable

import pytest
from colleagues import HANA, Desk
from deciding import at, decide, told
from served import Served

from desk.context import Context
from desk.delivery.post import letter
from desk.rules.verdicts import Verdict
from desk.staff import letters
from desk.store import outbox, reviews

THREAT = {"ja": "請求書が二重です。担当は全員ぶっ殺すぞ。", "en": "You billed me twice. I will kill every one of you."}
REASONABLE = {
    "ja": "ご要望の内容には妥当性がありますが、伝え方は受け入れられないと判断されています。",
    "en": "The request itself was found to be reasonable, but the manner was not found to be acceptable.",
}
UNREASONABLE = {
    "ja": "伝え方に問題はありませんが、ご要望の内容には妥当性がないと判断されています。",
    "en": "The request was not found to be reasonable, while no fault was found with the manner.",
}
NEITHER = {
    "ja": "ご要望の内容、伝え方のいずれも受け入れられないと判断されています。",
    "en": "Neither the request nor the manner was found to be acceptable.",
}
CANNOT = {"ja": "ご要望にはお応えできないこと", "en": "that we cannot do what is asked"}
ANSWERED = {"ja": "ご要望には通常どおりお応えください。", "en": "Please answer the request as you would any other."}
SOUND = {"ja": "ご要望の内容には妥当性があると判断", "en": "The request itself was found to be reasonable."}
UNSOUND = {"ja": "ご要望の内容には妥当性がないと判断", "en": "The request was not found to be reasonable."}
AGAIN = {
    "yes": {"ja": "ときは、ご要望にのみお答えし、", "en": "answer the request, not the manner."},
    "no": {"ja": "ときは、ご回答はせず、", "en": "If more of the same arrives, do not reply."},
}
REGARDED = {
    "ja": ("1. 今回のご要求は、", "1. いただいた言動は、"),
    "en": ("what was asked for as", "what was said or done as"),
}
REPROACH = {"ja": "言葉づかいを責め", "en": "reproach the customer for any words"}
APART = {
    "ja": ("審査の担当者が別に対応", "言動には審査の担当者が対応"),
    "en": ("The reviewers deal with that separately", "the reviewers deal with the manner"),
}
MANNER = {
    "yes": {"ja": "態度には、問題がないと判断", "en": "No fault was found with the customer's manner."},
    "no": {"ja": "態度は受け入れられないと判断", "en": "manner was not found to be acceptable."},
}
USUAL = {"ja": "通常どおり", "en": "as usual"}
AS_ANY_OTHER = {
    "ja": ("審査の結果：ご要望は通常どおり", "審査の結果：通常の"),
    "en": ("treated as any other", "as any other inquiry"),
}
ENDS = {"ja": "受付番号", "en": "Receipt:"}
NOTICE = "//section[@aria-labelledby='notice-title']"
POINTS = (("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no"))
Found = tuple[str, str, dict[str, str]]
WARNED: tuple[Found, ...] = (("yes", "no", REASONABLE), ("no", "yes", UNREASONABLE), ("no", "no", NEITHER))


def bodies(context: Context, receipt: str) -> list[str]:
    return [str(letter(context, item).get_content()) for item in told(context, receipt)]


def decided(hana: Desk, receipt: str, request: str, manner: str, outcome: str) -> None:
    hana.do(f"{at(receipt)}/claims")
    points = {"request_reasonable": request, "manner_acceptable": manner, "act__threat": "yes"}
    assert decide(hana, receipt, **points, outcome=outcome, reason="理由").status_code == 303


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("found", WARNED, ids=["manner", "request", "both"])
def test_a_warning_says_what_was_found_and_has_no_reasonable_request_refused(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, found: Found
) -> None:
    content, manner, said = found
    hana, receipt = at_work(HANA), arrive(language=language, message=THREAT[language])
    decided(hana, receipt, content, manner, "warning")
    first = bodies(desk.context, receipt)
    hana.do(f"{at(receipt)}/forwards", to="press", behind="")
    for body in (*first, *bodies(desk.context, receipt)):
        assert [one[language] for *_, one in WARNED if one[language] in body] == [said[language]]
        assert (CANNOT[language] in body) is (content == "no")
        assert [answer for answer, again in AGAIN.items() if again[language] in body] == [content]
    assert len(first) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("found", WARNED, ids=["manner", "request", "both"])
def test_restricted_contact_says_what_was_found_and_that_a_reasonable_request_is_answered(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, found: Found
) -> None:
    content, manner, said = found
    hana, receipt = at_work(HANA), arrive(language=language, message=THREAT[language])
    decided(hana, receipt, content, manner, "restricted")
    (body,) = bodies(desk.context, receipt)
    assert [one[language] for *_, one in WARNED if one[language] in body] == [said[language]]
    assert (ANSWERED[language] in body) is (content == "yes")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("found", WARNED, ids=["manner", "request", "both"])
def test_a_warning_calls_the_demand_harassment_and_not_a_manner_that_was_found_fine(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, found: Found
) -> None:
    content, manner, _ = found
    for email in ("ken.sato@example.jp", ""):
        hana, receipt = at_work(HANA), arrive(language=language, message=THREAT[language], email=email)
        decided(hana, receipt, content, manner, "warning")
        (body,) = bodies(desk.context, receipt)
        demand, conduct = REGARDED[language]
        assert (demand in body, conduct in body) == (manner == "yes", manner == "no")
        assert (REPROACH[language] in body) is (manner == "no")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("points", POINTS, ids="-".join)
def test_a_masked_copy_says_what_was_found_of_the_request_and_of_the_manner(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, points: tuple[str, str]
) -> None:
    content, manner = points
    hana, receipt = at_work(HANA), arrive(language=language, message=THREAT[language])
    decided(hana, receipt, content, manner, "release-masked")
    (body,) = bodies(desk.context, receipt)
    said = body[: body.index(ENDS[language])]
    assert {"yes": SOUND, "no": UNSOUND}[content][language] in said
    assert {"yes": UNSOUND, "no": SOUND}[content][language] not in said
    assert [answer for answer, one in MANNER.items() if one[language] in said] == [manner]
    assert any(one in said for one in AS_ANY_OTHER[language]) is (content == "yes")
    assert (USUAL[language] in said) is (content == "yes")
    assert [apart in said for apart in APART[language]] == [manner == "no"] * 2


@pytest.mark.parametrize(("content", "manner"), POINTS)
def test_a_word_about_the_manner_is_prepared_only_where_it_was_not_acceptable(
    at_work: Callable[..., Desk], arrive: Callable[..., str], content: str, manner: str
) -> None:
    hana, receipt = at_work(HANA), arrive(message=THREAT["ja"])
    decided(hana, receipt, content, manner, "release-masked")
    assert len(hana.get(at(receipt)).all(NOTICE)) == (manner == "no")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_letter_that_waited_since_before_the_points_were_told_in_it_tells_none(
    desk: Served, arrive: Callable[..., str], language: str
) -> None:
    receipt = arrive(language=language, message=THREAT[language])
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    (old,) = letters.of("general", case, Verdict(None, None, ("act.threat",), "warning", ""), "released")
    assert old.payload is not None
    assert not {"reasonable", "acceptable"} & old.payload.keys()
    desk.context.store.write(
        lambda connection, store, mails: [
            outbox.enqueue(connection, store, case.inquiry.id, mails, desk.context.now()) for _ in mails
        ],
        old,
    ).result()
    (body,) = bodies(desk.context, receipt)
    assert [one[language] for *_, one in WARNED if one[language] in body] == []
    assert CANNOT[language] not in body
    assert AGAIN["no"][language] in body
    assert REGARDED[language][1] in body
