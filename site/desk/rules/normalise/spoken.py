"""Writing by ear: Japanese without its kanji or in Latin letters."""

import re

from ahocorasick_rs import AhoCorasick

from desk.rules.normalise.chat import pairs, spell_out
from desk.rules.normalise.fold import Folded, rewrite

ROMAJI_AT_LEAST = 2


def read_kana(folded: Folded) -> Folded:
    """A Japanese text that avoids kanji or mixes the two syllabaries, read with them; others come back as they are."""
    if _has_mixed_word(folded.text):
        folded = rewrite(folded, _KANA_RUN, "kana", _in_one_syllabary)
    if _KANJI.search(folded.text) or not _KANA_WORDS.search(folded.text):
        return folded
    plain = rewrite(folded, _KATAKANA, "kana", lambda m: m.group().translate(_TO_HIRAGANA))
    plain = rewrite(plain, _INNER_SPACE, "kana", lambda _: "")
    return rewrite(plain, _READING, "kana", _read)


def read_latin(folded: Folded) -> Folded:
    """English with goin', u, pls and 4 for whole words; Japanese in Latin letters, read as kana and then as above."""
    words = _words(folded.text)
    folded = spell_out(folded, words)
    if len(words & _ROMAJI_HINTS) < ROMAJI_AT_LEAST:
        return folded
    return read_kana(rewrite(folded, _ROMAJI_WORD, "romaji", lambda m: _SYLLABLE.sub(_to_kana, m.group())))


def _words(text: str) -> frozenset[str]:
    # Of plain letters the same as below, in a third of the time.
    return frozenset(text.translate(_NO_WORD).split() if text.isascii() else _WORD.findall(text))


def _has_mixed_word(text: str) -> bool:
    # What most texts have not is found in a third of the time that their runs would take.
    plain = text.translate(_TO_HIRAGANA)
    for _, start, end in _KNOWN.find_matches_as_indexes(plain, overlapping=True):
        letters = text[start:end]
        if letters != plain[start:end] and not _KATAKANA_ALONE.fullmatch(letters):
            return True
    return False


def _in_one_syllabary(match: re.Match[str]) -> str:
    """A run of kana with its words in kanji, where one of these is written in both syllabaries (どゲざシロ)."""
    run = match.group()
    plain = run.translate(_TO_HIRAGANA)
    if plain == run or not any(_is_mixed(run, word) for word in _READING.finditer(plain)):
        return run
    return _READING.sub(_read, plain)


def _read(word: re.Match[str]) -> str:
    return word.group() if word["kept"] else _READINGS[word.group()]


def _is_mixed(run: str, word: re.Match[str]) -> bool:
    # キモい is written so by everybody, and クレームだ holds no むだ: a stretch of katakana is not cut in two.
    start, end = word.span()
    if run[start:end] == _read(word) or word["kept"]:
        return False
    inside = [letter in _KATAKANA_LETTERS for letter in run[start:end]]
    before, after = run[start - 1 : start], run[end : end + 1]
    is_cut = (inside[0] and before in _KATAKANA_LETTERS) or (inside[-1] and after in _KATAKANA_LETTERS)
    return any(inside) and not all(inside) and not is_cut


def _to_kana(match: re.Match[str]) -> str:
    syllable = match.group()
    return _SYLLABLES.get(syllable, "ん" if syllable == "n" else "っ")


_KANJI = re.compile(r"[一-龠]")
_KANA_WORDS = re.compile(r"[ァ-ヶ]{2,12}[ \n、。]|[ぁ-ん]{3}")
_KANA_RUN = re.compile(r"[ぁ-んァ-ヶー]{3,40}")
_KATAKANA = re.compile(r"[ァ-ヶ]{1,40}")
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_KATAKANA_LETTERS = frozenset("ー" + "".join(map(chr, _TO_HIRAGANA)))
_INNER_SPACE = re.compile(r"(?<=[ぁ-んー]) {1,3}(?=[ぁ-んー])")
_READINGS = pairs("""
きやく:規約 けいやくがい:契約外 けいやく:契約 ぜんがく:全額 かえせ:返せ へんきん:返金 しらん:知らん
しらねえ:知らねえ しらね:知らね しるか:知るか むりょう:無料 いしやりよう:慰謝料 いしゃりょう:慰謝料 はらえ:払え
はらわん:払わん はらわない:払わない ふりこめ:振り込め げんきん:現金 かねを:金を かねかえせ:金返せ
かねだせ:金出せ しゃちょう:社長 しゃいん:社員 たんとうしゃ:担当者 たんとう:担当 じゅうしょ:住所 じたく:自宅
おしえろ:教えろ おしえて:教えて なまえ:名前 ほんみょう:本名 がっこう:学校 よめ:嫁 むすめ:娘 むすこ:息子
こども:子供 かぞく:家族 しってる:知ってる しっている:知っている ぶっころ:ぶっ殺 ころす:殺す ころし:殺し
ころさ:殺さ しねよ:死ねよ しねや:死ねや ぶんなぐ:ぶん殴 なぐる:殴る なぐり:殴り なぐって:殴って もやす:燃やす
もやして:燃やして ひをつけ:火をつけ ばくは:爆破 ばくだん:爆弾 ほうちょう:包丁 はものもって:刃物持って
はもの:刃物 いえに:家に いえを:家を いくからな:行くからな いくから:行くから いくぞ:行くぞ うそ:嘘 ながす:流す
ながし:流し こきゃく:顧客 めいぼ:名簿 さぎがいしゃ:詐欺会社 さぎ:詐欺 かいしゃ:会社 かぶか:株価 とうさん:倒産
うわさ:噂 ふんしょく:粉飾 けっさん:決算 かきこみ:書き込み かいた:書いた かくから:書くから けいじばん:掲示板
まいにち:毎日 はんざいしゃ:犯罪者 さらす:晒す さらし:晒し さらせ:晒せ えんじょう:炎上 かくさん:拡散
あやまれ:謝れ あやまって:謝って どげざ:土下座 ひたい:額 おなじ:同じ しつもん:質問 かいめ:回目 おくる:送る
おまえ:お前 きさま:貴様 むのう:無能 ばかやろう:馬鹿野郎 ばかか:バカか ばかが:バカが あほか:アホか くずが:クズが
くずしゃいん:クズ社員
ごみが:ゴミが きえろ:消えろ だまれ:黙れ きもい:キモい きもいんだよ:キモいんだよ のうみそ:脳みそ にんげん:人間
かちく:家畜 あわせろ:会わせろ すわりこむ:座り込む まってろ:待ってろ まってる:待ってる あいたい:会いたい
ぱんつ:パンツ したぎ:下着 なにいろ:何色 すかーと:スカート みてるよ:見てるよ みている:見ている
みじかかった:短かった せっくす:セックス だせ:出せ おぼえとけ:覚えとけ おぼえてろ:覚えてろ こうかい:後悔
つぶす:潰す つぶして:潰して よみち:夜道 かくご:覚悟 ゆるさない:許さない うったえる:訴える こわす:壊す
にげても:逃げても むだ:無駄 ちょうだい:頂戴 ないぶじょうほう:内部情報 ろびーで:ロビーで いまから:今から
いますぐ:今すぐ ひれふせ:ひれ伏せ ぜんぶ:全部 まん:万 えん:円 いけ:行け
""")
# Words in which one of these would be read by its letters alone; what stands in them is left.
_KEPT = (
    r"[とこど]ころ(?=さび|さえ|すみ|すく|すご|しか|しだい|さがし|しらべ|せま)|(?:その|この|あの)ころ(?=さむ|しり|すん|すで|せん)|うさぎ|さぎょう|っきやく|よめ(?=[まなるてたずばも])|だせ(?=[なまば])|はらえ(?=[なまる])"
    r"|むのうや|むだけ|(?:おくる|とどける|むかえる|うける)ひをつけ|きもいり|だまれい|もやし(?=[がをはのと])|つなぐ[っりる]|うそう|[ょおこごどほぼよろ]うそ|きやくそ"
)
_READING = re.compile("|".join((f"(?P<kept>{_KEPT})", *sorted(_READINGS, key=len, reverse=True))))
_KNOWN = AhoCorasick(list(_READINGS), store_patterns=False)
_KATAKANA_ALONE = re.compile(r"[ァ-ヶー]+")
_WORD = re.compile(r"\w+")
_NO_WORD = {code: " " for code in range(128) if not _WORD.match(chr(code))}
_ROMAJI = """
wa wo ga kara shite shiro suru zo ze desu masu kaese dase yaru yare omae teme temee kisama kono toka nante tte nai naru
mae kure kudasai koto hito kaisha kyou ashita mainichi zenbu made iku kita shita shine korosu
"""
_ROMAJI_HINTS = frozenset(_ROMAJI.split())
_ROMAJI_WORD = re.compile(
    r"\b(?:(?:(?:ch|sh|ts|[kgnhbpmr]y|[kgsztdnhbpmyrwjf])?[aiueo]|n(?![aiueoy])|([kstpcg])(?=\1)){1,12})\b"
)
_SYLLABLE = re.compile(r"(?:ch|sh|ts|[kgnhbpmr]y|[kgsztdnhbpmyrwjf])?[aiueo]|n|[kstpcg]")


def _syllables() -> dict[str, str]:
    rows = (
        *("あいうえお", "kかきくけこ", "gがぎぐげご", "sさしすせそ", "zざじずぜぞ", "tたちつてと", "dだぢづでど"),
        *("nなにぬねの", "hはひふへほ", "bばびぶべぼ", "pぱぴぷぺぽ", "mまみむめも", "rらりるれろ"),
    )
    table = {row[:-5] + v: kana for row in rows for v, kana in zip("aiueo", row[-5:], strict=True)}
    for pair in ("kyき", "gyぎ", "shし", "chち", "nyに", "hyひ", "byび", "pyぴ", "myみ", "ryり", "jじ"):
        table |= {pair[:-1] + v: pair[-1] + small for v, small in zip("auo", "ゃゅょ", strict=True)}
    others = "shiし chiち tsuつ jiじ fuふ yaや yuゆ yoよ waわ woを sheしぇ cheちぇ jeじぇ faふぁ"
    return table | dict(re.findall(r"([a-z]+)([ぁ-ん]+)", others))


_SYLLABLES = _syllables()
