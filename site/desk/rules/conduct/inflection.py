"""How a part is said: will it be done, is it demanded, asked, wanted, denied, suffered; read from what surrounds it.

Features: will, done, ongoing, imp (an order), ask (a polite request), want, neg, unneeded (Japanese: somebody can do
without it), pass, cause, cond, how, third, first, you (English: a person addressed follows), end (nothing but the end
of the sentence follows).
"""

from desk.rules.conduct import english, japanese

SURROUNDINGS = 60  # letters of an English sentence on either side of a part
_FOLLOWING = 28  # those of a Japanese one behind it


def surroundings(text: str, start: int, end: int, first: int, last: int) -> tuple[str, ...]:
    """What tells how the part [start, end) is said in its sentence [first, last) of a folded text.

    In English what stands before it, the part and what follows it; in Japanese what follows it alone.
    """
    latin = text[start : start + 1].isascii() and text[end - 1 : end].isascii() and text[start : start + 1].isalpha()
    # A Latin word that is done in Japanese is inflected so: DDoSしてやる.
    if latin and text[end : end + 1] not in ("し", "す", "さ", "せ"):
        return (
            text[max(first, start - SURROUNDINGS) : start],
            text[start:end],
            text[end : min(last, end + SURROUNDINGS)],
        )
    return (text[end : min(last, end + _FOLLOWING)],)


def features(said: tuple[str, ...]) -> frozenset[str]:
    """The features of a part with these surroundings."""
    return english.features(*said) if len(said) > 1 else japanese.features(*said)
