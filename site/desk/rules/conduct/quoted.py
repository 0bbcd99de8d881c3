"""What is quoted: between marks of either language, or behind a > at the beginning of a line."""

import re

from desk.rules.conduct import english_quotes

QUOTED = re.compile(
    r"「[^「」]{1,200}」|『[^『』]{1,200}』|\"[^\"\n]{1,200}\""
    r"|(?<![a-z])'(?=[a-z])(?:[^'\n]|(?<=[a-z])'(?=[a-z])){3,200}'(?![a-z])|(?m:^\s{0,3}>[^\n]{1,400})"
)
ME_TOO = r"(?:俺|私|僕|うち|こっち)も(?:同じ(?:気持|考|意見|思い)|同感)"
_OWN_VOICE = re.compile(
    r"(?:と|って)(?:[^。]{0,8})(?:言いたい|言ってや|伝え(?:ろ|て|とけ)|言っと|言っておけ|思(?:う|って|い(?!出))|答えろ|呼|書け|言え)"
    r"|(?:と|って)(?:[^。\n]{0,4})(?:書い|言っ)て(?:おく|やる)(?=[。!\n]|ぞ|から|よ|$)"
    r"|って[^。\n]{0,8}(?:怒鳴り|叫び|言い)続け(?:るから|るぞ|てや|たる)"
    # Who quotes as a condition what he will else say or do, or sides with it, threatens.
    r"|と(?:言わ|さ|思わ|書か)れ(?:たく(?:な|ね)|ない(?:うち|よう))"
    rf"|(?:と|って)[^。\n]{{0,14}}。?\s?{ME_TOO}"
    r"|[。、]?(?:これ|それ|以上)(?:は|が)(?:私|俺|僕|うち|当方)(?:から)?の(?:伝言|言葉|気持|本心|答え|警告|予告|返事)"
    # Who says that the quoted words are meant has made them their own; for English see `english_quotes.owns`.
    r"|[^。\n]{0,14}本気(?:だ|です|で言)|[^。\n]{0,14}冗談(?:では|じゃ)(?:な|あ)"
)
# Whose feeling, resolve or announcement it is: the writer's, where nobody else is said to have said it.
_FELT = re.compile(
    r"(?:という|って)(?:[^。、「言書]{0,6})(?:気持ち|思い|覚悟|つもり|決意|心境|気分|殺意)(?:です|だ(?!った)|で(?:す|(?:今|この|次|明|そ|う|お|行|い))|しか)"
    r"|(?:という|って)(?:の|こと)(?:が|は)[、]?(?:私|俺|僕|うち|当方|こちら)の(?:答え|返事|気持|本音|本心|結論|要求|考え)(?!だ?と)"
    r"|(?:と|って)(?:[^。、「]{0,8})(?:言い|叫び|怒鳴り|伝え)に(?:行(?:き(?:ます|た)|く(?:[。!ぞよ]|から|$)|こう)|伺い?(?:ます|う)|うかが(?:います|う)|参(?:ります|る))"
    r"|(?:と|って)(?:心に)?(?:決め(?:ました|た(?:[。!]|から|ぞ|ので|んだ|$)|て(?:い|お|る))|誓(?:いました|った(?:[。!]|から|ぞ|$)|って(?:い|お|る)))"
    r"|(?:と|って)(?:[^。、「]{0,4})(?:予告|宣言|警告|約束)(?:し(?:ます|て(?:お|や))|する(?:[。!ぞよ]|から|$)|いたします|させて)"
    r"|(?:と|って)(?:だけ)?(?:申し上げ(?:ます|て(?:お|い)|ましょう)|お伝えし(?:ます|て(?:お|い)))"
)
# Somebody else said it, by the words right before it (a clause before tells what happened), or the desk had asked.
_OF_ANOTHER = re.compile(
    r"(?:言われ|言った|言って[いき]|書い[たて]|書かれ|書き込|届[いくけ]|送られ|送って[きく]|送りつけ|叫[ばん]"
    r"|怒鳴|脅[さし迫]|留守電|受け取|投稿|通報)[^。、!?\n]*$"
    r"|との(?:お?尋ね|ご?質問)[^。!?\n]*$"
)
_BEFORE = 60
TOLD = re.compile(
    r"(?:と|って|とか|などと)(?:[^。、]{0,10})(?:言(?!わせ|いた[いく]|ったは|っただ|ったよな)|書か|怒鳴|叫|粘|繰り返|つぶや|迫|脅)"
    r"|という|といった|などの|を真似|とも(?=[。\n]|$)|のような|と大声|と、[^。]{0,30}送られて"
)
_BESIDE = frozenset(("", "、", "や"))


def together(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quoted spans of a folded text, made one where they stand side by side and are told of: 「…」「…」と叫んだ."""
    runs: list[list[tuple[int, int]]] = []
    for span in spans:
        if runs and text[runs[-1][-1][1] : span[0]] in _BESIDE:
            runs[-1].append(span)
        else:
            runs.append([span])
    found: list[tuple[int, int]] = []
    for run in runs:
        found += [(run[0][0], run[-1][1])] if TOLD.match(text, run[-1][1]) else run
    return found


def is_owned(text: str, start: int, end: int) -> bool:
    """Whether what is quoted at [start, end) of a folded text is the writer's own, by the words beside it."""
    if _OWN_VOICE.match(text, end) or english_quotes.owns(text, start, end):
        return True
    return bool(_FELT.match(text, end)) and not _OF_ANOTHER.search(text, max(0, start - _BEFORE), start)
