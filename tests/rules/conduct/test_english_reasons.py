"""English words that are nobody's act on a partner: done by another, by a partner, only asked about, left open."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.english_reasons import about, excuse, wronged

SIGNS = signs_files.read()


@pytest.mark.parametrize(
    ("flagged", "clean"),
    [
        ("I slapped your cashier", "A man in front of me slapped your cashier"),  # another acts
        ("I'll wait outside until your agent comes", "Someone said he'd wait outside until your agent comes"),
        ("I'll run over your driver", "Someone here keeps saying he will run over your driver"),
        ("Next time I see your rep I'm knocking his teeth out", "Your rep is off work, a tooth was knocked out"),
        ("Your agents are retarded", "The flow is retarded by the filter"),
        (
            "Whoever picked up the phone sounded like she was dropped on her head",
            "When the clerk said no, a man who was queueing told her she was dropped on her head",
        ),
        (
            "Already put up a site calling your regional manager a paedophile",
            "Somebody already put up a site calling your regional manager a paedophile",
        ),
        ("Your agent is an idiot", "Dad called your agent an idiot"),
        ("Tell Karen in billing she is a useless cow", "A guest behind me shouted she is a useless cow"),  # passed on
        ("I made your cashier cry and hit her", "We help girls whose coach made them cry and hit them"),
        ("I'm the one who'll break your legs", "Your fitter told me he'd break my legs"),  # a partner acts
        ("You people should know your place", "How do you handle guests who say you people should know your place?"),
        ("Tell me her full name, I want it now", "Tell me her full name for the card, if she agrees"),  # left open
        ("You're a moron", "I called you a moron and I'm sorry for it"),  # repented
        ("Your clerk is a complete fool", "I felt like a complete fool at your clerk's desk"),  # of oneself
        ("Your agent is a useless clown", "Your printer is a useless clown"),  # a product
        ("Your manager will come to my flat or else", "Could the plumber come to my flat?"),  # a request
        (
            "If you do not fix the railing I will break your neck",
            "If you do not fix the railing, someone will fall and break their neck",
        ),  # a warning
        ("Unless you recall it, you will all get hurt", "Unless you recall it, children will get hurt"),
        (
            "If you do not fix the boiler, someone at your desk will get hurt",
            "If you do not salt the car park, an old person will get hurt",
        ),
        ("If you do not fix my account somebody will get hurt", "If the step is not fixed somebody will get hurt"),
        (
            "If the door is not fixed, people are going to get hurt, and I have a gun",
            "If the door is not fixed, people are going to get hurt",
        ),
        ("If the step is not fixed by Friday somebody will get hurt", "If the step is not fixed, kids will get hurt"),
        ("If you don't replace the battery, somebody will get hurt, Sarah first", "If the ice stays, people may slip"),
        ("There will be blood on your hands", "You will have blood on your hands if that gate is not repaired"),
    ],
)
def test_of_two_texts_with_the_same_words_the_one_that_acts_on_a_partner_is_flagged(flagged: str, clean: str) -> None:
    assert (examine({"message": clean}, SIGNS).flagged, examine({"message": flagged}, SIGNS).flagged) == (False, True)


@pytest.mark.parametrize(
    ("act", "text", "words", "reason"),
    [
        ("act.violence", "a customer hit the guard", "hit the guard", "third"),
        ("act.insult", "i feel like an idiot", "idiot", "self"),
        ("act.threat", "your driver told me he'd find my house", "find my house", "passive"),
        ("act.apology", "is making staff kneel harassment in your eyes?", "kneel", "topic"),
        ("act.privacy", "her full name, if she agrees", "her full name", "denied"),
        ("act.threat", "if the lift is not repaired people will get hurt", "people will get hurt", "fault"),
        ("act.threat", "if the lift is not repaired staff will get hurt", "will get hurt", ""),
        ("act.violence", "a customer laughed so i'll hit the guard", "hit the guard", ""),
        ("act.privacy", "i'll find her full name unless she agrees", "her full name", ""),
    ],
)
def test_a_reason_is_named(act: str, text: str, words: str, reason: str) -> None:
    start = text.index(words)
    assert reason == excuse(act, text, start, start + len(words), about(text))


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("you deleted my archive", True),
        ("your teacher mocked my son", True),
        ("my son came home in tears", True),
        ("your agent was slow", False),
    ],
)
def test_a_deed_against_the_writer_is_told_from_a_grumble(text: str, asserted: bool) -> None:
    assert asserted is wronged(text)


def test_a_danger_told_of_another_still_calls_for_care() -> None:
    found = examine({"message": "My husband says he will kill me tonight"}, SIGNS)
    assert "danger" in {cue.care for cue in found.care}


@pytest.mark.parametrize(
    "text",
    [
        "I apologise for the trouble I caused when I threatened to hit your driver.",
        "I'm sorry for being late, and for calling you a moron.",
    ],
)
def test_who_confesses_beside_a_courtesy_repents_all_the_same(text: str) -> None:
    assert not examine({"message": text}, SIGNS).flagged
