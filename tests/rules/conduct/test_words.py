"""Words are found by the letters they may begin with, and a part is looked at only where it may begin."""

import re
import tomllib
from collections.abc import Sequence

import pytest

from desk import signs_files
from desk.rules.conduct import load
from desk.rules.conduct.scan import Reading
from desk.rules.conduct.words import keys, pattern, split
from desk.rules.normalise import fold

SIGNS = signs_files.read()
FILES = [tomllib.loads(text) for text in signs_files.texts().values()]
PARTS = [part for file in FILES for part in file.get("part", {}).values()]
SPELT = [word for file in FILES for word in file.get("spelling", {})]
WORDS = sorted({*SPELT, *(word for part in PARTS for word in split(part["words"]))})
OWN = """language = "en"
[part.bird]
words = "heron, heron(?:s| chick)"
[part.nest]
words = "nest(?=s|,)"
[spelling]
"her0n" = "heron"
"her0n ch1ck" = "heron chick"
"""


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("包丁", {"包丁"}),
        ("ナイフで刺す", {"ナイフで刺す"}),
        ("殺<s>", {"殺さ", "殺し", "殺す", "殺せ", "殺そ"}),
        ("[黒白]い(?:犬|猫)", {"黒い犬", "黒い猫", "白い犬", "白い猫"}),
        ("返金…しろ", {"返金"}),
        ("knife", {"knife"}),
        ("kill you all", {"kill you a"}),
        ("come~", {"come", "coming"}),
        ("(?:one of|my) dogs", {"one of dog", "my dogs"}),
        ("(?:my|his) dog", {"my dog", "his dog"}),
        ("a? dog barks", {"a dog bark", " dog barks"}),
        ("on _ knees", {"on "}),
        ("(?<!at )your(?= cat| dog)", {"your cat", "your dog"}),
        ("for nothing(?= |$)", {"for nothin"}),
        (r"a cat(?=\w)", {"a cat"}),
        (r"at 4\.30", {"at 4.30"}),
        ("put it.? on", {"put it"}),
        ("a cat[^s] on", {"a cat"}),
        (r"cat[\s.] on", {"cat"}),
        (r"[x\d] cat", {"x cat", *(f"{digit} cat" for digit in range(10))}),
        (r"cat[\].] on", {"cat] on", "cat. on"}),
        ("犬小屋.猫", {"犬小屋"}),
        # In so many ways that only the fewest letters count.
        ("(?:[0-9][0-9][0-9]|ten) ?dogs", {"ten", *(f"{number:03}" for number in range(1000))}),
        ("my (?:[a-z][a-z][a-z]|one) dogs", {"my "}),
    ],
)
def test_a_word_is_known_by_as_many_letters_as_each_of_its_beginnings_has(word: str, letters: set[str]) -> None:
    assert keys(word) == letters


def test_every_shipped_word_is_one_that_an_operator_might_write() -> None:
    assert load(signs_files.texts()).signs


@pytest.mark.parametrize(
    ("word", "text"),
    [
        *(("threaten you", f"i threaten{gap}you") for gap in " \t\n\r\x0b\x0c\x1c\x1f\u1680\u2028\u2029"),
        (r"heron\Z", "a heron"),
        (r"heron(?=\n)", "a heron\non"),
        (r"heron\B", "herons"),
        (r"heron(?:\.|\Z)", "a heron"),
        (r"heron\W on", "heron, on"),
        (r"heron[\W] on", "heron, on"),
        (r"犬小屋\Sの猫", "犬小屋らの猫"),
        (r"犬小\u5c4bの猫", "犬小屋の猫"),
        ("(?:old.|young.) heron", "old, heron"),
        ("(?:三毛.|犬)小屋", "三毛の小屋"),
        ("(?:猫[)]|犬)小屋", "猫)小屋"),
        (r"(?:猫\)|犬)小屋", "犬小屋"),
        (r"heron(?! \))", "heron"),
        (r"(?:cat[\]|]|dog) on", "dog on"),
        ("(?:[(]猫|犬)小屋", "(猫小屋"),
        (r"[a\-c]at on", "-at on"),
        (r"犬[あ\-う]小屋", "犬う小屋"),
        ("[]犬]小屋", "]小屋"),
        ("^heron on", "heron on"),
        (r"heron\ on", "heron on"),
        (r"小屋の犬[あ-\u3050]", "小屋の犬い"),
        (r"on it a [\t-x]at", "on it a cat"),
        (r"[!-\\]at on it", "2at on it"),
        (r"(heron|cat) on \1", "cat on cat"),
    ],
)
def test_a_word_is_found_however_it_is_written(word: str, text: str) -> None:
    own = load({"own.toml": f"language = 'en'\n[part.own]\nwords = '{word}'"})
    assert Reading(text, own).tokens("own")


@pytest.mark.parametrize(("text", "found"), [("onlineで晒す", 0), ("lineで晒す", 1), ("180万円を払え", 1)])
def test_a_word_that_begins_in_latin_letters_begins_in_the_middle_of_none(text: str, found: int) -> None:
    own = load({"own.toml": r"[part.own]" + "\nwords = '(?:line|note)で晒, [0-9]0万円'"})
    assert len(Reading(text, own).tokens("own")) == found


def known_otherwise(words: Sequence[str]) -> list[str]:
    """What these words find in all examples of the signs that begins with none of the letters they are known by."""
    told = fold("\n".join(text for sign in SIGNS.signs for text in (*sign.match, *sign.clear))).text
    seen = told.replace("\n", " ")  # as the finder sees it; a word may look at more letters than it has
    return [
        f"{word}: {match.group()}"
        for word in words
        for match in re.finditer(pattern(word), told)
        if match.group() and not seen.startswith(tuple(keys(word, checked=True)), match.start())
    ]


@pytest.mark.slow("test_what_a_word_finds_begins_with_letters_that_it_is_known_by")
def test_what_any_word_finds_begins_with_letters_that_it_is_known_by() -> None:
    assert known_otherwise(WORDS) == []


def test_what_a_word_finds_begins_with_letters_that_it_is_known_by() -> None:
    assert known_otherwise(WORDS[::20]) == []
    assert len(WORDS[::20]) > 500


@pytest.mark.parametrize(
    "word",
    [
        "(?:[a-z][a-z][a-z]|one) dogs",
        "(?:one|(?:two|[a-z][a-z][a-z])) dogs",
        "(?:one|(?:[a-z][a-z][a-z])?) dogs",
        "(?:[a-z][a-z][a-z] )?dogs",
        "(?:[一-龠]|あ)?小屋",
    ],
)
def test_a_word_that_may_begin_in_too_many_ways_is_refused_and_none_of_them_forgotten(word: str) -> None:
    with pytest.raises(ValueError, match="may begin in more than"):
        keys(word)


def places(text: str, part: str) -> list[str]:
    reading = Reading(text, load({"own.toml": OWN}))
    return [text[token.start : token.end] for token in reading.tokens(part)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a heron, two herons, a heron chick", ["heron", "herons", "heron chick"]),
        ("heronry and sheheron", []),
        ("no bird at all", []),
    ],
)
def test_of_several_words_that_begin_at_one_place_the_longest_is_meant(text: str, found: list[str]) -> None:
    assert places(text, "bird") == found


def test_a_part_is_there_only_where_its_whole_word_is() -> None:
    assert places("nest of nests, nest, nestling", "nest") == ["nest", "nest"]


def test_of_two_spellings_that_overlap_the_longest_is_meant() -> None:
    assert Reading("a her0n ch1ck, a her0n", load({"own.toml": OWN})).spellings() == [
        (2, 13, "heron chick"),
        (17, 22, "heron"),
    ]


def test_a_token_knows_its_sentence() -> None:
    text = "お前が来い。お前の社長を出せ。"
    reading = Reading(text, SIGNS)
    bounds = [reading.sentence(token) for token in reading.tokens("addressed")]
    assert [text[a:b] for a, b in bounds] == ["お前が来い。", "お前の社長を出せ。"]
