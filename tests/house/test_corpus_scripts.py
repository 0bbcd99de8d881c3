"""The scripts beside the corpus count what their tables say, refuse an unknown author and keep listeners up to date."""

import importlib
import json
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from desk.rules.conduct.listener import read_listener
from desk.signs_files import LISTENERS, READERS

CORPUS = Path(__file__).parents[2] / "corpus"
LINE = ("inquiries", "ja", "zz", "training", "2", "1", "2026-11-28", "letters")


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script("screening_figures", monkeypatch)


@pytest.fixture
def authors(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script("corpus_authors", monkeypatch)


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(CORPUS))
    return importlib.import_module(name)


def seen(figures: ModuleType, **what: Any) -> Any:
    blank = {"language": "en", "label": "ok", "kind": "angry", "acts": (), "pair": "", "flagged": False, "named": ()}
    opinion = {"unusual": False, "guess": None, "second_guess": None, "score": 0.0}
    return figures.Seen(**{**blank, **opinion, "by_signs": None, **what})


def to_flag(figures: ModuleType, *acts: str, **what: Any) -> Any:
    return seen(figures, label="flag", acts=acts, **{"kind": "blunt", "flagged": True, **what})


def test_the_table_of_the_held_files_counts_each_thing_where_it_belongs(figures: ModuleType) -> None:
    threat = to_flag(figures, "act.threat", "act.insult", named=("act.insult",), unusual=True, guess="act.threat")
    insult = to_flag(figures, "act.insult", named=("act.insult", "act.meeting"), pair="1")
    missed = to_flag(figures, "act.violence", kind="evasive", flagged=False, pair="2")
    guessed = to_flag(figures, "act.insult", "act.threat", unusual=True, guess="act.threat")
    either = to_flag(figures, "act.privacy", unusual=True, guess="act.threat", second_guess="act.privacy")
    neither = to_flag(figures, "act.privacy", unusual=True, guess="act.threat", second_guess="act.insult")
    hard = [seen(figures, pair="1"), seen(figures, flagged=True, named=("act.insult",), pair="2")]
    plain = [seen(figures, kind="ordinary"), seen(figures, kind="short", flagged=True)]
    rows = [threat, insult, missed, guessed, either, neither, *hard, *plain]
    cells = dict(zip(figures.HELD_COLUMNS[1:], figures.held_cells(rows), strict=True))

    assert figures.sizes(rows) == "(6, 2, 2)"
    assert cells == {
        "found": "5/6 = 0.833",
        "violence, threat, privacy, sexual": "3/4",
        "evasive": "0/1",
        "hard, flagged falsely": "1/2 = 0.500",
        "plain": "1/2",
        "right act by a sign, or one named besides": "1/2, 2/2",
        "each named act right": "2/3",
        "guessed act": "1/4",
        "an act named or guessed, right": "4/5 = 0.800",
        "pairs, both right": "1/2",
    }


def test_a_file_without_rows_of_a_kind_has_a_table_all_the_same(figures: ModuleType) -> None:
    assert figures.held_cells([])[0] == "0/0"
    assert len(figures.held_cells([])) == len(figures.HELD_COLUMNS) - 1
    assert len(figures.parts_cells([])) == len(figures.PARTS_COLUMNS) - 1


def test_an_author_of_whom_the_table_says_nothing_is_refused_by_name(authors: ModuleType) -> None:
    authors.check_named("inquiries", [("ja", "a"), ("en", "b")])

    with pytest.raises(SystemExit, match=r"inquiries by zz \(en\) are for: add a line"):
        authors.check_named("inquiries", [("ja", "a"), ("en", "zz")])


def test_rows_of_an_author_who_is_held_are_refused_among_those_to_train_on(authors: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"h \(ja\)"):
        authors.check_named("inquiries", [("ja", "h")])


@pytest.mark.parametrize(
    "line", [LINE[:-1], (*LINE[:3], "taught", *LINE[4:]), (*LINE[:4], "two", *LINE[5:]), (*LINE[:5], "", *LINE[6:])]
)
def test_a_line_that_is_not_as_it_should_be_is_told_by_its_number(
    authors: ModuleType, line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "authors.tsv"
    table.write_text("head\n" + "\n".join("\t".join(one) for one in (LINE, line)) + "\n", "utf-8")
    monkeypatch.setattr(authors, "TABLE", table)

    with pytest.raises(SystemExit, match=r"authors\.tsv, line 3"):
        authors.authors()


def test_draws_give_several_matters_to_one_sender_and_are_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, read = script("drawn_dialogues", monkeypatch), script("corpus_dialogues", monkeypatch)
    dialogues = [told for *_, told in read.dialogues([CORPUS / "repetition" / "held" / "ja-sg.jsonl"])]
    pool = drawn.pool(dialogues)
    draws = list(drawn.several_matters(pool.firsts, 20))

    assert draws == list(drawn.several_matters(pool.firsts, 20))
    for messages in draws:
        assert 3 <= len({message.message for message in messages}) <= 5
        assert len({(message.email, message.name) for message in messages}) == 1
        assert [message.answered_before for message in messages] == [False, *[True] * (len(messages) - 1)]
    for first, other, again in drawn.beside_another(pool, 20):
        assert (first.answers, again.answers) == ((), ())
        assert first.at < other.at < other.answers[0] < again.at


def test_a_row_is_examined_as_the_desk_does_by_the_fields_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    measure = script("measure", monkeypatch)
    row = {
        "lang": "ja",
        "subject": "件",
        "text": "窓口の女を殴りに行く。",
        "label": "flag",
        "act": "act.violence",
        "pair": "1",
    }
    one = measure.seen(("some.jsonl", json.dumps(row)), alone=True)

    assert one.flagged
    assert one.by_signs
    assert one.acts == ("act.violence",)
    assert "act.violence" in one.named
    assert one.pair == "some.jsonl 1"


@pytest.mark.parametrize(
    ("language", "pair", "whole"),
    [
        ("ja", ("よろしく", "もう無理。"), "よろしく。もう無理。"),
        ("ja", ("本当ですか?", "はい"), "本当ですか?はい。"),
        ("en", ("I give up", "Thanks!"), "I give up. Thanks!"),
        ("en", ("Really?", "yes"), "Really? yes."),
    ],
)
def test_two_texts_become_one_letter_each_with_its_stop(
    monkeypatch: pytest.MonkeyPatch, language: str, pair: tuple[str, str], whole: str
) -> None:
    assert script("letters", monkeypatch).letter(*pair, language) == whole


def test_a_listener_goes_along_with_its_reader_and_hears_as_before(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trained = script("trained_file", monkeypatch)
    listener = Path(shutil.copy(LISTENERS["en"], tmp_path))
    (further := tmp_path / "reader.npz").write_bytes(b"taught further")
    now, then = trained.digest(further), trained.digest(READERS["en"])
    before, shared = read_listener(listener.read_bytes(), then), trained.shared_by(listener, then)

    assert trained.put_beside(listener, further) == trained.digest(listener) != trained.digest(LISTENERS["en"])
    after = read_listener(listener.read_bytes(), now)
    made = np.random.default_rng(0).standard_normal((5, 384), np.float32)  # what a reader's layers made of two texts
    assert after.hear(made, [slice(0, 3), slice(3, 5)]) == before.hear(made, [slice(0, 3), slice(3, 5)])
    assert (after.after, trained.shared_by(listener, now)) == (before.after, shared)
    with pytest.raises(SystemExit, match="another reader: train it first"):
        trained.shared_by(listener, then)
