"""One spelling for all: what differs between keyboards, scripts of kana and shapes of a character is made even."""

import re
import unicodedata
from typing import Final

_KATAKANA: Final = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
# Older and rarer shapes of characters in names, and the plain ones; Latin letters with a stroke, which is no accent.
_SHAPES: Final = {ord("ß"): "ss", ord("æ"): "ae", ord("œ"): "oe"} | str.maketrans(
    "邊邉齋齊斎髙﨑碕濱濵澤嶋嶌廣國眞惠櫻龍冨曾黑瀨德條壽榮實圓關學應莊豐靜淺瀧桒渕淵槇薗邨舘峯當與萬彌禮藏藤łøđı",
    "辺辺斉斉斉高崎崎浜浜沢島島広国真恵桜竜富曽黒瀬徳条寿栄実円関学応荘豊静浅滝桑渕渕槙園村館峰当与万弥礼蔵藤lodi",
)
_ACCENTED: Final = re.compile(r"[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")  # the second are accents alone


def plain(text: str) -> str:
    """The text as all write it: no width, case, kind of kana, older shape of a character or accent."""
    folded = unicodedata.normalize("NFKC", text).lower().translate(_KATAKANA).translate(_SHAPES)
    return _ACCENTED.sub(lambda found: _unaccented(found[0]), folded)


def _unaccented(letter: str) -> str:
    """José is Jose to whoever has no such key; a mark on kana is no accent."""
    return "".join(char for char in unicodedata.normalize("NFD", letter) if not unicodedata.combining(char))
