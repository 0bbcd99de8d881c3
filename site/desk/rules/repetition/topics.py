"""What demands are about: words of both languages that mean the same thing, so that a paraphrase is recognised."""

from collections.abc import Iterable
from typing import Final

from desk.rules.repetition.rule import Rule

_WORDS: Final = {
    "refund": (
        r"返金|返還|払い?戻|(?:金|費用|円|全額|全部|分)(?:を|は|も)?.{0,3}返[せしす]|返してくれ|へんきん|"
        r"はらいもど|かね返せ|かえせ|かえして|henkin|refund\w*|money back|reimburs\w+|(?:give|pay) \w+ back"
    ),
    "apology": r"しゃざい|あやま[れっり]|shazai|謝罪|謝[れりっるん]|お?詫び|わび状|土下座|apolog\w+|say sorry",
    "compensation": (
        r"ばいしょう|いしゃりょう|べんしょう|賠償|補償|慰謝料|弁償|損失.{0,4}(?:払|補)|compensat\w+|damages|"
        r"indemnif\w+|make up for|埋め合わせ|お見舞金|goodwill"
    ),
    "free": (
        r"無料|無償|むりょう|免除|タダ|ゼロ|手数料なし|金なし|なしで|なしに|muryou|(?<![あいはかる])ただ(?:で|に)|"
        r"free(?! (?:all|on|to|at|this|from|any|"
        r"until|tomorrow|next)\b)|waiver(?! to)|no c(?:ost|harge)|"
        r"without (?:charge|paying|that|the|any) (?:\w+ )?(?:charge|fee|cost|penalty)|without (?:charge|paying)|"
        r"charge me a cent|waive\w*"
    ),
    "cheaper": (
        r"値引|割引|割り?引|値下|安く|\d割|[一二三四五六七八九]割|半分に|半値|まけ[てろ]|半額|旧料金|据え?置|"
        r"discount\w*|cheaper|percent off|% off|half price|"
        r"old (?:price|rate|plan)"
    ),
    "cancel": (
        r"かいやく|kaiyaku|解約|退会|取り?消[しせす]|中途解約|辞退|キャンセル|契約.{0,4}(?:解除|終了|やめ)|"
        r"cancel\w*|terminat\w+|"
        r"unsubscrib\w+"
    ),
    "restore": (
        r"復旧|復活|復元|元に戻|もとに戻|取り戻|回復|再開|戻[しせす]て|戻せ|restor\w+|reinstat\w+|re-instat\w+|"
        r"recover\w*|"
        r"get (?:it|\w+) back|bring back"
    ),
    "unlock": (
        r"凍結|停止|ロック|\bban\b|利用制限|垢ban|アカバン|(?<![a-z])ban(?![a-z])|unlock\w*|unban\w*|unblock\w*|"
        r"suspen\w+|\bbanned|"
        r"reactivat\w+|"
        r"deactivat\w+"
    ),
    "account": r"アカウント|アカ(?!ウ)|垢|account\w*|profile",
    "meet": (
        r"面談|面会|会って|会わせ|会い[にた]|会え|お会い|お目にかか|対面|来[いて](?!ない|いな)|来社|来訪|訪問|"
        r"meeting|meet|in person|come in\b|personal (?:conversation|talk|interview)|talk (?:\w+ )?face[- ]to|"
        r"face[- ]to[- ]face|sit down|appointment|visit\w*"
    ),
    "chief": (
        r"社長|校長|院長|店長|所長|局長|代表(?:取締役|者)?|部長|役員|責任者|上司|会長|トップの人|ceo|president|"
        r"manager|director|supervisor|"
        r"boss|your superior|executive|(?:the|your) principal\b(?! (?:amount|sum|balance|reason))|"
        r"\bhead (?:of (?:the )?(?:school|company|store|department|branch|office|team)|teacher|master|mistress)|"
        r"head(?:teacher|master|mistress)|(?:very|at the) top"
    ),
    "call": r"電話|架電|折り返|phone|telephone|call(?:s|ed|ing)?\b",
    "recording": r"録音|ろくおん|通話記録|recording\w*|recorded|transcript\w*",
    "explain": r"せつめい|りゆう|説明|理由|わけを|根拠|なぜ|どうして|explain\w*|explanation|reason\w*|why",
    "dismiss": (
        r"辞め|やめさせ|解雇|クビ|くびに|異動させ|外して|首に(?:し|せ)|懲戒|処分|処罰|fire[ds]?\b|sack\w*|"
        r"dismiss\w*|punish\w*|"
        r"disciplin\w+"
    ),
    "person-name": (
        r"氏名|名前|実名|誰なのか|どこの誰|本名|フルネーム|full name|(?:his|her|their|the|agent's|real) names?\b|"
        r"who (?:was|is) (?:the|"
        r"that|he|she)|\bname and\b"
    ),
    "address": (
        r"住所|自宅|連絡先|居場所|address\b|whereabouts|home city|(?<!your )contact details|where (?:does |"
        r"do )?\w+ (?:lives?\b|is from)|"
        r"line(?:の)?(?:id|だけ|交換)|インスタ|\binsta\w*|numbers? (?:of|for) (?:the|that)|(?:his|her|"
        r"their) (?:phone )?number"
    ),
    "disclose": r"開示|身元|特定して|disclos\w+|reveal\w*|identity|who (?:owns|wrote|posted|is behind)",
    "delete": (
        r"さくじょ|削除|消去|消[せしすえ](?!て?費)|抹消|取り?下げ|delet\w+|remov\w+|erase\w*|wipe|"
        r"take (?:it |\w+ )?down"
    ),
    "review": (
        r"口コミ|クチコミ|レビュー|評価|書き込み|書き込ん|悪口|投稿|reviews?\b|rating\w*|comment\w*|posts?\b|"
        r"article|one[- ]star"
    ),
    "points": r"ポイント|特典|クーポン|景品|懸賞|当選|points?\b|coupon\w*|voucher\w*|reward\w*|prize\w*",
    "draw": r"抽選|くじ|落選|draw\b|lottery|raffle|rigged|selection",
    "fee": r"料金|費用|手数料|月額|年額|代金|利用料|使用料|会費|fee\w*|price\w*|tariff",
    "charge": r"請求(?!書)|課金|せいきゅう|かきん|kakin|seikyuu?|引き落と|引落|charged?\b|billed|billing|debit\w*",
    "invoice": r"請求書|インボイス|invoice\w*|\bbill\b",
    "receipt": r"領収書|領収証|レシート|receipt\w*",
    "contract": r"契約|contract\w*|agreement",
    "domain": r"ドメイン|domain\w*",
    "server": r"サーバー?|鯖|ホスティング|server\w*|hosting|data ?cent(?:er|re)\w*",
    "expired": r"失効|期限切れ|更新し忘れ|expir\w+|lapsed",
    "outage": r"障害|ダウン|停止の間|downtime|outage\w*|was down|last night",
    "buy": r"買い?取|買って|購入して|buy\b|purchase",
    "replacement": (
        r"交換|代替品|新品|取り?替え|取っ?換え|替えて|exchang\w+|swap\w*|replac\w+|new (?:device|one|unit|pair)|"
        r"brand[- ]new"
    ),
    "return": r"返品|返送|send \w+ back|post \w+ back|(?:take|bring) \w+ back|return\w*",
    "upgrade": (
        r"アップグレード|格上げ|ランク|グレード|upgrad\w+|business class|first class|better (?:seat|room)|premium"
    ),
    "evict": r"退去|追い出|立ち退|出て行|引っ越させ|evict\w*|(?:kick|throw|get) \w+ out|move (?:him|her|them) out",
    "limit": r"制限|上限|規制|limit\w*|throttl\w*|restrict\w*|quota",
    "penalty": (
        r"違約金|解約金|キャンセル料|延滞|遅延損害|罰金|反則金|penalt\w+|late (?:fee|charge)\w*|exit (?:fee|charge)\w*|"
        r"cancellation (?:fee|charge)\w*|parking (?:fine|ticket)\w*|fined?\b(?!,| )|(?:the|this|a|my) fine\b"
    ),
    "marks": r"成績|点数|評定|内申|採点|単位|grades?\b|\bmarks?\b|scores?\b",
    "seat": r"座席|席(?!上)|seats?\b",
    "class": r"クラス|学級|担任|class(?:es|room)?\b",
    "exempt": r"見逃|大目に見|例外|特別に|特例|except\w+|just this once|make an|bend the",
    "money": r"お金|かね|金額|金を|金は|現金|差額|\bcash\b|money|£ ?\d|\$ ?\d|€ ?\d|\d円|\d万",
    "link": r"リンク|link\w*|backlink\w*",
    "homepage": r"ホームページ|トップページ|homepage|home page|front page",
    "publish": r"掲載|載せ|公表|publish\w*|post a",
    "sign": r"署名|捺印|書面|文書で|signed|in writing|written",
    "dedicated": r"専用|専任|私だけ|dedicated|only for me|personal (?:agent|contact|manager)",
    "workplace": r"勤務(?:先|地|場所)|働(?:いて|く)|職場|workplace|where \w+ works?",
    "night": r"夜中|夜間|深夜|at night|\bnight\b",
    "job": r"採用|応募|不採用|内定|面接|application|applied|hiring|rejected",
    "extend": r"延長|期限を延|猶予|extend\w*|extension|grace period",
    "gift": r"プレゼント|贈って|グッズ|色紙|サイン入り|gift\w*|merch\w*|autograph\w*|freebie\w*",
    "badge": r"バッジ|認証マーク|badge\w*|verif(?:y|ied)",
    "data": r"データ|情報|data\b",
    "stop": (r"やめて|止めて|中止|停止して|stop\b|turn (?:it|them|\w+ \w+ \w+|\w+ \w+ \w+ \w+) off|turn off|shut down"),
    "register": r"登録|register\w*|registration|sign(?:ed)? up",
    "transfer": r"移管|移転|移行|transfer\w*|migrat\w+|move",
    "price-rise": r"値上げ|料金改定|increas\w+|price rise|raised? (?:the )?(?:price|fee|rent)\w*",
    "deposit": r"入金|振り?込|送金|deposit\w*|bank transfer|wire",
    "pay": r"払[えいっわう]|支払|pay\b|paid|payment\w*",
    "error": r"エラー|不具合|バグ|故障|壊れ|error\w*|bug\w*|broken|defect\w*|(?<!your )(?<!my )fault\w*",
    "speech": r"口のきき方|態度|話し方|言い方|対応した|rude|attitude|tone",
    "woman": r"女性|女|woman|lady|\bher\b",
    "man": r"男性|男の|\bman\b|guy",
}
# Too common among inquiries of every kind to show by themselves that two speak of one matter.
_BROAD: Final = frozenset(
    ("account", "call", "contract", "domain", "server", "data", "fee", "pay", "charge", "explain", "register", "chief")
)

_BY_NAME: Final = {name: Rule(words) for name, words in _WORDS.items()}
_FINDERS: Final = tuple(_BY_NAME.items())
# Topics so near to each other that a far paraphrase goes from one to the next: "refund", "my money", "pay me".
_KIN: Final = tuple(
    frozenset(kin.split())
    for kin in (
        "refund compensation free cheaper fee charge invoice pay deposit penalty money return",
        "person-name address disclose workplace man woman",
        "delete review publish",
        "unlock restore account limit",
        "apology sign chief",
        "replacement return",
    )
)


def akin(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of topics may speak of one thing, even if they share none."""
    return any(ours & kin and theirs & kin for kin in _KIN)


def topics(text: str) -> frozenset[str]:
    """Name what a folded, lower-case text speaks about, in the project's own words for it."""
    return frozenset(name for name, finder in _FINDERS if finder.search(text))


def beside(text: str, found: Iterable[str]) -> str:
    """The text without the words that were found to be these topics, so that nothing counts twice.

    All are looked for in the whole text: one taken out first may cut the word of another, and sets have no order.
    """
    letters = list(text)
    for name in found:
        for match in _BY_NAME[name].finditer(text):
            letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


def weight(topic: str) -> float:
    """How much a shared topic says: broad ones count as one word, the others as two."""
    return 1.0 if topic in _BROAD else 2.0
