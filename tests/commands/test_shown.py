"""`desk show` explains what was found as the page of the inquiry does, in both languages, and covers the same."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kept import CLEAN

from desk import places
from desk.commands import main
from desk.rules.languages import LANGUAGES
from desk.store import audit, reviews, staff
from desk.store.decisions import Decision
from desk.store.engine import Store
from desk.store.screening import Assessment, record, unscreened
from desk.words import read

Capture = pytest.CaptureFixture[str]
Send = Callable[..., str]
Judge = Callable[..., str]

TEXT = "この馬鹿。返金しないなら会社に火をつける。\r\nもう限界です。昨日「死ね」と言われました。"
BURN, FOOL, NEED, QUOTED = "火をつける", "馬鹿", "もう限界です", "死ね"


def at(words: str, text: str = TEXT) -> dict[str, object]:
    start = text.index(words)
    return {"field": "message", "start": start, "end": start + len(words), "text": words}


def finding(words: str, act: str, sign: str, view: str = "plain") -> dict[str, object]:
    return {"act": act, "sign": sign, "strength": "strong", "view": view, **at(words)}


FOUND = Assessment(
    flagged=True,
    severity="high",
    findings=[finding(BURN, "act.violence", "own.fire"), finding(BURN, "act.threat", "own.fire")],
    suppressed=[{"finding": finding(QUOTED, "act.insult", "own.die", "leet"), "reason": "quote"}],
    care=[{"care": "distress", "sign": "own.limit", **at(NEED)}],
    opinion={
        "score": 0.97,
        "words": [at(FOOL)],
        "act_guess": "act.insult",
        "second_guess": "act.dignity",
        "unusual": True,
    },
)


@pytest.fixture
def judged(send: Send, store: Store, capsys: Capture) -> Judge:
    """Stores an inquiry of which the screening found this; gives its receipt."""

    def one_more(found: Assessment = FOUND, text: str = TEXT) -> str:
        receipt = send(text)
        (inquiry,) = unscreened(store, 1)
        record(store, inquiry.id, found, "general", datetime.now(UTC)).result()
        capsys.readouterr()
        return receipt

    return one_more


def shown(capsys: Capture, receipt: str, *options: str) -> str:
    assert main(["show", receipt, *options]) == 0
    return capsys.readouterr().out


def names(language: str) -> Callable[[str], str]:
    return read(places.LOCALES, language).gettext


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_was_found_is_explained_in_the_words_of_the_page(
    judged: Judge, capsys: Capture, language: str
) -> None:
    said, out = names(language), shown(capsys, judged(), "--language", language, "--uncovered")
    one_line = " ".join(out.split())
    policy = (places.LOCALES / language / "policy.2026-10-01.md").read_text("utf-8").splitlines()
    acts = ("{#act.violence}", "{#act.threat}")
    named = [line.partition(" {#")[0].lstrip("- ") for line in policy if line.endswith(acts)]
    announced = "The words are those of finding %(number)s: it names what is announced, this one that it is announced."
    for sentence in (
        said("A finding suggests an act of the policy. Only you decide whether it is one."),
        *named,
        said(announced) % {"number": 1},
        said("Seen and not counted, because %(why)s.") % {"why": said("it is quoted")},
        said("Signs of distress"),
        said("The writer seems to be under great strain. Answer the need first, calmly and in plain words."),
        said("Unusual wording: please look"),
        said("A comparison with many inquiries, not a rule. It can be wrong: read the text and judge for yourself."),
        f"0.97 {said('(0 ordinary, 1 very unusual)')}",
        f"{said('Spelling')}: {said('disguised')}",
        f"own.fire {said('(%(words)s)') % {'words': said('strong sign')}}",
        f"high ({said('High')})",
        f"held ({said('Waiting for a reviewer')})",
        *(said("“%(word)s”") % {"word": words} for words in (BURN, FOOL, NEED, QUOTED)),
        f"{said('Field')}: {said('Inquiry')}",
        "act.violence",
        "own.limit",
    ):
        assert sentence.replace(" ", "") in one_line.replace(" ", "")


def test_two_guesses_at_an_act_are_told_as_on_the_page(judged: Judge, capsys: Capture) -> None:
    out = " ".join(shown(capsys, judged()).split())
    assert "A guess: perhaps “Statements or actions that insult" in out
    assert "or else “" in out


def test_harsh_words_are_covered_wherever_they_stand_until_they_are_asked_for(judged: Judge, capsys: Capture) -> None:
    receipt = judged()
    covered = shown(capsys, receipt)
    assert [words for words in (BURN, QUOTED, "馬鹿") if words in covered] == []
    assert NEED in covered
    assert "返金しないなら会社に■■■■■。" in covered
    assert "--uncovered" in covered
    uncovered = shown(capsys, receipt, "--uncovered")
    assert [words for words in (BURN, QUOTED, "馬鹿", NEED) if words not in uncovered] == []
    assert "■" not in uncovered
    assert "--uncovered" not in uncovered


def test_that_they_were_uncovered_is_on_record_as_such_and_only_where_something_was(
    judged: Judge, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("LOGNAME", "operator")
    harsh, plain = judged(), judged(CLEAN, "ありがとうございました。")
    for receipt in (harsh, plain):
        for options in ((), ("--uncovered",), ("--json",)):
            shown(capsys, receipt, *options)
    rows = [(row.what, row.receipt, row.detail) for row in audit.recent(store)][::-1]
    seen = [what for what, receipt, detail in rows if (receipt, detail) == (harsh, "operator")]
    assert seen == ["shown-by-command", "uncovered-by-command", "uncovered-by-command"]
    assert [what for what, receipt, _ in rows if receipt == plain] == ["shown-by-command"] * 3
    case = reviews.case(store, harsh)
    assert case is not None
    assert case.readings == 3


def test_for_scripts_nothing_is_covered(judged: Judge, capsys: Capture) -> None:
    told = json.loads(shown(capsys, judged(), "--json"))
    assert (told["message"], told["flagged"], told["failed"], told["unjudged"]) == (TEXT, True, None, None)
    assert [one["text"] for one in told["findings"]] == [BURN, BURN]
    assert told["suppressed"][0]["reason"] == "quote"
    assert (told["care"], told["cues"]) == (["distress"], [{"care": "distress", "sign": "own.limit", **at(NEED)}])
    assert told["second_opinion"] == {
        "score": 0.97,
        "unusual": True,
        "words": [at(FOOL)],
        "act": "act.insult",
        "guess": True,
        "second_act": "act.dignity",
    }


def test_before_it_is_screened_all_of_it_is_covered(receipt: str, capsys: Capture) -> None:
    covered = shown(capsys, receipt)
    assert "通目" not in covered
    assert "山田" not in covered
    assert "nobody has looked for harsh words yet and all of it is covered" in " ".join(covered.split())
    assert "一通目です。" in shown(capsys, receipt, "--uncovered")


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            replace(CLEAN, failed="RuntimeError"),
            "The screening of this inquiry failed, so nobody looked",
        ),
        (replace(CLEAN, unjudged="OSError"), "It could not be told with certainty whether this repeats an earlier"),
        (CLEAN, "No covered act."),
        (replace(FOUND, findings=[], severity="low"), "No sign of the rules counts here, but the wording is rare"),
    ],
)
def test_where_nothing_was_found_it_says_why_that_is(
    judged: Judge, capsys: Capture, found: Assessment, sentence: str
) -> None:
    assert sentence in " ".join(shown(capsys, judged(found)).split())


def test_a_reason_that_may_quote_the_inquiry_is_shown_with_the_covered_words(
    judged: Judge, store: Store, capsys: Capture
) -> None:
    receipt, now = judged(), datetime.now(UTC)
    yuki = staff.add(store, "Yuki", "lead", "ja", "hash", "SECRET", now).id
    reviews.claim(store, receipt, yuki, now)
    decision = Decision(receipt, yuki, now, True, False, ("act.threat",), "release-masked", f"「{BURN}」とある。", TEXT)
    reviews.decide(store, decision, "claimed", "released", [])
    assert main(["hold", receipt, "--reason", f"「{BURN}」のため"]) == 0
    capsys.readouterr()
    covered = shown(capsys, receipt)
    assert BURN not in covered
    assert " ".join(covered.split()).count("The reason may quote the inquiry.") == 2
    assert FOOL not in covered
    assert shown(capsys, receipt, "--uncovered").count(f"「{BURN}」") >= 2


def test_words_that_are_folded_begin_where_no_entry_does(
    judged: Judge, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = "死ね " + " ".join(["- 3: 暴力行為 (act.violence)"] * 12)
    found = replace(CLEAN, flagged=True, findings=[{**finding(QUOTED, "act.insult", "own.die"), **at(text, text)}])
    lines = shown(capsys, judged(found, text), "--uncovered").splitlines()
    (first,) = (line for line in lines if "- 1: " in line)
    place, entries = first.index("- 1: "), lines[lines.index(first) :]
    assert [line for line in entries if line[place:].startswith("- ")] == [first]


def test_words_that_were_typed_over_lines_pass_for_nothing_that_the_desk_says(judged: Judge, capsys: Capture) -> None:
    text = "死ね\nRule: none (weak sign)"
    found = replace(CLEAN, flagged=True, findings=[{**finding(QUOTED, "act.insult", "own.die"), **at(text, text)}])
    lines = shown(capsys, judged(found, text), "--uncovered").splitlines()
    real, faked = (next(line for line in lines if words in line and "Rule:" in line) for words in ("own.die", "none ("))
    assert len(faked) - len(faked.lstrip()) > 0
    inside = [line for line in lines if "Rule: none" in line]
    assert all(line.index("Rule:") != real.index("Rule:") for line in inside)


def test_it_is_shown_with_the_ids_of_acts_alone_where_the_texts_cannot_be_read(
    judged: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    receipt = judged()
    (tmp_path / "texts").mkdir()
    monkeypatch.setenv("DESK_LOCALES", str(tmp_path / "texts"))
    assert "act.violence" in shown(capsys, receipt)
