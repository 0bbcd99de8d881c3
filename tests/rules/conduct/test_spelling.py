"""Who spells by ear is read as what was meant: harassment is seen in it, and nobody is held for spelling alone."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine
from desk.rules.conduct.opinion_views import views
from desk.rules.normalise import fold

MODEL = signs_files.model()


def examined(text: str) -> Examination:
    return examine({"message": text}, signs_files.read(), MODEL)


@pytest.mark.parametrize(
    "text",
    [
        "I no were yor dauhter gose to scool. Pay bak the munny or els.",
        "shes a usless stoopid pig and shoud nevver hav been alowed neer custommers",
        "im goin to smassh evry windo of yor offise tonite",
    ],
)
def test_harassment_is_seen_however_it_is_spelt_and_shown_as_it_was_typed(text: str) -> None:
    found = examined(text)
    assert found.flagged
    assert found.opinion is not None
    assert found.opinion.unusual
    assert [text[word.start : word.end] for word in found.opinion.words] == [word.text for word in found.opinion.words]


@pytest.mark.parametrize(
    "text",
    [
        "hiya cud u tell me wot time da shop shuts on sundays, im comin from far n dont wanna miss it thx x",
        "helo i orderd a kettel on munday and it dusnt werk, pleese can yoo send annother wun, im realy upset",
        "my dauhter has disleksia and cant reed yor leter, can somone fone us insted pleese",
        "yor driver kiked my fense and broak it, who is goin to pay for the dammage",
    ],
)
def test_nobody_is_held_for_spelling_or_taken_for_somebody_in_danger(text: str) -> None:
    found = examined(text)
    assert (found.flagged, found.care) == (False, ())


@pytest.mark.parametrize(
    "text",
    [
        "i wil kil myslef tonite, nobuddy wil miss me, pleese cansel evrything",
        "i dont wont to liv anymor, takin al my pils tonite",
    ],
)
def test_despair_is_heard_however_it_is_spelt(text: str) -> None:
    assert "self-harm" in {cue.care for cue in examined(text).care}


def test_of_a_text_with_misspelt_words_there_is_a_view_that_is_spelt_well() -> None:
    plain = fold("My ordder is laate, whare is it?")
    *_, well = views(plain, MODEL["en"])
    assert well.text == "my order is late, where is it?"
    start = well.text.index("where")
    assert plain.text[slice(*well.span(start, start + 5))] == "whare"


@pytest.mark.parametrize(
    "text",
    [
        "my order is delayed, where is it?",
        "mr okonkwo and ms hiroshige of kirkcudbright asked for a refund of the wetwang voucher by monday morning",
        "one ordder only is wrong in this rather long sentence about parcels that were delivered yesterday evening",
        "ich habe meine rechnung nicht bekommen, bitte schicken sie mir die rechnung noch einmal",
        "ordder delayd 注文が届きません",
    ],
)
def test_names_few_slips_and_other_languages_are_read_as_they_stand(text: str) -> None:
    assert [view.text for view in views(fold(text), MODEL["en"])] == [text]
