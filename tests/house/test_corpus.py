"""What is told of the corpus is so: its authors, the sums of its README, how the shipped readers were made."""

import csv
import hashlib
import json
import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
README = (CORPUS / "README.md").read_text("utf-8")
FOLDERS = {"inquiries": CORPUS / "screening", "dialogues": CORPUS / "repetition", "care": CORPUS / "care"}
ROLES = ("training", "threshold", "threshold of lines", "held", "unread")
READERS = tomllib.loads((CORPUS / "readers.toml").read_text("utf-8"))["reader"]
Key = tuple[str, str, str, bool]


def test_every_author_has_one_line_that_counts_the_rows() -> None:
    told = {(*key(line), line["role"] == "held"): (int(line["rows"]), int(line["to flag"])) for line in table()}

    assert len(told) == len(table())
    assert told == counted()


def test_every_role_is_one_that_the_scripts_know_and_every_author_says_what_was_asked_for() -> None:
    assert {line["role"] for line in table()} == set(ROLES)
    assert [line for line in table() if not line["what"] or not re.fullmatch(r"\d{4}-\d\d-\d\d", line["written"])] == []


def test_both_languages_have_authors_that_set_each_threshold() -> None:
    setting = {(line["texts"], line["role"]) for line in table() if line["role"].startswith("threshold")}

    assert setting == {(texts, "threshold") for texts in FOLDERS} | {("inquiries", "threshold of lines")}
    for texts, role in setting:
        assert {line["language"] for line in table() if (line["texts"], line["role"]) == (texts, role)} == {"ja", "en"}


def test_the_sums_of_the_readme_are_those_of_the_table() -> None:
    named = "|".join(FOLDERS)
    line = rf"^\| ({named}) \| `([a-z ]+)` \|.*\| ([\d ]+) \| ([\d ]+) \| ([\d ]+) \|$"
    rows = re.findall(line, README, re.MULTILINE)
    told = {(texts, role): [int(number.replace(" ", "")) for number in numbers] for texts, role, *numbers in rows}
    sums = defaultdict[tuple[str, str], list[int]](lambda: [0, 0, 0])
    for line in table():
        of_role = sums[line["texts"], line["role"]]
        of_role[:] = [of_role[0] + 1, of_role[1] + int(line["rows"]), of_role[2] + int(line["to flag"])]

    assert told == dict(sums)


def test_every_inquiry_that_was_judged_exists_and_is_judged_in_a_word_that_the_script_knows() -> None:
    with (CORPUS / "care" / "judged.tsv").open(encoding="utf-8", newline="") as file:
        judged = {line["id"]: line["care"] for line in csv.DictReader(file, delimiter="\t")}
    training = {line["author"] for line in table() if (line["texts"], line["role"]) == ("inquiries", "training")}
    known = {
        row["id"] for texts, held, row in rows() if texts == "inquiries" and not held and row["author"] in training
    }

    assert set(judged.values()) == {"self-harm", "danger", "none", "open"}
    assert judged.keys() <= known


def test_every_script_of_the_corpus_that_is_named_anywhere_exists() -> None:
    pages = [ROOT / "Makefile", ROOT / "NOTICE", CORPUS / "README.md", CORPUS / "readers.toml", *ROOT.glob("docs/*.md")]
    texts = [path.read_text("utf-8") for path in (*pages, *(ROOT / "site").rglob("*.py"))]
    named = {name for text in texts for name in re.findall(r"corpus/[\w-]+\.(?:py|txt)", text)}

    assert len(named) >= 6
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_the_last_step_told_of_each_reader_made_the_file_that_is_shipped() -> None:
    shipped = {str(path.relative_to(ROOT)): digest(path) for path in (ROOT / "site").rglob("*.npz")}

    assert {reader["file"]: reader["step"][-1]["sha256"] for reader in READERS} == shipped


def test_every_step_went_on_from_a_published_model_or_from_a_file_that_is_told_of() -> None:
    steps = [step for reader in READERS for step in reader["step"]]
    known = {step["sha256"] for step in steps}
    begun_from = {step["from"] for step in steps if step["from"] not in known}

    assert all(re.fullmatch("[0-9a-f]{7}", step["commit"]) for step in steps)
    assert all(re.match(r"multilingual-e5-small|all-MiniLM-L6-v2|all-mpnet-base-v2", name) for name in begun_from)
    for reader in READERS:
        for before, after in zip(reader["step"], reader["step"][1:], strict=False):
            assert after["from"] == before["sha256"]


def table() -> list[dict[str, str]]:
    with (CORPUS / "authors.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def key(line: dict[str, str]) -> tuple[str, str, str]:
    return line["texts"], line["language"], line["author"]


def counted() -> dict[Key, tuple[int, int]]:
    """By texts, language, author and whether they are held: how many rows there are, and how many to flag."""
    sums = defaultdict[Key, list[bool]](list)
    for texts, held, row in rows():
        sums[texts, row["lang"], row["author"], held].append(is_to_flag(row))
    return {which: (len(some), sum(some)) for which, some in sums.items()}


@cache
def rows() -> list[tuple[str, bool, dict[str, Any]]]:
    return [
        (texts, path.parent.name == "held", json.loads(line))
        for texts, folder in FOLDERS.items()
        for path in folder.rglob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    ]


def is_to_flag(row: dict[str, Any]) -> bool:
    if "messages" in row:
        return any(message["label"] == "again" for message in row["messages"])
    return bool(row["care"]) if "care" in row else bool(row["label"] == "flag")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
