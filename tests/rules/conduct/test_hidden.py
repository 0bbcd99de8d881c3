"""Words in letters of two alphabets: several of them are unusual whatever they say, and each is shown as it stands."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.hidden import hidden

MODEL = signs_files.model()
# The letters a, c, e, o and p are Cyrillic ones.
VEILED = "Pleasе pаss this оn tо the оpеrаtоr abоvе the lаundrеttе: buzzеr three, bаd bасk."


def words(text: str) -> list[str]:
    """The words with letters of two alphabets."""
    return [text[slice(*span)] for span in hidden(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roswithа works for the bоss there", ["bоss"]),
        ("оpеrаtоr, RОSWITHA", ["оpеrаtоr", "RОSWITHA"]),
        ("Facebookом, Telegramе, iPhone'ом и WhatsAppу", []),
        ("Привет, как дела? Hello there.", []),
        ("10 kΩ, 5 μm, H₂O, naïve, Łukasz", []),
        ("メールаdress", ["аdress"]),
        ('They wrote "Yоur dоmain ехpires tоday, vеrify" to me', []),
        ("They wrote ‘Yоur dоmain will ехpire tоday’ to me, who is no client", []),
        ("A letter came, is it from you?\n\n> Yоur dоmain\n> will ехpire tоday\n> plеase vеrify", []),
        ('"Yоur hоuse will burn"', ["Yоur", "hоuse"]),
        ("Your wһoӏe famiӏy", ["wһoӏe", "famiӏy"]),
    ],
)
def test_a_word_is_hidden_where_a_letter_of_another_alphabet_stands_before_a_latin_one(
    text: str, found: list[str]
) -> None:
    assert words(text) == found


def test_several_such_words_are_unusual_and_are_the_words_shown() -> None:
    opinion = examine({"message": VEILED}, signs_files.read(), MODEL).opinion
    assert opinion is not None
    assert (opinion.unusual, opinion.only_mixed) == (True, True)
    assert [one.text for one in opinion.words] == words(VEILED)
    assert all(VEILED[one.start : one.end] == one.text for one in opinion.words)


def test_who_hides_a_foreign_language_or_guesses_at_no_act_is_held_all_the_same() -> None:
    opinion = examine({"message": "Liebe Firmа, ich kоmmе mоrgеn vоrbei."}, signs_files.read(), MODEL).opinion
    assert opinion is not None
    assert (opinion.unusual, opinion.act_guess, opinion.acts) == (True, None, ())


def test_one_word_again_and_again_or_in_the_subject_too_is_one() -> None:
    fields = {"subject": "Сisco Mоdem", "message": "The Сisco Mоdem shows error 5. Is there a new Сisco Mоdem?"}
    assert not examine(fields, signs_files.read(), MODEL).flagged


@pytest.mark.parametrize("text", ["Does the shоp open at nine on Monday?", "Does the shop open at nine on Monday?"])
def test_a_single_letter_may_come_from_another_keyboard(text: str) -> None:
    assert not examine({"message": text}, signs_files.read(), MODEL).flagged


def test_what_is_unusual_by_its_wording_too_does_not_stand_on_its_letters() -> None:
    threat = f"{VEILED} I will come to her house tonight and break both her arms, and nobody will help her."
    opinion = examine({"message": threat}, signs_files.read(), MODEL).opinion
    assert opinion is not None
    assert (opinion.unusual, opinion.only_mixed) == (True, False)
