"""How a part is said: will it be done, is it demanded, asked, wanted, denied, suffered; read from what surrounds it.

Features: will, done, ongoing, imp (an order), ask (a polite request), want, neg, unneeded (Japanese: somebody can do
without it), pass, cause, cond, how, third, first, you (English: a person addressed follows), end (nothing but the end
of the sentence follows).
"""

from desk.rules.conduct import english, japanese


def surroundings(text: str, start: int, end: int, first: int, last: int) -> tuple[str, ...]:
    """What tells how the part [start, end) is said in its sentence [first, last) of a folded text.

    In English what stands before it, the part and what follows it; in Japanese what follows it alone.
    """
    latin = text[start : start + 1].isascii() and text[end - 1 : end].isascii() and text[start : start + 1].isalpha()
    # A Latin word that is done in Japanese is inflected so: DDoSしてやる.
    if latin and text[end : end + 1] not in ("し", "す", "さ", "せ"):
        return text[max(first, start - 60) : start], text[start:end], text[end : min(last, end + 60)]
    return (text[end : min(last, end + 28)],)


def features(said: tuple[str, ...]) -> frozenset[str]:
    """The features of a part with these surroundings."""
    return english.features(*said) if len(said) > 1 else japanese.features(*said)
