"""A sign is confirmed where its act was named, “no act” where none was; nobody has said anything of the rest."""

import pytest

from desk.rules.conduct.ledger import ENOUGH, TRIAL, Fared, Ruling, Seen, Sighting, fared

THREAT = "act.threat"
SIGN = Sighting("en.harm", THREAT)
NAMED = Ruling(frozenset({THREAT, "act.insult"}), "warning")
OTHER = Ruling(frozenset({"act.insult"}), "release-masked")
NONE = Ruling(frozenset(), "release")


@pytest.mark.parametrize(
    ("ruling", "expected"),
    [
        (None, Fared("en.harm", THREAT, False, counted=3)),
        (NAMED, Fared("en.harm", THREAT, False, counted=3, confirmed=3)),
        (OTHER, Fared("en.harm", THREAT, False, counted=3, other_act=3)),
        (NONE, Fared("en.harm", THREAT, False, counted=3, no_act=3)),
        (Ruling(frozenset(), "care"), Fared("en.harm", THREAT, False, counted=3)),
        (Ruling(frozenset(), "answer-once"), Fared("en.harm", THREAT, False, counted=3)),
        (Ruling(frozenset({THREAT}), "care"), Fared("en.harm", THREAT, False, counted=3, confirmed=3)),
    ],
)
def test_what_was_named_says_how_a_sign_fared(ruling: Ruling | None, expected: Fared) -> None:
    assert fared([Seen(SIGN, ruling, 3)]) == [expected]


def test_what_suggests_no_act_by_itself_is_confirmed_by_any() -> None:
    (row,) = fared([Seen(Sighting("(wording)", ""), OTHER, 2), Seen(Sighting("(wording)", ""), NONE, 1)])
    assert (row.confirmed, row.no_act) == (2, 1)


def test_a_sign_that_was_set_aside_did_not_count_and_was_so_amiss_where_its_act_was_named() -> None:
    quoted, reported = SIGN._replace(how="quote"), SIGN._replace(how="report")
    (row,) = fared([Seen(quoted, NAMED, 1), Seen(reported, NONE, 2), Seen(quoted, None, 4)])
    assert row == Fared("en.harm", THREAT, False, set_aside=7, amiss=1)


def test_a_sign_on_trial_is_counted_apart_from_the_same_in_force() -> None:
    rows = fared([Seen(SIGN, NAMED, 1), Seen(SIGN._replace(how=TRIAL), NONE, 2)])
    assert rows == [
        Fared("en.harm", THREAT, True, counted=2, no_act=2),
        Fared("en.harm", THREAT, False, counted=1, confirmed=1),
    ]


def test_where_no_act_was_named_most_often_comes_first_then_the_most_often_counted() -> None:
    seen = [
        Seen(Sighting("rare", THREAT), NAMED, 1),
        Seen(Sighting("wrong", THREAT), NONE, 1),
        Seen(Sighting("often", THREAT), NAMED, 9),
    ]
    assert [row.sign for row in fared(seen)] == ["wrong", "often", "rare"]


def test_too_few_decisions_make_no_share() -> None:
    few, enough = ([Seen(SIGN, NAMED, count - 1), Seen(SIGN, NONE, 1)] for count in (ENOUGH - 1, ENOUGH))
    assert [fared(seen)[0].share for seen in (few, enough)] == [None, 0.8]
