"""Words too common among inquiries to tell one matter from another, by script."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HAN: Final = _words(
    """
    願い 対応 回答 返信 返事 連絡 御社 貴社 弊社 当社 会社 担当 当者 確認 問合 今日 本日 昨日 明日 先日 前回 今回
    今週 来週 先週 先月 今月 時間 方法 手続 場合 以上 一度 再度 何度 至急 直接 絶対 当然 納得 必要 最後 最初 自分
    人間 質問 状況 件名 内容 存在 全部 全額 全て 早急 丁寧 要求 希望 馬鹿 無能 阿呆 言葉 客様 申し 致し 頂き 下さ
    結構 無理 大変 迷惑 何回 日中 毎日 毎週 引き 恐れ 手紙 拝見 事拝 早急 一言 本人 所存 限界 関係 有無 責任 簡単
    失礼 了承 承知 早速 恐縮 平日 週末 午前 午後 明後 後日 昨年 去年 今年 来年 週間 曜日 土曜 日曜 月曜 火曜 水曜 木曜
    金曜 今度 電話 一生 後悔 対象 象外 手配 先程 先般 今朝 昨夜 以前 以後 一通 文面 書面 定型 日本 本語 事情 都合 検討
    意味 問題 本件
    """
)
SINGLE: Final = frozenset(
    "私僕俺我件人何今中方者日時分的様事度回前後上下出送教思言見使入知行来書聞願頂致申御貴社持付返答早全無"
    "不大小高良悪合間同他別次毎当気確認対応変更直取待受買払戻届万円年月週通名目点所場手困急至是非必要絶信"
    "自身彼女男皆誰君話物内外以降際為頃旨迄或又未済"
)
KATAKANA: Final = _words(
    """
    メール サービス サイト フォーム ページ コメント カスタマー サポート スタッフ
    """
)
LATIN: Final = _words(
    """
    the and you your yours our ours for with that this these those there here from have has had not but are was were
    will would can could should shall may might must don't doesn't didn't isn't won't can't i'm i've i'll i'd it's
    that's what's let's you're you've what when where which who whom how please send sent tell told give gave given
    get got want wanted need needed ask asked asking demand demanded insist require required expect like make made
    take took let know see say said says write wrote writing written answer answered reply replied response mail
    email message again still yet now today once more just only also even very too any some all every each one two
    she his they them him its been being did does do done than then because about after before into out off over
    back same thing things anything else nothing something never always ever someone everyone team support staff
    company service services customer time times day days week weeks hello thanks thank thankful grateful sorry
    going come came way well good morning nor really right wish keep waiting wait immediately soon asap possible
    hour hours month last next first such much many monday tuesday wednesday thursday friday saturday sunday look
    use using used put set hard yes dear care whatever without within
    other others both either neither between under few most mostly while until although though maybe perhaps rather
    quite really already soon enough around against along across through during since unless whether because though
    own another such same few lot lots bit little big new old year years minute minutes three four five six seven
    eight nine ten second third fourth fifth once twice again sir sirs madam miss mister kind kindly regards sincerely
    faithfully best warm wishes hope happy glad able unable seem seems seemed become became mean means meant think
    thought believe feel felt find found keep kept let leave left show shown speak spoke spoken talk told call called
    start started stop try tried trying help helps helped happen happened matter matters point fact case reason way
    people person man woman everybody anybody nobody somebody one's thing stuff dont cant wont didnt doesnt isnt im ive
    ill youre thats whats its pls plz thx okay okay yeah hey guys guy folks ever else instead anyway therefore however
    nevertheless moreover besides indeed honestly frankly simply actually certainly surely course sure clear clearly
    did letter letters email emails mails message messages reply replies response responses respond colleague
    colleagues yours myself yourself himself herself themselves these those whose been having doing getting gets
    remind reminded request requests requested wishes forward down went great work understand understood offer
    refuse refused refusing terms rubbish laugh surely back pair note noted insist insists mind none lack
    desu desuka masu masuka mada onegai onegaishimasu kudasai shite wo wa ga no ni de mo plead beg chance happens
    goes gone saw seen look looked looking looks hear heard read reading
    """
)
