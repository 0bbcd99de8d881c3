"""The words of a sign file, in its spellings and its parts; what cannot be used is refused by its line."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from desk.rules.conduct.gates import Word
from desk.rules.conduct.shapes import SignError
from desk.rules.conduct.sign_file import AT_THE_HEAD
from desk.rules.conduct.sign_lines import line_of_part, line_of_spelling, line_of_word
from desk.rules.conduct.sign_remedies import meant, quoted
from desk.rules.conduct.words import commas, keys, split

# A spelling is kept as a part of its own: what it is to be read as, behind this sign. No other part is named so.
SPELLING: Final = "="
WORDS: Final = "words"
Known = tuple[Word, frozenset[str]]


def words(file: str, text: str, data: Mapping[str, Any], *, checked: bool) -> Iterator[Known]:
    """Each word of a file and the letters it may begin with; those of a file that was `checked` are not tried again."""
    for word, put in data.get("spelling", {}).items():
        try:
            yield _spelling(word, put), keys(word, checked=checked)
        except ValueError as error:
            raise SignError(file, line_of_spelling(text, word), "spelling", str(error)) from error
    for part, entry in data.get("part", {}).items():
        if wrong := _wrong(part, entry):
            remedy, key = wrong
            raise SignError(file, line_of_part(text, part, key), part, remedy)
        for word in split(entry[WORDS]):
            try:
                yield Word(part, word), keys(word, checked=checked)
            except ValueError as error:
                raise SignError(file, line_of_word(text, part, word), f"part {part}", str(error)) from error


def _spelling(word: str, put: object) -> Word:
    if not put or not isinstance(put, str):
        raise ValueError(f'what “{word}” is read as is a text: "…", not {quoted(put)}')
    if commas(word):
        raise ValueError(f"“{word}” is read as one word: give each of several a line of its own; [,] is a comma itself")
    return Word(f"{SPELLING}{put}", word)


def _wrong(part: str, entry: object) -> tuple[str, str] | None:
    """What is to be done about a part that cannot be used, and at which of its keys, or at its beginning."""
    needs = 'a part needs words = "…" and takes nothing else'
    if part.startswith(SPELLING):
        return f"the name of a part cannot begin with “{SPELLING}”: choose another, or write it as a [spelling]", ""
    if not isinstance(entry, dict):
        return f"{needs}, not {quoted(entry)}: write [part.{part}], and the words on the next line", ""
    if other := next((key for key in entry if key != WORDS), ""):
        remedy = AT_THE_HEAD.get(other, f"{needs}{meant(other, [WORDS])}")
        return f"“{other}” is not a key of a part: {remedy}", other
    if not isinstance(entry.get(WORDS, ""), str):
        return f"{needs}, a text in which a comma stands between two of them, not {quoted(entry[WORDS])}", WORDS
    if WORDS not in entry:
        return needs, ""
    return None if split(entry[WORDS]) else (f"{WORDS} is empty: write one or more, or take [part.{part}] away", WORDS)
