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
    "ja": "ご要望の内容には妥当性がないと判断されています。伝え方には問題がないとされています。",
    "en": "The request was not found to be reasonable, while no fault was found with the manner.",
}
NEITHER = {
    "ja": "ご要望の内容、伝え方のいずれも受け入れられないと判断されています。",
    "en": "Neither the request nor the manner was found to be acceptable.",
}
CANNOT = {"ja": "ご要望にはお応えできないこと", "en": "that we cannot do what is asked"}
SOUND = {"ja": "ご要望の内容には妥当性があると判断", "en": "The request itself was found to be reasonable."}
UNSOUND = {"ja": "ご要望の内容には妥当性がないと判断", "en": "The request was not found to be reasonable."}
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
    assert len(first) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("content", ["yes", "no"])
def test_a_masked_copy_calls_no_request_reasonable_that_was_found_not_to_be(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, content: str
) -> None:
    hana, receipt = at_work(HANA), arrive(language=language, message=THREAT[language])
    decided(hana, receipt, content, "no", "release-masked")
    (body,) = bodies(desk.context, receipt)
    assert {"yes": SOUND, "no": UNSOUND}[content][language] in body
    assert {"yes": UNSOUND, "no": SOUND}[content][language] not in body


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
