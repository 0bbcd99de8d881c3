"""A need that no sign names but the wording tells of: it is called an estimate, and uncovers no harsh word."""

from collections.abc import Callable
from typing import Any

import pytest
from colleagues import HANA, Desk
from deciding import at
from reading import words
from served import Served

from desk.rules.conduct.shapes import BY_WORDING
from desk.staff import covers, deeds
from desk.store import reviews
from desk.store.routes import Way
from desk.store.screening import Assessment


@pytest.mark.parametrize(("sign", "is_estimate"), [(BY_WORDING, True), ("ja.care.self-harm", False)])
def test_a_need_that_no_sign_named_is_called_an_estimate_beside_its_words(
    at_work: Callable[..., Desk], arrive: Callable[..., str], language: str, sign: str, is_estimate: bool
) -> None:
    message = "資料の件です。春には私はもういません。"
    cue = {"care": "self-harm", "sign": sign, "field": "message", "start": 7, "end": 18, "text": message[7:18]}
    receipt = arrive(message=message, judged=Assessment(True, "emergency", [], [], [cue]))
    said = words(at_work(HANA, language).get(at(receipt)).one("//section[@class='care']"))
    assert "春には私はもういません" in said
    assert ({"en": "This is an estimate", "ja": "推定しています"}[language] in said) is is_estimate


QUOTED_CARE = "//p[@class='care-words']/bdi"


def test_a_threat_that_is_misheard_stays_covered_and_remains_grave(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str]
) -> None:
    message = "昨日の件です。次は外れないと思います。"
    place = {"field": "message", "start": 7, "end": 18, "text": message[7:18]}
    opinion = {"score": 0.99, "words": [place], "act_guess": "act.violence", "unusual": True}
    cue = {"care": "self-harm", "sign": BY_WORDING, **place}
    judged = Assessment(True, "emergency", [], [], [cue], opinion=opinion)
    receipt = arrive(message=message, judged=judged)
    hana = at_work(HANA)
    page = hana.get(at(receipt))
    assert "This is an estimate" in words(page.one("//section[@class='care']"))
    assert words(page.one(QUOTED_CARE)).startswith("■" * len(place["text"]))
    assert place["text"] not in words(page.one("//main"))
    assert words(hana.shown(f"{at(receipt)}/readings").one(QUOTED_CARE)) == place["text"]
    assert covers.urgent(judged)
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    assert deeds.circumstances(desk.context, case, Way()).grave


QUOTED = {"finding": {"act": "act.insult", "sign": "own", "strength": "strong"}, "reason": "quote"}
POSSIBLE = {"score": 0.99, "act_guess": "act.privacy", "acts": ["act.privacy", "act.threat"], "unusual": True}


@pytest.mark.parametrize(
    ("suppressed", "opinion"), [([QUOTED], None), ([], POSSIBLE)], ids=["quoted", "a threat perhaps"]
)
def test_it_uncovers_nothing_beside_what_may_be_against_a_person(
    suppressed: list[dict[str, Any]], opinion: dict[str, Any] | None
) -> None:
    place = {"field": "message", "start": 7, "end": 18, "text": "次は外れないと思います", "view": "plain"}
    aside = [{**one, "finding": one["finding"] | place} for one in suppressed]
    estimate, sign = (
        Assessment(True, "high", [], aside, [{"care": "danger", "sign": by, **place}], opinion=opinion)
        for by in (BY_WORDING, "ja.care.danger")
    )
    assert covers.cues(estimate) == []
    assert len(covers.cues(sign)) == 1
    assert covers.urgent(estimate)
