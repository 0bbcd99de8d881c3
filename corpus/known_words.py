"""List English words that authors write and the reader's vocabulary lacks (voucher, wifi, rota), the commonest first.

.venv/bin/python corpus/known_words.py

Of two authors or more (six where it resembles a known word), evasive rows and those with typing errors apart, so that
hardly one in a hundred is misspelt. It needs nothing but the desk, takes some seconds, and the same rows and reader
give the same file.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import json
from collections import defaultdict

from corpus_authors import HERE

from desk.rules.conduct.reader import read_reader
from desk.rules.reader.misspelt import WORD
from desk.signs_files import READERS, WORDS

MISSPELT = ("evasive", "typo")
# Of a word that resembles one of the vocabulary (evry, helo), and of any other.
FEWEST_AUTHORS = {True: 6, False: 2}


def main() -> None:
    """Write the list."""
    by: dict[str, set[str]] = defaultdict(set)
    for file in sorted((HERE / "screening").glob("en-*.jsonl")):
        for row in map(json.loads, file.open("rb")):
            if row["kind"] not in MISSPELT:
                text = " ".join(row.get(field, "") for field in ("subject", "text")).lower()
                for word in WORD.findall(text):
                    by[word].add(row["author"])
    speller = read_reader(READERS["en"].read_bytes()).speller
    if speller is None:
        raise SystemExit("the English reader has no vocabulary of words")
    unknown = [word for word in by if word not in speller.words]
    words = [word for word in unknown if len(by[word]) >= FEWEST_AUTHORS[bool(speller.corrections(word))]]
    WORDS.write_text("\n".join(sorted(words, key=lambda word: (-len(by[word]), word))) + "\n", "utf-8")


if __name__ == "__main__":
    main()
