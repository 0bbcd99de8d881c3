"""Reading the shipped sign files, those an operator has put beside them, and the model; the rules read no files."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desk.rules.conduct import SignError, Signs, examples, load
from desk.rules.conduct.opinion import Model, read_model
from desk.rules.conduct.opinion_features import LANGUAGES
from desk.rules.conduct.opinion_model import Read, Reader
from desk.rules.reader.misspelt import Correction
from desk.rules.repetition import Heard, Hearer, Message

if TYPE_CHECKING:
    from desk.rules.conduct.listener import Listener
    from desk.rules.conduct.reader import Reader as OneReader

Kind = TypeVar("Kind")
EMPTY = "this folder holds no sign file: put one there whose name ends with .toml, or take DESK_SIGNS away"
MISNAMED = "this is not read: its name must end with .toml, in small letters"
NEARLY = ".toml"  # in a name that ends otherwise: own.TOML, own.toml.bak, own.toml.txt
CONDUCT = Path(__file__).parent / "rules" / "conduct"
SHIPPED = CONDUCT / "signs"
MODEL = CONDUCT / "opinion.json"
READERS = {language: CONDUCT / f"reader-{language}.npz" for language in LANGUAGES}
# Who reads once more what is not surely harmless.
SECONDS = {"ja": CONDUCT / "reader-both.npz", "en": CONDUCT / "reader-wide.npz"}
# Who hears despair and danger beside the reader of the language.
LISTENERS = {language: CONDUCT / f"listener-{language}.npz" for language in LANGUAGES}
# English words that the reader's vocabulary lacks, as corpus/known_words.py lists them.
WORDS = CONDUCT / "words-en.txt"
REPETITION = Path(__file__).parent / "rules" / "repetition"
# Who read dialogues together.
DIALOGUES = {"first": REPETITION / "reader-first.npz", "second": REPETITION / "reader-second.npz"}


def read(operators: Sequence[Path] = ()) -> Signs:
    """The shipped signs, then every *.toml of these folders (or these files) by name; SignError names the line."""
    return _loaded(tuple(texts(operators).items()), tuple(path.name for path in SHIPPED.glob("*.toml")))


@dataclass(frozen=True, slots=True)
class SetAside:
    """The shipped signs that an operator's files put out of force, by id: for one of their own, or for none."""

    replaced: tuple[str, ...]
    resting: tuple[str, ...]

    def __str__(self) -> str:
        """Name both, "" where there is none of either."""
        both = (("replaced by your own", self.replaced), ("at rest", self.resting))
        return "; ".join(f"{how}: {', '.join(ids)}" for how, ids in both if ids)


def set_aside(operators: Sequence[Path]) -> SetAside:
    """Which shipped signs these files put out of force; raises what `read` raises."""
    shipped = [(sign.id, sign.file) for sign in read().signs]
    now = {sign.id: sign.file for sign in read(operators).signs}
    return SetAside(
        tuple(name for name, file in shipped if now.get(name, file) != file),
        tuple(name for name, _ in shipped if name not in now),
    )


@lru_cache(maxsize=4)  # a process that asks again, as the tests do a hundred times, need not read them again
def _loaded(found: tuple[tuple[str, str], ...], checked: tuple[str, ...]) -> Signs:
    signs = load(dict(found), checked)
    examples.check(signs, checked)
    return signs


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All that an inquiry is screened by, and the name of this very set."""

    signs: Signs
    model: Model
    hearer: Hearer
    version: str


def ruleset(operators: Sequence[Path] = ()) -> Ruleset:
    """The signs, these operators' included, the model and who reads dialogues; raises what `read` and `model` raise."""
    return Ruleset(read(operators), model(), Dialogues(), version(operators))


def texts(operators: Sequence[Path] = ()) -> dict[str, str]:
    """The sign files by the name an operator knows them by."""
    shipped = {path.name: path.read_text("utf-8") for path in sorted(SHIPPED.glob("*.toml"))}
    return shipped | {str(path): _text(path) for path in _files(operators)}


def version(operators: Sequence[Path] = ()) -> str:
    """Name this very set of signs and model: kept with every assessment, so that a finding is traced to its rule."""
    digest = hashlib.sha256(_learnt())
    for name, text in sorted(texts(operators).items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:12]


def model(file: Path = MODEL) -> Model:
    """The trained model of the second opinion; ValueError where the file is none."""
    return _model(file.read_text("utf-8"))


@lru_cache(maxsize=1)
def _model(text: str) -> Model:
    return read_model(text, {language: _WhenAsked(language) for language in LANGUAGES})


@dataclass(frozen=True, slots=True)
class _WhenAsked:
    """Two readers of 65 to 105 MB each, loaded when they are first asked: a process that only serves pages needs
    neither them nor numpy.
    """

    language: str

    def read(self, texts: Sequence[str], *, listening: bool = False) -> Sequence[Read]:
        return reader(self.language).read(texts, listening=listening)

    def corrections(self, text: str) -> Sequence[Correction]:
        return reader(self.language).corrections(text)

    def shares(self, text: str, read: Read, need: str = "") -> Sequence[tuple[int, int, float]]:
        return reader(self.language).shares(text, read, need)


@lru_cache(maxsize=len(LANGUAGES))
def reader(language: str) -> Reader:
    """Who read a language beside the model's weights; ValueError, naming the file, where one is no reader."""
    from desk.rules.conduct.reader import Twice  # noqa: PLC0415

    first = _one(READERS[language])
    speller = first.speller.knowing(WORDS.read_text("utf-8").split()) if first.speller else None
    first = replace(first, listener=_listener(language), speller=speller)
    return Twice(first, _one(SECONDS[language]))


def _one(file: Path) -> "OneReader":
    from desk.rules.conduct.reader import read_reader  # noqa: PLC0415

    return _opened(file, read_reader)


def _listener(language: str) -> "Listener":
    from desk.rules.conduct.listener import read_listener  # noqa: PLC0415

    beside = hashlib.sha256(READERS[language].read_bytes()).hexdigest()
    return _opened(LISTENERS[language], lambda data: read_listener(data, beside))


@dataclass(frozen=True, slots=True)
class Dialogues:
    """The readers of dialogues, loaded when they are first asked."""

    def hear(self, last: Message, earlier: Sequence[Message]) -> Heard:
        """What the readers make of them; ValueError where a file is none."""
        return dialogues().hear(last, earlier)


@lru_cache(maxsize=1)
def dialogues() -> Hearer:
    """The readers of dialogues; ValueError, naming the file, where one is none."""
    from desk.rules.repetition.reader import Together, read_reader  # noqa: PLC0415

    return Together(tuple(_opened(file, read_reader) for file in DIALOGUES.values()))


def _opened(file: Path, read: Callable[[bytes], Kind]) -> Kind:
    try:
        return read(file.read_bytes())
    except ValueError as error:
        raise ValueError(f"{file.name}: {error}") from error


@lru_cache(maxsize=1)  # all 200 MB of the files are hashed, so once for each process
def _learnt() -> bytes:
    digest = hashlib.sha256(MODEL.read_bytes())
    for file in (*READERS.values(), *SECONDS.values(), *LISTENERS.values(), *DIALOGUES.values(), WORDS):
        digest.update(file.read_bytes())
    return digest.digest()


def _files(operators: Sequence[Path]) -> list[Path]:
    """Each once, also where it is named in two ways, or by itself and by its folder."""
    found: dict[str, Path] = {}
    for place in operators:
        for file in _at(place):
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def _at(place: Path) -> list[Path]:
    try:  # `glob` finds a folder empty that it may not look into
        inside = sorted(place.iterdir()) if place.is_dir() else []
        found = [path for path in inside if path.suffix == NEARLY] if place.is_dir() else [place]
    except OSError as error:
        raise SignError(
            str(place), 0, "", f"this cannot be entered ({error.strerror}): let this account read it"
        ) from None
    # One that was set aside by its name is no fault beside others, unless only capitals keep it from being read.
    for path in inside:
        nearly = path.suffix.lower() == NEARLY if found else NEARLY in path.name.lower()
        if nearly and path not in found and not path.is_dir():
            raise SignError(str(path), 0, "", MISNAMED)
    if not found:
        raise SignError(str(place), 0, "", EMPTY)
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1  # counted without the byte order mark, as the place is
        raise SignError(str(path), line, "", "this is not UTF-8: save the file as UTF-8") from error
    except OSError as error:
        remedy = "correct its name" if isinstance(error, FileNotFoundError) else "let this account read it"
        raise SignError(str(path), 0, "", f"the file cannot be read ({error.strerror}): {remedy}") from error
