"""The documents stay short, point to what is there, and give the numbers that the code has."""

import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk import places, signs_files
from desk.commands import main
from desk.rules import organisation
from desk.rules.organisation import OrganisationError
from desk.rules.repetition import assess
from desk.rules.repetition.reading import Message

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
IN_PRESENT_TENSE = [
    DOCS / f"{name}.md"
    for name in ("README", "organisation", "proxy", "repetition", "screening", "second-opinion", "speed", "tried")
]
LINKING = [*ROOT.glob("*.md"), ROOT / "corpus" / "README.md", *sorted(DOCS.rglob("*.md"))]
PACKAGES = ("desk.rules.conduct", "desk.rules.repetition")
LINK = re.compile(r"\[([^\]]*)\]\((?!https?:)([^)#]*)#?([^)]*)\)")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
BEGUN = datetime(2026, 11, 1, 9, tzinfo=UTC)
ANSWERED = 4  # the day of the desk's answer in the example of a repetition


def test_every_page_is_read_in_minutes() -> None:
    lengths = {path.name: len(text(path).splitlines()) for path in PAGES}

    assert {name: length for name, length in lengths.items() if length > 120} == {}


def test_no_line_and_no_cell_of_a_page_is_too_long_to_be_seen_whole() -> None:
    seen = [LINK.sub(r"\1", line) for path in IN_PRESENT_TENSE for line in text(path).splitlines()]

    assert [line for line in seen if len(line) > 120] == []
    assert [cell for line in seen for cell in cells(line) if len(cell) > 80] == []


def test_a_page_tells_what_is_so_and_no_history() -> None:
    for path in IN_PRESENT_TENSE:
        told = re.sub(r"Measured on 20\d\d-\d\d-\d\d", "", re.sub(r"`[^`]*`|\([^)]*\)", "", text(path)))
        assert re.findall(r"20\d\d-\d\d-\d\d|\bhands?\b|\bis told\b", told) == [], path.name


@pytest.mark.parametrize("path", LINKING, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(path: Path) -> None:
    for _, file, heading in LINK.findall(CODE.sub("", text(path))):
        target = path.parent / file if file else path
        assert target.exists(), file
        assert not heading or heading in headings(target), heading


def test_every_page_and_every_measurement_is_in_its_index() -> None:
    for folder in (DOCS, DOCS / "measured"):
        linked = {file for _, file, _ in LINK.findall(text(folder / "README.md"))}
        assert {path.name for path in folder.glob("*.*")} - linked <= {"README.md"}


@pytest.mark.parametrize(("name", "least"), [("second-opinion", 18), ("repetition", 7)])
def test_every_number_that_is_set_is_the_one_that_the_code_has(name: str, least: int) -> None:
    numbers = list(set_numbers(text(DOCS / f"{name}.md")))

    assert len(numbers) >= least
    for what, place, said in numbers:
        decimals = max(len(number.partition(".")[2]) for number in said)
        held = [round(value, decimals) for value in values(place, len(said))]
        assert [float(number) for number in said] == held, what


def test_the_page_of_the_organisation_file_has_every_setting_and_no_other() -> None:
    shipped = text(places.ORGANISATION)
    told = dict(
        re.findall(r"^## \[+(\w+)\]+\n(.*?)(?=^## |\Z)", text(DOCS / "organisation.md"), re.MULTILINE | re.DOTALL)
    )

    assert list(told) == ["organisation", "retention", "desk", "service"]
    for table, section in told.items():
        with pytest.raises(OrganisationError) as refused:
            organisation.read(
                re.sub(rf"^(\[+{table}\]+)$", r"\1\nunknown = 1", shipped, count=1, flags=re.MULTILINE), ""
            )
        rows = [cells(line)[0] for line in section.splitlines() if line.startswith("| `")]
        named = [name for cell in rows for name in re.findall(r"`(\w+)`", cell)]
        assert sorted(named) == sorted(refused.value.remedy.partition("the settings are ")[2].split(", ")), table


def test_the_first_sign_of_the_page_does_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = text(DOCS / "screening.md")
    monkeypatch.chdir(tmp_path)
    for name, kind in (("own.toml", "toml"), ("past.jsonl", "json")):
        (shown,) = re.findall(rf"^```{kind}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
        Path(name).write_text(shown, "utf-8")
    ((command, said),) = re.findall(r"`desk (screen past[^`]*)`\s+says of `ja`:\s+`([^`]*)`", page)

    assert main(command.split()) == 0
    assert f"  ja                     {said}\n" in capsys.readouterr().out


def test_the_example_of_a_repetition_is_judged_as_the_page_says() -> None:
    told = [row for row in map(cells, text(DOCS / "repetition.md").splitlines()) if row and row[0].isdigit()]
    sent = []
    for day, said, judged, why in told:
        at = BEGUN + timedelta(days=int(day))
        sent.append(Message(at, "a@example.net", "", said, int(day) > ANSWERED))
        found = assess(sent)
        assert ("yes" if found.repetition else "no", found.why or found.ground) == (judged, why)
    assert [row[2] for row in told] == ["no", "no", "no", "yes"]
    assert f"The desk answered on day {ANSWERED}." in text(DOCS / "repetition.md")


def text(path: Path) -> str:
    return path.read_text("utf-8")


def headings(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", CODE.sub("", text(path)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []


def set_numbers(page: str) -> Iterator[tuple[str, str, list[str]]]:
    """Of every row of a table with a column "set in": what it is, where it is set, and its numbers, Japanese first."""
    head: list[str] = []
    for row in map(cells, page.splitlines()):
        if "set in" in row:
            head = row
        elif not row:
            head = []
        elif head and set(row[0]) != {"-"}:
            said = [cell for name, cell in zip(head, row, strict=True) if name in {"Japanese", "English", "value"}]
            yield row[0], row[head.index("set in")], said


def values(place: str, how_many: int) -> list[float]:
    """What the code has there: `module.NAME`, or `opinion.json` and the key."""
    if key := place.partition("`opinion.json` ")[2]:
        model = json.loads(text(signs_files.MODEL))
        return [one for language in ("ja", "en") for one in distinct(model[language][key])]
    module, name = place.strip("`").split(".")
    package = next(one for one in PACKAGES if importlib.util.find_spec(f"{one}.{module}"))
    held = getattr(importlib.import_module(f"{package}.{module}"), name)
    return [*distinct(held), *distinct(held)][:how_many]


def distinct(held: object) -> list[float]:
    """The numbers of a setting, of a table of them each one once; days where it is a time."""
    if isinstance(held, timedelta):
        return [held / timedelta(days=1)]
    return list(dict.fromkeys(held.values())) if isinstance(held, dict) else [float(str(held))]
