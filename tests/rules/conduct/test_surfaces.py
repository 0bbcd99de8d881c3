"""A strange surface is no harm: what the words say decides, however they are written."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine

SIGNS, MODEL = signs_files.read(), signs_files.model()


@pytest.mark.parametrize(
    "text",
    [
        "金曜○ 土曜△ 日曜×でお席をお願いします",
        "引っ越しの荷物です\n* 冷蔵庫 1\n* 洗濯機 1\n* 箱 30くらい\n階段 → 2階 → 廊下せまい\nエレベーター ×",
        "ｼﾞｭｳｼｮｶﾞ ｶﾜﾘﾏｼﾀ｡ ﾃﾂﾂﾞｷｦ ｵｼｴﾃｸﾀﾞｻｲ｡",
        "かいいんばんごうをわすれました。どこにかいてありますか。",
        "部品番号 K-56 と K-893 は在庫がありますか",
        "kill -9 で止めても db_die() のログが出続けます",
    ],
)
def test_a_harmless_text_is_not_held(text: str) -> None:
    assert not examine({"message": text}, SIGNS, MODEL).flagged


@pytest.mark.parametrize(
    "text",
    [
        "ご注文\n* 弁当 3\n* お茶 3\n* 店長は×ね\n※ 火をつけに行きます",
        "ｵﾏｴﾗ ｾﾞﾝｲﾝ ｺﾛｽ｡",
        "おまえのいえにひをつける。",
        "p l e a s e  r e f u n d  o r  I  k i l l  y o u",
    ],
)
def test_harm_in_the_same_surface_is(text: str) -> None:
    assert examine({"message": text}, SIGNS, MODEL).flagged
