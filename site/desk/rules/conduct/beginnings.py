"""With which letters the matches of an expression may begin: by them a word is found before its pattern is tried.

Of expressions it knows what the notation of words is made of (`words`): letters, sets, groups, what is looked at,
optional atoms. What is one of very many letters, or repeats, ends what is known.
"""

import re

# Ways to begin that are looked for by as many letters as there are, and by the fewest that are enough.
FEW, MOST_WAYS = 300, 1200
# Behind this nothing is known.
_STOP = "\0"
# So many times more ways than are wanted are written out, since many may be the same once they are cut.
_ROOM = 20
# A pattern takes any white space for the space between two words, so all of it counts as one.
SPACES = {code: " " for code in range(0x3001) if chr(code).isspace()}
_DIGITS = "0123456789"
# What an escaped letter stands for, where that is neither the character itself nor one of many.
_ESCAPED = {"d": tuple(_DIGITS), "b": ("",), "B": ("",), "A": ("",), "Z": ("",), "n": ("\n",), "t": ("\t",)}

SET = re.compile(r"\[\^?\]?(?:\\.|[^\]])*\]", re.DOTALL)
_TOKEN = re.compile(rf"\\.|{SET.pattern}|.", re.DOTALL)
_RUN = re.compile(r"(?:[^][()\\|?.{^](?![?{]))+")
_SIMPLE_GROUP = re.compile(r"\(\?:([^][()\\?.{^]*)\)(?!\{)")
_IN_SET = re.compile(r"\\.|.", re.DOTALL)


def beginnings(source: str, most: int, fewest: int) -> frozenset[str]:
    """The least letters that every match of an expression begins with, `fewest` to `most` of them.

    ValueError says why there are none: too few letters are known, or it may begin in more than MOST_WAYS ways.
    """
    lengths = range(most, fewest, -1)
    found = next((ways for length in lengths if (ways := _ways(source, length, FEW))), None)
    found = found or _ways(source, fewest, MOST_WAYS)
    if not found:
        raise ValueError(f"may begin in more than {MOST_WAYS} ways: write fewer of them first")
    known = {text.removesuffix(_STOP).translate(SPACES) for text in found}
    shortest = min(map(len, known))
    if shortest < fewest:
        raise ValueError(f"needs {fewest} known characters at its beginning: begin with letters, sets or alternatives")
    # Where fewer letters are enough, more of them need not be looked for.
    return frozenset(one for one in known if not any(one[:length] in known for length in range(shortest, len(one))))


def sought(source: str) -> re.Pattern[str]:
    """The expression, tried only at the letters with which its matches begin: where it is searched, most are others."""
    letters = "".join(sorted(map(re.escape, beginnings(f"(?:{source})", 1, 1))))
    return re.compile(f"(?=[{letters}])(?:{source})")


def _ways(source: str, length: int, at_most: int) -> set[str]:
    """Every text that may stand at the beginning of a match, cut to `length`; none where they are too many."""
    known: set[str] = set()
    found = {""}
    position = 0
    while found and position < len(source):
        options, position = _atom(source, position, length)
        if not options or len(found) * len(options) > _ROOM * at_most:
            return set()
        unfinished: set[str] = set()
        for text in found:
            for option in options:
                longer = (text + option)[:length]
                (unfinished if len(longer) < length and longer[-1:] != _STOP else known).add(longer)
        found = unfinished
        if len(known) + len(found) > at_most:
            return set()
    return known | found


def _atom(source: str, position: int, length: int) -> tuple[set[str], int]:
    """What one atom may begin with, nothing where it is too much, and where the next one stands."""
    if run := _RUN.match(source, position):
        return {run.group()}, run.end()
    token = _TOKEN.match(source, position)
    atom = token.group() if token else ""
    if atom == "(":
        options, position = _group(source, position, length)
    else:
        options, position = _one(atom), position + len(atom)
    follows = source[position : position + 1]
    if follows == "{":
        return {_STOP}, len(source)
    if follows == "?":
        return (options and {*options, ""}), position + 1
    return options, position


def _one(atom: str) -> set[str]:
    if atom[0] == "[" and len(atom) > 1:
        return _members(atom[1:-1])
    if atom[0] == "\\":
        return _meant(atom)
    return {{".": _STOP, "^": ""}.get(atom, atom)}


def _meant(escaped: str) -> set[str]:
    letter = escaped[1]
    return set(_ESCAPED.get(letter, (_STOP if letter.isascii() and letter.isalnum() else letter,)))


def _members(inner: str) -> set[str]:
    if inner.startswith("^"):
        return {_STOP}
    found: set[str] = set()
    atoms = _IN_SET.findall(inner)
    while atoms:
        first, *atoms = atoms
        if atoms[:1] == ["-"] and len(atoms) > 1:
            last, atoms = atoms[1], atoms[2:]
            ends = (first, last)
            if any(len(end) > 1 and end[1].isalnum() for end in ends):  # a letter by its number, or one of many
                return {_STOP}
            found.update(map(chr, range(ord(first[-1]), ord(last[-1]) + 1)))
        else:
            found |= _meant(first) if len(first) > 1 else {first}
    return {_STOP} if _STOP in found else found


def _group(source: str, position: int, length: int) -> tuple[set[str], int]:
    if simple := _SIMPLE_GROUP.match(source, position):
        return set(simple.group(1).split("|")), simple.end()
    end = closing(source, position)
    inner = source[position + 1 : end]
    if inner.startswith(("?!", "?<!", "?<=")):
        return {""}, end + 1
    # What is only looked at is read again by what follows, so that nothing is known beyond it.
    stop = _STOP if inner.startswith("?=") else ""
    inner = inner.removeprefix("?:").removeprefix("?=")
    options = [_ways(option, length, MOST_WAYS) for option in alternatives(inner)]
    if not all(options):
        return ({stop} if stop else set()), end + 1
    return {text if text[-1:] == _STOP else text + stop for found in options for text in found}, end + 1


def closing(source: str, position: int) -> int:
    """Where the bracket that opens at `position` is closed; ValueError where it is not."""
    depth = 0
    for token in _TOKEN.finditer(source, position):
        depth += (token.group() == "(") - (token.group() == ")")
        if depth == 0:
            return token.start()
    raise ValueError("has an open bracket")


def alternatives(source: str) -> list[str]:
    """What stands between the | of an expression that stand in no brackets of it."""
    options, depth = [""], 0
    for piece in _TOKEN.findall(source):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            options.append("")
        else:
            options[-1] += piece
    return options
