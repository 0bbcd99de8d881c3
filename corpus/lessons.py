"""What a reader learns from: the rows of the corpus as the desk would fold them, some of them at once in a lesson."""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
import random
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from corpus_authors import HERE, INQUIRIES, TRAINING, check_named, with_role
from letters import letter

from desk.rules.conduct.opinion_features import LANGUAGES, windows
from desk.rules.normalise import fold
from desk.rules.reader.spelling import Spelling

# So many texts are in a lesson.
AT_ONCE = 48
# Of the texts that are read with a harmless one beside it, how short that is, and how often it comes after.
SHORT, AFTER = {"ja": 140, "en": 280}, 0.6


class Text(NamedTuple):
    """The language, the author and the folded fields of one row, whether it is to be flagged, and its act."""

    language: str
    author: str
    fields: list[str]
    flag: bool
    act: str | None


class Lesson(NamedTuple):
    """The windows of some texts by the numbers of their pieces; for each window, which text it is of.

    `numbers` are those of the texts among all.
    """

    windows: list[list[int]]
    of: list[int]
    texts: list[Text]
    numbers: list[int]


def texts(languages: Sequence[str]) -> list[Text]:
    """The rows of every author to train on, folded as the desk folds them."""
    paths = sorted((HERE / "screening").glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    check_named(INQUIRIES, {(row["lang"], row["author"]) for row in rows})
    read = {language: with_role(TRAINING, INQUIRIES, language) for language in languages}
    found = []
    for row in rows:
        flag = row["label"] == "flag"
        named = flag and (row.get("name") or row.get("company"))
        if row["author"] in read.get(row["lang"], ()) and not named:
            fields = [fold(row[field]).text for field in ("subject", "message", "text") if row.get(field)]
            fields = [field for field in fields if field.strip()]
            found.append(Text(row["lang"], row["author"], fields, flag, row["act"]))
    return found


def lessons(found: Sequence[Text], chosen: Sequence[int], spelling: Spelling, mixed: float) -> list[Lesson]:
    """The chosen texts in random order, those of about one length together, this share of them mixed with others."""
    others: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for text in found:
        if not text.flag and len(text.fields[-1]) < SHORT[text.language]:
            others[text.language].append(text.fields[-1])
    one = partial(_mixed, others=others, share=mixed)
    read = [(number, _windows(one(found[number]), found[number].language, spelling)) for number in chosen]
    read = [(number, own) for number, own in read if own]
    read.sort(key=lambda one: max(map(len, one[1])) + random.random())  # noqa: S311
    together = [read[at : at + AT_ONCE] for at in range(0, len(read), AT_ONCE)]
    random.shuffle(together)
    return [_lesson(found, some) for some in together]


def _lesson(found: Sequence[Text], some: Sequence[tuple[int, list[list[int]]]]) -> Lesson:
    own = [(window, at) for at, (_, each) in enumerate(some) for window in each]
    numbers = [number for number, _ in some]
    return Lesson([window for window, _ in own], [at for _, at in own], [found[number] for number in numbers], numbers)


def _mixed(text: Text, others: Mapping[str, Sequence[str]], share: float) -> list[str]:
    if random.random() > share:  # noqa: S311
        return text.fields
    other, own = random.choice(others[text.language]), text.fields[-1]  # noqa: S311
    pair = (own, other) if random.random() < AFTER else (other, own)  # noqa: S311
    return [*text.fields[:-1], letter(*pair, text.language)]


def _windows(fields: Sequence[str], language: str, spelling: Spelling) -> list[list[int]]:
    own = [window for field in fields for window in windows(field) if window.language == language]
    return [spelling.read(window.text)[1] for window in own]
