"""Blunt English is found however politely it stands, and the goods, trades and greetings of every day are not it."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine

SIGNS = signs_files.read()
MODEL = signs_files.model()


def examined(text: str) -> Examination:
    return examine({"message": text}, SIGNS)


@pytest.mark.parametrize(
    ("grave", "ordinary"),
    [
        ("I'm bringing an axe to your counter", "I'm bringing the axe back to your counter, the head is loose"),
        ("I've got a rifle and I'm coming to your shop", "I've got a toy rifle from your shop with a broken trigger"),
        ("I'll come to your desk with a knife", "I'll come to your desk with my knives to have them sharpened"),
        ("I'm going to shoot your receptionist", "I'm going to shoot your receptionist a short message"),
        ("We will burn the files in your office", "We will burn the files for your office on a CD"),
        ("I'm driving my van into your lobby", "I'm driving my van into your loading bay at six"),
        ("I will find you, wherever you go", "I will find you on the second floor"),
        ("You'll hang for that", "You'll hang the coats in the hall, won't you?"),
        ("You are finished. Pack your things", "You are finished with the hedge, it looks fine"),
        ("I saw you on the train yesterday, alone", "I saw you at the folk festival, what a band"),
        ("I'll be outside your door until you talk to me", "I'm outside your door with two pizzas"),
        ("The nurse on ward 2, is she single?", "Is she single? The form of my sister asks for it"),
        ("Where is it, wankers?", "Where is it, please?"),
        ("Kill the supervisor!", "Kill the supervisor process, please"),
        ("Death to your chairm... no, to all of you. Death to your staff!", "We report the death to your staff"),
    ],
)
def test_of_a_pair_only_the_grave_one_is_flagged(grave: str, ordinary: str) -> None:
    assert (examined(grave).flagged, examined(ordinary).flagged) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        'Pass this on to Mr Cole: "I will break your neck." Thank you.',
        'To your director: "I know where you live." Please print it large.',
        'My message for the lady at the till is "watch your back" and nothing else.',
        '"I\'ll smash your windows." That still stands, by the way.',
        'I wrote to your clerk "I will burn your house down", and I have no more to add.',
    ],
)
def test_a_quotation_that_is_the_writers_message_is_his_own(text: str) -> None:
    assert examined(text).flagged
    # What stands around it reads like any ordinary line.
    assert examine({"message": text}, SIGNS, MODEL).flagged


@pytest.mark.parametrize(
    "text",
    [
        'Tell your staff that a customer said "I will break your neck", please.',
        'My neighbour wrote "I know where you live" on my door, his exact words.',
        'How do I tell him that "watch your back" is no greeting?',
        'Her message was "I\'ll smash your windows", and I want it deleted.',
    ],
)
def test_a_quotation_of_somebody_else_is_not(text: str) -> None:
    assert not examined(text).flagged


@pytest.mark.parametrize(
    "text",
    [
        "Are you open on Mondays? If not, drink bleach.",
        "Is a hand job part of the massage at your spa in York?",
        "Morning, dickheads. Has my parcel with the curtains been sent?",
        "Could you ask the Paki to leave the parcel at the side door?",
        "The slut in the returns office mislaid my form again.",
        "please stop letting foreigners answer the phone, it turns my stomach",
        "Thank you for the sofa. Please do not send me disabled staff again, it is unpleasant to look at.",
        "If I don't hear from you by noon, I can't be held responsible for my actions.",
        "If this isn't sorted by Friday, don't blame me for what comes next.",
    ],
)
def test_what_has_one_meaning_counts_in_an_ordinary_line(text: str) -> None:
    found = examine({"message": text}, SIGNS, MODEL)
    assert found.flagged
    assert found.findings


def test_of_findings_that_begin_together_the_longest_is_covered() -> None:
    found = examined("Well, you fucking cunts, that was that.").findings
    assert "you fucking cunts" in {finding.text for finding in found}


def test_a_weapon_that_is_brought_is_named_beside_other_acts() -> None:
    text = (
        "Make your agent kneel in front of me and apologise, and pay me one million dollars by Friday."
        " Otherwise I will post the home address of your agent and come to your office with a bat."
    )
    found = examine({"message": text}, SIGNS, MODEL)
    assert {"act.violence", "act.apology", "act.privacy"} <= {finding.act for finding in found.findings}
