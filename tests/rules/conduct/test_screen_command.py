"""`desk screen`: JSON lines in, JSON lines out in the same order, nothing half-written."""

import json
from pathlib import Path

import pytest

from desk.commands import main
from desk.commands.screen_report import report
from desk.rules.conduct import Examination
from desk.rules.conduct.opinion import Opinion
from desk.rules.conduct.shapes import BY_WORDING, CARES, URGENT

pytestmark = pytest.mark.usefixtures("known_sentences")

ROWS = [
    {"id": "b", "lang": "ja", "text": "お前を殺してやる", "label": "flag", "act": "act.violence"},
    {"id": "a", "lang": "en", "subject": "Invoice", "message": "Please send it again.", "label": "ok"},
    {"id": "c", "lang": "en", "text": "A perfectly kind letter.", "label": "flag", "act": "act.insult"},
]


def written(folder: Path, lines: list[str]) -> str:
    file = folder / "inquiries.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    return str(file)


def test_rows_come_out_in_their_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, [json.dumps(row) for row in ROWS])
    assert main(["screen", file, "--without-opinion"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(a["id"], a["flagged"]) for a in answers] == [("b", True), ("a", False), ("c", False)]
    assert {"act", "sign", "strength", "field", "start", "end", "text"} == set(answers[0]["findings"][0])


def test_every_cue_of_care_is_told_with_its_words_and_what_found_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_a_sign, heard = (
        "請求書の件です。死にたいです。",
        "来月からは妻あてにお願いします、私はもうこの世におりませんので。",
    )
    file = written(tmp_path, [json.dumps({"lang": "ja", "text": text}) for text in (by_a_sign, heard)])
    assert main(["screen", file]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["care"] for answer in answers] == [["self-harm"]] * 2
    (named,), (estimate,) = (answer["cues"] for answer in answers)
    assert (named["sign"], estimate["sign"]) == ("ja.care.self-harm", BY_WORDING)
    for text, cue in ((by_a_sign, named), (heard, estimate)):
        assert text[cue["start"] : cue["end"]] == cue["text"] != text


def test_an_unusual_wording_that_tells_of_a_lawful_step_alone_is_told_among_what_was_set_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "訴えるぞ"
    assert main(["screen", written(tmp_path, [json.dumps({"text": line})])]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["flagged"], answer["second_opinion"]["unusual"]) == (False, False)
    wording = [one for one in answer["suppressed"] if one["sign"] == BY_WORDING]
    assert {(one["reason"], one["act"]) for one in wording} == {("lawful", "act.threat")}
    assert all(line[one["start"] : one["end"]] == one["text"] for one in wording)


def test_it_tells_where_nothing_but_letters_of_two_alphabets_is_unusual(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The letters a, c, e, o and p of the first are Cyrillic ones.
    texts = ("Pleasе pass this оn tо the оpеrаtоr abоvе the lаundrеttе: buzzеr three.", "Please pass this on.")
    file = written(tmp_path, [json.dumps({"lang": "en", "text": text}) for text in texts])
    assert main(["screen", file]) == 0
    mixed, plain = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (mixed["flagged"], mixed["second_opinion"]["only_mixed"]) == (True, True)
    assert (mixed["second_opinion"]["unusual"], plain["second_opinion"]["unusual"]) == (True, False)
    assert "only_mixed" not in plain["second_opinion"]


@pytest.mark.parametrize("bad", ["{", "[]", '{"id": 1}', '{"text": 3}', '"text"'])
def test_a_malformed_line_is_named_and_nothing_is_written(
    bad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, [json.dumps(ROWS[0]), bad])
    assert main(["screen", file, "--without-opinion"]) == 2
    said = capsys.readouterr()
    assert (said.out, "line 2" in said.err) == ("", True)


@pytest.mark.parametrize(
    ("key", "meant"),
    [("subjet", "subject"), ("lable", "label"), ("Message", "message"), ("comapny", "company"), ("labels", "label")],
)
def test_a_misspelt_key_is_told_with_the_one_that_was_meant(
    key: str, meant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(
        tmp_path,
        [
            json.dumps({**ROWS[0], "author": "x", "lname": "y", "mail": "z", "facts": 1, "texts": 2}),
            json.dumps({"text": "x", key: "y"}),
        ],
    )
    assert main(["screen", file, "--without-opinion"]) == 2
    said = capsys.readouterr()
    assert (said.out, f'line 2: "{key}" is not read: write "{meant}"' in said.err) == ("", True)
    assert "line 1" not in said.err


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", str(tmp_path / "nowhere.jsonl")]) == 2
    assert "nowhere.jsonl" in capsys.readouterr().err


def test_the_report_tells_what_was_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = {
        "id": "n",
        "lang": "en",
        "name": "Mr Nasty",
        "message": "When do you open?",
        "label": "flag",
        "act": "act.insult",
    }
    file = written(tmp_path, [json.dumps(row) for row in (*ROWS, named)])
    assert main(["screen", file, "--report", "--without-opinion"]) == 0
    said = capsys.readouterr().out
    assert "act.violence           flagged 1/1 = 1.000" in said
    assert "missed  c" in said
    assert "missed  n  act.insult  Mr Nasty / When do you open?" in said


@pytest.mark.parametrize("label", ["OK", "flagged", 1])
def test_a_label_that_cannot_be_read_is_named_instead_of_leaving_its_row_out(
    label: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, [json.dumps(ROWS[0]), json.dumps({**ROWS[1], "label": label})])
    assert main(["screen", file, "--report", "--without-opinion"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "line 2" in said.err
    assert '"flag" or "ok"' in said.err


@pytest.mark.parametrize("act", [5, True, 1.5, {"insult": 1}, "act.nonsense", ["act.insult", None], ["act.insult", 5]])
@pytest.mark.parametrize("field", ["act", "acts"])
def test_an_act_that_nobody_knows_is_named_instead_of_counting_for_none(
    field: str, act: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, [json.dumps(ROWS[0]), json.dumps({**ROWS[2], field: act})])
    assert main(["screen", file, "--report", "--without-opinion"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "line 2" in said.err
    assert f'"{field}" must be an act or a list of acts: act.' in said.err


def test_acts_count_by_their_short_names_too_and_none_is_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = [{**ROWS[0], "act": "violence"}, {**ROWS[0], "acts": ["act.threat", "violence"]}, {**ROWS[1], "act": None}]
    file = written(tmp_path, [json.dumps(row) for row in known])
    assert main(["screen", file, "--report", "--without-opinion"]) == 0
    assert "act.violence           flagged 2/2 = 1.000" in capsys.readouterr().out


def test_a_report_on_rows_without_a_label_is_refused_with_the_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, [json.dumps({"text": "When do you open?"})])
    assert main(["screen", file, "--report", "--without-opinion"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert 'no row has a label. Add "label": "flag" or "ok"' in said.err


def test_a_sign_of_the_operator_is_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    signs = tmp_path / "own.toml"
    signs.write_text(
        'language = "en"\n[part.kind]\nwords = "kind letter"\n[[sign]]\nid = "own.kind"\nact = "act.insult"\n'
        'any = ["kind"]\nmatch = ["kind letter"]\ntrial = true\n',
        "utf-8",
    )
    file = written(tmp_path, [json.dumps(ROWS[2])])
    assert main(["screen", file, "--signs", str(signs), "--without-opinion"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["flagged"], answer["trial"][0]["sign"]) == (False, "own.kind")

    known = written(
        tmp_path, [json.dumps({"text": "A kind letter.", "label": label}) for label in ("flag", "ok", "ok")]
    )
    assert main(["screen", known, "--signs", str(signs), "--without-opinion", "--report"]) == 0
    said = capsys.readouterr().out
    assert "on trial, flagging nobody\n  own.kind               in 1 to flag, 2 others\n" in said


def test_the_help_names_the_cues_that_are_held_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["screen", "--help"])
    said = capsys.readouterr().out
    assert {care for care in CARES if care in said} == URGENT


def test_the_report_says_what_holds_a_row_in_which_no_sign_was_found() -> None:
    unusual = Examination(True, "medium", (), (), (), Opinion(0.934, (), "act.threat", unusual=True))
    said = report([({"id": "r1", "lang": "en", "label": "ok", "text": "Answer me."}, unusual)])
    assert "  false   r1  unusual wording 0.93  Answer me." in said


def test_the_report_counts_and_lists_the_rows_whose_act_is_only_guessed() -> None:
    named = {"lang": "en", "label": "flag", "act": "threat", "text": "Answer me."}
    opinions = (
        Opinion(0.9, (), "act.threat", unusual=True),
        Opinion(0.9, (), "act.insult", unusual=True, second_guess="act.threat"),
        Opinion(0.9, (), "act.insult", unusual=True),
        Opinion(0.9, (), None, unusual=True),
    )
    found = [Examination(True, "medium", (), (), (), opinion) for opinion in opinions]
    said = report([({**named, "id": number}, one) for number, one in enumerate(found)])
    assert "  act.threat             flagged 4/4 = 1.000 · act only guessed 4, rightly 2/4 = 0.500\n" in said
    _, listed = said.split("acts that are only guessed (the first or the second guess counts)\n")
    assert listed.split("\n\n")[0].splitlines() == [
        "  right   0  act.threat, guessed act.threat  Answer me.",
        "  right   1  act.threat, guessed act.insult or act.threat  Answer me.",
        "  wrong   2  act.threat, guessed act.insult  Answer me.",
        "  wrong   3  act.threat, guessed no act  Answer me.",
    ]
    assert "misses and false flags\n  none\n" in said


def test_a_text_beside_a_message_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = {"id": "番", "text": "お前を殺してやる", "message": "When do you open?"}
    rows = (ROWS[1], {"text": "x", "message": None}, both, {"text": "x", "message": "y"})
    assert main(["screen", written(tmp_path, [json.dumps(row) for row in rows]), "--without-opinion"]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["flagged"] for line in said.out.splitlines()] == [False, False, True, False]
    assert said.err == (
        'desk screen: "text" stands beside "message" in row "番" and 1 more: both are read; leave one out if it '
        "repeats the other\n"
    )
