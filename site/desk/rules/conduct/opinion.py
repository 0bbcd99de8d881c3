"""A second opinion for wordings that no sign covers: a linear model over the letters, words and themes of a text.

Who reads stands beside it (`reader.py`), and the two values are taken together. It says how unusual a text is
among inquiries, shows the words that weigh most, and names an act only as a guess.
`corpus/train_weights.py` writes the model; `docs/second-opinion.md` tells how well it does.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple, TypeVar

from desk.rules.conduct.foreign import is_foreign
from desk.rules.conduct.hidden import ENOUGH, hidden
from desk.rules.conduct.opinion_features import Window, features, parts, places, whole, windows
from desk.rules.conduct.opinion_model import ONE_LINE, Bounds, LanguageModel, Model, Read, read_model
from desk.rules.conduct.opinion_shapes import Opinion, Stretch
from desk.rules.conduct.opinion_views import joined, views
from desk.rules.conduct.respelt import is_respelt
from desk.rules.normalise import Folded, fold
from desk.rules.reader.spelling import JAPANESE

__all__ = ["Model", "Opinion", "Stretch", "likelihoods", "read_model", "score", "scores_alone"]

FIELDS = ("subject", "message", "text")
MOST_LETTERS = 20_000
Kind = TypeVar("Kind", str, tuple[int, int])
# At most so many phrases or features are shown, each at least this share of the heaviest.
MOST_SHOWN = 12
LEAST_SHARE = 0.25
# Of the windows that tell most of a need, so many for all needs, the clauses at least half as heavy as the heaviest.
LEAST_TELLING, MOST_TELLING = 0.5, 6
# An act of which the reader thinks so little is none that it might be. Where a second one is likelier than that, the
# first is right in two of three texts, one of both in nine of ten (docs/measured/2026-11-30-long-letters.md).
LEAST_LIKELY = 0.15


def score(fields: Mapping[str, str], model: Model) -> Opinion:
    """The model's opinion of subject, message and text: that of their most unusual piece; the same answer every time.

    Each field is looked at by itself, a long one in pieces, so that no bland sentences thin a grave one out, as it
    stands, with its disguises undone and with its misspelt words put right. Letters that all stand apart count for
    nothing where they read harmless once they are joined. Only the first 20 000 letters of a field are weighed. Without
    anything in a known language the score is 0. Words whose letters hide what they say are unusual whatever the score.
    """
    opinion = _by_score(fields, model)
    unseen = _hidden(fields)
    if opinion.unusual or not unseen:
        return opinion
    return replace(opinion, words=unseen, unusual=True, ordinary=False, doubtful=(), only_mixed=True)


def _by_score(fields: Mapping[str, str], model: Model) -> Opinion:
    folded = {name: fold(fields[name][:MOST_LETTERS]) for name in FIELDS if fields.get(name)}
    pieces = joined(_weigh(folded, model), folded)
    if not pieces:
        return Opinion(0.0, ())
    bounds = _bounds("".join(text.text for text in folded.values()), model)
    most = max(pieces, key=lambda piece: (piece.score - bounds[piece.window.language].threshold, piece.score))
    unusual = most.score >= bounds[most.window.language].threshold
    words = tuple(_drawn(most, _heavy(most, model[most.window.language], unusual=unusual), fields[most.field]))
    doubtful = [] if unusual else [one for one in pieces if one.score >= bounds[one.window.language].doubt]
    over = [piece for piece in pieces if piece.score >= bounds[piece.window.language].threshold and piece is not most]
    likely = _possible(most.weighed.read) if unusual else ()
    others = (act for piece in (over if unusual else ()) for act in _possible(piece.weighed.read))
    guess, second = (*likely[:2], None, None)[:2]
    return Opinion(
        round(most.score, 4),
        words,
        guess,
        unusual,
        ordinary=not unusual and not doubtful,
        acts=tuple(dict.fromkeys((*likely, *others))),
        needs=tuple(_needs(pieces, fields, model)),
        second_guess=second,
        doubtful=tuple(dict.fromkeys((one.field, *one.place) for one in doubtful)),
    )


def _hidden(fields: Mapping[str, str]) -> tuple[Stretch, ...]:
    """The different words whose letters hide what they say, where they are enough."""
    found: dict[str, Stretch] = {}
    for field in FIELDS:
        for start, end in hidden(fields.get(field, "")[:MOST_LETTERS]):
            word = fields[field][start:end]
            found.setdefault(word.lower(), Stretch(field, start, end, word))
    return tuple(found.values())[:MOST_SHOWN] if len(found) >= ENOUGH else ()


def _bounds(seen: str, model: Model) -> Mapping[str, Bounds]:
    """For each language the bounds for the pieces of a folded text: lower ones where it is a single line.

    What cannot be seen does not count; a line that holds Japanese is as long as Japanese may be.
    """
    line = len("".join(seen.split())) <= ONE_LINE["ja" if JAPANESE.search(seen) else "en"]
    return {language: learnt.line if line else learnt.letter for language, learnt in model.items()}


def likelihoods(texts: Sequence[str], model: Model) -> list[Mapping[str, float]]:
    """How likely each text by itself would be which act, if it is one; empty where there is nothing in it to read.

    They are read together. Of a text of several windows only the first is read.
    """
    first = [next(_known(fold(text).text), None) for text in texts]
    weighed = iter(_weighed([window for window in first if window], model))
    return [next(weighed).read.likely if window else {} for window in first]


def scores_alone(texts: Sequence[str], model: Model) -> list[float]:
    """How unusual each text is by itself (0…1), all of them read together; 1 where it holds nothing to read."""
    each = [list(_known(fold(text[:MOST_LETTERS]).text)) for text in texts]
    weighed = iter(_weighed([window for own in each for window in own], model))
    return [max((next(weighed).score for _ in own), default=1.0) for own in each]


def _known(folded: str) -> Iterator[Window]:
    """The windows of which something is known: none in another language that is written in Latin letters."""
    return (window for window in windows(folded) if window.language == "ja" or not is_foreign(window.text))


def _possible(read: Read) -> tuple[str, ...]:
    likeliest = sorted(read.likely, key=lambda act: -read.likely[act])
    return tuple(act for act in likeliest if read.likely[act] >= LEAST_LIKELY or act == likeliest[0])


class _Part(NamedTuple):
    value: float
    start: int
    text: str
    weights: Mapping[str, float]


class _Weighed(NamedTuple):
    score: float
    heaviest: _Part
    read: Read


class _Piece(NamedTuple):
    field: str
    folded: Folded
    window: Window
    weighed: _Weighed

    @property
    def score(self) -> float:
        return self.weighed.score

    @property
    def place(self) -> tuple[int, int]:
        return self.folded.span(self.window.start, self.window.start + len(self.window.text))


def _weigh(plain: Mapping[str, Folded], model: Model) -> list[_Piece]:
    seen = [
        (field, folded, window)
        for field, text in plain.items()
        for folded in views(text, model["en"])
        for window in _known(folded.text)
    ]
    weighed = _weighed([window for _, _, window in seen], model, listening=True)
    return [_Piece(*one, each) for one, each in zip(seen, weighed, strict=True)]


def _weighed(seen: Sequence[Window], model: Model, *, listening: bool = False) -> list[_Weighed]:
    """What reader and weights make of each window; the reader is given all of its language at once, and each once.

    What the weights make of it is what they make of its heaviest part.
    """
    found: dict[Window, _Weighed] = {}
    for language in sorted({window.language for window in seen}):
        learnt = model[language]
        texts = list(dict.fromkeys(window.text for window in seen if window.language == language))
        made = {}
        for text, read in zip(texts, learnt.reader.read(texts, listening=listening), strict=True):
            heaviest = max((_part(at, part, language, learnt) for at, part in parts(text)), key=lambda part: part.value)
            made[text] = _Weighed(learnt.score(heaviest.value, read), heaviest, read)
        found |= {window: made[window.text] for window in seen if window.language == language}
    return [found[window] for window in seen]


def _part(start: int, text: str, language: str, learnt: LanguageModel) -> _Part:
    total, weights = _total(features(language, text), learnt)
    return _Part(learnt.value(total, len(text)), start, text, weights)


def _total(seen: AbstractSet[str], learnt: LanguageModel) -> tuple[float, Mapping[str, float]]:
    """The sum of all weights, and what each feature weighs by itself and by the themes it speaks of."""
    weights, themes = learnt.weights, learnt.themes
    weighed = {feature: weights[feature] for feature in weights.keys() & seen}
    spoken: dict[str, float] = {}
    total = math.fsum(weighed.values())
    for word in themes.keys() & seen:
        spoken.update(themes[word])
        weighed[word] = weighed.get(word, 0.0) + math.fsum(themes[word].values())
    return total + math.fsum(spoken.values()), weighed


def _needs(pieces: Sequence[_Piece], fields: Mapping[str, str], model: Model) -> Iterator[tuple[str, Stretch]]:
    """The needs that are told of, in the words of the pieces that tell most; of several views the first to tell."""
    typed = [piece for piece in pieces if not is_respelt(piece.folded)]
    heard = [(value, need, piece) for piece in typed for need, value in piece.weighed.read.needs.items() if value > 0]
    needs = sorted({need for _, need, _ in heard})
    for need in needs:
        told: list[Stretch] = []
        telling = [one for one in heard if one[1] == need]
        for _, _, piece in nlargest(MOST_TELLING // len(needs), telling, key=itemgetter(0)):
            own = _drawn(piece, _telling(piece, need, model), fields[piece.field])
            told += [one for one in own if not any(one.overlaps(other) for other in told)]
        yield from ((need, one) for one in sorted(told, key=lambda one: (FIELDS.index(one.field), one.start)))


def _telling(piece: _Piece, need: str, model: Model) -> list[tuple[int, int]]:
    """The clauses of a window without which it would tell much less of a need; at least the one that adds most."""
    shares = model[piece.window.language].reader.shares(piece.window.text, piece.weighed.read, need)
    most = max((more for _, _, more in shares), default=0.0)
    least = most * LEAST_TELLING if most > 0 else most
    return [(start, end) for start, end, more in shares if more >= least] or [(0, len(piece.window.text))]


def _drawn(piece: _Piece, places: Iterable[tuple[int, int]], original: str) -> Iterator[Stretch]:
    """These places of a piece in the original, in whole words, in order; what touches in a sentence drawn together."""
    drawn: list[tuple[int, int]] = []
    for start, end in sorted(whole(piece.window.text, *place) for place in places):
        if drawn and start <= drawn[-1][1] + (piece.window.text[drawn[-1][1] :][:1] not in "。.!?"):
            drawn[-1] = (drawn[-1][0], max(end, drawn[-1][1]))
        else:
            drawn.append((start, end))
    for first, last in drawn:
        start, end = piece.folded.span(piece.window.start + first, piece.window.start + last)
        yield Stretch(piece.field, start, end, original[start:end])


def _heavy(piece: _Piece, learnt: LanguageModel, *, unusual: bool) -> list[tuple[int, int]]:
    """The places of what weighs most: in an unusual piece phrases, by the reader; if none adds anything, features."""
    shares = learnt.reader.shares(piece.window.text, piece.weighed.read) if unusual else ()
    if phrases := _heaviest([(more, (start, end)) for start, end, more in shares]):
        return phrases
    part = piece.weighed.heaviest
    own = places(piece.window.language, part.text, _heaviest([(weight, name) for name, weight in part.weights.items()]))
    return [(part.start + start, part.start + end) for start, end in own]


def _heaviest(weighed: Sequence[tuple[float, Kind]]) -> list[Kind]:
    """What weighs a good share of what the heaviest does, that first; nothing where none tells for a flag."""
    least = LEAST_SHARE * max((weight for weight, _ in weighed), default=0.0)
    return [one for _, one in nlargest(MOST_SHOWN, [each for each in weighed if each[0] > max(least, 0.0)])]
