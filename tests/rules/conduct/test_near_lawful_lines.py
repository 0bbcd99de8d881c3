"""Threats that are put together of words near those of a lawful step: none of them is such a line."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.lone_line import reason, set_aside
from desk.rules.conduct.opinion_shapes import Opinion
from desk.rules.conduct.shapes import Finding

SIGNS, MODEL = signs_files.read(), signs_files.model()


@pytest.mark.parametrize(
    "text",
    [
        "警察に言うとやるぞ",
        "警察を呼ぶと切るぞ",
        "警察に言うとおたくを切るぞ",
        "告訴するとやるぞ",
        "警察に言ったとわかると切るぞ",
        "弁護士をやるぞ",
        "弁護士さんを切るぞ",
        "警察を切ってやる",
        "うちの弁護士がおたくをやる",
        "おいこら責任者出せ、切るぞ",
        "社長を出せ、やってやるぞ",
        "社長を呼んでこい、切ってやるからな",
        "店長を呼べ、切ってやる",
        "責任者出せ。今から行くぞこら",
        "責任者出せ、明日行くからな",
        "責任者出せ、全部とるぞこら",
        "責任者を呼べ、今日で決着をつけるぞ",
        "払わないなら事実を全部警察に言うぞ",
        "舐めてんのか、切るぞ",
        "舐めてんのか、おい、やるかこら",
        "客だと思って舐めてるのか。今から行くぞ",
        "解約してくれ。口コミに書くからな",
        "返品だ。口コミに書くからな",
        "警察に言うな",
        "警察呼ぶな",
        "弁護士に言うな。",
        "弁護士呼ぶと殺す",
        "警察を呼んでみろ",
        "訴えてみろ",
        "get me the manager or i swear you're all done for",
        "put me through to your manager or you're done for",
        "get the manager. if you don't you'll have had it",
        "i'm gonna have you, all of you, i swear. call the police",
        "i want you right here right now, all of you. claim",
        "you'll be through. i'll be over. report this",
        "call the police. i'll be with you tonight",
        "get me the manager or i'll ring all of you tonight",
        "i want to hear you, need to hear you, tonight. claim",
        "pay me by tomorrow or i will have the police over to you all",
        "call me now or i'm writing a bad review",
        "tell the police nothing",
        "if you call the police i'll",
        "don't call the police",
    ],
)
def test_words_near_those_of_a_step_are_read_as_any_others(text: str) -> None:
    assert not reason(text, SIGNS)


@pytest.mark.parametrize(
    "text", ["絶対もう今すぐ", "返金しろ", "おい、こら。", "i'm going to, now", "refund me or else"]
)
def test_without_a_step_it_is_no_such_line(text: str) -> None:
    assert not reason(text, SIGNS)


def test_what_was_found_in_a_name_or_a_company_has_all_of_it_read_as_before() -> None:
    found = examine({"company": "I'll post your names online", "message": "i'm gonna sue you"}, SIGNS, MODEL)
    assert found.flagged
    seen = Finding("act.threat", "x", "medium", "company", 0, 4, "post", "plain")
    assert set_aside([seen], None, {"message": "訴えるぞ"}, SIGNS) == ((seen,), None, ())


def test_each_field_is_set_aside_for_its_own_reason() -> None:
    seen = [Finding("act.threat", "x", "medium", field, 0, 4, "x", "plain") for field in ("subject", "message")]
    _, _, aside = set_aside(seen, None, {"subject": "舐めてんのか", "message": "訴えるぞ"}, SIGNS)
    assert [one.reason for one in aside] == ["idiom", "lawful"]


def test_wording_without_words_that_weigh_is_set_aside_whole_and_what_nobody_guessed_at_is_not() -> None:
    unusual = Opinion(0.99, (), "act.threat", unusual=True)
    _, opinion, aside = set_aside([], unusual, {"message": "訴えるぞ"}, SIGNS)
    assert opinion is not None
    assert (opinion.unusual, [(one.finding.text, one.finding.act) for one in aside]) == (
        False,
        [("訴えるぞ", "act.threat")],
    )
    unguessed = Opinion(0.99, (), None, unusual=True)
    assert set_aside([], unguessed, {"message": "訴えるぞ"}, SIGNS) == ((), unguessed, ())


def test_without_a_second_opinion_a_subject_in_which_no_sign_is_leaves_the_line_alone() -> None:
    seen = Finding("act.threat", "x", "medium", "message", 0, 4, "訴えるぞ", "plain")
    fields = {"subject": "苦情", "message": "訴えるぞ"}
    assert set_aside([seen], None, fields, SIGNS)[0] == ()
    beside = Finding("act.threat", "x", "medium", "subject", 0, 2, "苦情", "plain")
    assert set_aside([seen, beside], None, fields, SIGNS)[0] == (seen, beside)
