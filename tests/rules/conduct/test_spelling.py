"""Who spells by ear is also read as what was meant: signs find words in that view, and it takes nothing away."""

from pathlib import Path

import pytest
from own_sign import SIGN

from desk import signs_files
from desk.rules.conduct import Examination, examine
from desk.rules.conduct.opinion_views import views
from desk.rules.conduct.respelt import VIEW
from desk.rules.conduct.shapes import BY_WORDING
from desk.rules.normalise import fold

pytestmark = pytest.mark.usefixtures("known_sentences")

MODEL = signs_files.model()


def examined(text: str) -> Examination:
    return examine({"message": text}, signs_files.read(), MODEL)


def read_as(text: str) -> list[str]:
    return [view.text for view in views(fold(text), MODEL["en"])]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("im goin to smassh evry windo of yor offise tonite", "offise"),
        ("ive told sixtey deelers yor braiks kild a famly, al lies lol, il tel moor if yoo dont settel", "il tel moor"),
        ("fixx it for nuthin or il maek yor enginears lief a missery, unnerstand", "enginears"),
        ("im bringin a nife to yor shopp sattaday an yor casheer wil get it in the neckk", "casheer"),
        (
            "helo, about my ordder.\nim bringin a nife to yor shopp sattaday an yor casheer wil get it in the neckk",
            "casheer",
        ),
        ("i am goin too poot a bom under ur van if u dont fix it by fryday", "bom under"),
        ("I wont yor boss heer, neelin, sayin sorrey infrunt of my famly sunday mornin", "neelin"),
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
        "my dauhter lost her glases and cant reed yor leter, can somone fone us insted pleese",
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


@pytest.mark.parametrize(
    ("text", "act", "typed", "severity"),
    [
        ("ill be bringin my dads shotgn to ur counter since u lost my parcle", "act.violence", "shotgn", "emergency"),
        ("ur staff are stuipd ugly idoits, that bich is a retrad", "act.insult", "stuipd ugly idoits", "medium"),
        ("im goin to smassh evry windo of yor offise tonite", "act.violence", "smassh evry windo", "emergency"),
        ("I Wil Com Too Yor Howse And Kyll Yoo", "act.violence", "Kyll", "emergency"),
    ],
)
def test_signs_name_what_was_meant_in_the_words_that_were_typed(text: str, act: str, typed: str, severity: str) -> None:
    found = examined(text)
    [finding] = [one for one in found.findings if one.act == act and typed in one.text][:1]
    assert text[finding.start : finding.end] == finding.text
    assert VIEW in finding.view.split("+")
    assert found.severity == severity


@pytest.mark.parametrize(
    ("text", "care", "typed"),
    [
        ("I am bein raped right now please help", "danger", "bein raped"),
        ("hopin I dont wake up", "self-harm", "hopin I dont wake up"),
        ("elp me nan she drunk bleech thinkin it water", "danger", "she drunk bleech"),
        ("wot u want me to say. yeah im gona kill meself. no u cant help. u sell sofas", "self-harm", "kill meself"),
        ("Hello i wnat to cacnel my tarrif, my englsih is not so good", "disability", "my englsih is not"),
    ],
)
def test_signs_of_care_are_found_however_they_are_spelt(text: str, care: str, typed: str) -> None:
    assert (care, typed) in {(cue.care, cue.text) for cue in examined(text).care if cue.sign != BY_WORDING}


def test_a_sign_in_what_may_have_been_meant_is_doubted_as_if_it_were_typed() -> None:
    found = examined("babys swalowd a battry from ur toy shes droolin n chokin")
    assert not found.flagged
    assert {(one.finding.sign, one.reason) for one in found.suppressed} == {("en.violence.harm", "ordinary")}


def test_of_names_and_without_a_second_opinion_nobody_knows_how_they_are_spelt() -> None:
    text = "ur staff are stuipd ugly idoits"
    assert examined(text).findings
    assert examine({"message": text}, signs_files.read()).findings == ()
    assert examine({"company": text, "message": "Please call."}, signs_files.read(), MODEL).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        *("im gunna kill your manager", "im goin to kill your manager", "im goin' to kill your manager"),
        *("im gunna personally kill your manager", "i promisse to kill your manager, beleve it or nott"),
    ],
)
def test_what_is_spelt_by_ear_beside_a_word_tells_how_it_is_said(text: str) -> None:
    found = examined(text)
    assert {("act.violence", "kill your", "plain"), ("act.threat", "kill your", "plain")} <= {
        (finding.act, finding.text, finding.view) for finding in found.findings
    }


@pytest.mark.parametrize(
    "text",
    [
        "beIN Sports is not workin on my Hopin acct",
        "Mr Killin will pay your invoice on Monday.",
        "We will be in Killin on Friday, can you deliver to the hotel?",
        "Evry Town Hall wants an offer for two rooms",
        "i'm losin the picture on two channels and keep gettin the same error",
    ],
)
def test_nobody_is_held_for_a_name_that_sounds_like_a_word_or_for_speaking_as_they_do(text: str) -> None:
    found = examined(text)
    assert (found.flagged, found.care, found.findings) == (False, (), ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("u wanna get the bich parcle n ur stuipd idoit pls", "wanna get the"),
        ("i want to get the bich parcle n ur stuipd idoit pls", "to get the"),
    ],
)
def test_what_is_on_trial_is_told_once_however_often_it_is_read(text: str, told: str, tmp_path: Path) -> None:
    own = SIGN.format(id="ordered", act="act.threat", words="to get the").replace("match", "trial = true\nmatch")
    (tmp_path / "own.toml").write_text(f'language = "en"\n{own}', "utf-8")
    found = examine({"message": text}, signs_files.read([tmp_path]), MODEL)
    assert [one.text for one in found.trial] == [told]


def test_no_need_is_heard_in_what_may_have_been_meant() -> None:
    text = "sum1 shud st@b that collectr n it mite b me"
    assert len(read_as(text)) > 1
    assert examined(text).care == ()


def test_of_a_text_with_many_misspelt_words_there_is_a_view_with_those_put_right() -> None:
    text = "My ordder is laate, nobuddy ansers."
    plain = fold(text)
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
