"""How a part is said: will it be done, is it demanded, asked, wanted, denied, suffered – read from what stands around it.

Features: will, done, ongoing, imp (an order), ask (a polite request), want, neg, pass, cause, cond, how, third, first,
you (English: a person addressed follows), end (nothing but the end of the sentence follows).
"""

import re


def features(text: str, start: int, end: int, first: int, last: int) -> frozenset[str]:
    """The features of the part [start, end) in its sentence [first, last) of a folded text."""
    if text[start : start + 1].isascii() and text[end - 1 : end].isascii() and text[start : start + 1].isalpha():
        return _english(text[max(first, start - 60) : start], text[start:end], text[end : min(last, end + 60)])
    return _japanese(text[end : min(last, end + 28)])


def _japanese(tail: str) -> frozenset[str]:
    near = re.split(r"[、,\s「」(]", tail, maxsplit=1)[0]
    found = {name for name, pattern in _NEAR if pattern.match(near)}
    found |= {name for name, pattern in _WITHIN if pattern.search(near)}
    if _DENIED.search(tail):
        found.add("neg")
    if "ask" in found or "cond" in found:
        found.discard("imp")
    if "pass" in found:
        found -= {"will", "imp"}
    return frozenset(found)


def _english(before: str, word: str, after: str) -> frozenset[str]:
    found = {name for name, pattern in _BEFORE if pattern.search(before)}
    found |= {name for name, pattern in _AFTER if pattern.match(after)}
    if "will" not in found and word.endswith("ing") and _PROGRESSIVE.search(before):
        found.add("will")
    if "past" in found and re.search(r"(?:ed|[aou]ught|en|pt|id|got|ote|ook|ade|ew|ept|oke|ound|ame|ent|ave)$", word):
        found.add("done")
    if "passive" in found and re.search(r"(?:ed|en|[aou]ught|ung|un|ot|ut|it|pt|own)\b", word):
        found.add("pass")
    if "third" in found and "first" not in found:
        found.discard("will")
    return frozenset(found)


_ROW = "[かがさたなばまらわ]"
_NEAR = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("pass", rf"(?:{_ROW}れ|られ|され|を?[受う]け|に[遭あ]|くら[いっ]|食ら)(?!ろ)"),
        ("cause", r"(?:[かがさたなばまらわ]せ|させ)"),
        (
            "will",
            r"(?:し|い|ち|り|み|っ|ん|び|ぎ|に|[えけげせてねべめれ])?[てで](?:や[るりろっんら]|くれ(?:る|よ)|も(?:ら[うおいえ]|ろ)|あげ[るよま]|おく|しま[うお]|みせ"
            r"|差し|さしあげ|いただ[くきこ]|頂[くきこ]|まわ[るり]|回[るり]|き[てま]ま|やん|みろ)"
            r"|(?:し|い|ち|り|み|っ|ん|び|ぎ|[えけげせてねべめれ])?[ただ](?:る(?:わ|ぞ|で|から|$)|ろか|ろう?$|んねん|るよ|るけ)|(?:し)?ちゃ[うおるろ]|(?:っ)?ちま[うお]"
            r"|[かがさたなばまらわ]?せて(?:も|い|頂|や)|[おこごそとのぼもろ]う(?:か|と|ぜ|かな|じゃ|$|や)|(?:し)?よう(?:か|と(?!に)|ぜ|じゃ|$)"
            r"|[うくぐすつぬぶむる](?:ぞ|ぜ|から|つもり|予定|覚悟|気(?:だ|で|が|は)|だけ|しかな|こと(?:に|も|が)|まで|んだ(?!ろ|が)"
            r"|用意|準備|手はず|のも|のは|ので(?:覚|待)|わ(?:よ|$)|で$|け(?:ん|え)|よ(?:$|う?$)|わけで|よ[うろ]|かも|んで|の(?:みで)|$)"
            r"|する(?:ぞ|ぜ|から|つもり|予定|覚悟|気|だけ|しか|こと|まで|わ|よ|けど|んで|$|用意|準備)"
            r"|(?:し|い|ち|り|み|き|ぎ|び|に|致し|いたし)?ます(?:よ|ね|から|ので|が|し|けど|わ|$)|(?:し|い|ち|り|み|き|ぎ|び|に)ましょう"
            r"|(?:し|い|ち|り|み|き|ぎ|び)に(?:行|い[くっかき]|うかが|伺|参|来|きた)|(?:い)?たします|(?:し)?続け[るまて]|する$"
            r"|(?:し|い|ち|り|み|き|ぎ|び)(?:まく|倒|尽く|かね|兼ね)|(?:の)?(?:刑|目)に(?:遭|あ)わせ|なら?ん(?:ぞ|で)",
        ),
        (
            "want",
            r"(?:し|い|ち|り|み|き|ぎ|び|に)?た(?:い|く(?:て|な|思|ば)|かっ)|[てで]やりた|[てで](?:ほし|欲し)",
        ),
        (
            "imp",
            r"(?:[えけげせてねべめれ]|ろ|しろ|せよ|せえ|させろ|されたい|さんかい|らんかい|んかい|かんかい)(?:よ|や|って|や!|$|と|ば?$|や$|っつ)"
            r"|(?:し|い|ち|り|み|き|ぎ|び|に)?な(?:さい|はれ)|(?:し|い|っ|ん|ち|り)?[てで](?:くれ(?:$|よ|や|な?い?$|ない?か|ま?せ)|もらおう|もらいた"
            r"|もらわ|もらう|もらえ(?:ますね|るよね)|こい|来い|みろ|みせろ|ちょうだい|よこ|下さい|ください|いただきた|いただきます|いただく|いただこう"
            r"|頂きた|頂きます|頂く|頂こう|当然|当たり前|当り前|ほしい|欲しい|いただかな|もらわな|しかる|くださ|頂かな|や$|な$)"
            r"|(?:を|の)?(?:し(?:ろ|ろよ|なさい|てくれ|てもら|てくだ|て下さ|ていただ|て頂|てほし|て欲し|てよ)|せよ|せえ|希望|要求|求め|お願い|頼む|願い"
            r"|要(?:す|求)|命[じず]|しろ)|(?:する|る|く|す|う|つ|む|ぶ)(?:べき|こと$|よう(?:に)?(?:$|要|求|強|お|指|命|伝|言|厳|申)|のが(?:当|筋|道|普|常|礼)"
            r"|義務|責任が|まで(?:は)?(?:帰|許|電話|納|何度|止|や|続|毎|諦|納|切|折|お|動|引|終))"
            r"|(?:お)?(?:願|ねが)い(?:し|い|申|で)|を?(?:よこ|寄越|出せ|くれ|要求|請求|求め|希望|ください|下さい|頂|いただ|お願|願い|頼|もら)|ください|下さい"
            r"|(?:しか)?(?:認め|受け入れ|納得し|応じ)(?:ません|な)",
        ),
        ("ongoing", r"(?:し|い|っ|ん|ち|り)?[てで](?:い[るまた]|お[りる]|ん(?:の|だ|じ)|る(?:$|ん|の|か|よ)|きて)|[とど]る"),
        (
            "done",
            r"(?:し|い|っ|ん|ち|り|み|き|ぎ|び|を|致し|いたし)?(?:ました|[ただ](?!く|い|め|ろ|れ|け|す|ち|び)|(?:し)?[てで](?:おい|おき|ある|あり|やった|やりま|き)|済み)",
        ),
        ("cond", r"(?:[えけげせてねべめれ]|すれ|なけれ)ば|(?:し|い|っ|ん|ち|り|れ)?[ただ]ら(?:な|、|$|、|$)|(?:る|す|い|う|く|つ|む)(?:なら|と(?!思|い|言|の))"),
        (
            "fierce",
            r"[ぁ-ん]{0,4}(?:[てで]や(?:る|ろ|ん)|たる(?:わ|ぞ|から|で)|ぞ$|ぜ$|からな|せて(?:もら|いただきます)|てもらう$|たろか)",
        ),
        ("end", r"(?:[。!?\n]|[ぁ-ん]{0,10}$|が$|め$|だ|です|か$|よ|ね|な$|や|じゃ|かよ|だろ|でしょ)"),
        ("noun", r"(?:の|を|に|が|は|と|で|も|から|へ|や|など|等|され)"),
    )
)
_WITHIN = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("will", r"[てで]や(?:る|ろう|んぞ|んよ|りま)|せて(?:もらう|いただ|頂)|たる(?:わ|ぞ|から|で$|$)|つもり(?:だ|です|で$|$)|(?<!んだ)ぞ$|からな$|たろか$"),
        (
            "ask",
            r"(?:いただけ|頂け|もらえ|貰え|いただき|ください|頂き)(?:ます|ませ|ない|る)(?:で|か|$|でしょう)|でしょうか|ますか|可能(?:です|で|か)|できます(?:か|で)"
            r"|たいのです(?:が|けど)|方法|手順|お願いでき|教えて(?:ください|いただ|下さ)|幸い|助かり|願えま|よろしい(?:です|で)|ないでしょう|存じます|ほしいです"
            r"|たいです|お願い(?:し|いた|致|申)",
        ),
        (
            "neg",
            r"^(?:[かがさざたなばまらわ]|し|せ|れ|でき|出来|い|き|り|ら)?(?:な[いかくけ]|ねえ|ねぇ|ません|ず(?:に|、|と)|へん|ぬ)",
        ),
    )
)
_DENIED = re.compile(
    r"(?:つもり|気|意図|わけ|訳|意味|考え|予定|こと)(?:は|では|じゃ|で|も|など|なんて|なんか|が)?(?:全く|毛頭|一切|まったく)?"
    r"(?:な[いくか]|ありま?せん|ございません|ねえ|あるわけない)|たくな[いく]|ようとは(?:思|考)(?:わ|っていな|いませ|えて(?:い)?ま)"
    r"|(?:もの|べき|はず)では(?:な|あり)"
)
_I = r"\b(?:i|we)"
_VERBS = r"(?:'ll| will| shall| would|'d| am going to|'m going to| are going to|'re going to|'m gonna| am gonna|'re gonna"
_BEFORE = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "will",
            rf"(?:{_I}{_VERBS}| gonna| intend to| plan to| am about to|'m about to| mean to| swear(?: to god)? i'll| could| can"
            r"| might| may| have to| want to| wanna| am coming to|'m coming to| am ready to|'m ready to| know how to| promise to"
            r"| have no choice but to| need to| am prepared to|'m prepared to|'m on my way to| won't hesitate to| will not hesitate to"
            r"| won't stop until i| am tempted to|'d love to| feel like|'m this close to| am so close to|'m so close to| swear i'll| swear i will| am about to| should)|\bgonna|\blet me|\blet's|\blemme"
            r"|\b(?:my|our) (?:\w+ ){1,3}(?:will|are going to|is going to|'ll)|\bi'mma|\bima|\bimma|\bready to|\bcoming to"
            r"|\b(?:want|going|like|love|able|happy|delighted|obliged|forced) to|\band(?: i'll| we'll| then)?)(?: \w+ly| just| have| be| really| all| then| personally| happily| not only| gladly| simply| make sure to| \w+ and)? ?$",
        ),
        (
            "imp",
            r"^(?:[\s,;:\"'>-]|and\b|then\b|now\b|just\b|so\b|please\b|or\b|but\b|kindly\b|go\b|do\b|you\b|ok\b|well\b|immediately\b|at once\b|you better\b|first\b|hurry up and\b|either\b|next\b|again\b|don't\b)*$"
            r"|[,;:-] (?:and |then |now |just |so |please |or |but |kindly |go |do )*$"
            r"|\b(?:you|they|he|she|someone|somebody|manager|boss|ceo|president|director|agent|staff|team|company|all of you|everyone|him|her|them|who \w+)"
            r" ?(?:must|should|need to|needs to|have to|has to|had better|better|will|'ll|ought to|are to|is to|can|are going to|are required to|shall|to)(?: \w+ly| now| at once| personally| just| all| also| immediately)? $"
            r"|\b(?:i|we) (?:want|expect|demand|require|need|insist|order|command|instruct|shall require|must insist|would like|'d like|suggest|advise|will accept|have decided)\b[^.!?]{0,34}$"
            r"|\b(?:demand|insist|insist on|expect|require|requires|want|until you|unless you|and|or|now)(?: (?:that|a|an|the|to be|you|your|nothing less than|full|his|her|their))* ?$"
            r"|\bi'll need you to $|\bi am ordering you to $",
        ),
        ("ask", r"\b(?:could|can|would|may|might) (?:you|i|we|someone)\b|\bis it possible\b|\bhow (?:do|can|to|should|would)\b|\bwould like to\b|\bwe'd like\b|\bi'd like\b|\bwhere (?:do|can|should)\b|\bdo you\b|\bare you able\b|\bis there\b|\bwondering\b|\bhoping\b|\bwould it\b|\bplease let\b|\bgrateful\b"),
        ("how", r"\bhow (?:do|can|to|should|would|does|did)\b|\bwhat happens\b|\bwhy (?:do|does|did|is)\b"),
        ("neg", r"(?:n't|\bnot|\bnever|\bno|\bwithout|\bcannot|\bnor|\brefuse to|\bstop|\bavoid|\bprevent|\binstead of)(?: \w+){0,2} $"),
        ("passive", r"\b(?:was|were|been|being|is|are|be|get|got|gets|getting|am|i'm|having)(?: \w+ly| also| just| not| all| never)? $"),
        ("past", rf"{_I}(?:'ve| have|'d| had| am| just| already)?(?: \w+){{0,2}} ?$|\b(?:already|just) $|^ ?$|\band $"),
        (
            "third",
            r"\b(?:he|she|they|it|someone|somebody|customers?|callers?|users?|attackers?|hackers?|neighbou?rs?|husband|wife|ex|tenants?|strangers?"
            r"|visitors?|patients?|competitors?|guests?|man|woman|person|people|who|stalker|troll|trolls|bots?|spammer|thief|thieves|students?|kids?|son|daughter|landlord|teacher|classmates?|scammers?|email|message|post|comment|review|letter|site|page|caller|account|text|note)"
            r"(?:'s|'ll|'ve| is| has| had| have| will| are| was| were| keeps?| kept| did| would| threatened to| said| says| that| threatening to| saying| tried to| wants? to| going to| claim(?:s|ed|ing)?)?(?: (?!i\b|we\b|i'|you\b)\w+){0,3} $",
        ),
        ("first", rf"{_I}(?:'|\b)(?!.*\b(?:if|that) )"),
        ("cond", r"\b(?:if|unless|or|otherwise|until|till)\b[^,]{0,30}$"),
    )
)
_AFTER = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "you",
            r"(?: \w+){0,3}? (?:you|your|ya|u|ur|yourself|yourselves|y'all|him|her|them|those|whoever|everyone|everybody|somebody|someone|anyone|all of you"
            r"|(?:the |that |this |these |those |each |every )?(?:lot of you|staff|agents?|employees?|manager|boss|ceo|president|operator|support|rep|representative|team|people|guy|guys|woman|man|lady|girl|bastards?|clerk|receptionist|engineer|director|executives?|workers?|faces?|family|kids|children|head|skull|neck|throat|teeth|nose|legs?|knees|fingers?|bones|heart))\b",
        ),
        ("end", r"[\s,;:\"']{0,3}$"),
    )
)
_PROGRESSIVE = re.compile(r"\b(?:i'm|i am|we're|we are|i'll be|we'll be|i will be|we will be|i shall be|i'd be|keep|am|be)(?: \w+)? $")
