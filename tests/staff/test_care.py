"""Somebody who may need help: their words are read by everybody who can help, the harsh ones beside them by nobody."""

from collections.abc import Callable
from typing import Any

import pytest
from colleagues import HANA, SORA, Desk
from deciding import UNREASONABLE, at, decide, sign, told
from reading import words
from served import Served

from desk.delivery.post import letter
from desk.rules import review
from desk.staff import covers
from desk.store.screening import Assessment

BOTH = "死ね。もう死にたいです。"
BLAMING = "お前らのせいで死にたいわ、責任取れよ。"
CARE = {"request_reasonable": "no", "manner_acceptable": "no", "act__insult": "yes", "outcome": "care"}
READ = "//div[@class='letter-message']"


def bodies(desk: Served, receipt: str) -> list[str]:
    """The letters that went to a desk."""
    return [str(letter(desk.context, item).get_content()) for item in told(desk.context, receipt)]


def blaming(covered: str, cue: str = "死にたいわ", *, by_a_sign: bool = False) -> Assessment:
    """What screening keeps of BLAMING where these words are covered, by a sign or by the second opinion alone."""
    place, help_ = ({"field": "message", "start": BLAMING.index(of), "text": of} for of in (covered, cue))
    care: list[dict[str, Any]] = [{"care": "self-harm", "sign": "own", **help_, "end": help_["start"] + len(cue)}]
    stretch = {**place, "end": place["start"] + len(covered)}
    if by_a_sign:
        finding = {"act": "act.insult", "sign": "own", "strength": "strong", "view": "plain", **stretch}
        return Assessment(True, "high", [finding], [], care)
    opinion = {"score": 0.97, "words": [stretch], "act_guess": None, "unusual": True}
    return Assessment(True, "high", [], [], care, opinion=opinion)


@pytest.fixture
def hana(at_work: Callable[..., Desk]) -> Desk:
    return at_work(HANA)


def taken(hana: Desk, receipt: str) -> str:
    hana.do(f"{at(receipt)}/claims")
    return receipt


def test_where_the_manner_is_not_acceptable_the_desk_reads_the_need_and_not_the_harsh_words(
    desk: Served, hana: Desk, arrive: Callable[..., str]
) -> None:
    receipt = taken(hana, arrive(message=BOTH))
    decide(hana, receipt, **CARE)
    (mail,) = bodies(desk, receipt)
    assert "■■。もう死にたいです。" in mail
    assert "死ね" not in mail
    assert "伏せ字にしています" in mail


def test_where_the_manner_is_acceptable_the_desk_gets_what_was_written(
    desk: Served, hana: Desk, arrive: Callable[..., str]
) -> None:
    receipt = taken(hana, arrive(message=BOTH))
    decide(hana, receipt, request_reasonable="yes", manner_acceptable="yes", outcome="care")
    (mail,) = bodies(desk, receipt)
    assert BOTH in mail
    assert "伏せ字" not in mail


def test_another_desk_that_it_is_sent_on_to_gets_the_same_copy(
    desk: Served, hana: Desk, arrive: Callable[..., str]
) -> None:
    receipt = taken(hana, arrive(message=BOTH))
    decide(hana, receipt, **CARE)
    mails = bodies(desk, receipt)
    hana.do(f"{at(receipt)}/forwards", to="press", behind="")
    mails += bodies(desk, receipt)
    assert len(mails) == 2
    assert [mail for mail in mails if "死ね" in mail or "もう死にたいです" not in mail] == []


def test_despair_within_an_insult_is_readable_and_the_words_around_it_are_covered(
    desk: Served, hana: Desk, arrive: Callable[..., str]
) -> None:
    judged = blaming("お前らのせいで死にたいわ", by_a_sign=True)
    receipt = taken(hana, arrive(message=BLAMING, judged=judged))
    page = hana.get(at(receipt))
    assert words(page.one("//p[@class='care-words']/bdi")) == "死にたいわ"
    assert "死にたいわ、責任取れよ。" in words(page.one(READ))
    assert "お前ら" not in page.text
    decide(hana, receipt, **CARE)
    (mail,) = bodies(desk, receipt)
    assert "■■■■■■■死にたいわ、責任取れよ。" in mail


def test_a_sentence_of_despair_is_read_whole_though_its_wording_is_unusual(
    desk: Served, hana: Desk, arrive: Callable[..., str]
) -> None:
    receipt = taken(hana, arrive(message=BLAMING, judged=blaming("お前らのせいで死にたいわ")))
    assert BLAMING in words(hana.get(at(receipt)).one(READ))
    decide(hana, receipt, **CARE)
    (mail,) = bodies(desk, receipt)
    assert BLAMING in mail
    assert "伏せ字" not in mail


@pytest.mark.parametrize(("reason", "covered"), [("ordinary", 0), ("", 9)])
def test_what_does_not_count_covers_nothing_in_a_sentence_of_despair(
    hana: Desk, arrive: Callable[..., str], reason: str, covered: int
) -> None:
    text = "今夜、薬を全部飲んで死にます。下着の色を教えて。"
    cue = {"care": "self-harm", "sign": "own", "field": "message", "start": 4, "end": 7, "text": "を全部"}
    found = {"act": "act.threat", "sign": "own", "strength": "strong", "view": "plain", "field": "message"}
    threat = {**found, "start": 0, "end": 3, "text": text[:3]}, {**found, "start": 8, "end": 14, "text": text[8:14]}
    rude = {"finding": {**found, "act": "act.sexual-stalking", "start": 15, "end": 24}, "reason": "ordinary"}
    aside = [{"finding": one, "reason": reason} for one in threat] if reason else []
    judged = Assessment(True, "high", [] if reason else list(threat), [*aside, rude], [cue])
    page = hana.get(at(arrive(message=text, judged=judged)))
    said = words(page.one(READ))
    assert said.partition("。")[0].count("■") == covered
    listed = [words(one) for one in page.all("//li[@class='finding']//bdi")]
    assert ("今夜、" in listed) is (covered == 0)
    assert "下着" not in said


HEARD = {"ja": "■ 配慮を最優先にしてください", "en": "Care comes first"}


@pytest.mark.parametrize("outcome", [*review.OUTCOMES])
def test_care_comes_first_in_the_letter_whatever_the_outcome(
    desk: Served, at_work: Callable[..., Desk], hana: Desk, arrive: Callable[..., str], outcome: str
) -> None:
    receipt = taken(hana, arrive(message=BOTH))
    decide(hana, receipt, **UNREASONABLE, act__insult="yes", outcome=outcome, reason="読みました。")
    if outcome in review.GRAVE:
        sign(at_work(SORA), receipt, agrees="yes")
    (mail,) = bodies(desk, receipt)
    assert "#いのちSOS" in mail
    assert (HEARD["ja"] in mail) is (outcome != "care")


def test_who_threatens_is_not_taken_for_one_in_danger(
    desk: Served, at_work: Callable[..., Desk], hana: Desk, arrive: Callable[..., str]
) -> None:
    receipt = taken(hana, arrive(message="There's a bomb in your lobby.", language="en"))
    page = hana.shown(f"{at(receipt)}/decisions", go="propose", **UNREASONABLE)
    assert page.all("//p[@class='hint'][contains(., 'care comes first')]") == []
    decide(hana, receipt, **UNREASONABLE, outcome="refusal", reason="A threat.")
    sign(at_work(SORA), receipt, agrees="yes")
    (mail,) = bodies(desk, receipt)
    assert HEARD["en"] not in mail


def test_the_page_says_beside_every_outcome_against_the_sender_that_care_comes_first(
    at_work: Callable[..., Desk], hana: Desk, arrive: Callable[..., str]
) -> None:
    receipt = taken(hana, arrive(message=BOTH))
    page = hana.shown(f"{at(receipt)}/decisions", go="propose", **UNREASONABLE)
    beside = page.all("//div[@class='choice'][.//p[contains(., 'Ask a lead before you choose this')]]/input/@value")
    assert set(beside) == review.HARASSMENT
    decide(hana, receipt, **UNREASONABLE, outcome="refusal", reason="読みました。")
    assert "care comes first" in words(at_work(SORA).get(at(receipt)).one("//p[@id='care-first']"))


@pytest.mark.parametrize(
    ("care", "covered"), [("danger", [(0, 20)]), ("disability", [(0, 20)]), ("self-harm", [(0, 5), (12, 20)])]
)
def test_within_a_threat_despair_alone_is_left_readable(care: str, covered: list[tuple[int, int]]) -> None:
    threat = {"act": "act.threat", "sign": "own", "strength": "strong", "view": "plain", "field": "message"}
    cue = {"care": care, "sign": "own", "field": "message", "start": 5, "end": 12, "text": "x" * 7}
    judged = Assessment(True, "high", [{**threat, "start": 0, "end": 20, "text": "x" * 20}], [], [cue])
    assert covered == [(start, end) for start, end, _ in covers.found(judged, "message", "x" * 20)]


def test_a_cue_that_was_excused_is_shown_by_its_name_and_its_words_are_read(
    hana: Desk, arrive: Callable[..., str]
) -> None:
    insult = {"act": "act.insult", "sign": "own", "strength": "strong", "view": "plain", "field": "message"}
    cue = {**insult, "act": "self-harm", "start": 3, "end": 10, "text": BOTH[3:10]}
    judged = Assessment(
        True, "high", [{**insult, "start": 0, "end": 2, "text": "死ね"}], [{"finding": cue, "reason": "quote"}], []
    )
    receipt = taken(hana, arrive(message=BOTH, judged=judged))
    page = hana.get(at(receipt))
    shown = words(page.one("//details[@class='suppressed']"))
    assert "Signs that somebody may harm themselves" in shown
    assert BOTH[3:10] in shown
    assert "死ね" not in page.text


def test_an_excused_cue_within_harsh_words_is_listed_as_the_text_shows_it(
    hana: Desk, arrive: Callable[..., str]
) -> None:
    insult = {"act": "act.insult", "sign": "own", "strength": "strong", "view": "plain", "field": "message"}
    cue = {**insult, "act": "danger", "start": 3, "end": 10, "text": BOTH[3:10]}
    judged = Assessment(
        True, "high", [{**insult, "start": 0, "end": 12, "text": BOTH[:12]}], [{"finding": cue, "reason": "quote"}], []
    )
    receipt = taken(hana, arrive(message=BOTH, judged=judged))
    assert BOTH[3:10] not in hana.get(at(receipt)).text
