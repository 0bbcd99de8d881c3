"""Messages a second and the worst latency of the signs and their context, beside two packages on the same texts."""

import importlib
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "site"))

from desk import signs_files  # noqa: E402 - the source root must be known first
from desk.delivery.screening import COMMON  # noqa: E402
from desk.delivery.worker import settle  # noqa: E402
from desk.rules.conduct import examine, load  # noqa: E402
from desk.rules.conduct.shapes import Signs  # noqa: E402

OPINIONS = 100  # texts of each language that the second opinion reads
ROUNDS = 30  # of the texts whose words were met before
CORPUS = ROOT / "corpus" / "screening"
HOSTILE = (
    "殺してやるお前を",
    "kill you i will ",
    "ﾊﾞｶ",
    "死・",
    "「",
    "f*ck y0u ",
    "a ",
    "規約なんか知るか返金しろ",
    "you ",
)


def main() -> None:
    texts = ordinary(150)
    signs = signs_files.read()
    settle()
    print(f"{len(texts)} ordinary texts of 150 characters, half of them Japanese; CPU time of one core")
    for name, examined in (("inquiry-desk", lambda text: examine({"message": text}, signs)), *peers()):
        run(name, examined, texts)
    model = signs_files.model()
    for name, each in (("second opinion, ja", texts[0::2][:OPINIONS]), ("second opinion, en", texts[1::2][:OPINIONS])):
        run(name, lambda text: examine({"message": text}, signs, model), each)
    two_kilobytes(texts)
    for piece in HOSTILE:
        text = (piece * 5000)[:5000]
        worst = min(elapsed(lambda text: examine({"message": text}, signs), text) for _ in range(5))
        print(f"5 000 characters of {json.dumps(piece, ensure_ascii=False)}: {worst:.2f} ms")
    for language in ("en", "ja"):
        for name, text in (("signs' examples", examples(signs, language)), ("rows to flag", to_flag(language))):
            worst = min(elapsed(lambda text: examine({"message": text}, signs), text) for _ in range(9))
            print(f"5 000 characters of many {name}, {language}: {worst:.2f} ms")


def examples(signs: Signs, language: str) -> str:
    """5 000 characters of what the signs of a language are to find, from all of its signs."""
    return spread([example for sign in signs.signs if sign.language == language for example in sign.match])


def to_flag(language: str) -> str:
    """5 000 characters of short rows of the corpus that are to be flagged, a line each."""
    rows = [row for file in sorted(CORPUS.glob(f"{language}-*.jsonl")) for row in map(json.loads, file.open("rb"))]
    texts = sorted((row["text"] for row in rows if row["label"] == "flag" and "text" in row), key=len)
    return spread(texts[: len(texts) // 2])


def spread(texts: list[str], first: int = 0) -> str:
    """As many of the texts as 5 000 characters hold, from the beginning to the end of the list, a line each."""
    return "\n".join(texts[first :: max(1, sum(map(len, texts)) // 5000)])[:5000]


def two_kilobytes(short: list[str]) -> None:
    """Signs and context on 2 kB of text: words met for the first time, and once more when all of them were met.

    The first is what patterns cost that are compiled when their words are met: right after a start, after what a worker
    reads then, and after these `short` texts of both languages.
    """
    whole = [text.encode()[:2000].decode(errors="ignore") for text in ordinary(2000)]
    for language, texts, begun in (("ja", whole[0::2], COMMON[0]), ("en", whole[1::2], COMMON[1])):
        for when, before in (("a start", []), ("a worker's start", [begun]), ("short texts", short)):
            reading = new_reading()
            for text in before:
                reading(text)
            one, *more = (elapsed(reading, text) for text in texts)
            print(f"2 kB, {language}, first met after {when}: {one:.1f} ms, the next {max(more):.1f} ms at most")
        settle()
        again = sorted(elapsed(reading, text) for text in texts * ROUNDS)
        p99 = again[int(len(again) * 0.99)]
        print(f"2 kB, {language}, met before: median {statistics.median(again):.2f} ms, p99 {p99:.2f} ms")


def new_reading() -> Callable[[str], object]:
    """An examination by the shipped signs as a start finds them, with nothing compiled."""
    re.purge()
    texts = signs_files.texts()
    signs = load(texts, tuple(texts))
    return lambda text: examine({"message": text}, signs)


def ordinary(length: int) -> list[str]:
    """Texts of this many characters from the ordinary inquiries of the corpus, as many in each language."""
    pieces: list[list[str]] = []
    for name in ("ja-a-ok-ordinary.jsonl", "en-b-ordinary.jsonl"):
        rows = [json.loads(line)["text"] for line in (CORPUS / name).read_text("utf-8").splitlines()]
        whole = " ".join(rows)
        pieces.append([whole[at : at + length] for at in range(0, len(whole) - length, length)])
    return [text for pair in zip(*pieces, strict=False) for text in pair]


def peers() -> list[tuple[str, Callable[[str], object]]]:
    found: list[tuple[str, Callable[[str], object]]] = []
    try:
        predict = importlib.import_module("profanity_check").predict
        found.append(("alt-profanity-check", lambda text: predict([text])))
        found.append(("better-profanity", importlib.import_module("better_profanity").profanity.contains_profanity))
    except ImportError as missing:
        print(f"{missing.name} is not installed: pip install -e '.[bench]' puts it beside")
    return found


def run(name: str, examined: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        examined(text)
    rounds = [elapsed(lambda texts: [examined(text) for text in texts], texts) for _ in range(5)]
    print(f"{name:22} {len(texts) / min(rounds) * 1000:10.0f} messages/s")


def elapsed(work: Callable[..., object], argument: object) -> float:
    """Milliseconds of CPU time."""
    start = time.process_time()
    work(argument)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
