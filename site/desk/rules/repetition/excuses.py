"""Signs that a message is more than the same again: care, news, corrections, answers, thanks.

Each is an alternation for Japanese and one for English, tried on a folded text; English ones begin at a word.
"""

import re
from typing import Final


def _either(japanese: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{japanese})|\b(?:{english})")


# Whoever cannot use an answer may ask as often as it takes: care outranks repetition.
CARE: Final = _either(
    r"読み上げ|スクリーンリーダー|点字|弱視|全盲|"
    r"(?:視覚|聴覚|身体|知的|精神|発達|学習|言語|肢体|内部|記憶|読み書き)(?:の|に)?障害|"
    r"障害(?:者(?:です|な|の(?:ため|私))|を(?:持|抱)|のある(?:者|身)|"
    r"があ(?:り|る).{0,12}(?:読|聞|見|電話|文字|操作|入力|書))|障がい|耳が(?:聞こえ|不自由|遠)|"
    r"目が(?:見え|不自由|悪|かす)|聞こえない(?:ので|ため)|難聴|手話|ろう者|識字|ディスレクシア|発達障|認知症|"
    r"高次脳|難病|病気の(?:ため|せい)|手が(?:震え|不自由)|字が(?:小さ|読め)|ルビ|ふりがな|やさしい日本語|"
    r"易しい日本語|物忘れ|老眼|色(?:覚|弱)|車椅子|介助|代筆|(?:声|言葉)が出(?:ない|ません)|"
    r"電話(?:が|は|を)(?:使え|聞き取れ|できない(?:身体|体|ので))|"
    r"日本語(?:が|は)(?:まだ)?(?:あまり)?(?:むずか|難し|苦手|わか|分か|読め|得意|できな|下手)|外国人(?:です|な)",
    r"screen ?reader|"
    r"(?:i am|i'm|being|am|as a|since i'm|me being|registered|legally|partially) (?:\w+ )?(?:blind|deaf|"
    r"dyslexic|autistic|disabled|paraly[sz]ed|visually impaired|partially sighted|hard of hearing|"
    r"colou?r[ -]?blind)|tell (?:them|the colou?rs|the two) apart|deaf (?:person|user|customer|and)|"
    r"blind (?:person|user|customer)|braille|low vision|visually impaired|hard of hearing|"
    r"hearing (?:loss|impair\w+|aids?)|"
    r"(?:my|a|due to|because of|have|with) (?:\w+ )?(?:disability|disabilities|impairment)|dyslexi\w+|autis\w+|"
    r"adhd|dementia|memory (?:problem|loss|issue|is)\w*|brain injury|aphasia|tremor|cognitive|"
    r"large(?:r)? (?:print|text|font|letters)|easy(?:-to-read| read)|my (?:eyesight|vision|hearing|eyes)|"
    r"i (?:can't|cannot|can not|do not|don't|am unable to|can barely|can hardly) (?:hear\b(?! (?:of|about|"
    r"any|from))|see (?:the|your|any)? ?(?:screen|images?|pictures?|text|print|letters)|speak\b|"
    r"use (?:the|a|my) (?:phone|mouse|keyboard|telephone)|make (?:phone )?calls)|"
    r"not (?:my )?(?:native|first|mother) (?:language|tongue)|(?:my|poor|little|bad) (?:english|japanese)",
)

# The answer did not arrive, or not in a form that can be read.
UNREADABLE: Final = _either(
    r"文字化け|文字が化け|化けて(?:い|お)|"
    r"(?:読|開|見|聞)(?:め|け|ら|き取)?(?:れ)?(?:ませ|な)(?:ん|い|"
    r"かった)(?:でし)?(?:た)?(?:ので|ため|で)?[、。]?.{0,16}(?:もう一度|"
    r"再度|再送|別の|本文|テキスト)|"
    r"(?:ご?(?:回答|返信|返事|返答)(?:メール)?|お返事|いただいたメール|送られてきた|"
    r"頂いたメール).{0,16}(?:開け|開か|読め|見え|見当た|届(?:い|き|か)|受信|"
    r"受け取れ|空白|白紙|途中で|切れ|消え|消して|削除してし|失くし|なくし|紛失|埋も|入って)|"
    r"(?:添付|資料|pdf|ファイル|url|リンク).{0,12}(?:開け|開か|読め|見え|"
    r"見当た|見られ|空|途中で|切れ|壊れて|破損|ありません|なかった|付いて(?:い|"
    r"お)?(?:な|ら|ま)|ついて(?:い|お)?(?:な|ら|ま)|漏れ|忘れ)|迷惑メール.{0,12}(?:入|振り分け|埋も)|"
    r"途中で切れ|空メール|本文(?:が|は)(?:な|空)|"
    r"(?:英語|中国語|韓国語|日本語)で(?:の(?:ご)?(?:回答|返信)|書かれ|届|いただ|来|送られ|返ってき)|"
    r"(?:間違え|誤っ|うっかり|操作ミスで)て?.{0,6}(?:消し|削除し|消え)|"
    r"(?:返事|返信|回答)(?:が|は)(?:まだ)?(?:届い|来て|受け取)",
    r"garbled|unreadable|not readable|illegible|scrambled|mojibake|gibberish|"
    r"strange (?:characters|symbols|letters)|question marks instead|"
    r"(?:which|that|and|but) i (?:can't|cannot|can not|could not|couldn't|don't) (?:read|open|understand|"
    r"view|see)|in (?:japanese|english|chinese|german|french|korean)\b.{0,60}(?:read|speak|understand)|"
    r"plain text|simpler|translated?|"
    r"(?:can't|cannot|can not|couldn't|could not|unable to|won't|didn't|doesn't) (?:open|read|view|"
    r"download|see|display|find|hear)[^.!?]{0,24}(?:(?:answer|reply|response|e-?mail|message|explanation)|"
    r"(?:attachment|pdf|document|file|image|screenshot))|"
    r"your (?:answer|reply|response|e-?mail|message|explanation)[^.!?]{0,30}(?:can't|cannot|couldn't|"
    r"could not|won't|didn't|doesn't|did not|never) (?:be )?(?:open|read|view|download|arrive|reach|come|"
    r"load|display|show)\w*|"
    r"(?:attachment|pdf|document|file|image|screenshot)[^.!?]{0,20}(?:can't|cannot|couldn't|could not|"
    r"won't|didn't|doesn't|did not|never) (?:be )?(?:open|read|view|download|arrive|reach|come|load|"
    r"display|show)\w*|"
    r"(?:no|without an?|missing|empty|blank) (?:(?:attachment|pdf|document|file|image|screenshot)|"
    r"(?:answer|reply|response|e-?mail|message|explanation) (?:arrived|came|reached))|"
    r"(?:(?:answer|reply|response|e-?mail|message|explanation)|(?:attachment|pdf|document|file|image|"
    r"screenshot))[^.!?]{0,20}(?:was|is|came|arrived|seems|looks|appears) (?:\w+ )?(?:empty|blank|missing|"
    r"cut off|truncated|incomplete|corrupt\w*|in (?:japanese|english))|"
    r"(?:cut|cuts|broke|breaks|ends) (?:off|in the middle|mid)|"
    r"(?:deleted|lost|mislaid|misplaced) (?:your|the|it)[^.!?]{0,24}(?:(?:answer|reply|response|e-?mail|"
    r"message|explanation)|accident|mistake)|"
    r"(?:never|didn't|did not|haven't|have not) (?:received?|got|get|gotten|seen?) (?:your|the|any|an|"
    r"a) (?:answer|reply|response|e-?mail|message|explanation)|spam folder|junk folder|"
    r"(?:do not|don't|cannot|can't|couldn't|not able to) (?:read|speak|understand) (?:japanese|english|it|"
    r"your|the)",
)

# What the sender got wrong.
CORRECTION: Final = _either(
    r"訂正(?:です|し(?:ま|て|たい)|いた|をお願い|させ|があ|の)|"
    r"(?:打ち|書き|入力|記入|番地|番号|名前|アドレス|綴り|住所|宛名|金額|"
    r"日付).{0,8}(?:間違え(?:て|ま|た)|誤って(?:い|お|し)|誤り(?:で|が)|"
    r"(?:ミス|まちがえ))|"
    r"(?:先ほど|先程|さきほど|前便|先のメール|先の連絡|昨日の(?:メール|連絡)).{0,16}(?:間違|誤|抜け|漏れ|忘れ)|"
    r"間違えて(?:しま|送|入|書|記|い(?:まし|た)|おり)|間違えました|間違いでした|誤記|誤字|書き忘れ|書き漏ら|"
    r"記入漏れ|入力ミス|正しくは|失礼しました|差し替え",
    r"typos?\b|mistyp\w*|misspel\w+|misspelt|"
    r"i (?:made|wrote|gave|entered|put|typed|sent|forgot|left out)\b[^.!?]{0,30}(?:mistake|wrong|"
    r"incorrect\w*|error|typo|to (?:add|mention|attach|include))|correction(?: to|:| of my)|my mistake|"
    r"should (?:be|read|have been|have read|say) \S*\d|i meant|"
    r"the correct (?:\w+ )?(?:is|number|address|date|name)|please disregard|"
    r"(?:disregard|ignore) my (?:last|previous|earlier|first)|"
    r"wrong (?:number|address|date|order|name|file) (?:in|before|earlier|last)",
)

# Something that was not known when the answer was written.
NEWS: Final = _either(
    r"別件|別の(?:件|質問|問題|ご?相談|サーバ|症状|画面|機能|商品|契約|エラー|不具合|注文|プラン|ドメイン)|"
    r"ところで|話は変わ|話が変わ|今度は.{0,20}(?:エラー|でき|ませ|表示|なり|なっ|真っ|画面|別|差出人)|"
    r"今回は(?:別|違)|今回の差出人|新たに|新たな|新しい(?:問題|事実|情報|症状|証拠|資料|質問)|"
    r"追加(?:で(?:質問|お伺|伺|お聞|確認|情報)|情報|の(?:質問|情報|資料))|補足|併せて|あわせて|ついでに|"
    r"(?:手順|指示|案内|教え|説明|回答|アドバイス|助言|おっしゃ|マニュアル|設定)(?:の|"
    r"いただ|て|し|さ|頂)?.{0,12}(?:通り(?:に|試|や|設|操)|どおり|とおり|"
    r"従(?:い|って(?!られ))|もとに|参考に|試し)|"
    r"(?:教えて|ご?案内(?:して)?|ご?指示|ご?提案|お知らせ)(?:いただ|頂)(?:い|き)?(?:た|まし)|"
    r"試し(?:てみ)?(?:た|まし)|試みまし|やってみ(?:た|まし)|"
    r"(?:変え|変更し|設定し|再起動し|入れ直し|入れ替え|更新し)て(?:も|み(?:た|まし))|"
    r"(?:確認|調べ|問い合わせ|相談|聞い|尋ね|照会)(?:し|て|た|てみ|してみ)?(?:た|まし)?たところ|判明|"
    r"がわかりました|が分かりました|ことがわか|ことが分か|見つかり|見つかった|その後、|その後に|その後さらに|"
    r"本日.{0,8}から(?:また)?|今朝(?:から|に|、)|昨夜から|昨日から|再発|また(?:同じ|発生|起き|出)|"
    r"さらに.{0,8}(?:起き|発生|出)|明細.{0,8}(?:写し|を送りま|をお送り)|証拠を(?:お送|送りま|添付|提出しま)|"
    r"(?:いただい|頂い|もらっ|くださっ)た(?:はず|のに)|お約束(?:の|いただいた|して)|"
    r"とのこと(?:です|でした|だった)が|"
    r"(?:と|って)(?:伺って|伺い|聞いて|案内され|言われて)(?:い|お)?(?:たの|"
    r"まし).{0,8}(?:が|けれど|けど|のに|ところ)|(?:いただける|もらえる|届く|来る|なる)(?:はず|予定|約束)|"
    r"(?:記入|添付|提出|同封|返送|入金|振り?込み?|修正|付け直|送り直|やり直|用意|取得|"
    r"入手|完了|手続き|申請|登録)(?:し|いた)(?:し)?(?:まし|ます(?:ので|。)|"
    r"たので|たが)|状況が変わ|計画が変わ|予定が変わ|事情が変わ",
    r"(?:on )?another (?:subject|topic|question|matter|issue|problem|error|note|phishing|order|account)|"
    r"(?:different|separate|unrelated|additional|further) (?:error|issue|problem|matter|question|topic|"
    r"fact|information|evidence|detail\w*|symptom\w*|request|order|invoice)|"
    r"new (?:error|issue|problem|fact|information|evidence|detail\w*|symptom\w*|question)|"
    r"(?:please|could you|can you|would you|and) also|by the way|one more (?:thing|question)|something else|"
    r"i(?:'ve| have)? (?:since )?(?:followed|tried|checked|reinstalled|restarted|rebooted|contacted|"
    r"called my|spoke (?:to|with) my|went through|re-?installed|switched)|"
    r"(?:after|having) (?:following|trying|doing|applying|updating|restarting)|"
    r"as you (?:suggested|advised|instructed|recommended|described|explained)|"
    r"as (?:instructed|advised|suggested)|you(?:r)? (?:suggested|recommended|steps|instructions|suggestion)|"
    r"(?:my |the )(?:bank|accountant|doctor|card company|provider|technician|police|courier|"
    r"carrier)[^.!?]{0,20}(?:confirm\w*|sa(?:id|ys)|told|found|show\w*|wrote)|turns out|turned out|"
    r"i (?:have |had )?(?:now |just |since )?(?:found (?:out|that|a|an|another|two)|discovered|noticed|"
    r"learned|learnt|got a (?:letter|mail|message) from)|"
    r"since (?:this morning|yesterday|then|your (?:update|fix|change)|the (?:update|fix|change))|"
    r"this (?:one|time) (?:from|with|it|is|the)|"
    r"(?:statement|photo|screenshot|receipt|proof|evidence|copy|log\w*|picture|video)s? (?:is |"
    r"are )?(?:attached|enclosed)|(?:i've|i have|i) attach(?:ed)?|attached (?:is|are|you|please)|"
    r"(?:update|addition)(?::| to my)|"
    r"you (?:promised|agreed|confirmed|committed|said (?:it|you|that|i|the refund|the money) would)|"
    r"for agreeing|as (?:promised|agreed)|(?:was|were|are|is) (?:supposed|meant|going|due) to|"
    r"you would (?:call|write|send|check|get back|pay)|"
    r"(?:down|broken|failing|happening|happened|failed|crashed) again|came back|reappeared|works? now|"
    r"re-?tested|(?:is|are) (?:now )?(?:fixed|right|correct|gone|ok|okay)(?: now)?,? but|meanwhile|"
    r"circumstances|(?:plans?|situation|details?|requirements?) (?:has|have) changed|"
    r"i(?:'ve| have)? (?:filled|signed|uploaded|completed|submitted|enclosed|returned|corrected|re-?sent|"
    r"posted) (?:in |out |up )?(?:the|my|it|all|both|them)",
)

# What the desk asked for.
ANSWERING: Final = _either(
    r"お?尋ねの|ご質問の(?:件|番号|点|内容)|ご依頼の|ご?要望の書類|お求めの|"
    r"ご?確認(?:いただ|の)(?:いた|件|あった)|(?:聞|訊)かれた|問われた|求められた|必要とのこと|"
    r"番号は.{0,20}(?:です|になります)|(?:購入|注文|契約|利用)(?:日|者)は|"
    r"以下の(?:通|とお)り(?:です|回答|お答え)|お答え(?:します|いた|し)|"
    r"(?:写真|書類|画像|スクリーンショット|明細|コピー|控え|身分証|"
    r"免許証).{0,4}を(?:お送り(?:し|いた)|送り(?:ま|いた)|送付(?:し|いた)|"
    r"添付(?:し|いた))",
    r"you (?:have |had )?(?:asked (?:for|me|about|whether|which|if)|requested|wanted to know)|"
    r"as (?:requested|asked)|(?:here|below|enclosed) (?:is|are)|here's|to answer your|"
    r"in (?:answer|response) to your question|"
    r"the (?:order|serial|contract|customer|account|ticket|invoice) (?:number|id|no\.?) is|"
    r"my (?:order|serial|contract|customer|account|ticket|phone) (?:number|id|no\.?) is",
)

# A question about the answer.
CLARIFYING: Final = _either(
    r"とは(?:、|どう|何|どの|どこ|いつ)|という(?:理解|認識|意味|解釈|こと)で(?:しょ|す|よ|合|間違|宜)|"
    r"ご?(?:回答|返信|説明|案内)(?:の中)?(?:の|に(?:あ|つ|書)|で).{0,6}「|"
    r"(?:もう)?(?:一点|一つ|1点|ひとつ)(?:だけ)?(?:確認|質問|教|伺|お伺|お聞)|確認(?:なの|です|させて)|"
    r"その場合|そうしますと|でしたら.{0,20}(?:でしょうか|ますか)|"
    r"いつ(?:頃|ごろ)?(?:まで|に|から)?.{0,24}(?:でしょうか|ますか|ですか)|"
    r"(?:どのように|どうやって|どちら|どこ|どの).{0,20}(?:でしょうか|ますか|ですか)|具体的に",
    r"(?:when|where|if) you (?:say|write|wrote|mention\w*)|"
    r"do(?:es)? (?:that|this|it|you) (?:mean|include|also|apply|cover|count)|what do you mean|what does|"
    r"(?:to|just to|wanted to) (?:clarify|be sure|make sure|double-check)|could you clarify|"
    r"(?:a|quick|follow-up|short|small|last) question|in that case|if so|am i right|is it correct|"
    r"how long (?:will|does|do|would)|when (?:will|can|should|do|would) (?:i|the|it|my|this)|"
    r"which (?:form|page|button|link|department|option|one)|so (?:if|does|do|is|would)",
)

# The answer was about something else.
MISSED: Final = _either(
    r"(?:別|違う|異なる|他)(?:の|な)?.{0,8}(?:件|質問|内容|こと|話|商品|"
    r"方).{0,8}(?:回答|答え|返|でした|のよう)|(?:回答|返信|返事).{0,10}(?:についてのもの|に関するもの|別の)|"
    r"(?:お聞き|お尋ね|伺い|知り)(?:し(?:た|て))?(?:の|い(?:たい)?の)は|"
    r"質問の(?:趣旨|意図|内容).{0,8}(?:違|異|伝わ|ず)|伝わ(?:ら|って(?:い)?な)|書き方が悪|言葉が足り|説明不足|"
    r"わかりにくかった|分かりにくかった|うまく書け",
    r"(?:answered|about|for|to|addresses|addressed) (?:a |the )?(?:different|another|wrong|"
    r"someone else\w*) (?:question|product|customer|person|case|order)|not what i (?:asked|meant)|"
    r"misunderst\w+|(?:i was|my \w+ was|been) unclear|"
    r"(?:didn't|did not|may not have) (?:explain\w*|express\w*|made?) (?:myself|it) (?:well|clearly|clear)|"
    r"what i (?:wanted|meant|was asking|am asking|would like) (?:to know|is|was)|not (?:the|my) question",
)

# A fault that is still there: no unreasonable demand.
FAULT: Final = _either(
    r"(?:ログイン|表示|送信|受信|送受信|接続|印刷|設定|起動|アクセス|ダウンロード|再生|"
    r"閲覧|同期|決済)(?:が|は|も)?(?:でき|出来|され|し)(?:てい)?(?:ま?せん|"
    r"ない|ず|なく)|"
    r"(?:つなが|繋が|動|映|直|開)(?:ら|か|け|れ|って(?:い|お)?|いて(?:い)?|"
    r"え)(?:り|き)?(?:ま?せん|な(?:い|く|か))|まだ(?:直って|治って|改善)|症状|同じエラー|現象|前のまま|"
    r"元のまま|反映され(?:て|ま|な)|(?:一部|片方|半分)(?:だけ|は|が|しか)",
    r"still (?:can't|cannot|could not|couldn't|unable to) (?:log|sign|send|open|access|connect|use|see|"
    r"receive|download|print|load|get in|reach|pay|register|upload|play)|"
    r"still (?:does not|doesn't|isn't|is not|won't|not) (?:work\w*|load\w*|connect\w*|open\w*|start\w*|"
    r"fixed|possible|show\w*|sync\w*)|"
    r"still (?:down|failing|broken|blank|happening|crash\w*|getting|shows?|see(?:ing)?|the same (?:error|"
    r"problem|issue))|same (?:error|problem|issue)|"
    r"(?:does|do|is|are)(?: not|n't) (?:work\w*|load\w*|connect\w*|sync\w*)|"
    r"keeps? (?:failing|crashing|showing)|it crashes|no (?:luck|change|improvement)",
)

# Thanks, or the matter is closed.
THANKS: Final = _either(
    r"(?:無事|無時)に|解決(?:し(?:ま|た)|です|いた)|承知(?:し(?:まし|た)|いた|致)|"
    r"了解(?:し(?:まし|た)|いた|です|致)|"
    r"(?:受け取り|受領し|拝受し|拝見し|届き|確認でき|治り|直り|納得し|理解し|わかり|分かり|"
    r"助かり|安心し|つながり|でき|満足し)まし(?:た|て)|ありがと|感謝|お礼(?:申|を申|まで)|御礼|"
    r"取り下げ(?:ます|いた)|もう(?:結構|大丈夫)|大丈夫です",
    r"(?:it|that|everything|all|logging in) (?:works|worked|is fine|is solved|is resolved|solved)|"
    r"(?:is|has been|got|was|all) (?:solved|resolved|fixed|sorted)|case closed|"
    r"(?<!nothing )(?:has|have) arrived|received (?:it|the|my|your|with)|thanks?\b|thank you|problem solved|"
    r"that was quick|appreciated?|understood|up again|withdraw|no longer need\w*|grateful",
)

# The demand is given up.
WITHDRAWN: Final = _either(
    r"取り下げ(?:ます|る|いた|させ)|撤回(?:します|いた|させて)|"
    r"(?:もう|不要|必要)(?:は)?(?:ありません|なくなり)|もう(?:結構|大丈夫)です|"
    r"(?:納得|理解|承知)(?:し|いた)(?:し)?まし(?:た|て)(?!が|け|も)|なかったことに",
    r"no longer (?:want|need|wish|require)|i withdraw|withdraw my|never ?mind|"
    r"(?:don't|do not) (?:need|want) (?:it|this|that|the \w+) any ?more|see your point|fair enough|"
    r"i stand corrected|you(?:'re| are| were) right",
)

# How far is it?
PROGRESS: Final = _either(
    r"その後(?:の)?(?:ご)?(?:状況|いかが|進捗|どう|の状況)|進捗|いかがでしょう|(?:ご)?検討(?:の)?状況|ご状況",
    r"any (?:news|updates?|progress)|"
    r"(?:just )?(?:checking in|checking whether|checking if|wondering (?:if|whether))|status of|"
    r"how (?:is it|far)|an update",
)
