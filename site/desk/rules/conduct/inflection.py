"""How a part is said: will it be done, is it demanded, asked, wanted, denied, suffered; read from what surrounds it.

Features: will, done, ongoing, imp (an order), ask (a polite request), want, neg, pass, cause, cond, how, third, first,
you (English: a person addressed follows), end (nothing but the end of the sentence follows).
"""

from desk.rules.conduct import english, japanese


def features(text: str, start: int, end: int, first: int, last: int) -> frozenset[str]:
    """The features of the part [start, end) in its sentence [first, last) of a folded text."""
    latin = text[start : start + 1].isascii() and text[end - 1 : end].isascii() and text[start : start + 1].isalpha()
    # A Latin word that is done in Japanese is inflected so: DDoSしてやる.
    if latin and text[end : end + 1] not in ("し", "す", "さ", "せ"):
        return english.features(text[max(first, start - 60) : start], text[start:end], text[end : min(last, end + 60)])
    return japanese.features(text[end : min(last, end + 28)])
