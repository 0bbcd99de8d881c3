"""Who spells by ear is also read as what was meant; that view takes nothing away, and in it no need is heard."""

from pathlib import Path

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine
from desk.rules.conduct.opinion_views import views
from desk.rules.normalise import fold

MODEL = signs_files.model()


def examined(text: str) -> Examination:
    return examine({"message": text}, signs_files.read(), MODEL)


def read_as(text: str) -> list[str]:
    return [view.text for view in views(fold(text), MODEL["en"])]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("im goin to smassh evry windo of yor offise tonite", "smassh"),
        ("ive told sixtey deelers yor braiks kild a famly, al lies lol, il tel moor if yoo dont settel", "ive told"),
        ("fixx it for nuthin or il maek yor enginears lief a missery, unnerstand", "enginears"),
        ("im bringin a nife to yor shopp sattaday an yor casheer wil get it in the neckk", "casheer"),
        (
            "helo, about my ordder.\nim bringin a nife to yor shopp sattaday an yor casheer wil get it in the neckk",
            "nife",
        ),
        ("i am goin too poot a bom under ur van if u dont fix it by fryday", "bom under"),
        ("I wont yor boss heer, neelin, sayin sorrey infrunt of my famly sunday mornin", "sorrey"),
    ],
)
def test_harassment_is_seen_however_it_is_spelt_and_shown_as_it_was_typed(text: str, shown: str) -> None:
    found = examined(text)
    assert found.opinion is not None
    assert found.opinion.unusual
    assert shown in " ".join(word.text for word in found.opinion.words)


@pytest.mark.parametrize(
    "text",
    [
        "helo i orderd a kettel on munday and it dusnt werk, pleese can yoo send annother wun, im realy upset",
        "my dauhter has disleksia and cant reed yor leter, can somone fone us insted pleese",
        "i have a nife set to retern, the hanndel broak, wen can yor driver colect it",
        "pleese tel the ladee at the till thankyoo, she was luvly wen i was loosin it",
        "the wifi in my room is not working and the kerb by the settee is broken",
        "Petrov from accounts will come to your office with the new firewall on Monday.",
        "My scooter raffle ticket: see you at the shop tonight",
        "nudge nudge, still no plumber",
    ],
)
def test_nobody_is_held_for_spelling_or_for_words_that_few_know(text: str) -> None:
    found = examined(text)
    assert (found.flagged, found.care) == (False, ())


@pytest.mark.parametrize(
    "text", ["i have tied the noose allready, pleese cancel my order", "i dont wanna be heer anymor, pleese cansel"]
)
def test_despair_is_heard_as_it_was_typed(text: str) -> None:
    assert "self-harm" in {cue.care for cue in examined(text).care}


@pytest.mark.parametrize(
    "text", ["somone shoud shute yor manager", "that bich at the til is a slutt", "your all bichs and slutts"]
)
def test_what_is_unusual_as_it_was_typed_stays_so_whatever_it_may_have_meant(text: str) -> None:
    assert len(read_as(text)) > 1
    found = examined(text).opinion
    assert found is not None
    assert found.unusual


def test_no_need_is_heard_in_what_may_have_been_meant() -> None:
    text = "sum1 shud st@b that collectr n it mite b me"
    assert len(read_as(text)) > 1
    assert examined(text).care == ()


def test_of_a_text_with_many_misspelt_words_there_is_a_view_with_those_put_right() -> None:
    plain = fold("My ordder is laate, nobuddy ansers.")
    *_, well = views(plain, MODEL["en"])
    assert well.text == "my order is late, nobody answers."
    start = well.text.index("answers")
    assert plain.text[slice(*well.span(start, start + 7))] == "ansers"


@pytest.mark.parametrize(
    "text",
    [
        "my order is late, nobody answers, where is it?",
        "my ordder is late",
        "ordder ordder ordder",
        "my ordder was sent yesterday morning with laate papers about another famly that lives there already",
        "mr okonkwo and ms hiroshige of kirkcudbright asked for a refund of the wetwang voucher by monday morning",
        "the wifi, the kerb and the rota, cctv and firewall",
        "i dont know why theyre late, the parcels didnt come",
        "ich habe meine rechnung nicht bekommen, bitte schicken sie mir die rechnung noch einmal",
        "ordder delayd nobuddy ansers 注文が届きません",
    ],
    ids=[
        "none",
        "one",
        "one again and again",
        "few of many",
        "names",
        "of the trade",
        "often written so",
        "German",
        "with Japanese",
    ],
)
def test_names_few_slips_words_of_the_trade_and_other_languages_are_read_as_they_stand(text: str) -> None:
    assert read_as(text) == [text]


def test_a_finding_is_traced_to_the_words_that_were_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signs_files.version()
    (other := tmp_path / "words").write_text("refund", "utf-8")
    monkeypatch.setattr(signs_files, "WORDS", other)
    signs_files._learnt.cache_clear()
    after = signs_files.version()
    signs_files._learnt.cache_clear()
    assert after != before
