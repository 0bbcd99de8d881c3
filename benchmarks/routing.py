"""How long recognition takes for one inquiry, and how right it is on our own inquiries.

Prints CPU µs an inquiry (best and middle of several rounds), over the inquiries of the tests and over long messages,
and the longest that any hostile repetition of our own words took.
"""

import json
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory, recognise
from desk.rules.routing.figures import Expected, figures
from desk.rules.routing.words import written

ROUNDS = 9
LONG = 5000  # Characters; the longest message that the form takes.
HOSTILE = 300  # Repetitions that are tried, each of some of our own words.

Row = dict[str, Any]


def main() -> None:
    rows = [json.loads(line) for line in _file().read_text("utf-8").splitlines()]
    began = time.process_time()
    directory = Directory.of(read(ORGANISATION.read_text("utf-8"), ORGANISATION.name))
    print(f"making the directory ready, once          {1000 * (time.process_time() - began):8.0f} ms")
    long = [{**row, "message": (row["message"] * LONG)[:LONG]} for row in rows[:20]]
    for name, those in (("our inquiries", rows), (f"messages of {LONG} characters", long)):
        best, middle = _timed(those, directory)
        print(f"{name:40} {best:8.0f} µs best {middle:8.0f} µs middle")
    print(f"{'the worst repetition of our words':40} {max(_hostile(directory)):8.0f} µs best")
    for kept_back in (False, True):
        _print_figures([row for row in rows if row["kept_back"] is kept_back], directory, kept_back)


def _timed(rows: list[Row], directory: Directory) -> tuple[float, float]:
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for row in rows:
            recognise(row["subject"], row["message"], row["lang"], directory)
        rounds.append(1_000_000 * (time.process_time() - began) / len(rows))
    return min(rounds), statistics.median(rounds)


def _hostile(directory: Directory) -> Iterator[float]:
    choose = random.Random(1)  # noqa: S311 - the same texts every time, no secret
    cues = [cue.text.replace("…", "").replace("&", "").replace("/", "") for cue in written()]
    for _ in range(HOSTILE):
        piece = "".join(choose.choice(cues)[:20] for _ in range(choose.choice((1, 2, 5, 20))))
        row = {"subject": "", "message": (f"ConoHa {piece}" * LONG)[:LONG], "lang": "ja"}
        yield _timed([row], directory)[0]


def _print_figures(rows: list[Row], directory: Directory, kept_back: bool) -> None:
    found = figures(
        (
            (
                Expected(frozenset(row["expect"]["services"]), row["expect"]["desk"]),
                recognise(row["subject"], row["message"], row["lang"], directory),
            )
            for row in rows
        ),
        directory,
    )
    print(
        f"{'kept back' if kept_back else 'tuned on':10} all {found.right / found.rows:.3f} of {found.rows}, "
        f"services {found.service_right / found.service_rows:.3f} of {found.service_rows}, "
        f"wrongly named {found.wrongly_named / found.other_rows:.3f} of {found.other_rows}"
    )


def _file() -> Path:
    return Path(__file__).parents[1] / "tests" / "rules" / "routing" / "inquiries.jsonl"


if __name__ == "__main__":
    main()
